"""What the slice of intake offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, PaperSpec, Verb
from facility_app.modules.intake.domain.rights import (
    CHECK_AT_DOOR,
    IMPORT_ROSTERS,
    OFFER_BEDS,
    READ_AT_DOOR,
    RECEIVE,
    TREAT_AT_DOOR,
    UNDO_IMPORTS,
    VIEW_CASES,
)
from facility_app.modules.intake.papers import fill_minutes
from facility_app.modules.intake.queries import figures, seen
from facility_app.modules.intake.service.following import HANDLERS
from facility_app.modules.intake.tables import (
    IntakeCase,
    IntakeHealth,
    IntakePaper,
    RosterImport,
    RosterPerson,
    RosterShape,
)

HERE = LocalOnly("how this office took its lists over; the people and stays travel themselves")
OF_RESIDENT = ("resident_id",)
MINUTES = ("V-24", "V-31", "V-42")

SPEC = ModuleSpec(
    id="intake",
    permissions=(
        VIEW_CASES,
        RECEIVE,
        OFFER_BEDS,
        CHECK_AT_DOOR,
        READ_AT_DOOR,
        TREAT_AT_DOOR,
        IMPORT_ROSTERS,
        UNDO_IMPORTS,
    ),
    verbs=(
        Verb("intake.open_case", label("verbs", "Mở hồ sơ tiếp nhận"), RECEIVE),
        Verb("intake.receive_person", label("verbs", "Tiếp nhận nhanh một người"), RECEIVE),
        Verb("intake.receive_many", label("verbs", "Tiếp nhận nhiều người"), RECEIVE),
        Verb("intake.record_delivery", label("verbs", "Ghi giao nhận, đối chiếu giấy tờ"), RECEIVE),
        Verb("intake.mark_paper", label("verbs", "Đánh dấu giấy tờ tiếp nhận"), RECEIVE),
        Verb("intake.take_in", label("verbs", "Nhận giữ tiền, tư trang khi đến"), RECEIVE),
        Verb("intake.give_bedding", label("verbs", "Cấp màn, chăn, gối khi vào cơ sở"), RECEIVE),
        Verb("intake.check_at_door", label("verbs", "Ghi dấu hiệu sức khỏe khi đến"), CHECK_AT_DOOR),
        Verb("intake.treat_flags", label("verbs", "Ghi xử trí dấu hiệu nguy hiểm"), TREAT_AT_DOOR),
        Verb("intake.issue_minutes", label("verbs", "Lập biên bản giao, nhận"), RECEIVE),
        Verb("intake.turn_compulsory", label("verbs", "Chuyển quản lý tạm thời sang bắt buộc"), RECEIVE),
        Verb("intake.finish_case", label("verbs", "Kết thúc hồ sơ tiếp nhận"), RECEIVE),
        Verb("intake.import_roster", label("verbs", "Nhập danh sách từ bảng tính"), IMPORT_ROSTERS),
        Verb("intake.undo_import", label("verbs", "Hoàn tác lần nhập danh sách"), UNDO_IMPORTS),
    ),
    tables=(
        TableSpec(IntakeCase.__tablename__, Synced(78, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(IntakePaper.__tablename__, Synced(79, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(IntakeHealth.__tablename__, Synced(80, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(RosterShape.__tablename__, HERE, Retention.REFERENCE),
        TableSpec(RosterImport.__tablename__, HERE, Retention.CASE_FILE),
        TableSpec(RosterPerson.__tablename__, HERE, Retention.CASE_FILE),
    ),
    handlers=HANDLERS,
    answers={**figures.ANSWERS, **seen.ANSWERS},
    papers=tuple(PaperSpec(one, "resident", RECEIVE, fill_minutes) for one in MINUTES),
)
