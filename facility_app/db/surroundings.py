"""What ``check`` looks at around the file: clock, disk, library, keys, backups. Values in, findings out."""

from datetime import datetime, timedelta
from typing import Final

from facility_app.db.driver import OLDEST_SAFE_SQLITE
from facility_app.db.integrity import Finding, Level
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.ports import SecretMode

LAST_BELIEVED_YEAR: Final = 2098
CLOCK_SLACK: Final = timedelta(minutes=5)
COPIES: Final = 3
LEAST_FREE_BYTES: Final = 500_000_000
BACKUP_STALE: Final = timedelta(days=1)
BACKUP_OLD: Final = timedelta(days=7)
MEGABYTE: Final = 1_000_000


def clock(now: datetime, last_entry_at: datetime | None, built_at: datetime) -> list[Finding]:
    """Whether the machine's clock can be right.

    Args:
        now: what it says.
        last_entry_at: time of the newest entry of the audit trail; None in a new file.
        built_at: when this program was made.
    """
    params: dict[str, object] = {"today": format_date(local_date(now))}
    if now.year > LAST_BELIEVED_YEAR:
        words = label("findings", "Đồng hồ máy chỉ {today}, không thể đúng. Hãy chỉnh ngày giờ của máy.")
        return [Finding(Level.ERROR, "clock_far_ahead", words, params)]
    if now < built_at - CLOCK_SLACK:
        words = label(
            "findings",
            "Đồng hồ máy chỉ {today}, trước cả ngày phát hành chương trình. Pin đồng hồ của máy có thể đã hết. "
            "Hãy chỉnh ngày giờ của máy.",
        )
        return [Finding(Level.ERROR, "clock_behind_program", words, params)]
    if last_entry_at is not None and now < last_entry_at - CLOCK_SLACK:
        words = label(
            "findings",
            "Đồng hồ máy chỉ {today}, trước lần ghi cuối trong dữ liệu ({last}). Hãy chỉnh ngày giờ của máy; "
            "thứ tự ghi vẫn được giữ theo số thứ tự.",
        )
        last = format_date(local_date(last_entry_at))
        return [Finding(Level.WARNING, "clock_behind_trail", words, {**params, "last": last})]
    return []


def disk_space(free_bytes: int, data_bytes: int) -> list[Finding]:
    """Whether there is room for work and for the next backup.

    Args:
        free_bytes: left on the disk of the data folder.
        data_bytes: size of the database and its attachments.
    """
    params: dict[str, object] = {
        "free": free_bytes // MEGABYTE,
        "needed": max(COPIES * data_bytes, LEAST_FREE_BYTES) // MEGABYTE,
    }
    words = label(
        "findings",
        "Ổ đĩa còn trống {free} MB; làm việc và sao lưu cần khoảng {needed} MB. Hãy xóa bớt tệp không cần.",
    )
    if free_bytes < data_bytes:
        return [Finding(Level.ERROR, "disk_nearly_full", words, params)]
    if free_bytes < max(COPIES * data_bytes, LEAST_FREE_BYTES):
        return [Finding(Level.WARNING, "disk_short", words, params)]
    return []


def sqlite_library(version: tuple[int, int, int]) -> list[Finding]:
    """Which SQLite works on the file, and whether it may."""
    params: dict[str, object] = {
        "version": ".".join(map(str, version)),
        "needed": ".".join(map(str, OLDEST_SAFE_SQLITE)),
    }
    if version < OLDEST_SAFE_SQLITE:
        words = label(
            "findings",
            "Thư viện SQLite {version} có lỗi có thể làm mất dữ liệu; cần bản {needed} trở lên. Hãy cài lại "
            "chương trình từ bộ cài đầy đủ.",
        )
        return [Finding(Level.ERROR, "sqlite_too_old", words, params)]
    words = label("findings", "Thư viện SQLite {version}.")
    return [Finding(Level.INFO, "sqlite_version", words, params)]


def secret_mode(mode: SecretMode | None) -> list[Finding]:
    """Whether the device secret lies where it is best kept; None when the recovery key opened the file."""
    if mode is not SecretMode.FILE:
        return []
    words = label(
        "findings",
        "Khóa thiết bị nằm trong một tệp của tài khoản hệ điều hành, yếu hơn kho khóa của hệ điều hành. Nếu máy "
        "có kho khóa, hãy bật kho khóa rồi đổi mật khẩu của mình (lệnh user password) và cấp lại mật khẩu cho "
        "người khác (lệnh user reset).",
    )
    return [Finding(Level.WARNING, "secret_in_file", words)]


def rekey_state(*, is_unfinished: bool) -> list[Finding]:
    """Whether a change of the data key stopped half-way."""
    if not is_unfinished:
        return []
    words = label(
        "findings",
        "Lần đổi khóa dữ liệu trước chưa xong; dữ liệu vẫn mở được. Hãy đổi khóa lần nữa (lệnh rekey).",
    )
    return [Finding(Level.WARNING, "rekey_unfinished", words)]


def key_file_age(*, is_old: bool) -> list[Finding]:
    """Whether an older key file was put back."""
    if not is_old:
        return []
    words = label(
        "findings",
        "Tệp khóa cũ hơn tệp máy này đã dùng: mật khẩu đã đổi hoặc đã khóa có thể lại mở được. Hãy báo người phụ "
        "trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept --reason "
        "LÝ_DO.",
    )
    return [Finding(Level.ERROR, "key_file_old", words)]


def key_slots(accounts_without: int, slots_without: int, damaged: int = 0) -> list[Finding]:
    """Whether accounts and key slots agree; counts only, names are personal data.

    Args:
        accounts_without: accounts that may sign in and have no slot.
        slots_without: slots of nobody who may sign in.
        damaged: slots that cannot be believed.
    """
    found = []
    if accounts_without:
        words = label(
            "findings",
            "{count} tài khoản không có ngăn khóa nên không đăng nhập được. Quản trị viên hãy cấp lại mật khẩu "
            "(lệnh user reset).",
        )
        found.append(Finding(Level.WARNING, "accounts_without_slot", words, {"count": accounts_without}))
    if slots_without:
        words = label(
            "findings",
            "{count} ngăn khóa không còn thuộc tài khoản nào được đăng nhập. Lần mở chương trình tới sẽ tự gỡ.",
        )
        found.append(Finding(Level.WARNING, "slots_without_account", words, {"count": slots_without}))
    if damaged:
        words = label(
            "findings",
            "{count} ngăn khóa trong tệp khóa bị hỏng. Hãy cấp lại mật khẩu cho người không đăng nhập được (lệnh "
            "user reset), hoặc lập khóa khôi phục mới (lệnh rekey --recovery).",
        )
        found.append(Finding(Level.ERROR, "slots_damaged", words, {"count": damaged}))
    return found


def backup_age(newest_at: datetime | None, now: datetime) -> list[Finding]:
    """Whether the newest verified backup is fresh enough; None when there is none."""
    if newest_at is None:
        words = label("findings", "Chưa có bản sao lưu nào. Hãy sao lưu ngay (lệnh backup now).")
        return [Finding(Level.WARNING, "backup_none", words)]
    age = now - newest_at
    params: dict[str, object] = {"last": format_date(local_date(newest_at)), "days": age.days}
    words = label("findings", "Bản sao lưu gần nhất đã {days} ngày (ngày {last}). Hãy sao lưu (lệnh backup now).")
    if age > BACKUP_OLD:
        return [Finding(Level.ERROR, "backup_old", words, params)]
    if age > BACKUP_STALE:
        return [Finding(Level.WARNING, "backup_stale", words, params)]
    return []
