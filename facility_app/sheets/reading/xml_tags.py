"""XML of foreign files, tag by tag: never a tree of it, and no document that defines its own entities."""

from collections.abc import Callable
from typing import TypeAlias
from xml.parsers import expat

from facility_app.sheets.reading.refusals import BrokenFileError

Start: TypeAlias = Callable[[str, dict[str, str]], None]
"""Called with a tag's local name and its attributes, which keep their prefix."""
End: TypeAlias = Callable[[str], None]
Text: TypeAlias = Callable[[str], None]


def walk(xml: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Call back for every tag and text, in order.

    Raises:
        BrokenFileError: no whole XML, or one with a document type, as no spreadsheet has.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, about: start(tag.rpartition(":")[2], about)
    if end is not None:
        close = end
        parser.EndElementHandler = lambda tag: close(tag.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, LookupError, ValueError, OverflowError) as error:
        raise BrokenFileError from error


def _refuse_doctype(*_about: object) -> None:
    raise BrokenFileError
