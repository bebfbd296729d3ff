"""How wide the columns of a table are: as their words ask, as far as the paper goes."""

from collections.abc import Sequence


def fit(natural: Sequence[float], least: Sequence[float], available: float) -> list[float]:
    """Widths that fill ``available``.

    Args:
        natural: what each column needs to stand on one line.
        least: what its longest word needs; words of a narrower column are broken.
        available: the whole width.

    Returns:
        One width per column. When all lines fit, what is left over is shared out; when not, every column keeps at
        least its longest word as long as that is possible.
    """
    whole, words = sum(natural), sum(least)
    if whole <= available:
        return [one + (available - whole) * one / whole for one in natural]
    if words >= available:
        return [one * available / words for one in least]
    share = (available - words) / (whole - words)
    return [low + (high - low) * share for high, low in zip(natural, least, strict=True)]
