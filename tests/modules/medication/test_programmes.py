"""Substitution and detox: consent and file, first dose, missed days, ends; templates, starts, deviations."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from facility_app.kernel.errors import UserError
from facility_app.modules.medication.domain.orders import OrderKind
from facility_app.modules.medication.domain.protocols import DeviationKind
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.domain.substitution import MissedAction, ProgrammeEnd, require_weighable
from facility_app.modules.medication.queries.orders import list_orders
from facility_app.modules.medication.queries.programmes import (
    find_last_dose,
    list_deviations,
    list_programmes,
    list_runs,
)
from facility_app.modules.medication.service.correcting import RecordVomiting, record_vomiting
from facility_app.modules.medication.service.deciding import stop_order, verify_order
from facility_app.modules.medication.service.orders import (
    OrderMedicine,
    ReplaceOrder,
    order_medicine,
    replace_order,
)
from facility_app.modules.medication.service.programmes import (
    EndProgramme,
    StartProgramme,
    end_programme,
    start_programme,
)
from facility_app.modules.medication.service.protocols import (
    EndProtocol,
    StartProtocol,
    end_protocol,
    start_protocol,
)
from facility_app.modules.medication.service.rules import ChangeRule, approve_rule, change_rule
from facility_app.modules.medication.service.standing import DecideOrder, Ordered
from facility_app.modules.medication.service.writing import Part
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.domain.medicines import Flags
from facility_app.modules.pharmacy.service.catalogue import AddMedicine, add_medicine
from tests.modules.medication.ward import FACTS, Ward
from tests.modules.pharmacy.store import TODAY


def test_a_programme_needs_consent_and_a_file_and_its_first_dose_is_never_above_thirty(ward: Ward) -> None:
    thirty, more = ward.written("methadone", 30, 10), ward.written("methadone", 31, 10)
    assert ward.refused(order_medicine, OrderMedicine(ward["duc"], thirty)).code == "no_programme"
    command = StartProgramme(ward["duc"], ward["methadone"], "09/2026", "Nguyễn Văn Đức", TODAY)
    assert ward.refused(start_programme, replace(command, file_number=" ")).code == "field_missing"
    assert (
        ward.refused(start_programme, replace(command, medicine_id=ward["paracetamol"])).code == "not_a_substitute"
    )
    assert ward.refused(start_programme, replace(command, outside_on=TODAY)).code == "outside_incomplete"
    ward.write(start_programme, command)
    assert ward.refused(start_programme, command).code == "programme_open"
    told = ward.refused(order_medicine, OrderMedicine(ward["duc"], more))
    assert (told.code, "31 mg" in told.message, "30 mg" in told.message) == ("first_dose_too_high", True, True)
    # What is never allowed is refused before anybody is asked whether 300 was meant.
    for sure in (False, True):
        far = replace(ward.written("methadone", 300, 10), is_sure=sure)
        told = ward.refused(order_medicine, OrderMedicine(ward["duc"], far))
        assert (told.code, "300 mg" in told.message, "WHO 2009" in told.message) == (
            "first_dose_too_high",
            True,
            True,
        )
    ward.order("methadone", 30, 10)
    dose = Quantity(Decimal(80), Unit.MG)
    other = replace(
        command,
        resident_id=ward["hoa"],
        consent_by="Trần Thị Hoa",
        outside_on=TODAY - timedelta(days=1),
        outside_dose=dose,
        outside_paper="14/MMT",
    )
    ward.write(start_programme, other)
    asked = ward.written("methadone", 300, 10)
    assert ward.refused(order_medicine, OrderMedicine(ward["hoa"], asked)).code == "amount_unusual"
    ward.order("methadone", 80, 10, person="hoa")
    (row,) = ward.read(list_programmes, ward["hoa"])
    assert (row.last_amount, row.missed_days) == (80_000, 0)


def test_missed_days_bind_when_approved_and_thirty_always_end_the_programme(ward: Ward) -> None:
    programme = ward.programme()
    order = ward.order("methadone", 30, 10)
    ward.at(10)
    ward.record(ward.said(order, "10:00"))
    day = TODAY + timedelta(days=5)
    ward.at(10, day=day)
    (row,) = ward.read(list_programmes, ward["duc"])
    assert (row.missed_days, row.action) == (4, None)
    ward.approve(RuleList.SUBSTITUTION, "missed_4")
    assert ward.read(list_programmes, ward["duc"])[0].action is MissedAction.REVIEW
    told = ward.no(ward.said(order, "10:00", day=day))
    assert (told.code, "4 ngày" in told.message) == ("missed_doses", True)
    day = TODAY + timedelta(days=31)
    ward.at(10, day=day)
    told = ward.no(ward.said(order, "10:00", day=day))
    assert (told.code, "NĐ 141/2024" in told.message) == ("programme_over", True)
    letter = ward.read(find_last_dose, ward["duc"])
    assert letter is not None
    assert (letter.dose, letter.dose_words, letter.last_on, letter.missed_days) == ("30 mg", "ba ml", TODAY, 30)
    assert (letter.giver, letter.recent) == ("Điều Dưỡng Vân", ((TODAY, "30 mg"),))
    end = EndProgramme(programme, 1, ProgrammeEnd.MISSED, "bỏ 30 ngày")
    assert ward.refused(end_programme, end).code == "countersign_missing"
    given = ward.agreed("medication.end_programme", "doctor")
    assert ward.write(end_programme, replace(end, countersign=given)).ended_orders == 1
    assert ward.read(list_orders, ward["duc"]) == ()
    assert ward.refused(end_programme, replace(end, version=2)).code == "programme_ended"


def test_steps_of_increase_bind_only_when_a_doctor_approved_them(ward: Ward) -> None:
    ward.programme()
    order = ward.order("methadone", 20, 10)
    ward.at(10)
    ward.record(ward.said(order, "10:00"))
    twice = ward.write(
        replace_order, ReplaceOrder(order.order_id, order.version, ward.written("methadone", 20, 11), "đổi giờ")
    )
    order = ward.write(verify_order, DecideOrder(twice.order_id, twice.version), by="chemist")
    ward.at(11)
    told = ward.no(ward.said(order, "11:00"))
    assert (told.code, "10:00" in told.message) == ("substitute_given_today", True)
    ward.at(11, day=TODAY + timedelta(days=1))
    steep = ReplaceOrder(order.order_id, order.version, ward.written("methadone", 30, 12), "tăng")
    ward.approve(RuleList.SUBSTITUTION, "methadone_week")
    ward.approve(RuleList.SUBSTITUTION, "methadone_step")
    too_much = replace(steep, written=ward.written("methadone", 35, 12))
    told = ward.refused(replace_order, too_much)
    assert (told.code, "5–10 mg" in told.message) == ("increase_too_high", True)
    assert ward.write(replace_order, steep).version == 1


def test_nobody_is_detoxified_before_counselling_of_this_stay_or_why_it_could_not_wait(ward: Ward) -> None:
    ward.approve(RuleList.PROTOCOL, "opioid_symptomatic")
    start = StartProtocol(ward["duc"], "opioid_symptomatic")
    for on, code in (
        (None, "not_counselled"),
        (TODAY + timedelta(days=1), "day_out_of_range"),
        (TODAY - timedelta(days=400), "before_admission"),
    ):
        told = ward.refused(start_protocol, replace(start, counselled_on=on))
        assert told.code == code
        assert "Đ85.3" in told.message or code == "day_out_of_range"
    ward.write(
        start_protocol, replace(start, counselled_on=TODAY - timedelta(days=400), uncounselled_why="co giật")
    )
    (run,) = ward.read(list_runs, ward["duc"])
    assert (run.counselled_on, run.uncounselled_why) == (TODAY - timedelta(days=400), "co giật")


def test_a_protocol_is_started_when_approved_and_its_deviations_are_seen(ward: Ward) -> None:
    start = StartProtocol(
        ward["duc"], "opioid_symptomatic", left_out=frozenset({"loperamide"}), counselled_on=TODAY
    )
    told = ward.refused(start_protocol, start)
    assert (told.code, "chưa phê duyệt" in told.message) == ("protocol_not_approved", True)
    ward.approve(RuleList.PROTOCOL, "opioid_symptomatic")
    started = ward.write(start_protocol, start)
    assert ward.refused(start_protocol, start).code == "protocol_running"
    rows = {row.medicine.generic: row for row in ward.read(list_orders, ward["duc"])}
    assert rows.keys() == {"Clonidin", "Paracetamol"}
    clonidine, paracetamol = rows["Clonidin"], rows["Paracetamol"]
    assert (clonidine.plan.most_a_time, clonidine.plan.last_day) == (150_000, 8)
    assert all(row.run_id == started.run_id for row in rows.values())
    ward.write(verify_order, DecideOrder(clonidine.order_id, clonidine.version), by="chemist")
    found = {(one.line_key, one.kind) for one in ward.read(list_deviations, started.run_id)}
    assert found == {
        ("loperamide", DeviationKind.NOT_ORDERED),
        ("paracetamol", DeviationKind.NOT_VERIFIED),
    }
    ward.at(14)
    dose = ward.said(Ordered(clonidine.order_id, 2), "14:00")
    (given,) = ward.record(dose)
    ward.write(record_vomiting, RecordVomiting(given.dose_id, given.version, ward.at(14, 20)), by="nurse")
    seen = [(one.kind, one.day, one.detail) for one in ward.read(list_deviations, started.run_id)]
    assert (DeviationKind.VOMITED, 1, "14:00") in seen
    ward.write(stop_order, DecideOrder(clonidine.order_id, 2, "tụt huyết áp"))
    half = ward.written("paracetamol", 250, least_minutes=360)
    ward.write(replace_order, ReplaceOrder(paracetamol.order_id, paracetamol.version, half, "nhẹ cân"))
    found = {(one.line_key, one.kind) for one in ward.read(list_deviations, started.run_id)}
    assert found >= {("clonidine", DeviationKind.ENDED_EARLY), ("paracetamol", DeviationKind.OTHER_DOSE)}
    ended = ward.write(end_protocol, EndProtocol(started.run_id, started.version, "chuyển viện"))
    assert len(ended.order_ids) == 1
    (run,) = ward.read(list_runs, ward["duc"])
    assert (run.counselled_on, run.uncounselled_why) == (TODAY, None)
    assert (run.protocol.code, run.day, run.end_reason) == ("opioid_symptomatic", 1, "chuyển viện")
    assert ward.refused(end_protocol, EndProtocol(run.run_id, run.version, "nữa")).code == "protocol_ended"


def test_nobody_lifts_the_first_dose_by_a_draft_nor_by_an_approved_version(ward: Ward) -> None:
    ward.programme()
    hundreds = OrderMedicine(ward["duc"], ward.written("methadone", 300, 10, is_sure=True))
    for wish, is_off in (({"limit": "300000"}, False), ({"always": ""}, False), ({"atc": "X"}, False), ({}, True)):
        change = ChangeRule(RuleList.SUBSTITUTION, "methadone_first", wish, "theo khoa", is_off)
        told = ward.refused(change_rule, change)
        assert (told.code, "không nới" in told.message) == ("rule_holds_always", True)
    ended = ChangeRule(RuleList.SUBSTITUTION, "missed_30", {"least": "300"}, "theo khoa")
    assert ward.refused(change_rule, ended).code == "rule_holds_always"
    assert ward.refused(order_medicine, hundreds).code == "first_dose_too_high"
    lower = ChangeRule(RuleList.SUBSTITUTION, "methadone_first", {"limit": "20000"}, "theo khoa")
    made = ward.write(change_rule, lower)
    ward.write(
        approve_rule,
        ward.approving(RuleList.SUBSTITUTION, "methadone_first", made.version),
        by="other doctor",
    )
    told = ward.refused(order_medicine, OrderMedicine(ward["duc"], ward.written("methadone", 25, 10)))
    assert (told.code, "20 mg" in told.message) == ("first_dose_too_high", True)
    bad = ChangeRule(RuleList.SUBSTITUTION, "methadone_step", {"limit": "-1"}, "nhầm")
    assert ward.refused(change_rule, bad).code == "bad_rule"


def test_a_draft_of_one_doctor_takes_no_second_signature_away(ward: Ward) -> None:
    ward.programme()
    ward.order("methadone", 30, 8)
    milder = ChangeRule(RuleList.INTERACTION, "opioid_benzodiazepine", {"severity": "3"}, "theo khoa")
    ward.write(change_rule, milder)
    told = ward.refused(order_medicine, OrderMedicine(ward["duc"], ward.written("diazepam", 5, 20)))
    assert told.code == "order_checks"


def test_a_first_dose_taken_as_needed_counts_as_often_as_it_may_be_taken(ward: Ward) -> None:
    ward.programme()
    often = ward.written("methadone", 30, least_minutes=60, most_a_day=4)
    told = ward.refused(order_medicine, OrderMedicine(ward["duc"], often))
    assert (told.code, "120 mg" in told.message) == ("first_dose_too_high", True)


def test_steps_of_increase_bind_within_a_plan_too(ward: Ward) -> None:
    ward.programme()
    ward.approve(RuleList.SUBSTITUTION, "methadone_step")

    def plan(*days: tuple[int, int | None, int]) -> OrderMedicine:
        parts = tuple(Part(Quantity(Decimal(mg), Unit.MG), (time(8),), first, last) for first, last, mg in days)
        return OrderMedicine(ward["duc"], ward.written("methadone", 0, kind=OrderKind.TAPER, parts=parts))

    assert ward.refused(order_medicine, plan((1, 1, 20), (2, None, 60))).code == "increase_too_high"
    assert ward.refused(order_medicine, plan((1, 1, 20), (2, 2, 30), (3, None, 40))).code == "increase_too_high"
    ward.write(order_medicine, plan((1, 4, 20), (5, 8, 30), (9, None, 40)))


def test_a_substitute_no_rule_can_weigh_is_neither_kept_nor_ordered(ward: Ward) -> None:
    ward.programme()
    facts = replace(FACTS["methadone"][0], brand="Khác")

    def add(drug_class: DrugClass = DrugClass.NARCOTIC, **other: object) -> AddMedicine:
        return AddMedicine(replace(facts, **other), drug_class, date(2017, 1, 1), "TT 18/2026")  # type: ignore[arg-type]

    cases = (
        ("substitute_code", add(atc="")),
        ("substitute_code", add(atc="", generic="Chất khác", flags=Flags(is_substitution=True))),
        ("substitute_unit", add(dose_unit=Unit.ML, per_stock=1000)),
        ("substitute_class", add(DrugClass.ORDINARY)),
    )
    for code, command in cases:
        assert ward.refused(add_medicine, command, by="chemist").code == code
    small = ward.write(add_medicine, add(atc="n07bc02"), by="chemist").id
    ward.pharmacy.ids["small"] = small
    written = ward.written("small", 300, 10, unit=Unit.MG, is_sure=True)
    assert ward.refused(order_medicine, OrderMedicine(ward["duc"], written)).code == "first_dose_too_high"
    for atc, unit in ((None, "mg"), ("N07BC02", "ml"), ("N07BC02", "tablet"), ("N02AA01", "mg")):
        with pytest.raises(UserError) as told:  # kept before the catalogue asked
            require_weighable("Methadon 10 mg/ml", atc, unit)
        assert (told.value.code, "N07BC" in told.value.message) == ("substitute_unweighed", True)


def test_who_had_a_dose_elsewhere_today_gets_none_here(ward: Ward) -> None:
    dose = Quantity(Decimal(60), Unit.MG)
    ward.programme(outside_on=TODAY, outside_dose=dose, outside_paper="14/MMT")
    order = ward.order("methadone", 30, 10)
    ward.at(10)
    told = ward.no(ward.said(order, "10:00"))
    assert (told.code, "14/MMT" in told.message) == ("substitute_given_outside", True)
    ward.at(10, day=TODAY + timedelta(days=1))
    ward.record(ward.said(order, "10:00", day=TODAY + timedelta(days=1)))
