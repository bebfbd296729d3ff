"""What one of two processes does that writes the same person's hours on another sheet of the same day."""

import secrets
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

from facility_app.app.registry import MODULES
from facility_app.kernel.actor import Actor
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.ids import OrderedIds
from facility_app.modules.labour.service.books import ImportLabourMonth, import_labour_month
from facility_app.modules.labour.service.sheets import KeepSheet, keep_sheet
from facility_app.sheets.workbook import read_book
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.fakes import FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.labour.yard import LABOUR, LONG, Yard, codes, worked
from tests.modules.stays.house import NOW
from tests.sheets.made import xlsx_of

TRIES, BUSY = 20, "database_busy"
"""A machine with much else to do lets one wait longer than the program would; who is told so tries again."""


def import_five_hours(folder: Path, team_id: str, code: str, day: str) -> str:
    """The same by a file of one day; what is refused is the whole file."""
    made = xlsx_of([("Mã", "Họ và tên", f"{date.fromisoformat(day):%d/%m/%Y} 07:00"), (code, "", "5")])

    def take(yard: Yard) -> str:
        yard.write(import_labour_month, ImportLabourMonth(read_book(made, "cong.xlsx"), team_id), by=LABOUR)
        return "kept"

    return _tried(folder, take)


def write_five_hours(folder: Path, team_id: str, resident_id: str, day: str) -> str:
    """Five hours of one person; ``kept``, or the rule that refused them."""
    command = KeepSheet(team_id, date.fromisoformat(day), LONG, (worked(resident_id, 5),), officer_name="An")

    def keep(yard: Yard) -> str:
        kept = yard.write(keep_sheet, command, by=LABOUR)
        return codes(kept)[0] if kept.refused else "kept"

    return _tried(folder, keep)


def _tried(folder: Path, work: Callable[[Yard], str]) -> str:
    slots = RecordedSlots()
    file = VaultFile(
        folder,
        ids=OrderedIds(lambda: int(NOW.timestamp() * 1000), secrets.token_bytes),
        key_slots=slots,
        modules=MODULES,
        clock=FixedClock(NOW),
    )
    with closing(file.database()) as database:
        yard = Yard(Facility(file, database, slots, Actor("", frozenset(), DEVICE)))
        for _ in range(TRIES):
            try:
                return work(yard)
            except FacilityError as told:
                if told.code != BUSY:
                    return told.code
    return BUSY
