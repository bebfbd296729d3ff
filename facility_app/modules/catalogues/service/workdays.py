"""Decisions about days off and days worked instead, as the year's notices come."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.modules.catalogues.domain import EDIT_WORKING_DAYS, DayKind
from facility_app.modules.catalogues.domain.decisions import DAY_NAME, REASON, SOURCE
from facility_app.modules.catalogues.tables import WorkingDayEdit


@dataclass(frozen=True, slots=True)
class SetWorkingDay:
    """What a day is, against its weekday or against the shipped list.

    Attributes:
        day: the day.
        kind: off or worked.
        name: what it is: ``Nghỉ bù Tết``.
        source: the notice, with its number.
        reason: why, in the decider's words.
    """

    day: date
    kind: DayKind
    name: str
    source: str
    reason: str


def set_working_day(uow: UnitOfWork, command: SetWorkingDay) -> str:
    """Say what a day is; a former decision about the same day is struck out with the same reason.

    Returns:
        The decision's id.

    Raises:
        UserError: ``day_name_missing``, ``source_missing``, ``reason_missing``, ``text_too_long``,
            ``broken_text``.
    """
    require(uow, EDIT_WORKING_DAYS)
    name, source = DAY_NAME.kept(command.name, "name"), SOURCE.kept(command.source, "source")
    reason = REASON.kept(command.reason, "reason")
    require_reason(reason)
    with uow.act("catalogues.set_working_day", reason=reason) as act:
        of_day = sa.select(WorkingDayEdit).where(
            WorkingDayEdit.day == command.day, WorkingDayEdit.voided_at.is_(None)
        )
        former = uow.session.scalars(of_day).one_or_none()
        if former is not None:
            uow.void(former, reason)
            uow.session.flush()  # the file lets a day have one live decision
        made = uow.add(WorkingDayEdit(day=command.day, kind=command.kind, name=name, source=source, reason=reason))
        act.about(made)
    return made.id


@dataclass(frozen=True, slots=True)
class VoidWorkingDay:
    """Take the decision about a day back; the shipped list counts again."""

    edit_id: str
    reason: str


def void_working_day(uow: UnitOfWork, command: VoidWorkingDay) -> None:
    """Strike out the decision about a day.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
    """
    require(uow, EDIT_WORKING_DAYS)
    found = uow.get(WorkingDayEdit, command.edit_id)
    with uow.act("catalogues.void_working_day", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
