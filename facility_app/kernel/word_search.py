"""Searching a shipped list as people type: words in any order, without marks, each a beginning of one."""

from collections.abc import Iterable, Sequence
from typing import Final

from facility_app.kernel.names import fold

_MARK: Final = " | "
_SIGNS_PART: Final = dict.fromkeys(map(ord, " '’-–.,;:()/+&*\"#%"), " ")


def fits(folded: str, words: Iterable[str]) -> bool:
    """Whether each of ``words`` begins a word of ``folded``, as ``searchable`` and ``words_typed`` give them."""
    return all(f" {word}" in folded for word in words)


def words_typed(text: str) -> list[str]:
    """The words of a search, folded; signs part words."""
    return fold(text).translate(_SIGNS_PART).split()


def searchable(texts: Sequence[str]) -> list[str]:
    """Each text folded, every word after a blank, signs between words gone.

    All at once: folding thousands of names one by one would be felt at the first keystroke.
    """
    folded = fold(_MARK.join(texts)).translate(_SIGNS_PART)
    return [f" {' '.join(part.split())}" for part in folded.split(_MARK.strip())]
