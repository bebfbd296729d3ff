"""What a person lacks before working, in words: the list of conditions and the tab say the same."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.labour.domain.admission import Fit
from facility_app.modules.labour.queries.people import SOON_DAYS, ConditionRow
from facility_app.modules.labour.ui import words as said
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

FIT_LABELS: Final[dict[Fit, Label]] = {
    Fit.FIT: label("labour", "đủ sức khỏe"),
    Fit.LIMITED: label("labour", "có giới hạn"),
    Fit.UNFIT: label("labour", "không đủ sức khỏe"),
}
READY = label("labour", "không thiếu gì")
IN_DETOX = label("labour", "cắt cơn")
NOT_REGISTERED = label("labour", "đăng ký")
NO_VERDICT, OVER = label("labour", "chưa có kết luận"), label("labour", "hết hạn {day}")
NO_FITNESS = label("labour", "sức khỏe")
UNFIT = label("labour", "không đủ sức khỏe")
UNTRAINED = label("labour", "huấn luyện")
UNTIL = label("labour", "{what}, đến {day}")


def lacking(row: ConditionRow, today: date) -> Iterator[str]:
    """What is missing, the plainest first."""
    if row.labour_from is None or row.labour_from > today:
        yield tr(IN_DETOX)
    if not row.is_registered:
        yield tr(NOT_REGISTERED)
    if row.fit is None:
        yield tr(NO_FITNESS)
    elif row.fit is Fit.UNFIT:
        yield tr(UNFIT)
    if row.trained_until is None:
        yield tr(UNTRAINED)


def lacking_text(row: ConditionRow, today: date) -> str:
    """All of it, or that nothing is."""
    return ", ".join(lacking(row, today)) or tr(READY)


def lacking_tone(row: ConditionRow, today: date) -> Tone:
    """How loud that is."""
    return Tone.OK if not any(lacking(row, today)) else Tone.WARNING


def fitness_text(row: ConditionRow) -> str:
    """Health's answer, until when; of an expired one that it is."""
    if row.fitness is None:
        return tr(NO_VERDICT)
    until = said.day(row.fitness.valid_until)
    if row.fit is None:
        return tr(OVER, day=until)
    return tr(UNTIL, what=tr(FIT_LABELS[row.fit]), day=until)


def trained_tone(row: ConditionRow, today: date) -> Tone | None:
    """Loud once it ends soon."""
    if row.trained_until is None:
        return None
    return Tone.WARNING if row.trained_until <= today + timedelta(days=SOON_DAYS) else None


def limits_text(row: ConditionRow) -> str:
    """What they should not do."""
    return "; ".join(map(tr, row.limits))
