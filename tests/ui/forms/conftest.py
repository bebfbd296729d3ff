"""A form with one field of each kind, shown and ready for the keyboard."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Actor, system_actor
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.forms.text_fields import NameField, NoteField
from facility_app.ui.forms.value_fields import DateField, DigitsField, MoneyField, NumberField
from facility_app.ui.tasks.runner import InlineRunner

T = TypeVar("T")
TODAY = date(2026, 3, 1)
SEXES = (("F", label("ui", "Nữ")), ("M", label("ui", "Nam")))


def today() -> date:
    """The day of these tests."""
    return TODAY


@dataclass(frozen=True, slots=True)
class Person:
    """What the form shows; ``id`` has no field and must survive."""

    name: str | None = None
    sex: str | None = None
    born_on: date | None = None
    card_no: str | None = None
    deposit: Money | None = None
    height: Decimal | None = None
    is_told: bool | None = None
    note: str | None = None
    id: str = ""


class Desk:
    """A ``Workplace`` whose unit of work is a plain value."""

    def __init__(self, uow: object) -> None:
        """Hand out ``uow``."""
        self.actor: Actor = system_actor("test")
        self._uow = uow

    @contextmanager
    def read(self) -> Iterator[Any]:
        """The value."""
        yield self._uow

    @contextmanager
    def write(self) -> Iterator[Any]:
        """The value."""
        yield self._uow

    def jot(self, work: Callable[[Any], T]) -> T:
        """Call with the value."""
        return work(self._uow)


@pytest.fixture
def runner() -> InlineRunner:
    """A runner that asks at once."""
    return InlineRunner(Desk(None))


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[[QWidget], None]]:
    """Show a widget in an active window, so that the keyboard goes there."""
    held: list[QWidget] = []

    def _show(widget: QWidget) -> None:
        held.append(widget)
        qtbot.addWidget(widget)
        widget.resize(1000, 700)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    yield _show
    held.clear()


def editor_of(form: QWidget, name: str) -> ComposingLine:
    """The line of the field ``name``."""
    found = form.findChild(ComposingLine, f"{name}_edit")
    assert found is not None
    return found


def make_form() -> Form[Person]:
    """The form, empty."""
    form = Form(Person)
    form.add(
        NameField("name", label("ui", "Họ và tên"), is_required=True),
        CodeField("sex", label("ui", "Giới tính"), options=SEXES),
    )
    form.add(
        DateField("born_on", label("ui", "Ngày sinh"), today=today),
        DigitsField("card_no", label("ui", "Số căn cước"), length=12),
    )
    form.add(
        MoneyField("deposit", label("ui", "Tiền gửi")),
        NumberField("height", label("ui", "Chiều cao (m)"), decimals=2),
        CheckField("is_told", label("ui", "Đã đọc nội quy"), is_open=True),
        spans=(4, 4, 4),
    )
    form.add(NoteField("note", label("ui", "Ghi chú"), limit=100))
    return form


@pytest.fixture
def form(show: Callable[[QWidget], None]) -> Form[Person]:
    """The form, shown and empty."""
    made = make_form()
    show(made)
    return made
