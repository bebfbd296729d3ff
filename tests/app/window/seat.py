"""Somebody at the program's windows."""

from pytestqt.qtbot import QtBot

from facility_app.app.window.program import Program
from facility_app.app.window.session import Session
from facility_app.ui.shell.window import Shell
from tests.helpers.desk import Desk

SOON_MS = 15_000


def sign_in(program: Program, qtbot: QtBot, name: str, password: str) -> Shell:
    """Type both and wait for the first page."""
    program.login.name_edit.setText(name)
    program.login.password_edit.setText(password)
    program.login.sign_in.button.click()
    qtbot.waitUntil(lambda: has_page(program), timeout=SOON_MS)
    return shell_of(program)


def has_page(program: Program) -> bool:
    """Whether somebody sits before a page."""
    session = program.session
    return session is not None and session.shell is not None and session.shell.page is not None


def session_of(program: Program) -> Session:
    """Whoever is at work."""
    assert program.session is not None
    return program.session


def shell_of(program: Program) -> Shell:
    """Their window."""
    shell = session_of(program).shell
    assert shell is not None
    return shell


def verbs(desk: Desk) -> list[str]:
    """The trail's verbs, oldest first."""
    with desk.raw() as raw:
        return [verb for (verb,) in raw.execute("SELECT verb FROM audit_entry ORDER BY seq")]
