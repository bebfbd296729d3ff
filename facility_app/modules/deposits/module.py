"""What the slice of deposits offers the house."""

from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Retention, Synced, TableSpec
from facility_app.kernel.spec import ModuleSpec, Verb
from facility_app.modules.deposits import tables
from facility_app.modules.deposits.domain import (
    CLOSE_MONTHS,
    HAND_OUT,
    ISSUE_SUPPLIES,
    KEEP_LEDGER,
    POST_SHARES,
    RETURN_DEPOSITS,
    TAKE_IN,
    VIEW_DEPOSITS,
)
from facility_app.modules.deposits.queries.open_items import ANSWERS
from facility_app.modules.deposits.service.returning import HANDLERS

OF_RESIDENT = ("resident_id",)

SPEC = ModuleSpec(
    id="deposits",
    permissions=(
        VIEW_DEPOSITS,
        TAKE_IN,
        KEEP_LEDGER,
        HAND_OUT,
        RETURN_DEPOSITS,
        ISSUE_SUPPLIES,
        CLOSE_MONTHS,
        POST_SHARES,
    ),
    verbs=(
        Verb("deposits.receive_money", label("verbs", "Nhận tiền lưu ký"), TAKE_IN),
        Verb("deposits.pay_out", label("verbs", "Chi tiền lưu ký"), KEEP_LEDGER),
        Verb("deposits.correct_entry", label("verbs", "Ghi dòng điều chỉnh sổ lưu ký"), KEEP_LEDGER),
        Verb("deposits.inform_resident", label("verbs", "Ghi đã báo người cai nghiện có tiền gửi"), KEEP_LEDGER),
        Verb("deposits.post_share", label("verbs", "Ghi phần kết quả lao động vào sổ lưu ký"), POST_SHARES),
        Verb("deposits.take_in_belongings", label("verbs", "Nhận giữ đồ vật"), TAKE_IN),
        Verb("deposits.attach_photo", label("verbs", "Đính ảnh đồ vật lưu ký"), TAKE_IN),
        Verb("deposits.hand_out", label("verbs", "Trả, chuyển giao đồ vật lưu ký"), HAND_OUT),
        Verb("deposits.reseal", label("verbs", "Niêm phong lại, chuyển chỗ túi đồ vật"), HAND_OUT),
        Verb("deposits.return_all", label("verbs", "Trả toàn bộ tiền, đồ vật lưu ký"), RETURN_DEPOSITS),
        Verb("deposits.issue_supplies", label("verbs", "Cấp phát đồ dùng"), ISSUE_SUPPLIES),
        Verb("deposits.cancel_supply", label("verbs", "Ghi dòng điều chỉnh cấp phát"), ISSUE_SUPPLIES),
        Verb("deposits.close_month", label("verbs", "Khóa sổ lưu ký của tháng"), CLOSE_MONTHS),
    ),
    tables=(
        TableSpec(tables.DepositEntry.__tablename__, Synced(68, OF_RESIDENT), Retention.ACCOUNTING),
        TableSpec(tables.DepositMonth.__tablename__, Synced(69, ()), Retention.ACCOUNTING),
        TableSpec(tables.BelongingsAct.__tablename__, Synced(70, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.Belonging.__tablename__, Synced(71, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.BelongingMove.__tablename__, Synced(72, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.SealedBag.__tablename__, Synced(73, OF_RESIDENT), Retention.CASE_FILE),
        TableSpec(tables.SupplySlip.__tablename__, Synced(74, ()), Retention.ACCOUNTING),
        TableSpec(tables.SupplyLine.__tablename__, Synced(75, OF_RESIDENT), Retention.ACCOUNTING),
    ),
    handlers=HANDLERS,
    answers=ANSWERS,
)
