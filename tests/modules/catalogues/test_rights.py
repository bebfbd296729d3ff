"""Every verb and query of the slice against every role."""

from contextlib import suppress
from datetime import date

import pytest
import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.catalogues import queries, service
from facility_app.modules.catalogues.domain import CodeList, DayKind, UnitKind
from facility_app.modules.catalogues.service import (
    CreateFacility,
    EditFacility,
    SetParameter,
    SetWorkingDay,
    VoidParameterEdit,
    VoidWorkingDay,
    create_facility,
)
from facility_app.modules.catalogues.tables import ParameterEdit, WorkingDayEdit
from tests.helpers.facility import Facility
from tests.helpers.probe import save
from tests.helpers.rights import EVERYONE, Call, missteps, public_functions

HEADS = frozenset({Role.ADMIN, Role.HEAD})
DAY = date(2026, 9, 1)
PROFILE = CreateFacility("G01", "Cơ sở 1", "01", UnitKind.PUBLIC)
VALUE = SetParameter("food_coefficient", "0.9", DAY, "NQ 1", "nâng mức")
THERE = "a" * 32


def read_the_profile(uow: UnitOfWork) -> None:
    with suppress(sa.exc.NoResultFound):  # the file of these tests has none
        queries.get_facility(uow)


def edit_the_profile(uow: UnitOfWork) -> None:
    if HEADS & uow.actor.roles:
        create_facility(uow, PROFILE)
    service.edit_facility(uow, EditFacility(1, "Cơ sở 2", UnitKind.PUBLIC, "01"))


CALLS = (
    Call("create_facility", HEADS, lambda uow: create_facility(uow, PROFILE)),
    Call("edit_facility", HEADS, edit_the_profile),
    Call("get_facility", EVERYONE, read_the_profile),
    Call("set_parameter", HEADS, lambda uow: service.set_parameter(uow, VALUE)),
    Call("what_would_move", HEADS, lambda uow: service.what_would_move(uow, VALUE)),
    Call("preview_parameter", HEADS, lambda uow: service.preview_parameter(uow, VALUE)),
    Call(
        "void_parameter_edit",
        HEADS,
        lambda uow: service.void_parameter_edit(uow, VoidParameterEdit(THERE, 1, "nhầm")),
    ),
    Call(
        "set_working_day",
        HEADS | {Role.CLERK},
        lambda uow: service.set_working_day(uow, SetWorkingDay(DAY, DayKind.OFF, "Nghỉ", "TB", "TB")),
    ),
    Call(
        "void_working_day",
        HEADS | {Role.CLERK},
        lambda uow: service.void_working_day(uow, VoidWorkingDay(THERE, "nhầm")),
    ),
    Call("list_codes", EVERYONE, lambda uow: queries.list_codes(uow, CodeList.SEX)),
    Call("find_code", EVERYONE, lambda uow: queries.find_code(uow, CodeList.SEX, "male")),
    Call("search_codes", EVERYONE, lambda uow: queries.search_codes(uow, CodeList.SEX, "nam")),
    Call("check_code", EVERYONE, lambda uow: queries.check_code(uow, CodeList.SEX, "male", "sex")),
    Call("list_provinces", EVERYONE, queries.list_provinces),
    Call("list_communes", EVERYONE, lambda uow: queries.list_communes(uow, "01")),
    Call("find_place", EVERYONE, lambda uow: queries.find_place(uow, "01")),
    Call("search_places", EVERYONE, lambda uow: queries.search_places(uow, "ha noi")),
    Call("check_place", EVERYONE, lambda uow: queries.check_place(uow, "01", "province")),
    Call("parameter", EVERYONE, lambda uow: queries.parameter(uow, "base_salary")),
    Call("find_parameter", EVERYONE, lambda uow: queries.find_parameter(uow, "base_salary")),
    Call("get_parameter", EVERYONE, lambda uow: queries.get_parameter(uow, "base_salary")),
    Call("get_parameter_book", EVERYONE, queries.get_parameter_book),
    Call("list_parameter_ids", EVERYONE, lambda uow: queries.list_parameter_ids(uow, Look())),
    Call("list_parameter_rows", EVERYONE, lambda uow: queries.list_parameter_rows(uow, ["base_salary"])),
    Call("list_parameter_edits", EVERYONE, lambda uow: queries.list_parameter_edits(uow, "base_salary")),
    Call("get_work_calendar", EVERYONE, queries.get_work_calendar),
    Call("list_holidays", EVERYONE, lambda uow: queries.list_holidays(uow, date(2027, 1, 1), date(2027, 1, 31))),
    Call("list_working_day_ids", EVERYONE, lambda uow: queries.list_working_day_ids(uow, Look())),
    Call("list_working_day_rows", EVERYONE, lambda uow: queries.list_working_day_rows(uow, ["2026-09-02"])),
)
ROOMS = (
    queries.facility,
    queries.lists,
    queries.parameters,
    queries.workdays,
    service.facility,
    service.parameters,
    service.workdays,
)


@pytest.fixture(scope="module")
def filled(shared_facility: Facility) -> Facility:
    decided = {"valid_from": DAY, "article": "NQ 1", "reason": "nâng mức"}
    save(
        shared_facility.database,
        ParameterEdit(id=THERE, key="base_salary", value="2600000", **decided),
        WorkingDayEdit(id=THERE, day=date(2026, 9, 7), kind=DayKind.OFF, name="Nghỉ", source="TB", reason="TB"),
    )
    return shared_facility


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in CALLS) == sorted(public_functions(*ROOMS))


def test_a_role_may_what_the_table_says_and_no_more(filled: Facility) -> None:
    for role in Role:
        assert missteps(filled.database, filled.actor(role), CALLS) == [], role


def test_nobody_without_a_role_may_anything(filled: Facility) -> None:
    assert missteps(filled.database, filled.actor(), CALLS) == []
