"""What the slice of education offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.education import tables
from facility_app.modules.education.domain.rights import (
    COUNSEL,
    FOLLOW_STAYS,
    PLAN_EDUCATION,
    READ_CONFIDENTIAL,
    TEACH,
    VIEW_COUNSELLING,
    VIEW_EDUCATION,
)
from facility_app.modules.education.queries import doings, planned, shares
from facility_app.modules.education.service.following import HANDLERS

OF_RESIDENT = ("resident_id",)
OF_NOBODY: tuple[str, ...] = ()
_CASE, _BOOK = Retention.CASE_FILE, Retention.REFERENCE
ADD_CLASS = Verb("education.add_class", label("verbs", "Mở lớp"), PLAN_EDUCATION)
EDIT_CLASS = Verb("education.edit_class", label("verbs", "Sửa lớp"), PLAN_EDUCATION)
VOID_CLASS = Verb("education.void_class", label("verbs", "Bỏ lớp"), PLAN_EDUCATION)

SPEC = ModuleSpec(
    id="education",
    permissions=(
        VIEW_EDUCATION,
        PLAN_EDUCATION,
        TEACH,
        COUNSEL,
        VIEW_COUNSELLING,
        READ_CONFIDENTIAL,
        FOLLOW_STAYS,
    ),
    verbs=(
        Verb("education.add_programme", label("verbs", "Lập chương trình"), PLAN_EDUCATION),
        Verb("education.edit_programme", label("verbs", "Sửa chương trình"), PLAN_EDUCATION),
        Verb("education.void_programme", label("verbs", "Bỏ chương trình"), PLAN_EDUCATION),
        Verb("education.add_topic", label("verbs", "Thêm chuyên đề"), PLAN_EDUCATION),
        Verb("education.void_topic", label("verbs", "Bỏ chuyên đề"), PLAN_EDUCATION),
        ADD_CLASS,
        EDIT_CLASS,
        VOID_CLASS,
        Verb("education.join_class", label("verbs", "Xếp vào lớp"), PLAN_EDUCATION),
        Verb("education.leave_class", label("verbs", "Cho ra khỏi lớp"), PLAN_EDUCATION),
        Verb("education.add_hour", label("verbs", "Thêm giờ học"), PLAN_EDUCATION),
        Verb("education.end_hour", label("verbs", "Thôi giờ học"), PLAN_EDUCATION),
        Verb("education.plan_session", label("verbs", "Thêm buổi học"), PLAN_EDUCATION),
        Verb("education.cancel_session", label("verbs", "Ghi nghỉ học"), TEACH),
        Verb("education.keep_sheet", label("verbs", "Điểm danh lớp"), TEACH),
        Verb("education.import_week", label("verbs", "Nhập thời khóa biểu"), PLAN_EDUCATION),
        Verb("education.import_month", label("verbs", "Nhập bảng điểm danh"), TEACH),
        Verb("education.take_attendance", label("verbs", "Lưu bảng điểm danh ra tệp Excel"), TEACH),
        Verb("education.add_result", label("verbs", "Ghi kết quả học tập"), TEACH),
        Verb("education.void_result", label("verbs", "Bỏ kết quả học tập"), TEACH),
        Verb("education.add_school_report", label("verbs", "Ghi học bạ"), TEACH),
        Verb("education.void_school_report", label("verbs", "Bỏ học bạ"), TEACH),
        Verb("education.record_counselling", label("verbs", "Ghi buổi tư vấn"), COUNSEL),
        Verb("education.note_person", label("verbs", "Ghi riêng một người"), COUNSEL),
        Verb("education.void_counselling", label("verbs", "Bỏ buổi tư vấn"), COUNSEL),
        Verb("education.read_confidential", label("verbs", "Đọc phần giữ kín"), READ_CONFIDENTIAL),
        Verb("education.follow_exit", label("verbs", "Ra khỏi lớp học vì ra cơ sở"), FOLLOW_STAYS),
    ),
    tables=(
        TableSpec(tables.Programme.__tablename__, Synced(220, OF_NOBODY), _BOOK),
        TableSpec(tables.ProgrammeTopic.__tablename__, Synced(221, OF_NOBODY), _BOOK),
        TableSpec(tables.SchoolClass.__tablename__, Synced(222, OF_NOBODY), _BOOK),
        TableSpec(tables.ClassMember.__tablename__, Synced(223, OF_RESIDENT), _CASE),
        TableSpec(tables.ClassHour.__tablename__, Synced(224, OF_NOBODY), _BOOK),
        TableSpec(tables.ClassSession.__tablename__, Synced(225, OF_NOBODY), _CASE),
        TableSpec(tables.Attendance.__tablename__, Synced(226, OF_RESIDENT), _CASE),
        TableSpec(tables.ClassResult.__tablename__, Synced(227, OF_RESIDENT), _CASE),
        TableSpec(tables.Counselling.__tablename__, Synced(228, OF_NOBODY), _CASE),
        TableSpec(tables.CounsellingPerson.__tablename__, Synced(229, OF_RESIDENT), _CASE),
        TableSpec(tables.SchoolReport.__tablename__, Synced(230, OF_RESIDENT), _CASE),
    ),
    handlers=HANDLERS,
    answers={**planned.ANSWERS, **shares.ANSWERS, **doings.ANSWERS},
)
