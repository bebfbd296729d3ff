"""The bed follows the person: kept or given back while out, given back at the end, taken over by the next stay."""

from datetime import date, timedelta

import pytest

from facility_app.kernel.actor import Role
from facility_app.modules.housing.domain.needs import NeedKind
from facility_app.modules.housing.queries.figures import PAGE
from facility_app.modules.housing.queries.needs import list_bedless, list_needs
from facility_app.modules.housing.queries.teams import list_team_members, list_teams, list_teams_of
from facility_app.modules.housing.service import conventions, needs, teams
from facility_app.modules.staff.domain.people import StaffKind
from facility_app.modules.staff.service.people import MemberWish, add_staff_member
from facility_app.modules.stays.api import OpenItems
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.service import admission, ending, presence
from facility_app.modules.tasks.api import HomeFigures
from tests.modules.housing.home import Home
from tests.modules.stays.house import DECIDED, NOW, PAPER, TODAY

YESTERDAY = date(2027, 1, 31)
BEFORE = NOW - timedelta(days=10)


def housed(home: Home, label: str = "A-N1-P1-01") -> tuple[str, str]:
    """Somebody in a bed for ten days; resident and stay."""
    person = home.lives()
    home.place(person, label, BEFORE)
    ((stay_id,),) = home.sql("SELECT id FROM stay WHERE resident_id = ?", person)
    return person, str(stay_id)


@pytest.mark.parametrize(
    ("verb", "is_kept"),
    [
        ("send_to_hospital", True),
        ("let_go_to_funeral", True),
        ("hand_over_for_proceedings", True),
        ("start_transfer", True),
        ("record_escape", False),
        ("suspend", False),
        ("record_remand", False),
        ("record_prison", False),
    ],
)
def test_a_bed_is_kept_for_a_short_absence_and_given_back_at_once_for_a_long_one(
    home: Home, verb: str, is_kept: bool
) -> None:
    person, stay_id = housed(home)
    home.move(getattr(presence, verb), stay_id, YESTERDAY, **PAPER)
    assert (person in home.sleeps()) is is_kept
    assert home.strength().sums
    if is_kept:
        (bed,) = [one for one in home.board().beds if one.occupant is not None]
        assert bed.occupant is not None
        assert bed.occupant.is_kept
        return
    ((ended, why),) = home.sql("SELECT to_at, end_reason FROM bed_placement")
    assert ended.startswith("2027-01-31T01:00")
    assert why
    assert home.sql("SELECT place_text FROM resident_card WHERE id = ?", person) == [(None,)]
    home.move(presence.take_back, stay_id, TODAY)
    assert [row.resident_id for row in home.read(list_bedless)] == [person]


def test_the_facility_settles_whose_bed_is_kept(home: Home) -> None:
    command = conventions.SetConventions(True, ["escaped"])
    home.write(conventions.set_conventions, command, by=(Role.HEAD,))
    person, stay_id = housed(home)
    home.move(presence.record_escape, stay_id, YESTERDAY, **PAPER)
    assert person in home.sleeps()
    wrong = conventions.SetConventions(True, ["moon"])
    assert home.refused(conventions.set_conventions, wrong, by=(Role.HEAD,)).code == "bad_setting"


def test_who_leaves_gives_the_bed_back_on_that_day_and_leaves_the_team(home: Home) -> None:
    person, stay_id = housed(home)
    home.write(teams.join_team, teams.JoinTeam(team(home), [person]), by=(Role.HEAD,))
    home.end(stay_id, ExitCode.EXEMPT_ILLNESS, YESTERDAY, **PAPER)
    ((ended, why),) = home.sql("SELECT to_at, end_reason FROM bed_placement")
    assert (ended, why) == ("2027-01-31T05:00:00.000000Z", "stay_ended")
    assert home.sleeps() == {}
    assert [row.to_at is None for row in home.read(list_teams_of, person)] == [False]
    assert home.broken() == []


def test_a_stay_struck_out_gives_the_bed_back(home: Home) -> None:
    person, stay_id = housed(home)
    command = ending.VoidStay(stay_id, home.stay(stay_id).version, "ghi nhầm")
    home.write(ending.void_stay, command, by=(Role.HEAD,))
    assert home.sql("SELECT end_reason FROM bed_placement WHERE resident_id = ?", person) == [("stay_voided",)]
    assert home.broken() == []


def test_temporary_turned_compulsory_sleeps_on_in_the_same_bed_under_the_new_stay(home: Home) -> None:
    person = home.lives(kind=StayType.TEMPORARY)
    home.place(person, "T-N1-P1-01", BEFORE)
    ((held,),) = home.sql("SELECT id FROM stay WHERE resident_id = ?", person)
    command = admission.ConvertTemporary(
        held,
        home.stay(held).version,
        StayType.COMPULSORY_ADULT,
        AdmissionReason.NOT_REGISTERED,
        TODAY,
        DECIDED,
    )
    home.write(admission.convert_temporary, command)
    assert home.sleeps() == {person: "T-N1-P1-01"}
    ((stay_id,),) = home.sql("SELECT stay_id FROM bed_placement WHERE to_at IS NULL")
    assert stay_id != held
    assert home.broken() == ["stay_kind"]


def test_a_release_hears_of_the_bed_and_is_never_stopped_by_it(home: Home) -> None:
    person, stay_id = housed(home)
    with home.facility.database.read(home.facility.actor(Role.HEAD)) as uow:
        answers = [one for found in uow.ask(OpenItems(stay_id, person, TODAY)) for one in found]
        figures = {one.id: one for found in uow.ask(HomeFigures(NOW)) for one in found}
    (item,) = answers
    assert (item.code, item.stops_exit, item.page) == ("housing.has_bed", False, PAGE)
    assert figures["housing.free"].number == home.board().free
    assert "housing.bedless" not in figures


def test_a_need_says_no_diagnosis_and_asks_those_who_place_to_move_the_person(home: Home) -> None:
    person, _ = housed(home)
    asked = needs.RequirePlacement(person, NeedKind.SEPARATE_ROOM, NOW + timedelta(days=3))
    saved = home.write(needs.require_placement, asked, by=(Role.DOCTOR,))
    assert saved.is_met, "alone in the room already"
    sick = needs.RequirePlacement(person, NeedKind.INFECTION_ROOM, cohort="A")
    assert not home.write(needs.require_placement, sick, by=(Role.CHIEF_NURSE,)).is_met
    (task,) = home.sql("SELECT role, text, params FROM task WHERE kind = 'housing.move_person'")
    assert task[0] == Role.TEAM_OFFICER
    assert "cách ly" in task[2]
    again = home.write(needs.require_placement, sick, by=(Role.DOCTOR,))
    rows = home.read(list_needs, person)
    assert {row.kind for row in rows} == {NeedKind.SEPARATE_ROOM, NeedKind.INFECTION_ROOM}
    home.write(needs.end_need, needs.EndNeed(again.need_id, again.version, "khỏi"), by=(Role.DOCTOR,))
    assert home.sql("SELECT status FROM task WHERE kind = 'housing.move_person'") == [("withdrawn",)]
    home.facility.file.clock.at = NOW + timedelta(days=4)
    assert home.read(list_needs, person) == ()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ({"need": NeedKind.BODY_SEX_ROOM}, "need_without_sex"),
        ({"need": NeedKind.CARE_ROOM, "until": NOW}, "need_has_ended"),
        ({"need": NeedKind.INFECTION_ROOM, "cohort": "Z" * 9}, "text_too_long"),
    ],
)
def test_a_need_that_cannot_be_is_refused(home: Home, command: dict[str, object], code: str) -> None:
    asked = needs.RequirePlacement(home.lives(), **command)  # type: ignore[arg-type]  # one fact each
    assert home.refused(needs.require_placement, asked, by=(Role.DOCTOR,)).code == code


def team(home: Home, code: str = "T1") -> str:
    officer = member(home)
    made = home.write(teams.add_team, teams.AddTeam(code, "Tổ một", officer), by=(Role.HEAD,))
    return made.team_id


def member(home: Home) -> str:
    """Somebody of the staff."""
    wish = MemberWish("Lê Văn Cán", StaffKind.POLICE, date(2020, 1, 1))
    return home.write(add_staff_member, wish, by=(Role.HEAD, Role.ADMIN))


def test_a_team_has_an_officer_and_everybody_is_in_one(home: Home) -> None:
    person, _ = housed(home)
    first, second = team(home), team(home, "T2")
    home.write(teams.join_team, teams.JoinTeam(first, [person]), by=(Role.INTAKE,))
    assert home.write(teams.join_team, teams.JoinTeam(first, [person]), by=(Role.INTAKE,)) == 0
    home.write(teams.join_team, teams.JoinTeam(second, [person]), by=(Role.INTAKE,))
    assert [row.members for row in home.read(list_teams)] == [0, 1]
    assert [row.code for row in home.read(list_team_members, second)] == [home.code(person)]
    nobody = home.refused(teams.add_team, teams.AddTeam("T3", "Tổ ba", "0" * 32), by=(Role.HEAD,))
    assert (nobody.code, "Đ112.2" in nobody.message) == ("officer_unknown", True)
    taken = home.refused(teams.add_team, teams.AddTeam("T1", "Tổ", member(home)), by=(Role.HEAD,))
    assert taken.code == "team_code_taken"
    assert home.refused(teams.void_team, teams.VoidTeam(second, 1, "bỏ"), by=(Role.HEAD,)).code == "team_not_empty"
    assert (
        home.refused(teams.join_team, teams.JoinTeam(first, [home.person()]), by=(Role.HEAD,)).code
        == "no_open_stay"
    )
    home.write(teams.leave_team, teams.LeaveTeam(person, "đổi việc"), by=(Role.HEAD,))
    assert home.refused(teams.leave_team, teams.LeaveTeam(person, "nữa"), by=(Role.HEAD,)).code == "no_team"
    home.write(teams.void_team, teams.VoidTeam(second, 1, "bỏ"), by=(Role.HEAD,))
