"""What a decision prints, as fields of a form; the one that assigns the facility stands beside the main one."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.decisions import DecisionFacts, DecisionKind, checked_decision
from facility_app.modules.stays.domain.years import MOST_MONTHS
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.usual import any_day, line, number_line, past_day
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.shell.spec import PageContext

ASSIGNED: Final = "assignment_"
"""What the names of the second decision's fields begin with."""
PRINTED: Final = (
    *("number", "symbol", "issued_on", "authority", "signatory", "subject", "decided_months", "effective_on"),
    *("decided_from", "decided_to", "received_on"),
)
ASSIGNMENT_NAMES: Final = tuple(f"{ASSIGNED}{name}" for name in ("number", "symbol", "issued_on", "authority"))


def decision_rows(context: PageContext) -> tuple[tuple[tuple[Field[Any], ...], tuple[int, ...]], ...]:
    """The fields of the main decision, row by row, each row with its shares of twelve."""
    return (
        (
            (
                number_line(
                    "number", label("stays", "Số quyết định"), is_required=True, hint=label("stays", "Như in: 118")
                ),
                number_line("symbol", label("stays", "Ký hiệu"), hint=label("stays", "Sau dấu /: QĐ-TA")),
                past_day(
                    context,
                    "issued_on",
                    label("stays", "Ngày ban hành"),
                    is_required=True,
                    hint=label("stays", "Ngày in trên quyết định"),
                ),
            ),
            (4, 4, 4),
        ),
        (
            (
                line(
                    "authority",
                    label("stays", "Cơ quan ban hành"),
                    is_required=True,
                    hint=label("stays", "Theo tên gọi lúc ban hành"),
                ),
                line("signatory", label("stays", "Người ký"), hint=label("stays", "Chức vụ và họ tên, như in")),
            ),
            (7, 5),
        ),
        (
            (
                line(
                    "subject",
                    label("stays", "Về việc"),
                    hint=label("stays", "Như in; giấy xác nhận ghi lại: áp dụng biện pháp đưa vào cơ sở …"),
                ),
            ),
            (12,),
        ),
        (
            (
                NumberField(
                    "decided_months",
                    label("stays", "Thời hạn (tháng)"),
                    least=1,
                    most=MOST_MONTHS,
                    is_required=True,
                ),
                any_day(context, "effective_on", label("stays", "Ngày hiệu lực, nếu in")),
                past_day(context, "received_on", label("stays", "Ngày cơ sở nhận được")),
            ),
            (4, 4, 4),
        ),
        (
            (
                any_day(context, "decided_from", label("stays", "Từ ngày, nếu in")),
                any_day(context, "decided_to", label("stays", "Đến ngày, nếu in")),
            ),
            (4, 4),
        ),
    )


def assignment_rows(context: PageContext) -> tuple[tuple[tuple[Field[Any], ...], tuple[int, ...]], ...]:
    """The fields of the decision that assigns the facility."""
    number_name, symbol_name, issued_name, authority_name = ASSIGNMENT_NAMES
    return (
        (
            (
                number_line(number_name, label("stays", "Số quyết định giao cơ sở")),
                number_line(symbol_name, label("stays", "Ký hiệu")),
                past_day(context, issued_name, label("stays", "Ngày ban hành")),
            ),
            (4, 4, 4),
        ),
        ((line(authority_name, label("stays", "Cơ quan giao")),), (12,)),
    )


def whole(value: Any) -> int | None:
    """A field's number as a count."""
    return None if value is None else int(value)


def facts_of(values: Mapping[str, Any], begins: str = "") -> DecisionFacts | None:
    """What was typed about a decision; None when nothing was."""
    found = {name: values.get(f"{begins}{name}") for name in PRINTED}
    if not any(value is not None for value in found.values()):
        return None
    issued: date | None = found["issued_on"]
    return DecisionFacts(
        number=found["number"] or "",
        issued_on=issued,
        authority=found["authority"] or "",
        symbol=found["symbol"] or "",
        effective_on=found["effective_on"],
        signatory=found["signatory"],
        subject=found["subject"],
        decided_months=whole(found["decided_months"]),
        decided_from=found["decided_from"],
        decided_to=found["decided_to"],
        received_on=found["received_on"],
    )


def assignment_of(uow: Any, values: Mapping[str, Any]) -> DecisionFacts | None:
    """The second decision, looked at here so that what is wrong stands at its own fields.

    Raises:
        UserError: as ``checked_decision``.
    """
    typed = facts_of(values, ASSIGNED)
    if typed is None:
        return None
    try:
        return checked_decision(typed, DecisionKind.ASSIGNMENT, local_date(uow.now), needs_months=False)
    except UserError as error:
        fields = {f"{ASSIGNED}{name}": text for name, text in error.fields.items()}
        raise UserError(error.code, error.template, fields=fields, **error.params) from error
