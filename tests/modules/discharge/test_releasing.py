"""The way out of a compulsory adult, step by step, and what happens when steps are missing."""

from datetime import UTC, date, datetime, timedelta

from facility_app.kernel.actor import Role
from facility_app.modules.correspondence.domain.delivery import DeliveryFacts
from facility_app.modules.correspondence.domain.outgoing import AddresseeKind
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.correspondence.service.deliveries import RecordDelivery, record_delivery
from facility_app.modules.discharge.domain.packet import PacketPart
from facility_app.modules.discharge.queries.cases import get_release
from facility_app.modules.discharge.queries.gate import gate
from facility_app.modules.discharge.service.certificates import IssueCertificate, issue_certificate
from facility_app.modules.discharge.service.decisions import (
    RecordMonitoring,
    RecordPostRehab,
    record_monitoring_decision,
    record_post_rehab_decision,
)
from facility_app.modules.discharge.service.device import FitDevice, fit_device
from facility_app.modules.discharge.service.notices import IssueNotice, issue_notice
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.discharge.service.plans import SaveReintegrationPlan, save_reintegration_plan
from facility_app.modules.discharge.service.preparing import (
    RecordExamination,
    ReturnBelongings,
    record_examination,
    return_belongings,
)
from facility_app.modules.discharge.service.receipts import IssueReceipt, issue_receipt
from facility_app.modules.discharge.service.releasing import Release, release
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import PresenceState
from tests.modules.discharge.leaving import FORMS, House

END = date(2026, 9, 1)


def version(house: House, stay_id: str) -> int:
    return house.read(get_release, stay_id).facts.version


def open_codes(house: House, stay_id: str, on: date | None = None) -> set[str]:
    return {one.code for one in house.read(gate, stay_id, on)}


def own_open(house: House, stay_id: str) -> set[str]:
    return {one.code for one in house.read(gate, stay_id) if one.page == "discharge.case"}


def prepared(house: House) -> str:
    """A compulsory adult with everything done up to the eve of the day of leaving."""
    stay = house.admit()
    house.settle(stay)
    notice = house.write(issue_notice, IssueNotice(stay), FORMS)
    police = notice.delivery_ids[0]
    facts = DeliveryFacts(sent_on=date(2026, 8, 3), received_on=date(2026, 8, 3))
    house.write(record_delivery, RecordDelivery(police, 1, facts))
    house.at(date(2026, 8, 20))
    house.write(
        record_post_rehab_decision,
        RecordPostRehab(stay, version(house, stay), "88", date(2026, 8, 10), "Chủ tịch UBND phường Hoàn Kiếm", 24),
    )
    house.write(
        record_monitoring_decision,
        RecordMonitoring(stay, version(house, stay), "19", date(2026, 8, 11), "Công an phường Hoàn Kiếm"),
    )
    house.write(save_reintegration_plan, SaveReintegrationPlan(stay, 0, {"reint_job": "thợ hồ"}))
    house.write(record_examination, RecordExamination(stay), by=(Role.DOCTOR,))
    house.at(date(2026, 8, 31), 8)
    house.write(fit_device, FitDevice(stay, version(house, stay), "TB-01", "cổ chân trái", "tốt"), FORMS)
    house.write(return_belongings, ReturnBelongings(stay, version(house, stay), "trả 200.000 đồng, một ví"))
    return stay


def test_a_prepared_release_leaves_nothing_of_this_slice_open(house: House) -> None:
    stay = prepared(house)
    assert own_open(house, stay) == {"before_end", "certificate", "receipt"}
    house.write(issue_certificate, IssueCertificate(stay), FORMS)
    house.write(issue_receipt, IssueReceipt(stay), FORMS)
    house.at(END)
    assert own_open(house, stay) == set()


def test_the_packet_issues_what_is_missing_and_gives_the_police_only_their_papers(house: House) -> None:
    stay = prepared(house)
    packet = house.write(make_packet, MakePacket(stay), FORMS)
    of_police = [one.form_id for one in packet.papers if one.part is PacketPart.POLICE]
    of_person = [one.form_id for one in packet.papers if one.part is PacketPart.PERSON]
    assert (of_police, of_person) == (
        ["V-50", "V-23", "I-03", "I-04"],
        ["V-50", "V-23", "V-19"],
    )
    assert house.read(get_release, stay).facts.packet_made_at is not None


def test_a_certificate_before_the_last_day_is_refused_with_its_article(house: House) -> None:
    stay = house.admit()
    house.settle(stay)
    house.at(END - timedelta(days=2), 23)
    told = house.refused(issue_certificate, IssueCertificate(stay), FORMS)
    assert (told.code, "Đ123.2" in told.message, "31/08/2026" in told.message) == (
        "certificate_too_early",
        True,
        True,
    )
    house.clock.at = datetime(2026, 8, 30, 17, 0, tzinfo=UTC)
    house.write(issue_certificate, IssueCertificate(stay), FORMS)


def test_a_release_on_the_day_asks_for_nothing_and_what_is_missing_follows(house: House) -> None:
    stay = house.admit()
    house.at(END)
    assert not any(one.stops_exit for one in house.read(gate, stay))
    done = house.write(release, Release(stay, house.stay(stay).version))
    assert {one.code for one in done.left_open} >= {"certificate", "belongings", "post_rehab"}
    left = house.stay(stay)
    assert (left.presence, left.exit_code, left.exited_on) == (
        PresenceState.OUT,
        ExitCode.COMPLETED_COMPULSORY,
        END,
    )


def test_a_release_before_the_end_without_a_paper_is_refused(house: House) -> None:
    stay = house.admit()
    assert {one.code for one in house.read(gate, stay) if one.stops_exit} == {"before_end"}
    told = house.refused(release, Release(stay, house.stay(stay).version))
    assert told.code == "exit_before_end"
    early = Release(stay, house.stay(stay).version, ExitCode.EXEMPT_ILLNESS)
    assert house.refused(release, early).code == "exit_paper_missing"
    with_paper = Release(
        stay, house.stay(stay).version, ExitCode.EXEMPT_ILLNESS, None, "31/QĐ-TA", date(2026, 8, 3)
    )
    house.write(release, with_paper)


def test_the_notice_of_a_court_case_goes_to_police_court_and_family_under_one_number(house: House) -> None:
    stay = house.admit()
    house.settle(stay)
    made = house.write(issue_notice, IssueNotice(stay), FORMS)
    paper = house.read(get_paper, made.paper_id)
    told = [(one.addressee.kind, one.addressee.name) for one in paper.deliveries]
    assert told == [
        (AddresseeKind.COMMUNE_POLICE, "Công an phường Hoàn Kiếm"),
        (AddresseeKind.COURT, "Tòa án nhân dân quận Hoàn Kiếm"),
        (AddresseeKind.FAMILY, "Nguyễn Văn Bình"),
    ]
    assert made.number
