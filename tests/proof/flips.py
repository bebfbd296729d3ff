"""Damaged copies of a file, as a bad disk or a broken copy makes them: flipped bits, cut ends, blanks."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

SECTOR = 512
HEAD = 100
"""Every eighth flip falls into the first bytes, where the format's own fields stand."""


def damages(path: Path, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """``count`` damaged contents of ``path``, each different from it, with a description.

    Of ten, seven have one bit flipped, two are cut short, one has a sector blanked.

    Args:
        path: the file; only read, and only once. Not a database this process has open.
        count: how many.
        seed: the same seed gives the same damages.

    Raises:
        ValueError: the file is empty, so nothing in it can be damaged.
    """
    whole = path.read_bytes()
    if not whole:
        message = f"{path.name} is empty"
        raise ValueError(message)
    chance = Random(f"{seed}:{path.name}")
    for index in range(count):
        match index % 10:
            case 3 | 7:
                yield _cut(whole, chance)
            case 9:
                yield _blank(whole, chance) or _flip(whole, chance, len(whole))
            case _:
                yield _flip(whole, chance, HEAD if index % 8 == 0 else len(whole))


def _flip(whole: bytes, chance: Random, within: int) -> tuple[str, bytes]:
    at = chance.randrange(min(within, len(whole)))
    bit = chance.randrange(8)
    damaged = bytearray(whole)
    damaged[at] ^= 1 << bit
    return f"bit {bit} of byte {at} flipped", bytes(damaged)


def _cut(whole: bytes, chance: Random) -> tuple[str, bytes]:
    left = chance.randrange(len(whole))
    return f"cut to {left} of {len(whole)} bytes", whole[:left]


def _blank(whole: bytes, chance: Random) -> tuple[str, bytes] | None:
    at = chance.randrange(-(-len(whole) // SECTOR)) * SECTOR
    size = min(SECTOR, len(whole) - at)
    damaged = whole[:at] + bytes(size) + whole[at + size :]
    return None if damaged == whole else (f"bytes {at} to {at + size} blanked", damaged)
