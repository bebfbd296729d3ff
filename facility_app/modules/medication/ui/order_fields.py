"""The fields of an order: what is asked depends on the medicine and on the kind of order."""

from collections.abc import Mapping
from typing import Any, Final

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.orders import ORDER_KIND_LABELS, ROUTE_LABELS, OrderKind, Route
from facility_app.modules.medication.domain.plan import LONGEST
from facility_app.modules.medication.queries.choices import Product, find_medicines
from facility_app.modules.medication.service.prescribing import OrderTyped
from facility_app.modules.medication.ui.order_asking import coming_day, named_field, person_field
from facility_app.ui.forms.beginning import Shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.notice import Words
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.usual import line
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.shell.spec import PageContext

SAVE: Final = label("verbs", "Kê thuốc")
MEDICINE: Final = label("medication", "Thuốc")
MEDICINE_HINT: Final = label("medication", "Vài chữ của tên, không cần dấu")
KINDS: Final = (OrderKind.REGULAR, OrderKind.AS_NEEDED, OrderKind.ONCE, OrderKind.TAPER)
REGULAR: Final = ("times", "days")
STEPS: Final = label("medication", "Liều từng ngày, mỗi dòng một chặng")
STEPS_HINT: Final = label("medication", "1-3: 20 8 14 20 · ngày 1 đến 3, mỗi lần 20, lúc 8, 14, 20 giờ")
STEPS_LIMIT: Final = 2000
NEEDED: Final = ("least_hours", "most_a_day")
DOSE: Final = label("medication", "Liều một lần")
UNIT: Final = label("medication", "Đơn vị")
TIMES: Final = label("medication", "Giờ dùng")
TIMES_HINT: Final = label("medication", "8 14 20 · hoặc sáng trưa chiều tối")
DAYS: Final = label("medication", "Số ngày")
DAYS_HINT: Final = label("medication", "Để trống: đến khi ngừng")
STARTS: Final = label("medication", "Từ ngày")
STARTS_HINT: Final = label("medication", "Để trống: hôm nay")
REASON: Final = label("medication", "Vì, dùng khi nào")
LEAST: Final = label("medication", "Cách ít nhất (giờ)")
MOST: Final = label("medication", "Nhiều nhất trong 24 giờ")
URGENT: Final = label("medication", "Cấp cứu: cho dùng một lần trước khi dược sĩ duyệt")
NOTE: Final = label("medication", "Ghi chú cho điều dưỡng")
NOT_HERE: Final = label("medication", "Ô này không dùng cho loại y lệnh đang chọn.")
REPLACE: Final = label("medication", "Vì sao đổi y lệnh cũ")


def order_form(context: PageContext, *, with_replacing: bool = False) -> Form[Shown]:
    """A form with everything an order may need."""
    form: Form[Shown] = Form(_shown, save_words=SAVE)
    form.add(person_field(context))
    form.add(
        named_field(context, "medicine_id", MEDICINE, find_medicines, is_required=True, hint=MEDICINE_HINT),
    )
    form.add(
        CodeField(
            "kind",
            label("medication", "Loại y lệnh"),
            options=tuple((one.value, ORDER_KIND_LABELS[one]) for one in KINDS),
            is_required=True,
        ),
        CodeField("route", label("medication", "Đường dùng"), options=_routes(tuple(Route))),
        CodeField("unit", UNIT, options=()),
        spans=(4, 4, 4),
    )
    form.add(
        NumberField("number", DOSE, decimals=3, is_required=True),
        line("times", TIMES, hint=TIMES_HINT),
        NumberField("days", DAYS, least=1, most=LONGEST, hint=DAYS_HINT),
        spans=(4, 4, 4),
    )
    form.add(NoteField("steps", STEPS, hint=STEPS_HINT, limit=STEPS_LIMIT, lines=4))
    form.add(
        NumberField("least_hours", LEAST, decimals=1, most=24),
        NumberField("most_a_day", MOST, least=1, most=24),
        spans=(6, 6),
    )
    form.add(CheckField("is_urgent", URGENT))
    form.add(
        line("reason", REASON),
        line("note", NOTE),
        coming_day(context, "starts_on", STARTS, hint=STARTS_HINT),
        spans=(4, 4, 4),
    )
    if with_replacing:
        form.add(line("replace_reason", REPLACE, is_required=True))
    return form


def fit_to_kind(form: Form[Shown]) -> None:
    """Show what this kind of order asks for."""
    kind = code_of(form, "kind") or OrderKind.REGULAR.value
    shown = {
        **dict.fromkeys(REGULAR, kind == OrderKind.REGULAR.value),
        "starts_on": kind in {OrderKind.REGULAR.value, OrderKind.TAPER.value},
        "number": kind != OrderKind.TAPER.value,
        "steps": kind == OrderKind.TAPER.value,
        **dict.fromkeys(NEEDED, kind == OrderKind.AS_NEEDED.value),
        "is_urgent": kind == OrderKind.ONCE.value,
    }
    for name, is_shown in shown.items():
        field = form.fields[name]
        field.set_why_not(None if is_shown else NOT_HERE)
        field.setVisible(is_shown)


def fit_to_product(form: Form[Shown], product: Product) -> None:
    """Offer the routes and units of this medicine; what is clear is chosen."""
    route, unit = form.fields["route"], form.fields["unit"]
    assert isinstance(route, CodeField)  # noqa: S101 - made above
    assert isinstance(unit, CodeField)  # noqa: S101 - made above
    route.set_options(_routes(product.routes))
    unit.set_options(product.units)
    chosen = code_of(form, "route")
    if chosen not in {one.value for one in product.routes}:
        route.set_value(product.routes[0].value if product.routes else None)
    if code_of(form, "unit") not in {code for code, _ in product.units}:
        unit.set_value(product.units[0][0])


def code_of(form: Form[Shown], name: str) -> str | None:
    """What is chosen in a field of choices; None for nothing."""
    choice = form.fields[name].choice()  # type: ignore[attr-defined] # fields are told apart by name only
    return None if choice is None else str(choice.id)


def typed_of(values: Mapping[str, Any], **more: Any) -> OrderTyped:
    """What stands in the form; what this kind does not ask for is left out."""
    kind = OrderKind(values["kind"])
    is_regular, is_needed = kind is OrderKind.REGULAR, kind is OrderKind.AS_NEEDED
    is_timed = is_regular or kind is OrderKind.TAPER
    hours, days, most = values.get("least_hours"), values.get("days"), values.get("most_a_day")
    return OrderTyped(
        values["resident_id"] or "",
        values["medicine_id"] or "",
        kind,
        values.get("number"),
        values.get("unit") or "",
        Route(values["route"]) if values.get("route") else None,
        (values.get("times") or "") if is_regular else "",
        int(days) if is_regular and days is not None else None,
        values.get("starts_on") if is_timed else None,
        values.get("reason") or "",
        values.get("note") or "",
        int(hours * 60) if is_needed and hours is not None else None,
        int(most) if is_needed and most is not None else None,
        bool(values.get("is_urgent")) and kind is OrderKind.ONCE,
        replace_reason=values.get("replace_reason") or "",
        steps=(values.get("steps") or "") if kind is OrderKind.TAPER else "",
        **more,
    )


def field_errors(error: FacilityError, form: Form[Shown]) -> dict[str, Words]:
    """What a refusal says of fields, by the names they have here."""
    plan = "times" if error.code == "plan_times" else "number"
    plan = "steps" if code_of(form, "kind") == OrderKind.TAPER.value else plan
    names = {"least_minutes": "least_hours", "plan": plan, "quantity": "number"}
    found = {names.get(name, name): Words(text, error.params) for name, text in error.fields.items()}
    return {name: words for name, words in found.items() if name in form.fields}


def _routes(routes: tuple[Route, ...]) -> tuple[tuple[str, Label], ...]:
    return tuple((one.value, ROUTE_LABELS[one]) for one in routes)


def _shown(**values: object) -> Shown:
    return Shown(values)
