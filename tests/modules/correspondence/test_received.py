"""Papers from outside get the year's next number, are corrected with a reason, and keep their number for good."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.db.messages import Messages
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.spec import ModuleSpec
from facility_app.modules.correspondence.domain.events import PaperCameIn
from facility_app.modules.correspondence.domain.incoming import ReceivedDoubt, ReceivedFacts, checked_received
from facility_app.modules.correspondence.domain.outgoing import PaperClass, PaperState
from facility_app.modules.correspondence.queries.paper import ReceivedDetail, get_received
from facility_app.modules.correspondence.service.receiving import (
    EditReceived,
    RegisterReceived,
    VoidReceived,
    edit_received,
    register_received,
    void_received,
)
from tests.helpers.probe import engine_of, rows
from tests.modules.correspondence.papers import DECISION, LETTER, TODAY, V53, Office

HEAD = (Role.HEAD,)


def the(office: Office, received_id: str) -> ReceivedDetail:
    return office.read(get_received, received_id, by=HEAD)


def test_what_is_registered_is_what_was_typed_tidied(office: Office) -> None:
    made = office.receive(replace(LETTER, sender="  TAND  khu vực 1 ", about=" "))
    found = the(office, made.received_id)
    assert (found.no, found.year, found.facts.sender) == ("01", 2026, "TAND khu vực 1")
    assert found.facts.about is None


def test_an_official_form_is_kept_with_its_version_and_what_was_typed(office: Office) -> None:
    made = office.receive(resident_id=office.resident, stay_id="5" * 32, form=V53, payload=DECISION)
    found = the(office, made.received_id)
    assert (found.facts.form_id, found.facts.form_version) == ("V-53", 1)
    assert found.payload is not None
    assert json.loads(found.payload)["post_rehab_to_date"] == "2027-03-02"
    assert found.facts.about == "Nguyễn Văn Đức (26-0001)"


def test_a_form_with_a_required_field_empty_is_refused_and_no_number_goes(office: Office) -> None:
    assert office.refused(register_received, RegisterReceived(LETTER, form=V53)) == "form_incomplete"
    assert office.receive().no == "01"


def test_slices_that_follow_the_case_hear_of_it_and_of_its_correction(office: Office) -> None:
    told: list[Any] = []
    ear = ModuleSpec("ear", handlers={PaperCameIn: (lambda _uow, event: told.append(event),)})
    office.facility.database._messages = Messages([ear])
    paper = RegisterReceived(LETTER, office.resident, "5" * 32, V53, DECISION)
    made = office.write(register_received, paper)
    other = replace(paper, facts=replace(LETTER, received_on=TODAY - timedelta(days=1)))
    office.write(edit_received, EditReceived(made.received_id, 1, other, "ghi nhầm ngày"))
    first, second = told
    assert (first.form_id, first.stay_id, first.received_on) == ("V-53", "5" * 32, TODAY)
    assert second == replace(first, received_on=TODAY - timedelta(days=1))


def test_the_same_paper_twice_is_kept_with_a_doubt(office: Office) -> None:
    assert office.receive().doubts == ()
    assert office.receive().doubts == (ReceivedDoubt.REGISTERED_BEFORE,)
    assert office.receive(replace(LETTER, number="124/TA-HS")).doubts == ()
    assert office.receive(replace(LETTER, number=None)).doubts == ()
    assert office.receive(replace(LETTER, number=None)).doubts == ()


def test_a_correction_needs_a_reason_and_keeps_number_and_version(office: Office) -> None:
    made = office.receive()
    right = RegisterReceived(replace(LETTER, subject="Về việc triệu tập"))
    wrong = EditReceived(made.received_id, 1, right, " ")
    assert office.refused(edit_received, wrong) == "reason_missing"
    done = office.write(edit_received, replace(wrong, reason="chép sai trích yếu"))
    assert (done.no, done.version) == ("01", 2)
    assert the(office, made.received_id).facts.subject == "Về việc triệu tập"
    assert office.refused(edit_received, replace(wrong, reason="x")) == "record_changed"
    said = rows(office.facility.database, "SELECT after FROM audit_value WHERE column_name = 'reason'")
    assert ("chép sai trích yếu",) in said


def test_a_line_stays_in_the_year_of_its_number(office: Office) -> None:
    made = office.receive()
    moved = RegisterReceived(replace(LETTER, received_on=date(2025, 12, 31), dated_on=None))
    asked = EditReceived(made.received_id, 1, moved, "nhầm năm")
    assert office.refused(edit_received, asked) == "year_of_number"


def test_a_line_struck_out_keeps_its_number_and_is_not_corrected(office: Office) -> None:
    made = office.receive()
    assert office.refused(void_received, VoidReceived(made.received_id, 1, "x"), by=(Role.INTAKE,)) == (
        "permission_denied"
    )
    office.write(void_received, VoidReceived(made.received_id, 1, "vào sổ hai lần"))
    assert the(office, made.received_id).state is PaperState.VOID
    assert office.receive().no == "02"
    again = EditReceived(made.received_id, 2, RegisterReceived(LETTER), "x")
    assert office.refused(edit_received, again) == "paper_is_void"
    assert office.refused(void_received, VoidReceived(made.received_id, 2, "x")) == "paper_is_void"


@pytest.mark.parametrize("statement", ["UPDATE received_paper SET no = 9", "DELETE FROM received_paper"])
def test_number_and_line_stay_whoever_tries(office: Office, statement: str) -> None:
    office.receive()
    refused = pytest.raises(sa.exc.DBAPIError, match="frozen:received_paper")
    with engine_of(office.facility.file.path) as engine, engine.begin() as raw, refused:
        raw.exec_driver_sql(statement)


def test_a_clerk_registers_a_paper_about_health_and_then_no_longer_reads_it(office: Office) -> None:
    made = office.receive(replace(LETTER, paper_class=PaperClass.HEALTH, subject="Kết quả xét nghiệm"))
    assert office.refused(get_received, made.received_id) == "permission_denied"
    assert the(office, made.received_id).facts.subject == "Kết quả xét nghiệm"


WRONG: tuple[tuple[dict[str, Any], str, str], ...] = (
    ({"sender": " "}, "field_missing", "sender"),
    ({"subject": ""}, "field_missing", "subject"),
    ({"received_on": date(2026, 3, 3)}, "day_out_of_range", "received_on"),
    ({"dated_on": date(2026, 3, 3)}, "day_out_of_range", "dated_on"),
    ({"received_on": date(2026, 2, 1)}, "dated_after_received", "dated_on"),
    ({"answer_by": date(2026, 1, 1)}, "answer_before_received", "answer_by"),
    ({"number": "x" * 201}, "text_too_long", "number"),
    ({"subject": "x\ud800"}, "broken_text", "subject"),
)


@pytest.mark.parametrize(("more", "code", "field"), WRONG)
def test_what_cannot_be_is_refused_at_its_field(more: dict[str, Any], code: str, field: str) -> None:
    typed: ReceivedFacts = replace(LETTER, **more)
    with pytest.raises(UserError) as told:
        checked_received(typed, TODAY)
    assert (told.value.code, list(told.value.fields)) == (code, [field])


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(UserError) as told:
        checked_received(replace(LETTER, sender="", subject="", dated_on=date(2030, 1, 1)), TODAY)
    assert told.value.code == "bad_fields"
    assert set(told.value.fields) == {"sender", "subject", "dated_on"}
