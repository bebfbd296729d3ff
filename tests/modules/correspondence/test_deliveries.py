"""The days copies left and arrived start other people's lawful days: they agree, and change only with a reason."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.db.messages import Messages
from facility_app.kernel.errors import UserError
from facility_app.kernel.spec import ModuleSpec
from facility_app.modules.correspondence.domain.delivery import DeliveryFacts, DeliveryMethod, checked_delivery
from facility_app.modules.correspondence.domain.events import PaperDelivered, PaperVoided
from facility_app.modules.correspondence.domain.outgoing import AddresseeKind
from facility_app.modules.correspondence.domain.scans import ScanFacts, ScanKind
from facility_app.modules.correspondence.queries.paper import DeliveryRow
from facility_app.modules.correspondence.service.deliveries import (
    AddDelivery,
    Delivered,
    RecordDelivery,
    add_delivery,
    record_delivery,
)
from facility_app.modules.correspondence.service.issuing import Issued
from facility_app.modules.correspondence.service.scans import AttachScan, VoidScan, attach_scan, void_scan
from tests.modules.correspondence.papers import COURT, POLICE, SCAN, TODAY, Office

YESTERDAY = TODAY - timedelta(days=1)
SENT = DeliveryFacts(sent_on=TODAY, method=DeliveryMethod.POST, tracking_no="RB123")


def sent(office: Office, made: Issued, facts: DeliveryFacts = SENT, place: int = 0, **more: Any) -> Delivered:
    version = line(office, made, place).version
    return office.write(record_delivery, RecordDelivery(made.delivery_ids[place], version, facts, **more))


def line(office: Office, made: Issued, place: int = 0) -> DeliveryRow:
    return office.paper(made.paper_id).deliveries[place]


def heard(office: Office, *kinds: type) -> list[Any]:
    """What is told from now on."""
    told: list[Any] = []
    hear: Callable[[Any, Any], None] = lambda _uow, event: told.append(event)  # noqa: E731 - one line is all of it
    office.facility.database._messages = Messages([ModuleSpec("ear", handlers=dict.fromkeys(kinds, (hear,)))])
    return told


def test_a_copy_leaves_and_arrives(office: Office) -> None:
    made = office.issue(addressees=(POLICE, COURT))
    sent(office, made)
    sent(office, made, replace(SENT, received_on=TODAY, receiver="Đ/c Nam"))
    assert line(office, made).facts == replace(SENT, received_on=TODAY, receiver="Đ/c Nam")
    assert line(office, made, 1).facts == DeliveryFacts()


def test_slices_that_follow_the_case_hear_of_each_day(office: Office) -> None:
    made = office.issue(addressees=(POLICE,), resident_id=office.resident, stay_id="5" * 32)
    told = heard(office, PaperDelivered, PaperVoided)
    sent(office, made, replace(SENT, received_on=TODAY))
    office.void(made)
    (delivered, voided) = told
    assert delivered == PaperDelivered(
        *(made.paper_id, made.delivery_ids[0], "V-50", office.resident, "5" * 32),
        *(AddresseeKind.COMMUNE_POLICE, TODAY, TODAY, False),
    )
    assert voided == PaperVoided(made.paper_id, "V-50", office.resident, "5" * 32)


def test_a_day_once_written_changes_only_with_a_reason(office: Office) -> None:
    made = office.issue(issued_on=YESTERDAY, addressees=(POLICE,))
    version = sent(office, made).version
    other = RecordDelivery(made.delivery_ids[0], version, replace(SENT, sent_on=YESTERDAY))
    assert office.refused(record_delivery, other) == "reason_missing"
    gone = replace(other, facts=DeliveryFacts())
    assert office.refused(record_delivery, gone) == "reason_missing"
    office.write(record_delivery, replace(other, reason="ghi nhầm ngày"))
    assert line(office, made).facts.sent_on == YESTERDAY


def test_what_was_not_known_is_added_without_one(office: Office) -> None:
    made = office.issue(addressees=(POLICE,))
    sent(office, made)
    sent(office, made, replace(SENT, received_on=TODAY))
    assert line(office, made).facts.received_on == TODAY


@pytest.mark.parametrize(
    ("sent_on", "received_on", "code"),
    [
        (date(2026, 3, 3), None, "day_out_of_range"),
        (None, date(2026, 3, 3), "day_out_of_range"),
        (date(2026, 2, 26), None, "sent_before_issued"),
        (None, date(2026, 2, 26), "sent_before_issued"),
        (date(2026, 3, 2), date(2026, 3, 1), "received_before_sent"),
        (date(2026, 2, 27), date(2026, 2, 27), ""),
        (None, date(2026, 3, 1), ""),
        (None, None, ""),
    ],
)
def test_days_that_cannot_be_are_refused(sent_on: date | None, received_on: date | None, code: str) -> None:
    facts = DeliveryFacts(sent_on=sent_on, received_on=received_on)
    try:
        checked_delivery(facts, date(2026, 2, 27), TODAY)
        found = ""
    except UserError as told:
        found = told.code
    assert found == code


def test_a_paper_made_the_evening_before_its_day_may_leave_that_evening() -> None:
    facts = DeliveryFacts(sent_on=TODAY)
    assert checked_delivery(facts, TODAY + timedelta(days=1), TODAY) == facts


def test_a_void_paper_is_sent_to_nobody(office: Office) -> None:
    made = office.issue(addressees=(POLICE,))
    office.void(made)
    assert office.refused(record_delivery, RecordDelivery(made.delivery_ids[0], 1, SENT)) == "paper_is_void"
    assert office.refused(add_delivery, AddDelivery(made.paper_id, COURT)) == "paper_is_void"


def test_one_more_addressee_comes_after_the_others(office: Office) -> None:
    made = office.issue(addressees=(POLICE,))
    office.write(add_delivery, AddDelivery(made.paper_id, COURT))
    assert [one.addressee for one in office.paper(made.paper_id).deliveries] == [POLICE, COURT]


def test_a_stale_copy_of_a_line_is_refused(office: Office) -> None:
    made = office.issue(addressees=(POLICE,))
    sent(office, made)
    assert office.refused(record_delivery, RecordDelivery(made.delivery_ids[0], 1, SENT)) == "record_changed"


def test_the_receipt_is_a_scan_of_the_same_paper(office: Office) -> None:
    made, other = office.issue(addressees=(POLICE,)), office.issue()
    receipt = ScanFacts(ScanKind.RECEIPT)
    foreign = office.write(attach_scan, AttachScan(SCAN, receipt, issued_id=other.paper_id))
    wrong = RecordDelivery(made.delivery_ids[0], 1, SENT, receipt_scan_id=foreign)
    assert office.refused(record_delivery, wrong) == "scan_of_another_paper"
    own = office.write(attach_scan, AttachScan(SCAN, receipt, issued_id=made.paper_id))
    told = heard(office, PaperDelivered)
    sent(office, made, receipt_scan_id=own)
    assert line(office, made).receipt_scan_id == own
    assert [one.has_receipt_scan for one in told] == [True]


def test_a_receipt_struck_out_is_no_receipt_any_more(office: Office) -> None:
    made = office.issue(addressees=(POLICE,))
    own = office.write(attach_scan, AttachScan(SCAN, ScanFacts(ScanKind.RECEIPT), issued_id=made.paper_id))
    sent(office, made, receipt_scan_id=own)
    office.write(void_scan, VoidScan(own, 1, "quét nhầm"))
    assert line(office, made).receipt_scan_id is None
    assert office.paper(made.paper_id).scans == ()
