"""When the next observation or scoring is due: presets by situation, worked out from what was done and given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import LOCAL, add_months, local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import Evidence, rows_of_list
from facility_app.modules.treatment.domain.words import clinical_label

LIST: Final = "clinical/observation_presets"
VITALS: Final = "vitals"
WEIGHT: Final = "weight"
"""Tasks of a preset that are measured, not scored."""
_NIGHT_FROM: Final = time(22)
_NIGHT_TO: Final = time(6)


class Situation(StrEnum):
    """Tình huống theo dõi."""

    OPIOID_DETOX = "opioid_detox"
    ALCOHOL_DETOX = "alcohol_detox"
    STIMULANTS = "stimulants"
    METHADONE_INDUCTION = "methadone_induction"
    WHOLE_STAY = "whole_stay"


SITUATION_LABELS: dict[Situation, Label] = {
    Situation.OPIOID_DETOX: label("terms", "Cắt cơn chất dạng thuốc phiện"),
    Situation.ALCOHOL_DETOX: label("terms", "Cắt cơn rượu"),
    Situation.STIMULANTS: label("terms", "Sau dùng chất kích thích"),
    Situation.METHADONE_INDUCTION: label("terms", "Dò liều methadon"),
    Situation.WHOLE_STAY: label("terms", "Suốt đợt cai nghiện"),
}


@dataclass(frozen=True, slots=True)
class Calm:
    """When less is enough.

    Attributes:
        at_most: totals up to this are calm.
        times: so many in a row.
        then_every: minutes between two from then on; 0 when nothing more is due.
    """

    at_most: int
    times: int
    then_every: int


@dataclass(frozen=True, slots=True)
class Observation:
    """One line of a preset; the days are counted from 1.

    Attributes:
        situation: which preset.
        task: ``vitals``, an instrument's code, or another word of the list.
        from_day: first day it holds.
        to_day: last day; None for as long as the situation lasts.
        every: minutes between two; None where days, months or doses decide.
        night: minutes between two from 22:00 to 06:00.
        by_band: band of the last score → minutes.
        on_days: once on each of these days.
        on_months: once after so many months.
        before_dose: so many minutes before each dose it may be made; None where doses do not matter.
        after_first_dose: minutes after the first dose of a day, from and to.
        calm: when less is enough.
        text: what people read.
        english: its English.
        evidence: how it is known.
    """

    situation: Situation
    task: str
    from_day: int
    to_day: int | None
    every: int | None
    night: int | None
    by_band: Mapping[str, int]
    on_days: tuple[int, ...]
    on_months: tuple[int, ...]
    before_dose: int | None
    after_first_dose: tuple[int, int] | None
    calm: Calm | None
    text: Label
    english: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Done:
    """An observation made.

    Attributes:
        at: when.
        total: of the instrument; None for none.
        band: code of its band.
    """

    at: datetime
    total: int | None = None
    band: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """The next observation.

    Attributes:
        observation: the line that asks for it.
        at: when it is due.
        until: the last moment to make it in; later it is overdue. The same as ``at`` where an interval alone
            decides: a rule that gives a day or a window gives its end.
    """

    observation: Observation
    at: datetime
    until: datetime


class DueState(StrEnum):
    """How something that is due stands to the clock; one meaning for every list, count and task."""

    LATER = "later"
    NOW = "now"
    OVERDUE = "overdue"


def due_state(at: datetime, until: datetime, now: datetime) -> DueState:
    """Before ``at`` it is not due yet, to the end of ``until`` it is, then it is overdue."""
    if now < at:
        return DueState.LATER
    return DueState.NOW if now <= until else DueState.OVERDUE


def read_presets(text: str) -> dict[Situation, tuple[Observation, ...]]:
    """The shipped ``clinical/observation_presets``."""
    found: dict[Situation, tuple[Observation, ...]] = dict.fromkeys(Situation, ())
    for row in rows_of_list(text):
        one = _observation(row)
        found[one.situation] = (*found[one.situation], one)
    return found


def _observation(row: Mapping[str, str]) -> Observation:
    doses = row["dose"].split()
    after = next((part for part in doses if part[0].isdecimal()), "")
    calm = [int(part) for part in row["calm"].split("/")] if row["calm"] else []
    made = Observation(
        situation=Situation(row["situation"]),
        task=row["task"],
        from_day=int(row["from_day"]),
        to_day=int(row["to_day"]) if row["to_day"] else None,
        every=int(row["every"]) if row["every"] else None,
        night=int(row["night"]) if row["night"] else None,
        by_band={band: int(minutes) for band, minutes in (part.split(":") for part in row["by_band"].split())},
        on_days=tuple(map(int, row["on_days"].split())),
        on_months=tuple(_months(row["on_months"])),
        before_dose=next((int(part.split(":")[1]) for part in doses if part.startswith("before:")), None),
        after_first_dose=(int(after.split("-")[0]), int(after.split("-")[1])) if after else None,
        calm=Calm(*calm) if calm else None,
        text=clinical_label(row["text"]),
        english=row["english"],
        evidence=Evidence(row["evidence"]),
    )
    if not (made.every or made.on_days or made.on_months or doses):
        message = f"{made.situation} {made.task} is never due"
        raise ValueError(message)
    return made


def _months(text: str) -> Iterator[int]:
    for part in text.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def next_due(
    observation: Observation,
    started_at: datetime,
    done: Sequence[Done] = (),
    doses: Sequence[datetime] = (),
) -> Due | None:
    """When it is due next; None when nothing more is.

    Args:
        observation: one line of a preset.
        started_at: when the situation began.
        done: what was done since, in order of time.
        doses: times of doses, given and planned, in order.
    """
    found = next(_moments(observation, started_at, done, doses), None)
    if found is None or not _holds(observation, started_at, found[0]):
        return None
    return Due(observation, *found)


def _moments(
    observation: Observation, started_at: datetime, done: Sequence[Done], doses: Sequence[datetime]
) -> Iterator[tuple[datetime, datetime]]:
    if observation.every is not None:
        yield from _by_interval(observation, started_at, done)
    elif observation.on_days or observation.on_months:
        yield from _by_day(observation, local_date(started_at), [local_date(one.at) for one in done])
    else:
        first = _first_moment(observation, started_at)
        made = [one.at for one in done]
        for at, until in _by_dose(observation, [dose for dose in doses if dose >= first]):
            # What was missed before the last one made is a gap, and no longer due.
            if not any(at <= one <= until for one in made) and (not made or until > made[-1]):
                yield at, until


def _first_moment(observation: Observation, started_at: datetime) -> datetime:
    """The beginning of its first day: the start itself, or the midnight before."""
    if observation.from_day == 1:
        return started_at
    day = local_date(started_at) + timedelta(days=observation.from_day - 1)
    return datetime.combine(day, time(), LOCAL)


def _holds(observation: Observation, started_at: datetime, at: datetime) -> bool:
    day = (local_date(at) - local_date(started_at)).days + 1
    return observation.to_day is None or day <= observation.to_day


def _by_interval(
    observation: Observation, started_at: datetime, done: Sequence[Done]
) -> Iterator[tuple[datetime, datetime]]:
    first = _first_moment(observation, started_at)
    minutes = _minutes(observation, done)
    if minutes == 0:
        return
    if not done:
        # The start is a moment somebody chose; the midnight of a later day is none.
        yield first, first if observation.from_day == 1 else first + timedelta(minutes=minutes)
        return
    at = done[-1].at + timedelta(minutes=minutes)
    if observation.night and minutes == observation.every and _is_night(max(first, at)):
        at = done[-1].at + timedelta(minutes=observation.night)
    if at < first:
        # What came before its first day asks for nothing; "three times a day" begins with a third of that day.
        yield first, first + timedelta(minutes=minutes)
    else:
        yield at, at


def _minutes(observation: Observation, done: Sequence[Done]) -> int:
    """Minutes until the next one; 0 when it has been calm long enough to stop."""
    calm = observation.calm
    if calm is not None and len(done) >= calm.times:
        last = done[-calm.times :]
        if all(one.total is not None and one.total <= calm.at_most for one in last):
            return calm.then_every
    every = observation.every or 0
    return observation.by_band.get(done[-1].band, every) if done else every


def _is_night(at: datetime) -> bool:
    clock = at.astimezone(LOCAL).time()
    return clock >= _NIGHT_FROM or clock < _NIGHT_TO


def _by_day(
    observation: Observation, started_on: date, done: Sequence[date]
) -> Iterator[tuple[datetime, datetime]]:
    """One for each of the days; an early one does not stand for the next day due."""
    days = [started_on + timedelta(days=day - 1) for day in observation.on_days]
    days += [add_months(started_on, months) for months in observation.on_months]
    for place, day in enumerate(days):
        until = days[place + 1] if place + 1 < len(days) else None
        if not any(day <= one and (until is None or one < until) for one in done):
            begin = datetime.combine(day, time(), LOCAL)
            # A day that was missed is asked for until the next one begins.
            if until is None or not done or done[-1] < until:
                yield begin, begin + timedelta(days=1)


def _by_dose(observation: Observation, doses: Sequence[datetime]) -> Iterator[tuple[datetime, datetime]]:
    """Shortly before each dose, and in a window after the first of each day."""
    seen: set[date] = set()
    for dose in doses:
        if observation.before_dose is not None:
            yield dose - timedelta(minutes=observation.before_dose), dose
        day = local_date(dose)
        if observation.after_first_dose and day not in seen:
            first, last = (dose + timedelta(minutes=minutes) for minutes in observation.after_first_dose)
            yield first, last
        seen.add(day)
