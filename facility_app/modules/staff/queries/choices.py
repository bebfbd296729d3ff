"""Entries of the lists that the forms of this slice choose from."""

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import Coded, CodeList, find_code, search_codes
from facility_app.modules.staff.domain import VIEW_STAFF


def offer_entries(uow: UnitOfWork, which: str, text: str) -> tuple[Coded, ...]:
    """Entries of the list named ``which`` (a ``CodeList``) for this slice's forms; all of them for no text."""
    require(uow, VIEW_STAFF)
    return search_codes(uow, CodeList(which), text)


def find_entry(uow: UnitOfWork, which: str, code: str | None) -> Coded | None:
    """The entry of a stored code, also one no longer chosen."""
    require(uow, VIEW_STAFF)
    return None if code is None else find_code(uow, CodeList(which), code)
