"""What a PDF was set with: every run of letters with its face, size and place, and every line drawn."""

import ctypes
import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.documents.reading import opened

raw: Any = importlib.import_module("pypdfium2.raw")
PATH = 2
"""What the library calls a drawn path."""


@dataclass(frozen=True)
class Letters:
    """Neighbouring letters of one face and size on one line.

    ``left``, ``right`` and ``base`` in points from the lower left corner; ``base`` is the line they stand on.
    """

    page: int
    text: str
    face: str
    size: float
    left: float
    right: float
    base: float


@dataclass(frozen=True)
class Stroke:
    """A line or box drawn: its bounds."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left


def lines(pdf: bytes) -> list[Letters]:
    """The letters of every page, in the order they were set."""
    with opened(pdf) as document:
        return [one for number, page in enumerate(document, 1) for one in _lines(number, page.get_textpage())]


def strokes(pdf: bytes) -> list[Stroke]:
    """Everything drawn that is no letter."""
    with opened(pdf) as document:
        return [
            Stroke(number, *shape.get_bounds())
            for number, page in enumerate(document, 1)
            for shape in page.get_objects(filter=[PATH])
        ]


def _lines(page: int, text: Any) -> Iterator[Letters]:
    kept: Letters | None = None
    for place in range(text.count_chars()):
        letter = text.get_text_range(place, 1)
        if not letter.strip():
            if kept is not None and letter == " ":
                kept = Letters(page, kept.text + " ", kept.face, kept.size, kept.left, kept.right, kept.base)
            continue
        face, size, (x, y) = (
            _face(text, place),
            round(raw.FPDFText_GetFontSize(text, place), 1),
            _origin(text, place),
        )
        right = text.get_charbox(place)[2]
        if kept is not None and (kept.face, kept.size, round(kept.base, 1)) == (face, size, round(y, 1)):
            kept = Letters(page, kept.text + letter, face, size, kept.left, right, y)
            continue
        if kept is not None:
            yield kept
        kept = Letters(page, letter, face, size, x, right, y)
    if kept is not None:
        yield kept


def _face(text: Any, place: int) -> str:
    buffer, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, place, buffer, 100, ctypes.byref(flags))
    return buffer.value.decode().rpartition("+")[2]


def _origin(text: Any, place: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, place, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value
