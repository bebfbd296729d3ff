"""Faces cut once: the letters of Vietnamese stand in every file at the same places, so their cut is kept.

To cut a face down to the letters of one paper takes longer than to set the paper. A paper whose letters are all
among ``ALPHABET`` gets the cut made for the first one; a letter beside it has a cut of its own made.
"""

import zlib
from functools import lru_cache
from typing import Any, Final

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import FF_NONSYMBOLIC, FF_SYMBOLIC, TTFont, TTFontFace
from typing_extensions import override

_VOWELS: Final = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
ALPHABET: Final = f"{_VOWELS}đ{_VOWELS.upper()}Đ–—…“”‘’•·×²³°½§±≤≥"
"""Beside what ASCII has; with it no more than one cut of 256 places."""
CUTS: Final = 16
"""So many cuts of one face are kept: the usual one, and those of a few papers with rare letters."""


class _CutFace(TTFontFace):
    """A face that keeps its last cuts, packed as a file holds them."""

    def __init__(self, filename: str) -> None:
        super().__init__(filename)
        self._cut = lru_cache(maxsize=CUTS)(self._make_cut)
        self.widths = lru_cache(maxsize=CUTS)(self._make_widths)

    def _make_cut(self, letters: tuple[int, ...]) -> tuple[int, bytes]:
        """Length of the cut face, and its packed bytes."""
        whole = self.makeSubset([*letters])
        return len(whole), zlib.compress(whole)

    def _make_widths(self, letters: tuple[int, ...]) -> str:
        """Widths of the letters of a cut, as a file has them."""
        return f"[{' '.join(str(round(self.getCharWidth(one))) for one in letters)}]"

    @override
    def addSubsetObjects(self, doc: Any, fontname: str, subset: list[int]) -> Any:
        length, packed = self._cut(tuple(subset))
        names = pdfdoc.PDFArray([pdfdoc.PDFName("FlateDecode")])
        # A stream that names its filter is taken as it is.
        stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Length1": length, "Filter": names}), packed)
        told = {
            "Type": "/FontDescriptor",
            "Ascent": self.ascent,
            "CapHeight": self.capHeight,
            "Descent": self.descent,
            "Flags": self.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(self.bbox),
            "FontName": pdfdoc.PDFName(fontname),
            "ItalicAngle": self.italicAngle,
            "StemV": self.stemV,
            "FontFile2": doc.Reference(stream, f"fontFile:{self.filename}({fontname})"),
            "MissingWidth": self.defaultWidth,
        }
        return doc.Reference(pdfdoc.PDFDictionary(told), f"fontDescriptor:{fontname}")


class CutFont(TTFont):
    """A font whose every file begins with ``ALPHABET``."""

    def __init__(self, name: str, filename: str) -> None:
        """Read the face of ``filename``."""
        super().__init__(name, filename)
        self._cuts = _CutFace(filename)
        self.face = self._cuts

    @override
    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        if doc not in self.state:
            super().splitString(ALPHABET, doc)
        return super().splitString(text, doc, encoding)

    @override
    def addObjects(self, doc: Any) -> None:
        state = self.state[doc]
        name, cuts = state.internalName, state.subsets
        super().addObjects(doc)
        made = doc.idToObject["BasicFonts"].dict
        for place, letters in enumerate(cuts):
            # Number by number the library takes longer for them than for the words of the paper.
            made[f"{name}+{place}"].Widths = self._cuts.widths(tuple(letters))
