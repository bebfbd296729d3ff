"""What the slice of stays offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, PaperSpec, Verb
from facility_app.modules.stays import tables
from facility_app.modules.stays.domain.counted import SETTINGS
from facility_app.modules.stays.domain.presence import PRESENCE, PRESENCE_VERBS
from facility_app.modules.stays.domain.rights import (
    ADMIT,
    EXPLAIN_OVERHELD,
    EXPORT_STAYS,
    MEDICAL_PLAN,
    READ_EXIT_REASON,
    READ_PLAN,
    RECORD_ABSENCE,
    RECORD_DECISIONS,
    RECORD_ESCAPE,
    RECOUNT,
    RELEASE,
    RUN_STAGES,
    SETTLE_TERM,
    SUSPEND,
    TAKE_BACK,
    TRANSFER,
    VIEW_STAYS,
    VOID_STAYS,
    WRITE_PLAN,
)
from facility_app.modules.stays.papers import fill_from_stay
from facility_app.modules.stays.queries import open_items, plan_readers, preview
from facility_app.modules.stays.queries.roll import ANSWERS
from facility_app.modules.stays.service import recounting

OF_RESIDENT = ("resident_id",)
FORMS = ("V-17", "V-18", "V-29")
"""Filled from a stay; those of slices that do not stand yet are theirs when they do."""
_RIGHT_OF = {step.verb: step.permission for step in PRESENCE.transitions}

SPEC = ModuleSpec(
    id="stays",
    permissions=(
        VIEW_STAYS,
        ADMIT,
        RECORD_DECISIONS,
        SETTLE_TERM,
        RECORD_ABSENCE,
        RECORD_ESCAPE,
        TAKE_BACK,
        SUSPEND,
        TRANSFER,
        RELEASE,
        EXPLAIN_OVERHELD,
        RUN_STAGES,
        READ_EXIT_REASON,
        READ_PLAN,
        WRITE_PLAN,
        MEDICAL_PLAN,
        VOID_STAYS,
        RECOUNT,
        EXPORT_STAYS,
    ),
    verbs=(
        Verb("stays.admit_resident", label("verbs", "Tiếp nhận"), ADMIT),
        Verb("stays.convert_temporary", label("verbs", "Chuyển từ quản lý sang cai nghiện bắt buộc"), ADMIT),
        Verb("stays.take_over_stays", label("verbs", "Nhận các lần cai nghiện từ sổ cũ"), SETTLE_TERM),
        Verb("stays.open_listed_stays", label("verbs", "Tiếp nhận theo danh sách"), ADMIT),
        Verb("stays.take_back_stays", label("verbs", "Gạch bỏ các lần cai nghiện nhập nhầm"), ADMIT),
        Verb("stays.add_decision", label("verbs", "Ghi quyết định"), RECORD_DECISIONS),
        Verb("stays.attach_decision_scan", label("verbs", "Đính kèm bản quét quyết định"), RECORD_DECISIONS),
        Verb("stays.set_police", label("verbs", "Ghi Công an cấp xã có liên quan"), RECORD_DECISIONS),
        Verb("stays.set_term", label("verbs", "Xác định chế độ luật, ngày bắt đầu chấp hành"), SETTLE_TERM),
        Verb("stays.record_credit", label("verbs", "Ghi thời gian quản lý được trừ"), RECORD_DECISIONS),
        Verb("stays.record_reduction", label("verbs", "Ghi giảm thời hạn (luật cũ)"), RECORD_DECISIONS),
        Verb("stays.settle_event", label("verbs", "Bổ sung, sửa sự kiện của thời hạn"), RECORD_DECISIONS),
        Verb("stays.confirm_paper", label("verbs", "Xác nhận giấy tờ của sự kiện"), SETTLE_TERM),
        Verb("stays.strike_event", label("verbs", "Gạch bỏ sự kiện ghi nhầm"), RECORD_DECISIONS),
        *(Verb(verb, text, _RIGHT_OF[verb]) for verb, text in PRESENCE_VERBS.items()),
        Verb("stays.end_stay", label("verbs", "Ghi kết thúc lần cai nghiện"), RELEASE),
        Verb("stays.correct_exit", label("verbs", "Sửa lý do ra"), RELEASE),
        Verb(
            "stays.explain_overheld", label("verbs", "Giải trình việc giữ quá ngày phải cho về"), EXPLAIN_OVERHELD
        ),
        Verb("stays.void_stay", label("verbs", "Gạch bỏ lần cai nghiện ghi nhầm"), VOID_STAYS),
        Verb("stays.start_stage", label("verbs", "Bắt đầu giai đoạn"), RUN_STAGES),
        Verb("stays.settle_stage", label("verbs", "Kết thúc, sửa giai đoạn"), RUN_STAGES),
        Verb("stays.save_plan", label("verbs", "Lập kế hoạch cai nghiện"), WRITE_PLAN),
        Verb("stays.save_medical_plan", label("verbs", "Lập phần điều trị y tế của kế hoạch"), MEDICAL_PLAN),
        Verb("stays.issue_plan", label("verbs", "Ban hành kế hoạch cai nghiện (V-18)"), READ_PLAN),
        Verb("stays.recount_all", label("verbs", "Tính lại thời hạn của mọi người"), RECOUNT),
        Verb("stays.export_list", label("verbs", "Xuất danh sách lần cai nghiện"), EXPORT_STAYS),
    ),
    settings=SETTINGS,
    tables=(
        TableSpec(tables.Stay.__tablename__, Synced(24, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.StayDecision.__tablename__, Synced(25, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.StayEvent.__tablename__, Synced(26, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.TermEvaluation.__tablename__, Synced(27, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.PresenceChange.__tablename__, Synced(28, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.OverheldNote.__tablename__, Synced(29, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.StayStage.__tablename__, Synced(30, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.RehabPlan.__tablename__, Synced(31, OF_RESIDENT), Retention.CASE_FILE),
    ),
    handlers=recounting.HANDLERS,
    answers={**ANSWERS, **open_items.ANSWERS, **preview.ANSWERS, **plan_readers.ANSWERS},
    papers=tuple(PaperSpec(one, "resident", VIEW_STAYS, fill_from_stay) for one in FORMS),
)
