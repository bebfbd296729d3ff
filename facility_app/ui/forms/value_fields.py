"""Dates, numbers, money and card numbers: read on leaving, shown back in full, asked when in doubt."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label
from facility_app.kernel.money import Money
from facility_app.kernel.typed import (
    Asked,
    Bounds,
    Reading,
    Refused,
    Understood,
    number_text,
    read_digits,
    read_money,
    read_number,
)
from facility_app.kernel.typed_dates import TwoDigitYears, read_date, within
from facility_app.ui.days import DAY_FORM
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.forms.notice import Words
from facility_app.ui.i18n import tr

T = TypeVar("T")
_LEAST_SPARE, _MOST_SPARE = 4, 14
"""Digits of room a line has beside those it is for: the frame, and a column of a form that is a little wider."""


class ReadField(Field[T], Generic[T]):
    """A line whose text is read by a rule of the kernel."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        width: int = 0,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty line about ``width`` digits wide, however wide its place; 0 takes the room there is."""
        super().__init__(name, head, is_required=is_required, hint=hint, parent=parent)
        self._line = ComposingLine(self)
        self._line.setObjectName(f"{name}_edit")
        # Digits need no composition, and a Telex "w" in a date would be one.
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        digit = self._line.fontMetrics().horizontalAdvance("0")
        if width:
            self._line.setMinimumWidth((width + _LEAST_SPARE) * digit)
        self._line.textChanged.connect(self._on_editor_changed)
        self._line.composed.connect(self._on_editor_composed)
        self._line.left.connect(self._on_editor_left)
        self._line.entered.connect(self._on_editor_entered)
        self._install(self._line, widest=(width + _MOST_SPARE) * digit if width else 0)

    def say_form(self, form: Label) -> None:
        """Say in the empty box how its value is typed; the box is wide enough for it."""
        told = tr(form)
        self._line.setPlaceholderText(told)
        self._line.keep_room(told)

    @abstractmethod
    def read(self, text: str) -> Reading[T]:
        """What ``text`` means here."""

    def reading(self) -> Reading[T]:
        """What stands there now means."""
        return self.read(self._line.text())

    @override
    def value(self) -> T | None:
        self.settle()
        reading = self.reading()
        if isinstance(reading, Understood):
            return reading.value
        raise self.refuse(_words_of(reading))

    @override
    def set_value(self, value: T | None) -> None:
        self._put(value)
        self.show_state()

    @override
    def typed(self) -> str:
        return self._line.text_with_preedit()

    @override
    def set_typed(self, typed: str) -> None:
        self._line.replace_text(typed)
        self.settle()

    @override
    def commit_ime(self) -> None:
        self._line.commit_ime()

    @override
    def settle(self) -> None:
        self.commit_ime()
        reading = self.reading()
        if isinstance(reading, Understood):
            self._put(reading.value)
        self.show_state()

    @override
    def own_trouble(self) -> Words | None:
        reading = self.reading()
        return None if isinstance(reading, Understood) else _words_of(reading)

    @override
    def offered(self) -> tuple[str, ...]:
        reading = self.reading()
        return tuple(map(self.shown, reading.choices)) if isinstance(reading, Asked) else ()

    @override
    def take_answer(self, _place: int) -> None:
        reading = self.reading()
        if isinstance(reading, Asked):
            self._put(reading.choices[_place])

    def _put(self, value: T | None) -> None:
        """Write ``value`` into the line so that reading it again does not ask again."""
        self._line.replace_text(self.shown(value))


class DateField(ReadField[date]):
    """A date: ``31/12/2025``, six or eight digits, ``h`` for today, ``+3`` days; shown in full on leaving."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        today: Callable[[], date],
        years: TwoDigitYears = TwoDigitYears.AROUND,
        earliest: Callable[[], date] | None = None,
        latest: Callable[[], date] | None = None,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty date.

        Args:
            name: the value's name.
            head: what stands above.
            today: the day it is here, from the clock.
            years: the rule for a year of two digits; PAST for births and papers already issued.
            earliest: the first day taken, asked anew each time; None for any.
            latest: the last day taken; ``today`` itself for what has happened; None for any.
            is_required: empty is refused.
            hint: a short rule between head and editor.
            parent: the widget around it.
        """
        self._today = today
        self._years = years
        self._earliest, self._latest = earliest, latest
        super().__init__(name, head, width=10, is_required=is_required, hint=hint, parent=parent)
        self.say_form(DAY_FORM)

    @override
    def read(self, text: str) -> Reading[date]:
        today = self._today()
        earliest = None if self._earliest is None else self._earliest()
        latest = None if self._latest is None else self._latest()
        return within(read_date(text, today, self._years), text, today, earliest=earliest, latest=latest)

    @override
    def shown(self, value: date | None) -> str:
        return "" if value is None else format_date(value)


class NumberField(ReadField[Decimal]):
    """A number; empty is None and 0 is 0. A ``Decimal`` always; ask for ``decimals=0`` for whole numbers."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        decimals: int = 0,
        least: Decimal | int | None = 0,
        most: Decimal | int | None = None,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty number with at most ``decimals`` digits after the comma."""
        self._bounds = Bounds(decimals, _decimal(least), _decimal(most))
        self._sure: tuple[str, Decimal] | None = None
        super().__init__(name, head, width=8, is_required=is_required, hint=hint, parent=parent)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)

    @override
    def read(self, text: str) -> Reading[Decimal]:
        # 1,234 as the program writes it would be asked about again.
        if self._sure is not None and text == self._sure[0]:
            return Understood(self._sure[1])
        return read_number(text, self._bounds)

    @override
    def shown(self, value: Decimal | None) -> str:
        return "" if value is None else number_text(value)

    @override
    def _put(self, value: Decimal | None) -> None:
        self._sure = None if value is None else (self.shown(value), value)
        super()._put(value)


class MoneyField(ReadField[Money]):
    """An amount in đồng: ``2024000``, ``2.024.000 ₫``, ``500k``, ``1,5tr``; empty is None and 0 is 0 ₫."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        most: Money | None = None,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty amount, ``most`` at most."""
        self._most = most
        super().__init__(name, head, width=12, is_required=is_required, hint=hint, parent=parent)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)

    @override
    def read(self, text: str) -> Reading[Money]:
        return read_money(text, None if self._most is None else self._most.vnd)

    @override
    def shown(self, value: Money | None) -> str:
        return "" if value is None else value.text()


class DigitsField(ReadField[str]):
    """A number that names something, such as a card's: exactly so many digits, the 0 in front kept."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        length: int,
        others: Mapping[int, Label] | None = None,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty number of ``length`` digits; ``others`` says what a number of another length is."""
        self._length = length
        self._others = others
        super().__init__(name, head, width=length, is_required=is_required, hint=hint, parent=parent)

    @override
    def read(self, text: str) -> Reading[str]:
        return read_digits(text, self._length, self._others)


def _words_of(reading: Asked[Any] | Refused) -> Words:
    if isinstance(reading, Asked):
        return Words(reading.question, reading.params)
    return Words(reading.reason, reading.params)


def _decimal(value: Decimal | int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
