"""What an event of the term still owes: its paper, the head's word on the paper, or on how it counts."""

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

    @property
    def confirmed_by(self) -> str | None:
        """Who settles terms and stands by the paper."""


def lacks_paper(event: EventFacts) -> bool:
    """Whether its days would be added and its paper, number and day, is not there."""
    return _adds(event) and not _has_paper(event)


def is_unconfirmed(event: EventFacts) -> bool:
    """Whether its paper is there, and nobody who settles terms stands by it: until then it adds no day."""
    return _adds(event) and _has_paper(event) and event.confirmed_by is None


def _adds(event: EventFacts) -> bool:
    return event.kind in ADDING_KINDS or (event.kind is EventKind.REMAND and event.counts_as is CountsAs.ADDED)


def _has_paper(event: EventFacts) -> bool:
    return event.paper_number is not None and event.paper_on is not None


def is_undecided(event: EventFacts) -> bool:
    """Whether it is a remand nobody has said of how it counts."""
    return event.kind is EventKind.REMAND and event.counts_as is None
