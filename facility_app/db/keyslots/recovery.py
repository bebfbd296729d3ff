"""The recovery key as people print, read aloud and type it: 8 groups of 4 letters and a check group."""

from collections.abc import Callable
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label

SECRET_BYTES: Final = 20
GROUP: Final = 4
GROUPS: Final = 9
LETTERS: Final = GROUP * GROUPS
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""

_MEANT: Final = str.maketrans("OIL", "011", " -\u2010\u2011\u2012\u2013\u2014_.\t\r\n\u00a0")

# Pairs of letters are numbers of 10 bits, digits of a Reed-Solomon code over GF(1024): its two check digits find
# any two wrong pairs and name the place of a single one.
_FIELD: Final = 1023
_POLYNOMIAL: Final = 0b100_0000_1001
_PAIRS: Final = LETTERS // 2
_CHECKS: Final = 2


def new_recovery_key(random: Callable[[int], bytes]) -> tuple[bytes, str]:
    """(secret, text to print); ``random`` is ``os.urandom`` outside tests."""
    secret = random(SECRET_BYTES)
    return secret, recovery_text(secret)


def recovery_text(secret: bytes) -> str:
    """The 160 bits as 9 groups of 4 letters with dashes; the last group is the check."""
    number = int.from_bytes(secret, "big")
    pairs = [number >> 10 * place & _FIELD for place in reversed(range(_PAIRS - _CHECKS))]
    letters = "".join(ALPHABET[pair >> 5] + ALPHABET[pair & 31] for pair in (*pairs, *_check_pairs(pairs)))
    return "-".join(letters[at : at + GROUP] for at in range(0, LETTERS, GROUP))


def recovery_secret(text: str) -> bytes:
    """The 160 bits back, whatever case, blanks and dashes were typed; O counts as 0, I and L as 1.

    Raises:
        UserError: ``recovery_key_mistyped``, naming the group when it can be told which.
    """
    letters = text.upper().translate(_MEANT)
    for place, letter in enumerate(letters):
        if letter not in ALPHABET:
            raise _mistyped_in(place // GROUP + 1)
    if len(letters) != LETTERS:
        raise UserError(
            "recovery_key_mistyped",
            label(
                "errors",
                "Khóa khôi phục có {groups} nhóm, mỗi nhóm {size} ký tự (tất cả {all} ký tự); khóa vừa gõ có "
                "{typed} ký tự. Hãy gõ lại theo tờ đã in.",
            ),
            groups=GROUPS,
            size=GROUP,
            all=LETTERS,
            typed=len(letters),
        )
    pairs = [ALPHABET.index(letters[at]) << 5 | ALPHABET.index(letters[at + 1]) for at in range(0, LETTERS, 2)]
    _require_check(pairs)
    number = 0
    for pair in pairs[:-_CHECKS]:
        number = number << 10 | pair
    return number.to_bytes(SECRET_BYTES, "big")


def _mistyped_in(group: int) -> UserError:
    return UserError(
        "recovery_key_mistyped",
        label(
            "errors",
            "Khóa khôi phục bị gõ nhầm ở nhóm thứ {group}. Hãy so lại nhóm này với tờ đã in rồi gõ lại.",
        ),
        group=group,
    )


def _require_check(pairs: list[int]) -> None:
    """Refuse unless both sums of the code are 0.

    One wrong pair at place i, off by e, makes them e and e·aⁱ, so their quotient is the place.
    """
    plain, weighted = _sums(pairs)
    if plain == weighted == 0:
        return
    if plain and weighted:
        place = (_LOG[weighted] - _LOG[plain]) % _FIELD
        if place < len(pairs):
            raise _mistyped_in(place * 2 // GROUP + 1)
    raise UserError(
        "recovery_key_mistyped",
        label("errors", "Khóa khôi phục bị gõ nhầm ở nhiều chỗ. Hãy so lại từng nhóm với tờ đã in rồi gõ lại."),
    )


def _check_pairs(pairs: list[int]) -> tuple[int, int]:
    """The two pairs that make both sums of the whole 0."""
    plain, weighted = _sums(pairs)
    first, second = _POWER[len(pairs)], _POWER[len(pairs) + 1]
    # x + y = plain and x·first + y·second = weighted, where + is exclusive or.
    last = _product(weighted ^ _product(plain, first), _inverse(first ^ second))
    return plain ^ last, last


def _sums(pairs: list[int]) -> tuple[int, int]:
    plain = weighted = 0
    for place, pair in enumerate(pairs):
        plain ^= pair
        weighted ^= _product(pair, _POWER[place])
    return plain, weighted


def _powers() -> tuple[int, ...]:
    powers, value = [], 1
    for _ in range(_FIELD):
        powers.append(value)
        value <<= 1
        if value > _FIELD:
            value ^= _POLYNOMIAL
    return tuple(powers)


_POWER: Final = _powers()
_LOG: Final = {value: place for place, value in enumerate(_POWER)}


def _product(left: int, right: int) -> int:
    return _POWER[(_LOG[left] + _LOG[right]) % _FIELD] if left and right else 0


def _inverse(value: int) -> int:
    return _POWER[-_LOG[value] % _FIELD]
