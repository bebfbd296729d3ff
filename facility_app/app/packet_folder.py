"""Packets of papers to the disk: a folder holds exactly one packet, whole, or is not there."""

import shutil
from collections.abc import Sequence
from datetime import datetime
from itertools import chain, count, groupby
from operator import itemgetter
from pathlib import Path

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.modules.discharge.papers.packet import PacketFile
from facility_app.ui.printing.saving import plain_name, write_pdf
from facility_app.ui.tasks import Progress

SAVING = label("discharge", "Đang lưu…")
PART = ".dang-luu"
"""Behind the name of a folder whose packet is not whole yet."""


def save_packets(folder: Path, files: Sequence[tuple[str, PacketFile]], at: datetime, progress: Progress) -> int:
    """Write each packet into a folder of its own, named by the stay; answers how many files. On a working thread.

    Where such a folder stands already, another packet lies in it, perhaps handed over: the new one gets the moment
    into its name, and nothing is mixed.

    Args:
        folder: where to.
        files: of the packets, each with the code of its stay; those of one together.
        at: the local moment, for the name.
        progress: told of each file, and asked whether to go on.

    Raises:
        EnvironmentFault: ``folder_not_made``, ``disk_full``, ``file_not_written``.
    """
    done = 0
    for code, group in groupby(files, key=itemgetter(0)):
        place = _free(folder, plain_name(code).removesuffix(".pdf"), at)
        part = place.with_name(f"{place.name}{PART}")
        _made(part)
        try:
            for _, file in group:
                progress.check()
                progress.tell(done, len(files), SAVING)
                write_pdf(file.content, part / plain_name(file.name))
                done += 1
            _named(part, place)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    return done


def _free(folder: Path, name: str, at: datetime) -> Path:
    """A name nothing has: the stay's, with the moment, with a number."""
    timed = f"{name} {at:%d-%m-%Y %Hh%M}"
    names = chain((name, timed), (f"{timed} ({number})" for number in count(2)))
    return next(folder / one for one in names if not (folder / one).exists())


def _made(part: Path) -> None:
    try:
        # What a run that was killed left behind was never a packet.
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
    except OSError as error:
        raise _refusal(part) from error


def _named(part: Path, place: Path) -> None:
    try:
        part.rename(place)
    except OSError as error:
        raise _refusal(place) from error


def _refusal(place: Path) -> EnvironmentFault:
    return EnvironmentFault(
        "folder_not_made",
        label("errors", "Không tạo được thư mục {folder}. Hãy chọn thư mục khác, hoặc xem ổ đĩa có bị khóa."),
        folder=place.name.removesuffix(PART),
    )
