"""What papers must come with somebody of each legal type, with the article that asks for each (law.md §4)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class PaperMark(StrEnum):
    """Giấy tờ đã đến chưa."""

    CAME = "came"
    MISSING = "missing"
    NOT_NEEDED = "not_needed"


PAPER_MARK_LABELS: dict[PaperMark, Label] = {
    PaperMark.CAME: label("terms", "Đã có"),
    PaperMark.MISSING: label("terms", "Còn thiếu"),
    PaperMark.NOT_NEEDED: label("terms", "Không cần"),
}


@dataclass(frozen=True, slots=True)
class PaperNeed:
    """One paper of the checklist.

    Attributes:
        code: stable name; kept with what was ticked.
        title: as the law calls it.
        article: who asks for it.
        decision: kind of the stay's decision that proves it came, where it is one.
        minors_only: asked for below 18.
        is_owed: whether its absence is a lack; the others may be ticked (papers of the police's own file).
    """

    code: str
    title: Label
    article: str
    decision: str = ""
    minors_only: bool = False
    is_owed: bool = True


_CV = label("papers", "Bản sao tóm tắt lý lịch (V-33)")
_ASSIGNMENT = label("papers", "Quyết định giao cơ sở tiếp nhận")
_ADDICTION = label("papers", "Bản sao kết quả xác định tình trạng nghiện, hoặc V-35")
_IDENTITY = label("papers", "Giấy tờ tùy thân (căn cước, CCCD, hộ chiếu hoặc tài khoản định danh)")
_PARENTS = label("papers", "Ý kiến của cha mẹ, người giám hộ (V-39), hoặc biên bản từ chối (V-40)")
_COMPULSORY: Final = (
    PaperNeed(
        "decision",
        label("papers", "Quyết định của Tòa án áp dụng biện pháp đưa đi cai nghiện bắt buộc"),
        "NĐ 163/2026 Đ108.1",
        "compulsory",
    ),
    PaperNeed("assignment", _ASSIGNMENT, "NĐ 163/2026 Đ108.1", "assignment"),
    PaperNeed("cv", _CV, "NĐ 163/2026 Đ108.1"),
    PaperNeed("identity", _IDENTITY, "NĐ 163/2026 Đ108.1"),
    PaperNeed("violation", label("papers", "Biên bản vi phạm (V-34)"), "NĐ 163/2026 Đ101", is_owed=False),
    PaperNeed("addiction", _ADDICTION, "NĐ 163/2026 Đ101", is_owed=False),
    PaperNeed(
        "no_residence",
        label("papers", "Văn bản của Công an về việc không có nơi cư trú ổn định"),
        "NĐ 163/2026 Đ101",
        is_owed=False,
    ),
)
_MINOR: Final = (
    PaperNeed(
        "statement",
        label("papers", "Bản tường trình của người dưới 18 tuổi (V-38), hoặc biên bản ghi lời (V-58)"),
        "NĐ 163/2026 Đ104",
        is_owed=False,
    ),
    PaperNeed("parents", _PARENTS, "NĐ 163/2026 Đ104", is_owed=False),
)
_VOLUNTARY: Final = PaperNeed(
    "decision", label("papers", "Quyết định cai nghiện ma túy tự nguyện (V-22)"), "NĐ 163/2026 Đ96.2", "voluntary"
)
_REGISTRATION: Final = (
    PaperNeed("cv", _CV, "NĐ 163/2026 Đ89.3"),
    PaperNeed("application", label("papers", "Đơn đăng ký cai nghiện tự nguyện (V-20)"), "NĐ 163/2026 Đ89.3"),
    PaperNeed(
        "parents",
        label("papers", "Ý kiến của cha mẹ, người giám hộ trong đơn V-20"),
        "NĐ 163/2026 Đ89.3",
        minors_only=True,
    ),
    PaperNeed("addiction", _ADDICTION, "NĐ 163/2026 Đ89.3"),
    PaperNeed("identity", _IDENTITY, "NĐ 163/2026 Đ89.3"),
    PaperNeed("request", label("papers", "Văn bản đề nghị của Trưởng Công an cấp xã"), "NĐ 163/2026 Đ89.3"),
)
PAPER_NEEDS: Final[dict[str, tuple[PaperNeed, ...]]] = {
    "COMPULSORY_ADULT": _COMPULSORY,
    "COMPULSORY_MINOR": (*_COMPULSORY, *_MINOR),
    "VOLUNTARY_PUBLIC": (
        _VOLUNTARY,
        PaperNeed("assignment", _ASSIGNMENT, "NĐ 163/2026 Đ96.2", "assignment"),
        *_REGISTRATION,
    ),
    "VOLUNTARY_PRIVATE": (
        PaperNeed("decision", _VOLUNTARY.title, "NĐ 163/2026 Đ92.2", "voluntary"),
        PaperNeed("identity", label("papers", "Giấy tờ tùy thân, xem bản chính"), "NĐ 163/2026 Đ92.2"),
        PaperNeed(
            "contract",
            label("papers", "Hợp đồng dịch vụ cai nghiện tự nguyện (V-29)"),
            "NĐ 163/2026 Đ92.2",
            "contract",
        ),
    ),
    "TEMPORARY": (
        PaperNeed(
            "decision",
            label("papers", "Quyết định giao quản lý trong thời gian lập hồ sơ (V-32)"),
            "NĐ 163/2026 Đ99",
            "custody",
        ),
        PaperNeed("cv", _CV, "NĐ 163/2026 Đ99"),
    ),
    "HOME_PHASES_AT_FACILITY": (
        PaperNeed("decision", _VOLUNTARY.title, "NĐ 163/2026 Đ93.1", "voluntary"),
        PaperNeed("identity", _IDENTITY, "NĐ 163/2026 Đ93.1"),
    ),
    "SUBSTITUTION": (
        PaperNeed(
            "decision",
            label("papers", "Giấy tờ của cơ sở điều trị thay thế"),
            "NĐ 163/2026 Đ89.2",
            "substitution",
            is_owed=False,
        ),
        PaperNeed("identity", _IDENTITY, "NĐ 163/2026 Đ89.2"),
    ),
}
"""Legal type → its checklist, in the order of the law."""
TURNED: Final = (
    *_COMPULSORY[:2],
    PaperNeed(
        "informed",
        label("papers", "Ghi nhận ngày người đứng đầu thông báo quyết định cho người được quản lý"),
        "NĐ 163/2026 Đ107.1",
    ),
)
"""A temporary stay turned compulsory: nobody is delivered anew, so no minutes (law.md §18 row 11)."""
MINUTES: Final[dict[str, tuple[str, str]]] = {
    "COMPULSORY_ADULT": ("V-42", "NĐ 163/2026 Đ108.1"),
    "COMPULSORY_MINOR": ("V-42", "NĐ 163/2026 Đ108.1"),
    "VOLUNTARY_PUBLIC": ("V-31", "NĐ 163/2026 Đ96.1"),
    "VOLUNTARY_PRIVATE": ("V-24", "NĐ 163/2026 Đ92.2"),
    "TEMPORARY": ("V-31", "NĐ 163/2026 Đ99.3"),
    "HOME_PHASES_AT_FACILITY": ("V-24", "NĐ 163/2026 Đ92.1, Đ93.1"),
}
"""Legal type → the minutes of taking somebody in; none for whoever only comes for medicine."""


def needs_of(stay_type: str, *, is_minor: bool, is_turned: bool) -> tuple[PaperNeed, ...]:
    """The checklist of one coming; none while the type is not known."""
    if is_turned:
        return TURNED
    return tuple(one for one in PAPER_NEEDS.get(stay_type, ()) if is_minor or not one.minors_only)


def minutes_of(stay_type: str, *, is_turned: bool) -> tuple[str, str] | None:
    """Form and article of the minutes; None where none are made."""
    return None if is_turned else MINUTES.get(stay_type)
