"""Everybody who is here, with when they were last talked to about jobs; the talks, with how many heard each."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.residents.api import ResidentRow, list_resident_rows
from facility_app.modules.staff.api import list_staff_rows
from facility_app.modules.vocational.domain.people import TalkKind
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.indicators import list_counselled
from facility_app.modules.vocational.tables import JobTalk

_TALK: Final = sa.inspect(JobTalk).local_table.c
NEVER, TALKED = "never", "talked"
"""What the list of people is filtered by: not once in this stay, at least once."""


@dataclass(frozen=True, slots=True)
class CounselRow:
    """Somebody who is here; ``last_on`` when they were last guided or talked to in this stay, None for never."""

    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str | None = field(repr=False)
    last_on: date | None


@dataclass(frozen=True, slots=True)
class TalkGroupRow:
    """One talk as it was held: what several people heard together stands once.

    Attributes:
        key: the same for the same talk.
        people: how many heard it.
    """

    key: str
    talked_on: date
    kind: TalkKind
    topic: str
    minutes: int | None
    by: str
    people: int


def list_counsel_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids of people who are here: those never talked to first, then the longest ago.

    ``look.filters``: ``state`` (``never``, ``talked``). ``look.text`` is in a name, a code or a place.
    """
    require(uow, VIEW_VOCATIONAL)
    state, typed = look.filters.get("state", ""), fold(look.text.strip())
    last = list_counselled(uow)
    wanted = [who for who, day in last.items() if not state or (day is None) == (state == NEVER)]
    found = [row for row in _cards(uow, wanted) if typed in fold(f"{row.name} {row.code} {row.place or ''}")]
    found.sort(key=lambda row: (last[row.resident_id] or date.min, row.code))
    return tuple(row.resident_id for row in found)


def list_counsel_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[CounselRow, ...]:
    """Those people, in the order asked for."""
    require(uow, VIEW_VOCATIONAL)
    last = list_counselled(uow) if wanted else {}
    return tuple(
        CounselRow(row.resident_id, row.code, row.name, row.place, last.get(row.resident_id))
        for row in _cards(uow, wanted)
    )


def list_talk_groups(uow: UnitOfWork) -> tuple[TalkGroupRow, ...]:
    """Every talk that was held, the latest first; a group's is known by day, kind, topic, length and leader."""
    require(uow, VIEW_VOCATIONAL)
    same = (_TALK.talked_on, _TALK.kind, _TALK.topic, _TALK.minutes, _TALK.by_id)
    # What was told to one person alone is no group, whatever else was told that day.
    alone = sa.case((_TALK.kind == TalkKind.INDIVIDUAL, _TALK.id), else_="")
    asked = sa.select(sa.func.min(_TALK.id), *same, sa.func.count()).where(_TALK.voided_at.is_(None))
    found = uow.session.execute(asked.group_by(*same, alone)).all()
    leaders = sorted({row.by_id for row in found if row.by_id})
    names = {row.member_id: row.full_name for row in list_staff_rows(uow, leaders)} if leaders else {}
    made = (
        TalkGroupRow(
            row[0], row.talked_on, row.kind, row.topic, row.minutes, names.get(row.by_id, ""), int(row[6])
        )
        for row in found
    )
    return tuple(sorted(made, key=lambda one: (one.talked_on, one.key), reverse=True))


def _cards(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ResidentRow, ...]:
    return list_resident_rows(uow, wanted) if wanted else ()
