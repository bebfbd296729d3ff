"""Who is watched, how closely and when somebody must look next; why they are watched is for health staff alone."""

from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.treatment.domain import KNOW_WATCH, READ_RECORD
from facility_app.modules.treatment.domain.watch import Gap, Seen, Spell, WatchLevel, WatchRules, gaps, next_look
from facility_app.modules.treatment.tables import SelfHarmWatch, WatchLook


@dataclass(frozen=True, slots=True)
class WatchedRow:
    """Somebody who is watched now.

    Attributes:
        place: where they sleep.
        next_at: when somebody must look next; it may have passed.
    """

    stay_id: str
    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None
    level: WatchLevel
    since: datetime
    next_at: datetime


@dataclass(frozen=True, slots=True)
class SpellRow:
    """One level; ``reason`` and ``score_id`` only for whoever reads the record."""

    watch_id: str
    version: int
    spell: Spell
    review_at: datetime | None
    ordered_by: str
    reason: str | None = field(repr=False)
    score_id: str | None = field(repr=False)
    end_reason: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class LookRow:
    """One look."""

    look_id: str
    version: int
    happened_at: datetime
    written_at: datetime
    author: str
    is_late: bool
    seen: Seen
    note: str | None = field(repr=False)
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class WatchView:
    """The watch of one stay: its levels, the looks, and where nobody looked."""

    spells: tuple[SpellRow, ...]
    looks: tuple[LookRow, ...]
    gaps: tuple[Gap, ...]
    next_at: datetime | None


def list_watched(uow: UnitOfWork) -> tuple[WatchedRow, ...]:
    """Everybody who is watched now; whom somebody must look at first stands first."""
    require(uow, KNOW_WATCH)
    w, look = SelfHarmWatch, WatchLook
    rows = uow.session.scalars(sa.select(w).where(w.ended_at.is_(None), w.voided_at.is_(None))).all()
    asked = sa.select(look.watch_id, sa.func.max(look.happened_at)).where(look.voided_at.is_(None))
    found = uow.session.execute(asked.where(look.watch_id.in_([row.id for row in rows])).group_by(look.watch_id))
    last: dict[str, datetime] = {row[0]: row[1] for row in found}
    rules = _rules(uow)
    people = list_resident_marks(uow, [row.resident_id for row in rows])
    made = [
        WatchedRow(
            row.stay_id,
            row.resident_id,
            people[row.resident_id].code,
            people[row.resident_id].name,
            people[row.resident_id].place,
            row.level,
            row.happened_at,
            next_look(Spell(row.level, row.happened_at), [last[row.id]] if row.id in last else [], rules),
        )
        for row in rows
        if row.resident_id in people
    ]
    return tuple(sorted(made, key=lambda row: (row.next_at, row.code)))


@dataclass(frozen=True, slots=True)
class WatchLine:
    """Somebody who is watched, with what was looked at and what was not.

    Attributes:
        view: levels, looks and gaps of the whole watch.
    """

    watched: WatchedRow
    view: "WatchView" = field(repr=False)


def list_watch_lines(uow: UnitOfWork) -> tuple[WatchLine, ...]:
    """Everybody who is watched now with the gaps of their watch; whom somebody must look at first stands first."""
    require(uow, KNOW_WATCH)
    return tuple(WatchLine(one, get_watch(uow, one.stay_id)) for one in list_watched(uow))


def get_watch(uow: UnitOfWork, stay_id: str) -> WatchView:
    """The watch of one stay, with its gaps."""
    require(uow, KNOW_WATCH)
    w, look = SelfHarmWatch, WatchLook
    of_stay = sa.select(w).where(w.stay_id == stay_id, w.voided_at.is_(None)).order_by(w.happened_at, w.id)
    rows = uow.session.scalars(of_stay).all()
    looked = uow.session.scalars(
        sa.select(look).where(look.stay_id == stay_id).order_by(look.happened_at, look.id)
    ).all()
    standing = [one.happened_at for one in looked if one.voided_at is None]
    spells = [Spell(row.level, row.happened_at, row.ended_at) for row in rows]
    running = spells[-1] if spells and spells[-1].to_at is None else None
    knows, rules = uow.actor.may(READ_RECORD), _rules(uow)
    return WatchView(
        tuple(_spell_row(row, knows=knows) for row in rows),
        tuple(_look_row(one, knows=knows or one.created_by == uow.actor.user_id) for one in looked),
        gaps(spells, standing, uow.now, rules),
        None if running is None else next_look(running, standing, rules),
    )


def _rules(uow: UnitOfWork) -> WatchRules:
    return WatchRules.of(partial(parameter, uow))


def _spell_row(row: SelfHarmWatch, *, knows: bool) -> SpellRow:
    return SpellRow(
        row.id,
        row.version,
        Spell(row.level, row.happened_at, row.ended_at),
        row.review_at,
        row.author_name,
        row.reason if knows else None,
        row.score_id if knows else None,
        row.end_reason if knows else None,
    )


def _look_row(row: WatchLook, *, knows: bool) -> LookRow:
    return LookRow(
        row.id,
        row.version,
        row.happened_at,
        row.created_at,
        row.author_name,
        row.is_late,
        row.seen,
        row.note if knows else None,
        row.voided_at is not None,
    )
