"""Who may send and look; what a stream is; why an export does not go out."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.errors import ConflictError, UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.spec import Verb

SENDERS: Final = frozenset({Role.EXCHANGE, Role.HEAD})
EXPORT = Permission("exchange.export", label("permissions", "Xuất gói dữ liệu gửi đi"), SENDERS)
VIEW_EXCHANGE = Permission(
    "exchange.view", label("permissions", "Xem tình hình gửi – nhận dữ liệu"), SENDERS | {Role.ADMIN, Role.AUDITOR}
)
KEEP_TRUST = Permission(
    "exchange.keep_trust", label("permissions", "Lập khóa, nhận danh sách tin cậy của tỉnh"), SENDERS
)
TAKE_IN = Permission(
    "exchange.take_in", label("permissions", "Nhận biên nhận và gói của tỉnh, cho gửi lại"), SENDERS
)
VERBS = (
    Verb("exchange.export", label("verbs", "Xuất gói dữ liệu"), EXPORT),
    Verb("exchange.take_receipt", label("verbs", "Nhận biên nhận của tỉnh"), TAKE_IN),
    Verb("exchange.note_paper", label("verbs", "Ghi phiếu giấy tỉnh đã ký nhận"), TAKE_IN),
    Verb("exchange.send_all_again", label("verbs", "Lập lại gốc: lần xuất sau gửi toàn bộ"), TAKE_IN),
    Verb("exchange.make_keys", label("verbs", "Lập khóa của cơ sở để gửi – nhận dữ liệu"), KEEP_TRUST),
    Verb("exchange.take_trust", label("verbs", "Nhận danh sách tin cậy"), KEEP_TRUST),
)
USUAL_STREAM: Final = "P2@province"
WITHOUT_NEWS: Final = timedelta(days=180)
"""How long after its last day a trust list still serves whoever is not the head (goi-v1 §3.11)."""
AHEAD: Final = timedelta(days=2)
"""How far the clock may be ahead of what the program knows of time."""
PROVINCE, ESCROW = "province", "escrow"
"""Whom every bundle of data is encrypted to: who works with it, and the sealed envelope."""


class Acked(StrEnum):
    """How it is known that the province has what was sent."""

    NONE = "none"
    PAPER = "paper"
    DIGITAL = "digital"


ACKED_LABELS: dict[Acked, Label] = {
    Acked.NONE: label("terms", "Chưa có xác nhận"),
    Acked.PAPER: label("terms", "Xác nhận bằng phiếu giấy"),
    Acked.DIGITAL: label("terms", "Xác nhận bằng biên nhận"),
}


class SentState(StrEnum):
    """How far a bundle came."""

    WRITTEN = "written"
    STORED = "stored"
    APPLIED = "applied"
    REFUSED = "refused"


SENT_LABELS: dict[SentState, Label] = {
    SentState.WRITTEN: label("terms", "Đã lập"),
    SentState.STORED: label("terms", "Nơi nhận đã cất"),
    SentState.APPLIED: label("terms", "Nơi nhận đã nhập"),
    SentState.REFUSED: label("terms", "Nơi nhận từ chối"),
}


def profile_of(stream: str) -> str:
    """The profile a stream is named after."""
    return stream.partition("@")[0]


def clock_word(now: datetime, released_on: date, latest_known: datetime | None) -> str:
    """``ok``, or ``suspect`` for a clock before the program was made, or before or far beyond what it knows.

    Args:
        now: what the clock says.
        released_on: when the program was made.
        latest_known: the last moment somebody else vouched for; None for none.
    """
    is_behind = now.date() < released_on or (latest_known is not None and now < latest_known - AHEAD)
    return "suspect" if is_behind else "ok"


def paper_number(seq: int, epoch: int, profile: str) -> str:
    """Number of a Phiếu gửi gói dữ liệu: the bundle's own place, which no clock can give twice."""
    return f"{seq}.{epoch}/{profile}"


def stream_frozen(stream: str, code: str) -> UserError:
    """Both sides have to look before anything more is sent."""
    return UserError(
        "stream_frozen",
        label(
            "sync",
            "Luồng {stream} đang dừng ({code}): lịch sử dữ liệu hai bên không khớp. Chưa gửi gì. Hãy hỏi tỉnh; "
            "nếu tệp đã được khôi phục hay chép từ máy khác, quản trị viên chạy lệnh audit accept --reason "
            "LÝ_DO để mở đời dữ liệu mới.",
        ),
        stream=stream,
        code=code,
    )


def paper_unknown() -> UserError:
    """No bundle has that paper number and hash."""
    return UserError(
        "paper_unknown",
        label(
            "sync",
            "Không có lần xuất nào mang số phiếu và mã kiểm này. Hãy đọc lại số phiếu và ít nhất 8 chữ đầu của mã "
            "SHA-256 trên phiếu đã ký.",
        ),
    )


def slip_unknown(number: str) -> UserError:
    """No export has that number."""
    return UserError(
        "slip_unknown",
        label(
            "sync",
            "Không có lần xuất nào mang số phiếu {number}. Hãy xem số phiếu ở trang Gửi tỉnh, hoặc bằng lệnh sync "
            "status.",
        ),
        number=number,
    )


def no_trust() -> UserError:
    """Nobody said yet whom bundles are for."""
    return UserError(
        "no_trust",
        label(
            "sync",
            "Chưa có danh sách tin cậy của tỉnh nên chưa biết mã hóa gói cho ai. Hãy nhận danh sách trước: trang "
            "Gửi tỉnh, menu ⋯, Nhận danh sách tin cậy.",
        ),
    )


def not_enrolled(fingerprint: str) -> UserError:
    """The province does not know this facility's key."""
    return UserError(
        "not_enrolled",
        label(
            "sync",
            "Tỉnh chưa ghi danh khóa của cơ sở. Hãy gửi khóa và so vân tay trên giấy với tỉnh ({fingerprint}), "
            "rồi nhận danh sách tin cậy mới: trang Gửi tỉnh, menu ⋯, Nhận danh sách tin cậy.",
        ),
        fingerprint=fingerprint or "–",
    )


def stream_not_agreed(stream: str, known: tuple[str, ...]) -> UserError:
    """The province did not agree to this stream."""
    return UserError(
        "stream_not_agreed",
        label("sync", "Tỉnh chưa nhận luồng {stream} của cơ sở; các luồng được nhận: {known}."),
        stream=stream,
        known=known or "–",
    )


def no_authority(stream: str) -> UserError:
    """What a stream carries needs a legal basis, and none is written down."""
    return UserError(
        "no_authority",
        label(
            "sync",
            "Luồng {stream} mang dữ liệu sức khỏe mà danh sách tin cậy chưa ghi căn cứ pháp lý (số văn bản). "
            "Không gửi. Hãy gửi luồng P2@province, hoặc xin tỉnh ghi căn cứ rồi nhận danh sách mới.",
        ),
        stream=stream,
    )


def too_few_recipients(found: int) -> UserError:
    """What one key alone can open is lost with it."""
    return UserError(
        "too_few_recipients",
        label(
            "sync",
            "Danh sách tin cậy phải có ít nhất hai khóa nhận còn hạn: của tỉnh và khóa niêm phong dự phòng; hiện "
            "có {found}. Không gửi. Hãy xin tỉnh danh sách mới.",
        ),
        found=found,
    )


def not_accepted(schema: str, suites: tuple[str, ...]) -> UserError:
    """The province cannot read what this program writes."""
    return UserError(
        "not_accepted",
        label(
            "sync",
            "Tỉnh chưa đọc được gói của bản chương trình này (tỉnh nhận cấu trúc đến {schema}, bộ mật mã "
            "{suites}). Không gửi; hãy đợi tỉnh cập nhật trước.",
        ),
        schema=schema,
        suites=suites,
    )


def trust_expired(expired: date) -> UserError:
    """A list that is long out of date needs the head."""
    return UserError(
        "trust_expired",
        label(
            "sync",
            "Danh sách tin cậy đã hết hạn từ {expired}, quá 180 ngày. Hãy xin tỉnh danh sách mới; nếu chưa được, "
            "người đứng đầu cơ sở tự xuất gói.",
        ),
        expired=expired.strftime("%d/%m/%Y"),
    )


def another_export() -> ConflictError:
    """Somebody else exported between the snapshot and the commit."""
    return ConflictError(
        "another_export",
        label("sync", "Có lần xuất khác vừa xong trên luồng này. Chưa ghi gì; hãy xuất lại."),
    )


CADENCE: Final = timedelta(days=7)
"""How often a facility sends where nothing else is agreed (goi-v1 §3.8)."""
LATE, VERY_LATE = 1.5, 3.0
"""How many times the cadence may pass before somebody asks, and before it is red (goi-v1 §6.5)."""


class Lateness(StrEnum):
    """How old what the province is known to have is, against how often a facility sends."""

    IN_TIME = "in_time"
    LATE = "late"
    VERY_LATE = "very_late"


def lateness(since: datetime, now: datetime) -> Lateness:
    """How late it is.

    Args:
        since: when what the province is known to have was written, or the first bundle that nobody answered.
        now: the time.
    """
    age = now - since
    if age > VERY_LATE * CADENCE:
        return Lateness.VERY_LATE
    return Lateness.LATE if age > LATE * CADENCE else Lateness.IN_TIME
