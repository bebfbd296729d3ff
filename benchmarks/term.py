"""How many terms the clock evaluates in a second on one core, each with four events and its full ledger."""

import statistics
import time
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.figures import Figure
from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.kernel.dates import add_months
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.domain import read_parameter_book
from facility_app.modules.stays.domain import (
    EventKind,
    Paper,
    StayType,
    TermCase,
    TermEvent,
    evaluate,
    term_parameters,
)

CASES = 2_000
ROUNDS = 7
PER_SECOND = 10_000
ON = date(2027, 2, 1)


def term_figure() -> Figure:
    """Evaluations in a second of CPU, no two cases alike; the floor only adds the months of each."""
    book = ResourceShelf(resources_folder() / "catalogues").take("legal_parameters", read_parameter_book)
    parameters = term_parameters(lambda key: book.get(key).on(ON, LegalRegime.L2025))
    cases = _cases()

    def once() -> float:
        before = time.process_time()
        for case in cases:
            evaluate(case, ON, parameters)
        return time.process_time() - before

    def floor_once() -> float:
        before = time.process_time()
        for case in cases:
            add_months(case.term_start_on, 24)
        return time.process_time() - before

    taken = statistics.median(once() for _ in range(ROUNDS))
    floor = statistics.median(floor_once() for _ in range(ROUNDS))
    rate = CASES / taken
    return Figure(
        "term with four events and full ledger, CPU of one core",
        f"{rate:,.0f} a second median of {ROUNDS} × {CASES:,}",
        f"adding the months alone: {CASES / floor:,.0f} a second (×{taken / floor:.0f})",
        "≥ 10,000 a second",
        rate >= PER_SECOND,
    )


def _cases() -> list[TermCase]:
    chance = Random(1)
    plain = TermCase("b", LegalRegime.L2025, StayType.COMPULSORY_ADULT, date(2026, 8, 1), 24)
    return [_case(replace(plain, id=str(number)), chance) for number in range(CASES)]


def _case(plain: TermCase, chance: Random) -> TermCase:
    """Temporary management, an escape with its paper, a stay in hospital and a funeral."""
    start = date(2026, 7, 1) + timedelta(days=chance.randrange(60))
    born = start - timedelta(days=chance.randrange(7_000, 15_000))
    kinds = (EventKind.ESCAPE, EventKind.HOSPITAL, EventKind.FUNERAL)
    events = [
        TermEvent(EventKind.TEMPORARY_MANAGEMENT_CREDIT, start - timedelta(days=chance.randrange(40)), start)
    ]
    for kind in kinds:
        first = start + timedelta(days=chance.randrange(500))
        to = first + timedelta(days=chance.randrange(1, 30))
        events.append(TermEvent(kind, first, to, Paper(f"{chance.randrange(999)}/QĐ-CSCN", first)))
    return replace(plain, term_start_on=start, date_of_birth=born, events=tuple(events))


if __name__ == "__main__":
    figure = term_figure()
    print(figure.row())
