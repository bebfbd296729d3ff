"""Reading a PDF back: its words, where each letter stands, its faces, its dark spots."""

import importlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from facility_app.app.paths import resources_folder
from facility_app.documents.payload import Footer
from facility_app.documents.typeface import Fonts

pdfium: Any = importlib.import_module("pypdfium2")
"""Untyped, and asked for few things."""

FONTS = Fonts.in_folder(resources_folder() / "fonts" / "liberation-serif")
FOOTER = Footer("Đặng Thị Hoa", datetime(2026, 11, 22, 0, 30, tzinfo=UTC))
NAMES = ("LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic")


@dataclass(frozen=True)
class Box:
    """Where something stands, in points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """The document, closed again with all its pages."""
    document = pdfium.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def pages_text(pdf: bytes) -> list[str]:
    """The words of every page, single blanks between them."""
    with opened(pdf) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page."""
    with opened(pdf) as document:
        return [page.get_size() for page in document]


def letters(pdf: bytes) -> Iterator[tuple[int, str, Box]]:
    """(page, letter, box) of everything printed; blanks left out."""
    with opened(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for place in range(text.count_chars()):
                letter = text.get_text_range(place, 1)
                if letter.strip():
                    yield number, letter, Box(*text.get_charbox(place))


def faces(pdf: bytes) -> set[str]:
    """Names of the faces the file speaks of, without the mark of a subset."""
    return {re.sub(r"^[A-Z]{6}\+", "", found.decode()) for found in re.findall(rb"/BaseFont /(\S+)", pdf)}


def embedded_count(pdf: bytes) -> tuple[int, int]:
    """(faces, faces whose outlines are in the file)."""
    return len(re.findall(rb"/BaseFont /", pdf)), len(re.findall(rb"/FontFile2 ", pdf))


def is_dark(pdf: bytes, scale: float) -> list[list[bool]]:
    """The first page as dark and light spots, ``scale`` spots a point."""
    with opened(pdf) as document:
        bitmap = document[0].render(scale=scale, grayscale=True)
        raw, stride = bytes(bitmap.buffer), bitmap.stride
        return [
            [raw[row * stride + column] < 128 for column in range(bitmap.width)] for row in range(bitmap.height)
        ]


def assert_on_paper(pdf: bytes) -> None:
    """Every letter stands within the page, 7 mm from its edge at least."""
    sizes, edge, found = page_sizes(pdf), 20.0, 0
    for page, letter, box in letters(pdf):
        width, height = sizes[page]
        inside = edge <= box.left and box.right <= width - edge and edge <= box.bottom and box.top <= height - edge
        assert inside, (page, letter, box)
        found += 1
    assert found
