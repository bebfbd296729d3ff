"""The libraries under us are the ones measured: no lost references, a safe SQLite, a Qt that starts."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from facility_app.db.driver import OLDEST_SAFE_SQLITE, DataKey, connect, sqlite_version

VOID_CALLS = 3_000
TEST_KEY = DataKey(bytes(range(32)), bytes(range(16)))


def compile_options(folder: Path) -> frozenset[str]:
    """What SQLite was built with, as the program's own connection says."""
    connection = connect(folder / "options.db", TEST_KEY)
    try:
        return frozenset(row[0] for row in connection.execute("PRAGMA compile_options"))
    finally:
        connection.close()


def test_void_qt_calls_keep_their_references_to_none(qtbot: QtBot) -> None:
    # WORKAROUND(measured): PySide6 6.12.0 on CPython 3.11 loses one reference to None per void call and aborts
    # after some 5,700; from CPython 3.12 on None is immortal and the count stands still.
    item, label = QObject(), QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(VOID_CALLS):
        item.setObjectName("name")
        label.setVisible(False)
    assert abs(sys.getrefcount(None) - before) < VOID_CALLS // 10


def test_sqlite_does_not_lose_commits() -> None:
    assert sqlite_version() >= OLDEST_SAFE_SQLITE


def test_sqlite_is_built_for_search_and_threads(tmp_path: Path) -> None:
    assert {"ENABLE_FTS5", "THREADSAFE=1", "TEMP_STORE=2"} <= compile_options(tmp_path)


def test_connections_are_encrypted_durable_and_checked(tmp_path: Path) -> None:
    connection = connect(tmp_path / "settings.db", TEST_KEY)
    try:
        found = {
            name: [str(value) for row in connection.execute(f"PRAGMA {name}") for value in row]
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "cipher_status")
        }
    finally:
        connection.close()
    assert found == {
        "journal_mode": ["wal"],
        "synchronous": ["2"],
        "foreign_keys": ["1"],
        "recursive_triggers": ["1"],
        "cipher_status": ["1"],
    }


def test_qt_starts_offscreen(qapp: QApplication) -> None:
    assert qapp.platformName() == "offscreen"
    assert QFontDatabase.families()
