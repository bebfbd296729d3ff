"""Watching somebody who may harm themselves: begun by whoever sees the risk, eased by a doctor alone."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import PermissionDenied, UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import ORDER_WATCH, RECORD_CHECKS, START_WATCH
from facility_app.modules.treatment.domain.watch import Seen, WatchLevel, is_stricter
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.service.spells import Spells
from facility_app.modules.treatment.service.warning import Guards
from facility_app.modules.treatment.tables import SelfHarmWatch, WatchLook


@dataclass(frozen=True, slots=True)
class SetWatch:
    """How closely somebody is watched from now on.

    Attributes:
        reason: why; it stands in the medical record and nowhere else.
        review_at: when a doctor looks at the level again.
    """

    stay_id: str
    level: WatchLevel
    reason: str = field(repr=False)
    review_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EndWatch:
    """A doctor finds that the watch is no longer needed."""

    stay_id: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecordLook:
    """Somebody looked.

    Attributes:
        happened_at: None for now.
    """

    stay_id: str
    seen: Seen
    note: str | None = field(default=None, repr=False)
    happened_at: datetime | None = None


def set_watch(uow: UnitOfWork, command: SetWatch) -> str:
    """Begin a watch or change its level; only a doctor may make it looser.

    Returns:
        The id of the level.

    Raises:
        UserError: ``reason_missing``, ``text_too_long``, ``review_passed``, ``not_found``; as
            ``ChartSpan.require_open``.
        PermissionDenied: ``watch_eased`` for whoever is no doctor.
    """
    require(uow, START_WATCH)
    require_reason(command.reason)
    faults = Faults()
    reason = faults.note("reason", command.reason) or ""
    if command.review_at is not None and command.review_at <= uow.now:
        faults.add("review_passed", "review_at", label("errors", "Giờ xem lại phải sau bây giờ."))
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    chart.moment(None)
    spells = Spells(chart)
    now = spells.current()
    may_ease = uow.actor.may(ORDER_WATCH)
    if now is not None and not may_ease and not is_stricter(command.level, now.level):
        raise PermissionDenied(
            "watch_eased",
            label(
                "errors", "Giảm mức theo dõi do bác sĩ quyết định. Hãy báo bác sĩ; trong lúc chờ giữ mức hiện tại."
            ),
        )
    with uow.act("treatment.set_watch") as act:
        Guards(uow, chart.resident_id).warn()
        made = spells.change(command.level, reason, review_at=command.review_at)
        act.about(made)
        return made.id


def end_watch(uow: UnitOfWork, command: EndWatch) -> None:
    """End a watch.

    Raises:
        UserError: ``not_watched``, ``reason_missing``, ``text_too_long``, ``not_found``.
    """
    require(uow, ORDER_WATCH)
    require_reason(command.reason)
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    with uow.act("treatment.end_watch") as act:
        act.about(_watch_of(chart))
        Spells(chart).end(reason)
        Guards(uow, chart.resident_id).ease()


def record_look(uow: UnitOfWork, command: RecordLook) -> str:
    """Write down that somebody looked; it is marked when it is written late.

    Returns:
        Its id.

    Raises:
        UserError: ``not_watched``, ``text_too_long``, ``not_found``; as
            ``ChartSpan.require_open``.
    """
    require(uow, RECORD_CHECKS)
    faults = Faults()
    note = faults.line("note", command.note)
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(command.happened_at)
    watch = _watch_of(chart)
    with uow.act("treatment.record_look") as act:
        made = uow.add(WatchLook(**chart.facts(at), watch_id=watch.id, seen=command.seen, note=note))
        act.about(made)
        uow.session.flush()
        return made.id


def _watch_of(chart: Chart) -> SelfHarmWatch:
    found = Spells(chart).current()
    if found is None:
        raise UserError(
            "not_watched",
            label(
                "errors",
                "Người này không đang được theo dõi đặc biệt. Hãy mở lại danh sách, hoặc đặt mức theo dõi.",
            ),
        )
    return found
