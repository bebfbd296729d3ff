"""The registers find a paper by number, name, sender and filters, and hide what stands behind the wall."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facility_app.app.pages import PRESS
from facility_app.db.uow import UnitOfWork
from facility_app.documents.engine import render
from facility_app.documents.payload import Footer, Grid
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look, PageRequest, Sort
from facility_app.modules.correspondence.domain import EXPORT_REGISTERS
from facility_app.modules.correspondence.domain.delivery import DeliveryFacts
from facility_app.modules.correspondence.domain.numbers import Book
from facility_app.modules.correspondence.domain.outgoing import HIDDEN_TITLE, PaperClass, PaperState
from facility_app.modules.correspondence.papers.registers import issued_register_paper, received_register_paper
from facility_app.modules.correspondence.queries.issued import (
    IssuedRow,
    find_paper_of_stay,
    list_issued,
    list_issued_ids,
    list_issued_rows,
    list_papers_of_resident,
    list_papers_of_stay,
)
from facility_app.modules.correspondence.queries.received import (
    ReceivedRow,
    find_received_of_stay,
    list_received,
    list_received_ids,
    list_received_of_resident,
    list_received_rows,
)
from facility_app.modules.correspondence.service.deliveries import RecordDelivery, record_delivery
from facility_app.modules.correspondence.service.issuing import issue_paper
from facility_app.modules.correspondence.service.prints import RecordPrint, record_print
from facility_app.modules.correspondence.service.receiving import VoidReceived, void_received
from facility_app.modules.correspondence.service.registers import (
    ExportRegister,
    PrintRegister,
    export_register,
    print_register,
)
from facility_app.modules.correspondence.ui.issued_list import issued_spec
from facility_app.modules.correspondence.ui.received_list import received_spec
from tests.documents.reading import FONTS, pages_text
from tests.helpers.probe import rows
from tests.modules.correspondence.papers import (
    COURT,
    DECISION,
    LETTER,
    POLICE,
    TODAY,
    V53,
    Office,
    certificate,
    notice,
)

STAY = "5" * 32


def out(office: Office, *by: Role, text: str = "", **filters: str) -> list[IssuedRow]:
    def ask(uow: UnitOfWork) -> tuple[IssuedRow, ...]:
        return list_issued_rows(uow, list_issued_ids(uow, Look(text, filters)))

    return list(office.read(ask, by=by or (Role.CLERK,)))


def came(office: Office, *by: Role, text: str = "", **filters: str) -> list[ReceivedRow]:
    def ask(uow: UnitOfWork) -> tuple[ReceivedRow, ...]:
        return list_received_rows(uow, list_received_ids(uow, Look(text, filters)))

    return list(office.read(ask, by=by or (Role.CLERK,)))


def test_the_newest_stands_first_void_ones_in_their_place(office: Office) -> None:
    first = office.issue(issued_on=TODAY - timedelta(days=1))
    office.issue()
    office.issue(notice())
    office.void(first)
    found = out(office)
    assert [row.number for row in found] == ["01/TB-CSCN", "02/CSCN", "01/CSCN"]
    assert [row.state for row in found] == [PaperState.ISSUED, PaperState.ISSUED, PaperState.VOID]
    assert found[2].void_reason == "in nhầm"


def test_a_line_counts_copies_days_and_prints(office: Office) -> None:
    made = office.issue(addressees=(POLICE, COURT), copies=4)
    office.write(record_delivery, RecordDelivery(made.delivery_ids[0], 1, DeliveryFacts(TODAY, received_on=TODAY)))
    office.write(record_print, RecordPrint(made.paper_id))
    (row,) = out(office)
    counts = (row.copies, row.addressee_count, row.sent_count, row.received_count, row.print_count)
    assert counts == (4, 2, 1, 1, 1)


@pytest.mark.parametrize(
    "typed",
    ["nguyen van duc", "26-0001", "1/tb", "01 tb cscn", "chuan bi hoan thanh", "cong an hoan kiem", "v-51"],
)
def test_a_paper_is_found_without_marks_by_name_number_title_and_addressee(office: Office, typed: str) -> None:
    office.issue(notice(resident_id=office.resident, addressees=(POLICE,)))
    office.issue(about="Trần Ba")
    assert [row.number for row in out(office, text=typed)] == ["01/TB-CSCN"]


def test_each_filter_leaves_only_its_own(office: Office) -> None:
    one = office.issue(resident_id=office.resident, stay_id=STAY, addressees=(POLICE,))
    two = office.issue(notice(addressees=(POLICE,)))
    office.void(two)
    three = office.issue(notice(addressees=(POLICE,)))
    sent = DeliveryFacts(sent_on=TODAY)
    office.write(record_delivery, RecordDelivery(three.delivery_ids[0], 1, sent))
    expected = {
        ("year", "2026"): {one, two, three},
        ("year", "2025"): set(),
        ("form", "V-51"): {two, three},
        ("symbol", "CSCN"): {one},
        ("state", "void"): {two},
        ("state", "issued"): {one, three},
        ("resident", office.resident): {one},
        ("stay", STAY): {one},
        ("delivery", "unsent"): {one},
        ("delivery", "unreceived"): {three},
    }
    for (key, value), papers in expected.items():
        assert {row.paper_id for row in out(office, **{key: value})} == {one.paper_id for one in papers}, key


@pytest.mark.parametrize(("key", "value"), [("year", "x"), ("state", "x"), ("delivery", "x"), ("colour", "red")])
def test_a_filter_nobody_knows_is_refused(office: Office, key: str, value: str) -> None:
    assert office.refused(list_issued_ids, Look(filters={key: value})) == "bad_filter"
    assert office.refused(list_received_ids, Look(filters={key: value})) == "bad_filter"


def test_the_registers_sort_by_what_their_columns_say(office: Office) -> None:
    made = [office.issue().paper_id for _ in range(3)]
    found = office.read(list_issued_ids, Look(sorts=(Sort("number"),)))
    assert list(found) == made
    assert office.refused(list_issued_ids, Look(sorts=(Sort("payload"),))) == "bad_sort"
    assert office.read(list_issued, PageRequest(size=2)).next is not None
    office.receive()
    assert len(office.read(list_received, PageRequest()).rows) == 1


def test_a_paper_about_health_is_a_line_without_words_to_whoever_may_not_read_it(office: Office) -> None:
    secret = certificate(paper_class=PaperClass.HEALTH, title="Giấy chuyển viện")
    office.write(issue_paper, secret, by=(Role.DOCTOR,))
    (row,) = out(office)
    assert (row.number, row.title, row.is_hidden) == ("01/CSCN", HIDDEN_TITLE, True)
    (row,) = out(office, Role.DOCTOR)
    assert (row.title, row.is_hidden) == ("Giấy chuyển viện", False)
    assert out(office, text="chuyen vien") == []


def test_a_letter_about_health_is_neither_read_nor_found_by_its_words(office: Office) -> None:
    office.receive(replace(LETTER, paper_class=PaperClass.HEALTH, subject="Kết quả xét nghiệm"))
    (row,) = came(office)
    assert (row.subject, row.is_hidden) == (HIDDEN_TITLE, True)
    assert came(office, text="xet nghiem") == []
    assert [one.subject for one in came(office, Role.HEAD)] == ["Kết quả xét nghiệm"]


def test_letters_are_found_by_sender_number_and_filters(office: Office) -> None:
    one = office.receive(resident_id=office.resident, stay_id=STAY, form=V53, payload=DECISION)
    two = office.receive(replace(LETTER, sender="Công an phường Hoàn Kiếm", number="9/CAP"))
    office.write(void_received, VoidReceived(two.received_id, 1, "nhầm"))
    assert [row.received_id for row in came(office, text="9 cap")] == [two.received_id]
    assert [row.received_id for row in came(office, text="tand khu vuc")] == [one.received_id]
    for key, value in {"form": "V-53", "state": "issued", "resident": office.resident, "stay": STAY}.items():
        assert [row.received_id for row in came(office, **{key: value})] == [one.received_id], key
    assert [row.received_id for row in came(office, state="void", year="2026", sender_kind="court")] == [
        two.received_id
    ]


def test_other_slices_find_the_papers_of_a_person_and_of_a_stay(office: Office) -> None:
    one = office.issue(resident_id=office.resident, stay_id=STAY)
    two = office.issue(resident_id=office.resident, stay_id=STAY)
    other = office.issue(notice(resident_id=office.resident))
    office.void(two)
    found = office.read(list_papers_of_resident, office.resident)
    assert [row.paper_id for row in found] == [other.paper_id, two.paper_id, one.paper_id]
    assert len(office.read(list_papers_of_stay, STAY)) == 2
    assert office.read(list_papers_of_stay, STAY, "V-51") == ()
    newest = office.read(find_paper_of_stay, STAY, "V-50")
    assert newest is not None
    assert newest.paper_id == one.paper_id
    assert office.read(find_paper_of_stay, STAY, "V-51") is None


def test_other_slices_find_what_came_in_for_a_stay(office: Office) -> None:
    assert office.read(find_received_of_stay, STAY, "V-53") is None
    made = office.receive(resident_id=office.resident, stay_id=STAY, form=V53, payload=DECISION)
    found = office.read(find_received_of_stay, STAY, "V-53")
    assert found is not None
    assert found.received_id == made.received_id
    assert len(office.read(list_received_of_resident, office.resident)) == 1


def test_the_registers_print_every_line_with_its_void_ones(office: Office) -> None:
    office.void(office.issue(resident_id=office.resident, addressees=(POLICE,)))
    office.receive()
    footer = Footer("Quản Trị", office.facility.file.clock.now())
    going = issued_register_paper(out(office), footer, "Cơ sở số 1", "năm 2026")
    coming = received_register_paper(came(office), footer, "Cơ sở số 1")
    (grid,) = [block for block in going.blocks if isinstance(block, Grid)]
    assert grid.rows[0][:2] == ("01/CSCN", "02/03/2026")
    assert grid.rows[0][-2:] == ("1", "Đã hủy: in nhầm")
    assert [head.rpartition("\n")[2] for head in grid.heads] == [f"({place})" for place in range(1, 9)]
    (grid,) = [block for block in coming.blocks if isinstance(block, Grid)]
    assert grid.rows[0][:4] == ("02/03/2026", "01", "TAND khu vực 1 – Hà Nội", "123/TA-HS")
    assert (going.title, coming.title) == ("SỔ ĐĂNG KÝ VĂN BẢN ĐI", "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN")


def test_a_register_is_printed_from_its_first_number_on_with_whom_it_went_to_and_the_trail_knows(
    office: Office,
) -> None:
    for _ in range(2):
        office.issue(resident_id=office.resident, addressees=(POLICE, COURT))
    office.receive()
    order = PrintRegister(Book.OUT, Look(filters={"year": "2026"}), "Năm: 2026")
    paper = office.write(print_register, order, by=(Role.CLERK,))
    (grid,) = [block for block in paper.blocks if isinstance(block, Grid)]
    assert [row[0] for row in grid.rows] == ["01/CSCN", "02/CSCN"]
    assert grid.rows[0][4] == f"{POLICE.name}; {COURT.name}"
    assert (paper.is_landscape, paper.below) == (True, "Năm: 2026")
    coming = office.write(print_register, PrintRegister(Book.IN), by=(Role.CLERK,))
    assert coming.title == "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"
    many = replace(paper, blocks=(replace(grid, rows=grid.rows * 40), *paper.blocks[1:]))
    pages = pages_text(render(many, FONTS))
    assert len(pages) > 2
    assert all("Số, ký hiệu" in one and f"Trang {place}/{len(pages)}" in one for place, one in enumerate(pages, 1))
    asked = "SELECT count(*) FROM audit_entry WHERE verb = 'correspondence.print_register'"
    assert rows(office.facility.database, asked) == [(2,)]


def test_who_may_not_take_a_register_out_gets_none(office: Office) -> None:
    order = ExportRegister("correspondence.issued", ("number",), 3)
    assert office.write(export_register, order, by=(Role.CLERK,)) == 3
    assert office.refused(export_register, order, by=(Role.INTAKE,)) == "permission_denied"
    assert office.refused(print_register, PrintRegister(Book.OUT), by=(Role.GUARD,)) == "permission_denied"


def test_in_a_spreadsheet_the_numbers_of_papers_are_text() -> None:
    for columns in (issued_spec(PRESS).columns, received_spec(PRESS).columns):
        assert {one.key for one in columns if one.is_paper_number} >= {"number"}
    assert issued_spec(PRESS).export_right == received_spec(PRESS).export_right == EXPORT_REGISTERS
