"""Why a key file does not open, each reason in its own words."""

from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label


def wrong_password() -> UserError:
    """The same words for an unknown name and a wrong password: neither tells which names exist."""
    return UserError(
        "wrong_password",
        label(
            "errors",
            "Sai tên tài khoản hoặc mật khẩu. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi gõ lại; quên "
            "mật khẩu thì nhờ quản trị viên cấp lại (lệnh user reset).",
        ),
    )


def wrong_recovery_key() -> UserError:
    """Well formed, but the key of another facility or an older print."""
    return UserError(
        "wrong_recovery_key",
        label(
            "errors",
            "Khóa khôi phục này không phải của tệp khóa này. Hãy dùng tờ in gần nhất của đúng cơ sở này.",
        ),
    )


def unknown_device() -> EnvironmentFault:
    """The account has slots, none for this account of the operating system."""
    return EnvironmentFault(
        "unknown_device",
        label(
            "errors",
            "Tài khoản này chưa từng mở dữ liệu trên máy này (hoặc trong tài khoản hệ điều hành này). Hãy đặt "
            "mật khẩu cho máy này một lần bằng khóa khôi phục: user reset TÊN --recovery-key-file TỆP; từ đó mật "
            "khẩu dùng được ở đây.",
        ),
    )


def slot_damaged(file: str) -> EnvironmentFault:
    """A slot does not match its own checksum."""
    return EnvironmentFault(
        "slot_damaged",
        label(
            "errors",
            "Một ngăn khóa trong tệp {file} bị hỏng. Hãy nhờ quản trị viên cấp lại mật khẩu (lệnh user reset) "
            "hoặc mở bằng khóa khôi phục (--recovery-key-file); nếu không được, lấy tệp {file} từ bản sao lưu "
            "gần nhất (lệnh restore).",
        ),
        file=file,
    )


def key_file_damaged(file: str) -> EnvironmentFault:
    """The file is cut off, not ours, or its head does not match its checksum."""
    return EnvironmentFault(
        "key_file_damaged",
        label(
            "errors",
            "Tệp khóa {file} bị hỏng hoặc bị cắt cụt. Hãy giữ nguyên tệp và lấy lại tệp này từ bản sao lưu gần "
            "nhất (lệnh restore).",
        ),
        file=file,
    )


def key_file_missing(file: str) -> EnvironmentFault:
    """There is no key file."""
    return EnvironmentFault(
        "key_file_missing",
        label(
            "errors",
            "Không thấy tệp khóa {file} trong thư mục dữ liệu. Hãy lấy lại tệp này từ bản sao lưu gần nhất (lệnh "
            "restore); không có nó thì không mở được dữ liệu.",
        ),
        file=file,
    )


def key_file_exists(file: str) -> EnvironmentFault:
    """A key file stands where a new one was to be made."""
    return EnvironmentFault(
        "key_file_exists",
        label(
            "errors",
            "Trong thư mục dữ liệu đã có tệp khóa {file} nên không tạo tệp mới. Hãy chọn thư mục khác (--data), "
            "hoặc mở dữ liệu đang có.",
        ),
        file=file,
    )


def key_file_newer(file: str) -> EnvironmentFault:
    """A newer program wrote the file."""
    return EnvironmentFault(
        "key_file_newer",
        label(
            "errors",
            "Tệp khóa {file} do bản chương trình mới hơn ghi. Hãy cài bản chương trình mới nhất rồi mở lại.",
        ),
        file=file,
    )


def key_file_tampered(file: str) -> EnvironmentFault:
    """The list of slots is not the one the program wrote."""
    return EnvironmentFault(
        "key_file_tampered",
        label(
            "errors",
            "Tệp khóa {file} bị sửa ngoài chương trình. Đừng dùng tiếp; hãy báo người phụ trách an toàn thông "
            "tin và lấy lại tệp này từ bản sao lưu (lệnh restore).",
        ),
        file=file,
    )


def key_file_changed(file: str) -> EnvironmentFault:
    """Another process gave the file a new data key since we opened it."""
    return EnvironmentFault(
        "key_file_changed",
        label(
            "errors",
            "Khóa dữ liệu trong tệp {file} vừa được chương trình khác thay; chưa ghi gì. Hãy đóng chương trình, "
            "mở lại rồi làm lại.",
        ),
        file=file,
    )


def key_file_swapped() -> EnvironmentFault:
    """The database file names a data key this key file does not hold."""
    return EnvironmentFault(
        "key_file_swapped",
        label(
            "errors",
            "Tệp khóa không thuộc tệp dữ liệu này. Hãy đặt lại đúng cặp tệp facility.db và facility.keys, hoặc "
            "khôi phục cả hai từ bản sao lưu gần nhất (lệnh restore).",
        ),
    )
