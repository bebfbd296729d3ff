"""What every page owes the window; a new slice's pages are tested by being in ``facility_app/app/pages.py``."""

import re
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from facility_app.app import outside
from facility_app.app.bootstrap import open_database
from facility_app.app.demo.users import PASSWORD, USERS
from facility_app.app.founding import Founding, found
from facility_app.app.pages import HOME, PAGES
from facility_app.app.registry import MODULES
from facility_app.app.start import Password, enter
from facility_app.app.window.program import english
from facility_app.app.window.tour_look import WatchedWords
from facility_app.app.window.tour_places import ARGS, RECORDS
from facility_app.db.database import Database
from facility_app.db.folder import DataFolder
from facility_app.kernel.actor import RECOVERY_USER, Actor, Role, system_actor
from facility_app.kernel.labels import Label
from facility_app.modules.access.queries import find_account
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.ui.actions import ActionBar, clashes, why_not
from facility_app.ui.forms.field import Field
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.record_page import RecordPage
from facility_app.ui.shell.spec import PageSpec, Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import StateStack
from tests.helpers.demo import small_demo
from tests.helpers.desk import CHEAP, tables_at_hand
from tests.helpers.windows import (
    Watch,
    clipped,
    counted_statements,
    failed_parts,
    is_short_of_room,
    not_reached_by_tab,
    window,
)

EVERY_ROLE = "moi.vai.tro"
DEVICE = outside.device_name()
PAGE_ID = re.compile(r"[a-z]+(\.[a-z][a-z_]*)+")
NO_RECORD = "0" * 32
NOTHING_MUCH = QRect(0, 0, 1, 1)
"""A picture of this is all the laying out and none of the drawing."""
MOST_STATEMENTS = 17
ASKS_EVERY_SLICE = frozenset({"calendar.moves", "calendar.clashes", "calendar.meetings"})
"""Lists that every slice answers a part of: a few statements for each, still the same for any number of rows."""
"""To open a list of any length, the first rows included; each statement is one way to the disk and back."""
OPENED = PAGES
"""Those that windows are opened for; in a copy of the house with a new slice only its own."""


class Owed:
    """Which rule which page breaks; a test that walks over all of them names every one."""

    def __init__(self) -> None:
        """Nothing broken yet."""
        self.broken: list[str] = []

    def note(self, spec: PageSpec, rule: str, found: Iterable[object]) -> None:
        """Keep what was ``found`` against a rule on a page; nothing, where the rule is kept."""
        self.broken += [f"{spec.id}: {rule}: {one}" for one in found]

    @contextmanager
    def each(self, spec: PageSpec) -> Iterator[None]:
        """Go on to the next page when this one raises."""
        try:
            yield
        except Exception:  # noqa: BLE001 - named with its lines, beside whatever else is broken
            self.note(spec, "raises nothing", [traceback.format_exc()])


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A facility just founded."""
    root = tmp_path_factory.mktemp("empty")
    wish = Founding("G01.28.12", "Cơ sở để thử", "01", UnitKind.PUBLIC, USERS[0].name, PASSWORD)
    with tables_at_hand():
        found(DataFolder(root / "data"), wish, root / "state", CHEAP)
    yield from entered(root)


@pytest.fixture(scope="module")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A facility at work: whatever the demo writes for every slice."""
    root = tmp_path_factory.mktemp("filled")
    yield from entered(small_demo(root))


def entered(root: Path) -> Iterator[Database]:
    """The file with one account more, which has every role."""
    folder = DataFolder(root / "data")
    door = enter(folder, Password(USERS[0].name, PASSWORD), root / "state", CHEAP)
    with closing(open_database(folder, door, root / "state")) as database:
        with database.write(Actor(RECOVERY_USER, frozenset({Role.ADMIN}), DEVICE)) as uow:
            add_user(uow, AddUser(EVERY_ROLE, tuple(Role), PASSWORD))
            uow.commit()
        yield database


def all_roles(database: Database) -> Actor:
    with database.read(system_actor(DEVICE)) as uow:
        account = find_account(uow, EVERY_ROLE)
    assert account is not None
    return Actor(account.user_id, account.roles, DEVICE)


def route_of(database: Database, spec: PageSpec) -> Route:
    if spec.id not in RECORDS:
        return Route(spec.id)
    with database.read(all_roles(database)) as uow:
        return Route(spec.id, RECORDS[spec.id](uow) or NO_RECORD, ARGS.get(spec.id, {}))


def opened(shell: Shell, route: Route) -> None:
    try:
        shell.go(route)
        # What moves asks for room again: twice is enough for a window come to rest, once drawn as a whole.
        for drawn in (shell.rect(), NOTHING_MUCH):
            QCoreApplication.sendPostedEvents()
            shell.grab(drawn)
    except Exception as error:
        error.add_note(f"on the page {route.page}")
        raise
    assert shell.page is not None, route.page
    assert shell.page.route.page == route.page


def test_no_page_is_named_twice_and_the_first_one_exists() -> None:
    assert [name for name, count in Counter(spec.id for spec in PAGES).items() if count > 1] == []
    assert HOME in {spec.id for spec in PAGES}


def test_no_key_opens_two_pages() -> None:
    assert clashes((spec.shortcut, spec.id) for spec in PAGES) == ()


def test_a_page_is_named_after_its_slice_and_has_words_and_a_picture(one_theme: Theme) -> None:
    owed = Owed()
    slices = {one.id for one in MODULES}
    for spec in PAGES:
        if not PAGE_ID.fullmatch(spec.id) or spec.id.split(".")[0] not in slices:
            owed.note(spec, "is named after its slice", [spec.id])
        texts = [spec.title, *spec.also, *([spec.section] if spec.section is not None else [])]
        owed.note(spec, "has words", [text for text in texts if type(text) is not Label or not text.strip()])
        if one_theme.icon(spec.icon).isNull():
            owed.note(spec, "has a picture", [spec.icon])
    assert owed.broken == []


def test_somebody_may_open_a_page_and_finds_the_way_to_it() -> None:
    shown_at = {one.id for one in PAGES if one.section is not None}
    assert [one.id for one in PAGES if one.permission is not None and not one.permission.roles] == []
    assert [one.id for one in PAGES if one.section is None and one.beneath not in shown_at] == []


def test_a_page_of_an_empty_facility_opens_without_a_fault_and_clips_nothing_at_one_and_a_half_on_a_small_screen(
    empty_file: Database, dressed: Theme
) -> None:
    dressed.set(scale=1.5)
    owed = Owed()
    with window(empty_file, all_roles(empty_file), dressed) as (shell, watch):
        for spec in OPENED:
            with owed.each(spec):
                opened(shell, route_of(empty_file, spec))
                owed.note(spec, "opens without a fault", troubles(shell, watch))
                owed.note(spec, "one verb is loud at most", loud_twice(shell))
                owed.note(spec, "nothing is clipped", clipped_around(shell))
    assert owed.broken == []


def test_a_tab_that_says_it_prints_has_the_key_that_prints(filled_file: Database, dressed: Theme) -> None:
    spec = next(one for one in PAGES if one.id == "residents.person")
    with window(filled_file, all_roles(filled_file), dressed) as (shell, _):
        opened(shell, route_of(filled_file, spec))
        assert isinstance(shell.page, RecordPage)
        told = {}
        for number in range(shell.page.tabs.count()):
            shell.page.tabs.setCurrentIndex(number)
            QCoreApplication.sendPostedEvents()
            shown = shell.page.tabs.stack.currentWidget()
            bars = [] if shown is None else shown.findChildren(ActionBar)
            has_key = any(one.spec.shortcut == "Ctrl+P" for bar in bars for one in bar.commands())
            assert ("Ctrl+P" in shell.status_line.hint_label.text()) <= has_key, shell.page.tabs.part_id()
            told[shell.page.tabs.part_id()] = "Ctrl+P" in shell.status_line.hint_label.text()
        assert {one for one, is_told in told.items() if is_told} == {"medication.person", "treatment.person"}


def test_a_page_opens_without_a_fault_by_few_statements_in_english_and_every_field_and_action_has_its_key(
    filled_file: Database, dressed: Theme, qapp: QApplication
) -> None:
    owed = Owed()
    words = WatchedWords(english(), qapp)
    qapp.installTranslator(words)
    try:
        with window(filled_file, all_roles(filled_file), dressed) as (shell, watch):
            for spec in OPENED:
                with owed.each(spec):
                    route = route_of(filled_file, spec)
                    with counted_statements() as statements:
                        opened(shell, route)
                    owed.note(spec, "opens without a fault", troubles(shell, watch))
                    owed.note(spec, "few statements", too_many(shell, statements))
                    owed.note(spec, "one verb is loud at most", loud_twice(shell))
                    owed.note(spec, "every action has a key of its own", unusable_keys(shell))
                    owed.note(spec, "the Tab key comes to every field", not_reached_by_tab(shell))
                    owed.note(spec, "there is English for every word", sorted(words.missing))
                    words.missing.clear()
    finally:
        qapp.removeTranslator(words)
    assert owed.broken == []


def too_many(shell: Shell, statements: list[str]) -> list[str]:
    """What a page was opened by, where that is more than it may be."""
    # Opening comes before everything else: a list of any length costs as little as a short one.
    is_list = isinstance(shell.page, ListPage)
    if is_list and not statements:
        return ["a list that reads nothing"]
    # The home page asks twenty slices two or three figures each.
    is_short = is_list and shell.page is not None and shell.page.route.page not in ASKS_EVERY_SLICE
    return statements if len(statements) > (MOST_STATEMENTS if is_short else 4 * MOST_STATEMENTS) else []


def loud_twice(shell: Shell) -> list[str]:
    """The verbs of more than one filled button, and a way back on one."""
    seen = (one for one in shell.findChildren(QPushButton) if one.isVisible())
    loud = [one.text().strip() for one in seen if one.property("kind") == "primary"]
    first = () if shell.page is None else shell.page.head_actions()[:1]
    back = [one.id for one in first if one.icon == "arrow-left" and not one.is_quiet]
    return [*(loud if len(loud) > 1 else ()), *back]


def unusable_keys(shell: Shell) -> list[object]:
    """Keys of the page shown that another action or page has, and those no keyboard has."""
    assert shell.page is not None
    actions = [(one.shortcut, one.id) for one in shell.page.main_actions()]
    taken = actions + [(one.shortcut, one.id) for one in PAGES]
    return [*clashes(taken), *(key for key, _ in taken if key and QKeySequence(key).toString() == "")]


def troubles(shell: Shell, watch: Watch) -> list[object]:
    """What is not as it should be on the page just opened."""
    page = shell.page
    assert page is not None
    found: list[object] = [*watch.failures]
    watch.failures.clear()
    if page.route.record != NO_RECORD:
        found += failed_parts(page)
    # Nobody has typed anything: there is nothing to complain of yet.
    fields = (one for one in page.findChildren(QWidget) if isinstance(one, Field))
    found += [field.name for field in fields if field.message()]
    return found if shell.title_row.isHidden() or shell.title_row.title.text() else [*found, "no title"]


def test_nothing_on_a_page_or_in_what_its_actions_ask_is_clipped_or_out_of_the_tab_keys_reach(
    filled_file: Database, dressed: Theme
) -> None:
    dressed.set(scale=1.5)
    owed = Owed()
    with window(filled_file, all_roles(filled_file), dressed) as (shell, watch):
        for spec in OPENED:
            with owed.each(spec):
                note_page_and_actions(owed, spec, shell, watch, route_of(filled_file, spec))
    assert owed.broken == []


def note_page_and_actions(owed: Owed, spec: PageSpec, shell: Shell, watch: Watch, route: Route) -> None:
    """What is cut or out of reach on one page and in what its actions ask."""
    opened(shell, route)
    owed.note(spec, "nothing is clipped", clipped_around(shell))
    page = shell.page
    assert page is not None
    for action in page.main_actions():
        if why_not(action, page.context.actor) is None:
            if shell.page is not page or page.route.record != route.record:
                opened(shell, route)
            if isinstance(page, ListPage):
                page.panel.table.select_ids(page.panel.model.ids[:1])
            action.run()
            for dialog in page.findChildren(QDialog):
                owed.note(spec, action.id, cut_or_unreached(dialog))
                dialog.done(QDialog.DialogCode.Rejected)
                dialog.setParent(None)
                dialog.deleteLater()
    owed.note(spec, "its actions do not fail", watch.failures)
    watch.failures.clear()


def test_a_page_that_raises_keeps_no_other_from_being_asked() -> None:
    owed = Owed()
    for spec in PAGES[:2]:
        with owed.each(spec):
            raise LookupError(spec.id)
    assert [one.split(":")[0] for one in owed.broken] == [spec.id for spec in PAGES[:2]]


def cut_or_unreached(dialog: QDialog) -> list[str]:
    QCoreApplication.sendPostedEvents()
    dialog.grab()
    return [*clipped(dialog), *(f"no Tab to {one}" for one in not_reached_by_tab(dialog))]


def clipped_around(shell: Shell) -> list[str]:
    assert shell.page is not None
    return [*clipped(shell.title_row), *clipped(shell.page), *clipped(shell.status_line)]


def test_every_pages_name_fits_in_the_rail_at_one_and_a_half(empty_file: Database, dressed: Theme) -> None:
    dressed.set(scale=1.5)
    with window(empty_file, all_roles(empty_file), dressed) as (shell, _):
        shell.grab()
        for spec in PAGES:
            name = shell.rail.findChild(QAbstractButton, f"rail_{spec.id}")
            assert (name is not None) == (spec.section is not None), spec.id
            # What is cut short can be read by pointing at it.
            assert name is None or name.toolTip() or not is_short_of_room(name), spec.id


def test_a_faulty_page_would_be_found(qtbot: QtBot, dressed: Theme) -> None:
    """The checks above are worth something: short room, unreachable fields and failed parts are really seen."""
    box = QWidget()
    qtbot.addWidget(box)
    narrow, hidden, failed = QPushButton("Một câu dài"), QLineEdit(), StateStack(dressed, QLabel())
    narrow.setFixedWidth(20)
    hidden.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    hidden.setObjectName("hidden_edit")
    failed.show_error("Hỏng")
    column = QVBoxLayout(box)
    for one in (narrow, hidden, failed):
        column.addWidget(one)
    box.show()
    assert [one.split(": ")[1] for one in clipped(box)] == ["Một câu dài"]
    assert not_reached_by_tab(box) == ["QLineEdit hidden_edit"]
    assert "Hỏng" in failed_parts(box)
