"""The catalogue as lists: medicines with their class today, places with who holds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.pharmacy.domain import SEE_PRIVATE, VIEW_STOCK
from facility_app.modules.pharmacy.domain.amounts import Measure
from facility_app.modules.pharmacy.domain.classes import ClassSpan, DrugClass, PlaceKind, class_on, span_on
from facility_app.modules.pharmacy.domain.medicines import Approval, Flags, is_substitute
from facility_app.modules.pharmacy.tables import CabinetShift, Medicine, MedicineClass, StockPlace

_FLAGS: Final = tuple(Flags.__dataclass_fields__)
_MOST_SHIFTS: Final = 100


@dataclass(frozen=True, slots=True)
class MedicineRow:
    """One medicine; ``version`` goes back with a decision about it.

    Attributes:
        name: generic and strength, the brand behind.
        drug_class: today, or on the day that was asked about.
        is_approved: whether somebody of the facility stands by its numbers.
    """

    medicine_id: str
    name: str
    generic: str
    brand: str | None
    strength: str
    form: str
    pack: str | None
    routes: str
    atc: str | None
    registration_no: str | None
    book_no: str | None
    measure: Measure
    ask_above: int | None
    low_below: int | None
    flags: Flags
    drug_class: DrugClass
    approval: Approval
    version: int
    source: str | None = None
    approved_on: date | None = None

    @property
    def is_approved(self) -> bool:
        """Whether somebody of the facility stands by its numbers."""
        return self.approval is Approval.APPROVED

    @property
    def is_substitute(self) -> bool:
        """Whether it is a medicine of substitution."""
        return is_substitute(is_flagged=self.flags.is_substitution, atc=self.atc)


@dataclass(frozen=True, slots=True)
class Known:
    """The medicines an actor sees, read once for a whole list; papers are of many days, and so are classes.

    Attributes:
        rows: by id, each with its class today.
        spans: the classes of each by date.
    """

    rows: Mapping[str, MedicineRow]
    spans: Mapping[str, Sequence[ClassSpan]]

    @classmethod
    def read(cls, uow: UnitOfWork) -> "Known":
        """Two statements, however many medicines there are."""
        require(uow, VIEW_STOCK)
        return uow.once("the medicines", partial(cls._read, uow))

    @classmethod
    def _read(cls, uow: UnitOfWork) -> "Known":
        asked = sa.select(Medicine).where(Medicine.voided_at.is_(None), *_seen(uow))
        spans, today = _spans(uow), local_date(uow.now)
        rows = {one.id: _row(one, class_on(spans.get(one.id, ()), today)) for one in uow.session.scalars(asked)}
        return cls(rows, spans)

    def __contains__(self, medicine_id: str) -> bool:
        """Whether the actor sees it."""
        return medicine_id in self.rows

    def on(self, medicine_id: str, day: date) -> MedicineRow:
        """A medicine with the class it had on a day."""
        return replace(self.rows[medicine_id], drug_class=class_on(self.spans.get(medicine_id, ()), day))

    def ever_in_book(self) -> tuple[str, ...]:
        """Ids of the medicines that have, or had, a class of the book."""
        return tuple(one for one, spans in self.spans.items() if any(span.drug_class.is_in_book for span in spans))

    def was_in_book(self, medicine_id: str, first: date, last: date) -> bool:
        """Whether it had a class of the book on one of these days."""
        return any(
            span.drug_class.is_in_book
            and span.valid_from <= last
            and (span.valid_to is None or first < span.valid_to)
            for span in self.spans.get(medicine_id, ())
        )


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place.

    Attributes:
        holder_id, holder: who holds a cabinet now; empty for nobody.
        held_from: since when.
    """

    place_id: str
    code: str
    name: str
    kind: PlaceKind
    has_compartment: bool
    holder_id: str = ""
    holder: str = field(default="", repr=False)
    held_from: datetime | None = None


def list_medicines(uow: UnitOfWork, text: str = "", on: date | None = None) -> tuple[MedicineRow, ...]:
    """Medicines by name; those that reveal HIV only to whoever may see them.

    Args:
        uow: the unit of work.
        text: words of the name or the brand, without marks if one likes.
        on: the day the class is of; today when None.
    """
    require(uow, VIEW_STOCK)
    known = Known.read(uow)
    found = [row if on is None else known.on(row.medicine_id, on) for row in known.rows.values()]
    typed = fold(text).split()
    return tuple(
        sorted(
            (row for row in found if all(word in fold(f"{row.name} {row.atc or ''}") for word in typed)),
            key=lambda row: fold(row.name),
        )
    )


def list_revealing_names(uow: UnitOfWork) -> tuple[tuple[str, str | None], ...]:
    """Generic and trade names of the medicines that reveal HIV, to keep texts behind the wall that name one.

    For whoever decides what is shown, whoever asks; never to be shown itself.
    """
    require(uow, VIEW_STOCK)
    asked = sa.select(Medicine.generic, Medicine.brand).where(
        Medicine.reveals_hiv.is_(True), Medicine.voided_at.is_(None)
    )
    return tuple((generic, brand) for generic, brand in uow.session.execute(asked.order_by(Medicine.id)))


@dataclass(frozen=True, slots=True)
class ControlledMedicine:
    """A medicine of the catalogue that two people move; ``article`` says by which rule it has its class."""

    generic: str
    brand: str | None
    drug_class: DrugClass
    article: str


def list_controlled(uow: UnitOfWork) -> tuple[ControlledMedicine, ...]:
    """The medicines the catalogue calls narcotic, psychotropic or precursor today, by name."""
    require(uow, VIEW_STOCK)
    known, today = Known.read(uow), local_date(uow.now)
    found = []
    for row in known.rows.values():
        span = span_on(known.spans.get(row.medicine_id, ()), today)
        if span is not None and span.drug_class.is_controlled:
            found.append(ControlledMedicine(row.generic, row.brand, span.drug_class, span.article))
    return tuple(sorted(found, key=lambda one: (fold(one.generic), one.brand or "")))


def get_medicine(uow: UnitOfWork, medicine_id: str, on: date | None = None) -> MedicineRow:
    """One medicine.

    Args:
        uow: the unit of work.
        medicine_id: which.
        on: the day the class is of; today when None.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    found = uow.get(Medicine, medicine_id)
    if found.reveals_hiv and not uow.actor.may(SEE_PRIVATE):
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=medicine_id,
        )
    return _row(found, class_on(_spans(uow, medicine_id).get(medicine_id, ()), on or local_date(uow.now)))


def list_classes(uow: UnitOfWork, medicine_id: str) -> tuple[ClassSpan, ...]:
    """The classes of one medicine by date.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    get_medicine(uow, medicine_id)
    return tuple(sorted(_spans(uow, medicine_id).get(medicine_id, ()), key=lambda span: span.valid_from))


def list_places(uow: UnitOfWork) -> tuple[PlaceRow, ...]:
    """Places by code, cabinets with their holders."""
    require(uow, VIEW_STOCK)
    asked = (
        sa.select(StockPlace, CabinetShift)
        .outerjoin(CabinetShift, sa.and_(CabinetShift.place_id == StockPlace.id, CabinetShift.ended_at.is_(None)))
        .where(StockPlace.voided_at.is_(None))
        .order_by(StockPlace.code)
    )
    found = []
    for place, shift in uow.session.execute(asked):
        row = PlaceRow(place.id, place.code, place.name, place.kind, place.has_compartment)
        if shift is not None:
            held = (shift.holder_id, shift.holder_name, shift.from_at)
            row = PlaceRow(place.id, place.code, place.name, place.kind, place.has_compartment, *held)
        found.append(row)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One holding of a cabinet; ``witness`` handed it over, or saw the first holder take it."""

    shift_id: str
    place_id: str
    place: str
    holder: str = field(repr=False)
    witness: str = field(repr=False)
    from_at: datetime
    ended_at: datetime | None
    count_id: str | None


def list_shifts(uow: UnitOfWork, place_id: str | None = None) -> tuple[ShiftRow, ...]:
    """The last hundred hand-overs of one cabinet, or of all; the latest first."""
    require(uow, VIEW_STOCK)
    asked = (
        sa.select(CabinetShift, StockPlace.name)
        .join(StockPlace, StockPlace.id == CabinetShift.place_id)
        .order_by(CabinetShift.from_at.desc(), CabinetShift.id)
        .limit(_MOST_SHIFTS)
    )
    if place_id is not None:
        asked = asked.where(CabinetShift.place_id == place_id)
    return tuple(
        ShiftRow(
            one.id,
            one.place_id,
            place,
            one.holder_name,
            one.witness_name or "",
            one.from_at,
            one.ended_at,
            one.count_id,
        )
        for one, place in uow.session.execute(asked)
    )


def _seen(uow: UnitOfWork) -> tuple[sa.ColumnElement[bool], ...]:
    return () if uow.actor.may(SEE_PRIVATE) else (Medicine.reveals_hiv.is_(False),)


def _spans(uow: UnitOfWork, medicine_id: str | None = None) -> dict[str, Sequence[ClassSpan]]:
    asked = sa.select(MedicineClass).where(MedicineClass.voided_at.is_(None))
    if medicine_id is not None:
        asked = asked.where(MedicineClass.medicine_id == medicine_id)
    found: dict[str, list[ClassSpan]] = {}
    for one in uow.session.scalars(asked):
        span = ClassSpan(one.drug_class, one.valid_from, one.valid_to, one.article)
        found.setdefault(one.medicine_id, []).append(span)
    return dict(found)


def _row(one: Medicine, drug_class: DrugClass) -> MedicineRow:
    brand = f" ({one.brand})" if one.brand else ""
    return MedicineRow(
        one.id,
        f"{one.generic} {one.strength}{brand}",
        one.generic,
        one.brand,
        one.strength,
        one.form,
        one.pack,
        one.routes,
        one.atc,
        one.registration_no,
        one.book_no,
        one.measure,
        one.ask_above,
        one.low_below,
        Flags(**{name: getattr(one, name) for name in _FLAGS}),
        drug_class,
        one.approval,
        one.version,
        one.source,
        one.approved_on,
    )
