"""A decision that needs a reason: what was written first stays readable, and this stands beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.names import nfc
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.forms.ime import ComposingText
from facility_app.ui.i18n import shown, tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets.buttons import Loudness, PushButton
from facility_app.ui.widgets.flow_layout import FlowLayout
from facility_app.ui.widgets.labels import words

HEAD = label("ui", "&Lý do")
SHORT = label("ui", "Lý do cần ít nhất {count} chữ cái, để người đọc sau này hiểu vì sao.")
LONG = label("ui", "Lý do dài quá {limit} ký tự: bớt {over} ký tự nữa.")


class ReasonDialog(DialogFrame):
    """Asks why, in words; frequent reasons can be offered to begin with.

    Signals:
        given: the reason, NFC, without blanks around it.
    """

    given = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str = "",
        *,
        verb: str,
        frequent: Sequence[str] = (),
        least: int = 5,
        limit: int = 500,
        is_dangerous: bool = False,
        parent: QWidget,
    ) -> None:
        """Ask for at least ``least`` and at most ``limit`` characters; ``verb`` stands on the button."""
        super().__init__(theme, title, text, tone=Tone.WARNING if is_dangerous else Tone.NEUTRAL, parent=parent)
        self.setObjectName("reason_dialog")
        self._least, self._limit = least, limit
        self.reason_edit = ComposingText(self)
        self.reason_edit.setObjectName("reason_edit")
        self.reason_edit.setAccessibleName(tr(HEAD).replace("&", ""))
        self.reason_edit.setFixedHeight(theme.px(96))
        head = words(HEAD, weight="medium")
        head.setBuddy(self.reason_edit)
        self.body.addWidget(head)
        self.body.addWidget(self.reason_edit)
        if frequent:
            self.body.addWidget(self._offers(frequent))
        self.add_refusal()
        loudness = Loudness.DANGER if is_dangerous else Loudness.PRIMARY
        self.give_button = self.add_button(verb, loudness, is_default=True)
        self.give_button.setObjectName("give_button")
        self.give_button.clicked.connect(self._on_give_clicked)
        self.reason_edit.textChanged.connect(self._on_reason_changed)
        self.reason_edit.setFocus()

    def reason(self) -> str:
        """The reason as the eye sees it, composition included."""
        return nfc(self.reason_edit.text_with_preedit()).strip()

    def _offers(self, frequent: Sequence[str]) -> QWidget:
        offers = QWidget(self)
        row = FlowLayout(offers, gap=self.theme.px(4))
        for one in frequent:
            button = PushButton(self.theme, one, Loudness.LINK, parent=offers)
            button.clicked.connect(self._on_offer_clicked)
            row.addWidget(button)
        return offers

    def _trouble(self) -> str:
        written = self.reason()
        if sum(char.isalnum() for char in written) < self._least:
            return tr(SHORT, count=self._least)
        over = len(written) - self._limit
        return tr(LONG, limit=self._limit, over=over) if over > 0 else ""

    def _on_offer_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PushButton):
            self.reason_edit.commit_ime()
            before = self.reason_edit.toPlainText().strip()
            offered = shown(sender.text())
            self.reason_edit.replace_text(f"{before}. {offered}" if before else offered)
            self.reason_edit.setFocus()

    def _on_reason_changed(self) -> None:
        if not self.error_label.isHidden():
            self.show_error(self._trouble())

    def _on_give_clicked(self) -> None:
        self.reason_edit.commit_ime()
        trouble = self._trouble()
        self.show_error(trouble)
        if trouble:
            self.reason_edit.setFocus()
            return
        reason = self.reason()
        self.accept()
        self.given.emit(reason)
