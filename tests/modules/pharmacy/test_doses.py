"""A dose is taken once, from the right shelf, before a witness; from the bottle to the body and back."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import PermissionDenied
from facility_app.kernel.paging import PageRequest
from facility_app.modules.access.queries import list_audit
from facility_app.modules.pharmacy.domain.amounts import Unit
from facility_app.modules.pharmacy.domain.ledger import EntryKind
from facility_app.modules.pharmacy.queries.catalogue import list_medicines
from facility_app.modules.pharmacy.queries.ledger import list_entries
from facility_app.modules.pharmacy.queries.people import list_lots_of_person, list_people_of_lot
from facility_app.modules.pharmacy.queries.shelf import list_balances
from facility_app.modules.pharmacy.service.doses import TakeDoses, take_doses
from facility_app.modules.pharmacy.service.looking import (
    OpenLots,
    OpenPeople,
    open_private_lots,
    open_private_people,
)
from facility_app.modules.pharmacy.service.undoing import ReturnDose, return_dose
from tests.helpers.racing import race
from tests.modules.pharmacy.crowd import take_the_last
from tests.modules.pharmacy.store import HEAD, NURSE, TODAY, Pharmacy
from tests.modules.pharmacy.test_stock import as_another


def test_what_cannot_be_meant_of_a_dose_is_asked_or_refused_in_plain_words(pharmacy: Pharmacy) -> None:
    def refusal(dose: object, by: tuple[Role, ...] = NURSE, **more: object) -> tuple[str, str]:
        given = more.pop("countersign", pharmacy.agreed("pharmacy.take_dose"))
        told = pharmacy.refused(take_doses, TakeDoses((dose,), given), by=by)  # type: ignore[arg-type]
        return told.code, told.message

    dose = pharmacy.dose
    assert refusal(dose("methadone", 30), countersign=None)[0] == "countersign_missing"
    code, said = refusal(dose("methadone", 30, unit=Unit.ML))
    assert (code, "30 ml là 300 mg" in said) == ("unit_mismatch", True)
    code, said = refusal(dose("methadone", 300))
    assert (code, "300 mg" in said, "120 mg" in said) == ("amount_unusual", True, True)
    assert refusal(dose("methadone", 0))[0] == "amount_wrong"
    assert refusal(dose("methadone", 30, place="safe"))[0] == "dose_place"
    assert refusal(dose("methadone", 30, lot_id=pharmacy["D01"]))[0] == "lot_of_another"
    code, said = refusal(dose("diazepam", 205))
    assert (code, "40 viên" in said) == ("stock_too_small", True)
    tomorrow = pharmacy.facility.file.clock.at + timedelta(days=1)
    assert refusal(dose("diazepam", 5, given_at=tomorrow))[0] == "time_in_future"
    assert refusal(replace(dose("diazepam", 5), resident_id="0" * 32))[0] == "not_found"
    pharmacy.take(dose("methadone", 300, is_sure=True))
    assert refusal(dose("methadone", 30))[0] == "dose_taken_already"
    as_another(pharmacy)
    code, said = refusal(dose("methadone", 30, "d2"))
    assert (code, "kiểm đếm" in said) == ("not_your_cabinet", True)


def test_an_expired_lot_is_never_given(pharmacy: Pharmacy) -> None:
    pharmacy.receive("diazepam", "D00", 10, TODAY + timedelta(days=1))
    pharmacy.move("D00", 10, "diazepam")
    pharmacy.facility.file.clock.at += timedelta(days=2)
    taken = pharmacy.take(pharmacy.dose("diazepam", 10))[0]
    assert [one.lot_no for one in taken.parts] == ["D01"]
    told = pharmacy.refused(
        take_doses,
        TakeDoses(
            (pharmacy.dose("diazepam", 10, "d2", lot_id=pharmacy["D00"]),), pharmacy.agreed("pharmacy.take_dose")
        ),
        by=NURSE,
    )
    assert (told.code, "D00" in told.message) == ("lot_expired", True)


def test_a_round_goes_on_past_a_dose_that_is_refused(pharmacy: Pharmacy) -> None:
    doses = (
        pharmacy.dose("methadone", 30, "d1"),
        pharmacy.dose("diazepam", 999, "d2"),
        pharmacy.dose("haloperidol", 3, "d3", place="normal", person="hoa"),
    )
    taken = pharmacy.take(*doses, stops_at_refusal=False)
    assert [None if one.refusal is None else one.refusal.code for one in taken] == [None, "stock_too_small", None]
    assert [bool(one.witness_id) for one in taken] == [True, False, False]
    assert pharmacy.check().ok
    told = pharmacy.refused(take_doses, TakeDoses(doses[1:], pharmacy.agreed("pharmacy.take_dose")), by=NURSE)
    assert told.code == "stock_too_small"


def test_a_dose_not_used_goes_back_whole_and_a_spoiled_one_is_written_off(pharmacy: Pharmacy) -> None:
    def back(**more: object) -> ReturnDose:
        given = pharmacy.agreed("pharmacy.return_dose")
        return ReturnDose(f"{'d1':0>32}", "từ chối uống", countersign=given, **more)  # type: ignore[arg-type]

    assert pharmacy.refused(return_dose, back(), by=NURSE).code == "dose_not_taken"
    pharmacy.take(pharmacy.dose("methadone", 35))
    assert pharmacy.refused(return_dose, replace(back(), countersign=None), by=NURSE).code == "countersign_missing"
    pharmacy.write(return_dose, back(), by=NURSE)
    assert pharmacy.left()["Tủ trực khu A", "M01"] == "300 ml"
    assert pharmacy.refused(return_dose, back(), by=NURSE).code == "dose_not_taken"
    pharmacy.take(pharmacy.dose("methadone", 35))
    pharmacy.write(return_dose, back(is_spoiled=True), by=NURSE)
    assert pharmacy.left()["Tủ trực khu A", "M01"] == "296,5 ml"
    assert pharmacy.check().ok
    assert [one.amount for one in pharmacy.read(list_people_of_lot, pharmacy["M01"])] == [0]


def test_from_the_lot_to_the_people_and_from_a_person_to_the_lots(pharmacy: Pharmacy) -> None:
    pharmacy.take(
        pharmacy.dose("methadone", 30, "d1"),
        pharmacy.dose("methadone", 40, "d2"),
        pharmacy.dose("methadone", 50, "d3", person="hoa"),
        pharmacy.dose("diazepam", 10, "d4"),
    )
    people = pharmacy.read(list_people_of_lot, pharmacy["M01"])
    assert {one.name: (one.amount, one.doses) for one in people} == {
        "Nguyễn Văn Đức": (70_000, 2),
        "Trần Thị Hoa": (50_000, 1),
    }
    lots = pharmacy.read(list_lots_of_person, pharmacy["duc"])
    assert {(one.lot_no, one.amount) for one in lots} == {("M01", 70_000), ("D01", 10_000)}


def test_a_medicine_that_reveals_hiv_names_nobody_outside_its_wall(pharmacy: Pharmacy) -> None:
    pharmacy.take(pharmacy.dose("tld", 1), pharmacy.dose("methadone", 30, "d2"))
    assert pharmacy.sql("SELECT count(*) FROM dose_supply") == [(1,)]
    assert pharmacy.sql("SELECT count(*) FROM private_dose_supply") == [(1,)]
    assert pharmacy.read(list_people_of_lot, pharmacy["L01"]) == ()
    assert [one.lot_no for one in pharmacy.read(list_lots_of_person, pharmacy["duc"])] == ["M01"]
    (person,) = pharmacy.write(open_private_people, OpenPeople(pharmacy["L01"], "thu hồi lô"), by=HEAD)
    assert person.name == "Nguyễn Văn Đức"
    (lot,) = pharmacy.write(open_private_lots, OpenLots(pharmacy["duc"], "khám lại"), by=HEAD)
    assert lot.lot_no == "L01"
    verbs = [verb for (verb,) in pharmacy.sql("SELECT verb FROM audit_entry ORDER BY seq DESC LIMIT 4")]
    assert {"pharmacy.open_private_lots", "pharmacy.open_private_people", "access.use_grant"} == {*verbs}
    auditor = (Role.AUDITOR,)
    names = {one.generic for one in pharmacy.read(list_medicines, by=auditor)}
    assert names == {"Methadon", "Diazepam", "Haloperidol"}
    assert "L01" not in {one.lot_no for one in pharmacy.read(list_balances, by=auditor)}
    told = pharmacy.refused(open_private_people, OpenPeople(pharmacy["L01"], "kiểm tra"), by=auditor)
    assert isinstance(told, PermissionDenied)
    # Nor does an auditor read in the trail whose lot it was, or why somebody asked.
    rows = pharmacy.read(list_audit, PageRequest(), by=auditor).rows
    looks = [one for one in rows if "open_private" in one.verb]
    assert len(looks) == 2
    assert {(one.table, one.record_id) for one in looks} == {(None, None)}
    assert not {"thu hồi lô", "khám lại"} & {one.reason for one in rows}
    # What the trail keeps of it stands behind the same wall.
    asked = "SELECT DISTINCT privacy FROM audit_value WHERE table_name = 'private_dose_supply' AND column_name = ?"
    assert pharmacy.sql(asked, "resident_id") == [("hiv",)]


def test_no_row_of_a_medicine_that_reveals_hiv_tells_the_minute_of_a_dose_or_of_its_waste(
    pharmacy: Pharmacy,
) -> None:
    pharmacy.take(pharmacy.dose("tld", 1))
    pharmacy.write(return_dose, ReturnDose(f"{'d1':0>32}", "nôn", is_spoiled=True), by=NURSE)
    rows = pharmacy.read(list_entries, pharmacy["cabinet"], pharmacy["tld"])
    told = {one.kind: one.happened_at is not None or one.reason is not None for one in rows}
    assert told == {
        EntryKind.MOVED_IN: True,
        EntryKind.GIVEN: False,
        EntryKind.GIVEN_BACK: False,
        EntryKind.BROKEN: False,
    }


def test_two_processes_that_want_the_last_of_a_bottle_end_with_one_dose(pharmacy: Pharmacy) -> None:
    pharmacy.move("M01", 297, "methadone", "quarantine", start="cabinet")
    folder, lot = pharmacy.facility.file.folder, pharmacy["M01"]
    ids = " ".join(pharmacy[one] for one in ("cabinet", "methadone", "duc"))
    pharmacy.facility.database.close()
    answers = race(take_the_last, *((folder, f"{name:0>32}", ids) for name in ("e1", "e2")))
    assert sorted(answers) == ["stock_too_small", "taken"]
    reopened = pharmacy.facility.file.database()
    pharmacy.facility.database = reopened
    assert pharmacy.sql("SELECT sum(amount) FROM stock_entry WHERE lot_id = ? AND kind = 'given'", lot) == [
        (-30_000,)
    ]
    assert pharmacy.check().ok
    assert Decimal(pharmacy.sql("SELECT count(*) FROM dose_supply")[0][0]) == 1
