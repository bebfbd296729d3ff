"""The rules of separation as data, each with its article and how hard it is, and one check of them, both ways."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.modules.housing.domain.needs import Need, NeedKind
from facility_app.modules.housing.domain.places import (
    STAY_KIND_LABELS,
    ZONING,
    RoomPurpose,
    StayKind,
    ZoneKind,
)

NEW_LAW_FROM: Final = date(2026, 7, 1)


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
        article: what it rests on since 01/07/2026.
        old_article: what it rested on before; empty where it was the same.
        text: the refusal, with ``{name}`` placeholders; people by their codes.
    """

    id: str
    level: Level
    article: str
    text: Label
    old_article: str = ""

    def article_on(self, day: date) -> str:
        """What it rests on that day."""
        return self.old_article if self.old_article and day < NEW_LAW_FROM else self.article


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


@dataclass(frozen=True, slots=True)
class Sleeper:
    """Somebody, as the rules see them.

    Attributes:
        code: the resident's, by which messages name them.
        is_minor: under 18 on the day.
        apart: ids of those they are kept apart from; ``avoid`` of those they better are.
    """

    resident_id: str
    code: str
    sex: Sex
    is_minor: bool
    stay_kind: StayKind
    needs: tuple[Need, ...] = ()
    apart: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()

    def need(self, kind: NeedKind) -> Need | None:
        """Their need of a kind."""
        # Nearly nobody has any, and everybody is asked for each kind beside each other.
        if not self.needs:
            return None
        return next((one for one in self.needs if one.kind is kind), None)

    @property
    def lives_as(self) -> Sex:
        """The sex whose area they live in: that of the body where it is another than on the file."""
        if not self.needs:
            return self.sex
        body = self.need(NeedKind.BODY_SEX_ROOM)
        return self.sex if body is None or body.body_sex is None else body.body_sex


@dataclass(frozen=True, slots=True)
class Place:
    """A room, as the rules see it.

    Attributes:
        name: how people say it.
        sex: the sex it is for, its zone's where the room says nothing; None for any.
        area_m2: floor; None while nobody has measured it.
        working: people it may hold now.
        closed: why it is closed; empty for open.
    """

    room_id: str
    name: str
    zone_kind: ZoneKind
    sex: Sex | None
    purpose: RoomPurpose
    area_m2: float | None
    working: int
    closed: str = ""

    @property
    def is_for_infection(self) -> bool:
        """Whether it is for infectious diseases."""
        return self.purpose is RoomPurpose.INFECTION or ZONING[self.zone_kind].is_for_infection

    @property
    def is_for_violators(self) -> bool:
        """Whether it is for those under the measure of Đ125.2c."""
        return self.purpose is RoomPurpose.VIOLATORS or ZONING[self.zone_kind].is_for_violators


@dataclass(frozen=True, slots=True)
class Norm:
    """So many square metres for each, with its article."""

    least: float
    article: str


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What counts today at this facility.

    Attributes:
        on: the day; articles are those of it.
        separates_kinds: whether kinds of stay live apart.
        norms: room norm by purpose; a purpose without one has none.
    """

    on: date
    separates_kinds: bool = True
    norms: Mapping[RoomPurpose, Norm] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that this place would break.

    Attributes:
        article: as of the day.
        params: of the rule's text.
        other_id: the resident it is about, besides the one to be placed.
    """

    rule: Rule
    article: str
    params: Mapping[str, str | int] = field(default_factory=dict, repr=False)
    other_id: str = ""

    @property
    def level(self) -> Level:
        """How hard."""
        return self.rule.level

    @property
    def error(self) -> UserError:
        """The sentence with its article, as a refusal that screens and the command line translate."""
        return UserError(
            self.rule.id,
            label("errors", "{finding} Căn cứ: {article}."),
            finding=UserError(self.rule.id, self.rule.text, fields=None, **self.params),
            article=self.article,
        )


def check_place(
    person: Sleeper, place: Place, roommates: Sequence[Sleeper], rules: HouseRules
) -> tuple[Finding, ...]:
    """Everything that speaks against the person sleeping in the room beside these people; hardest first.

    Both directions: what the person needs of the others, and what each of the others needs of the person.
    """
    found = [*_of_place(person, place, rules), *_of_room(place, roommates, rules)]
    for other in roommates:
        found += _between(person, other, rules)
    return tuple(sorted(found, key=lambda one: _ORDER[one.level]))


def check_together(person: Sleeper, others: Sequence[Sleeper], rules: HouseRules) -> tuple[Finding, ...]:
    """What speaks against the person and these people in one room, whatever room it is; hardest first."""
    found = [one for other in others for one in _between(person, other, rules)]
    return tuple(sorted(found, key=lambda one: _ORDER[one.level]))


def _find(rule_id: str, rules: HouseRules, other_id: str = "", article: str = "", **params: str | int) -> Finding:
    rule = RULES[rule_id]
    return Finding(rule, article or rule.article_on(rules.on), params, other_id)


def _of_place(person: Sleeper, place: Place, rules: HouseRules) -> Iterator[Finding]:
    zoning, who = ZONING[place.zone_kind], {"person": person.code, "room": place.name}
    infected = person.need(NeedKind.INFECTION_ROOM) is not None
    if not zoning.sleeps:
        yield _find("no_beds_here", rules, **who)
    if place.sex is not None and place.sex is not person.lives_as:
        sexes = {"sex": SEX_LABELS[place.sex], "other": SEX_LABELS[person.lives_as]}
        yield _find("sex_room", rules, **who, **sexes)
    if person.is_minor and not zoning.is_for_minors:
        yield _find("minor_zone", rules, **who)
    if zoning.is_for_minors and not person.is_minor:
        yield _find("adult_in_minor_zone", rules, **who)
    if infected and not place.is_for_infection:
        yield _find("infection_place", rules, **who)
    if place.is_for_infection and not infected:
        yield _find("infection_only", rules, **who)
    yield from _of_purpose(person, place, rules, who)


def _of_purpose(person: Sleeper, place: Place, rules: HouseRules, who: Mapping[str, str]) -> Iterator[Finding]:
    is_violator = person.need(NeedKind.VIOLATORS_AREA) is not None
    lives_alone = any(person.need(kind) for kind in ALONE)
    if place.is_for_violators and not is_violator:
        yield _find("violators_only", rules, **who)
    if is_violator and not place.is_for_violators:
        yield _find("violators_zone", rules, **who)
    if place.purpose is RoomPurpose.SEPARATE and not lives_alone:
        yield _find("separate_cell", rules, **who)
    if (person.need(NeedKind.DETOX_ROOM) and place.purpose is not RoomPurpose.DETOX) or (
        person.need(NeedKind.CARE_ROOM) and place.purpose not in {RoomPurpose.CARE, RoomPurpose.DETOX}
    ):
        yield _find("care_place", rules, **who)
    kind = ZONING[place.zone_kind].stay_kind
    if rules.separates_kinds and kind is not None and kind is not person.stay_kind:
        kinds = {"kind": STAY_KIND_LABELS[kind], "other": STAY_KIND_LABELS[person.stay_kind]}
        yield _find("stay_kind", rules, **who, **kinds)


def _of_room(place: Place, roommates: Sequence[Sleeper], rules: HouseRules) -> Iterator[Finding]:
    if place.closed:
        yield _find("closed", rules, bed=place.name, reason=place.closed)
    if len(roommates) >= place.working:
        yield _find("capacity", rules, room=place.name, working=place.working)
    norm = rules.norms.get(place.purpose)
    if norm is None or not place.area_m2:
        return
    have = place.area_m2 / (len(roommates) + 1)
    if have < norm.least:
        numbers = {"have": f"{have:.1f}".replace(".", ","), "least": f"{norm.least:g}".replace(".", ",")}
        yield _find("room_space", rules, article=norm.article, room=place.name, **numbers)


ALONE: Final = {NeedKind.BODY_SEX_ROOM: "body_sex", NeedKind.SEPARATE_ROOM: "separate_room"}
"""Needs of a room with nobody else in it, and the rule of each."""


def _between(person: Sleeper, other: Sleeper, rules: HouseRules) -> Iterator[Finding]:
    """What speaks against these two in one room; the same seen from either."""
    both = {"person": person.code, "roommate": other.code}
    other_id = other.resident_id
    if person.lives_as is not other.lives_as:
        yield _find("sex_roommate", rules, other_id, **both)
    if person.is_minor is not other.is_minor:
        yield _find("minor_roommate", rules, other_id, **both)
    if _is_mixed(person, other):
        yield _find("infection_roommate", rules, other_id, **both)
    for one in (person, other):
        if one.needs:
            needed = (rule for kind, rule in ALONE.items() if one.need(kind))
            yield from (_find(rule, rules, other_id, alone=one.code) for rule in needed)
    if other_id in person.apart or person.resident_id in other.apart:
        yield _find("keep_apart", rules, other_id, **both)
    elif other_id in person.avoid or person.resident_id in other.avoid:
        yield _find("keep_apart_soft", rules, other_id, **both)
    if rules.separates_kinds and person.stay_kind is not other.stay_kind:
        yield _find("stay_kind_roommate", rules, other_id, **both)


def _is_mixed(person: Sleeper, other: Sleeper) -> bool:
    """Whether an infectious person would lie beside somebody who is not of the same cohort."""
    if not person.needs and not other.needs:
        return False
    mine, theirs = person.need(NeedKind.INFECTION_ROOM), other.need(NeedKind.INFECTION_ROOM)
    if mine is None and theirs is None:
        return False
    return mine is None or theirs is None or not mine.cohort or mine.cohort != theirs.cohort


_ORDER: Final = {level: place for place, level in enumerate(Level)}


def hardest(findings: Iterable[Finding]) -> Level | None:
    """The hardest of them; None when nothing speaks against it."""
    return min((one.level for one in findings), key=_ORDER.__getitem__, default=None)


def _joined(errors: Sequence[UserError]) -> UserError:
    """Several sentences as one, each translated by itself."""
    first, *rest = errors
    if not rest:
        return first
    return UserError(first.code, label("errors", "{first} {rest}"), first=first, rest=_joined(rest))


class PlacementRefusedError(UserError):
    """The place breaks a rule; ``findings`` says which, ``can_override`` whether a second person could agree."""

    def __init__(self, findings: Sequence[Finding], person: str, bed: str) -> None:
        """Name every rule that refuses, with its article."""
        self.findings = tuple(one for one in findings if one.level is not Level.WARN)
        self.can_override = all(one.level is Level.OVERRIDABLE for one in self.findings)
        way = (
            label(
                "errors",
                "Không xếp người {person} vào {bed}. {rules} Muốn vẫn xếp: ghi lý do và nhờ người thứ hai có "
                "quyền xác nhận.",
            )
            if self.can_override
            else label("errors", "Không xếp người {person} vào {bed}. {rules} Hãy chọn giường khác.")
        )
        super().__init__(
            "placement_refused",
            way,
            fields={"bed": label("errors", "Giường này trái quy tắc xếp chỗ ở")},
            person=person,
            bed=bed,
            rules=_joined([one.error for one in self.findings]),
        )
