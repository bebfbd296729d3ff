"""Absences by their screens: out and late and back, refused with what was typed kept, the alarm at one key."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from facility_app.app.absence_shop import ABSENCE_PRESS
from facility_app.kernel.actor import Role
from facility_app.modules.absences.ui import deeds_case, deeds_out, facts, places, words
from facility_app.modules.absences.ui.case_list import AbsencesPage
from facility_app.modules.absences.ui.case_pane import AbsencePane
from facility_app.modules.absences.ui.entry import chips_of
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.queries.stays import list_stays_of
from facility_app.ui.printing import PreviewDialog
from facility_app.ui.shell.spec import Route
from facility_app.ui.theme import Theme
from tests.helpers.screens import House, Screens, furnished, texts
from tests.modules.stays.ui_pages import admitted, dialog, part, person, type_in

LATER = datetime(2026, 11, 25, 2, tzinfo=UTC)


@pytest.fixture
def screens(tmp_path: Path, dressed: Theme, qtbot: QtBot) -> Iterator[House]:
    """A facility of the test's own, at 08:48 on 21/11/2026."""
    for facility in furnished(tmp_path):
        made = House(facility, dressed, qtbot)
        yield made
        made.close()


def absences(seat: Screens, resident_id: str) -> AbsencePane:
    """The tab, open."""
    found = part(seat, resident_id, places.TAB)
    assert isinstance(found, AbsencePane)
    return found


def listing(seat: Screens, **args: str) -> AbsencesPage:
    """The list on a window of its own."""
    page = AbsencesPage(ABSENCE_PRESS, seat.context)
    seat.qtbot.addWidget(page)
    page.show()
    page.open(Route(places.LIST, "", args))
    return page


def offered(pane: AbsencePane) -> list[str]:
    """The verbs on the bar and behind its dots."""
    return [one.spec.id for one in pane.head.bar.commands()]


def still_owed(pane: AbsencePane) -> list[str]:
    """What stands in the head as still to be done, without by when."""
    seen = pane.seen
    assert seen is not None
    assert seen.case is not None
    (said,) = [one.value for one in facts.lines_of(seen.case, LATER, seen.owed) if one.key == "Còn phải làm"]
    return [line.split(", trước ")[0] for line in said.split("\n")]


def presence(seat: Screens, resident_id: str) -> str:
    """Where the person is."""
    return str(seat.read(lambda uow: list_stays_of(uow, resident_id))[0].presence)


def test_a_hospital_stay_goes_out_turns_red_and_comes_back_by_its_forms(screens: House) -> None:
    seat = screens.sit_down(Role.HEAD, Role.CLERK)
    resident_id = person(seat)
    admitted(seat, resident_id)
    pane = absences(seat, resident_id)
    assert offered(pane)[:2] == ["absences.send_to_hospital", "absences.record_escape"]
    pane.begin(deeds_out.HOSPITAL)
    form = dialog(pane)
    type_in(form, {"destination": "Bệnh viện Hà Đông", "due_back_on": "20/11/2026"})
    form.form.submit()
    # Refused, and what was typed stays.
    assert form.form.fields["due_back_on"].message() == "Phải sau lúc đi"
    assert form.form.fields["destination"].value() == "Bệnh viện Hà Đông"
    type_in(form, {"due_back_on": "23/11/2026"})
    form.form.submit()
    assert (presence(seat, resident_id), texts(pane.cases.table, "kind")) == ("hospital", ["Đi viện"])
    # What the law asks for is named at once, and stands on the page until it is written down as done.
    assert "Còn phải làm: báo cha, mẹ hoặc người giám hộ" in seat.said[-1][0]
    notices = ["Chưa báo cha mẹ, người giám hộ", "Chưa báo Công an tỉnh"]
    assert [one.text for one in seat.read(lambda uow: chips_of(uow, resident_id))] == notices
    assert still_owed(pane) == ["báo cha, mẹ hoặc người giám hộ", "báo cáo Công an cấp tỉnh"]
    screens.facility.file.clock.at = LATER
    pane.look_again()
    assert texts(pane.cases.table, "state") == ["Quá hạn trở lại"]
    page = listing(seat, state="overdue")
    assert texts(page.panel.table, "name") == ["Lý Văn Bình"]
    assert [one.text for one in seat.read(lambda uow: chips_of(uow, resident_id))] == ["Quá hạn trở lại", *notices]
    pane.go_on(deeds_case.BACK)
    dialog(pane).form.submit()
    assert presence(seat, resident_id) == "inside"
    assert "Trở lại sau hạn 23/11/2026 23:59." in seat.said[-1][0]
    assert still_owed(pane)[-1] == "khám người vừa trở lại"
    assert [one.text for one in seat.read(lambda uow: chips_of(uow, resident_id))] == [
        *notices,
        "Chưa khám khi trở lại",
    ]
    pane.go_on(deeds_case.STEP)
    form = dialog(pane)
    type_in(form, {"step": "told_family", "whom": "mẹ", "how": "điện thoại"})
    form.form.submit()
    assert still_owed(pane) == ["báo cáo Công an cấp tỉnh", "khám người vừa trở lại"]
    assert offered(pane)[1:3] == ["absences.send_to_hospital", "absences.record_escape"]


def test_the_alarm_file_of_a_missed_man_is_shown_at_one_key(screens: House) -> None:
    seat = screens.sit_down(Role.HEAD, Role.CLERK)
    resident_id = person(seat)
    admitted(seat, resident_id)
    pane = absences(seat, resident_id)
    pane.begin(deeds_out.ESCAPE)
    form = dialog(pane)
    form.form.submit()
    # The facility has no phone yet: V-43 needs one to be called.
    assert form.form.fields["report_contact_phone"].message() != ""
    type_in(form, {"report_contact_phone": "0912345678", "looks": "áo xanh"})
    form.form.submit()
    assert presence(seat, resident_id) == "escaped"
    assert texts(pane.papers.table, "form") == ["V-43"]
    page = listing(seat)
    page.panel.table.select_ids(tuple(page.panel.model.ids))
    page.print_pack()
    (shown,) = page.findChildren(PreviewDialog)
    assert shown.isVisible()
    seat.press(shown, Qt.Key.Key_Escape)


def test_who_is_here_of_their_own_will_is_not_searched_for_and_who_may_not_sign_is_told(screens: House) -> None:
    seat = screens.sit_down(Role.GUARD)
    resident_id = person(seat)
    admitted(seat, resident_id, StayType.VOLUNTARY_PUBLIC)
    pane = absences(seat, resident_id)
    assert "absences.record_left" in offered(pane)
    assert "absences.record_escape" not in offered(pane)
    pane.begin(deeds_out.HOSPITAL)
    assert [one.isVisible() for one in dialog(pane).form.fields["cause"].findChildren(QToolButton, "why_not")] == [
        True
    ]


def test_an_absence_known_by_its_day_says_no_hour() -> None:
    day = datetime(2026, 11, 20, 17, tzinfo=UTC)  # midnight of the 21st in Viet Nam
    assert words.at(day) == "21/11/2026"
    assert words.at(day.replace(hour=18)) == "21/11/2026 01:00"
    assert words.at(None) == ""
