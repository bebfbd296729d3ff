"""Scans of papers: sealed, attached once, looked at through a verb, behind the wall of what they show."""

from dataclasses import replace

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.privacy import Privacy
from facility_app.modules.correspondence.domain.outgoing import PaperClass
from facility_app.modules.correspondence.domain.scans import ScanFacts, ScanKind, checked_scan
from facility_app.modules.correspondence.queries.paper import get_received
from facility_app.modules.correspondence.service.scans import (
    AttachScan,
    VoidScan,
    attach_scan,
    open_scan,
    void_scan,
)
from tests.helpers.probe import rows
from tests.modules.correspondence.papers import LETTER, SCAN, Office

SIGNED = ScanFacts(ScanKind.SIGNED, "bản có dấu", 2)


def test_a_scan_belongs_to_its_paper_and_to_its_person(office: Office) -> None:
    made = office.issue(resident_id=office.resident)
    scan_id = office.write(attach_scan, AttachScan(SCAN, SIGNED, issued_id=made.paper_id))
    (row,) = office.paper(made.paper_id).scans
    assert (row.scan_id, row.facts) == (scan_id, SIGNED)
    kept = rows(office.facility.database, "SELECT resident_id, privacy FROM paper_scan")
    assert kept == [(office.resident, Privacy.IDENTITY.value)]


def test_a_void_papers_original_may_still_be_scanned(office: Office) -> None:
    made = office.issue()
    office.void(made)
    assert office.write(attach_scan, AttachScan(SCAN, SIGNED, issued_id=made.paper_id))


def test_a_letter_has_its_scan_too(office: Office) -> None:
    made = office.receive()
    office.write(attach_scan, AttachScan(SCAN, ScanFacts(ScanKind.INCOMING), received_id=made.received_id))
    assert len(office.read(get_received, made.received_id).scans) == 1


def test_the_same_file_is_attached_to_a_paper_once(office: Office) -> None:
    made, other = office.issue(), office.issue()
    office.write(attach_scan, AttachScan(SCAN, SIGNED, issued_id=made.paper_id))
    assert (
        office.refused(attach_scan, AttachScan(SCAN, SIGNED, issued_id=made.paper_id)) == "scan_attached_already"
    )
    assert office.write(attach_scan, AttachScan(SCAN, SIGNED, issued_id=other.paper_id))


def test_a_scan_is_of_one_paper(office: Office) -> None:
    with pytest.raises(ValueError, match="one paper"):
        office.write(attach_scan, AttachScan(SCAN, SIGNED))


def test_looking_at_a_scan_is_written_to_the_trail(office: Office) -> None:
    made = office.issue()
    scan_id = office.write(attach_scan, AttachScan(SCAN, SIGNED, issued_id=made.paper_id))
    assert office.write(open_scan, scan_id, "đối chiếu") == SCAN
    last = rows(office.facility.database, "SELECT verb, record_id FROM audit_entry ORDER BY seq DESC LIMIT 1")
    assert last == [("correspondence.open_scan", scan_id)]


def test_a_scan_of_health_is_neither_listed_nor_opened_nor_attached_by_the_office(office: Office) -> None:
    made = office.issue()
    medical = AttachScan(SCAN, replace(SIGNED, is_medical=True), issued_id=made.paper_id)
    assert office.refused(attach_scan, medical) == "permission_denied"
    scan_id = office.write(attach_scan, medical, by=(Role.DOCTOR,))
    assert office.paper(made.paper_id, Role.CLERK).scans == ()
    assert [one.facts.is_medical for one in office.paper(made.paper_id, Role.DOCTOR).scans] == [True]
    assert office.refused(open_scan, scan_id) == "permission_denied"
    assert office.refused(void_scan, VoidScan(scan_id, 1, "x")) == "permission_denied"


def test_what_is_scanned_of_a_letter_about_health_is_behind_the_wall_by_itself(office: Office) -> None:
    made = office.receive(replace(LETTER, paper_class=PaperClass.HEALTH))
    scan = AttachScan(SCAN, ScanFacts(ScanKind.INCOMING), received_id=made.received_id)
    assert office.refused(attach_scan, scan) == "permission_denied"
    office.write(attach_scan, scan, by=(Role.HEAD,))
    assert rows(office.facility.database, "SELECT privacy FROM paper_scan") == [(Privacy.CLINICAL.value,)]


def test_a_count_of_pages_that_cannot_be_is_refused() -> None:
    with pytest.raises(UserError) as told:
        checked_scan(replace(SIGNED, page_count=0))
    assert told.value.code == "number_out_of_range"
