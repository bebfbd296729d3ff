"""What of a temporary stay goes on when it turns compulsory: who is away, and which days never counted."""

from dataclasses import dataclass
from datetime import date

from facility_app.db.uow import UnitOfWork
from facility_app.modules.stays.domain.presence import ABSENCES, state_of
from facility_app.modules.stays.domain.types import EventKind
from facility_app.modules.stays.queries.stored import events_of
from facility_app.modules.stays.tables import Stay, StayEvent


@dataclass(frozen=True, slots=True)
class Lasting:
    """What goes on.

    Attributes:
        away: the absence that still lasts when the decision is told, in a hospital for one.
        fled: escapes while the file was made; their days come off nothing (NĐ 163/2026 Đ107.4, Đ109.3).
    """

    away: StayEvent | None
    fled: tuple[StayEvent, ...]

    @classmethod
    def of(cls, uow: UnitOfWork, held: Stay) -> "Lasting":
        """Of a temporary stay that is still open."""
        events = events_of(uow, held.id)
        # A reduction has no last day either, and is no absence.
        away = next((one for one in events if one.to_on is None and one.kind in ABSENCES), None)
        return cls(away, tuple(one for one in events if one.kind is EventKind.ESCAPE))

    def carry_over(self, uow: UnitOfWork, made: Stay) -> None:
        """Write it down about the stay that goes on, within the verb of the caller."""
        for one in self.fled:
            uow.add(_copy(one, made, one.from_on, one.to_on))
        if self.away is not None:
            began = max(made.admitted_on, self.away.from_on)
            uow.add(_copy(self.away, made, began, None))
            made.presence, made.presence_on = state_of(self.away.kind), began
        uow.session.flush()


def _copy(one: StayEvent, made: Stay, from_on: date, to_on: date | None) -> StayEvent:
    return StayEvent(
        resident_id=made.resident_id,
        stay_id=made.id,
        kind=one.kind,
        from_on=from_on,
        to_on=to_on,
        paper_number=one.paper_number,
        paper_on=one.paper_on,
        confirmed_by=one.confirmed_by,
        note=one.note,
    )
