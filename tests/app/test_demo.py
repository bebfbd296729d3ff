"""The demo: one seed, one facility; another seed, another one; everything in it was written by the verbs."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest

from facility_app.app import outside
from facility_app.app.bootstrap import open_database
from facility_app.app.demo.calendar import A_ROOM, ROOMS, larger_rooms
from facility_app.app.demo.chance import Chance
from facility_app.app.demo.clock import ENDS_AT, DemoClock, day_of
from facility_app.app.demo.fiction import CODE, DemoMade, make_demo
from facility_app.app.demo.names import full_name
from facility_app.app.demo.pharmacy import CABINET
from facility_app.app.demo.sizes import Size, groups_more
from facility_app.app.demo.users import NAMES, PASSWORD
from facility_app.app.start import Password, enter
from facility_app.app.window.tour_places import actor_of
from facility_app.db.database import Database
from facility_app.db.folder import DataFolder
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.access.queries import count_red_break_glass, list_grant_ids
from facility_app.modules.correspondence.queries.issued import list_issued_ids
from facility_app.modules.correspondence.queries.received import list_received_ids
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.queries.mar import RoundAsked, list_round
from facility_app.modules.pharmacy.queries.catalogue import list_places
from facility_app.modules.pharmacy.queries.check import verify_ledger
from facility_app.modules.tasks.queries import get_home_figures, list_task_ids, list_task_rows
from facility_app.modules.treatment.queries.watches import list_watched
from facility_app.modules.vocational.queries.courses import list_course_ids, list_course_rows
from tests.helpers.desk import CHEAP, Desk, tables_at_hand

FEW: Any = SimpleNamespace(inside=3, people=5)


NOBODY: Any = SimpleNamespace(inside=0, people=0)
USUAL_SEED: Final = 1


def made(root: Path, seed: int, size: Any = FEW) -> DemoMade:
    with tables_at_hand():
        return make_demo(DataFolder(root / "data"), size, seed, root / "state", CHEAP)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DemoMade]:
    """The demo of one seed; nothing is written in it."""
    root = tmp_path_factory.mktemp("story")
    return root, made(root, 5)


def test_the_same_seed_gives_the_same_digest_another_seed_another_and_a_facility_of_nobody_can_be_made(
    story: tuple[Path, DemoMade], tmp_path: Path
) -> None:
    first, again = story[1], made(tmp_path / "again", 5)
    assert first.digest == again.digest
    assert first.rows == again.rows
    assert made(tmp_path / "six", 6).digest != first.digest
    assert made(tmp_path / "five", 5, NOBODY).residents == 0


def test_a_larger_facility_has_a_class_a_team_and_a_course_more_for_every_hundred_inside() -> None:
    """Each of those classes has a room and a time of its own; the smallest has none, to stay quick."""
    assert [groups_more(size.inside) for size in Size] == [0, 7, 22]
    for more in (0, 1, 4, 5, 22):
        rooms = larger_rooms(more)
        assert len({one.code for one in (*ROOMS, *rooms)}) == len(ROOMS) + len(rooms)
        assert A_ROOM * (len(rooms) - 1) < more <= A_ROOM * len(rooms) or more == len(rooms) == 0


def test_the_demo_of_the_usual_size_and_seed_is_made_whole(tmp_path: Path) -> None:
    # The few of the other tests never stand in each other's way; that a course found no one failed here alone.
    assert made(tmp_path, USUAL_SEED, Size.S).residents == Size.S.people
    with closing(opened(tmp_path)) as database, database.read(actor_of(database, NAMES[Role.HEAD])) as uow:
        # A certificate says so many hours: every course that ended has taught them.
        ended = list_course_rows(uow, list_course_ids(uow, Look(filters={"state": "closed"})))
        assert [(row.hours, row.hours_held) for row in ended] == [(120, 120)]


def test_everyone_of_the_demo_signs_in_finds_people_and_the_file_is_whole(
    story: tuple[Path, DemoMade], tmp_path: Path
) -> None:
    root, told = story
    shutil.copytree(root, tmp_path, dirs_exist_ok=True)
    assert {user.role for user in told.users} == {role.value for role in Role}
    desk = Desk(tmp_path)
    head = next(user.user for user in told.users if user.role == Role.HEAD)
    found = desk.done("search", "ngu", *desk.sign(head, PASSWORD))
    assert found["total"] == len(found["hits"])
    assert {hit["status"] for hit in found["hits"]} <= {"present", "away", "escaped", "left"}
    assert desk.done("check", "--full", *desk.sign("quantri", PASSWORD))["ok"] is True
    assert CODE not in {hit["resident_code"] for hit in found["hits"]}


def test_surnames_come_as_often_as_in_the_population() -> None:
    chance = Chance(1)
    drawn = [full_name(chance, is_female=False).surname for _ in range(4_000)]
    assert 0.28 < drawn.count("Nguyễn") / len(drawn) < 0.36
    assert 0.08 < drawn.count("Trần") / len(drawn) < 0.14


@pytest.mark.parametrize(
    "role",
    [Role.ADMIN, Role.HEAD, Role.CLERK, Role.INTAKE, Role.DOCTOR, Role.COUNSELLOR],
    ids=lambda role: role.value,
)
def test_whoever_the_law_gives_work_finds_some_on_the_first_day(role: Role, peopled: Database) -> None:
    with peopled.read(actor_of(peopled, NAMES[role])) as uow:
        mine = [task for task in list_task_rows(uow, list_task_ids(uow, Look())) if task.role is role]
    assert mine != []


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
def test_everybody_sees_the_numbers_of_the_house(role: Role, peopled: Database) -> None:
    with peopled.read(actor_of(peopled, NAMES[role])) as uow:
        assert get_home_figures(uow) != ()


def test_the_head_sees_on_the_first_day_how_many_are_inside(peopled: Database) -> None:
    with peopled.read(actor_of(peopled, NAMES[Role.HEAD])) as uow:
        numbers = {one.id: one.number or 0 for one in get_home_figures(uow)}
    here = ("stays.inside", "stays.away", "stays.escaped")
    assert sum(numbers.get(name, 0) for name in here) == FEW.inside


def test_the_books_of_the_accounts_are_not_empty(peopled: Database) -> None:
    with peopled.read(actor_of(peopled, NAMES[Role.HEAD])) as uow:
        assert list_grant_ids(uow, Look()) != ()
        assert count_red_break_glass(uow) == 1


def test_three_days_of_care_stand_behind_the_last_morning(peopled: Database) -> None:
    with peopled.read(actor_of(peopled, NAMES[Role.NURSE])) as uow:
        held = [place.code for place in list_places(uow) if place.holder_id]
        due = list_round(uow, RoundAsked(day_of(0)))
        before = [one for ago in (1, 2, 3) for one in list_round(uow, RoundAsked(day_of(ago)))]
        assert len(list_watched(uow)) == 1
    assert held == [CABINET]
    # Something was given, refused, vomited, held and late; something waits for its round.
    assert {one.outcome for one in before} >= set(Outcome) - {Outcome.ABSENT}
    assert None in {one.outcome for one in due}
    assert {one.outcome for one in due} >= {Outcome.GIVEN}
    with peopled.read(actor_of(peopled, NAMES[Role.PHARMACIST])) as uow:
        ledger = verify_ledger(uow)
    assert (ledger.first_bad, ledger.pages > 0) == (None, True)


def test_the_registers_of_papers_are_not_empty(peopled: Database) -> None:
    with peopled.read(actor_of(peopled, NAMES[Role.CLERK])) as uow:
        assert list_issued_ids(uow, Look()) != ()
        assert list_issued_ids(uow, Look(filters={"form": "V-23"})) != ()
        assert list_received_ids(uow, Look()) != ()


@pytest.fixture(scope="module")
def peopled(story: tuple[Path, DemoMade], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    # Of its own, for a story that is open cannot be copied.
    root = tmp_path_factory.mktemp("peopled")
    shutil.copytree(story[0], root, dirs_exist_ok=True)
    with closing(opened(root)) as database:
        yield database


def opened(root: Path) -> Database:
    door = enter(DataFolder(root / "data"), Password(NAMES[Role.ADMIN], PASSWORD), root / "state", CHEAP)
    # The day the story ends: what is due is due then, whenever this test runs.
    walls = outside.Walls(DemoClock(ENDS_AT + timedelta(hours=1)), outside.system_ids(), outside.random_bytes)
    return open_database(DataFolder(root / "data"), door, root / "state", walls)
