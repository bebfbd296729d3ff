"""Decisions about accounts. The row is written first, the key slot after the commit; start-up mends a mismatch."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.access.domain import (
    MANAGE_USERS,
    NO_REASON,
    SIGN_IN,
    account_name,
    last_admin,
    one_time_password,
    own_roles,
    roles_from,
    with_doors,
)
from facility_app.modules.access.queries import UserRow
from facility_app.modules.access.tables import UserAccount, UserRole


@dataclass(frozen=True, slots=True)
class AddUser:
    """A new account.

    Attributes:
        name: as typed.
        roles: names of roles, in any letter case.
        password: the first password; None for a one-time password the program makes.
    """

    name: str
    roles: tuple[str, ...]
    password: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class ResetPassword:
    """A new password for someone else, or for oneself on a machine that does not know one yet.

    Attributes:
        name: the account, however typed.
        password: the new password; None for a one-time password the program makes.
    """

    name: str
    password: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class PasswordGiven:
    """An account that was given a password.

    Attributes:
        user: the account.
        one_time_password: what to hand over, shown once; None when the caller chose the password.
    """

    user: UserRow
    one_time_password: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class DisableUser:
    """An account that may no longer sign in.

    Attributes:
        name: the account, however typed.
        reason: why; None where nobody could be asked.
    """

    name: str
    reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ChangeRoles:
    """Another set of roles for somebody else.

    Attributes:
        name: the account, however typed.
        roles: names of all roles it shall have, in any letter case.
        reason: why.
    """

    name: str
    roles: tuple[str, ...]
    reason: str = field(repr=False)


def add_user(uow: UnitOfWork, command: AddUser) -> PasswordGiven:
    """Make an account with its roles, and after the commit its key slot on this machine.

    A password chosen by an administrator counts once; one set by the holder of the recovery key stays.

    Raises:
        UserError: ``bad_user_name``, ``user_exists``, ``bad_role``, ``no_role``, ``password_weak``.
    """
    require(uow, MANAGE_USERS)
    password, made = _password(uow, command.password)
    uow.after_commit(with_doors(uow.ports.key_slots).prepare(account_name(command.name), password))
    user = _add_account(uow, command, must_change_password=_counts_once(uow, command.password))
    return PasswordGiven(user, made)


def found_account(uow: UnitOfWork, command: AddUser) -> UserRow:
    """Make the first account of a new file, whose key slot the key file was made with.

    Raises:
        UserError: ``bad_user_name``, ``bad_role``.
    """
    require(uow, SIGN_IN)
    return _add_account(uow, command, must_change_password=False)


def _add_account(uow: UnitOfWork, command: AddUser, *, must_change_password: bool) -> UserRow:
    name, roles = account_name(command.name), roles_from(command.roles)
    if UserRow.named(uow.session, name) is not None:
        raise UserError(
            "user_exists",
            label(
                "errors",
                "Đã có tài khoản “{name}”. Hãy chọn tên khác, hoặc cấp lại mật khẩu cho tài khoản đó (lệnh user "
                "reset).",
            ),
            fields={"name": label("errors", "Tên tài khoản đã có")},
            name=name,
        )
    with uow.act("access.add_user") as act:
        account = uow.add(
            UserAccount(
                name=name,
                name_fold=fold(name),
                is_disabled=False,
                must_change_password=must_change_password,
            )
        )
        act.about(account)
        for role in sorted(roles):
            uow.add(UserRole(user_id=account.id, role=role))
    return UserRow.by_id(uow.session, account.id)


def reset_password(uow: UnitOfWork, command: ResetPassword) -> PasswordGiven:
    """Give an account a new password on this machine.

    An administrator's reset closes the account's slots of every other machine: whoever knew the former password
    must open nothing with it. The recovery key brings a further machine in, so the others stay.

    Raises:
        UserError: ``no_such_user``, ``user_disabled``, ``password_weak``.
    """
    require(uow, MANAGE_USERS)
    account = _active_account(uow, command.name)
    slots, closes_others = with_doors(uow.ports.key_slots), not uow.actor.holds_recovery_key
    password, made = _password(uow, command.password)
    with uow.act("access.reset_password") as act:
        act.about(account)
        account.must_change_password = _counts_once(uow, command.password)
        uow.after_commit(slots.prepare(account.name, password, closing_others=closes_others))
    return PasswordGiven(UserRow.by_id(uow.session, account.id), made)


def _password(uow: UnitOfWork, chosen: str | None) -> tuple[str, str | None]:
    """The password to set, and the one made here, to be shown once."""
    if chosen is not None:
        return chosen, None
    made = one_time_password(uow.ports.random)
    return made, made


def _counts_once(uow: UnitOfWork, chosen: str | None) -> bool:
    """Whether a password must be changed at once: always, but for one the holder of the recovery key chose."""
    return chosen is None or not uow.actor.holds_recovery_key


def disable_user(uow: UnitOfWork, command: DisableUser) -> UserRow:
    """Close an account: the row now, its key slots after the commit.

    Raises:
        UserError: ``no_such_user``, ``user_disabled``, ``own_account``, ``reason_missing``, ``last_admin``.
    """
    require(uow, MANAGE_USERS)
    account = _active_account(uow, command.name)
    if account.id == uow.actor.user_id:
        raise UserError(
            "own_account",
            label("errors", "Không tự khóa được tài khoản của mình. Hãy nhờ một quản trị viên khác."),
            fields={"name": label("errors", "Tài khoản của chính mình")},
        )
    reason = str(NO_REASON) if command.reason is None else command.reason
    require_reason(reason)
    _require_another_admin(uow, account)
    slots = with_doors(uow.ports.key_slots)
    with uow.act("access.disable_user", reason=reason) as act:
        act.about(account)
        account.is_disabled = True
        uow.after_commit(slots.closing(account.name))
    return UserRow.by_id(uow.session, account.id)


def change_roles(uow: UnitOfWork, command: ChangeRoles) -> UserRow:
    """Give an account exactly these roles; whoever lost one is signed out at their next step.

    Raises:
        UserError: ``no_such_user``, ``user_disabled``, ``own_roles``, ``bad_role``, ``no_role``,
            ``reason_missing``, ``last_admin``.
    """
    require(uow, MANAGE_USERS)
    account = _active_account(uow, command.name)
    if account.id == uow.actor.user_id:
        raise own_roles()
    wanted = roles_from(command.roles)
    require_reason(command.reason)
    if Role.ADMIN not in wanted:
        _require_another_admin(uow, account)
    live = sa.select(UserRole).where(UserRole.user_id == account.id, UserRole.voided_at.is_(None))
    held = {one.role: one for one in uow.session.scalars(live)}
    if wanted != held.keys():
        with uow.act("access.change_roles", reason=command.reason) as act:
            act.about(account)
            for role in sorted(held.keys() - wanted):
                uow.void(held[role], command.reason)
            for role in sorted(wanted - held.keys()):
                uow.add(UserRole(user_id=account.id, role=role))
    return UserRow.by_id(uow.session, account.id)


def _require_another_admin(uow: UnitOfWork, account: UserAccount) -> None:
    """Refuse to take the last account away that could give anybody a right."""
    admins = [
        row.user_id
        for row in UserRow.those(uow.session, sa.not_(UserAccount.is_disabled))
        if Role.ADMIN in row.roles
    ]
    if admins == [account.id]:
        raise last_admin(account.name)


def _active_account(uow: UnitOfWork, name: str) -> UserAccount:
    account = UserRow.named(uow.session, name)
    if account is None:
        raise UserError(
            "no_such_user",
            label("errors", "Không có tài khoản “{name}”. Xem danh sách bằng lệnh user list."),
            fields={"name": label("errors", "Không có tài khoản này")},
            name=name,
        )
    if account.is_disabled:
        raise UserError(
            "user_disabled",
            label(
                "errors",
                "Tài khoản “{name}” đã bị khóa và không mở lại được. Quản trị viên hãy tạo tài khoản mới cho "
                "người này (lệnh user add).",
            ),
            fields={"name": label("errors", "Tài khoản đã khóa")},
            name=account.name,
        )
    return uow.get(UserAccount, account.user_id)
