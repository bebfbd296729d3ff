"""Hôm nay never says that all is well while papers have no head and data no copy; each line leads to its cure."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import listed
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import EditFacility, edit_facility
from facility_app.modules.staff.domain import PostKind, StaffKind
from facility_app.modules.staff.service import GivePost, MemberWish, add_staff_member, give_post
from facility_app.modules.tasks.ui.worklist import NOTHING_DUE, NOTHING_DUE_YET
from facility_app.modules.upkeep.service import record
from facility_app.ui.shell.spec import Route
from tests.helpers.screens import House

LETTERHEAD = EditFacility(
    1,
    "Cơ sở số 1",
    UnitKind.PUBLIC,
    "01",
    parent_name="Công an tỉnh Phú Thọ",
    abbreviation="CSCN1",
    place_name="Phú Thọ",
)


def cured(uow: UnitOfWork) -> None:
    """The letterhead filled in, a head written down, a backup made."""
    edit_facility(uow, LETTERHEAD)
    head = add_staff_member(uow, MemberWish("Trần Thị Hoa", StaffKind.POLICE, date(2020, 1, 1)))
    give_post(uow, GivePost(head, PostKind.HEAD, date(2023, 1, 1)))
    record(uow, "upkeep.backup", {"file": "a"})


def said(page: Any) -> set[str]:
    return {one.text() for one in page.worklist.states.findChildren(QLabel) if one.isVisibleTo(page)}


def test_what_is_missing_stands_above_the_work_with_the_way_to_its_cure_until_it_is_there(desks: House) -> None:
    seat = desks.sit_down(Role.ADMIN)
    helped: list[str] = []
    seat.context = replace(seat.context, show_help=helped.append)
    page = seat.open("tasks.today")
    head, letterhead, backup = (
        "Chưa ai được ghi là Trưởng cơ sở",
        "Hồ sơ cơ sở còn trống",
        "Chưa có bản sao lưu nào",
    )
    assert [text.partition(":")[0] for text in page.lacking.texts()] == [letterhead, head, backup]
    assert listed(("Cơ quan chủ quản", "Chữ viết tắt", "Địa danh trên văn bản")) in page.lacking.texts()[0]
    assert (NOTHING_DUE_YET in said(page), NOTHING_DUE in said(page)) == (True, False)
    for line in page.lacking.lines:
        line.findChildren(QPushButton)[0].click()
    assert seat.went == [Route("catalogues.facility"), Route("staff.people")]
    assert helped == ["bat-dau#sao-luu-va-khoi-phuc"]

    assert desks.sit_down(Role.NURSE).open("tasks.today").lacking.texts() == (), "who cannot cure it is not told"

    seat.write(cured)
    page.look_again()
    assert (page.lacking.texts(), page.lacking.isVisible()) == ((), False)
    assert (NOTHING_DUE_YET in said(page), NOTHING_DUE in said(page)) == (False, True)
