"""Medicine the family brought for a person, and which names are not taken from a family."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.hiv import reveals_hiv
from facility_app.kernel.labels import Label
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.external import ExternalEnd, ExternalState, begins_so, is_named
from facility_app.modules.medication.domain.rules import RuleList, RuleRow
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.rules import list_rules
from facility_app.modules.medication.tables import ExternalMedicine, MedicationEnd
from facility_app.modules.pharmacy.api import UNIT_LABELS, ControlledMedicine, Unit, list_controlled
from facility_app.modules.residents.api import RELATION_LABELS, Relation

RELATIONS: Final = tuple((one.value, text) for one, text in RELATION_LABELS.items())
UNITS: Final = tuple((one.value, text) for one, text in UNIT_LABELS.items())
"""Code and words, as a form offers them."""


@dataclass(frozen=True, slots=True)
class ExternalRow:
    """One medicine the family brought.

    Attributes:
        lasts_days: for how many days it is, by its prescription.
        runs_out_on: the last day of it, once a doctor let it in.
        accepted_because: why it was let in against a warning.
        has_left: the person left since it came: nobody decides any more, it goes back.
        doubt: the warning a doctor has to answer with a reason; None for none, and once it is decided.
    """

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
    lasts_days: int | None = None
    runs_out_on: date | None = None
    accepted_because: str | None = field(default=None, repr=False)
    has_left: bool = False
    doubt: Label | None = None

    @property
    def is_open(self) -> bool:
        """Whether a doctor has yet to say what becomes of it."""
        return self.state is ExternalState.RECEIVED and not self.has_left

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
    *("lasts_days", "runs_out_on", "accepted_because"),
)


def list_external(uow: UnitOfWork, resident_id: str) -> tuple[ExternalRow, ...]:
    """What the family brought for a person, the latest first; nothing whose words reveal HIV by now."""
    require(uow, VIEW_MAR)
    t = sa.inspect(ExternalMedicine).local_table.c
    asked = sa.select(*(t[name] for name in _COLUMNS)).where(t.resident_id == resident_id, t.voided_at.is_(None))
    found = [ExternalRow(*one) for one in uow.session.execute(asked.order_by(t.received_at.desc(), t.id))]
    brands = known_brands(uow) if found else {}
    shown = [
        replace(row, has_left=has_left(uow, resident_id, row.received_at))
        for row in found
        if not reveals_hiv(row.medicine, row.strength, row.refusal, brands=brands)
    ]
    if not any(row.is_open for row in shown):
        return tuple(shown)
    rules = read_name_rules(uow)
    return tuple(_with_doubt(row, rules) for row in shown)


def has_left(uow: UnitOfWork, resident_id: str, since: datetime) -> bool:
    """Whether a person left for good after a moment: the moment is kept of everybody who leaves."""
    require(uow, VIEW_MAR)
    e = MedicationEnd
    asked = sa.select(e.id).where(e.resident_id == resident_id, e.ended_at >= since).limit(1)
    return uow.session.scalar(asked) is not None


def _with_doubt(row: ExternalRow, rules: "NameRules") -> ExternalRow:
    found = rules.doubting(row.medicine) if row.is_open else None
    return row if found is None else replace(row, doubt=found.text)


@dataclass(frozen=True, slots=True)
class NameRules:
    """What is said here about the names of medicines a family may bring.

    Attributes:
        controlled: of the facility's own catalogue.
        drafts: rules that nobody of the facility stands by yet: they warn.
        approved: rules that bind.
    """

    controlled: tuple[ControlledMedicine, ...]
    drafts: tuple[RuleRow, ...]
    approved: tuple[RuleRow, ...]

    def controlled_of(self, medicine: str) -> ControlledMedicine | None:
        """The medicine of the catalogue that is printed on a box."""
        return next((one for one in self.controlled if is_named(medicine, one.generic, one.brand)), None)

    def forbidding(self, medicine: str) -> RuleRow | None:
        """The approved rule that speaks of it."""
        return next((row for row in self.approved if begins_so(medicine, row.values["stem"])), None)

    def doubting(self, medicine: str) -> RuleRow | None:
        """The draft that speaks of it; None too where something surer does."""
        if self.controlled_of(medicine) is not None or self.forbidding(medicine) is not None:
            return None
        return next((row for row in self.drafts if begins_so(medicine, row.values["stem"])), None)


def read_name_rules(uow: UnitOfWork) -> NameRules:
    """The catalogue and the rule table of today, read once for a whole list."""
    require(uow, VIEW_MAR)
    rows = list_rules(uow, RuleList.FAMILY)
    drafts = tuple(row for row in rows if not row.is_approved)
    return NameRules(list_controlled(uow), drafts, tuple(row for row in rows if row.is_approved))
