"""What may be wrong with a bundle: stable codes of goi-v1 §3.13, each with its sentence."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label


class Outcome(StrEnum):
    """Why a bundle was refused, held, or why its stream was frozen."""

    MAGIC = "E_MAGIC"
    TAR = "E_TAR"
    TRUNCATED = "E_TRUNC"
    HEADER = "E_HEADER"
    HASH = "E_HASH"
    SIZE = "E_SIZE"
    SIGNATURE = "E_SIG"
    KEY_UNKNOWN = "E_KEY_UNKNOWN"
    KEY_REVOKED = "E_KEY_REVOKED"
    SUITE = "E_SUITE"
    ENVELOPE = "E_ENVELOPE"
    DECRYPT = "E_DECRYPT"
    BOMB = "E_BOMB"
    MANIFEST = "E_MANIFEST"
    HELD_CRIT = "H_CRIT"
    HELD_TRUST = "H_TRUST"
    RECIPIENT = "E_RECIPIENT"
    HELD_GAP = "H_GAP"
    HELD_PART = "H_PART"
    HELD_SCHEMA = "H_SCHEMA"
    DUPLICATE = "D_DUP"
    LATE = "D_LATE"
    OLD = "D_OLD"
    ROLLBACK = "E_ROLLBACK"
    FORK = "E_FORK"
    EPOCH = "E_EPOCH"
    COUNTS = "E_COUNTS"


SENTENCES: Final[Mapping[Outcome, Label]] = MappingProxyType(
    {
        Outcome.MAGIC: label("bundles", "Tệp này không phải gói dữ liệu (.goi). Hãy chọn đúng tệp trên thẻ nhớ."),
        Outcome.TAR: label(
            "bundles",
            "Gói dữ liệu đã bị sửa hoặc hỏng ({part}). Không có gì được nhập. Hãy chép lại gói từ máy gửi.",
        ),
        Outcome.TRUNCATED: label(
            "bundles",
            "Gói dữ liệu bị cụt: thiếu phần cuối ({part}). Không có gì được nhập. Hãy chép lại gói từ máy gửi.",
        ),
        Outcome.HEADER: label(
            "bundles", "Phần đầu của gói không đúng quy cách ({part}). Không có gì được nhập. Hãy xin gói khác."
        ),
        Outcome.HASH: label(
            "bundles", "Nội dung gói không khớp mã kiểm của phần đầu. Không có gì được nhập. Hãy chép lại gói."
        ),
        Outcome.SIZE: label(
            "bundles", "Kích thước trong gói không khớp hoặc quá lớn ({part}). Không có gì được nhập."
        ),
        Outcome.SIGNATURE: label(
            "bundles", "Chữ ký của gói không đúng: gói không do {part} lập, hoặc đã bị sửa. Không có gì được nhập."
        ),
        Outcome.KEY_UNKNOWN: label(
            "bundles", "Chưa ghi danh khóa ký {part}. Hãy ghi danh nơi gửi (so vân tay trên giấy) rồi nhập lại."
        ),
        Outcome.KEY_REVOKED: label(
            "bundles", "Khóa ký {part} đã bị thu hồi. Gói được giữ riêng; hãy hỏi nơi gửi trước khi làm tiếp."
        ),
        Outcome.SUITE: label("bundles", "Bộ mật mã {part} của gói không được phép hoặc chương trình chưa có."),
        Outcome.ENVELOPE: label(
            "bundles", "Bên trong và bên ngoài gói nói khác nhau ({part}): gói có thể bị ký lại hoặc chuyển tiếp."
        ),
        Outcome.DECRYPT: label(
            "bundles", "Không giải mã được gói: gói không gửi cho khóa của nơi này, hoặc nội dung đã hỏng."
        ),
        Outcome.BOMB: label(
            "bundles", "Gói nở ra quá lớn so với kích thước đã khai ({part}). Không có gì được nhập."
        ),
        Outcome.MANIFEST: label(
            "bundles", "Bảng kê bên trong gói không đúng với nội dung ({part}). Không có gì được nhập."
        ),
        Outcome.HELD_CRIT: label(
            "bundles", "Gói cần điều chương trình này chưa hiểu ({part}). Gói được giữ; hãy cập nhật chương trình."
        ),
        Outcome.HELD_TRUST: label(
            "bundles",
            "Danh sách tin cậy này không dùng được ({part}). Bản đang dùng vẫn giữ nguyên; hãy xin tỉnh bản mới.",
        ),
        Outcome.RECIPIENT: label("bundles", "Gói này gửi cho nơi khác ({part}). Không có gì được nhập."),
        Outcome.HELD_GAP: label(
            "bundles", "Gói bắt đầu sau chỗ nơi nhận đã có ({part}): còn thiếu gói trước. Gói được giữ."
        ),
        Outcome.HELD_PART: label("bundles", "Còn thiếu phần {part} của lần xuất này. Các phần đã có được giữ."),
        Outcome.HELD_SCHEMA: label(
            "bundles", "Gói theo cấu trúc mới hơn ({part}). Gói được giữ; hãy cập nhật chương trình nơi nhận."
        ),
        Outcome.DUPLICATE: label("bundles", "Gói này đã nhận rồi. Không có gì thay đổi."),
        Outcome.LATE: label(
            "bundles", "Gói thuộc đời dữ liệu trước lần khôi phục ({part}). Gói được giữ để người xem, không nhập."
        ),
        Outcome.OLD: label("bundles", "Đã nhận bản mới hơn bản này ({part}). Không có gì thay đổi."),
        Outcome.ROLLBACK: label(
            "bundles",
            "Lịch sử dữ liệu hai bên không khớp ({part}): tệp dữ liệu có thể đã được khôi phục từ bản sao lưu mà "
            "chưa mở đời mới. Luồng gửi bị dừng cho đến khi quản trị viên xử lý.",
        ),
        Outcome.FORK: label(
            "bundles",
            "Có hai gói khác nhau mang cùng một số ({part}): có thể hai máy cùng dùng một tệp dữ liệu. Luồng bị "
            "dừng cho đến khi hai bên cùng xem.",
        ),
        Outcome.EPOCH: label(
            "bundles", "Đời dữ liệu của gói không nối được với đời đã biết ({part}). Luồng bị dừng để người xem."
        ),
        Outcome.COUNTS: label(
            "bundles", "Biên nhận không kể đủ số dòng đã gửi ({part}). Không tin biên nhận này; hãy xin bản khác."
        ),
    }
)


class BundleRefused(UserError):  # noqa: N818 - a refusal, not a fault of the program
    """A bundle that must not be applied; ``outcome`` is what receipts and lists name.

    Attributes:
        outcome: the stable code.
    """

    def __init__(self, outcome: Outcome, part: str = "") -> None:
        """Say it; ``part`` names what was wrong and never holds a value of a record."""
        super().__init__(str(outcome), SENTENCES[outcome], part=part)
        self.outcome = outcome
