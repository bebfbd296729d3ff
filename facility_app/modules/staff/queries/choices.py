"""What forms choose from: entries of the lists of this slice, and who works here."""

from collections.abc import Sequence

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.named import MOST_OFFERED, Named
from facility_app.kernel.paging import Look
from facility_app.modules.catalogues.api import Coded, CodeList, find_code, search_codes
from facility_app.modules.staff.domain import VIEW_STAFF
from facility_app.modules.staff.queries.people import list_staff_ids, list_staff_rows


def offer_entries(uow: UnitOfWork, which: str, text: str) -> tuple[Coded, ...]:
    """Entries of the list named ``which`` (a ``CodeList``) for this slice's forms; all of them for no text."""
    require(uow, VIEW_STAFF)
    return search_codes(uow, CodeList(which), text)


def find_entry(uow: UnitOfWork, which: str, code: str | None) -> Coded | None:
    """The entry of a stored code, also one no longer chosen."""
    require(uow, VIEW_STAFF)
    return None if code is None else find_code(uow, CodeList(which), code)


def find_colleagues(uow: UnitOfWork, typed: str) -> tuple[Named, ...]:
    """Who works here, found by what is typed; the first of them all before anything is typed."""
    require(uow, VIEW_STAFF)
    rows = list_staff_rows(uow, list_staff_ids(uow, Look(typed))[:MOST_OFFERED])
    return tuple(Named(row.member_id, row.full_name) for row in rows if row.left_on is None)


def name_colleagues(uow: UnitOfWork, member_ids: Sequence[str]) -> dict[str, str]:
    """Their names, also of those who left."""
    require(uow, VIEW_STAFF)
    return {row.member_id: row.full_name for row in list_staff_rows(uow, list(member_ids))}
