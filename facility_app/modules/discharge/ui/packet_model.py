"""Packets being made, as lines: each person with how far theirs is, and below them the files it came to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.discharge.papers.packet import PacketFile
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
PERSON_LINE = label("discharge", "{name} · {code} – {state}")
FILE_LINE = label("discharge", "{part}: {title} · {pages} trang")
NUMBERED_LINE = label("discharge", "{part}: {title} · số {number} · {pages} trang")
FILES_MADE = label("discharge", "{count} tệp")
PART_LABELS: Final[dict[str, Label]] = {
    "index": label("discharge", "Mục lục"),
    "police": label("discharge", "Công an cấp xã"),
    "person": label("discharge", "Người ra cơ sở"),
    "house": label("discharge", "Cơ sở lưu"),
    "health": label("discharge", "Y tế, niêm phong"),
}
"""Short words for the parts of a packet."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Whose packet it is."""

    stay_id: str
    name: str = field(repr=False)
    code: str


class Making(StrEnum):
    """How far one packet is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


MAKING_LABELS: Final[dict[Making, Label]] = {
    Making.WAITING: label("terms", "chờ"),
    Making.RUNNING: label("terms", "đang lập"),
    Making.DONE: label("terms", "xong"),
    Making.FAILED: label("terms", "chưa được"),
}
ICONS: Final[dict[Making, tuple[str, str]]] = {
    Making.WAITING: ("clock", "quiet"),
    Making.RUNNING: ("package", "accent"),
    Making.DONE: ("circle-check", "ok"),
    Making.FAILED: ("alert-octagon", "danger"),
}
SHORT: Final = ("alert-triangle", "warning")
FILE_ICON: Final = ("file-text", "quiet")


@dataclass(slots=True)
class _Entry:
    person: Leaving
    making: Making = Making.WAITING
    reason: str = ""
    files: tuple[PacketFile, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether it is made and a paper of it could not be."""
        return self.making is Making.DONE and bool(self.reason)


class PacketModel(QAbstractListModel):
    """A flat list: a line for each person, their files right below."""

    def __init__(self, theme: Theme, people: Sequence[Leaving], parent: QObject) -> None:
        """Everybody waits."""
        super().__init__(parent)
        self._theme = theme
        self._entries = [_Entry(one) for one in people]

    def people(self, *making: Making) -> tuple[Leaving, ...]:
        """Those whose packet is so far; everybody when nothing is named."""
        return tuple(one.person for one in self._entries if not making or one.making in making)

    def reason(self, stay_id: str) -> str:
        """Why a packet failed, or which papers a finished one is short of; empty when there is nothing to say."""
        return next(one.reason for one in self._entries if one.person.stay_id == stay_id)

    def files(self) -> tuple[tuple[Leaving, PacketFile], ...]:
        """Every file made, with whose it is."""
        return tuple((one.person, file) for one in self._entries for file in one.files)

    def file_at(self, row: int) -> tuple[Leaving, PacketFile] | None:
        """The file of a line; None for the line of a person."""
        entry, place = self._at(row)
        return None if place == 0 else (entry.person, entry.files[place - 1])

    def set(self, stay_id: str, making: Making, reason: str = "", files: tuple[PacketFile, ...] = ()) -> None:
        """A packet is further now."""
        entry = next(one for one in self._entries if one.person.stay_id == stay_id)
        self.beginResetModel()
        entry.making, entry.reason, entry.files = making, reason, files
        self.endResetModel()

    def line(self, row: int) -> str:
        """What a line says."""
        entry, place = self._at(row)
        if place:
            file = entry.files[place - 1]
            words = NUMBERED_LINE if file.number else FILE_LINE
            return tr(
                words, part=tr(PART_LABELS[file.part]), title=file.title, number=file.number, pages=file.pages
            )
        state = tr(MAKING_LABELS[entry.making])
        if entry.making is Making.DONE:
            state = f"{state}, {tr(FILES_MADE, count=len(entry.files))}"
            state = f"{state}. {entry.reason}" if entry.reason else state
        elif entry.reason:
            state = entry.reason
        return tr(PERSON_LINE, name=entry.person.name, code=entry.person.code, state=state)

    def _at(self, row: int) -> tuple[_Entry, int]:
        for entry in self._entries:
            if row <= len(entry.files):
                return entry, row
            row -= 1 + len(entry.files)
        raise IndexError(row)

    @override
    def rowCount(self, parent: AnyIndex | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return sum(1 + len(one.files) for one in self._entries)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        entry, place = self._at(row)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self.line(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._theme.icon(*(FILE_ICON if place else SHORT if entry.is_short else ICONS[entry.making]))
        if role == Qt.ItemDataRole.FontRole and not place:
            return self._theme.font(weight=QFont.Weight.DemiBold)
        return None
