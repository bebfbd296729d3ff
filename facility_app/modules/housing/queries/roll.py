"""Rolls and strength: who is expected where, what a roll came to, the morning's report, a shift's hand-over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.housing.domain.rights import KNOW_NEEDS, VIEW_BOARD
from facility_app.modules.housing.domain.roll import RollMark, RollScope, Strength
from facility_app.modules.housing.queries.house import BED, BUILDING, ROOM, ZONE, list_zones
from facility_app.modules.housing.queries.needs import BedlessRow, list_bedless
from facility_app.modules.housing.queries.state import PLACED
from facility_app.modules.housing.queries.teams import MEMBER
from facility_app.modules.housing.tables import RollCall, RollTick
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.stays.api import GONE, PresenceState, list_whereabouts

ROLL: Final = sa.inspect(RollCall).local_table.c
TICK: Final = sa.inspect(RollTick).local_table.c


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """Somebody a roll would list.

    Attributes:
        presence: the code of the state of presence.
        zone_id: where their bed lies; empty without a bed.
    """

    resident_id: str
    stay_id: str
    presence: str
    zone_id: str = ""
    bed_id: str = ""
    bed: str = ""


@dataclass(frozen=True, slots=True)
class RollRow:
    """One roll, as lists show it."""

    roll_id: str
    version: int
    scope: RollScope
    zone_id: str | None
    team_id: str | None
    held_at: datetime
    closed_at: datetime | None
    listed: int
    present: int
    unseen: int
    differences: int

    @property
    def away(self) -> int:
        """How many were ticked as somewhere else or missing; with the present and unseen it is everybody."""
        return self.listed - self.present - self.unseen


@dataclass(frozen=True, slots=True)
class TickRow:
    """One person of a roll; ``version`` goes back with the explanation.

    Attributes:
        expected: the code of the state of presence when the roll began, or when they were ticked.
        reason: where they are instead; ``explanation`` what a difference came to: None for whoever may not know.
        is_open: whether a difference waits for an explanation.
    """

    tick_id: str
    version: int
    resident_id: str
    bed_id: str | None
    expected: str
    mark: RollMark | None
    is_different: bool
    reason: str | None = field(repr=False)
    explanation: str | None = field(repr=False)
    explained_at: datetime | None
    bed: str
    code: str
    name: str = field(repr=False)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to explain it."""
        return self.is_different and self.explained_at is None


@dataclass(frozen=True, slots=True)
class RollSheet:
    """A roll with everybody on it, in the order of the beds, then of the codes."""

    roll: RollRow
    ticks: tuple[TickRow, ...]


@dataclass(frozen=True, slots=True)
class StrengthRow:
    """The strength of one zone; of nobody's zone for those without a bed."""

    zone_id: str
    zone: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class StrengthReport:
    """Quân số buổi sáng: a row for each zone, one for those without a bed, and all together."""

    at: datetime
    rows: tuple[StrengthRow, ...]
    bedless: Strength
    whole: Strength

    @property
    def sums(self) -> bool:
        """Whether rows, parts and the whole agree."""
        parts = sum((row.strength for row in self.rows), self.bedless)
        return parts == self.whole and all(one.sums for one in (self.bedless, self.whole, parts))


@dataclass(frozen=True, slots=True)
class HandOver:
    """What one shift hands to the next.

    Attributes:
        since: when the shift began.
        moves: placements begun or ended since then.
        open_differences: what nobody has explained yet, of any roll; the shift is clean without them.
        running: rolls that have not ended.
    """

    at: datetime
    since: datetime
    strength: StrengthReport
    bedless: tuple[BedlessRow, ...]
    moves: tuple["MoveRow", ...]
    open_differences: tuple[TickRow, ...]
    running: tuple[RollRow, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing waits for an explanation."""
        return not self.open_differences and not self.running


@dataclass(frozen=True, slots=True)
class MoveRow:
    """Somebody got a bed or gave one back."""

    resident_id: str
    bed: str
    from_at: datetime
    to_at: datetime | None
    end_reason: str | None = field(repr=False)
    code: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Expected:
    """Who is answered for and where, within one unit of work."""

    uow: UnitOfWork

    def of(
        self, scope: RollScope = RollScope.ALL, zone_id: str | None = None, team_id: str | None = None
    ) -> tuple[ExpectedRow, ...]:
        """Everybody of a scope; a zone with its sub-zones."""
        wanted: set[str] | None = None
        beds = self._beds()
        if scope is RollScope.ZONE and zone_id is not None:
            zones = self._with_inner(zone_id)
            wanted = {one for one, (lies_in, _, _) in beds.items() if lies_in in zones}
        elif scope is RollScope.TEAM and team_id is not None:
            wanted = self._team(team_id)
        if wanted is not None and not wanted:
            return ()
        asked = sorted(wanted) if wanted is not None else ()
        nowhere = ("", "", "")
        rows = (
            ExpectedRow(one, stay_id, presence, *beds.get(one, nowhere))
            for one, (stay_id, presence) in self._present(asked).items()
        )
        return tuple(sorted(rows, key=lambda row: (row.bed == "", row.bed, row.resident_id)))

    def states(self, resident_ids: Sequence[str]) -> dict[str, str]:
        """Person → the code of where they are now; whoever has left for good is out."""
        there = self._present(resident_ids) if resident_ids else {}
        return {one: there[one][1] if one in there else PresenceState.OUT.value for one in resident_ids}

    def _present(self, resident_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Person → stay and where they are; who is known to have gone is not told to be here."""
        return {
            one.resident_id: (one.stay_id, GONE if one.is_gone else one.presence.value)
            for one in list_whereabouts(self.uow, resident_ids)
        }

    def _beds(self) -> dict[str, tuple[str, str, str]]:
        """Person → zone, bed and what people call it."""
        asked = (
            sa.select(PLACED.resident_id, BUILDING.zone_id, BED.id, BED.label)
            .join(BED.id.table, BED.id == PLACED.bed_id)
            .join(ROOM.id.table, ROOM.id == BED.room_id)
            .join(BUILDING.id.table, BUILDING.id == ROOM.building_id)
            .where(PLACED.to_at.is_(None), PLACED.voided_at.is_(None))
        )
        return {one: (zone, bed, name) for one, zone, bed, name in self.uow.session.execute(asked)}

    def _with_inner(self, zone_id: str) -> set[str]:
        inner = sa.select(ZONE.id, ZONE.parent_id).where(ZONE.voided_at.is_(None))
        children: dict[str, list[str]] = {}
        for child, parent in self.uow.session.execute(inner):
            children.setdefault(parent or "", []).append(child)
        found, waiting = set[str](), [zone_id]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += children.get(one, [])
        return found

    def _team(self, team_id: str) -> set[str]:
        asked = sa.select(MEMBER.resident_id).where(
            MEMBER.team_id == team_id, MEMBER.to_at.is_(None), MEMBER.voided_at.is_(None)
        )
        return set(self.uow.session.scalars(asked))


def list_rolls(uow: UnitOfWork, limit: int = 100) -> tuple[RollRow, ...]:
    """The latest rolls, newest first."""
    require(uow, VIEW_BOARD)
    return _rolls(uow, None, limit)


def get_roll(uow: UnitOfWork, roll_id: str) -> RollSheet | None:
    """A roll with everybody on it; None when there is no such roll."""
    require(uow, VIEW_BOARD)
    found = _rolls(uow, ROLL.id == roll_id, 1)
    return RollSheet(found[0], _ticks(uow, TICK.roll_call_id == roll_id)) if found else None


def list_expected(
    uow: UnitOfWork, scope: RollScope, zone_id: str | None = None, team_id: str | None = None
) -> tuple[ExpectedRow, ...]:
    """Whom a roll of that scope would list now, for the sheet printed before it."""
    require(uow, VIEW_BOARD)
    return Expected(uow).of(scope, zone_id, team_id)


def list_open_differences(uow: UnitOfWork) -> tuple[TickRow, ...]:
    """What nobody has explained yet, of every roll."""
    require(uow, VIEW_BOARD)
    return _ticks(uow, sa.and_(TICK.is_different.is_(True), TICK.explained_at.is_(None)))


def get_strength(uow: UnitOfWork) -> StrengthReport:
    """The strength now, zone by zone: tổng = có mặt + vắng theo từng lý do."""
    require(uow, VIEW_BOARD)
    people = Expected(uow).of()
    by_zone: dict[str, list[str]] = {}
    for one in people:
        by_zone.setdefault(one.zone_id, []).append(one.presence)
    names = {zone.zone_id: zone.name for zone in list_zones(uow)}
    rows = tuple(
        StrengthRow(zone_id, name, Strength.of(by_zone[zone_id]))
        for zone_id, name in names.items()
        if zone_id in by_zone
    )
    bedless = Strength.of(by_zone.get("", ()))
    return StrengthReport(uow.now, rows, bedless, Strength.of(one.presence for one in people))


def get_hand_over(uow: UnitOfWork, since: datetime) -> HandOver:
    """What a shift that began at ``since`` hands over now."""
    require(uow, VIEW_BOARD)
    running = tuple(one for one in _rolls(uow, ROLL.closed_at.is_(None), 100))
    return HandOver(
        uow.now,
        since,
        get_strength(uow),
        list_bedless(uow),
        _moves(uow, since),
        list_open_differences(uow),
        running,
    )


def _moves(uow: UnitOfWork, since: datetime) -> tuple[MoveRow, ...]:
    asked = (
        sa.select(PLACED.resident_id, BED.label, PLACED.from_at, PLACED.to_at, PLACED.end_reason)
        .join(BED.id.table, BED.id == PLACED.bed_id)
        .where(PLACED.voided_at.is_(None), sa.or_(PLACED.from_at >= since, PLACED.to_at >= since))
        .order_by(sa.func.coalesce(PLACED.to_at, PLACED.from_at), PLACED.id)
    )
    found = uow.session.execute(asked).all()
    names = _names(uow, (row[0] for row in found))
    knows = uow.actor.may(KNOW_NEEDS)
    rows = (MoveRow(*row, *names[row[0]]) for row in found if row[0] in names)
    return tuple(row if knows else replace(row, end_reason=None) for row in rows)


def _rolls(uow: UnitOfWork, wanted: sa.ColumnElement[bool] | None, limit: int) -> tuple[RollRow, ...]:
    def count(*which: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
        mine = (TICK.roll_call_id == ROLL.id, TICK.voided_at.is_(None), *which)
        return sa.select(sa.func.count()).select_from(TICK.id.table).where(*mine).scalar_subquery()

    asked = sa.select(
        *(ROLL.id, ROLL.version, ROLL.scope, ROLL.zone_id, ROLL.team_id, ROLL.held_at, ROLL.closed_at),
        count(),
        count(TICK.mark == RollMark.PRESENT),
        count(TICK.mark.is_(None)),
        count(TICK.is_different.is_(True), TICK.explained_at.is_(None)),
    ).where(ROLL.voided_at.is_(None))
    if wanted is not None:
        asked = asked.where(wanted)
    return tuple(
        RollRow(*row) for row in uow.session.execute(asked.order_by(ROLL.held_at.desc(), ROLL.id).limit(limit))
    )


def _ticks(uow: UnitOfWork, wanted: sa.ColumnElement[bool]) -> tuple[TickRow, ...]:
    columns: tuple[Any, ...] = (
        *(TICK.id, TICK.version, TICK.resident_id, TICK.bed_id, TICK.expected, TICK.mark, TICK.is_different),
        *(TICK.reason, TICK.explanation, TICK.explained_at, sa.func.coalesce(BED.label, "")),
    )
    asked = (
        sa.select(*columns)
        .outerjoin(BED.id.table, BED.id == TICK.bed_id)
        .where(wanted, TICK.voided_at.is_(None))
        .order_by(BED.label.is_(None), BED.label, TICK.id)
    )
    found: Sequence[Any] = uow.session.execute(asked).all()
    names = _names(uow, (row[2] for row in found))
    knows = uow.actor.may(KNOW_NEEDS)
    rows = (TickRow(*[*row, *names[row[2]]]) for row in found if row[2] in names)
    return tuple(row if knows else replace(row, reason=None, explanation=None) for row in rows)


def _names(uow: UnitOfWork, resident_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
    wanted = [*dict.fromkeys(resident_ids)]
    rows = list_resident_rows(uow, wanted) if wanted else ()
    return {row.resident_id: (row.code, row.name) for row in rows}
