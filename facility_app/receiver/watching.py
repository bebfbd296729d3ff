"""What a province must see of its facilities: silence, what waits, gaps, epochs, keys, people (goi-v1 §6.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import sqlalchemy as sa

from facility_app.kernel.labels import Label, label
from facility_app.receiver import books
from facility_app.receiver.entities import PERSON, STAY, Catalogue
from facility_app.receiver.states import State
from facility_app.sync.trust import Trust

CADENCE: Final = timedelta(days=7)
"""How often a facility sends, where nothing else was agreed."""
AMBER, RED = 1.5, 3.0
"""How many times the cadence may pass before somebody asks, and before somebody goes there."""


class Light(StrEnum):
    """How a facility stands."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


LIGHT_LABELS: Final[Mapping[Light, Label]] = {
    Light.GREEN: label("terms", "Đúng hẹn"),
    Light.AMBER: label("terms", "Chậm"),
    Light.RED: label("terms", "Mất liên lạc hoặc cần xem"),
}


@dataclass(frozen=True, slots=True)
class StreamWatch:
    """One stream of one facility.

    Attributes:
        facility, stream: which.
        light: red also where the stream is frozen or nothing was ever applied.
        last_seen: when its last bundle came; None for never.
        age_days: whole days since then.
        cursor: the last change applied.
        epoch, epochs: number of the present epoch, and how many were seen.
        held, parked, rejected: bundles that wait; rows that wait for somebody; rows not taken.
        missing: numbers of bundles that never came, below the last one: lost sticks, no fault by themselves.
        frozen: why it was stopped.
        lost_by_restore: rows of a former epoch the facility does not have any more.
        skew_s: the last bundle's clock before ours.
        key_until: the day the facility's key ends, where one is set.
    """

    facility: str
    stream: str
    light: Light
    last_seen: datetime | None
    age_days: int | None
    cursor: int
    epoch: int | None
    epochs: int
    held: int
    parked: int
    rejected: int
    missing: int
    frozen: str | None
    lost_by_restore: int
    skew_s: int | None
    key_until: str | None


@dataclass(frozen=True, slots=True)
class FacilityCounts:
    """What the province holds of a facility.

    Attributes:
        facility, profile: which, as what.
        residents, stays, open_stays: live ones; open are those that did not end.
        rows: live rows of all tables.
        last_applied: when the last bundle was applied.
    """

    facility: str
    profile: str
    residents: int
    stays: int
    open_stays: int
    rows: int
    last_applied: datetime | None


def watch(
    connection: sa.Connection, known: Catalogue, trust: Trust | None, now: datetime, cadence: timedelta = CADENCE
) -> tuple[StreamWatch, ...]:
    """Every stream somebody agreed to or that came, by facility; who never sent anything is red.

    Args:
        connection: in a transaction.
        known: the tables.
        trust: whom the receiver believes.
        now: the time.
        cadence: how often a facility sends.
    """
    s = books.STREAM
    rows = {(row.fac, row.stream): row for row in connection.execute(sa.select(s))}
    agreed = {} if trust is None else trust.facilities
    names = {(code, stream) for code, one in agreed.items() for stream in one.streams} | set(rows)
    return tuple(_watched(connection, known, trust, rows.get(name), name, now, cadence) for name in sorted(names))


def count_by_facility(connection: sa.Connection, known: Catalogue) -> tuple[FacilityCounts, ...]:
    """The province's view: residents, stays and rows of each facility, by profile."""
    s = books.STREAM
    applied = {(row.fac, row.stream.partition("@")[0]): row.applied_at for row in connection.execute(sa.select(s))}
    rows: dict[tuple[str, str], int] = {}
    for entity in known.entities.values():
        for key, number in _live(connection, entity.core).items():
            rows[key] = rows.get(key, 0) + number
    people = _live(connection, known.entities[PERSON].core, "voided_at IS NULL")
    stays = _live(connection, known.entities[STAY].core, "voided_at IS NULL")
    still = _live(connection, known.entities[STAY].core, "voided_at IS NULL AND exited_on IS NULL")
    return tuple(
        FacilityCounts(*key, people.get(key, 0), stays.get(key, 0), still.get(key, 0), number, applied.get(key))
        for key, number in sorted(rows.items())
    )


def _live(connection: sa.Connection, core: sa.Table, also: str = "1 = 1") -> dict[tuple[str, str], int]:
    statement = f"SELECT _fac, _p, count(*) FROM \"{core.name}\" WHERE _op = 'U' AND {also} GROUP BY _fac, _p"
    return {(fac, profile): int(number) for fac, profile, number in connection.execute(sa.text(statement))}


def _watched(
    connection: sa.Connection,
    known: Catalogue,
    trust: Trust | None,
    row: Any,
    name: tuple[str, str],
    now: datetime,
    cadence: timedelta,
) -> StreamWatch:
    b, e, p = books.BUNDLE, books.EPOCH, books.PARKED
    mine = {"fac": name[0], "stream": name[1]}

    def number(table: sa.Table, *also: Any) -> int:
        of = [table.c[key] == value for key, value in mine.items()]
        found: int = connection.execute(
            sa.select(sa.func.count()).select_from(table).where(*of, *also)
        ).scalar_one()
        return found

    age = None if row is None else now - row.last_seen_at
    last = connection.execute(
        sa.select(b.c.skew_s).where(b.c.fac == name[0], b.c.stream == name[1]).order_by(b.c.job.desc()).limit(1)
    ).scalar_one_or_none()
    return StreamWatch(
        *name,
        light=_light(row, age, cadence),
        last_seen=None if row is None else row.last_seen_at,
        age_days=None if age is None else age.days,
        cursor=0 if row is None else row.cursor,
        epoch=None if row is None else row.epoch_n,
        epochs=number(e),
        held=number(b, b.c.state.in_((State.HELD, State.FROZEN))),
        parked=number(p, p.c.code == "E_REF"),
        rejected=number(p, p.c.code != "E_REF"),
        missing=_missing(connection, row, name),
        frozen=None if row is None else row.frozen,
        lost_by_restore=_lost(connection, known, row, name),
        skew_s=last,
        key_until=_key_until(trust, name[0]),
    )


def _light(row: Any, age: timedelta | None, cadence: timedelta) -> Light:
    if age is None or row.frozen is not None or row.applied_at is None or age > RED * cadence:
        return Light.RED
    return Light.AMBER if age > AMBER * cadence else Light.GREEN


def _missing(connection: sa.Connection, row: Any, name: tuple[str, str]) -> int:
    if row is None or row.epoch_id is None:
        return 0
    b = books.BUNDLE
    seen = sa.select(sa.func.max(b.c.seq), sa.func.count(sa.distinct(b.c.seq))).where(
        b.c.fac == name[0], b.c.stream == name[1], b.c.epoch_id == row.epoch_id
    )
    highest, different = connection.execute(seen).one()
    return int(highest or 0) - int(different or 0)


def _lost(connection: sa.Connection, known: Catalogue, row: Any, name: tuple[str, str]) -> int:
    """Live rows the present epoch began without: what a restore lost, for people to settle."""
    if row is None or row.epoch_n is None or row.epoch_n == 1:
        return 0
    told = {"fac": name[0], "p": name[1].partition("@")[0], "n": row.epoch_n}
    lost = 0
    for entity in known.entities.values():
        statement = (
            f'SELECT count(*) FROM "{entity.core.name}" '
            "WHERE _fac = :fac AND _p = :p AND _epoch < :n AND _op = 'U'"
        )
        lost += int(connection.execute(sa.text(statement), told).scalar_one())
    return lost


def _key_until(trust: Trust | None, facility: str) -> str | None:
    found = None if trust is None else trust.facilities.get(facility)
    standing = () if found is None else tuple(one for one in found.keys if one.revoked is None)
    if not standing or any(one.until is None for one in standing):
        return None
    return max(one.until for one in standing if one.until is not None).isoformat()
