"""What can be done on a page, in a row: the main action loud at the right, what finds no room behind the dots."""

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from facility_app.kernel.actor import Actor
from facility_app.kernel.labels import label
from facility_app.ui.actions.action_menu import ActionMenu
from facility_app.ui.actions.command import Command
from facility_app.ui.shell.spec import ActionSpec
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.buttons import IconButton, Loudness, WhyNotButton

MORE = label("ui", "Việc khác")
MOST_BUTTONS = 4


class ActionBar(QWidget):
    """Buttons, dots and shortcuts. The shortcuts work as long as the bar is seen."""

    def __init__(
        self, theme: Theme, actor: Actor, parent: QWidget | None = None, *, is_loud: bool = False
    ) -> None:
        """An empty bar; ``is_loud`` where it stands at the head of a page, for a page has one loud button."""
        super().__init__(parent)
        self._theme, self._actor, self._is_loud = theme, actor, is_loud
        self._commands: list[Command] = []
        self._buttons: list[tuple[Command, WhyNotButton]] = []
        self._told = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.more_button = IconButton(theme, "dots", MORE, parent=self)
        self.more_button.setObjectName("more_button")
        self.more_button.clicked.connect(self._on_more_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.addStretch(1)
        self._row.addWidget(self.more_button)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_actions(self, specs: Sequence[ActionSpec]) -> None:
        """Show ``specs`` in place of those before; the first is the main one."""
        if [command.spec for command in self._commands] == list(specs):
            self.recheck()
            return
        # What stays in its place is not made anew: a card adds to what its verbs are.
        same = list(takewhile(lambda pair: pair[0].spec == pair[1], zip(self._commands, specs, strict=False)))
        stay, go = self._commands[: len(same)], self._commands[len(same) :]
        for command in go:
            self.removeAction(command)
            command.deleteLater()
        for command, button in self._buttons:
            if command in go:
                self._row.removeWidget(button)
                button.hide()
                button.deleteLater()
        self._buttons = [(command, button) for command, button in self._buttons if command in stay]
        made = [Command(spec, self._actor, self._theme, self) for spec in specs[len(same) :]]
        self._commands = [*stay, *made]
        self.addActions(made)
        shown = [command for command in self._commands if not command.spec.is_in_menu][:MOST_BUTTONS]
        for place, command in enumerate(shown[len(self._buttons) :], len(self._buttons)):
            button = self._button(command, is_main=not place)
            self._buttons.append((command, button))
            self._row.insertWidget(1, button)
        self._follow_keyboard()
        self.recheck()

    def commands(self) -> tuple[Command, ...]:
        """What can be done, in order; for the palette too."""
        return tuple(self._commands)

    def buttons(self) -> tuple[WhyNotButton, ...]:
        """The buttons with room, the main one first."""
        return tuple(button for _, button in self._buttons if not button.isHidden())

    def behind_the_dots(self) -> tuple[Command, ...]:
        """What is reached by the dots only."""
        seen = {command for command, button in self._buttons if not button.isHidden()}
        return tuple(command for command in self._commands if command not in seen)

    def hear(self, event: QKeyEvent) -> bool:
        """Do the yielding action of a key that nothing else in view took; False where there is none."""
        pressed = QKeySequence(event.keyCombination())
        for command in self._commands:
            if command.spec.is_yielding and command.shortcut() == pressed and not event.isAutoRepeat():
                command.trigger()
                return True
        return False

    def recheck(self) -> None:
        """Ask every action again whether it can be done now."""
        for command in self._commands:
            command.recheck()
        for command, button in self._buttons:
            button.set_why_not(command.why_not() or None)
            if not command.why_not():
                button.button.setToolTip(command.keys())
        self._fit()
        self.updateGeometry()

    def _button(self, command: Command, *, is_main: bool) -> WhyNotButton:
        spec = command.spec
        loudness = Loudness.PRIMARY if self._is_loud and is_main and not spec.is_quiet else Loudness.PLAIN
        made = WhyNotButton(
            self._theme, spec.text, Loudness.DANGER if spec.is_dangerous else loudness, spec.icon, self
        )
        made.button.setObjectName(f"button_{spec.id}")
        made.button.clicked.connect(command.trigger)
        return made

    def _follow_keyboard(self) -> None:
        """Tab goes as the eye does, from left to right, and at the bar's place on the page.

        The dots stand where the bar was made; buttons made with what was read would come behind the whole page.
        """
        before: QWidget = self.more_button.previousInFocusChain() or self
        for stop in (stop for _, button in reversed(self._buttons) for stop in button.stops()):
            QWidget.setTabOrder(before, stop)
            before = stop

    def _width_of(self, count: int, *, with_dots: bool) -> int:
        widths = [button.sizeHint().width() for _, button in self._buttons[:count]]
        if with_dots:
            widths.append(self.more_button.sizeHint().width())
        return sum(widths) + self._row.spacing() * max(0, len(widths) - 1)

    def _fit(self) -> None:
        count = len(self._buttons)
        while count > 1 and self._width_of(count, with_dots=count < len(self._commands)) > self.width():
            count -= 1
        for place, (_, button) in enumerate(self._buttons):
            button.setVisible(place < count)
        self.more_button.setVisible(count < len(self._commands))

    def _on_more_clicked(self) -> None:
        menu = ActionMenu(self._theme, self)
        menu.setObjectName("more_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.show_commands(self.behind_the_dots())
        menu.open_below(self.more_button)

    def _on_theme_changed(self) -> None:
        self._row.setSpacing(self._theme.px(10))
        self._fit()
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        count = len(self._buttons)
        width = self._width_of(count, with_dots=count < len(self._commands))
        return QSize(width, max(self._theme.px(34), self._row.sizeHint().height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_of(1, with_dots=len(self._commands) > 1), self.sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        heard = super().event(event)
        # Buttons are measured anew once the sheet has dressed them.
        if event.type() == QEvent.Type.LayoutRequest and self.sizeHint().width() != self._told:
            self._told = self.sizeHint().width()
            self._fit()
            self.updateGeometry()
        return heard

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
