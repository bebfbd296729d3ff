"""An older file at the login: what will happen is said first, the backup comes before the change."""

import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facility_app.app import care
from facility_app.app.care import Upgraded
from facility_app.app.who import Password
from facility_app.app.window.door import Door
from facility_app.app.window.errand import Errands
from facility_app.app.window.program import Program
from facility_app.app.window.upgrade import Stage, UpgradePage
from facility_app.app.window.upgrade_desk import UpgradeDesk
from facility_app.db.digest import file_digest
from facility_app.db.driver import connect
from facility_app.db.folder import DataFolder
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.ui.theme import Theme
from tests.app.window.seat import SOON_MS, shell_of, verbs
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, NURSE, NURSE_PASSWORD, Desk
from tests.helpers.refused import take_back_a_step


@pytest.fixture(scope="module")
def taken_back(founded_desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The file of every desk as the program before the newest step left it; its revision, and the newest."""
    made = founded_desk.copy(tmp_path_factory.mktemp("older") / "desk")
    return made.folder.database, *take_back_a_step(made)


@pytest.fixture
def older(desk: Desk, taken_back: tuple[Path, str, str]) -> tuple[str, str]:
    """The test's desk has the older file; its revision, and the newest."""
    file, former, newest = taken_back
    shutil.copyfile(file, desk.folder.database)
    return former, newest


def offered(program: Program, qtbot: QtBot, name: str = ADMIN, password: str = ADMIN_PASSWORD) -> UpgradePage:
    """The page that comes when somebody signs in to an older file."""
    program.login.sign_in_asked.emit(name, password)
    qtbot.waitUntil(lambda: program.upgrade is not None, timeout=SOON_MS)
    assert program.upgrade is not None
    return program.upgrade.page


def held(desk: Desk) -> str:
    """What the file holds, to the last row."""
    with closing(connect(desk.folder.database, desk.data_key, query_only=True)) as raw:
        return file_digest(raw).digest


@pytest.mark.usefixtures("older")
def test_an_older_file_is_upgraded_in_the_window_and_then_opened(
    program: Program, qtbot: QtBot, desk: Desk
) -> None:
    page = offered(program, qtbot)
    assert page.isVisible()
    said = " ".join(one.text() for one in page.findChildren(QLabel))
    assert str(desk.data) in said
    assert "Sao lưu toàn bộ" in said
    assert "không ai khác" in said
    assert "lệnh" not in said
    QTest.keyClick(page.go_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.stage is Stage.DONE, timeout=SOON_MS)
    (backup,) = desk.folder.backups.iterdir()
    assert str(backup) in page.backup_label.text()
    page.go_button.click()
    qtbot.waitUntil(lambda: program.session is not None and program.session.shell is not None, timeout=SOON_MS)
    assert shell_of(program).isVisible()
    assert program.upgrade is None
    program.close()
    assert "upkeep.migrate" in verbs(desk)


@pytest.mark.usefixtures("older")
def test_a_failed_upgrade_leaves_the_older_file_as_it_was_and_says_so(
    program: Program, qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(desk)

    def refuse(*_: object) -> None:
        raise EnvironmentFault("disk_full", label("errors", "Ổ đĩa đã đầy."))

    with monkeypatch.context() as broken:
        broken.setattr(care, "_append", refuse)
        page = offered(program, qtbot)
        page.go_button.click()
        qtbot.waitUntil(page.message_label.isVisible, timeout=SOON_MS)
    assert page.message_label.text() == "Ổ đĩa đã đầy. Dữ liệu vẫn đúng như trước khi nâng cấp."
    assert held(desk) == before
    assert len(list(desk.folder.backups.iterdir())) == 1
    page.go_button.click()
    qtbot.waitUntil(lambda: page.stage is Stage.DONE, timeout=SOON_MS)
    assert held(desk) != before


@pytest.mark.usefixtures("older")
def test_whoever_goes_back_changed_nothing(program: Program, qtbot: QtBot, desk: Desk) -> None:
    before = held(desk)
    page = offered(program, qtbot)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert program.upgrade is None
    assert program.login.isVisible()
    assert held(desk) == before
    assert offered(program, qtbot, NURSE, NURSE_PASSWORD).isVisible()


def test_a_password_handed_over_upgrades_nothing(program: Program, qtbot: QtBot, desk: Desk) -> None:
    given = desk.done("user", "reset", NURSE, *desk.admin)["one_time_password"]
    take_back_a_step(desk)
    before = held(desk)
    page = offered(program, qtbot, NURSE, given)
    page.go_button.click()
    qtbot.waitUntil(page.message_label.isVisible, timeout=SOON_MS)
    assert "do người khác cấp" in page.message_label.text()
    assert held(desk) == before


@dataclass
class SlowDoor:
    """A door whose backup takes until it is told to be done."""

    folder: DataFolder
    is_made: threading.Event = field(default_factory=threading.Event)
    changed: list[Path] = field(default_factory=list)

    def upgrade(self, _who: object, backed_up: Callable[[Path], None]) -> Upgraded:
        """Back up, ask, change."""
        self.is_made.wait(SOON_MS / 1000)
        backup = self.folder.backups / "a.bak"
        backed_up(backup)
        self.changed.append(backup)
        return Upgraded("0001", "0002", backup)


@pytest.fixture
def slow(tmp_path: Path) -> SlowDoor:
    folder = DataFolder(tmp_path)
    folder.database.write_bytes(b"x" * 3_000_000)
    return SlowDoor(folder)


def made_desk(slow: Any, theme: Theme, qtbot: QtBot) -> UpgradeDesk:
    errands = Errands()
    desk = UpgradeDesk(theme, slow, errands, Password("a", "b"), errands)
    qtbot.addWidget(desk.page, before_close_func=lambda _page: errands.close())
    desk.page.show()
    return desk


def test_it_can_be_stopped_until_the_backup_stands(dressed: Theme, qtbot: QtBot, slow: SlowDoor) -> None:
    page = made_desk(slow, dressed, qtbot).page
    page.go_button.click()
    assert (page.stage, page.bar.isVisible(), page.go_button.isEnabled()) == (Stage.BACKUP, True, False)
    page.back_button.click()
    slow.is_made.set()
    qtbot.waitUntil(lambda: "Đã dừng" in page.message_label.text(), timeout=SOON_MS)
    assert slow.changed == []
    assert "a.bak" in page.message_label.text()
    assert page.stage is Stage.WAITING


def test_no_way_back_is_offered_once_the_change_began(dressed: Theme, qtbot: QtBot, slow: SlowDoor) -> None:
    desk = made_desk(slow, dressed, qtbot)
    left: list[int] = []
    desk.left.connect(lambda: left.append(1))
    desk.page.show_running()
    desk.page.show_backup(slow.folder.backups / "a.bak")
    assert not desk.page.back_button.isEnabled()
    QTest.keyClick(desk.page, Qt.Key.Key_Escape)
    assert left == []
    desk.tell_fault("Chương trình gặp lỗi của chính nó.")
    assert "vẫn đúng như trước" in desk.page.message_label.text()
    assert desk.page.back_button.isEnabled()


def test_how_long_it_takes_is_told_from_the_size(dressed: Theme, qtbot: QtBot, slow: SlowDoor) -> None:
    page = made_desk(slow, dressed, qtbot).page
    assert "3 MB, chừng 1 phút" in page.time_label.text()


def test_the_door_upgrades_as_the_command_line_does(desk: Desk, older: tuple[str, str]) -> None:
    former, newest = older
    heard: list[Path] = []
    done = Door(desk.folder, desk.state).upgrade(Password(ADMIN, ADMIN_PASSWORD), heard.append)
    assert (done.before, done.after, heard) == (former, newest, [done.backup])
