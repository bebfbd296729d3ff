"""What is said of a file that cannot be read: which file, what is wrong with it, and the way on."""

from typing import Final

from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import number_text

WORD: Final = label("errors", "tài liệu Word")
SLIDES: Final = label("errors", "bài trình chiếu")
PDF: Final = label("errors", "tệp PDF")
PICTURE: Final = label("errors", "hình ảnh")
ARCHIVE: Final = label("errors", "tệp nén")
WEB_PAGE: Final = label("errors", "trang web (HTML hoặc XML)")
PROGRAM: Final = label("errors", "chương trình")
DATABASE: Final = label("errors", "cơ sở dữ liệu")
UNKNOWN: Final = label("errors", "tệp loại khác")
OLD_EXCEL: Final = label("errors", "bảng tính Excel 4 trở về trước")
BINARY_EXCEL: Final = label("errors", "bảng tính nhị phân (.xlsb)")


def file_empty(name: str) -> UserError:
    """Zero bytes."""
    return UserError(
        "file_empty",
        label("errors", "Tệp “{file}” trống, không có byte nào. Hãy chép lại tệp từ nơi lấy ra."),
        file=name,
    )


def no_cells(name: str) -> UserError:
    """Read, and nothing in it."""
    return UserError(
        "no_cells",
        label("errors", "Tệp “{file}” không có ô nào có chữ hay số. Hãy chọn tệp khác hoặc kiểm tra lại tệp."),
        file=name,
    )


def not_a_sheet(name: str, what: Label) -> UserError:
    """Another kind of file, whatever it is called."""
    return UserError(
        "not_a_sheet",
        label(
            "errors",
            "“{file}” thực ra là {what}, không phải bảng tính .xlsx, .xls, .ods hay .csv; đổi đuôi tệp không đổi "
            "được nội dung. Hãy mở tệp bằng chương trình đã tạo ra nó và lưu thành .xlsx.",
        ),
        file=name,
        what=what,
    )


def password_needed(name: str) -> UserError:
    """Encrypted."""
    return UserError(
        "file_has_password",
        label(
            "errors",
            "Tệp “{file}” có đặt mật khẩu mở nên không đọc được. Hãy mở tệp bằng Excel, vào Tệp › Thông tin › Bảo "
            "vệ sổ làm việc › Mã hóa bằng mật khẩu, xóa mật khẩu rồi lưu lại.",
        ),
        file=name,
    )


def file_broken(name: str) -> UserError:
    """Starts as a spreadsheet and does not go on as one."""
    return UserError(
        "file_broken",
        label(
            "errors",
            "Tệp “{file}” bị hỏng hoặc chép chưa hết nên không đọc được. Hãy chép lại tệp; nếu Excel hoặc "
            "LibreOffice còn mở được, hãy mở rồi lưu thành tệp .xlsx mới.",
        ),
        file=name,
    )


def file_too_big(name: str, most: int) -> UserError:
    """More bytes than are read, packed or unpacked.

    Args:
        name: the file.
        most: megabytes at most.
    """
    return UserError(
        "file_too_big",
        label(
            "errors",
            "Tệp “{file}” quá lớn: nội dung chỉ đọc đến {most} MB. Hãy chép riêng danh sách cần nhập sang một tệp "
            "mới, không kèm hình ảnh.",
        ),
        file=name,
        most=most,
    )


def too_many_sheets(name: str, most: int) -> UserError:
    """More sheets than are read."""
    return UserError(
        "too_many_sheets",
        label("errors", "Tệp “{file}” có quá {most} trang tính. Hãy chép trang tính cần nhập sang một tệp mới."),
        file=name,
        most=most,
    )


def too_many_cells(name: str, most: int) -> UserError:
    """Its sheets together hold more cells than are read."""
    return UserError(
        "too_many_cells",
        label(
            "errors",
            "Các trang tính của tệp “{file}” cộng lại có quá {most} ô. Hãy chép trang tính cần nhập sang một tệp "
            "mới.",
        ),
        file=name,
        most=number_text(most),
    )


def sheet_too_big(sheet: str, cell: str, rows: int, column: str) -> UserError:
    """A cell far outside the list, often put there by accident.

    Args:
        sheet: name of the sheet.
        cell: address of the farthest corner in use.
        rows: the last row read.
        column: the last column read.
    """
    return UserError(
        "sheet_too_big",
        label(
            "errors",
            "Trang tính “{sheet}” dùng đến tận ô {cell}; chỉ đọc đến dòng {rows} và cột {column}. Hãy xóa các ô "
            "thừa ở xa danh sách, hoặc chia danh sách thành nhiều tệp.",
        ),
        sheet=sheet,
        cell=cell,
        rows=rows,
        column=column,
    )


def file_missing(name: str) -> UserError:
    """Nothing there, or a folder."""
    return UserError(
        "file_missing",
        label("errors", "Không có tệp “{file}”. Hãy kiểm tra tên và nơi để tệp."),
        file=name,
    )


def file_not_read(name: str) -> EnvironmentFault:
    """The disk or the system does not give it."""
    return EnvironmentFault(
        "file_not_read",
        label(
            "errors",
            "Không đọc được tệp “{file}”. Nếu tệp đang mở trong chương trình khác hãy đóng lại; nếu tệp nằm trên "
            "USB hãy chép vào máy rồi thử lại.",
        ),
        file=name,
    )


class BrokenFileError(Exception):
    """Inside the readers: what stands in the file cannot be; ``open_book`` says so in words."""


class PasswordNeededError(Exception):
    """Inside the readers: the content is encrypted."""


class TooManyBytesError(Exception):
    """Inside the readers: the parts hold more than is read."""


class TooManyCellsError(Exception):
    """Inside the readers: the sheets hold more than is read."""
