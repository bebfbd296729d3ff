"""The rail: every page the role may use, by section; nothing else is there.

Where the lines do not all have room, the sections after the first are folded away, but for the open page's line,
for a section that holds nearly everything, and for those in which the role spends its day.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import shown, tr
from facility_app.ui.shell import rail_heading
from facility_app.ui.shell.rail_button import HEIGHT, LEAST, RailButton
from facility_app.ui.shell.rail_heading import RailHeading
from facility_app.ui.shell.spec import PageSpec
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import ElidedLabel, IconButton, Rule, Scrolled

WIDTH, LEAST_WIDTH, NARROW = 224, 176, 56
SHARE = 0.22
"""Of the window: large letters must not leave the pages without room; names break into a second line instead."""
MOST = 0.7
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
NAMES = label("ui", "Các trang")
FOLD_IN, FOLD_OUT = label("ui", "Thu gọn danh sách trang"), label("ui", "Mở rộng danh sách trang")
PROGRAM = label("ui", "Quản lý cơ sở cai nghiện")


class Rail(QFrame):
    """One line a page. Tab comes to the open page's line; the arrows, Home and End go on from there.

    Signals:
        chosen(str): id of the page.
        folded(bool): folded in to pictures, or out again, by hand.
        section_folded(str, bool): a section folded away, or brought back, by hand.
    """

    chosen = Signal(str)
    folded = Signal(bool)
    section_folded = Signal(str, bool)

    def __init__(
        self,
        specs: Sequence[PageSpec],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        daily: frozenset[Label] = frozenset(),
    ) -> None:
        """Make the lines of ``specs``, which the caller has already sifted by role.

        Args:
            specs: the pages.
            theme: the look.
            parent: of the rail.
            daily: sections that fold away only by hand.
        """
        super().__init__(parent)
        self._daily = daily
        self.setProperty("kind", "bar")
        self.setAccessibleName(tr(NAMES))
        self._theme = theme
        self._specs = tuple(spec for spec in specs if spec.section is not None)
        self._buttons: dict[str, RailButton] = {}
        self._headings: dict[Label, RailHeading] = {}
        self._lines: list[RailButton | RailHeading] = []
        self._wishes: dict[str, bool] = {}
        self._is_crowded = self._is_narrow = self._keeps_current = False
        self._window_width = 0
        self.facility_label = ElidedLabel(PROGRAM, most_lines=2)
        self.facility_label.setProperty("weight", "strong")
        self.facility_label.setObjectName("facility_label")
        self.note_label = ElidedLabel()
        self.note_label.setProperty("letters", Size.SMALL.name.lower())
        self.note_label.setProperty("ink", Tone.NEUTRAL.value)
        self.note_label.hide()
        self.fold_button = IconButton(theme, "chevrons-left", FOLD_IN, "quiet")
        self.fold_button.setObjectName("fold_button")
        self.fold_button.clicked.connect(self._on_fold_clicked)
        self._head = QWidget(self)
        self._lay_out(self._make_lines())
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_facility(self, name: str, note: str = "") -> None:
        """Whose program it is, above the lines."""
        self.facility_label.set_text(name)
        self.note_label.set_text(note)
        self.note_label.setVisible(bool(note))

    def mark(self, page_id: str) -> None:
        """Show which page is open; a page beneath another marks that one, one in no section marks none."""
        for other, button in self._buttons.items():
            is_current = other == page_id
            button.set_current(is_current=is_current)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus)
        if page_id not in self._buttons and self._buttons:
            next(iter(self._buttons.values())).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        before = [one.isHidden() for one in self.buttons()]
        self._fold_away()
        if before != [one.isHidden() for one in self.buttons()]:
            # Only then: measuring all of them again would be felt at every step from page to page.
            self._fit_lines()
        self._bring_current()

    def set_count(self, page_id: str, count: str, tone: Tone = Tone.DANGER) -> None:
        """What waits on a page; empty takes it away."""
        if page_id in self._buttons:
            self._buttons[page_id].set_count(count, tone)
            self._fit_lines()

    def buttons(self) -> tuple[RailButton, ...]:
        """The lines from top to bottom, those folded away too."""
        return tuple(self._buttons.values())

    def headings(self) -> tuple[RailHeading, ...]:
        """The names of the sections after the first."""
        return tuple(self._headings.values())

    def set_section_wishes(self, folded: Mapping[str, bool]) -> None:
        """What was folded away or brought back by hand: section → whether folded; the others see to themselves."""
        self._wishes = dict(folded)
        self._fit_lines()

    def is_narrow(self) -> bool:
        """Whether it is folded in to pictures."""
        return self._is_narrow

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Fold it in to pictures, or out."""
        self._is_narrow = is_narrow
        self._head.setVisible(not is_narrow)
        for line in self._lines:
            line.set_narrow(is_narrow=is_narrow)
        text = tr(FOLD_OUT if is_narrow else FOLD_IN)
        self.fold_button.setToolTip(text)
        self.fold_button.setAccessibleName(text)
        self._theme.dress(self.fold_button, "chevrons-right" if is_narrow else "chevrons-left", "quiet")
        self._on_theme_changed()

    def set_window_width(self, width: int) -> None:
        """How wide the window is, of which the rail takes a share."""
        if width != self._window_width:
            self._window_width = width
            self._take_width()

    def focus_lines(self) -> None:
        """Bring the keyboard to the open page's line."""
        lines = self.buttons()
        current = next((one for one in lines if one.isChecked()), lines[0] if lines else None)
        if current is not None:
            current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_from(self, other: QWidget) -> None:
        """Bring the keyboard here, or, where it is here already, to ``other``."""
        if any(line.hasFocus() for line in self.buttons()):
            other.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.focus_lines()

    def _make_lines(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._rows = QVBoxLayout(inside)
        first = next((spec.section for spec in self._specs), None)
        for spec in self._specs:
            if spec.section is not None and spec.section not in {first, *self._headings}:
                heading = self._headings[spec.section] = RailHeading(self._theme, spec.section, inside)
                heading.clicked.connect(self._on_heading_clicked)
                heading.installEventFilter(self)
                self._lines.append(heading)
            button = RailButton(self._theme, spec, inside)
            button.setAccessibleDescription(shown(spec.section or ""))
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(self._on_button_clicked)
            button.installEventFilter(self)
            self._buttons[spec.id] = button
            self._lines.append(button)
        for line in self._lines:
            self._rows.addWidget(line)
        self._rows.addStretch(1)
        return inside

    def _lay_out(self, lines: QWidget) -> None:
        self._head_box = QVBoxLayout(self._head)
        self._head_box.setSpacing(0)
        self._head_box.addWidget(self.facility_label)
        self._head_box.addWidget(self.note_label)
        self._scroll = Scrolled(lines, self)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_room_changed)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.fold_button)
        self._foot.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(Rule(is_upright=True))

    def _on_button_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RailButton):
            # A click must not tick the line: the window does, when the page is really open.
            sender.setChecked(not sender.isChecked())
            self.chosen.emit(sender.page_id)

    def _on_heading_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RailHeading):
            self._fold_section(sender, is_folded=not sender.is_folded())

    def _fold_section(self, heading: RailHeading, *, is_folded: bool) -> None:
        # Whoever opens a section looks at it, not at the open page.
        self._keeps_current = False
        self._wishes[heading.section] = is_folded
        self._fit_lines()
        self.section_folded.emit(heading.section, is_folded)

    def _on_fold_clicked(self) -> None:
        self.set_narrow(is_narrow=not self._is_narrow)
        self.folded.emit(self._is_narrow)

    def _on_theme_changed(self) -> None:
        px = self._theme.px
        self._head_box.setContentsMargins(px(18), px(12), px(12), px(6))
        self._rows.setContentsMargins(px(8), px(8 if self._is_narrow else 4), px(8), px(4))
        self._rows.setSpacing(1)
        self._foot.setContentsMargins(px(12), 0, px(12), px(6))
        self._take_width()

    def _take_width(self) -> None:
        px = self._theme.px
        share = round(self._window_width * SHARE) or px(WIDTH)
        self.setFixedWidth(px(NARROW) if self._is_narrow else min(px(WIDTH), max(px(LEAST_WIDTH), share)))
        self._fit_lines()
        self._bring_current()

    def _fit_lines(self) -> None:
        """Lines stand closer before sections fold away, and those fold before a line must be scrolled to."""
        px, margins = self._theme.px, self._rows.contentsMargins()
        for heading in self.headings():
            heading.setFixedHeight(px(rail_heading.HEIGHT))
        width = self.width() - 1 - margins.left() - margins.right()
        self._is_crowded = self._needed(self.buttons(), width) > self._scroll.height()
        self._fold_away()
        lines = [one for one in self.buttons() if not one.isHidden()]
        if self._needed(lines, width) > self._scroll.height():
            width -= self._scroll.verticalScrollBar().sizeHint().width()
        tall = [one.height_for_words(width) for one in lines]
        room = self._scroll.height() - self._taken(len(lines))
        height = _common_height(tall, room, px(LEAST), px(HEIGHT))
        for button, needed in zip(lines, tall, strict=True):
            button.setFixedHeight(max(height, needed))

    def _current(self) -> RailButton | None:
        return next((one for one in self.buttons() if one.isChecked()), None)

    def _bring_current(self) -> None:
        """Scroll to the open page's line, all of it."""
        current = self._current()
        if current is not None:
            # Lines just shown or made higher have their places only after the layout ran.
            QCoreApplication.sendPostedEvents(self._scroll.widget(), QEvent.Type.LayoutRequest.value)
            self._show_line(current)
            self._keeps_current = True

    def _show_line(self, line: QWidget) -> None:
        """Scroll to a line, no further than it takes, but to where a line begins: none is cut through above."""
        self._scroll.ensureWidgetVisible(line, 0, 0)
        bar = self._scroll.verticalScrollBar()
        begins = (one.y() for one in self._lines if not one.isHidden())
        if bar.value():
            bar.setValue(min((one for one in begins if one >= bar.value()), default=bar.value()))

    @Slot()
    def _on_scrolled(self) -> None:
        current = self._current()
        self._keeps_current = current is not None and not current.visibleRegion().isEmpty()

    @Slot()
    def _on_room_changed(self) -> None:
        """A line more above, or a higher head: the open page's line, once in sight, is not pushed out of it."""
        current = self._current()
        if current is not None and self._keeps_current:
            self._show_line(current)

    def _taken(self, lines: int) -> int:
        """Height of what is no line."""
        margins, headings = self._rows.contentsMargins(), len(self._headings)
        between = (lines + headings) * self._rows.spacing()
        return margins.top() + margins.bottom() + between + headings * self._theme.px(rail_heading.HEIGHT)

    def _needed(self, lines: Sequence[RailButton], width: int) -> int:
        """Height of ``lines`` as close as they may stand."""
        least = self._theme.px(LEAST)
        return self._taken(len(lines)) + sum(max(least, one.height_for_words(width)) for one in lines)

    def _fold_away(self) -> None:
        """Hide the lines of folded sections, but never the open page's."""
        for heading in self.headings():
            mine = [self._buttons[spec.id] for spec in self._specs if spec.section == heading.section]
            is_kept = heading.section in self._daily or self._is_most(len(mine))
            is_folded = self._wishes.get(heading.section, self._is_crowded and not is_kept)
            for button in mine:
                button.setVisible(not is_folded or button.isChecked())
            waiting = any(button.count() for button in mine if button.isHidden())
            heading.set_folded(is_folded=is_folded, has_waiting=waiting)

    def _is_most(self, lines: int) -> bool:
        """Whether a section holds nearly all there is: folded away, it would leave an empty rail."""
        return lines > len(self._buttons) * MOST

    def _step(self, line: RailButton | RailHeading, key: Qt.Key) -> None:
        stops = [one for one in self._lines if not one.isHidden()]
        last = len(stops) - 1
        there = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(key)
        if there is None:
            there = min(max(stops.index(line) + STEPS[key], 0), last)
        stops[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(stops[there])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The head and the foot have their heights by now only after the layout ran.
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._fit_lines()
        self._bring_current()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, RailButton | RailHeading)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            match event.key():
                case Qt.Key.Key_Down | Qt.Key.Key_Up | Qt.Key.Key_Home | Qt.Key.Key_End:
                    self._step(watched, Qt.Key(event.key()))
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    watched.click()
                    return True
                case Qt.Key.Key_Left | Qt.Key.Key_Right if isinstance(watched, RailHeading):
                    self._fold_section(watched, is_folded=event.key() == Qt.Key.Key_Left)
                    return True
                case _:
                    pass
        return super().eventFilter(watched, event)


def _common_height(needed: Sequence[int], room: int, least: int, most: int) -> int:
    """How high every line can be that needs no more, so that all have room together."""
    height = most
    while height > least and sum(max(height, one) for one in needed) > room:
        height -= 1
    return height
