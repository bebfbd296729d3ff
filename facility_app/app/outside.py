"""The real adapters of the ports: this machine's clock, its randomness, its name."""

import platform
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from facility_app.kernel.ids import OrderedIds
from facility_app.kernel.ports import Clock, Ids

DEVICE_LIMIT = 40


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The instant now, aware, in UTC."""
        return datetime.now(UTC)


def system_ids() -> OrderedIds:
    """Record ids from the machine's clock and randomness."""
    return OrderedIds(lambda: time.time_ns() // 1_000_000, secrets.token_bytes)


def device_name() -> str:
    """Short name of this machine, as the audit trail prints it."""
    return (platform.node() or "?")[:DEVICE_LIMIT]


def random_bytes(count: int) -> bytes:
    """``count`` bytes nobody can guess."""
    return secrets.token_bytes(count)


@dataclass(frozen=True, slots=True)
class Walls:
    """Time, ids and chance as one program run sees them; the fiction of a demo has its own.

    Attributes:
        clock: the time.
        ids: new record ids.
        random: gives n random bytes.
    """

    clock: Clock
    ids: Ids
    random: Callable[[int], bytes]


def real_walls() -> Walls:
    """This machine's."""
    return Walls(SystemClock(), system_ids(), random_bytes)
