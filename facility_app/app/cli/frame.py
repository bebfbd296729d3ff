"""The frame of every verb: what the call was told, how it signs in, how it answers."""

import contextlib
import getpass
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click

from facility_app.app.bootstrap import OpenFacility, open_facility
from facility_app.app.cli.delivery import deliver, is_terminal, reason_of, silence
from facility_app.app.cli.usage import Usage
from facility_app.app.device_secret import DeviceSecrets
from facility_app.app.paths import state_folder
from facility_app.app.start import Password, RecoveryKey
from facility_app.app.words import Words
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import DEFAULT_KDF, KdfParams
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold, nfc

AGREED = frozenset({"co", "yes"})
DONE_BUT_NOT_TOLD = label(
    "errors",
    "Lệnh đã chạy xong nhưng không ghi được câu trả lời ra nơi nhận ({reason}). Hãy xem lại chỗ trống của ổ đĩa; "
    "lệnh chỉ xem thì chạy lại được.",
)


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
        kdf: work of a key slot; no option and no setting changes it.
    """

    data: Path
    user: str | None
    password_file: Path | None
    recovery_key_file: Path | None
    as_json: bool
    words: Words = field(repr=False)
    kdf: KdfParams = DEFAULT_KDF
    _caller: Password | RecoveryKey | None = field(default=None, repr=False)
    _is_deaf: bool = False

    @property
    def folder(self) -> DataFolder:
        """The data folder."""
        return DataFolder(self.data)

    def credentials(self) -> Password | RecoveryKey:
        """Who calls: from the options, or asked, once, where there is a terminal.

        Raises:
            Usage: something is missing and nobody can be asked.
        """
        if self._caller is None:
            self._caller = self._asked_caller()
        return self._caller

    def require_another(self, password: str) -> None:
        """Refuse a new password that is the one just used: whoever handed that over knows it.

        Raises:
            UserError: ``password_same``.
        """
        who = self.credentials()
        if isinstance(who, Password) and nfc(who.password) == nfc(password):
            raise UserError(
                "password_same",
                label("errors", "Mật khẩu mới trùng với mật khẩu đang dùng. Hãy chọn mật khẩu khác."),
                fields={"password": label("errors", "Trùng mật khẩu đang dùng")},
            )

    def _asked_caller(self) -> Password | RecoveryKey:
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
        # Two keyboards may compose the same letters differently; the key slot takes NFC too.
        if nfc(first) != nfc(self._asked(label("cli", "Nhập lại mật khẩu mới"), option, hidden=True)):
            raise UserError(
                "passwords_differ", label("errors", "Hai lần nhập mật khẩu khác nhau. Hãy nhập lại từ đầu.")
            )
        return first

    def passphrase(self) -> str:
        """The password of a place without accounts: from the file, or asked where there is a terminal.

        Raises:
            Usage: no file and no terminal.
        """
        if self.password_file is not None:
            return first_line(self.password_file, "--password-file")
        return self._asked(label("cli", "Mật khẩu"), "--password-file", hidden=True)

    @contextmanager
    def facility(self, *, changing_password: bool = False) -> Iterator[OpenFacility]:
        """The facility, open for whoever calls; see ``open_facility``."""
        who, state_dir = self.credentials(), state_folder()
        with open_facility(self.folder, who, state_dir, self.kdf, changing_password=changing_password) as opened:
            yield opened

    @contextmanager
    def account_change(
        self, *, changing_password: bool = False, mending_device: bool = False
    ) -> Iterator[UnitOfWork]:
        """A unit of work about accounts, begun when the keyring has answered.

        Args:
            changing_password: as ``open_facility``.
            mending_device: with the recovery key, a damaged device secret makes room for a new one.
        """
        with self.facility(changing_password=changing_password) as opened:
            if mending_device and opened.actor.holds_recovery_key:
                self._put_damaged_aside()
            opened.ready_for_accounts()
            with opened.database.write(opened.actor) as uow:
                yield uow

    def _put_damaged_aside(self) -> None:
        for name in DeviceSecrets(state_folder()).put_damaged_aside():
            self.tell(
                self.words.fill(
                    label(
                        "cli",
                        "Khóa thiết bị cũ bị hỏng, đã cất dưới tên {name}; máy này có khóa thiết bị mới. Người "
                        "khác dùng cùng tài khoản hệ điều hành này cũng phải đặt lại mật khẩu (lệnh user reset).",
                    ),
                    {"name": name},
                )
            )

    def show(self, text: str, fault: Label, name: str = "", *, aside: bool = False) -> None:
        """Say something that must arrive; nothing of it waits in a buffer when this returns.

        Args:
            text: what to say.
            fault: the sentence for when it did not arrive; ``{reason}`` and ``{name}`` are filled in.
            name: whose secret it is.
            aside: on stderr.

        Raises:
            EnvironmentFault: ``not_shown``.
        """
        try:
            deliver(text, aside=aside)
        except (OSError, ValueError) as error:
            self._is_deaf = not aside
            raise EnvironmentFault("not_shown", fault, reason=reason_of(error), name=name) from error

    def answer(
        self,
        document: dict[str, object] | list[dict[str, object]],
        *lines: str,
        lost: Label | None = None,
        name: str = "",
    ) -> None:
        """Answer once: the document for programs, the lines for people.

        Args:
            document: for programs.
            lines: for people.
            lost: what to say when a secret in the answer did not arrive: how to get another.
            name: whose secret it is.

        Raises:
            EnvironmentFault: ``not_shown``.
            BrokenPipeError: whoever read the answer has gone, and there was no secret in it.
        """
        text = json.dumps(document, ensure_ascii=False, indent=2) if self.as_json else "\n".join(lines)
        if lost is not None:
            self.show(text, lost, name)
            return
        try:
            click.echo(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            silence(sys.stdout)
            self._is_deaf = True
            raise EnvironmentFault("not_shown", DONE_BUT_NOT_TOLD, reason=reason_of(error)) from error

    def refuse(self, document: dict[str, object], message: str) -> None:
        """Answer with a refusal: the document for programs, the sentence for people and for a deaf stdout."""
        if self.as_json and not self._is_deaf:
            with contextlib.suppress(OSError, ValueError):
                deliver(json.dumps(document, ensure_ascii=False, indent=2))
                return
        self.tell(message)

    def tell(self, line: str) -> None:
        """Say something on the way, on stderr; a deaf stderr stops nothing."""
        with contextlib.suppress(OSError, ValueError):
            deliver(line, aside=True)

    @contextmanager
    def waiting(self, words: Label) -> Iterator[None]:
        """Show that something long is under way, when stderr is a terminal."""
        if not is_terminal(sys.stderr):
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

    def asked_or_none(self, words: Label) -> str | None:
        """An answer typed at the terminal; None where nobody can be asked."""
        return self._asked(words, "", hidden=False) if is_terminal(sys.stdin) else None

    def confirmed(self, warning: str) -> bool:
        """Whether someone at the terminal types that they mean it; where there is none, nothing is asked."""
        if not is_terminal(sys.stdin):
            return True
        self.tell(warning)
        return fold(self._asked(label("cli", "Gõ “có” để làm tiếp"), "", hidden=False)) in AGREED

    def _asked(self, words: Label, option: str, *, hidden: bool) -> str:
        if not is_terminal(sys.stdin):
            raise Usage(
                label(
                    "cli",
                    "Thiếu {option}, và không có màn hình để hỏi. Hãy thêm {option} vào lệnh.",
                ),
                option=option,
            )
        prompt = f"{self.words(words)}: "
        if hidden:
            return getpass.getpass(prompt)
        # input(prompt) would ask on stdout, which belongs to the answer.
        click.echo(prompt, nl=False, err=True)
        return input()


SECRET_LIMIT = 4096
"""Characters of a secret's file that are looked at; nobody types a longer line."""


def first_line(file: Path, option: str) -> str:
    """The first line of a secret's file, without its line end.

    Raises:
        Usage: the file cannot be read or is empty.
    """
    try:
        with file.open(encoding="utf-8-sig") as source:
            text = source.read(SECRET_LIMIT)
    except (OSError, UnicodeDecodeError):
        raise Usage(
            label(
                "cli",
                "{option}: không đọc được tệp {file}. Hãy kiểm tra tên tệp, quyền đọc và bảng mã (UTF-8).",
            ),
            option=option,
            file=file,
        ) from None
    lines = text.splitlines()
    if not lines or not lines[0]:
        raise Usage(
            label(
                "cli",
                "{option}: dòng đầu của tệp {file} trống. Hãy ghi mật khẩu hoặc khóa khôi phục vào dòng đầu.",
            ),
            option=option,
            file=file,
        )
    return lines[0]
