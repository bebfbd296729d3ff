"""The pages of the trail and of sign-ins: found by words, masked where private, checked on demand."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facility_app.app.desk import Desk
from facility_app.db.audit import ValueChange
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look, Sort
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.domain import USE_GRANT, SessionStep
from facility_app.modules.access.queries import AuditValue, list_audit_ids, list_audit_months, list_audit_rows
from facility_app.modules.access.service import (
    BreakTheGlass,
    break_glass,
    record_failed_tries,
    record_session,
)
from facility_app.modules.access.ui.trail_values import MOST, ValuesGrid
from facility_app.ui.i18n import WordsTranslator
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import State
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.probe import engine_of
from tests.modules.access.conftest import Staff
from tests.modules.access.deeds import asked, done, trail
from tests.modules.access.seats import ANH, Seat, choose, reason, texts

HOA = "Đặng Thị Hoa"


@pytest.fixture
def seat(facility: Facility, dressed: Theme, qtbot: QtBot) -> Seat:
    return Seat(facility, facility.admin, dressed, qtbot)


def verbs(page: Any) -> list[str]:
    return [page.panel.model.row_of(one).verb for one in page.panel.model.ids]


def test_the_trail_stands_newest_first_with_verbs_in_words(seat: Seat, staff: Staff) -> None:
    staff.hire(HOA, Role.NURSE)
    page = seat.open("access.trail")
    assert verbs(page) == [entry[0] for entry in reversed(trail(seat.facility))]
    model = page.panel.model
    column = next(place for place, one in enumerate(model.columns) if one.key == "verb")
    assert model.index(0, column).data() == "Đổi mật khẩu"


@pytest.mark.parametrize(("typed", "found"), [("them tai", ["access.add_user"] * 2), ("2", ["access.add_user"])])
def test_it_is_searched_by_verb_in_words_and_by_number(
    seat: Seat, staff: Staff, typed: str, found: list[str]
) -> None:
    staff.hire(HOA, Role.NURSE)
    page = seat.open("access.trail")
    page.panel.search.setText(typed)
    QTest.keyClick(page.panel.search, Qt.Key.Key_Return)
    assert verbs(page) == found


def test_it_is_searched_by_account_and_by_month(facility: Facility, staff: Staff) -> None:
    hoa = staff.hire(HOA, Role.NURSE)
    month = local_date(facility.file.clock.now()).replace(day=1).isoformat()
    by_name = asked(facility, facility.admin, list_audit_ids, Look("dang thi"))
    rows = asked(facility, facility.admin, list_audit_rows, by_name)
    assert {row.user_id for row in rows} == {hoa.user_id}
    assert len(asked(facility, facility.admin, list_audit_ids, Look("", {"month": month}))) == len(trail(facility))
    assert asked(facility, facility.admin, list_audit_ids, Look("", {"month": "2020-01-01"})) == ()
    assert [one.isoformat() for one in asked(facility, facility.admin, list_audit_months)] == [month]


def test_it_can_be_read_from_its_beginning(facility: Facility, staff: Staff) -> None:
    staff.hire(HOA, Role.NURSE)
    newest = asked(facility, facility.admin, list_audit_ids, Look())
    assert asked(facility, facility.admin, list_audit_ids, Look(sorts=(Sort("seq"),))) == newest[::-1]


def test_a_search_that_finds_nothing_offers_the_way_back(seat: Seat) -> None:
    page = seat.open("access.trail")
    page.panel.search.set_text("không có gì như vậy")
    assert page.panel.states.state() is State.EMPTY
    page.panel.states.action_requested.emit()
    assert page.panel.states.state() is State.CONTENT


def test_an_entry_shows_before_and_after_and_hides_what_is_private(seat: Seat, staff: Staff) -> None:
    hoa = staff.hire(HOA, Role.NURSE)
    done(seat.facility, hoa, break_glass, BreakTheGlass(USE_GRANT.id, "b" * 32, "ngất tại buồng"))
    page = seat.open("access.trail")
    choose(page, verb="access.break_glass")
    read = texts(page)
    assert "Có giá trị, không hiện ở đây" in read
    assert "b" * 32 not in read
    choose(page, verb="access.change_own_password")
    assert "Phải đổi mật khẩu" in texts(page)


def test_a_whole_trail_is_said_to_be_whole(seat: Seat, facility: Facility) -> None:
    page = seat.open("access.trail")
    page.verify()
    assert page.banner.text().startswith(f"Nhật ký nguyên vẹn: {len(trail(facility))} dòng")
    assert page.banner._tone is Tone.OK
    assert reason(page, "access.verify_audit") is None


def test_without_a_mark_outside_the_file_the_end_is_not_promised(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "anchored", lambda _desk: None)
    page = seat.open("access.trail")
    page.verify()
    assert "không đọc được mốc đối chiếu" in page.banner.text()
    assert page.banner._tone is Tone.WARNING


def test_a_changed_entry_is_named_and_shown(seat: Seat, facility: Facility, staff: Staff) -> None:
    staff.hire(HOA, Role.NURSE)
    with engine_of(facility.file.path) as engine, engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER append_only_audit_entry_update")
        connection.exec_driver_sql("UPDATE audit_entry SET device = 'khác' WHERE seq = 2")
    page = seat.open("access.trail")
    page.verify()
    assert "dòng đầu tiên không khớp là dòng 2" in page.banner.text()
    page.banner.action_requested.emit()
    assert [page.panel.model.row_of(one).seq for one in page.panel.model.ids] == [2]


def test_sign_ins_tell_who_came_and_how_often_a_password_was_wrong(seat: Seat, staff: Staff) -> None:
    hoa = staff.hire(HOA, Role.NURSE)
    done(seat.facility, hoa, record_session, SessionStep.SIGN_IN)
    done(seat.facility, system_actor(DEVICE), record_failed_tries, {HOA: 3}, 2)
    page = seat.open("access.sign_ins")
    assert verbs(page) == ["access.failed_tries", "access.sign_in"]
    model = page.panel.model
    line = [model.index(0, place).data() for place in range(model.columnCount())]
    assert line[1:4] == [f"Gõ sai: {HOA}", "Ghi lần đăng nhập sai", "5"]


def test_sign_ins_follow_what_happens(seat: Seat, staff: Staff) -> None:
    hoa = staff.hire(HOA, Role.NURSE)
    page = seat.open("access.sign_ins")
    assert page.panel.states.state() is State.EMPTY
    done(seat.facility, hoa, record_session, SessionStep.SIGN_IN)
    page.open(page.route)
    assert verbs(page) == ["access.sign_in"]


def test_a_hidden_reason_is_said_in_the_language_of_the_screen(seat: Seat, qapp: QApplication) -> None:
    with seat.facility.database.write(seat.facility.admin) as uow:
        with uow.act("probe.note", reason="vì kết quả") as act:
            act.note(ValueChange("probe", "r", "result", Privacy.HIV, None, "dương tính"))
        uow.commit()
    english = WordsTranslator({("access", "(ẩn)"): "(hidden)"}, qapp)
    qapp.installTranslator(english)
    try:
        page = seat.open("access.trail")
        choose(page, verb="probe.note")
        model = page.panel.model
        column = next(place for place, one in enumerate(model.columns) if one.key == "reason")
        assert model.index(0, column).data() == "(hidden)"
        assert "(hidden)" in texts(page)
        assert "(ẩn)" not in texts(page)
    finally:
        qapp.removeTranslator(english)


def test_an_entry_of_very_many_values_shows_all_of_them_when_asked(seat: Seat) -> None:
    with seat.facility.database.write(seat.facility.admin) as uow:
        with uow.act("probe.many") as act:
            for number in range(MOST + 5):
                act.note(ValueChange("probe", "r", f"c{number}", Privacy.ADMIN, None, f"giá trị {number}"))
        uow.commit()
    page = seat.open("access.trail")
    choose(page, verb="probe.many")
    assert f"giá trị {MOST}" not in texts(page)
    more = page.values.findChild(QPushButton, "more_button")
    assert "5" in more.text()
    more.click()
    assert f"giá trị {MOST + 4}" in texts(page)


def test_an_entry_about_a_person_says_about_whom(seat: Seat, facility: Facility) -> None:
    with facility.database.write(facility.admin) as uow:
        with uow.act("residents.look") as act:
            act.table, act.record_id = "resident", ANH.id
        uow.commit()
    page = seat.open("access.trail")
    first, second = (page.panel.model.row_of(one) for one in page.panel.model.ids[:2])
    assert (first.person, second.person) == (ANH.line(), "")
    assert ANH.line() in texts(page), "beside the list too, where the column has no room"


def test_a_role_in_the_trail_is_said_as_everywhere_else(dressed: Theme, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    grid = ValuesGrid(dressed, over)
    grid.show_values([AuditValue(0, "user_role", "r" * 32, "role", "admin", None, "CLERK", False, False)])
    said = {one.text() for one in grid.findChildren(QLabel)}
    assert "Văn thư" in said
    assert "CLERK" not in said
