"""Digest of the log of changes: two files that have it in common went the same way so far (goi-v1 §3.7)."""

import hashlib
import os
from collections.abc import Callable
from typing import Final

from facility_app.sync.header import Epoch

CHANCE: Final = 16
"""Fresh bytes in each checkpoint: after a restore clerks type the same rows again, in the same order."""


def beginning(epoch: Epoch) -> str:
    """Digest before the first change of an epoch, hex."""
    return hashlib.sha256(b"goi-log" + bytes.fromhex(epoch.id)).hexdigest()


def extended(digest: str, chg: int, table: str, row_id: str, operation: str) -> str:
    """Digest after one more change.

    Args:
        digest: before it.
        chg: its place in the log.
        table: whose row it changed.
        row_id: the row.
        operation: ``I``, ``U`` or ``D``.
    """
    said = f"{chg}\0{table}\0{row_id}\0{operation}".encode()
    return hashlib.sha256(bytes.fromhex(digest) + said).hexdigest()


def checkpoint(digest: str, random: Callable[[int], bytes] = os.urandom) -> str:
    """Digest an export leaves at its end; kept, for it cannot be made again."""
    return hashlib.sha256(bytes.fromhex(digest) + random(CHANCE)).hexdigest()
