"""JSON with one form for one value: RFC 8785 narrowed to I-JSON without floats (goi-v1 §3.1).

What was signed is bytes; a reader that accepts one form only cannot read two things out of them.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from facility_app.kernel.typed import MOST_EXACT

DEEPEST: Final = 16
"""Levels of a control document; what nests deeper was not made by this format."""
MOST_VALUES: Final = 2_000_000
"""Values of a control document: the smallest list costs two bytes in it and sixty in memory."""
Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
_OPENING: Final = frozenset(b"[{")
_NOT_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))


def encode(value: object) -> bytes:
    """The one form of ``value``: sorted keys, no spaces, UTF-8.

    Raises:
        ValueError: a number out of range, a key beyond ASCII, half a character, or too deep.
        TypeError: a float, or what JSON has no word for.
    """
    _check(value, 0)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def decode(data: bytes) -> Json:
    """Read ``data`` if it is the one form of what it says.

    Raises:
        ValueError: anything else; the message names the kind of fault, never a value.
    """
    if _depth(data) > DEEPEST:
        msg = "nested too deep"
        raise ValueError(msg)
    if data.count(b",") + data.count(b"[") + data.count(b"{") > MOST_VALUES:
        msg = "too many values"
        raise ValueError(msg)
    try:
        value: Json = json.loads(data.decode(), parse_float=_no_float, parse_constant=_no_float)
        again = encode(value)
    except (ValueError, RecursionError) as error:
        msg = "not canonical JSON"
        raise ValueError(msg) from error
    if again != data:  # spaces, other order, a key twice, an escape where none is needed
        msg = "not in its canonical form"
        raise ValueError(msg)
    return value


def _check(value: object, depth: int) -> None:
    if depth > DEEPEST:
        msg = "nested too deep"
        raise ValueError(msg)
    if value is None or isinstance(value, bool | str):
        return
    if isinstance(value, int):
        if abs(value) > MOST_EXACT:
            msg = "number out of range"
            raise ValueError(msg)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not (isinstance(key, str) and key.isascii()):
                msg = "a key is not ASCII"
                raise ValueError(msg)
            _check(item, depth + 1)
    elif isinstance(value, Sequence):
        for item in value:
            _check(item, depth + 1)
    else:
        msg = f"no {type(value).__name__} in a bundle's JSON"
        raise TypeError(msg)


def _no_float(_text: str) -> Json:
    msg = "no floats"
    raise ValueError(msg)


def _depth(data: bytes) -> int:
    """Brackets open at once at most, those inside texts counted too: too deep is refused before it is parsed."""
    deepest = level = 0
    for byte in data.translate(None, _NOT_BRACKETS):
        level += 1 if byte in _OPENING else -1
        deepest = max(deepest, level)
    return deepest
