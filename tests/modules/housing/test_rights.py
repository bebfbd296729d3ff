"""Every verb and query of the slice against every role."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.sex import Sex
from facility_app.modules.housing import domain, papers
from facility_app.modules.housing.domain.needs import NeedKind
from facility_app.modules.housing.domain.places import ZoneKind
from facility_app.modules.housing.domain.roll import RollMark, RollScope
from facility_app.modules.housing.queries import (
    board,
    check,
    choices,
    figures,
    house,
    needs,
    newcomers,
    screens,
    sleeping,
    state,
)
from facility_app.modules.housing.queries import roll as rolls
from facility_app.modules.housing.queries import teams as team_reads
from facility_app.modules.housing.service import (
    capacity,
    conventions,
    following,
    occupied,
    places,
    placing,
    takeover,
)
from facility_app.modules.housing.service import needs as need_verbs
from facility_app.modules.housing.service import roll as roll_verbs
from facility_app.modules.housing.service import teams as team_verbs
from tests.helpers.facility import Facility
from tests.helpers.rights import Call, Outcome, outcome, public_functions
from tests.modules.housing.conftest import copied
from tests.modules.housing.home import KEEPERS, Home
from tests.modules.housing.test_following import housed, member, team
from tests.modules.stays.house import NOW, TODAY

READS = (
    *(board, check, choices, figures, house, needs, newcomers, papers, rolls, screens, sleeping, state),
    team_reads,
)
WRITES = (
    capacity, conventions, following, need_verbs, occupied, places, placing, roll_verbs, takeover, team_verbs,
)  # fmt: skip


@dataclass
class Kept:
    """What stands in the file before each call; filled once."""

    home: Home | None = None
    person: str = ""
    other: str = ""
    newcomer: str = ""
    loner: str = ""
    zone: str = ""
    building: str = ""
    room: str = ""
    bare_zone: str = ""
    bare_building: str = ""
    bare_room: str = ""
    bare_bed: str = ""
    closed: str = ""
    need: str = ""
    team: str = ""
    bare_team: str = ""
    officer: str = ""
    roll: str = ""
    tick: str = ""

    def agreed(self, uow: UnitOfWork, verb: str) -> Any:
        """The second person agrees, in the session of whoever asks."""
        assert self.home is not None
        return replace(self.home.agreed(verb), by_user_id=uow.actor.user_id)

    def bed(self, label: str) -> str:
        assert self.home is not None
        return self.home.bed(label)


KEPT = Kept()


def may(*permissions: str) -> frozenset[Role]:
    """The roles that hold all of these permissions."""
    return frozenset.intersection(*(getattr(domain, name).roles for name in permissions))


def reads(module: Any, name: str, *arguments: str, right: str = "VIEW_BOARD") -> Call:
    run = lambda uow: getattr(module, name)(uow, *(getattr(KEPT, one) for one in arguments))  # noqa: E731 - one line
    return Call(name, may(right), run)


def writes(name: str, right: str, module: Any, make: Callable[[UnitOfWork], object]) -> Call:
    return Call(name, may(right), lambda uow: getattr(module, name)(uow, make(uow)))


def void(name: str, what: str) -> Call:
    return writes(name, "EDIT_HOUSE", places, lambda _: places.VoidPlace(getattr(KEPT, what), 1, "bỏ"))


CALLS = (
    Call("moment_of", may("VIEW_BOARD"), lambda uow: board.moment_of(uow, TODAY)),
    reads(board, "get_board"),
    Call("who_slept_where", may("VIEW_BOARD"), lambda uow: board.who_slept_where(uow, NOW)),
    Call("list_bed_history", may("VIEW_BOARD"), lambda uow: board.list_bed_history(uow, KEPT.bed("A-N1-P1-01"))),
    reads(board, "list_person_history", "person"),
    reads(check, "check_house", right="CHECK_HOUSE"),
    Call("find_beds", may("VIEW_HOUSE"), lambda uow: choices.find_beds(uow, "A")),
    Call("find_bed_by_label", may("VIEW_HOUSE"), lambda uow: choices.find_bed_by_label(uow, "a-n1-p1-01")),
    reads(house, "list_zones", right="VIEW_HOUSE"),
    reads(house, "list_buildings", right="VIEW_HOUSE"),
    reads(house, "list_rooms", right="VIEW_HOUSE"),
    reads(house, "list_beds", "room", right="VIEW_HOUSE"),
    reads(house, "list_closures", "room", right="VIEW_HOUSE"),
    reads(house, "list_capacity_changes", "room", right="VIEW_HOUSE"),
    reads(needs, "list_needs", "person"),
    reads(needs, "list_bedless"),
    reads(rolls, "list_rolls"),
    reads(rolls, "get_roll", "roll"),
    Call("list_expected", may("VIEW_BOARD"), lambda uow: rolls.list_expected(uow, RollScope.ALL)),
    reads(rolls, "list_open_differences"),
    reads(rolls, "get_strength"),
    Call("get_hand_over", may("VIEW_BOARD"), lambda uow: rolls.get_hand_over(uow, NOW)),
    reads(sleeping, "where_can_sleep", "newcomer", right="PLACE_PEOPLE"),
    Call(
        "check_bed",
        may("PLACE_PEOPLE"),
        lambda uow: sleeping.check_bed(uow, KEPT.newcomer, KEPT.bed("A-N1-P1-03")),
    ),
    Call(
        "where_newcomer_can_sleep",
        may("PLACE_PEOPLE"),
        lambda uow: newcomers.where_newcomer_can_sleep(
            uow, newcomers.Incomer(Sex.MALE, is_minor=False, stay_type="TEMPORARY")
        ),
    ),
    Call("propose_beds", may("PLACE_PEOPLE"), lambda uow: newcomers.propose_beds(uow, ())),
    reads(sleeping, "find_bed", "person"),
    reads(team_reads, "list_teams", right="VIEW_HOUSE"),
    reads(team_reads, "list_team_members", "team"),
    reads(team_reads, "list_teams_of", "person"),
    Call("find_people", may("VIEW_BOARD"), lambda uow: screens.find_people(uow, "a")),
    reads(screens, "find_person", "person"),
    reads(screens, "get_to_place", "newcomer", right="PLACE_PEOPLE"),
    Call("find_officers", may("VIEW_HOUSE"), lambda uow: screens.find_officers(uow, "")),
    Call("name_officers", may("VIEW_HOUSE"), lambda uow: screens.name_officers(uow, [KEPT.officer])),
    reads(screens, "read_imprint", right="VIEW_HOUSE"),
    reads(screens, "get_conventions", right="VIEW_HOUSE"),
    reads(papers, "board_paper"),
    reads(papers, "roll_paper", "roll"),
    Call("roll_scope", may("VIEW_BOARD"), lambda uow: papers.roll_scope(uow, rolls.list_rolls(uow)[0])),
    reads(papers, "strength_paper"),
    Call("shift_paper", may("VIEW_BOARD"), lambda uow: papers.shift_paper(uow, NOW)),
    writes("add_zone", "EDIT_HOUSE", places, lambda _: places.AddZone("Z", "Khu Z", ZoneKind.RESIDENTS)),
    writes(
        "edit_zone",
        "EDIT_HOUSE",
        places,
        lambda _: places.EditZone(KEPT.bare_zone, 1, "Y1", "Khu", ZoneKind.SERVICE),
    ),
    void("void_zone", "bare_zone"),
    writes("add_building", "EDIT_HOUSE", places, lambda _: places.AddBuilding(KEPT.zone, "N9", "Nhà 9")),
    writes(
        "edit_building", "EDIT_HOUSE", places, lambda _: places.EditBuilding(KEPT.bare_building, 1, "N8", "Nhà")
    ),
    void("void_building", "bare_building"),
    writes("add_room", "EDIT_HOUSE", places, lambda _: places.AddRoom(KEPT.building, "P7", 1, 1)),
    writes("edit_room", "EDIT_HOUSE", places, lambda _: places.EditRoom(KEPT.bare_room, 1, "P8")),
    void("void_room", "bare_room"),
    writes("add_beds", "EDIT_HOUSE", places, lambda _: places.AddBeds(KEPT.room, 1)),
    void("void_bed", "bare_bed"),
    writes("take_over_house", "EDIT_HOUSE", takeover, lambda _: takeover.TakeOverHouse((), "bản vẽ")),
    writes(
        "take_over_placements",
        "PLACE_PEOPLE",
        takeover,
        lambda _: takeover.TakeOverPlacements(
            [takeover.TakenBed(KEPT.newcomer, KEPT.bed("A-N1-P1-03"), NOW)], "sổ"
        ),
    ),
    writes(
        "change_capacity",
        "CHANGE_CAPACITY",
        capacity,
        lambda uow: capacity.ChangeCapacity(KEPT.room, 1, 5, 4, "x", KEPT.agreed(uow, "housing.change_capacity")),
    ),
    writes(
        "close_place",
        "CHANGE_CAPACITY",
        capacity,
        lambda uow: capacity.ClosePlace(KEPT.bare_room, "x", None, KEPT.agreed(uow, "housing.close_place")),
    ),
    writes(
        "reopen_place",
        "CHANGE_CAPACITY",
        capacity,
        lambda uow: capacity.ReopenPlace(KEPT.closed, 1, "x", KEPT.agreed(uow, "housing.reopen_place")),
    ),
    writes(
        "place_resident",
        "PLACE_PEOPLE",
        placing,
        lambda _: placing.PlaceResident(KEPT.newcomer, KEPT.bed("A-N1-P1-03")),
    ),
    writes("leave_bed", "PLACE_PEOPLE", placing, lambda _: placing.LeaveBed(KEPT.person, "x")),
    writes("swap_beds", "PLACE_PEOPLE", placing, lambda _: placing.SwapBeds(KEPT.person, KEPT.other)),
    writes(
        "require_placement",
        "SET_MEDICAL_NEEDS",
        need_verbs,
        lambda _: need_verbs.RequirePlacement(KEPT.loner, NeedKind.CARE_ROOM),
    ),
    writes("end_need", "SET_MEDICAL_NEEDS", need_verbs, lambda _: need_verbs.EndNeed(KEPT.need, 1, "khỏi")),
    writes("add_team", "MANAGE_TEAMS", team_verbs, lambda _: team_verbs.AddTeam("T9", "Tổ", KEPT.officer)),
    writes(
        "edit_team",
        "MANAGE_TEAMS",
        team_verbs,
        lambda _: team_verbs.EditTeam(KEPT.team, 1, "T1", "Tổ", KEPT.officer),
    ),
    writes("void_team", "MANAGE_TEAMS", team_verbs, lambda _: team_verbs.VoidTeam(KEPT.bare_team, 1, "bỏ")),
    writes("join_team", "FILL_TEAMS", team_verbs, lambda _: team_verbs.JoinTeam(KEPT.team, [KEPT.newcomer])),
    writes("leave_team", "FILL_TEAMS", team_verbs, lambda _: team_verbs.LeaveTeam(KEPT.person, "x")),
    writes("open_roll", "CALL_ROLL", roll_verbs, lambda _: roll_verbs.OpenRoll(RollScope.ALL)),
    writes(
        "tick_roll",
        "CALL_ROLL",
        roll_verbs,
        lambda _: roll_verbs.TickRoll(KEPT.roll, [roll_verbs.Tick(KEPT.other, RollMark.PRESENT)]),
    ),
    writes(
        "close_roll", "CALL_ROLL", roll_verbs, lambda _: roll_verbs.CloseRoll(KEPT.roll, 1, rest_is_present=True)
    ),
    writes(
        "explain_difference", "CALL_ROLL", roll_verbs, lambda _: roll_verbs.ExplainDifference(KEPT.tick, 2, "x")
    ),
    writes("set_conventions", "SET_HOUSE", conventions, lambda _: conventions.SetConventions(False, ["hospital"])),
)


@pytest.fixture(scope="module")
def peopled(home_pattern: Facility, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facility]:
    folder: Path = tmp_path_factory.mktemp("rights")
    for home in copied(home_pattern, folder / "facility"):
        _fill(home)
        yield home.facility


def _fill(home: Home) -> None:
    KEPT.home = home
    head = (Role.HEAD,)
    (KEPT.person, _), (KEPT.other, _) = housed(home), housed(home, "A-N1-P1-02")
    KEPT.newcomer, KEPT.loner = home.lives(), home.lives()
    ((KEPT.zone, KEPT.building, KEPT.room),) = home.sql(
        "SELECT b.zone_id, b.id, r.id FROM housing_building b JOIN housing_room r ON r.building_id = b.id "
        "WHERE r.name = 'A-N1-P1'"
    )
    bare = places.AddZone("Y9", "Khu bỏ", ZoneKind.SERVICE)
    KEPT.bare_zone = home.write(places.add_zone, bare, by=head).place_id
    KEPT.bare_building = home.write(
        places.add_building, places.AddBuilding(KEPT.zone, "N7", "Nhà 7"), by=head
    ).place_id
    KEPT.bare_room = home.write(places.add_room, places.AddRoom(KEPT.building, "P5", 0, 0), by=head).place_id
    KEPT.bare_bed = home.bed("A-N1-P1-04")
    ((shut,),) = home.sql("SELECT id FROM housing_room WHERE name = 'V-N1-P1'")
    close = capacity.ClosePlace(shut, "dột", countersign=home.agreed("housing.close_place"))
    KEPT.closed = home.write(capacity.close_place, close, by=head).place_id
    asked = need_verbs.RequirePlacement(KEPT.loner, NeedKind.SEPARATE_ROOM)
    KEPT.need = home.write(need_verbs.require_placement, asked, by=(Role.DOCTOR,)).need_id
    KEPT.officer, KEPT.team, KEPT.bare_team = member(home), team(home), team(home, "T2")
    home.write(team_verbs.join_team, team_verbs.JoinTeam(KEPT.team, [KEPT.person]), by=KEEPERS)
    KEPT.roll = home.write(roll_verbs.open_roll, roll_verbs.OpenRoll(RollScope.ALL), by=head).roll_id
    missing = roll_verbs.TickRoll(KEPT.roll, [roll_verbs.Tick(KEPT.person, RollMark.ABSENT)])
    home.write(roll_verbs.tick_roll, missing, by=head)
    ((KEPT.tick,),) = home.sql("SELECT id FROM roll_tick WHERE is_different = 1")


def test_the_table_names_every_verb_and_query() -> None:
    assert {call.name for call in CALLS} == public_functions(*READS, *WRITES)


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says_and_no_more(peopled: Facility, role: Role) -> None:
    for call in CALLS:
        found = outcome(peopled.database, peopled.actor(role), call)
        assert found.allowed is (role in call.roles), call.name
        if not found.allowed:
            assert found == Outcome(allowed=False, rows_written=0), call.name


def test_nobody_without_a_role_may_anything_and_the_program_may_all(peopled: Facility) -> None:
    for call in CALLS:
        nobody = outcome(peopled.database, peopled.actor(), call)
        assert nobody == Outcome(allowed=False, rows_written=0), call.name
        assert outcome(peopled.database, system_actor("d"), call).allowed, call.name


def test_the_technical_administrator_builds_the_house_and_sees_nobody_in_it() -> None:
    assert Role.ADMIN in may("EDIT_HOUSE")
    for right in ("VIEW_BOARD", "PLACE_PEOPLE", "CALL_ROLL", "SET_MEDICAL_NEEDS"):
        assert may(right).isdisjoint({Role.ADMIN, Role.EXCHANGE})


def test_who_says_what_somebody_needs_is_the_doctor_and_who_moves_them_is_the_watch() -> None:
    assert may("SET_MEDICAL_NEEDS") == {Role.DOCTOR, Role.CHIEF_NURSE}
    assert may("PLACE_PEOPLE") == {Role.HEAD, Role.GUARD, Role.TEAM_OFFICER, Role.INTAKE}
    assert may("SET_CUSTODY_NEEDS") == {Role.HEAD}
