"""The demo: one seed, one facility; another seed, another one; everything in it was written by the verbs."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.fiction import CODE, DemoMade, make_demo
from facility_app.app.demo.names import full_name
from facility_app.app.demo.users import PASSWORD
from facility_app.db.folder import DataFolder
from facility_app.kernel.actor import Role
from tests.helpers.desk import CHEAP, Desk

FEW: Any = SimpleNamespace(inside=3, people=12)


def made(root: Path, seed: int) -> DemoMade:
    return make_demo(DataFolder(root / "data"), FEW, seed, root / "state", CHEAP)


def test_the_same_seed_gives_the_same_digest_and_another_seed_another(tmp_path: Path) -> None:
    first, again, other = (made(tmp_path / name, seed) for name, seed in (("a", 5), ("b", 5), ("c", 6)))
    assert first.digest == again.digest
    assert first.rows == again.rows
    assert first.digest != other.digest


def test_everyone_of_the_demo_signs_in_finds_people_and_the_file_is_whole(tmp_path: Path) -> None:
    story = made(tmp_path, 5)
    assert {user.role for user in story.users} == {role.value for role in Role}
    desk = Desk(tmp_path)
    head = next(user.user for user in story.users if user.role == Role.HEAD)
    found = desk.done("search", "ngu", *desk.sign(head, PASSWORD))
    assert found["total"] == len(found["hits"])
    assert {hit["status"] for hit in found["hits"]} <= {"no_stay"}
    assert desk.done("check", "--full", *desk.sign("quantri", PASSWORD))["ok"] is True
    assert CODE not in {hit["resident_code"] for hit in found["hits"]}


def test_surnames_come_as_often_as_in_the_population() -> None:
    chance = Chance(1)
    drawn = [full_name(chance, is_female=False).surname for _ in range(4_000)]
    assert 0.28 < drawn.count("Nguyễn") / len(drawn) < 0.36
    assert 0.08 < drawn.count("Trần") / len(drawn) < 0.14
