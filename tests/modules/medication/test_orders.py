"""Orders: three people, nothing overwritten, what cannot be meant is asked, rules and allergies are answered."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.modules.medication.domain.checks import AllergySeverity, Need
from facility_app.modules.medication.domain.orders import OrderKind, OrderState, Route
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.queries.desk import list_desk
from facility_app.modules.medication.queries.history import list_allergies
from facility_app.modules.medication.queries.orders import OrderRow, list_orders, list_overrides
from facility_app.modules.medication.queries.rules import list_rules, list_versions
from facility_app.modules.medication.service.allergies import AddAllergy, VoidAllergy, add_allergy, void_allergy
from facility_app.modules.medication.service.deciding import (
    hold_order,
    refuse_order,
    resume_order,
    stop_order,
    verify_order,
)
from facility_app.modules.medication.service.orders import (
    OrderMedicine,
    ReplaceOrder,
    order_medicine,
    replace_order,
)
from facility_app.modules.medication.service.prescribing import OrderTyped, prescribe
from facility_app.modules.medication.service.rules import ApproveRule, ChangeRule, approve_rule, change_rule
from facility_app.modules.medication.service.standing import DecideOrder
from facility_app.modules.medication.service.writing import Part
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from tests.modules.medication.ward import Ward


def decide(ward: Ward, order_id: str, reason: str = "") -> DecideOrder:
    ((version,),) = ward.sql(
        "SELECT version FROM medicine_order WHERE id = ? UNION ALL "
        "SELECT version FROM private_medicine_order WHERE id = ?",
        order_id,
        order_id,
    )
    return DecideOrder(order_id, version, reason)


def test_an_order_is_prescribed_verified_and_given_by_three_people(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 8, 20, verified=False)
    assert [line.row.order_id for line in ward.read(list_desk)] == [order.order_id]
    ward.at(8)
    dose = ward.said(order, "08:00")
    assert ward.no(dose).code == "order_not_started"
    assert ward.refused(verify_order, decide(ward, order.order_id), by="doctor").code == "permission_denied"
    ward.at(20)
    evening = ward.said(order, "20:00")
    assert ward.no(evening).code == "order_not_verified"
    order = ward.write(verify_order, decide(ward, order.order_id), by="chemist")
    assert ward.refused(verify_order, decide(ward, order.order_id), by="chemist").code == "order_verified_already"
    ward.record(evening)
    (row,) = ward.read(list_orders, ward["duc"])
    assert (row.state, row.prescriber, row.verified_by) == (OrderState.VERIFIED, "Bác Sĩ Lan", "Dược Sĩ Tú")


def test_what_cannot_be_meant_of_an_order_is_asked_or_refused_in_plain_words(ward: Ward) -> None:
    def refusal(*numbers: object, **more: object) -> tuple[str, str]:
        medicine, number, *hours = numbers
        written = ward.written(medicine, number, *hours, **more)  # type: ignore[arg-type]
        told = ward.refused(order_medicine, OrderMedicine(ward["duc"], written))
        return told.code, told.message

    code, said = refusal("paracetamol", 5000, 8)
    assert (code, "5.000 mg" in said, "1.000 mg" in said) == ("amount_unusual", True, True)
    code, said = refusal("methadone", 3, 8, unit=Unit.ML)
    assert (code, "3 ml là 30 mg" in said) == ("unit_mismatch", True)
    assert refusal("paracetamol", 0, 8)[0] == "amount_wrong"
    assert refusal("paracetamol", 500, 8, route=Route.INTRAVENOUS)[0] == "route_not_of_medicine"
    assert refusal("paracetamol", 500, kind=OrderKind.REGULAR)[0] == "plan_times"
    assert refusal("paracetamol", 500, reason="")[0] == "field_missing"
    assert refusal("paracetamol", 500, least_minutes=None)[0] == "field_missing"
    assert refusal("paracetamol", 500, 8, is_urgent=True)[0] == "urgent_not_once"
    yesterday = ward.facility.file.clock.at - timedelta(days=2)
    assert refusal("paracetamol", 500, 8, starts_at=yesterday)[0] == "starts_in_past"
    half = Quantity(Decimal(500), Unit.MG)
    gap = (Part(half, (time(8),), 1, 2), Part(half, (time(8),), 4))
    assert refusal("paracetamol", 500, 8, parts=gap)[0] == "plan_days"


def test_an_order_is_never_overwritten(ward: Ward) -> None:
    first = ward.order("paracetamol", 500, 8, 20)
    ward.at(10)
    command = ReplaceOrder(first.order_id, first.version, ward.written("paracetamol", 1000, 8), "đau nhiều")
    assert ward.refused(replace_order, ReplaceOrder(*(first.order_id, 1, command.written, "x"))).code == (
        "record_changed"
    )
    second = ward.write(replace_order, command)
    rows = {row.version_no: row for row in ward.read(list_orders, ward["duc"])}
    assert rows.keys() == {2}
    rows = {row.version_no: row for row in ward.read(_with_past, ward["duc"])}
    assert (rows[1].state, rows[1].plan.most_a_time) == (OrderState.ENDED, 500_000)
    assert (rows[2].state, rows[2].replaces_id) == (OrderState.ORDERED, first.order_id)
    assert rows[1].chain_id == rows[2].chain_id == first.order_id
    below = "UPDATE medicine_order SET plan = '1- 9@08:00'"
    assert "frozen:medicine_order" in ward.pharmacy.below(below)
    assert "frozen:medicine_order" in ward.pharmacy.below("DELETE FROM medicine_order")
    ward.write(refuse_order, decide(ward, second.order_id, "quá liều"), by="chemist")
    told = ward.refused(stop_order, decide(ward, second.order_id, "thôi"))
    assert told.code == "order_ended_already"


def _with_past(uow: UnitOfWork, resident_id: str) -> tuple[OrderRow, ...]:
    return list_orders(uow, resident_id, with_past=True)


def test_a_held_order_is_not_given_until_it_is_resumed(ward: Ward) -> None:
    order = ward.order("paracetamol", 500, 10, 12, 14)
    ward.write(hold_order, decide(ward, order.order_id, "mạch chậm"))
    assert ward.refused(hold_order, decide(ward, order.order_id, "nữa")).code == "order_held_already"
    ward.at(10)
    assert ward.no(ward.said(order, "10:00")).code == "order_held"
    ward.record(ward.said(order, "10:00", Outcome.HELD, reason="bác sĩ cho hoãn"))
    ward.at(11)
    ward.write(resume_order, decide(ward, order.order_id))
    assert ward.refused(resume_order, decide(ward, order.order_id)).code == "order_not_held"
    ward.at(12)
    ward.record(ward.said(order, "12:00"))
    ward.at(13)
    ward.write(stop_order, decide(ward, order.order_id, "hết đau"))
    ward.at(14)
    assert ward.no(ward.said(order, "14:00")).code == "order_ended"
    assert [(row.slot, row.outcome) for row in ward.round()] == [
        ("10:00", Outcome.HELD),
        ("12:00", Outcome.GIVEN),
    ]


def test_a_draft_only_warns_but_stops_what_is_guarded(ward: Ward) -> None:
    ward.order("paracetamol", 500, 8)
    warned = ward.order("paracetamol", 500, 20, verified=False)
    assert [(one.key, one.need) for one in warned.findings] == [("duplicate:same_medicine", Need.NOTHING)]
    (row,) = ward.read(list_overrides, warned.order_id)
    assert (row.rule_key, row.rule_version, row.reason) == ("duplicate:same_medicine", 0, None)
    ward.programme()
    ward.order("methadone", 30, 8)
    command = OrderMedicine(ward["duc"], ward.written("diazepam", 5, 20))
    told = ward.refused(order_medicine, command)
    assert (told.code, "ức chế hô hấp" in told.message) == ("order_checks", True)
    answered = {"interaction:opioid_benzodiazepine": "cắt cơn rượu"}
    told = ward.refused(
        order_medicine, OrderMedicine(ward["duc"], ward.written("diazepam", 5, 20, reasons=answered))
    )
    assert told.code == "order_needs_second"
    given = ward.agreed("medication.order_medicine", "doctor")
    made = ward.order("diazepam", 5, 20, reasons=answered, countersign=given)
    (kept,) = ward.read(list_overrides, made.order_id)
    assert (kept.severity, kept.reason, kept.second) == (1, "cắt cơn rượu", "Người Thứ Hai")


def test_a_dose_no_tablet_can_be_broken_into_is_told_and_kept_with_the_order(ward: Ward) -> None:
    whole = ward.order("paracetamol", 250, 8, person="hoa", verified=False)
    assert whole.findings == ()
    part = Part(Quantity(Decimal(500), Unit.MG), (time(8),), 1, 2)
    taper = (part, Part(Quantity(Decimal(100), Unit.MG), (time(8),), 3, 4))
    odd = ward.order("paracetamol", 500, kind=OrderKind.TAPER, parts=taper, verified=False)
    assert [(one.key, one.need) for one in odd.findings] == [("dose:pieces", Need.NOTHING)]
    (kept,) = ward.read(list_overrides, odd.order_id)
    assert "liều 100 mg (1 viên = 500 mg)" in kept.finding


def test_an_approved_rule_binds_and_a_new_version_only_when_it_is_approved(ward: Ward) -> None:
    ward.approve(RuleList.MAX_DOSE, "paracetamol_day")
    many = (8, 12, 16, 20, 23)
    told = ward.refused(order_medicine, OrderMedicine(ward["duc"], ward.written("paracetamol", 1000, *many)))
    assert (told.code, "4000 mg" in told.message) == ("order_checks", True)
    ward.order("paracetamol", 1000, *many, reasons={"max_dose:paracetamol_day": "sốt cao"})
    wish = {"day_most": "6000000", "text": "Trên 6 g/ngày."}
    command = ChangeRule(RuleList.MAX_DOSE, "paracetamol_day", wish, "theo khoa")
    made = ward.write(change_rule, command)
    told = ward.refused(approve_rule, ApproveRule(RuleList.MAX_DOSE, "paracetamol_day", made.version))
    assert told.code == "same_person_twice"
    told = ward.refused(order_medicine, OrderMedicine(ward["hoa"], ward.written("paracetamol", 1000, *many)))
    assert told.code == "order_checks"
    told = ward.refused(
        approve_rule, ApproveRule(RuleList.MAX_DOSE, "paracetamol_day", made.version), by="chemist"
    )
    assert told.code == "countersign_missing"
    both = ward.approving(RuleList.MAX_DOSE, "paracetamol_day", made.version, "chemist")
    ward.write(approve_rule, both, by="chemist")
    ward.order("paracetamol", 1000, *many, person="hoa")
    versions = ward.read(list_versions, RuleList.MAX_DOSE, "paracetamol_day")
    assert [(one.version, one.approved_by) for one in versions] == [(2, "Dược Sĩ Tú"), (1, "Bác Sĩ Minh"), (0, "")]
    bad = ChangeRule(RuleList.MAX_DOSE, "paracetamol_day", {"day_most": "nhiều"}, "nhầm")
    assert ward.refused(change_rule, bad).code == "bad_rule"
    off = ChangeRule(RuleList.DUPLICATE, "same_medicine", {}, "không dùng", is_off=True)
    assert any(row.code == "same_medicine" for row in ward.read(list_rules, RuleList.DUPLICATE))
    saved = ward.write(change_rule, off)
    both = ward.approving(RuleList.DUPLICATE, "same_medicine", saved.version, "chemist")
    ward.write(approve_rule, both, by="chemist")
    assert not any(row.code == "same_medicine" for row in ward.read(list_rules, RuleList.DUPLICATE))
    told = ward.refused(approve_rule, ApproveRule(RuleList.SUBSTITUTION, "missed_1", 0), by="chemist")
    assert told.code == "approver_role"


def test_an_allergy_stops_with_a_second_signature_and_may_be_struck_out(ward: Ward) -> None:
    known = AddAllergy(ward["duc"], "paracetamol", AllergySeverity.SEVERE, reaction="phù môi")
    allergy = ward.write(add_allergy, known, by="nurse").allergy_id
    told = ward.refused(order_medicine, OrderMedicine(ward["duc"], ward.written("paracetamol", 500, 8)))
    assert (told.code, "dị ứng paracetamol" in told.message) == ("order_checks", True)
    answered = ward.written("paracetamol", 500, 8, reasons={"allergy:fact": "đã thử, không sao"})
    assert ward.refused(order_medicine, OrderMedicine(ward["duc"], answered)).code == "order_needs_second"
    (row,) = ward.read(list_allergies, ward["duc"])
    assert (row.allergy_id, row.substance, row.reaction) == (allergy, "paracetamol", "phù môi")
    ward.write(void_allergy, VoidAllergy(allergy, row.version, "nhầm người"), by="nurse")
    assert ward.order("paracetamol", 500, 8).version == 2
    assert ward.refused(add_allergy, AddAllergy(ward["duc"], "x", AllergySeverity.MILD, "none")).code == "bad_code"


def test_whoever_gave_an_urgent_dose_does_not_release_it_afterwards(ward: Ward) -> None:
    urgent = ward.order("paracetamol", 500, kind=OrderKind.ONCE, is_urgent=True, verified=False)
    ward.record(ward.said(urgent, "once"))
    both = replace(ward.actor("nurse"), roles=frozenset({Role.NURSE, Role.PHARMACIST}))
    with ward.facility.database.write(both) as uow, pytest.raises(UserError) as told:
        verify_order(uow, DecideOrder(urgent.order_id, urgent.version))
    assert told.value.code == "same_person_twice"
    ward.write(verify_order, DecideOrder(urgent.order_id, urgent.version), by="chemist")


def test_a_dose_is_given_after_the_pharmacist_and_not_written_back_before_them(ward: Ward) -> None:
    waiting = ward.order("loperamide", 2, 9, verified=False)
    before = ward.at(9, 10)
    ward.at(9, 30)
    order = ward.write(verify_order, DecideOrder(waiting.order_id, waiting.version), by="chemist")
    told = ward.no(ward.said(order, "09:00", given_at=before))
    assert (told.code, "09:10" in told.message, "09:30" in told.message) == ("order_not_verified_then", True, True)
    ward.record(ward.said(order, "09:00", given_at=before), is_from_paper=True)


def test_numbers_and_days_nobody_can_mean_are_refused_in_plain_words(ward: Ward) -> None:
    cases = (
        ({"number": Decimal("1E+999999")}, "amount_wrong"),
        ({"number": Decimal("1E-999999")}, "amount_wrong"),
        ({"number": Decimal("9" * 5000), "unit": "ml"}, "amount_wrong"),
        ({"starts_on": date(9999, 12, 31)}, "starts_too_late"),
        ({"starts_on": date(2029, 1, 1)}, "starts_too_late"),
        ({"starts_on": date(1, 1, 1)}, "starts_in_past"),
    )
    usual = OrderTyped(ward["duc"], ward["paracetamol"], OrderKind.REGULAR, Decimal(500), times="8", days=3)
    for wrong, code in cases:
        told = ward.refused(prescribe, replace(usual, **wrong))
        assert (told.code, len(told.message) < 200) == (code, True)
