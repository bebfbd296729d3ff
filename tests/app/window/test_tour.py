"""The tour sees every page in its four states, and what it looks for it would really find."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.demo.users import USERS
from facility_app.app.pages import PAGES
from facility_app.app.window.program import english
from facility_app.app.window.tour import VARIANTS, Tour, Variant, look_around
from facility_app.app.window.tour_look import Seen, WatchedWords, clipped, too_wide
from facility_app.app.window.tour_places import RECORDS, Face, empty_house, record_of
from facility_app.db.folder import DataFolder
from facility_app.kernel.labels import Label
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageSpec
from facility_app.ui.theme import Theme
from tests.helpers.demo import small_demo
from tests.helpers.desk import CHEAP, tables_at_hand

LIST, RECORD, HOME = "residents.list", "residents.person", "tasks.today"
KINDS = tuple(spec for spec in PAGES if spec.id in {LIST, RECORD, HOME})


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_demo(tmp_path_factory.mktemp("tour"))


def walked(demo: Path, out: Path, app: QApplication, specs: tuple[PageSpec, ...], *looks: Variant) -> Seen:
    tour = Tour(looks, tuple(Face), specs)
    with tables_at_hand():
        return look_around(DataFolder(demo / "data"), demo / "state", out, CHEAP, app, tour)


def test_every_page_is_somebodys_to_look_at() -> None:
    seen = {spec.id for user in USERS for spec in Tour().seen_by(user.name)}
    assert seen == {spec.id for spec in PAGES}


def test_each_kind_of_page_is_pictured_in_its_four_states_and_clips_nothing_in_any_look(
    demo: Path, tmp_path: Path, qapp: QApplication, dressed: Theme
) -> None:
    # Dark is as wide as light.
    looks = (VARIANTS[0], *VARIANTS[2:])
    seen = walked(demo, tmp_path, qapp, KINDS, *looks)
    names = {path.name for path in seen.pictures}
    for look in looks:
        assert {face for face in Face if f"{LIST}-{face}-{look.name}.png" not in names} == set()
        assert {face for face in Face if f"{HOME}-{face}-{look.name}.png" not in names} == set()
        # There is no record to show in a house without any.
        assert {face for face in Face if f"{RECORD}-{face}-{look.name}.png" not in names} == {Face.EMPTY}
        tabs = [one for one in names if one.startswith(f"{RECORD}+") and one.endswith(f"-{look.name}.png")]
        assert len(tabs) > 1
    # The four are four: none of them is a copy of another.
    pictures = [QImage(str(tmp_path / f"{LIST}-{face}-light.png")) for face in Face]
    assert all(one != other for one in pictures for other in pictures if one is not other)
    assert seen.clipped == []


def test_the_empty_house_is_really_empty() -> None:
    with tables_at_hand(), empty_house() as database:
        found = {spec.id: record_of(database, spec) for spec in PAGES if spec.id in RECORDS}
    assert found["residents.person"] is None
    assert found["staff.person"] is None


def test_words_that_do_not_fit_would_be_found_and_those_told_by_pointing_not(dressed: Theme, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    for one in (QPushButton("Một câu dài"), QLabel("Một nhãn dài")):
        one.setFixedWidth(20)
        column.addWidget(one)
    column.addWidget(QLabel("ngắn"))
    box.show()
    assert sorted(clipped(box)) == ["Một câu dài", "Một nhãn dài"]


def test_a_part_wider_than_the_place_it_scrolls_in_would_be_found(dressed: Theme, qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    area = QScrollArea(around)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside = QWidget()
    inside.setObjectName("inside")
    area.setWidget(inside)
    area.resize(300, 200)
    around.show()
    assert too_wide(around) == []
    inside.setMinimumWidth(400)
    qtbot.waitUntil(lambda: too_wide(around) != [])
    (told,) = too_wide(around)
    assert told.startswith("inside ↔ 400 > ")


def test_a_word_without_english_would_be_found(qapp: QApplication) -> None:
    words = WatchedWords(english(), qapp)
    qapp.installTranslator(words)
    try:
        tr(label_of_nobody())
    finally:
        qapp.removeTranslator(words)
    assert words.missing == {("ui", "Chữ chưa ai dịch")}


def label_of_nobody() -> Label:
    """Made by hand, so that the catalogue of the program never asks for it."""
    return Label("ui", "Chữ chưa ai dịch")
