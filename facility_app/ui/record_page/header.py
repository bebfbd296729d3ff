"""The head of a record: face, name, number, states, facts, strips, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from facility_app.kernel.actor import Actor
from facility_app.ui.actions import ActionBar
from facility_app.ui.i18n import shown
from facility_app.ui.record_page.spec import Fact, RecordHead
from facility_app.ui.shell.spec import ChipText
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import Avatar, Chip, ElidedLabel, FlowLayout, set_ink, words

PORTRAIT, PORTRAIT_LOW = 96, 56


class RecordHeader(QWidget):
    """Everything above the tabs."""

    def __init__(self, theme: Theme, actor: Actor, parent: QWidget | None = None) -> None:
        """An empty head."""
        super().__init__(parent)
        self._theme = theme
        self.avatar = Avatar(theme, PORTRAIT, is_portrait=True)
        self._small_avatar = Avatar(theme, PORTRAIT_LOW, is_portrait=True)
        # One line: a very long name must not push the states out of sight. The tooltip has the whole of it.
        self.title_label = ElidedLabel()
        self.title_label.setProperty("letters", Size.DISPLAY.name.lower())
        self.title_label.setProperty("weight", "strong")
        self.title_label.setObjectName("record_title")
        self.title_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code_chip = Chip(theme, "", icon="")
        self.bar = ActionBar(theme, actor, self, is_loud=True)
        self._is_low = False
        self._has_portrait = True
        self._chips: list[Chip] = []
        self._own_chips: tuple[ChipText, ...] = ()
        self._others: tuple[ChipText, ...] = ()
        self._names = QWidget(self)
        # The names break into lines; the buttons beside them cannot.
        self._names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._name_flow = FlowLayout(self._names, gap=theme.px(8), line_gap=theme.px(4))
        self._name_flow.addWidget(self.title_label)
        self._name_flow.addWidget(self.code_chip)
        self._facts = QWidget(self)
        self._fact_flow = FlowLayout(self._facts, gap=theme.px(20), line_gap=theme.px(2))
        self._strips = QVBoxLayout()
        self._strips.setSpacing(theme.px(4))
        self._lay_out()

    def show_head(self, head: RecordHead) -> None:
        """Show another head; chips of other slices stay until ``show_chips``."""
        self.title_label.set_text(head.title)
        self.code_chip.set(head.code, icon="")
        self.code_chip.setVisible(bool(head.code))
        self._show_photo(head)
        while (item := self._fact_flow.takeAt(0)) is not None:
            _discard(item.widget())
        for fact in head.facts:
            self._fact_flow.addWidget(_fact_widget(fact, self._theme))
        self._facts.setVisible(bool(head.facts))
        self._own_chips = head.chips
        self._rebuild_chips()

    def show_chips(self, chips: Sequence[ChipText]) -> None:
        """The states other slices know."""
        self._others = tuple(chips)
        self._rebuild_chips()

    def chips(self) -> tuple[str, ...]:
        """The words of every chip, in order."""
        return tuple(chip.text() for chip in self._chips)

    def show_strips(self, strips: Sequence[QWidget]) -> None:
        """Put other strips under the facts."""
        while (item := self._strips.takeAt(0)) is not None:
            _discard(item.widget())
        for strip in strips:
            self._strips.addWidget(strip)

    def set_low(self, *, is_low: bool) -> None:
        """Take less height, where the window is low or letters are large."""
        if is_low is not self._is_low:
            self._is_low = is_low
            self._show_avatar()

    def _show_photo(self, head: RecordHead) -> None:
        photo = QPixmap()
        if head.photo:
            photo.loadFromData(head.photo)
        for avatar in (self.avatar, self._small_avatar):
            avatar.set_person(head.title, photo, shown(head.caption) if avatar is self.avatar else "")
        self._has_portrait = head.has_portrait
        self._show_avatar()

    def _show_avatar(self) -> None:
        self.avatar.setVisible(self._has_portrait and not self._is_low)
        self._small_avatar.setVisible(self._has_portrait and self._is_low)

    def _rebuild_chips(self) -> None:
        for chip in self._chips:
            self._name_flow.removeWidget(chip)
            _discard(chip)
        self._chips = []
        for said in (*self._own_chips, *self._others):
            chip = Chip(self._theme, said.text, said.tone, said.icon)
            chip.setToolTip(shown(said.why or said.text))
            chip.setAccessibleDescription(shown(said.why))
            self._name_flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)
        self._names.updateGeometry()

    def _lay_out(self) -> None:
        px = self._theme.px
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self._names, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(px(6))
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addLayout(self._strips)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(14), px(16), px(6))
        row.setSpacing(px(16))
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._small_avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


def _discard(widget: QWidget | None) -> None:
    """Hidden first: a layout shows what was put into it a moment later, and it would stand on the screen alone."""
    if widget is not None:
        widget.hide()
        widget.deleteLater()


def _fact_widget(fact: Fact, theme: Theme) -> QWidget:
    """Name, value and note side by side, copied as one."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(4))
    parts: list[QLabel] = []
    if fact.head:
        parts.append(words(fact.head, ink=Tone.NEUTRAL))
    value = ElidedLabel(fact.value or "–")
    value.setProperty("weight", "medium")
    set_ink(value, fact.tone)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    value.setAccessibleName(" ".join(shown(part) for part in (fact.head, fact.value, fact.note) if part))
    parts.append(value)
    if fact.note:
        parts.append(words(fact.note, ink=Tone.NEUTRAL))
    for part in parts:
        row.addWidget(part)
    return whole
