"""How the screens of absences say things: moments, where a case stands, how urgent it is."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from facility_app.kernel.dates import format_date, format_moment, format_time, local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.absences.domain.cases import CASE_STATE_LABELS, CaseKind, CaseState
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

OVERDUE = label("absences", "Quá hạn trở lại")
OVERDUE_DAYS = label("absences", "quá {count} ngày")
OVERDUE_HOURS = label("absences", "quá {count} giờ")
LEFT_DAYS = label("absences", "còn {count} ngày")
LEFT_HOURS = label("absences", "còn {count} giờ")
TONES: Final[dict[CaseState, Tone]] = {
    CaseState.ASKED: Tone.WARNING,
    CaseState.ALLOWED: Tone.INFO,
    CaseState.AWAY: Tone.INFO,
    CaseState.BACK: Tone.OK,
    CaseState.GONE_ON: Tone.NEUTRAL,
    CaseState.REFUSED: Tone.NEUTRAL,
    CaseState.WITHDRAWN: Tone.NEUTRAL,
    CaseState.OUT: Tone.NEUTRAL,
}
MISSED: Final = frozenset({CaseKind.ESCAPE, CaseKind.LEFT})
MIDNIGHT: Final = "00:00"
_HOUR, _DAY = 3600, 86400


def at(moment: datetime | None) -> str:
    """``21/11/2026 07:30``; only the day where the hour was never said; empty when it is not known.

    Whoever was imported, or left before the program came, is away since a day: kept as its first moment.
    """
    if moment is None:
        return ""
    return format_date(local_date(moment)) if format_time(moment) == MIDNIGHT else format_moment(moment)


def day(value: date | None) -> str:
    """``21/11/2026``; empty when it is not known."""
    return "" if value is None else format_date(value)


def state(of: CaseState, *, is_overdue: bool) -> str:
    """Where a case stands, or that somebody should be back."""
    return tr(OVERDUE) if is_overdue else tr(CASE_STATE_LABELS[of])


def state_tone(of: CaseState, kind: CaseKind, *, is_overdue: bool) -> Tone:
    """Red for who should be back and for who is missed."""
    if is_overdue or (of is CaseState.AWAY and kind in MISSED):
        return Tone.DANGER
    return TONES[of]


def until(due: datetime | None, now: datetime) -> str:
    """How far the moment of coming back is."""
    if due is None:
        return ""
    seconds = (due - now).total_seconds()
    size = abs(seconds)
    if size >= _DAY:
        return tr(LEFT_DAYS if seconds >= 0 else OVERDUE_DAYS, count=int(size // _DAY))
    return tr(LEFT_HOURS if seconds >= 0 else OVERDUE_HOURS, count=int(size // _HOUR))


def numbered(number: str | None, on: date | None) -> str:
    """``05/QĐ-CSCN, 21/11/2026``."""
    return ", ".join(filter(None, (number, day(on))))


def options(labels: Mapping[Any, Label]) -> tuple[tuple[str, Label], ...]:
    """Codes with their words, for a field that chooses one."""
    return tuple((str(code), text) for code, text in labels.items())
