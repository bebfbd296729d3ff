"""What happened to a term, what was computed from it and when, where the person was, why they were kept longer."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import kept
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import Privacy
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import CountsAs, EventKind, PresenceState
from facility_app.modules.stays.tables.stay import LINE_LIMIT, NUMBER_LIMIT, OfStay


class StayEvent(OfStay):
    """Sự kiện của thời hạn, as ``domain.case.TermEvent``; a wrong one is struck out with a reason.

    Attributes:
        counts_reason: why an officer decided how a remand counts.
        paper_number: of the paper it rests on; with ``paper_on``.
        confirmed_by: who settles terms and stands by that paper; days are added by no other one.
    """

    __tablename__ = "stay_event"
    __table_args__ = (
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name="span"),
        frozen("home", "resident_id", "stay_id", "kind"),
    )

    kind: Mapped[EventKind] = kept(Privacy.ADMIN)
    from_on: Mapped[date] = kept(Privacy.ADMIN)
    to_on: Mapped[date | None] = kept(Privacy.ADMIN)
    paper_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    paper_on: Mapped[date | None] = kept(Privacy.ADMIN)
    confirmed_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    decided_months: Mapped[int | None] = kept(Privacy.ADMIN)
    months: Mapped[int | None] = kept(Privacy.ADMIN)
    days: Mapped[int | None] = kept(Privacy.ADMIN)
    # As in the stay: some codes tell of health.
    exit_code: Mapped[ExitCode | None] = kept(Privacy.CLINICAL)
    counts_as: Mapped[CountsAs | None] = kept(Privacy.ADMIN)
    counts_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    # Why somebody lies in hospital is health.
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class TermEvaluation(OfStay):
    """Một lần tính thời hạn: what the clock answered, with every day; written anew each time, never over.

    Attributes:
        cause: the verb that made it compute.
        evaluated_on: the day it was asked for.
        ledger: the lines as JSON, for whoever must show what was believed that day.
    """

    __tablename__ = "term_evaluation"
    __table_args__ = (
        frozen(
            "home",
            "resident_id",
            "stay_id",
            "cause",
            "evaluated_on",
            "expected_end_on",
            "leave_by",
            "served_days",
            "credited_days",
            "added_days",
            "remaining_days",
            "ledger",
            "warnings",
        ),
    )

    cause: Mapped[str] = kept(Privacy.ADMIN, sa.String(60))
    evaluated_on: Mapped[date] = kept(Privacy.ADMIN)
    expected_end_on: Mapped[date | None] = kept(Privacy.ADMIN)
    leave_by: Mapped[date | None] = kept(Privacy.ADMIN)
    served_days: Mapped[int] = kept(Privacy.ADMIN)
    credited_days: Mapped[int] = kept(Privacy.ADMIN)
    added_days: Mapped[int] = kept(Privacy.ADMIN)
    remaining_days: Mapped[int | None] = kept(Privacy.ADMIN)
    ledger: Mapped[str] = kept(Privacy.ADMIN, sa.Text)
    warnings: Mapped[str] = kept(Privacy.ADMIN, sa.Text)


class PresenceChange(OfStay):
    """Thay đổi tình trạng có mặt: one arrow of the state machine, taken by somebody at a moment.

    Attributes:
        verb: the arrow.
        happened_at: when it happened; ``created_at`` says when it was written down.
        event_id: the event of the term it opened or closed.
    """

    __tablename__ = "presence_change"
    __table_args__ = (
        frozen("home", "resident_id", "stay_id", "verb", "from_state", "to_state", "happened_at", "event_id"),
    )

    verb: Mapped[str] = kept(Privacy.ADMIN, sa.String(60))
    from_state: Mapped[PresenceState | None] = kept(Privacy.ADMIN)
    to_state: Mapped[PresenceState] = kept(Privacy.ADMIN)
    happened_at: Mapped[datetime] = kept(Privacy.ADMIN, UtcDatetime)
    event_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("stay_event.id"))
    paper_number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(NUMBER_LIMIT))
    paper_on: Mapped[date | None] = kept(Privacy.ADMIN)
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


class OverheldNote(OfStay):
    """Giải trình việc giữ quá ngày phải cho về; the stay is red until it stands here."""

    __tablename__ = "overheld_note"
    __table_args__ = (frozen("home", "resident_id", "stay_id", "leave_by", "explained_until", "explanation"),)

    leave_by: Mapped[date] = kept(Privacy.ADMIN)
    explained_until: Mapped[date] = kept(Privacy.ADMIN)
    explanation: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
