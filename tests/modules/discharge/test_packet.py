"""The handover packet: what is in it, what it tells, that one person's failure stops nobody else's."""

import hashlib
import json
from dataclasses import replace
from datetime import date

from facility_app.db.uow import UnitOfWork
from facility_app.documents.payload import PlainPaper, Text
from facility_app.documents.signed_qr import PREFIX, verify
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.modules.correspondence.domain.marks import MarkVerdict
from facility_app.modules.correspondence.queries.marks import list_keys, verify_mark
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.correspondence.service.voiding import VoidPaper, void_paper
from facility_app.modules.discharge.domain.packet import PacketPart
from facility_app.modules.discharge.papers.packet import Packet
from facility_app.modules.discharge.papers.packet_files import list_digest, page_count, render_packet
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.discharge.service.receipts import IssueReceipt, issue_receipt
from tests.documents.reading import pages_text
from tests.helpers.probe import HOME
from tests.modules.discharge.leaving import FONTS, FORMS, House
from tests.modules.discharge.test_releasing import prepared


def made(house: House, stay: str) -> Packet:
    return house.write(make_packet, MakePacket(stay), FORMS)


def test_every_file_is_listed_with_its_pages_and_the_index_stands_first(house: House) -> None:
    packet = made(house, prepared(house))
    files = render_packet(packet, FORMS, FONTS)
    assert [one.name for one in files] == [
        "00-muc-luc.pdf",
        "01-cong-an-V-50.pdf",
        "02-cong-an-V-23.pdf",
        "03-cong-an-I-03.pdf",
        "04-cong-an-I-04.pdf",
        "05-ca-nhan-V-50.pdf",
        "06-ca-nhan-V-23.pdf",
        "07-ca-nhan-V-19.pdf",
        "08-luu-V-23.pdf",
        "09-y-te.pdf",
    ]
    assert all(one.pages == page_count(one.content) >= 1 for one in files)
    assert all(one.sha256 == hashlib.sha256(one.content).hexdigest() for one in files)
    assert files[-1].part is PacketPart.HEALTH
    paper = PlainPaper("TÓM TẮT HỒ SƠ BỆNH ÁN", (Text("nội dung"),), packet.footer)
    *_, sealed, envelope = render_packet(replace(packet, health=(paper,)), FORMS, FONTS)
    assert [one.name for one in (sealed, envelope)] == ["09-y-te-1.pdf", "10-y-te.pdf"]
    assert (sealed.part, sealed.title) == (PacketPart.HEALTH, "Tóm tắt hồ sơ bệnh án")
    assert "Trong bì có: – Tóm tắt hồ sơ bệnh án" in " ".join(pages_text(envelope.content))


def test_the_same_packet_gives_the_same_bytes(house: House) -> None:
    packet = made(house, prepared(house))
    first, second = (render_packet(packet, FORMS, FONTS) for _ in range(2))
    assert list_digest(first) == list_digest(second)


def test_every_paper_in_it_carries_a_code_this_facility_verifies(house: House) -> None:
    packet = made(house, prepared(house))
    assert all(one.qr.startswith(PREFIX) for one in packet.papers)
    found = {house.read(verify_mark, one.qr).verdict for one in packet.papers}
    assert found == {MarkVerdict.GENUINE}


def test_no_name_of_a_file_tells_whose_it_is(house: House) -> None:
    files = render_packet(made(house, prepared(house)), FORMS, FONTS)
    assert not [one.name for one in files if "duc" in one.name.lower() or not one.name.isascii()]


def test_a_second_packet_issues_nothing_twice_and_counts_its_prints(house: House) -> None:
    stay = prepared(house)
    first, second = made(house, stay), made(house, stay)
    assert {one.paper_id for one in first.papers} == {one.paper_id for one in second.papers}
    assert ({one.reprint for one in first.papers}, {one.reprint for one in second.papers}) == ({0}, {1})


def test_what_cannot_be_issued_is_told_and_stops_nothing(house: House) -> None:
    stay = house.admit()
    house.at(date(2026, 9, 1))
    packet = made(house, stay)
    assert packet.refused == ()
    assert "V-53" in " ".join(packet.missing)
    assert {one.form_id for one in packet.papers} == {"V-50", "V-23", "V-19"}


def test_before_its_time_the_certificate_is_left_out_and_told_with_the_article(house: House) -> None:
    packet = made(house, house.admit())
    assert [one for one in packet.papers if one.form_id == "V-50"] == []
    (told,) = [one for one in packet.refused if "Đ123.2" in one]
    assert told.startswith("Giấy xác nhận: "), "which paper it is"


def test_nothing_of_the_work_inside_stands_on_the_index(house: House) -> None:
    packet = made(house, prepared(house))
    assert not [one for one in packet.missing if "Giai đoạn" in one or "khám" in one]


def test_one_failure_stops_no_other_packet_of_the_day(house: House) -> None:
    """Each has a transaction of its own, so that whoever goes on after a refusal loses nothing."""
    good = prepared(house)
    assert house.refused(make_packet, MakePacket("0" * 32), FORMS).code == "not_found"
    assert made(house, good).refused == ()


def test_the_index_carries_a_code_that_tells_whether_it_still_lists_what_is_in_the_packet(house: House) -> None:
    stay = prepared(house)
    packet = made(house, stay)
    mark = verify(packet.qr, {HOME: [house.read(key_of_house, by=(Role.HEAD,))]})
    assert (mark.form_id, mark.number, mark.issued_on) == ("MLHS", packet.code, packet.made_on)
    found = house.read(verify_mark, packet.qr, by=(Role.GUARD,))
    assert (found.verdict, found.paper_id, found.initials) == (MarkVerdict.GENUINE, None, "")
    certificate = next(one for one in packet.papers if one.form_id == "V-50")
    house.write(void_paper, VoidPaper(certificate.paper_id, 1, "in nhầm"), by=(Role.HEAD,))
    assert house.read(verify_mark, packet.qr).verdict is MarkVerdict.OUTDATED
    again = made(house, stay)
    assert house.read(verify_mark, again.qr).verdict is MarkVerdict.GENUINE


def key_of_house(uow: UnitOfWork) -> bytes:
    return next(one.public_key for one in list_keys(uow) if one.is_own)


def test_a_code_put_on_somebody_elses_paper_names_another_person(house: House) -> None:
    packet = made(house, prepared(house))
    found = house.read(verify_mark, packet.papers[0].qr, by=(Role.GUARD,))
    assert found.initials == "N.V.Đ."


def test_each_side_has_its_copy_of_the_minutes_whose_hour_is_written_by_hand(house: House) -> None:
    packet = made(house, prepared(house))
    minutes = [one for one in packet.papers if one.form_id == "V-23"]
    assert [(one.part, one.copy) for one in minutes] == [
        (PacketPart.POLICE, 1),
        (PacketPart.PERSON, 2),
        (PacketPart.HOUSE, 3),
    ]
    said = json.loads(minutes[0].payload)
    assert (said["copy_count"], said["delivering_copy_count"], said["receiving_copy_count"]) == (3, 2, 1)
    # The device was fitted at eight: that hour belongs to other minutes.
    assert not {"minutes_started_at", "minutes_completed_at", "document_date"} & said.keys()


def test_the_hour_of_a_handing_over_is_the_one_that_was_told(house: House) -> None:
    stay, at = prepared(house), house.clock.at
    paper = house.read(get_paper, house.write(issue_receipt, IssueReceipt(stay, at), FORMS).paper_id)
    assert paper.open_file is not None
    said = json.loads(paper.open_file.payload)
    assert said["minutes_started_at"] == said["minutes_completed_at"]
    assert said["document_date"] == f"{packet_day(house):%Y-%m-%d}"


def packet_day(house: House) -> date:
    return local_date(house.clock.at)
