"""The frame of every verb: what the call was told, how it signs in, how it answers."""

import getpass
import json
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click

from facility_app.app.bootstrap import OpenFacility, open_facility
from facility_app.app.cli.usage import Usage
from facility_app.app.paths import state_folder
from facility_app.app.start import Password, RecoveryKey
from facility_app.app.words import Words
from facility_app.db.folder import DataFolder
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label


@dataclass(slots=True)
class Frame:
    """What one call of the command line was told.

    Attributes:
        data: the data folder.
        user: account name.
        password_file: its first line is the password.
        recovery_key_file: its first line is the recovery key, instead of a name and a password.
        as_json: one JSON document on stdout, nothing else there.
        words: the language.
    """

    data: Path
    user: str | None
    password_file: Path | None
    recovery_key_file: Path | None
    as_json: bool
    words: Words = field(repr=False)

    @property
    def folder(self) -> DataFolder:
        """The data folder."""
        return DataFolder(self.data)

    def credentials(self) -> Password | RecoveryKey:
        """Who calls: from the options, or asked where there is a terminal.

        Raises:
            Usage: something is missing and nobody can be asked.
        """
        if self.recovery_key_file is not None:
            return RecoveryKey(first_line(self.recovery_key_file, "--recovery-key-file"))
        user = self.user or self._asked(label("cli", "Tên tài khoản"), "--user", hidden=False)
        if self.password_file is not None:
            return Password(user, first_line(self.password_file, "--password-file"))
        return Password(user, self._asked(label("cli", "Mật khẩu"), "--password-file", hidden=True))

    def new_password(self, file: Path | None, option: str) -> str:
        """A new password: from a file, or typed twice where there is a terminal.

        Raises:
            Usage: no file and no terminal.
            UserError: ``passwords_differ``.
        """
        if file is not None:
            return first_line(file, option)
        first = self._asked(label("cli", "Mật khẩu mới"), option, hidden=True)
        if first != self._asked(label("cli", "Nhập lại mật khẩu mới"), option, hidden=True):
            raise UserError(
                "passwords_differ", label("errors", "Hai lần nhập mật khẩu khác nhau. Hãy nhập lại từ đầu.")
            )
        return first

    @contextmanager
    def facility(self, *, changing_password: bool = False) -> Iterator[OpenFacility]:
        """The facility, open for whoever calls.

        Raises:
            UserError: ``password_must_change`` when the password was handed over and has not been changed yet.
        """
        with open_facility(self.folder, self.credentials(), state_folder()) as opened:
            if opened.must_change_password and not changing_password:
                raise UserError(
                    "password_must_change",
                    label(
                        "errors",
                        "Mật khẩu này do người khác cấp và chỉ dùng một lần. Hãy đổi trước: user password.",
                    ),
                )
            yield opened

    def answer(self, document: dict[str, object], *lines: str) -> None:
        """Answer once: the document for programs, the lines for people."""
        if self.as_json:
            click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        else:
            for line in lines:
                click.echo(line)

    def tell(self, line: str) -> None:
        """Say something on the way, on stderr."""
        click.echo(line, err=True)

    @contextmanager
    def waiting(self, words: Label) -> Iterator[None]:
        """Show that something long is under way, when stderr is a terminal."""
        if not sys.stderr.isatty():
            yield
            return
        from rich.console import Console  # noqa: PLC0415 - 0.1 s, only where somebody watches

        with Console(stderr=True).status(self.words(words)):
            yield

    def table(self, heads: Sequence[Label], rows: Sequence[Sequence[str]]) -> str:
        """Rows in columns, for people."""
        cells = [[self.words(head) for head in heads], *[[*row] for row in rows]]
        widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
        )

    def _asked(self, words: Label, option: str, *, hidden: bool) -> str:
        if not sys.stdin.isatty():
            raise Usage(label("cli", "Thiếu {option}, và không có màn hình để hỏi."), option=option)
        prompt = f"{self.words(words)}: "
        return getpass.getpass(prompt) if hidden else input(prompt)


def first_line(file: Path, option: str) -> str:
    """The first line of a secret's file, without its line end.

    Raises:
        Usage: the file cannot be read or is empty.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Usage(label("cli", "{option}: không đọc được tệp {file}."), option=option, file=file) from None
    lines = text.splitlines()
    if not lines or not lines[0]:
        raise Usage(label("cli", "{option}: tệp {file} trống."), option=option, file=file)
    return lines[0]


def write_secret(file: Path, text: str, option: str) -> None:
    """Write a secret to a new owner-only file.

    Raises:
        Usage: the file is already there or cannot be made.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        handle = os.open(file, flags, stat.S_IRUSR | stat.S_IWUSR)
    except OSError:
        raise Usage(
            label("cli", "{option}: không tạo được tệp mới {file}; tệp đã có thì không ghi đè."),
            option=option,
            file=file,
        ) from None
    with os.fdopen(handle, "w", encoding="utf-8") as target:
        target.write(text + "\n")
        target.flush()
        os.fsync(target.fileno())
