"""Words broken into a few lines of much the same length, for names that have more height than width."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


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
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, max(0, room)) for line in lines]


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
