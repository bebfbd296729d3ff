"""Looking things up in the shipped lists: codes and administrative units."""

from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.catalogues.domain import (
    READ_LISTS,
    CodeBook,
    Coded,
    CodeList,
    Gazetteer,
    Place,
    from_shelf,
    read_code_book,
    read_gazetteer,
)


def _codes(uow: UnitOfWork) -> CodeBook:
    return from_shelf(uow.ports.shelf, "code_lists", read_code_book)


def _places(uow: UnitOfWork) -> Gazetteer:
    return from_shelf(uow.ports.shelf, "administrative_units", read_gazetteer)


def _day(uow: UnitOfWork, on: date | None) -> date:
    return local_date(uow.now) if on is None else on


def list_codes(uow: UnitOfWork, which: CodeList, on: date | None = None) -> tuple[Coded, ...]:
    """What may be chosen from a list on a day (today when none is named), in the order of the list."""
    require(uow, READ_LISTS)
    return _codes(uow).entries(which, _day(uow, on))


def find_code(uow: UnitOfWork, which: CodeList, code: str) -> Coded | None:
    """The entry of a stored code, also one no longer chosen, or None."""
    require(uow, READ_LISTS)
    return _codes(uow).find(which, code)


def search_codes(uow: UnitOfWork, which: CodeList, text: str, on: date | None = None) -> tuple[Coded, ...]:
    """Entries found by words typed without marks, other names included; all of them for no text."""
    require(uow, READ_LISTS)
    return _codes(uow).search(which, text, _day(uow, on))


def check_code(uow: UnitOfWork, which: CodeList, code: str, field_name: str, on: date | None = None) -> Coded:
    """The entry chosen in a form's field.

    Raises:
        UserError: ``unknown_code``, naming the field.
    """
    require(uow, READ_LISTS)
    return _codes(uow).checked(which, code, field_name, _day(uow, on))


def list_provinces(uow: UnitOfWork, on: date | None = None) -> tuple[Place, ...]:
    """The provinces of a day (today when none is named) by name."""
    require(uow, READ_LISTS)
    return _places(uow).provinces_on(_day(uow, on))


def list_communes(uow: UnitOfWork, province_code: str, on: date | None = None) -> tuple[Place, ...]:
    """The communes, wards and special zones of a province by name."""
    require(uow, READ_LISTS)
    return _places(uow).communes_on(province_code, _day(uow, on))


def find_place(uow: UnitOfWork, code: str) -> Place | None:
    """The unit of a stored code, also one that is no more, or None."""
    require(uow, READ_LISTS)
    return _places(uow).find(code)


def search_places(
    uow: UnitOfWork, text: str, province_code: str = "", limit: int = 20, on: date | None = None
) -> tuple[Place, ...]:
    """Units found by any words of name and province, without marks, in any order, or by code; none for no text."""
    require(uow, READ_LISTS)
    return _places(uow).search(text, _day(uow, on), province_code, limit)


def check_place(uow: UnitOfWork, code: str, field_name: str, on: date | None = None) -> Place:
    """The unit chosen in a form's field.

    Raises:
        UserError: ``unknown_place``, naming the field.
    """
    require(uow, READ_LISTS)
    return _places(uow).checked(code, field_name, _day(uow, on))
