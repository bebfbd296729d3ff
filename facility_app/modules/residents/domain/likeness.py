"""Whether somebody at the door was here before: how alike two people are, and why; a person decides."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold
from facility_app.kernel.sex import Sex

ASK_FROM: Final = 50
"""From this score on the person is shown before anything is saved."""
ALMOST_CERTAIN_FROM: Final = 100

_LEAST_SHARED_WORDS: Final = 2
_FAR_YEARS: Final = 4


class Likeness(StrEnum):
    """Điểm giống nhau."""

    SAME_NUMBER = "same_number"
    SAME_NAME = "same_name"
    SAME_ALIAS = "same_alias"
    SIMILAR_NAME = "similar_name"
    SAME_BIRTH = "same_birth"
    SWAPPED_BIRTH = "swapped_birth"
    SAME_BIRTH_YEAR = "same_birth_year"
    NEAR_BIRTH_YEAR = "near_birth_year"
    SAME_PARENT = "same_parent"
    SAME_HOME = "same_home"
    OTHER_SEX = "other_sex"
    FAR_BIRTH = "far_birth"


LIKENESS_LABELS: dict[Likeness, Label] = {
    Likeness.SAME_NUMBER: label("terms", "Trùng số giấy tờ"),
    Likeness.SAME_NAME: label("terms", "Trùng họ tên (không xét dấu)"),
    Likeness.SAME_ALIAS: label("terms", "Trùng với một tên gọi khác"),
    Likeness.SIMILAR_NAME: label("terms", "Họ tên gần giống"),
    Likeness.SAME_BIRTH: label("terms", "Trùng ngày sinh"),
    Likeness.SWAPPED_BIRTH: label("terms", "Ngày sinh đảo ngày và tháng"),
    Likeness.SAME_BIRTH_YEAR: label("terms", "Trùng năm sinh"),
    Likeness.NEAR_BIRTH_YEAR: label("terms", "Năm sinh lệch một năm"),
    Likeness.SAME_PARENT: label("terms", "Trùng tên cha hoặc mẹ"),
    Likeness.SAME_HOME: label("terms", "Cùng xã"),
    Likeness.OTHER_SEX: label("terms", "Khác giới tính"),
    Likeness.FAR_BIRTH: label("terms", "Năm sinh khác xa"),
}

SCORES: Final = {
    Likeness.SAME_NUMBER: 100,
    Likeness.SAME_NAME: 40,
    Likeness.SAME_ALIAS: 35,
    Likeness.SIMILAR_NAME: 25,
    Likeness.SAME_BIRTH: 35,
    Likeness.SWAPPED_BIRTH: 25,
    Likeness.SAME_BIRTH_YEAR: 15,
    Likeness.NEAR_BIRTH_YEAR: 10,
    Likeness.SAME_PARENT: 20,
    Likeness.SAME_HOME: 10,
    Likeness.OTHER_SEX: -20,
    Likeness.FAR_BIRTH: -25,
}


@dataclass(frozen=True, slots=True, repr=False)
class Traits:
    """What two people are compared by.

    Attributes:
        names: the name first, then other names.
        numbers: numbers of papers, normalised.
        parents: names of father and mother.
        communes: codes of communes they live in or come from.
    """

    names: tuple[str, ...]
    sex: Sex
    birth_on: date | None
    birth_year: int
    numbers: frozenset[str] = frozenset()
    parents: tuple[str, ...] = ()
    communes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two people are.

    Attributes:
        score: sum of the reasons' scores; asked about from ``ASK_FROM`` on.
        reasons: in the order of their weight.
    """

    score: int
    reasons: tuple[Likeness, ...] = field(repr=False)

    @property
    def is_almost_certain(self) -> bool:
        """Whether hardly anybody else can be meant."""
        return self.score >= ALMOST_CERTAIN_FROM


def compare(one: Traits, other: Traits) -> Match:
    """How alike two people are, seen from either side."""
    found = [*_names(one, other), *_births(one, other)]
    if one.numbers & other.numbers:
        found.append(Likeness.SAME_NUMBER)
    if {fold(name) for name in one.parents} & {fold(name) for name in other.parents}:
        found.append(Likeness.SAME_PARENT)
    if one.communes & other.communes:
        found.append(Likeness.SAME_HOME)
    if one.sex is not other.sex:
        found.append(Likeness.OTHER_SEX)
    reasons = sorted(found, key=lambda reason: -SCORES[reason])
    return Match(sum(SCORES[reason] for reason in reasons), tuple(reasons))


def _names(one: Traits, other: Traits) -> list[Likeness]:
    mine, theirs = list(map(fold, one.names)), list(map(fold, other.names))
    if mine[0] == theirs[0]:
        return [Likeness.SAME_NAME]
    if set(mine) & set(theirs):
        return [Likeness.SAME_ALIAS]
    # The given name stands last; family and middle names are few, so they count only beside it.
    a, b = mine[0].split(), theirs[0].split()
    shares_enough = len(set(a) & set(b)) >= _LEAST_SHARED_WORDS or sorted(a) == sorted(b)
    return [Likeness.SIMILAR_NAME] if a[-1:] == b[-1:] and shares_enough else []


def _births(one: Traits, other: Traits) -> list[Likeness]:
    apart = abs(one.birth_year - other.birth_year)
    if apart >= _FAR_YEARS:
        return [Likeness.FAR_BIRTH]
    if one.birth_on is not None and other.birth_on is not None:
        return _days(one.birth_on, other.birth_on)
    if apart == 0:
        return [Likeness.SAME_BIRTH_YEAR]
    return [Likeness.NEAR_BIRTH_YEAR] if apart == 1 else []


def _days(one: date, other: date) -> list[Likeness]:
    """Two whole days that differ in more than one part are two days: of a common name there are many."""
    if one == other:
        return [Likeness.SAME_BIRTH]
    if (one.year, one.day, one.month) == (other.year, other.month, other.day):
        return [Likeness.SWAPPED_BIRTH]
    same = (one.day == other.day, one.month == other.month)
    if one.year == other.year and any(same):
        return [Likeness.SAME_BIRTH_YEAR]
    return [Likeness.NEAR_BIRTH_YEAR] if abs(one.year - other.year) == 1 and all(same) else []
