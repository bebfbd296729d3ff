"""Medicine of the family: only with a prescription, a doctor decides, nothing of it goes unaccounted for."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from facility_app.kernel.errors import UserError
from facility_app.modules.medication.domain.external import ExternalEnd, ExternalState, is_named
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.queries.external import list_external
from facility_app.modules.medication.service.external import (
    DecideExternal,
    EndExternal,
    External,
    ReceiveExternal,
    accept_external,
    end_external,
    receive_external,
    refuse_external,
    void_external,
)
from facility_app.modules.medication.service.rules import ChangeRule, approve_rule, change_rule
from facility_app.modules.pharmacy.api import list_controlled
from facility_app.modules.stays.api import EndStay, ExitCode, end_stay, get_stay
from tests.helpers.cases import each
from tests.modules.medication.ward import Ward
from tests.modules.pharmacy.store import TODAY

PRESCRIBED: dict[str, Any] = {
    "prescriber": "BS. Phạm Thu",
    "place": "Bệnh viện huyện",
    "number": "318",
    "prescribed_on": TODAY,
}


def brought(ward: Ward, medicine: str = "Amlodipin", **more: Any) -> ReceiveExternal:
    """What the mother brings for Đức; with a prescription unless said otherwise."""
    given = {**PRESCRIBED, **more}
    return ReceiveExternal(
        ward["duc"], "Nguyễn Thị Mẹ", "mother", medicine, given.pop("quantity", 30), "tablet", **given
    )


def received(ward: Ward, medicine: str = "Amlodipin", **more: Any) -> External:
    """It is written down by the nurse."""
    return ward.write(receive_external, brought(ward, medicine, **more), by="nurse")


def deciding(one: External, reason: str = "") -> DecideExternal:
    """A decision about it."""
    return DecideExternal(one.external_id, one.version, reason)


def ending(one: External, quantity: int | None = 30, whom: str = "Nguyễn Thị Mẹ") -> EndExternal:
    """It is handed back."""
    return EndExternal(one.external_id, one.version, ExternalEnd.HANDED_BACK, quantity, whom)


def test_what_the_nurse_received_is_accepted_by_a_doctor_and_the_rest_handed_back(ward: Ward) -> None:
    one = received(ward, strength="5 mg", lot="A1", expires_on=date(2027, 5, 1))
    (row,) = ward.read(list_external, ward["duc"])
    assert (row.medicine, row.quantity, row.state, row.received_by) == (
        *("Amlodipin", 30, ExternalState.RECEIVED),
        "Điều Dưỡng Vân",
    )
    assert ward.refused(end_external, ending(one), by="nurse").code == "external_waiting"
    one = ward.write(accept_external, deciding(one))
    one = ward.write(end_external, ending(one, 4), by="nurse")
    (row,) = ward.read(list_external, ward["duc"])
    assert (row.state, row.decided_by, row.ended_quantity, row.ended_with) == (
        *(ExternalState.ACCEPTED, "Bác Sĩ Lan"),
        *(4, "Nguyễn Thị Mẹ"),
    )
    assert ward.refused(end_external, ending(one, 1), by="nurse").code == "external_ended"
    verbs = ward.sql("SELECT verb FROM audit_entry WHERE verb LIKE '%\\_external' ESCAPE '\\' ORDER BY seq")
    assert {verb for (verb,) in verbs} == {f"medication.{name}_external" for name in ("receive", "accept", "end")}
    assert ward.sql("SELECT stay_id FROM external_medicine") == [(ward["duc's stay"],)]


def test_without_a_prescription_no_doctor_can_let_it_in_and_the_article_is_named(ward: Ward) -> None:
    one = received(ward, prescriber="", place="", number="", prescribed_on=None)
    told = ward.refused(accept_external, deciding(one))
    assert (told.code, "Điều 114 khoản 5" in told.message) == ("external_unprescribed", True)
    # The file itself keeps the rule.
    with pytest.raises(IntegrityError):
        ward.write(
            lambda uow: uow.session.connection().exec_driver_sql(
                "UPDATE external_medicine SET state = 'accepted', decided_at = created_at"
            )
        )
    one = ward.write(refuse_external, deciding(one, "không có đơn thuốc"))
    assert ward.refused(end_external, ending(one, 29), by="nurse").code == "external_not_all"
    ward.write(end_external, ending(one), by="nurse")


def test_what_the_catalogue_classes_is_not_let_in_and_its_article_is_named(ward: Ward) -> None:
    def told(medicine: str, **more: Any) -> UserError:
        refusal = ward.refused(accept_external, deciding(received(ward, medicine, **more), "vẫn cho dùng"))
        assert isinstance(refusal, UserError)
        return refusal

    for medicine in ("Diazepam 5mg", "METHADON", "Methadon + paracetamol"):
        refusal = told(medicine)
        assert refusal.code == "external_controlled", medicine
        (article,) = {row.article for row in ward.read(list_controlled) if row.generic in refusal.message}
        assert article in refusal.message
    assert told("Amlodipin", expires_on=date(2026, 11, 22)).code == "external_expired"
    ward.write(accept_external, deciding(received(ward, expires_on=TODAY)))


def test_a_draft_rule_of_a_name_only_warns_and_is_answered_with_a_reason_that_is_kept(ward: Ward) -> None:
    one = received(ward, "Morphine sulfat 30")
    assert "Morphin có thể là thuốc gây nghiện" in str(ward.read(list_external, ward["duc"])[0].doubt)
    told = ward.refused(accept_external, deciding(one))
    assert (told.code, set(told.fields), "Chưa phê duyệt".lower() in told.message) == (
        *("external_doubtful", {"reason"}),
        True,
    )
    assert ward.refused(accept_external, deciding(one, "đang dùng TDF")).code == "external_private"
    ward.write(accept_external, deciding(one, "đơn của bệnh viện ung bướu"))
    assert ward.sql("SELECT accepted_because, warned_by FROM external_medicine") == [
        ("đơn của bệnh viện ung bướu", "family:morphin:0")
    ]
    assert ward.read(list_external, ward["duc"])[0].doubt is None
    # Nothing is asked where nothing warns, and nothing is kept as an answer to a warning.
    ward.write(accept_external, deciding(received(ward), "không cần"))
    kept = ward.sql("SELECT accepted_because FROM external_medicine WHERE medicine = 'Amlodipin'")
    assert kept == [(None,)]


def test_a_rule_of_a_name_that_a_named_person_approved_binds_and_one_put_out_of_force_is_silent(
    ward: Ward,
) -> None:
    ward.approve(RuleList.FAMILY, "morphin")
    told = ward.refused(accept_external, deciding(received(ward, "Morphin 30"), "vẫn cho dùng"))
    assert (told.code, "Bác Sĩ Minh đã phê duyệt" in told.message) == ("external_forbidden", True)
    off = ward.write(
        change_rule, ChangeRule(RuleList.FAMILY, "fentanyl", {}, "không dùng", is_off=True), by="chemist"
    )
    ward.write(approve_rule, ward.approving(RuleList.FAMILY, "fentanyl", off.version, "doctor"))
    ward.write(accept_external, deciding(received(ward, "Fentanyl dán")))


@each("stem", ("mor", "Morphin", "natri", "two words", ""))
def test_a_rule_of_a_name_looks_for_the_beginning_of_one_word_never_for_a_salt(ward: Ward, stem: str) -> None:
    wanted = ChangeRule(RuleList.FAMILY, "morphin", {"stem": stem}, "sửa")
    assert ward.refused(change_rule, wanted).code == "bad_rule"


@each(
    ("medicine", "names", "is_one"),
    (
        ("Seduxen 5 mg", ("Diazepam", "Seduxen"), True),
        ("Cetirizin hydroclorid", ("Methadon hydroclorid", None), False),
        ("Natri clorid 0,9%", ("Natri phenobarbital",), False),
        ("Paracetamol", ("Morphin",), False),
    ),
)
def test_a_name_is_known_by_the_words_of_the_catalogue_never_by_its_salt(
    medicine: str, names: tuple[str | None, ...], is_one: bool
) -> None:
    assert is_named(medicine, *names) is is_one


def test_a_doctor_is_asked_the_day_it_came_and_told_before_it_runs_out_or_expires(ward: Ward) -> None:
    def tasks() -> dict[str, tuple[str, str]]:
        asked = "SELECT kind, status, due_at FROM task WHERE kind LIKE 'medication.external%' ORDER BY id"
        return {
            kind.removeprefix("medication.external_"): (status, due[:10]) for kind, status, due in ward.sql(asked)
        }

    one = received(ward, lasts_days=10, expires_on=date(2026, 12, 31))
    assert tasks() == {"decide": ("open", "2026-11-23")}
    one = ward.write(accept_external, deciding(one))
    # Ten days, the first of them today.
    assert ward.sql("SELECT runs_out_on FROM external_medicine") == [("2026-12-02",)]
    assert tasks() == {"decide": ("done", "2026-11-23"), "renew": ("open", "2026-12-02")}
    ward.write(end_external, ending(one), by="nurse")
    assert tasks()["renew"][0] == "withdrawn"


def test_what_is_not_used_is_asked_back_and_so_is_all_of_somebody_who_left(ward: Ward) -> None:
    asked = "SELECT status FROM task WHERE kind = 'medication.external_give_back' ORDER BY id"
    one = ward.write(refuse_external, deciding(received(ward), "không có đơn thuốc"))
    assert ward.sql(asked) == [("open",)]
    ward.write(end_external, ending(one), by="nurse")
    assert ward.sql(asked) == [("done",)]
    ward.write(accept_external, deciding(received(ward, expires_on=date(2026, 12, 31))))
    stay = ward.read(get_stay, ward["duc's stay"])
    ward.write(end_stay, EndStay(stay.stay_id, stay.version, ExitCode.DEATH, TODAY), by="head")
    assert ward.sql(asked) == [("done",), ("open",)]
    assert ward.sql("SELECT status FROM task WHERE kind = 'medication.external_renew'") == [("withdrawn",)]


def test_what_waited_for_a_doctor_when_somebody_left_hangs_on_no_list_and_goes_back_whole(ward: Ward) -> None:
    one = received(ward)
    stay = ward.read(get_stay, ward["duc's stay"])
    ward.write(end_stay, EndStay(stay.stay_id, stay.version, ExitCode.DEATH, TODAY), by="head")
    asked = "SELECT kind, status FROM task WHERE kind LIKE 'medication.external%' ORDER BY kind"
    decide, back = "medication.external_decide", "medication.external_give_back"
    assert ward.sql(asked) == [(decide, "withdrawn"), (back, "open")]
    told = ward.refused(accept_external, deciding(one))
    assert (told.code, "Trả lại, hủy" in told.message) == ("external_left", True)
    assert ward.read(list_external, ward["duc"])[0].has_left
    assert ward.refused(end_external, ending(one, 29), by="nurse").code == "external_not_all"
    one = ward.write(end_external, ending(one), by="nurse")
    assert ward.sql(asked) == [(decide, "withdrawn"), (back, "done")]
    # What went is not struck out nor decided afterwards.
    assert ward.refused(void_external, deciding(one, "ghi nhầm"), by="nurse").code == "external_ended"
    assert ward.refused(refuse_external, deciding(one, "không cần")).code == "external_ended"


def test_the_number_of_a_prescription_is_no_code_of_a_disease(ward: Ward) -> None:
    assert received(ward, number="B21/2026", lot="Z21").version == 1


def test_words_that_reveal_hiv_are_not_written_on_the_open_side_and_the_way_on_is_told(ward: Ward) -> None:
    for medicine in ("TLD", "Efavirenz 600", "TDF/FTC/EFV"):
        told = ward.refused(receive_external, brought(ward, medicine), by="nurse")
        assert (told.code, "ra y lệnh thuốc" in told.message) == ("external_private", True)
    assert ward.refused(receive_external, brought(ward, place="Phòng khám HIV"), by="nurse").code == (
        "external_private"
    )
    one = received(ward)
    assert ward.refused(refuse_external, deciding(one, "đang dùng TDF")).code == "external_private"


def test_what_is_not_whole_is_refused_with_the_field(ward: Ward) -> None:
    whole = brought(ward)
    wrong = {
        "brought_by": replace(whole, brought_by=" "),
        "medicine": replace(whole, medicine=""),
        "relation": replace(whole, relation="neighbour"),
        "unit": replace(whole, unit="box"),
        "quantity": replace(whole, quantity=None),
        "prescriber": replace(whole, prescriber=""),
        "prescribed_on": replace(whole, prescribed_on=date(2026, 12, 1)),
    }
    for name, command in wrong.items():
        assert set(ward.refused(receive_external, command, by="nurse").fields) == {name}, name
    assert set(ward.refused(receive_external, replace(whole, quantity=0), by="nurse").fields) == {"quantity"}
    one = received(ward)
    assert ward.refused(refuse_external, deciding(one)).code == "field_missing"
    one = ward.write(accept_external, deciding(one))
    for count in (None, 31, 0):
        told = ward.refused(end_external, ending(one, count), by="nurse")
        assert set(told.fields) == {"quantity"}
    assert set(ward.refused(end_external, ending(one, whom=""), by="nurse").fields) == {"with_whom"}


def test_it_is_decided_once_and_struck_out_only_before(ward: Ward) -> None:
    one = received(ward)
    ward.write(void_external, deciding(one, "ghi nhầm người"), by="nurse")
    assert ward.read(list_external, ward["duc"]) == ()
    one = ward.write(accept_external, deciding(received(ward)))
    for verb, by in ((accept_external, "doctor"), (refuse_external, "doctor"), (void_external, "nurse")):
        assert ward.refused(verb, deciding(one, "nghĩ lại"), by=by).code == "external_decided"
