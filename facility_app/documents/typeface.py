"""The faces a paper is set in: shipped files, embedded, and honest about letters they do not have."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Self

from reportlab.pdfbase import pdfmetrics

from facility_app.documents.face import Face
from facility_app.documents.faces import CutFont
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

DROPPED = {ord(char): None for char in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"}
"""Letters that show nothing anyway; a face without them would print a box."""
WORDS: Final = 8192
"""The widths of so many words are kept: papers of one kind say nearly the same."""
BLANK_LIKE = {ord(char): " " for char in "\t\r\u00a0\u2007\u202f"}


@dataclass(frozen=True, slots=True)
class Fonts:
    """The four faces of one family.

    Attributes:
        regular: file of the upright face.
        bold: file of the bold one.
        italic: file of the slanted one.
        bold_italic: file of the bold slanted one.
    """

    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path

    @classmethod
    def in_folder(cls, folder: Path, family: str = "LiberationSerif") -> Self:
        """The files of a family as they are called in the folder of its fonts."""
        faces = ("Regular", "Bold", "Italic", "BoldItalic")
        return cls(*(folder / f"{family}-{face}.ttf" for face in faces))

    def ready(self) -> "Typeface":
        """Load the faces.

        Raises:
            EnvironmentFault: ``font_missing`` when a file is not there or is no font.
        """
        return Typeface(*(_loaded(path) for path in (self.regular, self.bold, self.italic, self.bold_italic)))


@dataclass(frozen=True, slots=True)
class Typeface:
    """Names of loaded faces."""

    regular: str
    bold: str
    italic: str
    bold_italic: str

    def writable(self, text: str) -> str:
        """``text`` as this face can print it; a letter it lacks stands as its number, never as an empty box."""
        known = pdfmetrics.getFont(self.regular).face.charToGlyph
        whole = unicodedata.normalize("NFC", text).translate(DROPPED).translate(BLANK_LIKE)
        return "".join(char if char == "\n" or ord(char) in known else f"[U+{ord(char):04X}]" for char in whole)

    def name(self, face: Face) -> str:
        """The loaded face."""
        match face:
            case Face.REGULAR:
                return self.regular
            case Face.BOLD:
                return self.bold
            case Face.ITALIC:
                return self.italic
            case Face.BOLD_ITALIC:
                return self.bold_italic

    def width(self, text: str, size: float, face: Face = Face.REGULAR) -> float:
        """Width of one line in points."""
        return _width(text, self.name(face), size)


@lru_cache(maxsize=WORDS)
def _width(text: str, name: str, size: float) -> float:
    return pdfmetrics.stringWidth(text, name, size)


def _loaded(path: Path) -> str:
    """Register the file under its own name; the library keeps one list for the whole process."""
    name = path.stem
    if name not in pdfmetrics.getRegisteredFontNames():
        try:
            pdfmetrics.registerFont(CutFont(name, str(path)))
        except Exception as error:
            # The library fails with its own error, or with whatever the reading of a broken file ends in.
            raise EnvironmentFault(
                "font_missing",
                label(
                    "errors",
                    "Không đọc được phông chữ {file} của chương trình nên không in được. Hãy cài đặt lại chương "
                    "trình.",
                ),
                file=path.name,
            ) from error
    return name
