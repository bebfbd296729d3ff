"""What the slice of absences offers the house."""

from facility_app.kernel.hiv import telling
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Privacy, Retention, RowMark, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, PaperSpec, Verb
from facility_app.modules.absences import tables
from facility_app.modules.absences.domain import (
    CLOSE_STAYS,
    DECIDE_ABSENCES,
    FOLLOW_STAYS,
    KEEP_CASES,
    LET_GO,
    PROPOSE_RELIEF,
    READ_HEALTH,
    RECEIVE_BACK,
    RECORD_RULINGS,
    REPORT_MISSING,
    SEND_ELSEWHERE,
    VIEW_ABSENCES,
)
from facility_app.modules.absences.domain.cases import CASE_VERBS
from facility_app.modules.absences.papers.payloads import fill_from_case
from facility_app.modules.absences.queries import figures, occupied
from facility_app.modules.absences.queries.cases import find_cases
from facility_app.modules.absences.service.following import HANDLERS

OF_RESIDENT = ("resident_id",)
_SAYS = ("cause", "proofs", "destination", "place", "refusal", "basis_subject")
TELLING = tuple(telling(one) for one in _SAYS)
OF_TELLING = tuple(telling("case_id", one) for one in _SAYS)
OF_HEALTH = RowMark(("paper_id", "paper_class"), Privacy.CLINICAL, ("health",))
"""A referral whose words reveal HIV, and what belongs to it: where somebody was sent may say it by itself."""
FORMS = ("V-43", "V-46", "V-47", "V-49")
"""Filled from a case; V-23 and V-42 are made by the handover itself, V-48 comes from the family."""

SPEC = ModuleSpec(
    id="absences",
    permissions=(
        VIEW_ABSENCES,
        KEEP_CASES,
        LET_GO,
        REPORT_MISSING,
        RECEIVE_BACK,
        SEND_ELSEWHERE,
        DECIDE_ABSENCES,
        PROPOSE_RELIEF,
        RECORD_RULINGS,
        CLOSE_STAYS,
        READ_HEALTH,
        FOLLOW_STAYS,
    ),
    verbs=(
        Verb("absences.allow", CASE_VERBS["absences.allow"], DECIDE_ABSENCES),
        Verb("absences.refuse", CASE_VERBS["absences.refuse"], DECIDE_ABSENCES),
        Verb("absences.withdraw", CASE_VERBS["absences.withdraw"], KEEP_CASES),
        Verb("absences.follow_stay", CASE_VERBS["absences.follow_stay"], FOLLOW_STAYS),
        Verb("absences.take_back", CASE_VERBS["absences.take_back"], RECEIVE_BACK),
        Verb("absences.receive_application", label("verbs", "Nhận đơn xin về chịu tang (V-48)"), KEEP_CASES),
        Verb("absences.receive_request", label("verbs", "Nhận yêu cầu của cơ quan tố tụng"), KEEP_CASES),
        Verb("absences.propose_relief", label("verbs", "Đề nghị tạm đình chỉ, miễn (V-46)"), PROPOSE_RELIEF),
        Verb("absences.extend", label("verbs", "Gia hạn, đổi hạn trở lại"), KEEP_CASES),
        Verb("absences.send_to_hospital", label("verbs", "Đưa đi viện"), LET_GO),
        Verb("absences.depart", label("verbs", "Cho đi theo quyết định"), LET_GO),
        Verb("absences.record_remand", label("verbs", "Ghi tạm giữ, tạm giam"), LET_GO),
        Verb("absences.record_prison", label("verbs", "Ghi chấp hành án phạt tù"), LET_GO),
        Verb("absences.start_transfer", label("verbs", "Đưa đi điều chuyển"), SEND_ELSEWHERE),
        Verb("absences.finish_transfer", label("verbs", "Đã bàn giao cho cơ sở khác"), CLOSE_STAYS),
        Verb("absences.record_ruling", label("verbs", "Ghi quyết định về tạm đình chỉ, miễn"), RECORD_RULINGS),
        Verb("absences.record_escape", label("verbs", "Ghi người bỏ trốn, quá hạn chịu tang"), REPORT_MISSING),
        Verb("absences.order_search", label("verbs", "Ra quyết định truy tìm (V-43)"), DECIDE_ABSENCES),
        Verb("absences.record_left", label("verbs", "Ghi người tự nguyện rời cơ sở"), REPORT_MISSING),
        Verb("absences.end_left", label("verbs", "Ghi tự ý chấm dứt"), CLOSE_STAYS),
        Verb("absences.record_death", label("verbs", "Ghi người chết, mở hồ sơ"), CLOSE_STAYS),
        Verb("absences.order_escort", label("verbs", "Lập lệnh áp giải"), KEEP_CASES),
        Verb("absences.record_handover", label("verbs", "Ghi đã bàn giao người"), KEEP_CASES),
        Verb("absences.record_step", label("verbs", "Ghi việc đã làm, đã báo"), KEEP_CASES),
        Verb("absences.strike_step", label("verbs", "Gạch bỏ việc ghi nhầm"), KEEP_CASES),
        Verb("absences.take_pack", label("verbs", "Lấy hồ sơ báo động truy tìm"), KEEP_CASES),
        Verb("absences.take_dossier", label("verbs", "In hồ sơ người chết"), KEEP_CASES),
        Verb("absences.write_cause", label("verbs", "Ghi lý do y tế của lần vắng mặt"), READ_HEALTH),
    ),
    tables=(
        TableSpec(tables.AbsenceCase.__tablename__, Synced(62, OF_RESIDENT, TELLING), Retention.CASE_FILE),
        TableSpec(
            tables.AbsencePaper.__tablename__,
            Synced(63, OF_RESIDENT, (*OF_TELLING, OF_HEALTH)),
            Retention.CASE_FILE,
        ),
        TableSpec(
            tables.AbsenceExtension.__tablename__,
            Synced(64, OF_RESIDENT, (*OF_TELLING, telling("reason"), telling("body"))),
            Retention.CASE_FILE,
        ),
        TableSpec(
            tables.AbsenceEscort.__tablename__,
            Synced(65, OF_RESIDENT, (*OF_TELLING, telling("measures"), telling("handed_to"))),
            Retention.CASE_FILE,
        ),
        TableSpec(
            tables.AbsenceStep.__tablename__,
            Synced(66, OF_RESIDENT, (*OF_TELLING, telling("note"), telling("whom"), telling("how"))),
            Retention.CASE_FILE,
        ),
    ),
    handlers=HANDLERS,
    answers={**figures.ANSWERS, **occupied.ANSWERS},
    papers=tuple(PaperSpec(one, "absence_case", VIEW_ABSENCES, fill_from_case, find_cases) for one in FORMS),
)
