"""What the slice of releases offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, PaperSpec, Verb
from facility_app.modules.discharge.domain import (
    CLOSE_RELEASES,
    FIT_DEVICE,
    ISSUE_RELEASE_PAPERS,
    PREPARE_RELEASE,
    READ_REINTEGRATION,
    RECORD_EXAMINATION,
    RELEASE_PEOPLE,
    TAKE_DRAFTS,
    VIEW_RELEASES,
    WRITE_REINTEGRATION,
)
from facility_app.modules.discharge.papers.payloads import fill_release
from facility_app.modules.discharge.queries.occupied import ANSWERS as OCCUPIED
from facility_app.modules.discharge.queries.plan_readers import ANSWERS as READERS
from facility_app.modules.discharge.queries.runway import ANSWERS
from facility_app.modules.discharge.queries.sealed import ANSWERS as SEALED
from facility_app.modules.discharge.service.by_hand import ANSWERS as BY_HAND
from facility_app.modules.discharge.service.by_hand import HANDLERS as LINKED
from facility_app.modules.discharge.service.following import ANSWERS as LEANING
from facility_app.modules.discharge.service.following import HANDLERS
from facility_app.modules.discharge.tables import ReintegrationPlan, ReleaseCase

OF_RESIDENT = ("resident_id",)
FORMS = ("V-19", "V-23", "V-27", "V-30", "V-50", "V-51", "I-03", "I-04")
"""Filled from a release; the verbs of this slice issue them in their time."""

SPEC = ModuleSpec(
    id="discharge",
    permissions=(
        VIEW_RELEASES,
        PREPARE_RELEASE,
        READ_REINTEGRATION,
        WRITE_REINTEGRATION,
        RECORD_EXAMINATION,
        FIT_DEVICE,
        ISSUE_RELEASE_PAPERS,
        RELEASE_PEOPLE,
        CLOSE_RELEASES,
        TAKE_DRAFTS,
    ),
    verbs=(
        Verb(
            "discharge.settle_residence", label("verbs", "Xác định nơi cư trú sau khi ra cơ sở"), PREPARE_RELEASE
        ),
        Verb(
            "discharge.record_post_rehab_decision",
            label("verbs", "Ghi quyết định quản lý sau cai nghiện"),
            PREPARE_RELEASE,
        ),
        Verb(
            "discharge.record_monitoring_decision",
            label("verbs", "Ghi quyết định giám sát điện tử"),
            PREPARE_RELEASE,
        ),
        Verb(
            "discharge.record_social_protection",
            label("verbs", "Ghi hồ sơ đề nghị vào cơ sở bảo trợ xã hội"),
            PREPARE_RELEASE,
        ),
        Verb("discharge.record_examination", label("verbs", "Ghi đã khám trước khi ra cơ sở"), RECORD_EXAMINATION),
        Verb("discharge.return_belongings", label("verbs", "Trả tiền, đồ vật, cấp tiền tàu xe"), PREPARE_RELEASE),
        Verb(
            "discharge.save_reintegration_plan",
            label("verbs", "Lập kế hoạch tái hòa nhập cộng đồng"),
            WRITE_REINTEGRATION,
        ),
        Verb(
            "discharge.issue_notice", label("verbs", "Thông báo chuẩn bị hoàn thành (V-51)"), ISSUE_RELEASE_PAPERS
        ),
        Verb("discharge.issue_certificate", label("verbs", "Cấp giấy xác nhận hoàn thành"), ISSUE_RELEASE_PAPERS),
        Verb("discharge.issue_receipt", label("verbs", "Lập biên bản giao nhận (V-23)"), ISSUE_RELEASE_PAPERS),
        Verb("discharge.issue_plan", label("verbs", "In kế hoạch tái hòa nhập (V-19)"), ISSUE_RELEASE_PAPERS),
        Verb("discharge.fit_device", label("verbs", "Gắn thiết bị giám sát điện tử"), FIT_DEVICE),
        Verb("discharge.release", label("verbs", "Cho ra cơ sở"), RELEASE_PEOPLE),
        Verb("discharge.make_packet", label("verbs", "Lập bộ hồ sơ bàn giao"), ISSUE_RELEASE_PAPERS),
        Verb("discharge.take_draft", label("verbs", "Xuất bản nháp biểu mẫu"), TAKE_DRAFTS),
        Verb("discharge.close_case", label("verbs", "Đóng hồ sơ ra cơ sở"), CLOSE_RELEASES),
    ),
    tables=(
        TableSpec(ReleaseCase.__tablename__, Synced(46, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(ReintegrationPlan.__tablename__, Synced(47, OF_RESIDENT), Retention.CASE_FILE),
    ),
    handlers={**HANDLERS, **LINKED},
    answers={**ANSWERS, **LEANING, **SEALED, **BY_HAND, **READERS, **OCCUPIED},
    papers=tuple(PaperSpec(one, "resident", VIEW_RELEASES, fill_release) for one in FORMS),
)
