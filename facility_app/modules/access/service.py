"""Decisions about accounts. The row is written first, the key slot after the commit; start-up mends a mismatch."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.audit import ERASE_VERB, ValueChange, audit_value, erasure_name
from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.ports import KeySlots
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.domain import (
    CHANGE_OWN_PASSWORD,
    MANAGE_USERS,
    NO_REASON,
    SIGN_IN,
    account_name,
    one_time_password,
    roles_from,
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
    reason: str | None = None


def add_user(uow: UnitOfWork, command: AddUser) -> PasswordGiven:
    """Make an account with its roles, and after the commit its key slot on this machine.

    A password chosen by an administrator counts once; one set by the holder of the recovery key stays.

    Raises:
        UserError: ``bad_user_name``, ``user_exists``, ``bad_role``, ``no_role``, ``password_weak``.
    """
    require(uow, MANAGE_USERS)
    password, made = _password(uow, command.password)
    uow.after_commit(_slots(uow).prepare(account_name(command.name), password))
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
    slots, closes_others = _slots(uow), not uow.actor.holds_recovery_key
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


def change_own_password(uow: UnitOfWork, password: str) -> UserRow:
    """Give the signed-in person a password only they know.

    Raises:
        UserError: ``password_weak``.
    """
    require(uow, CHANGE_OWN_PASSWORD)
    account = uow.get(UserAccount, uow.actor.user_id)
    slots = _slots(uow)
    with uow.act("access.change_own_password") as act:
        act.about(account)
        account.must_change_password = False
        # The former password must open nothing any more, on no machine. Here the slot goes first: cut off in
        # between, the flag stays on and asks again; the other way round a password handed over would stay good.
        slots.prepare(account.name, password, closing_others=True)()
    return UserRow.by_id(uow.session, account.id)


def disable_user(uow: UnitOfWork, command: DisableUser) -> UserRow:
    """Close an account: the row now, its key slots after the commit.

    Raises:
        UserError: ``no_such_user``, ``user_disabled``, ``own_account``, ``reason_missing``.
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
    slots = _slots(uow)
    with uow.act("access.disable_user", reason=reason) as act:
        act.about(account)
        account.is_disabled = True
        uow.after_commit(slots.closing(account.name))
    return UserRow.by_id(uow.session, account.id)


def record_failed_tries(uow: UnitOfWork, tries: dict[str, int], unknown: int) -> None:
    """Write the sign-in failures counted since the last opening to the trail."""
    require(uow, SIGN_IN)
    with uow.act("access.failed_tries") as act:
        for name, count in sorted(tries.items()):
            account = UserRow.named(uow.session, name)
            record_id = "" if account is None else account.user_id
            act.note(ValueChange("user_account", record_id, "failed_tries", Privacy.ADMIN, None, str(count)))
        if unknown:
            act.note(
                ValueChange("user_account", "", "failed_tries_unknown_name", Privacy.ADMIN, None, str(unknown))
            )


def record_mended_slots(uow: UnitOfWork, dropped: int, missing: tuple[str, ...]) -> None:
    """Write to the trail that slots without an account were dropped and accounts without a slot were found."""
    require(uow, SIGN_IN)
    with uow.act("access.mend_slots") as act:
        act.note(ValueChange("user_account", "", "slots_dropped", Privacy.ADMIN, None, str(dropped)))
        act.note(ValueChange("user_account", "", "slots_missing", Privacy.IDENTITY, None, ", ".join(missing)))


def erase_audit_value(uow: UnitOfWork, seq: int, place: int, reason: str) -> None:
    """Erase one value of the trail (a data-subject's right) so that the chain stays whole.

    Raises:
        UserError: ``reason_missing``; ``not_found`` when the trail has no such value; ``already_erased``.
    """
    require(uow, MANAGE_USERS)
    require_reason(reason)
    where = (audit_value.c.entry_seq == seq, audit_value.c.ord == place)
    found = uow.session.execute(sa.select(audit_value.c.salt).where(*where)).one_or_none()
    if found is None:
        raise UserError(
            "not_found",
            label(
                "errors",
                "Nhật ký không có giá trị số {place} ở dòng {seq}. Xem các giá trị bằng lệnh audit show {seq}.",
            ),
            seq=seq,
            place=place,
        )
    if found.salt is None:
        raise UserError(
            "already_erased",
            label(
                "errors", "Giá trị số {place} ở dòng {seq} của nhật ký đã được xóa trước đó; không còn gì để xóa."
            ),
            seq=seq,
            place=place,
        )
    with uow.act(ERASE_VERB, reason=reason) as act:
        act.table, act.record_id = "audit_value", erasure_name(seq, place)
        uow.session.execute(sa.update(audit_value).where(*where).values(before=None, after=None, salt=None))


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


def _slots(uow: UnitOfWork) -> KeySlots:
    if uow.ports.key_slots is None:
        message = "this unit of work was opened without the key slots"
        raise RuntimeError(message)
    return uow.ports.key_slots
