"""The four faces of a page: loading, empty with what to do next, failed with how to go on, and its content."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.ui.i18n import shown, tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets.buttons import Loudness, PushButton
from facility_app.ui.widgets.labels import IconLabel, words

PATIENCE_MS = 300
ROOMY, MARGIN, LOW_MARGIN = 190, 24, 6
"""Lower than this at 100 %, a face goes without its picture: words and buttons come first."""
LOADING = label("ui", "Đang mở…")
FAILED = label("ui", "Chưa mở được")
TRY_AGAIN = label("ui", "&Thử lại")
COPY_DETAILS = label("ui", "&Chép chi tiết")
COPIED = label("ui", "Đã chép")


class State(StrEnum):
    """Which face is shown."""

    LOADING = "loading"
    EMPTY = "empty"
    ERROR = "error"
    CONTENT = "content"


class Spinner(QWidget):
    """An arc that turns while one waits; it stands still when nobody sees it."""

    def __init__(self, theme: Theme, size: int = 28, parent: QWidget | None = None) -> None:
        """As wide as ``size`` points."""
        super().__init__(parent)
        self._theme, self._size, self._angle = theme, size, 0
        self._timer = QTimer(self)
        self._timer.setInterval(50)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.setFixedSize(self.sizeHint())

    def _on_timer_timeout(self) -> None:
        self._angle = (self._angle + 24) % 360
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = self._theme.px(self._size)
        return QSize(side, side)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        width = self._theme.px(3)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setPen(QPen(self._theme.color("line"), width))
        painter.drawEllipse(ring)
        painter.setPen(QPen(self._theme.color("accent"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(ring, -self._angle * 16, 100 * 16)
        painter.end()


class StateStack(QStackedWidget):
    """Shows one face at a time. Loading appears only after 300 ms: what is quick does not flicker.

    Signals:
        state_changed: the face now shown (``State``).
        action_requested: the button of the empty face was pressed.
        retry_requested: “Thử lại” of the failed face was pressed.
    """

    state_changed = Signal(object)
    action_requested = Signal()
    retry_requested = Signal()

    def __init__(self, theme: Theme, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        """Show ``content`` until told otherwise; None: it is made in here and comes by ``hold``."""
        super().__init__(parent)
        self._theme = theme
        self._details = ""
        self._state = State.CONTENT
        self._content: QWidget = self
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_timeout)
        # Each other face is made when it is first shown: most never are, and they are most of the widgets here.
        self._faces: dict[State, QWidget] = {}
        self._pictures: list[IconLabel] = []
        if content is not None:
            self.hold(content)
        theme.changed.connect(self._fit)

    def hold(self, content: QWidget) -> None:
        """Show ``content`` until told otherwise; made with this as its parent it is dressed once, not twice."""
        self._content = content
        self.addWidget(content)

    def state(self) -> State:
        """The face shown."""
        return self._state

    def content(self) -> QWidget:
        """The widget of the content face."""
        return self._content

    def is_waiting(self) -> bool:
        """Whether something is being loaded, shown or not yet."""
        return self._patience.isActive() or self._state is State.LOADING

    def show_loading(self) -> None:
        """Something is being read; what is shown stays for 300 ms."""
        if not self.is_waiting():
            self._patience.start()

    def show_content(self) -> None:
        """It is here."""
        self._turn(State.CONTENT, self._content)

    def show_empty(self, text: str, action: str = "", *, hint: str = "", icon: str = "inbox") -> None:
        """There is nothing; ``action`` is the verb of what to do next (``action_requested``), never loud.

        Args:
            text: what there is nothing of.
            action: the verb; empty: none.
            hint: a quiet line below.
            icon: the picture.
        """
        face = self._face(State.EMPTY, self._make_empty)
        self._empty_icon.set(icon, "quiet")
        self._empty_words.setText(shown(text))
        self._empty_hint.setText(shown(hint))
        self._empty_hint.setVisible(bool(hint))
        self._empty_action.set_text(action)
        self._empty_action.setVisible(bool(action))
        self._turn(State.EMPTY, face)

    def show_error(self, text: str, details: str = "", *, title: str = "", can_retry: bool = True) -> None:
        """It failed: ``text`` says what happened and how to go on, ``details`` are for whoever helps."""
        self._details = details
        face = self._face(State.ERROR, self._make_error)
        self._error_title.setText(shown(title or FAILED))
        self._error_words.setText(shown(text))
        # Cards of one page fail together: the sentence is read once, each keeps its way to try again.
        self._error_words.setVisible(self.isEnabled() and not self._is_told_beside(shown(text)))
        self._error_copy.setVisible(bool(details))
        self._error_copy.set_text(COPY_DETAILS)
        self._error_retry.setVisible(can_retry)
        self._turn(State.ERROR, face)

    def told_error(self) -> str:
        """The sentence of the failed face, while it is read here."""
        if self._state is not State.ERROR or not (self.isVisible() and self.isEnabled()):
            return ""
        return "" if self._error_words.isHidden() else self._error_words.text()

    def _is_told_beside(self, text: str) -> bool:
        beside = (one for one in self.window().findChildren(StateStack) if one is not self)
        return any(one.told_error() == text for one in beside)

    def _face(self, state: State, make: Callable[[], QWidget]) -> QWidget:
        if state not in self._faces:
            face = self._faces[state] = make()
            self.addWidget(face)
            self._fit()
        return self._faces[state]

    def _fit(self) -> None:
        """Take what height there is."""
        is_low = self.height() < self._theme.px(ROOMY)
        for picture in self._pictures:
            picture.setVisible(not is_low)
        margin = LOW_MARGIN if is_low else MARGIN
        for face in self._faces.values():
            layout = face.layout()
            if layout is not None:
                layout.setContentsMargins(MARGIN, margin, MARGIN, margin)

    def _turn(self, state: State, face: QWidget) -> None:
        self._patience.stop()
        self.setCurrentWidget(face)
        self.updateGeometry()
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _on_patience_timeout(self) -> None:
        self._turn(State.LOADING, self._face(State.LOADING, self._make_loading))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._error_copy.set_text(COPIED)

    def _make_loading(self) -> QWidget:
        face, box = _blank(self)
        box.addWidget(Spinner(self._theme), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(words(LOADING, ink=Tone.NEUTRAL), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        face.setAccessibleName(tr(LOADING))
        return face

    def _make_empty(self) -> QWidget:
        face, box = _blank(self)
        self._empty_icon = IconLabel(self._theme, "inbox", "quiet", 40)
        self._pictures.append(self._empty_icon)
        self._empty_words = words("", size=Size.BODY, weight="medium", is_wrapped=True)
        self._empty_hint = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self._empty_action = PushButton(self._theme, "", Loudness.PLAIN)
        self._empty_action.clicked.connect(self.action_requested)
        box.addWidget(self._empty_icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._centre(box, self._empty_words, self._empty_hint)
        box.addSpacing(self._theme.px(4))
        box.addWidget(self._empty_action, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)
        return face

    def _make_error(self) -> QWidget:
        face, box = _blank(self)
        self._error_title = words(FAILED, weight="strong", size=Size.HEADING)
        self._error_words = words("", is_wrapped=True)
        self._error_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._error_retry = PushButton(self._theme, TRY_AGAIN, Loudness.PLAIN, "refresh")
        self._error_retry.clicked.connect(self.retry_requested)
        self._error_copy = PushButton(self._theme, COPY_DETAILS, Loudness.PLAIN, "copy")
        self._error_copy.clicked.connect(self._on_copy_clicked)
        picture = IconLabel(self._theme, "alert-octagon", "danger", 40)
        self._pictures.append(picture)
        box.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self._centre(box, self._error_title, self._error_words)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addStretch(1)
        row.addWidget(self._error_retry)
        row.addWidget(self._error_copy)
        row.addStretch(1)
        box.addSpacing(self._theme.px(4))
        box.addLayout(row)
        box.addStretch(3)
        return face

    def _centre(self, box: QVBoxLayout, *labels: QLabel) -> None:
        for one in labels:
            one.setMaximumWidth(self._theme.px(520))
            one.setMinimumWidth(self._theme.px(280))
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(one, 100)
            row.addStretch(1)
            box.addLayout(row)

    def _needed(self) -> int:
        """Height the words and buttons of the face shown need at this width; the content asks for its own."""
        face = self.currentWidget()
        layout = None if face is None or face is self._content else face.layout()
        return 0 if layout is None else layout.totalMinimumHeightForWidth(self.width())

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return hint.expandedTo(QSize(0, self._needed()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if event.oldSize().width() != self.width() and self.currentWidget() is not self._content:
            self.updateGeometry()


def _blank(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    face = QWidget(parent)
    box = QVBoxLayout(face)
    box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    box.addStretch(2)
    return face, box
