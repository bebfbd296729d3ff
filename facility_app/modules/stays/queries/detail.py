"""One stay with everything it rests on, and its term explained day by day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.decisions import DecisionFacts, DecisionKind
from facility_app.modules.stays.domain.exits import SeenExit
from facility_app.modules.stays.domain.exits_seen import seen_answer, seen_exit
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.owing import is_unconfirmed
from facility_app.modules.stays.domain.rights import READ_EXIT_REASON, VIEW_STAYS
from facility_app.modules.stays.domain.stages import Stage, StageResult, StageRow, check_stages
from facility_app.modules.stays.domain.types import CountsAs, EventKind, PresenceState
from facility_app.modules.stays.queries.stored import decisions_of, events_of, stages_of
from facility_app.modules.stays.queries.terms import Terms
from facility_app.modules.stays.tables import OverheldNote, PresenceChange, Stay, StayStage, TermEvaluation


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One version of a decision."""

    decision_id: str
    kind: DecisionKind
    version_no: int
    holds_from: date
    facts: DecisionFacts
    attachment_id: str | None


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the term; ``version`` goes back with a correction.

    Attributes:
        is_unconfirmed: whether its paper waits for the head, and adds no day until then.
    """

    event_id: str
    version: int
    kind: EventKind
    from_on: date
    to_on: date | None
    paper_number: str | None
    paper_on: date | None
    is_unconfirmed: bool
    counts_as: CountsAs | None
    exit_code: SeenExit | None


@dataclass(frozen=True, slots=True)
class StageDetail:
    """One stage; ``version`` goes back with a correction."""

    stage_id: str
    version: int
    stage: Stage
    start_on: date
    end_on: date | None
    result: StageResult | None
    in_charge_id: str | None
    in_charge_name: str | None
    in_charge_qualification: str | None
    override_reason: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """One arrow of presence that was taken."""

    verb: str
    before: PresenceState | None
    after: PresenceState
    happened_at: datetime
    written_at: datetime
    paper_number: str | None
    paper_on: date | None


@dataclass(frozen=True, slots=True)
class CountedRow:
    """What the clock answered once."""

    at: datetime
    cause: str
    expected_end_on: date | None
    served_days: int
    added_days: int
    credited_days: int


def explain_stay(uow: UnitOfWork, stay_id: str, on: date | None = None) -> TermAnswer:
    """The term of a stay with every day and every article.

    Args:
        uow: the unit of work.
        stay_id: the stay.
        on: the day it is asked for; None for today.

    Raises:
        UserError: ``not_found``; as the clock.
    """
    require(uow, VIEW_STAYS)
    answer = Terms(uow).answer(uow.get(Stay, stay_id), on or local_date(uow.now))
    return seen_answer(answer, knows_health=uow.actor.may(READ_EXIT_REASON))


def list_decisions(uow: UnitOfWork, stay_id: str) -> tuple[DecisionRow, ...]:
    """The decisions of a stay, every version, oldest first."""
    require(uow, VIEW_STAYS)
    return tuple(
        DecisionRow(
            one.id,
            one.kind,
            one.version_no,
            one.holds_from,
            DecisionFacts(
                one.number,
                one.issued_on,
                one.authority,
                one.symbol,
                one.effective_on,
                one.signatory,
                one.decided_months,
                one.decided_from,
                one.decided_to,
                one.subject,
                one.received_on,
            ),
            one.attachment_id,
        )
        for one in decisions_of(uow, stay_id)
    )


def list_events(uow: UnitOfWork, stay_id: str) -> tuple[EventRow, ...]:
    """The live events of a stay's term, by their first days."""
    require(uow, VIEW_STAYS)
    names = ("version", "kind", "from_on", "to_on", "paper_number", "paper_on", "counts_as")
    knows = uow.actor.may(READ_EXIT_REASON)
    return tuple(
        EventRow(
            one.id,
            **{name: getattr(one, name) for name in names},
            is_unconfirmed=is_unconfirmed(one),
            exit_code=seen_exit(one.exit_code, knows_health=knows),
        )
        for one in events_of(uow, stay_id)
    )


def list_stages(uow: UnitOfWork, stay_id: str) -> tuple[StageDetail, ...]:
    """The stages of a stay, by their first days."""
    require(uow, VIEW_STAYS)
    return tuple(map(_stage, stages_of(uow, stay_id)))


def list_stage_ends(uow: UnitOfWork, stay_ids: Sequence[str], stage: Stage) -> dict[str, date | None]:
    """Of each of these stays that has come to a stage: the day after its last, None while it lasts."""
    require(uow, VIEW_STAYS)
    c = sa.inspect(StayStage).local_table.c
    asked = sa.select(c.stay_id, c.end_on).where(c.stay_id.in_(stay_ids), c.stage == stage, c.voided_at.is_(None))
    return {row.stay_id: row.end_on for row in uow.session.execute(asked)}


def list_stage_findings(uow: UnitOfWork, stay_id: str) -> tuple[Finding, ...]:
    """What of its stages is too long, too short or out of its place."""
    require(uow, VIEW_STAYS)
    stay = uow.get(Stay, stay_id)
    today = local_date(uow.now)
    rows = [StageRow(one.stage, one.start_on, one.end_on, one.result) for one in stages_of(uow, stay_id)]
    numbers = Terms(uow).stages(stay.legal_regime, today)
    return check_stages(rows, numbers, on=today, expected_end_on=stay.expected_end_on)


def list_presence_changes(uow: UnitOfWork, stay_id: str) -> tuple[PresenceRow, ...]:
    """Every arrow of presence a stay has taken, oldest first."""
    require(uow, VIEW_STAYS)
    c = sa.inspect(PresenceChange).local_table.c
    asked = sa.select(
        c.verb, c.from_state, c.to_state, c.happened_at, c.created_at, c.paper_number, c.paper_on
    ).where(c.stay_id == stay_id, c.voided_at.is_(None))
    return tuple(PresenceRow(*row) for row in uow.session.execute(asked.order_by(c.happened_at, c.id)))


def list_counted(uow: UnitOfWork, stay_id: str) -> tuple[CountedRow, ...]:
    """What the clock answered after each decision, the last answer first."""
    require(uow, VIEW_STAYS)
    c = sa.inspect(TermEvaluation).local_table.c
    asked = sa.select(
        c.created_at, c.cause, c.expected_end_on, c.served_days, c.added_days, c.credited_days
    ).where(c.stay_id == stay_id)
    return tuple(CountedRow(*row) for row in uow.session.execute(asked.order_by(c.id.desc())))


def is_explained(uow: UnitOfWork, stay_id: str) -> bool:
    """Whether somebody has explained today why the person is still here."""
    require(uow, VIEW_STAYS)
    c = sa.inspect(OverheldNote).local_table.c
    last = uow.session.scalar(sa.select(sa.func.max(c.explained_until)).where(c.stay_id == stay_id))
    return last is not None and last >= local_date(uow.now)


def _stage(one: StayStage) -> StageDetail:
    names = (
        *("version", "stage", "start_on", "end_on", "result", "in_charge_id", "in_charge_name"),
        *("in_charge_qualification", "override_reason"),
    )
    return StageDetail(one.id, **{name: getattr(one, name) for name in names})
