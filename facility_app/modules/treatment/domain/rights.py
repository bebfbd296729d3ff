"""Who writes and who reads of somebody's health; each row of it is one of clinical.md's table of access.

Three walls stand inside the slice: the medical record, psychiatric notes, drug tests; HIV stands behind a fourth
that no role opens alone, only a grant of the closed list (Luật phòng, chống HIV/AIDS Đ30.2) or the head's office.
"""

from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import label

_DOCTOR: Final = frozenset({Role.DOCTOR})
_LEADING: Final = _DOCTOR | {Role.CHIEF_NURSE}
_HEALTH: Final = _LEADING | {Role.NURSE}
_GUARDING: Final = frozenset({Role.GUARD, Role.TEAM_OFFICER})
_EVERYONE_INSIDE: Final = frozenset(Role) - {Role.ADMIN, Role.EXCHANGE}

READ_RECORD = Permission("treatment.read_record", label("permissions", "Đọc hồ sơ bệnh án"), _HEALTH)
READ_PSYCHIATRIC = Permission(
    "treatment.read_psychiatric",
    label("permissions", "Đọc ghi chép, thang đánh giá tâm thần"),
    _HEALTH | {Role.COUNSELLOR},
)
OPEN_RECORD = Permission(
    "treatment.open_record",
    label("permissions", "Mở hồ sơ bệnh án không do mình điều trị (mỗi lần xem được ghi lại)"),
    frozenset({Role.HEAD}),
)
READ_VITALS = Permission(
    "treatment.read_vitals",
    label("permissions", "Xem dấu hiệu sinh tồn, cân nặng, biểu đồ"),
    _HEALTH | {Role.HEAD, Role.AUDITOR},
)
READ_SCORES = Permission(
    "treatment.read_scores",
    label("permissions", "Xem kết quả thang đánh giá"),
    _HEALTH | {Role.HEAD, Role.AUDITOR, Role.COUNSELLOR},
)
FOLLOW_STAYS = Permission(
    "treatment.follow_stays",
    label("permissions", "Nối, kết thúc theo dõi theo lần cai nghiện (theo việc của người khác)"),
    _EVERYONE_INSIDE,
)
KNOW_TRIAGE = Permission(
    "treatment.know_triage",
    label("permissions", "Biết y tế đã phân loại người mới đến hay chưa (không biết nội dung)"),
    _EVERYONE_INSIDE,
)
TRIAGE = Permission("treatment.triage", label("permissions", "Phân loại sức khỏe người mới đến"), _HEALTH)
ANSWER_FLAGS = Permission(
    "treatment.answer_flags", label("permissions", "Ghi xử trí dấu hiệu nguy hiểm"), _LEADING
)
WRITE_RECORD = Permission(
    "treatment.write_record", label("permissions", "Ghi bệnh sử, khám, chẩn đoán, kế hoạch điều trị"), _DOCTOR
)
WRITE_CARE = Permission("treatment.write_care", label("permissions", "Ghi theo dõi, chăm sóc"), _HEALTH)
STRIKE_OUT = Permission(
    "treatment.strike_out", label("permissions", "Gạch bỏ mục ghi nhầm trong hồ sơ bệnh án"), _HEALTH
)
MEASURE = Permission("treatment.measure", label("permissions", "Ghi dấu hiệu sinh tồn"), _HEALTH)
SCORE = Permission("treatment.score", label("permissions", "Chấm thang đánh giá"), _HEALTH)
CHOOSE_BANDS = Permission(
    "treatment.choose_bands", label("permissions", "Chọn bộ mức độ CIWA-Ar của cơ sở"), _DOCTOR
)
PLAN_OBSERVATION = Permission(
    "treatment.plan_observation", label("permissions", "Đặt và thôi lịch theo dõi, chấm điểm"), _LEADING
)
ORDER_OXYGEN = Permission(
    "treatment.order_oxygen", label("permissions", "Chỉ định, thôi SpO₂ thang 2 (mục tiêu 88–92 %)"), _DOCTOR
)
START_WATCH = Permission(
    "treatment.start_watch", label("permissions", "Bắt đầu, tăng mức theo dõi nguy cơ tự hại"), _HEALTH
)
ORDER_WATCH = Permission(
    "treatment.order_watch", label("permissions", "Giảm mức, thôi theo dõi nguy cơ tự hại"), _DOCTOR
)
RECORD_CHECKS = Permission(
    "treatment.record_checks",
    label("permissions", "Ghi từng lần trông người đang được theo dõi đặc biệt"),
    _HEALTH | _GUARDING,
)
KNOW_WATCH = Permission(
    "treatment.know_watch",
    label("permissions", "Biết ai đang được theo dõi đặc biệt và lần trông kế tiếp (không biết bệnh)"),
    _HEALTH | _GUARDING | {Role.COUNSELLOR, Role.HEAD, Role.AUDITOR},
)
ASK_PLACEMENT = Permission(
    "treatment.ask_placement",
    label("permissions", "Yêu cầu chỗ ở vì lý do y tế, giữ lý do trong bệnh án"),
    _LEADING,
)
ORDER_DRUG_TESTS = Permission(
    "treatment.order_drug_tests",
    label("permissions", "Quyết định xét nghiệm chất ma túy"),
    _DOCTOR | {Role.HEAD},
)
TAKE_SAMPLES = Permission(
    "treatment.take_samples", label("permissions", "Lấy, niêm phong, giao nhận mẫu xét nghiệm"), _HEALTH
)
RECORD_DRUG_RESULTS = Permission(
    "treatment.record_drug_results", label("permissions", "Ghi kết quả xét nghiệm chất ma túy"), _DOCTOR
)
READ_DRUG_TESTS = Permission(
    "treatment.read_drug_tests",
    label("permissions", "Xem xét nghiệm chất ma túy"),
    _HEALTH | {Role.COUNSELLOR, Role.HEAD, Role.AUDITOR},
)
KNOW_DRUG_OUTCOME = Permission(
    "treatment.know_drug_outcome",
    label("permissions", "Biết xét nghiệm chất ma túy có dương tính hay không"),
    _HEALTH | _GUARDING | {Role.COUNSELLOR, Role.HEAD, Role.AUDITOR},
)
DECIDE_TELLING = Permission(
    "treatment.decide_telling",
    label("permissions", "Quyết định báo kết quả xét nghiệm cho Công an cấp xã"),
    frozenset({Role.HEAD}),
)
KEEP_KITS = Permission("treatment.keep_kits", label("permissions", "Ghi lô kit xét nghiệm và ngưỡng"), _LEADING)
KEEP_ICD = Permission("treatment.keep_icd", label("permissions", "Nhập bảng mã bệnh ICD-10 của Bộ Y tế"), _DOCTOR)
RECORD_CONSENT = Permission(
    "treatment.record_consent",
    label("permissions", "Ghi đồng ý, từ chối, rút đồng ý xét nghiệm"),
    _HEALTH | {Role.COUNSELLOR},
)
RECORD_INFECTIONS = Permission(
    "treatment.record_infections", label("permissions", "Ghi kết quả sàng lọc bệnh truyền nhiễm"), _HEALTH
)
READ_INFECTIONS = Permission(
    "treatment.read_infections",
    label("permissions", "Mở kết quả sàng lọc bệnh truyền nhiễm (mỗi lần xem được ghi lại)"),
    _HEALTH | {Role.HEAD},
)
EXPORT_HEALTH = Permission(
    "treatment.export_health",
    label("permissions", "Xuất hồ sơ y tế của một người ra tệp không mã hóa (có lý do, được ghi lại)"),
    _DOCTOR | {Role.HEAD},
)
EXPORT_ALL_HEALTH = Permission(
    "treatment.export_all_health",
    label("permissions", "Xuất hồ sơ y tế của mọi người ra tệp không mã hóa (có lý do, được ghi lại)"),
    frozenset({Role.HEAD}),
)
KEEP_HIV = Permission(
    "treatment.keep_hiv",
    label("permissions", "Ghi xét nghiệm HIV (cần quyền được cấp theo danh sách kín)"),
    _HEALTH | {Role.COUNSELLOR},
)
READ_HIV = Permission(
    "treatment.read_hiv",
    label("permissions", "Mở kết quả HIV (cần quyền được cấp; mỗi lần xem được ghi lại)"),
    _HEALTH | {Role.COUNSELLOR, Role.HEAD},
)
RECORD_EVENTS = Permission(
    "treatment.record_events", label("permissions", "Ghi sự việc nghiêm trọng và việc đã làm"), _HEALTH
)
READ_EVENTS = Permission(
    "treatment.read_events",
    label("permissions", "Xem hồ sơ sự việc nghiêm trọng"),
    _HEALTH | {Role.HEAD, Role.AUDITOR},
)
CLOSE_EVENTS = Permission(
    "treatment.close_events", label("permissions", "Kết thúc hồ sơ sự việc nghiêm trọng"), _LEADING | {Role.HEAD}
)
DECIDE_FITNESS = Permission(
    "treatment.decide_fitness", label("permissions", "Kết luận sức khỏe lao động"), _DOCTOR
)
KNOW_FITNESS = Permission(
    "treatment.know_fitness",
    label("permissions", "Biết ai đủ sức khỏe lao động, có giới hạn gì (không biết bệnh)"),
    _HEALTH | {Role.LABOUR, Role.TEAM_OFFICER, Role.TEACHER, Role.HEAD, Role.AUDITOR},
)

PERMISSIONS: Final = (
    READ_RECORD,
    READ_PSYCHIATRIC,
    OPEN_RECORD,
    READ_VITALS,
    READ_SCORES,
    KNOW_TRIAGE,
    FOLLOW_STAYS,
    TRIAGE,
    ANSWER_FLAGS,
    WRITE_RECORD,
    WRITE_CARE,
    STRIKE_OUT,
    MEASURE,
    SCORE,
    CHOOSE_BANDS,
    PLAN_OBSERVATION,
    ORDER_OXYGEN,
    START_WATCH,
    ORDER_WATCH,
    RECORD_CHECKS,
    KNOW_WATCH,
    ASK_PLACEMENT,
    ORDER_DRUG_TESTS,
    TAKE_SAMPLES,
    RECORD_DRUG_RESULTS,
    READ_DRUG_TESTS,
    KNOW_DRUG_OUTCOME,
    DECIDE_TELLING,
    KEEP_KITS,
    KEEP_ICD,
    RECORD_CONSENT,
    RECORD_INFECTIONS,
    READ_INFECTIONS,
    KEEP_HIV,
    READ_HIV,
    EXPORT_HEALTH,
    EXPORT_ALL_HEALTH,
    RECORD_EVENTS,
    READ_EVENTS,
    CLOSE_EVENTS,
    DECIDE_FITNESS,
    KNOW_FITNESS,
)
"""Every right of this slice."""
