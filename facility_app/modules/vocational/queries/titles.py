"""What certificates are called: the list of codes says it, and how it is known."""

from collections.abc import Mapping

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import CodeList, Evidence, find_code
from facility_app.modules.vocational.domain.results import BOOK_LABELS, Book, Title
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL


def get_titles(uow: UnitOfWork) -> Mapping[Book, Title]:
    """Of every book; a book the list does not know is called by what was learnt."""
    require(uow, VIEW_VOCATIONAL)
    made = {}
    for book in Book:
        found = find_code(uow, CodeList.TRADE_CERTIFICATE, book.value)
        made[book] = (
            Title(BOOK_LABELS[book], is_approved=False)
            if found is None
            else Title(found.text, found.evidence is Evidence.READ)
        )
    return made
