"""Every verb and query of the slice against every role."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from facility_app.documents.forms.spec import Wall
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.ports import SealedFile
from facility_app.modules.correspondence.domain.scans import ScanFacts, ScanKind
from facility_app.modules.correspondence.service.scans import AttachScan, attach_scan
from facility_app.modules.discharge import domain
from facility_app.modules.discharge.papers import payloads
from facility_app.modules.discharge.queries import cases, gate, runway, sealed
from facility_app.modules.discharge.service import (
    certificates,
    decisions,
    device,
    drafts,
    notices,
    packets,
    plans,
    preparing,
    receipts,
    releasing,
)
from facility_app.modules.discharge.service.certificates import IssueCertificate
from facility_app.modules.discharge.service.receipts import IssueReceipt
from facility_app.modules.discharge.service.releasing import Release
from facility_app.modules.stays.queries.stays import get_stay
from tests.helpers.rights import Call, Outcome, outcome, public_functions
from tests.modules.discharge.leaving import DUC, FORMS, TODAY, House, copied
from tests.modules.discharge.test_releasing import END, prepared, version

READS = (cases, gate, runway, payloads, sealed)
WRITES = (certificates, decisions, device, drafts, notices, packets, plans, preparing, receipts, releasing)
INNER = {"case_digest", "put_certificate", "put_receipt", "put_plan"}
"""Halves of verbs, which take a record; the verbs are called."""


@dataclass
class Kept:
    """What stands in the file before each call; filled once."""

    stay: str = ""
    case: int = 0
    left: str = ""
    left_case: int = 0
    scan: str = ""
    resident: str = ""


KEPT = Kept()
EXECUTING = {"executing_name": "Lê Thị Hằng"}
HANDING = {"delivering_name": "Lê Thị Hằng"}
"""Whoever signs in without being on the staff writes down who hands over; the program has no name of its own."""


def may(*permissions: str) -> frozenset[Role]:
    """The roles that hold all of these permissions."""
    return frozenset.intersection(*(getattr(domain, name).roles for name in permissions))


VIEW, PREPARE, ISSUE = may("VIEW_RELEASES"), may("PREPARE_RELEASE"), may("ISSUE_RELEASE_PAPERS")
CALLS = (
    Call("get_release", VIEW, lambda uow: cases.get_release(uow, KEPT.stay)),
    Call(
        "get_reintegration_plan",
        may("READ_REINTEGRATION"),
        lambda uow: cases.get_reintegration_plan(uow, KEPT.stay),
    ),
    Call("gate", VIEW, lambda uow: gate.gate(uow, KEPT.stay)),
    Call("gate_facts", VIEW, lambda uow: gate.gate_facts(uow, [], TODAY)),
    Call("list_runway", VIEW, runway.list_runway),
    Call("tomorrow_list", VIEW, runway.tomorrow_list),
    Call("list_unclosed", VIEW, runway.list_unclosed),
    Call("release_payload", VIEW, lambda uow: payloads.release_payload(uow, FORMS.get("V-50"), KEPT.stay, TODAY)),
    Call(
        "fill_release",
        VIEW,
        lambda uow: payloads.fill_release(uow, FORMS.get("V-50"), KEPT.resident, TODAY),
    ),
    Call("fill_release", VIEW, lambda uow: payloads.fill_release(uow, FORMS.get("V-50"), KEPT.resident, TODAY)),
    Call("is_minor", VIEW, lambda uow: payloads.is_minor(uow, KEPT.resident, TODAY)),
    Call("minutes_payload", VIEW, lambda uow: payloads.minutes_payload(uow, uow.now)),
    Call("executing_payload", VIEW, lambda uow: payloads.executing_payload(uow, uow.now)),
    Call(
        "settle_residence",
        PREPARE,
        lambda uow: preparing.settle_residence(
            uow, preparing.SettleResidence(KEPT.stay, KEPT.case, "nơi khác", "Công an xã khác")
        ),
    ),
    Call(
        "record_post_rehab_decision",
        PREPARE,
        lambda uow: decisions.record_post_rehab_decision(
            uow, decisions.RecordPostRehab(KEPT.stay, KEPT.case, "1", TODAY, "UBND phường")
        ),
    ),
    Call(
        "record_monitoring_decision",
        PREPARE,
        lambda uow: decisions.record_monitoring_decision(
            uow, decisions.RecordMonitoring(KEPT.stay, KEPT.case, "1", TODAY, "Công an phường")
        ),
    ),
    Call(
        "record_social_protection",
        PREPARE,
        lambda uow: preparing.record_social_protection(
            uow, preparing.RecordSocialProtection(KEPT.stay, KEPT.case, is_needed=True)
        ),
    ),
    Call(
        "record_examination",
        may("RECORD_EXAMINATION"),
        lambda uow: preparing.record_examination(uow, preparing.RecordExamination(KEPT.stay)),
    ),
    Call(
        "return_belongings",
        PREPARE,
        lambda uow: preparing.return_belongings(
            uow, preparing.ReturnBelongings(KEPT.stay, KEPT.case, "không gửi")
        ),
    ),
    Call(
        "save_reintegration_plan",
        may("WRITE_REINTEGRATION"),
        lambda uow: plans.save_reintegration_plan(
            uow, plans.SaveReintegrationPlan(KEPT.stay, 1, {"reint_job": "thợ hàn"})
        ),
    ),
    Call(
        "fit_device",
        may("FIT_DEVICE"),
        lambda uow: device.fit_device(
            uow, device.FitDevice(KEPT.stay, KEPT.case, "TB-02", "cổ chân", "tốt", typed=EXECUTING), FORMS
        ),
    ),
    Call(
        "issue_notice",
        ISSUE,
        lambda uow: notices.issue_notice(uow, notices.IssueNotice(KEPT.stay, again_reason="đổi ngày"), FORMS),
    ),
    Call(
        "issue_certificate",
        ISSUE,
        lambda uow: certificates.issue_certificate(uow, IssueCertificate(KEPT.stay), FORMS),
    ),
    Call(
        "issue_receipt",
        ISSUE,
        lambda uow: receipts.issue_receipt(uow, IssueReceipt(KEPT.stay, typed=HANDING), FORMS),
    ),
    Call("issue_plan", ISSUE, lambda uow: plans.issue_plan(uow, plans.IssuePlan(KEPT.stay), FORMS)),
    Call(
        "require_certificate",
        ISSUE,
        lambda uow: certificates.require_certificate(uow, get_stay(uow, KEPT.stay)),
    ),
    Call("make_packet", ISSUE, lambda uow: packets.make_packet(uow, packets.MakePacket(KEPT.stay), FORMS)),
    Call(
        "take_form",
        may("TAKE_DRAFTS"),
        lambda uow: drafts.take_form(uow, drafts.TakeForm(KEPT.stay, "V-42", Wall.OPEN), FORMS),
    ),
    Call(
        "release",
        may("RELEASE_PEOPLE"),
        lambda uow: releasing.release(uow, Release(KEPT.stay, get_stay(uow, KEPT.stay).version)),
    ),
    Call(
        "close_case",
        may("CLOSE_RELEASES"),
        lambda uow: releasing.close_case(uow, releasing.CloseCase(KEPT.left, KEPT.left_case, KEPT.scan)),
    ),
)


@pytest.fixture(scope="module")
def working(public_pattern: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A facility with somebody who leaves today and somebody who has left."""
    for house in copied(public_pattern, tmp_path_factory.mktemp("rights") / "facility"):
        KEPT.stay = prepared(house)
        KEPT.resident = house.stay(KEPT.stay).resident_id
        house.at(END)
        KEPT.left = house.admit(person=replace(DUC, name="Phạm Văn Mai"), end_on=END)
        house.write(certificates.issue_certificate, IssueCertificate(KEPT.left), FORMS)
        receipt = house.write(receipts.issue_receipt, IssueReceipt(KEPT.left), FORMS)
        house.write(releasing.release, Release(KEPT.left, house.stay(KEPT.left).version))
        scan = AttachScan(
            SealedFile("d" * 64, 10, "application/pdf"), ScanFacts(ScanKind.RECEIPT), issued_id=receipt.paper_id
        )
        KEPT.scan = house.write(attach_scan, scan)
        KEPT.case, KEPT.left_case = version(house, KEPT.stay), version(house, KEPT.left)
        yield house


def test_the_table_names_every_verb_and_query() -> None:
    assert {call.name for call in CALLS} == public_functions(*READS, *WRITES) - INNER


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says_and_no_more(working: House, role: Role) -> None:
    for call in CALLS:
        found = outcome(working.database, working.actor(role), call)
        assert found.allowed is (role in call.roles), call.name
        if not found.allowed:
            assert found == Outcome(allowed=False, rows_written=0), call.name


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_nobody_without_a_role_may_anything_and_the_program_may_all(working: House, call: Call) -> None:
    assert outcome(working.database, working.actor(), call) == Outcome(allowed=False, rows_written=0)
    assert outcome(working.database, system_actor("d"), call).allowed


def test_the_technical_administrator_and_the_carrier_of_bundles_see_no_release() -> None:
    assert [call.name for call in CALLS if {Role.ADMIN, Role.EXCHANGE} & call.roles] == []
