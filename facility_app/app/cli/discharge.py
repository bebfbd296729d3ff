"""The verbs about releases: what is still open, and the handover packet as files."""

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.print_house import fonts, forms
from facility_app.app.cli.targets import require_packet_target
from facility_app.app.cli.usage import PATH
from facility_app.db.durable import as_fault, write_whole
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.modules.discharge.api import GateItem
from facility_app.modules.discharge.papers.packet import PacketFile
from facility_app.modules.discharge.papers.packet_files import render_packet
from facility_app.modules.discharge.queries.gate import gate as open_items
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.stays.api import find_stay

OWNER_ONLY = 0o700


@click.group(cls=VerbFamily, help=label("cli", "Ra cơ sở"))
def discharge() -> None:
    """Verbs about releases."""


@discharge.command(cls=VerbCommand, help=label("cli", "Những việc còn mở trước khi một người ra cơ sở"))
@click.argument("code")
@click.pass_obj
def gate(frame: Frame, code: str) -> None:
    """Everything still open; nothing of it stops anybody from the day of leaving."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        found = open_items(uow, find_stay(uow, code).stay_id)
    heads = (label("cli", "Việc"), label("cli", "Căn cứ"), label("cli", "Chặn ra trước hạn"))
    yes = frame.words(label("cli", "có"))
    cells = [(frame.words.fill(one.text, one.params), one.article, yes if one.stops_exit else "") for one in found]
    said = frame.words.fill(label("cli", "Còn {count} việc mở."), {"count": len(found)})
    frame.answer({"open": [_item(frame, one) for one in found]}, said, frame.table(heads, cells))


@discharge.command(cls=VerbCommand, help=label("cli", "Lập bộ hồ sơ bàn giao của một người thành các tệp PDF"))
@click.argument("code")
@click.option("--out", cls=VerbOption, type=PATH, required=True, help=label("cli", "thư mục sẽ ghi các tệp"))
@click.pass_obj
def packet(frame: Frame, code: str, out: Path) -> None:
    """Issue what is missing and lawful now, then write index, police's part, person's part and health envelope."""
    began = time.perf_counter()
    library = forms()
    require_packet_target(out, frame.data)
    with frame.facility() as opened, opened.database.write(opened.actor) as uow:
        made = make_packet(uow, MakePacket(find_stay(uow, code).stay_id), library)
        uow.commit()
    files = render_packet(made, library, fonts())
    _write(out, files)
    seconds = round(time.perf_counter() - began, 3)
    said = frame.words.fill(label("cli", "Đã ghi {count} tệp vào {path}."), {"count": len(files), "path": out})
    frame.answer(
        {
            "files": [
                {
                    "file": str(out / one.name),
                    "part": one.part.value,
                    "title": one.title,
                    "document_no": one.number or None,
                    "pages": one.pages,
                    "sha256": one.sha256,
                }
                for one in files
            ],
            "missing": [*made.missing],
            "refused": [*made.refused],
            "seconds": seconds,
        },
        said,
        *(f"  {one.name}" for one in files),
        *made.refused,
    )


def _item(frame: Frame, one: GateItem) -> dict[str, object]:
    return {
        "code": one.code,
        "message": frame.words.fill(one.text, one.params),
        "where": {"page": one.page, "record": one.record},
        "article": one.article,
        "stops_exit": one.stops_exit,
    }


def _write(folder: Path, files: Sequence[PacketFile]) -> None:
    """All of them or none: half a packet would be handed over as a whole one."""
    _make_folder(folder)
    written: list[Path] = []
    try:
        for one in files:
            write_whole(folder / one.name, one.content)
            written.append(folder / one.name)
    except EnvironmentFault:
        for path in written:
            # The disk may refuse this too; the first complaint is the one to tell.
            with contextlib.suppress(OSError):
                path.unlink()
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    except OSError as error:
        raise as_fault(error, str(folder)) from error
