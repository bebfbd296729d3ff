"""Medicine the family brings: only with a prescription, under Tổ Y tế (NĐ 163/2026/NĐ-CP Đ114.5)."""

import re
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold

MOST_UNITS: Final = 10_000
"""Nobody brings more of one medicine."""
MOST_DAYS: Final = 366
"""No prescription is for more days."""
SOON: Final = 3
"""Days before a medicine runs out in which somebody is told (design: the family needs time to bring more)."""


class ExternalState(StrEnum):
    """Where it stands."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class ExternalEnd(StrEnum):
    """Where what was not used went."""

    HANDED_BACK = "handed_back"
    DESTROYED = "destroyed"


STATE_LABELS: Final[dict[ExternalState, Label]] = {
    ExternalState.RECEIVED: label("medication", "Chờ bác sĩ"),
    ExternalState.ACCEPTED: label("medication", "Được dùng"),
    ExternalState.REFUSED: label("medication", "Không cho dùng"),
}
END_LABELS: Final[dict[ExternalEnd, Label]] = {
    ExternalEnd.HANDED_BACK: label("medication", "Trả lại gia đình"),
    ExternalEnd.DESTROYED: label("medication", "Hủy"),
}

_SALTS: Final = frozenset(
    {"hydroclorid", "hydrochloride", "hydrochlorid", "hcl", "sulfat", "sulphate", "sulfate", "natri", "kali"}
    | {"clorid", "citrat", "citrate", "tartrat", "maleat", "phosphat", "phosphate", "acid", "calci"}
)
_WORDS: Final = re.compile(r"[a-z]{4,}")


def is_stem(cell: str) -> bool:
    """Whether a rule can look for it: the beginning of one word, folded, and no name of a salt."""
    return _WORDS.fullmatch(cell) is not None and cell not in _SALTS


def begins_so(medicine: str, stem: str) -> bool:
    """Whether a word of what is printed on a box begins so.

    Args:
        medicine: as printed, with or without marks.
        stem: as ``is_stem`` demands.
    """
    return any(word.startswith(stem) for word in _WORDS.findall(fold(medicine)))


def is_named(medicine: str, *names: str | None) -> bool:
    """Whether what is printed on a box has a word of a generic or trade name; the word of a salt is none."""
    known = {word for one in names if one for word in _WORDS.findall(fold(one))} - _SALTS
    return not known.isdisjoint(_WORDS.findall(fold(medicine)))
