"""Rules every widget and picture of the kit keeps: no noun of the work, no grip on the theme after its end."""

import ast
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facility_app.ui import charts, theme, widgets
from facility_app.ui.charts import Bars, BarSet, LineChart, Lines, SpanChart, SpanPlan, Sparkline, Term, TermBar
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import (
    Avatar,
    Banner,
    BigNumberStrip,
    Card,
    Chip,
    Figure,
    IconButton,
    IconLabel,
    PushButton,
    SearchBox,
    StateStack,
    UndoOffer,
    WhyNotButton,
)
from tests.helpers.cases import each


def strip(look: Theme) -> BigNumberStrip:
    made = BigNumberStrip(look)
    made.set_figures([Figure("a", "x", "1")])
    return made


NOUNS = re.compile(
    r"resident|stay|detox|pharmac|treatment|housing|discharge|patient|intake|labour|facility|doctor|dose",
    re.IGNORECASE,
)
MAKERS: dict[str, Callable[[Theme], QWidget]] = {
    "chip": lambda look: Chip(look, "x"),
    "banner": lambda look: Banner(look, "x", action="y", can_dismiss=True),
    "strip": strip,
    "card": lambda look: Card(look, "x"),
    "icon": lambda look: IconLabel(look, "home"),
    "icon button": lambda look: IconButton(look, "home", "x"),
    "button": lambda look: PushButton(look, "x", icon="home"),
    "why not": lambda look: WhyNotButton(look, "x", icon="home"),
    "search": lambda look: SearchBox(look, "x", key_hint="Ctrl+K"),
    "states": lambda look: StateStack(look, QLabel()),
    "avatar": Avatar,
    "offer": UndoOffer,
    "bars": lambda look: Bars(look, "x", BarSet(())),
    "lines": lambda look: LineChart(look, "x", Lines((), ())),
    "spans": lambda look: SpanChart(look, "x", SpanPlan(date(2026, 1, 1), date(2026, 2, 1), ())),
    "term": lambda look: TermBar(look, "x", Term(())),
    "sparkline": lambda look: Sparkline(look, "x", (1, 2)),
}
SOURCES = sorted(
    path for package in (charts, theme, widgets) for path in Path(str(package.__file__)).parent.glob("*.py")
)


@pytest.mark.parametrize("name", MAKERS)
def test_a_widget_lets_go_of_the_theme_when_it_ends(name: str, theme: Theme, qtbot: QtBot) -> None:
    widget = MAKERS[name](theme)
    qtbot.addWidget(widget)
    widget.show()
    theme.set(scale=1.25)
    with qtbot.waitSignal(widget.destroyed):
        widget.deleteLater()
    # A slot of a dead widget would raise here, and pytest-qt would fail the test.
    theme.set(dark=True, scale=1.0)
    assert theme.is_dark


@each("path", SOURCES)
def test_the_kit_knows_no_noun_of_the_work(path: Path) -> None:
    names = {
        node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)
    }
    assert [name for name in names | {path.stem} if NOUNS.search(name)] == []
