"""What the slice of vocational courses offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.vocational import tables
from facility_app.modules.vocational.domain.rights import (
    FOLLOW_STAYS,
    GUIDE,
    ISSUE_CERTIFICATES,
    PASS_QUEUE,
    RUN_COURSES,
    VIEW_VOCATIONAL,
)
from facility_app.modules.vocational.queries import doings, occupied, waiting
from facility_app.modules.vocational.service.following import HANDLERS

OF_RESIDENT = ("resident_id",)
_FILE, _REFERENCE = Retention.CASE_FILE, Retention.REFERENCE

SPEC = ModuleSpec(
    id="vocational",
    permissions=(VIEW_VOCATIONAL, GUIDE, RUN_COURSES, PASS_QUEUE, ISSUE_CERTIFICATES, FOLLOW_STAYS),
    verbs=(
        Verb("vocational.add_school", label("verbs", "Thêm cơ sở dạy nghề phối hợp"), RUN_COURSES),
        Verb("vocational.edit_school", label("verbs", "Sửa cơ sở dạy nghề phối hợp"), RUN_COURSES),
        Verb("vocational.void_school", label("verbs", "Gạch bỏ cơ sở dạy nghề phối hợp"), RUN_COURSES),
        Verb("vocational.add_employer", label("verbs", "Thêm doanh nghiệp, người sử dụng lao động"), GUIDE),
        Verb("vocational.edit_employer", label("verbs", "Sửa doanh nghiệp, người sử dụng lao động"), GUIDE),
        Verb("vocational.void_employer", label("verbs", "Gạch bỏ doanh nghiệp, người sử dụng lao động"), GUIDE),
        Verb("vocational.add_vacancy", label("verbs", "Thêm chỗ làm việc"), GUIDE),
        Verb("vocational.edit_vacancy", label("verbs", "Sửa chỗ làm việc"), GUIDE),
        Verb("vocational.void_vacancy", label("verbs", "Gạch bỏ chỗ làm việc"), GUIDE),
        Verb("vocational.add_guidance", label("verbs", "Lập phiếu hướng nghiệp"), GUIDE),
        Verb("vocational.edit_guidance", label("verbs", "Sửa phiếu hướng nghiệp"), GUIDE),
        Verb("vocational.void_guidance", label("verbs", "Gạch bỏ phiếu hướng nghiệp"), GUIDE),
        Verb("vocational.add_talk", label("verbs", "Ghi tư vấn việc làm"), GUIDE),
        Verb("vocational.edit_talk", label("verbs", "Sửa lần tư vấn việc làm"), GUIDE),
        Verb("vocational.void_talk", label("verbs", "Gạch bỏ lần tư vấn việc làm"), GUIDE),
        Verb("vocational.add_support", label("verbs", "Ghi vay vốn, hỗ trợ"), GUIDE),
        Verb("vocational.edit_support", label("verbs", "Sửa khoản vay vốn, hỗ trợ"), GUIDE),
        Verb("vocational.void_support", label("verbs", "Gạch bỏ khoản vay vốn, hỗ trợ"), GUIDE),
        Verb("vocational.add_outcome", label("verbs", "Ghi việc làm sau khi ra cơ sở"), GUIDE),
        Verb("vocational.edit_outcome", label("verbs", "Sửa việc làm sau khi ra cơ sở"), GUIDE),
        Verb("vocational.void_outcome", label("verbs", "Gạch bỏ việc làm sau khi ra cơ sở"), GUIDE),
        Verb("vocational.add_course", label("verbs", "Mở khóa học nghề"), RUN_COURSES),
        Verb("vocational.edit_course", label("verbs", "Sửa khóa học nghề"), RUN_COURSES),
        Verb("vocational.finish_course", label("verbs", "Kết thúc khóa học nghề"), RUN_COURSES),
        Verb("vocational.cancel_course", label("verbs", "Hủy khóa học nghề"), RUN_COURSES),
        Verb("vocational.void_course", label("verbs", "Gạch bỏ khóa học nghề nhập nhầm"), RUN_COURSES),
        Verb("vocational.add_module", label("verbs", "Thêm mô đun, môn học"), RUN_COURSES),
        Verb("vocational.edit_module", label("verbs", "Sửa mô đun, môn học"), RUN_COURSES),
        Verb("vocational.void_module", label("verbs", "Gạch bỏ mô đun, môn học"), RUN_COURSES),
        Verb("vocational.ask_place", label("verbs", "Ghi người đăng ký học nghề"), RUN_COURSES),
        Verb("vocational.enrol", label("verbs", "Xếp vào khóa học nghề"), RUN_COURSES),
        Verb("vocational.end_enrolment", label("verbs", "Cho thôi học, rút đăng ký học nghề"), RUN_COURSES),
        Verb("vocational.plan_lessons", label("verbs", "Xếp buổi học nghề"), RUN_COURSES),
        Verb("vocational.edit_lesson", label("verbs", "Sửa, dời buổi học nghề"), RUN_COURSES),
        Verb("vocational.call_off_lesson", label("verbs", "Cho nghỉ buổi học nghề"), RUN_COURSES),
        Verb("vocational.void_lesson", label("verbs", "Gạch bỏ buổi học nghề nhập nhầm"), RUN_COURSES),
        Verb("vocational.keep_sheet", label("verbs", "Điểm danh buổi học nghề"), RUN_COURSES),
        Verb("vocational.keep_exam", label("verbs", "Ghi kỳ thi, biên bản thi nghề"), RUN_COURSES),
        Verb("vocational.keep_scores", label("verbs", "Nhập điểm học nghề"), RUN_COURSES),
        Verb("vocational.give_certificate", label("verbs", "Cấp chứng chỉ nghề"), ISSUE_CERTIFICATES),
        Verb("vocational.take_back_certificate", label("verbs", "Hủy chứng chỉ nghề"), ISSUE_CERTIFICATES),
        Verb("vocational.print_certificate", label("verbs", "In chứng chỉ nghề"), ISSUE_CERTIFICATES),
        Verb("vocational.follow_exit", label("verbs", "Ra khỏi khóa học nghề vì ra cơ sở"), FOLLOW_STAYS),
    ),
    tables=(
        TableSpec(tables.PartnerSchool.__tablename__, Synced(260, ()), _REFERENCE),
        TableSpec(tables.Employer.__tablename__, Synced(261, ()), _REFERENCE),
        TableSpec(tables.Vacancy.__tablename__, Synced(262, ()), _REFERENCE),
        TableSpec(tables.Guidance.__tablename__, Synced(263, OF_RESIDENT), _FILE),
        TableSpec(tables.JobTalk.__tablename__, Synced(264, OF_RESIDENT), _FILE),
        TableSpec(tables.JobSupport.__tablename__, Synced(265, OF_RESIDENT), _FILE),
        TableSpec(tables.JobOutcome.__tablename__, Synced(266, OF_RESIDENT), _FILE),
        TableSpec(tables.Course.__tablename__, Synced(267, ()), _FILE),
        TableSpec(tables.CourseModule.__tablename__, Synced(268, ()), _FILE),
        TableSpec(tables.Enrolment.__tablename__, Synced(269, OF_RESIDENT), _FILE),
        TableSpec(tables.Lesson.__tablename__, Synced(270, ()), _FILE),
        TableSpec(tables.LessonTick.__tablename__, Synced(271, OF_RESIDENT), _FILE),
        TableSpec(tables.CourseExam.__tablename__, Synced(272, ()), _FILE),
        TableSpec(tables.Assessment.__tablename__, Synced(273, OF_RESIDENT), _FILE),
        TableSpec(tables.Certificate.__tablename__, Synced(274, OF_RESIDENT), _FILE),
        TableSpec(tables.CertificatePrint.__tablename__, Synced(275, OF_RESIDENT), _FILE),
    ),
    handlers=HANDLERS,
    answers={**occupied.ANSWERS, **waiting.ANSWERS, **doings.ANSWERS},
)
