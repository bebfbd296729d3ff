"""Fields that the forms of intake have in common."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.kernel.typed import Reading, Refused, Understood
from facility_app.kernel.typed_dates import TwoDigitYears, read_date
from facility_app.modules.intake.queries.choices import (
    COMPULSORY,
    NO_SIGNATURES,
    PRIVATE,
    REASONS,
    STAY_TYPES,
    TEMPORARY,
    WITH_MONTHS,
    WITHOUT_DECISION,
)
from facility_app.ui.days import DAY_FORM
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import NumberField, ReadField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

NAME, BIRTH, SEX = label("terms", "Họ và tên"), label("terms", "Ngày sinh"), label("terms", "Giới tính")
BIRTH_HINT = label("intake", "Ngày sinh, hoặc chỉ năm: 17/05/2001, 17052001, 2001")
BAD_BIRTH = label("intake", "“{value}” không phải ngày sinh hay năm sinh. Ví dụ: 17/05/2001 hoặc 2001.")
NOT_OF_TYPE = label("intake", "Diện này không dùng mục này.")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Birth:
    """A day of birth, or the year alone."""

    on: date | None
    year: int


def new_form(*, save_words: Label | None = None) -> Form[Any]:
    """A form; without words for its button it stands in a dialog that has one."""
    return Form(shown, with_bar=False) if save_words is None else Form(shown, save_words=save_words)


def read_birth(text: str, today: date) -> Reading[Birth]:
    """A day as dates are typed, or four digits for the year alone."""
    typed = text.strip()
    if not typed:
        return Understood(None)
    if _YEAR.fullmatch(typed) and int(typed) <= today.year:
        return Understood(Birth(None, int(typed)))
    found = read_date(typed, today, TwoDigitYears.PAST)
    if isinstance(found, Understood) and found.value is not None and found.value <= today:
        return Understood(Birth(found.value, found.value.year))
    return Refused(BAD_BIRTH, {"value": typed[:20]})


def show_birth(value: Birth) -> str:
    """As typed again."""
    return str(value.year) if value.on is None else format_date(value.on)


class BirthField(ReadField[Birth]):
    """A day of birth, or the year alone."""

    def __init__(self, name: str, *, today: Callable[[], date], is_required: bool = False) -> None:
        """Make an empty birth."""
        self._today = today
        super().__init__(name, BIRTH, width=10, is_required=is_required)
        self.say_form(DAY_FORM)
        self._line.setToolTip(tr(BIRTH_HINT))

    @override
    def read(self, text: str) -> Reading[Birth]:
        return read_birth(text, self._today())

    @override
    def shown(self, value: Birth | None) -> str:
        return "" if value is None else show_birth(value)


def note(
    name: str, head: Label, *, is_required: bool = False, hint: Label | None = None, lines: int = 2
) -> NoteField:
    """A few lines."""
    return NoteField(name, head, is_required=is_required, hint=hint, lines=lines)


def sex_field() -> CodeField:
    """Giới tính, as on the papers."""
    options = [(str(code), text) for code, text in SEX_LABELS.items()]
    return CodeField("sex", SEX, options=options, is_required=True)


def officer() -> TextField:
    """Who receives or hands over."""
    hint = label("intake", "Để trống: người đang đăng nhập")
    return usual.line("officer_name", label("intake", "Cán bộ nhận, giao"), hint=hint)


def witness_fields() -> tuple[Field[Any], Field[Any]]:
    """Who signs in place of somebody who does not, and why they do not."""
    return (
        CodeField("no_signature", label("intake", "Người này không ký vì"), options=list(NO_SIGNATURES.items())),
        usual.line("witness_name", label("intake", "Người làm chứng ký thay")),
    )


class Head:
    """The fields of decision and delivery in a form: what a type does not ask for is out of sight."""

    def __init__(
        self, context: PageContext, form: Form[Any], *, for_many: bool = False, turns: bool = False
    ) -> None:
        """Put them into ``form``; ``for_many`` where lines have own numbers, ``turns`` for a court's word."""
        self._form, self._shown = form, ""
        self._for_many = for_many
        types = {code: text for code, text in STAY_TYPES.items() if not turns or code in COMPULSORY}
        form.add(
            CodeField("stay_type", label("intake", "Diện"), options=list(types.items()), is_required=True),
            CodeField(
                "admission_reason",
                label("intake", "Lý do đưa vào"),
                options=list(REASONS[""].items()),
                is_required=True,
            ),
            usual.past_day(
                context,
                "informed_on" if turns else "admitted_on",
                label("intake", "Ngày thông báo quyết định") if turns else label("intake", "Ngày tiếp nhận"),
                is_required=True,
            ),
            spans=(5, 4, 3),
        )
        form.add(
            usual.number_line(
                "number",
                label("intake", "Số quyết định chung, như in: 118/QĐ-TA")
                if for_many
                else label("intake", "Số quyết định, như in: 118/QĐ-TA"),
                is_required=not for_many,
            ),
            usual.past_day(context, "issued_on", label("intake", "Ngày ban hành"), is_required=True),
            NumberField("decided_months", label("intake", "Thời hạn (tháng)"), least=1, most=120),
            spans=(5, 4, 3),
        )
        form.add(usual.line("authority", label("intake", "Cơ quan ban hành"), is_required=True))
        form.add(
            usual.number_line("assignment_number", label("intake", "Số QĐ giao cơ sở")),
            usual.past_day(context, "assignment_issued_on", label("intake", "Ngày ban hành")),
            usual.line("assignment_authority", label("intake", "Cơ quan giao")),
            spans=(4, 3, 5),
        )
        if not turns:
            form.add(
                usual.number_line("contract_number", label("intake", "Số hợp đồng V-29")),
                usual.any_day(context, "contract_end_on", label("intake", "Hợp đồng đến ngày")),
                usual.any_day(context, "custody_until", label("intake", "Quản lý đến ngày (V-32)")),
                spans=(4, 4, 4),
            )
            form.add(
                usual.line("delivering_name", label("intake", "Người giao")),
                usual.line("delivering_position", label("intake", "Chức vụ")),
                usual.line("delivering_agency", label("intake", "Cơ quan giao người")),
                spans=(4, 3, 5),
            )
        form.edited.connect(self.follow)
        form.settled.connect(self.follow)
        self._show("")

    def add_reason(self) -> None:
        """The line for what is otherwise than the law has it."""
        hint = label("intake", "Chỉ cần khi chương trình nói có điều khác quy định")
        self._form.add(usual.line("reason", label("terms", "Lý do"), hint=hint))

    def follow(self) -> None:
        """What hangs on the type comes along."""
        chosen = chosen_of(self._form.fields["stay_type"])
        if chosen != self._shown:
            self._shown = chosen
            self._show(chosen)

    def _show(self, kind: str) -> None:
        gone = _unused(kind)
        for name, one in self._form.fields.items():
            if name in _BY_TYPE:
                one.setVisible(name not in gone)
                one.set_why_not(NOT_OF_TYPE if name in gone else None)
        needed = kind != WITHOUT_DECISION
        for name in ("issued_on", "authority", *(() if self._for_many else ("number",))):
            self._form.fields[name].is_required = needed
        reasons, reason = REASONS[kind], self._form.fields["admission_reason"]
        if isinstance(reason, CodeField):
            reason.set_options(list(reasons.items()))
            if len(reasons) == 1:
                reason.set_value(next(iter(reasons)))
            elif chosen_of(reason) not in reasons:
                reason.set_value(None)


_BY_TYPE: Final = frozenset(
    {
        *("decided_months", "assignment_number", "assignment_issued_on", "assignment_authority"),
        *("contract_number", "contract_end_on", "custody_until"),
    }
)


def _unused(kind: str) -> frozenset[str]:
    gone = {"contract_number", "contract_end_on", "custody_until"}
    if kind == PRIVATE:
        gone -= {"contract_number", "contract_end_on"}
    if kind == TEMPORARY:
        gone -= {"custody_until"}
    if kind and kind not in WITH_MONTHS:
        gone.add("decided_months")
    if kind and kind not in COMPULSORY and kind != "VOLUNTARY_PUBLIC":
        gone |= {"assignment_number", "assignment_issued_on", "assignment_authority"}
    return frozenset(gone)


def chosen_of(one: Field[Any]) -> str:
    """The code chosen in a field; empty for none."""
    choice = one.choice() if isinstance(one, CodeField) else None
    return "" if choice is None else choice.id
