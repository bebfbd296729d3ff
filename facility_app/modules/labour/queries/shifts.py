"""What the shifts of teams take of people and officers, as the calendar asks and as whoever plans a team does."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date, moment_of
from facility_app.modules.calendar.api import Slot, SlotKind
from facility_app.modules.catalogues.api import list_holidays
from facility_app.modules.labour.domain.rights import ARRANGE_LABOUR
from facility_app.modules.labour.queries.records import MEMBER, SHEET, TEAM

AHEAD: Final = timedelta(days=27)
"""Four weeks are looked through for clashes; what is planned later is checked again by the list of clashes."""
PLANNED: Final = "labour_team"
"""What the source of a shift begins with that stands in no sheet."""
_ONE: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Shifts:
    """Shifts, for this slice's own rooms, which have asked for a right before or answer the calendar."""

    uow: UnitOfWork

    def between(self, first: date, last: date, team_id: str = "") -> tuple[Slot, ...]:
        """What teams take on these days: as planned on their weekdays, as held where there is a sheet.

        Nothing is planned on a day off by law.
        """
        members = self._members(first, last, team_id)
        if not members:
            return ()
        teams, held = self._teams(first, last, team_id)
        made, off = [], list_holidays(self.uow, first, last)
        day = first
        while day <= last:
            for team in teams.values():
                people = frozenset(
                    one for one, begin, end in members.get(team.id, ()) if begin <= day < (end or day + _ONE)
                )
                planned = (team.starts_minute, team.ends_minute, (PLANNED, f"{team.id}:{day}"))
                is_due = str(day.isoweekday()) in team.weekdays and day not in off
                for starts, ends, source in (
                    held.get((team.id, day), [planned] if is_due else []) if people else ()
                ):
                    made.append(
                        Slot(
                            SlotKind.LABOUR,
                            moment_of(day, starts),
                            moment_of(day, ends),
                            source,
                            people,
                            frozenset({team.officer_id}),
                            name=team.name,
                            place=team.place or "",
                        )
                    )
            day += _ONE
        return tuple(made)

    def _teams(
        self, first: date, last: date, team_id: str
    ) -> tuple[dict[str, Any], dict[tuple[str, date], list[Any]]]:
        """Teams by id, and what was held by team and day."""
        teams: dict[str, Any] = {}
        held: dict[tuple[str, date], list[Any]] = {}
        own = (SHEET.id.label("sheet_id"), SHEET.held_on)
        shifts = (SHEET.starts_minute.label("began"), SHEET.ends_minute.label("ended"))
        of_team = sa.and_(SHEET.team_id == TEAM.id, SHEET.held_on.between(first, last), SHEET.voided_at.is_(None))
        known = (TEAM.id, TEAM.name, TEAM.place, TEAM.officer_id, TEAM.weekdays)
        wanted = (
            sa.select(*known, TEAM.starts_minute, TEAM.ends_minute, *own, *shifts)
            .select_from(TEAM.id.table)
            .outerjoin(SHEET.id.table, of_team)
            .where(TEAM.voided_at.is_(None), *([TEAM.id == team_id] if team_id else []))
            .order_by(TEAM.code, TEAM.id, SHEET.held_on, SHEET.starts_minute)
        )
        for row in self.uow.session.execute(wanted):
            teams[row.id] = row
            if row.sheet_id is not None:
                held.setdefault((row.id, row.held_on), []).append(
                    (row.began, row.ended, ("labour_sheet", row.sheet_id))
                )
        return teams, held

    def _members(self, first: date, last: date, team_id: str) -> dict[str, list[tuple[str, date, date | None]]]:
        """Team → who is in it on some day between two, and from when until when."""
        found: dict[str, list[tuple[str, date, date | None]]] = {}
        asked = sa.select(MEMBER.team_id, MEMBER.resident_id, MEMBER.from_on, MEMBER.to_on).where(
            MEMBER.from_on <= last,
            sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > first),
            MEMBER.voided_at.is_(None),
            *([MEMBER.team_id == team_id] if team_id else []),
        )
        for in_team, resident_id, begin, end in self.uow.session.execute(asked):
            found.setdefault(in_team, []).append((resident_id, begin, end))
        return found


def team_shifts(uow: UnitOfWork, team_id: str, from_on: date | None = None) -> Mapping[tuple[str, str], Slot]:
    """What a team takes in four weeks from a day on, never before today, by what each shift is known by."""
    require(uow, ARRANGE_LABOUR)
    today = local_date(uow.now)
    first = max(from_on or today, today)
    return {one.source: one for one in Shifts(uow).between(first, first + AHEAD, team_id)}


def joining_shifts(uow: UnitOfWork, team_id: str, from_on: date, people: frozenset[str]) -> tuple[Slot, ...]:
    """What the shifts of a team would take of people who have been put into it from a day on.

    Its officer is left out: the shifts take them already.
    """
    require(uow, ARRANGE_LABOUR)
    shifts = team_shifts(uow, team_id, from_on).values()
    taken = (replace(one, resident_ids=one.resident_ids & people, staff_ids=frozenset()) for one in shifts)
    return tuple(one for one in taken if one.resident_ids)


def rewritten_shifts(
    before: Mapping[tuple[str, str], Slot], after: Mapping[tuple[str, str], Slot]
) -> tuple[Slot, ...]:
    """What the shifts of a team take once it is written anew that they did not take before.

    A shift at the same time takes another officer only; one at another time, or of another day, takes everybody.
    """
    made = []
    for source, slot in after.items():
        old, taken = before.get(source), slot
        if old is not None and (old.from_at, old.to_at) == (slot.from_at, slot.to_at):
            taken = replace(slot, resident_ids=frozenset(), staff_ids=slot.staff_ids - old.staff_ids)
        if taken.resident_ids or taken.staff_ids:
            made.append(taken)
    return tuple(made)
