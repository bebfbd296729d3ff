"""Shares of a period, as the program says them, are a naive count over the raw rows of a whole fictional facility.

Given legal education, counselled on jobs, trained in a vocation: the count reads every row through the driver, one
after the other, and knows nothing of the program's queries.
"""

import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from facility_app.app.bootstrap import open_database
from facility_app.app.demo.clock import BEGINS_AT, ENDS_AT
from facility_app.app.demo.fiction import make_demo
from facility_app.app.demo.sizes import Size
from facility_app.app.demo.users import PASSWORD, USERS
from facility_app.app.start import Password, enter
from facility_app.db.driver import Connection, connect
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import system_actor
from facility_app.kernel.dates import local_date
from facility_app.modules.education.queries.shares import get_education_shares
from facility_app.modules.vocational.queries.indicators import get_job_shares
from tests.helpers.demo import small_demo
from tests.helpers.desk import CHEAP
from tests.helpers.naive_shares import naive_legal, naive_shares
from tests.proof.counted import Counted, Scale
from tests.proof.judge import fast_scratch

DEVICE: Final = "proof"
EXAMPLES: Final = 5
DAY: Final = timedelta(days=1)
BACK: Final = (0, 6, 13, 29, 44, 59, 89, 179, 364)
"""Periods that end with the story begin so many days before."""
DATED: Final = (
    "SELECT held_on FROM attendance UNION SELECT held_on FROM lesson_tick UNION SELECT talked_on FROM job_talk "
    "UNION SELECT guided_on FROM guidance"
)
"""The days something of it happened: where a period begins or ends on one, a wrong edge shows."""

Answer = dict[str, tuple[int, int]]


def share_counts(scale: Scale) -> Counted:
    """Make the facility, and compare every share of every period."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="shares-", dir=fast_scratch()) as made:
        root = Path(made)
        if scale is Scale.SHORT:
            small_demo(root)
        else:
            make_demo(DataFolder(root / "data"), Size.M, 1, root / "state", CHEAP)
        return _compared(root, began)


def share_counts_of(root: Path) -> Counted:
    """The same of a fictional facility that is there: ``data`` and ``state`` lie in ``root``; it is only read."""
    return _compared(root, time.monotonic(), DEFAULT_KDF)


def _compared(root: Path, began: float, kdf: KdfParams = CHEAP) -> Counted:
    folder = DataFolder(root / "data")
    entered = enter(folder, Password(USERS[0].name, PASSWORD), root / "state", kdf)
    with (
        closing(open_database(folder, entered, root / "state")) as database,
        closing(connect(folder.database, entered.data_key)) as raw,
        database.read(system_actor(DEVICE)) as uow,
    ):
        rows = _Rows(raw)
        days = sorted({date.fromisoformat(day) for (day,) in rows(DATED)})
        periods = list(dict.fromkeys(_periods(days)))
        different, most = list[str](), dict[str, int]()
        for first, last in periods:
            said, counted = _said(uow, first, last), _counted(rows, first, last)
            different += [f"{first} to {last}: {said} is not {counted}"] * (said != counted)
            for name, (given, _) in counted.items():
                most[name] = max(given, most.get(name, 0))
    residents = max(of for _, of in _counted(rows, days[0], days[-1]).values()) if days else 0
    counts = {
        "periods": len(periods),
        "residents": residents,
        "rows": rows.read,
        **most,
        "different": len(different),
    }
    # A count of nobody proves nothing.
    holds = not different and len(periods) > len(BACK) and all(most.values())
    return Counted("share-counts", counts, holds, time.monotonic() - began, tuple(different[:EXAMPLES]))


class _Rows:
    """Every row of a statement, read once.

    Attributes:
        read: how many there were.
    """

    def __init__(self, raw: Connection) -> None:
        self._raw, self.read = raw, 0
        self._kept = cache(self._all)

    def __call__(self, statement: str) -> Iterable[tuple[Any, ...]]:
        return self._kept(statement)

    def _all(self, statement: str) -> Sequence[tuple[Any, ...]]:
        found = self._raw.execute(statement).fetchall()
        self.read += len(found)
        return found


def _periods(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Each day something happened, from each to the next, months and years of the story, before and after it."""
    first, last = local_date(BEGINS_AT), local_date(ENDS_AT)
    yield from ((day, day) for day in days)
    yield from pairwise(days)
    yield from ((day + DAY, after - DAY) for day, after in pairwise(days) if after - day > DAY)
    yield from ((last - timedelta(days=back), last) for back in BACK)
    yield from ((date(last.year, month, 1), date(last.year, month + 1, 1) - DAY) for month in range(1, 12))
    yield from ((date(year, 1, 1), date(year, 12, 31)) for year in range(first.year, last.year + 1))
    yield from ((first, last), (first - 400 * DAY, first - DAY), (last + DAY, last + 400 * DAY))


def _said(uow: UnitOfWork, first: date, last: date) -> Answer:
    """What the program says: given, and of how many."""
    legal, jobs = get_education_shares(uow, first, last).legal, get_job_shares(uow, first, last)
    return {
        "legal education": (legal.given, legal.of),
        "counselled on jobs": (jobs.counselled, jobs.residents),
        "trained": (jobs.trained, jobs.residents),
    }


def _counted(rows: _Rows, first: date, last: date) -> Answer:
    """The same by hand."""
    here, legal = naive_legal(rows, first, last)
    residents, counselled, trained, *_ = naive_shares(rows, first, last)
    return {
        "legal education": (legal, here),
        "counselled on jobs": (counselled, residents),
        "trained": (trained, residents),
    }
