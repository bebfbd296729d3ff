"""Đến hạn khám sức khỏe by keyboard alone: chosen, written down, its paper set, off the list."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.treatment.domain.health_check import HealthCheckKind, HealthVerdict
from facility_app.modules.treatment.queries.health_checks import list_health_checks
from facility_app.modules.treatment.ui import health_check_page
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.theme import Theme, Tone
from tests.helpers.screens import texts, tones
from tests.modules.treatment.bedside import Bedside, dialog
from tests.modules.treatment.ward import DOCTOR, Ward


@pytest.fixture
def bedside(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The ward's screens a year on."""
    ward.facility.file.clock.at += timedelta(days=365)
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.close()


def here(form: FormDialog[Any]) -> QWidget:
    """Where the keyboard is in a form."""
    found = form.focusWidget()
    assert found is not None
    return found


def typed(form: FormDialog[Any], *said: str) -> None:
    """Into one box after another, Tab between them."""
    for number, text in enumerate(said):
        if number:
            QTest.keyClick(here(form), Qt.Key.Key_Tab)
        QTest.keyClicks(here(form), text)


def test_a_yearly_check_is_written_with_the_keyboard_alone_and_leaves_the_list(bedside: Bedside) -> None:
    ward, seat = bedside.ward, bedside.sit_down(*DOCTOR)
    page = bedside.page(seat, health_check_page.PAGE)
    table = page.due.table
    assert texts(table, "due") == ["quá hạn từ 20/11/2027"] * 2
    assert tones(table, "due") == [Tone.DANGER] * 2
    assert texts(table, "last") == ["chưa khám lần nào"] * 2
    table.select_ids((f"yearly:{ward['man']}",))
    QTest.keyClick(table, Qt.Key.Key_Return)
    form = dialog(page, FormDialog)
    assert form.form.fields["kind"].value() == HealthCheckKind.YEARLY.value
    # The words stand where the keyboard is: the findings first.
    form.activateWindow()
    bedside.qtbot.waitUntil(form.isActiveWindow)
    assert form.form.fields["body"].has_keyboard()
    typed(form, "Tim phoi binh thuong", "Tinh tao", "khong co benh", "Tap the duc")
    QTest.keyClick(here(form), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seat.said[-1] == ("Đã ghi khám sức khỏe; phiếu mở để in.", Tone.OK)
    assert bedside.set[-1].title == "PHIẾU KHÁM SỨC KHỎE ĐỊNH KỲ"
    assert texts(table, "name") == ["Trần Thị Hoa"]
    (row,) = ward.read(list_health_checks, ward["duc"])
    assert (row.body, row.mind, row.verdict, row.advice) == (
        "Tim phoi binh thuong",
        "Tinh tao",
        HealthVerdict.WELL,
        "Tap the duc",
    )


def test_a_nurse_reads_the_list_and_writes_no_check(bedside: Bedside) -> None:
    seat = bedside.sit_down(Role.NURSE)
    page = bedside.page(seat, health_check_page.PAGE)
    page.due.table.select_ids((page.due.model.ids[0],))
    page.record()
    assert not page.findChildren(FormDialog)
