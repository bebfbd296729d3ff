"""What was tried at the door: the same list again, lines copied, money written on another page, undo half way."""

from facility_app.kernel.actor import Role
from facility_app.kernel.money import Money
from facility_app.modules.deposits.api import (
    EntryKind,
    ReceiveMoney,
    Signing,
    TakeInBelongings,
    receive_money,
    take_in_belongings,
)
from facility_app.modules.deposits.service.money import CorrectEntry, correct_entry
from facility_app.modules.intake.domain.roster import RosterChoices
from facility_app.modules.intake.queries.cases import get_case
from facility_app.modules.intake.service.arriving import ReceivePerson, receive_person
from facility_app.modules.intake.service.roster import ImportRoster, UndoImport, import_roster, undo_import
from tests.modules.intake.lists import AN, BINH, book
from tests.modules.intake.test_cases import AN as ARRIVAL
from tests.modules.intake.test_cases import DELIVERY, DOOR, SHIRT
from tests.modules.stays.house import House

TREASURER, OFFICER = (Role.TREASURER,), Signing("Trần Thị Bé")
BY_YEAR = (AN[0], 1990, AN[2], None, *AN[4:])
"""Only the year of birth, and no number: the least a list says of somebody."""


def lacks(house: House, case_id: str) -> set[str]:
    return {lack.code for view in house.read(get_case, case_id, by=DOOR).row.steps for lack in view.lacks}


def test_money_and_things_written_on_the_page_of_custody_are_done_in_the_case_while_a_receipt_stands(
    door: House,
) -> None:
    made = door.write(receive_person, ReceivePerson(ARRIVAL, DELIVERY), by=DOOR)
    assert {"money", "things"} <= lacks(door, made.case_id)
    brought = ReceiveMoney(made.resident_id, EntryKind.INTAKE, Money(50_000), OFFICER)
    booked, second = (door.write(receive_money, brought, by=TREASURER) for _ in range(2))
    things = TakeInBelongings(made.resident_id, (SHIRT,), "Tủ 3", signing=OFFICER)
    door.write(take_in_belongings, things, by=TREASURER)
    assert not {"money", "things"} & lacks(door, made.case_id)
    door.write(correct_entry, CorrectEntry(booked.entry_id, "ghi nhầm người", OFFICER), by=TREASURER)
    assert not {"money", "things"} & lacks(door, made.case_id)
    door.write(correct_entry, CorrectEntry(second.entry_id, "ghi nhầm người", OFFICER), by=TREASURER)
    assert {"money", "things"} & lacks(door, made.case_id) == {"money"}


def test_the_same_list_twice_writes_nobody_twice_however_little_it_says(gate: House) -> None:
    def taken(*rows: object) -> tuple[int, int]:
        command = ImportRoster(book(*rows), RosterChoices())  # type: ignore[arg-type]  # rows of cells
        made = gate.write(import_roster, command, by=DOOR)
        return made.rows, made.accepted

    assert taken(BY_YEAR, BINH, BY_YEAR) == (3, 2)
    assert taken(BY_YEAR, BINH) == (2, 0)
    assert gate.sql("SELECT count(*) FROM resident WHERE voided_at IS NULL") == [(2,)]
    # Two of one name born in one year who are told apart by anything are two.
    other = (*BY_YEAR[:4], "99/QĐ-TA", *BY_YEAR[5:])
    assert taken(("Lê Văn Tám", *other[1:]), ("Lê Văn Tám", *BY_YEAR[1:])) == (2, 2)


def test_an_undo_of_a_list_built_on_changes_nothing_at_all(door: House) -> None:
    made = door.write(import_roster, ImportRoster(book(AN, BINH), RosterChoices()), by=DOOR)
    assert made.undo_id is not None
    ((first,),) = door.sql("SELECT resident_id FROM roster_person WHERE row_no = 2")
    door.write(receive_money, ReceiveMoney(str(first), EntryKind.INTAKE, Money(10_000), OFFICER), by=TREASURER)
    told = door.refused(undo_import, UndoImport(made.undo_id), by=DOOR)
    assert (told.code, "tiền lưu ký" in told.message) == ("import_built_on", True)
    for table in ("resident", "stay"):
        assert door.sql(f"SELECT count(*) FROM {table} WHERE voided_at IS NULL") == [(2,)]
    assert door.sql("SELECT undone_at FROM roster_import") == [(None,)]
