"""Finding a bed by what people type: its label, or the end of it."""

from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import tidy_name
from facility_app.modules.housing.domain.rights import VIEW_HOUSE
from facility_app.modules.housing.queries.house import BED

SHOWN = 20


@dataclass(frozen=True, slots=True)
class NamedBed:
    """A bed, as a choice."""

    bed_id: str
    label: str


def find_beds(uow: UnitOfWork, typed: str) -> tuple[NamedBed, ...]:
    """Beds whose label holds what was typed, in their order."""
    require(uow, VIEW_HOUSE)
    wanted = sa.func.lower(BED.label).contains(tidy_name(typed).lower(), autoescape=True)
    asked = sa.select(BED.id, BED.label).where(wanted, BED.voided_at.is_(None)).order_by(BED.label).limit(SHOWN)
    return tuple(NamedBed(*row) for row in uow.session.execute(asked))


def find_bed_by_label(uow: UnitOfWork, typed: str) -> str:
    """The id of the bed with this label, capital letters or small.

    Raises:
        UserError: ``bed_unknown``, naming beds that look like it.
    """
    require(uow, VIEW_HOUSE)
    name = tidy_name(typed)
    same = sa.func.lower(BED.label) == name.lower()
    found = uow.session.scalar(sa.select(BED.id).where(same, BED.voided_at.is_(None)))
    if found is not None:
        return str(found)
    like = tuple(one.label for one in find_beds(uow, name.rpartition("-")[0] or name))[:5]
    raise UserError(
        "bed_unknown",
        label("errors", "Không có giường “{bed}”. Giường gần giống: {like}. Hãy xem bảng giường."),
        bed=name,
        like=like or ("–",),
    )
