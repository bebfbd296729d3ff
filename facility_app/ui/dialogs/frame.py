"""How every question looks: what it is about, what it means, what is asked for, and verbs on the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.actions.command import commit_typing
from facility_app.ui.i18n import shown
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets.buttons import Loudness, PushButton
from facility_app.ui.widgets.labels import IconLabel, words

NOT_NOW = label("verbs", "Không làm nữa")
WIDTH = 480


class DialogFrame(QDialog):
    """A question over a window. Open it with ``open``; it deletes itself when it is closed.

    Put what is asked for into ``body`` and buttons with ``add_button``; Esc and the window's cross mean no.

    Attributes:
        body: the middle.
        error_label: said in red above the buttons; empty while all is well.
    """

    def __init__(
        self, theme: Theme, title: str, text: str = "", *, tone: Tone = Tone.NEUTRAL, parent: QWidget
    ) -> None:
        """Ask about ``title``; ``text`` says what it means; a loud ``tone`` puts its picture before it."""
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(shown(title))
        self.setAccessibleName(shown(title))
        self.setAccessibleDescription(shown(text))
        self.setMinimumWidth(theme.px(WIDTH))
        self.head_label = words(title, size=Size.HEADING, weight="strong", is_wrapped=True)
        self.head_label.setObjectName("head_label")
        self.text_label = words(text, is_wrapped=True)
        self.text_label.setObjectName("text_label")
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text_label.setVisible(bool(text))
        self.error_label = words("", ink=Tone.DANGER, weight="medium", is_wrapped=True)
        self.error_label.setObjectName("error_label")
        self.error_label.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(8))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px(10))
        self.buttons.addStretch(1)
        self._lay_out(tone)

    def add_button(
        self, text: str, loudness: Loudness = Loudness.PLAIN, *, is_default: bool = False
    ) -> PushButton:
        """A button at the right of those before; the default one answers Enter."""
        button = PushButton(self.theme, text, loudness, parent=self)
        button.setDefault(is_default)
        self.buttons.addWidget(button)
        return button

    def add_refusal(self, text: str = NOT_NOW) -> PushButton:
        """The button that closes the question with no."""
        button = self.add_button(text, Loudness.PLAIN)
        button.setObjectName("refuse_button")
        button.clicked.connect(self.reject)
        return button

    def show_error(self, text: str) -> None:
        """Say what is wrong and how to go on; empty takes it away."""
        self.error_label.setText(shown(text))
        self.error_label.setVisible(bool(text))
        if self.isVisible():
            self.fit()

    def fit(self) -> None:
        """As high as what it says: wrapped words need more than a layout asks for a window by itself."""
        layout = self.layout()
        if layout is None:
            return
        layout.activate()
        wanted = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            wanted = max(wanted, self.height())  # somebody said how large it is to be
        self.resize(self.width(), min(wanted, self._most_height()))

    def _most_height(self) -> int:
        """No higher than the screen, nor than the window behind: what it asks scrolls, its buttons never do."""
        most, around = self.screen().availableGeometry().height(), self.parentWidget()
        if not isinstance(around, QWidget) or not around.window().isVisible():
            return most
        return min(most, max(around.window().height(), self.minimumSizeHint().height()))

    def _lay_out(self, tone: Tone) -> None:
        px = self.theme.px
        head = QHBoxLayout()
        head.setSpacing(px(10))
        icon = self.theme.tone_icon(tone)
        if icon:
            picture = IconLabel(self.theme, icon, tone.value, 22)
            head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.head_label, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(24), px(20), px(24), px(20))
        whole.setSpacing(px(12))
        whole.addLayout(head)
        whole.addWidget(self.text_label)
        whole.addLayout(self.body)
        whole.addWidget(self.error_label)
        whole.addSpacing(px(4))
        whole.addLayout(self.buttons)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if with_control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            commit_typing()
            for button in self.findChildren(PushButton):
                if button.isDefault() and button.isEnabled():
                    button.click()
                    return
        super().keyPressEvent(event)
