"""A dose, a limit, an allergy is read whole: in every look and at every width, whoever made its column narrow."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.window.tour_look import cut_instructions
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.ui.forms.draft_store import RunnerDrafts
from facility_app.ui.lists import PassingMemory
from facility_app.ui.lists.delegate import ROW, CellDelegate
from facility_app.ui.lists.read_rows import Rows
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.models import ColumnSpec, ListSpec, PagedTableModel
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import InlineRunner, Runner
from facility_app.ui.theme import Theme, Tone
from tests.helpers.cases import each
from tests.helpers.fakes import FixedClock
from tests.ui.tasks.held import MemoryPlace

TAPER = (
    "ngày 1–3: 150 mcg × 3 (06:00, 14:00, 20:00); ngày 4–6: 150 mcg × 2 (06:00, 20:00); "
    "ngày 7–8: 150 mcg lúc 20:00; ngày 9–10: nửa viên lúc 20:00, đo huyết áp trước mỗi liều, "
    "dưới 90/60 mmHg thì không dùng và gọi bác sĩ · Uống"
)
LOOKS = {"light": (False, 1.0), "dark": (True, 1.0), "large": (False, 1.5)}


@dataclass(frozen=True, slots=True)
class Order:
    """An order as the card shows it."""

    id: str
    medicine: str
    plan: str


ORDERS = (
    Order("1", "Paracetamol 500 mg", "500 mg khi cần · Uống"),
    Order("2", "Clonidin 0,15 mg", TAPER),
    Order("3", "Amoxicillin/acid clavulanic 250 mg/31,25 mg/5 ml", "5 ml × 2 · Uống"),
)
COLUMNS: tuple[ColumnSpec[Order], ...] = (
    ColumnSpec("medicine", label("ui", "Thuốc"), lambda one: one.medicine, width=180, is_instruction=True),
    ColumnSpec("plan", label("ui", "Liều"), lambda one: one.plan, width=400, is_instruction=True),
    ColumnSpec("doctor", label("ui", "Bác sĩ"), lambda _one: "Quàng Văn Sang", width=130, gives_way=2),
    ColumnSpec("why", label("ui", "Lý do"), lambda _one: "Đau cơ, đau khớp", width=136, gives_way=1),
    ColumnSpec("at", label("ui", "Từ"), lambda _one: "17/11/2026 16:00", width=184),
)


def row_id(one: Order) -> str:
    return one.id


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = InlineRunner(MemoryPlace())
    yield made
    made.close()


@pytest.fixture
def card(runner: Runner, dressed: Theme, qtbot: QtBot) -> Iterator[ShortCard]:
    """Three orders, on a page that scrolls."""

    def go(_route: Route) -> None:
        return None

    def say(text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        return None

    actor = Actor("u" * 32, frozenset({Role.DOCTOR}), "may-1")
    drafts = RunnerDrafts(runner, runner)
    context = PageContext(runner, actor, dressed, FixedClock(), go, say, PassingMemory(), drafts)
    page, area = QWidget(), QScrollArea()
    area.setWidgetResizable(True)
    made = ShortCard(
        context, "orders", label("ui", "Y lệnh"), COLUMNS, row_id, label("ui", "Chưa có."), least=168, most_rows=7
    )
    box = QVBoxLayout(page)
    box.addWidget(made)
    box.addStretch(1)
    area.setWidget(page)
    qtbot.addWidget(area)
    area.resize(1000, 500)
    area.show()
    made.show_rows(ORDERS)
    qtbot.waitUntil(lambda: made.model.row(0) is not None)
    yield made
    area.close()


def cut(card: ShortCard) -> set[str]:
    """The instructions of which something cannot be read."""
    return {one.key for row in range(len(ORDERS)) for one in card.table.cut(row) if one.is_instruction}


@each(("look", "width"), [(look, width) for look in LOOKS for width in (320, 480, 700, 1000, 1400)])
def test_nothing_of_an_instruction_is_cut_in_any_look_at_any_width(
    look: str, width: int, card: ShortCard, dressed: Theme, qtbot: QtBot
) -> None:
    is_dark, scale = LOOKS[look]
    dressed.set(dark=is_dark, scale=scale)
    card.window().resize(width, 500)
    qtbot.waitUntil(lambda: not cut(card))
    assert {"medicine", "plan"} <= {column.key for column in card.table.shown_columns()}


def test_nobody_makes_an_instruction_narrower_than_its_longest_word(card: ShortCard) -> None:
    header = card.table.horizontalHeader()
    for place in (0, 1):
        header.resizeSection(place, 24)
    assert not cut(card)


@each("width", [700, 1000])
def test_a_card_grows_with_the_height_of_its_rows(
    width: int, card: ShortCard, dressed: Theme, qtbot: QtBot
) -> None:
    card.window().resize(width, 500)
    qtbot.waitUntil(lambda: card.table.verticalScrollBar().maximum() == 0)
    assert card.table.rowHeight(1) > 2 * dressed.px(ROW)


def test_what_an_instruction_lacks_is_told(card: ShortCard) -> None:
    """The look at every page asks the table itself: it has to see what is cut."""
    card.table.setRowHeight(1, card.table.rowHeight(0))
    assert "plan" in cut(card)
    card.table.horizontalHeader().setSectionHidden(1, True)
    assert "plan" in {one.key for one in card.table.cut(0)}
    assert any("plan" in told for told in cut_instructions(card.window()))


def test_a_note_stands_below_the_words_it_has_no_room_beside(runner: Runner, dressed: Theme, qtbot: QtBot) -> None:
    """A code behind a name is no half code: both are read whole, one below the other."""
    shown = Rows(row_id)
    shown.rows = ORDERS
    columns = (replace(COLUMNS[0], note=lambda _one: "thuốc cần giữ kín"),)
    spec = ListSpec(
        id="noted", title=label("ui", "Y lệnh"), columns=columns, ids=shown.ids, rows=shown.get, row_id=row_id
    )
    model: PagedTableModel[Order] = PagedTableModel(spec, runner)
    cells = CellDelegate(dressed, model)
    model.show(Look())
    qtbot.waitUntil(lambda: model.row(0) is not None)
    cell = model.index(0, 0)
    wide = cells.wanted(cell)
    assert cells.lines(cell, wide) == ["Paracetamol 500 mg"]
    assert cells.lines(cell, wide - 30) == ["Paracetamol 500 mg", "thuốc cần giữ kín"]


@each("wrong", [{"gives_way": 1}, {"is_hidden": True}, {"tone": lambda _one: Tone.OK}])
def test_an_instruction_gives_way_to_nothing(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="plan"):
        replace(COLUMNS[1], **wrong)


def test_rows_that_come_are_fitted_once_and_not_for_every_thing_measured_about_them(
    card: ShortCard, qtbot: QtBot
) -> None:
    fitted: list[None] = []
    card.table.columns.fitted.connect(lambda: fitted.append(None))
    card.model.beginResetModel()
    card.model.endResetModel()
    assert len(fitted) == 1
    card.show_rows(ORDERS[:1])
    card.show_rows(ORDERS)
    assert len(fitted) <= 1 + 2
