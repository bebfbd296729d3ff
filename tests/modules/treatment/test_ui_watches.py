"""Theo dõi sát: a look by one key, red wherever nobody looked, and no reason told to whoever only keeps watch."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.treatment.domain.watch import Seen, WatchLevel
from facility_app.modules.treatment.queries.watches import get_watch
from facility_app.modules.treatment.service.watching import RecordLook, SetWatch, record_look, set_watch
from facility_app.modules.treatment.ui import watch_page
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import State
from tests.helpers.screens import fill, texts, tones
from tests.modules.stays.ui_pages import type_in
from tests.modules.treatment.bedside import Bedside, dialog
from tests.modules.treatment.ward import GUARD, NURSE, Ward

WHY = "Nói không muốn sống nữa"


@pytest.fixture
def bedside(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The ward's screens."""
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.close()


def test_a_guard_looks_by_one_key_sees_red_gaps_and_never_why(bedside: Bedside) -> None:
    ward = bedside.ward
    ward.write(set_watch, SetWatch(ward["duc"], WatchLevel.EVERY_15, WHY))
    ward.write(set_watch, SetWatch(ward["hoa"], WatchLevel.EVERY_60, WHY))
    ward.later(10)
    ward.write(record_look, RecordLook(ward["duc"], Seen.CALM), by=NURSE)
    ward.later(40)
    seat = bedside.sit_down(*GUARD)
    page = bedside.page(seat, watch_page.PAGE)
    table = page.watched.table
    # Whoever nobody looked at stands first, in red, with the minutes.
    assert texts(table, "name") == ["Nguyễn Văn Đức", "Trần Thị Hoa"]
    assert texts(table, "next")[0] == "chưa ai trông, quá 25 phút"
    assert tones(table, "next") == [Tone.DANGER, Tone.OK]
    assert texts(table, "gaps") == ["1 lần, 40 phút", "không có"]
    assert (texts(page.gaps.table, "minutes"), texts(page.gaps.table, "to")) == (["40 phút"], ["đang kéo dài"])
    assert any("chưa ai ghi trông từ hôm nay 09:10" in one and "40 phút" in one for one in page.chart.says())
    everything = " ".join((page.why.text(), *page.chart.says(), *texts(page.looks.table, "note")))
    assert (WHY in everything, page.why.text()) == (False, "")
    QTest.keyClick(table, Qt.Key.Key_2)
    assert ward.read(get_watch, ward["duc"]).looks[-1].seen is Seen.ASLEEP
    assert seat.said[-1] == ("Đã ghi 09:50: Nguyễn Văn Đức – ngủ, thở đều.", Tone.OK)
    # The one who was looked at goes down the list; the gap stays, as long as it was.
    assert texts(table, "gaps")[texts(table, "name").index("Nguyễn Văn Đức")] == "1 lần, 40 phút"
    # The clock alone turns it red again.
    ward.later(75)
    page.ask()
    assert tones(table, "next") == [Tone.DANGER, Tone.DANGER]
    table.select_ids((ward["hoa"],))
    QTest.keyClick(table, Qt.Key.Key_G)
    form = dialog(page, FormDialog)
    type_in(form, {"seen": "uneasy", "hour": "10:30", "note": "Đi lại nhiều"})
    form.form.submit()
    look = ward.read(get_watch, ward["hoa"]).looks[-1]
    assert (look.seen, look.note, ward.now - look.happened_at) == (
        Seen.UNEASY,
        "Đi lại nhiều",
        timedelta(minutes=35),
    )
    # Ordering, ending and striking out are not a guard's: the verbs say why.
    refused = [one.spec.id for one in page.watched.bar.commands() if seat.why(one.spec) is not None]
    assert refused == ["treatment.set_watch", "treatment.end_watch"]
    # A day later nobody looked either: of the last 24 hours no more than 24 are said, and the look names its day.
    ward.later(1500)
    page.ask()
    assert texts(table, "gaps") == ["1 lần, 24 giờ", "1 lần, 24 giờ"]
    assert texts(page.gaps.table, "minutes")[0] == "25 giờ 35 phút"
    assert all("/11 " in one for one in texts(table, "last"))


def test_a_nurse_begins_and_tightens_and_a_doctor_alone_ends(bedside: Bedside) -> None:
    ward = bedside.ward
    seat = bedside.sit_down(Role.NURSE)
    page = bedside.page(seat, watch_page.PAGE)
    assert page.states.state() is State.EMPTY
    page.begin()
    form = dialog(page, FormDialog)
    fill(form, reason=WHY)
    field = form.form.fields["stay_id"]
    field.set_value(ward["duc"])
    type_in(form, {"level": "every_60"})
    form.form.submit()
    assert (texts(page.watched.table, "level"), page.states.state()) == (["Mỗi 60 phút"], State.CONTENT)
    assert page.why.text().startswith(WHY)
    page.change()
    tighter = dialog(page, FormDialog)
    type_in(tighter, {"level": "every_15", "reason": "Bồn chồn hơn"})
    tighter.form.submit()
    page.change()
    looser = dialog(page, FormDialog)
    type_in(looser, {"level": "every_60", "reason": "Đỡ hơn rồi"})
    looser.form.submit()
    # Refused in place: a nurse may not loosen it, and what was typed stays.
    assert looser.isVisible()
    assert looser.form.fields["reason"].value() == "Đỡ hơn rồi"
    looser._is_done = True
    looser.accept()
    doctor = bedside.page(bedside.sit_down(Role.DOCTOR), watch_page.PAGE)
    doctor.end()
    asked = dialog(doctor, ReasonDialog)
    asked.reason_edit.setPlainText("Khám lại: không còn ý nghĩ tự hại")
    asked._on_give_clicked()
    assert doctor.states.state() is State.EMPTY


def test_a_gap_that_lasts_since_yesterday_says_so(bedside: Bedside) -> None:
    ward = bedside.ward
    ward.write(set_watch, SetWatch(ward["duc"], WatchLevel.EVERY_15, WHY))
    ward.later(20 * 60)
    seat = bedside.sit_down(*GUARD)
    page = bedside.page(seat, watch_page.PAGE)
    (said,) = page.chart.says()
    assert said.endswith("chưa ai ghi trông từ 23/11 09:00, đã 1.200 phút")
    ward.write(record_look, RecordLook(ward["duc"], Seen.CALM), by=NURSE)
    ward.later(1)
    (said, *_) = bedside.page(seat, watch_page.PAGE).chart.says()
    assert "không ai ghi trông 23/11 09:00–hôm nay 05:00" in said
