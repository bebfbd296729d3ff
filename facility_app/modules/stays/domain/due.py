"""Something due, and a stay as the deadlines of law.md §15 see it: plain values, checked before they count."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Protocol

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.types import EventKind, StayType
from facility_app.modules.stays.domain.years import FIRST_YEAR, LAST_YEAR, is_of_a_stay


class Workdays(Protocol):
    """Working days of state bodies."""

    def previous_working_day(self, day: date) -> date:
        """``day`` itself, or the last working day before it."""

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing due; the service raises it as a task and withdraws it when the stay no longer owes it.

    Attributes:
        code: stable; with the stay and the occasion it names the task.
        due_on: the last day the law allows, or the day it is to be done on.
        article: what says so.
        roles: who acts, the first one's worklist; the others may know of it.
        text: what to do, with ``{name}`` placeholders.
        params: their values; no name of a person.
        act_on: the working day to plan for, not after ``due_on``.
        due_at: the instant, for deadlines in hours.
        occasion: keeps repeated ones apart.
    """

    code: str
    due_on: date
    article: str
    roles: tuple[Role, ...]
    text: Label
    params: dict[str, object] = field(default_factory=dict)
    act_on: date | None = None
    due_at: datetime | None = None
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class StayFacts:
    """What the deadlines of one open stay are derived from.

    Attributes:
        stay_type: its type.
        admitted_on: the day of the handover minutes.
        expected_end_on: the day of leaving, or None.
        contract_end_on: of a private facility (law.md §18 row 6).
        custody_until: the limit of temporary management.
        turns_18_on: of a minor.
        birth_year: where only the year of birth is known; ``turns_18_on`` is then the latest day it can be.
        transfer_required: whether the person moves at eighteen.
        has_stable_residence: None when not yet settled.
        may_need_social_protection: whether §6.18 may apply.
        last_health_check_on: None when there was none since admission.
        notified_on: the day V-51 was received by the commune police.
        is_admission_done: whether stage 1 has been closed.
        missing_papers: kinds of absence that would add days and have no paper.
        unconfirmed_papers: kinds of those whose paper the head has not confirmed.
        remand_undecided: whether a remand waits for a decision.
    """

    stay_type: StayType
    admitted_on: date
    expected_end_on: date | None = None
    contract_end_on: date | None = None
    custody_until: date | None = None
    turns_18_on: date | None = None
    birth_year: int | None = None
    transfer_required: bool | None = None
    has_stable_residence: bool | None = None
    may_need_social_protection: bool = False
    last_health_check_on: date | None = None
    notified_on: date | None = None
    is_admission_done: bool = False
    missing_papers: tuple[EventKind, ...] = ()
    unconfirmed_papers: tuple[EventKind, ...] = ()
    remand_undecided: bool = False


DAY_LABELS: Final[dict[str, Label]] = {
    "admitted_on": label("terms", "Ngày tiếp nhận"),
    "contract_end_on": label("terms", "Ngày hết hợp đồng"),
    "last_health_check_on": label("terms", "Ngày khám sức khỏe gần nhất"),
    "notified_on": label("terms", "Ngày Công an cấp xã nhận thông báo"),
}
"""The days of a stay from which deadlines are counted."""


def check_facts(facts: StayFacts) -> None:
    """Refuse a day from which nothing lawful can be counted.

    Raises:
        UserError: ``day_out_of_years``.
    """
    for name in DAY_LABELS:
        day: date | None = getattr(facts, name)
        if day is not None and not is_of_a_stay(day):
            raise UserError(
                "day_out_of_years",
                label(
                    "errors",
                    "{what} là {day}; phải trong khoảng các năm {first_year} đến {last_year}. Hãy sửa lại năm.",
                ),
                fields={name: label("errors", "Năm ngoài khoảng {first_year}–{last_year}")},
                what=DAY_LABELS[name],
                day=format_date(day),
                first_year=FIRST_YEAR,
                last_year=LAST_YEAR,
            )
