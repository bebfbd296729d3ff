"""What the slice of the pharmacy offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, RowMark, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, PaperSpec, Verb
from facility_app.modules.pharmacy import tables
from facility_app.modules.pharmacy.domain import (
    APPROVE_ISSUE,
    APPROVE_MEDICINES,
    ASK_MEDICINES,
    COUNT_STOCK,
    GIVE_DOSES,
    HOLD_CABINET,
    KEEP_CATALOGUE,
    KEEP_STORE,
    MAKE_PAPERS,
    READ_TAKEN,
    REPORT_LOSS,
    SEE_PRIVATE,
    SETTLE_COUNTS,
    SIGN_BOOK,
    SIGN_REPORTS,
    STAND_IN,
    VERIFY_LEDGER,
    VIEW_STOCK,
)
from facility_app.modules.pharmacy.domain.workflows import DESTRUCTION, REQUISITION
from facility_app.modules.pharmacy.papers.payloads import (
    fill_book_page,
    fill_loss,
    fill_requisition,
    fill_return,
    fill_slip,
    fill_year,
    find_years,
)
from facility_app.modules.pharmacy.queries import home
from facility_app.modules.pharmacy.queries.ledger import find_pages
from facility_app.modules.pharmacy.queries.paper_readers import ANSWERS, READERS
from facility_app.modules.pharmacy.queries.papers import find_losses, find_requisitions
from facility_app.modules.pharmacy.queries.returns import find_returns
from facility_app.modules.pharmacy.queries.slips import find_slips

OF_RESIDENT = ("resident_id",)
REVEALING = "reveals_hiv"
OF_MEDICINE = (RowMark(("medicine_id", REVEALING)),)
"""What is written of a medicine that reveals HIV leaves only where HIV may."""


def marked_by(table: str, column: str) -> tuple[RowMark, ...]:
    """The head of rows of ``table`` that name it, one of which is of a medicine that reveals HIV."""
    return (RowMark(("medicine_id", REVEALING), through=(table, column)),)


SPEC = ModuleSpec(
    id="pharmacy",
    permissions=(
        VIEW_STOCK,
        SEE_PRIVATE,
        READ_TAKEN,
        KEEP_CATALOGUE,
        APPROVE_MEDICINES,
        KEEP_STORE,
        ASK_MEDICINES,
        APPROVE_ISSUE,
        HOLD_CABINET,
        STAND_IN,
        GIVE_DOSES,
        COUNT_STOCK,
        SETTLE_COUNTS,
        SIGN_BOOK,
        REPORT_LOSS,
        SIGN_REPORTS,
        MAKE_PAPERS,
        VERIFY_LEDGER,
    ),
    verbs=(
        Verb("pharmacy.take_over_list", label("verbs", "Lấy danh mục thuốc kèm chương trình"), KEEP_CATALOGUE),
        Verb("pharmacy.add_medicine", label("verbs", "Thêm thuốc vào danh mục"), KEEP_CATALOGUE),
        Verb("pharmacy.edit_medicine", label("verbs", "Sửa thuốc trong danh mục"), KEEP_CATALOGUE),
        Verb("pharmacy.approve_medicine", label("verbs", "Phê duyệt thuốc trong danh mục"), APPROVE_MEDICINES),
        Verb("pharmacy.reclass_medicine", label("verbs", "Phân loại lại thuốc từ một ngày"), KEEP_CATALOGUE),
        Verb("pharmacy.add_place", label("verbs", "Thêm nơi để thuốc"), KEEP_CATALOGUE),
        Verb("pharmacy.receive_stock", label("verbs", "Nhập thuốc"), KEEP_STORE),
        Verb("pharmacy.move_stock", label("verbs", "Chuyển thuốc sang nơi khác"), KEEP_STORE),
        Verb("pharmacy.write_off", label("verbs", "Ghi thuốc vỡ, hỏng"), KEEP_STORE),
        Verb("pharmacy.correct_entry", label("verbs", "Ghi dòng điều chỉnh sổ thuốc"), KEEP_STORE),
        Verb("pharmacy.take_over_cabinet", label("verbs", "Nhận giữ tủ thuốc trực"), HOLD_CABINET),
        Verb("pharmacy.take_dose", label("verbs", "Lấy thuốc cho người bệnh"), GIVE_DOSES),
        Verb("pharmacy.return_dose", label("verbs", "Trả lại liều không dùng"), GIVE_DOSES),
        Verb("pharmacy.record_count", label("verbs", "Kiểm đếm thuốc"), COUNT_STOCK),
        Verb("pharmacy.settle_line", label("verbs", "Giải trình, điều chỉnh chênh lệch kiểm đếm"), SETTLE_COUNTS),
        Verb("pharmacy.close_day", label("verbs", "Ký, khóa trang sổ thuốc của ngày"), SIGN_BOOK),
        Verb("pharmacy.send_yearly_report", label("verbs", "Ghi đã gửi báo cáo năm (PL IX)"), SIGN_REPORTS),
        Verb("pharmacy.report_loss", label("verbs", "Ghi thất thoát, nhầm lẫn thuốc"), REPORT_LOSS),
        Verb("pharmacy.send_loss_report", label("verbs", "Ghi đã gửi báo cáo thất thoát (PL XI)"), SIGN_REPORTS),
        Verb("pharmacy.ask_requisition", label("verbs", "Lập phiếu lĩnh thuốc"), ASK_MEDICINES),
        Verb(
            "pharmacy.approve_requisition",
            REQUISITION.verb_texts["pharmacy.approve_requisition"],
            APPROVE_ISSUE,
        ),
        Verb("pharmacy.refuse_requisition", REQUISITION.verb_texts["pharmacy.refuse_requisition"], APPROVE_ISSUE),
        Verb("pharmacy.issue_requisition", REQUISITION.verb_texts["pharmacy.issue_requisition"], KEEP_STORE),
        Verb("pharmacy.ask_destruction", label("verbs", "Đề nghị hủy thuốc"), KEEP_STORE),
        Verb("pharmacy.allow_destruction", DESTRUCTION.verb_texts["pharmacy.allow_destruction"], SIGN_REPORTS),
        Verb("pharmacy.withdraw_destruction", DESTRUCTION.verb_texts["pharmacy.withdraw_destruction"], KEEP_STORE),
        Verb("pharmacy.destroy", DESTRUCTION.verb_texts["pharmacy.destroy"], KEEP_STORE),
        Verb(
            "pharmacy.send_destruction_report",
            label("verbs", "Ghi đã gửi báo cáo hủy thuốc"),
            SIGN_REPORTS,
        ),
        Verb(
            "pharmacy.take_back_medicines", label("verbs", "Nhận lại thuốc không dùng hết (PL XVIII)"), KEEP_STORE
        ),
        Verb(
            "pharmacy.open_private_people", label("verbs", "Xem ai đã dùng một lô thuốc cần giữ kín"), SEE_PRIVATE
        ),
        Verb("pharmacy.open_private_lots", label("verbs", "Xem thuốc cần giữ kín của một người"), SEE_PRIVATE),
        Verb(
            "pharmacy.open_private_return",
            label("verbs", "Xem cả thuốc cần giữ kín trong một lần nhận lại thuốc"),
            SEE_PRIVATE,
        ),
    ),
    tables=(
        TableSpec(tables.Medicine.__tablename__, Synced(130, (), (RowMark((REVEALING,)),)), Retention.REFERENCE),
        TableSpec(tables.MedicineClass.__tablename__, Synced(131, (), OF_MEDICINE), Retention.REFERENCE),
        TableSpec(tables.StockPlace.__tablename__, Synced(132, ()), Retention.REFERENCE),
        TableSpec(tables.CabinetShift.__tablename__, Synced(133, ()), Retention.MEDICAL),
        TableSpec(tables.MedicineLot.__tablename__, Synced(134, (), OF_MEDICINE), Retention.MEDICAL),
        TableSpec(
            tables.StockSlip.__tablename__, Synced(135, (), marked_by("stock_entry", "slip_id")), Retention.MEDICAL
        ),
        TableSpec(tables.StockEntry.__tablename__, Synced(136, (), OF_MEDICINE), Retention.MEDICAL),
        TableSpec(
            tables.DoseSupply.__tablename__,
            Synced(137, OF_RESIDENT, (RowMark(("lot_id", "medicine_id", REVEALING)),)),
            Retention.MEDICAL,
        ),
        TableSpec(tables.PrivateDoseSupply.__tablename__, Synced(138, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(tables.StockDay.__tablename__, Synced(139, (), OF_MEDICINE), Retention.MEDICAL),
        TableSpec(tables.StockCount.__tablename__, Synced(140, ()), Retention.MEDICAL),
        TableSpec(tables.StockCountLine.__tablename__, Synced(141, (), OF_MEDICINE), Retention.MEDICAL),
        TableSpec(
            tables.Requisition.__tablename__,
            Synced(142, (), marked_by("requisition_line", "requisition_id")),
            Retention.MEDICAL,
        ),
        TableSpec(tables.RequisitionLine.__tablename__, Synced(143, (), OF_MEDICINE), Retention.MEDICAL),
        TableSpec(tables.LossReport.__tablename__, Synced(144, (), OF_MEDICINE), Retention.MEDICAL),
        TableSpec(
            tables.Destruction.__tablename__,
            Synced(145, (), marked_by("destruction_line", "destruction_id")),
            Retention.MEDICAL,
        ),
        TableSpec(tables.DestructionLine.__tablename__, Synced(146, (), OF_MEDICINE), Retention.MEDICAL),
        TableSpec(tables.MedicineReturn.__tablename__, Synced(147, OF_RESIDENT), Retention.MEDICAL),
        TableSpec(
            tables.MedicineReturnLine.__tablename__,
            Synced(148, ("return_id", "resident_id")),
            Retention.MEDICAL,
        ),
        TableSpec(tables.SentReport.__tablename__, Synced(149, ()), Retention.MEDICAL),
    ),
    answers={**ANSWERS, **home.ANSWERS},
    papers=tuple(
        PaperSpec(form_id, table, READERS[form_id], fill, find)
        for form_id, table, fill, find in (
            ("T18-VIII", "stock_day", fill_book_page, find_pages),
            ("T18-IX", "facility_profile", fill_year, find_years),
            ("T18-XI", "loss_report", fill_loss, find_losses),
            ("T18-XII", "requisition", fill_requisition, find_requisitions),
            ("T18-XV", "stock_slip", fill_slip, find_slips),
            ("T18-XVIII", "medicine_return", fill_return, find_returns),
        )
    ),
)
