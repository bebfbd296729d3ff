"""Record ids: UUIDv7 as 32 hex digits, made offline, in order of time, and never twice."""

import re
import threading
from collections.abc import Callable
from typing import Final

RANDOM_BYTES: Final = 10
"""Random bytes one id takes."""

_LAST_MS: Final = (1 << 48) - 1
# RFC 9562 §5.7: 48 bits of milliseconds, version 7, 12 bits, variant 10, 62 bits.
_VERSION: Final = 0x7 << 76
_VARIANT: Final = 0b10 << 62
_PAYLOAD_BITS: Final = 74
_LOW_BITS: Final = 62
# Steps of 32 bits leave room for some 2**42 ids in one millisecond; the next id stays hard to guess.
_STEP_BYTES: Final = 4
_SHAPE: Final = re.compile(r"[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}")


def uuid7(unix_ms: int, random: bytes) -> str:
    """The id of one instant and one piece of chance.

    Args:
        unix_ms: milliseconds since 1970-01-01 UTC, 0 to 2**48 - 1.
        random: exactly ``RANDOM_BYTES`` bytes; the lowest 74 bits are used.

    Returns:
        32 lower-case hex digits without dashes; later milliseconds sort later as text.

    Raises:
        ValueError: for a time or a length out of range.
    """
    if len(random) != RANDOM_BYTES:
        message = f"{len(random)} random bytes, not {RANDOM_BYTES}"
        raise ValueError(message)
    return _compose(unix_ms, int.from_bytes(random, "big") & ((1 << _PAYLOAD_BITS) - 1))


def is_id(text: str) -> bool:
    """Whether ``text`` is an id as ``uuid7`` writes it."""
    return _SHAPE.fullmatch(text) is not None


def unix_ms_of(record_id: str) -> int:
    """Milliseconds since 1970-01-01 UTC at which the id was made, by the clock of its maker.

    Raises:
        ValueError: when ``record_id`` is not an id.
    """
    if not is_id(record_id):
        message = "not a record id"
        raise ValueError(message)
    return int(record_id[:12], 16)


class OrderedIds:
    """Ids that strictly increase within the process, whatever the clock does (RFC 9562 §6.2, method 2).

    While the clock stands still or goes back, the last millisecond is kept and the random part is raised by
    a random step; should it overflow, the millisecond is moved on by one. Safe to call from any thread.
    """

    def __init__(self, now_ms: Callable[[], int], random: Callable[[int], bytes]) -> None:
        """Take the clock in milliseconds since 1970 UTC and a source of so many random bytes."""
        self._now_ms = now_ms
        self._random = random
        self._lock = threading.Lock()
        self._last_ms = -1
        self._last_payload = 0

    def new(self) -> str:
        """A new id, greater than every id this object gave before."""
        with self._lock:
            now_ms = self._now_ms()
            if now_ms > self._last_ms:
                self._start(now_ms)
            else:
                self._step()
            return _compose(self._last_ms, self._last_payload)

    def _start(self, unix_ms: int) -> None:
        self._last_ms = unix_ms
        # The top bit starts empty, so that stepping has room before it overflows.
        self._last_payload = int.from_bytes(self._random(RANDOM_BYTES), "big") & ((1 << (_PAYLOAD_BITS - 1)) - 1)

    def _step(self) -> None:
        payload = self._last_payload + 1 + int.from_bytes(self._random(_STEP_BYTES), "big")
        if payload >> _PAYLOAD_BITS:
            self._start(self._last_ms + 1)
        else:
            self._last_payload = payload


def _compose(unix_ms: int, payload: int) -> str:
    if not 0 <= unix_ms <= _LAST_MS:
        message = f"{unix_ms} milliseconds do not fit an id"
        raise ValueError(message)
    high, low = payload >> _LOW_BITS, payload & ((1 << _LOW_BITS) - 1)
    return f"{unix_ms << 80 | _VERSION | high << 64 | _VARIANT | low:032x}"
