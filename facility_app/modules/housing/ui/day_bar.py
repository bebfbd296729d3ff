"""Who slept where on a day: a slider over the years kept, and a line the day is typed into."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QWidget
from typing_extensions import override

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import Understood
from facility_app.kernel.typed_dates import TwoDigitYears, read_date
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from facility_app.ui.theme.theme import follow
from facility_app.ui.widgets import Loudness, PushButton, words

HEAD = label("housing", "Ai ở đâu vào ngày")
DAY_NAME = label("housing", "Ngày xem sơ đồ")
TODAY = label("verbs", "Hôm nay")
BAD_DAY = label("housing", "“{day}” không phải một ngày đến hôm nay. Ví dụ: 21/11/2026, hoặc 211126.")
NARROW: Final = 520
"""Width at 100 % below which the slider needs the room of its words."""
YEARS: Final = 5
SETTLED_MS: Final = 120


class DayBar(QFrame):
    """The day the board is of.

    Signals:
        changed(object): another day; None for now.
        refused(str): what was typed is no day.
    """

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Today."""
        super().__init__(parent)
        self._today = today
        self._day: date | None = None
        self.setProperty("kind", "card")
        self.head = words(HEAD)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("day_slider")
        self.slider.setAccessibleName(tr(HEAD))
        self.slider.setRange(-365 * YEARS, 0)
        self.slider.setPageStep(30)
        self.line = ComposingLine(self)
        self.line.setObjectName("day_edit")
        self.line.setAccessibleName(tr(DAY_NAME))
        self.today_button = PushButton(theme, TODAY, Loudness.QUIET, parent=self)
        self.today_button.setObjectName("today_button")
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(5), theme.px(8), theme.px(5))
        row.setSpacing(theme.px(10))
        row.addWidget(self.head)
        row.addWidget(self.slider, 1)
        row.addWidget(self.line)
        row.addWidget(self.today_button)
        self.slider.valueChanged.connect(self._on_slider_moved)
        self.line.entered.connect(self._on_typed)
        self.line.left.connect(self._on_typed)
        self.today_button.clicked.connect(self._on_today)
        self._settled.timeout.connect(self._on_settled)
        self._theme = theme
        follow(theme, self._on_theme_changed)
        self._show()

    @property
    def day(self) -> date | None:
        """The day; None for now."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Take another day and tell it."""
        self._settled.stop()
        self._take(None if day is None or day >= self._today() else day)
        self._show()

    def _take(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.changed.emit(day)

    def _show(self) -> None:
        today = self._today()
        shown = self._day or today
        with QSignalBlocker(self.slider):
            self.slider.setValue((shown - today).days)
        self.line.replace_text(format_date(shown))
        self.today_button.setEnabled(self._day is not None)

    def _on_slider_moved(self, days: int) -> None:
        self.line.replace_text(format_date(self._today() + timedelta(days=days)))
        self._settled.start()

    def _on_settled(self) -> None:
        days = self.slider.value()
        self.set_day(self._today() + timedelta(days=days) if days else None)

    def _on_typed(self) -> None:
        typed = self.line.text()
        found = read_date(typed, self._today(), TwoDigitYears.PAST)
        day = found.value if isinstance(found, Understood) else None
        if typed.strip() and (day is None or day > self._today()):
            self.refused.emit(tr(BAD_DAY, day=typed[:40]))
            self._show()
            return
        self.set_day(day)

    def _on_theme_changed(self) -> None:
        self.line.setFixedWidth(self._theme.px(116))

    def _on_today(self) -> None:
        self.set_day(None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Large letters leave no way to slide on: the words go first, the slider's name says them still.
        self.head.setVisible(self.width() >= self._theme.px(NARROW))
