"""Fields most forms have: a day that has come or may lie ahead, a line, the number of a paper."""

from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.shell.spec import PageContext

LINE_LIMIT: Final = 200
NUMBER_LIMIT: Final = 60
CLASH: Final = label("ui", "Lý do vẫn xếp dù trùng lịch, nghỉ lễ")
CLASH_HINT: Final = label("ui", "Chỉ ghi khi chương trình báo trùng lịch hoặc nghỉ lễ mà vẫn phải xếp")


def past_day(
    context: PageContext, name: str, head: Label, *, is_required: bool = False, hint: Label | None = None
) -> DateField:
    """A day that has come."""
    today = context.today
    return DateField(
        name, head, today=today, years=TwoDigitYears.PAST, latest=today, is_required=is_required, hint=hint
    )


def any_day(
    context: PageContext, name: str, head: Label, *, is_required: bool = False, hint: Label | None = None
) -> DateField:
    """A day, which may lie ahead."""
    return DateField(name, head, today=context.today, is_required=is_required, hint=hint)


def line(name: str, head: Label, *, is_required: bool = False, hint: Label | None = None) -> TextField:
    """One line of text."""
    return TextField(name, head, is_required=is_required, hint=hint, limit=LINE_LIMIT)


def number_line(name: str, head: Label, *, is_required: bool = False, hint: Label | None = None) -> TextField:
    """The number of a paper, as printed."""
    return TextField(name, head, is_required=is_required, hint=hint, limit=NUMBER_LIMIT)


def clash_reason() -> TextField:
    """Why something is planned although somebody or something is taken then; empty to be refused."""
    return line("clash_reason", CLASH, hint=CLASH_HINT)
