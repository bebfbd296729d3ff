"""How the records of a stay are closed; the verbs beside say who may and whether it is lawful."""

from dataclasses import dataclass
from datetime import date

from facility_app.db.uow import UnitOfWork
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.presence import LEAVE, PRESENCE
from facility_app.modules.stays.domain.types import DATED_KINDS, EventKind, PresenceState
from facility_app.modules.stays.queries.stored import events_of
from facility_app.modules.stays.tables import PresenceChange, Stay, StayEvent


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of a stay, within one unit of work."""

    uow: UnitOfWork

    def close(
        self,
        stay: Stay,
        exit_code: ExitCode,
        exited_on: date,
        paper_number: str | None = None,
        paper_on: date | None = None,
        *,
        stays_inside: bool = False,
    ) -> None:
        """Write the end down.

        Args:
            stay: the stay.
            exit_code: how it ends.
            exited_on: the day.
            paper_number: what it rests on.
            paper_on: its day.
            stays_inside: whether another stay goes on from it, and nobody walks through the gate.

        Raises:
            UserError: ``step_not_allowed``.
        """
        self._end_absences(stay, exited_on)
        ended = self.uow.add(
            StayEvent(
                resident_id=stay.resident_id,
                stay_id=stay.id,
                kind=EventKind.END,
                from_on=exited_on,
                exit_code=exit_code,
                paper_number=paper_number or None,
                paper_on=paper_on,
            )
        )
        self.uow.session.flush()
        if not stays_inside:
            PRESENCE.transition(stay.presence, LEAVE)
        self.uow.add(
            PresenceChange(
                resident_id=stay.resident_id,
                stay_id=stay.id,
                verb=LEAVE,
                from_state=stay.presence,
                to_state=PresenceState.OUT,
                happened_at=self.uow.now,
                event_id=ended.id,
                paper_number=paper_number or None,
                paper_on=paper_on,
            )
        )
        stay.presence, stay.presence_on = PresenceState.OUT, exited_on
        stay.exit_code, stay.exited_on = exit_code, exited_on
        self.uow.session.flush()

    def _end_absences(self, stay: Stay, on: date) -> None:
        """An absence that still lasts ends with the stay."""
        for event in events_of(self.uow, stay.id):
            if event.to_on is None and event.kind not in DATED_KINDS:
                event.to_on = max(on, event.from_on)
