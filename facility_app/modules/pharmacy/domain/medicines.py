"""What a medicine is: names, units, flags, what is asked about before it is believed; the list that came along."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold
from facility_app.kernel.shipped import rows_of_list
from facility_app.modules.pharmacy.domain.amounts import MOST, SCALE, WEIGHED, Measure, Unit, label_unit
from facility_app.modules.pharmacy.domain.classes import CLASS_LABELS, ClassSpan, DrugClass

SHELF: Final = "medicines"
"""The list that came with the program: ``resources/catalogues/medicines.csv``."""
ROUTE_LABELS: Final[Mapping[str, Label]] = {
    "O": label("terms", "Uống"),
    "SL": label("terms", "Ngậm dưới lưỡi"),
    "IM": label("terms", "Tiêm bắp"),
    "IV": label("terms", "Tiêm tĩnh mạch"),
    "SC": label("terms", "Tiêm dưới da"),
    "IN": label("terms", "Xịt mũi"),
    "EXT": label("terms", "Dùng ngoài"),
}
ROUTES: Final = frozenset(ROUTE_LABELS)
SUBSTITUTES: Final = "N07BC"
"""ATC of medicines of substitution begins so."""
_SUBSTITUTES_BY_NAME: Final = ("methadon", "buprenorphin")
PAPER_WORDS: Final = frozenset({"pack", "registration_no", "book_no"})
"""What only the papers of the pharmacy say of a medicine: no dose is weighed by it."""
ASK_TIMES: Final = 10
"""A receipt so many times the largest before is asked about: one zero too many."""


class Approval(StrEnum):
    """Trạng thái phê duyệt."""

    DRAFT = "draft"
    APPROVED = "approved"


APPROVAL_LABELS: dict[Approval, Label] = {
    Approval.DRAFT: label("terms", "Chưa phê duyệt"),
    Approval.APPROVED: label("terms", "Đã phê duyệt"),
}


@dataclass(frozen=True, slots=True)
class Flags:
    """What others must know of a medicine before they use it.

    Attributes:
        prolongs_qt: it lengthens the QT interval.
        is_sedating: it makes drowsy.
        is_divertible: people hide it or trade it.
        reveals_hiv: who takes it is known to have HIV by it; who took it is kept apart.
        is_substitution: managed as narcotic whatever its class (NĐ 141/2024 Đ54.2).
    """

    prolongs_qt: bool = False
    is_sedating: bool = False
    is_divertible: bool = False
    reveals_hiv: bool = False
    is_substitution: bool = False


@dataclass(frozen=True, slots=True)
class MedicineFacts:
    """What is written down of a medicine.

    Attributes:
        generic: hoạt chất; ``brand`` tên thương mại.
        strength: nồng độ, hàm lượng; ``form`` dạng bào chế.
        pack: quy cách đóng gói of the product the facility buys; the list that came along knows none.
        routes: codes parted by blanks: ``O SL IM IV SC IN EXT``.
        stock_unit, dose_unit, per_stock: as ``Measure``.
        registration_no: số đăng ký hoặc giấy phép nhập khẩu.
        book_no: the book its movements stand in.
        ask_above: a single dose above it is asked about, in thousandths of the dose unit; None: none is.
        low_below: the list of what runs out begins there, in the same; None: it never does.
        source: where the numbers come from.
    """

    generic: str
    strength: str
    form: str
    stock_unit: Unit
    dose_unit: Unit
    per_stock: int
    brand: str = ""
    pack: str = ""
    routes: str = "O"
    atc: str = ""
    registration_no: str = ""
    book_no: str = ""
    ask_above: int | None = None
    low_below: int | None = None
    flags: Flags = field(default_factory=Flags)
    source: str = ""

    @property
    def measure(self) -> Measure:
        """Its units."""
        return Measure(self.stock_unit, self.dose_unit, self.per_stock, label_unit(self.strength, self.dose_unit))


def checked_medicine(faults: Faults, facts: MedicineFacts) -> dict[str, object]:
    """The facts as kept, and what is wrong with them."""
    needed = {
        "generic": label("errors", "Cần tên hoạt chất."),
        "strength": label("errors", "Cần nồng độ, hàm lượng."),
        "form": label("errors", "Cần dạng bào chế."),
    }
    kept: dict[str, object] = {
        name: faults.line(name, getattr(facts, name), needed=needed.get(name))
        for name in ("generic", "strength", "form", "brand", "pack", "registration_no", "book_no", "source")
    }
    kept["atc"] = faults.code("atc", facts.atc.upper())
    _check_substitute(faults, facts)
    if not facts.routes.split() or not set(facts.routes.split()) <= ROUTES:
        faults.add("bad_code", "routes", label("errors", "Đường dùng không đúng. Hãy chọn trong danh sách."))
    if not 0 < facts.per_stock <= MOST or (facts.stock_unit is facts.dose_unit and facts.per_stock != SCALE):
        faults.add(
            "bad_rate",
            "per_stock",
            label("errors", "Quy đổi giữa đơn vị kho và đơn vị liều không thể đúng. Hãy xem lại nhãn thuốc."),
        )
    for name in ("ask_above", "low_below"):
        faults.amount(name, getattr(facts, name), 1, MOST)
    flags = {name: getattr(facts.flags, name) for name in Flags.__dataclass_fields__}
    rest = ("stock_unit", "dose_unit", "per_stock", "ask_above", "low_below")
    return kept | {"routes": facts.routes} | {name: getattr(facts, name) for name in rest} | flags


def is_substitute(*, is_flagged: bool, atc: str | None) -> bool:
    """Whether it is a medicine of substitution, by its flag or by what it is."""
    return is_flagged or (atc or "").upper().startswith(SUBSTITUTES)


def _check_substitute(faults: Faults, facts: MedicineFacts) -> None:
    """A substitute is known by its code and weighed, or no rule could say how much of it is too much."""
    is_named = any(one in fold(facts.generic) for one in _SUBSTITUTES_BY_NAME)
    if not is_named and not is_substitute(is_flagged=facts.flags.is_substitution, atc=facts.atc):
        return
    if not facts.atc.strip().upper().startswith(SUBSTITUTES):
        faults.add(
            "substitute_code",
            "atc",
            label(
                "errors",
                "Thuốc điều trị thay thế cần mã ATC bắt đầu bằng N07BC (methadon: N07BC02); không có mã thì không "
                "xét được liều.",
            ),
        )
    if facts.dose_unit not in WEIGHED:
        faults.add(
            "substitute_unit",
            "dose_unit",
            label("errors", "Liều của thuốc điều trị thay thế tính bằng mg, mcg hoặc g, không bằng ml hay viên."),
        )


def require_guarded(name: str, drug_class: DrugClass, *, is_flagged: bool, atc: str | None) -> None:
    """Refuse to keep a substitute among what one person moves.

    Raises:
        UserError: ``substitute_class``.
    """
    if is_substitute(is_flagged=is_flagged, atc=atc) and drug_class not in {
        DrugClass.NARCOTIC,
        DrugClass.PSYCHOTROPIC,
    }:
        raise UserError(
            "substitute_class",
            label(
                "errors",
                "{name} là thuốc điều trị thay thế, quản lý như thuốc gây nghiện (NĐ 141/2024/NĐ-CP Đ54.2): không "
                "phân loại “{class}” được. Hãy chọn “{narcotic}” hoặc “{psychotropic}”.",
            ),
            fields={"drug_class": label("errors", "Hãy chọn phân loại khác")},
            name=name,
            narcotic=CLASS_LABELS[DrugClass.NARCOTIC],
            psychotropic=CLASS_LABELS[DrugClass.PSYCHOTROPIC],
            **{"class": CLASS_LABELS[drug_class]},
        )


def require_single(facts_name: str, measure: Measure, kept: int, ask_above: int | None, *, is_sure: bool) -> None:
    """Ask about a single dose above what is usual: 300 where 30 was meant.

    Raises:
        UserError: ``amount_unusual``; the same again with ``is_sure`` goes through.
    """
    if ask_above is None or kept <= ask_above or is_sure:
        return
    raise UserError(
        "amount_unusual",
        label(
            "errors",
            "{name}: liều {amount} cao hơn mức thường dùng một lần {usual}. Có phải ghi thừa một chữ số? "
            "Hãy sửa lại; nếu đúng theo y lệnh thì xác nhận số này.",
        ),
        fields={"quantity": label("errors", "Hãy sửa hoặc xác nhận số lượng")},
        name=facts_name,
        amount=measure.dose_text(kept),
        usual=measure.dose_text(ask_above),
    )


def require_usual_receipt(name: str, measure: Measure, kept: int, largest: int, *, is_sure: bool) -> None:
    """Ask about a receipt many times the largest before.

    Raises:
        UserError: ``amount_unusual``; the same again with ``is_sure`` goes through.
    """
    if not largest or kept < largest * ASK_TIMES or is_sure:
        return
    raise UserError(
        "amount_unusual",
        label(
            "errors",
            "{name}: nhập {amount}, gấp nhiều lần lượng nhập lớn nhất từ trước đến nay {usual}. "
            "Có phải ghi thừa một chữ số? Hãy sửa lại; nếu đúng theo hóa đơn thì xác nhận số này.",
        ),
        fields={"quantity": label("errors", "Hãy sửa hoặc xác nhận số lượng")},
        name=name,
        amount=measure.stock_text(kept),
        usual=measure.stock_text(largest),
    )


@dataclass(frozen=True, slots=True)
class Shipped:
    """A medicine of the list that came along.

    Attributes:
        code: stable; the same medicine is not taken over twice.
        classes: by date.
    """

    code: str
    facts: MedicineFacts
    classes: tuple[ClassSpan, ...]


def read_medicines(text: str) -> tuple[Shipped, ...]:
    """The rows of ``medicines.csv``.

    Raises:
        ValueError, KeyError, csv.Error: a damaged file.
    """
    rows = rows_of_list(text)
    return tuple(Shipped(row["code"], _facts(row), tuple(_classes(row["classes"]))) for row in rows)


def _facts(row: Mapping[str, str]) -> MedicineFacts:
    flags = set(row["flags"].split())
    return MedicineFacts(
        row["generic"],
        row["strength"],
        row["form"],
        Unit(row["stock_unit"]),
        Unit(row["dose_unit"]),
        int(row["per_stock"]),
        brand=row["brand"],
        routes=row["routes"],
        atc=row["atc"],
        registration_no=row["registration_no"],
        book_no="",
        ask_above=int(row["ask_above"]) if row["ask_above"] else None,
        flags=Flags("qt" in flags, "sedating" in flags, "divertible" in flags, "hiv" in flags, "subst" in flags),
        source=row["source"],
    )


def _classes(text: str) -> Iterator[ClassSpan]:
    """``T@2017-01-01 H@2026-06-01``: each class from its day until the next one's."""
    parts = [part.split("@") for part in text.split("|", maxsplit=1)[0].split()]
    article = text.partition("|")[2]
    starts = [date.fromisoformat(day) for _, day in parts]
    for place, (code, _) in enumerate(parts):
        until = starts[place + 1] if place + 1 < len(starts) else None
        yield ClassSpan(DrugClass(code), starts[place], until, article)
