"""A menu whose disabled lines answer when they are asked why."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QMouseEvent, Qt
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.actions.command import Command
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.buttons import Note

ASK = label("ui", "&Vì sao có mục không được?")
LINE = label("ui", "{verb}: {reason}")


class ActionMenu(QMenu):
    """Lines made of commands. A click on a disabled one says why; the last line says it of all, for the keyboard.

    F1 tells it of the line under the pointer or the keyboard.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """An empty menu."""
        super().__init__(parent)
        self._theme = theme
        self._anchor: QWidget = parent
        self.setToolTipsVisible(True)

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Show these lines; asks each again whether it can be done."""
        self.clear()
        for command in commands:
            command.recheck()
            self.addAction(command)
        if any(command.why_not() for command in commands):
            self.addSeparator()
            ask = self.addAction(tr(ASK))
            ask.setObjectName("why_not")
            self._theme.dress(ask, "help-circle", "quiet")
            ask.triggered.connect(self._on_ask_triggered)

    def open_below(self, anchor: QWidget) -> None:
        """Open it under ``anchor``, its right edge at the anchor's."""
        self._anchor = anchor
        corner = anchor.mapToGlobal(QPoint(anchor.width() - self.sizeHint().width(), anchor.height() + 2))
        self.popup(corner)

    def reasons(self) -> tuple[str, ...]:
        """The verbs that cannot be done now, each with its sentence."""
        blocked = [one for one in self.actions() if isinstance(one, Command) and one.why_not()]
        return tuple(tr(LINE, verb=one.plain_text(), reason=one.why_not()) for one in blocked)

    def _tell(self, sentence: str) -> None:
        self.close()
        Note(self._theme, sentence, self._anchor).open_below(self._anchor)

    def _on_ask_triggered(self) -> None:
        self._tell("\n".join(self.reasons()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        command = self.actionAt(event.position().toPoint())
        if isinstance(command, Command) and command.why_not():
            self._tell(command.why_not())
            return
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self.activeAction()
        if event.key() == Qt.Key.Key_F1 and self.reasons():
            is_blocked = isinstance(command, Command) and bool(command.why_not())
            self._tell(
                command.why_not() if is_blocked and isinstance(command, Command) else "\n".join(self.reasons())
            )
            return
        super().keyPressEvent(event)
