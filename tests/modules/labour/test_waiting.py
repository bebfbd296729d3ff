"""The doctor's list: who registered to work and has no answer in force; answered row by row by keys alone."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.tasks.queries import get_home_figures
from facility_app.modules.treatment.domain.fitness import WorkVerdict
from facility_app.modules.treatment.queries.fitness import PAGE, list_waiting_fitness
from facility_app.modules.treatment.service.fitness import DecideFitness, decide_fitness
from facility_app.modules.treatment.ui.fitness_page import FitnessPage
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from tests.modules.labour.desk import Desk, keep
from tests.modules.labour.yard import DAY, DOCTOR, LABOUR, Yard
from tests.modules.stays.house import TODAY


def test_who_registered_and_has_no_answer_in_force_waits_and_is_answered_by_keys(
    yard: Yard, dressed: Theme, qtbot: QtBot
) -> None:
    """NĐ 163/2026 Đ117.2: nobody works before; whoever was told no, or does not wish to, waits for nothing."""
    over, never = yard.lives(fit=None), yard.lives(fit=None)
    last, first = DecideFitness(yard.stay_of(over), WorkVerdict.FIT, DAY), date(2026, 9, 2)
    yard.write(decide_fitness, DecideFitness(last.stay_id, last.verdict, DAY, decided_on=first), by=DOCTOR)
    to_today = yard.lives(fit=None)
    held = DecideFitness(yard.stay_of(to_today), WorkVerdict.FIT, TODAY, decided_on=first)
    yard.write(decide_fitness, held, by=DOCTOR)
    yard.lives(fit=None, registered=False)
    yard.lives(fit=WorkVerdict.UNFIT)
    yard.lives()
    # Since registering, or since the last answer ended; an answer holds to the end of its last day.
    rows = yard.read(list_waiting_fitness, by=DOCTOR)
    assert [(row.resident_id, row.fitness is None) for row in rows] == [(never, True), (over, False)]
    assert figures(yard, DOCTOR) == [(2, PAGE)]
    assert figures(yard, LABOUR) == []
    desk = Desk(yard, dressed, qtbot, Role.DOCTOR)
    page = FitnessPage(desk.context())
    qtbot.addWidget(page)
    page.resize(1140, 640)
    page.show()
    page.open(Route(PAGE))
    page.activateWindow()
    page.first_focus().setFocus()
    QTest.keyClick(page.first_focus(), Qt.Key.Key_Return)
    asked = desk.dialog(page, FormDialog)
    asked.form.fields["verdict"].set_value(WorkVerdict.FIT.value)
    keep(asked)
    qtbot.waitUntil(lambda: page.findChildren(FormDialog) == [])
    assert [row.resident_id for row in yard.read(list_waiting_fitness, by=DOCTOR)] == [over]
    assert yard.sql("SELECT verdict FROM work_fitness WHERE resident_id = ?", never) == [("fit",)]


def figures(yard: Yard, roles: tuple[Role, ...]) -> list[tuple[int | None, str]]:
    """What somebody's home page says of it."""
    seen = yard.read(get_home_figures, by=roles)
    return [(one.number, one.page) for one in seen if one.id == "treatment.fitness"]
