"""What a stay tells and is asked: other slices hear of it, or answer, without the stay knowing them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from facility_app.kernel.labels import Label
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import PresenceState, StayType


@dataclass(frozen=True, slots=True)
class StayOpened:
    """Somebody was admitted."""

    stay_id: str
    resident_id: str
    stay_type: StayType
    admitted_on: date


@dataclass(frozen=True, slots=True)
class PresenceChanged:
    """Somebody went out, came back or escaped.

    Attributes:
        event_id: the event of the term it opened or closed; empty for none.
        happened_at: the moment it happened, which may lie before it is written down; None for now.
    """

    stay_id: str
    resident_id: str
    verb: str
    before: PresenceState
    after: PresenceState
    event_id: str = ""
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TermChanged:
    """The day of leaving was computed anew and is another one."""

    stay_id: str
    resident_id: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class StayEnded:
    """Somebody left for good."""

    stay_id: str
    resident_id: str
    exit_code: ExitCode
    exited_on: date


@dataclass(frozen=True, slots=True)
class ExitCorrected:
    """Somebody left for another reason than was written down; the day stands."""

    stay_id: str
    resident_id: str
    before: ExitCode
    after: ExitCode
    exited_on: date


@dataclass(frozen=True, slots=True)
class StayVoided:
    """A stay written down by mistake was struck out: nobody is there by it."""

    stay_id: str
    resident_id: str


@dataclass(frozen=True, slots=True)
class OpenItems:
    """The question what is still open about a stay; each slice answers a tuple of ``OpenItem``.

    Whoever may not see an item is answered without it, never refused.
    """

    stay_id: str
    resident_id: str
    on: date


@dataclass(frozen=True, slots=True)
class Doing:
    """What somebody did for some days of a stay, as the picture of its stages shows it.

    Attributes:
        row: what such doings are called together; each such name is a row of the picture.
        from_on: its first day; ``to_on`` the day after its last, None while it goes on.
        says: what is told of it, with ``params`` in its gaps.
    """

    row: Label
    from_on: date
    to_on: date | None
    says: Label
    params: tuple[tuple[str, object], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class DoingsAsked:
    """The question what somebody did between two days, both included; each slice answers a tuple of ``Doing``.

    Whoever may not see something is answered without it, never refused.
    """

    resident_id: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class HealthChecked:
    """A health check was written down, or one was struck out (NĐ 163/2026 Đ114.1, Đ88.1).

    Attributes:
        last_on: the last one that stands, of any kind; None for none.
        is_for_leaving: whether it is the examination before leaving.
        last_for_leaving_on: the last of those that stands.
    """

    stay_id: str
    resident_id: str
    last_on: date | None
    is_for_leaving: bool
    last_for_leaving_on: date | None


@dataclass(frozen=True, slots=True)
class LastHealthChecks:
    """The question when each of these stays had its last health check; answered by stay and day, no more."""

    stay_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HealthPapers:
    """The question which papers of health go with somebody who leaves; answered by papers ready to be set.

    Whoever may not read the record is answered without any, never refused: health staff put theirs in by hand.
    """

    stay_id: str
    resident_id: str


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One thing still open.

    Attributes:
        code: stable ASCII name.
        text: what is missing, with ``{name}`` placeholders.
        params: their values.
        page: the page of its cure; ``record`` what it opens there, ``tab`` which part of it.
        article: what asks for it.
        stops_exit: whether nobody leaves before the end without it; from the day of leaving nothing stops.
    """

    code: str
    text: Label
    params: dict[str, object] = field(default_factory=dict, repr=False)
    page: str = ""
    record: str = ""
    article: str = ""
    stops_exit: bool = False
    tab: str = ""
