"""Finding people on the screen: by keyboard, without marks, by last digits; what a role may not do says why."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.residents.ui.people_list import ADD_PAGE, LIST_PAGE, PERSON_PAGE, PeoplePage
from facility_app.ui.actions import why_not
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import IconButton, State
from tests.helpers.probe import rows
from tests.modules.residents.conftest import Screen
from tests.modules.residents.people import CARD, DUC, HOA, named, register


def people(screen: Screen) -> PeoplePage:
    """The list, open."""
    page = screen.open(LIST_PAGE)
    assert isinstance(page, PeoplePage)
    return page


def test_without_anybody_the_list_says_so_and_offers_the_next_step(screen: Screen) -> None:
    page = people(screen)
    assert page.panel.states.state() is State.EMPTY
    page.panel.states.action_requested.emit()
    assert screen.went == [Route(ADD_PAGE)]


def test_typing_a_name_without_marks_and_enter_opens_the_only_hit(screen: Screen, qtbot: QtBot) -> None:
    duc = screen.person(DUC)
    screen.person(HOA)
    page = people(screen)
    QTest.keyClicks(page.panel.search, "duc")
    QTest.keyClick(page.panel.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.went == [Route(PERSON_PAGE, duc.resident_id)])


def test_last_digits_of_a_paper_find_its_owner(screen: Screen, qtbot: QtBot) -> None:
    duc = screen.person(DUC, papers=(CARD,))
    screen.person(HOA)
    page = people(screen)
    QTest.keyClicks(page.panel.search, "5678")
    qtbot.waitUntil(lambda: page.panel.model.ids == (duc.resident_id,))


def test_of_several_hits_enter_goes_to_the_rows_and_enter_again_opens_the_one_chosen(
    screen: Screen, qtbot: QtBot
) -> None:
    for name in ("Nguyễn Văn An", "Trần Văn An"):
        screen.person(named(name))
    page = people(screen)
    QTest.keyClicks(page.panel.search, "an")
    QTest.keyClick(page.panel.search, Qt.Key.Key_Return)
    qtbot.waitUntil(page.panel.table.hasFocus)
    assert not screen.went
    QTest.keyClick(page.panel.table, Qt.Key.Key_Down)
    QTest.keyClick(page.panel.table, Qt.Key.Key_Return)
    assert screen.went == [Route(PERSON_PAGE, page.panel.model.ids[1])]


def test_a_paper_number_is_masked_on_the_list(screen: Screen) -> None:
    screen.person(DUC, papers=(CARD,))
    page = people(screen)
    column = next(place for place, one in enumerate(page.spec.columns) if one.key == "paper")
    assert page.panel.model.index(0, column).data() == "0012••••5678"


def test_somebody_written_down_elsewhere_appears_in_the_open_list(screen: Screen) -> None:
    page = people(screen)
    screen.runner.command(page, register).run()
    assert len(page.panel.model.ids) == 1


def test_a_guard_reads_why_nobody_is_added_from_his_desk(screen: Screen) -> None:
    screen.sign_in(Role.GUARD)
    page = people(screen)
    reason = why_not(page.main_actions()[0], screen.actor)
    assert reason is not None
    assert "Thêm người cai nghiện" in reason


def test_a_list_that_leaves_the_file_stands_in_the_trail(screen: Screen, tmp_path: Path) -> None:
    screen.person(DUC)
    page = people(screen)
    page.panel.export_to(tmp_path / "danh sách.xlsx")
    assert (tmp_path / "danh sách.xlsx").exists()
    assert "residents.export_list" in trail(screen)
    told = "SELECT after FROM audit_value WHERE table_name = 'vault' AND column_name = ?"
    assert rows(screen.facility.database, told, "list") == [(LIST_PAGE,)]
    ((columns,),) = rows(screen.facility.database, told, "columns")
    assert {"code", "name"} <= set(columns.split())
    assert "alerts" not in columns.split(), "medical alerts stay inside"


def test_a_guard_exports_nothing(screen: Screen, tmp_path: Path) -> None:
    screen.person(DUC)
    screen.sign_in(Role.GUARD)
    page = people(screen)
    button = page.panel.findChild(IconButton, "export_button")
    assert button is not None
    assert not button.isEnabled()
    assert "Xuất danh sách người cai nghiện" in button.toolTip()
    page.panel.export_to(tmp_path / "danh sách.xlsx")
    assert not (tmp_path / "danh sách.xlsx").exists()
    assert [tone for _text, tone in screen.said] == [Tone.DANGER]


def trail(screen: Screen) -> list[str]:
    """Verbs of the trail."""
    return [row[0] for row in rows(screen.facility.database, "SELECT verb FROM audit_entry ORDER BY seq")]
