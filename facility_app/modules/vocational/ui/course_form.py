"""The form of a course, and what it is asked with."""

from collections.abc import Mapping
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.courses import (
    COURSE_KIND_LABELS,
    MOST_HOURS,
    MOST_SEATS,
    CourseFacts,
    CourseKind,
)
from facility_app.modules.vocational.ui import fields
from facility_app.modules.vocational.ui.words import options
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.shell.spec import PageContext

CODE, TRADE = label("vocational", "Ký hiệu"), label("vocational", "Nghề")
KIND, PLACE = label("vocational", "Loại hình"), label("vocational", "Nơi học khác")
PLACE_HINT = label("vocational", "Khi không phải phòng, xưởng có trong danh sách")
FIRST, LAST = label("vocational", "Khai giảng"), label("vocational", "Kết thúc")
HOURS, SEATS = label("vocational", "Tổng số giờ"), label("vocational", "Số chỗ")
SCHOOL, EMPLOYER = label("vocational", "Cơ sở dạy nghề phối hợp"), label("vocational", "Doanh nghiệp")
LICENCE, TEACHER = label("vocational", "Số giấy phép của cơ sở"), label("vocational", "Giáo viên")
CODE_HINT = label("vocational", "Ví dụ: MAY-01/2026")
NOTE = label("terms", "Ghi chú")


def course_form(context: PageContext, *, is_planned: bool = False) -> Form[Any]:
    """Everything a course is; of one that has lessons already also why they stand although they clash."""
    form = new_form()
    form.add(
        fields.line("code", CODE, is_required=True, hint=CODE_HINT),
        fields.line("name", TRADE, is_required=True),
        spans=(4, 8),
    )
    form.add(
        CodeField("kind", KIND, options=options(COURSE_KIND_LABELS), is_required=True),
        fields.number("hours", HOURS, least=1, most=MOST_HOURS),
        fields.number("capacity", SEATS, least=1, most=MOST_SEATS),
        spans=(6, 3, 3),
    )
    form.add(fields.day(context, "first_on", FIRST), fields.day(context, "last_on", LAST), spans=(6, 6))
    form.add(
        fields.school(context, "school_id", SCHOOL),
        fields.employer(context, "employer_id", EMPLOYER),
        spans=(6, 6),
    )
    form.add(fields.staff(context, "teacher_id", TEACHER), fields.line("licence", LICENCE), spans=(6, 6))
    form.add(fields.room(context), fields.line("place", PLACE, hint=PLACE_HINT), spans=(6, 6))
    form.add(fields.note("note", NOTE))
    if is_planned:
        form.add(usual.clash_reason())
    return form


def course_of(v: Mapping[str, Any]) -> CourseFacts:
    """What was typed."""
    return CourseFacts(
        v["code"] or "",
        v["name"] or "",
        CourseKind(v["kind"]),
        v["first_on"],
        v["last_on"],
        int(v["hours"]),
        int(v["capacity"]),
        v["school_id"],
        v["employer_id"],
        v["licence"],
        v["teacher_id"],
        v["place"],
        v["note"],
        v["room_id"],
    )
