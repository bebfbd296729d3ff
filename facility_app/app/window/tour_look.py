"""What the tour looks for on every picture: what does not fit, and words without their English."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from typing_extensions import override

from facility_app.ui.i18n import WordsTranslator
from facility_app.ui.lists.table_view import TableView
from facility_app.ui.shell.rail_button import RailButton
from facility_app.ui.shell.search_door import SearchDoor

NEVER_TRANSLATED = frozenset({"forms"})
"""Titles of official forms: what binds is the Vietnamese."""


class WatchedWords(WordsTranslator):
    """English that remembers what it was asked for and did not have."""

    def __init__(self, entries: dict[tuple[str, str], str], parent: QApplication) -> None:
        """Take the catalogue."""
        super().__init__(entries, parent)
        self._known = entries
        self.missing: set[tuple[str, str]] = set()

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        is_ours = context not in NEVER_TRANSLATED and not sourceText.isascii()
        if is_ours and (context, sourceText) not in self._known:
            self.missing.add((context, sourceText))
        return super().translate(context, sourceText, disambiguation, n)


@dataclass(slots=True)
class Seen:
    """What the tour saw.

    Attributes:
        pictures: in the order taken.
        clipped: picture and text of what did not fit, and parts of pages wider than their place.
        untranslated: labels without English.
    """

    pictures: list[Path] = field(default_factory=list)
    clipped: list[str] = field(default_factory=list)
    untranslated: set[tuple[str, str]] = field(default_factory=set)

    def keep(self, widget: QWidget, path: Path) -> None:
        """One picture, and a look whether anything does not fit."""
        # Little work on making the file small: there are hundreds, and they are looked at once.
        widget.grab().save(str(path), "PNG", 80)
        self.pictures.append(path)
        found = (*clipped(widget), *too_wide(widget), *cut_instructions(widget))
        self.clipped += [f"{path.name}: {text}" for text in found]


def fits(widget: QWidget) -> bool:
    """Whether nothing of a widget is cut."""
    return not clipped(widget) and not too_wide(widget) and not cut_instructions(widget)


def too_wide(widget: QWidget) -> list[str]:
    """Parts of a page that are wider than the place they scroll in: what stands at their right is cut off."""
    seen = [one for one in widget.findChildren(QScrollArea) if one.isVisibleTo(widget) and one.widgetResizable()]
    return [
        f"{inside.objectName() or type(inside).__name__} ↔ {inside.width()} > {one.viewport().width()}"
        for one in seen
        if (inside := one.widget()) is not None and inside.width() > one.viewport().width() + 1
    ]


def cut_instructions(widget: QWidget) -> list[str]:
    """Doses, limits and allergies in sight of which something cannot be read: the table, the column, the row."""
    return [
        f"{table.objectName()} {column.key}: {table.model().index(row, 0).data()}"
        for table in widget.findChildren(TableView)
        if table.isVisibleTo(widget)
        for row in table.rows_in_sight()
        for column in table.cut(row)
        if column.is_instruction
    ]


def clipped(widget: QWidget) -> list[str]:
    """Texts of labels and buttons that do not fit where they stand and cannot be read in full by pointing."""
    seen: list[QLabel | QAbstractButton] = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    return [
        one.text()
        for one in seen
        if one.text() and one.isVisibleTo(widget) and not one.visibleRegion().isEmpty() and _is_short(one)
    ]


def _is_short(one: QLabel | QAbstractButton) -> bool:
    if isinstance(one, RailButton | SearchDoor):
        # Painted by hand; both say themselves when something is left out, and tell the whole then.
        return not one.toolTip() and isinstance(one, RailButton) and one.is_cut()
    if hasattr(one, "whole_text"):
        return False
    if isinstance(one, QLabel):
        if one.wordWrap():
            return one.heightForWidth(one.width()) > one.height() + 1
        return one.minimumSizeHint().width() > one.width() + 1
    return one.sizeHint().width() > one.width() + 1 or one.fontMetrics().height() > one.height()
