"""The catalogue: the list that came along is taken over, medicines are added, classed and approved; places."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import APPROVE_MEDICINES, KEEP_CATALOGUE
from facility_app.modules.pharmacy.domain.asked import IsOrdered
from facility_app.modules.pharmacy.domain.classes import ClassSpan, DrugClass, PlaceKind
from facility_app.modules.pharmacy.domain.medicines import (
    PAPER_WORDS,
    SHELF,
    Approval,
    MedicineFacts,
    checked_medicine,
    read_medicines,
    require_guarded,
)
from facility_app.modules.pharmacy.domain.workflows import require_other_person
from facility_app.modules.pharmacy.service.books import Books
from facility_app.modules.pharmacy.tables import Medicine, MedicineClass, StockEntry, StockPlace


@dataclass(frozen=True, slots=True)
class AddMedicine:
    """A product the facility uses."""

    facts: MedicineFacts
    drug_class: DrugClass
    valid_from: date
    article: str


@dataclass(frozen=True, slots=True)
class EditMedicine:
    """A product written down otherwise.

    Units stay once something of it was moved; whether it reveals HIV stays once something was moved or ordered.
    """

    medicine_id: str
    version: int
    facts: MedicineFacts


@dataclass(frozen=True, slots=True)
class ApproveMedicine:
    """Somebody of the facility stands by the numbers."""

    medicine_id: str
    version: int


@dataclass(frozen=True, slots=True)
class ReclassMedicine:
    """A medicine has another class from a day on."""

    medicine_id: str
    drug_class: DrugClass
    valid_from: date
    article: str


@dataclass(frozen=True, slots=True)
class AddPlace:
    """A place medicines lie at."""

    code: str
    name: str
    kind: PlaceKind
    has_compartment: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """What a screen needs to go on with a record."""

    id: str
    version: int = field(default=1)


def take_over_list(uow: UnitOfWork) -> int:
    """Take over the medicines that came with the program and are not there yet, each still to be approved.

    Returns:
        How many were new.
    """
    require(uow, KEEP_CATALOGUE)
    shelf = uow.ports.shelf
    shipped = () if shelf is None else shelf.take(SHELF, read_medicines)
    known = set(uow.session.scalars(sa.select(Medicine.code).where(Medicine.code.is_not(None))))
    new = [one for one in shipped if one.code not in known]
    with uow.act("pharmacy.take_over_list"):
        for one in new:
            faults = Faults()
            values = checked_medicine(faults, one.facts)
            faults.refuse()
            made = uow.add(Medicine(code=one.code, approval=Approval.DRAFT, **values))
            uow.session.flush()
            for span in one.classes:
                uow.add(_class_row(made.id, span))
    return len(new)


def add_medicine(uow: UnitOfWork, command: AddMedicine) -> Saved:
    """Write a product down.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``bad_code``, ``bad_rate``, ``substitute_code``,
            ``substitute_unit``, ``substitute_class``, ``bad_fields``.
    """
    require(uow, KEEP_CATALOGUE)
    faults = Faults()
    values = checked_medicine(faults, command.facts)
    article = _article(faults, command.article)
    faults.refuse()
    _require_guarded(command.facts, command.drug_class)
    with uow.act("pharmacy.add_medicine") as act:
        made = uow.add(Medicine(approval=Approval.DRAFT, **values))
        act.about(made)
        uow.session.flush()
        uow.add(_class_row(made.id, ClassSpan(command.drug_class, command.valid_from, None, article)))
        uow.session.flush()
        return Saved(made.id, made.version)


def edit_medicine(uow: UnitOfWork, command: EditMedicine) -> Saved:
    """Write a product down otherwise; it has to be approved again, unless only the papers say what changed.

    Raises:
        UserError: as ``add_medicine``; ``units_in_use``, ``medicine_ordered``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_CATALOGUE)
    medicine = uow.get(Medicine, command.medicine_id, version=command.version)
    faults = Faults()
    values = checked_medicine(faults, command.facts)
    faults.refuse()
    _require_guarded(command.facts, Books(uow).class_of(medicine.id))
    fixed = ("stock_unit", "dose_unit", "per_stock", "reveals_hiv")
    if any(values[name] != getattr(medicine, name) for name in fixed) and _was_moved(uow, medicine.id):
        raise UserError(
            "units_in_use",
            label(
                "errors",
                "Thuốc này đã có dòng sổ, không đổi được đơn vị, quy đổi và mức bảo mật. Hãy lập một thuốc mới "
                "trong danh mục rồi chuyển tồn kho sang.",
            ),
        )
    # Orders lie on the side of the wall their medicine had: they would stay on the wrong one.
    if values["reveals_hiv"] != medicine.reveals_hiv and any(uow.ask(IsOrdered(medicine.id))):
        raise UserError(
            "medicine_ordered",
            label(
                "errors",
                "Thuốc này đã có y lệnh nên không đổi được mức bảo mật. Hãy lập một thuốc mới trong danh mục có "
                "đánh dấu làm lộ tình trạng bệnh, nhờ bác sĩ ngừng y lệnh cũ và ra y lệnh theo thuốc mới.",
            ),
        )
    with uow.act("pharmacy.edit_medicine") as act:
        act.about(medicine)
        changed = {name for name, value in values.items() if value != getattr(medicine, name)}
        for name, value in values.items():
            setattr(medicine, name, value)
        if not changed <= PAPER_WORDS:
            medicine.approval, medicine.approved_by, medicine.approved_on = Approval.DRAFT, None, None
        uow.session.flush()
        return Saved(medicine.id, medicine.version)


def approve_medicine(uow: UnitOfWork, command: ApproveMedicine) -> Saved:
    """Stand by the numbers of a medicine; whoever wrote them last does not.

    Raises:
        UserError: ``not_found``, ``same_person_twice``.
        ConflictError: ``record_changed``.
    """
    require(uow, APPROVE_MEDICINES)
    medicine = uow.get(Medicine, command.medicine_id, version=command.version)
    require_other_person(medicine.updated_by, uow.actor.user_id, label("errors", "Phê duyệt thuốc"))
    with uow.act("pharmacy.approve_medicine") as act:
        act.about(medicine)
        medicine.approval = Approval.APPROVED
        medicine.approved_by, medicine.approved_on = uow.actor.user_id, Books(uow).today
        uow.session.flush()
        return Saved(medicine.id, medicine.version)


def reclass_medicine(uow: UnitOfWork, command: ReclassMedicine) -> None:
    """Give a medicine another class from a day on; what it had before ends there.

    A class that stands in the book begins after the last row written without it: the book is chained in the order
    it was written, and nothing is put into it afterwards.

    Raises:
        UserError: ``not_found``, ``class_not_later``, ``rows_outside_book``, ``field_missing``,
            ``substitute_class``.
    """
    require(uow, KEEP_CATALOGUE)
    medicine = uow.get(Medicine, command.medicine_id)
    faults = Faults()
    article = _article(faults, command.article)
    faults.refuse()
    require_guarded(medicine.generic, command.drug_class, is_flagged=medicine.is_substitution, atc=medicine.atc)
    asked = sa.select(MedicineClass).where(
        MedicineClass.medicine_id == medicine.id,
        MedicineClass.valid_to.is_(None),
        MedicineClass.voided_at.is_(None),
    )
    last = uow.session.scalars(asked).one_or_none()
    if last is not None and command.valid_from <= last.valid_from:
        raise UserError(
            "class_not_later",
            label(
                "errors", "Phân loại mới phải bắt đầu sau ngày của phân loại đang có. Hãy xem lại ngày hiệu lực."
            ),
            fields={"valid_from": label("errors", "Hãy xem lại ngày")},
        )
    if command.drug_class.is_in_book:
        _require_no_rows(uow, medicine.id, command.valid_from)
    with uow.act("pharmacy.reclass_medicine") as act:
        act.about(medicine)
        if last is not None:
            last.valid_to = command.valid_from
            uow.session.flush()
        uow.add(_class_row(medicine.id, ClassSpan(command.drug_class, command.valid_from, None, article)))


def add_place(uow: UnitOfWork, command: AddPlace) -> Saved:
    """Write a place down.

    Raises:
        UserError: ``field_missing``, ``bad_code``, ``code_taken``.
    """
    require(uow, KEEP_CATALOGUE)
    faults = Faults()
    code = faults.code("code", command.code)
    if code is None:
        faults.add("field_missing", "code", label("errors", "Cần mã của nơi để thuốc."))
    name = faults.line("name", command.name, needed=label("errors", "Cần tên của nơi để thuốc."))
    faults.refuse()
    if uow.session.scalar(sa.select(StockPlace.id).where(StockPlace.code == code)) is not None:
        raise UserError(
            "code_taken",
            label("errors", "Mã {code} đã dùng cho một nơi khác. Hãy chọn mã khác."),
            fields={"code": label("errors", "Mã này đã dùng")},
            code=code,
        )
    with uow.act("pharmacy.add_place") as act:
        made = uow.add(
            StockPlace(code=code, name=name, kind=command.kind, has_compartment=command.has_compartment)
        )
        act.about(made)
        uow.session.flush()
        return Saved(made.id, made.version)


def _article(faults: Faults, typed: str) -> str:
    needed = label("errors", "Cần căn cứ của phân loại: văn bản, điều khoản.")
    return faults.line("article", typed, needed=needed) or ""


def _require_guarded(facts: MedicineFacts, drug_class: DrugClass) -> None:
    require_guarded(facts.generic, drug_class, is_flagged=facts.flags.is_substitution, atc=facts.atc)


def _class_row(medicine_id: str, span: ClassSpan) -> MedicineClass:
    return MedicineClass(
        medicine_id=medicine_id,
        drug_class=span.drug_class,
        valid_from=span.valid_from,
        valid_to=span.valid_to,
        article=span.article,
    )


def _require_no_rows(uow: UnitOfWork, medicine_id: str, valid_from: date) -> None:
    asked = sa.select(sa.func.max(StockEntry.booked_on)).where(
        StockEntry.medicine_id == medicine_id,
        StockEntry.booked_on >= valid_from,
        StockEntry.chain_no.is_(None),
    )
    last = uow.session.scalar(asked)
    if last is not None:
        raise UserError(
            "rows_outside_book",
            label(
                "errors",
                "Đến ngày {last} thuốc này đã có dòng ghi ngoài sổ thuốc phải kiểm soát đặc biệt, không ghi lùi "
                "vào sổ được. Hãy phân loại từ ngày {first}, và ghi ngày hiệu lực của văn bản vào căn cứ.",
            ),
            fields={"valid_from": label("errors", "Hãy chọn ngày sau dòng sổ cuối cùng")},
            last=format_date(last),
            first=format_date(last + timedelta(days=1)),
        )


def _was_moved(uow: UnitOfWork, medicine_id: str) -> bool:
    asked = sa.select(StockEntry.id).where(StockEntry.medicine_id == medicine_id).limit(1)
    return uow.session.scalar(asked) is not None
