"""Random days of a pharmacy against a plain model: what lies where, who took what, where each thousandth went."""

import itertools
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, Final

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import FacilityError
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.queries.check import verify_ledger
from facility_app.modules.pharmacy.service.counts import Found, RecordCount, SettleLine, record_count, settle_line
from facility_app.modules.pharmacy.service.days import CloseDay, close_day
from facility_app.modules.pharmacy.service.doses import TakeDose, TakeDoses, take_doses
from facility_app.modules.pharmacy.service.slips import Arriving
from facility_app.modules.pharmacy.service.store import (
    CorrectEntry,
    LotPart,
    MoveStock,
    ReceiveStock,
    WriteOff,
    correct_entry,
    move_stock,
    receive_stock,
    write_off,
)
from facility_app.modules.pharmacy.service.undoing import ReturnDose, return_dose
from tests.modules.pharmacy.store import CLASSED, LATER, NOW, PEOPLE, SHELF_OF, Pharmacy

ROLES: Final = (Role.PHARMACIST, Role.NURSE, Role.HEAD)
MEDICINES: Final = ("methadone", "diazepam", "haloperidol", "tld")
SPOTS: Final = ("safe", "normal", "cabinet", "quarantine")
LOTS: Final = ("A", "B")
PAGES_NOBODY_SIGNS: Final = """
SELECT DISTINCT e.place_id, e.booked_on FROM stock_entry e
WHERE e.chain_no IS NOT NULL
AND NOT EXISTS (
    SELECT 1 FROM stock_day d
    WHERE d.place_id = e.place_id AND d.medicine_id = e.medicine_id AND d.booked_on = e.booked_on
)
AND NOT EXISTS (
    SELECT 1 FROM task t
    WHERE t.kind = 'pharmacy.sign_book' AND t.subject_id = e.place_id AND t.occasion = e.booked_on
    AND t.status = 'open'
)
"""


def expires_of(lot: str) -> date:
    """The last good day of a lot: what comes first in the alphabet goes first."""
    return LATER + timedelta(days=LOTS.index(lot))


@dataclass
class Tally:
    """Steps over all runs; decisions done, and refused by both; rows of the ledger at the end of each run."""

    runs: int = 0
    steps: int = 0
    done: int = 0
    refused: int = 0
    rows: int = 0
    doses: int = 0
    handed_in: int = 0
    destroyed: int = 0


@dataclass
class Model:
    """The pharmacy in plain words, in thousandths of the dose unit.

    Attributes:
        shelf: place and lot → what lies there.
        came, lost: lot → what came from outside, what is no more.
        doses: dose → person, place, lot parts, when it was taken, while it stands.
        counted: place → when it was counted last.
    """

    shelf: Counter[tuple[str, str]] = field(default_factory=Counter)
    came: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    taken: Counter[tuple[str, str]] = field(default_factory=Counter)
    doses: dict[str, tuple[str, str, tuple[tuple[str, int], ...], datetime]] = field(default_factory=dict)
    counted: dict[str, datetime] = field(default_factory=dict)
    receipts: dict[str, tuple[str, str, int]] = field(default_factory=dict)

    def first_out(self, place: str, medicine: str, amount: int) -> list[tuple[str, int]]:
        """Lots in their order; empty when they do not suffice."""
        found = []
        for lot in LOTS:
            key = f"{medicine}-{lot}"
            part = min(self.shelf[place, key], amount)
            if part:
                found.append((key, part))
            amount -= part
            if not amount:
                return found
        return []


class PharmacyMachine(RuleBasedStateMachine):
    """One run: a unit of work that is never committed, and the model beside it."""

    pharmacy: Pharmacy
    tally: Tally

    def __init__(self) -> None:
        """Open the unit of work on an empty pharmacy."""
        super().__init__()
        self.pharmacy.facility.file.clock.at = NOW
        actor = self.pharmacy.actor(*ROLES)
        self._opened: AbstractContextManager[UnitOfWork] = self.pharmacy.facility.database.write(actor)
        self.uow = self._opened.__enter__()
        self.model = Model()
        self.lots: dict[str, str] = {}
        self._doses = itertools.count(1)
        self.tally.runs += 1

    @override
    def teardown(self) -> None:
        """The whole ledger is verified; nothing of it stays."""
        try:
            found = verify_ledger(self.uow)
            assert found.first_bad is None, found
            self.tally.rows += found.rows
            assert self._sums("dose_supply") | self._sums("private_dose_supply") == +self.model.taken
            assert self.uow.session.connection().exec_driver_sql(PAGES_NOBODY_SIGNS).all() == []
        finally:
            self._opened.__exit__(None, None, None)

    @initialize(count=st.integers(5, 40))
    def open_the_store(self, count: int) -> None:
        """Something of each medicine comes, half of it goes to the cabinet, and some of that into a body."""
        for medicine in MEDICINES:
            self.receive(medicine, "A", 2 * count)
            self.move(medicine, "A", SHELF_OF[medicine], "cabinet", count)
        # A short run may draw the rule of doses nowhere.
        self.take("methadone", min(PEOPLE), "cabinet", 10, 1)

    @rule(medicine=st.sampled_from(MEDICINES), lot=st.sampled_from(LOTS), count=st.integers(1, 40))
    def receive(self, medicine: str, lot: str, count: int) -> None:
        """Stock comes to the shelf of its class."""
        place, key = SHELF_OF[medicine], f"{medicine}-{lot}"
        line = Arriving(self.pharmacy[medicine], key, expires_of(lot), self._of(medicine, count))
        given = self.pharmacy.agreed("pharmacy.receive_stock")
        command = ReceiveStock(self.pharmacy[place], (line,), "Công ty Dược", is_sure=True, countersign=given)
        made: list[Any] = []
        assert self._tried(lambda: made.append(receive_stock(self.uow, command)))
        amount = count * CLASSED[medicine][0].per_stock
        self.lots.setdefault(key, self._lot(made[0].entry_ids[0]))
        self._add(place, key, amount)
        self.model.came[key] += amount
        self.model.receipts[made[0].entry_ids[0]] = (place, key, amount)

    @rule(
        medicine=st.sampled_from(MEDICINES),
        lot=st.sampled_from(LOTS),
        start=st.sampled_from(SPOTS),
        end=st.sampled_from(SPOTS),
        count=st.integers(1, 30),
    )
    def move(self, medicine: str, lot: str, start: str, end: str, count: int) -> None:
        """Stock is carried; refused where it does not suffice, may not lie, or waits to be destroyed."""
        key, amount = f"{medicine}-{lot}", count * CLASSED[medicine][0].per_stock
        if key not in self.lots:
            return
        given = self.pharmacy.agreed("pharmacy.move_stock")
        part = LotPart(self.lots[key], self._of(medicine, count))
        command = MoveStock(self.pharmacy[start], self.pharmacy[end], (part,), countersign=given)
        may = (
            start not in {end, "quarantine"}
            and end in {SHELF_OF[medicine], "cabinet", "quarantine"}
            and self.model.shelf[start, key] >= amount
        )
        assert self._tried(lambda: move_stock(self.uow, command)) is may, (start, end, key)
        if may:
            self._add(start, key, -amount)
            self._add(end, key, amount)

    @rule(
        medicine=st.sampled_from(MEDICINES),
        person=st.sampled_from(sorted(PEOPLE)),
        place=st.sampled_from(("cabinet", "normal")),
        number=st.integers(1, 90),
        with_witness=st.integers(0, 9),
    )
    def take(self, medicine: str, person: str, place: str, number: int, with_witness: int) -> None:
        """A dose is taken; a controlled one only from the cabinet and before a witness."""
        facts, dose = CLASSED[medicine][0], f"{next(self._doses):032}"
        unit = facts.dose_unit
        number = number if unit is Unit.MG else 1 + number % 3
        command = TakeDose(
            dose,
            self.pharmacy[person],
            self.pharmacy[medicine],
            Quantity(Decimal(number), unit),
            self.pharmacy[place],
        )
        given = self.pharmacy.agreed("pharmacy.take_dose") if with_witness else None
        parts, at = self.model.first_out(place, medicine, number * 1000), self._now()
        is_controlled = SHELF_OF[medicine] == "safe"
        may = bool(parts) and (not is_controlled or (place == "cabinet" and given is not None))
        taken = self._tried(lambda: take_doses(self.uow, TakeDoses((command,), given)))
        assert taken is may, (medicine, place, number, parts)
        if may:
            self.tally.doses += 1
            self.model.doses[dose] = (person, place, tuple(parts), at)
            for key, amount in parts:
                self._add(place, key, -amount)
                self.model.taken[person, key] += amount

    @rule(which=st.integers(0, 99), is_spoiled=st.booleans())
    def give_back(self, which: int, is_spoiled: bool) -> None:
        """A dose that stands goes back whole until its place is counted, and is no more at any time."""
        standing = list(self.model.doses)
        dose = standing[which % len(standing)] if standing else f"{0:032}"
        given = self.pharmacy.agreed("pharmacy.return_dose")
        command = ReturnDose(dose, "từ chối uống", is_spoiled, given)
        may = False
        if standing:
            _, place, _, at = self.model.doses[dose]
            may = is_spoiled or place not in self.model.counted or self.model.counted[place] < at
        assert self._tried(lambda: return_dose(self.uow, command)) is may
        if may:
            person, place, parts, _ = self.model.doses.pop(dose)
            for key, amount in parts:
                self.model.taken[person, key] -= amount
                if is_spoiled:
                    self.model.lost[key] += amount
                else:
                    self._add(place, key, amount)

    @rule(place=st.sampled_from(SPOTS), which=st.integers(0, 99), off=st.integers(-3, 3), again=st.booleans())
    def count(self, place: str, which: int, off: int, again: bool) -> None:
        """A place is counted, at times twice; what differs is explained and settled once, by the last count."""
        there = [(key, left) for (at, key), left in self.model.shelf.items() if at == place and left > 0]
        if not there:
            return
        wrong, left = there[which % len(there)]
        change = max(off * 1000, -left)
        found = tuple(self._counted(key, have + (change if key == wrong else 0)) for key, have in there)
        made: list[Any] = []
        for _ in range(1 + again):
            given, self.model.counted[place] = self.pharmacy.agreed("pharmacy.record_count"), self._now()
            command = RecordCount(self.pharmacy[place], found, countersign=given)
            assert self._tried(partial(self._count, command, made))
            assert len(made[-1].differing) == bool(change)
        for line in made[0].differing if again else ():
            given = self.pharmacy.agreed("pharmacy.settle_line")
            assert not self._tried(partial(settle_line, self.uow, SettleLine(line, "lần đếm trước", given)))
        for line in made[-1].differing:
            given = self.pharmacy.agreed("pharmacy.settle_line")
            told = SettleLine(line, "đếm lại hai lần", given)
            assert self._tried(partial(settle_line, self.uow, told))
            self._add(place, wrong, change)
            self.model.lost[wrong] -= change

    @rule(place=st.sampled_from(SPOTS), which=st.integers(0, 99), count=st.integers(1, 20))
    def break_something(self, place: str, which: int, count: int) -> None:
        """Something breaks; never more than is there, and nothing that waits to be destroyed."""
        if not self.lots:
            return
        key = sorted(self.lots)[which % len(self.lots)]
        medicine = key.partition("-")[0]
        amount = count * CLASSED[medicine][0].per_stock
        given = self.pharmacy.agreed("pharmacy.write_off")
        command = WriteOff(
            self.pharmacy[place], self.lots[key], self._of(medicine, count), "vỡ", countersign=given
        )
        may = self.model.shelf[place, key] >= amount and place != "quarantine"
        assert self._tried(lambda: write_off(self.uow, command)) is may
        if may:
            self._add(place, key, -amount)
            self.model.lost[key] += amount

    @rule(which=st.integers(0, 99))
    def correct(self, which: int) -> None:
        """A receipt was wrong; taken back while it still lies there, once."""
        if not self.model.receipts:
            return
        entry = list(self.model.receipts)[which % len(self.model.receipts)]
        place, key, amount = self.model.receipts[entry]
        given = self.pharmacy.agreed("pharmacy.correct_entry")
        may = 0 < amount <= self.model.shelf[place, key]
        done = self._tried(lambda: correct_entry(self.uow, CorrectEntry(entry, "ghi nhầm", given)))
        assert done is may, (place, key, amount)
        if may:
            self._add(place, key, -amount)
            self.model.came[key] -= amount
            self.model.receipts[entry] = (place, key, 0)

    @rule(place=st.sampled_from(SPOTS), days=st.integers(0, 1))
    def sign(self, place: str, days: int) -> None:
        """The pages of the day are signed; whatever comes later stands on the next one."""
        given = self.pharmacy.agreed("pharmacy.close_day", (Role.HEAD,))
        self._tried(lambda: close_day(self.uow, CloseDay(self.pharmacy[place], given)))
        self.pharmacy.facility.file.clock.at += timedelta(days=days)

    @rule(column=st.sampled_from(("amount", "shelf_after", "chain_hash", "lot_id")))
    def go_past_the_program(self, column: str) -> None:
        """Raw SQL that would change, drop or invent a row is refused by the file itself."""
        connection = self.uow.session.connection()
        if connection.exec_driver_sql("SELECT count(*) FROM stock_entry").scalar_one() == 0:
            return
        for statement in (
            f"UPDATE stock_entry SET {column} = '7'",
            "DELETE FROM stock_entry",
            "UPDATE OR REPLACE stock_entry SET shelf_no = 1",
            "INSERT OR REPLACE INTO stock_entry SELECT * FROM stock_entry LIMIT 1",
        ):
            assert self._below(connection, statement), statement

    @invariant()
    def the_shelf_is_the_book_and_nothing_is_lost(self) -> None:
        """The file, read below every rule, says what the model says, and every thousandth is somewhere."""
        self.tally.steps += 1
        self.uow.session.flush()
        connection = self.uow.session.connection()
        names = {self.pharmacy[one]: one for one in SPOTS}
        keys = {lot: key for key, lot in self.lots.items()}
        asked = (
            "SELECT place_id, lot_id, sum(amount), max(shelf_no), min(shelf_after) FROM stock_entry "
            "GROUP BY place_id, lot_id"
        )
        shelf: Counter[tuple[str, str]] = Counter()
        for place, lot, amount, _, least in connection.exec_driver_sql(asked):
            assert least >= 0
            shelf[names[place], keys[lot]] = amount
        assert +shelf == +self.model.shelf
        for key in self.lots:
            there = sum(left for (_, one), left in shelf.items() if one == key)
            in_bodies = sum(amount for (_, one), amount in self.model.taken.items() if one == key)
            assert self.model.came[key] == there + in_bodies + self.model.lost[key], key

    def _now(self) -> datetime:
        return self.pharmacy.facility.file.clock.at

    def _count(self, command: RecordCount, made: list[Any]) -> None:
        made.append(record_count(self.uow, command))

    def _sums(self, table: str) -> Counter[tuple[str, str]]:
        people = {self.pharmacy[one]: one for one in PEOPLE}
        keys = {lot: key for key, lot in self.lots.items()}
        asked = f"SELECT resident_id, lot_id, sum(amount) FROM {table} GROUP BY resident_id, lot_id"
        found = self.uow.session.connection().exec_driver_sql(asked)
        return +Counter({(people[person], keys[lot]): amount for person, lot, amount in found})

    def _add(self, place: str, key: str, amount: int) -> None:
        self.model.shelf[place, key] += amount

    def _of(self, medicine: str, count: int) -> Quantity:
        return Quantity(Decimal(count), CLASSED[medicine][0].stock_unit)

    def _counted(self, key: str, amount: int) -> Found:
        facts = CLASSED[key.partition("-")[0]][0]
        number = Decimal(amount) / facts.per_stock
        return Found(self.lots[key], Quantity(number, facts.stock_unit))

    def _lot(self, entry_id: str) -> str:
        asked = "SELECT lot_id FROM stock_entry WHERE id = ?"
        return str(self.uow.session.connection().exec_driver_sql(asked, (entry_id,)).scalar_one())

    @staticmethod
    def _below(connection: sa.Connection, statement: str) -> str:
        """What the file itself answers; nothing when it takes it."""
        with connection.begin_nested() as point:
            try:
                connection.exec_driver_sql(statement)
            except sa.exc.DatabaseError as told:
                return str(told.orig)
            finally:
                point.rollback()
        return ""

    def _tried(self, run: Callable[[], Any]) -> bool:
        """Whether the program did it; a refusal has words without a hole, and leaves nothing behind."""
        refusal: FacilityError | None = None
        self.uow.session.flush()
        point = self.uow.session.connection().begin_nested()
        try:
            run()
            self.uow.session.flush()
        except FacilityError as told:
            refusal = told
        if refusal is None:
            point.commit()
        else:
            point.rollback()
            self.uow.session.expunge_all()
        self.pharmacy.facility.file.clock.at += timedelta(seconds=41)
        if refusal is None:
            self.tally.done += 1
            return True
        assert "{" not in refusal.message
        self.tally.refused += 1
        return False
