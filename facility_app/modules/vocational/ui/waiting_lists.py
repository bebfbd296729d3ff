"""Chờ xếp lớp, chờ cấp chứng chỉ: who waits for what somebody can do today; Enter goes to where it is done."""

from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.vocational.domain.queue import HOLD_LABELS
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.waiting import (
    ToCertifyRow,
    ToPlaceRow,
    list_to_certify_ids,
    list_to_certify_rows,
    list_to_place_ids,
    list_to_place_rows,
)
from facility_app.modules.vocational.ui import places, words
from facility_app.modules.vocational.ui.under_courses import UnderCoursesPage
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

PLACE_TITLE = label("vocational", "Chờ xếp lớp học nghề")
CERTIFY_TITLE = label("vocational", "Chờ chứng chỉ")
NAME, PLACE = label("terms", "Họ và tên"), label("vocational", "Chỗ ở")
COURSE, FIRST = label("vocational", "Khóa"), label("vocational", "Khai giảng")
FREE, NUMBER = label("vocational", "Còn chỗ"), label("vocational", "Thứ tự")
ASKED, NOTE = label("vocational", "Đăng ký"), label("terms", "Ghi chú")
SINCE = label("vocational", "Thi, kết thúc ngày")
SEARCH = label("vocational", "Tên, mã, khóa học…")
NOBODY_TO_PLACE = label("vocational", "Không có ai chờ mà xếp được: hết chỗ, hoặc chưa ai đủ điều kiện.")
NOBODY_TO_CERTIFY = label("vocational", "Không có ai chờ cấp chứng chỉ.")
NONE_FOUND = label("vocational", "Không có ai khớp. Bỏ tìm để xem tất cả.")
TO_COURSE, TO_PERSON = label("verbs", "Mở khóa học"), label("verbs", "Mở hồ sơ")
CHOOSE = label("ui", "Hãy chọn một dòng trước.")
HINT = label("vocational", "Enter mở khóa học · Ctrl+Enter mở hồ sơ của người đang chọn")
Row = ToPlaceRow | ToCertifyRow


def _enrolment_id(row: ToPlaceRow) -> str:
    return row.enrolment_id


def _key(row: ToCertifyRow) -> str:
    return row.key


def _name(row: Row) -> str:
    return row.name


def _code(row: Row) -> str:
    return row.code


def _place(row: Row) -> str:
    return row.place or ""


def _course(row: Row) -> str:
    return row.course


def _course_code(row: Row) -> str:
    return row.course_code


def _first_on(row: ToPlaceRow) -> str:
    return words.day(row.first_on)


def _free(row: ToPlaceRow) -> str:
    return str(row.free)


def _number(row: ToPlaceRow) -> str:
    return str(row.number)


def _asked(row: ToPlaceRow) -> str:
    return words.day(row.asked_on)


def _holds(row: ToPlaceRow) -> str:
    return " · ".join(tr(HOLD_LABELS[one]) for one in row.holds)


def _since(row: ToCertifyRow) -> str:
    return words.day(row.since)


TO_PLACE: ListSpec[Any] = ListSpec(
    id=places.TO_PLACE,
    title=PLACE_TITLE,
    columns=(
        ColumnSpec("course", COURSE, _course, width=260, note=_course_code, wraps=True),
        ColumnSpec("first_on", FIRST, _first_on, width=116),
        ColumnSpec("free", FREE, _free, width=84, align=Align.END),
        ColumnSpec("number", NUMBER, _number, width=76, align=Align.END),
        ColumnSpec("name", NAME, _name, width=230, is_strong=True, note=_code),
        ColumnSpec("place", PLACE, _place, width=180, gives_way=1),
        ColumnSpec("asked_on", ASKED, _asked, width=112, gives_way=2),
        ColumnSpec("holds", NOTE, _holds, width=200, gives_way=3),
    ),
    ids=list_to_place_ids,
    rows=list_to_place_rows,
    row_id=_enrolment_id,
    search=SEARCH,
    empty=NOBODY_TO_PLACE,
    none_found=NONE_FOUND,
    tables=places.COURSE_TABLES | places.PERSON_TABLES | places.RESIDENT_TABLES | {"stay", "stay_stage"},
)
TO_CERTIFY: ListSpec[Any] = ListSpec(
    id=places.TO_CERTIFY,
    title=CERTIFY_TITLE,
    columns=(
        ColumnSpec("since", SINCE, _since, width=160),
        ColumnSpec("course", COURSE, _course, width=280, note=_course_code, wraps=True),
        ColumnSpec("name", NAME, _name, width=260, is_strong=True, note=_code),
        ColumnSpec("place", PLACE, _place, width=220, gives_way=1),
    ),
    ids=list_to_certify_ids,
    rows=list_to_certify_rows,
    row_id=_key,
    search=SEARCH,
    empty=NOBODY_TO_CERTIFY,
    none_found=NONE_FOUND,
    tables=places.COURSE_TABLES | places.RESULT_TABLES | places.RESIDENT_TABLES,
)


class WaitingPage(UnderCoursesPage[Any]):
    """People who wait; Enter opens the tab of the course where it is settled."""

    def __init__(self, context: PageContext, *, spec: ListSpec[Any], tab: str) -> None:
        """Make the page; ``tab`` of the course's page."""
        super().__init__(
            context,
            spec,
            (
                self._go("open_person", TO_PERSON, self.open_person, "user", "Ctrl+Return"),
                self._go("open_course", TO_COURSE, self.open_course, "arrow-right"),
            ),
        )
        self._tab = tab

    def open_course(self) -> None:
        """The course of the row chosen."""
        row = self.chosen_row()
        if row is not None:
            self.context.go(Route(places.COURSE, row.course_id, {"tab": self._tab}))

    def open_person(self) -> None:
        """The page of the person chosen."""
        row = self.chosen_row()
        if row is not None:
            self.context.go(Route(places.PERSON, row.resident_id, {"tab": places.TAB}))

    def _go(self, name: str, text: Label, run: Any, icon: str, shortcut: str = "") -> ActionSpec:
        return ActionSpec(f"vocational.{name}", text, run, icon, shortcut, VIEW_VOCATIONAL, self._why_not)

    def _why_not(self) -> str | None:
        return None if self.chosen_row() is not None else tr(CHOOSE)

    @override
    def _on_row_activated(self, row_id: str) -> None:
        self.open_course()

    @override
    def hint_text(self) -> str:
        return tr(HINT)
