"""What the clock answers: the day of leaving with every day explained, and what somebody must look at."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from facility_app.kernel.labels import Label
from facility_app.modules.stays.domain.case import Paper
from facility_app.modules.stays.domain.effects import Effect, LedgerKind
from facility_app.modules.stays.domain.exits import SeenExit
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.types import EventKind


class LedgerLine(NamedTuple):
    """One stretch of days, or one act, and what it does.

    Attributes:
        kind: event, or what the days are without one.
        from_on: first day.
        to_on: the day after the last; None while it lasts.
        days: how many; of an act, by how many it moves the end.
        effect: what they do.
        article: what says so.
        note: why, in words.
        paper: the paper it rests on.
        event_no: number of the event, counted from 1; 0 for none.
    """

    kind: EventKind | LedgerKind
    from_on: date
    to_on: date | None
    days: int
    effect: Effect
    article: str
    note: Label
    paper: Paper | None
    event_no: int


@dataclass(frozen=True, slots=True)
class Ended:
    """How the stay ended.

    Attributes:
        on: the day out.
        exit_code: why; in general words for whoever may not know of somebody's health.
    """

    on: date
    exit_code: SeenExit


@dataclass(frozen=True, slots=True)
class TermAnswer:
    """Kết quả tính thời hạn của một lần cai nghiện.

    Attributes:
        id: of the case.
        on: the day it was asked for.
        expected_end_on: ngày dự kiến hết hạn, the day of leaving; None while it cannot be known or there is none.
        served_days: days that counted, up to ``on``; without a term, days held.
        credited_days: days of temporary management taken off.
        added_days: days that did not count, those of an open absence up to ``on``.
        remaining_days: days still to be served at ``on``; None when nobody can say.
        ledger: every day and every act.
        warnings: what somebody must look at.
        end_if_back_on: the end, were the open absence to end at ``on``.
        earliest_end_on: the end when nothing undecided is held against the person; liberty is measured by it.
        latest_end_on: the end when everything undecided is.
        nearest_end_on: the earliest end as of ``on``, of an open absence too; what would move it later is weighed.
        turns_18_on: of somebody who was a minor at the start; with ``birth_year`` the latest day it can be.
        birth_year: of somebody of whose birth only the year is known.
        transfer_required: whether enough is left at 18 to move (Luật PCMT 2025 Đ36.4).
        resume_required: whether enough is left after a suspension to go on (Luật PCMT 2025 Đ39.3).
        ended: how it ended.
        no_term: whether the type has no term.
        custody_until: the limit of temporary management.
        not_resumed_on: the day of recovery after a suspension, when too little is left to go on.
    """

    id: str
    on: date
    expected_end_on: date | None
    served_days: int
    credited_days: int
    added_days: int
    remaining_days: int | None
    ledger: tuple[LedgerLine, ...]
    warnings: tuple[Finding, ...]
    end_if_back_on: date | None = None
    earliest_end_on: date | None = None
    latest_end_on: date | None = None
    nearest_end_on: date | None = None
    turns_18_on: date | None = None
    transfer_required: bool | None = None
    resume_required: bool | None = None
    ended: Ended | None = None
    no_term: bool = False
    custody_until: date | None = None
    not_resumed_on: date | None = None
    birth_year: int | None = None

    @property
    def leave_by(self) -> date | None:
        """The day by which the person is out: the end, or the limit of temporary management.

        Who recovers from a suspension with too little left goes on with nothing: that day is the day (Đ39.3).
        """
        if self.no_term:
            return self.custody_until
        end_on, recovered_on = self.earliest_end_on, self.not_resumed_on
        if end_on is None or recovered_on is None:
            return recovered_on if end_on is None else end_on
        return min(end_on, recovered_on)

    @property
    def weighed_by(self) -> date | None:
        """The day a correction may not move later unseen: of leaving, or as it would be were the person back."""
        return self.nearest_end_on if self.leave_by is None else self.leave_by

    @property
    def release_on(self) -> date | None:
        """The day everything for the release is made ready for; None while it cannot be known."""
        return self.expected_end_on if self.not_resumed_on is None else self.leave_by

    @property
    def days_past_end(self) -> int:
        """Days somebody still inside has been kept after the day of leaving; red until explained."""
        limit = self.leave_by
        is_out = self.ended is not None and self.ended.on <= self.on
        if limit is None or is_out or self.on <= limit:
            return 0
        return (self.on - limit) // timedelta(days=1)
