"""Kết quả lao động: income less costs, its split, and what each person gets, in whole đồng that add up.

NĐ 163/2026 Đ118.2. The remainder rule [design]: every part is cut to whole đồng, what is left over goes to the
part of the residents, never away from them. Their part is shared by a stated key: each share is cut to whole đồng,
the đồng left over go one each to the largest remainders, of equal ones to the earlier code.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money

SPLIT_ARTICLE: Final = "NĐ 163/2026 Đ118.2"
COST_ARTICLE: Final = "NĐ 163/2026 Đ118.1b"
_WHOLE: Final = 100


class ResultKind(StrEnum):
    """Khoản thu, chi của lao động trị liệu (Đ118.1b)."""

    INCOME = "income"
    MATERIALS = "materials"
    OUTSIDE_LABOUR = "outside_labour"
    POWER_WATER = "power_water"
    TOP_UP = "top_up"
    DEPRECIATION = "depreciation"
    OTHER_DIRECT = "other_direct"

    @property
    def is_income(self) -> bool:
        """Whether money comes in."""
        return self is ResultKind.INCOME


RESULT_KIND_LABELS: Final[dict[ResultKind, Label]] = {
    ResultKind.INCOME: label("terms", "Thu từ lao động trị liệu"),
    ResultKind.MATERIALS: label("terms", "Vật tư, nguyên liệu"),
    ResultKind.OUTSIDE_LABOUR: label("terms", "Thuê lao động bên ngoài"),
    ResultKind.POWER_WATER: label("terms", "Điện, nước"),
    ResultKind.TOP_UP: label("terms", "Hỗ trợ bổ sung"),
    ResultKind.DEPRECIATION: label("terms", "Khấu hao tài sản cố định"),
    ResultKind.OTHER_DIRECT: label("terms", "Chi phí trực tiếp khác"),
}
COST_KINDS: Final = tuple(kind for kind in ResultKind if not kind.is_income)


class ShareKey(StrEnum):
    """Căn cứ chia phần của người cai nghiện [design]."""

    MINUTES = "minutes"
    DAYS = "days"


SHARE_KEY_LABELS: Final[dict[ShareKey, Label]] = {
    ShareKey.MINUTES: label("terms", "Theo số giờ lao động"),
    ShareKey.DAYS: label("terms", "Theo số ngày có lao động"),
}
PART_LABELS: Final[tuple[Label, ...]] = (
    label("terms", "Bổ sung ăn, uống"),
    label("terms", "Hỗ trợ sinh hoạt"),
    label("terms", "Người cai nghiện"),
    label("terms", "Văn hóa, thể thao, khen thưởng"),
)
"""The four uses of a surplus, in the order of the law; ``Split.parts`` stands in the same."""
PART_ARTICLES: Final = tuple(f"{SPLIT_ARTICLE}{point}" for point in "abcd")
REMAINDER_RULE: Final = label(
    "terms",
    "Mỗi phần làm tròn xuống đồng; số đồng lẻ thuộc phần của người cai nghiện. Phần mỗi người làm tròn xuống "
    "đồng; số đồng còn lại cộng mỗi người một đồng, từ người có phần lẻ lớn nhất, bằng nhau thì theo thứ tự mã.",
)


@dataclass(frozen=True, slots=True)
class Split:
    """The four uses of a surplus (Đ118.2 a–d); they add up to it."""

    food: Money
    living: Money
    residents: Money
    culture: Money

    @property
    def parts(self) -> tuple[Money, Money, Money, Money]:
        """The four, in the order of the law."""
        return self.food, self.living, self.residents, self.culture

    @property
    def total(self) -> Money:
        """All four together."""
        return sum(self.parts, Money(0))


@dataclass(frozen=True, slots=True)
class Worked:
    """What somebody did in a month; ``code`` decides between equal remainders."""

    resident_id: str
    code: str
    minutes: int
    days: int

    def weight(self, key: ShareKey) -> int:
        """How much counts for them."""
        return self.minutes if key is ShareKey.MINUTES else self.days


def split_surplus(surplus: Money, percents: Sequence[int]) -> Split:
    """The four parts of a surplus.

    Args:
        surplus: not negative.
        percents: of food, living, residents and culture, in the order of Đ118.2.

    Raises:
        ValueError: a negative surplus, or percents that are no whole.
    """
    if surplus < Money(0) or len(percents) != len(Split.__slots__) or sum(percents) != _WHOLE or min(percents) < 0:
        message = "a split needs a surplus and four percents that make a hundred"
        raise ValueError(message)
    food, living, _, culture = (Money(surplus.vnd * percent // _WHOLE) for percent in percents)
    return Split(food, living, surplus - food - living - culture, culture)


def share_out(part: Money, worked: Sequence[Worked], key: ShareKey) -> tuple[tuple[Worked, Money], ...]:
    """What each person gets of the residents' part, in the order of the codes; the shares sum to it exactly.

    Raises:
        UserError: ``labour_nobody_worked`` when there is money and nobody to share it among.
    """
    listed = sorted(worked, key=lambda one: (one.code, one.resident_id))
    weights = [one.weight(key) for one in listed]
    if part == Money(0):
        return tuple((one, Money(0)) for one in listed)
    if sum(weights) <= 0:
        raise UserError(
            "labour_nobody_worked",
            label(
                "errors",
                "Có chênh lệch để chia nhưng tháng này chưa chấm công cho ai, nên không chia được phần của người "
                "cai nghiện ({article}). Hãy chấm công, hoặc chuyển khoản thu sang đúng tháng.",
            ),
            article=f"{SPLIT_ARTICLE}c",
        )
    return tuple(zip(listed, part.split(weights), strict=True))
