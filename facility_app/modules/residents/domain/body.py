"""What somebody looks like: marks on the body map with the day they were seen, photos by pose (V-43)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.domain.faults import Faults

MAP_SIZE: Final = 1000
"""The body map is a square of so many steps; (0, 0) is its upper left corner."""


class BodyPart(StrEnum):
    """Bộ phận cơ thể."""

    HEAD = "head"
    FACE = "face"
    NECK = "neck"
    CHEST = "chest"
    BELLY = "belly"
    BACK = "back"
    LEFT_ARM = "left_arm"
    RIGHT_ARM = "right_arm"
    LEFT_HAND = "left_hand"
    RIGHT_HAND = "right_hand"
    HIP = "hip"
    LEFT_LEG = "left_leg"
    RIGHT_LEG = "right_leg"
    LEFT_FOOT = "left_foot"
    RIGHT_FOOT = "right_foot"


BODY_PART_LABELS: dict[BodyPart, Label] = {
    BodyPart.HEAD: label("terms", "Đầu"),
    BodyPart.FACE: label("terms", "Mặt"),
    BodyPart.NECK: label("terms", "Cổ"),
    BodyPart.CHEST: label("terms", "Ngực"),
    BodyPart.BELLY: label("terms", "Bụng"),
    BodyPart.BACK: label("terms", "Lưng"),
    BodyPart.LEFT_ARM: label("terms", "Cánh tay trái"),
    BodyPart.RIGHT_ARM: label("terms", "Cánh tay phải"),
    BodyPart.LEFT_HAND: label("terms", "Bàn tay trái"),
    BodyPart.RIGHT_HAND: label("terms", "Bàn tay phải"),
    BodyPart.HIP: label("terms", "Hông, mông"),
    BodyPart.LEFT_LEG: label("terms", "Chân trái"),
    BodyPart.RIGHT_LEG: label("terms", "Chân phải"),
    BodyPart.LEFT_FOOT: label("terms", "Bàn chân trái"),
    BodyPart.RIGHT_FOOT: label("terms", "Bàn chân phải"),
}


class MarkKind(StrEnum):
    """Loại đặc điểm nhận dạng."""

    SCAR = "scar"
    TATTOO = "tattoo"
    BIRTHMARK = "birthmark"
    MISSING = "missing"
    DEFORMITY = "deformity"
    INJURY = "injury"
    OTHER = "other"


MARK_KIND_LABELS: dict[MarkKind, Label] = {
    MarkKind.SCAR: label("terms", "Sẹo"),
    MarkKind.TATTOO: label("terms", "Hình xăm"),
    MarkKind.BIRTHMARK: label("terms", "Nốt ruồi, vết bớt"),
    MarkKind.MISSING: label("terms", "Khuyết, cụt"),
    MarkKind.DEFORMITY: label("terms", "Dị tật"),
    MarkKind.INJURY: label("terms", "Vết thương mới"),
    MarkKind.OTHER: label("terms", "Đặc điểm khác"),
}


class BodySide(StrEnum):
    """Mặt của hình vẽ cơ thể."""

    FRONT = "front"
    BACK = "back"


BODY_SIDE_LABELS: dict[BodySide, Label] = {
    BodySide.FRONT: label("terms", "Mặt trước"),
    BodySide.BACK: label("terms", "Mặt sau"),
}


class Pose(StrEnum):
    """Tư thế chụp."""

    FRONT = "front"
    LEFT = "left"
    RIGHT = "right"
    FULL = "full"


POSE_LABELS: dict[Pose, Label] = {
    Pose.FRONT: label("terms", "Chính diện"),
    Pose.LEFT: label("terms", "Nghiêng trái"),
    Pose.RIGHT: label("terms", "Nghiêng phải"),
    Pose.FULL: label("terms", "Toàn thân"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Mark:
    """Đặc điểm nhận dạng.

    Attributes:
        side: which picture of the body map; None when it was not pointed at.
        map_x: steps from the left of that picture, 0 to ``MAP_SIZE``.
        map_y: steps from its top.
        text: what it looks like, how large.
        seen_on: when.
        photo_id: the attachment that shows it.
    """

    part: BodyPart
    kind: MarkKind
    seen_on: date
    text: str | None = None
    side: BodySide | None = None
    map_x: int | None = None
    map_y: int | None = None
    photo_id: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Photo:
    """Ảnh chân dung.

    Attributes:
        taken_on: when.
        attachment_id: the sealed picture.
    """

    pose: Pose
    taken_on: date
    attachment_id: str


def checked_mark(typed: Mark, today: date) -> Mark:
    """The mark as kept.

    Raises:
        UserError: ``mark_half_placed``, ``day_out_of_range``, ``number_out_of_range``, ``bad_fields``.
    """
    faults = Faults()
    placed = (typed.side, typed.map_x, typed.map_y)
    if None in placed and any(one is not None for one in placed):
        faults.add(
            "mark_half_placed",
            "map_x",
            label("errors", "Điểm trên hình cơ thể thiếu mặt hoặc tọa độ. Hãy bấm lại vào hình."),
        )
    kept = replace(
        typed,
        text=faults.line("text", typed.text),
        map_x=faults.amount("map_x", typed.map_x, 0, MAP_SIZE),
        map_y=faults.amount("map_y", typed.map_y, 0, MAP_SIZE),
    )
    faults.past_day("seen_on", typed.seen_on, today)
    faults.refuse()
    return kept


def checked_photo(typed: Photo, today: date) -> Photo:
    """The photo as kept.

    Raises:
        UserError: ``day_out_of_range``.
    """
    faults = Faults()
    faults.past_day("taken_on", typed.taken_on, today)
    faults.refuse()
    return typed
