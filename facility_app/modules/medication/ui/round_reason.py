"""Why: a strip below the table with the usual reasons by number, so that a reason costs one key."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import nfc
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.i18n import shown, tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import ElidedLabel, FlowLayout, Loudness, PushButton, words

LIMIT: Final = 200
LEAST: Final = 2
WRITE, AGAIN = label("verbs", "Ghi"), label("medication", "Gõ lý do khác; để trống rồi Enter là: {reason}")
FREE = label("medication", "Gõ số để chọn, hoặc gõ lý do rồi Enter")
SHORT = label("medication", "Cần ghi lý do: gõ một số ở trên, hoặc vài chữ.")
BACK = label("medication", "Esc bỏ qua, chưa ghi gì")
LONG = label("medication", "Lý do dài quá {limit} ký tự.")
REASONS: Final[dict[Outcome, tuple[Label, ...]]] = {
    Outcome.REFUSED: (
        label("medication", "Không muốn dùng"),
        label("medication", "Nói thuốc gây mệt, khó chịu"),
        label("medication", "Nói đã khỏe, không cần"),
        label("medication", "Đang ngủ, không dậy uống"),
        label("medication", "Kích động, không hợp tác"),
    ),
    Outcome.HELD: (
        label("medication", "Bác sĩ dặn hoãn"),
        label("medication", "Lơ mơ, buồn ngủ quá"),
        label("medication", "Mạch, huyết áp không cho phép"),
        label("medication", "Nhịn ăn chờ xét nghiệm"),
        label("medication", "Tủ chưa có thuốc"),
    ),
    Outcome.ABSENT: (
        label("medication", "Đang ở bệnh viện"),
        label("medication", "Làm việc với cơ quan tố tụng"),
        label("medication", "Đang gặp thân nhân"),
        label("medication", "Đang lao động, học, chưa về"),
        label("medication", "Không thấy; đã báo cán bộ quản lý"),
    ),
    Outcome.VOMITED: (
        label("medication", "Nôn ngay sau khi uống"),
        label("medication", "Nôn, thấy thuốc trong chất nôn"),
        label("medication", "Nôn, không thấy thuốc"),
    ),
    Outcome.LATE: (
        label("medication", "Người bệnh đến muộn"),
        label("medication", "Thuốc lĩnh về muộn"),
        label("medication", "Điều dưỡng bận cấp cứu"),
        label("medication", "Cho sớm trước khi đi ra ngoài"),
    ),
}
EFFECTS: Final = (
    label("medication", "Đỡ nhiều"),
    label("medication", "Đỡ ít"),
    label("medication", "Không đỡ"),
    label("medication", "Nặng hơn, đã báo bác sĩ"),
)
SLIPS: Final = (
    label("medication", "Bấm nhầm phím"),
    label("medication", "Nhầm người"),
    label("medication", "Nhầm thuốc, nhầm liều"),
    label("medication", "Ghi rồi mới biết chưa dùng"),
)


class ReasonStrip(QFrame):
    """Asks one thing at a time; digits choose while nothing is typed, Enter writes, Esc gives up.

    Signals:
        closed: nothing is asked any more.
    """

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing is asked."""
        super().__init__(parent)
        self.setObjectName("reason_strip")
        self.setProperty("kind", "card")
        self._theme = theme
        self._then: Callable[[str], None] | None = None
        self._offered: tuple[str, ...] = ()
        self._last = ""
        self._may_be_empty = False
        self._least = LEAST
        self._wrong: Callable[[str], str] | None = None
        self.title = ElidedLabel()
        self.title.setProperty("weight", "strong")
        self.line = ComposingLine(self)
        self.line.setObjectName("reason_edit")
        self.write_button = PushButton(theme, WRITE, Loudness.PRIMARY)
        self.fault = words("", ink=Tone.DANGER, is_wrapped=True)
        self.fault.hide()
        self._choices = QWidget(self)
        self._flow = FlowLayout(self._choices, gap=theme.px(6))
        typed = QHBoxLayout()
        typed.setSpacing(theme.px(8))
        typed.addWidget(self.line, 1)
        typed.addWidget(words(BACK, ink=Tone.NEUTRAL))
        typed.addWidget(self.write_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(6))
        column.addWidget(self.title)
        column.addWidget(self._choices)
        column.addLayout(typed)
        column.addWidget(self.fault)
        self.line.key_asked.connect(self._on_key_asked)
        self.line.entered.connect(self._on_entered)
        self.write_button.clicked.connect(self._on_entered)
        self.hide()

    def ask(
        self,
        title: str,
        offered: Sequence[Label],
        then: Callable[[str], None],
        *,
        last: str = "",
        may_be_empty: bool = False,
        hint: str = "",
        least: int = LEAST,
        wrong: Callable[[str], str] | None = None,
    ) -> None:
        """Ask; ``then`` gets the words.

        Args:
            title: what about.
            offered: the usual answers.
            then: what to do with the answer.
            last: taken when Enter is pressed on nothing.
            may_be_empty: whether no words are an answer too.
            hint: stands in the empty line, instead of what is said of reasons.
            least: letters and digits an answer has.
            wrong: why what was typed is no answer; empty where it is one.
        """
        self._then, self._last, self._may_be_empty, self._least = then, last, may_be_empty, least
        self._wrong = wrong
        self._offered = tuple(tr(one) for one in offered)
        self.title.set_text(title)
        self.line.replace_text("")
        self.line.setPlaceholderText(hint or (tr(AGAIN, reason=last) if last else tr(FREE)))
        self.line.setAccessibleName(title)
        self.fault.hide()
        self._put_choices()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asking(self) -> bool:
        """Whether an answer is waited for."""
        return self._then is not None

    def choose(self, place: int) -> None:
        """Take a usual answer."""
        self._give(self._offered[place])

    def give_up(self) -> None:
        """Ask no more; nothing is written."""
        self._then = None
        self.hide()
        self.closed.emit()

    def _put_choices(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number, one in enumerate(self._offered, 1):
            button = PushButton(self._theme, f"{number}  {one}", Loudness.PLAIN, parent=self._choices)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(self._on_choice_clicked)
            self._flow.addWidget(button)
            button.show()
        self._choices.setVisible(bool(self._offered))

    def _give(self, answer: str) -> None:
        then, self._then = self._then, None
        self.hide()
        self.closed.emit()
        if then is not None:
            then(answer)

    def _on_choice_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PushButton):
            number = shown(sender.text()).split()[0]
            self.choose(int(number) - 1)

    def _on_key_asked(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.give_up()
            return
        digit = event.text()
        is_choice = digit.isdigit() and digit.isascii() and 0 < int(digit) <= len(self._offered)
        if is_choice and not self.line.text_with_preedit():
            event.accept()
            self.choose(int(digit) - 1)

    def _on_entered(self) -> None:
        self.line.commit_ime()
        typed = nfc(self.line.text()).strip()
        if len(typed) > LIMIT:
            self._tell(tr(LONG, limit=LIMIT))
        elif typed or self._last or self._may_be_empty:
            answer = typed or self._last
            if typed and sum(char.isalnum() for char in typed) < self._least:
                self._tell(tr(SHORT))
                return
            fault = "" if self._wrong is None else self._wrong(answer)
            if fault:
                self._tell(fault)
                return
            self._give(answer)
        else:
            self._tell(tr(SHORT))

    def _tell(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.show()
        self.line.setFocus()
