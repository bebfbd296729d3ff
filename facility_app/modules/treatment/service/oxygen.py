"""The target of somebody's SpO2: a doctor sets it and takes it back; what was scored before stays as it was."""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import ORDER_OXYGEN
from facility_app.modules.treatment.domain.oxygen import TARGET_LEAST, TARGET_MOST
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.tables import OxygenTarget


@dataclass(frozen=True, slots=True)
class SetOxygenTarget:
    """A doctor decides that somebody's SpO2 is to stay within 88–92 %: NEWS2 reads it by scale 2.

    Attributes:
        reason: why; it stands in the medical record and nowhere else.
        happened_at: from when on; None for now.
    """

    stay_id: str
    reason: str = field(repr=False)
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EndOxygenTarget:
    """From now on the usual scale counts again."""

    target_id: str
    version: int
    reason: str = field(repr=False)


def set_oxygen_target(uow: UnitOfWork, command: SetOxygenTarget) -> str:
    """Set the target; what was measured before this verb keeps the scale it was scored by.

    Returns:
        Its id.

    Raises:
        UserError: ``oxygen_target_runs``, ``reason_missing``, ``text_too_long``, ``not_found``; as
            ``ChartSpan.require_open``.
    """
    require(uow, ORDER_OXYGEN)
    require_reason(command.reason)
    faults = Faults()
    reason = faults.note("reason", command.reason) or ""
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(command.happened_at)
    _require_free(uow, command.stay_id, at)
    with uow.act("treatment.set_oxygen_target") as act:
        made = uow.add(OxygenTarget(**chart.facts(at), least=TARGET_LEAST, most=TARGET_MOST, reason=reason))
        act.about(made)
        uow.session.flush()
        return made.id


def end_oxygen_target(uow: UnitOfWork, command: EndOxygenTarget) -> None:
    """Take the target back.

    Raises:
        UserError: ``oxygen_target_over``, ``reason_missing``, ``text_too_long``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, ORDER_OXYGEN)
    require_reason(command.reason)
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    found = uow.get(OxygenTarget, command.target_id, version=command.version)
    if found.ended_at is not None:
        raise UserError(
            "oxygen_target_over", label("errors", "Chỉ định thang 2 này đã thôi. Hãy mở lại danh sách.")
        )
    with uow.act("treatment.end_oxygen_target") as act:
        act.about(found)
        # The clock of another machine may be ahead of this one's by some minutes.
        found.ended_at = max(uow.now, found.happened_at)
        found.ended_name, found.end_reason = Chart.of(uow, found.stay_id).author, reason


def _require_free(uow: UnitOfWork, stay_id: str, at: datetime) -> None:
    o = OxygenTarget
    asked = sa.select(o.id).where(
        o.stay_id == stay_id, o.voided_at.is_(None), sa.or_(o.ended_at.is_(None), o.ended_at > at)
    )
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "oxygen_target_runs",
            label(
                "errors",
                "Vào lúc đó hoặc sau đó đã có một chỉ định SpO₂ thang 2 của người này. Hãy thôi chỉ định đang "
                "chạy, hoặc xem lại giờ bắt đầu.",
            ),
            fields={"happened_at": label("errors", "Hãy xem lại giờ, ngày")},
        )
