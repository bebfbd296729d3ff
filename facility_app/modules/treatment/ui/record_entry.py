"""One entry of the record, whole: both its times, its author, why it was struck out, what can be done."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.treatment.ui import record_words as words
from facility_app.modules.treatment.ui.record_entries import Entry
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Card, Chip, FlowLayout, Loudness, Scrolled, WhyNotButton
from facility_app.ui.widgets import words as line_of

LATE = label("treatment", "ghi muộn")
STRIKE: Final = label("verbs", "Gạch bỏ…")
AGAIN: Final = label("verbs", "Ghi lại cho đúng…")
STRUCK = label("treatment", "đã gạch bỏ")
STANDS_FOR = label("treatment", "ghi lại")
MAKING = label("treatment", "Xảy ra {at}")
WRITTEN = label("treatment", "Ghi lúc {at} · {who}")
STRUCK_WHY = label("treatment", "Gạch bỏ lúc {at} · {who}: {reason}")
CHOSEN = label("treatment", "Mục đang chọn")
PRINT = label("verbs", "In kết quả")
NOTHING_CHOSEN = label("treatment", "Chọn một mục để đọc cả nội dung.")


def mark_of(one: Entry) -> str:
    """The word that stands at an entry: struck out before late."""
    if one.is_struck:
        return tr(STRUCK)
    if one.written.is_late:
        return tr(LATE)
    return tr(STANDS_FOR) if one.written.corrects_id is not None else ""


def mark_tone(one: Entry) -> Tone | None:
    """The tone of that word."""
    if one.is_struck:
        return Tone.NEUTRAL
    if one.written.is_late:
        return Tone.WARNING
    return Tone.INFO if one.written.corrects_id is not None else None


class EntryCard(Card):
    """The entry chosen, whole."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing chosen."""
        super().__init__(theme, " ", parent=parent)
        self.setObjectName("card_entry")
        self._theme = theme
        self._is_chosen = False
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, gap=theme.px(6))
        self.strike_button = WhyNotButton(theme, tr(STRIKE), Loudness.PLAIN, "eye-off", self)
        self.strike_button.button.setObjectName("strike_button")
        self.again_button = WhyNotButton(theme, tr(AGAIN), Loudness.PLAIN, "writing", self)
        self.again_button.button.setObjectName("again_button")
        self.print_button = WhyNotButton(theme, tr(PRINT), Loudness.PLAIN, "printer", self)
        self.print_button.button.setObjectName("print_score_button")
        self.print_button.hide()
        self._made = line_of("", ink=Tone.NEUTRAL, is_wrapped=True)
        self._written = line_of("", ink=Tone.NEUTRAL, is_wrapped=True)
        self._struck = line_of("", ink=Tone.DANGER, is_wrapped=True)
        self.text_label = line_of("", is_wrapped=True)
        for one in (self._made, self._written, self._struck, self.text_label):
            # One long word without a blank must not make the whole page wider than its window.
            one.setMinimumWidth(1)
        self.text_label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text_label)
        column.addStretch(1)
        area = Scrolled(inner, self)
        area.setObjectName("entry_text")
        for widget in (self._made, self._written, self._struck, self._chips):
            self.body.addWidget(widget)
        self.body.addWidget(area, 1)
        row = QHBoxLayout()
        row.addWidget(self.strike_button)
        row.addWidget(self.again_button)
        row.addWidget(self.print_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.show_entry(None)

    def offer(self, why_not_strike: str | None, why_not_again: str | None, *, is_writer: bool) -> None:
        """What can be done with the entry: strike one that stands, write anew one that was struck out."""
        is_struck = why_not_again is None
        self.strike_button.setVisible(is_writer and self._is_chosen and not is_struck)
        self.strike_button.set_why_not(why_not_strike or "")
        self.again_button.setVisible(is_writer and is_struck)

    def show_entry(self, one: Entry | None) -> None:
        """Show ``one``; None says that nothing is chosen."""
        self._is_chosen = one is not None
        if self.head is not None:
            self.head.set_text(tr(CHOSEN) if one is None else one.title)
        self._made.setVisible(one is not None)
        self._made.setText("" if one is None else tr(MAKING, at=words.at(one.happened_at)))
        told = None if one is None else tr(WRITTEN, at=words.at(one.written.written_at), who=one.written.author)
        self._written.setText(told or tr(NOTHING_CHOSEN))
        is_struck = one is not None and one.is_struck
        self._struck.setVisible(is_struck)
        if one is not None and one.is_struck:
            said = one.written.struck_reason or ""
            self._struck.setText(
                tr(STRUCK_WHY, at=words.at(one.written.struck_at), who=one.struck_by or "–", reason=said)
            )
        self._show_chips([] if one is None else [(mark_of(one), mark_tone(one))])
        font = self.text_label.font()
        font.setStrikeOut(is_struck)
        self.text_label.setFont(font)
        self.text_label.setText("" if one is None else one.text)

    def _show_chips(self, chips: Sequence[tuple[str, Tone | None]]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.setParent(None)
                gone.deleteLater()
        shown = [(text, tone) for text, tone in chips if text]
        for text, tone in shown:
            self._flow.addWidget(Chip(self._theme, text, tone or Tone.NEUTRAL))
        self._chips.setVisible(bool(shown))
