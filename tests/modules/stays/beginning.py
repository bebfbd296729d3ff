"""A facility of a test's own that begins as many others do: with decisions done once per process."""

import shutil
from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from typing_extensions import override

from facility_app.modules.correspondence.module import SPEC as CORRESPONDENCE
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.module import SPEC as STAYS
from facility_app.modules.stays.service.saved import SavedStay
from tests.helpers.facility import Facility
from tests.helpers.fakes import CountingIds, FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.stays.house import NOW, OLD, House

T = TypeVar("T")
FIRST_ID, OWN_ID = 50_000, 100_000
"""Ids are counted: those of the pattern must not be given again."""


@contextmanager
def at_work(pattern: Facility, folder: Path, ids_made: int) -> Iterator[Facility]:
    """A copy of a closed facility in ``folder``, on the first of February 2027."""
    shutil.copytree(pattern.file.folder, folder)
    # The law's numbers are followed, and papers answer whether one speaks of a stay.
    file = VaultFile(folder, clock=FixedClock(NOW), ids=CountingIds(ids_made), modules=(STAYS, CORRESPONDENCE))
    with closing(file.database()) as database:
        yield Facility(file, database, RecordedSlots(), pattern.admin)


@dataclass
class Patterns:
    """Closed facilities that tests copy: the empty one, and those that somebody began, made when asked for.

    Attributes:
        empty: with a profile and nobody in it.
        folder: a new folder for each of the others.
    """

    empty: Facility
    folder: Callable[[], Path]

    def __post_init__(self) -> None:
        """Nothing was begun yet."""
        self._begun: dict[tuple[Any, ...], tuple[Facility, Any, int]] = {}

    def begun(self, begin: Callable[..., T], *arguments: Hashable) -> tuple[Facility, T, int]:
        """The facility in which ``begin`` was done, what it answered, and how many people that took."""
        key = (begin, *arguments)
        if key not in self._begun:
            with at_work(self.empty, self.folder() / "facility", FIRST_ID) as facility:
                house = House(facility)
                answer = begin(house, *arguments)
            self._begun[key] = facility, answer, house.people
        return self._begun[key]


def _admitted(house: House, kind: StayType, old: bool) -> SavedStay:
    return house.admit(kind, **(OLD if old else {}))


class Beginning(House):
    """A house opened when first asked for: with the first decisions done, if those are asked for first."""

    def __init__(self, patterns: Patterns, folder: Path, stack: ExitStack) -> None:
        """Nothing is opened yet; ``stack`` closes what will be."""
        self._patterns, self._folder, self._stack = patterns, folder, stack
        self.people = 0
        self.known = {}

    @cached_property
    @override
    def facility(self) -> Facility:  # type: ignore[override] # a field of the house; here it is opened late
        """The empty one, unless it was begun."""
        return self._opened(self._patterns.empty)

    @override
    def begin(self, begin: Callable[..., T], *arguments: Hashable) -> T:
        """The first decisions of many tests; they are done once per process when nothing came before them."""
        if "facility" in vars(self):
            return super().begin(begin, *arguments)
        pattern, answer, self.people = self._patterns.begun(begin, *arguments)
        self.facility = self._opened(pattern)
        return answer

    @override
    def admit(self, kind: StayType = StayType.COMPULSORY_ADULT, **more: Any) -> SavedStay:
        """Somebody new comes in."""
        if "facility" in vars(self) or more not in ({}, OLD):
            return super().admit(kind, **more)
        return self.begin(_admitted, kind, more == OLD)

    def _opened(self, pattern: Facility) -> Facility:
        return self._stack.enter_context(at_work(pattern, self._folder, OWN_ID))
