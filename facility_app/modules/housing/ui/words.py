"""How the screens of the house say things: beds, people, moments, needs."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeVar

from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.housing.domain.findings import Finding
from facility_app.modules.housing.domain.needs import NEED_LABELS, Need
from facility_app.modules.housing.domain.places import ROOM_PURPOSE_LABELS, STAY_KIND_LABELS, RoomPurpose
from facility_app.modules.housing.domain.rules import RULES
from facility_app.modules.housing.queries.board import BoardBed, BoardRoom, BoardZone, Occupant
from facility_app.ui.i18n import refusal, tr

KeyT = TypeVar("KeyT", bound=StrEnum)
DOT: Final = " · "


class BedFace(StrEnum):
    """What a bed looks like on the board."""

    TAKEN = "taken"
    FREE = "free"
    KEPT = "kept"
    CLOSED = "closed"
    BEYOND = "beyond"


FACE_WORDS: Final[Mapping[BedFace, Label]] = {
    BedFace.TAKEN: label("housing", "có người"),
    BedFace.FREE: label("housing", "trống"),
    BedFace.KEPT: label("housing", "giữ chỗ"),
    BedFace.CLOSED: label("housing", "tạm đóng"),
    BedFace.BEYOND: label("housing", "hết sức chứa"),
}
AGE = label("housing", "{age} tuổi")
COUNT = label("housing", "{beds} giường · {taken} có người · {free} trống")
ZONE_FOR = label("housing", "{sex}")
CLOSED_FOR = label("housing", "tạm đóng: {reason}")
BED_SAYS = label("housing", "Giường {bed}: {state}")
COHORT = label("housing", "{need}, nhóm {cohort}")
BODY = label("housing", "{need}: {sex}")


def joined(*parts: str | None, sign: str = DOT) -> str:
    """Those that are said, one after the other."""
    return sign.join(part for part in parts if part)


def options(words: Mapping[KeyT, Label]) -> tuple[tuple[str, Label], ...]:
    """The choices of a field."""
    return tuple((key.value, text) for key, text in words.items())


def area(square_metres: float | None) -> str:
    """Square metres as people write them; nothing while nobody has measured."""
    return "" if square_metres is None else f"{square_metres:g}".replace(".", ",")


def moment(at: datetime | None) -> str:
    """Day and time; nothing for none."""
    return "" if at is None else format_moment(at)


def face_of(bed: BoardBed, room: BoardRoom) -> BedFace:
    """What a bed looks like."""
    if bed.occupant is not None:
        return BedFace.KEPT if bed.occupant.is_kept else BedFace.TAKEN
    if bed.closed:
        return BedFace.CLOSED
    return BedFace.FREE if room.free else BedFace.BEYOND


def person_line(one: Occupant) -> str:
    """Sex, age and kind of stay."""
    return joined(tr(SEX_LABELS[one.sex]), tr(AGE, age=one.age), tr(STAY_KIND_LABELS[one.stay_kind]))


def need_line(need: Need) -> str:
    """What somebody's place must be, without why."""
    text = tr(NEED_LABELS[need.kind])
    if need.cohort:
        return tr(COHORT, need=text, cohort=need.cohort)
    return tr(BODY, need=text, sex=SEX_LABELS[need.body_sex]) if need.body_sex is not None else text


def needs_line(needs: Sequence[Need]) -> str:
    """All of them."""
    return joined(*map(need_line, needs), sign="; ")


def rules_line(overridden: Sequence[str], law: LegalRegime) -> str:
    """The articles of rules that two people decided against, of the law they decided under."""
    return joined(*(RULES[one].article_under(law) for one in overridden if one in RULES), sign="; ")


def finding_line(finding: Finding) -> str:
    """A refusal with its article."""
    return refusal(finding.error)


def bed_says(bed: BoardBed, room: BoardRoom) -> str:
    """A bed in one sentence, for a reader and the pointer."""
    face = face_of(bed, room)
    state = tr(FACE_WORDS[face])
    if bed.occupant is not None:
        state = joined(state, bed.occupant.name, bed.occupant.code)
    elif bed.closed:
        state = tr(CLOSED_FOR, reason=bed.closed)
    return tr(BED_SAYS, bed=bed.label, state=state)


def zone_line(zone: BoardZone) -> str:
    """A zone's name and whom it is for."""
    return joined(zone.name, None if zone.sex is None else tr(SEX_LABELS[zone.sex]).lower())


def zone_counts(zone: BoardZone) -> str:
    """Its beds in numbers."""
    beds = sum(len(room.beds) for room in zone.rooms)
    taken, free = sum(room.taken for room in zone.rooms), sum(room.free for room in zone.rooms)
    return tr(COUNT, beds=beds, taken=taken, free=free)


def room_note(room: BoardRoom, zone: BoardZone) -> str:
    """What is said behind a room's name: why it is closed, what it is for, whom it is for."""
    if room.closed:
        return tr(CLOSED_FOR, reason=room.closed)
    purpose = "" if room.purpose is RoomPurpose.ORDINARY else tr(ROOM_PURPOSE_LABELS[room.purpose])
    sex = tr(SEX_LABELS[room.sex]).lower() if room.sex is not None and room.sex is not zone.sex else ""
    return joined(purpose, sex)
