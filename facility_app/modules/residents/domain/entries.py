"""The lists kept about a person, by name."""

from enum import StrEnum

from facility_app.kernel.labels import Label, label


class EntryKind(StrEnum):
    """Loại mục trong hồ sơ."""

    ALIAS = "alias"
    PAPER = "paper"
    ADDRESS = "address"
    RELATIVE = "relative"
    LEGAL_RECORD = "legal_record"
    MARK = "mark"
    PHOTO = "photo"
    SUBSTANCE = "substance"
    REHAB = "rehab"
    ALERT = "alert"
    KEEP_APART = "keep_apart"
    ATTACHMENT = "attachment"


ENTRY_KIND_LABELS: dict[EntryKind, Label] = {
    EntryKind.ALIAS: label("terms", "Tên gọi khác"),
    EntryKind.PAPER: label("terms", "Giấy tờ tùy thân"),
    EntryKind.ADDRESS: label("terms", "Địa chỉ"),
    EntryKind.RELATIVE: label("terms", "Thân nhân"),
    EntryKind.LEGAL_RECORD: label("terms", "Tiền án, tiền sự"),
    EntryKind.MARK: label("terms", "Đặc điểm nhận dạng"),
    EntryKind.PHOTO: label("terms", "Ảnh chân dung"),
    EntryKind.SUBSTANCE: label("terms", "Ma túy đã sử dụng"),
    EntryKind.REHAB: label("terms", "Lần cai nghiện trước đây"),
    EntryKind.ALERT: label("terms", "Cảnh báo"),
    EntryKind.KEEP_APART: label("terms", "Cặp không xếp chung"),
    EntryKind.ATTACHMENT: label("terms", "Tài liệu đính kèm"),
}
