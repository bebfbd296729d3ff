"""Medicine the family brought for a person, and which names are not taken from a family."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.external import ExternalEnd, ExternalState
from facility_app.modules.medication.domain.revealing import reveals_hiv
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.tables import ExternalMedicine
from facility_app.modules.pharmacy.api import UNIT_LABELS, DrugClass, Unit, list_medicines
from facility_app.modules.residents.api import RELATION_LABELS, Relation

RELATIONS: Final = tuple((one.value, text) for one, text in RELATION_LABELS.items())
UNITS: Final = tuple((one.value, text) for one, text in UNIT_LABELS.items())
"""Code and words, as a form offers them."""
_CONTROLLED = frozenset({DrugClass.NARCOTIC, DrugClass.PSYCHOTROPIC})


@dataclass(frozen=True, slots=True)
class ExternalRow:
    """One medicine the family brought."""

    external_id: str
    version: int
    brought_by: str = field(repr=False)
    relation: str
    medicine: str
    strength: str | None
    quantity: int
    unit: str
    lot: str | None
    expires_on: date | None
    prescriber: str | None = field(repr=False)
    prescribed_at: str | None
    prescription_no: str | None
    prescribed_on: date | None
    received_at: datetime
    received_by: str = field(repr=False)
    state: ExternalState
    decided_at: datetime | None
    decided_by: str | None = field(repr=False)
    refusal: str | None = field(repr=False)
    ended_at: datetime | None
    ended_by: str | None = field(repr=False)
    ended_how: ExternalEnd | None
    ended_quantity: int | None
    ended_with: str | None = field(repr=False)

    @property
    def relation_text(self) -> Label:
        """Who that is to the person."""
        return RELATION_LABELS[Relation(self.relation)]

    @property
    def unit_text(self) -> Label:
        """The unit in words."""
        return UNIT_LABELS[Unit(self.unit)]


_COLUMNS = (
    *("id", "version", "brought_by", "relation", "medicine", "strength", "quantity", "unit", "lot", "expires_on"),
    *("prescriber", "prescribed_at", "prescription_no", "prescribed_on", "received_at", "received_by", "state"),
    *("decided_at", "decided_by", "refusal", "ended_at", "ended_by", "ended_how", "ended_quantity", "ended_with"),
)


def list_external(uow: UnitOfWork, resident_id: str) -> tuple[ExternalRow, ...]:
    """What the family brought for a person, the latest first; nothing whose words reveal HIV by now."""
    require(uow, VIEW_MAR)
    t = sa.inspect(ExternalMedicine).local_table.c
    asked = sa.select(*(t[name] for name in _COLUMNS)).where(t.resident_id == resident_id, t.voided_at.is_(None))
    found = [ExternalRow(*one) for one in uow.session.execute(asked.order_by(t.received_at.desc(), t.id))]
    brands = known_brands(uow) if found else {}
    return tuple(row for row in found if not reveals_hiv(row.medicine, row.strength, row.refusal, brands=brands))


def list_controlled_names(uow: UnitOfWork) -> tuple[str, ...]:
    """Generic and trade names of what the catalogue classes narcotic, psychotropic or substitution medicine."""
    require(uow, VIEW_MAR)
    held = [one for one in list_medicines(uow) if one.drug_class in _CONTROLLED or one.is_substitute]
    return tuple(name for one in held for name in (one.generic, one.brand) if name)
