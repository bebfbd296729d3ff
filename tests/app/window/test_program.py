"""The program from login to the last write, over a real file: lock, switch, kill nothing typed."""

import shutil
from functools import partial
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from facility_app.app.window.program import Program
from facility_app.db.driver import driver_module
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.modules.access.domain import USE_GRANT, LentActor
from facility_app.modules.access.service import BreakTheGlass, EditSecurity, break_glass, edit_security
from facility_app.ui.dialogs import Question
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.shell.window import Shell
from facility_app.ui.theme import Theme
from tests.app.window.seat import SOON_MS, has_page, session_of, shell_of, sign_in, verbs
from tests.helpers.desk import ADMIN, ADMIN_PASSWORD, CHEAP, NURSE, NURSE_PASSWORD, Desk


def test_the_right_password_shows_the_window_and_forgets_the_secret(program: Program, qtbot: QtBot) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    assert shell.isVisible()
    assert not program.front.isVisible()
    assert ADMIN in shell.windowTitle()
    assert program.login.password_edit.text() == ""


def test_a_wrong_password_is_said_on_the_login_and_nothing_is_open(program: Program, qtbot: QtBot) -> None:
    program.login.name_edit.setText(ADMIN)
    program.login.password_edit.setText("không phải mật khẩu")
    program.login.sign_in.button.click()
    qtbot.waitUntil(program.login.message_label.isVisible, timeout=SOON_MS)
    assert program.session is None


def test_a_lock_keeps_what_is_typed_and_only_the_same_password_opens_it(
    program: Program, qtbot: QtBot, desk: Desk
) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    typing = QLineEdit(shell.centralWidget())
    typing.show()
    typing.setText("đang gõ dở")
    assert program.session is not None
    program.session.lock()
    assert shell.cover.is_locked
    shell.unlock_asked.emit(NURSE_PASSWORD)
    qtbot.waitUntil(lambda: not program.errands.is_busy, timeout=SOON_MS)
    assert shell.cover.is_locked
    # The only administrator has nobody to ask.
    assert "khóa khôi phục" in shell.cover.message_label.text()
    shell.unlock_asked.emit(ADMIN_PASSWORD)
    qtbot.waitUntil(lambda: not shell.cover.is_locked, timeout=SOON_MS)
    assert typing.text() == "đang gõ dở"
    program.close()
    assert [one for one in verbs(desk) if one.startswith("access.") and "lock" in one] == [
        "access.lock",
        "access.unlock",
    ]


def test_window_stands_before_its_first_page_is_made(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stood = []
    go_home = Shell.go_home

    def noted(shell: Shell) -> None:
        stood.append(shell.isVisible())
        go_home(shell)

    monkeypatch.setattr(Shell, "go_home", noted)
    sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    program.close()
    assert stood == [True]


def test_another_person_takes_over_while_the_file_stays_open(program: Program, qtbot: QtBot, desk: Desk) -> None:
    first = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    first.switch_asked.emit()
    assert program.front.isVisible()
    assert first.cover.is_locked
    program.login.name_edit.setText(NURSE)
    program.login.password_edit.setText(NURSE_PASSWORD)
    program.login.sign_in.button.click()
    qtbot.waitUntil(
        lambda: (
            program.session is not None
            and program.session.user_name == NURSE
            and program.session.shell is not None
        ),
        timeout=SOON_MS,
    )
    assert NURSE in shell_of(program).windowTitle()
    program.close()
    assert verbs(desk).count("access.sign_in") == 2
    assert verbs(desk).count("access.sign_out") == 2


def test_what_was_lent_before_the_person_left_is_lent_when_they_are_back(program: Program, qtbot: QtBot) -> None:
    shell = sign_in(program, qtbot, NURSE, NURSE_PASSWORD)
    assert program.session is not None
    assert not isinstance(program.session.runner.workplace.actor, LentActor)
    wish = BreakTheGlass(USE_GRANT.id, None, "bệnh nhân ngất")
    with qtbot.waitSignal(program.session.runner.changed, timeout=SOON_MS):
        program.session.runner.command(shell, lambda uow: break_glass(uow, wish)).run()
    for name, password in ((ADMIN, ADMIN_PASSWORD), (NURSE, NURSE_PASSWORD)):
        shell_of(program).switch_asked.emit()
        program.login.name_edit.setText(name)
        program.login.password_edit.setText(password)
        program.login.sign_in.button.click()
        qtbot.waitUntil(partial(is_at_work, program, name), timeout=SOON_MS)
    qtbot.waitUntil(partial(is_lent, program), timeout=SOON_MS)
    assert NURSE in shell_of(program).windowTitle()


def is_at_work(program: Program, name: str) -> bool:
    session = program.session
    return session is not None and session.user_name == name and session.shell is not None


def is_lent(program: Program) -> bool:
    return program.session is not None and isinstance(program.session.runner.workplace.actor, LentActor)


def test_without_a_facility_nobody_is_asked_for_a_password_and_the_steps_come_before_the_rest_is_read(
    qtbot: QtBot, qapp: QApplication, dressed: Theme, empty_desk: Desk
) -> None:
    program = Program(qapp, dressed, empty_desk.folder, empty_desk.state, CHEAP)
    was_inside = []
    program.inside_read.connect(lambda: was_inside.append(program.wizard is not None))
    program.begin()
    try:
        assert not program.login.isVisible()
        qtbot.waitUntil(lambda: program.is_inside_read, timeout=SOON_MS)
        assert was_inside == [True]
        assert not program.login.isVisible()
    finally:
        program.close()
        program.front.deleteLater()


def test_the_first_run_founds_prints_the_key_and_opens_with_it_typed_back(
    qtbot: QtBot,
    qapp: QApplication,
    dressed: Theme,
    empty_desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    ready_tables: None,
) -> None:
    for name, value in empty_desk.environment.items():
        monkeypatch.setenv(name, value)
    program = Program(qapp, dressed, empty_desk.folder, empty_desk.state, CHEAP)
    program.begin()
    try:
        qtbot.waitUntil(lambda: program.first_run is not None, timeout=SOON_MS)
        assert program.first_run is not None
        page = program.first_run.page
        wish = {"name": "Cơ sở số 1", "code": "G01.28.12", "province_code": "01", "unit_kind": "public"}
        for name, value in wish.items():
            page.facility_form.fields[name].set_value(value)
        page.facility_form.submit()
        for edit, text in (
            (page.admin_edit, "quantri"),
            (page.password_edit, ADMIN_PASSWORD),
            (page.again_edit, ADMIN_PASSWORD),
        ):
            edit.setText(text)
        page.admin_step.button.click()
        qtbot.waitUntil(page.key_step.isVisible, timeout=SOON_MS)
        key = page.key_step.key_label.text().replace(" – ", "-").replace("\n", "-")
        page.key_step.print_button.click()
        qtbot.waitUntil(lambda: bool(page.findChildren(PreviewDialog)), timeout=SOON_MS)
        page.findChildren(PreviewDialog)[0].close()
        page.key_step.typed_edit.setText(key)
        page.key_step.done_button.click()
        qtbot.waitUntil(lambda: program.session is not None and program.session.shell is not None, timeout=SOON_MS)
        assert program.session is not None
        assert {role.value for role in program.session.opened.actor.roles} == {"ADMIN", "HEAD"}
    finally:
        program.close()
        program.front.deleteLater()


def test_another_facility_s_key_file_unlocks_nothing(
    program: Program, qtbot: QtBot, desk: Desk, stranger: Desk
) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    assert program.session is not None
    program.session.lock()
    # The same account of the system, the same name, another facility.
    shutil.copytree(desk.state, stranger.state, dirs_exist_ok=True)
    own = desk.folder.keys.read_bytes()
    desk.folder.keys.write_bytes(stranger.folder.keys.read_bytes())
    shell.unlock_asked.emit(ADMIN_PASSWORD)
    qtbot.waitUntil(lambda: not program.errands.is_busy, timeout=SOON_MS)
    assert shell.cover.is_locked
    desk.folder.keys.write_bytes(own)
    shell.unlock_asked.emit(ADMIN_PASSWORD)
    qtbot.waitUntil(lambda: not shell.cover.is_locked, timeout=SOON_MS)


def test_a_fault_of_the_program_leaves_a_report_without_values_and_one_sentence(
    program: Program, qtbot: QtBot, desk: Desk
) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    assert program.session is not None

    def stumble(_uow: object) -> None:
        message = "Nguyễn Văn Bí Mật"
        raise KeyError(message)

    with qtbot.waitSignal(program.net.told, timeout=SOON_MS) as told:
        program.session.runner.command(shell, stumble).run()
    assert "báo cáo" in told.args[0]
    reports = list(desk.folder.logs.glob("crash-*.txt"))
    assert len(reports) == 1
    assert "Bí Mật" not in reports[0].read_text(encoding="utf-8")


def test_the_window_speaks_english_when_asked_and_vietnamese_again(program: Program, qtbot: QtBot) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    vietnamese = shell.top.accessibleName(), shell.findChildren(QPushButton)[0].text()
    shell.language_asked.emit("en")
    qtbot.waitUntil(partial(has_page, program), timeout=SOON_MS)
    english = shell_of(program)
    assert english is not shell
    assert english.isVisible()
    texts = {label.text() for label in english.findChildren(QLabel)}
    assert not any("Hôm nay" in text for text in texts)
    english.language_asked.emit("vi")
    qtbot.waitUntil(partial(has_page, program), timeout=SOON_MS)
    assert shell_of(program).findChildren(QPushButton)[0].text() == vietnamese[1]


def test_one_close_ends_the_program(program: Program, qtbot: QtBot, desk: Desk) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    assert program.session is not None
    with qtbot.waitSignal(program.session.ended, timeout=SOON_MS):
        shell.close()
    assert verbs(desk)[-1] == "access.sign_out"


def test_enter_pressed_again_opens_the_facility_once(program: Program, qtbot: QtBot, desk: Desk) -> None:
    program.login.name_edit.setText(ADMIN)
    program.login.password_edit.setText(ADMIN_PASSWORD)
    for _ in range(3):
        program.login.sign_in_asked.emit(ADMIN, ADMIN_PASSWORD)
    qtbot.waitUntil(lambda: program.session is not None and program.session.shell is not None, timeout=SOON_MS)
    qtbot.waitUntil(lambda: not program.errands.is_busy, timeout=SOON_MS)
    program.close()
    assert verbs(desk).count("access.sign_in") == 1


def test_switching_to_somebody_with_a_one_time_password_leaves_the_former_for_good(
    program: Program, qtbot: QtBot, desk: Desk
) -> None:
    given = desk.done("user", "reset", NURSE, *desk.admin)["one_time_password"]
    first = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    first.switch_asked.emit()
    program.login.sign_in_asked.emit(NURSE, given)
    qtbot.waitUntil(lambda: program.login.step is program.login.change, timeout=SOON_MS)
    program.login.change_asked.emit(NURSE, given, "Mưa rơi trên mái tôn")
    qtbot.waitUntil(
        lambda: (
            program.session is not None
            and program.session.user_name == NURSE
            and program.session.shell is not None
        ),
        timeout=SOON_MS,
    )
    program.close()
    assert verbs(desk).count("access.sign_in") == verbs(desk).count("access.sign_out") == 2


def test_help_opens_over_the_work_and_speaks_of_the_keys(program: Program, qtbot: QtBot) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    shell.help_asked.emit("")
    (browser,) = shell.findChildren(QTextBrowser)
    assert browser.isVisible()
    assert "Ctrl+K" in browser.toPlainText()


def test_nobody_else_after_all_goes_back_to_the_locked_screen(program: Program, qtbot: QtBot) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    assert not program.login.return_button.isVisibleTo(program.front)
    shell.switch_asked.emit()
    back = program.login.return_button
    assert back.isVisible()
    assert ADMIN in back.text()
    program.login.password_edit.setText("gõ nhầm người")
    back.click()
    assert not program.front.isVisible()
    assert shell.cover.is_locked
    assert program.login.password_edit.text() == ""
    shell.unlock_asked.emit(ADMIN_PASSWORD)
    qtbot.waitUntil(lambda: not shell.cover.is_locked, timeout=SOON_MS)


def test_escape_at_the_login_of_a_switch_goes_back_too(program: Program, qtbot: QtBot) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    shell.switch_asked.emit()
    QTest.keyClick(program.login.name_edit, Qt.Key.Key_Escape)
    assert not program.front.isVisible()
    assert shell.cover.is_locked


def test_the_lock_s_minutes_count_from_the_moment_they_are_saved(program: Program, qtbot: QtBot) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    session = session_of(program)
    qtbot.waitUntil(lambda: not session.runner.is_busy, timeout=SOON_MS)
    assert session.lock_minutes == 10
    session.runner.command(shell, lambda uow: edit_security(uow, EditSecurity(3, 60, 180))).run()
    qtbot.waitUntil(lambda: session.lock_minutes == 3, timeout=SOON_MS)


def test_a_step_broken_after_the_commit_leaves_a_report_without_values(
    program: Program, qtbot: QtBot, desk: Desk
) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)

    def stumble() -> None:
        message = "Nguyễn Văn Bí Mật"
        raise KeyError(message)

    def save(uow: UnitOfWork) -> None:
        edit_security(uow, EditSecurity(3, 60, 180))
        uow.after_commit(stumble)

    told: list[str] = []
    session_of(program).runner.command(shell, save).failure(lambda failure: told.append(failure.words)).run()
    qtbot.waitUntil(lambda: bool(told), timeout=SOON_MS)
    assert "Đã lưu, đừng nhập lại" in told[0]
    (report,) = desk.folder.logs.glob("crash-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "stumble" in text
    assert "Bí Mật" not in text


def test_a_full_disk_at_the_door_is_called_by_its_name(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_self: object) -> None:
        raise driver_module().OperationalError("disk I/O error")

    monkeypatch.setattr("facility_app.db.database.revision_of", no_room)
    monkeypatch.setattr("facility_app.db.faults.shutil.disk_usage", lambda _folder: SimpleNamespace(free=4096))
    program.login.sign_in_asked.emit(ADMIN, ADMIN_PASSWORD)
    qtbot.waitUntil(program.login.message_label.isVisible, timeout=SOON_MS)
    assert "Ổ đĩa đã đầy" in program.login.message_label.text()
    assert "làm lại" in program.login.message_label.text()


def test_an_answer_that_comes_while_the_screen_is_locked_opens_nothing_over_it(
    program: Program, qtbot: QtBot, dressed: Theme
) -> None:
    shell = sign_in(program, qtbot, ADMIN, ADMIN_PASSWORD)
    session_of(program).lock()
    late = Question(dressed, label("ui", "Người khác vừa lưu"), parent=shell)
    late.open()
    qtbot.waitUntil(lambda: not late.isVisible(), timeout=SOON_MS)
    shell.unlock_asked.emit(ADMIN_PASSWORD)
    qtbot.waitUntil(late.isVisible, timeout=SOON_MS)
    assert not shell.cover.is_locked
    late.close()
