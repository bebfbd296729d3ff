"""Numbers of the law the pharmacy goes by: keys of dated parameters, and what follows from the yearly one."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from facility_app.kernel.errors import UserError

LOSS_HOURS: Final = "controlled_loss_report_hours"
"""A loss is reported within so many hours of being found (PL XI)."""
YEAR_DAYS: Final = "controlled_year_report_days"
"""The yearly report (PL IX) goes out within so many days of the next year."""
YEAR_FROM: Final = "controlled_year_report_from_days"
"""So many days before the year is over its report may be made; the law names the last day alone (Đ7.1)."""
YEAR_ALARMS: Final = "controlled_year_report_alarm_days"
"""So many days before the last of them it is spoken of, in the end to the head too."""
COUNCIL_PEOPLE: Final = "destruction_council_people"
"""Fewest members of the council that destroys medicine."""
AUTHORITY_PRESENT: Final = "destruction_authority_present"
"""Whether somebody of the health authority sees controlled medicine destroyed."""
DESTRUCTION_DAYS: Final = "destruction_report_days"
"""A destruction of controlled medicine is reported within so many days."""
EXPIRY_STEPS: Final = "medicine_expiry_warn_days"
"""So many days before it expires a lot is spoken of; no text names them."""
COUNT_HOURS: Final = "cabinet_count_hours"
"""So old may the count be that a cabinet is taken over with."""


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """The yearly report PL IX of one year.

    Attributes:
        days: it goes out within so many days of the next year.
        alarm_days: days before the last of them on which it is spoken of.
        from_days: it may be made so many days before its year is over.
    """

    year: int
    days: int
    alarm_days: tuple[int, ...]
    from_days: int = 0

    @property
    def first_day(self) -> date:
        """The first day it may be made, with the figures of that day."""
        return date(self.year + 1, 1, 1) - timedelta(days=self.from_days)

    @property
    def last_day(self) -> date:
        """The last day it is in time."""
        return date(self.year + 1, 1, 1) + timedelta(days=self.days - 1)

    @property
    def first_alarm(self) -> date:
        """When it is first spoken of; it is made when the year is over."""
        return self.last_day - timedelta(days=max(self.alarm_days))

    @property
    def second_alarm(self) -> date:
        """When the head hears of it too."""
        return self.last_day - timedelta(days=min(self.alarm_days))


def refuse_or_ask(told: UserError, *, is_binding: bool, is_sure: bool) -> None:
    """Refuse what the law was read to forbid; what is a mere proposal is asked about and goes through when sure.

    Args:
        told: the refusal, which is also the question.
        is_binding: whether the number behind it was read in the law, or decided by the facility.
        is_sure: whether the person confirmed it.

    Raises:
        UserError: ``told``.
    """
    if is_binding or not is_sure:
        raise told
