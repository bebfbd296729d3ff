"""Puts a payload into the wording: official words, values as papers write them, dots where nothing is given."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from facility_app.documents.face import Face
from facility_app.documents.forms.fields import FieldSpec, FieldType, PartialDate, Payload, Value, is_empty
from facility_app.documents.forms.spec import FormSpec, ListLine, TableLine
from facility_app.documents.forms.wording import ITEM, PLACE, Case, Group, Slot, Wording
from facility_app.documents.payload import Grid
from facility_app.documents.runs import Box, Leader, Run, Words
from facility_app.kernel.dates import LOCAL, format_date
from facility_app.kernel.typed import number_text

DOTS = {FieldType.TEXT: 24, FieldType.LIST: 24, FieldType.CHOICE: 10, FieldType.CHOICES: 24}
FEW_DOTS = 8
PART_DOTS = {"day": 6, "month": 6, "year": 9, "hour": 6, "minute": 6}
FREE_STRETCH, LAST_STRETCH = 3.0, 1.0
TWO_DIGITS = 10
MONTHS_WITH_ZERO = 2
"""Days below 10 and the months 1 and 2 take a leading 0 (NĐ 30/2020, Phụ lục I II.4b)."""
CLOSING = " .,;:)"
MOST_OF_LABEL = 40
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_WIDE = " \u2002"
"""Between a value and the label after it, where the form has nothing but a blank; a blank that never stretches."""


@dataclass(frozen=True, slots=True)
class _Item:
    """The line of a list being filled."""

    number: int
    text: str


class Filler:
    """One payload in one form's wording."""

    def __init__(self, spec: FormSpec, payload: Payload, writable: Callable[[str], str]) -> None:
        """Fill with ``payload``; ``writable`` makes its words what can be printed."""
        self._fields, self._payload, self._writable = spec.fields, payload, writable

    def runs(self, wording: Wording, face: Face = Face.REGULAR, item: _Item | None = None) -> tuple[Run, ...]:
        """One paragraph; nothing when all of it vanished."""
        runs = tuple(self._runs(wording, face, item))
        if not any(not isinstance(run, Words) or run.text.strip() for run in runs):
            return ()
        return self._with_last_stretched(runs)

    def text(self, wording: Wording) -> str:
        """One paragraph as plain words, dots left out."""
        return "".join(run.text for run in self.runs(wording) if isinstance(run, Words)).strip()

    def listed(self, line: ListLine, face: Face = Face.REGULAR) -> Iterator[tuple[Run, ...]]:
        """One paragraph for each item."""
        value = self._payload.get(line.field)
        field = self._fields[line.field]
        items = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else []
        texts = [(field.choices or {}).get(str(one), str(one)) for one in items if str(one).strip()]
        least = line.least if line.least_in is None or self._stands(line.least_in) else 0
        for number in range(1, max(len(texts), least) + 1):
            text = texts[number - 1] if number <= len(texts) else ""
            yield self.runs(line.text, face, _Item(number, self._writable(text)))

    def grid(self, line: TableLine) -> Grid:
        """The table of a field's rows; empty rows where there are none."""
        field, value = self._fields[line.field], self._payload.get(line.field)
        rows = [
            tuple(self._cell(row.get(column.name)) for column in field.columns)
            for row in (value if isinstance(value, Sequence) and not isinstance(value, str) else ())
            if not isinstance(row, str)
        ]
        rows += [("",) * len(field.columns)] * (line.least if not rows else 0)
        heads = tuple(column.head for column in field.columns)
        return Grid(heads, tuple(rows), widths=tuple(column.width for column in field.columns))

    def _cell(self, value: Value) -> str:
        if isinstance(value, str) and _ISO_DAY.fullmatch(value):
            # A cell of an issued paper comes back as the text it was kept as.
            return format_date(date.fromisoformat(value))
        if is_empty(value) or isinstance(value, bool):
            return "X" if value is True else ""
        if isinstance(value, datetime):
            return _instant(value)
        if isinstance(value, date):
            return format_date(value)
        if isinstance(value, PartialDate):
            return _words_of(_part_by_part(value, ""))
        return _number(value) if isinstance(value, Decimal) else str(value)

    def _runs(self, wording: Wording, face: Face, item: _Item | None) -> Iterator[Run]:
        for place, atom in enumerate(wording):
            if isinstance(atom, str):
                words = self._before(atom, wording[place + 1 : place + 2])
                yield Words(self._apart(words, wording, place), face)
            elif isinstance(atom, Group | Case):
                if self._stands(atom):
                    yield from self._runs(atom.atoms, face, item)
            elif atom.name == PLACE and item is not None:
                yield Words(str(item.number), face)
            elif atom.name == ITEM and item is not None:
                yield Words(item.text, face) if item.text else Leader(DOTS[FieldType.TEXT], FREE_STRETCH)
            else:
                yield from self._slot(atom, face)

    def _before(self, words: str, follows: Wording) -> str:
        """Official words as they stand before a place; a body's whole name takes the place of their end."""
        if not follows or not isinstance(follows[0], Slot) or follows[0].name not in self._fields:
            return words
        field, value = self._fields[follows[0].name], self._payload.get(follows[0].name)
        if not field.whole or not isinstance(value, str) or not value.startswith(field.whole):
            return words
        return next((words.removesuffix(one) for one in field.gives_way if words.endswith(one)), words)

    def _apart(self, words: str, wording: Wording, place: int) -> str:
        """A label told apart from the value before it: “Dân tộc: Kinh   Tôn giáo: …”."""
        before, after = wording[place - 1] if place else None, next(iter(wording[place + 1 :]), None)
        if not isinstance(before, Slot) or not isinstance(after, Slot) or len(words) > MOST_OF_LABEL:
            return words
        is_label = words[:1] == " " and words[1:2].isupper() and not is_empty(self._payload.get(before.name))
        return _WIDE + words[1:] if is_label else words

    def _stands(self, atom: Group | Case) -> bool:
        if isinstance(atom, Case):
            chosen = self._payload.get(atom.name)
            many = (chosen,) if isinstance(chosen, str) else chosen
            if is_empty(chosen):
                return atom.when_open
            return isinstance(many, Sequence) and not atom.codes.isdisjoint(map(str, many))
        if atom.in_blank and not self._payload:
            return True
        asked = (one.name for one in atom.atoms if isinstance(one, Slot))
        return not any(is_empty(self._payload.get(name)) for name in asked)

    def _slot(self, slot: Slot, face: Face) -> Iterator[Run]:
        field, value = self._fields[slot.name], self._payload.get(slot.name)
        if slot.is_box:
            yield Box(_is_ticked(slot, value))
        elif is_empty(value):
            yield from () if field.is_quiet else _leaders(field, slot)
        elif isinstance(value, PartialDate):
            yield from _part_by_part(value, slot.part, face)
        else:
            text = self._writable(printed(field, value, slot.part))
            yield Words(text.upper() if slot.is_upper else text, face)

    def _with_last_stretched(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """Dots at the end of a paragraph go on to the margin."""
        for place in range(len(runs) - 1, -1, -1):
            run = runs[place]
            if isinstance(run, Leader):
                is_last = run.stretch < 0
                made = replace(run, stretch=LAST_STRETCH) if is_last else run
                return (*self._still(runs[:place]), made, *self._still(runs[place + 1 :]))
            if isinstance(run, Box) or run.text.strip(CLOSING):
                break
        return self._still(runs)

    def _still(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """The others that stretch only at the end keep their length."""
        return tuple(
            replace(run, stretch=0.0) if isinstance(run, Leader) and run.stretch < 0 else run for run in runs
        )


def printed(field: FieldSpec, value: Value, part: str = "") -> str:
    """A value as the paper writes it; ``part`` of a date or instant."""
    if isinstance(value, PartialDate):
        return _words_of(_part_by_part(value, part))
    if isinstance(value, datetime):
        return _instant_part(value, part)
    if isinstance(value, date):
        return _date_part(value, part)
    if isinstance(value, int | Decimal):
        return _number(value) if isinstance(value, Decimal) else _integer(field, value)
    words = field.choices or {}
    if isinstance(value, str):
        return words.get(value, value)
    return (", " if words else "; ").join(words.get(str(one), str(one)) for one in value or ())


def _is_ticked(slot: Slot, value: Value) -> bool:
    if not slot.part:
        return value is True
    if isinstance(value, str):
        return value == slot.part
    return isinstance(value, Sequence) and slot.part in value


def _leaders(field: FieldSpec, slot: Slot) -> Iterator[Run]:
    """What stands where a value is missing."""
    if slot.part and slot.part != "date":
        yield Leader(PART_DOTS.get(slot.part, FEW_DOTS))
    elif field.type in {FieldType.DATE, FieldType.BIRTH} or slot.part:
        for part in ("day", "month"):
            yield from (Leader(PART_DOTS[part]), Words("/"))
        yield Leader(PART_DOTS["year"])
    else:
        is_free = field.type in {FieldType.TEXT, FieldType.LIST, FieldType.CHOICES}
        yield Leader(
            field.dots or DOTS.get(field.type, FEW_DOTS), FREE_STRETCH if is_free and not field.dots else -1
        )
        for _ in range(field.lines - 1):
            yield from (Words("\n"), Leader(FEW_DOTS, FREE_STRETCH))


def _part_by_part(value: PartialDate, part: str, face: Face = Face.REGULAR) -> Iterator[Run]:
    """A birth as papers write it: dots where the day and the month are not known."""
    month: Run = Leader(PART_DOTS["month"]) if value.month is None else Words(f"{value.month:02}", face)
    runs: dict[str, Run] = {
        "day": Leader(PART_DOTS["day"]),
        "month": month,
        "year": Words(f"{value.year:04}", face),
    }
    if part in runs:
        yield runs[part]
        return
    slash = Words("/", face)
    yield from (runs["day"], slash, runs["month"], slash, runs["year"])


def _words_of(runs: Iterable[Run]) -> str:
    return "".join(run.text if isinstance(run, Words) else "…" for run in runs)


def _instant(value: datetime) -> str:
    return _instant_part(value, "")


def _instant_part(value: datetime, part: str) -> str:
    local = value.astimezone(LOCAL)
    if part in {"hour", "minute"}:
        return f"{local.hour if part == 'hour' else local.minute:02}"
    if part:
        return _date_part(local.date(), "" if part == "date" else part)
    return f"{local:%H} giờ {local:%M} phút, ngày {format_date(local.date())}"


def _date_part(value: date, part: str) -> str:
    match part:
        case "day":
            return f"{value.day:02}"
        case "month":
            return f"{value.month:02}" if value.month <= MONTHS_WITH_ZERO else str(value.month)
        case "year":
            return str(value.year)
    return format_date(value)


def _number(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def _integer(field: FieldSpec, value: int) -> str:
    if field.type is FieldType.COUNT and 0 <= value < TWO_DIGITS:
        return f"{value:02}"
    return number_text(value) if field.type is FieldType.MONEY else str(value)
