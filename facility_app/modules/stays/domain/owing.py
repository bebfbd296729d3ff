"""What an event of the term still owes: its paper, or somebody's word on how it counts."""

from datetime import date
from typing import Protocol

from facility_app.modules.stays.domain.types import ADDING_KINDS, CountsAs, EventKind


class EventFacts(Protocol):
    """An event as it is kept."""

    @property
    def kind(self) -> EventKind:
        """What happened."""

    @property
    def counts_as(self) -> CountsAs | None:
        """How an officer decided that a remand counts."""

    @property
    def paper_number(self) -> str | None:
        """Of the paper it rests on."""

    @property
    def paper_on(self) -> date | None:
        """The paper's day."""


def lacks_paper(event: EventFacts) -> bool:
    """Whether its days would be added and its paper, number and day, is not there."""
    adds = event.kind in ADDING_KINDS or (event.kind is EventKind.REMAND and event.counts_as is CountsAs.ADDED)
    return adds and (event.paper_number is None or event.paper_on is None)


def is_undecided(event: EventFacts) -> bool:
    """Whether it is a remand nobody has said of how it counts."""
    return event.kind is EventKind.REMAND and event.counts_as is None
