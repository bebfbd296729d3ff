"""Stock comes, moves, is counted, put right, closed and destroyed; the file itself keeps the sums."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.modules.catalogues.service import SetParameter, set_parameter
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.domain.medicines import Approval
from facility_app.modules.pharmacy.domain.shelf import Expiry, HowSoon
from facility_app.modules.pharmacy.queries.catalogue import get_medicine, list_classes, list_medicines
from facility_app.modules.pharmacy.queries.check import verify_ledger
from facility_app.modules.pharmacy.queries.ledger import list_entries, list_pages
from facility_app.modules.pharmacy.queries.papers import (
    get_destruction,
    get_loss,
    get_requisition,
    list_count_lines,
)
from facility_app.modules.pharmacy.queries.shelf import list_expiring, list_low, suggest_lots
from facility_app.modules.pharmacy.queries.year import list_year
from facility_app.modules.pharmacy.service import (
    catalogue,
    counts,
    days,
    destroying,
    losses,
    requests,
    returning,
    slips,
    store,
)
from facility_app.modules.pharmacy.service.owing import DESTRUCTION_TASK
from facility_app.modules.tasks.queries import get_home_figures
from tests.modules.pharmacy.store import HEAD, LATER, METHADONE, NURSE, PHARMACIST, TODAY, Pharmacy

CHIEF = (Role.CHIEF_NURSE,)


def test_two_people_move_a_controlled_medicine_and_one_an_ordinary_one(pharmacy: Pharmacy) -> None:
    line = slips.Arriving(pharmacy["methadone"], "M02", LATER, Quantity(Decimal(5), Unit.ML))
    command = store.ReceiveStock(pharmacy["safe"], (line,), "Công ty Dược")
    told = pharmacy.refused(store.receive_stock, command)
    assert told.code == "countersign_missing"
    assert "người thứ hai" in told.message
    own = replace(pharmacy.agreed("pharmacy.receive_stock"), user_id=pharmacy.facility.admin.user_id)
    assert (
        pharmacy.refused(store.receive_stock, replace(command, countersign=own)).code == "countersign_same_person"
    )
    for_another = pharmacy.agreed("pharmacy.move_stock")
    again = replace(command, countersign=for_another)
    assert pharmacy.refused(store.receive_stock, again).code == "countersign_missing"
    ordinary = slips.Arriving(pharmacy["haloperidol"], "H02", LATER, Quantity(Decimal(5), Unit.TABLET))
    pharmacy.write(store.receive_stock, store.ReceiveStock(pharmacy["normal"], (ordinary,), "Công ty Dược"))
    assert pharmacy.left()["Kho thuốc thường", "H02"] == "5 viên"


def test_what_cannot_be_meant_of_a_delivery_is_asked_or_refused(pharmacy: Pharmacy) -> None:
    def refusal(**more: object) -> str:
        facts = {"lot_no": "M01", "expires_on": LATER, "quantity": Quantity(Decimal(10), Unit.ML), **more}
        sure, place = bool(facts.pop("is_sure", False)), str(facts.pop("place", "safe"))
        line = slips.Arriving(pharmacy["methadone"], **facts)  # type: ignore[arg-type]
        given = pharmacy.agreed("pharmacy.receive_stock")
        command = store.ReceiveStock(pharmacy[place], (line,), "Công ty", is_sure=sure, countersign=given)
        return pharmacy.refused(store.receive_stock, command).code

    assert refusal(place="normal") == "place_not_allowed"
    assert refusal(quantity=Quantity(Decimal(10), Unit.MG)) == "unit_mismatch"
    assert refusal(quantity=Quantity(Decimal(10_000), Unit.ML)) == "amount_unusual"
    assert refusal(expires_on=LATER + timedelta(days=1)) == "lot_differs"
    assert refusal(lot_no="M09", expires_on=TODAY - timedelta(days=1)) == "lot_expired"
    assert refusal(lot_no=" ") == "field_missing"
    pharmacy.receive("methadone", "M10", 10_000, is_sure=True)
    assert pharmacy.left()["Tủ khóa kho chính", "M10"] == "10.000 ml"


def test_an_hour_before_there_was_a_pharmacy_and_a_number_no_store_holds_are_refused(pharmacy: Pharmacy) -> None:
    line = slips.Arriving(pharmacy["haloperidol"], "H09", LATER, Quantity(Decimal(5), Unit.TABLET))
    command = store.ReceiveStock(pharmacy["normal"], (line,), "Công ty Dược")
    for year in (1, 1899):
        ancient = datetime(year, 1, 1, tzinfo=LOCAL)
        told = pharmacy.refused(store.receive_stock, replace(command, received_at=ancient))
        assert (told.code, "1900" in told.message) == ("time_too_early", True)
        count = counts.RecordCount(pharmacy["normal"], (), ancient)
        assert pharmacy.refused(counts.record_count, count).code == "time_too_early"
    for number in ("1E+999999", "1E-999999", "9" * 5000):
        many = replace(line, quantity=Quantity(Decimal(number), Unit.TABLET))
        told = pharmacy.refused(store.receive_stock, replace(command, lines=(many,)))
        assert (told.code, len(told.message) < 150) == ("amount_wrong", True)


def test_a_clock_set_back_opens_no_page_before_the_last_one(pharmacy: Pharmacy) -> None:
    for back in (timedelta(), timedelta(days=-1)):
        pharmacy.facility.file.clock.at += back
        pharmacy.receive("methadone", "M01", 5)
    asked = "SELECT booked_on FROM stock_entry WHERE chain_no IS NOT NULL ORDER BY chain_no"
    assert {day for (day,) in pharmacy.sql(asked)} == {TODAY.isoformat()}


def test_nothing_goes_that_is_not_there_and_the_refusal_says_how_much_is(pharmacy: Pharmacy) -> None:
    def wish(count: int, to: str = "cabinet", start: str = "safe") -> store.MoveStock:
        part = store.LotPart(pharmacy["M01"], Quantity(Decimal(count), Unit.ML))
        given = pharmacy.agreed("pharmacy.move_stock")
        return store.MoveStock(pharmacy[start], pharmacy[to], (part,), countersign=given)

    told = pharmacy.refused(store.move_stock, wish(701))
    assert told.code == "stock_too_small"
    assert "700 ml" in told.message
    assert "701 ml" in told.message
    told = pharmacy.refused(store.move_stock, wish(1, "normal"))
    assert (told.code, "TT 18/2026/TT-BYT Đ3.1a" in told.message) == ("place_not_allowed", True)
    assert pharmacy.refused(store.move_stock, wish(1, "safe")).code == "same_place"
    assert pharmacy.refused(store.move_stock, replace(wish(1), parts=())).code == "no_items"


def test_the_file_itself_refuses_what_would_break_the_ledger(pharmacy: Pharmacy) -> None:
    columns = [name for _, name, *_ in pharmacy.sql("PRAGMA table_info(stock_entry)")]

    def row(**changed: str) -> str:
        values = ", ".join(changed.get(name, name) for name in columns)
        last = (
            "SELECT max(rowid) FROM stock_entry WHERE lot_id = (SELECT id FROM medicine_lot WHERE lot_no = 'M01')"
        )
        return f"INSERT OR REPLACE INTO stock_entry SELECT {values} FROM stock_entry WHERE rowid = ({last})"

    new = {"id": "'x'", "cancels_id": "NULL", "shelf_no": "shelf_no + 1", "book_no": "book_no + 1"}
    chain = {**new, "chain_no": "(SELECT max(chain_no) + 1 FROM stock_entry)"}
    below = {
        **chain,
        "amount": "-300001 * 10",
        "shelf_after": "shelf_after - 3000010",
        "book_after": "book_after - 3000010",
    }
    for statement in (
        row(),
        row(**new),
        row(**chain),
        row(**below),
        row(**{**chain, "amount": "1", "shelf_after": "shelf_after + 2", "book_after": "book_after + 1"}),
        row(
            **{
                **chain,
                "amount": "1",
                "shelf_after": "shelf_after + 1",
                "book_after": "book_after + 1",
                "shelf_no": "9",
            }
        ),
        "UPDATE stock_entry SET amount = amount + 1",
        "UPDATE stock_entry SET chain_hash = NULL, chain_no = NULL",
        "DELETE FROM stock_entry",
        "UPDATE medicine_lot SET expires_on = '2099-01-01'",
        "DELETE FROM medicine_lot",
    ):
        assert "counted:" in (said := pharmacy.below(statement)) or "frozen:" in said, statement
    good = {**chain, "amount": "1", "shelf_after": "shelf_after + 1", "book_after": "book_after + 1"}
    assert pharmacy.below(row(**good)) == ""
    found = pharmacy.check()
    assert found.first_bad is not None
    assert found.first_bad.what == "hash", "what adds up and is not ours is found by the chain"


def test_whatever_is_changed_behind_the_triggers_is_found(pharmacy: Pharmacy) -> None:
    pharmacy.write(
        days.close_day, days.CloseDay(pharmacy["safe"], pharmacy.agreed("pharmacy.close_day", (Role.HEAD,)))
    )
    pharmacy.take(pharmacy.dose("methadone", 30))
    changes = {
        "UPDATE stock_entry SET officer_name = 'Người khác' WHERE chain_no = 2": "hash",
        "UPDATE stock_entry SET amount = amount - 1 WHERE chain_no IS NULL": "shelf_sum",
        "UPDATE stock_entry SET book_after = book_after + 1 WHERE chain_no IS NULL": "book_sum",
        "DELETE FROM stock_entry WHERE chain_no = 2": "gap",
        "UPDATE stock_entry SET chain_no = NULL, chain_hash = NULL WHERE kind = 'given'": "not_chained",
        "UPDATE stock_day SET chain_hash = 'x'": "signed_page",
        "UPDATE stock_day SET first_no = 7": "signed_page",
        "UPDATE dose_supply SET amount = amount - 1": "dose_sum",
        "DELETE FROM dose_supply": "dose_sum",
    }
    with pharmacy.facility.database.write(pharmacy.actor(*PHARMACIST)) as uow:
        raw = uow.session.connection()
        guarded = "('stock_entry', 'stock_day', 'dose_supply')"
        asked = f"SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN {guarded}"
        for (name,) in raw.exec_driver_sql(asked).all():
            raw.exec_driver_sql(f"DROP TRIGGER {name}")
        assert verify_ledger(uow).ok
        for statement, what in changes.items():
            with raw.begin_nested() as point:
                raw.exec_driver_sql(statement)
                uow.session.expire_all()
                found = verify_ledger(uow).first_bad
                point.rollback()
            assert (statement, None if found is None else found.what) == (statement, what)
        uow.session.expire_all()
        assert verify_ledger(uow).ok


def test_a_wrong_row_is_taken_back_once_and_a_movement_at_both_places(pharmacy: Pharmacy) -> None:
    moved = pharmacy.move("D01", 10, "diazepam")

    def correct(entry_id: str) -> store.CorrectEntry:
        return store.CorrectEntry(entry_id, "ghi nhầm lô", pharmacy.agreed("pharmacy.correct_entry"))

    assert len(pharmacy.write(store.correct_entry, correct(moved.entry_ids[1]))) == 2
    assert pharmacy.left()["Tủ trực khu A", "D01"] == "40 viên"
    assert pharmacy.refused(store.correct_entry, correct(moved.entry_ids[0])).code == "entry_cancelled"
    rows = pharmacy.read(list_entries, pharmacy["safe"], pharmacy["diazepam"])
    assert [(one.amount, one.is_cancelled) for one in rows[-2:]] == [(-50_000, True), (50_000, False)]
    assert pharmacy.refused(store.correct_entry, correct(rows[-1].entry_id)).code == "entry_not_correctable"
    assert (
        pharmacy.refused(store.correct_entry, replace(correct(rows[0].entry_id), reason=" ")).code
        == "reason_missing"
    )
    assert pharmacy.check().ok


def test_a_difference_has_a_story_and_a_missing_narcotic_a_report_within_48_hours(pharmacy: Pharmacy) -> None:
    def found(**amounts: str) -> counts.RecordCount:
        units = {"M01": Unit.ML}
        lots = tuple(
            counts.Found(pharmacy[lot], Quantity(Decimal(one), units.get(lot, Unit.TABLET)))
            for lot, one in amounts.items()
        )
        return counts.RecordCount(pharmacy["cabinet"], lots, countersign=pharmacy.agreed("pharmacy.record_count"))

    assert pharmacy.refused(counts.record_count, found(M01="300", D01="40"), by=NURSE).code == "count_incomplete"
    alone = replace(found(M01="299.5", D01="40", L01="0"), countersign=None)
    assert pharmacy.refused(counts.record_count, alone, by=NURSE).code == "countersign_missing"
    made = pharmacy.write(counts.record_count, found(M01="299.5", D01="40", L01="31"), by=NURSE)
    lines = pharmacy.read(list_count_lines, made.count_id)
    assert [(one.lot_no, one.difference) for one in lines if one.difference] == [("M01", -5000), ("L01", 1000)]
    given = pharmacy.agreed("pharmacy.settle_line")
    wish = counts.SettleLine(lines[0].line_id, " ", given)
    assert pharmacy.refused(counts.settle_line, wish).code == "story_missing"
    pharmacy.write(counts.settle_line, replace(wish, story="đổ khi rót, hai người thấy"))
    assert pharmacy.refused(counts.settle_line, replace(wish, story="lần hai")).code == "count_settled"
    assert pharmacy.left()["Tủ trực khu A", "M01"] == "299,5 ml"
    ((_, role, due),) = pharmacy.tasks(losses.LOSS_TASK)
    assert (role, due[:16]) == ("HEAD", "2026-11-25T02:00")
    ((loss_id,),) = pharmacy.sql("SELECT id FROM loss_report")
    assert pharmacy.read(get_loss, loss_id).amount == 5000
    sent = losses.SendLossReport(loss_id, "đối chiếu camera", "15/BC-CSCN")
    pharmacy.write(losses.send_loss_report, sent, by=HEAD)
    assert pharmacy.tasks(losses.LOSS_TASK) == []
    assert pharmacy.refused(losses.send_loss_report, sent, by=HEAD).code == "already_reported"


def test_a_signed_page_is_closed_and_later_rows_stand_on_the_next(pharmacy: Pharmacy) -> None:
    def close(place: str = "safe", **more: object) -> days.CloseDay:
        return days.CloseDay(pharmacy[place], pharmacy.agreed("pharmacy.close_day", (Role.HEAD,)), **more)  # type: ignore[arg-type]

    assert pharmacy.refused(days.close_day, replace(close(), countersign=None)).code == "countersign_missing"
    assert pharmacy.refused(days.close_day, close(day=TODAY + timedelta(days=1))).code == "day_out_of_range"
    open_before = pharmacy.read(list_pages)
    assert len(open_before) == 4
    assert len(pharmacy.write(days.close_day, close())) == 2
    assert [one.place for one in pharmacy.read(list_pages)] == ["Tủ trực khu A"] * 2
    assert pharmacy.refused(days.close_day, close()).code == "nothing_to_sign"
    assert len(pharmacy.tasks("pharmacy.sign_book")) == 1
    pharmacy.move("M01", 10, "methadone")
    last = pharmacy.read(list_entries, pharmacy["safe"], pharmacy["methadone"])[-1]
    assert last.booked_on == TODAY + timedelta(days=1), "what comes after the signatures stands on the next page"
    assert pharmacy.check().ok
    assert "frozen:" in pharmacy.below("UPDATE stock_day SET closing = closing + 1, received = received + 1")


def test_a_requisition_is_signed_by_four_and_issues_what_expires_first(pharmacy: Pharmacy) -> None:
    pharmacy.receive("methadone", "M00", 50, TODAY + timedelta(days=20))
    line = requests.Wanted(pharmacy["methadone"], Quantity(Decimal(80), Unit.ML))
    wish = requests.AskRequisition("Khoa điều trị", pharmacy["safe"], pharmacy["cabinet"], (line,))
    made = pharmacy.write(requests.ask_requisition, wish, by=CHIEF)
    decide = requests.DecideRequisition(made, 1)
    told = pharmacy.refused(requests.approve_requisition, decide, by=HEAD)
    assert told.code == "same_person_twice", "whoever asked does not approve, in whatever role"
    as_another(pharmacy)
    pharmacy.write(requests.approve_requisition, decide, by=HEAD)
    issue = requests.IssueRequisition(made, 2, None)
    assert pharmacy.refused(requests.issue_requisition, issue).code == "same_person_twice"
    as_another(pharmacy, "third")
    assert pharmacy.refused(requests.issue_requisition, issue).code == "countersign_missing"
    too_much = {pharmacy["methadone"]: Quantity(Decimal(81), Unit.ML)}

    def given() -> requests.IssueRequisition:
        return replace(issue, countersign=pharmacy.agreed("pharmacy.issue_requisition", (Role.NURSE,)))

    assert (
        pharmacy.refused(requests.issue_requisition, replace(given(), issued=too_much)).code == "more_than_asked"
    )
    pharmacy.write(requests.issue_requisition, given())
    left = pharmacy.left()
    assert left["Tủ trực khu A", "M00"] == "50 ml", "the lot that expires first goes first"
    assert left["Tủ khóa kho chính", "M01"] == "670 ml"
    row = pharmacy.read(get_requisition, made)
    assert all((row.asked_name, row.approved_name, row.issued_name, row.received_name))
    assert (
        pharmacy.refused(requests.issue_requisition, replace(given(), version=row.version)).code
        == "step_not_allowed"
    )


def test_medicine_is_destroyed_before_a_council_of_three_and_a_witness(pharmacy: Pharmacy) -> None:
    part = store.LotPart(pharmacy["M01"], Quantity(Decimal(20), Unit.ML))
    wish = destroying.AskDestruction(pharmacy["safe"], (part,), "hết hạn", "pha loãng")
    assert pharmacy.refused(destroying.ask_destruction, wish).code == "not_in_quarantine"
    pharmacy.move("M01", 20, "methadone", "quarantine")
    made = pharmacy.write(destroying.ask_destruction, replace(wish, place_id=pharmacy["quarantine"]))
    council = ("Lê Văn A – dược sĩ", "Trần Thị B – bác sĩ", "Phạm C – kế toán")

    def done(version: int) -> destroying.Destroy:
        given = pharmacy.agreed("pharmacy.destroy")
        return destroying.Destroy(made, version, council, "03/BB", "Sở Y tế", given)

    assert pharmacy.refused(destroying.destroy, done(1)).code == "step_not_allowed"
    pharmacy.write(destroying.allow_destruction, destroying.AllowDestruction(made, 1, "77/SYT"), by=HEAD)
    twice = (*council[:2], council[0])
    assert pharmacy.refused(destroying.destroy, replace(done(2), council=twice)).code == "council_too_small"
    assert pharmacy.refused(destroying.destroy, replace(done(2), authority=" ")).code == "authority_missing"
    assert pharmacy.refused(destroying.destroy, replace(done(2), countersign=None)).code == "countersign_missing"
    pharmacy.write(destroying.destroy, done(2))
    assert ("Khu biệt trữ", "M01") not in pharmacy.left()
    assert len(pharmacy.read(get_destruction, made).council) == 3
    ((_, role, due),) = pharmacy.tasks(DESTRUCTION_TASK)
    assert (role, due[:10]) == ("PHARMACIST", "2026-12-03")
    (year,) = [one for one in pharmacy.read(list_year, 2026) if one.medicine.generic == "Methadon"]
    assert (year.received, year.broken, year.closing) == (10_000_000, 200_000, 9_800_000)


def test_what_a_family_gives_back_waits_in_quarantine(pharmacy: Pharmacy) -> None:
    item = returning.HandedBack(
        pharmacy["methadone"], "M01", LATER, Quantity(Decimal(2), Unit.ML), "còn nguyên", "người bệnh mất"
    )
    wish = returning.TakeBackMedicines(
        pharmacy["duc"],
        pharmacy["safe"],
        (item,),
        "Nguyễn Văn Bình",
        "001062001234",
        "phòng y tế",
        is_representative=True,
        countersign=pharmacy.agreed("pharmacy.take_back_medicines"),
    )
    assert pharmacy.refused(returning.take_back_medicines, wish).code == "not_in_quarantine"
    pharmacy.write(returning.take_back_medicines, replace(wish, place_id=pharmacy["quarantine"]))
    assert pharmacy.left()["Khu biệt trữ", "M01"] == "2 ml"
    assert pharmacy.check().ok


def test_the_facility_decides_how_long_before_its_end_a_lot_is_spoken_of(pharmacy: Pharmacy) -> None:
    pharmacy.receive("haloperidol", "H09", 3, TODAY + timedelta(days=120))
    assert pharmacy.read(list_expiring) == ()
    own = SetParameter("medicine_expiry_warn_days", "180/14", TODAY, article="Quy định 3/QĐ", reason="xa kho")
    pharmacy.write(set_parameter, own, by=(Role.HEAD, Role.ADMIN))
    assert [(one.lot_no, one.soon) for one in pharmacy.read(list_expiring)] == [("H09", HowSoon(Expiry.NEAR, 180))]


def test_what_expires_and_what_runs_out_is_listed(pharmacy: Pharmacy) -> None:
    def at_home(by: Sequence[Role] = (Role.PHARMACIST,)) -> list[tuple[str, int | None, str]]:
        """The numbers of the home page that are doors to the store."""
        found = pharmacy.read(get_home_figures, by=by)
        return [(one.id, one.number, one.args["state"]) for one in found if one.page == "pharmacy.stock"]

    assert at_home() == []
    pharmacy.receive("haloperidol", "H09", 3, TODAY + timedelta(days=45))
    assert at_home() == [("pharmacy.expiring", 1, "soon")]
    # The ward's staff have rounds to look at; the store is its keeper's.
    assert at_home((Role.NURSE,)) == at_home((Role.HEAD,)) == []
    assert [(one.lot_no, one.soon.within) for one in pharmacy.read(list_expiring)] == [("H09", 60)]
    assert pharmacy.read(list_low) == ()
    (first, second) = pharmacy.read(suggest_lots, pharmacy["normal"], pharmacy["haloperidol"], 6000)
    assert (first.lot_id, first.amount, second.lot_id) == (pharmacy["H09"], 4500, pharmacy["H01"])
    pharmacy.facility.file.clock.at += timedelta(days=800)
    assert [one.medicine.generic for one in pharmacy.read(list_low)] == ["Haloperidol"]
    told = {name: number for name, number, _ in at_home()}
    expired = [one for one in pharmacy.read(list_expiring) if one.expiry is Expiry.EXPIRED]
    assert (told["pharmacy.expired"], told["pharmacy.low"], len(expired) > 1) == (len(expired), 1, True)
    assert "pharmacy.expiring" not in told
    part = store.LotPart(pharmacy["H01"], Quantity(Decimal(1), Unit.TABLET))
    command = store.MoveStock(pharmacy["normal"], pharmacy["cabinet"], (part,))
    assert pharmacy.refused(store.move_stock, command).code == "lot_expired"
    pharmacy.write(store.move_stock, replace(command, to_place_id=pharmacy["quarantine"]))


def test_the_catalogue_comes_unapproved_and_whoever_wrote_a_number_does_not_approve_it(pharmacy: Pharmacy) -> None:
    assert pharmacy.write(catalogue.take_over_list) >= 70
    assert pharmacy.write(catalogue.take_over_list) == 0
    rows = pharmacy.read(list_medicines, "carisoprodol")
    assert [(one.drug_class, one.approval) for one in rows] == [(DrugClass.PSYCHOTROPIC, Approval.DRAFT)]
    assert pharmacy.read(list_medicines, "carisoprodol", date(2026, 5, 31))[0].drug_class is DrugClass.ORDINARY
    wish = catalogue.ApproveMedicine(rows[0].medicine_id, rows[0].version)
    assert pharmacy.refused(catalogue.approve_medicine, wish).code == "same_person_twice"
    as_another(pharmacy)
    pharmacy.write(catalogue.approve_medicine, wish)
    changed = replace(METHADONE, per_stock=5_000)
    edit = catalogue.EditMedicine(pharmacy["methadone"], 1, changed)
    assert pharmacy.refused(catalogue.edit_medicine, edit).code == "units_in_use"
    again = catalogue.ReclassMedicine(pharmacy["haloperidol"], DrugClass.PSYCHOTROPIC, date(2026, 12, 1), "TT mới")
    pharmacy.write(catalogue.reclass_medicine, again)
    assert pharmacy.refused(catalogue.reclass_medicine, again).code == "class_not_later"
    assert [one.drug_class for one in pharmacy.read(list_classes, pharmacy["haloperidol"])] == [
        DrugClass.ORDINARY,
        DrugClass.PSYCHOTROPIC,
    ]
    assert pharmacy.read(get_medicine, pharmacy["haloperidol"]).drug_class is DrugClass.ORDINARY


def test_what_only_the_papers_say_of_a_medicine_leaves_it_approved(pharmacy: Pharmacy) -> None:
    medicine = pharmacy["methadone"]
    as_another(pharmacy)
    saved = pharmacy.write(catalogue.approve_medicine, catalogue.ApproveMedicine(medicine, 1))
    words = replace(METHADONE, pack="Chai 500 ml", registration_no="VD-27703-17", book_no="Sổ 2")
    edited = pharmacy.write(catalogue.edit_medicine, catalogue.EditMedicine(medicine, saved.version, words))
    row = pharmacy.read(get_medicine, medicine)
    assert (row.approval, row.pack, row.book_no) == (Approval.APPROVED, "Chai 500 ml", "Sổ 2")
    weighed = catalogue.EditMedicine(medicine, edited.version, replace(words, ask_above=130_000))
    pharmacy.write(catalogue.edit_medicine, weighed)
    assert pharmacy.read(get_medicine, medicine).approval is Approval.DRAFT


def as_another(pharmacy: Pharmacy, name: str = "another") -> None:
    """From here on somebody else sits at the machine."""
    if name not in pharmacy.ids:
        pharmacy.ids[name] = f"{name:0>32}"[:32]
    admin = pharmacy.facility.admin
    pharmacy.facility.admin = replace(admin, user_id=pharmacy[name])


def test_the_year_is_reported_and_its_tasks_are_done(pharmacy: Pharmacy) -> None:
    assert [(one, role) for one, role, _ in pharmacy.tasks("pharmacy.yearly_report")] == [
        ("2026a", "PHARMACIST"),
        ("2026b", "HEAD"),
    ]
    wish = days.SendYearlyReport(2026, "02/BC-CSCN")
    assert pharmacy.refused(days.send_yearly_report, wish, by=HEAD).code == "year_not_over"
    pharmacy.facility.file.clock.at += timedelta(days=45)
    assert pharmacy.write(days.send_yearly_report, wish, by=HEAD) == 2
    assert pharmacy.tasks("pharmacy.yearly_report") == []


def test_what_breaks_is_written_off_before_a_witness(pharmacy: Pharmacy) -> None:
    wish = store.WriteOff(pharmacy["safe"], pharmacy["D01"], Quantity(Decimal(2), Unit.TABLET), "vỡ vỉ")
    assert pharmacy.refused(store.write_off, wish).code == "countersign_missing"
    pharmacy.write(
        store.write_off, replace(wish, countersign=pharmacy.agreed("pharmacy.write_off")), by=PHARMACIST
    )
    (year,) = [one for one in pharmacy.read(list_year, 2026) if one.medicine.generic == "Diazepam"]
    assert (year.received, year.broken, year.lost) == (500_000, 10_000, 10_000)
