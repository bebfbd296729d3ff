"""Secrets shown once: where a new recovery key goes, before it counts; nothing is lost without a word."""

import contextlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from facility_app.app.cli.frame import Frame
from facility_app.app.cli.places import is_inside
from facility_app.app.cli.usage import Usage
from facility_app.db.durable import as_fault, sync_folder
from facility_app.kernel.errors import FacilityError, UserError
from facility_app.kernel.labels import Label, label

OPTION = "--recovery-out"
RECOVERY_OUT = label(
    "cli",
    "tệp mới, ngoài thư mục dữ liệu, để ghi khóa khôi phục; không nêu thì khóa hiện một lần: trên màn hình "
    "(stdout), với --json thì ở stderr",
)
NOT_SHOWN = label(
    "errors",
    "Không hiện được khóa khôi phục ({reason}) nên chưa làm gì; khóa cũ, nếu có, vẫn còn hiệu lực. Hãy chạy lại "
    "trên màn hình, hoặc thêm --recovery-out TỆP.",
)
NO_FACILITY = label(
    "errors", "{fault} Chưa lập cơ sở nào, nên khóa khôi phục vừa ghi hoặc vừa hiện không dùng được."
)
OLD_SHEET_HOLDS = label(
    "errors",
    "{fault} Chưa đổi khóa: khóa khôi phục vừa ghi hoặc vừa hiện KHÔNG có hiệu lực; tờ khóa cũ vẫn dùng được.",
)
UNDECIDED = label(
    "cli",
    "Bị dừng giữa chừng: khóa khôi phục vừa ghi hoặc vừa hiện có thể đã có hiệu lực. Hãy giữ cả tờ này lẫn tờ cũ, "
    "rồi chạy lại lệnh.",
)
FINISHED_LATER = label(
    "cli",
    "Hãy giữ khóa khôi phục vừa ghi hoặc vừa hiện: dữ liệu của cơ sở đã nằm trong thư mục và lần mở sau sẽ làm "
    "nốt.",
)


@dataclass(slots=True)
class RecoveryPaper:
    """Where a new recovery key goes, once: a new file, else the screen. Use it as a context.

    Attributes:
        frame: the call.
        file: the new file; None for the screen.
        is_void: whether the key is good for nothing after a failure; None when nobody can say.
        void: what to say then, around the fault.
    """

    frame: Frame
    file: Path | None
    is_void: Callable[[BaseException], bool | None]
    void: Label
    before: Callable[[], object] = field(default=lambda: None)
    _handle: int = -1
    _is_kept: bool = False
    _counts: bool = False

    def __enter__(self) -> Self:
        """Make the file before the key is: one shown once must not be lost to a bad name.

        Raises:
            UserError: ``target_inside_data``.
            Usage: the file is already there or cannot be made.
        """
        if self.file is not None:
            self._handle = _new_file(self.file, self.frame.data)
        return self

    def keep(self, key: str) -> None:
        """Write the key durably, or show it; only then may it open anything.

        Raises:
            EnvironmentFault: ``not_shown``; what the disk says.
        """
        self.before()
        if self.file is None:
            text = self.frame.words.fill(
                label("cli", "KHÓA KHÔI PHỤC (chỉ hiện một lần):\n\n    {key}\n"), {"key": key}
            )
            self.frame.show(text, NOT_SHOWN, aside=self.frame.as_json)
        else:
            _write_line(self._handle, key, self.file)
        self._is_kept = True

    def counts(self) -> None:
        """The key opens the facility: whatever goes wrong from now on, it stays."""
        self._counts = True

    @property
    def place(self) -> str:
        """Where the key went, for programs."""
        if self.file is not None:
            return str(self.file)
        return "stderr" if self.frame.as_json else "stdout"

    @property
    def words(self) -> str:
        """Where the key went, for people; empty when they have just seen it."""
        if self.file is None:
            return ""
        return self.frame.words.fill(label("cli", "Khóa khôi phục đã ghi vào {file}."), {"file": self.file})

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the file away again when the key in it opens nothing, and say so."""
        if self._handle >= 0:
            os.close(self._handle)
        if error is None or self._counts:
            return
        is_void = not self._is_kept or self.is_void(error)
        if is_void and self.file is not None:
            with contextlib.suppress(OSError):
                self.file.unlink()
        if not self._is_kept:
            return
        if is_void and isinstance(error, FacilityError):
            raise type(error)(error.code, self.void, fault=error) from error
        words = self.frame.words
        if is_void:
            self.frame.tell(words.fill(self.void, {"fault": ""}).strip())
        else:
            self.frame.tell(words(UNDECIDED if is_void is None else FINISHED_LATER))


def _new_file(file: Path, data: Path) -> int:
    if is_inside(file, data):
        raise UserError(
            "target_inside_data",
            label(
                "errors",
                "Không ghi khóa khôi phục vào bên trong thư mục dữ liệu {folder}: ở đó nó không giữ được gì và có "
                "thể bị dọn đi. Hãy chọn nơi khác, tốt nhất là ổ rời.",
            ),
            folder=data,
        )
    try:
        return os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
    except OSError:
        raise Usage(
            label(
                "cli",
                "{option}: không tạo được tệp mới {file}; tệp đã có thì không ghi đè. Hãy chọn tên tệp khác.",
            ),
            option=OPTION,
            file=file,
        ) from None


def _write_line(handle: int, text: str, file: Path) -> None:
    try:
        rest = memoryview(f"{text}\n".encode())
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
        sync_folder(file.absolute().parent)
    except OSError as error:
        raise as_fault(error, file.name) from error
