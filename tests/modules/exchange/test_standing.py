"""How far the province has everything, as the window says it: the sentence, the chip, the page by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
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
from facility_app.kernel.dates import format_moment
from facility_app.modules.exchange.domain import CADENCE, Acked, Lateness, lateness
from facility_app.modules.exchange.queries.standing import StreamStanding, get_standing
from facility_app.modules.exchange.ui import entry
from facility_app.modules.exchange.ui.standing_page import StandingPage
from facility_app.modules.exchange.ui.standing_words import PAGE, standing_chip, standing_sentence
from facility_app.sync.export import Part
from facility_app.sync.receipts import Counts, Receipt, Result, RowNote
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.dialogs.question import Question
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme, Tone
from tests.helpers.exchange import SENDER, named
from tests.helpers.facility import founded
from tests.helpers.fakes import FixedClock
from tests.helpers.odd_rows import row_id
from tests.helpers.screen import Screen
from tests.modules.exchange.test_export import write_rows
from tests.modules.exchange.test_receipts import ZONE, Desk
from tests.ui.printing.papers import MemoryPrinter, pdf

NOW = FixedClock().now()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    spool = tmp_path / "spool"
    spool.mkdir()
    for facility in founded(tmp_path):
        named(facility.database, facility.admin)
        yield Desk(facility, spool)


@pytest.fixture
def screen(desk: Desk, dressed: Theme) -> Screen:
    return Screen(desk.facility.database, SENDER, dressed)


def standing(desk: Desk) -> StreamStanding:
    with desk.facility.database.read(SENDER) as uow:
        (found,) = get_standing(uow)
    return found


def opened(screen: Screen, qtbot: QtBot, papers: list[PlainPaper]) -> StandingPage:
    def plain(paper: Any) -> bytes:
        papers.append(paper)
        return pdf(1)

    press = PlainPress(plain, MemoryPrinter())
    spec, _export = entry.pages(press, POST, table_owners())
    page = spec.make(screen.context())
    assert isinstance(page, StandingPage)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(Route(PAGE))
    return page


def of(late_by: float, **changed: Any) -> StreamStanding:
    """A stream whose last bundle that arrived is so many cadences old."""
    at = NOW - CADENCE * late_by
    said: dict[str, Any] = {
        "name": "P2@province",
        "acked_kind": Acked.DIGITAL,
        "known_at": at,
        "first_unanswered_at": None,
        "sent_at": at,
        "unsent": 0,
        "missing": 0,
        "unanswered": 0,
        "returned": 0,
        "frozen": None,
    }
    return StreamStanding(**{**said, **changed})


def test_age_is_measured_against_the_cadence_as_the_province_measures_it() -> None:
    told = [lateness(NOW - CADENCE * share, NOW) for share in (0.0, 1.5, 1.51, 3.0, 3.01)]
    assert told == [Lateness.IN_TIME, Lateness.IN_TIME, Lateness.LATE, Lateness.LATE, Lateness.VERY_LATE]


def test_the_sentence_never_says_all_is_there_when_it_is_not() -> None:
    whole = of(0.1)
    tone, said = standing_sentence(whole, NOW)
    assert (tone, said) == (Tone.OK, f"Tỉnh đã nhận đến {format_moment(whole.sent_at)}, 0 thiếu.")
    for one, wanted, word, is_all in (
        (of(0.1, missing=1200), Tone.OK, "thiếu 1.200 thay đổi", False),
        (of(2), Tone.WARNING, "Đã quá hạn gửi, mỗi 7 ngày một lần.", True),
        (of(4), Tone.DANGER, "Đã quá hạn gửi", True),
        (of(0.1, returned=3), Tone.WARNING, "Có 3 dòng tỉnh chưa nhận", False),
        (of(4, returned=3), Tone.DANGER, "Có 3 dòng tỉnh chưa nhận", False),
        (of(0.1, known_at=None, acked_kind=Acked.NONE, unanswered=2), Tone.INFO, "2 gói chưa có biên nhận", False),
        (of(0.1, frozen="E_FORK"), Tone.DANGER, "Đang dừng gửi (E_FORK)", False),
    ):
        tone, said = standing_sentence(one, NOW)
        assert (tone, word in said, "0 thiếu" in said) == (wanted, True, is_all), said


def test_the_chip_says_the_stream_that_stands_worst() -> None:
    assert standing_chip((), NOW).text == "chưa gửi tỉnh"
    good, late = of(0.1), of(4)
    assert standing_chip((good,), NOW).text.startswith("tỉnh nhận đến ")
    for worse, words in (
        (of(0.1, returned=2), "tỉnh trả 2 dòng"),
        (of(0.1, frozen="E_FORK"), "dừng gửi tỉnh"),
        (of(0.1, known_at=None, unanswered=1), "chờ tỉnh nhận"),
        (late, standing_chip((late,), NOW).text),
    ):
        chip = standing_chip((good, worse, good), NOW)
        assert (chip.text, chip.tone) == (words, standing_sentence(worse, NOW)[0])


def test_what_is_known_moves_with_a_receipt_and_not_with_an_export(desk: Desk) -> None:
    with desk.facility.database.read(SENDER) as uow:
        assert get_standing(uow) == ()
    write_rows(desk.facility, range(3))
    first = desk.export()
    before = standing(desk)
    assert (before.known_at, before.unanswered, before.acked_kind) == (None, 1, Acked.NONE)
    assert before.first_unanswered_at == before.sent_at
    assert before.missing > 0
    assert before.late(before.sent_at + CADENCE * 2) is Lateness.LATE
    desk.take(returning(desk, first))
    after = standing(desk)
    assert (after.known_at, after.first_unanswered_at) == (before.sent_at, None)
    assert (after.unanswered, after.missing, after.unsent, after.returned) == (0, 0, 0, 1)
    write_rows(desk.facility, range(5, 7), "Khu hai")
    later = standing(desk)
    assert (later.missing, later.unsent, later.unanswered) == (2, 2, 0)
    desk.export()
    last = standing(desk)
    assert (last.missing, last.unsent, last.unanswered, last.known_at) == (2, 0, 1, before.sent_at)


def returning(desk: Desk, parts: tuple[Part, ...]) -> Receipt:
    """An applied receipt that did not take one row."""
    whole = desk.receipt(parts)
    note = RowNote(ZONE, row_id(ZONE, 1), 5, "E_RANGE", "/d/name")
    counts = {**whole.counts, ZONE: Counts(new=whole.counts[ZONE].new - 1, rejected=1)}
    return replace(whole, result=Result.PARTIAL, counts=counts, rows=(note,))


def test_the_page_is_worked_with_the_keyboard_alone(desk: Desk, screen: Screen, qtbot: QtBot) -> None:
    papers: list[PlainPaper] = []
    page = opened(screen, qtbot, papers)
    assert page.banner.text() == "Cơ sở chưa gửi tỉnh gói nào từ tệp dữ liệu này."
    assert {one.why_not() for one in page.main_actions()[2:5]} == {"Chưa gửi gói nào."}
    write_rows(desk.facility, range(3))
    (part,) = desk.export()
    page.read()
    assert "1 gói chưa có biên nhận" in page.banner.text()
    note, slip, again = page.main_actions()[2:5]
    assert {one.why_not() for one in (note, slip, again)} == {None}
    slip.run()
    assert [one.title for one in papers] == ["PHIẾU GỬI GÓI DỮ LIỆU"]
    note.run()
    dialog = page.findChildren(FormDialog)[0]
    number, sha = (dialog.findChild(QLineEdit, f"{name}_edit") for name in ("number", "sha"))
    assert number is not None
    assert sha is not None
    assert number.text() == "1.1/P2"
    # Seven characters are no proof: refused, nothing noted, what was typed stays.
    QTest.keyClicks(sha, part.sha256[:7])
    QTest.keyClick(sha, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert standing(desk).acked_kind is Acked.NONE
    assert dialog.isVisible()
    assert any("Không có lần xuất nào mang số phiếu" in one.text() for one in dialog.findChildren(QLabel))
    QTest.keyClicks(sha, part.sha256[7:12])
    QTest.keyClick(sha, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert standing(desk).acked_kind is Acked.PAPER
    page.read()
    assert page.banner.text().endswith("0 thiếu.")
    again.run()
    # The last choice that is no danger answers Enter.
    (question,) = page.findChildren(Question)
    QTest.keyClick(question.button("again"), Qt.Key.Key_Return)
    assert desk.export()[0].header.kind.value == "full"


def test_the_page_shows_why_a_row_came_back(desk: Desk, screen: Screen, qtbot: QtBot) -> None:
    write_rows(desk.facility, range(3))
    desk.take(returning(desk, desk.export()))
    page = opened(screen, qtbot, [])
    (row,) = page.returned.rows
    shown = [one.plain(row) for one in page.returned.spec.columns]
    assert shown[0] == "Phân khu, chỗ ở"
    assert shown[2] == "E_RANGE"
    assert page.banner._tone is Tone.WARNING
