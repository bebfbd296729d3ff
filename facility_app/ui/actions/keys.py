"""Which keys are taken: one key must mean one thing."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence


def clashes(taken: Iterable[tuple[str, str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Keys that mean several things.

    Args:
        taken: (key, what it means), as written in specs; an empty key is no key.

    Returns:
        (key, its meanings) for every key with more than one, in the order met.
    """
    meanings: dict[str, list[str]] = {}
    for key, meaning in taken:
        if key:
            written = QKeySequence(key).toString()
            meanings.setdefault(written, [])
            if meaning not in meanings[written]:
                meanings[written].append(meaning)
    return tuple((key, tuple(found)) for key, found in meanings.items() if len(found) > 1)
