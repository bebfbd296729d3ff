"""A facility with many people inside: the work of the morning, and whose days a new legal number would move."""

import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random

import sqlalchemy as sa

from benchmarks.bulk import PASSWORD, USER
from benchmarks.figures import Figure
from benchmarks.people import found_with_people
from facility_app.app.bootstrap import OpenFacility, open_facility
from facility_app.app.start import Password
from facility_app.db.folder import DataFolder
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look
from facility_app.modules.catalogues.service import SetParameter, what_would_move
from facility_app.modules.residents.tables.person import Resident
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.service.takeover import StayLine, TakeOverStays, take_over_stays
from facility_app.modules.tasks.queries import get_home_figures, list_task_rows, list_today_ids

INSIDE = 2_500
AT_ONCE = 250
ROUNDS = 9
TODAY_MS = 200
PREVIEW_S = 5.0
FIRST_PAGE = 60


def stays_figures(inside: int = INSIDE) -> list[Figure]:
    """Founded, filled and measured in a folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="stays-") as made:
        root = Path(made)
        found_with_people(root, inside)
        with closing(open_facility(DataFolder(root / "data"), Password(USER, PASSWORD), root / "state")) as opened:
            _fill(opened)
            return [_today(opened, inside), _preview(opened, inside)]


def _fill(opened: OpenFacility) -> None:
    """Everybody came in over the last two years, on decisions of 24 months."""
    chance = Random(1)
    with opened.database.read(opened.actor) as uow:
        ids, today = list(uow.session.scalars(sa.select(Resident.id))), local_date(uow.now)
    for first in range(0, len(ids), AT_ONCE):
        lines = tuple(
            _line(one, today - timedelta(days=chance.randrange(1, 700))) for one in ids[first : first + AT_ONCE]
        )
        with opened.database.write(opened.actor) as uow:
            take_over_stays(uow, TakeOverStays(lines, "đo", today))
            uow.commit()


def _line(resident_id: str, on: date) -> StayLine:
    decision = DecisionFacts("7", on - timedelta(days=3), "Tòa án nhân dân khu vực 1", "QĐ-TA", decided_months=24)
    return StayLine(resident_id, StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, on, decision)


def _today(opened: OpenFacility, inside: int) -> Figure:
    """The strip of numbers and the first screen of the worklist, as the page asks for them."""

    def morning(uow: UnitOfWork) -> None:
        get_home_figures(uow)
        list_task_rows(uow, list_today_ids(uow, Look())[:FIRST_PAGE])

    def nothing(uow: UnitOfWork) -> None:
        uow.session.scalar(sa.select(sa.literal(1)))

    taken, floor = _median(opened, morning), _median(opened, nothing)
    return Figure(
        f"“Hôm nay” for {inside:,} people inside: numbers and first screen of the worklist",
        f"{taken * 1_000:,.0f} ms median of {ROUNDS}",
        f"an empty question: {floor * 1_000:,.1f} ms (×{taken / floor:,.0f})",
        f"≤ {TODAY_MS} ms",
        taken * 1_000 <= TODAY_MS,
    )


def _preview(opened: OpenFacility, inside: int) -> Figure:
    """A number that moves a deadline of everybody."""
    with opened.database.read(opened.actor) as uow:
        wish = SetParameter("completion_notice_days", "45", local_date(uow.now), "đo", "đo thời gian")

    def asked(uow: UnitOfWork) -> None:
        (moves,) = what_would_move(uow, wish)
        assert moves.asked == inside

    taken = _median(opened, asked, rounds=3)
    return Figure(
        f"whose days a new legal number would move, {inside:,} stays",
        f"{taken:,.2f} s median of 3",
        f"{taken / inside * 1_000:.2f} ms a stay, clock and deadlines twice",
        f"≤ {PREVIEW_S:.0f} s, off the window's thread",
        taken <= PREVIEW_S,
    )


def _median(opened: OpenFacility, ask: Callable[[UnitOfWork], None], rounds: int = ROUNDS) -> float:
    """CPU seconds of one question."""
    taken = []
    for _ in range(rounds):
        before = time.process_time()
        with opened.database.read(opened.actor) as uow:
            ask(uow)
        taken.append(time.process_time() - before)
    return statistics.median(taken)


if __name__ == "__main__":
    for figure in stays_figures():
        print(figure.row())
