"""One cold start, in a process of its own: ``bare`` is a window with a table, ``login`` the program's first page.

Either ends itself when that was painted; whoever measures times the whole process.
"""

import importlib
import os
import sys
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
from typing_extensions import override

ROWS, COLUMNS = 25_000, 6
SIZE = (1100, 720)
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PlainTable(QAbstractTableModel):
    """Numbers in a grid: the least a window with a table needs."""

    @override
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return ROWS

    @override
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return COLUMNS

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"{index.row()}·{index.column()}" if role == Qt.ItemDataRole.DisplayRole else None


class FirstPaint(QObject):
    """Ends the process when what it watches, and all in it, was painted."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, _leave)
        return False


def _leave() -> None:
    # At once: ending in order is not what is measured.
    os._exit(0)


def bare() -> None:
    """A bare window with a table."""
    app = QApplication([])
    window, table, model, watcher = QMainWindow(), QTableView(), PlainTable(), FirstPaint()
    table.setModel(model)
    window.setCentralWidget(table)
    window.resize(*SIZE)
    table.viewport().installEventFilter(watcher)
    window.show()
    app.exec()


def login(data: str) -> None:
    """The program as ``main.py`` starts it, until its login is painted."""
    program: Any = importlib.import_module("facility_app.app.window.program")
    watcher, begin = FirstPaint(), program.Program.begin

    def watched_begin(front: Any) -> None:
        front.login.installEventFilter(watcher)
        begin(front)

    program.Program.begin = watched_begin
    sys.argv = ["main.py", "--data", data]
    importlib.import_module("facility_app.app.cli").main()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        login(sys.argv[2])
