"""The rules of separation as data: each with its article under either law and how hard it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime


class Level(StrEnum):
    """Mức của quy tắc: never, only with a second person and a reason, or said and left to whoever decides."""

    HARD = "hard"
    OVERRIDABLE = "overridable"
    WARN = "warn"


LEVEL_LABELS: dict[Level, Label] = {
    Level.HARD: label("terms", "Không được vượt"),
    Level.OVERRIDABLE: label("terms", "Được vượt khi có người thứ hai và lý do"),
    Level.WARN: label("terms", "Cảnh báo"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: stable name, as programs read it.
        level: how hard it is.
        article: what it rests on under the law of 2025.
        old_article: what it rested on before; empty where it was the same.
        text: the refusal, with ``{name}`` placeholders; people by their codes.
    """

    id: str
    level: Level
    article: str
    text: Label
    old_article: str = ""

    def article_under(self, law: LegalRegime) -> str:
        """What it rests on under that law."""
        return self.old_article if self.old_article and law is LegalRegime.L2021 else self.article


_SEPARATE: Final = "Luật PCMT 2025 Đ46.2h"
_BEFORE: Final = "Luật PCMT 2021 Đ35.2"
_MINORS: Final = "NĐ 163/2026 Đ66.4, Đ71"
_OWN: Final = "quy định của cơ sở về sức chứa, tình trạng phòng"

_RULES: Final = (
    Rule(
        "sex_room",
        Level.HARD,
        _SEPARATE,
        label("errors", "{room} dành cho {sex}; người {person} phải ở chỗ dành cho {other}."),
        _BEFORE,
    ),
    Rule(
        "sex_roommate",
        Level.HARD,
        _SEPARATE,
        label("errors", "Nam và nữ không ở chung một phòng: người {person} và người {roommate}."),
        _BEFORE,
    ),
    Rule(
        "minor_roommate",
        Level.HARD,
        _MINORS,
        label(
            "errors",
            "Người từ đủ 12 đến dưới 18 tuổi không ở chung phòng với người từ đủ 18 tuổi: người {person} và "
            "người {roommate}.",
        ),
        f"{_BEFORE}d",
    ),
    Rule(
        "minor_zone",
        Level.OVERRIDABLE,
        _MINORS,
        label("errors", "Người {person} chưa đủ 18 tuổi, phải ở khu dành riêng cho lứa tuổi này."),
        f"{_BEFORE}d",
    ),
    Rule(
        "adult_in_minor_zone",
        Level.OVERRIDABLE,
        _MINORS,
        label("errors", "Khu này dành cho người chưa đủ 18 tuổi; người {person} đã đủ 18 tuổi."),
        f"{_BEFORE}d",
    ),
    Rule(
        "infection_roommate",
        Level.HARD,
        _SEPARATE,
        label(
            "errors",
            "Người cần phòng cách ly không ở chung phòng với người khác nhóm: người {person} và người {roommate}.",
        ),
        f"{_BEFORE}đ",
    ),
    Rule(
        "infection_place",
        Level.OVERRIDABLE,
        _SEPARATE,
        label("errors", "Người {person} cần phòng cách ly; {room} không phải phòng hoặc khu dành cho việc này."),
        f"{_BEFORE}đ",
    ),
    Rule(
        "infection_only",
        Level.OVERRIDABLE,
        _SEPARATE,
        label("errors", "{room} dành cho người cần cách ly; người {person} không có yêu cầu đó."),
        f"{_BEFORE}đ",
    ),
    Rule(
        "body_sex",
        Level.HARD,
        _SEPARATE,
        label(
            "errors", "Người {alone} phải ở phòng riêng theo giới tính thực tế trên cơ thể, không chung với ai."
        ),
    ),
    Rule(
        "separate_room",
        Level.HARD,
        "chỉ định của y tế cơ sở; NĐ 163/2026 Đ114",
        label(
            "errors",
            "Y tế yêu cầu người {alone} ở phòng riêng, không chung với ai. Người ra yêu cầu có thể kết thúc nó.",
        ),
    ),
    Rule(
        "separate_cell",
        Level.OVERRIDABLE,
        _SEPARATE,
        label("errors", "{room} để dành cho người phải ở phòng riêng; người {person} không có yêu cầu đó."),
    ),
    Rule(
        "violators_only",
        Level.HARD,
        "NĐ 163/2026 Đ125.2c",
        label(
            "errors",
            "{room} thuộc khu dành riêng cho người vi phạm nội quy; người {person} không có quyết định vào đó.",
        ),
    ),
    Rule(
        "violators_zone",
        Level.OVERRIDABLE,
        "NĐ 163/2026 Đ125.2c",
        label("errors", "Người {person} đang bị quản lý tại khu dành riêng; {room} ở ngoài khu đó."),
    ),
    Rule(
        "care_place",
        Level.WARN,
        "chỉ định của y tế cơ sở; NĐ 163/2026 Đ85, Đ114",
        label("errors", "Y tế yêu cầu người {person} ở phòng cắt cơn hoặc phòng chăm sóc; {room} không phải."),
    ),
    Rule(
        "not_triaged",
        Level.WARN,
        "cách làm của chương trình: phân loại sức khỏe trước khi xếp giường ở phòng thường",
        label(
            "errors",
            "Y tế chưa phân loại người {person} khi đến; {room} là phòng thường. Hãy nhờ y tế phân loại, hoặc "
            "xếp ở khu y tế.",
        ),
    ),
    Rule(
        "stay_kind",
        Level.OVERRIDABLE,
        "quy ước của cơ sở (Luật PCMT 2021 Đ35.2; Luật PCMT 2025 không nêu)",
        label("errors", "{room} ở khu dành cho diện “{kind}”; người {person} thuộc diện “{other}”."),
        _BEFORE,
    ),
    Rule(
        "stay_kind_roommate",
        Level.OVERRIDABLE,
        "quy ước của cơ sở (Luật PCMT 2021 Đ35.2; Luật PCMT 2025 không nêu)",
        label("errors", "Khác diện cai nghiện: người {person} và người {roommate} không ở chung phòng."),
        _BEFORE,
    ),
    Rule(
        "keep_apart",
        Level.HARD,
        "danh sách không xếp chung của cơ sở; NĐ 163/2026 Đ112.2",
        label("errors", "Người {person} và người {roommate} có trong danh sách cấm xếp chung."),
    ),
    Rule(
        "keep_apart_soft",
        Level.WARN,
        "danh sách không xếp chung của cơ sở; NĐ 163/2026 Đ112.2",
        label("errors", "Nên tránh xếp chung người {person} và người {roommate}."),
    ),
    Rule(
        "room_space",
        Level.WARN,
        "",
        label("errors", "{room} chỉ còn {have} m² mỗi người, dưới mức {least} m²."),
    ),
    Rule(
        "capacity",
        Level.HARD,
        _OWN,
        label("errors", "{room} đã đủ {working} người theo sức chứa đang dùng. Muốn thêm, hãy đổi sức chứa."),
    ),
    Rule("closed", Level.HARD, _OWN, label("errors", "{bed} đang đóng: {reason}.")),
    Rule(
        "taken",
        Level.HARD,
        "một giường một người",
        label("errors", "{bed} đang có người {roommate} hoặc giữ cho người đó."),
    ),
    Rule(
        "no_beds_here",
        Level.HARD,
        "NĐ 163/2026 Đ66.2, Đ71",
        label("errors", "{room} thuộc khu không dùng để ở."),
    ),
)
RULES: Final[Mapping[str, Rule]] = {rule.id: rule for rule in _RULES}
