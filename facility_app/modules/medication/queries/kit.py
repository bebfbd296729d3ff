"""The medium for the blackout, as screens show it; its lock never leaves the file but for the sheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.kit import SHIFT_HOURS, is_due, is_old, shift_begun
from facility_app.modules.medication.tables import BlackoutKit
from facility_app.modules.staff.api import find_member_of_account
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures

KIT: Final = sa.inspect(BlackoutKit).local_table.c
PAGE: Final = "medication.kit"


@dataclass(frozen=True, slots=True)
class KitRow:
    """The medium.

    Attributes:
        is_here: whether it belongs to the machine of whoever asks.
        is_due: whether the shift under way has none yet; ``is_old`` whether it is older than it may be.
        shift_at: when the shift under way began.
    """

    kit_id: str
    version: int
    folder: str
    device: str
    is_here: bool
    named_at: datetime
    named_by: str
    hours: str
    shift_at: datetime
    written_at: datetime | None
    failed_at: datetime | None
    failure: str | None
    is_due: bool
    is_old: bool


def find_kit(uow: UnitOfWork) -> KitRow | None:
    """The medium named; None where nobody named one."""
    require(uow, VIEW_MAR)
    wanted = (
        *(KIT.id, KIT.version, KIT.folder, KIT.device, KIT.created_at, KIT.created_by, KIT.written_at),
        *(KIT.failed_at, KIT.failure),
    )
    row = uow.session.execute(sa.select(*wanted).where(KIT.voided_at.is_(None))).one_or_none()
    if row is None:
        return None
    hours = get_setting(uow, SHIFT_HOURS)
    named_by = find_member_of_account(uow, row.created_by)
    return KitRow(
        row.id,
        row.version,
        row.folder,
        row.device,
        row.device == uow.actor.device,
        row.created_at,
        "" if named_by is None else named_by.full_name,
        hours,
        shift_begun(uow.now, hours),
        row.written_at,
        row.failed_at,
        row.failure,
        is_due(row.written_at, uow.now, hours),
        is_old(row.written_at, uow.now),
    )


def get_shift_hours(uow: UnitOfWork) -> str:
    """When shifts change, as typed."""
    require(uow, VIEW_MAR)
    return get_setting(uow, SHIFT_HOURS)


def _figures(uow: UnitOfWork, question: HomeFigures) -> tuple[HomeFigure, ...]:
    """How old the sheet on the medium is; nothing where none is named."""
    if not uow.actor.may(VIEW_MAR):
        return ()
    row = find_kit(uow)
    if row is None:
        return ()
    hours = None if row.written_at is None else int((question.now - row.written_at).total_seconds() // 3600)
    tone = FigureTone.DANGER if row.is_old or row.failed_at is not None else FigureTone.OK
    text = label("medication", "giờ tuổi của phiếu phòng mất điện")
    return (HomeFigure("medication.kit", text, hours, tone, PAGE, order=60),)


ANSWERS: Final[Mapping[type, tuple[Callable[[Any, Any], Any], ...]]] = {HomeFigures: (_figures,)}
"""Question → what this room answers."""
