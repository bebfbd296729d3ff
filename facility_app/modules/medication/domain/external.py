"""Medicine the family brings: only with a prescription, under Tổ Y tế (NĐ 163/2026/NĐ-CP Đ114.5)."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold

MOST_UNITS: Final = 10_000
"""Nobody brings more of one medicine."""


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

CONTROLLED_STEMS: Final = (
    *("morphin", "codein", "fentanyl", "pethidin", "oxycodon", "methadon", "buprenorphin", "tramadol"),
    *("diazepam", "clonazepam", "lorazepam", "alprazolam", "oxazepam", "bromazepam", "midazolam", "phenobarbital"),
)
"""Opioids, benzodiazepines and a barbiturate by generic name, without the last vowel spellings differ in.

Those the shipped tables of tests and interactions speak of and their nearest kin; the catalogue adds its own.
"""
_SALTS: Final = frozenset(
    {"hydroclorid", "hydrochloride", "hydrochlorid", "hcl", "sulfat", "sulphate", "sulfate", "natri", "kali"}
    | {"clorid", "citrat", "citrate", "tartrat", "maleat", "phosphat", "phosphate", "acid", "calci"}
)
_WORDS: Final = re.compile(r"[a-z]{4,}")


def is_controlled_name(medicine: str, names: Iterable[str] = ()) -> bool:
    """Whether what is printed on a box names a narcotic or psychotropic medicine.

    Args:
        medicine: as printed, with or without marks.
        names: generic and trade names the catalogue classes so.
    """
    said = _WORDS.findall(fold(medicine))
    known = {word for one in names for word in _WORDS.findall(fold(one))} - _SALTS
    return any(word.startswith(CONTROLLED_STEMS) or word in known for word in said)
