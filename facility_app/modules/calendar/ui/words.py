"""How slots, clashes and moves are said on screens."""

from datetime import date, datetime
from typing import Final

from facility_app.kernel.dates import format_date, format_time, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.weekdays import SHORT_WEEKDAYS
from facility_app.modules.calendar.domain.slots import SLOT_KIND_LABELS, Slot, SlotKind
from facility_app.ui.i18n import shown, tr
from facility_app.ui.theme import Tone

OUTSIDE = label("calendar", "{what} (ngoài cơ sở)")
FROM, UNTIL = label("calendar", "từ {at}"), label("calendar", "đến {at}")
ALL_DAY, WHOLE = label("calendar", "cả ngày"), label("calendar", "cả buổi")
PEOPLE = label("calendar", "{count} người")
TONES: Final[dict[SlotKind, Tone]] = {
    SlotKind.CLASS: Tone.ACCENT,
    SlotKind.COUNSELLING: Tone.ACCENT,
    SlotKind.LESSON: Tone.INFO,
    SlotKind.LABOUR: Tone.OK,
    SlotKind.HEALTH: Tone.DANGER,
    SlotKind.VISIT: Tone.WARNING,
    SlotKind.AUTHORITY: Tone.WARNING,
    SlotKind.GATHERING: Tone.INFO,
}
"""Colour of a kind in the picture; the words beside it say it too. What is not here has none."""
_OUT_ANYWAY: Final = frozenset({SlotKind.AWAY, SlotKind.RELEASE})


def what(slot: Slot) -> str:
    """What people call it; its kind where it has no name."""
    said = shown(slot.name) or kind(slot)
    return tr(OUTSIDE, what=said) if slot.is_outside and slot.kind not in _OUT_ANYWAY else said


def kind(slot: Slot) -> str:
    """Which kind it is."""
    return tr(SLOT_KIND_LABELS[slot.kind])


def kind_behind(slot: Slot) -> str:
    """Its kind, where its name does not say it."""
    return kind(slot) if slot.name else ""


def hours_on(slot: Slot, on: date) -> str:
    """From when until when on one day, ``07:30–09:00``; the whole of it where it neither begins nor ends then."""
    first = format_time(slot.from_at) if local_date(slot.from_at) == on else ""
    last = format_time(slot.to_at) if local_date(slot.to_at) == on else ""
    if first == "00:00":
        first = ""
    if first and last:
        return f"{first}–{last}"
    return tr(FROM, at=first) if first else tr(UNTIL, at=last) if last else tr(ALL_DAY)


def span(from_at: datetime, to_at: datetime) -> str:
    """``07:30–09:00``, with the days where they are others."""
    first, last = local_date(from_at), local_date(to_at)
    if first == last:
        return f"{format_time(from_at)}–{format_time(to_at)}"
    return f"{format_time(from_at)} {format_date(first)[:5]} – {format_time(to_at)} {format_date(last)[:5]}"


def day(moment: datetime) -> str:
    """``T2 23/11``: short, so that the hour behind it has room."""
    on = local_date(moment)
    return f"{tr(SHORT_WEEKDAYS[on.weekday()])} {format_date(on)[:5]}"
