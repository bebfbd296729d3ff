"""Records of comings and imports, for the rooms of this slice."""

from collections.abc import Sequence
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS, VIEW_CASES
from facility_app.modules.intake.tables import IntakeCase, RosterImport, RosterPerson

_NOT_THERE: Final = label(
    "errors", "Không có lần nhập danh sách {id}. Hãy xem lại mã trong danh sách các lần nhập."
)


def case_of_stay(uow: UnitOfWork, stay_id: str) -> IntakeCase | None:
    """The case a stay came in by; whoever ends a stay need not work at the door, the case follows all the same."""
    require(uow, VIEW_CASES)
    wanted = sa.select(IntakeCase).where(IntakeCase.stay_id == stay_id, IntakeCase.voided_at.is_(None))
    return uow.session.scalars(wanted).first()


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
