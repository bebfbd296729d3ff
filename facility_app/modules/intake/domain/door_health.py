"""What can be seen of somebody's health at the door, and which of it no bed and no paper may wait for.

Visible signs only: nobody is examined here and nothing is diagnosed. The table is a proposal: the doctor of the
facility signs it, and what is missing goes into the free line.
"""

from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label


class Sign(StrEnum):
    """Dấu hiệu nhìn thấy khi tiếp nhận."""

    UNRESPONSIVE = "unresponsive"
    BREATHLESS = "breathless"
    SEIZURE = "seizure"
    BLEEDING = "bleeding"
    SELF_HARM = "self_harm"
    CONFUSED = "confused"
    WITHDRAWAL = "withdrawal"
    FEVER = "fever"
    COUGH = "cough"
    JAUNDICE = "jaundice"
    PREGNANT = "pregnant"
    WOUND = "wound"
    INJECTION_MARKS = "injection_marks"
    CANNOT_WALK = "cannot_walk"


SIGN_LABELS: dict[Sign, Label] = {
    Sign.UNRESPONSIVE: label("terms", "Lơ mơ, gọi không đáp"),
    Sign.BREATHLESS: label("terms", "Khó thở, tím tái"),
    Sign.SEIZURE: label("terms", "Co giật"),
    Sign.BLEEDING: label("terms", "Chảy máu, chấn thương nặng"),
    Sign.SELF_HARM: label("terms", "Có ý định hoặc dấu vết tự hại"),
    Sign.CONFUSED: label("terms", "Kích động, hoang tưởng, nói nhảm"),
    Sign.WITHDRAWAL: label("terms", "Run, vã mồ hôi, nôn (hội chứng cai)"),
    Sign.FEVER: label("terms", "Sốt"),
    Sign.COUGH: label("terms", "Ho kéo dài, ho ra máu"),
    Sign.JAUNDICE: label("terms", "Vàng da, vàng mắt"),
    Sign.PREGNANT: label("terms", "Đang mang thai"),
    Sign.WOUND: label("terms", "Vết thương, lở loét"),
    Sign.INJECTION_MARKS: label("terms", "Vết tiêm"),
    Sign.CANNOT_WALK: label("terms", "Không tự đi lại được"),
}
RED_FLAGS: Final = frozenset(
    {
        *(Sign.UNRESPONSIVE, Sign.BREATHLESS, Sign.SEIZURE, Sign.BLEEDING, Sign.SELF_HARM, Sign.CONFUSED),
        *(Sign.WITHDRAWAL, Sign.COUGH, Sign.PREGNANT),
    }
)
"""A doctor or the chief nurse must see to it before anything else."""
SEPARATOR: Final = " "


def signs_of(kept: str | None) -> frozenset[Sign]:
    """Signs as one column keeps them."""
    return frozenset(Sign(one) for one in (kept or "").split())


def signs_as_kept(signs: frozenset[Sign]) -> str:
    """Signs for one column, in the order of the table."""
    return SEPARATOR.join(one for one in Sign if one in signs)


def red_flags(signs: frozenset[Sign]) -> frozenset[Sign]:
    """What of it nobody may wait with."""
    return signs & RED_FLAGS


def condition_text(signs: frozenset[Sign], note: str) -> str:
    """The sentence for the minutes: what was seen, in words."""
    found = [str(SIGN_LABELS[one]) for one in Sign if one in signs]
    said = "; ".join([*found, *filter(None, [note.strip()])])
    return said or str(label("papers", "Tỉnh táo, đi lại bình thường; không thấy dấu hiệu bất thường"))
