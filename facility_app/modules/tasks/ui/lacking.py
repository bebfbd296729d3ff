"""What the facility still lacks, said on the home page above the work: one line each, with the way to its cure."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facility_app.modules.tasks.ui.house import House, Lack
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.widgets.buttons import Loudness, PushButton
from facility_app.ui.widgets.labels import ElidedLabel, IconLabel


class LackingLines(QWidget):
    """A line for each thing that is missing; hidden while nothing is.

    Signals:
        counted(int): so many are missing.
    """

    counted = Signal(int)

    def __init__(self, house: House, context: PageContext, parent: QWidget | None = None) -> None:
        """Ask for nothing before ``ask``."""
        super().__init__(parent)
        self.setObjectName("lacking")
        self._context, self._house = context, house
        self._found: tuple[Lack, ...] = ()
        self.lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(context.theme.px(4), 0, context.theme.px(4), 0)
        self._box.setSpacing(0)
        # Never squeezed: a line cut through its letters says nothing.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def ask(self) -> None:
        """Look what is missing now; the lines of before stay until it is known."""
        op = self._context.runner.query(self, self._house.lacks, topic="lacking")
        op.success(self._on_found).run()

    def texts(self) -> tuple[str, ...]:
        """What the lines say."""
        return tuple(line.accessibleName() for line in self.lines)

    def _on_found(self, found: tuple[Lack, ...]) -> None:
        if found != self._found:
            self._found = found
            for line in self.lines:
                line.hide()
                line.deleteLater()
            self.lines = [self._line(one) for one in found]
        self.setVisible(bool(found))
        self.counted.emit(len(found))

    def _line(self, lack: Lack) -> QWidget:
        theme, text = self._context.theme, tr(lack.text, **lack.params)
        line = QWidget(self)
        line.setObjectName(f"lack_{lack.id}")
        line.setAccessibleName(text)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel(theme, "alert-triangle", "warning", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        # What it warns of is read whole; with large letters two lines, for the work below needs the room.
        row.addWidget(ElidedLabel(text, most_lines=2))
        button = PushButton(theme, tr(lack.cure), Loudness.LINK)
        button.setAccessibleName(f"{tr(lack.cure)}: {text}")
        button.clicked.connect(partial(self._cure, lack))
        row.addWidget(button)
        row.addStretch(1)
        self._box.addWidget(line)
        return line

    def _cure(self, lack: Lack) -> None:
        if lack.route is not None:
            self._context.go(lack.route)
        else:
            self._context.show_help(lack.help)
