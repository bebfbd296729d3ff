"""What is taken when: parts of days with their times of day; a taper is a plan of several parts.

A plan is kept as text, e.g. ``1-3 20000@08:00,20:00; 4- 10000@08:00``: days counted from the first, amounts in
thousandths of the dose unit. ``*`` stands where no time is fixed: as needed, or once at the moment of the order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label

THOUSANDTHS: Final = 1000
"""Amounts are whole thousandths of the dose unit, so that nothing is ever rounded."""
ANY_TIME: Final = "*"
ONCE: Final = "once"
AS_NEEDED: Final = "prn"
"""Names of doses that have no time of day; as needed a number follows: ``prn-1``."""
LONGEST: Final = 366
"""Days of one plan: a year, then the doctor looks again."""
PLAN_LIMIT: Final = 4000
PLANS: Final = 1024
"""Plans kept as read: hundreds of people take the same thing at the same times."""


@dataclass(frozen=True, slots=True)
class PlanPart:
    """Some days with one amount.

    Attributes:
        first_day: counted from 1.
        last_day: None for as long as the order lasts.
        amount: each time, in thousandths of the dose unit.
        times: times of day; none where no time is fixed.
    """

    first_day: int
    last_day: int | None
    amount: int
    times: tuple[time, ...] = ()

    @property
    def text(self) -> str:
        """As kept."""
        last = "" if self.last_day is None else str(self.last_day)
        at = ",".join(f"{one:%H:%M}" for one in self.times) or ANY_TIME
        return f"{self.first_day}-{last} {self.amount}@{at}"

    @property
    def of_day(self) -> int:
        """What a whole day comes to; of a part without times, one dose."""
        return self.amount * max(1, len(self.times))


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts, in the order of the days."""

    parts: tuple[PlanPart, ...]

    @classmethod
    def read(cls, text: str) -> "Plan":
        """The plan of a kept text.

        Raises:
            ValueError: a damaged text.
        """
        return _read(text)

    @property
    def text(self) -> str:
        """As kept."""
        return "; ".join(part.text for part in self.parts)

    @property
    def last_day(self) -> int | None:
        """The last day something is taken; None while it goes on."""
        return self.parts[-1].last_day

    @property
    def most_a_time(self) -> int:
        """The largest single amount."""
        return max(part.amount for part in self.parts)

    @property
    def most_a_day(self) -> int:
        """The largest sum of a day."""
        return max(part.of_day for part in self.parts)

    def on_day(self, number: int) -> Iterator[tuple[time, int]]:
        """Times and amounts of one day, in order."""
        for part in self.parts:
            if part.first_day <= number and (part.last_day is None or number <= part.last_day):
                yield from ((at, part.amount) for at in part.times)

    def amount_on(self, number: int) -> int | None:
        """The amount of a day without fixed times."""
        for part in self.parts:
            if part.first_day <= number and (part.last_day is None or number <= part.last_day):
                return part.amount
        return None


@dataclass(frozen=True, slots=True)
class Slot:
    """One dose that is due.

    Attributes:
        due_on: the day.
        name: the time of day as ``08:00``; the key of the dose within the day.
        at: the moment.
        amount: in thousandths of the dose unit.
    """

    due_on: date
    name: str
    at: datetime
    amount: int


def day_number(starts_at: datetime, day: date) -> int:
    """Which day of an order a day is; 1 is the first."""
    return (day - local_date(starts_at)).days + 1


def slots_on(plan: Plan, starts_at: datetime, until: datetime | None, day: date) -> tuple[Slot, ...]:
    """The doses with a fixed time of one day, from the start of the order until before its end."""
    found = []
    for at, amount in plan.on_day(day_number(starts_at, day)):
        moment = datetime.combine(day, at, LOCAL)
        if starts_at <= moment and (until is None or moment < until):
            found.append(Slot(day, f"{at:%H:%M}", moment, amount))
    return tuple(sorted(found, key=lambda slot: slot.at))


def day_span(day: date) -> tuple[datetime, datetime]:
    """The first moment of a day and the first of the next."""
    begin = datetime.combine(day, time(), LOCAL)
    return begin, begin + timedelta(days=1)


def check_plan(faults: Faults, parts: Sequence[PlanPart], *, needs_times: bool) -> None:
    """Say what is wrong with a plan; its field is ``plan``."""
    if not parts:
        faults.add("field_missing", "plan", label("errors", "Cần liều và giờ dùng."))
        return
    last = 0
    for place, part in enumerate(parts):
        is_open = part.last_day is None and place < len(parts) - 1
        if part.first_day != last + 1 or is_open or (part.last_day or LONGEST) < part.first_day:
            faults.add(
                "plan_days",
                "plan",
                label("errors", "Các ngày của liệu trình phải nối tiếp nhau, bắt đầu từ ngày 1. Hãy xem lại."),
            )
        if (part.last_day or 1) > LONGEST:
            faults.add(
                "plan_days", "plan", label("errors", "Y lệnh dài nhất một năm. Hãy chia thành nhiều y lệnh.")
            )
        if part.amount <= 0:
            faults.add("amount_wrong", "plan", label("errors", "Liều phải lớn hơn 0."))
        if needs_times is not bool(part.times) or len(set(part.times)) < len(part.times):
            faults.add(
                "plan_times",
                "plan",
                label(
                    "errors", "Thuốc dùng đều cần giờ dùng, mỗi giờ một lần; thuốc dùng khi cần thì không có giờ."
                ),
            )
        last = part.last_day or LONGEST


@lru_cache(maxsize=PLANS)
def _read(text: str) -> Plan:
    return Plan(tuple(_part(one.strip()) for one in text.split(";")))


def _part(text: str) -> PlanPart:
    days, _, dose = text.partition(" ")
    first, _, last = days.partition("-")
    amount, _, at = dose.partition("@")
    times = () if at == ANY_TIME else tuple(time.fromisoformat(one) for one in at.split(","))
    return PlanPart(int(first), int(last) if last else None, int(amount), times)
