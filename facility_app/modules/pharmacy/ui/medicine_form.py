"""The form of a medicine, and the smaller ones about its class and about places."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain.amounts import SCALE, UNIT_LABELS, Unit
from facility_app.modules.pharmacy.domain.classes import CLASS_LABELS, PLACE_KIND_LABELS, DrugClass, PlaceKind
from facility_app.modules.pharmacy.domain.medicines import Flags, MedicineFacts
from facility_app.modules.pharmacy.queries.catalogue import MedicineRow
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, AddPlace, ReclassMedicine
from facility_app.modules.pharmacy.ui.words import options
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import any_day, line
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.shell.spec import PageContext

ARTICLE_HINT = label("pharmacy", "Văn bản, điều khoản phân loại thuốc này")
PACK_HINT = label("pharmacy", "In ở báo cáo PL IX, PL XI. Ví dụ: hộp 10 vỉ × 10 viên; chai 1.000 ml.")
ROUTES_HINT = label(
    "pharmacy", "O uống · SL dưới lưỡi · IM, IV, SC tiêm · IN mũi · EXT dùng ngoài; cách nhau dấu cách"
)
RATE_HINT = label("pharmacy", "1 đơn vị kho bằng bao nhiêu đơn vị liều. Ví dụ: 1 ml = 10 mg thì ghi 10.")
ASK_HINT = label("pharmacy", "Theo đơn vị liều; liều cao hơn thì chương trình hỏi lại")
LOW_HINT = label("pharmacy", "Theo đơn vị kho; còn ít hơn thì vào danh sách sắp hết")
FLAG_LABELS: Final = {
    "prolongs_qt": label("pharmacy", "Kéo dài khoảng QT"),
    "is_sedating": label("pharmacy", "Gây ngủ, an thần"),
    "is_divertible": label("pharmacy", "Dễ bị giấu, trao đổi"),
    "is_substitution": label("pharmacy", "Thuốc điều trị thay thế"),
    "reveals_hiv": label("pharmacy", "Cần giữ kín người dùng"),
}
FLAG_HINTS: Final = {
    "is_substitution": label("pharmacy", "Quản lý như thuốc gây nghiện (NĐ 141/2024 Đ54.2)"),
    "reveals_hiv": label("pharmacy", "Ai dùng thuốc này thì lộ tình trạng bệnh; việc xem được ghi lại"),
}
_SHORT, _SPAN = (4, 4, 4), (3, 3, 3, 3)


def medicine_form(context: PageContext, *, is_new: bool) -> Form[Shown]:
    """Everything written down of a medicine; its first class only of a new one."""
    form = new_form()
    form.add(
        line("generic", label("pharmacy", "Hoạt chất"), is_required=True),
        line("strength", label("pharmacy", "Nồng độ, hàm lượng"), is_required=True),
        line("form", label("pharmacy", "Dạng bào chế"), is_required=True),
        spans=_SHORT,
    )
    form.add(
        line("brand", label("pharmacy", "Tên thương mại")),
        line("atc", label("pharmacy", "Mã ATC")),
        line("registration_no", label("pharmacy", "Số đăng ký, giấy phép nhập khẩu")),
        spans=_SHORT,
    )
    form.add(line("pack", label("pharmacy", "Quy cách đóng gói"), hint=PACK_HINT))
    form.add(
        CodeField("stock_unit", label("pharmacy", "Đơn vị kho"), options=options(UNIT_LABELS), is_required=True),
        CodeField("dose_unit", label("pharmacy", "Đơn vị liều"), options=options(UNIT_LABELS), is_required=True),
        NumberField(
            "rate", label("pharmacy", "Quy đổi"), decimals=3, least=Decimal(0), is_required=True, hint=RATE_HINT
        ),
        spans=(3, 3, 6),
    )
    form.add(
        NumberField("ask_above", label("pharmacy", "Hỏi khi liều trên"), decimals=3, hint=ASK_HINT),
        NumberField("low_below", label("pharmacy", "Sắp hết khi dưới"), decimals=3, hint=LOW_HINT),
    )
    form.add(
        line("routes", label("pharmacy", "Đường dùng"), is_required=True, hint=ROUTES_HINT),
        line("book_no", label("pharmacy", "Số sổ theo dõi")),
        spans=(8, 4),
    )
    for names in (("prolongs_qt", "is_sedating", "is_divertible"), ("is_substitution", "reveals_hiv")):
        form.add(*(CheckField(name, FLAG_LABELS[name], hint=FLAG_HINTS.get(name)) for name in names))
    if is_new:
        form.add(*_class_fields(context), spans=_SHORT)
    form.add(line("source", label("pharmacy", "Nguồn của số liệu")))
    return form


def class_form(context: PageContext) -> Form[Shown]:
    """Another class from a day on."""
    form = new_form()
    drug_class, day, article = _class_fields(context)
    form.add(drug_class, day)
    form.add(article)
    return form


def place_form() -> Form[Shown]:
    """A new place."""
    form = new_form()
    form.add(
        line("code", label("terms", "Mã"), is_required=True),
        line("name", label("terms", "Tên"), is_required=True),
        spans=(4, 8),
    )
    kind = label("pharmacy", "Loại nơi để")
    form.add(CodeField("kind", kind, options=options(PLACE_KIND_LABELS), is_required=True))
    form.add(
        CheckField(
            "has_compartment",
            label("pharmacy", "Có ngăn khóa riêng"),
            hint=label("pharmacy", "Tủ trực giữ thuốc phải kiểm soát cần ngăn riêng (TT 18/2026/TT-BYT Đ3.1đ)"),
        )
    )
    return form


def facts_of(values: Mapping[str, Any]) -> MedicineFacts:
    """What was typed of a medicine."""
    rate, ask, low = values["rate"], values["ask_above"], values["low_below"]
    per_stock = _kept(rate, SCALE) or 0
    return MedicineFacts(
        values["generic"],
        values["strength"],
        values["form"],
        Unit(values["stock_unit"]),
        Unit(values["dose_unit"]),
        per_stock,
        brand=values["brand"] or "",
        pack=values["pack"] or "",
        routes=" ".join((values["routes"] or "").upper().replace(",", " ").split()),
        atc=values["atc"] or "",
        registration_no=values["registration_no"] or "",
        book_no=values["book_no"] or "",
        ask_above=_kept(ask, SCALE),
        low_below=_kept(low, per_stock),
        flags=Flags(**{name: bool(values[name]) for name in FLAG_LABELS}),
        source=values["source"] or "",
    )


def shown_of(row: MedicineRow) -> Shown:
    """A medicine as its form shows it."""
    names = (
        "generic",
        "strength",
        "form",
        "brand",
        "pack",
        "atc",
        "registration_no",
        "book_no",
        "routes",
        "source",
    )
    measure = row.measure
    return shown(
        **{name: getattr(row, name) for name in names},
        **{name: getattr(row.flags, name) for name in FLAG_LABELS},
        stock_unit=str(measure.stock_unit),
        dose_unit=str(measure.dose_unit),
        rate=Decimal(measure.per_stock) / SCALE,
        ask_above=None if row.ask_above is None else Decimal(row.ask_above) / SCALE,
        low_below=None if row.low_below is None else round(Decimal(row.low_below) / measure.per_stock, 3),
    )


def added(values: Mapping[str, Any]) -> AddMedicine:
    """A new medicine."""
    return AddMedicine(
        facts_of(values), DrugClass(values["drug_class"]), values["valid_from"], values["article"] or ""
    )


def reclassed(medicine_id: str, values: Mapping[str, Any]) -> ReclassMedicine:
    """Another class."""
    drug_class = DrugClass(values["drug_class"])
    return ReclassMedicine(medicine_id, drug_class, values["valid_from"], values["article"] or "")


def place_of(values: Mapping[str, Any]) -> AddPlace:
    """A new place."""
    kind = PlaceKind(values["kind"])
    return AddPlace(values["code"], values["name"], kind, has_compartment=bool(values["has_compartment"]))


def _class_fields(context: PageContext) -> tuple[Any, Any, Any]:
    return (
        CodeField("drug_class", label("pharmacy", "Phân loại"), options=options(CLASS_LABELS), is_required=True),
        any_day(context, "valid_from", label("pharmacy", "Hiệu lực từ ngày"), is_required=True),
        line("article", label("pharmacy", "Căn cứ"), is_required=True, hint=ARTICLE_HINT),
    )


def _kept(number: Decimal | None, by: int) -> int | None:
    return None if number is None else int(number * by)
