"""Reads a control document field by field; what is missing, wrong in kind or out of range is named by its key."""

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime
from typing import Final, TypeVar

from facility_app.kernel.typed import MOST_EXACT
from facility_app.sync import canonical
from facility_app.sync.canonical import Json

Read = TypeVar("Read")
HEX_32: Final = re.compile(r"[0-9a-f]{32}")
HEX_64: Final = re.compile(r"[0-9a-f]{64}")
CODE: Final = re.compile(r"[A-Z0-9]+(\.[A-Z0-9]+)*")
"""Who receives: groups of capitals and digits."""
FACILITY: Final = re.compile(r"(?=.{1,35}\Z)[A-Z0-9]+(\.[A-Z0-9]+)*")
"""QĐ 20/2020/QĐ-TTg: groups of capitals and digits joined by full stops, 35 letters at most."""
SIGNER: Final = re.compile(r"ed25519:[0-9a-f]{16}")
RECIPIENT: Final = re.compile(r"age:[0-9a-f]{16}")
STREAM: Final = re.compile(r"[A-Z][A-Z0-9]{0,7}@[A-Za-z0-9.]{1,40}")
SUITE: Final = re.compile(r"S[0-9]{1,2}")
SCHEMA: Final = re.compile(r"[0-9]{1,3}\.[0-9]{1,4}")
TABLE: Final = re.compile(r"[A-Za-z_]{1,40}")
INSTANT: Final = "%Y-%m-%dT%H:%M:%SZ"


class Fields:
    """One object of a control document.

    Every reader raises ``ValueError`` with the path of the key and never its value.
    """

    def __init__(self, value: Json, path: str = "") -> None:
        """Read ``value``, which must be an object."""
        self._path = path
        if not isinstance(value, dict):
            raise ValueError(path or "/")
        self._value = value

    def has(self, key: str) -> bool:
        """Whether the key is there at all."""
        return key in self._value

    def of(self, key: str) -> "Fields":
        """The object under ``key``."""
        return Fields(self._value.get(key), self.path(key))

    def text(self, key: str, pattern: re.Pattern[str] | None = None, *, most: int = 200) -> str:
        """A text in NFC without control letters, whole of ``pattern`` where one is given."""
        value = self._value.get(key)
        if not isinstance(value, str) or not 0 < len(value) <= most:
            raise ValueError(self.path(key))
        if not (value.isprintable() and unicodedata.is_normalized("NFC", value)):
            raise ValueError(self.path(key))
        if pattern is not None and pattern.fullmatch(value) is None:
            raise ValueError(self.path(key))
        return value

    def text_or_none(self, key: str, pattern: re.Pattern[str]) -> str | None:
        """A text, or ``null``, which must be written out."""
        if key in self._value and self._value[key] is None:
            return None
        return self.text(key, pattern)

    def number(self, key: str, least: int = 0, most: int = MOST_EXACT) -> int:
        """A whole number in its range."""
        value = self._value.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise ValueError(self.path(key))
        return value

    def yes(self, key: str) -> bool:
        """Yes or no."""
        value = self._value.get(key)
        if not isinstance(value, bool):
            raise ValueError(self.path(key))
        return value

    def one_of(self, key: str, allowed: Collection[str]) -> str:
        """One of the words ``allowed``."""
        value = self.text(key)
        if value not in allowed:
            raise ValueError(self.path(key))
        return value

    def instant(self, key: str) -> datetime:
        """A moment in UTC, to the second."""
        value = self.text(key)
        try:
            read = datetime.strptime(value, INSTANT).replace(tzinfo=UTC)
        except ValueError as error:
            raise ValueError(self.path(key)) from error
        if instant_text(read) != value:
            raise ValueError(self.path(key))
        return read

    def day(self, key: str) -> date:
        """A day, ``YYYY-MM-DD``."""
        value = self.text(key)
        try:
            read = date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(self.path(key)) from error
        if read.isoformat() != value:
            raise ValueError(self.path(key))
        return read

    def texts(self, key: str, pattern: re.Pattern[str], *, most: int, least: int = 0) -> tuple[str, ...]:
        """A list of texts, none twice."""
        found = self.items(key, lambda item, path: _text_of(item, pattern, path), most=most, least=least)
        if len(set(found)) != len(found):
            raise ValueError(self.path(key))
        return found

    def items(self, key: str, read: Callable[[Json, str], Read], *, most: int, least: int = 0) -> tuple[Read, ...]:
        """A list, each item read by ``read(item, path)``."""
        value = self._value.get(key)
        if not isinstance(value, list) or not least <= len(value) <= most:
            raise ValueError(self.path(key))
        return tuple(read(item, f"{self.path(key)}/{at}") for at, item in enumerate(value))

    def named(self, key: str, pattern: re.Pattern[str], read: "Callable[[Fields, str], Read]") -> dict[str, Read]:
        """An object whose keys are names, each whole of ``pattern`` and read by ``read(object, name)``."""
        inner = self.of(key)
        if not all(map(pattern.fullmatch, inner._value)):
            raise ValueError(self.path(key))
        return {name: read(inner, name) for name in inner._value}

    def raw(self, key: str) -> Json:
        """Whatever is there."""
        return self._value.get(key)

    def path(self, key: str) -> str:
        """Where ``key`` stands in the document."""
        return f"{self._path}/{key}"


def document(data: bytes) -> Fields:
    """A control document, which is an object in its one form.

    Raises:
        ValueError: it is not; the message is ``/``, the path of the whole.
    """
    try:
        return Fields(canonical.decode(data))
    except ValueError as error:
        msg = "/"
        raise ValueError(msg) from error


def instant_text(moment: datetime) -> str:
    """A moment as bundles write it: UTC, to the second."""
    return moment.astimezone(UTC).strftime(INSTANT)


def _text_of(item: Json, pattern: re.Pattern[str], path: str) -> str:
    if not isinstance(item, str) or pattern.fullmatch(item) is None:
        raise ValueError(path)
    return item
