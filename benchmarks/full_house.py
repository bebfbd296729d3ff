"""The largest facility with its past: 2,500 people inside, a year of doses (3.5 million), their lots and scores.

``python -m benchmarks.full_house FOLDER`` makes it there and measures; without a folder, in one thrown away. The
rows of the past are written by SQL into the program's own tables with their triggers put aside, exactly as the
verbs write them (numbers, balances, the chain of the controlled book, the outbox), but without their trail; the
triggers are put back, and the program's own check of the ledger reads every row of it before anything is measured.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from PySide6.QtWidgets import QApplication

from benchmarks.bedside import keyed, order_row, themed
from benchmarks.bulk import PASSWORD, USER
from benchmarks.figures import Figure
from benchmarks.house import BEDS, fill_house
from benchmarks.people import found_with_people
from facility_app.app import registry
from facility_app.app.bootstrap import OpenFacility, open_facility
from facility_app.app.paths import STATE_VARIABLE
from facility_app.app.start import Password
from facility_app.db.driver import Connection, connect
from facility_app.db.folder import DataFolder
from facility_app.db.schema_objects import missing
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import LOCAL, local_date, utc_text
from facility_app.modules.housing.queries.house import list_zones
from facility_app.modules.housing.tables import BedPlacement, HousingBed
from facility_app.modules.medication.domain.plan import THOUSANDTHS
from facility_app.modules.medication.queries.bedside import get_ward_round
from facility_app.modules.medication.queries.mar import RoundAsked, list_round
from facility_app.modules.medication.tables import MedicineOrder
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass, PlaceKind
from facility_app.modules.pharmacy.domain.ledger import CHAINED, GENESIS, chained
from facility_app.modules.pharmacy.domain.medicines import MedicineFacts
from facility_app.modules.pharmacy.queries.check import verify_ledger
from facility_app.modules.pharmacy.queries.people import list_lots_of_person, list_people_of_lot
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, AddPlace, add_medicine, add_place
from facility_app.modules.pharmacy.service.slips import Arriving
from facility_app.modules.pharmacy.service.store import ReceiveStock, receive_stock
from facility_app.modules.pharmacy.tables import MedicineLot
from facility_app.modules.treatment.queries.course import read_course
from facility_app.modules.treatment.tables import InstrumentScore, VitalReading
from facility_app.modules.treatment.ui.chart_plan import View, picture_of
from facility_app.modules.treatment.ui.chart_stack import StackChart

DAYS, A_DAY, AMOUNT = 350, 4, 500 * THOUSANDTHS
"""Days of the past, doses of everybody on each: 3.5 million doses."""
FIRST_GUARDED, EACH_GUARDED = 250, 9
"""From here on each so manieth person takes the controlled medicine: 250, none in the zone that is keyed."""
LOT_DAYS, GUARDED_LOT_DAYS = 10, 50
SCORED_DAYS, SCORES_A_DAY = 30, 4
ROUNDS: Final = 15
GIVEN_TABLES: Final = ("medicine_dose", "stock_entry", "dose_supply")
DOSES, ENTRIES, SUPPLIES = 0, 1, 2
MAR_MS, LOT_MS, CHART_MS, PAINT_MS, NEXT_KEY_MS = 200, 200, 100, 50, 1000
CACHE_KIB: Final = 600_000


@dataclass(frozen=True, slots=True)
class Filled:
    """What the fill made and the past needs."""

    orders: tuple[tuple[str, str, int, int], ...]
    medicines: tuple[str, ...]
    stock_id: str
    cabinet_id: str
    lots: tuple[str, ...]
    guarded_lots: tuple[str, ...]
    now: datetime


def full_house_figures() -> list[Figure]:
    """Made and measured in a process of its own, thrown away afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-full-house-") as made:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", STATE_VARIABLE: str(Path(made) / "state")}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        answer = subprocess.run(
            [sys.executable, "-m", "benchmarks.full_house", made, "--json"],
            env=environment,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
    return figures_of(json.loads(answer.stdout.splitlines()[-1]))


def figures_of(took: dict[str, float]) -> list[Figure]:
    """The figures of what was measured."""
    many = f"{int(took['doses']):,} past doses of {BEDS:,} people"
    return [
        Figure(
            f"{many} written, with {int(took['supplies']):,} lots taken and a ledger that verifies, wall",
            f"{took['fill']:.0f} s; {took['gigabytes']:.1f} GB; the ledger verified in {took['verify']:.0f} s",
            f"the same rows without the ledger's check: {took['rows']:.0f} s",
            "none",
            took["is_ledger_good"] == 1,
        ),
        Figure(
            f"MAR of a zone of {int(took['zone'])} for a day, {int(took['due'])} doses due, {many}",
            f"{took['mar']:.0f} ms CPU, median of {ROUNDS}; with what the screen asks too {took['ward']:.0f} ms",
            f"raw driver, doses of that day: {took['mar_floor']:.1f} ms",
            f"≤ {MAR_MS} ms",
            took["mar"] <= MAR_MS,
        ),
        Figure(
            f"from a lot to its {int(took['lot_people']):,} people, {many}",
            f"{took['lot']:.0f} ms CPU, median of {ROUNDS}",
            f"raw driver, rows taken of that lot: {took['lot_floor']:.1f} ms",
            f"≤ {LOT_MS} ms",
            took["lot"] <= LOT_MS,
        ),
        Figure(
            f"from a person to their {int(took['person_lots'])} lots, {many}",
            f"{took['person']:.0f} ms CPU, median of {ROUNDS}",
            f"raw driver, rows that person took: {took['person_floor']:.1f} ms",
            f"≤ {LOT_MS} ms",
            took["person"] <= LOT_MS,
        ),
        Figure(
            f"withdrawal chart of {SCORED_DAYS} days, {int(took['points'])} points, read and painted",
            f"{took['chart']:.0f} ms CPU, median of {ROUNDS}, of which {took['chart_read']:.0f} ms to read",
            "none",
            f"≤ {CHART_MS} ms",
            took["chart"] <= CHART_MS,
        ),
        Figure(
            f"one dose, key to mark painted, {many}",
            f"{took['paint_cpu']:.1f} ms p95 of the window's own work; wall {took['paint_median']:.1f} ms median, "
            f"{took['paint']:.1f} p95",
            f"one cell painted with nothing written, wall: {took['paint_floor']:.1f} ms",
            f"≤ {PAINT_MS} ms",
            took["paint_cpu"] <= PAINT_MS,
        ),
        Figure(
            f"one dose, key to durable, wall, {many}",
            f"{took['durable']:.0f} ms median ({took['durable_p95']:.0f} p95)",
            "none",
            "one sync, before the next key",
            took["durable"] <= NEXT_KEY_MS,
        ),
    ]


def measure(root: Path, tell: Callable[[str], None]) -> dict[str, float]:
    """In this process: fill, check, ask."""
    began = time.perf_counter()
    if not (root / "data").exists():
        found_with_people(root, BEDS)
    with closing(open_facility(DataFolder(root / "data"), Password(USER, PASSWORD), root / "state")) as opened:
        with opened.database.write(opened.actor) as uow:
            filled = _fill(uow)
            uow.commit()
        tell("house and orders")
        with closing(connect(opened.folder.database, opened.entered.data_key)) as raw:
            _write_past(raw, filled, opened, tell)
        rows = time.perf_counter() - began
        with opened.database.read(opened.actor) as uow:
            if missing(uow.session.connection(), registry.schema()):
                message = "triggers were not put back"
                raise RuntimeError(message)
            before = time.perf_counter()
            found = verify_ledger(uow)
            verify = time.perf_counter() - before
        tell(f"ledger: {found}")
        took = {"rows": rows, "verify": verify, "is_ledger_good": float(found.ok)}
        took["fill"] = time.perf_counter() - began
        took["gigabytes"] = opened.folder.database.stat().st_size / 1e9
        took |= _read(opened, filled)
        tell("read")
        return took | _painted(opened, filled)


def _fill(uow: UnitOfWork) -> Filled:
    """The house, four medicines, four orders of everybody, a month of scores of the first people."""
    fill_house(uow)
    names = ("Paracetamol", "Thiamin", "Omeprazol", "Loratadin")
    medicines = [_medicine(uow, one, DrugClass.ORDINARY) for one in names]
    medicines.append(_medicine(uow, "Morphin", DrugClass.NARCOTIC))
    stock_id = add_place(uow, AddPlace("K1", "Kho", PlaceKind.CTRL_SAFE)).id
    cabinet_id = add_place(uow, AddPlace("T1", "Tủ trực", PlaceKind.CABINET)).id
    stays = uow.session.execute(
        sa.select(BedPlacement.resident_id, BedPlacement.stay_id)
        .join(HousingBed, HousingBed.id == BedPlacement.bed_id)
        .where(BedPlacement.to_at.is_(None))
        .order_by(HousingBed.label)
    ).all()
    stamps = {"home": uow.home, "version": 1, "created_at": uow.now, "updated_at": uow.now}
    stamps |= {"created_by": uow.actor.user_id, "updated_by": uow.actor.user_id}
    at = uow.now.astimezone(LOCAL)
    slots = [f"{at + timedelta(hours=6 * number):%H:%M}" for number in range(A_DAY)]
    orders, rows = [], []
    for place, (resident_id, stay_id) in enumerate(stays):
        is_guarded = place >= FIRST_GUARDED and place % EACH_GUARDED == 0
        for number, slot in enumerate(slots):
            wanted = A_DAY if is_guarded and number == A_DAY - 1 else number
            row = order_row(uow, stamps, resident_id, stay_id, uow.new_id(), medicines[wanted])
            row |= {"plan": f"1- {AMOUNT}@{slot}", "starts_at": uow.now - timedelta(days=DAYS + 1)}
            rows.append(row)
            orders.append((row["id"], resident_id, wanted, number))
    with uow.act("bench.fill", reason="đo"):
        uow.session.execute(sa.insert(MedicineOrder), rows)
        lots = [_lot(uow, stamps, medicines[0], number) for number in range(DAYS // LOT_DAYS)]
        guarded = [_lot(uow, stamps, medicines[-1], number) for number in range(DAYS // GUARDED_LOT_DAYS)]
        uow.session.execute(sa.insert(MedicineLot), [*lots, *guarded])
        people = stays[:FIRST_GUARDED]
        uow.session.execute(sa.insert(InstrumentScore), list(_scores(uow, stamps, people)))
        uow.session.execute(sa.insert(VitalReading), list(_vitals(uow, stamps, people)))
    ids, guarded_ids = (tuple(one["id"] for one in many) for many in (lots, guarded))
    return Filled(tuple(orders), tuple(medicines), stock_id, cabinet_id, ids, guarded_ids, uow.now)


def _medicine(uow: UnitOfWork, name: str, drug_class: DrugClass) -> str:
    facts = MedicineFacts(name, "500 mg", "Viên nén", Unit.TABLET, Unit.MG, AMOUNT)
    return add_medicine(
        uow, AddMedicine(facts, drug_class, local_date(uow.now) - timedelta(days=2 * DAYS), "đo")
    ).id


def _lot(uow: UnitOfWork, stamps: dict[str, Any], medicine_id: str, number: int) -> dict[str, Any]:
    expires_on = local_date(uow.now) + timedelta(days=400 + number)
    return {**stamps, "id": uow.new_id(), "medicine_id": medicine_id, "lot_no": f"L{number:03}",
            "expires_on": expires_on}  # fmt: skip


def _charted(uow: UnitOfWork, stamps: dict[str, Any], people: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for resident_id, stay_id in people:
        for number in range(SCORED_DAYS * SCORES_A_DAY):
            at = uow.now - timedelta(hours=1 + number * 24 / SCORES_A_DAY)
            yield {**stamps, "id": uow.new_id(), "resident_id": resident_id, "stay_id": stay_id, "happened_at": at,
                   "author_name": "Điều dưỡng đo", "is_late": False}  # fmt: skip


def _scores(uow: UnitOfWork, stamps: dict[str, Any], people: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(_charted(uow, stamps, people)):
        yield {**row, "instrument": "COWS", "instrument_version": 1, "digest": "0" * 64, "language": "vi",
               "answers": "{}", "total": number % 30, "subscores": "{}", "alerts": "[]",
               "is_complete": True}  # fmt: skip


def _vitals(uow: UnitOfWork, stamps: dict[str, Any], people: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(_charted(uow, stamps, people)):
        yield {**row, "temp": 370, "pulse": 70 + number % 40, "rr": 16, "sbp": 120 + number % 30, "dbp": 80,
               "spo2": 97, "spo2_scale": 1, "news2_version": 1, "news2_digest": "0" * 64}  # fmt: skip


def _write_past(raw: Connection, filled: Filled, opened: OpenFacility, tell: Callable[[str], None]) -> None:
    """The year, day by day; triggers of the three tables are put aside and made again as they were."""
    found = raw.execute("SELECT name, sql, tbl_name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    aside = [(name, text) for name, text, table in found if table in GIVEN_TABLES]
    ((home,),) = raw.execute("SELECT home FROM vault").fetchall()
    ordinals = dict(raw.execute("SELECT name, k FROM sync_table").fetchall())
    for pragma in (f"cache_size=-{CACHE_KIB}", "synchronous=OFF", "foreign_keys=OFF", "temp_store=MEMORY"):
        raw.execute(f"PRAGMA {pragma}")
    for name, _ in aside:
        raw.execute(f"DROP TRIGGER {name}")
    past = Past(filled, home, opened.actor.user_id)
    writes = [_insert(raw, table, ordinals[table]) for table in GIVEN_TABLES]
    raw.execute("BEGIN IMMEDIATE")
    writes[ENTRIES](past.openings())
    for day in range(DAYS):
        for table, rows in enumerate(past.of_day(day)):
            writes[table](rows)
        if day % AT_A_TIME == AT_A_TIME - 1:
            raw.execute("COMMIT")
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            raw.execute("BEGIN IMMEDIATE")
            tell(f"day {day + 1} of {DAYS}")
    for _, text in aside:
        raw.execute(text)
    raw.execute("COMMIT")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


AT_A_TIME: Final = 10
_STAMPS: Final = ("created_at", "created_by", "updated_at", "updated_by", "version")
DOSE_COLUMNS: Final = (
    "id", "home", "resident_id", "medicine_id", "due_on", "slot", "outcome", "given_at", "amount", "officer_name",
    "is_from_paper", "order_id", *_STAMPS,
)  # fmt: skip
ENTRY_COLUMNS: Final = (*(one for one in CHAINED if one != "created_by"), "chain_hash", "home", *_STAMPS)
SUPPLY_COLUMNS: Final = (
    "id", "home", "entry_id", "resident_id", "dose_id", "line_no", "lot_id", "amount", *_STAMPS,
)  # fmt: skip
COLUMNS: Final = dict(zip(GIVEN_TABLES, (DOSE_COLUMNS, ENTRY_COLUMNS, SUPPLY_COLUMNS), strict=True))


def _insert(raw: Connection, table: str, ordinal: int) -> Callable[[Sequence[tuple[Any, ...]]], None]:
    """Writes rows and what the outbox says of them."""
    columns = COLUMNS[table]
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"
    place = columns.index("id")

    def write(rows: Sequence[tuple[Any, ...]]) -> None:
        raw.executemany(statement, rows)
        outbox = "INSERT INTO sync_change (tbl, row_id, op) VALUES (?, ?, 'I')"
        raw.executemany(outbox, [(ordinal, row[place]) for row in rows])

    return write


class Past:
    """The rows of the year, as the verbs would have written them."""

    def __init__(self, filled: Filled, home: str, user_id: str) -> None:
        """Of ``filled``."""
        self._filled, self._home, self._user = filled, home, user_id
        self._number, self._chain = 0, (0, GENESIS)
        self._shelf: dict[str, tuple[int, int]] = {}
        self._book: dict[str, tuple[int, int]] = {}

    def openings(self) -> list[tuple[Any, ...]]:
        """What lies in the store when the year begins: every lot whole."""
        at = self._filled.now - timedelta(days=DAYS + 1)
        of_lot = BEDS * LOT_DAYS * AMOUNT
        ordinary, guarded = self._filled.medicines[0], self._filled.medicines[-1]
        rows = [self._entry(ordinary, one, "opening", at, of_lot) for one in self._filled.lots]
        of_guarded = BEDS * GUARDED_LOT_DAYS * AMOUNT
        return rows + [self._entry(guarded, one, "opening", at, of_guarded) for one in self._filled.guarded_lots]

    def of_day(self, day: int) -> tuple[list[tuple[Any, ...]], ...]:
        """Doses, rows of the ledger, what was taken; of one day, in the order of its hours."""
        doses: list[tuple[Any, ...]] = []
        entries: list[tuple[Any, ...]] = []
        supplies: list[tuple[Any, ...]] = []
        filled = self._filled
        begin = filled.now - timedelta(days=DAYS - day)
        lots = {0: filled.lots[day // LOT_DAYS], A_DAY: filled.guarded_lots[day // GUARDED_LOT_DAYS]}
        hours = sorted((self._local(begin, number), number) for number in range(A_DAY))
        for at, number in hours:
            due_on, slot = at.date().isoformat(), f"{at:%H:%M}"
            stamps = self._stamps(at)
            given = stamps[0]
            for order_id, resident_id, medicine, its in filled.orders:
                if its != number:
                    continue
                medicine_id, dose_id = filled.medicines[medicine], self._id(at)
                doses.append((
                    dose_id, self._home, resident_id, medicine_id, due_on, slot, "given", given, AMOUNT,
                    "Điều dưỡng đo", 0, order_id, *stamps,
                ))  # fmt: skip
                if medicine in lots:
                    entry = self._entry(medicine_id, lots[medicine], "given", at, -AMOUNT)
                    entries.append(entry)
                    supplies.append((
                        self._id(at), self._home, entry[1], resident_id, dose_id, 1,
                        lots[medicine], AMOUNT, *stamps,
                    ))  # fmt: skip
        return doses, entries, supplies

    def _local(self, begin: datetime, number: int) -> datetime:
        """The hour of an order on the local day of ``begin``."""
        wanted = begin.astimezone(LOCAL)
        hour = (self._filled.now.astimezone(LOCAL) + timedelta(hours=6 * number)).time()
        return datetime.combine(wanted.date(), hour.replace(second=0, microsecond=0), LOCAL)

    def _stamps(self, at: datetime) -> tuple[Any, ...]:
        text = utc_text(at)
        return text, self._user, text, self._user, 1

    def _id(self, at: datetime) -> str:
        self._number += 1
        return f"{int(at.timestamp() * 1000):012x}70008{self._number:015x}"

    def _entry(self, medicine_id: str, lot_id: str, kind: str, at: datetime, amount: int) -> tuple[Any, ...]:
        shelf_no, shelf = self._shelf.get(lot_id, (0, 0))
        book_no, book = self._book.get(medicine_id, (0, 0))
        self._shelf[lot_id] = shelf_no, shelf = shelf_no + 1, shelf + amount
        self._book[medicine_id] = book_no, book = book_no + 1, book + amount
        text = utc_text(at)
        said = [
            None, self._id(at), medicine_id, lot_id, self._filled.stock_id, kind, text, local_date(at).isoformat(),
            amount, shelf_no, shelf, book_no, book, *[None] * 5, "Điều dưỡng đo", *[None] * 4, self._user,
        ]  # fmt: skip
        mark = None
        if medicine_id == self._filled.medicines[-1]:
            number, before = self._chain
            said[0] = number + 1
            mark = chained(before, said)
            self._chain = number + 1, mark
        return (*said[:-1], mark, self._home, *self._stamps(at))


def _cpu(ask: Callable[[], object]) -> float:
    before = time.process_time()
    ask()
    return (time.process_time() - before) * 1000


def _median(ask: Callable[[], object]) -> float:
    return statistics.median(_cpu(ask) for _ in range(ROUNDS))


def _read(opened: OpenFacility, filled: Filled) -> dict[str, float]:
    day = local_date(filled.now) - timedelta(days=1)
    resident_id, lot_id = filled.orders[0][1], filled.lots[-1]
    with opened.database.read(opened.actor) as uow:
        zone_id = list_zones(uow)[0].zone_id
        asked = RoundAsked(day, zone_id)
        due = list_round(uow, asked)
        people, lots = list_people_of_lot(uow, lot_id), list_lots_of_person(uow, resident_id)

    def asking(ask: Callable[[UnitOfWork], object]) -> float:
        def once() -> None:
            with opened.database.read(opened.actor) as uow:
                ask(uow)

        return _median(once)

    with closing(connect(opened.folder.database, opened.entered.data_key, query_only=True)) as raw:

        def floor(statement: str, *values: str) -> float:
            return _median(lambda: raw.execute(statement, values).fetchall())

        joined = "SELECT d.*, e.happened_at FROM dose_supply d JOIN stock_entry e ON e.id = d.entry_id WHERE"
        floors = {
            "mar_floor": floor(
                "SELECT d.* FROM medicine_dose d JOIN bed_placement p ON p.resident_id = d.resident_id "
                "AND p.to_at IS NULL JOIN housing_bed b ON b.id = p.bed_id "
                "WHERE d.due_on = ? AND b.label LIKE 'Z00%'",
                day.isoformat(),
            ),
            "lot_floor": floor(f"{joined} d.lot_id = ?", lot_id),
            "person_floor": floor(f"{joined} d.resident_id = ?", resident_id),
            "doses": raw.execute("SELECT count(*) FROM medicine_dose").fetchall()[0][0],
            "supplies": raw.execute("SELECT count(*) FROM dose_supply").fetchall()[0][0],
        }
    return {
        **floors,
        "zone": len({one.resident_id for one in due}),
        "due": len(due),
        "lot_people": len(people),
        "person_lots": len(lots),
        "mar": asking(lambda uow: list_round(uow, asked)),
        "ward": asking(lambda uow: get_ward_round(uow, asked)),
        "lot": asking(lambda uow: list_people_of_lot(uow, lot_id)),
        "person": asking(lambda uow: list_lots_of_person(uow, resident_id)),
    }


def _painted(opened: OpenFacility, filled: Filled) -> dict[str, float]:
    """The chart of a month, and doses given by keys in the round under way."""
    with opened.database.write(opened.actor) as uow:
        expires_on = local_date(uow.now) + timedelta(days=700)
        lots = tuple(
            Arriving(one, "T1", expires_on, Quantity(Decimal(5000), Unit.TABLET)) for one in filled.medicines[:-1]
        )
        receive_stock(uow, ReceiveStock(filled.cabinet_id, lots, "Công ty", "HĐ 1", is_sure=True))
        uow.commit()
    with opened.database.read(opened.actor) as uow:
        stay_id = uow.session.scalars(
            sa.select(InstrumentScore.stay_id).where(InstrumentScore.resident_id == filled.orders[0][1]).limit(1)
        ).one()
    app = QApplication([])
    theme = themed(app)
    took = keyed(opened, filled.cabinet_id, theme)
    points = 0

    def read() -> Any:
        with opened.database.read(opened.actor) as uow:
            return read_course(uow, stay_id, SCORED_DAYS)

    def chart() -> None:
        nonlocal points
        picture = picture_of(read(), View.WITHDRAWAL)
        points = sum(len(series.points) for panel in picture.panels for series in panel.series)
        points += sum(len(row.marks) for row in picture.rows)
        shown = StackChart(theme, "Biểu đồ", picture)
        shown.resize(1000, shown.sizeHint().height())
        shown.grab()

    return {**took, "chart_read": _median(read), "chart": _median(chart), "points": points}


if __name__ == "__main__":
    ARGS: Final = [one for one in sys.argv[1:] if one != "--json"]

    def _tell(text: str) -> None:
        print(f"{datetime.now(UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)

    if "--json" in sys.argv:
        print(json.dumps(measure(Path(ARGS[0]), _tell)))
    else:
        for made in full_house_figures() if not ARGS else figures_of(measure(Path(ARGS[0]), _tell)):
            print(made.row())
