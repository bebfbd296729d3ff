"""A paper gets number, words and seal at once, and never changes again."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.frozen import digest, restore
from facility_app.documents.signed_qr import verify
from facility_app.kernel.actor import Role
from facility_app.modules.correspondence.domain.outgoing import Addressee, AddresseeKind, PaperClass, PaperState
from facility_app.modules.correspondence.queries.marks import KeyRow, list_keys
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.correspondence.service.issuing import issue_paper
from facility_app.modules.correspondence.service.keys import replace_key
from facility_app.modules.correspondence.service.voiding import VoidPaper, void_paper
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper
from tests.helpers.probe import HOME, engine_of, rows
from tests.modules.correspondence.papers import (
    CERTIFICATE,
    COURT,
    MEDICAL_SHEET,
    POLICE,
    SHEET,
    TODAY,
    V17,
    V23,
    V43,
    V50,
    Office,
    certificate,
    notice,
)


def says(office: Office, paper_id: str) -> dict[str, Any]:
    found = office.paper(paper_id).open_file
    assert found is not None
    said: dict[str, Any] = json.loads(found.payload)
    return said


@contextmanager
def raw_of(office: Office) -> Iterator[sa.Connection]:
    with engine_of(office.facility.file.path) as engine, engine.begin() as raw:
        yield raw


def keys(office: Office) -> tuple[KeyRow, ...]:
    return office.read(list_keys, by=(Role.HEAD,))


def test_the_paper_says_the_number_it_was_given(office: Office) -> None:
    made = office.issue(notice(resident_id=office.resident, signer_id=office.head))
    assert made.number == "01/TB-CSCN"
    said = says(office, made.paper_id)
    assert (said["document_number"], said["document_symbol"]) == ("01", "CSCN")
    assert said["document_date"] == "2026-03-02"


def test_a_form_without_a_kind_code_prints_the_whole_symbol(office: Office) -> None:
    made = office.issue()
    assert made.number == "01/CSCN"
    assert says(office, made.paper_id)["document_symbol"] == "CSCN"


def test_minutes_bear_no_number(office: Office) -> None:
    minutes: Payload = {
        "minutes_started_at": office.facility.file.clock.now(),
        "place_name": "Hà Nội",
        "delivering_agency": "Cơ sở",
        "delivering_name": "Lê Thị Hằng",
        "receiving_name": "Nguyễn Văn Bình",
        "handed_document_title": "Giấy xác nhận",
    }
    made = office.issue(replace(certificate(), form=V23, payload=minutes))
    assert made.number == ""
    assert says(office, made.paper_id)["document_date"] == "2026-03-02"
    to_come = {name: value for name, value in minutes.items() if name != "minutes_started_at"}
    by_hand = office.issue(replace(certificate(), form=V23, payload=to_come))
    assert "document_date" not in says(office, by_hand.paper_id), "written by hand, as the hour is"
    assert office.issue().number == "01/CSCN"


def test_the_facility_fills_its_own_lines_and_the_slice_may_say_otherwise(office: Office) -> None:
    made = office.issue()
    said = says(office, made.paper_id)
    assert said["facility_name"] == "Cơ sở cai nghiện ma túy số 1"
    assert said["facility_short_name"] == "số 1"
    other = office.issue(replace(certificate(), payload={**CERTIFICATE, "facility_short_name": "Một"}))
    assert says(office, other.paper_id)["facility_short_name"] == "Một"


def test_the_head_signs_without_a_second_title_and_the_deputy_with_one(office: Office) -> None:
    by_head = says(office, office.issue(signer_id=office.head).paper_id)
    assert by_head["signer_name"] == "Lê Thị Hằng"
    assert by_head["signer_office"] == "TRƯỞNG CƠ SỞ"
    assert not {"signer_authority", "signer_position"} & by_head.keys()
    by_deputy = says(office, office.issue(signer_id=office.deputy).paper_id)
    assert (by_deputy["signer_authority"], by_deputy["signer_position"]) == ("kt", "PHÓ TRƯỞNG CƠ SỞ")


def test_where_the_form_prints_no_office_the_signer_brings_it(office: Office) -> None:
    by_head = says(office, office.issue(notice(signer_id=office.head)).paper_id)
    assert by_head["signer_position"] == "TRƯỞNG CƠ SỞ"
    by_deputy = says(office, office.issue(notice(signer_id=office.deputy)).paper_id)
    assert by_deputy["signer_position"] == "TRƯỞNG CƠ SỞ\nPHÓ TRƯỞNG CƠ SỞ"


def test_who_may_not_sign_that_day_is_refused_and_no_number_goes(office: Office) -> None:
    assert office.refused(issue_paper, certificate(signer_id="0" * 32)) == "may_not_sign"
    assert office.issue().number == "01/CSCN"


def test_what_was_issued_comes_back_as_it_was_and_its_seal_agrees(office: Office) -> None:
    made = office.issue(resident_id=office.resident)
    found = office.paper(made.paper_id).open_file
    assert found is not None
    back = restore(V50, found.payload)
    assert back["date_of_birth"] == date(2001, 5, 17)
    mark = verify(found.qr_text, {HOME: [key.public_key for key in keys(office)]})
    assert (mark.number, mark.form_id, mark.issued_on) == (made.number, "V-50", TODAY)
    assert mark.paper_id.replace("-", "") == made.paper_id
    assert mark.digest == digest(back)


def test_a_required_field_that_is_empty_is_named_and_no_number_goes(office: Office) -> None:
    holed = {name: value for name, value in CERTIFICATE.items() if name != "served_to_date"}
    assert office.refused(issue_paper, certificate(payload=holed)) == "form_incomplete"
    assert office.issue().number == "01/CSCN"


def test_a_refusal_the_caller_goes_on_after_leaves_no_gap(office: Office) -> None:
    wrong = certificate(addressees=(Addressee(AddresseeKind.COURT, " "),))
    with office.facility.database.write(office.facility.actor(Role.CLERK)) as uow:
        for bad in (wrong, certificate(copies=0), certificate(payload={}), certificate(resident_id="0" * 32)):
            with pytest.raises(Exception, match=r"field_missing|bad_copies|form_incomplete|resident_not_found"):
                issue_paper(uow, bad)
        assert issue_paper(uow, certificate()).number == "01/CSCN"
        uow.commit()
    assert office.issue().number == "02/CSCN"


def test_the_register_names_the_person_by_name_and_code(office: Office) -> None:
    made = office.issue(resident_id=office.resident)
    assert office.paper(made.paper_id).about == "Nguyễn Văn Đức (26-0001)"
    assert office.paper(office.issue(about="Trần Ba").paper_id).about == "Trần Ba"


def test_each_addressee_has_a_line_in_the_papers_order(office: Office) -> None:
    made = office.issue(addressees=(POLICE, COURT))
    lines = office.paper(made.paper_id).deliveries
    assert [one.addressee for one in lines] == [POLICE, COURT]
    assert tuple(one.delivery_id for one in lines) == made.delivery_ids


FROZEN = (
    "payload_json",
    "payload_sha256",
    "number",
    "year",
    "issued_on",
    "symbol",
    "form_version",
    "qr_text",
    "title",
)


@pytest.mark.parametrize("column", FROZEN)
def test_not_even_a_statement_past_the_program_changes_an_issued_paper(office: Office, column: str) -> None:
    office.issue()
    with raw_of(office) as raw:
        with pytest.raises(sa.exc.DBAPIError, match="frozen:issued_paper"):
            raw.exec_driver_sql(f"UPDATE issued_paper SET {column} = 7")
        with pytest.raises(sa.exc.DBAPIError, match="frozen:issued_paper"):
            raw.exec_driver_sql("DELETE FROM issued_paper")


def test_no_verb_of_the_program_changes_what_was_issued(office: Office) -> None:
    made = office.issue()
    with office.facility.database.write(office.facility.actor(Role.HEAD)) as uow, uow.act("correspondence.probe"):
        uow.get(IssuedPaper, made.paper_id).payload_json = "{}"
        with pytest.raises(sa.exc.DBAPIError, match="frozen:issued_paper"):
            uow.session.flush()
        uow.session.rollback()
    assert says(office, made.paper_id)["full_name"] == "Nguyễn Văn Đức"


def test_a_void_paper_keeps_number_and_words_and_the_next_takes_the_next(office: Office) -> None:
    first = office.issue()
    office.void(first)
    found = office.paper(first.paper_id)
    assert (found.number, found.state, found.void_reason) == ("01/CSCN", PaperState.VOID, "in nhầm")
    assert says(office, first.paper_id)["full_name"] == "Nguyễn Văn Đức"
    assert office.issue().number == "02/CSCN"


def test_a_paper_is_struck_out_once_and_with_a_reason(office: Office) -> None:
    made = office.issue()
    assert office.refused(void_paper, VoidPaper(made.paper_id, 1, " "), by=(Role.HEAD,)) == "reason_missing"
    office.void(made)
    assert office.refused(void_paper, VoidPaper(made.paper_id, 2, "x"), by=(Role.HEAD,)) == "paper_is_void"
    with raw_of(office) as raw, pytest.raises(sa.exc.DBAPIError, match="frozen:issued_paper"):
        raw.exec_driver_sql("UPDATE issued_paper SET voided_at = NULL, voided_by = NULL, void_reason = NULL")


def test_a_stale_copy_of_a_paper_is_not_struck_out(office: Office) -> None:
    made = office.issue()
    assert office.refused(void_paper, VoidPaper(made.paper_id, 9, "x"), by=(Role.HEAD,)) == "record_changed"


def test_a_clerk_strikes_out_only_together_with_the_head(office: Office) -> None:
    made = office.issue()
    assert office.refused(void_paper, VoidPaper(made.paper_id, 1, "x")) == "countersign_missing"


def test_only_a_void_paper_is_replaced(office: Office) -> None:
    first = office.issue()
    assert office.refused(issue_paper, certificate(replaces_id=first.paper_id)) == "replaces_living"
    office.void(first)
    second = office.issue(replaces_id=first.paper_id)
    assert office.paper(second.paper_id).replaces_id == first.paper_id


def test_a_paper_of_tomorrow_may_be_made_this_evening_but_none_of_the_day_after(office: Office) -> None:
    assert office.issue(issued_on=TODAY + timedelta(days=1)).number == "01/CSCN"
    late = certificate(issued_on=TODAY + timedelta(days=2))
    assert office.refused(issue_paper, late) == "issue_day_ahead"


def test_the_medical_part_lies_behind_its_wall_in_a_file_of_its_own(office: Office) -> None:
    sheet = replace(certificate(), form=V17, payload=MEDICAL_SHEET)
    assert office.refused(issue_paper, sheet) == "permission_denied"
    made = office.write(issue_paper, sheet, by=(Role.DOCTOR,))
    seen = office.paper(made.paper_id, Role.DOCTOR)
    assert seen.medical_file is not None
    assert seen.open_file is not None
    assert "ho kéo dài" in seen.medical_file.payload.decode()
    assert "ho kéo dài" not in seen.open_file.payload.decode()
    clerk = office.paper(made.paper_id, Role.CLERK)
    assert (clerk.medical_file, clerk.has_medical) == (None, True)


def test_the_office_issues_the_open_part_of_a_form_with_a_medical_one(office: Office) -> None:
    made = office.issue(replace(certificate(), form=V17, payload=SHEET))
    assert office.paper(made.paper_id).has_medical is False


def test_a_paper_about_health_is_issued_and_opened_only_behind_the_wall(office: Office) -> None:
    secret = certificate(paper_class=PaperClass.HEALTH)
    assert office.refused(issue_paper, secret) == "permission_denied"
    made = office.write(issue_paper, secret, by=(Role.DOCTOR,))
    assert office.refused(get_paper, made.paper_id) == "permission_denied"
    assert office.paper(made.paper_id, Role.DOCTOR).number == "01/CSCN"


def test_the_trail_has_the_verb_and_never_the_private_key(office: Office) -> None:
    office.issue()
    office.write(replace_key, "nghi lộ", by=(Role.HEAD,))
    verbs = [row[0] for row in rows(office.facility.database, "SELECT verb FROM audit_entry ORDER BY seq")]
    assert "correspondence.issue_paper" in verbs
    assert verbs.count("correspondence.make_key") == 2
    with office.facility.database.connection() as connection:
        private = connection.exec_driver_sql("SELECT hex(private_key) FROM signing_key").scalars().all()
        kept = connection.exec_driver_sql("SELECT coalesce(before, '') || coalesce(after, '') FROM audit_value")
        words = "\n".join(kept.scalars()).upper()
    assert len(private) == 2
    assert [key for key in private if key in words] == []


def test_a_paper_sealed_before_the_key_was_replaced_stays_genuine(office: Office) -> None:
    found = office.paper(office.issue().paper_id).open_file
    office.write(replace_key, "nghi lộ", by=(Role.HEAD,))
    assert found is not None
    assert verify(found.qr_text, {HOME: [key.public_key for key in keys(office)]}).number == "01/CSCN"
    assert [key.retired_at is None for key in keys(office)].count(True) == 1


def test_a_decision_bears_the_code_its_form_prints(office: Office) -> None:
    escape: Payload = {
        **SHEET,
        "deciding_title": "Trưởng cơ sở",
        "escape_place": "Cơ sở",
        "escaped_at": office.facility.file.clock.now(),
        "report_contact_name": "Trực ban",
        "report_contact_phone": "0243",
    }
    made = office.issue(replace(certificate(), form=V43, payload=escape))
    assert made.number == "01/QĐ-CSCN"
    assert says(office, made.paper_id)["document_symbol"] == "CSCN"
