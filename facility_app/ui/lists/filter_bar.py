"""What a list can be narrowed by, as chips: each opens its choices, and one takes all of them away."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from facility_app.kernel.labels import label
from facility_app.ui.i18n import shown, tr
from facility_app.ui.models import FilterOption, FilterSpec
from facility_app.ui.tasks import Failure, Runner
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import FlowLayout, Loudness, PushButton

ALL = label("ui", "Tất cả")
CHOSEN = label("ui", "{head}: {choice}")
CLEAR = label("ui", "Bỏ lọc")


class FilterChip(QToolButton):
    """One filter: its name, and what is chosen of it.

    Signals:
        chosen(str): another choice; empty for all.
    """

    chosen = Signal(str)

    def __init__(self, spec: FilterSpec, runner: Runner, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing chosen."""
        super().__init__(parent)
        self.spec = spec
        self._runner = runner
        self._theme = theme
        self._value = ""
        self._options: tuple[FilterOption, ...] = spec.options
        self._choices = QMenu(self)
        self._choices.aboutToShow.connect(self._on_about_to_show)
        self.setMenu(self._choices)
        self.setObjectName(f"filter_{spec.key}")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(True)
        theme.dress(self, "chevron-down", "quiet")
        self._say()

    def value(self) -> str:
        """The chosen value; empty for all."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a choice without telling it."""
        self._value = value
        self._say()
        if value and self.spec.ask is not None and not self._word(value):
            self._ask()

    def _ask(self) -> None:
        if self.spec.ask is not None:
            op = self._runner.query(self, self.spec.ask).success(self._on_options_read)
            op.failure(self._on_options_failed).run()

    def _word(self, value: str) -> str:
        return next((shown(option.text) for option in self._options if option.value == value), "")

    def _say(self) -> None:
        head = tr(self.spec.head)
        text = tr(CHOSEN, head=head, choice=self._word(self._value) or "…") if self._value else head
        # A menu mark of the sheet would stand right at the words.
        self.setText(f"{text} ")
        self.setAccessibleName(text)
        self.setChecked(bool(self._value))

    def _fill(self) -> None:
        self._choices.clear()
        group = QActionGroup(self._choices)
        for option in (FilterOption("", ALL), *self._options):
            action = self._choices.addAction(shown(option.text))
            action.setCheckable(True)
            action.setChecked(option.value == self._value)
            action.triggered.connect(partial(self._on_option_triggered, option.value))
            group.addAction(action)

    @Slot()
    def _on_about_to_show(self) -> None:
        self._fill()
        self._ask()

    def _on_options_read(self, options: Sequence[FilterOption]) -> None:
        self._options = (*self.spec.options, *options)
        self._fill()
        self._say()

    def _on_options_failed(self, _failure: Failure) -> None:
        """The list below says what is wrong; the chip keeps the choices it knows."""

    def _on_option_triggered(self, value: str) -> None:
        is_other = value != self._value
        self.set_value(value)
        if is_other:
            self.chosen.emit(value)


class FilterBar(QWidget):
    """All filters of a list.

    Signals:
        filtered(dict): key → value of every filter with a choice.
    """

    filtered = Signal(object)

    def __init__(
        self, filters: Sequence[FilterSpec], runner: Runner, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Nothing chosen."""
        super().__init__(parent)
        row = FlowLayout(self, gap=theme.px(6))
        self.chips = tuple(FilterChip(spec, runner, theme, self) for spec in filters)
        for chip in self.chips:
            chip.chosen.connect(self._on_chosen)
            row.addWidget(chip)
        self.clear_button = PushButton(theme, CLEAR, Loudness.LINK, parent=self)
        self.clear_button.setObjectName("clear_filters_button")
        self.clear_button.clicked.connect(self._on_clear_clicked)
        row.addWidget(self.clear_button)
        self.clear_button.hide()

    def values(self) -> dict[str, str]:
        """Every choice made."""
        return {chip.spec.key: chip.value() for chip in self.chips if chip.value()}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Show these choices without telling them."""
        for chip in self.chips:
            chip.set_value(values.get(chip.spec.key, ""))
        self.clear_button.setVisible(bool(self.values()))

    @Slot()
    def _on_chosen(self) -> None:
        self.clear_button.setVisible(bool(self.values()))
        self.filtered.emit(self.values())

    @Slot()
    def _on_clear_clicked(self) -> None:
        self.set_values({})
        self.filtered.emit({})
