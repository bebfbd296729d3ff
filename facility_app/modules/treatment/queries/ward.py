"""Who is here to be measured: everybody inside by zone and bed, with what was measured last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.named import MOST_OFFERED
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.api import SleptRow, who_slept_where
from facility_app.modules.residents.api import list_resident_marks, search_residents
from facility_app.modules.stays.api import PresenceState, get_stay, list_whereabouts
from facility_app.modules.treatment.domain import KNOW_WATCH, READ_HIV, READ_VITALS
from facility_app.modules.treatment.domain.observation import Situation
from facility_app.modules.treatment.domain.oxygen import OxygenSpan, scale_at
from facility_app.modules.treatment.queries.again import AgainOf
from facility_app.modules.treatment.queries.measured import VitalRow
from facility_app.modules.treatment.queries.oxygen import OxygenSpans
from facility_app.modules.treatment.tables import ObservationPlan


@dataclass(frozen=True, slots=True)
class WardPerson:
    """Somebody with an open stay who is inside.

    Attributes:
        zone, bed: where they sleep; empty without a bed.
        situations: schedules of observation that run; only for whoever reads vital signs.
        last: what was measured last.
        oxygen: when a doctor's target of SpO2 held; read as ``situations`` are.
        again_at: by when they are measured again because of what was measured last.
    """

    stay_id: str
    resident_id: str
    code: str
    name: str = field(repr=False)
    sex: Sex
    age: int
    zone: str
    bed: str
    situations: tuple[Situation, ...] = field(default=(), repr=False)
    last: VitalRow | None = field(default=None, repr=False)
    oxygen: tuple[OxygenSpan, ...] = field(default=(), repr=False)
    again_at: datetime | None = field(default=None, repr=False)

    def spo2_scale(self, at: datetime) -> int:
        """By which scale of NEWS2 SpO2 measured then counts."""
        return scale_at(self.oxygen, at)

    @property
    def quiet(self) -> str:
        """What tells them from others of that name."""
        return " · ".join(filter(None, (self.code, self.bed)))


@dataclass(frozen=True, slots=True)
class Ward:
    """Everybody inside, in the order of the beds.

    Attributes:
        zones: their names, in that order.
        old: as long a score speaks of now.
    """

    zones: tuple[str, ...]
    people: tuple[WardPerson, ...] = field(repr=False)
    old: timedelta


def list_ward(uow: UnitOfWork) -> Ward:
    """Everybody inside with their schedules and what was measured last; those without a bed come at the end."""
    require(uow, READ_VITALS)
    people = _people(uow)
    ids = [one.stay_id for one in people]
    again = AgainOf(uow)
    situations, last, oxygen = _situations(uow, ids), again.last(ids), OxygenSpans(uow.session).of(ids)
    made = tuple(
        WardPerson(
            *(one.stay_id, one.resident_id, one.code, one.name, one.sex, one.age, one.zone, one.bed),
            situations.get(one.stay_id, ()),
            last.get(one.stay_id),
            oxygen.get(one.stay_id, ()),
            again.due(last.get(one.stay_id)),
        )
        for one in people
    )
    return Ward(tuple(dict.fromkeys(one.zone for one in made if one.zone)), made, again.rules.old)


def find_patients(uow: UnitOfWork, typed: str) -> tuple[WardPerson, ...]:
    """Those inside whose name, code or last digits are typed; nobody before anything is typed."""
    require(uow, KNOW_WATCH)
    return _found(uow, typed)


def find_screened(uow: UnitOfWork, typed: str) -> tuple[WardPerson, ...]:
    """As ``find_patients``, for whoever asks people about tests for infectious disease."""
    require(uow, READ_HIV)
    return _found(uow, typed)


def find_patient(uow: UnitOfWork, stay_id: str) -> WardPerson | None:
    """Somebody inside by their stay; None when they are not here any more, or there is no such stay."""
    require(uow, KNOW_WATCH)
    try:
        stay = get_stay(uow, stay_id)
    except UserError as refused:
        if refused.code != "not_found":
            raise
        return None
    return _one(uow, stay.resident_id)


def find_patient_of(uow: UnitOfWork, resident_id: str) -> WardPerson | None:
    """Somebody inside; None when they are not."""
    require(uow, KNOW_WATCH)
    return _one(uow, resident_id)


def _one(uow: UnitOfWork, resident_id: str) -> WardPerson | None:
    found = _people(uow, [resident_id])
    return found[0] if found else None


def _found(uow: UnitOfWork, typed: str) -> tuple[WardPerson, ...]:
    if not typed.strip():
        return ()
    wanted = [row.resident_id for row in search_residents(uow, typed, MOST_OFFERED)]
    found = {one.resident_id: one for one in _people(uow, wanted)} if wanted else {}
    return tuple(found[one] for one in wanted if one in found)


def _people(uow: UnitOfWork, wanted: Sequence[str] = ()) -> list[WardPerson]:
    inside = {
        one.resident_id: one.stay_id
        for one in list_whereabouts(uow, wanted)
        if one.presence is PresenceState.INSIDE and not one.is_gone
    }
    marks = list_resident_marks(uow, list(inside))
    beds: dict[str, SleptRow] = {}
    if not wanted:
        beds = {row.resident_id: row for row in who_slept_where(uow, uow.now)}
    order = {one: place for place, one in enumerate(beds)}
    made = []
    for resident_id, stay_id in inside.items():
        who = marks.get(resident_id)
        if who is None:
            continue
        slept = beds.get(resident_id)
        zone, bed = ("", who.place or "") if slept is None else (slept.zone, slept.bed)
        made.append(WardPerson(stay_id, resident_id, who.code, who.name, who.sex, who.age, zone, bed))
    return sorted(made, key=lambda one: (order.get(one.resident_id, len(order)), one.code))


def _situations(uow: UnitOfWork, stay_ids: Sequence[str]) -> Mapping[str, tuple[Situation, ...]]:
    p = ObservationPlan
    asked = sa.select(p.stay_id, p.situation).where(
        p.stay_id.in_(stay_ids), p.ended_at.is_(None), p.voided_at.is_(None)
    )
    found: dict[str, tuple[Situation, ...]] = {}
    for stay_id, situation in uow.session.execute(asked.order_by(p.happened_at, p.id)):
        found[stay_id] = (*found.get(stay_id, ()), situation)
    return found
