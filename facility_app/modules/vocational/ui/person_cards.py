"""The four lists of entries about one person, as data."""

from collections.abc import Mapping, Sequence
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
from facility_app.modules.vocational.service.entries import EditEntry, VoidEntry
from facility_app.modules.vocational.service.people import TalkToMany
from facility_app.modules.vocational.ui import fields, places, words
from facility_app.modules.vocational.ui.entry_card import CardOf
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
        ColumnSpec("day", DAY, _guided_on, width=112),
        ColumnSpec("wish", WISH, _wish, width=170, is_strong=True),
        ColumnSpec("health", HEALTH, _health, width=160, tone=_health_tone),
        ColumnSpec("limits", LIMITS, _limits, width=180, gives_way=2),
        ColumnSpec("level", LEVEL, _level, width=140),
        ColumnSpec("advice", ADVICE, _advice, width=180, gives_way=1),
        ColumnSpec("by", BY, _by, width=150, gives_way=3),
    )
    return CardOf(
        "guidance", GUIDANCE, NO_GUIDANCE, columns, partial(_guidance, resident_id), places.PERSON_TABLES, GUIDE,
        ADD_GUIDANCE, _guidance_form, fields.today("guided_on"), partial(_add_guidance, resident_id),
        _edit_guidance, _void_guidance, _wish,
    )  # fmt: skip


def talks_of(resident_id: str) -> CardOf:
    """One person's talks about jobs."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, _talked_on, width=112),
        ColumnSpec("topic", TOPIC, _topic, width=230, is_strong=True),
        ColumnSpec("kind", KIND, _talk_kind, width=170),
        ColumnSpec("vacancy", VACANCY, _vacancy, width=220, gives_way=1),
        ColumnSpec("result", RESULT, _result, width=180, gives_way=2),
        ColumnSpec("by", BY, _by, width=150, gives_way=3),
    )
    return CardOf(
        "talk", TALKS, NO_TALK, columns, partial(_talks, resident_id), places.PERSON_TABLES, GUIDE, ADD_TALK,
        talk_form, fields.today("talked_on"), partial(_add_talk, resident_id), _edit_talk, _void_talk, _topic,
    )  # fmt: skip


def support_of(resident_id: str) -> CardOf:
    """One person's loans and support."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, _asked_on, width=112),
        ColumnSpec("kind", WHAT, _support_kind, width=220, is_strong=True),
        ColumnSpec("state", STATE, _support_state, width=150, tone=_support_tone),
        ColumnSpec("amount", AMOUNT, _amount, width=130),
        ColumnSpec("source", SOURCE, _source, width=200, gives_way=1),
        ColumnSpec("paper", PAPER, _paper, width=130, gives_way=2, is_paper_number=True),
    )
    return CardOf(
        "support", SUPPORT, NO_SUPPORT, columns, partial(_support, resident_id), places.PERSON_TABLES, GUIDE,
        ADD_SUPPORT, _support_form, fields.today("asked_on"), partial(_add_support, resident_id), _edit_support,
        _void_support, _support_kind,
    )  # fmt: skip


def outcomes_of(resident_id: str) -> CardOf:
    """What became of one person."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, _seen_on, width=112),
        ColumnSpec("employment", EMPLOYMENT, _employment, width=190, is_strong=True),
        ColumnSpec("job", JOB, _job, width=180),
        ColumnSpec("employer", EMPLOYER, _employer, width=200, gives_way=1),
        ColumnSpec("uses", USES, _uses, width=140, gives_way=2),
        ColumnSpec("told", TOLD_BY, _told_by, width=150, gives_way=3),
    )
    return CardOf(
        "outcome", OUTCOMES, NO_OUTCOME, columns, partial(_outcomes, resident_id), places.PERSON_TABLES, GUIDE,
        ADD_OUTCOME, _outcome_form, fields.today("seen_on"), partial(_add_outcome, resident_id), _edit_outcome,
        _void_outcome, _employment,
    )  # fmt: skip


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


def _add_guidance(resident_id: str, uow: Any, v: Mapping[str, Any]) -> str:
    return people.add_guidance(uow, resident_id, _guidance_facts(v))


def _edit_guidance(uow: Any, entry_id: str, version: int, v: Mapping[str, Any]) -> str:
    return people.edit_guidance(uow, EditEntry(entry_id, version, _guidance_facts(v)))


def _void_guidance(uow: Any, command: VoidEntry) -> None:
    people.void_guidance(uow, command)


def _add_talk(resident_id: str, uow: Any, v: Mapping[str, Any]) -> int:
    return people.add_talks(uow, TalkToMany((resident_id,), talk_facts(v)))


def _edit_talk(uow: Any, entry_id: str, version: int, v: Mapping[str, Any]) -> str:
    return people.edit_talk(uow, EditEntry(entry_id, version, talk_facts(v)))


def _void_talk(uow: Any, command: VoidEntry) -> None:
    people.void_talk(uow, command)


def _add_support(resident_id: str, uow: Any, v: Mapping[str, Any]) -> str:
    return people.add_support(uow, resident_id, _support_facts(v))


def _edit_support(uow: Any, entry_id: str, version: int, v: Mapping[str, Any]) -> str:
    return people.edit_support(uow, EditEntry(entry_id, version, _support_facts(v)))


def _void_support(uow: Any, command: VoidEntry) -> None:
    people.void_support(uow, command)


def _add_outcome(resident_id: str, uow: Any, v: Mapping[str, Any]) -> str:
    return people.add_outcome(uow, resident_id, _outcome_facts(v))


def _edit_outcome(uow: Any, entry_id: str, version: int, v: Mapping[str, Any]) -> str:
    return people.edit_outcome(uow, EditEntry(entry_id, version, _outcome_facts(v)))


def _void_outcome(uow: Any, command: VoidEntry) -> None:
    people.void_outcome(uow, command)


def _guidance(resident_id: str, uow: Any) -> Sequence[GuidanceRow]:
    return list_guidance(uow, resident_id)


def _talks(resident_id: str, uow: Any) -> Sequence[TalkRow]:
    return list_talks(uow, resident_id)


def _support(resident_id: str, uow: Any) -> Sequence[SupportRow]:
    return list_support(uow, resident_id)


def _outcomes(resident_id: str, uow: Any) -> Sequence[OutcomeRow]:
    return list_outcomes(uow, resident_id)


def _guided_on(row: GuidanceRow) -> str:
    return words.day(row.facts.guided_on)


def _wish(row: GuidanceRow) -> str:
    return row.facts.wish


def _health(row: GuidanceRow) -> str:
    return tr(HEALTH_LABELS[row.facts.health])


def _health_tone(row: GuidanceRow) -> Tone:
    return HEALTH_TONES[row.facts.health]


def _limits(row: GuidanceRow) -> str:
    return row.facts.limits or ""


def _level(row: GuidanceRow) -> str:
    return row.facts.level


def _advice(row: GuidanceRow) -> str:
    return row.facts.advice or ""


def _by(row: Any) -> str:
    return str(row.by)


def _talked_on(row: TalkRow) -> str:
    return words.day(row.facts.talked_on)


def _topic(row: TalkRow) -> str:
    return row.facts.topic


def _talk_kind(row: TalkRow) -> str:
    return tr(TALK_KIND_LABELS[row.facts.kind])


def _vacancy(row: TalkRow) -> str:
    return row.vacancy


def _result(row: TalkRow) -> str:
    return row.facts.result or ""


def _asked_on(row: SupportRow) -> str:
    return words.day(row.facts.asked_on)


def _support_kind(row: SupportRow) -> str:
    return tr(SUPPORT_KIND_LABELS[row.facts.kind])


def _support_state(row: SupportRow) -> str:
    return tr(SUPPORT_STATE_LABELS[row.facts.state])


def _support_tone(row: SupportRow) -> Tone:
    return Tone.OK if row.facts.state is SupportState.GRANTED else Tone.NEUTRAL


def _amount(row: SupportRow) -> str:
    return "" if row.facts.amount is None else row.facts.amount.text()


def _source(row: SupportRow) -> str:
    return row.facts.source or ""


def _paper(row: SupportRow) -> str:
    return row.facts.paper_number or ""


def _seen_on(row: OutcomeRow) -> str:
    return words.day(row.facts.seen_on)


def _employment(row: OutcomeRow) -> str:
    return tr(EMPLOYMENT_LABELS[row.facts.employment])


def _job(row: OutcomeRow) -> str:
    return row.facts.job or ""


def _employer(row: OutcomeRow) -> str:
    return row.employer


def _uses(row: OutcomeRow) -> str:
    return tr(USES) if row.facts.uses_trade else ""


def _told_by(row: OutcomeRow) -> str:
    return row.facts.told_by or ""
