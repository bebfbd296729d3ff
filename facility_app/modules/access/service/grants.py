"""Giving a right for a purpose and for some days, taking it back, and each use of it."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.audit import ValueChange
from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.domain import (
    EXPLANATION,
    GIVE_GRANT,
    GRANT_DAYS,
    GRANT_RULES,
    USE_GRANT,
    GrantKind,
    LentActor,
    grant_not_held,
    require_holder,
    require_span,
)
from facility_app.modules.access.queries import GrantRow, UserRow, holds_grant
from facility_app.modules.access.tables import AccessGrant


@dataclass(frozen=True, slots=True)
class GiveGrant:
    """A right for somebody else.

    Attributes:
        name: the account, however typed.
        kind: which right.
        resident_id: about whom; None for everyone in that person's charge.
        purpose: why.
        from_on: first day.
        to_on: last day, counted in.
    """

    name: str
    kind: GrantKind
    resident_id: str | None = field(repr=False)
    purpose: str = field(repr=False)
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class UseGrant:
    """One look that a grant is needed for.

    Attributes:
        kind: which right.
        resident_id: about whom.
        purpose: why just now.
    """

    kind: GrantKind
    resident_id: str = field(repr=False)
    purpose: str = field(repr=False)


def give_grant(uow: UnitOfWork, command: GiveGrant) -> GrantRow:
    """Let somebody of the closed list know, for a purpose and for some days.

    Raises:
        UserError: ``no_such_user``, ``own_grant``, ``grant_not_for_role``, ``grant_ends_first``,
            ``grant_backdated``, ``grant_too_long``, ``words_missing``, ``words_too_long``, ``broken_text``.
    """
    require(uow, GIVE_GRANT)
    holder = _holder(uow, command.name)
    require_holder(command.kind, holder.name, holder.roles)
    require_span(command.from_on, command.to_on, local_date(uow.now), get_setting(uow, GRANT_DAYS))
    purpose = EXPLANATION.kept(command.purpose, "purpose")
    with uow.act("access.give_grant") as act:
        made = uow.add(
            AccessGrant(
                user_id=holder.user_id,
                kind=command.kind,
                resident_id=command.resident_id,
                purpose=purpose,
                from_on=command.from_on,
                to_on=command.to_on,
            )
        )
        act.about(made)
    return GrantRow.by_id(uow.session, made.id)


def revoke_grant(uow: UnitOfWork, grant_id: str, reason: str) -> GrantRow:
    """Take a grant back, from this moment on.

    Raises:
        UserError: ``not_found`` also when it was taken back before; ``reason_missing``.
    """
    require(uow, GIVE_GRANT)
    grant = uow.get(AccessGrant, grant_id)
    with uow.act("access.revoke_grant", reason=reason) as act:
        act.about(grant)
        uow.void(grant, reason)
    return GrantRow.by_id(uow.session, grant_id)


def use_grant(uow: UnitOfWork, command: UseGrant) -> None:
    """Write down that the actor now looks at what the grant is about; call it before showing anything.

    Whoever has no grant may look by office, or under a glass they broke for it.

    Raises:
        UserError: ``grant_not_for_role``, ``grant_not_held``, ``words_missing``, ``words_too_long``,
            ``broken_text``.
    """
    require(uow, USE_GRANT)
    actor, rule = uow.actor, GRANT_RULES[command.kind]
    is_by_office = not rule.by_office.isdisjoint(actor.roles)
    if not is_by_office:
        require_holder(command.kind, label("access", "tài khoản này"), actor.roles)
        is_held = holds_grant(uow, command.kind, local_date(uow.now), command.resident_id)
        if not is_held and not _is_lent(uow, command):
            raise grant_not_held(command.kind)
    purpose = EXPLANATION.kept(command.purpose, "purpose")
    with uow.act("access.use_grant", reason=purpose) as act:
        act.table, act.record_id = "resident", command.resident_id
        act.note(ValueChange("access_grant", "", "kind", Privacy.HIV, None, command.kind))


def _is_lent(uow: UnitOfWork, command: UseGrant) -> bool:
    actor = uow.actor
    if not isinstance(actor, LentActor) or actor.permission_id != USE_GRANT.id or not uow.now < actor.until_at:
        return False
    lent_to = GRANT_RULES[command.kind].lent_to
    return not lent_to.isdisjoint(actor.roles) and actor.resident_id in {None, command.resident_id}


def _holder(uow: UnitOfWork, name: str) -> UserRow:
    found = UserRow.named(uow.session, name)
    if found is None or found.is_disabled:
        raise UserError(
            "no_such_holder",
            label("errors", "Không có tài khoản “{name}” đang hoạt động. Hãy chọn lại trong danh sách."),
            fields={"name": label("errors", "Không có tài khoản này")},
            name=name,
        )
    if found.user_id == uow.actor.user_id:
        raise UserError(
            "own_grant",
            label("errors", "Không tự cấp quyền cho mình được. Hãy đề nghị người có quyền khác cấp."),
            fields={"name": label("errors", "Tài khoản của chính mình")},
        )
    return found
