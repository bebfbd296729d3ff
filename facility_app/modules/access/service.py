"""Decisions about accounts. The row is written first, the key slot after the commit; start-up mends a mismatch."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.audit import ERASE_VERB, ValueChange, audit_value, erasure_name
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.ports import KeySlots
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.domain import (
    CHANGE_OWN_PASSWORD,
    MANAGE_USERS,
    SIGN_IN,
    account_name,
    roles_from,
)
from facility_app.modules.access.queries import UserRow
from facility_app.modules.access.tables import UserAccount, UserRole


@dataclass(frozen=True, slots=True)
class AddUser:
    """A new account; ``password`` counts once when ``must_change_password``."""

    name: str
    roles: tuple[str, ...]
    password: str = field(repr=False)
    must_change_password: bool = False


@dataclass(frozen=True, slots=True)
class ResetPassword:
    """A new password for someone else, or for oneself on a machine that does not know one yet."""

    name: str
    password: str = field(repr=False)
    must_change_password: bool = True
    keeps_others: bool = False


@dataclass(frozen=True, slots=True)
class DisableUser:
    """An account that may no longer sign in."""

    name: str
    reason: str


def add_user(uow: UnitOfWork, command: AddUser) -> UserRow:
    """Make an account with its roles, and after the commit its key slot on this machine.

    Raises:
        UserError: ``bad_user_name``, ``user_exists``, ``bad_role``, ``no_role``, ``password_weak``.
    """
    require(uow, MANAGE_USERS)
    uow.after_commit(_slots(uow).prepare(account_name(command.name), command.password))
    return _add_account(uow, command)


def found_account(uow: UnitOfWork, command: AddUser) -> UserRow:
    """Make the first account of a new file, whose key slot the key file was made with.

    Raises:
        UserError: ``bad_user_name``, ``bad_role``.
    """
    require(uow, SIGN_IN)
    return _add_account(uow, command)


def _add_account(uow: UnitOfWork, command: AddUser) -> UserRow:
    name, roles = account_name(command.name), roles_from(command.roles)
    if _account_named(uow, name) is not None:
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
                must_change_password=command.must_change_password,
            )
        )
        act.about(account)
        for role in sorted(roles):
            uow.add(UserRole(user_id=account.id, role=role))
    return _row(uow, account)


def reset_password(uow: UnitOfWork, command: ResetPassword) -> UserRow:
    """Give an account a new password on this machine; its slots of other machines close unless kept.

    Raises:
        UserError: ``no_such_user``, ``user_disabled``, ``password_weak``.
    """
    require(uow, MANAGE_USERS)
    account = _active_account(uow, command.name)
    slots = _slots(uow)
    with uow.act("access.reset_password") as act:
        act.about(account)
        account.must_change_password = command.must_change_password
        uow.after_commit(slots.prepare(account.name, command.password, closing_others=not command.keeps_others))
    return _row(uow, account)


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
        # The former password must open nothing any more, on no machine.
        uow.after_commit(slots.prepare(account.name, password, closing_others=True))
    return _row(uow, account)


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
    if not command.reason.strip():
        raise UserError(
            "reason_missing",
            label("errors", "Hãy ghi lý do khóa tài khoản “{name}”; lý do được lưu trong nhật ký."),
            fields={"reason": label("errors", "Cần lý do")},
            name=account.name,
        )
    slots = _slots(uow)
    with uow.act("access.disable_user", reason=command.reason) as act:
        act.about(account)
        account.is_disabled = True
        uow.after_commit(slots.closing(account.name))
    return _row(uow, account)


def record_failed_tries(uow: UnitOfWork, tries: dict[str, int], unknown: int) -> None:
    """Write the sign-in failures counted since the last opening to the trail."""
    require(uow, SIGN_IN)
    with uow.act("access.failed_tries") as act:
        for name, count in sorted(tries.items()):
            account = _account_named(uow, name)
            record_id = "" if account is None else account.id
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
        UserError: ``not_found`` when the trail has no such value.
    """
    require(uow, MANAGE_USERS)
    where = (audit_value.c.entry_seq == seq, audit_value.c.ord == place)
    found = uow.session.execute(
        sa.select(audit_value.c.table_name, audit_value.c.column_name).where(*where)
    ).one_or_none()
    if found is None:
        raise UserError(
            "not_found",
            label(
                "errors",
                "Nhật ký không có giá trị số {place} ở dòng {seq}. Xem số dòng bằng lệnh audit list.",
            ),
            seq=seq,
            place=place,
        )
    with uow.act(ERASE_VERB, reason=reason) as act:
        act.table, act.record_id = "audit_value", erasure_name(seq, place)
        uow.session.execute(sa.update(audit_value).where(*where).values(before=None, after=None, salt=None))


def _account_named(uow: UnitOfWork, name: str) -> UserAccount | None:
    return uow.session.scalars(sa.select(UserAccount).where(UserAccount.name_fold == fold(name))).one_or_none()


def _row(uow: UnitOfWork, account: UserAccount) -> UserRow:
    live = (UserRole.user_id == account.id, UserRole.voided_at.is_(None))
    return UserRow.of(account, uow.session.scalars(sa.select(UserRole.role).where(*live)))


def _active_account(uow: UnitOfWork, name: str) -> UserAccount:
    account = _account_named(uow, name)
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
    return account


def _slots(uow: UnitOfWork) -> KeySlots:
    if uow.ports.key_slots is None:
        message = "this unit of work was opened without the key slots"
        raise RuntimeError(message)
    return uow.ports.key_slots
