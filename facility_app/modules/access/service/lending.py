"""Breaking the glass: a right for minutes, an alarm that stays red until somebody answers for it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import ROLE_LABELS
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.access.domain import (
    BREAK_GLASS,
    BREAK_GLASS_MINUTES,
    ENTER,
    EXPLANATION,
    REVIEW_BREAK_GLASS,
    Lendable,
    LentActor,
    WhatMayBeLent,
)
from facility_app.modules.access.queries import BreakGlassRow
from facility_app.modules.access.tables import BreakGlass, UserAccount


@dataclass(frozen=True, slots=True)
class BreakTheGlass:
    """An emergency.

    Attributes:
        permission_id: id of the permission needed; one that its slice lends.
        resident_id: about whom; None when about no single person.
        reason: why.
    """

    permission_id: str
    resident_id: str | None = field(repr=False)
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AcknowledgeBreakGlass:
    """Somebody answerable looked at an emergency.

    Attributes:
        break_glass_id: which.
        version: the version they saw.
        note: what they say about it.
    """

    break_glass_id: str
    version: int
    note: str = field(repr=False)


def break_glass(uow: UnitOfWork, command: BreakTheGlass) -> BreakGlassRow:
    """Lend the actor one permission for some minutes; the alarm goes off at the commit.

    Raises:
        UserError: ``words_missing``, ``words_too_long``, ``broken_text``, ``not_lent``, ``glass_is_broken``.
    """
    require(uow, BREAK_GLASS)
    reason = EXPLANATION.kept(command.reason, "reason")
    lendable = _lendable(uow, command.permission_id)
    account = uow.get(UserAccount, uow.actor.user_id)
    _require_nothing_lent(uow, account.id)
    now = uow.now
    with uow.act("access.break_glass", reason=reason) as act:
        made = uow.add(
            BreakGlass(
                id=act.id,  # so that what was done under it can name it as its cause
                user_id=account.id,
                permission=lendable.permission.id,
                resident_id=command.resident_id,
                reason=reason,
                started_at=now,
                until_at=now + timedelta(minutes=get_setting(uow, BREAK_GLASS_MINUTES)),
            )
        )
        act.about(made)
    return BreakGlassRow.by_id(uow, made.id)


def under_break_glass(uow: UnitOfWork) -> AbstractContextManager[None]:
    """Everything the unit of work does inside names the emergency of its actor as its cause, if there is one.

    For whoever opens units of work: ``with database.write(actor) as uow, under_break_glass(uow): …``.
    """
    require(uow, ENTER)
    actor = uow.actor
    return _caused(uow, actor) if isinstance(actor, LentActor) else nullcontext()


def give_back(uow: UnitOfWork, break_glass_id: str) -> BreakGlassRow:
    """End one's own emergency before its time.

    Raises:
        UserError: ``not_found``; ``glass_is_over`` when it ended already.
    """
    require(uow, BREAK_GLASS)
    glass = uow.get(BreakGlass, break_glass_id)
    if glass.user_id != uow.actor.user_id or glass.ended_at is not None or glass.until_at <= uow.now:
        raise UserError(
            "glass_is_over",
            label("errors", "Lần mở khẩn cấp này đã kết thúc, hoặc là của người khác; không còn gì để trả lại."),
        )
    with uow.act("access.give_back") as act:
        act.about(glass)
        glass.ended_at = uow.now
    return BreakGlassRow.by_id(uow, glass.id)


def acknowledge_break_glass(uow: UnitOfWork, command: AcknowledgeBreakGlass) -> BreakGlassRow:
    """Answer for an emergency: it is red no longer, and ends now if it was still running.

    Raises:
        UserError: ``not_found``, ``own_glass``, ``glass_is_acknowledged``, ``words_missing``,
            ``words_too_long``, ``broken_text``.
        ConflictError: ``record_changed``.
    """
    require(uow, REVIEW_BREAK_GLASS)
    glass = uow.get(BreakGlass, command.break_glass_id, version=command.version)
    if glass.user_id == uow.actor.user_id:
        raise UserError(
            "own_glass", label("errors", "Không tự xét lần mở khẩn cấp của chính mình. Hãy để người khác xét.")
        )
    if glass.acknowledged_at is not None:
        raise UserError(
            "glass_is_acknowledged", label("errors", "Lần mở khẩn cấp này đã có người xét. Hãy mở lại danh sách.")
        )
    note = EXPLANATION.kept(command.note, "note")
    with uow.act("access.acknowledge_break_glass") as act:
        act.about(glass)
        glass.acknowledged_at, glass.acknowledged_by = uow.now, uow.actor.user_id
        glass.acknowledgement = note
        if glass.ended_at is None and uow.now < glass.until_at:
            glass.ended_at = uow.now
    return BreakGlassRow.by_id(uow, glass.id)


@contextmanager
def _caused(uow: UnitOfWork, actor: LentActor) -> Iterator[None]:
    with uow.act("access.act_under_break_glass") as act:
        act.caused_by = actor.break_glass_id
        act.table, act.record_id = BreakGlass.__tablename__, actor.break_glass_id
        yield


def _lendable(uow: UnitOfWork, permission_id: str) -> Lendable:
    offered = [one for many in uow.ask(WhatMayBeLent()) for one in many if one.permission.id == permission_id]
    for one in offered:
        if not uow.actor.roles.isdisjoint(one.to):
            found: Lendable = one
            return found
    raise UserError(
        "not_lent",
        label("errors", "Việc này không mở khẩn cấp được cho tài khoản này. Người mở được: {roles}."),
        roles=tuple(sorted(ROLE_LABELS[role] for one in offered for role in one.to))
        or label("errors", "không ai"),
    )


def _require_nothing_lent(uow: UnitOfWork, user_id: str) -> None:
    b = BreakGlass
    running = sa.select(b.id).where(b.user_id == user_id, b.ended_at.is_(None), b.until_at > uow.now)
    if uow.session.scalar(running) is not None:
        raise UserError(
            "glass_is_broken",
            label(
                "errors",
                "Bạn đang có một lần mở khẩn cấp. Hãy làm xong và trả lại quyền đó trước khi mở lần khác.",
            ),
        )
