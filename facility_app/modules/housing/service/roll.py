"""Calling the roll: everybody expected is ticked; what differs becomes a task until somebody explains it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import CALL_ROLL
from facility_app.modules.housing.domain.roll import INSIDE, RollMark, RollScope, is_difference
from facility_app.modules.housing.queries.roll import TICK, Expected
from facility_app.modules.housing.tables import HousingZone, RollCall, RollTick, Team
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

DIFFERENCE_TASK: Final = "housing.explain_difference"
TO_EXPLAIN: Final = timedelta(hours=1)
"""By then somebody should know where a person is who was not seen."""


@dataclass(frozen=True, slots=True)
class OpenRoll:
    """A roll begins: of everybody, of a zone with its sub-zones, or of a team."""

    scope: RollScope
    zone_id: str | None = None
    team_id: str | None = None


@dataclass(frozen=True, slots=True)
class OpenedRoll:
    """The roll, with how many are expected on its list and how many of them to be seen."""

    roll_id: str
    version: int
    listed: int
    expected: int


@dataclass(frozen=True, slots=True)
class Tick:
    """What was seen of one person.

    Attributes:
        reason: where they are instead, for a mark other than present.
    """

    resident_id: str
    mark: RollMark
    reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class TickRoll:
    """What was seen of some people; ticking somebody again is the newer word, until it is explained."""

    roll_id: str
    ticks: Sequence[Tick]


@dataclass(frozen=True, slots=True)
class CloseRoll:
    """Everybody has been looked for; what differs stays open beyond this.

    Attributes:
        rest_is_present: whether those not ticked who should be inside were all seen; who left meanwhile was not.
    """

    roll_id: str
    version: int
    rest_is_present: bool = False
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ClosedRoll:
    """What a roll came to; ``total`` is ``present`` and ``away`` together."""

    roll_id: str
    version: int
    total: int
    present: int
    away: int
    differences: int


@dataclass(frozen=True, slots=True)
class ExplainDifference:
    """Where somebody was who was not where the file said."""

    tick_id: str
    version: int
    explanation: str = field(repr=False)


def open_roll(uow: UnitOfWork, command: OpenRoll) -> OpenedRoll:
    """Begin a roll with the list of everybody answered for in its scope, at this moment.

    Raises:
        UserError: ``roll_scope_odd``, ``roll_of_nobody``, ``not_found``.
    """
    require(uow, CALL_ROLL)
    _require_scope(uow, command)
    listed = Expected(uow).of(command.scope, command.zone_id, command.team_id)
    if not listed:
        raise UserError(
            "roll_of_nobody", label("errors", "Không có ai trong phạm vi này để điểm danh. Hãy chọn phạm vi khác.")
        )
    with uow.act("housing.open_roll") as act:
        roll = uow.add(
            RollCall(scope=command.scope, zone_id=command.zone_id, team_id=command.team_id, held_at=uow.now)
        )
        act.about(roll)
        uow.session.flush()
        for one in listed:
            away = one.presence != INSIDE
            uow.add(
                RollTick(
                    roll_call_id=roll.id,
                    resident_id=one.resident_id,
                    bed_id=one.bed_id or None,
                    expected=one.presence,
                    # Whoever is out by the file is not looked for; seeing them is a difference.
                    mark=RollMark.ELSEWHERE if away else None,
                    is_different=False,
                )
            )
    return OpenedRoll(roll.id, roll.version, len(listed), sum(one.presence == INSIDE for one in listed))


def tick_roll(uow: UnitOfWork, command: TickRoll) -> int:
    """Write down what was seen; answers how many differences are open.

    Raises:
        UserError: ``roll_closed``, ``not_on_roll``, ``elsewhere_where``, ``text_too_long``.
    """
    require(uow, CALL_ROLL)
    roll = uow.get(RollCall, command.roll_id)
    _require_running(roll)
    ticks = _ticks(uow, roll.id)
    with uow.act("housing.tick_roll") as act:
        act.about(roll)
        where = Expected(uow).states([typed.resident_id for typed in command.ticks])
        for typed in command.ticks:
            found = ticks.get(typed.resident_id)
            if found is None:
                found = ticks[typed.resident_id] = _come_since(uow, roll, typed.resident_id)
            # Who left or came while the roll was called is looked for where they are now.
            found.expected = where[typed.resident_id]
            _mark(uow, found, typed.mark, _checked_where(typed))
        uow.session.flush()
    return sum(one.is_different and one.explained_at is None for one in ticks.values())


def close_roll(uow: UnitOfWork, command: CloseRoll) -> ClosedRoll:
    """End a roll once everybody has been looked for.

    Raises:
        UserError: ``roll_closed``, ``roll_unfinished`` with how many are not ticked.
        ConflictError: ``record_changed``.
    """
    require(uow, CALL_ROLL)
    roll = uow.get(RollCall, command.roll_id, version=command.version)
    _require_running(roll)
    faults = Faults()
    note = faults.line("note", command.note)
    faults.refuse()
    ticks = _ticks(uow, roll.id)
    unseen = [one for one in ticks.values() if one.mark is None]
    where = Expected(uow).states([one.resident_id for one in unseen])
    gone = [one for one in unseen if where[one.resident_id] != INSIDE]
    unseen = [one for one in unseen if where[one.resident_id] == INSIDE]
    if unseen and not command.rest_is_present:
        raise UserError(
            "roll_unfinished",
            label(
                "errors",
                "Còn {count} người chưa điểm danh. Hãy đánh dấu từng người, hoặc ghi những người còn lại có mặt.",
            ),
            count=len(unseen),
        )
    with uow.act("housing.close_roll") as act:
        act.about(roll)
        for one in unseen:
            _mark(uow, one, RollMark.PRESENT, None)
        for one in gone:
            one.expected = where[one.resident_id]
            _mark(uow, one, RollMark.ELSEWHERE, None)
        roll.closed_at, roll.closed_by, roll.note = uow.now, uow.actor.user_id, note
    present = sum(one.mark is RollMark.PRESENT for one in ticks.values())
    differences = sum(one.is_different and one.explained_at is None for one in ticks.values())
    return ClosedRoll(roll.id, roll.version, len(ticks), present, len(ticks) - present, differences)


def explain_difference(uow: UnitOfWork, command: ExplainDifference) -> None:
    """Say what a difference came to; its task is done with it.

    Raises:
        UserError: ``no_difference``, ``reason_missing``, ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, CALL_ROLL)
    require_reason(command.explanation)
    faults = Faults()
    said = faults.open_line("explanation", command.explanation)
    faults.refuse()
    tick = uow.get(RollTick, command.tick_id, version=command.version)
    if not tick.is_different or tick.explained_at is not None:
        raise UserError("no_difference", label("errors", "Dòng này không có chênh lệch nào đang chờ giải thích."))
    with uow.act("housing.explain_difference") as act:
        act.about(tick)
        tick.explanation, tick.explained_at, tick.explained_by = said, uow.now, uow.actor.user_id
        settle_tasks(uow, SettleTasks("roll_tick", tick.id, DIFFERENCE_TASK))


def _mark(uow: UnitOfWork, tick: RollTick, mark: RollMark, reason: str | None) -> None:
    tick.mark, tick.reason = mark, reason
    was, tick.is_different = tick.is_different, is_difference(tick.expected, mark, reason)
    if tick.is_different and not was:
        tick.explanation = tick.explained_at = tick.explained_by = None
        uow.session.flush()
        raise_task(
            uow,
            RaiseTask(
                DIFFERENCE_TASK,
                label("tasks", "Giải thích chênh lệch khi điểm danh"),
                "roll_tick",
                tick.id,
                uow.now + TO_EXPLAIN,
                Role.TEAM_OFFICER,
                resident_id=tick.resident_id,
                may_go_to=frozenset({Role.GUARD}),
            ),
        )
    elif was and not tick.is_different:
        settle_tasks(uow, SettleTasks("roll_tick", tick.id, DIFFERENCE_TASK, is_done=False))


def _come_since(uow: UnitOfWork, roll: RollCall, resident_id: str) -> RollTick:
    """A line for somebody who came into the scope after the roll had begun.

    Raises:
        UserError: ``not_on_roll`` for whoever is not answered for there.
    """
    there = Expected(uow).of(roll.scope, roll.zone_id, roll.team_id)
    found = next((one for one in there if one.resident_id == resident_id), None)
    if found is None:
        raise UserError(
            "not_on_roll",
            label("errors", "Người này không có trong danh sách điểm danh này. Hãy mở lại danh sách."),
        )
    return uow.add(
        RollTick(
            roll_call_id=roll.id,
            resident_id=resident_id,
            bed_id=found.bed_id or None,
            expected=found.presence,
            mark=None,
            is_different=False,
        )
    )


def _checked_where(typed: Tick) -> str | None:
    faults = Faults()
    missing = label("errors", "Ghi người này đang ở đâu: bệnh xá, lớp học, nơi lao động …")
    reason = faults.open_line("reason", typed.reason, needed=missing if typed.mark is RollMark.ELSEWHERE else None)
    faults.refuse()
    return None if typed.mark is RollMark.PRESENT else reason


def _ticks(uow: UnitOfWork, roll_id: str) -> dict[str, RollTick]:
    asked = sa.select(RollTick).where(TICK.roll_call_id == roll_id, TICK.voided_at.is_(None)).order_by(TICK.id)
    return {one.resident_id: one for one in uow.session.scalars(asked)}


def _require_running(roll: RollCall) -> None:
    if roll.closed_at is not None:
        raise UserError(
            "roll_closed",
            label("errors", "Buổi điểm danh này đã kết thúc. Muốn đếm lại, hãy mở buổi mới."),
        )


def _require_scope(uow: UnitOfWork, command: OpenRoll) -> None:
    named = {RollScope.ZONE: command.zone_id, RollScope.TEAM: command.team_id, RollScope.ALL: ""}[command.scope]
    others = {command.zone_id, command.team_id} - {named, None}
    if named is None or others:
        raise UserError(
            "roll_scope_odd", label("errors", "Hãy chọn đúng một phạm vi: toàn cơ sở, một khu hoặc một tổ.")
        )
    if command.zone_id is not None:
        uow.get(HousingZone, command.zone_id)
    if command.team_id is not None:
        uow.get(Team, command.team_id)
