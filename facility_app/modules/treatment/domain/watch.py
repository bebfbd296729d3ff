"""Observation of somebody who may harm themselves: how often somebody looks, and where nobody looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.drug_tests import LookUp


class WatchLevel(StrEnum):
    """Mức theo dõi, chặt trước; a pending one waits for a doctor and is watched as the first."""

    PENDING = "pending"
    CONSTANT = "constant"
    EVERY_15 = "every_15"
    EVERY_60 = "every_60"


WATCH_LEVEL_LABELS: dict[WatchLevel, Label] = {
    WatchLevel.PENDING: label("terms", "Trông liên tục, chờ bác sĩ quyết định"),
    WatchLevel.CONSTANT: label("terms", "Trông liên tục"),
    WatchLevel.EVERY_15: label("terms", "Mỗi 15 phút"),
    WatchLevel.EVERY_60: label("terms", "Mỗi 60 phút"),
}
CONSTANT_MINUTES: Final = "watch_constant_minutes"
DOCTOR_MINUTES: Final = "watch_doctor_minutes"
"""Keys of dated parameters; both are proposals of the program, so they show and ask, and refuse nothing."""
_EVERY: Final[dict[WatchLevel, timedelta]] = {
    WatchLevel.EVERY_15: timedelta(minutes=15),
    WatchLevel.EVERY_60: timedelta(minutes=60),
}
"""What these two levels are called by."""


@dataclass(frozen=True, slots=True)
class WatchRules:
    """How long nobody may have looked.

    Attributes:
        constant: whoever watches all the time writes at least so often; also while a doctor is waited for.
        doctor_within: how soon a doctor sees a high risk.
    """

    constant: timedelta
    doctor_within: timedelta

    @classmethod
    def of(cls, look_up: LookUp) -> "WatchRules":
        """From the parameters of one day."""
        constant, doctor = (int(look_up(key).number) for key in (CONSTANT_MINUTES, DOCTOR_MINUTES))
        return cls(timedelta(minutes=constant), timedelta(minutes=doctor))

    def interval(self, level: WatchLevel) -> timedelta:
        """Longest time between two written looks."""
        return _EVERY.get(level, self.constant)


def is_stricter(wanted: WatchLevel, now: WatchLevel) -> bool:
    """Whether a level watches at least as closely as another."""
    order = tuple(WatchLevel)
    return order.index(wanted) <= order.index(now)


class Seen(StrEnum):
    """Tình trạng khi trông; minimum words, no disease can be read from them."""

    CALM = "calm"
    ASLEEP = "asleep"
    UNEASY = "uneasy"
    CALLED = "called"


SEEN_LABELS: dict[Seen, Label] = {
    Seen.CALM: label("terms", "Yên ổn"),
    Seen.ASLEEP: label("terms", "Ngủ, thở đều"),
    Seen.UNEASY: label("terms", "Bồn chồn, cần chú ý"),
    Seen.CALLED: label("terms", "Đã gọi y tế"),
}


@dataclass(frozen=True, slots=True)
class Spell:
    """One level of a watch; ``to_at`` is None while it lasts."""

    level: WatchLevel
    from_at: datetime
    to_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Nobody wrote that they looked.

    Attributes:
        from_at: the look before it, or the beginning.
        to_at: the look after it; the end, or now.
        is_open: whether it still lasts.
    """

    level: WatchLevel
    from_at: datetime
    to_at: datetime
    is_open: bool

    @property
    def minutes(self) -> int:
        """How long, in whole minutes."""
        return int((self.to_at - self.from_at).total_seconds() // 60)


def gaps(spells: Sequence[Spell], looks: Sequence[datetime], now: datetime, rules: WatchRules) -> tuple[Gap, ...]:
    """Every time longer than the level allows in which nobody looked, the oldest first.

    Args:
        spells: levels in order of time, without a hole between them.
        looks: when somebody looked, in any order.
        now: the instant now.
        rules: how long nobody may have looked.
    """
    found: list[Gap] = []
    for spell in spells:
        end = now if spell.to_at is None else spell.to_at
        within = sorted(look for look in looks if spell.from_at <= look <= end)
        marks = [spell.from_at, *within, end]
        for before, after in pairwise(marks):
            if after - before > rules.interval(spell.level):
                found.append(Gap(spell.level, before, after, spell.to_at is None and after == end))
    return tuple(found)


def next_look(spell: Spell, looks: Sequence[datetime], rules: WatchRules) -> datetime:
    """When somebody must look next."""
    last = max((look for look in looks if look >= spell.from_at), default=spell.from_at)
    return last + rules.interval(spell.level)
