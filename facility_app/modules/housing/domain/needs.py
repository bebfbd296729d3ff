"""What somebody's place must be, told without why: medical staff say "a separate room", never the disease."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.rights import SET_BODY_NEEDS, SET_CUSTODY_NEEDS, SET_MEDICAL_NEEDS


class NeedKind(StrEnum):
    """Yêu cầu về chỗ ở; no diagnosis can be read from it."""

    SEPARATE_ROOM = "separate_room"
    INFECTION_ROOM = "infection_room"
    DETOX_ROOM = "detox_room"
    CARE_ROOM = "care_room"
    BODY_SEX_ROOM = "body_sex_room"
    VIOLATORS_AREA = "violators_area"


NEED_LABELS: dict[NeedKind, Label] = {
    NeedKind.SEPARATE_ROOM: label("terms", "Cần phòng riêng"),
    NeedKind.INFECTION_ROOM: label("terms", "Cần phòng cách ly"),
    NeedKind.DETOX_ROOM: label("terms", "Cần phòng điều trị cắt cơn"),
    NeedKind.CARE_ROOM: label("terms", "Cần phòng chăm sóc 24/24 giờ"),
    NeedKind.BODY_SEX_ROOM: label("terms", "Cần phòng riêng trong khu theo giới tính thực tế trên cơ thể"),
    NeedKind.VIOLATORS_AREA: label("terms", "Quản lý tại khu dành riêng"),
}

RIGHT_TO_NEED: Final[dict[NeedKind, Permission]] = {
    NeedKind.SEPARATE_ROOM: SET_MEDICAL_NEEDS,
    NeedKind.INFECTION_ROOM: SET_MEDICAL_NEEDS,
    NeedKind.DETOX_ROOM: SET_MEDICAL_NEEDS,
    NeedKind.CARE_ROOM: SET_MEDICAL_NEEDS,
    NeedKind.BODY_SEX_ROOM: SET_BODY_NEEDS,
    NeedKind.VIOLATORS_AREA: SET_CUSTODY_NEEDS,
}
"""Who may ask for what, and take it back."""

COHORT_LIMIT: Final = 8
"""A cohort is a mark such as A or B: those with the same one may share an infection room."""


@dataclass(frozen=True, slots=True)
class Need:
    """One need.

    Attributes:
        cohort: of an infection room, who may share it; empty shares with nobody.
        body_sex: of the room by the body's sex, that sex.
    """

    kind: NeedKind
    cohort: str = ""
    body_sex: Sex | None = None
