"""The screens of the house: the board by keyboard, a refusal with its article, the second person, the roll."""

from datetime import date

from PySide6.QtCore import Qt

from facility_app.documents.payload import Grid
from facility_app.modules.housing.domain.roll import RollMark, RollScope
from facility_app.modules.housing.domain.rules import RULES
from facility_app.modules.housing.papers import board_paper, roll_paper, shift_paper, strength_paper
from facility_app.modules.housing.queries.board import get_board, list_person_history
from facility_app.modules.housing.queries.roll import list_open_differences, list_rolls
from facility_app.modules.housing.queries.state import Standing
from facility_app.modules.housing.service.roll import OpenRoll, open_roll
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui.board_page import BoardPage
from facility_app.modules.housing.ui.refusal import FindingList
from facility_app.modules.housing.ui.roll_page import RollsPage
from facility_app.modules.housing.ui.roll_sheet import RollSheetPage
from facility_app.modules.housing.ui.words import rules_line
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.theme import Tone
from tests.modules.housing.desk import Desk, dialog
from tests.modules.housing.home import KEEPERS, WOMAN, Home
from tests.modules.stays.house import NOW


def test_somebody_is_found_moved_and_placed_by_keys_alone(home: Home, desk: Desk) -> None:
    one = home.lives()
    home.place(one, "A-N1-P1-01")
    page = desk.open(BoardPage, places.BOARD)
    page.finder.set_text(home.code(one))
    desk.press(page.finder, Qt.Key.Key_Return)
    bed = page.board.bed()
    assert bed is not None
    assert bed.label == "A-N1-P1-01"
    desk.press(page.board, Qt.Key.Key_M)
    desk.press(page.board, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert home.sleeps() == {one: "A-N1-P1-03"}
    assert page.hand.who is None
    assert desk.screen.undone is not None
    desk.screen.undone()
    assert home.sleeps() == {one: "A-N1-P1-01"}


def test_who_has_no_bed_is_listed_ranked_and_placed_with_enter(home: Home, desk: Desk) -> None:
    one = home.lives()
    page = desk.open(BoardPage, places.BOARD, show=places.BEDLESS)
    assert page.side.face() is page.side.bedless
    desk.press(page.side.bedless.list, Qt.Key.Key_Return)
    lines = page.side.ranking.lines()
    assert lines[0].tone is Tone.OK
    assert any("Luật PCMT 2025 Đ46.2h" in line.text for line in lines)
    best = lines[0].head
    desk.press(page.side.ranking.list, Qt.Key.Key_Return)
    assert home.sleeps() == {one: best}


def test_a_refusal_names_the_rule_and_its_article_and_leaves_everybody_where_they_were(
    home: Home, desk: Desk
) -> None:
    woman = home.lives(WOMAN)
    page = desk.open(BoardPage, places.BOARD)
    page.hand.take(woman)
    page.board.select_bed(home.bed("A-N1-P1-01"))
    desk.press(page.board, Qt.Key.Key_Return)
    (findings,) = page.findChildren(FindingList)
    assert "Luật PCMT 2025 Đ46.2h" in findings.accessibleName()
    assert [one for one in page.findChildren(ReasonDialog) if one.isVisible()] == []
    assert home.sleeps() == {}


def test_a_rule_that_may_be_overridden_takes_a_reason_and_a_second_person(home: Home, desk: Desk) -> None:
    one = home.lives()
    page = desk.open(BoardPage, places.BOARD)
    page.hand.take(one)
    page.board.select_bed(home.bed("T-N1-P1-01"))
    desk.press(page.board, Qt.Key.Key_Return)
    dialog(page, ReasonDialog).given.emit("hết chỗ trong khu")
    desk.second_signs(page)
    assert home.sleeps() == {one: "T-N1-P1-01"}
    ((overridden,),) = home.sql("SELECT overridden FROM bed_placement")
    assert overridden == "stay_kind"
    beds = [bed for zone in home.read(get_board).zones for room in zone.rooms for bed in room.beds]
    (of_board,) = [bed.occupant for bed in beds if bed.occupant is not None]
    (of_history,) = home.read(list_person_history, one)
    # What was agreed to names the law of its day, as the refusal did.
    assert rules_line(of_board.overridden, of_board.law) == RULES["stay_kind"].article
    assert rules_line(of_history.overridden, of_history.law) == RULES["stay_kind"].article
    earlier = home.read(lambda uow: Standing(uow).law_on(date(2026, 6, 30)))
    assert rules_line(of_history.overridden, earlier) == "Luật PCMT 2021 Đ35.2"


def test_a_drag_is_checked_on_its_way_and_swaps_with_whoever_lies_there(home: Home, desk: Desk) -> None:
    one, other = home.lives(), home.lives()
    home.place(one, "A-N1-P1-01")
    home.place(other, "A-N1-P1-02")
    page = desk.open(BoardPage, places.BOARD)
    beds = {bed.label: bed for bed, _ in page.board.beds.beds}
    page.board.picked_up.emit(beds["A-N1-P1-01"])
    page.board.hovered.emit(beds["F-N1-P1-01"])
    assert "Đ46.2h" in page.side.ranking.verdict.text()
    page.board.dropped.emit(beds["A-N1-P1-02"])
    assert home.sleeps() == {one: "A-N1-P1-02", other: "A-N1-P1-01"}


def test_a_day_gone_by_shows_its_beds_and_lets_nobody_be_placed(home: Home, desk: Desk) -> None:
    one = home.lives()
    home.place(one, "A-N1-P1-01")
    page = desk.open(BoardPage, places.BOARD)
    page.days.set_day(page._today().replace(day=1).replace(year=2026))
    assert page.seen is not None
    assert page.seen.board.taken == 0
    place = page.main_actions()[0]
    assert "Hôm nay" in (place.why_not() or "")


def test_a_roll_sums_on_the_sheet_and_its_difference_stays_open_until_explained(home: Home, desk: Desk) -> None:
    one, other = home.lives(), home.lives()
    home.place(one, "A-N1-P1-01")
    home.place(other, "A-N1-P1-02")
    made = home.write(open_roll, OpenRoll(RollScope.ALL), by=KEEPERS)
    page = desk.open(RollSheetPage, places.SHEET, made.roll_id)
    desk.press(page.sheet.view, Qt.Key.Key_C, Qt.Key.Key_V)
    assert page.sum_line.text().startswith("Tổng 2 = có mặt 1 + vắng 1 + chưa điểm danh 0")
    page.sheet.submit()
    assert page.sheet.save_button.why_not() == ""
    page.finish()
    assert "đã kết thúc" in page.sheet.save_button.why_not()
    page.sheet.submit()  # Ctrl+Enter says why, too, and saves nothing
    (roll,) = home.read(list_rolls)
    assert (roll.listed, roll.present, roll.away, roll.differences) == (2, 1, 1, 1)
    assert roll.closed_at is not None
    rolls = desk.open(RollsPage, places.ROLL)
    row = rolls.differences.row()
    assert row.mark is RollMark.ABSENT
    rolls.explain()
    dialog(rolls, ReasonDialog).given.emit("ở bệnh xá, đã đối chiếu sổ")
    assert home.read(list_open_differences) == ()


def test_the_papers_of_the_house_say_who_is_where_and_add_up(home: Home) -> None:
    one = home.lives()
    home.place(one, "A-N1-P1-01")
    made = home.write(open_roll, OpenRoll(RollScope.ALL), by=KEEPERS)
    board = home.read(board_paper)
    grids = [block for block in board.blocks if isinstance(block, Grid)]
    assert any(home.code(one) in cell for grid in grids for row in grid.rows for cell in row)
    for paper in (
        home.read(roll_paper, made.roll_id),
        home.read(strength_paper),
        home.read(shift_paper, NOW.replace(hour=0)),
    ):
        assert any("ổng 1 = có mặt" in str(getattr(block, "text", "")) for block in paper.blocks)
