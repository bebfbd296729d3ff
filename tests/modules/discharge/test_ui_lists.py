"""The runway and the list of the evening: who stands where, what is missing, packets for many, sheets."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.sex import Sex
from facility_app.modules.discharge.domain.marks import StepMark
from facility_app.modules.discharge.papers.lists import runway_paper, tomorrow_paper
from facility_app.modules.discharge.queries.board import list_board, read_imprint
from facility_app.modules.discharge.queries.runway import PAGE, tomorrow_list
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.discharge.service.releasing import Release, release
from facility_app.modules.discharge.ui import entry
from facility_app.modules.discharge.ui.case_page import PART
from facility_app.modules.discharge.ui.lines import CheckLine
from facility_app.modules.discharge.ui.packet_dialog import PacketDialog
from facility_app.modules.discharge.ui.packet_model import Making
from facility_app.modules.discharge.ui.runway import TOMORROW_PAGE, RunwayPage
from facility_app.modules.discharge.ui.tomorrow import TomorrowPage
from facility_app.modules.residents.domain.person import Person
from facility_app.ui.printing import BatchDialog, PreviewDialog
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets.states import State
from tests.modules.discharge.desk import Screen, tree
from tests.modules.discharge.leaving import FORMS, House

TODAY, END = date(2026, 8, 3), date(2026, 9, 1)
BROKEN = UserError("broken", label("errors", "Không lập được bộ hồ sơ của người này."))


def somebody(house: House, name: str, end_on: date) -> str:
    """The stay of somebody who leaves on a day."""
    return house.admit(person=Person(name=name, sex=Sex.MALE, birth_on=date(1990, 1, 2)), end_on=end_on)


@pytest.fixture
def three(screen: Screen) -> tuple[str, ...]:
    """One past the day, one who leaves tomorrow, one in a month; it is the eve."""
    house = screen.house
    over = somebody(house, "Trần Văn Hùng", date(2026, 8, 29))
    soon = somebody(house, "Phạm Văn Lâm", END)
    far = somebody(house, "Đỗ Quang Huy", date(2026, 9, 28))
    house.at(date(2026, 8, 31))
    return over, soon, far


def runway(screen: Screen, **args: str) -> RunwayPage:
    """The runway, open."""
    page = screen.open(PAGE, **args)
    assert isinstance(page, RunwayPage)
    return page


def cell(page: RunwayPage, stay_id: str, key: str) -> tuple[str, Tone | None]:
    """Text and tone of one cell."""
    column, row = page.spec.column(key), page.panel.model.row_of(stay_id)
    assert column is not None
    assert row is not None
    return column.text(row), None if column.tone is None else column.tone(row)


def packet_dialog(page: RunwayPage | TomorrowPage) -> PacketDialog:
    """The packets under way."""
    found = page.findChild(PacketDialog)
    assert found is not None
    return found


def test_whoever_is_held_past_the_day_stands_on_top_in_red(screen: Screen, three: tuple[str, ...]) -> None:
    page = runway(screen)
    assert page.panel.model.ids == three
    assert cell(page, three[0], "left") == ("quá 2 ngày", Tone.DANGER)
    assert cell(page, three[1], "left") == ("ngày mai", Tone.WARNING)
    assert cell(page, three[2], "left") == ("còn 28 ngày", None)


def test_the_strip_counts_every_band_and_narrows_the_list(screen: Screen, three: tuple[str, ...]) -> None:
    page = runway(screen)
    not_read = RunwayPage(page._press, page.context)
    assert not not_read.strip.isVisibleTo(not_read), "a number nobody read would stand there as nought"
    not_read.deleteLater()
    assert page.strip.isVisibleTo(page)
    page._show_strip()
    page.resize(620, 600)
    page._show_strip()
    assert len(page.strip.tiles()) == 8, "none is left out where the window is narrow"
    counted = {tile.figure().words: tile.figure().number for tile in page.strip.tiles()}
    assert (counted["Quá ngày ra"], counted["Hôm nay"], counted["Ngày mai"]) == ("1", "0", "1")
    page.strip.activated.emit("overheld")
    assert page.panel.model.ids == three[:1]
    page.strip.activated.emit("1")
    assert page.panel.model.ids == three[1:2]
    page.strip.activated.emit("1")
    assert page.panel.model.ids == three


def test_a_number_of_the_home_page_opens_its_list(screen: Screen, three: tuple[str, ...]) -> None:
    assert runway(screen, band="1").panel.model.ids == three[1:2]


def test_what_is_missing_is_a_mark_and_a_filter(screen: Screen, three: tuple[str, ...]) -> None:
    house = screen.house
    house.settle(three[1])
    page = runway(screen, missing="residence")
    assert page.panel.model.ids == (three[0], three[2])
    assert cell(page, three[0], "mark_residence") == ("thiếu", Tone.DANGER)
    assert cell(page, three[2], "mark_residence") == ("thiếu", Tone.WARNING)
    assert cell(page, three[2], "mark_certificate") == ("chưa tới", None)


def test_a_person_is_found_by_name_without_marks(screen: Screen, three: tuple[str, ...]) -> None:
    assert runway(screen, text="do quang").panel.model.ids == three[2:]


def test_enter_opens_the_tab_of_release_of_the_person(screen: Screen, three: tuple[str, ...]) -> None:
    page = runway(screen)
    page.panel.table.select_ids(three[1:2])
    page.panel.table.setFocus()
    QTest.keyClick(page.panel.table, Qt.Key.Key_Return)
    resident_id = screen.house.stay(three[1]).resident_id
    assert screen.went == [Route("residents.person", resident_id, {"tab": PART})]


def test_packets_need_somebody_chosen(screen: Screen, three: tuple[str, ...]) -> None:
    page = runway(screen)
    assert "chọn người" in (page.main_actions()[0].why_not() or "")
    page.panel.table.select_ids(three)
    assert page.main_actions()[0].why_not() is None


def test_one_packet_that_fails_stops_no_other_and_can_be_made_again(
    screen: Screen, three: tuple[str, ...], tmp_path: Path
) -> None:
    bad, real = {three[1]}, screen.press.packet

    def sometimes(uow: Any, stay_id: str) -> Any:
        if stay_id in bad:
            raise BROKEN
        return real(uow, stay_id)

    screen.press = replace(screen.press, packet=sometimes)
    page = runway(screen)
    page.panel.table.select_ids(three)
    page.make_packets()
    dialog = packet_dialog(page)
    dialog.make()
    assert [one.stay_id for one in dialog.model.people(Making.DONE)] == [three[0], three[2]]
    assert dialog.model.reason(three[1]) == str(BROKEN.template)
    assert "1 bộ chưa được" in dialog.said_label.text()
    bad.clear()
    dialog.make()
    assert len(dialog.model.people(Making.DONE)) == 3
    # The one who leaves in 28 days has no certificate yet: said on the line, never a green "all done".
    (line,) = [one for one in map(dialog.model.line, range(dialog.model.rowCount())) if "Giấy xác nhận: " in one]
    assert ("xong, " in line, "Đ123.2" in line) == (True, True)
    assert "còn giấy chưa lập được" in dialog.said_label.text()
    dialog.save_to(str(tmp_path / "out"))
    codes = {screen.house.stay(one).code for one in three}
    assert {one.split("/")[0] for one in tree(tmp_path / "out")} == codes


def test_a_packet_is_looked_at_and_printed_file_by_file(screen: Screen, three: tuple[str, ...]) -> None:
    page = runway(screen)
    page.panel.table.select_ids(three[1:2])
    page.make_packets()
    dialog = packet_dialog(page)
    dialog.make()
    assert dialog.model.line(0).startswith("Phạm Văn Lâm")
    assert dialog.model.line(1).startswith("Mục lục:")
    dialog.view.setCurrentIndex(dialog.model.index(1))
    QTest.keyClick(dialog.view, Qt.Key.Key_Return)
    assert dialog.findChild(PreviewDialog) is not None
    dialog.print_all()
    batch = dialog.findChild(BatchDialog)
    assert batch is not None
    lines = [batch.model.line(row) for row in range(batch.model.rowCount())]
    assert len(set(lines)) == len(lines) == len(dialog.model.files()), "no two lines read the same"
    assert all(line.startswith("Phạm Văn Lâm · ") for line in lines)
    for view, model in ((dialog.view, dialog.model), (batch.view, batch.model)):
        ends = [view.visualRect(model.index(row)).right() for row in range(model.rowCount())]
        assert max(ends) < view.viewport().width(), "every line is broken before the edge"


def test_the_list_shown_is_the_list_printed(screen: Screen, three: tuple[str, ...]) -> None:
    page = runway(screen, band="1")
    page.print_list()
    assert page.findChild(PreviewDialog) is not None
    house = screen.house
    paper = runway_paper(house.read(list_board)[1:2], house.read(read_imprint))
    (grid,) = (one for one in paper.blocks if hasattr(one, "rows"))
    assert [row[1:4] for row in grid.rows] == [("Phạm Văn Lâm", house.stay(three[1]).code, "01/09/2026")]


def test_whoever_left_with_a_packet_waits_for_the_receipt_below_the_others(
    screen: Screen, three: tuple[str, ...]
) -> None:
    house = screen.house
    house.write(make_packet, MakePacket(three[0]), FORMS)
    house.write(release, Release(three[0], house.stay(three[0]).version))
    page = runway(screen)
    assert page.panel.model.ids == (*three[1:], three[0])
    assert cell(page, three[0], "left") == ("đã ra 31/08/2026", None)
    assert runway(screen, state="unclosed").panel.model.ids == three[:1]


def test_nobody_on_the_runway_is_said(screen: Screen) -> None:
    assert runway(screen).panel.states.state() is State.EMPTY


def evening(screen: Screen) -> TomorrowPage:
    """The list of the evening, open."""
    page = screen.open(TOMORROW_PAGE)
    assert isinstance(page, TomorrowPage)
    return page


def test_the_evening_list_names_who_must_act_for_everything_open(screen: Screen, three: tuple[str, ...]) -> None:
    page = evening(screen)
    (card,) = page.cards
    assert card.row.stay.stay_id == three[1]
    lines = card.findChildren(CheckLine)
    assert len(lines) == len(card.row.open_items)
    assert all(line.quiet_label.text().startswith("Việc của: ") for line in lines)
    assert page.subtitle_text() == "Ra cơ sở ngày 01/09/2026 · 1 người"


def test_the_evening_list_prints_every_open_thing_with_its_roles(screen: Screen, three: tuple[str, ...]) -> None:
    house = screen.house
    rows = house.read(tomorrow_list)
    paper = tomorrow_paper(rows, END, house.read(read_imprint))
    (points,) = (one for one in paper.blocks if hasattr(one, "texts"))
    assert len(points.texts) == len(rows[0].open_items)
    certificate = next(one for one in points.texts if "V-50" in one)
    assert "Đ123.2" in certificate
    assert "Người đứng đầu" in certificate
    page = evening(screen)
    page.print_list()
    assert page.findChild(PreviewDialog) is not None
    assert three


def test_an_evening_without_releases_says_so(screen: Screen) -> None:
    page = evening(screen)
    assert page.states.state() is State.EMPTY
    assert "Ngày mai không có ai" in (page.main_actions()[1].why_not() or "")


def test_the_rail_counts_whoever_is_held_past_the_day(screen: Screen, three: tuple[str, ...]) -> None:
    spec = next(one for one in entry.pages(screen.press) if one.id == PAGE)
    assert spec.count is not None
    assert screen.house.read(spec.count) == 1
    assert three


def test_a_step_ahead_of_its_day_is_not_called_missing(screen: Screen, three: tuple[str, ...]) -> None:
    rows = {row.stay_id: row for row in screen.house.read(list_board)}
    assert rows[three[2]].marks["certificate"] is StepMark.AHEAD
    assert rows[three[1]].marks["certificate"] is StepMark.DUE
    assert rows[three[1]].marks["notice_unreceived"] is StepMark.NOT_OWED
