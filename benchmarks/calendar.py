"""How long the clash check of a week takes: everybody of the largest facility, all day, with staff and rooms."""

import statistics
import time
from datetime import date, timedelta
from random import Random

from benchmarks.figures import Figure
from facility_app.kernel.dates import moment_of
from facility_app.modules.calendar.domain.clashes import clashes
from facility_app.modules.calendar.domain.slots import Slot, SlotKind

PEOPLE, GROUP, DAYS = 2_500, 40, 7
PARTS_OF_DAY = ((7, 90), (9, 90), (13, 90), (15, 90), (19, 60))
ERRANDS = 3_000
ROUNDS = 5
MOST_SECONDS = 1.0
MONDAY = date(2027, 2, 1)


def clash_figure() -> Figure:
    """CPU of one check; the floor is one look at every slot of every person."""
    slots = _week()
    taken = sum(len(one.resident_ids) for one in slots)
    found = clashes(slots)
    median = statistics.median(_seconds(slots) for _ in range(ROUNDS))
    floor = statistics.median(_floor(slots) for _ in range(ROUNDS))
    return Figure(
        f"clash check of a week of {PEOPLE:,} people, CPU of one core",
        f"{median * 1000:,.0f} ms for {len(slots):,} slots of {taken:,} places, {len(found):,} clashes; "
        f"median of {ROUNDS}",
        f"one look at every place: {floor * 1000:,.0f} ms (×{median / floor:.0f})",
        f"≤ {MOST_SECONDS:.0f} s",
        median <= MOST_SECONDS,
    )


def _week() -> list[Slot]:
    """Groups through their days, and errands that take somebody out of them: most of those clash."""
    chance = Random(1)
    people = [f"{number:032x}" for number in range(PEOPLE)]
    made = []
    for day in range(DAYS):
        for part, (hour, minutes) in enumerate(PARTS_OF_DAY):
            begins = moment_of(MONDAY + timedelta(days=day), 0) + timedelta(hours=hour)
            made += [
                Slot(
                    SlotKind.CLASS,
                    begins,
                    begins + timedelta(minutes=minutes),
                    ("session", f"{day}-{part}-{group}"),
                    frozenset(people[group : group + GROUP]),
                    frozenset({f"staff-{group}"}),
                    f"room-{group}",
                )
                for group in range(0, PEOPLE, GROUP)
            ]
    for number in range(ERRANDS):
        begins = moment_of(MONDAY, 0) + timedelta(minutes=chance.randrange(DAYS * 24 * 60))
        ends = begins + timedelta(minutes=chance.choice((30, 45, 60)))
        who = frozenset({chance.choice(people)})
        made.append(Slot(SlotKind.HEALTH, begins, ends, ("errand", str(number)), who))
    chance.shuffle(made)
    return made


def _seconds(slots: list[Slot]) -> float:
    before = time.process_time()
    clashes(slots)
    return time.process_time() - before


def _floor(slots: list[Slot]) -> float:
    before = time.process_time()
    sum(1 for one in slots for _who in one.resident_ids)
    return max(time.process_time() - before, 1e-6)
