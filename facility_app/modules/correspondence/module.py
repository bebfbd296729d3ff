"""What the slice of papers offers the house."""

from facility_app.db.attachments import NamedFiles
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, RowMark, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.correspondence.domain import (
    ATTACH_SCANS,
    EXPORT_REGISTERS,
    HANDLE_PAPERS,
    ISSUE_PAPERS,
    KEEP_KEYS,
    KEEP_NUMBERS,
    PRINT_PAPERS,
    READ_HEALTH_PAPERS,
    READ_PAPERS,
    RECORD_DELIVERIES,
    REGISTER_RECEIVED,
    VERIFY_PAPERS,
    VOID_PAPERS,
)
from facility_app.modules.correspondence.domain.events import PapersOfStay
from facility_app.modules.correspondence.domain.outgoing import PaperClass
from facility_app.modules.correspondence.queries.contents import answer_named_files
from facility_app.modules.correspondence.queries.issued import answer_papers_of_stay
from facility_app.modules.correspondence.tables import books, incoming, outgoing

OF_RESIDENT = ("resident_id",)
OF_PAPER = ("paper_id", "resident_id")
HEALTH = (PaperClass.HEALTH.value,)
ABOUT_HEALTH = (RowMark(("paper_class",), Privacy.CLINICAL, HEALTH),)
OF_ONE_ABOUT_HEALTH = (RowMark(("paper_id", "paper_class"), Privacy.CLINICAL, HEALTH),)
"""What is written of a paper about health leaves only where health may, its title and its number too."""

SPEC = ModuleSpec(
    id="correspondence",
    permissions=(
        READ_PAPERS,
        READ_HEALTH_PAPERS,
        VERIFY_PAPERS,
        ISSUE_PAPERS,
        VOID_PAPERS,
        PRINT_PAPERS,
        HANDLE_PAPERS,
        RECORD_DELIVERIES,
        REGISTER_RECEIVED,
        ATTACH_SCANS,
        EXPORT_REGISTERS,
        KEEP_NUMBERS,
        KEEP_KEYS,
    ),
    verbs=(
        Verb("correspondence.issue_paper", label("verbs", "Ban hành văn bản"), ISSUE_PAPERS),
        Verb("correspondence.void_paper", label("verbs", "Hủy văn bản đã ban hành"), VOID_PAPERS),
        Verb("correspondence.open_paper", label("verbs", "Mở văn bản đi"), READ_PAPERS),
        Verb("correspondence.take_draft", label("verbs", "Xuất bản nháp văn bản"), PRINT_PAPERS),
        Verb("correspondence.record_print", label("verbs", "In văn bản"), PRINT_PAPERS),
        Verb("correspondence.print_register", label("verbs", "In sổ văn bản"), PRINT_PAPERS),
        Verb("correspondence.export_register", label("verbs", "Xuất sổ văn bản"), EXPORT_REGISTERS),
        Verb("correspondence.add_delivery", label("verbs", "Thêm nơi nhận"), RECORD_DELIVERIES),
        Verb("correspondence.record_delivery", label("verbs", "Ghi ngày gửi, ngày nhận"), RECORD_DELIVERIES),
        Verb("correspondence.register_received", label("verbs", "Vào sổ văn bản đến"), REGISTER_RECEIVED),
        Verb("correspondence.edit_received", label("verbs", "Sửa dòng sổ văn bản đến"), REGISTER_RECEIVED),
        Verb("correspondence.void_received", label("verbs", "Gạch bỏ dòng sổ văn bản đến"), VOID_PAPERS),
        Verb("correspondence.open_received", label("verbs", "Mở văn bản đến"), READ_PAPERS),
        Verb("correspondence.attach_scan", label("verbs", "Đính kèm bản quét văn bản"), ATTACH_SCANS),
        Verb("correspondence.open_scan", label("verbs", "Mở bản quét văn bản"), READ_PAPERS),
        Verb("correspondence.void_scan", label("verbs", "Gạch bỏ bản quét đính nhầm"), ATTACH_SCANS),
        Verb("correspondence.open_series", label("verbs", "Mở sổ số giữa năm"), KEEP_NUMBERS),
        Verb("correspondence.make_key", label("verbs", "Lập khóa ký mã văn bản"), ISSUE_PAPERS),
        Verb("correspondence.replace_key", label("verbs", "Thay khóa ký mã văn bản"), KEEP_KEYS),
        Verb("correspondence.export_public_key", label("verbs", "Xuất khóa công khai của cơ sở"), KEEP_KEYS),
        Verb("correspondence.trust_key", label("verbs", "Nhập khóa công khai của cơ sở khác"), KEEP_KEYS),
    ),
    tables=(
        TableSpec(outgoing.IssuedPaper.__tablename__, Synced(36, OF_RESIDENT, ABOUT_HEALTH), Retention.CASE_FILE),
        TableSpec(
            outgoing.PaperDelivery.__tablename__, Synced(37, OF_PAPER, OF_ONE_ABOUT_HEALTH), Retention.CASE_FILE
        ),
        TableSpec(
            outgoing.PaperPrint.__tablename__, Synced(38, OF_PAPER, OF_ONE_ABOUT_HEALTH), Retention.CASE_FILE
        ),
        TableSpec(
            incoming.ReceivedPaper.__tablename__, Synced(39, OF_RESIDENT, ABOUT_HEALTH), Retention.CASE_FILE
        ),
        TableSpec(
            incoming.PaperScan.__tablename__,
            Synced(40, OF_RESIDENT, (RowMark(("privacy",), None),)),
            Retention.CASE_FILE,
        ),
        TableSpec(
            books.PaperSeries.__tablename__,
            LocalOnly("the counter of this office's own number book; papers travel with their numbers"),
            Retention.CASE_FILE,
        ),
        TableSpec(
            books.SigningKey.__tablename__,
            LocalOnly(
                "holds private keys; public ones are handed over by hand, so that somebody answers for them"
            ),
            Retention.SECURITY,
        ),
    ),
    answers={NamedFiles: (answer_named_files,), PapersOfStay: (answer_papers_of_stay,)},
)
