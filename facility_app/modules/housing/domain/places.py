"""What a zone is for and which separation it serves, what a room is for, and which kinds of stay live apart."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class StayKind(StrEnum):
    """Diện ở: what the law of 2021 kept apart, and a facility may go on keeping apart."""

    TEMPORARY = "temporary"
    COMPULSORY = "compulsory"
    VOLUNTARY = "voluntary"


STAY_KIND_LABELS: dict[StayKind, Label] = {
    StayKind.TEMPORARY: label("terms", "Quản lý trong thời gian lập hồ sơ"),
    StayKind.COMPULSORY: label("terms", "Cai nghiện bắt buộc"),
    StayKind.VOLUNTARY: label("terms", "Cai nghiện tự nguyện"),
}


class ZoneKind(StrEnum):
    """Loại khu (NĐ 163/2026 Đ66.2, Đ66.4, Đ71; Luật PCMT 2025 Đ46.2h; NĐ 163/2026 Đ125.2c)."""

    RESIDENTS = "residents"
    COMPULSORY = "compulsory"
    TEMPORARY = "temporary"
    VOLUNTARY = "voluntary"
    MINORS = "minors"
    INFECTION = "infection"
    VIOLATORS = "violators"
    MEDICAL = "medical"
    RECEPTION = "reception"
    ADMINISTRATION = "administration"
    SCHOOL = "school"
    MINORS_SCHOOL = "minors_school"
    VOCATIONAL = "vocational"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Zoning:
    """What a kind of zone is.

    Attributes:
        text: what people call it.
        article: what it rests on.
        sleeps: whether people are given beds there.
        is_for_minors: from 12 to under 18 years only.
        is_for_infection: infectious diseases of groups A and B.
        is_for_violators: somebody under the measure of Đ125.2c only.
        stay_kind: the one kind of stay it is for; None for any.
    """

    text: Label
    article: str
    sleeps: bool = True
    is_for_minors: bool = False
    is_for_infection: bool = False
    is_for_violators: bool = False
    stay_kind: StayKind | None = None


_OLD: Final = "Luật PCMT 2021 Đ35.2; Luật PCMT 2025 không nêu, cơ sở tự quy định"
ZONING: Final[dict[ZoneKind, Zoning]] = {
    ZoneKind.RESIDENTS: Zoning(label("terms", "Khu quản lý người cai nghiện"), "NĐ 163/2026 Đ66.2d"),
    ZoneKind.COMPULSORY: Zoning(
        label("terms", "Khu cai nghiện bắt buộc"), f"NĐ 163/2026 Đ66.2d; {_OLD}", stay_kind=StayKind.COMPULSORY
    ),
    ZoneKind.TEMPORARY: Zoning(
        label("terms", "Khu quản lý trong thời gian lập hồ sơ"),
        f"NĐ 163/2026 Đ66.2d; {_OLD}",
        stay_kind=StayKind.TEMPORARY,
    ),
    ZoneKind.VOLUNTARY: Zoning(
        label("terms", "Khu cai nghiện tự nguyện"), f"NĐ 163/2026 Đ66.2d; {_OLD}", stay_kind=StayKind.VOLUNTARY
    ),
    ZoneKind.MINORS: Zoning(
        label("terms", "Khu quản lý người từ đủ 12 đến dưới 18 tuổi"), "NĐ 163/2026 Đ66.4", is_for_minors=True
    ),
    ZoneKind.INFECTION: Zoning(
        label("terms", "Khu dành cho người mắc bệnh truyền nhiễm nhóm A, nhóm B"),
        "Luật PCMT 2025 Đ46.2h",
        is_for_infection=True,
    ),
    ZoneKind.VIOLATORS: Zoning(
        label("terms", "Khu dành riêng cho người vi phạm nội quy"), "NĐ 163/2026 Đ125.2c", is_for_violators=True
    ),
    ZoneKind.MEDICAL: Zoning(label("terms", "Khu y tế và điều trị cắt cơn"), "NĐ 163/2026 Đ66.2c, Đ71"),
    ZoneKind.RECEPTION: Zoning(label("terms", "Khu thăm gặp, tiếp nhận"), "NĐ 163/2026 Đ66.2b"),
    ZoneKind.ADMINISTRATION: Zoning(
        label("terms", "Khu hành chính, quản trị"), "NĐ 163/2026 Đ66.2a", sleeps=False
    ),
    ZoneKind.SCHOOL: Zoning(label("terms", "Khu dạy văn hóa"), "NĐ 163/2026 Đ66.2đ", sleeps=False),
    ZoneKind.MINORS_SCHOOL: Zoning(
        label("terms", "Khu dạy văn hóa cho người từ đủ 12 đến dưới 18 tuổi"),
        "NĐ 163/2026 Đ66.4",
        sleeps=False,
        is_for_minors=True,
    ),
    ZoneKind.VOCATIONAL: Zoning(label("terms", "Khu giáo dục nghề nghiệp"), "NĐ 163/2026 Đ66.2e", sleeps=False),
    ZoneKind.SERVICE: Zoning(label("terms", "Khu kỹ thuật, hậu cần"), "NĐ 163/2026 Đ71", sleeps=False),
}

ZONE_KIND_LABELS: dict[ZoneKind, Label] = {kind: one.text for kind, one in ZONING.items()}


class RoomPurpose(StrEnum):
    """Công dụng của phòng."""

    ORDINARY = "ordinary"
    SEPARATE = "separate"
    INFECTION = "infection"
    DETOX = "detox"
    CARE = "care"
    VIOLATORS = "violators"


ROOM_PURPOSE_LABELS: dict[RoomPurpose, Label] = {
    RoomPurpose.ORDINARY: label("terms", "Phòng ở"),
    RoomPurpose.SEPARATE: label("terms", "Phòng riêng"),
    RoomPurpose.INFECTION: label("terms", "Phòng dành cho bệnh truyền nhiễm nhóm A, nhóm B"),
    RoomPurpose.DETOX: label("terms", "Phòng điều trị cắt cơn"),
    RoomPurpose.CARE: label("terms", "Phòng chăm sóc 24/24 giờ"),
    RoomPurpose.VIOLATORS: label("terms", "Phòng của khu dành riêng"),
}

_TEMPORARY: Final = frozenset({"TEMPORARY"})
_COMPULSORY: Final = frozenset({"COMPULSORY_ADULT", "COMPULSORY_MINOR"})


def stay_kind_of(stay_type: str) -> StayKind:
    """The kind of stay a type of stay (its code, as the card has it) lives as."""
    if stay_type in _TEMPORARY:
        return StayKind.TEMPORARY
    return StayKind.COMPULSORY if stay_type in _COMPULSORY else StayKind.VOLUNTARY
