"""Whoever holds a paper can tell whether it is genuine, void or altered, without learning whom it names."""

from dataclasses import replace

import pytest

from facility_app.documents.signed_qr import PaperMark, new_signing_key, public_key, seal
from facility_app.kernel.actor import Role
from facility_app.modules.correspondence.domain.marks import MarkVerdict
from facility_app.modules.correspondence.queries.marks import MarkFound, list_keys, verify_mark
from facility_app.modules.correspondence.service.issuing import Issued
from facility_app.modules.correspondence.service.keys import (
    Keys,
    TrustKey,
    export_public_key,
    replace_key,
    trust_key,
)
from tests.helpers.probe import HOME
from tests.modules.correspondence.papers import TODAY, Office

BOSS = (Role.HEAD,)
ELSEWHERE = "G01.30.07"


def code(office: Office, made: Issued) -> str:
    found = office.paper(made.paper_id).open_file
    assert found is not None
    return found.qr_text


def checked(office: Office, text: str) -> MarkFound:
    return office.read(verify_mark, text, by=(Role.GUARD,))


def own_key(office: Office) -> bytes:
    return office.write(lambda uow: Keys(uow).current())


def test_a_paper_of_this_facility_is_genuine_and_names_nobody(office: Office) -> None:
    made = office.issue(resident_id=office.resident)
    found = checked(office, code(office, made))
    assert (found.verdict, found.number, found.paper_id) == (MarkVerdict.GENUINE, "01/CSCN", made.paper_id)
    assert "Đức" not in repr(found)


def test_a_void_paper_tells_what_stands_for_it(office: Office) -> None:
    first = office.issue()
    office.void(first)
    assert checked(office, code(office, first)).replaced_by == ""
    office.issue(replaces_id=first.paper_id)
    found = checked(office, code(office, first))
    assert (found.verdict, found.replaced_by) == (MarkVerdict.VOID, "02/CSCN")
    assert found.voided_on == office.facility.file.clock.now()


@pytest.mark.parametrize(
    "more", [{"digest": "0" * 64}, {"number": "02/CSCN"}, {"form_id": "V-30"}, {"issued_on": TODAY.replace(day=1)}]
)
def test_a_code_that_says_something_else_than_the_book_is_told(office: Office, more: dict[str, object]) -> None:
    made = office.issue()
    paper = office.paper(made.paper_id)
    assert paper.open_file is not None
    mark = PaperMark(HOME, made.paper_id, "V-50", made.number, TODAY, "1" * 64)
    forged = seal(replace(mark, **more), own_key(office))  # type: ignore[arg-type]  # one field of the mark
    assert checked(office, forged).verdict is MarkVerdict.ALTERED


def test_a_code_of_a_paper_the_file_does_not_hold_is_told(office: Office) -> None:
    mark = PaperMark(HOME, "7" * 32, "V-50", "09/CSCN", TODAY, "1" * 64)
    assert checked(office, seal(mark, own_key(office))).verdict is MarkVerdict.NOT_IN_FILE


def test_a_code_sealed_by_a_strangers_key_is_no_paper_of_ours(office: Office) -> None:
    office.issue()
    mark = PaperMark(HOME, "7" * 32, "V-50", "09/CSCN", TODAY, "1" * 64)
    assert office.refused(verify_mark, seal(mark, new_signing_key())) == "paper_code_forged"
    assert office.refused(verify_mark, "không phải mã") == "paper_code_malformed"


def test_papers_of_a_facility_whose_key_was_taken_in_are_checked_without_a_connection(office: Office) -> None:
    theirs = new_signing_key()
    text = seal(PaperMark(ELSEWHERE, "7" * 32, "V-50", "09/CSCN", TODAY, "1" * 64), theirs)
    assert office.refused(verify_mark, text) == "paper_code_unknown_facility"
    handed = TrustKey(ELSEWHERE, "Cơ sở số 2", public_key(theirs), "công văn 12/CSCN")
    office.write(trust_key, handed, by=BOSS)
    found = checked(office, text)
    assert (found.verdict, found.facility_code) == (MarkVerdict.ANOTHER_FACILITY, ELSEWHERE)
    assert office.refused(trust_key, handed, by=BOSS) == "key_known"


def test_a_key_nobody_could_have_handed_over_is_refused(office: Office) -> None:
    good = TrustKey(ELSEWHERE, "", bytes(32), "x")
    assert office.refused(trust_key, replace(good, key=b"short"), by=BOSS) == "bad_public_key"
    assert office.refused(trust_key, replace(good, facility_code=" "), by=BOSS) == "bad_public_key"
    assert office.refused(trust_key, replace(good, facility_code=HOME), by=BOSS) == "own_public_key"
    assert office.refused(trust_key, replace(good, reason=""), by=BOSS) == "reason_missing"


def test_the_exported_key_is_the_one_that_seals_now(office: Office) -> None:
    first = office.write(export_public_key, by=BOSS)
    assert first.key == public_key(own_key(office))
    assert (first.facility_code, first.facility_name) == (HOME, "Cơ sở cai nghiện ma túy số 1")
    second = office.write(replace_key, "đổi hằng năm", by=BOSS)
    assert second.key != first.key
    assert office.write(export_public_key, by=BOSS).key == second.key
    assert [key.is_own for key in office.read(list_keys, by=BOSS)] == [True, True]
