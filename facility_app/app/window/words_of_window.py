"""Where a sentence shared with the command line names a verb of it, the window names its own page or button.

The sentences stay where their rule is; only the way on differs between the two fronts, and stands here once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, QTranslator
from typing_extensions import override

from facility_app.kernel.labels import Label, label

BY_KEY = label("ways", "(nút “Quên mật khẩu hoặc đổi máy”)")
FOUNDING = label("ways", "(sách hướng dẫn “Bắt đầu”, phần Lập cơ sở)")
BACKUPS = label("ways", "(sách hướng dẫn “Bắt đầu”, phần Sao lưu và khôi phục)")


@dataclass(frozen=True, slots=True)
class WayOn:
    """One way on.

    Attributes:
        here: what the window says instead.
        command: how the command line says it in Vietnamese.
        in_english: and in English.
        lead: what comes before ``here``.
    """

    here: Label
    command: str
    in_english: str
    lead: str = ""


# The longer comes before what it contains.
WAYS = (
    WayOn(
        label("ways", "Người xếp chỗ ở hãy xem trang Sơ đồ giường."),
        "Người xếp chỗ ở hãy chạy lệnh house check.",
        "Whoever assigns accommodation should run house check.",
    ),
    WayOn(
        label("ways", "Hãy đặt mật khẩu của riêng bạn trước."),
        "Hãy đổi mật khẩu trước (lệnh user password).",
        "Change it first (command user password).",
    ),
    WayOn(label("ways", "(trang Tài khoản)"), "(lệnh user reset)", "(command user reset)"),
    WayOn(label("ways", "(trang Tài khoản)"), "(lệnh user add)", "(command user add)"),
    WayOn(
        label("ways", "Xem danh sách ở trang Tài khoản."),
        "Xem danh sách bằng lệnh user list.",
        "For the list, run user list.",
    ),
    WayOn(
        label("ways", "Xem số dòng ở trang Nhật ký."),
        "Xem số dòng bằng lệnh audit list.",
        "For the entry numbers, run audit list.",
    ),
    WayOn(
        label("ways", "Xem các giá trị của dòng ở trang Nhật ký."),
        "Xem các giá trị bằng lệnh audit show {seq}.",
        "For the values, run audit show {seq}.",
    ),
    WayOn(
        label("ways", "quản trị viên chấp nhận tệp (sách hướng dẫn “Bắt đầu”, phần Kiểm tra)"),
        "hãy mở bằng khóa khôi phục và chạy lệnh audit accept --reason LÝ_DO",
        "open it with the recovery key and run audit accept --reason REASON",
    ),
    WayOn(label("ways", "Hãy nâng cấp dữ liệu"), "Hãy chạy lệnh migrate", "Run the command migrate"),
    WayOn(FOUNDING, "(lệnh init)", "(command init)"),
    WayOn(FOUNDING, "(--data)", "(--data)"),
    WayOn(BACKUPS, "(lệnh restore)", "(command restore)"),
    WayOn(BACKUPS, "(lệnh backup now --to)", "(command backup now --to)"),
    WayOn(BY_KEY, "(--recovery-key-file)", "(--recovery-key-file)"),
    WayOn(
        BY_KEY,
        ": user reset TÊN --recovery-key-file TỆP",
        ": user reset NAME --recovery-key-file FILE",
        lead=" ",
    ),
)


class WindowWords(QTranslator):
    """Vietnamese as it is written, but for the ways on; a translator put on later speaks first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing is read."""
        super().__init__(parent)

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        said = in_window(sourceText)
        return said if said != sourceText else None


@cache
def in_window(sentence: str) -> str:
    """``sentence`` in Vietnamese with the window's ways on."""
    for way in WAYS:
        sentence = sentence.replace(way.command, f"{way.lead}{way.here}")
    return sentence


def in_window_words(english: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """The English catalogue with the window's ways on."""
    return {key: _in_english(key[1], text, english) for key, text in english.items()}


def _in_english(source: str, text: str, english: Mapping[tuple[str, str], str]) -> str:
    for way in WAYS:
        if way.command in source:
            here = english.get((way.here.context, str(way.here)), str(way.here))
            text = text.replace(way.in_english, f"{way.lead}{here}")
    return text
