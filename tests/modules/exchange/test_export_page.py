"""Bundles made and receipts taken in from the window: counted first, carried, told; and how both ends meet."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from facility_app.app.post_shop import POST
from facility_app.app.registry import table_owners
from facility_app.documents.payload import PlainPaper
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.exchange.domain import Acked
from facility_app.modules.exchange.queries.sent import list_sent
from facility_app.modules.exchange.queries.status import get_status
from facility_app.modules.exchange.ui import entry
from facility_app.modules.exchange.ui.export_page import ExportPage
from facility_app.modules.exchange.ui.receipt_taking import ReceiptTaking
from facility_app.modules.exchange.ui.standing_page import StandingPage
from facility_app.modules.exchange.ui.standing_words import EXPORT_PAGE
from facility_app.sync.container import peek
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme, Tone
from tests.helpers.exchange import PINNED, SENDER, Province, enrolled, exported, named
from tests.helpers.facility import Facility, founded
from tests.helpers.screen import Screen
from tests.modules.exchange.test_export import write_rows
from tests.ui.printing.papers import MemoryPrinter, pdf


@pytest.fixture
def facility(tmp_path: Path) -> Iterator[Facility]:
    for made in founded(tmp_path):
        named(made.database, made.admin)
        made.file.folder.joinpath("outbox").mkdir()
        yield made


def opened(
    facility: Facility, dressed: Theme, qtbot: QtBot, papers: list[PlainPaper]
) -> tuple[Screen, ExportPage]:
    def plain(paper: Any) -> bytes:
        papers.append(paper)
        return pdf(1)

    screen = Screen(facility.database, SENDER, dressed)
    _standing, spec = entry.pages(PlainPress(plain, MemoryPrinter()), POST, table_owners())
    page = spec.make(screen.context())
    assert isinstance(page, ExportPage)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(Route(EXPORT_PAGE))
    return screen, page


def run(page: ExportPage, name: str) -> None:
    (action,) = [one for one in page.main_actions() if one.id == name]
    assert action.why_not() is None
    action.run()


def sent(facility: Facility) -> list[str]:
    with facility.database.read(SENDER) as uow:
        return [one.paper_number for one in list_sent(uow)]


def test_what_would_go_is_counted_and_nothing_written_before_the_bundle_is_asked_for(
    facility: Facility, dressed: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    enrolled(facility.database, Province())
    write_rows(facility, range(3))
    papers: list[PlainPaper] = []
    _screen, page = opened(facility, dressed, qtbot, papers)
    (row,) = [one for one in page.subjects_card.rows if one.subject == "Phân khu, chỗ ở"]
    assert (row.written, row.gone) == (3, 0)
    assert "Sẽ gửi" in page.banner.text()
    assert sent(facility) == []
    stick = tmp_path / "the-nho"
    stick.mkdir()
    page.carry_to(str(stick))
    run(page, "exchange.export")
    assert sent(facility) == ["1.1/P2"]
    (file,) = stick.glob("*.goi")
    with file.open("rb") as source:
        assert peek(source).seq == 1
    assert "phiếu gửi số 1.1/P2" in page.banner.text()
    assert "đọc lại đúng" in page.banner.text()
    run(page, "exchange.print_made")
    assert [one.title for one in papers] == ["PHIẾU GỬI GÓI DỮ LIỆU"]


def test_what_may_not_leave_stands_beside_what_goes(facility: Facility, dressed: Theme, qtbot: QtBot) -> None:
    enrolled(facility.database, Province())
    _screen, page = opened(facility, dressed, qtbot, [])
    told = [one.text() for one in page.grid.findChildren(QLabel)]
    assert told[told.index("Có trong gói") + 1] == "dữ liệu chung, hành chính, nhân thân"
    stays = told[told.index("Không ra khỏi cơ sở") + 1]
    assert stays == "y tế, kết quả xét nghiệm ma túy, HIV, khóa và mật khẩu"


def test_a_stick_that_is_gone_is_told_and_the_bundle_waits_in_the_outbox(
    facility: Facility, dressed: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    enrolled(facility.database, Province())
    _screen, page = opened(facility, dressed, qtbot, [])
    page.carry_to(str(tmp_path / "rut-ra"))
    run(page, "exchange.export")
    assert "Hãy cắm thẻ nhớ rồi làm lại" in page.banner.text()
    assert len(list((facility.file.folder / "outbox").glob("*.goi"))) == 1
    run(page, "exchange.export")
    assert len(sent(facility)) == 2


def test_a_facility_that_knows_no_province_is_told_so_and_what_to_do(
    facility: Facility, dressed: Theme, qtbot: QtBot
) -> None:
    screen, page = opened(facility, dressed, qtbot, [])
    (export, *_rest) = page.main_actions()
    assert export.why_not() == "Chưa đếm xong."
    assert any("Chưa có danh sách tin cậy" in one.text() for one in page.states.findChildren(QLabel))
    page.states.action_requested.emit()
    assert screen.gone == [Route("exchange.standing")]


def test_receipts_of_a_stick_are_taken_in_once_and_what_is_none_is_passed_by(
    facility: Facility, dressed: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    province = Province()
    keys = enrolled(facility.database, province)
    spool, stick = tmp_path / "spool", tmp_path / "the-nho"
    for folder in (spool, stick):
        folder.mkdir()
    write_rows(facility, range(3))
    parts = exported(facility.database, spool)
    screen, page = opened(facility, dressed, qtbot, [])
    taking = ReceiptTaking(screen.context(), POST, page)
    taking.take(str(stick))
    nothing = "Không có biên nhận nào của tỉnh trong thư mục đó. Hãy chọn thư mục trên thẻ nhớ."
    answer = province.answer(province.receipt(parts, keys.signing), keys.recipient, facility.database.home)
    (stick / "bien-nhan.goi").write_bytes(answer)
    (stick / "khac.goi").write_bytes(b"no bundle at all")
    taking.take(str(stick))
    taking.take(str(stick))
    assert screen.said == [
        (nothing, Tone.WARNING),
        ("Đã nhận 1 biên nhận.", Tone.OK),
        ("Đã nhận 0 biên nhận; 1 biên nhận đã có từ trước hoặc của nơi khác.", Tone.OK),
    ]
    with facility.database.read(SENDER) as uow:
        assert get_status(uow).streams[0].acked_kind is Acked.DIGITAL
    (stick / "bien-nhan.goi").write_bytes(answer[:-1])
    taking.take(str(stick))
    told, tone = screen.said[-1]
    assert told.startswith("bien-nhan.goi: ")
    assert tone is Tone.DANGER


def test_whoever_does_not_send_finds_no_page_to_make_bundles(facility: Facility, dressed: Theme) -> None:
    specs = entry.pages(PlainPress(pdf, MemoryPrinter()), POST, table_owners())
    auditor = Actor("kiemtra", frozenset({Role.AUDITOR}), "may-1")
    assert [one.id for one in specs if one.is_open_to(auditor)] == ["exchange.standing"]
    assert [one.id for one in specs if one.is_open_to(SENDER)] == ["exchange.standing", EXPORT_PAGE]


def test_keys_are_made_and_the_first_list_is_believed_on_two_keys_from_paper(
    facility: Facility, dressed: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = Screen(facility.database, SENDER, dressed)
    spec, _export = entry.pages(PlainPress(pdf, MemoryPrinter()), POST, table_owners())
    page = spec.make(screen.context())
    assert isinstance(page, StandingPage)
    qtbot.addWidget(page)
    page.show()
    page.open(Route("exchange.standing"))
    make, _trust = page.main_actions()[-2:]
    make.run()
    assert screen.said[-1][0].startswith("Đã lập khóa của cơ sở. Hãy so vân tay ")
    page.read()
    assert make.why_not() == "Cơ sở đã có khóa."
    with facility.database.read(SENDER) as uow:
        keys = get_status(uow).keys
    assert keys is not None
    shown = [one.text() for one in page.grid.findChildren(QLabel)]
    assert {keys.signing.hex(), keys.recipient, keys.fingerprint} <= {*shown}
    file = tmp_path / "trust.json"
    file.write_bytes(Province().trust_list(facility.database.home, keys))
    page.enrolling.read(str(file))
    (dialog,) = page.findChildren(FormDialog)
    first, second = (dialog.findChild(QLineEdit, f"root_{number}_edit") for number in (1, 2))
    assert first is not None
    assert second is not None
    # One key twice is no two, and what is no key is named; nothing is believed meanwhile.
    for typed, said in (("ab", "64 chữ số"), (PINNED[0].hex(), "phải khác nhau")):
        first.setText(PINNED[0].hex())
        second.setText(typed)
        QTest.keyClick(second, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert any(said in one.text() for one in dialog.findChildren(QLabel)), typed
        with facility.database.read(SENDER) as uow:
            assert get_status(uow).trust_version is None
    second.setText(PINNED[1].hex())
    QTest.keyClick(second, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with facility.database.read(SENDER) as uow:
        assert get_status(uow).trust_version == 1
    # From then on the list itself says who may sign the next one.
    page.read()
    newer = Province().trust_list(facility.database.home, keys, version=2)
    file.write_bytes(newer)
    page.enrolling.ask_trust(is_first=False)
    page.enrolling.read(str(file))
    assert screen.said[-1][0] == "Đã nhận danh sách tin cậy số 2."
