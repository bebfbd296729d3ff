"""What happens to papers is heard: received notices, voided ones, ends that move; receipts close the case."""

from dataclasses import replace
from datetime import date, timedelta

from facility_app.documents.forms.spec import Wall
from facility_app.kernel.actor import Role
from facility_app.kernel.ports import SealedFile
from facility_app.modules.correspondence.domain.delivery import DeliveryFacts
from facility_app.modules.correspondence.domain.outgoing import AddresseeKind, PaperState
from facility_app.modules.correspondence.domain.scans import ScanFacts, ScanKind
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.correspondence.service.deliveries import RecordDelivery, record_delivery
from facility_app.modules.correspondence.service.issuing import IssuePaper, issue_paper
from facility_app.modules.correspondence.service.scans import AttachScan, attach_scan
from facility_app.modules.correspondence.service.voiding import VoidPaper, void_paper
from facility_app.modules.discharge.papers.payloads import release_payload
from facility_app.modules.discharge.queries.cases import ReleaseFacts, get_reintegration_plan, get_release
from facility_app.modules.discharge.queries.gate import gate
from facility_app.modules.discharge.service.certificates import IssueCertificate, issue_certificate
from facility_app.modules.discharge.service.decisions import RecordMonitoring, record_monitoring_decision
from facility_app.modules.discharge.service.device import FitDevice, fit_device
from facility_app.modules.discharge.service.drafts import TakeForm, take_form
from facility_app.modules.discharge.service.notices import IssueNotice, issue_notice
from facility_app.modules.discharge.service.plans import SaveReintegrationPlan, save_reintegration_plan
from facility_app.modules.discharge.service.preparing import SettleResidence, settle_residence
from facility_app.modules.discharge.service.receipts import IssueReceipt, issue_receipt
from facility_app.modules.discharge.service.releasing import CloseCase, Release, close_case, release
from facility_app.modules.staff.service.posts import EndPost, end_post
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.presence import Move
from tests.helpers.probe import rows
from tests.modules.discharge.leaving import DUC, FORMS, TODAY, House
from tests.modules.discharge.test_liberty import open_tasks
from tests.modules.discharge.test_releasing import END, version

SCAN = SealedFile("c" * 64, 4096, "application/pdf")


def facts(house: House, stay: str) -> ReleaseFacts:
    return house.read(get_release, stay).facts


def noticed(house: House) -> tuple[str, str]:
    """A stay whose V-51 went out; with the paper."""
    stay = house.admit()
    house.settle(stay)
    return stay, house.write(issue_notice, IssueNotice(stay), FORMS).paper_id


def receive(house: House, paper_id: str) -> None:
    (line, *_) = house.read(get_paper, paper_id).deliveries
    told = DeliveryFacts(sent_on=TODAY, received_on=TODAY)
    house.write(record_delivery, RecordDelivery(line.delivery_id, line.version, told))


def test_the_day_the_police_got_the_notice_starts_their_working_days(house: House) -> None:
    stay, paper = noticed(house)
    assert facts(house, stay).notice_received_on is None
    receive(house, paper)
    assert facts(house, stay).notice_received_on == TODAY
    assert open_tasks(house, stay, "discharge.after_care") == {""}


def test_a_notice_takes_its_tasks_off_the_lists(house: House) -> None:
    stay, _ = noticed(house)
    assert open_tasks(house, stay, "stays.completion_notice") == set()
    assert open_tasks(house, stay, "stays.residence") == set()


def test_a_notice_is_sent_again_only_with_a_reason(house: House) -> None:
    stay, first = noticed(house)
    assert house.refused(issue_notice, IssueNotice(stay), FORMS).code == "notice_made_already"
    again = house.write(issue_notice, IssueNotice(stay, again_reason="ngày ra đã đổi"), FORMS)
    assert again.paper_id != first


def test_a_notice_without_the_police_of_the_residence_names_the_field(house: House) -> None:
    stay = house.admit()
    told = house.refused(issue_notice, IssueNotice(stay), FORMS)
    assert (told.code, set(told.fields)) == ("form_incomplete", {"residence_police_area"})


def test_a_voluntary_adult_is_told_to_the_police_alone(house: House) -> None:
    stay = house.admit(StayType.VOLUNTARY_PUBLIC, months=12)
    house.settle(stay)
    made = house.write(issue_notice, IssueNotice(stay), FORMS)
    paper = house.read(get_paper, made.paper_id)
    assert [one.addressee.kind for one in paper.deliveries] == [AddresseeKind.COMMUNE_POLICE]
    assert paper.open_file is not None
    assert "Nguyễn Văn Bình" not in paper.open_file.payload.decode()


def test_no_certificate_gets_a_number_where_nobody_can_sign_it(house: House) -> None:
    stay = house.admit()
    house.at(END)
    ((post_id, number),) = rows(house.database, "SELECT id, version FROM staff_post WHERE kind = 'head'")
    house.write(end_post, EndPost(post_id, number, END - timedelta(days=2), "nghỉ hưu"), by=(Role.HEAD,))
    told = house.refused(issue_certificate, IssueCertificate(stay), FORMS)
    assert told.code == "signer_missing"
    assert "thêm người đứng đầu" in told.message
    assert facts(house, stay).certificate_id is None


def test_a_voided_certificate_is_owed_again(house: House) -> None:
    stay = house.admit()
    house.at(END)
    made = house.write(issue_certificate, IssueCertificate(stay), FORMS)
    assert house.refused(issue_certificate, IssueCertificate(stay), FORMS).code == "certificate_made_already"
    house.write(void_paper, VoidPaper(made.paper_id, made.version, "in nhầm"), by=(Role.HEAD,))
    assert facts(house, stay).certificate_id is None
    house.write(issue_certificate, IssueCertificate(stay), FORMS)


def test_papers_struck_out_after_the_release_become_work_that_follows_the_person(house: House) -> None:
    stay = house.admit()
    house.at(END)
    made = house.write(issue_certificate, IssueCertificate(stay), FORMS)
    house.write(issue_receipt, IssueReceipt(stay), FORMS)
    house.write(release, Release(stay, house.stay(stay).version))
    assert open_tasks(house, stay, "discharge.after.certificate") == set()
    house.write(void_paper, VoidPaper(made.paper_id, made.version, "in nhầm"), by=(Role.HEAD,))
    assert open_tasks(house, stay, "discharge.after.certificate") == {""}
    assert open_tasks(house, stay, "discharge.after.receipt") == {""}
    house.write(issue_certificate, IssueCertificate(stay), FORMS)
    assert open_tasks(house, stay, "discharge.after.certificate") == set()


def test_a_notice_struck_out_is_work_again_until_another_one_is_made_or_the_person_has_left(house: House) -> None:
    stay, paper = noticed(house)
    version_no = house.read(get_paper, paper).version
    house.write(void_paper, VoidPaper(paper, version_no, "sai ngày"), by=(Role.HEAD,))
    assert open_tasks(house, stay, "discharge.again.notice") == {""}
    house.write(issue_notice, IssueNotice(stay), FORMS)
    assert open_tasks(house, stay, "discharge.again.notice") == set()


def test_a_certificate_written_by_hand_waits_for_the_same_hours_and_is_made_by_the_same_people(
    house: House,
) -> None:
    stay = house.admit()
    wanted = IssuePaper(FORMS.get("V-50"), {}, TODAY, resident_id=house.stay(stay).resident_id)
    told = house.refused(issue_paper, wanted, by=(Role.COUNSELLOR,))
    assert told.code == "permission_denied"
    assert house.refused(issue_paper, wanted, by=(Role.CLERK,)).code == "certificate_too_early"
    nobody = replace(wanted, resident_id=None)
    assert house.refused(issue_paper, nobody, by=(Role.COUNSELLOR,)).code == "permission_denied"
    house.at(END)
    assert house.refused(issue_paper, wanted, by=(Role.CLERK,)).code == "certificate_dated_early"
    due = replace(wanted, issued_on=END)
    assert house.refused(issue_paper, due, by=(Role.CLERK,)).code == "form_incomplete"


def test_a_certificate_written_by_hand_is_the_certificate_of_the_case_and_void_it_is_owed_again(
    house: House,
) -> None:
    stay = house.admit()
    house.at(END)
    payload = house.read(release_payload, FORMS.get("V-50"), stay, END, {})
    wanted = IssuePaper(FORMS.get("V-50"), payload, END, resident_id=house.stay(stay).resident_id)
    made = house.write(issue_paper, wanted, by=(Role.CLERK,))
    assert facts(house, stay).certificate_id == made.paper_id
    assert "certificate" not in [one.code for one in house.read(gate, stay)]
    assert open_tasks(house, stay, "stays.certificate") == set()
    assert house.refused(issue_paper, wanted, by=(Role.CLERK,)).code == "certificate_made_already"
    assert house.refused(issue_certificate, IssueCertificate(stay), FORMS).code == "certificate_made_already"
    house.write(void_paper, VoidPaper(made.paper_id, made.version, "in nhầm"), by=(Role.HEAD,))
    assert facts(house, stay).certificate_id is None
    assert open_tasks(house, stay, "discharge.again.certificate") == {""}


def test_the_part_of_a_form_behind_the_wall_of_health_is_drafted_by_nobody_else(house: House) -> None:
    command = TakeForm(house.admit(), "V-17", Wall.MEDICAL)
    assert house.refused(take_form, command, FORMS, by=(Role.CLERK,)).code == "permission_denied"
    assert house.write(take_form, command, FORMS, by=(Role.DOCTOR,)).wall is Wall.MEDICAL


def test_the_receipt_of_a_voided_certificate_is_void_with_it_and_the_trail_names_the_cause(house: House) -> None:
    stay = house.admit()
    house.at(END)
    made = house.write(issue_certificate, IssueCertificate(stay), FORMS)
    receipt = house.write(issue_receipt, IssueReceipt(stay), FORMS)
    done = house.write(void_paper, VoidPaper(made.paper_id, made.version, "in nhầm"), by=(Role.HEAD,))
    assert done.also == ("V-23",)
    assert house.read(get_paper, receipt.paper_id).state is PaperState.VOID
    assert (facts(house, stay).certificate_id, facts(house, stay).receipt_id) == (None, None)
    asked = "SELECT id, verb, caused_by FROM audit_entry WHERE verb = 'correspondence.void_paper' ORDER BY seq"
    inner, outer = rows(house.database, asked)
    assert {inner[2], outer[2]} == {None, next(one[0] for one in (inner, outer) if one[2] is None)}


def test_a_receipt_that_came_back_signed_stays_and_somebody_has_to_mend_it(house: House) -> None:
    stay = house.admit()
    house.at(END)
    made = house.write(issue_certificate, IssueCertificate(stay), FORMS)
    receipt = house.write(issue_receipt, IssueReceipt(stay), FORMS)
    house.write(attach_scan, AttachScan(SCAN, ScanFacts(ScanKind.RECEIPT), issued_id=receipt.paper_id))
    done = house.write(void_paper, VoidPaper(made.paper_id, made.version, "in nhầm"), by=(Role.HEAD,))
    assert done.also == ()
    assert facts(house, stay).receipt_id == receipt.paper_id
    assert open_tasks(house, stay, "discharge.receipt_leans") == {""}


def test_a_certificate_bears_no_day_before_its_last_hours_and_none_stops_the_exit(house: House) -> None:
    stay = house.admit()
    house.at(END)
    early = IssueCertificate(stay, issued_on=END - timedelta(days=2))
    told = house.refused(issue_certificate, early, FORMS)
    assert (told.code, {*told.fields}) == ("certificate_dated_early", {"issued_on"})
    house.write(issue_certificate, replace(early, issued_on=END - timedelta(days=1)), FORMS)
    other = house.admit(person=replace(DUC, name="Nguyễn Văn Ba"))
    house.refused(issue_certificate, replace(early, stay_id=other), FORMS)
    house.write(release, Release(other, house.stay(other).version))
    assert not house.stay(other).is_open


def test_an_end_that_moves_after_the_notice_asks_for_another_one(house: House) -> None:
    stay, _ = noticed(house)
    away = Move(stay, house.stay(stay).version, paper_number="9/QĐ-CSCN", paper_on=TODAY)
    house.write(presence.record_escape, away, by=(Role.HEAD,))
    house.at(TODAY + timedelta(days=4))
    house.write(presence.take_back, Move(stay, house.stay(stay).version), by=(Role.HEAD,))
    assert open_tasks(house, stay, "discharge.term_moved") == {""}


def test_a_signed_receipt_scanned_closes_the_case(house: House) -> None:
    stay = house.admit()
    house.at(END)
    house.write(issue_certificate, IssueCertificate(stay), FORMS)
    receipt = house.write(issue_receipt, IssueReceipt(stay), FORMS)
    early = CloseCase(stay, version(house, stay), "0" * 32)
    assert house.refused(close_case, early).code == "not_released"
    house.write(release, Release(stay, house.stay(stay).version))
    assert house.refused(close_case, replace(early, version=version(house, stay))).code == "scan_of_another_paper"
    scan = house.write(
        attach_scan,
        AttachScan(SCAN, ScanFacts(ScanKind.RECEIPT), issued_id=receipt.paper_id),
        by=(Role.DISCHARGE,),
    )
    house.write(close_case, CloseCase(stay, version(house, stay), scan))
    assert facts(house, stay).closed_on == END


def test_a_receipt_with_nothing_to_hand_over_is_refused(house: House) -> None:
    told = house.refused(issue_receipt, IssueReceipt(house.admit()), FORMS)
    assert (told.code, set(told.fields)) == ("form_incomplete", {"handed_document_title"})


def test_the_device_waits_for_its_decision(house: House) -> None:
    fitted = FitDevice(house.admit(), 0, "TB-01", "cổ chân", "tốt")
    assert house.refused(fit_device, fitted, FORMS).code == "monitoring_missing"


def test_a_private_facility_only_records_the_device(private_house: House) -> None:
    stay = private_house.admit(StayType.VOLUNTARY_PRIVATE, months=12)
    decided = RecordMonitoring(stay, 0, "19", TODAY, "Công an phường Hoàn Kiếm")
    private_house.write(record_monitoring_decision, decided)
    fitted = FitDevice(stay, version(private_house, stay), "TB-01", "cổ chân", "tốt")
    private_house.write(fit_device, fitted, FORMS)
    kept = facts(private_house, stay)
    assert (kept.is_device_by_police, kept.device_minutes_id, kept.device_pledge_id) == (True, None, None)


def test_a_private_facility_certifies_three_stages_before_the_end(private_house: House) -> None:
    stay = private_house.admit(StayType.VOLUNTARY_PRIVATE, months=12)
    early = IssueCertificate(stay, is_partial=True)
    assert private_house.refused(issue_certificate, early, FORMS).code == "partial_too_few"


def test_a_public_facility_certifies_no_part(house: House) -> None:
    stay = house.admit(StayType.VOLUNTARY_PUBLIC, months=12)
    assert house.refused(issue_certificate, IssueCertificate(stay, is_partial=True), FORMS).code == (
        "partial_not_private"
    )


def test_two_people_do_not_write_over_each_other(house: House) -> None:
    stay = house.admit()
    house.settle(stay)
    stale = SettleResidence(stay, 0, "nơi khác", "Công an xã khác")
    assert house.refused(settle_residence, stale).code == "record_changed"
    house.write(save_reintegration_plan, SaveReintegrationPlan(stay, 0, {"reint_job": "thợ hồ"}))
    plan = SaveReintegrationPlan(stay, 0, {"reint_job": "thợ hàn"})
    assert house.refused(save_reintegration_plan, plan).code == "record_changed"
    assert house.read(get_reintegration_plan, stay).texts["reint_job"] == "thợ hồ"


def test_a_decision_needs_its_number_and_a_day_that_has_come(house: House) -> None:
    stay = house.admit()
    told = house.refused(
        record_monitoring_decision, RecordMonitoring(stay, 0, " ", date(2027, 1, 1), "Công an phường")
    )
    assert set(told.fields) == {"number", "decided_on"}
