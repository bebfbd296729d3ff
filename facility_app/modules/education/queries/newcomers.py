"""Who can still be put into a class: everybody inside who is not in it, with the classes they are in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.queries.lessons import CLASS
from facility_app.modules.education.queries.planned import MEMBER
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.stays.api import PresenceState, list_whereabouts

IN_NONE, IN_SOME = "none", "some"
"""What the list is filtered by: in no class at all, in another class."""


@dataclass(frozen=True, slots=True)
class NewcomerRow:
    """Somebody inside; ``classes`` are the codes of the classes they are in."""

    resident_id: str
    code: str
    name: str = field(repr=False)
    place: str = field(repr=False)
    classes: tuple[str, ...] = ()


def list_newcomer_ids(uow: UnitOfWork, class_id: str, look: Look) -> tuple[str, ...]:
    """Everybody inside who is not in the class, by code.

    ``look.filters``: ``state`` (``none``, ``some``). Every word of ``look.text`` is in a name, a code or a place.
    """
    require(uow, VIEW_EDUCATION)
    state, typed = look.filters.get("state", ""), fold(look.text).split()
    ids = [one.resident_id for one in list_whereabouts(uow) if one.presence is PresenceState.INSIDE]
    taken = {who for who, found in _classes(uow).items() if class_id in dict(found)}
    found = [
        row
        for row in list_newcomer_rows(uow, [one for one in ids if one not in taken])
        if not state or bool(row.classes) is (state == IN_SOME)
    ]
    named = (row for row in found if all(one in fold(f"{row.name} {row.code} {row.place}") for one in typed))
    return tuple(row.resident_id for row in sorted(named, key=lambda row: (row.code, row.resident_id)))


def list_newcomer_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[NewcomerRow, ...]:
    """Those people, in the order asked for."""
    require(uow, VIEW_EDUCATION)
    classes = _classes(uow)
    return tuple(
        NewcomerRow(
            row.resident_id,
            row.code,
            row.name,
            row.place or "",
            tuple(sorted(code for _, code in classes.get(row.resident_id, ()))),
        )
        for row in (list_resident_rows(uow, wanted) if wanted else ())
    )


def _classes(uow: UnitOfWork) -> dict[str, list[tuple[str, str]]]:
    """Person → id and code of the classes they are in today or later."""
    today: Final = local_date(uow.now)
    asked = (
        sa.select(MEMBER.resident_id, CLASS.id, CLASS.code)
        .join(CLASS.id.table, CLASS.id == MEMBER.class_id)
        .where(
            MEMBER.voided_at.is_(None),
            CLASS.voided_at.is_(None),
            sa.or_(MEMBER.to_on.is_(None), MEMBER.to_on > today),
            sa.or_(CLASS.last_on.is_(None), CLASS.last_on >= today),
        )
    )
    made: dict[str, list[tuple[str, str]]] = {}
    for who, class_id, code in uow.session.execute(asked):
        made.setdefault(who, []).append((class_id, code))
    return made
