"""Decisions about the facility's profile."""

from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.domain import (
    EDIT_FACILITY,
    UnitKind,
    facility_code,
    facility_name,
    province_code,
)
from facility_app.modules.catalogues.queries import FacilityRow
from facility_app.modules.catalogues.tables import FacilityProfile


@dataclass(frozen=True, slots=True)
class CreateFacility:
    """The profile a new file begins with."""

    code: str
    name: str
    province_code: str
    unit_kind: UnitKind


def create_facility(uow: UnitOfWork, command: CreateFacility) -> FacilityRow:
    """Write the profile of a new file.

    Raises:
        UserError: ``facility_profile_exists``, ``bad_facility_code``, ``bad_facility_name``,
            ``bad_province_code``.
    """
    require(uow, EDIT_FACILITY)
    if uow.session.scalar(sa.select(FacilityProfile.id).where(FacilityProfile.voided_at.is_(None))) is not None:
        raise UserError(
            "facility_profile_exists",
            label("errors", "Tệp dữ liệu này đã có hồ sơ cơ sở. Mỗi tệp chỉ có một hồ sơ; hãy sửa hồ sơ đang có."),
        )
    with uow.act("catalogues.create_facility") as act:
        made = uow.add(
            FacilityProfile(
                code=facility_code(command.code),
                name=facility_name(command.name),
                province_code=province_code(command.province_code),
                unit_kind=command.unit_kind,
            )
        )
        act.about(made)
    return FacilityRow(made.id, made.code, made.name, made.province_code, made.unit_kind)
