"""What a stretch of days does to a term, in one word and in a sentence."""

from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class Effect(StrEnum):
    """Ảnh hưởng đến thời hạn."""

    DECIDED = "decided"
    CREDITED = "credited"
    NOT_CREDITED = "not_credited"
    SERVED = "served"
    ADDED = "added"
    UNDECIDED = "undecided"
    REMAINING = "remaining"
    REDUCED = "reduced"
    HELD = "held"
    NOT_HELD = "not_held"
    NONE = "none"
    ENDED = "ended"


EFFECT_LABELS: dict[Effect, Label] = {
    Effect.DECIDED: label("terms", "Thời hạn theo quyết định"),
    Effect.CREDITED: label("terms", "Được trừ"),
    Effect.NOT_CREDITED: label("terms", "Không được trừ"),
    Effect.SERVED: label("terms", "Đã chấp hành"),
    Effect.ADDED: label("terms", "Không tính, cộng thêm"),
    Effect.UNDECIDED: label("terms", "Chưa xác định cách tính"),
    Effect.REMAINING: label("terms", "Còn lại"),
    Effect.REDUCED: label("terms", "Được giảm"),
    Effect.HELD: label("terms", "Số ngày quản lý"),
    Effect.NOT_HELD: label("terms", "Không ở cơ sở, không tính"),
    Effect.NONE: label("terms", "Không ảnh hưởng"),
    Effect.ENDED: label("terms", "Kết thúc thời hạn"),
}


class LedgerKind(StrEnum):
    """Dòng giải trình không phải sự kiện."""

    DECISION = "decision"
    INSIDE = "inside"
    REMAINING = "remaining"


LEDGER_KIND_LABELS: dict[LedgerKind, Label] = {
    LedgerKind.DECISION: label("terms", "Quyết định"),
    LedgerKind.INSIDE: label("terms", "Ở cơ sở"),
    LedgerKind.REMAINING: label("terms", "Thời gian còn lại"),
}

NOTES: Final[dict[Effect, Label]] = {
    Effect.DECIDED: label("ledger", "Thời hạn in trong quyết định, tính theo tháng dương lịch."),
    Effect.CREDITED: label("ledger", "Thời gian quản lý tại cơ sở trước ngày bắt đầu, được trừ vào thời hạn."),
    Effect.NOT_CREDITED: label("ledger", "Bỏ trốn trong thời gian quản lý: những ngày này không được trừ."),
    Effect.SERVED: label("ledger", "Được tính vào thời hạn."),
    Effect.ADDED: label("ledger", "Không được tính vào thời hạn; ngày hết hạn lùi lại bấy nhiêu ngày."),
    Effect.UNDECIDED: label("ledger", "Chờ người có thẩm quyền quyết định tính thế nào, có lý do."),
    Effect.REMAINING: label("ledger", "Còn phải chấp hành, tính từ ngày xem."),
    Effect.REDUCED: label("ledger", "Được giảm thời hạn."),
    Effect.HELD: label(
        "ledger", "Số ngày đã quản lý tại cơ sở: tính theo hạn quản lý, chưa có thời hạn cai nghiện."
    ),
    Effect.NOT_HELD: label("ledger", "Không ở cơ sở: không tính vào số ngày quản lý."),
    Effect.NONE: label("ledger", "Ghi nhận, không ảnh hưởng đến thời hạn."),
    Effect.ENDED: label("ledger", "Thời hạn kết thúc; ra cơ sở trong ngày này."),
}
NOTE_NO_PAPER: Final = label(
    "ledger", "Chưa có số, ngày của giấy tờ nên không cộng ngày nào; vẫn tính vào thời hạn."
)
NOTE_UNCONFIRMED: Final = label(
    "ledger",
    "Giấy tờ chưa được người đứng đầu cơ sở xác nhận nên không cộng ngày nào; vẫn tính vào thời hạn.",
)
NOTE_HELD_UNCONFIRMED: Final = label(
    "ledger",
    "Giấy tờ chưa được người đứng đầu cơ sở xác nhận nên vẫn tính là ngày quản lý tại cơ sở.",
)
NOTE_HELD_NO_PAPER: Final = label("ledger", "Chưa có số, ngày của giấy tờ nên vẫn tính là ngày quản lý tại cơ sở.")
NOTE_COVERED: Final = label("ledger", "Trùng với khoảng thời gian đã ghi; mỗi ngày chỉ tính một lần.")
NOTE_WAIVED: Final = label("ledger", "Đi chấp hành án phạt tù: được miễn phần thời hạn còn lại.")
NOTE_NOT_RESUMED: Final = label(
    "ledger", "Sau tạm đình chỉ, thời hạn còn lại quá ngắn: không phải chấp hành tiếp, ra cơ sở từ ngày bình phục."
)
NOTE_CHANGED: Final = label("ledger", "Bản quyết định mới; tính lại thời hạn theo số tháng mới.")
NOTE_NOT_IN_FORCE: Final = label("ledger", "Không áp dụng; xem cảnh báo.")
