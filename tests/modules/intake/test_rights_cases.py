"""Every verb and query about comings against every role."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from facility_app.app import print_shop
from facility_app.app.registry import MODULES
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.deposits.api import ISSUE_SUPPLIES, TAKE_IN
from facility_app.modules.housing.api import PLACE_PEOPLE
from facility_app.modules.intake import papers
from facility_app.modules.intake.domain.arrival_papers import PaperMark
from facility_app.modules.intake.domain.door_health import Sign
from facility_app.modules.intake.domain.rights import CHECK_AT_DOOR, RECEIVE, TREAT_AT_DOOR, VIEW_CASES
from facility_app.modules.intake.queries import arriving as reading
from facility_app.modules.intake.queries import beds, cases, choices
from facility_app.modules.intake.service import arriving, custody, health, minutes, placing, turning
from facility_app.modules.intake.service import cases as keeping
from facility_app.modules.intake.service.arriving import ReceiveMany, ReceivePerson, receive_person
from facility_app.modules.intake.tables import IntakeCase
from facility_app.modules.stays.api import AdmissionReason, StayType
from tests.helpers.facility import Facility
from tests.helpers.rights import Call, Outcome, outcome, public_functions
from tests.modules.intake.conftest import opened
from tests.modules.intake.test_cases import AN, BROUGHT, DECISION, DELIVERY
from tests.modules.stays.house import House

CASE = "case"
WITH_MORE = {"place_from_case", "issue_minutes", "check_arrival_scan"}
KEPT: dict[str, str] = {}
OTHER = replace(AN, name="Vũ Đình Khang", number="", birth_on=date(1971, 3, 4))
TURN = (StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, date(2027, 2, 1), DECISION)


def brought(uow: UnitOfWork) -> object:
    """Custody inside another verb, as the fast case has it."""
    with uow.act("intake.take_in"):
        return custody.put_brought(uow, uow.get(IntakeCase, KEPT[CASE]), BROUGHT)


CALLS = (
    Call("list_case_ids", VIEW_CASES.roles, lambda uow: cases.list_case_ids(uow, Look())),
    Call("list_cases", VIEW_CASES.roles, cases.list_cases),
    Call("list_case_rows", VIEW_CASES.roles, lambda uow: cases.list_case_rows(uow, [KEPT[CASE]])),
    Call("find_case_of", VIEW_CASES.roles, lambda uow: cases.find_case_of(uow, KEPT["who"])),
    Call("get_case", VIEW_CASES.roles, lambda uow: cases.get_case(uow, KEPT[CASE])),
    Call("list_alike", RECEIVE.roles, lambda uow: reading.list_alike(uow, [AN])),
    Call("list_offers", RECEIVE.roles & PLACE_PEOPLE.roles, lambda uow: beds.list_offers(uow, KEPT["who"])),
    Call(
        "offer_beds",
        RECEIVE.roles & PLACE_PEOPLE.roles,
        lambda uow: beds.offer_beds(uow, AN, StayType.COMPULSORY_ADULT),
    ),
    Call(
        "deal_beds",
        RECEIVE.roles & PLACE_PEOPLE.roles,
        lambda uow: beds.deal_beds(uow, [AN], StayType.COMPULSORY_ADULT, ()),
    ),
    Call("case_payload", VIEW_CASES.roles, lambda uow: papers.case_payload(uow, KEPT[CASE])),
    Call(
        "fill_minutes",
        RECEIVE.roles,
        lambda uow: papers.fill_minutes(uow, print_shop.forms().get("V-42"), KEPT["who"], date(2027, 2, 1)),
    ),
    Call("open_case", RECEIVE.roles, lambda uow: keeping.open_case(uow, keeping.OpenCase(KEPT["else"]))),
    Call(
        "record_delivery",
        RECEIVE.roles,
        lambda uow: keeping.record_delivery(
            uow, keeping.RecordDelivery(KEPT[CASE], cases.get_case(uow, KEPT[CASE]).version)
        ),
    ),
    Call(
        "mark_paper",
        RECEIVE.roles,
        lambda uow: keeping.mark_paper(uow, keeping.MarkPaper(KEPT[CASE], "cv", PaperMark.CAME)),
    ),
    Call(
        "finish_case",
        RECEIVE.roles,
        lambda uow: keeping.finish_case(
            uow, keeping.FinishCase(KEPT[CASE], cases.get_case(uow, KEPT[CASE]).version)
        ),
    ),
    Call("unfinished_of", RECEIVE.roles, lambda uow: keeping.unfinished_of(uow, KEPT["who"])),
    Call("paper_of", RECEIVE.roles, lambda uow: keeping.paper_of(uow, KEPT[CASE], "cv")),
    Call("receive_person", RECEIVE.roles, lambda uow: receive_person(uow, ReceivePerson(OTHER, DELIVERY))),
    Call("receive_many", RECEIVE.roles, lambda uow: arriving.receive_many(uow, ReceiveMany((OTHER,), DELIVERY))),
    Call(
        "take_in_at_door",
        RECEIVE.roles & TAKE_IN.roles,
        lambda uow: custody.take_in_at_door(uow, custody.TakeInAtDoor(KEPT[CASE], BROUGHT)),
    ),
    Call(
        "put_brought",
        RECEIVE.roles & TAKE_IN.roles,
        brought,
    ),
    Call(
        "give_bedding",
        RECEIVE.roles & ISSUE_SUPPLIES.roles,
        lambda uow: custody.give_bedding(uow, custody.GiveBedding(KEPT[CASE], officer_name="Trần Thị Bé")),
    ),
    Call(
        "check_at_door",
        CHECK_AT_DOOR.roles,
        lambda uow: health.check_at_door(
            uow, health.CheckAtDoor(KEPT["sick"], int(KEPT["version"]), frozenset({Sign.FEVER}))
        ),
    ),
    Call(
        "treat_flags",
        TREAT_AT_DOOR.roles,
        lambda uow: health.treat_flags(uow, health.TreatFlags(KEPT["sick"], "Đã xử trí")),
    ),
    Call(
        "turn_compulsory",
        RECEIVE.roles,
        lambda uow: turning.turn_compulsory(uow, turning.TurnCompulsory(KEPT["held"], *TURN)),
    ),
)


@pytest.fixture(scope="module")
def door(intake_pattern: Facility, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    for house in opened(intake_pattern, tmp_path_factory.mktemp("rights") / "facility", MODULES):
        made = house.write(receive_person, ReceivePerson(AN, DELIVERY), by=(Role.INTAKE,))
        held = house.admit(StayType.TEMPORARY)
        mine = house.read(cases.list_cases)
        KEPT["held"] = next(row.case_id for row in mine if row.stay_id == held.stay_id)
        KEPT.update({CASE: made.case_id, "who": made.resident_id, "else": house.person(), "sick": made.case_id})
        seen = health.CheckAtDoor(made.case_id, 0, frozenset())
        house.write(health.check_at_door, seen, by=(Role.NURSE,))
        looked = house.read(cases.get_case, made.case_id).health
        KEPT["version"] = "0" if looked is None else str(looked.version)
        yield house


def test_the_table_names_every_verb_and_query_but_those_that_need_a_bed_a_paper_or_a_scan() -> None:
    rooms = (cases, reading, beds, choices, papers, keeping, arriving, custody, health, turning, placing, minutes)
    assert {call.name for call in CALLS} | WITH_MORE == public_functions(*rooms)


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says_and_no_more(door: House, role: Role) -> None:
    facility = door.facility
    for call in CALLS:
        found = outcome(facility.database, facility.actor(role), call)
        assert found.allowed is (role in call.roles), call.name
        if not found.allowed:
            assert found.rows_written == 0 or call.roles != RECEIVE.roles, call.name


def test_nobody_without_a_role_may_anything(door: House) -> None:
    facility = door.facility
    beyond = (
        Call("place", frozenset(), lambda uow: placing.place_from_case(uow, placing.PlaceFromCase("x", "y"))),
        Call(
            "minutes",
            frozenset(),
            lambda uow: minutes.issue_minutes(uow, minutes.IssueMinutes("x"), print_shop.forms()),
        ),
    )
    scan = Call("scan", frozenset(), lambda uow: choices.check_arrival_scan(uow, 1, b"%PDF"))
    for call in (*CALLS, *beyond, scan):
        assert outcome(facility.database, facility.actor(), call) == Outcome(allowed=False, rows_written=0)
