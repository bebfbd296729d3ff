"""How backups are called, and which old ones may go."""

import contextlib
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from facility_app.db.backup.staging import ENDING, PART
from facility_app.db.durable import OWNER_ONLY, as_fault, sync_folder
from facility_app.kernel.dates import LOCAL

LEAST_KEPT: Final = 3
ALL_OF: Final = timedelta(days=2)
DAILY_FOR: Final = timedelta(days=14)
WEEKLY_FOR: Final = timedelta(weeks=8)
MONTHS: Final = 12
_STAMP: Final = "%Y%m%d-%H%M%S"
_NAME: Final = re.compile(r"[0-9A-Z.]{1,35}-(\d{8}-\d{6})(?:-\d{1,3})?" + re.escape(ENDING), re.ASCII)


@dataclass(frozen=True, slots=True)
class Kept:
    """A backup lying in a folder. It has its name only since it was verified.

    Attributes:
        path: the file.
        taken_at: the second in its name, aware.
    """

    path: Path
    taken_at: datetime


def reserve(folder: Path, home: str, now: datetime) -> tuple[Path, int]:
    """Open a new unfinished backup in ``folder``.

    Returns:
        (the name it will get, descriptor of the unfinished file beside it).

    Raises:
        OSError: the disk refuses.
    """
    stem = f"{home}-{now.astimezone(LOCAL).strftime(_STAMP)}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    count = 1
    while True:
        name = folder / f"{stem}{f'-{count}' if count > 1 else ''}{ENDING}"
        count += 1
        with contextlib.suppress(FileExistsError):
            handle = os.open(part_of(name), flags, OWNER_ONLY)
            # Asked only now: until the reservation stood, someone else could have finished under this name.
            if not name.exists():
                return name, handle
            os.close(handle)
            part_of(name).unlink()


def part_of(name: Path) -> Path:
    """Where the backup that will be called ``name`` stands until it is verified."""
    return name.with_name(name.name + PART)


def kept_backups(folder: Path) -> list[Kept]:
    """Backups of any facility in ``folder``, newest first; unfinished ones and other files are no backups.

    Raises:
        EnvironmentFault: the folder cannot be read.
    """
    found = []
    try:
        for path in folder.iterdir():
            named = _NAME.fullmatch(path.name)
            if named is not None:
                with contextlib.suppress(ValueError):
                    taken_at = datetime.strptime(named[1], _STAMP).replace(tzinfo=LOCAL)
                    found.append(Kept(path, taken_at))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise as_fault(error, folder.name) from error
    return sorted(found, key=lambda kept: (kept.taken_at, kept.path.name), reverse=True)


def to_thin(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Which of the backups taken at ``times`` are no longer needed.

    Kept: all of the last 2 days, the last of each day for 14 days, of each week for 8 weeks, of each month for
    12 months, everything later than ``now`` (a clock was wrong), the newest, and never fewer than 3.
    """
    newest_first = sorted(set(times), reverse=True)
    kept = set(newest_first[:LEAST_KEPT])
    kept.update(time for time in newest_first if now - time <= ALL_OF)
    rules: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
        (DAILY_FOR, lambda local: local.date()),
        (WEEKLY_FOR, lambda local: local.isocalendar()[:2]),
        (timedelta(days=366 * MONTHS // 12), lambda local: (local.year, local.month)),
    )
    for reach, span_of in rules:
        seen: set[object] = set()
        for time in newest_first:
            span = span_of(time.astimezone(LOCAL))
            if now - time <= reach and span not in seen:
                seen.add(span)
                kept.add(time)
    return frozenset(newest_first) - kept


def thin(folder: Path, now: datetime) -> list[Path]:
    """Remove the backups in ``folder`` that ``to_thin`` names; which they were.

    Raises:
        EnvironmentFault: one could not be removed.
    """
    backups = kept_backups(folder)
    goes = to_thin((kept.taken_at for kept in backups), now)
    removed = []
    try:
        for kept in backups:
            if kept.taken_at in goes:
                kept.path.unlink(missing_ok=True)
                removed.append(kept.path)
        if removed:
            sync_folder(folder)
    except OSError as error:
        raise as_fault(error, folder.name) from error
    return removed
