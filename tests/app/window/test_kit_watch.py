"""The sheet of each shift writes itself while somebody who may is signed in, at its own machine, and quietly."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from facility_app.app import kit_medium
from facility_app.app.desk import Desk as Work
from facility_app.app.kit_shop import KIT_PRESS
from facility_app.app.window.kit_watch import AFTER_FAILURE, KitWatch
from facility_app.app.window.program import Program
from facility_app.modules.medication.service.kit import NameKit, name_kit, offer_kit
from facility_app.ui.tasks import InlineRunner
from tests.app.window.seat import SOON_MS, session_of, sign_in
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, NURSE, NURSE_PASSWORD, Desk
from tests.modules.medication.medium import HOURS, named
from tests.modules.medication.ward import Ward, opened
from tests.modules.pharmacy.store import TODAY

TOMORROW = TODAY + timedelta(days=1)
HEAD = ("Giám Đốc Hà", "Sóng vỗ bờ cát trắng")


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    """A ward, at nine in the morning."""
    (tmp_path / "ward").mkdir()
    for made in opened(tmp_path / "ward"):
        made.at(9)
        yield made


@pytest.fixture
def watch(ward: Ward, qapp: QObject) -> Iterator[KitWatch]:
    """Of the nurse; looks when it is told."""
    runner = InlineRunner(Work(ward.facility.database, ward.actor("nurse")))
    yield KitWatch(runner, KIT_PRESS, runner)
    runner.close()


def is_watching(watch: KitWatch) -> bool:
    """Whether it looks by itself."""
    return any(one.isActive() for one in watch.findChildren(QTimer))


def test_each_shift_gets_one_sheet_a_drive_away_is_tried_each_quarter_another_machine_s_never(
    ward: Ward, watch: KitWatch, tmp_path: Path
) -> None:
    # Nobody named a place: nothing is begun, nothing refused.
    refused: list[str] = []
    watch.writer.refused.connect(refused.append)
    watch.look()
    kit = named(ward, tmp_path / "o roi")
    watch.look()
    watch.look()
    assert (kit.written(), kit.sheet.exists()) == (1, True)
    ward.at(17, 59)
    watch.look()
    assert kit.written() == 1
    ward.at(18)
    watch.look()
    watch.look()
    assert kit.written() == 2
    ward.at(6, day=TOMORROW)
    away = kit.folder.rename(tmp_path / "rut ra")
    for _ in range(AFTER_FAILURE + 1):
        watch.look()
    assert (kit.written(), len(refused)) == (3, 1)
    watch.look()
    assert (kit.written(), len(refused), kit.tasks()) == (4, 2, ["open"])
    away.rename(kit.folder)
    for _ in range(AFTER_FAILURE + 1):
        watch.look()
    assert (kit.written(), kit.row().is_due, kit.tasks()) == (5, False, ["done"])
    kit.belongs_elsewhere()
    ward.at(18, day=TOMORROW)
    watch.look()
    assert (kit.written(), kit.row().is_due) == (5, True)


def test_whoever_may_not_write_the_sheet_is_not_watched_over(program: Program, qtbot: QtBot) -> None:
    sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    (watch,) = session_of(program).findChildren(KitWatch)
    assert not is_watching(watch)


def test_the_watch_begins_with_a_session_that_may_write_and_ends_with_it(
    program: Program, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "o roi"
    folder.mkdir()
    desk.add_user(*HEAD, "HEAD")
    with desk.open(*HEAD) as at_work:
        with at_work.database.read(at_work.actor) as uow:
            kit_id, word = offer_kit(uow)
        KIT_PRESS.claim(str(folder), kit_id)
        with at_work.database.write(at_work.actor) as uow:
            name_kit(uow, NameKit(kit_id, str(folder), KIT_PRESS.lock_of(word), HOURS))
            uow.commit()
    sign_in(program, qtbot, NURSE, NURSE_PASSWORD)
    (watch,) = session_of(program).findChildren(KitWatch)
    assert is_watching(watch)
    qtbot.waitUntil((folder / kit_medium.SHEET).exists, timeout=SOON_MS)
    qtbot.waitUntil(lambda: not watch.writer.is_busy, timeout=SOON_MS)
    session_of(program)._rest()
    assert not is_watching(watch)
