"""How many sets of answers are scored in a second on one core: whole ones, no two alike, of each instrument."""

import statistics
import time
from random import Random

from benchmarks.figures import Figure
from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.modules.treatment.domain import Instrument, Item, instruments, score

SETS = 300
ROUNDS = 7
PER_SECOND = 20_000


def scoring_figure() -> Figure:
    """Scorings in a second of CPU over all instruments, and of the slowest; the floor only adds the answers up."""
    library = instruments(ResourceShelf(resources_folder() / "catalogues"))
    rates = {one.code: _rate(one) for one in library}
    floors = {one.code: _floor(one) for one in library}
    whole = len(rates) / sum(1 / rate for rate in rates.values())
    floor = len(floors) / sum(1 / rate for rate in floors.values())
    slowest = min(rates, key=lambda code: rates[code])
    return Figure(
        "scoring of whole answers, CPU of one core",
        f"{whole:,.0f} a second over {len(rates)} instruments; slowest {slowest} {rates[slowest]:,.0f}, "
        f"COWS {rates['COWS']:,.0f}; median of {ROUNDS} × {SETS} each",
        f"adding the answers up alone: {floor:,.0f} a second (×{floor / whole:.0f})",
        f"≥ {PER_SECOND:,} a second",
        whole >= PER_SECOND,
    )


def _rate(one: Instrument) -> float:
    answers = _answers(one)

    def once() -> float:
        before = time.process_time()
        for each in answers:
            score(one, each)
        return time.process_time() - before

    return SETS / statistics.median(once() for _ in range(ROUNDS))


def _floor(one: Instrument) -> float:
    answers = [tuple(value for value in each.values() if isinstance(value, int)) for each in _answers(one)]

    def once() -> float:
        before = time.process_time()
        for each in answers:
            sum(each)
        return time.process_time() - before

    return SETS / statistics.median(max(once(), 1e-7) for _ in range(ROUNDS))


def _answers(one: Instrument) -> list[dict[str, object]]:
    chance = Random(1)
    return [{item.key: _answer(item, chance) for item in one.items} for _ in range(SETS)]


def _answer(item: Item, chance: Random) -> object:
    if item.measure is None:
        return chance.choice([option.value for option in item.options])
    whole = chance.randint(item.measure.least, item.measure.most)
    return whole / 10**item.measure.decimals if item.measure.decimals else whole


if __name__ == "__main__":
    figure = scoring_figure()
    print(figure.row())
