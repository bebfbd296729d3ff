"""Who opened somebody's page or papers: the right to know is the person's, and the head answers for it."""

from dataclasses import replace
from operator import attrgetter

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import HIDDEN
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.api import LookRow, list_looks
from facility_app.modules.residents.domain import READ_HEALTH_FILES, READ_LOOKS
from facility_app.modules.residents.tables.body import Attachment
from facility_app.modules.residents.tables.person import Resident

__all__ = ["LookRow", "list_resident_looks"]


def list_resident_looks(uow: UnitOfWork, resident_id: str) -> tuple[LookRow, ...]:
    """Everybody who opened, printed or exported the person's file or a document in it, the newest first.

    Why a medical document was opened is masked for whoever may not open one.
    """
    require(uow, READ_LOOKS)
    a = Attachment
    plain, medical = a.privacy != Privacy.CLINICAL, a.privacy == Privacy.CLINICAL
    found = [
        *list_looks(uow, Resident.__tablename__, resident_id),
        *_at_documents(uow, resident_id, plain),
        *(_told(uow, one) for one in _at_documents(uow, resident_id, medical)),
    ]
    # Of the same instant the later one first: ids of entries grow.
    return tuple(sorted(found, key=attrgetter("at", "entry_id"), reverse=True))


def _at_documents(uow: UnitOfWork, resident_id: str, which: sa.ColumnElement[bool]) -> tuple[LookRow, ...]:
    a = Attachment
    held = sa.select(a.id).where(a.resident_id == resident_id, which)
    return list_looks(uow, a.__tablename__, *uow.session.scalars(held))


def _told(uow: UnitOfWork, look: LookRow) -> LookRow:
    if look.purpose is None or uow.actor.may(READ_HEALTH_FILES):
        return look
    return replace(look, purpose=HIDDEN * 4)
