"""The comings of one person beside each other: one open at a time, no two on the same days, numbered on."""

from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.rights import VIEW_STAYS
from facility_app.modules.stays.tables import Stay


def next_coming(uow: UnitOfWork, resident_id: str) -> int:
    """The number of the next coming; one struck out keeps its own."""
    require(uow, VIEW_STAYS)
    counted = sa.select(sa.func.coalesce(sa.func.max(Stay.coming_no), 0)).where(Stay.resident_id == resident_id)
    return int(uow.session.scalar(counted) or 0) + 1


def require_none_open(uow: UnitOfWork, resident_id: str) -> None:
    """One open coming at a time.

    Raises:
        UserError: ``stay_open_already``.
    """
    require(uow, VIEW_STAYS)
    uow.session.flush()
    there = uow.session.scalars(
        sa.select(Stay).where(Stay.resident_id == resident_id, Stay.exited_on.is_(None), Stay.voided_at.is_(None))
    ).first()
    if there is not None:
        raise UserError(
            "stay_open_already",
            label(
                "errors",
                "Người này đang có lần cai nghiện {code} từ {admitted_on} chưa kết thúc; một người chỉ có một lần "
                "đang mở. Hãy mở lần đó, hoặc ghi kết thúc trước.",
            ),
            code=there.code,
            admitted_on=format_date(there.admitted_on),
        )


def require_no_overlap(
    uow: UnitOfWork,
    resident_id: str,
    admitted_on: date | None,
    earlier: Stay | None = None,
    *,
    exited_on: date | None = None,
) -> None:
    """Nobody is in two comings on one day; the day one ends may be the day another begins.

    Args:
        uow: the unit of work.
        resident_id: whose.
        admitted_on: first day of the new coming.
        earlier: the stay it goes on from.
        exited_on: its last day, for one out of old books.

    Raises:
        UserError: ``stay_overlaps``.
    """
    require(uow, VIEW_STAYS)
    asked = sa.select(Stay).where(
        Stay.resident_id == resident_id, Stay.voided_at.is_(None), Stay.exited_on > admitted_on
    )
    if exited_on is not None:
        asked = asked.where(Stay.admitted_on < exited_on)
    there = uow.session.scalars(asked.order_by(Stay.exited_on.desc())).first()
    if there is None or there is earlier or admitted_on is None or there.exited_on is None:
        return
    raise UserError(
        "stay_overlaps",
        label(
            "errors",
            "Ngày tiếp nhận {day} nằm trong lần cai nghiện {code} ({first}–{last}) của chính người này; một người "
            "không thể ở hai lần cùng lúc. Hãy sửa ngày tiếp nhận, hoặc sửa lần trước nếu ghi sai.",
        ),
        fields={"admitted_on": label("errors", "Trùng với lần {code} ({first}–{last})")},
        day=format_date(admitted_on),
        code=there.code,
        first=format_date(there.admitted_on),
        last=format_date(there.exited_on),
    )
