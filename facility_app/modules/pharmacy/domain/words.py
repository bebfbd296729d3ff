"""Numbers in words, as papers on narcotic medicines want them beside the digits (TT 26/2025)."""

from decimal import Decimal
from typing import Final

from facility_app.kernel.labels import Label, label

_DIGITS: Final[tuple[Label, ...]] = (
    label("papers", "không"),
    label("papers", "một"),
    label("papers", "hai"),
    label("papers", "ba"),
    label("papers", "bốn"),
    label("papers", "năm"),
    label("papers", "sáu"),
    label("papers", "bảy"),
    label("papers", "tám"),
    label("papers", "chín"),
)
_GROUPS: Final[tuple[str, ...]] = (
    "",
    label("papers", "nghìn"),
    label("papers", "triệu"),
    label("papers", "tỷ"),
)
_HUNDRED: Final = label("papers", "trăm")
_ODD: Final = label("papers", "linh")
_TEN: Final = label("papers", "mười")
_TENS: Final = label("papers", "mươi")
_ONE_AFTER_TENS: Final = label("papers", "mốt")
_FIVE_AFTER_TENS: Final = label("papers", "lăm")
_COMMA: Final = label("papers", "phẩy")
_MOST: Final = 10**12


def in_words(number: Decimal) -> str:
    """A number as it is read out: 105 is ``một trăm linh năm``, 2.5 is ``hai phẩy năm``.

    Raises:
        ValueError: for a negative number, or one of a thousand billions.
    """
    if not 0 <= number < _MOST:
        message = "only quantities on paper are read out"
        raise ValueError(message)
    whole = int(number)
    _, _, after = f"{number.normalize():f}".partition(".")
    said = _whole(whole)
    return said if not after else " ".join((said, _COMMA, *(_DIGITS[int(one)] for one in after)))


def _whole(number: int) -> str:
    if number == 0:
        return str(_DIGITS[0])
    groups: list[int] = []
    while number:
        number, rest = divmod(number, 1000)
        groups.append(rest)
    said: list[str] = []
    for place in range(len(groups) - 1, -1, -1):
        if groups[place]:
            said += [*_group(groups[place], is_first=not said), _GROUPS[place]]
    return " ".join(filter(None, said))


def _group(number: int, *, is_first: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    said: list[str] = [] if is_first and not hundreds else [_DIGITS[hundreds], _HUNDRED]
    if not tens:
        return said if not ones else [*said, *([_ODD] if said else []), _DIGITS[ones]]
    said += [_TEN] if tens == 1 else [_DIGITS[tens], _TENS]
    if not ones:
        return said
    if ones == 1 and tens > 1:
        return [*said, _ONE_AFTER_TENS]
    return [*said, _FIVE_AFTER_TENS if ones == 5 else _DIGITS[ones]]  # noqa: PLR2004 - the word of five changes
