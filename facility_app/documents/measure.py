"""How wide words are and where lines break: each word is measured once for a face and a size."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from facility_app.documents.face import Face
from facility_app.documents.typeface import Typeface

Lines = tuple[str, ...]


@dataclass(slots=True)
class Measure:
    """Widths of words in one face and size.

    Attributes:
        typeface: the family.
        size: size of the letters.
        face: which of its faces.
    """

    typeface: Typeface
    size: float
    face: Face = Face.REGULAR
    _known: dict[str, float] = field(default_factory=dict)

    def width(self, text: str) -> float:
        """Width in points."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self.typeface.width(text, self.size, self.face)
        return found

    def broken(self, text: str, width: float) -> Lines:
        """``text`` in lines no wider than ``width``; a word that is wider is broken, nothing is left out."""
        return tuple(line for part in text.split("\n") for line in self._filled(part, width))

    def longest_word(self, text: str) -> float:
        """Width of the widest word."""
        return max(map(self.width, text.split()), default=0.0)

    def most_letters(self, word: str, width: float) -> int:
        """How many letters fit; one at least, or nothing would ever be printed."""
        taken, used = 0, 0.0
        while taken < len(word):
            used += self.width(word[taken])
            if used > width:
                break
            taken += 1
        return max(taken, 1)

    def _filled(self, text: str, width: float) -> Iterator[str]:
        line, used, blank = "", 0.0, self.width(" ")
        for word in self._words(text, width):
            taken = self.width(word)
            if line and used + blank + taken > width:
                yield line
                line, used = word, taken
            else:
                line, used = (f"{line} {word}", used + blank + taken) if line else (word, taken)
        yield line

    def _words(self, text: str, width: float) -> Iterator[str]:
        for word in text.split():
            rest = word
            while self.width(rest) > width and len(rest) > 1:
                taken = self.most_letters(rest, width)
                yield rest[:taken]
                rest = rest[taken:]
            yield rest


class Measures:
    """The measures of one paper, made when first asked for."""

    def __init__(self, typeface: Typeface) -> None:
        """Measure in the faces of ``typeface``."""
        self.typeface = typeface
        self._made: dict[tuple[float, Face], Measure] = {}

    def of(self, size: float, face: Face) -> Measure:
        """The measure of one face and size."""
        found = self._made.get((size, face))
        if found is None:
            found = self._made[size, face] = Measure(self.typeface, size, face)
        return found
