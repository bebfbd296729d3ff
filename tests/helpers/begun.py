"""A file that begins with the same few decisions in many tests: they are done once, each test has its copy."""

import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from facility_app.app.registry import MODULES
from facility_app.db.database import Database
from facility_app.kernel.ports import KeySlots
from facility_app.kernel.spec import ModuleSpec
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import PROBE_KEY, VaultFile, migrated_file
from tests.helpers.slots import RecordedSlots

T = TypeVar("T")


@dataclass(frozen=True)
class _Begun:
    """A file somebody began, closed, and where ids and random numbers go on."""

    content: bytes
    ids_made: int
    random_state: tuple[Any, ...]
    answer: Any


@cache
def _begun(begin: Callable[[Database], Any], names: frozenset[str], at: datetime) -> _Begun:
    source = random.Random(7)
    modules = tuple(spec for spec in MODULES if spec.id in names)
    ids = CountingIds()
    with tempfile.TemporaryDirectory() as folder:
        walls = {"key_slots": RecordedSlots(), "modules": modules, "ids": ids, "random": source.randbytes}
        file = migrated_file(Path(folder), clock=FixedClock(at), **walls)
        with file.opened() as database:
            answer = begin(database)
        return _Begun(file.path.read_bytes(), ids.made, source.getstate(), answer)


def begun_file(
    folder: Path,
    begin: Callable[[Database], T],
    *,
    key_slots: KeySlots,
    modules: tuple[ModuleSpec, ...] = (),
    at: datetime = FixedClock.at,
) -> tuple[VaultFile, T]:
    """A migrated file in which ``begin`` was done, once for all tests of a process, and what it answered.

    Args:
        folder: where the test's own copy lies.
        begin: the first decisions; a function of a module, since it is known by its name.
        key_slots: the test's own; the first decisions asked others.
        modules: answer, follow events and have settings there.
        at: when it was begun.
    """
    begun = _begun(begin, frozenset(spec.id for spec in modules), at)
    source = random.Random()
    source.setstate(begun.random_state)
    ids = CountingIds(begun.ids_made)
    made = VaultFile(folder, PROBE_KEY, FixedClock(at), ids, source.randbytes, key_slots, None, modules)
    made.path.write_bytes(begun.content)
    return made, begun.answer
