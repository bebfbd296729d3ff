"""Verbs over answers: receipts taken in, rows the receiver did not take, and what is sent again."""

import hashlib
from pathlib import Path
from typing import Final

import click

from facility_app.app import post_room, registry, release_shop
from facility_app.app.cli.command import VerbCommand, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.places import require_file, require_place
from facility_app.app.cli.sync import sync, tell_export
from facility_app.app.cli.targets import require_pdf_target
from facility_app.app.cli.usage import PATH
from facility_app.app.post_room import Wanted
from facility_app.app.volume import volume_serial
from facility_app.db.durable import write_whole
from facility_app.kernel.labels import label
from facility_app.modules.exchange.domain import USUAL_STREAM
from facility_app.modules.exchange.papers import Medium, slip_paper
from facility_app.modules.exchange.queries.answers import list_sticky
from facility_app.modules.exchange.service.receipts import NotePaper, TakenReceipt, note_paper, send_all_again
from facility_app.sync.outcomes import SENTENCES, BundleRefused

REFUSED: Final = 1
TAKEN = label(
    "cli",
    "{file}: biên nhận gói số {seq} ({stage} {result} {codes}); nơi nhận đã có đến thay đổi {acked}, {rows} dòng "
    "chưa nhận.",
)


@sync.command("import", cls=VerbCommand, help=label("cli", "Nhận biên nhận của tỉnh: một tệp, hoặc cả thẻ nhớ"))
@click.argument("place", type=PATH)
@click.pass_obj
@click.pass_context
def take_in(context: click.Context, frame: Frame, place: Path) -> None:
    """Take in what the receiver answered."""
    require_file(place) if not place.is_dir() else require_place(place)
    said: list[dict[str, object]] = []
    lines: list[str] = []
    faults: list[str] = []
    with frame.facility() as opened:
        for file in post_room.answers_in(place):
            try:
                taken = post_room.take_in(opened, file)
            except BundleRefused as refusal:
                code = str(refusal.outcome)
                is_fault = not post_room.is_passed_by(refusal, place)
                faults += [code] if is_fault else []
                said.append({"file": str(file), "ok": not is_fault, "code": code})
                lines.append(f"{file.name}: {frame.words.fill(refusal.template, refusal.params)}")
                continue
            faults += [] if taken.frozen is None else [str(taken.frozen)]
            said.append(_said(file, taken))
            lines.append(_line(frame, file, taken))
    if not said:
        lines.append(frame.words(label("cli", "Không có biên nhận nào ở đó.")))
    frame.answer({"ok": not faults, "code": faults[0] if faults else "OK", "receipts": said}, *lines)
    if faults:
        context.exit(REFUSED)


@sync.command(cls=VerbCommand, help=label("cli", "Các dòng nơi nhận chưa nhận; gửi kèm mỗi lần cho đến khi nhận"))
@click.pass_obj
def rejected(frame: Frame) -> None:
    """Rows for a clerk to settle."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        found = list_sticky(uow)
    heads = (label("cli", "Bảng"), label("cli", "Dòng"), label("cli", "Mã"), label("cli", "Lý do"))
    rows = [(one.table, one.row_id, one.code, frame.words(one.sentence)) for one in found]
    frame.answer(
        {
            "rows": [
                {"stream": one.stream, "table": one.table, "id": one.row_id, "code": one.code, "ptr": one.pointer}
                for one in found
            ]
        },
        frame.table(heads, rows) if rows else frame.words(label("cli", "Không có dòng nào bị từ chối.")),
    )


@sync.command(cls=VerbCommand, help=label("cli", "Gửi lại từ một thay đổi trở đi, dù đã có biên nhận"))
@click.option("--since", cls=VerbOption, type=click.IntRange(0), required=True, help=label("cli", "số thay đổi"))
@click.option("--stream", cls=VerbOption, default=USUAL_STREAM, help=label("cli", "luồng, ví dụ P2@province"))
@click.option("--to", cls=VerbOption, type=PATH, help=label("cli", "thư mục trên thẻ nhớ để chép gói lên"))
@click.pass_obj
def resend(frame: Frame, since: int, stream: str, to: Path | None) -> None:
    """Export from an earlier change on."""
    if to is not None:
        require_place(to)
    with frame.facility() as opened, frame.waiting(label("cli", "Đang lập gói…")):
        made = post_room.export(opened, Wanted(stream, to=to, since=since))
    tell_export(frame, made)


@sync.command(cls=VerbCommand, help=label("cli", "Lập lại gốc: lần xuất sau gửi toàn bộ"))
@click.option("--stream", cls=VerbOption, default=USUAL_STREAM, help=label("cli", "luồng, ví dụ P2@province"))
@click.pass_obj
def rebaseline(frame: Frame, stream: str) -> None:
    """The next export carries everything."""
    with frame.facility() as opened, opened.database.write(opened.actor) as uow:
        send_all_again(uow, stream)
        uow.commit()
    sentence = label("cli", "Lần xuất sau của luồng {stream} sẽ gửi toàn bộ.")
    frame.answer({"stream": stream, "full": True}, frame.words.fill(sentence, {"stream": stream}))


@sync.command("ack-paper", cls=VerbCommand, help=label("cli", "Ghi phiếu giấy tỉnh đã ký nhận gói dữ liệu"))
@click.argument("number")
@click.option(
    "--sha", cls=VerbOption, required=True, help=label("cli", "ít nhất 8 chữ đầu của mã SHA-256 trên phiếu")
)
@click.pass_obj
def ack_paper(frame: Frame, number: str, sha: str) -> None:
    """A paper that came back signed."""
    with frame.facility() as opened, opened.database.write(opened.actor) as uow:
        acked = note_paper(uow, NotePaper(number, sha))
        uow.commit()
    sentence = label("cli", "Đã ghi phiếu {number}: nơi nhận đã có đến thay đổi {acked}.")
    frame.answer(
        {"number": number, "acked": acked}, frame.words.fill(sentence, {"number": number, "acked": acked})
    )


@sync.command(cls=VerbCommand, help=label("cli", "In Phiếu gửi gói dữ liệu thành tệp PDF"))
@click.argument("number")
@click.option("--out", cls=VerbOption, type=PATH, required=True, help=label("cli", "tệp PDF sẽ ghi"))
@click.option("--on", cls=VerbOption, type=PATH, help=label("cli", "thẻ nhớ mang gói đi, để ghi số sê-ri"))
@click.option("--name", cls=VerbOption, default="", help=label("cli", "nhãn dán trên thẻ nhớ"))
@click.pass_obj
def slip(frame: Frame, number: str, out: Path, on: Path | None, name: str) -> None:
    """The paper that goes along."""
    require_pdf_target(out, frame.data)
    medium = Medium(name, "" if on is None else volume_serial(on), post_room.APP)
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        paper = slip_paper(uow, number, registry.table_owners(), medium)
    pdf = release_shop.plain(paper)
    write_whole(out, pdf)
    digest = hashlib.sha256(pdf).hexdigest()
    said = label("cli", "Đã ghi phiếu {number}: {path}")
    frame.answer({"number": number, "sha256": digest}, frame.words.fill(said, {"number": number, "path": out}))


def _said(file: Path, taken: TakenReceipt) -> dict[str, object]:
    return {
        "file": str(file),
        "ok": taken.frozen is None,
        "code": "OK" if taken.frozen is None else str(taken.frozen),
        "stream": taken.stream,
        "seq": taken.seq,
        "stage": taken.stage.value,
        "result": taken.result.value,
        "codes": list(taken.codes),
        "acked": taken.acked,
        "not_taken": taken.not_taken,
    }


def _line(frame: Frame, file: Path, taken: TakenReceipt) -> str:
    if taken.frozen is not None:
        return f"{file.name}: {frame.words.fill(SENTENCES[taken.frozen], {'part': taken.stream})}"
    params: dict[str, object] = {
        "file": file.name,
        "seq": taken.seq,
        "stage": taken.stage.value,
        "result": taken.result.value,
        "codes": " ".join(taken.codes),
        "acked": taken.acked,
        "rows": taken.not_taken,
    }
    return frame.words.fill(TAKEN, params)
