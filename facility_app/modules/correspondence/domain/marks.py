"""Mã trên văn bản: what checking the sealed code of a paper can tell."""

from enum import StrEnum

from facility_app.kernel.labels import Label, label


class MarkVerdict(StrEnum):
    """Kết quả kiểm tra mã."""

    GENUINE = "genuine"
    VOID = "void"
    ALTERED = "altered"
    OUTDATED = "outdated"
    NOT_IN_FILE = "not_in_file"
    ANOTHER_FACILITY = "another_facility"


MARK_VERDICT_LABELS: dict[MarkVerdict, Label] = {
    MarkVerdict.GENUINE: label("terms", "Đúng văn bản do cơ sở ban hành, còn giá trị"),
    MarkVerdict.VOID: label("terms", "Văn bản do cơ sở ban hành nhưng đã hủy"),
    MarkVerdict.ALTERED: label(
        "terms", "Mã do cơ sở ký nhưng khác văn bản trong sổ. Hãy báo người đứng đầu cơ sở."
    ),
    MarkVerdict.OUTDATED: label(
        "terms", "Đúng bộ giấy tờ do cơ sở lập, nhưng sau đó giấy tờ trong bộ đã thay đổi. Hãy hỏi cơ sở bộ mới."
    ),
    MarkVerdict.NOT_IN_FILE: label(
        "terms", "Mã do cơ sở ký nhưng sổ này không có văn bản đó. Có thể dữ liệu được khôi phục từ bản cũ."
    ),
    MarkVerdict.ANOTHER_FACILITY: label(
        "terms", "Đúng mã do cơ sở khác ký; hãy hỏi cơ sở đó văn bản còn giá trị không"
    ),
}
