"""Fitness for work as a form: a doctor says yes, no, or what somebody should not do; never why."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

from facility_app.kernel.dates import LOCAL, add_months, format_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.modules.treatment.domain.fitness import (
    WORK_LIMIT_LABELS,
    WORK_VERDICT_LABELS,
    WorkLimit,
    WorkVerdict,
)
from facility_app.modules.treatment.queries.person import PersonHealth
from facility_app.modules.treatment.service.fitness import (
    DecideFitness,
    StrikeFitness,
    decide_fitness,
    strike_fitness,
)
from facility_app.modules.treatment.ui.record_forms import Asking, options
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue

DECIDE: Final = label("verbs", "Kết luận sức khỏe lao động")
STRIKE: Final = label("verbs", "Gạch bỏ kết luận sức khỏe lao động")
ABOUT = label(
    "treatment",
    "{name}. Căn cứ để xếp lao động (NĐ 163/2026 Đ117.2). Tổ lao động chỉ đọc được kết luận, giới hạn và ngày hết "
    "hạn, không đọc được vì sao. Kết luận sau thay kết luận trước.",
)
ABOUT_STRIKE = label("treatment", "{verdict}, đến {until}. Kết luận liền trước (nếu có) lại có hiệu lực.")
VERDICT, FROM = label("treatment", "Kết luận"), label("treatment", "Từ ngày")
UNTIL = label("treatment", "Có giá trị đến hết ngày")
HEAD = label("treatment", "Sức khỏe lao động")
NONE_YET = label("treatment", "chưa có kết luận")
HOLDS = label("treatment", "{verdict}, đến {until}")
OVER = label("treatment", "{verdict}, đã hết hạn {until}")
NO_FITNESS = label("treatment", "Chưa có kết luận sức khỏe lao động nào.")
STRUCK = label("treatment", "Đã gạch bỏ kết luận sức khỏe lao động.")
SIX_MONTHS: Final = 6
"""What the form proposes; the doctor decides, no norm was read."""
_TONES: Final = {WorkVerdict.FIT: None, WorkVerdict.LIMITED: Tone.WARNING, WorkVerdict.UNFIT: Tone.DANGER}


def ask_decide(one: Asking) -> FormDialog[Any]:
    """Yes, no or with limits; the limits are asked only with that answer."""
    form, context = new_form(), one.context
    today = context.today
    verdict = CodeField("verdict", VERDICT, options=options(WORK_VERDICT_LABELS), is_required=True)
    form.add(
        verdict,
        DateField("decided_on", FROM, today=today, years=TwoDigitYears.PAST, latest=today, is_required=True),
        DateField("valid_until", UNTIL, today=today, earliest=today, is_required=True),
        spans=(5, 3, 4),
    )
    limits = [CheckField(each.value, text) for each, text in WORK_LIMIT_LABELS.items()]
    for row in range(0, len(limits), 3):
        form.add(*limits[row : row + 3], spans=(4, 4, 4))
    show = partial(_show_limits, verdict, limits)
    for heard in (verdict.changed, verdict.settled):
        heard.connect(show)
    form.shown_anew.connect(show)
    until = add_months(context.clock.now().astimezone(LOCAL).date(), SIX_MONTHS)
    dialog = one.open(
        form, "fitness", DECIDE, partial(_save, one), about=ABOUT, decided_on=today(), valid_until=until
    )
    show()
    return dialog


def strike_text(seen: PersonHealth) -> str:
    """What is struck out, and what counts then."""
    held = seen.fitness
    if held is None:
        return ""
    verdict = tr(WORK_VERDICT_LABELS[held.verdict])
    return tr(ABOUT_STRIKE, verdict=verdict, until=format_date(held.valid_until))


def why_none(seen: PersonHealth) -> str | None:
    """Why there is nothing to strike out."""
    return tr(NO_FITNESS) if seen.fitness is None else None


def strike(stay_id: str, reason: str, uow: Any) -> None:
    """The decision; runs on a working thread."""
    strike_fitness(uow, StrikeFitness(stay_id, reason))


def lines_of(seen: PersonHealth) -> Iterator[KeyValue]:
    """What the glance says of it, to whoever may know."""
    if not seen.knows_fitness:
        return
    held = seen.fitness
    if held is None:
        yield KeyValue(tr(HEAD), tr(NONE_YET), Tone.NEUTRAL)
        return
    is_over = held.valid_until < seen.now.astimezone(LOCAL).date()
    verdict = tr(WORK_VERDICT_LABELS[held.verdict])
    said = [tr(OVER if is_over else HOLDS, verdict=verdict, until=format_date(held.valid_until))]
    if held.limit_labels:
        said.append("; ".join(map(tr, held.limit_labels)))
    yield KeyValue(tr(HEAD), "\n".join(said), Tone.WARNING if is_over else _TONES[held.verdict])


def _show_limits(verdict: CodeField, limits: list[CheckField]) -> None:
    chosen = verdict.choice()
    has_limits = chosen is not None and chosen.id == WorkVerdict.LIMITED.value
    for each in limits:
        each.setVisible(has_limits)


def _save(one: Asking, uow: Any, values: Mapping[str, Any]) -> str:
    verdict = WorkVerdict(values["verdict"])
    # A tick under an answer that has no limits is out of sight: it is not meant.
    has_limits = verdict is WorkVerdict.LIMITED
    limits = frozenset(each for each in WorkLimit if has_limits and values[each.value])
    return decide_fitness(
        uow, DecideFitness(one.stay_id, verdict, values["valid_until"], limits, values["decided_on"])
    )
