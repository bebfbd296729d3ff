"""The strip of numbers on the home page: every slice's, each a door to its list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.tasks.domain import HomeFigure
from facility_app.modules.tasks.queries import get_home_figures
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, BigNumberStrip, Figure

UNKNOWN = "–"
NO_LIST = label("tasks", "Số này chưa có danh sách riêng để mở.")
FAILED = label("tasks", "Chưa đọc được các con số: {why}")
TRY_AGAIN = label("ui", "&Thử lại")


class FigureStrip(QWidget):
    """The numbers; one question brings them all.

    Signals:
        answered: the numbers are here.
    """

    answered = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Ask for nothing before ``ask``."""
        super().__init__(parent)
        self._context = context
        self.figures: tuple[HomeFigure, ...] = ()
        self.strip = BigNumberStrip(context.theme, self, most_rows=1)
        self.strip.setObjectName("figures")
        self.strip.hide()
        self.trouble = Banner(context.theme, "", Tone.DANGER, parent=self)
        self.trouble.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.strip)
        box.addWidget(self.trouble)
        self.strip.activated.connect(self._on_activated)
        self.trouble.action_requested.connect(self.ask)

    def ask(self) -> None:
        """Ask every slice for its numbers; the old ones stay until the new are here."""
        op = self._context.runner.query(self, get_home_figures, topic="figures")
        op.success(self._on_answered).failure(self._on_failed).run()

    def _on_answered(self, figures: Sequence[HomeFigure]) -> None:
        self.figures = tuple(figures)
        self.trouble.hide()
        self.strip.set_figures([_shown(one) for one in figures])
        self.strip.setVisible(bool(figures))
        self.answered.emit()

    def _on_failed(self, failure: Failure) -> None:
        # A number of an hour ago must not pass for one of now.
        self.strip.hide()
        self.trouble.set(tr(FAILED, why=failure.words), Tone.DANGER, action=tr(TRY_AGAIN))
        self.trouble.show()

    def _on_activated(self, key: str) -> None:
        figure = next((one for one in self.figures if one.id == key), None)
        if figure is None or not figure.page:
            self._context.say(tr(NO_LIST), Tone.INFO)
        else:
            self._context.go(Route(figure.page, args=figure.args))


def _shown(figure: HomeFigure) -> Figure:
    number = figure.shown or (UNKNOWN if figure.number is None else number_text(figure.number))
    return Figure(figure.id, sentence(tr(figure.text)), number, tone=Tone(figure.tone.value))


def sentence(words: str) -> str:
    """With a capital at its beginning: the strip's heads stand alone."""
    return words[:1].upper() + words[1:]
