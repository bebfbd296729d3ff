"""A line of a checklist: a mark, what it is, what is known of it, and what can be done about it at the right."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import IconLabel, Loudness, Rule, WhyNotButton, words

ICON: Final = 18


class CheckLine(QFrame):
    """One line.

    Attributes:
        buttons: what can be done, from left to right.
    """

    def __init__(
        self,
        theme: Theme,
        picture: tuple[str, str],
        spoken: str,
        text: str,
        *,
        said: str = "",
        quiet: str = "",
        buttons: Sequence[WhyNotButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            theme: the look.
            picture: name and colour of the mark.
            spoken: the mark in a word, read aloud.
            text: what it is about.
            said: what is known of it.
            quiet: the article, who does it.
            buttons: what can be done.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self.setAccessibleName(". ".join(part for part in (spoken, text, said) if part))
        self.text_label = words(text, weight="medium", is_wrapped=True)
        self.said_label = words(said, is_wrapped=True)
        self.said_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # Never shown here: without an owner yet, each would be a window of its own for a moment.
        if not said:
            self.said_label.hide()
        self.quiet_label = words(quiet, size=Size.SMALL, ink=Tone.NEUTRAL, is_wrapped=True)
        if not quiet:
            self.quiet_label.hide()
        for one in (self.text_label, self.said_label, self.quiet_label):
            # One long word must not push the buttons out of the window.
            one.setMinimumWidth(1)
        self.buttons = tuple(buttons)
        icon = IconLabel(theme, *picture, ICON, spoken)
        icon.setToolTip(spoken)
        told = QVBoxLayout()
        told.setSpacing(theme.px(2))
        for one in (self.text_label, self.said_label, self.quiet_label):
            told.addWidget(one)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(10))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        for button in self.buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def take_keyboard(self) -> bool:
        """Bring the keyboard to what can be done; False where nothing can."""
        if not self.buttons:
            return False
        self.buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class CheckLines(QWidget):
    """Lines one below the other with a hairline between."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """None yet."""
        super().__init__(parent)
        self._theme = theme
        self.lines: tuple[CheckLine, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def make_lines(self, lines: Iterable[CheckLine]) -> Iterator[None]:
        """Make ``lines`` one a step, dressed where they will stand; then show them in place of those before."""
        made: list[CheckLine] = []
        for line in lines:
            line.ensurePolished()
            made.append(line)
            yield
        self.show_lines(made)
        yield

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show ``lines`` in place of those before; the keyboard stays at its place where it was among them."""
        place = self._place()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.lines = tuple(lines)
        for number, line in enumerate(self.lines):
            if number:
                self._column.addWidget(Rule())
            self._column.addWidget(line)
            # Each line shown would lay out all lines before it once more: the last one does it for all.
            self._column.setEnabled(line is self.lines[-1])
            # Now, not with the next event: only what is seen can take the keyboard.
            line.show()
        if place is not None and self.lines:
            self._go_to(min(place, len(self.lines) - 1))

    def take_keyboard(self) -> bool:
        """Bring the keyboard to the first line with something to do."""
        return self._go_to(0)

    def _place(self) -> int | None:
        # Of this window, not of the program: a form that saves is still in front when the lines come anew.
        here: QWidget | None = self.window().focusWidget()
        return next((n for n, line in enumerate(self.lines) if here is not None and line.isAncestorOf(here)), None)

    def _go_to(self, place: int) -> bool:
        # From there on, then from the top: the keyboard never falls out of the list.
        return any(line.take_keyboard() for line in (*self.lines[place:], *self.lines[:place]))


def why_button(
    theme: Theme,
    text: str,
    slot: Callable[[], object],
    *,
    why_not: str | None = None,
    name: str = "",
    is_quiet: bool = False,
) -> WhyNotButton:
    """A button that says why it cannot be pressed; a quiet one for what is done already."""
    made = WhyNotButton(theme, text, Loudness.QUIET if is_quiet else Loudness.PLAIN)
    made.button.setObjectName(name)
    made.clicked.connect(slot)
    made.set_why_not(why_not)
    return made


NARROW: Final = 860


class Columns(QWidget):
    """Parts side by side, one below the other where the window is narrow."""

    def __init__(self, theme: Theme, *parts: QWidget, parent: QWidget | None = None) -> None:
        """Put ``parts`` from left to right, as wide as each other."""
        super().__init__(parent)
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        for part in parts:
            self._row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)

    def fit(self, width: int) -> None:
        """Stand as there is room."""
        is_narrow = width < self._theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
