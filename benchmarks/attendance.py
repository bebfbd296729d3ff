"""Six million marks on sheets behind 2,500 people: a person's year, a month of a zone, the clashes of a week.

``python -m benchmarks.attendance FOLDER`` makes it there and measures; without a folder, in one thrown away.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any, Final

from benchmarks.attendance_rows import GROUP, MARKS, Filled, Years, fill_groups, write_years
from benchmarks.bulk import PASSWORD, USER
from benchmarks.figures import Figure
from benchmarks.house import BEDS
from benchmarks.people import found_with_people
from facility_app.app import registry
from facility_app.app.bootstrap import OpenFacility, open_facility
from facility_app.app.start import Password
from facility_app.db.driver import Connection, connect
from facility_app.db.folder import DataFolder
from facility_app.db.schema_objects import missing
from facility_app.db.uow import UnitOfWork
from facility_app.modules.calendar.domain.days import DAYS_OF_WEEK
from facility_app.modules.calendar.domain.slots import OccupiedAsked, ZonesAsked
from facility_app.modules.calendar.queries.occupied import list_clashes, list_slots
from facility_app.modules.education.queries.person import get_learning
from facility_app.modules.education.queries.sheets import list_marks_of_people
from facility_app.modules.labour.queries.sheets import list_person_days
from facility_app.modules.vocational.queries.people import list_learnt

ROUNDS: Final = 15
YEAR, MONTH = timedelta(days=365), timedelta(days=31)
PERSON_MS, ZONE_MS, WEEK_MS = 50, 200, 1_000
Tell = Callable[[str], None]


def attendance_figures(root: Path | None = None, years: Years | None = None, tell: Tell = print) -> list[Figure]:
    """Make the years, read them; below ``root``, or thrown away."""
    with tempfile.TemporaryDirectory(prefix="bench-attendance-") as made:
        return _made(root or Path(made), years or Years(), tell)


def _made(root: Path, years: Years, tell: Tell) -> list[Figure]:
    began = time.perf_counter()
    found_with_people(root, BEDS)
    with closing(open_facility(DataFolder(root / "data"), Password(USER, PASSWORD), root / "state")) as opened:
        with opened.database.write(opened.actor) as uow:
            filled = fill_groups(uow)
            uow.commit()
        tell("people and groups")
        with closing(connect(opened.folder.database, opened.entered.data_key)) as raw:
            rows = write_years(raw, filled, years, opened.actor.user_id, tell)
        with opened.database.read(opened.actor) as uow:
            if missing(uow.session.connection(), registry.schema()) or rows != years.rows:
                message = "triggers were not put back, or rows are missing"
                raise RuntimeError(message)
        took = time.perf_counter() - began
        size = opened.folder.database.stat().st_size / 1e9
        tell(f"{rows:,} marks, {size:.1f} GB, {took:.0f} s")
        with closing(connect(opened.folder.database, opened.entered.data_key, query_only=True)) as raw:
            many = f"{rows:,} marks of {BEDS:,} people"
            return [_year(opened, raw, filled, many), _zone(opened, raw, many), _week(opened, filled, many)]


def _year(opened: OpenFacility, raw: Connection, filled: Filled, many: str) -> Figure:
    """What the file of a person asks of their lessons, work and trades."""
    last = filled.monday
    resident_id = filled.courses[0][1][0]
    span = (resident_id, (last - YEAR).isoformat(), last.isoformat())

    def ask(uow: UnitOfWork) -> Any:
        days = list_person_days(uow, resident_id, last - YEAR, last)
        return get_learning(uow, resident_id), list_learnt(uow, resident_id), days

    taken = _asked(opened, ask)
    floor, found = _floor(raw, *((f"SELECT * FROM {one} WHERE resident_id = ? AND held_on BETWEEN ? AND ?", span)
                                 for one in MARKS))  # fmt: skip
    return Figure(
        f"a person's year of lessons, work and trades, {found:,} marks of {many}",
        f"{taken:.1f} ms CPU, median of {ROUNDS}",
        f"raw driver, the same marks: {floor:.1f} ms (×{taken / floor:.1f})",
        f"≤ {PERSON_MS} ms",
        taken <= PERSON_MS,
    )


def _zone(opened: OpenFacility, raw: Connection, many: str) -> Figure:
    """The marks of everybody in a zone in one month."""
    with opened.database.read(opened.actor) as uow:
        zones = list(chain.from_iterable(uow.ask(ZonesAsked())))
    people = [one.resident_id for one in zones if one.zone_id == zones[0].zone_id]
    last = datetime.now(UTC).date() - timedelta(days=7)
    taken = _asked(opened, lambda uow: list_marks_of_people(uow, people, last - MONTH, last))
    marks = ", ".join("?" * len(people))
    floor, found = _floor(
        raw,
        (
            f"SELECT * FROM attendance WHERE resident_id IN ({marks}) AND held_on BETWEEN ? AND ?",
            (*people, (last - MONTH).isoformat(), last.isoformat()),
        ),
    )
    return Figure(
        f"the month sheet of a zone of {len(people)}, {found:,} marks of {many}",
        f"{taken:.0f} ms CPU, median of {ROUNDS}",
        f"raw driver, the same marks: {floor:.0f} ms (×{taken / floor:.1f})",
        f"≤ {ZONE_MS} ms",
        taken <= ZONE_MS,
    )


def _week(opened: OpenFacility, filled: Filled, many: str) -> Figure:
    """The week to come of everybody, every slice asked."""
    asked = OccupiedAsked.of_days(filled.monday, DAYS_OF_WEEK)
    taken, floor = _asked(opened, lambda uow: list_clashes(uow, asked)), _asked(opened, _nothing)
    with opened.database.read(opened.actor) as uow:
        slots, found = list_slots(uow, asked), list_clashes(uow, asked)
    places = sum(len(one.resident_ids) for one in slots)
    return Figure(
        f"clash check of a week of {BEDS:,} people in groups of {GROUP}, every slice asked, {many}",
        f"{taken:.0f} ms CPU for {len(slots):,} slots of {places:,} places, {len(found):,} clashes; "
        f"median of {ROUNDS}",
        f"an empty question: {floor:.1f} ms (×{taken / floor:.0f})",
        f"≤ {WEEK_MS:,} ms",
        taken <= WEEK_MS,
    )


def _nothing(_uow: UnitOfWork) -> None:
    """Ask nothing."""


def _asked(opened: OpenFacility, ask: Callable[[UnitOfWork], object]) -> float:
    """Milliseconds of CPU of one question, a fresh unit of work each time."""

    def once() -> float:
        before = time.process_time()
        with opened.database.read(opened.actor) as uow:
            ask(uow)
        return (time.process_time() - before) * 1000

    return statistics.median(once() for _ in range(ROUNDS))


def _floor(raw: Connection, *statements: tuple[str, tuple[Any, ...]]) -> tuple[float, int]:
    """Milliseconds of CPU of the raw driver, and how many rows it read."""

    def once() -> float:
        before = time.process_time()
        for statement, values in statements:
            raw.execute(statement, values).fetchall()
        return (time.process_time() - before) * 1000

    found = sum(len(raw.execute(statement, values).fetchall()) for statement, values in statements)
    return max(statistics.median(once() for _ in range(ROUNDS)), 0.01), found


if __name__ == "__main__":
    FEW: Final = Years(20, 15, 25) if "--few" in sys.argv else None
    ARGS: Final = [one for one in sys.argv[1:] if one != "--few"]

    def _tell(text: str) -> None:
        print(f"{datetime.now(UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)

    for figure in attendance_figures(Path(ARGS[0]) if ARGS else None, FEW, _tell):
        print(figure.row())
