"""What is kept when the program itself is at fault: where it happened, never what the data was."""

import logging
import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

LOG_BYTES = 1_000_000
LOG_FILES = 5


def write_report(error: BaseException, folder: Path, now: datetime) -> Path | None:
    """Write a crash report: exception classes and code places only, for values may be personal data.

    Args:
        error: what happened.
        folder: the data folder's ``logs``.
        now: the instant, for the file's name.

    Returns:
        The report, or None when even that cannot be written.
    """
    lines = []
    chain: BaseException | None = error
    while chain is not None:
        lines.append(f"{type(chain).__module__}.{type(chain).__qualname__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(chain.__traceback__)
        ]
        chain = chain.__cause__ or chain.__context__
    try:
        folder.mkdir(parents=True, exist_ok=True)
        report = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
        report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return None
    return report


class LogFile(RotatingFileHandler):
    """The program's log; a disk that refuses it is told by the work itself, not by a traceback on stderr."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        pass


@contextmanager
def log_kept(folder: Path) -> Iterator[None]:
    """Write the program's named channels to ``folder``; nowhere when that folder is not there yet."""
    handler: logging.Handler = logging.NullHandler()
    if is_folder(folder):
        name = folder / "facility.log"
        handler = LogFile(name, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    channel = logging.getLogger("facility")
    channel.addHandler(handler)
    try:
        yield
    finally:
        channel.removeHandler(handler)
        handler.close()


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder; no, too, where it may not be looked at or has an impossible name."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises there
