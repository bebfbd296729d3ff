"""How these screens write spans of days, states and documents."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.staff.domain import CERTIFICATE_STATE_LABELS, CertificateState
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

CodeT = TypeVar("CodeT", bound=StrEnum)

SECTION = label("ui", "Quản trị")
FROM = label("staff", "từ {first}")
BETWEEN = label("staff", "{first} – {last}")
DOCUMENT = label("staff", "{number} ngày {day}")
CERTIFICATE_TONES: Final[dict[CertificateState, Tone]] = {
    CertificateState.VALID: Tone.OK,
    CertificateState.EXPIRING: Tone.WARNING,
    CertificateState.EXPIRED: Tone.DANGER,
    CertificateState.ENDLESS: Tone.NEUTRAL,
}
LEFT_DAYS = label("staff", "Còn {count} ngày")
OVER_DAYS = label("staff", "Hết hạn {count} ngày")
LAST_DAY = label("staff", "Hết hạn hôm nay")


class Age(StrEnum):
    """Where days lie seen from today."""

    NOW = "now"
    COMING = "coming"
    PAST = "past"


AGE_TONES: Final[dict[Age, Tone]] = {Age.NOW: Tone.OK, Age.COMING: Tone.INFO, Age.PAST: Tone.NEUTRAL}


def age_of(first: date, last: date | None, today: date) -> Age:
    """Whether days are on, to come, or over."""
    if first > today:
        return Age.COMING
    return Age.PAST if last is not None and last < today else Age.NOW


def day(value: date | None) -> str:
    """A day as written; empty when it is not known."""
    return "" if value is None else format_date(value)


def days(first: date, last: date | None) -> str:
    """Days as written."""
    if last is None:
        return tr(FROM, first=format_date(first))
    return tr(BETWEEN, first=format_date(first), last=format_date(last))


def document(number: str | None, on: date | None) -> str:
    """A document by its number and day, whatever of both is known."""
    if number and on is not None:
        return tr(DOCUMENT, number=number, day=format_date(on))
    return number or day(on)


def certificate_text(state: CertificateState, expires_on: date | None, today: date) -> str:
    """The state in words; where it matters, in days."""
    if expires_on is None or state in {CertificateState.VALID, CertificateState.ENDLESS}:
        return tr(CERTIFICATE_STATE_LABELS[state])
    left = (expires_on - today).days
    if left == 0:
        return tr(LAST_DAY)
    return tr(LEFT_DAYS, count=left) if left > 0 else tr(OVER_DAYS, count=-left)


def options(labels: Mapping[CodeT, Label]) -> list[tuple[str, Label]]:
    """Codes with their words, for a field that chooses one."""
    return [(code.value, text) for code, text in labels.items()]
