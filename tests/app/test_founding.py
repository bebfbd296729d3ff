"""A new facility is made whole or not at all, and what the founder wishes is judged before the first byte."""

import dataclasses
import itertools
import json
import os
import stat
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
import sqlalchemy as sa

from facility_app.app import founding, leftovers
from facility_app.app.founding import Founded, Founding, found
from facility_app.app.leftovers import STAGING
from facility_app.db import durable
from facility_app.db.audit_verify import verify
from facility_app.kernel.errors import EnvironmentFault, FacilityError, UserError
from facility_app.kernel.labels import Label
from facility_app.kernel.ports import SecretMode
from facility_app.modules.access.queries import list_users
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.queries import get_facility
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, CHEAP, Desk, files_of

WISH = Founding("G01.28.12", "Cơ sở số 1", "01", UnitKind.PUBLIC, ADMIN, ADMIN_PASSWORD, SecretMode.FILE)


def found_at(desk: Desk, wish: Founding = WISH) -> Founded:
    with patch.dict(os.environ, desk.environment):
        return found(desk.folder, wish, desk.state, CHEAP)


def test_a_new_facility_opens_holds_what_was_wished_and_is_for_its_owner_alone(empty_desk: Desk) -> None:
    wish = dataclasses.replace(WISH, code=" x.01.5 ", name="Trường  giáo dưỡng ", unit_kind=UnitKind.REFORM_SCHOOL)
    made = found_at(empty_desk, wish)
    places = [empty_desk.data, empty_desk.state, *empty_desk.data.rglob("*"), *empty_desk.state.rglob("*")]
    bare = {stat.S_IMODE(place.stat().st_mode) & 0o077 for place in places}
    assert sys.platform == "win32" or bare == {0}
    assert not (empty_desk.data / STAGING).exists()
    assert (made.facility.code, made.facility.name, made.facility.head_title) == (
        *("X.01.5", "Trường giáo dưỡng", "Hiệu trưởng"),
    )
    assert made.secret_mode is SecretMode.FILE
    with empty_desk.open() as opened, opened.database.read(opened.actor) as uow:
        assert (opened.database.home, get_facility(uow)) == ("X.01.5", made.facility)
        assert [(row.name, sorted(row.roles)) for row in list_users(uow)] == [(ADMIN, ["ADMIN"])]
        assert verify(uow.session.connection(), None).ok
        assert opened.database.anchor.read() is not None


@pytest.mark.usefixtures("ready_tables")
def test_the_first_day_stands_in_the_trail_and_in_the_outbox(empty_desk: Desk) -> None:
    found_at(empty_desk)
    with empty_desk.open() as opened, opened.database.connection() as connection:
        verbs = connection.execute(sa.text("SELECT verb FROM audit_entry ORDER BY seq")).scalars().all()
        epochs = connection.execute(sa.text("SELECT n, reason FROM sync_epoch")).all()
        changes = connection.execute(sa.text("SELECT count(*) FROM sync_change")).scalar_one()
    assert verbs == ["upkeep.begin", "catalogues.create_facility", "access.add_user"]
    assert [tuple(row) for row in epochs] == [(1, "init")]
    assert changes == 1


@pytest.mark.usefixtures("ready_tables")
def test_two_facilities_share_no_key_no_salt_and_no_identity(empty_desk: Desk) -> None:
    other = empty_desk.elsewhere("other")
    made = [found_at(desk) for desk in (empty_desk, other)]
    keys = [json.loads(desk.folder.keys.read_bytes()) for desk in (empty_desk, other)]
    assert made[0].recovery_key != made[1].recovery_key
    assert keys[0]["current"] != keys[1]["current"]
    assert keys[0]["file_salt"] != keys[1]["file_salt"]
    assert [desk.folder.database.read_bytes()[:16].hex() for desk in (empty_desk, other)] == [
        key["current"] for key in keys
    ]


BAD_WISHES: dict[str, tuple[dict[str, str], str]] = {
    "no code": ({"code": ""}, "bad_facility_code"),
    "a code of another shape": ({"code": "Cơ sở 1"}, "bad_facility_code"),
    "a code too long": ({"code": "G" * 36}, "bad_facility_code"),
    "no name": ({"name": " "}, "bad_facility_name"),
    "a name too long": ({"name": "x" * 201}, "bad_facility_name"),
    "a province in words": ({"province_code": "Hà Nội"}, "bad_province_code"),
    "no administrator": ({"admin": ""}, "bad_user_name"),
    "an administrator that is a path": ({"admin": "../an"}, "bad_user_name"),
    "a short password": ({"password": "chín ký t"}, "password_weak"),
    "a password of one letter": ({"password": "ư" * 12}, "password_weak"),
    "a password that is the name": ({"admin": "nguyen van an", "password": "Nguyễn Văn Ân"}, "password_weak"),
}


@pytest.mark.parametrize("case", BAD_WISHES)
def test_a_bad_wish_writes_nothing_not_even_a_folder(empty_desk: Desk, case: str) -> None:
    changes, code = BAD_WISHES[case]
    with pytest.raises(UserError) as refusal:
        found_at(empty_desk, dataclasses.replace(WISH, **changes))  # type: ignore[arg-type] # all of them are texts
    assert refusal.value.code == code
    assert refusal.value.fields
    assert not empty_desk.root.exists()


@pytest.mark.usefixtures("ready_tables")
def test_a_folder_with_other_files_takes_a_facility_and_keeps_them(empty_desk: Desk) -> None:
    (empty_desk.data / "Ảnh gia đình").mkdir(parents=True)
    (empty_desk.data / "Ảnh gia đình" / "a.jpg").write_bytes(b"\xff\xd8")
    (empty_desk.data / "logs").mkdir()
    (empty_desk.data / "logs" / "of another program.log").write_text("x", encoding="utf-8")
    before = files_of(empty_desk.data)
    found_at(empty_desk)
    after = files_of(empty_desk.data)
    assert {path: after[path] for path in before} == before
    assert {Path(path).name for path in after.keys() - before.keys()} == {"facility.db", "facility.keys"}
    assert empty_desk.done("check", *empty_desk.admin)["ok"] is True


STEPS = ("_make_database", "open_database", "_first_rows", "move_in")
FAULTS = (OSError(28, "No space left on device"), EnvironmentFault("disk_full", Label("errors", "Đầy.")))


@pytest.mark.usefixtures("ready_tables")
def test_a_fault_at_any_step_leaves_no_facility(empty_desk: Desk) -> None:
    for step, error in itertools.product(STEPS, FAULTS):
        what = f"{error!r} at {step}"
        with (
            patch.object(founding, step, side_effect=error),
            pytest.raises(EnvironmentFault) as refusal,
        ):
            found_at(empty_desk)
        assert refusal.value.code == "disk_full", what
        left = [path.name for path in empty_desk.data.iterdir() if path.is_file()]
        assert left == ["facility.lock"], what
        assert not (empty_desk.data / STAGING).exists(), what
    found_at(empty_desk)
    assert empty_desk.done("check", *empty_desk.admin)["ok"] is True


@pytest.mark.usefixtures("ready_tables")
def test_a_fault_between_the_two_moves_keeps_the_keys_for_the_next_start(
    empty_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def move(source: Path, target: Path) -> None:
        if source.name == "facility.keys":
            raise OSError(5, "Input/output error")
        durable.move(source, target)

    monkeypatch.setattr(leftovers, "move", move)
    with pytest.raises(EnvironmentFault) as refusal:
        found_at(empty_desk)
    assert refusal.value.code == "disk_fault"
    assert empty_desk.folder.database.is_file()
    assert (empty_desk.data / STAGING / "facility.keys").is_file()
    monkeypatch.undo()
    assert empty_desk.done("check", *empty_desk.admin)["ok"] is True


@pytest.mark.usefixtures("ready_tables")
def test_a_second_founding_is_refused_and_changes_nothing(empty_desk: Desk) -> None:
    found_at(empty_desk)
    before = files_of(empty_desk.root)
    with pytest.raises(FacilityError) as refusal:
        found_at(empty_desk, dataclasses.replace(WISH, code="G01.28.13"))
    assert refusal.value.code == "facility_exists"
    assert files_of(empty_desk.root) == before


@pytest.mark.usefixtures("ready_tables")
def test_neither_wish_nor_answer_shows_a_secret_when_printed(empty_desk: Desk) -> None:
    made = found_at(empty_desk)
    assert ADMIN_PASSWORD not in repr(WISH)
    assert made.recovery_key not in repr(made)
