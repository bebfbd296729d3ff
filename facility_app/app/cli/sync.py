"""Verbs over bundles: how the exchange stands, export, verify, show, keys, the list of whom to believe."""

import re
from pathlib import Path
from typing import Final

import click

from facility_app.app import post_room
from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.places import require_file, require_place
from facility_app.app.cli.usage import PATH
from facility_app.app.post_room import Exported, Rehearsed, Wanted
from facility_app.db.durable import as_fault
from facility_app.kernel.dates import utc_text
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.exchange.domain import ACKED_LABELS, SENT_LABELS, USUAL_STREAM
from facility_app.modules.exchange.queries.sent import list_sent
from facility_app.modules.exchange.queries.status import get_signing_key, get_status
from facility_app.modules.exchange.service.keys import TakeTrust, make_keys, take_trust
from facility_app.sync import container
from facility_app.sync import header as headers
from facility_app.sync.canonical import decode
from facility_app.sync.export import LEAST_PART, USUAL_PART
from facility_app.sync.header import Header
from facility_app.sync.outcomes import BundleRefused

REFUSED: Final = 1
_SIZES: Final = {"": 1, "K": 1_000, "M": 1_000_000, "G": 1_000_000_000}
_SIZE: Final = re.compile(r"(\d{1,12})([KMG]?)B?", re.IGNORECASE)
_KEY: Final = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
MADE = label("cli", "Đã lập gói {file}: {rows} dòng, {bytes} byte, SHA-256 {sha256}.")
CARRIED = label("cli", "Đã chép lên thẻ nhớ và đọc lại: {file}.")


@click.group(cls=VerbFamily, help=label("cli", "Gói dữ liệu gửi tỉnh"))
def sync() -> None:
    """Bundles."""


@sync.command(cls=VerbCommand, help=label("cli", "Tình hình gửi – nhận: đã gửi đến đâu, còn gì chờ gửi"))
@click.pass_obj
def status(frame: Frame) -> None:
    """How the exchange stands."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        found, sent = get_status(uow), list_sent(uow)
    sentence = label(
        "cli",
        "Luồng {stream}: gói cuối số {seq}; nơi nhận đã có đến thay đổi {acked} ({kind}), còn {waiting} thay đổi "
        "chờ xác nhận, {sticky} dòng gửi lại.",
    )
    lines = [
        frame.words.fill(
            sentence,
            {
                "stream": one.name,
                "seq": one.last_seq,
                "acked": one.acked,
                "kind": frame.words(ACKED_LABELS[one.acked_kind]),
                "waiting": one.waiting,
                "sticky": one.sticky,
            },
        )
        for one in found.streams
    ]
    if found.trust_version is None:
        lines.append(frame.words(label("cli", "Chưa có danh sách tin cậy của tỉnh (lệnh sync trust).")))
    heads = (
        label("cli", "Gói"),
        label("cli", "Số phiếu"),
        label("cli", "Dòng"),
        label("cli", "Byte"),
        label("cli", "Tình trạng"),
    )
    rows = [
        (one.file_name, one.paper_number, str(one.rows), str(one.size_bytes), frame.words(SENT_LABELS[one.state]))
        for one in sent
    ]
    frame.answer(
        {
            "epoch": found.epoch_id,
            "last_change": found.last_chg,
            "trust_version": found.trust_version,
            "trust_expires": None if found.trust_expires is None else utc_text(found.trust_expires),
            "signer": None if found.keys is None else found.keys.signer,
            "streams": [
                {
                    "stream": one.name,
                    "acked": one.acked,
                    "acked_kind": one.acked_kind.value,
                    "last_seq": one.last_seq,
                    "waiting": one.waiting,
                    "sticky": one.sticky,
                    "frozen": one.frozen,
                }
                for one in found.streams
            ],
            "sent": [
                {
                    "file": one.file_name,
                    "stream": one.stream,
                    "seq": one.seq,
                    "part": one.part,
                    "parts": one.parts,
                    "full": one.is_full,
                    "from": one.start,
                    "to": one.end,
                    "rows": one.rows,
                    "bytes": one.size_bytes,
                    "sha256": one.file_sha256,
                    "made_at": utc_text(one.made_at),
                    "state": one.state.value,
                    "slip": one.paper_number,
                }
                for one in sent
            ],
        },
        *lines,
        *([frame.table(heads, rows)] if rows else []),
    )


@sync.command(cls=VerbCommand, help=label("cli", "Lập gói dữ liệu gửi tỉnh, ký và mã hóa"))
@click.option("--stream", cls=VerbOption, default=USUAL_STREAM, help=label("cli", "luồng, ví dụ P2@province"))
@click.option("--full", cls=VerbOption, is_flag=True, help=label("cli", "toàn bộ, không chỉ phần thay đổi"))
@click.option("--dry-run", cls=VerbOption, is_flag=True, help=label("cli", "chỉ đếm và cho xem, không ghi gì"))
@click.option("--max-part", cls=VerbOption, help=label("cli", "cỡ mỗi phần, ví dụ 15M; mặc định 2000M"))
@click.option("--to", cls=VerbOption, type=PATH, help=label("cli", "thư mục trên thẻ nhớ để chép gói lên"))
@click.pass_obj
def export(frame: Frame, stream: str, *, full: bool, dry_run: bool, max_part: str | None, to: Path | None) -> None:
    """Make bundles."""
    if to is not None:
        require_place(to)
    wanted = Wanted(stream, full, _bytes_of(max_part), to)
    with frame.facility() as opened:
        if dry_run:
            with frame.waiting(label("cli", "Đang đếm…")):
                found = post_room.rehearse(opened, wanted)
            _tell_rehearsal(frame, found)
            return
        with frame.waiting(label("cli", "Đang lập gói…")):
            made = post_room.export(opened, wanted)
    tell_export(frame, made)


def tell_export(frame: Frame, made: Exported) -> None:
    """Say what was made and where it lies."""
    if made.order.clock != "ok":
        frame.tell(frame.words(label("cli", "Chú ý: đồng hồ máy này có vẻ sai; gói ghi rõ điều đó.")))
    lines = [
        frame.words.fill(MADE, {"file": file, "rows": part.rows, "bytes": part.size, "sha256": part.sha256})
        for part, file in zip(made.parts, made.files, strict=True)
    ]
    slip = label("cli", "Số phiếu gửi gói dữ liệu: {number} (in bằng lệnh sync slip).")
    lines.append(frame.words.fill(slip, {"number": made.order.paper_number}))
    lines += [frame.words.fill(CARRIED, {"file": file}) for file in made.carried]
    frame.answer(
        {
            "files": [
                {"file": str(file), "seq": part.header.seq, "bytes": part.size, "sha256": part.sha256}
                for part, file in zip(made.parts, made.files, strict=True)
            ],
            "carried": [str(file) for file in made.carried],
            "stream": made.order.stream,
            "kind": str(made.order.kind),
            "from": made.order.start,
            "to": made.order.end,
            "rows": sum(part.rows for part in made.parts),
            "clock": made.order.clock,
            "slip": made.order.paper_number,
        },
        *lines,
    )


def _tell_rehearsal(frame: Frame, found: Rehearsed) -> None:
    order = found.order
    sentence = label(
        "cli",
        "Sẽ gửi luồng {stream}, mức {profile}, thay đổi từ {start} đến {end}: {rows} dòng, chừng {bytes} byte "
        "trước khi nén, cho {recipients} khóa nhận. Chưa ghi gì.",
    )
    rows = sum(one.upserts + one.deletions for one in found.counts.values())
    params: dict[str, object] = {
        "stream": order.stream,
        "profile": order.profile.name,
        "start": order.start,
        "end": order.end,
        "rows": rows,
        "bytes": found.bytes_before,
        "recipients": len(order.recipients),
    }
    heads = (label("cli", "Bảng"), label("cli", "Dòng"), label("cli", "Đã xóa"))
    table = [(name, str(one.upserts), str(one.deletions)) for name, one in found.counts.items()]
    classes = ", ".join(f"{name} {count}" for name, count in sorted(found.columns.items()))
    by_class = frame.words.fill(label("cli", "Số cột theo mức riêng tư: {classes}."), {"classes": classes})
    frame.answer(
        {
            "stream": order.stream,
            "profile": order.profile.name,
            "profile_rev": order.profile.revision,
            "kind": str(order.kind),
            "from": order.start,
            "to": order.end,
            "rows": rows,
            "bytes_before": found.bytes_before,
            "recipients": list(order.recipients),
            "columns": dict(found.columns),
            "counts": {name: {"U": one.upserts, "D": one.deletions} for name, one in found.counts.items()},
        },
        frame.words.fill(sentence, params),
        by_class,
        *([frame.table(heads, table)] if table else []),
    )


@sync.command(cls=VerbCommand, help=label("cli", "Kiểm tra một gói: cấu trúc, chữ ký, mã kiểm"))
@click.argument("file", type=PATH)
@click.pass_obj
@click.pass_context
def verify(context: click.Context, frame: Frame, file: Path) -> None:
    """Verify a bundle to its last byte, without opening it."""
    require_file(file)
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        try:
            with file.open("rb") as source:
                found = container.read_bundle(source, lambda header: get_signing_key(uow, header))
        except BundleRefused as refusal:
            said = {"ok": False, "code": str(refusal.outcome), "file": str(file)}
            frame.answer(said, frame.words.fill(refusal.template, refusal.params))
            context.exit(REFUSED)
        except OSError as error:
            raise as_fault(error, file.name) from error
    sentence = label("cli", "Gói {file} nguyên vẹn, do {facility} ký: số {seq}, luồng {stream}.")
    head = found.header
    params: dict[str, object] = {
        "file": file.name,
        "facility": head.facility,
        "seq": head.seq,
        "stream": head.stream,
    }
    frame.answer(
        {"ok": True, "code": "OK", "file": str(file), "header_sha256": found.header_sha256, **_said(head)},
        frame.words.fill(sentence, params),
    )


@sync.command(cls=VerbCommand, help=label("cli", "Xem phần đầu của một gói; chưa kiểm chữ ký"))
@click.argument("file", type=PATH)
@click.pass_obj
def show(frame: Frame, file: Path) -> None:
    """What a bundle says of itself; nothing of it is verified."""
    require_file(file)
    try:
        with file.open("rb") as source:
            head = container.peek(source)
    except OSError as error:
        raise as_fault(error, file.name) from error
    sentence = label(
        "cli",
        "Gói tự ghi (chưa kiểm chữ ký): cơ sở {facility}, luồng {stream}, loại {kind}, đời {epoch}, số {seq}, "
        "phần {part}/{parts}.",
    )
    params: dict[str, object] = {
        "facility": head.facility,
        "stream": head.stream,
        "kind": str(head.kind),
        "epoch": head.epoch.n,
        "seq": head.seq,
        "part": head.group.n,
        "parts": head.group.of,
    }
    frame.answer({"verified": False, **_said(head)}, frame.words.fill(sentence, params))


@sync.command(cls=VerbCommand, help=label("cli", "Khóa công khai của cơ sở và vân tay để so trên giấy"))
@click.pass_obj
def keys(frame: Frame) -> None:
    """The facility's public keys, made where there are none."""
    with frame.facility() as opened, opened.database.write(opened.actor) as uow:
        made = make_keys(uow)
        facility = uow.home
        uow.commit()
    sentence = label(
        "cli",
        "Cơ sở {facility}. Khóa ký: {signing}. Khóa nhận: {recipient}. Vân tay để so với tỉnh trên giấy: "
        "{fingerprint}.",
    )
    params: dict[str, object] = {
        "facility": facility,
        "signing": made.signing.hex(),
        "recipient": made.recipient,
        "fingerprint": made.fingerprint,
    }
    frame.answer({**params, "signer": made.signer}, frame.words.fill(sentence, params))


@sync.command(cls=VerbCommand, help=label("cli", "Nhận danh sách tin cậy do tỉnh ký"))
@click.argument("file", type=PATH)
@click.option(
    "--root",
    cls=VerbOption,
    multiple=True,
    help=label("cli", "khóa gốc của tỉnh đã so trên giấy (64 chữ số hex), cho danh sách đầu tiên; ghi nhiều lần"),
)
@click.pass_obj
def trust(frame: Frame, file: Path, root: tuple[str, ...]) -> None:
    """Believe a newer list."""
    require_file(file)
    if not all(map(_KEY.fullmatch, root)):
        raise click.BadParameter("", param_hint="--root")
    try:
        document = file.read_bytes()
    except OSError as error:
        raise as_fault(error, file.name) from error
    pinned = tuple(bytes.fromhex(one) for one in dict.fromkeys(root))
    with frame.facility() as opened, opened.database.write(opened.actor) as uow:
        # Nobody is believed on the word of one key, also not where a single one was compared.
        found = take_trust(uow, TakeTrust(document, pinned, 2))
        uow.commit()
    sentence = label("cli", "Đã nhận danh sách tin cậy số {number}, dùng đến {expires}.")
    expires = utc_text(found.expires)
    frame.answer(
        {"number": found.version, "expires": expires},
        frame.words.fill(sentence, {"number": found.version, "expires": found.expires.strftime("%d/%m/%Y")}),
    )


def _bytes_of(text: str | None) -> int:
    """A size as people write it: 15M, 2000000."""
    if text is None:
        return USUAL_PART
    met = _SIZE.fullmatch(text.strip())
    size = 0 if met is None else int(met[1]) * _SIZES[met[2].upper()]
    if not LEAST_PART <= size <= headers.MOST_PAYLOAD:
        raise UserError(
            "bad_part_size",
            label("sync", "Cỡ phần phải từ 1M đến 4000M, ví dụ 15M cho thư điện tử."),
            fields={"max_part": label("sync", "Ví dụ 15M")},
        )
    return size


def _said(head: Header) -> dict[str, object]:
    """The header as it stands in the file."""
    said = decode(headers.encode(head))
    assert isinstance(said, dict)  # noqa: S101 - a header is an object
    return {"header": said}
