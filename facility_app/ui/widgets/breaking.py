"""Words broken into a few lines of much the same length, for names that have more height than width."""

import re
from itertools import chain
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_BETWEEN_WORDS: Final = re.compile(r"(?<![0-9]) +| +(?=[0-9])")
"""A blank between two words; between a number and its unit there is none: “500” alone is another dose."""
_BEFORE_A_UNIT: Final = re.compile(r"(?<=[0-9]) (?=[^\W\d])")
_WITHIN_A_UNIT: Final = re.compile(r"(?<=[^\W\d])/(?=[^\W\d]{1,3}\b)")
_PIECE: Final = re.compile(r"[^-/ ]*[-/ ]|[^-/ ]+")


def few_lines(text: str, metrics: QFontMetrics, room: int, most: int = 2) -> list[str]:
    """``text`` in as few lines of ``room`` points as it takes, at most ``most``; what is left over is elided.

    Args:
        text: words; a line ends between two of them.
        metrics: of the letters.
        room: how wide a line may be.
        most: how many lines there may be.
    """
    lines = _greedy(text, metrics, room)
    if len(lines) == 1 and metrics.horizontalAdvance(lines[0]) <= room:
        return lines
    if 1 < len(lines) <= most:
        # As short as the same number of lines allows: no single word below a full line.
        lines = _evened(text, metrics, room, len(lines))
    elif len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [_fitting(line, metrics, room) for line in lines]


def few_count(text: str, metrics: QFontMetrics, room: int, most: int = 2) -> int:
    """How many lines ``few_lines`` takes; told without making them even, which is most of the work."""
    return min(len(_greedy(text, metrics, room)), most)


def whole_lines(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    """``text`` in as many lines of ``room`` points as it takes: nothing of it is ever left out.

    A number stays beside its unit. A word wider than the room goes on below, behind a stroke where it has one.

    Args:
        text: words that must be read whole, of a medicine or a person.
        metrics: of the letters.
        room: how wide a line may be.
    """
    lines = [""]
    for word in _BETWEEN_WORDS.split(text.strip()):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines += _pieces(word, metrics, room)
    return [line for line in lines if line] or [""]


def with_units(text: str) -> str:
    """``text`` for a label that breaks lines itself: no number is parted from its unit, and no mg from its ml.

    Args:
        text: words with amounts in them.
    """
    return _WITHIN_A_UNIT.sub("/\u2060", _BEFORE_A_UNIT.sub("\u00a0", text))


def longest_word(text: str, metrics: QFontMetrics) -> int:
    """The room in which ``whole_lines`` cuts no word, in points."""
    return max(map(metrics.horizontalAdvance, _BETWEEN_WORDS.split(text.strip())))


def _fitting(line: str, metrics: QFontMetrics, room: int) -> str:
    # Qt reckons in parts of a point where it elides: what fits to the point it would cut.
    if metrics.horizontalAdvance(line) <= room:
        return line
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, room))


def _pieces(word: str, metrics: QFontMetrics, room: int) -> list[str]:
    if metrics.horizontalAdvance(word) <= room:
        return [word]
    lines = [""]
    parts = ([one] if metrics.horizontalAdvance(one) <= room else one for one in _PIECE.findall(word))
    for part in chain.from_iterable(parts):
        if metrics.horizontalAdvance(lines[-1] + part) <= room or not lines[-1]:
            lines[-1] += part
        else:
            lines.append(part)
    return [line.strip() for line in lines]


def _greedy(text: str, metrics: QFontMetrics, room: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _evened(text: str, metrics: QFontMetrics, room: int, count: int) -> list[str]:
    low, high = 0, room
    while low < high:
        middle = (low + high) // 2
        lines = _greedy(text, metrics, middle)
        is_enough = len(lines) <= count and all(metrics.horizontalAdvance(one) <= middle for one in lines)
        low, high = (low, middle) if is_enough else (middle + 1, high)
    return _greedy(text, metrics, high)
