"""How the screens of the pharmacy say things: days, moments, classes, expiry, and which tone each has."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.labels import Label
from facility_app.modules.pharmacy.domain.classes import CLASS_LABELS, DrugClass
from facility_app.modules.pharmacy.domain.shelf import EXPIRY_LABELS, WITHIN, Expiry, HowSoon
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

EXPIRY_TONES: Final[Mapping[Expiry, Tone]] = {
    Expiry.EXPIRED: Tone.DANGER,
    Expiry.URGENT: Tone.DANGER,
    Expiry.NEAR: Tone.WARNING,
    Expiry.LATER: Tone.OK,
}
CLASS_TONES: Final[Mapping[DrugClass, Tone]] = {
    DrugClass.NARCOTIC: Tone.DANGER,
    DrugClass.PSYCHOTROPIC: Tone.WARNING,
    DrugClass.PRECURSOR: Tone.WARNING,
    DrugClass.COMBINED: Tone.INFO,
    DrugClass.ORDINARY: Tone.NEUTRAL,
}


def day(value: date | None) -> str:
    """``21/11/2026``; empty when it is not known."""
    return "" if value is None else format_date(value)


def moment(value: datetime | None) -> str:
    """``21/11/2026 07:30``; empty when it is not known."""
    return "" if value is None else format_moment(value)


def class_text(value: DrugClass) -> str:
    """What a medicine is managed as."""
    return tr(CLASS_LABELS[value])


def class_tone(value: DrugClass) -> Tone | None:
    """The tone of that; none for an ordinary medicine."""
    return None if value is DrugClass.ORDINARY else CLASS_TONES[value]


def expiry_text(value: HowSoon | None) -> str:
    """How soon a lot expires."""
    if value is None:
        return ""
    return tr(EXPIRY_LABELS[value.level]) if value.within is None else tr(WITHIN, days=value.within)


def expiry_tone(value: Expiry | None) -> Tone | None:
    """The tone of that."""
    return None if value is None else EXPIRY_TONES[value]


def options(labels: Mapping[Any, Label]) -> tuple[tuple[str, Label], ...]:
    """Codes with their words, for a field that chooses one."""
    return tuple((str(code), text) for code, text in labels.items())


def joined(*parts: str | None, sign: str = " · ") -> str:
    """The parts that say something, in one line."""
    return sign.join(part for part in parts if part)
