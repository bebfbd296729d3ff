"""Fields that forms about people have in common: a birth by day or year, entries of the shipped lists, places."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Asked, Reading, Refused, Understood
from facility_app.kernel.typed_dates import TwoDigitYears, read_date, within
from facility_app.modules.residents.domain.person import birth_text
from facility_app.modules.residents.queries.choices import (
    Coded,
    CodeList,
    Place,
    find_entry,
    find_unit,
    search_communes,
    search_entries,
    search_provinces,
)
from facility_app.modules.residents.ui.naming import found_people, named_person
from facility_app.ui.days import DAY_FORM
from facility_app.ui.forms.lookup_fields import LookupField, PersonField, PlaceField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.value_fields import ReadField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)
BIRTH_HINT = label("residents", "Ngày sinh, hoặc chỉ năm: 17/05/2001, 17052001, 2001")

NOT_COME = label("residents", "Năm sinh {year} chưa đến: năm nay là {now}. Hãy kiểm tra lại.")
BAD_YEAR = label("residents", "Năm gồm bốn chữ số, từ 1900. Ví dụ: 1998.")


@dataclass(frozen=True, slots=True)
class Birth:
    """A day of birth, or the year alone.

    Attributes:
        on: the day; None where only the year is known.
        year: always.
    """

    on: date | None
    year: int


class BirthField(ReadField[Birth]):
    """A day of birth as dates are typed, or four digits for the year alone."""

    def __init__(self, name: str, head: Label, *, today: Callable[[], date], is_required: bool = False) -> None:
        """Make an empty birth."""
        self._today = today
        super().__init__(name, head, width=10, is_required=is_required)
        self.say_form(DAY_FORM)
        self._line.setToolTip(tr(BIRTH_HINT))

    @override
    def read(self, text: str) -> Reading[Birth]:
        typed, today = text.strip(), self._today()
        if _YEAR.fullmatch(typed) and int(typed) <= today.year:
            return Understood(Birth(None, int(typed)))
        if _YEAR.fullmatch(typed):
            return Refused(NOT_COME, {"year": typed, "now": today.year})
        found = within(read_date(text, today, TwoDigitYears.PAST), text, today, latest=today)
        if isinstance(found, Understood):
            return Understood(None if found.value is None else Birth(found.value, found.value.year))
        if isinstance(found, Refused):
            return found
        return Asked(found.question, tuple(Birth(one, one.year) for one in found.choices), found.params)

    @override
    def shown(self, value: Birth | None) -> str:
        return "" if value is None else birth_text(value.on, value.year)


class YearField(ReadField[int]):
    """A year: four digits, written without a point among them."""

    def __init__(self, name: str, head: Label) -> None:
        """Make an empty year."""
        super().__init__(name, head, width=4)

    @override
    def read(self, text: str) -> Reading[int]:
        typed = text.strip()
        if not typed:
            return Understood(None)
        return Understood(int(typed)) if _YEAR.fullmatch(typed) else Refused(BAD_YEAR)


def code_field(
    context: PageContext, name: str, head: Label, which: CodeList, *, is_required: bool = False
) -> LookupField:
    """An entry of a shipped list; typing finds it without marks."""
    return LookupField(
        name,
        head,
        runner=context.runner,
        lookup=partial(_entries, which),
        find=partial(_entry, which),
        is_required=is_required,
    )


def place_field(context: PageContext, name: str, head: Label) -> PlaceField:
    """A province and a commune in it."""
    return PlaceField(name, head, runner=context.runner, outer=_provinces, inner=_communes, find=_unit)


def person_field(context: PageContext, name: str, head: Label, *, but: str = "") -> PersonField:
    """Another resident; ``but`` is left out."""
    return PersonField(
        name,
        head,
        runner=context.runner,
        lookup=partial(_people, but),
        find=named_person,
        is_required=True,
        hint=label("residents", "Tên, mã hoặc số cuối giấy tờ, không cần dấu"),
    )


def _entry_choice(entry: Coded) -> Choice:
    return Choice(entry.code, tr(entry.text))


def _entries(which: CodeList, uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_entry_choice, search_entries(uow, which, text)))


def _entry(which: CodeList, uow: Any, code: str) -> Choice | None:
    found = find_entry(uow, which, code)
    return None if found is None else _entry_choice(found)


def _place_choice(place: Place) -> Choice:
    if place.is_province:
        return Choice(place.code, place.full_name)
    return Choice(place.code, place.full_name, place.province_name, above=place.province_code)


def _provinces(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_place_choice, search_provinces(uow, text)))


def _communes(uow: Any, province: str, text: str) -> Sequence[Choice]:
    return tuple(map(_place_choice, search_communes(uow, province, text)))


def _unit(uow: Any, code: str) -> Choice | None:
    found = find_unit(uow, code)
    return None if found is None else _place_choice(found)


def _people(but: str, uow: Any, text: str) -> Sequence[Choice]:
    return tuple(one for one in found_people(uow, text) if one.id != but)
