"""Verbs over accounts."""

from pathlib import Path

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame, first_line
from facility_app.app.cli.usage import PATH
from facility_app.app.who import Password
from facility_app.kernel.actor import ROLE_LABELS
from facility_app.kernel.labels import Label, label
from facility_app.modules.access import queries, service
from facility_app.modules.access.queries import UserRow

NEW_PASSWORD = "--new-password-file"  # noqa: S105 - the option's name

FINAL = label(
    "cli",
    "Khóa hẳn tài khoản “{name}”: người này không mở được dữ liệu nữa, và tài khoản đã khóa không mở lại được "
    "(cho họ quay lại thì phải tạo tài khoản mới).",
)
PASSWORD_LOST = label(
    "errors",
    "Đã lập mật khẩu dùng một lần cho “{name}”, nhưng không ghi được ra nơi nhận ({reason}) nên không ai đọc "
    "được. Hãy cấp lại: user reset {name}.",
)


@click.group(cls=VerbFamily, help=label("cli", "Tài khoản người dùng"))
def user() -> None:
    """Accounts."""


@user.command(cls=VerbCommand, help=label("cli", "Thêm tài khoản"))
@click.argument("name")
@click.option(
    "--role",
    "roles",
    cls=VerbOption,
    multiple=True,
    help=label(
        "cli",
        "vai trò, ví dụ NURSE; nêu được nhiều lần",
    ),
)
@click.option(
    NEW_PASSWORD,
    cls=VerbOption,
    type=PATH,
    help=label("cli", "tệp có mật khẩu mới; không nêu thì cấp mật khẩu dùng một lần"),
)
@click.pass_obj
def add(frame: Frame, name: str, roles: tuple[str, ...], new_password_file: Path | None) -> None:
    """Make an account with roles."""
    chosen = _chosen(new_password_file)
    with frame.account_change() as uow:
        given = service.add_user(uow, service.AddUser(name, roles, chosen))
        uow.commit()
    _answer(frame, given.user, label("cli", "Đã thêm tài khoản {name} ({roles})."), given.one_time_password)


@user.command(cls=VerbCommand, help=label("cli", "Khóa hẳn tài khoản; tài khoản đã khóa không mở lại được"))
@click.argument("name")
@click.option("--reason", cls=VerbOption, help=label("cli", "lý do, lưu trong nhật ký"))
@click.option(
    "--yes", cls=VerbOption, is_flag=True, help=label("cli", "không hỏi lại; nêu --reason thì cũng không hỏi lại")
)
@click.pass_obj
def disable(frame: Frame, name: str, reason: str | None, *, yes: bool) -> None:
    """Close an account, for good."""
    if reason is None and not yes and not frame.confirmed(frame.words.fill(FINAL, {"name": name})):
        raise click.Abort
    if reason is None:
        reason = frame.asked_or_none(label("cli", "Lý do khóa tài khoản"))
    with frame.account_change() as uow:
        row = service.disable_user(uow, service.DisableUser(name, reason))
        uow.commit()
    _answer(frame, row, label("cli", "Đã khóa hẳn tài khoản {name}; tài khoản này không mở lại được."), None)


@user.command(cls=VerbCommand, help=label("cli", "Cấp lại mật khẩu, hoặc cho tài khoản dùng máy này"))
@click.argument("name")
@click.option(
    NEW_PASSWORD,
    cls=VerbOption,
    type=PATH,
    help=label("cli", "tệp có mật khẩu mới; không nêu thì cấp mật khẩu dùng một lần"),
)
@click.pass_obj
def reset(frame: Frame, name: str, new_password_file: Path | None) -> None:
    """Give an account a new password; with the recovery key also on a machine that knows nobody yet."""
    chosen = _chosen(new_password_file)
    with frame.account_change(mending_device=True) as uow:
        given = service.reset_password(uow, service.ResetPassword(name, chosen))
        uow.commit()
    _answer(frame, given.user, label("cli", "Đã cấp lại mật khẩu cho {name}."), given.one_time_password)


@user.command(cls=VerbCommand, help=label("cli", "Đổi mật khẩu của mình"))
@click.option(NEW_PASSWORD, cls=VerbOption, type=PATH, help=label("cli", "tệp có mật khẩu mới"))
@click.pass_obj
def password(frame: Frame, new_password_file: Path | None) -> None:
    """Change one's own password."""
    who = frame.credentials()  # the present password first, as everybody expects
    chosen = frame.new_password(new_password_file, NEW_PASSWORD)
    with frame.account_change(changing_password=True) as uow:
        frame.require_another(chosen)
        present = who.password if isinstance(who, Password) else ""
        row = service.change_own_password(uow, service.ChangeOwnPassword(present, chosen))
        uow.commit()
    _answer(frame, row, label("cli", "Đã đổi mật khẩu của {name}."), None)


@user.command("list", cls=VerbCommand, help=label("cli", "Danh sách tài khoản"))
@click.pass_obj
def list_(frame: Frame) -> None:
    """Every account."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        rows = queries.list_users(uow)
    heads = (label("cli", "Tên"), label("cli", "Vai trò"), label("cli", "Tình trạng"))
    cells = [(row.name, _roles(frame, row), _state(frame, row)) for row in rows]
    frame.answer({"users": [_document(row) for row in rows]}, frame.table(heads, cells))


def _chosen(file: Path | None) -> str | None:
    return None if file is None else first_line(file, NEW_PASSWORD)


def _roles(frame: Frame, row: UserRow) -> str:
    return ", ".join(frame.words(ROLE_LABELS[role]) for role in sorted(row.roles))


def _state(frame: Frame, row: UserRow) -> str:
    if row.is_disabled:
        return frame.words(label("cli", "đã khóa"))
    return frame.words(label("cli", "mật khẩu dùng một lần, chưa đổi")) if row.must_change_password else ""


def _document(row: UserRow) -> dict[str, object]:
    return {
        "user": row.name,
        "user_id": row.user_id,
        "roles": sorted(row.roles),
        "disabled": row.is_disabled,
        "must_change_password": row.must_change_password,
    }


def _answer(frame: Frame, row: UserRow, sentence: Label, one_time: str | None) -> None:
    lines = [frame.words.fill(sentence, {"name": row.name, "roles": _roles(frame, row)})]
    document = _document(row)
    if one_time is not None:
        document["one_time_password"] = one_time
        lines.append(frame.words.fill(label("cli", "Mật khẩu dùng một lần: {password}"), {"password": one_time}))
    lost = None if one_time is None else PASSWORD_LOST
    frame.answer(document, *lines, lost=lost, name=row.name)
