"""Which round: its day, its hours, the zone, the cabinet; and how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.rounds import ROUND_LABELS, Round
from facility_app.modules.medication.queries.bedside import Cabinet, RoundDesk
from facility_app.modules.medication.ui.round_model import Tally
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import FlowLayout, IconButton, KeyCap, Loudness, PushButton, words

WHOLE_DAY = label("medication", "Cả ngày")
EVERYBODY = label("medication", "Mọi khu")
NO_CABINET = label("medication", "Chưa chọn tủ thuốc")
ZONE, CABINET = label("medication", "Khu"), label("medication", "Tủ thuốc trực")
HELD_BY = label("medication", "{name} · {holder} giữ")
HELD = label("medication", "{name} · tôi giữ")
BEFORE, AFTER = label("medication", "Ngày trước"), label("medication", "Ngày sau")
WITH_VOMITED = label("medication", "{done} / {whole}, trong đó {vomited} nôn")
TODAY = label("medication", "hôm nay")
FIRST_BACK: Final = 60
"""Days back the round can be looked at from here; older doses stand in the person's history."""
SPACE_KEY: Final = "Space"
LEGEND: Final = (
    (SPACE_KEY, label("medication", "đã dùng")),
    ("T", label("medication", "từ chối")),
    ("H", label("medication", "hoãn")),
    ("V", label("medication", "vắng")),
    ("N", label("medication", "nôn")),
    ("M", label("medication", "lệch giờ")),
    ("D", label("medication", "có phần dư")),
    ("E", label("medication", "tác dụng")),
    ("X", label("medication", "gạch bỏ")),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the bar says."""

    day: date
    wanted: Round | None
    zone_id: str | None
    cabinet_id: str | None


class RoundBar(QFrame):
    """Signals: ``changed`` – another round, day, zone or cabinet was chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing to choose from yet."""
        super().__init__(parent)
        self._theme = theme
        self._today = date.min
        self._day = date.min
        self.group = QButtonGroup(self)
        self.rounds: dict[Round | None, PushButton] = {}
        row = FlowLayout(self, gap=theme.px(6))
        row.setContentsMargins(0, 0, 0, 0)
        for one, text in self._offered():
            button = PushButton(theme, text, Loudness.QUIET, parent=self)
            button.setObjectName(f"round_{one.value if one else 'day'}")
            button.setCheckable(True)
            self.group.addButton(button)
            self.rounds[one] = button
            row.addWidget(button)
        self.before = IconButton(theme, "chevron-left", BEFORE, "quiet")
        self.day_label = words("", weight="medium")
        self.after = IconButton(theme, "chevron-right", AFTER, "quiet")
        for widget in (self.before, self.day_label, self.after):
            row.addWidget(widget)
        self.zone = self._box("zone_box", ZONE)
        self.cabinet = self._box("cabinet_box", CABINET)
        row.addWidget(self.zone)
        row.addWidget(self.cabinet)
        self.group.buttonClicked.connect(self._on_chosen)
        self.zone.activated.connect(self._on_chosen)
        self.cabinet.activated.connect(self._on_chosen)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)

    def offer(self, desk: RoundDesk, today: date) -> None:
        """What there is to choose from; what was chosen stays where it still can."""
        self._today = today
        zones = [("", tr(EVERYBODY))] + [(one.zone_id, one.name) for one in desk.zones]
        cabinets = [("", tr(NO_CABINET))]
        cabinets += [(one.place_id, _cabinet_words(desk, one)) for one in desk.cabinets]
        self._fill(self.zone, zones)
        self._fill(self.cabinet, cabinets)

    def choose(self, chosen: Chosen) -> None:
        """Show a choice; nothing is told."""
        self._day = chosen.day
        self.rounds[chosen.wanted].setChecked(True)
        for box, wanted in ((self.zone, chosen.zone_id), (self.cabinet, chosen.cabinet_id)):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(wanted or "")))
        self._show_day()

    def chosen(self) -> Chosen:
        """What is chosen."""
        wanted = next((one for one, button in self.rounds.items() if button.isChecked()), None)
        zone, cabinet = self.zone.currentData(), self.cabinet.currentData()
        return Chosen(self._day, wanted, zone or None, cabinet or None)

    def zone_words(self) -> str:
        """The zone as it is said."""
        return self.zone.currentText()

    def _offered(self) -> Sequence[tuple[Round | None, Label]]:
        return (*((one, ROUND_LABELS[one]) for one in Round), (None, WHOLE_DAY))

    def _box(self, name: str, text: Label) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(tr(text))
        box.setToolTip(tr(text))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(self._theme.px(250))
        return box

    def _fill(self, box: QComboBox, rows: Sequence[tuple[str, str]]) -> None:
        held = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            for one, text in rows:
                box.addItem(text, one)
            box.setCurrentIndex(max(0, box.findData(held or "")))

    def _show_day(self) -> None:
        is_today = self._day == self._today
        day = format_date(self._day)
        self.day_label.setText(f"{day} ({tr(TODAY)})" if is_today else day)
        self.before.setEnabled(self._today - self._day < timedelta(days=FIRST_BACK))
        self.after.setEnabled(self._day <= self._today)

    def _step(self, days: int) -> None:
        self._day += timedelta(days=days)
        self._show_day()
        self.changed.emit()

    def _on_before(self) -> None:
        self._step(-1)

    def _on_after(self) -> None:
        self._step(1)

    def _on_chosen(self) -> None:
        self.changed.emit()


class Progress(QWidget):
    """How much of a round is written down: a bar, never its colour alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing to do."""
        super().__init__(parent)
        self._theme, self._share, self._rest, self._lost = theme, 0.0, 0.0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, done: float, doubtful: float, lost: float = 0.0) -> None:
        """Shares of the whole: on the disk, marked but not, and of those on the disk what came up again."""
        if (done, doubtful, lost) != (self._share, self._rest, self._lost):
            self._share, self._rest, self._lost = done, doubtful, lost
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        for token, share in (
            ("muted_ground", 1.0),
            ("warning", self._share + self._rest),
            ("danger", self._share),
            ("accent", self._share - self._lost),
        ):
            part = QRectF(whole)
            part.setWidth(whole.width() * min(1.0, share))
            if part.width() > 0:
                painter.setBrush(self._theme.color(token))
                painter.drawRoundedRect(part, whole.height() / 2, whole.height() / 2)
        painter.end()


class KeyButton(QFrame):
    """A key of the legend, for those who would rather press it with the mouse.

    Signals:
        pressed(str): the key.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, key: str, text: Label, parent: QWidget | None = None) -> None:
        """Show ``key`` and what it does."""
        super().__init__(parent)
        self._key = key
        self.setObjectName(f"key_{key}")
        self.setAccessibleName(f"{key}: {tr(text)}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(6), 0)
        row.setSpacing(theme.px(5))
        row.addWidget(KeyCap(key))
        row.addWidget(words(text, ink=Tone.NEUTRAL))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._key)


class ProgressCard(QFrame):
    """Done of all, the bar, and the keys.

    Signals:
        pressed(str): a key of the legend.
    """

    pressed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing to do."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.count = words("", weight="strong")
        self.count.setObjectName("count_label")
        self.bar = Progress(theme)
        head = QHBoxLayout()
        head.setSpacing(theme.px(14))
        head.addWidget(self.count)
        head.addWidget(self.bar, 1)
        self.keys = QWidget(self)
        flow = FlowLayout(self.keys, gap=theme.px(6))
        for key, text in LEGEND:
            button = KeyButton(theme, key, text)
            button.pressed.connect(self.pressed)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self.keys)

    def show_tally(self, tally: Tally) -> None:
        """How far it is."""
        done = tally.whole - tally.left
        said = tr(WITH_VOMITED, done=done, whole=tally.whole, vomited=tally.vomited)
        self.count.setText(said if tally.vomited else f"{done} / {tally.whole}")
        whole = tally.whole or 1
        self.bar.set_shares(done / whole, tally.unsafe / whole, tally.vomited / whole)
        self.bar.setAccessibleName(self.count.text())


def _cabinet_words(desk: RoundDesk, cabinet: Cabinet) -> str:
    if cabinet.place_id == desk.mine:
        return tr(HELD, name=cabinet.name)
    return tr(HELD_BY, name=cabinet.name, holder=cabinet.holder) if cabinet.holder else cabinet.name
