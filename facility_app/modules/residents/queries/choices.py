"""What may be chosen in a form about a person: entries of the shipped lists and places, by what is typed."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import (
    Coded,
    CodeList,
    Place,
    find_code,
    find_place,
    list_codes,
    list_communes,
    list_provinces,
    search_codes,
    search_places,
)
from facility_app.modules.residents.domain import VIEW_RESIDENTS

__all__ = [
    "CodeList",
    "Coded",
    "Place",
    "find_entry",
    "find_unit",
    "search_communes",
    "search_entries",
    "search_provinces",
]


def search_entries(uow: UnitOfWork, which: CodeList, text: str) -> tuple[Coded, ...]:
    """Entries of a list by words typed without marks; all of them, in the list's order, for no text."""
    require(uow, VIEW_RESIDENTS)
    return search_codes(uow, which, text) if text.strip() else list_codes(uow, which)


def find_entry(uow: UnitOfWork, which: CodeList, code: str) -> Coded | None:
    """The entry of a stored code, also one no longer chosen."""
    require(uow, VIEW_RESIDENTS)
    return find_code(uow, which, code)


def search_provinces(uow: UnitOfWork, text: str) -> tuple[Place, ...]:
    """Provinces by what is typed; all of them for no text."""
    require(uow, VIEW_RESIDENTS)
    if not text.strip():
        return list_provinces(uow)
    return tuple(place for place in search_places(uow, text, limit=50) if place.is_province)


def search_communes(uow: UnitOfWork, province: str, text: str) -> tuple[Place, ...]:
    """Communes of a province, or of every one when none is chosen; all of the province for no text."""
    require(uow, VIEW_RESIDENTS)
    if not text.strip():
        return list_communes(uow, province) if province else ()
    return tuple(place for place in search_places(uow, text, province, limit=50) if not place.is_province)


def find_unit(uow: UnitOfWork, code: str) -> Place | None:
    """The province or commune of a stored code, also one that is no more."""
    require(uow, VIEW_RESIDENTS)
    return find_place(uow, code)
