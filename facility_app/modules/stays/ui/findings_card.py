"""What somebody must look at: each warning with its article, and the cure one key away where there is one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.ui.words import finding_text
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Size, Tone
from facility_app.ui.widgets import Card, IconLabel, Loudness, PushButton, Rule, words

TITLE = label("stays", "Cần xem lại")


@dataclass(frozen=True, slots=True)
class Cure:
    """What helps against a warning.

    Attributes:
        text: a verb.
        run: does it.
    """

    text: Label
    run: Callable[[], None]


class FindingsCard(Card):
    """The warnings; hidden while there are none.

    Signals:
        counted(int): how many there are now.
    """

    counted = Signal(int)

    def __init__(self, context: PageContext, title: Label = TITLE, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context.theme, tr(title), parent=parent)
        self._theme = context.theme
        self._lines: list[QWidget] = []
        self.texts: tuple[str, ...] = ()
        self.buttons: list[PushButton] = []
        self.body.setSpacing(context.theme.px(6))
        self.hide()

    def show_findings(self, found: Sequence[tuple[Finding, Cure | None]]) -> None:
        """Show these in place of those before."""
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.buttons = [], []
        self.texts = tuple(finding_text(one) for one, _ in found)
        for place, (one, cure) in enumerate(found):
            if place:
                self._add(Rule())
            self._add(self._line(one, cure))
        if self.head is not None:
            self.head.set_count(str(len(found)) if found else "")
        self.setVisible(bool(found))
        self.counted.emit(len(found))

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self.body.addWidget(line)

    def _line(self, one: Finding, cure: Cure | None) -> QWidget:
        px = self._theme.px
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(IconLabel(self._theme, "alert-triangle", Tone.WARNING.value), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        text = words(finding_text(one), is_wrapped=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setMinimumWidth(1)
        column.addWidget(text)
        if one.article:
            article = words(one.article, size=Size.SMALL, ink=Tone.NEUTRAL, is_wrapped=True)
            article.setMinimumWidth(1)
            column.addWidget(article)
        row.addLayout(column, 1)
        if cure is not None:
            button = PushButton(self._theme, tr(cure.text), Loudness.LINK, "pencil")
            button.clicked.connect(partial(_run, cure))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons.append(button)
        return whole


def _run(cure: Cure, _checked: bool = False) -> None:
    cure.run()
