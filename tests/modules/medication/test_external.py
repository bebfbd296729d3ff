"""Medicine of the family: only with a prescription, a doctor decides, nothing of it goes unaccounted for."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from facility_app.modules.medication.domain.external import ExternalEnd, ExternalState, is_controlled_name
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


def test_narcotic_and_psychotropic_medicines_by_name_and_expired_ones_are_not_let_in(ward: Ward) -> None:
    def let_in(medicine: str, **more: Any) -> str:
        return ward.refused(accept_external, deciding(received(ward, medicine, **more))).code

    for medicine in ("Morphine sulfat 30", "Diazepam 5mg", "METHADON", "Tramadol + paracetamol"):
        assert let_in(medicine) == "external_controlled", medicine
    assert let_in("Amlodipin", expires_on=date(2026, 11, 22)) == "external_expired"
    ward.write(accept_external, deciding(received(ward, expires_on=TODAY)))


@each(
    ("medicine", "names", "is_one"),
    (
        ("Phenobarbital 100", (), True),
        ("Seduxen 5 mg", ("Diazepam", "Seduxen"), True),
        ("Cetirizin hydroclorid", ("Methadon hydroclorid",), False),
        ("Natri clorid 0,9%", ("Natri phenobarbital",), False),
        ("Paracetamol", (), False),
    ),
)
def test_a_name_is_known_by_its_stem_or_by_the_catalogue_never_by_its_salt(
    medicine: str, names: tuple[str, ...], is_one: bool
) -> None:
    assert is_controlled_name(medicine, names) is is_one


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
