"""What the slice of giving medicines offers the house."""

from facility_app.kernel.hiv import telling
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Retention, RowMark, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.medication import tables
from facility_app.modules.medication.domain import (
    APPROVE_RULES,
    DECIDE_EXTERNAL,
    FOLLOW_STAYS,
    GIVE_MEDICINES,
    KEEP_ALLERGIES,
    KEEP_EXTERNAL,
    KEEP_RULES,
    NAME_KIT,
    PRESCRIBE,
    RUN_PROGRAMMES,
    SEE_PRIVATE_LINES,
    VERIFY_ORDERS,
    VIEW_MAR,
    WRITE_KIT,
)
from facility_app.modules.medication.domain.kit import SHIFT_HOURS
from facility_app.modules.medication.domain.revealing import LOOKED_AT_BY
from facility_app.modules.medication.domain.rounds import SETTINGS
from facility_app.modules.medication.papers import telling as papers_telling
from facility_app.modules.medication.queries import before, kit, ordered
from facility_app.modules.medication.queries.telling import ANSWERS
from facility_app.modules.medication.service import telling as private_telling
from facility_app.modules.medication.service.following import HANDLERS

OF_RESIDENT = ("resident_id",)
OF_MEDICINE = (RowMark(("medicine_id", "reveals_hiv")),)
"""Old rows of a medicine that is known by now to reveal HIV leave only where HIV may."""
OF_OVERRIDDEN = RowMark(("order_id:medicine_order", "medicine_id", "reveals_hiv"))
"""So does what spoke against its order; the order of such a row stands in one of two tables."""
FROM_FAMILY = ("medicine", "strength", "prescribed_at", "prescription_no", "refusal", "accepted_because")

SPEC = ModuleSpec(
    id="medication",
    permissions=(
        VIEW_MAR,
        SEE_PRIVATE_LINES,
        PRESCRIBE,
        VERIFY_ORDERS,
        GIVE_MEDICINES,
        KEEP_ALLERGIES,
        KEEP_EXTERNAL,
        DECIDE_EXTERNAL,
        KEEP_RULES,
        APPROVE_RULES,
        RUN_PROGRAMMES,
        NAME_KIT,
        WRITE_KIT,
        FOLLOW_STAYS,
    ),
    verbs=(
        Verb("medication.order_medicine", label("verbs", "Ra y lệnh thuốc"), PRESCRIBE),
        Verb("medication.replace_order", label("verbs", "Đổi y lệnh thuốc"), PRESCRIBE),
        Verb("medication.hold_order", label("verbs", "Cho tạm ngừng y lệnh"), PRESCRIBE),
        Verb("medication.resume_order", label("verbs", "Cho dùng tiếp y lệnh"), PRESCRIBE),
        Verb("medication.stop_order", label("verbs", "Ngừng y lệnh"), PRESCRIBE),
        Verb("medication.verify_order", label("verbs", "Duyệt y lệnh"), VERIFY_ORDERS),
        Verb("medication.refuse_order", label("verbs", "Không duyệt y lệnh"), VERIFY_ORDERS),
        Verb("medication.record_doses", label("verbs", "Ghi kết quả liều thuốc"), GIVE_MEDICINES),
        Verb("medication.strike_dose", label("verbs", "Gạch bỏ liều ghi nhầm"), GIVE_MEDICINES),
        Verb("medication.record_vomiting", label("verbs", "Ghi nôn sau liều"), GIVE_MEDICINES),
        Verb("medication.record_effect", label("verbs", "Ghi tác dụng của liều khi cần"), GIVE_MEDICINES),
        Verb("medication.add_allergy", label("verbs", "Ghi dị ứng thuốc"), KEEP_ALLERGIES),
        Verb("medication.hide_allergies", label("verbs", "Xem lại dị ứng cũ theo tên thuốc"), KEEP_ALLERGIES),
        Verb("medication.void_allergy", label("verbs", "Gạch bỏ dị ứng ghi nhầm"), KEEP_ALLERGIES),
        Verb("medication.note_no_allergy", label("verbs", "Ghi đã hỏi: không có dị ứng"), KEEP_ALLERGIES),
        Verb("medication.withdraw_no_allergy", label("verbs", "Gạch bỏ lời “không có dị ứng”"), KEEP_ALLERGIES),
        Verb("medication.receive_external", label("verbs", "Ghi thuốc gia đình mang đến"), KEEP_EXTERNAL),
        Verb("medication.accept_external", label("verbs", "Cho dùng thuốc gia đình mang đến"), DECIDE_EXTERNAL),
        Verb(
            "medication.refuse_external", label("verbs", "Không cho dùng thuốc gia đình mang đến"), DECIDE_EXTERNAL
        ),
        Verb("medication.end_external", label("verbs", "Trả lại, hủy thuốc gia đình mang đến"), KEEP_EXTERNAL),
        Verb("medication.void_external", label("verbs", "Gạch bỏ thuốc gia đình ghi nhầm"), KEEP_EXTERNAL),
        Verb("medication.change_rule", label("verbs", "Sửa quy tắc dùng thuốc"), KEEP_RULES),
        Verb("medication.approve_rule", label("verbs", "Phê duyệt quy tắc dùng thuốc"), APPROVE_RULES),
        Verb("medication.start_programme", label("verbs", "Bắt đầu điều trị thay thế"), RUN_PROGRAMMES),
        Verb("medication.end_programme", label("verbs", "Kết thúc điều trị thay thế"), RUN_PROGRAMMES),
        Verb("medication.start_protocol", label("verbs", "Bắt đầu phác đồ cắt cơn"), RUN_PROGRAMMES),
        Verb("medication.end_protocol", label("verbs", "Kết thúc phác đồ cắt cơn"), RUN_PROGRAMMES),
        Verb("medication.open_checks", label("verbs", "Xem cảnh báo của một y lệnh"), SEE_PRIVATE_LINES),
        Verb(
            "medication.open_private_round", label("verbs", "Xem liều cần giữ kín của một lượt"), SEE_PRIVATE_LINES
        ),
        Verb(
            "medication.open_private_unverified",
            label("verbs", "Xem y lệnh cần giữ kín chờ duyệt"),
            SEE_PRIVATE_LINES,
        ),
        Verb(
            "medication.open_private_orders",
            label("verbs", "Xem y lệnh cần giữ kín của một người"),
            SEE_PRIVATE_LINES,
        ),
        Verb(
            "medication.open_private_history",
            label("verbs", "Xem liều cần giữ kín của một người"),
            SEE_PRIVATE_LINES,
        ),
        Verb(
            "medication.open_private_allergies",
            label("verbs", "Xem dị ứng cần giữ kín của một người"),
            SEE_PRIVATE_LINES,
        ),
        Verb(
            "medication.open_private_overrides",
            label("verbs", "Xem cảnh báo cần giữ kín của một y lệnh"),
            SEE_PRIVATE_LINES,
        ),
        Verb("medication.print_day", label("verbs", "In phiếu 24 giờ"), VIEW_MAR),
        Verb("medication.print_round", label("verbs", "In phiếu của lượt"), VIEW_MAR),
        Verb("medication.print_mar", label("verbs", "In phiếu theo dõi dùng thuốc"), VIEW_MAR),
        Verb("medication.print_last_dose", label("verbs", "In thư liều cuối"), VIEW_MAR),
        Verb("medication.print_private_day", label("verbs", "In phiếu 24 giờ, phần giữ kín"), SEE_PRIVATE_LINES),
        Verb(
            "medication.print_private_mar",
            label("verbs", "In phiếu theo dõi dùng thuốc, phần giữ kín"),
            SEE_PRIVATE_LINES,
        ),
        Verb(
            "medication.print_private_round", label("verbs", "In phiếu của lượt, phần giữ kín"), SEE_PRIVATE_LINES
        ),
        Verb("medication.name_kit", label("verbs", "Đặt nơi ghi phiếu phòng mất điện"), NAME_KIT),
        Verb("medication.stop_kit", label("verbs", "Thôi ghi phiếu phòng mất điện"), NAME_KIT),
        Verb("medication.begin_kit", label("verbs", "Lấy phiếu phòng mất điện để ghi"), WRITE_KIT),
        Verb("medication.end_kit", label("verbs", "Ghi phiếu phòng mất điện ra ổ rời"), WRITE_KIT),
        Verb("medication.follow_stay", label("verbs", "Ngừng dùng thuốc theo lần cai nghiện"), FOLLOW_STAYS),
    ),
    tables=(
        TableSpec(tables.ClinicalRule.__tablename__, Synced(200, ()), Retention.REFERENCE),
        TableSpec(
            tables.Allergy.__tablename__,
            Synced(201, OF_RESIDENT, (telling("substance"), telling("reaction"))),
            Retention.MEDICAL,
        ),
        TableSpec(
            tables.ProtocolRun.__tablename__,
            Synced(202, OF_RESIDENT, (telling("note"), telling("uncounselled_why"), telling("end_reason"))),
            Retention.MEDICAL,
        ),
        TableSpec(
            tables.SubstitutionProgramme.__tablename__,
            Synced(203, OF_RESIDENT, (*OF_MEDICINE, telling("end_reason"))),
            Retention.MEDICAL,
        ),
        TableSpec(tables.MedicationEnd.__tablename__, Synced(204, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.MedicineOrder.__tablename__,
            Synced(205, OF_RESIDENT, (*OF_MEDICINE, telling("reason"), telling("note"), telling("end_reason"))),
            Retention.MEDICAL,
        ),
        TableSpec(tables.PrivateMedicineOrder.__tablename__, Synced(206, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.OrderHold.__tablename__,
            Synced(207, OF_RESIDENT, (RowMark(("order_id", "medicine_id", "reveals_hiv")), telling("reason"))),
            Retention.MEDICAL,
        ),
        TableSpec(tables.PrivateOrderHold.__tablename__, Synced(208, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.OrderOverride.__tablename__,
            Synced(209, OF_RESIDENT, (OF_OVERRIDDEN, telling("finding"), telling("reason"))),
            Retention.MEDICAL,
        ),
        TableSpec(tables.PrivateOrderOverride.__tablename__, Synced(210, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.Dose.__tablename__,
            Synced(
                211, OF_RESIDENT, (*OF_MEDICINE, telling("reason"), telling("vomited_note"), telling("effect"))
            ),
            Retention.MEDICAL,
        ),
        TableSpec(tables.PrivateDose.__tablename__, Synced(212, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(tables.PrivateAllergy.__tablename__, Synced(213, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(tables.AllergyAsked.__tablename__, Synced(285, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.ExternalMedicine.__tablename__,
            Synced(281, OF_RESIDENT, tuple(telling(one) for one in FROM_FAMILY)),
            Retention.MEDICAL,
        ),
        TableSpec(
            tables.BlackoutKit.__tablename__,
            LocalOnly("a drive of this machine, and its lock"),
            Retention.TRANSIENT,
        ),
    ),
    settings=(*SETTINGS, SHIFT_HOURS, LOOKED_AT_BY),
    handlers=HANDLERS,
    answers={
        **ANSWERS,
        **before.ANSWERS,
        **kit.ANSWERS,
        **ordered.ANSWERS,
        **papers_telling.ANSWERS,
        **private_telling.ANSWERS,
    },
)
