"""Doses: each once, as ordered, from the stock, before a witness; never after death or release."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import sqlalchemy as sa

from facility_app.kernel.paging import PageRequest
from facility_app.modules.medication.domain.orders import OrderKind, OrderState
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.rounds import Round
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.history import HistoryRows, list_history
from facility_app.modules.medication.queries.mar import RoundAsked, find_zone, list_round
from facility_app.modules.medication.queries.orders import list_orders
from facility_app.modules.medication.service.correcting import (
    RecordEffect,
    RecordVomiting,
    StrikeDose,
    record_effect,
    record_vomiting,
    strike_dose,
)
from facility_app.modules.medication.service.giving import RecordDoses, record_doses
from facility_app.modules.medication.service.orders import OrderMedicine, order_medicine
from facility_app.modules.medication.tables import SIDES
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.queries.people import list_lots_of_person, list_people_of_lot
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import AdmissionReason, PresenceState, StayType
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from facility_app.modules.stays.service.ending import EndStay, VoidStay, end_stay, void_stay
from facility_app.modules.stays.service.presence import Move, send_to_hospital
from tests.helpers.racing import race
from tests.modules.medication.crowd import give_the_dose
from tests.modules.medication.ward import DECIDED, Ward
from tests.modules.pharmacy.store import TODAY


def test_a_dose_is_given_once_as_ordered_and_leaves_the_stock(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 10, 20)
    ward.at(10, 5)
    dose = ward.said(order, "10:00")
    told = ward.no(replace(dose, quantity=Quantity(Decimal(5000), Unit.MG)))
    assert (told.code, "5.000 mg" in told.message, "500 mg" in told.message) == ("dose_not_as_ordered", True, True)
    assert ward.no(replace(dose, quantity=Quantity(Decimal(1), Unit.TABLET))).code == "unit_mismatch"
    assert ward.no(replace(dose, slot="11:00")).code == "dose_not_due"
    assert ward.no(replace(dose, place_id=ward["safe"])).code == "dose_place"
    (made,) = ward.record(replace(dose, quantity=Quantity(Decimal(500), Unit.MG)))
    assert made.lots == ("P01",)
    told = ward.no(dose)
    assert (told.code, "Điều Dưỡng Vân" in told.message, "Đã dùng" in told.message) == (
        "dose_recorded_already",
        True,
        True,
    )
    twice = ward.record(ward.said(order, "10:00"), ward.said(order, "10:00"), stops_at_refusal=False)
    assert [one.refusal and one.refusal.code for one in twice] == ["dose_recorded_already"] * 2
    row, later = ward.round()
    assert (row.outcome, row.dose, row.officer, later.outcome) == (Outcome.GIVEN, "500 mg", "Điều Dưỡng Vân", None)
    insert = "INSERT OR REPLACE INTO medicine_dose SELECT 'x', " + ", ".join(
        name for _, name, *_ in ward.sql("PRAGMA table_info(medicine_dose)") if name != "id"
    )
    assert "counted:medicine_dose" in ward.pharmacy.below(f"{insert} FROM medicine_dose")
    assert "frozen:medicine_dose" in ward.pharmacy.below("UPDATE medicine_dose SET amount = 1")
    (lot,) = ward.pharmacy.read(list_lots_of_person, ward["duc"])
    (person,) = ward.pharmacy.read(list_people_of_lot, lot.lot_id)
    assert (lot.lot_no, person.amount, person.doses) == ("P01", 500_000, 1)


def test_every_outcome_says_why_and_only_what_was_swallowed_leaves_the_stock(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 10, 11, 12, 13, 14, 15)
    ward.at(15)
    before = ward.sql("SELECT count(*) FROM stock_entry")
    assert ward.no(ward.said(order, "10:00", Outcome.REFUSED)).code == "reason_missing"
    told = ward.no(ward.said(order, "10:00"))
    assert told.code == "dose_late"
    # Field, both hours, the facility's own rule, and the way on.
    for said in ("23/11/2026 15:00", "23/11/2026 10:00", "60 phút", "quy ước của cơ sở", "Dùng không đúng giờ"):
        assert said in told.message
    tomorrow = ward.facility.file.clock.at + timedelta(hours=1)
    assert ward.no(ward.said(order, "15:00", given_at=tomorrow)).code == "time_in_future"
    whys = {"10:00": Outcome.REFUSED, "11:00": Outcome.HELD, "12:00": Outcome.ABSENT}
    ward.record(*(ward.said(order, slot, one, reason="vì sao") for slot, one in whys.items()))
    assert ward.sql("SELECT count(*) FROM stock_entry") == before
    ward.record(
        ward.said(order, "13:00", Outcome.LATE, reason="đông người"),
        ward.said(order, "14:00", Outcome.VOMITED, reason="nôn ngay"),
        ward.said(order, "15:00"),
    )
    assert ward.sql("SELECT count(*) FROM stock_entry")[0][0] == before[0][0] + 3
    assert [row.outcome for row in ward.round()] == [*whys.values(), Outcome.LATE, Outcome.VOMITED, Outcome.GIVEN]
    by_round = {one: [row.slot for row in ward.round(wanted=one)] for one in Round}
    assert by_round == {
        Round.MORNING: ["10:00"],
        Round.NOON: ["11:00", "12:00", "13:00"],
        Round.AFTERNOON: ["14:00", "15:00"],
        Round.NIGHT: [],
    }


def test_a_controlled_medicine_needs_a_witness_and_a_balance_never_goes_below_zero(ward: Ward) -> None:
    ward.programme()
    order = ward.order("methadone", 30, 10)
    plain = ward.order("paracetamol", 500, 10)
    ward.at(10)
    dose = ward.said(order, "10:00")
    told = ward.no(dose, countersign=None)
    assert (told.code, "quy tắc hai người của cơ sở cần người chứng kiến" in told.message) == (
        "witness_missing",
        True,
    )
    both = RecordDoses((dose, ward.said(plain, "10:00")), stops_at_refusal=False)
    first, second = ward.write(record_doses, both, by="nurse")
    assert (first.refusal and first.refusal.code, second.refusal) == ("witness_missing", None)
    ward.record(dose)
    (row,) = [row for row in ward.round() if row.order_id == order.order_id]
    assert (row.witness, row.is_guarded) == ("Người Thứ Hai", True)
    big = ward.order("loperamide", 200, person="hoa")
    assert ward.no(ward.said(big, "prn")).code == "stock_too_small"
    assert ward.no(ward.said(big, "prn", place=None)).code == "stock_too_small"
    assert ward.no(ward.said(big, "prn", place=None), by="chief").code == "place_missing"


def test_two_processes_giving_one_dose_end_in_exactly_one_dose(ward: Ward) -> None:
    ward.programme()
    order = ward.order("methadone", 30, 10)
    ward.at(10)
    folder = ward.facility.file.folder
    ids = f"{order.order_id} {ward['cabinet']} {ward['second']}"
    said = race(give_the_dose, (folder, "1", ids), (folder, "2", ids))
    assert sorted(said) == ["dose_recorded_already", "given"]
    assert ward.sql("SELECT count(*) FROM medicine_dose") == [(1,)]
    assert ward.sql("SELECT sum(amount) FROM dose_supply") == [(30_000,)]


def test_a_medicine_as_needed_has_a_reason_a_gap_and_an_effect(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, least_minutes=120, most_a_day=2)
    assert [(row.slot, row.kind, row.state) for row in ward.round()] == [
        ("prn", OrderKind.AS_NEEDED, OrderState.VERIFIED)
    ]
    (made,) = ward.record(ward.said(order, "prn"))
    ward.at(10)
    assert ward.no(ward.said(order, "prn")).code == "prn_too_soon"
    effect = RecordEffect(made.dose_id, made.version, "đỡ đau sau 30 phút")
    ward.write(record_effect, effect, by="nurse")
    assert ward.refused(record_effect, replace(effect, version=2), by="nurse").code == "effect_already"
    ward.at(12)
    ward.record(ward.said(order, "prn"))
    ward.at(16)
    told = ward.no(ward.said(order, "prn"))
    assert (told.code, "2 lần" in told.message) == ("prn_too_many", True)
    rows = {row.slot: (row.reason, row.effect) for row in ward.round()}
    assert rows == {"prn-1": ("đau", "đỡ đau sau 30 phút"), "prn-2": ("đau", None), "prn": (None, None)}


def test_no_dose_after_release_nor_while_away(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 10, 12, 14)
    ward.at(10)
    stay = ward.read(get_stay, ward["duc's stay"], by="head")
    ward.write(send_to_hospital, Move(stay.stay_id, stay.version, ward.facility.file.clock.at), by="head")
    assert {row.presence for row in ward.round()} == {PresenceState.HOSPITAL}
    ward.record(ward.said(order, "10:00", Outcome.ABSENT, reason="đi viện"))
    ward.at(10, day=TODAY + timedelta(days=1))
    away = ward.said(order, "10:00", day=TODAY + timedelta(days=1))
    assert ward.no(away).code == "not_here"
    ward.at(13)
    stay = ward.read(get_stay, ward["duc's stay"], by="head")
    leaving = EndStay(stay.stay_id, stay.version, ExitCode.DEATH, TODAY)
    ward.write(end_stay, leaving, by="head")
    ward.at(14)
    told = ward.no(ward.said(order, "14:00"))
    assert (told.code, "đã chết" in told.message) == ("dose_after_end", True)
    late = ward.said(order, "12:00", given_at=ward.at(12))
    ward.at(14)
    ward.record(late, is_from_paper=True)
    refused = ward.refused(order_medicine, OrderMedicine(ward["duc"], ward.written("paracetamol", 500, 8)))
    assert refused.code == "no_open_stay"
    assert [row.slot for row in ward.round(resident_ids=(ward["duc"],))] == ["10:00", "12:00"]
    assert ward.sql("SELECT count(*) FROM medication_end") == [(1,)]
    assert ward.round(day=TODAY + timedelta(days=1), resident_ids=(ward["duc"],)) == ()


def test_orders_of_a_struck_out_stay_never_wake_and_the_stay_written_anew_takes_new_ones(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 10, 14)
    ward.order("efavirenz", 1, 14)
    stay = ward.read(get_stay, ward["duc's stay"], by="head")
    ward.at(9, 30)
    ward.write(void_stay, VoidStay(stay.stay_id, stay.version, "nhập nhầm người"), by="head")
    assert ward.sql("SELECT count(*) FROM medication_end") == [(1,)]
    ward.at(10)
    assert ward.no(ward.said(order, "10:00")).code in {"dose_after_end", "no_open_stay"}
    again = (StayType.COMPULSORY_ADULT, AdmissionReason.NOT_REGISTERED, date(2026, 8, 1), DECIDED)
    ward.write(admit_resident, AdmitResident(ward["duc"], *again), by="clerk")
    assert ward.read(list_orders, ward["duc"]) == ()
    assert ward.round(resident_ids=(ward["duc"],)) == ()
    assert ward.no(ward.said(order, "14:00", given_at=ward.at(14))).code == "order_ended"
    anew = ward.order("paracetamol", 500, 15)
    ward.at(15)
    ward.record(ward.said(anew, "15:00"))


def test_what_was_written_on_paper_is_caught_up_in_one_batch(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 10, 12, 14)
    other = ward.order("clonidine", 150, 10, 12, 14, person="hoa")
    ward.at(16)
    times = {slot: ward.at(int(slot[:2])) for slot in ("10:00", "12:00", "14:00")}
    ward.at(16)
    assert ward.no(ward.said(order, "10:00"), is_from_paper=True).code == "bad_fields"
    doses = [ward.said(one, slot, given_at=at) for slot, at in times.items() for one in (order, other)]
    made = ward.record(
        *doses, ward.said(order, "09:00", given_at=times["10:00"]), is_from_paper=True, stops_at_refusal=False
    )
    assert [one.refusal and one.refusal.code for one in made] == [None] * 6 + ["dose_not_due"]
    page = ward.read(list_history, ward["hoa"], PageRequest(size=2))
    assert [(row.slot, row.is_from_paper) for row in page.rows] == [("14:00", True), ("12:00", True)]
    rest = ward.read(list_history, ward["hoa"], PageRequest(size=2, after=page.next))
    assert [row.slot for row in rest.rows] == ["10:00"]


def test_a_dose_written_wrong_is_struck_out_and_its_medicine_goes_back(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 10)
    ward.at(10)
    (made,) = ward.record(ward.said(order, "10:00"))
    strike = StrikeDose(made.dose_id, made.version, "nhầm người")
    assert ward.refused(strike_dose, replace(strike, reason=" "), by="nurse").code == "reason_missing"
    ward.write(strike_dose, strike, by="nurse")
    assert ward.pharmacy.left()["Tủ trực khu A", "P01"] == "50 viên"
    (again,) = ward.record(ward.said(order, "10:00"))
    assert ward.refused(strike_dose, strike, by="nurse").code == "not_found"
    page = ward.read(list_history, ward["duc"], PageRequest())
    assert sorted(row.struck or "" for row in page.rows) == ["", "nhầm người"]
    ward.write(strike_dose, StrikeDose(again.dose_id, again.version, "rơi", is_spoiled=True), by="chief")
    assert ward.pharmacy.left()["Tủ trực khu A", "P01"] == "49 viên"


def test_what_comes_up_again_is_written_down_and_given_anew_only_by_an_approved_rule(ward: Ward) -> None:
    ward.programme()
    order = ward.order("methadone", 30, 10)
    ward.at(10)
    (made,) = ward.record(ward.said(order, "10:00"))
    told = RecordVomiting(made.dose_id, made.version, ward.at(9, 50))
    ward.at(10, 25)
    assert ward.refused(record_vomiting, told, by="nurse").code == "time_wrong"
    ward.approve(RuleList.SUBSTITUTION, "vomited_30")
    told = replace(told, at=ward.at(10, 20))
    saved = ward.write(record_vomiting, told, by="nurse")
    assert (saved.minutes, saved.percent) == (20, 50)
    assert (
        ward.refused(record_vomiting, replace(told, version=saved.version), by="nurse").code == "vomited_already"
    )
    (row,) = ward.round()
    assert (row.outcome, row.vomited_at) == (Outcome.GIVEN, told.at)


def test_what_came_up_again_never_goes_back_to_the_cabinet_whatever_it_is_called(ward: Ward) -> None:
    ward.programme()
    orders = {
        name: ward.order(name, number, 10, person=person)
        for name, number, person in (("methadone", 30, "duc"), ("paracetamol", 500, "hoa"))
    }
    ward.at(10)
    given = {name: ward.record(ward.said(order, "10:00"))[0] for name, order in orders.items()}
    ward.at(10, 5)
    before = ward.pharmacy.left()
    for made in given.values():
        vomited = RecordVomiting(made.dose_id, made.version, ward.at(10, 5))
        saved = ward.write(record_vomiting, vomited, by="nurse")
        strike = StrikeDose(
            made.dose_id, saved.version, "ghi nhầm", countersign=ward.agreed("pharmacy.return_dose")
        )
        assert ward.refused(strike_dose, strike, by="nurse").code == "came_up_not_back"
        ward.write(strike_dose, replace(strike, is_spoiled=True), by="nurse")
    # Written as come up from the first: the same.
    (again,) = ward.record(ward.said(orders["methadone"], "10:00", Outcome.VOMITED, reason="nôn ngay"))
    strike = StrikeDose(again.dose_id, again.version, "ghi nhầm", countersign=ward.agreed("pharmacy.return_dose"))
    assert ward.refused(strike_dose, strike, by="nurse").code == "came_up_not_back"
    ward.write(strike_dose, replace(strike, is_spoiled=True), by="nurse")
    after = ward.pharmacy.left()
    place = "Tủ trực khu A"
    assert [(before[place, lot], after[place, lot]) for lot in ("M01", "P01")] == [
        ("97 ml", "94 ml"),
        ("49 viên",) * 2,
    ]
    rows = ward.sql(
        "SELECT kind, amount, witness_name FROM stock_entry WHERE lot_id = ? ORDER BY book_no", ward["M01"]
    )
    told = [(kind.lower(), amount // 1000, who) for kind, amount, who in rows if kind.lower() == "broken"]
    assert told == [("broken", -30, "Người Thứ Hai")] * 2
    assert ward.pharmacy.check().ok


def test_an_urgent_dose_comes_before_the_pharmacist(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, kind=OrderKind.ONCE, is_urgent=True, verified=False)
    (row,) = ward.round()
    assert (row.slot, row.outcome) == ("once", None)
    ward.record(ward.said(order, "once"))
    assert ward.no(ward.said(order, "once")).code == "dose_recorded_already"


def test_the_round_of_a_zone_has_the_people_of_its_beds(ward: Ward) -> None:
    ward.order("paracetamol", 500, 10)
    ward.order("paracetamol", 500, 10, person="hoa")
    zones = {code: ward.read(find_zone, code).zone_id for code in ("A", "khu b")}
    assert [row.name for row in ward.round(zone_id=zones["A"])] == ["Nguyễn Văn Đức"]
    assert [row.name for row in ward.round(zone_id=zones["khu b"])] == ["Trần Thị Hoa"]
    assert len(ward.round()) == 2
    assert ward.round(day=date(2026, 11, 22)) == ()


def test_the_night_round_keeps_the_small_hours_after_its_evening_and_no_other_night_has_them(ward: Ward) -> None:
    ward.order("paracetamol", 500, 2, 20)
    ward.order("loperamide", 2)
    day = timedelta(days=1)
    ward.at(1, 30, TODAY + day)
    night = ward.round(wanted=Round.NIGHT)
    assert [(row.due_on, row.slot) for row in night] == [
        (TODAY, "20:00"),
        (TODAY + day, "02:00"),
        (TODAY + day, "prn"),
    ]
    next_night = ward.round(day=TODAY + day, wanted=Round.NIGHT)
    assert [(row.due_on, row.slot) for row in next_night] == [
        (TODAY + day, "20:00"),
        (TODAY + day, "prn"),
        (TODAY + 2 * day, "02:00"),
    ]


def test_the_round_of_a_zone_scans_no_dose_and_no_ledger_of_all_the_years_and_no_bed_of_another_zone(
    ward: Ward,
) -> None:
    ward.record(ward.said(ward.order("paracetamol", 500, 10), "10:00"))
    zone = ward.read(find_zone, "A").zone_id
    asked: list[tuple[str, object]] = []
    database = ward.facility.database

    def note(_connection: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        asked.append((statement, values))

    with database.read(ward.actor("nurse")) as uow:
        connection = uow.session.connection()
        sa.event.listen(connection, "before_cursor_execute", note)
        assert len(list_round(uow, RoundAsked(TODAY, zone))) == 1
        history = HistoryRows(Charts(uow), SIDES[0])
        history.of(ward["duc"], PageRequest(size=1))
        statements = list(asked)
        plans = [
            str(row[-1])
            for statement, values in statements
            if any(
                table in statement for table in ("medicine_dose", "medicine_order", "bed_placement", "dose_supply")
            )
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
        ]
    assert [plan for plan in plans if plan.startswith("SCAN")] == []
    assert any(
        "dose_supply USING INDEX sqlite_autoindex_dose_supply_3 (home=? AND dose_id=?)" in plan for plan in plans
    )
    assert any("ix_medicine_dose_due_on_resident_id (due_on=? AND resident_id=?)" in plan for plan in plans)
    # From the zone down to its beds: neither who moved in all the years nor the rest of the house is read.
    assert [plan.split(" (")[1] for plan in plans if "bed_placement" in plan] == ["bed_id=? AND from_at<?)"]
    assert len(statements) < 20
