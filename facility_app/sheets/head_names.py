"""What columns are called: with or without marks, abbreviated, in brackets, in old letters, misspelled."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from facility_app.kernel.names import fold
from facility_app.sheets.mending import mend
from facility_app.sheets.reading.grid import CellValue

Names: TypeAlias = Mapping[str, Sequence[str]]
"""Field → names a column of it bears, abbreviations among them; marks, capitals and blanks do not matter."""

LONGEST_HEAD: Final = 120
"""More of a cell is not looked at."""
WHOLE, _BARE, _TAIL, INSIDE, _ALIKE = 1.0, 0.95, 0.85, 0.7, 0.6
_CLOSE: Final = 0.05
_LEAST_ALIKE: Final = 0.85
_SHORTEST_ALIKE: Final = 6
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MANY_DIGITS: Final = re.compile(r"[0-9]{2}")
"""Dates and numbers are no misspelled heads."""
_NOT_WORDS: Final = re.compile(r"[^0-9a-z]+")
_CAMEL: Final = re.compile(r"(?<=[a-zà-ỹ])(?=[A-Z])")


def head_key(text: str) -> str:
    """A head in plain small letters: ``Họ & tên`` and ``HO-TEN`` are ``ho ten``; old code pages are read."""
    return _NOT_WORDS.sub(" ", fold(mend(text).text)).strip()


def head_text(value: CellValue) -> str:
    """What a cell says as a head; only texts are heads."""
    return " ".join(value.split())[:LONGEST_HEAD] if isinstance(value, str) else ""


class KnownHeads:
    """The dictionary, ready to be asked."""

    def __init__(self, names: Names) -> None:
        """Make ready to look heads up."""
        self._fields: dict[str, tuple[str, ...]] = {}
        self._solid: dict[str, tuple[str, ...]] = {}
        for name_of, written in names.items():
            for name in written:
                key = head_key(name)
                self._fields[key] = _with(self._fields.get(key, ()), name_of)
                self._solid[key.replace(" ", "")] = _with(self._solid.get(key.replace(" ", ""), ()), name_of)
        self._asked: dict[str, dict[str, float]] = {}

    def knows_any(self, row: Sequence[CellValue]) -> bool:
        """Whether a row has a head worth looking at."""
        return any(self._named(head) for value in row if (head := head_text(value)))

    def recognised(self, parts: Sequence[str]) -> tuple[str | None, float, tuple[str, ...]]:
        """Field, score and rivals of a head, by all of it first, then by its lower parts.

        Args:
            parts: what stands above the column, from the top.
        """
        scores: dict[str, float] = {}
        for text, worth in self._readings(parts):
            for name_of, score in self._scores(text).items():
                scores[name_of] = max(scores.get(name_of, 0.0), score * worth)
        if not scores:
            return None, 0.0, ()
        best = max(scores, key=lambda name_of: scores[name_of])
        rivals = tuple(one for one in scores if one != best and scores[best] - scores[one] < _CLOSE)
        return best, scores[best], rivals

    def _readings(self, parts: Sequence[str]) -> Iterator[tuple[str, float]]:
        for start in range(len(parts)):
            yield " ".join(parts[start:]), 1.0 if start == 0 else _TAIL

    def _scores(self, head: str) -> dict[str, float]:
        """Field → how well the head names it."""
        if head not in self._asked:
            self._asked[head] = self._looked_up(head)
        return self._asked[head]

    def _looked_up(self, head: str) -> dict[str, float]:
        return self._named(head) or self._alike(_bare_key(head))

    def _named(self, head: str) -> dict[str, float]:
        """Fields whose name the head is, or has in it."""
        bare = _BRACKETS.sub(" ", head)
        for text, worth in ((head, WHOLE), (bare, _BARE), (_CAMEL.sub(" ", bare), _BARE)):
            key = head_key(text)
            found = self._fields.get(key) or self._solid.get(key.replace(" ", ""))
            if key and found:
                return dict.fromkeys(found, worth)
        return self._inside(_bare_key(head))

    def _inside(self, key: str) -> dict[str, float]:
        """Names that stand in the head as whole words; the longest ones decide."""
        found: dict[str, float] = {}
        padded, words = f" {key} ", len(key.split())
        for name, fields in self._fields.items():
            if name and f" {name} " in padded:
                share = len(name.split()) / words
                for name_of in fields:
                    found[name_of] = max(
                        found.get(name_of, 0.0), INSIDE * share + _CLOSE * padded.startswith(f" {name}")
                    )
        return {name_of: score for name_of, score in found.items() if score >= INSIDE / 3}

    def _alike(self, key: str) -> dict[str, float]:
        """Names spelled nearly so."""
        if not _SHORTEST_ALIKE <= len(key) <= LONGEST_HEAD // 2 or _MANY_DIGITS.search(key):
            return {}
        found: dict[str, float] = {}
        matcher = SequenceMatcher(b=key, autojunk=False)
        for name, fields in self._fields.items():
            shorter, longer = sorted((len(name), len(key)))
            # Most names are far too short or too long: that costs nothing to see.
            if shorter < _SHORTEST_ALIKE or 2 * shorter < _LEAST_ALIKE * (shorter + longer):
                continue
            matcher.set_seq1(name)
            if matcher.quick_ratio() < _LEAST_ALIKE:
                continue
            ratio = matcher.ratio()
            if ratio >= _LEAST_ALIKE:
                for name_of in fields:
                    found[name_of] = max(found.get(name_of, 0.0), _ALIKE * ratio)
        return found


def _bare_key(head: str) -> str:
    """The key of a head without what stands in brackets."""
    return head_key(_BRACKETS.sub(" ", head)) or head_key(head)


def _with(fields: tuple[str, ...], name_of: str) -> tuple[str, ...]:
    return fields if name_of in fields else (*fields, name_of)
