"""Who holds the cabinet, what a count may settle, what leaves quarantine, which page somebody has to sign."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.modules.access.domain import Countersign
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.queries.catalogue import list_places
from facility_app.modules.pharmacy.queries.ledger import find_page_of_row, list_entries, list_pages
from facility_app.modules.pharmacy.queries.people import list_wasted
from facility_app.modules.pharmacy.service import catalogue, counts, days, destroyed, destroying, losses, store
from facility_app.modules.pharmacy.service.books import Books, NewRow
from facility_app.modules.pharmacy.service.cabinets import TakeOverCabinet, take_over_cabinet
from facility_app.modules.pharmacy.service.owing import DESTRUCTION_TASK, SIGN_BOOK_TASK
from facility_app.modules.pharmacy.service.undoing import ReturnDose, return_dose
from facility_app.modules.pharmacy.tables import StockEntry
from tests.modules.pharmacy.store import FIRST, HEAD, NOW, NURSE, SECOND, TODAY, Pharmacy

CABINET = {"M01": 300, "D01": 40, "L01": 30}


def count(pharmacy: Pharmacy, at: datetime | None = None, **off: str) -> counts.Counted:
    """The cabinet is counted; lots not named are as they were laid in."""
    found = tuple(
        counts.Found(
            pharmacy[lot], Quantity(Decimal(off.get(lot, amount)), Unit.ML if lot == "M01" else Unit.TABLET)
        )
        for lot, amount in CABINET.items()
    )
    given = pharmacy.agreed("pharmacy.record_count")
    command = counts.RecordCount(pharmacy["cabinet"], found, at, countersign=given)
    return pharmacy.write(counts.record_count, command, by=NURSE)


def list_wasted_of(pharmacy: Pharmacy) -> dict[str, str]:
    return pharmacy.read(list_wasted, [f"{one:0>32}" for one in ("d1", "d2")])


def settle(pharmacy: Pharmacy, line_id: str) -> counts.SettleLine:
    return counts.SettleLine(line_id, "hai người đã kiểm tra", pharmacy.agreed("pharmacy.settle_line"))


def sit_down(pharmacy: Pharmacy, user_id: str) -> None:
    """From here on another account sits at the machine."""
    pharmacy.facility.admin = replace(pharmacy.facility.admin, user_id=user_id)


def test_two_counts_that_saw_one_shortage_settle_it_once(pharmacy: Pharmacy) -> None:
    first, second = (count(pharmacy, M01="299.5").differing[0] for _ in range(2))
    assert pharmacy.refused(counts.settle_line, settle(pharmacy, first)).code == "count_overtaken"
    pharmacy.write(counts.settle_line, settle(pharmacy, second))
    for line in (first, second):
        pharmacy.refused(counts.settle_line, settle(pharmacy, line))
    assert pharmacy.left()["Tủ trực khu A", "M01"] == "299,5 ml"
    assert pharmacy.check().ok


def test_a_count_is_held_against_the_book_of_its_own_moment(pharmacy: Pharmacy) -> None:
    clock, before = pharmacy.facility.file.clock, NOW + timedelta(hours=1)
    clock.at = NOW + timedelta(hours=2)
    pharmacy.take(pharmacy.dose("methadone", 30))
    wrong = pharmacy.move("M01", 7, "methadone")
    clock.at = NOW + timedelta(hours=4)
    pharmacy.write(
        store.correct_entry,
        store.CorrectEntry(wrong.entry_ids[0], "ghi nhầm", pharmacy.agreed("pharmacy.correct_entry")),
    )
    assert count(pharmacy, before).differing == (), "what was taken later was still there"
    assert count(pharmacy, M01="297").differing == ()
    between = NOW + timedelta(hours=3)
    assert count(pharmacy, between, M01="297").differing == (), "what was corrected since was never there"
    (line,) = count(pharmacy, between, M01="294").differing
    assert pharmacy.refused(counts.settle_line, settle(pharmacy, line)).code == "count_overtaken"
    (line,) = count(pharmacy, M01="294").differing
    late = pharmacy.dose("methadone", 30, "d2", given_at=NOW + timedelta(hours=3, minutes=30))
    pharmacy.take(late)
    told = pharmacy.refused(counts.settle_line, settle(pharmacy, line))
    assert told.code == "difference_gone", "the dose that was missing was only typed later"
    pharmacy.take(pharmacy.dose("methadone", 10, "d3"))
    assert count(pharmacy, M01="293").differing == ()


def test_a_shortage_taken_back_withdraws_its_loss_and_a_report_already_sent_is_put_right(
    pharmacy: Pharmacy,
) -> None:
    def lose(amount: str) -> tuple[str, str]:
        (line,) = count(pharmacy, M01=amount).differing
        entry = pharmacy.write(counts.settle_line, settle(pharmacy, line))
        ((loss_id,),) = pharmacy.sql("SELECT id FROM loss_report WHERE line_id = ?", line)
        return entry, loss_id

    def correct(entry_id: str) -> store.CorrectEntry:
        return store.CorrectEntry(entry_id, "đếm sót một chai", pharmacy.agreed("pharmacy.correct_entry"))

    entry, loss_id = lose("299.5")
    pharmacy.write(store.correct_entry, correct(entry))
    assert pharmacy.tasks(losses.LOSS_TASK) == []
    assert pharmacy.sql("SELECT withdrawn FROM loss_report") == [("đếm sót một chai",)]
    sent = losses.SendLossReport(loss_id, "đối chiếu", "15/BC")
    assert pharmacy.refused(losses.send_loss_report, sent, by=HEAD).code == "loss_withdrawn"
    entry, loss_id = lose("299")
    pharmacy.write(losses.send_loss_report, replace(sent, loss_id=loss_id), by=HEAD)
    pharmacy.write(store.correct_entry, correct(entry))
    assert [one for one, *_ in pharmacy.tasks(losses.LOSS_TASK)] == ["withdrawn"]
    assert pharmacy.left()["Tủ trực khu A", "M01"] == "300 ml"


def test_a_cabinet_is_handed_over_by_its_holder_with_a_count_both_were_at(pharmacy: Pharmacy) -> None:
    holder, second = pharmacy.facility.admin.user_id, pharmacy["second"]

    def given(user_id: str = holder, *roles: Role, name: str = FIRST) -> Countersign:
        made = pharmacy.agreed("pharmacy.take_over_cabinet", roles or NURSE)
        return replace(made, user_id=user_id, user_name=name)

    def refusal(wish: TakeOverCabinet) -> str:
        return pharmacy.refused(take_over_cabinet, wish, by=NURSE).code

    assert refusal(TakeOverCabinet(pharmacy["safe"])) == "not_a_cabinet"
    wish = TakeOverCabinet(pharmacy["cabinet"])
    assert refusal(wish) == "count_missing"
    wish = replace(wish, count_id=count(pharmacy).count_id)
    sit_down(pharmacy, "3" * 32)
    assert refusal(replace(wish, countersign=given())) == "count_of_others"
    sit_down(pharmacy, second)
    assert refusal(wish) == "countersign_missing"
    assert refusal(replace(wish, countersign=given("4" * 32))) == "not_the_holder"
    chief = given("4" * 32, Role.CHIEF_NURSE)
    assert refusal(replace(wish, countersign=chief)) == "reason_missing"
    assert refusal(replace(wish, countersign=chief, reason="người giữ tủ ốm")) == "countersign_role"
    pharmacy.facility.file.clock.at += timedelta(hours=3)
    assert refusal(replace(wish, countersign=given())) == "count_stale"
    sit_down(pharmacy, holder)
    wish = replace(wish, count_id=count(pharmacy).count_id)
    pharmacy.take(pharmacy.dose("diazepam", 5))
    sit_down(pharmacy, second)
    assert refusal(replace(wish, countersign=given(), is_sure=True)) == "count_stale", "something moved since"
    sit_down(pharmacy, holder)
    made = count(pharmacy, D01="39")
    sit_down(pharmacy, second)
    pharmacy.write(take_over_cabinet, replace(wish, count_id=made.count_id, countersign=given()), by=NURSE)
    (place,) = [one for one in pharmacy.read(list_places) if one.code == "T1"]
    assert place.holder_id == second
    open_shift = pharmacy.sql("SELECT count_id, witness_id FROM cabinet_shift WHERE ended_at IS NULL")
    assert open_shift == [(made.count_id, holder)], "who handed over stands on the shift"
    sit_down(pharmacy, holder)
    again = replace(wish, count_id=made.count_id, countersign=given(second, name=SECOND))
    assert refusal(again) == "count_missing", "a count hands over once"


def test_a_dose_goes_back_by_the_hand_of_the_holder_or_of_who_may_stand_in(pharmacy: Pharmacy) -> None:
    pharmacy.take(pharmacy.dose("methadone", 30))
    sit_down(pharmacy, "3" * 32)

    def back() -> ReturnDose:
        given = pharmacy.agreed("pharmacy.return_dose")
        return ReturnDose(f"{'d1':0>32}", "từ chối uống", countersign=given)

    assert pharmacy.refused(return_dose, back(), by=NURSE).code == "not_your_cabinet"
    pharmacy.write(return_dose, back(), by=(Role.CHIEF_NURSE,))
    assert pharmacy.left()["Tủ trực khu A", "M01"] == "300 ml"


def test_after_a_count_nothing_comes_back_whoever_gave_it_is_no_witness_and_a_difference_is_told(
    pharmacy: Pharmacy,
) -> None:
    def back(**more: object) -> ReturnDose:
        given = pharmacy.agreed("pharmacy.return_dose")
        return replace(ReturnDose(f"{'d1':0>32}", "ghi nhầm người", countersign=given), **more)  # type: ignore[arg-type]

    def tasks() -> list[str]:
        return [role for _, role, _ in pharmacy.tasks("pharmacy.found_whole")]

    clock = pharmacy.facility.file.clock
    pharmacy.take(pharmacy.dose("methadone", 30))
    # The chief strikes it out: whoever gave it may not be the one who sees what became of it.
    chief = replace(pharmacy.actor(Role.CHIEF_NURSE), user_id=pharmacy["second"])
    giver = pharmacy.facility.admin.user_id
    for is_spoiled in (False, True):
        agreed = replace(
            pharmacy.agreed("pharmacy.return_dose"), by_user_id=chief.user_id, user_id=giver, user_name=FIRST
        )
        with pharmacy.facility.database.write(chief) as uow, pytest.raises(UserError) as told:
            return_dose(uow, back(countersign=agreed, is_spoiled=is_spoiled))
        assert told.value.code == "witness_gave_it"
    clock.at += timedelta(minutes=10)
    assert tasks() == []
    pharmacy.write(return_dose, back(), by=NURSE)
    assert tasks() == ["HEAD", "PHARMACIST"]
    (row,) = [
        one for one in pharmacy.read(list_entries, pharmacy["cabinet"], pharmacy["methadone"]) if one.amount > 0
    ][-1:]
    assert (row.reason, row.witness_name) == (
        "Chênh lệch: liều đã ghi dùng bị gạch bỏ, thuốc còn nguyên, trả lại: ghi nhầm người",
        SECOND,
    )
    (task,) = pharmacy.sql(
        "SELECT DISTINCT subject_table, subject_id FROM task WHERE kind = 'pharmacy.found_whole'"
    )
    assert task == ("stock_entry", row.entry_id)
    page = pharmacy.read(find_page_of_row, row.entry_id)
    assert (page.place_id, page.booked_on) == (pharmacy["cabinet"], TODAY)
    pharmacy.take(pharmacy.dose("methadone", 30))
    clock.at += timedelta(minutes=10)
    count(pharmacy, M01="297", D01="40")
    clock.at += timedelta(minutes=10)
    assert pharmacy.refused(return_dose, back(), by=NURSE).code == "counted_since"
    pharmacy.write(return_dose, back(is_spoiled=True), by=NURSE)
    assert (pharmacy.left()["Tủ trực khu A", "M01"], tasks()) == ("297 ml", ["HEAD", "PHARMACIST"])
    # What is no more does not come back as a slip of the pen either: neither the dose nor the rest of a piece.
    pharmacy.take(replace(pharmacy.dose("diazepam", "2.5", "d2"), wasted=Quantity(Decimal("2.5"), Unit.MG)))
    waste = pharmacy.sql("SELECT id FROM stock_entry WHERE lower(kind) = 'broken'")
    assert len(waste) == 2
    for (entry,) in waste:
        again = store.CorrectEntry(entry, "ghi nhầm", pharmacy.agreed("pharmacy.correct_entry"))
        assert pharmacy.refused(store.correct_entry, again).code == "waste_of_dose"
    assert list_wasted_of(pharmacy) == {f"{'d2':0>32}": "2,5 mg"}
    assert pharmacy.check().ok


def test_waste_of_a_dose_written_before_rows_had_pairs_comes_back_by_no_correction_either(
    pharmacy: Pharmacy, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Books.write

    def without_pairs(books: Books, wanted: Sequence[NewRow]) -> list[StockEntry]:
        return write(books, [replace(one, pair_id=None, pairs_with_last=False) for one in wanted])

    def correct(entry_id: str) -> store.CorrectEntry:
        return store.CorrectEntry(entry_id, "ghi nhầm", pharmacy.agreed("pharmacy.correct_entry"))

    pharmacy.take(pharmacy.dose("methadone", 30))
    with monkeypatch.context() as earlier:
        earlier.setattr(Books, "write", without_pairs)
        given = pharmacy.agreed("pharmacy.return_dose")
        pharmacy.write(return_dose, ReturnDose(f"{'d1':0>32}", "nôn", True, given), by=NURSE)
        pharmacy.take(replace(pharmacy.dose("diazepam", "2.5", "d2"), wasted=Quantity(Decimal("2.5"), Unit.MG)))
    waste = pharmacy.sql("SELECT id FROM stock_entry WHERE lower(kind) = 'broken' AND pair_id IS NULL")
    assert len(waste) == 2
    for (entry,) in waste:
        assert pharmacy.refused(store.correct_entry, correct(entry)).code == "waste_of_dose"
    quantity = Quantity(Decimal(3), Unit.ML)
    agreed = pharmacy.agreed("pharmacy.write_off")
    broken = store.WriteOff(pharmacy["cabinet"], pharmacy["M01"], quantity, "đổ khi rót", countersign=agreed)
    pharmacy.write(store.correct_entry, correct(pharmacy.write(store.write_off, broken)))
    assert pharmacy.left()["Tủ trực khu A", "M01"] == "297 ml"
    assert pharmacy.check().ok


def test_a_dose_given_back_is_taken_anew_of_a_medicine_behind_the_wall_and_only_once(pharmacy: Pharmacy) -> None:
    pharmacy.take(pharmacy.dose("haloperidol", 3, place="normal"))
    pharmacy.write(return_dose, ReturnDose(f"{'d1':0>32}", "đổi thuốc"), by=NURSE)
    pharmacy.take(pharmacy.dose("tld", 1))
    asked = "SELECT line_no FROM {} ORDER BY line_no"
    tables = ("dose_supply", "private_dose_supply")
    assert [pharmacy.sql(asked.format(one)) for one in tables] == [[(1,), (2,)], [(1,)]]
    for medicine, place in (("tld", "cabinet"), ("haloperidol", "normal")):
        again = counts_refusal(pharmacy, medicine, place)
        assert again == "dose_taken_already"
    pharmacy.write(return_dose, ReturnDose(f"{'d1':0>32}", "không dùng"), by=NURSE)
    assert pharmacy.check().ok


def counts_refusal(pharmacy: Pharmacy, medicine: str, place: str) -> str:
    (taken,) = pharmacy.take(pharmacy.dose(medicine, 3, place=place), stops_at_refusal=False)
    return "" if taken.refusal is None else taken.refusal.code


def test_what_waits_in_quarantine_is_destroyed_and_only_what_is_controlled_reported(pharmacy: Pharmacy) -> None:
    def destroy(lot: str, unit: Unit, *council: str) -> destroying.Destroy:
        part = store.LotPart(pharmacy[lot], Quantity(Decimal(20), unit))
        wish = destroying.AskDestruction(pharmacy["quarantine"], (part,), "hết hạn", "đốt")
        more = replace(part, quantity=Quantity(Decimal(21), unit))
        assert pharmacy.refused(destroying.ask_destruction, replace(wish, parts=(more,))).code == "stock_too_small"
        assert pharmacy.refused(destroying.ask_destruction, replace(wish, parts=(part, part))).code == "lot_twice"
        made = pharmacy.write(destroying.ask_destruction, wish)
        early = destroyed.SendDestructionReport(made, 1, "9/BC")
        assert pharmacy.refused(destroyed.send_destruction_report, early, by=HEAD).code == "not_destroyed"
        pharmacy.write(destroying.allow_destruction, destroying.AllowDestruction(made, 1, "77/SYT"), by=HEAD)
        given = pharmacy.agreed("pharmacy.destroy")
        return destroying.Destroy(made, 2, council, "03/BB", countersign=given)

    pharmacy.move("H01", 20, "haloperidol", "quarantine", countersign=None)
    pharmacy.move("M01", 20, "methadone", "quarantine")
    part = store.LotPart(pharmacy["M01"], Quantity(Decimal(1), Unit.ML))
    back = store.MoveStock(pharmacy["quarantine"], pharmacy["safe"], (part,))
    given = pharmacy.agreed("pharmacy.move_stock")
    assert pharmacy.refused(store.move_stock, replace(back, countersign=given)).code == "in_quarantine"
    broken = store.WriteOff(pharmacy["quarantine"], part.lot_id, part.quantity, "đổ")
    assert pharmacy.refused(store.write_off, broken).code == "in_quarantine"

    ordinary = destroy("H01", Unit.TABLET, "A", "B")
    assert pharmacy.refused(destroying.destroy, ordinary).code == "council_too_small"
    pharmacy.write(destroying.destroy, replace(ordinary, is_sure=True))
    assert pharmacy.tasks(DESTRUCTION_TASK) == [], "nobody waits for a report on ordinary medicine"
    wish = destroy("M01", Unit.ML, "A", "B", "C")
    assert pharmacy.refused(destroying.destroy, wish).code == "authority_missing"
    pharmacy.write(destroying.destroy, replace(wish, authority="Sở Y tế"))
    assert len(pharmacy.tasks(DESTRUCTION_TASK)) == 1
    ((version,),) = pharmacy.sql("SELECT version FROM destruction WHERE id = ?", wish.destruction_id)
    sent = destroyed.SendDestructionReport(wish.destruction_id, version, "12/BC")
    pharmacy.write(destroyed.send_destruction_report, sent, by=HEAD)
    assert pharmacy.tasks(DESTRUCTION_TASK) == []
    told = pharmacy.refused(destroyed.send_destruction_report, replace(sent, version=version + 1), by=HEAD)
    assert told.code == "already_reported"


def test_a_class_of_the_book_begins_after_the_last_row_outside_it(pharmacy: Pharmacy) -> None:
    def wish(day: date) -> catalogue.ReclassMedicine:
        return catalogue.ReclassMedicine(pharmacy["haloperidol"], DrugClass.PSYCHOTROPIC, day, "TT mới")

    for day in (TODAY - timedelta(days=10), TODAY):
        told = pharmacy.refused(catalogue.reclass_medicine, wish(day))
        assert (told.code, "24/11/2026" in told.message) == ("rows_outside_book", True)
    pharmacy.write(catalogue.reclass_medicine, wish(TODAY + timedelta(days=1)))
    pharmacy.facility.file.clock.at += timedelta(days=1)
    pharmacy.receive("haloperidol", "H02", 5, place="safe")
    found = pharmacy.check()
    assert (found.ok, found.chained) == (True, 7), found


def test_every_page_of_the_book_is_somebodys_task(pharmacy: Pharmacy) -> None:
    def sign(place: str, day: date) -> None:
        given = pharmacy.agreed("pharmacy.close_day", HEAD)
        pharmacy.write(days.close_day, days.CloseDay(pharmacy[place], given, day))

    for place in ("safe", "cabinet"):
        sign(place, TODAY)
    pharmacy.facility.file.clock.at += timedelta(days=1)
    pharmacy.receive("methadone", "M02", 5)
    sign("safe", TODAY + timedelta(days=1))
    pharmacy.receive("diazepam", "D02", 5)
    (row,) = [
        one for one in pharmacy.read(list_entries, pharmacy["safe"], pharmacy["diazepam"]) if one.lot_no == "D02"
    ]
    assert row.booked_on == TODAY + timedelta(days=2), "the day was signed, though not this medicine"
    pages = {one.booked_on.isoformat() for one in pharmacy.read(list_pages)}
    assert pages == {occasion for occasion, *_ in pharmacy.tasks(SIGN_BOOK_TASK)}
