"""Whoever guards, teaches or writes letters learns no diagnosis, no ARV, no HIV, on no way out of the program.

Every word about health in the file is a token (``tests/helpers/canary.py``). Rights only ever add up, so what one
person with all the offices outside health does not see, none of them sees; the guard is asked alone as well.
"""

import logging
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import click
import pytest
import sqlalchemy as sa
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    Qt,
)
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from facility_app.app.bootstrap import open_database
from facility_app.app.cli.verbs import Program
from facility_app.app.demo.users import NAMES, PASSWORD
from facility_app.app.desk import Desk as Workplace
from facility_app.app.pages import PAGES
from facility_app.app.paths import resources_folder
from facility_app.app.print_shop import FACES, forms
from facility_app.app.registry import MODULES
from facility_app.app.start import Password, enter
from facility_app.app.window.tour_places import ARGS, RECORDS, actor_of
from facility_app.db.base import Base
from facility_app.db.database import Database
from facility_app.db.driver import connect
from facility_app.db.folder import DataFolder
from facility_app.db.notes import NoteKind, Notes
from facility_app.documents.forms.printing import render
from facility_app.documents.typeface import Fonts
from facility_app.kernel.actor import RECOVERY_USER, Actor, Role, system_actor
from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import Look
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.residents.queries.people import list_resident_rows, search_residents
from facility_app.modules.residents.ui.naming import found_people
from facility_app.ui.actions import why_not
from facility_app.ui.lists.export import ExportOrder, write_list
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.shell.spec import Route
from facility_app.ui.shell.window import Shell
from facility_app.ui.tasks import InlineRunner
from facility_app.ui.theme import Theme
from tests.documents.reading import pages_text
from tests.helpers.canary import (
    DRAFT,
    TELLING,
    WORDS,
    WORKING,
    Planted,
    health_columns,
    plant,
    token,
    words_of,
)
from tests.helpers.cases import each
from tests.helpers.demo import small_demo
from tests.helpers.desk import CHEAP, Desk
from tests.helpers.windows import window

R = Role
BLIND = frozenset(
    {
        R.GUARD,
        R.TEAM_OFFICER,
        R.INTAKE,
        R.CLERK,
        R.TEACHER,
        R.LABOUR,
        R.TREASURER,
        R.DISCHARGE,
        R.ADMIN,
        R.EXCHANGE,
    }
)
"""Offices outside health: no line of the table of access names them (clinical.md §7.2, §7.3)."""
OUTSIDE_HEALTH, EVERYBODY = "ngoai.y.te", "moi.vai.tro"
SEEN = (
    *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole),
    *(Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.StatusTipRole),
)


@dataclass
class House:
    """The facility with its tokens, open."""

    root: Path
    database: Database
    planted: Planted
    routes: tuple[Route, ...]
    closed: Path
    code: str

    def actor(self, name: str) -> Actor:
        """Who signs in with that account."""
        return actor_of(self.database, name)


def leave_drafts(notes: Notes) -> None:
    """What somebody who treats was typing on every page, and had pinned there."""
    for kind in NoteKind:
        for spec in PAGES:
            notes.put(kind, spec.id, {"text": token(DRAFT), "values": {"note": token(DRAFT)}})


@contextmanager
def house(root: Path, spared: frozenset[tuple[str, str]]) -> Iterator[House]:
    small_demo(root)
    folder = DataFolder(root / "data")
    door = enter(folder, Password(NAMES[Role.ADMIN], PASSWORD), root / "state", CHEAP)
    with closing(open_database(folder, door, root / "state")) as database:
        with database.write(Actor(RECOVERY_USER, frozenset({Role.ADMIN}), "canary")) as uow:
            add_user(uow, AddUser(OUTSIDE_HEALTH, tuple(BLIND), PASSWORD))
            add_user(uow, AddUser(EVERYBODY, tuple(Role), PASSWORD))
            uow.commit()
        shown = tuple(routes(database))
        with database.read(system_actor("canary")) as uow:
            (person,) = list_resident_rows(
                uow, [next(one.record for one in shown if one.page == "residents.person")]
            )
        code = person.code
        for other in (Role.DOCTOR, Role.NURSE):
            database.jot(actor_of(database, NAMES[other]), leave_drafts)
    connection = connect(folder.database, door.data_key)
    planted = plant(connection, spared=spared)
    connection.close()
    closed = root.with_name(f"{root.name}-closed")
    shutil.copytree(root, closed)
    with closing(open_database(folder, door, root / "state")) as database:
        yield House(root, database, planted, shown, closed, code)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Every word a token, also those the program works with: nobody may need them who may not read them."""
    with house(tmp_path_factory.mktemp("told"), frozenset()) as made:
        yield made


@pytest.fixture(scope="module")
def at_work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """The same, where those who treat can work."""
    with house(tmp_path_factory.mktemp("work"), WORKING) as made:
        yield made


@dataclass
class Walk:
    """What came out while somebody went through the program: where → words."""

    heard: dict[str, str] = field(default_factory=dict)
    faults: list[object] = field(default_factory=list)

    def hear(self, where: str, words: Iterable[str]) -> None:
        self.heard[where] = self.heard.get(where, "") + "\n" + "\n".join(words)

    def tokens(self, planted: Planted) -> dict[str, set[str]]:
        """Where tokens came out, and of what."""
        return {where: found for where, text in self.heard.items() if (found := planted.found(text))}

    def hiv(self, planted: Planted) -> dict[str, set[str]]:
        return {where: found for where, text in self.heard.items() if (found := planted.found_hiv(text))}

    def told(self) -> dict[str, set[str]]:
        """Where a word came out that tells of HIV or a diagnosis."""
        return {
            where: {text[max(0, one.start() - 50) : one.end() + 30] for one in WORDS.finditer(text)}
            for where, said in self.heard.items()
            if WORDS.search(text := without(said, PHRASES))
        }


def without(text: str, phrases: Iterable[str]) -> str:
    for one in phrases:
        text = text.replace(one, "")
    return text


def is_shown(one: QWidget) -> bool:
    """Whether it stands on the tab in front."""
    return one.isVisible()


def words_on(widget: QWidget, counts: Callable[[QWidget], bool] = lambda _one: True) -> Iterator[str]:
    """Everything a widget and what stands in it says, to eyes, to a pointer and to a screen reader."""
    for one in filter(counts, [widget, *widget.findChildren(QWidget)]):
        for ask in ("text", "toolTip", "placeholderText", "accessibleName", "accessibleDescription", "title"):
            said = getattr(one, ask, None)
            if callable(said):
                yield str(said())
        yield one.windowTitle()
        if isinstance(one, QPlainTextEdit | QTextEdit):
            yield one.toPlainText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        elif isinstance(one, QTabBar):
            yield from (one.tabText(place) for place in range(one.count()))
        elif isinstance(one, QAbstractItemView):
            yield from words_in(one.model())


def words_in(model: QAbstractItemModel | None, below: QModelIndex | None = None) -> Iterator[str]:
    """Every cell of a model, as shown, as typed in, as pointed at, as read aloud."""
    if model is None:
        return
    under = below or QModelIndex()
    is_list, is_table = isinstance(model, QAbstractListModel), isinstance(model, QAbstractTableModel)
    for row in range(model.rowCount(under)):
        for column in range(1 if is_list else model.columnCount(under)):
            cell = model.index(row, column, under)
            yield from (str(model.data(cell, role) or "") for role in SEEN)
        if not (is_list or is_table):
            yield from words_in(model, model.index(row, 0, under))


@contextmanager
def overhearing(walk: Walk) -> Iterator[Callable[[str], None]]:
    """Also hear whatever is answered to the screens and set on paper, shown or not; give it the place."""
    here = ["start"]
    land = InlineRunner._land

    def listen(self: InlineRunner, ticket: Any) -> None:
        walk.hear(here[0], words_of(ticket.answer))
        walk.hear(here[0], (str(ticket.error),) if ticket.error is not None else ())
        land(self, ticket)

    def at(place: str) -> None:
        here[0] = place

    with patch.object(InlineRunner, "_land", listen):
        yield at


def walk_through(
    made: House, actor: Actor, theme: Theme, tmp_path: Path, only: Callable[[str], bool] | None = None
) -> Walk:
    """Every page and tab and dialog, every list as a spreadsheet and on the clipboard, every search."""
    walk = Walk()
    with overhearing(walk) as at, window(made.database, actor, theme) as (shell, watch):
        opened = {spec.id for spec in PAGES if spec.is_open_to(actor)}
        for number, route in enumerate(one for one in made.routes if one.page in opened):
            if only is not None and not only(route.page):
                continue
            place = f"{route.page} {number}"
            at(place)
            shell.go(route)
            QCoreApplication.sendPostedEvents()
            assert shell.page is not None
            walk.hear(place, (*words_on(shell.title_row), *words_on(shell.page)))
            open_parts(shell, walk, place)
            copy_tables(shell.page, walk, f"{place} clipboard")
            if isinstance(shell.page, ListPage):
                walk.hear(f"{place} xlsx", xlsx_of(made, actor, shell.page, tmp_path / f"{number}.xlsx"))
            # Who treats may open what is closed, as a deed of its own: that is no opening of a page.
            if only is None:
                ask_all(shell, route, walk, place)
        walk.hear("window", words_on(shell.rail))
        walk.faults += [one.text if hasattr(one, "text") else one for one in watch.failures]
    return walk


def routes(database: Database) -> Iterator[Route]:
    """Every page, those about one record with the one that most is told about."""
    with database.read(system_actor("canary")) as uow:
        records = {page: find(uow) or "" for page, find in RECORDS.items()}
    for spec in PAGES:
        yield Route(spec.id, records.get(spec.id, ""), ARGS.get(spec.id, {}))


def open_parts(shell: Shell, walk: Walk, place: str) -> None:
    """Every tab of the page, and the tabs that come with one."""
    page = shell.page
    assert page is not None
    done: set[QTabBar] = set()
    while bars := [one for one in page.findChildren(QTabBar) if one not in done]:
        for bar in bars:
            done.add(bar)
            for number in range(bar.count()):
                bar.setCurrentIndex(number)
                QCoreApplication.sendPostedEvents()
                walk.hear(f"{place} tab {number}", words_on(page, is_shown))
                copy_tables(page, walk, f"{place} tab {number} clipboard")


def copy_tables(widget: QWidget, walk: Walk, place: str) -> None:
    """Every table's rows on the clipboard."""
    for table in filter(is_shown, widget.findChildren(QTableView)):
        QApplication.clipboard().clear()
        table.selectAll()
        QTest.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
        kept = QApplication.clipboard().mimeData()
        if kept is not None:
            walk.hear(place, (kept.text(), kept.html()))


def xlsx_of(made: House, actor: Actor, page: ListPage, path: Path) -> Iterator[str]:
    desk = Workplace(made.database, actor)
    untold: Any = Untold()
    with desk.read() as uow:
        ids = tuple(page.spec.ids(uow, Look()))
    write_list(desk, page.spec, ExportOrder(path, tuple(page.spec.columns), ids), untold)
    with zipfile.ZipFile(path) as book:
        for name in book.namelist():
            yield re.sub(r"<[^>]+>", " ", book.read(name).decode("utf-8", "replace"))


class Untold:
    """Progress nobody looks at."""

    def tell(self, *_told: object) -> None:
        """Nothing."""


def ask_all(shell: Shell, route: Route, walk: Walk, place: str) -> None:
    """What every action of the page asks and says."""
    page = shell.page
    assert page is not None
    for action in page.main_actions():
        if why_not(action, page.context.actor) is None:
            if shell.page is not page or page.route.record != route.record:
                shell.go(route)
            action.run()
            for dialog in page.findChildren(QDialog):
                walk.hear(f"{place} {action.id}", words_on(dialog))
                dialog.done(QDialog.DialogCode.Rejected)
                dialog.setParent(None)
                dialog.deleteLater()


PHRASES = (
    # A legal parameter and the law it comes from: read by everybody, about nobody.
    *("Luật phòng chống HIV/AIDS (sửa đổi 2020)", "Tự đồng ý xét nghiệm HIV từ đủ"),
    # Names of rights and of verbs, in the table of rights and in the trail; whom it was about is not said.
    *("(phần HIV)", "phần HIV", "Xem thông tin HIV khi được cấp quyền"),
    # The wording of an official form that everybody may print empty (V-17).
    "(HIV, lao, gan mật",
)
"""Where the words may stand."""
EVERYWHERE = frozenset({"treatment", "medication", "pharmacy"})


def test_what_is_planted_follows_from_the_privacy_classes(told: House) -> None:
    places = set(told.planted.places.values())
    assert {"medical_note.text", "diagnosis.code", "private_diagnosis.text", "hiv_test.note"} <= places
    assert {"medicine_order.note", "private_medicine_order.plan", "medicine.generic"} <= places
    assert len(told.planted.hiv) > 30
    # A row in every table: nothing is proved of an empty one.
    with told.database.read(system_actor("canary")) as uow:
        for table in {column.table for column in health_columns()}:
            assert uow.session.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() > 0, table.name
    # The search of the whole house has no word of it.
    of_care = {one.name for spec in MODULES if spec.id in EVERYWHERE for one in spec.tables}
    searched = {column.table.name for column in columns_of_house() if "search" in column.info}
    assert searched.isdisjoint(of_care)


def columns_of_house() -> Iterator[sa.Column[Any]]:
    for table in Base.metadata.tables.values():
        yield from table.columns


@each("who", (NAMES[Role.GUARD], OUTSIDE_HEALTH))
def test_nothing_of_health_comes_out_on_pages_clipboard_spreadsheets_searches_or_in_any_answer(
    who: str, told: House, dressed: Theme, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    walk = walk_through(told, told.actor(who), dressed, tmp_path)
    walk.hear("log", (one.getMessage() for one in caplog.records))
    walk.hear("log", (one.read_text("utf-8") for one in DataFolder(told.root / "data").logs.rglob("*.*")))
    with told.database.read(told.actor(who)) as uow:
        for typed in (token(3), *TELLING.split(), "viêm gan", "methadon"):
            walk.hear("search", words_of([found_people(uow, typed), search_residents(uow, typed, 20)]))
    assert walk.faults == []
    assert walk.tokens(told.planted) == {}
    assert walk.told() == {}
    assert len(walk.heard) > 50


def test_who_treats_sees_what_they_must_and_nobody_sees_hiv_by_opening_a_page(
    at_work: House, dressed: Theme, tmp_path: Path
) -> None:
    walk = walk_through(at_work, at_work.actor(EVERYBODY), dressed, tmp_path, of_care)
    assert walk.faults == []
    assert walk.hiv(at_work.planted) == {}
    seen = set().union(*walk.tokens(at_work.planted).values())
    assert seen >= MUST_BE_SEEN, MUST_BE_SEEN - seen


def of_care(page: str) -> bool:
    """Whether health is written or read there."""
    return page.split(".", maxsplit=1)[0] in EVERYWHERE or page == "residents.person"


MUST_BE_SEEN = frozenset({"medical_note.text", "diagnosis.text", "medicine.generic"})


def test_no_paper_they_may_make_says_it(told: House) -> None:
    """Every paper of every slice, of every record it can be made from."""
    fonts = Fonts.in_folder(resources_folder() / FACES)
    made = 0
    actor = told.actor(OUTSIDE_HEALTH)
    people = {one.record for one in told.routes if one.page == "residents.person"}
    for paper in (one for spec in MODULES for one in spec.papers if actor.may(one.permission)):
        form = forms().get(paper.form_id)
        with told.database.read(actor) as uow:
            records = people if paper.find is None else {one for one, _ in paper.find(uow, "")}
            for record in sorted(records):
                try:
                    filled = paper.fill(uow, form, record, date(2026, 11, 21))
                except UserError:
                    continue
                pdf = render(form, filled.payload, fonts, parts=form.walls[0])
                said = "\n".join([*words_of(filled), *pages_text(pdf)])
                assert told.planted.found(said) == set(), paper.form_id
                made += 1
    assert made > 10


READING = (
    *("search {token}", "search B24", "stay show {code}", "stay explain {code}", "form list", "house board"),
    *("house check", "pharmacy balance", "pharmacy ledger verify", "mar due", "mar due --private", "user list"),
    *(
        "discharge gate {code}",
        "discharge packet {code} --out {out}/packet",
        "check",
        "audit list",
        "audit show 5",
    ),
    *("export fhir --stay {code} --out {out}/fhir --reason x", "form render V-17 --stay {code} --out {out}/a.pdf"),
    *("audit verify", "instrument list"),
)
"""Verbs that tell something of the file."""
WRITING = frozenset(
    {
        *(
            "init",
            "demo",
            "import residents",
            "import undo",
            "term",
            "instrument score",
            "house place",
            "mar record",
            "mar kit",
        ),
        *(
            "migrate",
            "backup now",
            "backup verify",
            "restore",
            "rekey",
            "user add",
            "user disable",
            "user password",
        ),
        *("user reset", "audit accept", "audit erase"),
    }
)
"""Verbs that tell what they did, or know no person."""


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every verb of the command line."""
    if not isinstance(command, click.Group):
        yield " ".join(path)
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from leaves(inner, (*path, name))


def test_no_verb_of_the_command_line_says_it(told: House, tmp_path: Path) -> None:
    verbs = set(leaves(Program(name="x")))
    assert {one for one in verbs if any(asked.startswith(one) for asked in READING)} == verbs - WRITING
    desk = Desk(told.closed)
    done = []
    # The guard reads as people do, everybody else outside health as programs do.
    for who, more in ((NAMES[Role.GUARD], ()), (OUTSIDE_HEALTH, ("--json",))):
        for number, asked in enumerate(READING):
            out = tmp_path / f"{who}{number}"
            out.mkdir()
            words = asked.format(token=token(3), code=told.code, out=out).split()
            answer = desk.say(*words, *more, *desk.sign(who, PASSWORD))
            said = answer.out + answer.err + read_all(out)
            assert told.planted.found(said) == set(), asked
            assert not [one for one in ("Traceback", "wrong_usage", "--help") if one in said], (asked, said)
            done += [asked] * (answer.code == 0)
    assert len(done) > len(READING)


def read_all(folder: Path) -> str:
    """The words of every file made."""
    return "\n".join(
        " ".join(pages_text(one.read_bytes())) if one.suffix == ".pdf" else one.read_text("utf-8", "replace")
        for one in folder.rglob("*")
        if one.is_file()
    )


def test_an_export_for_another_hospital_says_what_it_must_and_nothing_of_hiv(
    at_work: House, tmp_path: Path
) -> None:
    desk = Desk(at_work.closed)
    words = ("export", "fhir", "--stay", at_work.code, "--out", tmp_path / "out", "--reason", "chuyển viện")
    desk.done(*words, *desk.sign(NAMES[Role.DOCTOR], PASSWORD))
    said = read_all(tmp_path / "out")
    assert at_work.planted.found(said) != set()
    assert at_work.planted.found_hiv(said) == set()
