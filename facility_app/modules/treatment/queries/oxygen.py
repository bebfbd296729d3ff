"""Whose SpO2 has a target, since when and why; which scale of NEWS2 held at a moment."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.treatment.domain import READ_RECORD, READ_VITALS
from facility_app.modules.treatment.domain.oxygen import OxygenSpan
from facility_app.modules.treatment.queries.record import Written
from facility_app.modules.treatment.tables import OxygenTarget


@dataclass(frozen=True, slots=True)
class OxygenRow:
    """One decision; the reasons only for whoever reads the record.

    Attributes:
        least, most: percent.
        span: how long it holds; one that was struck out never held.
        ended_by: who ended it; empty while it holds.
    """

    written: Written
    least: int
    most: int
    span: OxygenSpan
    ended_by: str
    reason: str | None = field(repr=False)
    end_reason: str | None = field(repr=False)

    @property
    def is_running(self) -> bool:
        """Whether it holds until somebody ends it."""
        return self.span.to_at is None and self.written.struck_at is None

    def held_within(self, from_at: datetime, to_at: datetime) -> bool:
        """Whether it stands and held at some moment of these, the end counted out."""
        if self.written.struck_at is not None or self.span.from_at >= to_at:
            return False
        return self.span.to_at is None or self.span.to_at > from_at


@dataclass(frozen=True, slots=True)
class OxygenSpans:
    """When decisions held, for the rooms of this slice that have asked for the right."""

    session: Session

    def of(self, stay_ids: Collection[str]) -> Mapping[str, tuple[OxygenSpan, ...]]:
        """Stay → its spans in order of time; what was struck out is not among them."""
        o = OxygenTarget
        asked = sa.select(o.stay_id, o.happened_at, o.ended_at).where(
            o.stay_id.in_(stay_ids), o.voided_at.is_(None)
        )
        found: dict[str, tuple[OxygenSpan, ...]] = {}
        for stay_id, from_at, to_at in self.session.execute(asked.order_by(o.happened_at, o.id)):
            found[stay_id] = (*found.get(stay_id, ()), OxygenSpan(from_at, to_at))
        return found

    def of_stay(self, stay_id: str) -> tuple[OxygenSpan, ...]:
        """The spans of one stay."""
        return self.of([stay_id]).get(stay_id, ())


def list_oxygen_targets(uow: UnitOfWork, stay_id: str) -> tuple[OxygenRow, ...]:
    """Every decision of a stay, the latest first; those struck out as they are marked."""
    require(uow, READ_VITALS)
    knows = uow.actor.may(READ_RECORD)
    o = OxygenTarget
    asked = sa.select(o).where(o.stay_id == stay_id).order_by(o.happened_at.desc(), o.id.desc())
    return tuple(_row(one, knows=knows) for one in uow.session.scalars(asked))


def _row(one: OxygenTarget, *, knows: bool) -> OxygenRow:
    return OxygenRow(
        Written.of(one),
        one.least,
        one.most,
        OxygenSpan(one.happened_at, one.ended_at),
        one.ended_name or "",
        one.reason if knows else None,
        one.end_reason if knows else None,
    )
