"""How often one save makes the disk sync: counted, not timed, under the write recorder."""

import os
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from benchmarks.bulk import make_vault
from benchmarks.figures import Figure
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.catalogues.tables import FacilityProfile
from tests.proof.recorder import DEFAULT_BUILD_DIR, acknowledge, record

SAVES = 100


def syncs_per_save() -> Figure:
    """Syncs between one acknowledged save and the next, anchor included; making and closing the file left out."""
    with tempfile.TemporaryDirectory() as scratch:
        argv = [sys.executable, "-m", "benchmarks.syncs", scratch]
        log = record(argv, Path(scratch), dict(os.environ), DEFAULT_BUILD_DIR)
    counts = log.syncs_between_acks()[1:-1]
    worst = max(counts)
    return Figure(
        "syncs of one save with audit, capture and anchor",
        f"{sum(counts)} in {len(counts)} saves, at most {worst}",
        "a commit needs 1",
        "exactly 1",
        set(counts) == {1},
    )


def save_and_acknowledge(root: Path) -> None:
    """The program that is counted: saves one after the other, each acknowledged."""
    bench, actor = make_vault(root / "data"), Actor("bench", frozenset({Role.ADMIN}), "bench")
    with closing(bench.database):
        with bench.database.write(actor) as uow:
            create_facility(uow, CreateFacility("X.01.001", "Cơ sở để đo", "01", UnitKind.PUBLIC))
            uow.commit()
        acknowledge(root, "0")
        for number in range(1, SAVES + 1):
            with bench.database.write(actor) as uow:
                with uow.act("bench.save", reason="đo"):
                    uow.session.scalars(sa.select(FacilityProfile)).one().name = f"Cơ sở {number}"
                uow.commit()
            acknowledge(root, str(number))


if __name__ == "__main__":
    save_and_acknowledge(Path(sys.argv[1]))
