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
    facility_line,
    facility_name,
    facility_phone,
    province_code,
)
from facility_app.modules.catalogues.queries import FacilityRow, check_place, get_facility
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


@dataclass(frozen=True, slots=True)
class EditFacility:
    """The whole profile as it shall be; the code stays, for every row of the file bears it."""

    version: int
    name: str
    unit_kind: UnitKind
    province_code: str
    commune_code: str | None = None
    parent_name: str | None = None
    abbreviation: str | None = None
    place_name: str | None = None
    address: str | None = None
    phone: str | None = None


def edit_facility(uow: UnitOfWork, command: EditFacility) -> FacilityRow:
    """Change the profile; papers already issued keep what they were issued with.

    Raises:
        UserError: ``bad_facility_name``, ``bad_province_code``, ``unknown_place``, ``commune_elsewhere``,
            ``text_too_long``, ``bad_phone``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_FACILITY)
    found = uow.get(FacilityProfile, get_facility(uow).facility_id, version=command.version)
    province = check_place(uow, province_code(command.province_code), "province_code")
    commune = check_place(uow, command.commune_code, "commune_code") if command.commune_code else None
    if commune is not None and commune.province_code != province.code:
        raise UserError(
            "commune_elsewhere",
            label("errors", "{commune} không thuộc {province}. Hãy chọn lại xã hoặc tỉnh."),
            fields={"commune_code": label("errors", "Xã không thuộc tỉnh đã chọn")},
            commune=commune.path,
            province=province.full_name,
        )
    with uow.act("catalogues.edit_facility") as act:
        act.about(found)
        found.name = facility_name(command.name)
        found.unit_kind = command.unit_kind
        found.province_code = province.code
        found.commune_code = None if commune is None else commune.code
        found.parent_name = facility_line(command.parent_name, "parent_name")
        found.abbreviation = facility_line(command.abbreviation, "abbreviation")
        found.place_name = facility_line(command.place_name, "place_name")
        found.address = facility_line(command.address, "address")
        found.phone = facility_phone(command.phone)
    return get_facility(uow)
