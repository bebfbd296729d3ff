"""How long it takes to split a surplus and share the residents' part among the largest facility."""

import statistics
import time
from random import Random

from benchmarks.figures import Figure
from facility_app.kernel.money import Money
from facility_app.modules.labour.domain.shares import ShareKey, Worked, share_out, split_surplus

PEOPLE, ROUNDS = 2_500, 9
SURPLUS = Money(1_234_567_891)
PERCENTS = (30, 20, 20, 30)
MOST_SECONDS = 0.1


def shares_figure() -> Figure:
    """CPU of one split with its shares; the floor is one division for everybody."""
    chance = Random(1)
    worked = [
        Worked(f"{number:032x}", f"26-{number:04}", chance.randrange(30, 12_000), chance.randrange(1, 27))
        for number in range(PEOPLE)
    ]
    chance.shuffle(worked)
    median = statistics.median(_seconds(worked) for _ in range(ROUNDS))
    floor = statistics.median(_floor(worked) for _ in range(ROUNDS))
    return Figure(
        f"split of a surplus into {PEOPLE:,} shares, CPU of one core",
        f"{median * 1000:,.1f} ms, exact to the đồng; median of {ROUNDS}",
        f"one division for everybody: {floor * 1000:,.2f} ms (×{median / floor:.0f})",
        f"≤ {MOST_SECONDS * 1000:.0f} ms",
        median <= MOST_SECONDS,
    )


def _seconds(worked: list[Worked]) -> float:
    before = time.process_time()
    split = split_surplus(SURPLUS, PERCENTS)
    shares = share_out(split.residents, worked, ShareKey.MINUTES)
    taken = time.process_time() - before
    if split.total != SURPLUS or sum((amount for _, amount in shares), Money(0)) != split.residents:
        message = "the shares do not add up"
        raise AssertionError(message)
    return taken


def _floor(worked: list[Worked]) -> float:
    before, total = time.process_time(), sum(one.minutes for one in worked)
    for one in worked:
        divmod(SURPLUS.vnd * one.minutes, total)
    return max(time.process_time() - before, 1e-6)
