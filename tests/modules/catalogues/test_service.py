"""The facility's profile: written once for a new file, read by everyone."""

from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.kernel.errors import ConflictError, UserError
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.queries import FacilityRow, get_facility
from facility_app.modules.catalogues.service import (
    CreateFacility,
    EditFacility,
    create_facility,
    edit_facility,
)
from facility_app.modules.catalogues.tables import FacilityProfile
from tests.helpers.facility import Facility
from tests.helpers.probe import HOME, rows

WISH = CreateFacility("g01.28.12", " Cơ sở  cai nghiện số 1", "01", UnitKind.PUBLIC)


def create(facility: Facility, wish: CreateFacility = WISH) -> FacilityRow:
    with facility.database.write(facility.admin) as uow:
        made = create_facility(uow, wish)
        uow.commit()
    return made


def test_the_profile_is_kept_tidy_and_read_back(facility: Facility) -> None:
    made = create(facility)
    with facility.database.read(facility.admin) as uow:
        found = get_facility(uow)
    assert found == made
    assert (found.code, found.name, found.province_code, found.unit_kind) == (
        "G01.28.12",
        "Cơ sở cai nghiện số 1",
        "01",
        UnitKind.PUBLIC,
    )
    assert found.head_title == "Trưởng cơ sở"


def test_the_profile_travels_and_the_trail_names_it(facility: Facility) -> None:
    made = create(facility)
    assert rows(facility.database, "SELECT home FROM facility_profile") == [(HOME,)]
    assert rows(facility.database, "SELECT tbl, row_id, op FROM sync_change") == [(1, made.facility_id, "I")]
    told = rows(facility.database, "SELECT verb, table_name, record_id FROM audit_entry WHERE seq = 2")
    assert told == [("catalogues.create_facility", "facility_profile", made.facility_id)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "G 01"}, "bad_facility_code"),
        ({"name": " "}, "bad_facility_name"),
        ({"province_code": "1"}, "bad_province_code"),
    ],
)
def test_a_bad_wish_writes_nothing(facility: Facility, change: dict[str, Any], code: str) -> None:
    wish = {"code": "G01", "name": "Cơ sở", "province_code": "01", "unit_kind": UnitKind.PRIVATE} | change
    with pytest.raises(UserError) as refused:
        create(facility, CreateFacility(**wish))
    assert refused.value.code == code
    assert rows(facility.database, "SELECT count(*) FROM facility_profile") == [(0,)]
    assert rows(facility.database, "SELECT count(*) FROM audit_entry") == [(1,)]


def test_before_there_is_a_profile_there_is_none_to_read(facility: Facility) -> None:
    with facility.database.read(facility.admin) as uow, pytest.raises(sa.exc.NoResultFound):
        get_facility(uow)


def test_a_file_has_one_profile(facility: Facility) -> None:
    create(facility)
    with pytest.raises(UserError) as refused:
        create(facility, CreateFacility("G02", "Cơ sở 2", "79", UnitKind.PRIVATE))
    assert refused.value.code == "facility_profile_exists"
    assert rows(facility.database, "SELECT code FROM facility_profile") == [("G01.28.12",)]


def test_the_file_itself_keeps_a_second_profile_out(facility: Facility) -> None:
    create(facility)
    with facility.database.write(facility.admin) as uow, uow.act("probe.add"):
        uow.add(FacilityProfile(code="G02", name="Cơ sở 2", province_code="79", unit_kind=UnitKind.PRIVATE))
        with pytest.raises(sa.exc.IntegrityError, match="UNIQUE"):
            uow.session.flush()
        uow.session.rollback()
    assert rows(facility.database, "SELECT code FROM facility_profile") == [("G01.28.12",)]


def test_after_a_profile_was_struck_out_there_is_room_for_one(facility: Facility) -> None:
    first = create(facility)
    with facility.database.write(facility.admin) as uow:
        with uow.act("probe.void"):
            uow.void(uow.get(FacilityProfile, first.facility_id), "lập nhầm")
        uow.commit()
    second = create(facility, CreateFacility("G02", "Cơ sở 2", "79", UnitKind.PRIVATE))
    with facility.database.read(facility.admin) as uow:
        assert get_facility(uow) == second


def edit(facility: Facility, made: FacilityRow, **changed: Any) -> FacilityRow:
    wish: dict[str, Any] = {
        "version": made.version,
        "name": made.name,
        "unit_kind": made.unit_kind,
        "province_code": made.province_code,
    }
    with facility.database.write(facility.admin) as uow:
        done = edit_facility(uow, EditFacility(**(wish | changed)))
        uow.commit()
    return done


def test_the_profile_can_be_edited_but_for_its_code(facility: Facility) -> None:
    made = create(facility)
    done = edit(
        facility,
        made,
        name="Trường giáo dưỡng số 2",
        unit_kind=UnitKind.REFORM_SCHOOL,
        commune_code="00070",
        parent_name=" CÔNG AN  TỈNH ",
        place_name="Hà Nội",
        abbreviation="CSCN",
        phone="024 3825 5555",
        address="",
    )
    with facility.database.read(facility.admin) as uow:
        assert get_facility(uow) == done
    assert (done.code, done.head_title, done.parent_name, done.address) == (
        made.code,
        "Hiệu trưởng",
        "CÔNG AN TỈNH",
        None,
    )
    assert done.version == made.version + 1
    told = rows(facility.database, "SELECT verb FROM audit_entry ORDER BY seq DESC LIMIT 1")
    assert told == [("catalogues.edit_facility",)]


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"name": ""}, "bad_facility_name", "name"),
        ({"province_code": "99"}, "unknown_place", "province_code"),
        ({"commune_code": "99999"}, "unknown_place", "commune_code"),
        ({"commune_code": "31078"}, "commune_elsewhere", "commune_code"),
        ({"parent_name": "x" * 201}, "text_too_long", "parent_name"),
        ({"phone": "gọi số 9"}, "bad_phone", "phone"),
        ({"address": "\ud800"}, "broken_text", "address"),
    ],
)
def test_a_bad_edit_is_refused_at_its_field(
    facility: Facility, changed: dict[str, Any], code: str, field: str
) -> None:
    made = create(facility)
    with pytest.raises(UserError) as refused:
        edit(facility, made, **changed)
    assert refused.value.code == code
    assert set(refused.value.fields) == {field}
    with facility.database.read(facility.admin) as uow:
        assert get_facility(uow) == made


def test_an_edit_of_a_stale_copy_is_refused(facility: Facility) -> None:
    made = create(facility)
    edit(facility, made, name="Cơ sở khác")
    with pytest.raises(ConflictError):
        edit(facility, made, name="Cơ sở khác nữa")
