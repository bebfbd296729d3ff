"""Why a backup is not made, not believed or not restored, each reason in its own words."""

from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label

MEGABYTE = 1_000_000


def backup_damaged(file: str) -> EnvironmentFault:
    """Not one byte may differ from what was written."""
    return EnvironmentFault(
        "backup_damaged",
        label(
            "errors",
            "Bản sao lưu {file} bị hỏng, bị cắt cụt hoặc không phải bản sao lưu của chương trình; chưa khôi phục "
            "gì. Hãy dùng bản sao lưu khác, hoặc chép lại tệp này từ nơi cất giữ.",
        ),
        file=file,
    )


def backup_newer(file: str) -> EnvironmentFault:
    """A newer program wrote it in a form this one does not know."""
    return EnvironmentFault(
        "backup_newer",
        label(
            "errors",
            "Bản sao lưu {file} do bản chương trình mới hơn tạo. Hãy cài bản chương trình mới nhất rồi làm lại.",
        ),
        file=file,
    )


def backup_missing(file: str) -> EnvironmentFault:
    """No such file."""
    return EnvironmentFault(
        "backup_missing",
        label("errors", "Không thấy bản sao lưu {file}. Hãy kiểm tra tên tệp và ổ đĩa cất giữ."),
        file=file,
    )


def backup_not_verified() -> EnvironmentFault:
    """The copy just made does not restore to what the source holds."""
    return EnvironmentFault(
        "backup_not_verified",
        label(
            "errors",
            "Bản sao lưu vừa tạo không khôi phục lại đúng như dữ liệu gốc nên đã bị xóa. Ổ đĩa hoặc bộ nhớ của "
            "máy có thể hỏng: hãy kiểm tra, rồi sao lưu ra ổ khác (lệnh backup now --to).",
        ),
    )


def source_damaged() -> EnvironmentFault:
    """The source itself does not hold together: a copy of it would be no backup."""
    return EnvironmentFault(
        "source_damaged",
        label(
            "errors",
            "Tệp dữ liệu đang dùng không còn nguyên vẹn nên không tạo bản sao lưu mới. Hãy giữ các bản sao lưu "
            "cũ, đừng ghi tiếp, và khôi phục từ bản gần nhất (lệnh restore).",
        ),
    )


def not_enough_space(place: str, needed: int, free: int) -> EnvironmentFault:
    """Said before anything is written; ``needed`` and ``free`` in bytes."""
    return EnvironmentFault(
        "disk_full",
        label(
            "errors",
            "Ổ đĩa chứa {place} không đủ chỗ: cần {needed} MB, còn trống {free} MB. Chưa ghi gì. Hãy xóa bớt tệp "
            "không cần rồi làm lại.",
        ),
        place=place,
        needed=-(-needed // MEGABYTE),
        free=free // MEGABYTE,
    )


def restore_target_not_empty(folder: str) -> UserError:
    """Restoring never overwrites and never erases."""
    return UserError(
        "restore_target_not_empty",
        label(
            "errors",
            "Thư mục {folder} đã có tệp. Khôi phục không bao giờ ghi đè hay xóa; hãy chọn một thư mục mới hoặc "
            "trống.",
        ),
        folder=folder,
    )
