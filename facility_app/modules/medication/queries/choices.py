"""What the screens of orders offer to choose from: people, medicines, groups of allergies; and names of people."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.kernel.named import MOST_OFFERED, Named
from facility_app.modules.catalogues.api import CodeList, find_code
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.orders import Route
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.queries.rules import list_rules
from facility_app.modules.pharmacy.api import CLASS_LABELS, UNIT_LABELS, MedicineRow, list_medicines
from facility_app.modules.residents.api import (
    find_chosen,
    list_resident_marks,
    search_residents,
)


@dataclass(frozen=True, slots=True)
class Product:
    """A medicine as the form of an order needs it.

    Attributes:
        units: code and words of each unit it is measured in; the dose's first.
        rate: how the two stand to each other: ``1 viên = 500 mg``; empty where they are one.
        is_controlled: each dose needs a witness.
        is_guarded: a draft of a rule stops it, too.
    """

    medicine_id: str
    name: str
    class_text: Label
    routes: tuple[Route, ...]
    units: tuple[tuple[str, Label], ...]
    rate: str
    is_controlled: bool
    is_substitution: bool
    reveals_hiv: bool = field(repr=False)

    @classmethod
    def of(cls, row: MedicineRow) -> "Product":
        """From the catalogue."""
        measure = row.measure
        units = {one.value: UNIT_LABELS[one] for one in (measure.dose_unit, measure.stock_unit)}
        routes = tuple(one for one in Route if one.value in row.routes.split())
        return cls(
            row.medicine_id,
            row.name,
            CLASS_LABELS[row.drug_class],
            routes,
            tuple(units.items()),
            measure.rate_text(),
            row.drug_class.is_controlled,
            row.is_substitute,
            row.flags.reveals_hiv,
        )


def find_people(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """People found by what is typed; nobody before anything is typed."""
    require(uow, VIEW_MAR)
    rows = search_residents(uow, text, MOST_OFFERED) if text.strip() else ()
    return tuple(Named(row.resident_id, row.name, f"{row.code} · {row.birth}") for row in rows)


def find_person(uow: UnitOfWork, resident_id: str) -> Named | None:
    """The person of an id."""
    require(uow, VIEW_MAR)
    return find_chosen(uow, resident_id)


def find_medicines(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """Medicines by words of the name, without marks; those this actor may see."""
    require(uow, VIEW_MAR)
    return tuple(_named(row) for row in list_medicines(uow, text)[:MOST_OFFERED])


def find_substitutes(uow: UnitOfWork, text: str) -> tuple[Named, ...]:
    """Medicines of substitution treatment."""
    require(uow, VIEW_MAR)
    return tuple(_named(row) for row in list_medicines(uow, text) if row.is_substitute)[:MOST_OFFERED]


def find_products_of(uow: UnitOfWork, atc: str, text: str) -> tuple[Named, ...]:
    """Medicines of one substance: what a line of a protocol may be given as."""
    require(uow, VIEW_MAR)
    return tuple(_named(row) for row in list_medicines(uow, text) if row.atc == atc and not row.flags.reveals_hiv)


def find_product(uow: UnitOfWork, medicine_id: str) -> Product | None:
    """The medicine of an id; None for one this actor may not see."""
    require(uow, VIEW_MAR)
    row = next((one for one in list_medicines(uow) if one.medicine_id == medicine_id), None)
    return None if row is None else Product.of(row)


def list_allergy_groups(uow: UnitOfWork) -> tuple[tuple[str, Label], ...]:
    """Groups of medicines one allergy speaks of: code and words."""
    require(uow, VIEW_MAR)
    return tuple((row.code, row.text) for row in list_rules(uow, RuleList.ALLERGY_GROUP))


def name_substances(uow: UnitOfWork, codes: Iterable[str]) -> Mapping[str, Label]:
    """Words of the substances protocols are for."""
    require(uow, VIEW_MAR)
    found = {one: find_code(uow, CodeList.SUBSTANCE, one) for one in set(codes)}
    return {one: coded.text for one, coded in found.items() if coded is not None}


def name_people(uow: UnitOfWork, resident_ids: Iterable[str]) -> Mapping[str, Named]:
    """Names of people, with code and bed behind."""
    require(uow, VIEW_MAR)
    found = list_resident_marks(uow, sorted(set(resident_ids)))
    return {
        one: Named(one, mark.name, " · ".join(part for part in (mark.code, mark.place) if part))
        for one, mark in found.items()
    }


def _named(row: MedicineRow) -> Named:
    return Named(row.medicine_id, row.name, f"{row.form} · {CLASS_LABELS[row.drug_class]}")
