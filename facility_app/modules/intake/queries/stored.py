"""Records of one import, for the rooms of this slice; whoever asks has been asked for the right before."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS
from facility_app.modules.intake.tables import RosterImport, RosterPerson

_NOT_THERE: Final = label(
    "errors", "Không có lần nhập danh sách {id}. Hãy xem lại mã trong danh sách các lần nhập."
)


def find_import(uow: UnitOfWork, import_id: str) -> RosterImport:
    """One import.

    Raises:
        UserError: ``no_such_import``.
    """
    require(uow, IMPORT_ROSTERS)
    found = uow.session.get(RosterImport, import_id)
    if found is None or found.voided_at is not None:
        raise UserError("no_such_import", _NOT_THERE, id=import_id[:40])
    return found


def people_of(uow: UnitOfWork, import_id: str) -> Sequence[RosterPerson]:
    """Whom an import brought, in the order of its rows."""
    require(uow, IMPORT_ROSTERS)
    wanted = sa.select(RosterPerson).where(RosterPerson.import_id == import_id)
    return uow.session.scalars(wanted.order_by(RosterPerson.row_no, RosterPerson.id)).all()
