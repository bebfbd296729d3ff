"""What the clock is told: one stay on plain values."""

from dataclasses import dataclass
from datetime import date

from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import CountsAs, EventKind, StayType


@dataclass(frozen=True, slots=True)
class Paper:
    """Giấy tờ làm căn cứ.

    Attributes:
        number: số, ký hiệu.
        issued_on: ngày ban hành.
    """

    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class TermEvent:
    """One thing that happened to a term.

    Attributes:
        kind: what.
        from_on: its first day; for what happens on one day, that day.
        to_on: the day of being back, itself a day inside; None while it lasts and for what has no span.
        paper: the paper it rests on.
        decided_months: of a changed decision.
        months: of a reduction.
        days: of a reduction.
        exit_code: of an end.
        counts_as: how an officer decided that a remand counts; None until somebody has.
        is_confirmed: whether whoever settles terms stands by its paper; no day is added by any other one.
    """

    kind: EventKind
    from_on: date
    to_on: date | None = None
    paper: Paper | None = None
    decided_months: int | None = None
    months: int | None = None
    days: int | None = None
    exit_code: ExitCode | None = None
    counts_as: CountsAs | None = None
    is_confirmed: bool = True

    @property
    def adds_by_paper(self) -> bool:
        """Whether there is a paper by which days may be added."""
        return self.paper is not None and self.is_confirmed


@dataclass(frozen=True, slots=True)
class TermCase:
    """One stay as the clock sees it.

    Attributes:
        id: what refusals call it.
        legal_regime: the law it is finished under.
        stay_type: its type.
        term_start_on: ngày bắt đầu chấp hành; of temporary management the day of decision V-32 (Đ98.3).
        decided_months: as the decision prints them; None where the type has no term.
        events: in any order.
        date_of_birth: None when unknown.
        birth_year: where only the year is known; its last day counts, on which a minor is one longest.
        paper: the decision.
        custody_until: the limit V-32 prints for temporary management, a day of leaving.
    """

    id: str
    legal_regime: LegalRegime
    stay_type: StayType
    term_start_on: date
    decided_months: int | None = None
    events: tuple[TermEvent, ...] = ()
    date_of_birth: date | None = None
    paper: Paper | None = None
    custody_until: date | None = None
    birth_year: int | None = None

    @property
    def born_by(self) -> date | None:
        """The day of birth, or the latest it can have been; None when nothing of it is known."""
        if self.date_of_birth is not None or self.birth_year is None:
            return self.date_of_birth
        return date(self.birth_year, 12, 31)
