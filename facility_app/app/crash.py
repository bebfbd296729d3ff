"""What is kept when the program itself is at fault: where it happened, never what the data was."""

import logging
import traceback
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

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


def keep_log(folder: Path) -> logging.Handler | None:
    """Write the program's named channels to ``folder``; None where that folder is not there yet."""
    if not folder.is_dir():
        return None
    try:
        handler = RotatingFileHandler(
            folder / "facility.log", maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("facility").addHandler(handler)
    return handler
