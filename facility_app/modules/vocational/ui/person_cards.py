"""The four lists of entries about one person, as data."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.people import (
    EMPLOYMENT_LABELS,
    HEALTH_LABELS,
    SUPPORT_KIND_LABELS,
    SUPPORT_STATE_LABELS,
    TALK_KIND_LABELS,
    Employment,
    GuidanceFacts,
    Health,
    OutcomeFacts,
    SupportFacts,
    SupportKind,
    SupportState,
    TalkFacts,
    TalkKind,
)
from facility_app.modules.vocational.domain.rights import GUIDE
from facility_app.modules.vocational.queries.people import (
    GuidanceRow,
    OutcomeRow,
    SupportRow,
    TalkRow,
    list_guidance,
    list_outcomes,
    list_support,
    list_talks,
)
from facility_app.modules.vocational.service import people
from facility_app.modules.vocational.service.people import TalkToMany
from facility_app.modules.vocational.ui import fields, places, words
from facility_app.modules.vocational.ui.entry_card import CardOf, in_words, on_day, said
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import MoneyField
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

GUIDANCE, TALKS = label("vocational", "Hướng nghiệp"), label("vocational", "Tư vấn việc làm")
SUPPORT, OUTCOMES = label("vocational", "Vay vốn, hỗ trợ"), label("vocational", "Việc làm sau khi ra cơ sở")
NO_GUIDANCE = label("vocational", "Chưa hướng nghiệp. Phiếu hướng nghiệp cần có trước khi xếp lớp.")
NO_TALK = label("vocational", "Chưa tư vấn việc làm lần nào.")
NO_SUPPORT = label("vocational", "Chưa có khoản vay vốn, hỗ trợ nào.")
NO_OUTCOME = label("vocational", "Chưa ghi việc làm sau khi ra cơ sở.")
DAY, WISH, HEALTH = label("terms", "Ngày"), label("vocational", "Nguyện vọng"), label("vocational", "Sức khỏe")
LIMITS, LEVEL = label("vocational", "Giới hạn về sức khỏe"), label("vocational", "Trình độ")
ADVICE, BY = label("vocational", "Nghề được khuyên học"), label("vocational", "Người tư vấn")
LIMITS_HINT = label("vocational", "Việc không nên làm; không ghi tên bệnh")
KIND, TOPIC = label("vocational", "Hình thức"), label("vocational", "Nội dung")
MINUTES, VACANCY = label("vocational", "Số phút"), label("vocational", "Chỗ làm được giới thiệu")
RESULT, SOURCE = label("vocational", "Kết quả"), label("vocational", "Nguồn hỗ trợ")
AMOUNT, DECIDED = label("vocational", "Số tiền"), label("vocational", "Ngày quyết định")
PAPER, NOTE = label("vocational", "Số văn bản"), label("terms", "Ghi chú")
WHAT, STATE = label("vocational", "Loại hỗ trợ"), label("vocational", "Tình trạng")
EMPLOYMENT, JOB = label("vocational", "Việc làm"), label("vocational", "Công việc")
EMPLOYER, USES = label("vocational", "Nơi làm việc"), label("vocational", "Đúng nghề đã học")
TOLD_BY = label("vocational", "Ai cho biết")
ADD_GUIDANCE, ADD_TALK = label("verbs", "Lập phiếu hướng nghiệp"), label("verbs", "Ghi tư vấn việc làm")
ADD_SUPPORT, ADD_OUTCOME = label("verbs", "Ghi vay vốn, hỗ trợ"), label("verbs", "Ghi việc làm")
HEALTH_TONES = {Health.YES: Tone.OK, Health.LIMITS: Tone.WARNING, Health.NO: Tone.DANGER}


def guidance_of(resident_id: str) -> CardOf:
    """One person's guidance."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, on_day("guided_on"), width=112),
        ColumnSpec("wish", WISH, said("wish"), width=170, is_strong=True),
        ColumnSpec("health", HEALTH, in_words("health", HEALTH_LABELS), width=160, tone=_health_tone),
        ColumnSpec("limits", LIMITS, said("limits"), width=180, is_instruction=True),
        ColumnSpec("level", LEVEL, said("level"), width=140),
        ColumnSpec("advice", ADVICE, said("advice"), width=180, gives_way=1, wraps=True),
        ColumnSpec("by", BY, _by, width=150, gives_way=3),
    )
    return CardOf(
        "guidance",
        GUIDANCE,
        NO_GUIDANCE,
        columns,
        partial(_read, list_guidance, resident_id),
        places.PERSON_TABLES,
        GUIDE,
        ADD_GUIDANCE,
        _guidance_form,
        fields.today("guided_on"),
        _guidance_facts,
        partial(_add, people.add_guidance, resident_id),
        people.edit_guidance,
        people.void_guidance,
        said("wish"),
    )


def talks_of(resident_id: str) -> CardOf:
    """One person's talks about jobs."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, on_day("talked_on"), width=112),
        ColumnSpec("topic", TOPIC, said("topic"), width=230, is_strong=True),
        ColumnSpec("kind", KIND, in_words("kind", TALK_KIND_LABELS), width=170),
        ColumnSpec("vacancy", VACANCY, _vacancy, width=220, gives_way=1),
        ColumnSpec("result", RESULT, said("result"), width=180, gives_way=2),
        ColumnSpec("by", BY, _by, width=150, gives_way=3),
    )
    return CardOf(
        "talk",
        TALKS,
        NO_TALK,
        columns,
        partial(_read, list_talks, resident_id),
        places.PERSON_TABLES,
        GUIDE,
        ADD_TALK,
        talk_form,
        fields.today("talked_on"),
        talk_facts,
        partial(_add_talk, resident_id),
        people.edit_talk,
        people.void_talk,
        said("topic"),
    )


def support_of(resident_id: str) -> CardOf:
    """One person's loans and support."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, on_day("asked_on"), width=112),
        ColumnSpec("kind", WHAT, in_words("kind", SUPPORT_KIND_LABELS), width=220, is_strong=True),
        ColumnSpec("state", STATE, in_words("state", SUPPORT_STATE_LABELS), width=150, tone=_support_tone),
        ColumnSpec("amount", AMOUNT, _amount, width=130),
        ColumnSpec("source", SOURCE, said("source"), width=200, gives_way=1),
        ColumnSpec("paper", PAPER, said("paper_number"), width=130, gives_way=2, is_paper_number=True),
    )
    return CardOf(
        "support",
        SUPPORT,
        NO_SUPPORT,
        columns,
        partial(_read, list_support, resident_id),
        places.PERSON_TABLES,
        GUIDE,
        ADD_SUPPORT,
        _support_form,
        fields.today("asked_on"),
        _support_facts,
        partial(_add, people.add_support, resident_id),
        people.edit_support,
        people.void_support,
        in_words("kind", SUPPORT_KIND_LABELS),
    )


def outcomes_of(resident_id: str) -> CardOf:
    """What became of one person."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, on_day("seen_on"), width=112),
        ColumnSpec("employment", EMPLOYMENT, in_words("employment", EMPLOYMENT_LABELS), width=190, is_strong=True),
        ColumnSpec("job", JOB, said("job"), width=180),
        ColumnSpec("employer", EMPLOYER, _employer, width=200, gives_way=1),
        ColumnSpec("uses", USES, _uses, width=140, gives_way=2),
        ColumnSpec("told", TOLD_BY, said("told_by"), width=150, gives_way=3),
    )
    return CardOf(
        "outcome",
        OUTCOMES,
        NO_OUTCOME,
        columns,
        partial(_read, list_outcomes, resident_id),
        places.PERSON_TABLES,
        GUIDE,
        ADD_OUTCOME,
        _outcome_form,
        fields.today("seen_on"),
        _outcome_facts,
        partial(_add, people.add_outcome, resident_id),
        people.edit_outcome,
        people.void_outcome,
        in_words("employment", EMPLOYMENT_LABELS),
    )


def _guidance_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.past_day(context, "guided_on", DAY), fields.line("wish", WISH, is_required=True), spans=(4, 8))
    form.add(
        CodeField("health", HEALTH, options=words.options(HEALTH_LABELS), is_required=True),
        fields.line("limits", LIMITS, hint=LIMITS_HINT),
        spans=(5, 7),
    )
    form.add(fields.line("level", LEVEL, is_required=True), fields.staff(context, "by_id", BY), spans=(6, 6))
    form.add(fields.line("advice", ADVICE))
    return form


def talk_form(context: PageContext) -> Form[Any]:
    """A talk about jobs."""
    form = new_form()
    form.add(
        fields.past_day(context, "talked_on", DAY),
        CodeField("kind", KIND, options=words.options(TALK_KIND_LABELS), is_required=True),
        fields.number("minutes", MINUTES, least=1, most=600, is_required=False),
        spans=(4, 5, 3),
    )
    form.add(fields.line("topic", TOPIC, is_required=True))
    form.add(fields.vacancy(context, "vacancy_id", VACANCY), fields.staff(context, "by_id", BY), spans=(6, 6))
    form.add(fields.note("result", RESULT))
    return form


def _support_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        fields.past_day(context, "asked_on", DAY),
        CodeField("kind", WHAT, options=words.options(SUPPORT_KIND_LABELS), is_required=True),
        spans=(4, 8),
    )
    form.add(fields.line("source", SOURCE), MoneyField("amount", AMOUNT), spans=(7, 5))
    form.add(
        CodeField("state", STATE, options=words.options(SUPPORT_STATE_LABELS), is_required=True),
        fields.past_day(context, "decided_on", DECIDED, is_required=False),
        fields.line("paper_number", PAPER),
        spans=(5, 3, 4),
    )
    form.add(fields.note("note", NOTE))
    return form


def _outcome_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        fields.past_day(context, "seen_on", DAY),
        CodeField("employment", EMPLOYMENT, options=words.options(EMPLOYMENT_LABELS), is_required=True),
        spans=(4, 8),
    )
    form.add(fields.line("job", JOB), fields.employer(context, "employer_id", EMPLOYER), spans=(6, 6))
    form.add(CheckField("uses_trade", USES), fields.line("told_by", TOLD_BY), spans=(4, 8))
    form.add(fields.note("note", NOTE))
    return form


def _guidance_facts(v: Mapping[str, Any]) -> GuidanceFacts:
    return GuidanceFacts(
        v["guided_on"],
        v["wish"] or "",
        Health(v["health"]),
        v["level"] or "",
        v["limits"],
        v["advice"],
        v["by_id"],
    )


def talk_facts(v: Mapping[str, Any]) -> TalkFacts:
    """What was typed of it."""
    minutes = None if v["minutes"] is None else int(v["minutes"])
    return TalkFacts(
        v["talked_on"], TalkKind(v["kind"]), v["topic"] or "", minutes, v["vacancy_id"], v["by_id"], v["result"]
    )


def _support_facts(v: Mapping[str, Any]) -> SupportFacts:
    return SupportFacts(
        v["asked_on"], SupportKind(v["kind"]), SupportState(v["state"]), v["source"], v["amount"], v["decided_on"],
        v["paper_number"], v["note"],
    )  # fmt: skip


def _outcome_facts(v: Mapping[str, Any]) -> OutcomeFacts:
    return OutcomeFacts(
        v["seen_on"], Employment(v["employment"]), v["job"], v["employer_id"], bool(v["uses_trade"]), v["told_by"],
        v["note"],
    )  # fmt: skip


def _add(verb: Callable[..., object], resident_id: str, uow: Any, facts: Any) -> object:
    return verb(uow, resident_id, facts)


def _add_talk(resident_id: str, uow: Any, facts: TalkFacts) -> int:
    return people.add_talks(uow, TalkToMany((resident_id,), facts))


def _read(query: Callable[..., Sequence[Any]], resident_id: str, uow: Any) -> Sequence[Any]:
    return query(uow, resident_id)


def _health_tone(row: GuidanceRow) -> Tone:
    return HEALTH_TONES[row.facts.health]


def _by(row: Any) -> str:
    return str(row.by)


def _vacancy(row: TalkRow) -> str:
    return row.vacancy


def _support_tone(row: SupportRow) -> Tone:
    return Tone.OK if row.facts.state is SupportState.GRANTED else Tone.NEUTRAL


def _amount(row: SupportRow) -> str:
    return "" if row.facts.amount is None else row.facts.amount.text()


def _employer(row: OutcomeRow) -> str:
    return row.employer


def _uses(row: OutcomeRow) -> str:
    return tr(USES) if row.facts.uses_trade else ""
