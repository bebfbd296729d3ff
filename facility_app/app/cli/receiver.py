"""Verbs of the provincial receiver: found it, enrol facilities, take bundles in, carry answers out, look."""

import re
from pathlib import Path
from typing import Any, Final

import click

from facility_app.app import receiving
from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame, first_line
from facility_app.app.cli.places import require_file, require_place
from facility_app.app.cli.usage import PATH
from facility_app.app.spool import carry, sha256_of
from facility_app.db.durable import as_fault, write_whole
from facility_app.kernel.dates import format_moment, utc_text
from facility_app.kernel.labels import label
from facility_app.receiver import store
from facility_app.receiver.enrolment import Enrol, Founded, next_list
from facility_app.receiver.place import printable
from facility_app.receiver.states import STATE_LABELS, State, sentence_of
from facility_app.receiver.station import Taken
from facility_app.receiver.watching import LIGHT_LABELS, FacilityCounts, StreamWatch, count_by_facility, watch

REFUSED: Final = 1
WELL: Final = frozenset({State.ARCHIVED, State.APPLIED, State.DUPLICATE})
_KEY: Final = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_NAMED: Final = re.compile(r"(?P<stream>[^=]+)=(?P<basis>.+)")


@click.group(cls=VerbFamily, help=label("cli", "Nơi nhận của tỉnh: nhận gói, trả biên nhận, theo dõi cơ sở"))
def receiver() -> None:
    """The provincial counterpart."""


@receiver.command(cls=VerbCommand, help=label("cli", "Lập nơi nhận trong thư mục --data"))
@click.option("--code", cls=VerbOption, required=True, help=label("cli", "mã nơi nhận, ví dụ 28.PROV"))
@click.option(
    "--url", cls=VerbOption, help=label("cli", "máy chủ PostgreSQL; không ghi: tệp mã hóa trong thư mục")
)
@click.option(
    "--keys-out",
    cls=VerbOption,
    type=PATH,
    required=True,
    help=label("cli", "thư mục ghi ba khóa gốc và khóa niêm phong, rồi cất mỗi thứ một nơi"),
)
@click.option(
    "--landing", cls=VerbOption, type=PATH, help=label("cli", "thư mục để các dòng đã nhận ở dạng không mã hóa")
)
@click.pass_obj
def init(frame: Frame, code: str, url: str | None, keys_out: Path, landing: Path | None) -> None:
    """Make a receiver."""
    for place in (frame.data, keys_out, *(() if landing is None else (landing,))):
        require_place(place)
    password = frame.new_password(frame.password_file, "--password-file")
    identity, founded = receiving.found_receiver(
        frame.data, code, password, url=url, landing=landing, kdf=frame.kdf
    )
    files = _put_away(founded, keys_out)
    sentence = label(
        "cli",
        "Đã lập nơi nhận {code}. Vân tay: {fingerprint}. Danh sách tin cậy đầu tiên: {trust}. Hãy cất ba khóa gốc "
        "và khóa niêm phong ở {keys}, mỗi thứ một nơi, ngoài máy này.",
    )
    told: dict[str, object] = {
        "code": code,
        "fingerprint": identity.fingerprint,
        "signing": identity.public.hex(),
        "recipient": identity.recipient,
        "trust": str(files[0]),
        "keys": str(keys_out),
        "roots": [one.hex() for one in receiving.opened_roots(founded)],
    }
    frame.answer({**told, "files": [str(one) for one in files]}, frame.words.fill(sentence, told))


def _put_away(founded: Founded, folder: Path) -> list[Path]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise as_fault(error, folder.name) from error
    said = {"trust.json": founded.document, "escrow.key": f"{founded.escrow}\n".encode()}
    said |= {f"root-{number}.key": f"{one.hex()}\n".encode() for number, one in enumerate(founded.roots, 1)}
    for name, data in said.items():
        write_whole(folder / name, data)
    return [folder / name for name in said]


@receiver.command(cls=VerbCommand, help=label("cli", "Nhận danh sách tin cậy mới hơn"))
@click.argument("file", type=PATH)
@click.pass_obj
def trust(frame: Frame, file: Path) -> None:
    """Believe a newer list."""
    document = _read(file)
    with receiving.open_receiver(frame.data, frame.passphrase()) as opened:
        new = store.take_trust(opened.engine, document, (), opened.walls.clock.now())
    sentence = label("cli", "Đã nhận danh sách tin cậy số {number}: {facilities} cơ sở.")
    told: dict[str, object] = {"number": new.version, "facilities": len(new.facilities)}
    frame.answer(told, frame.words.fill(sentence, told))


@receiver.command(cls=VerbCommand, help=label("cli", "Ghi danh một cơ sở: ký danh sách tin cậy mới"))
@click.option("--fac", cls=VerbOption, required=True, help=label("cli", "mã cơ sở"))
@click.option("--signing", cls=VerbOption, required=True, help=label("cli", "khóa ký của cơ sở (lệnh sync keys)"))
@click.option("--recipient", cls=VerbOption, required=True, help=label("cli", "khóa nhận của cơ sở, age1…"))
@click.option(
    "--fingerprint", cls=VerbOption, required=True, help=label("cli", "vân tay chép từ giấy của cơ sở, để so")
)
@click.option("--stream", cls=VerbOption, multiple=True, help=label("cli", "luồng được gửi; mặc định P2@province"))
@click.option(
    "--authority", cls=VerbOption, multiple=True, help=label("cli", "căn cứ pháp lý, dạng LUỒNG=văn bản số…")
)
@click.option(
    "--root-key", cls=VerbOption, type=PATH, multiple=True, help=label("cli", "tệp khóa gốc; cần ít nhất hai tệp")
)
@click.option(
    "--out",
    cls=VerbOption,
    type=PATH,
    required=True,
    help=label("cli", "tệp danh sách tin cậy mới, gửi mọi cơ sở"),
)
@click.pass_obj
def enrol(frame: Frame, /, fac: str, signing: str, recipient: str, out: Path, **said: Any) -> None:
    """Believe a facility whose fingerprint two people compared."""
    named = [_NAMED.fullmatch(one) for one in said["authority"]]
    if not _KEY.fullmatch(signing):
        raise click.BadParameter("", param_hint="--signing")
    if not all(named):
        raise click.BadParameter("", param_hint="--authority")
    secrets = [first_line(one, "--root-key") for one in said["root_key"]]
    if not all(map(_KEY.fullmatch, secrets)):
        raise click.BadParameter("", param_hint="--root-key")
    command = Enrol(
        fac,
        bytes.fromhex(signing),
        recipient,
        said["fingerprint"],
        said["stream"] or ("P2@province",),
        {one["stream"]: one["basis"] for one in named if one is not None},
    )
    with receiving.open_receiver(frame.data, frame.passphrase()) as opened:
        now, current = opened.walls.clock.now(), store.latest_list(opened.engine)
        assert current is not None  # noqa: S101 - a receiver begins with a list
        document = next_list(current, command, [bytes.fromhex(one) for one in secrets], now)
        new = store.take_trust(opened.engine, document, (), now)
    write_whole(out, document)
    sentence = label(
        "cli", "Đã ghi danh {facility}; danh sách tin cậy số {number} ở {file}. Hãy gửi cho mọi cơ sở."
    )
    told: dict[str, object] = {"facility": fac, "number": new.version, "file": str(out)}
    frame.answer(told, frame.words.fill(sentence, told))


@receiver.command(cls=VerbCommand, help=label("cli", "Nhận các gói từ tệp hoặc thư mục, rồi làm hết việc còn dở"))
@click.argument("files", type=PATH, nargs=-1)
@click.pass_obj
@click.pass_context
def ingest(context: click.Context, frame: Frame, files: tuple[Path, ...]) -> None:
    """Take bundles in."""
    for file in files:
        _require(file)
    password = frame.passphrase()
    with (
        receiving.open_receiver(frame.data, password) as opened,
        frame.waiting(label("cli", "Đang nhận gói…")),
    ):
        taken = opened.station.ingest(files)
    _tell(frame, taken)
    if any(one.state not in WELL for one in taken):
        context.exit(REFUSED)


def _tell(frame: Frame, taken: tuple[Taken, ...]) -> None:
    sentence = label("cli", "{file}: {state}. {why}")
    lines = [
        frame.words.fill(
            sentence,
            {
                "file": printable(one.file.name),
                "state": frame.words(STATE_LABELS[one.state]),
                "why": _why(frame, one),
            },
        ).rstrip()
        for one in taken
    ]
    frame.answer(
        {
            "bundles": [
                {
                    "file": printable(str(one.file)),
                    "sha256": one.sha256,
                    "bundle": one.bundle,
                    "state": one.state.value,
                    "code": one.code,
                    "rows": one.rows,
                }
                for one in taken
            ]
        },
        *(lines or [frame.words(label("cli", "Không có gói mới; việc còn dở đã làm xong."))]),
    )


def _why(frame: Frame, one: Taken) -> str:
    if one.code is None:
        return ""
    return f"[{one.code}] " + frame.words.fill(sentence_of(one.code), {"part": one.part})


@receiver.command(cls=VerbCommand, help=label("cli", "Chép biên nhận ra thẻ nhớ cho các cơ sở"))
@click.option("--to", cls=VerbOption, type=PATH, required=True, help=label("cli", "thư mục trên thẻ nhớ"))
@click.option("--fac", cls=VerbOption, help=label("cli", "chỉ của cơ sở này"))
@click.pass_obj
def receipts(frame: Frame, to: Path, fac: str | None) -> None:
    """Carry answers out."""
    require_place(to)
    with receiving.open_receiver(frame.data, frame.passphrase()) as opened:
        opened.station.ingest(())
        found = sorted(opened.station.place.receipts.glob(f"{fac or '*'}/*.goi"))
        carried = [carry(one, sha256_of(one), to) for one in found]
    sentence = label("cli", "Đã chép {count} biên nhận vào {folder} và đọc lại.")
    frame.answer(
        {"files": [str(one) for one in carried]},
        frame.words.fill(sentence, {"count": len(carried), "folder": str(to)}),
    )


@receiver.command(cls=VerbCommand, help=label("cli", "Theo dõi từng cơ sở: im lặng, gói chờ, dòng chưa nhận"))
@click.pass_obj
def status(frame: Frame) -> None:
    """How the facilities stand."""
    with receiving.open_receiver(frame.data, frame.passphrase()) as opened:
        station, now = opened.station, opened.walls.clock.now()
        with opened.engine.begin() as connection:
            found = watch(connection, station.catalogue, station.trust, now)
    heads = (
        label("cli", "Cơ sở"),
        label("cli", "Luồng"),
        label("cli", "Tình trạng"),
        label("cli", "Gói cuối"),
        label("cli", "Đang giữ"),
        label("cli", "Dòng chờ"),
        label("cli", "Dòng chưa nhận"),
    )
    rows = [_watched(frame, one) for one in found]
    frame.answer({"streams": [_as_said(one) for one in found]}, frame.table(heads, rows))


def _watched(frame: Frame, one: StreamWatch) -> tuple[str, ...]:
    seen = "–" if one.last_seen is None else format_moment(one.last_seen)
    light = frame.words(LIGHT_LABELS[one.light]) + (f" [{one.frozen}]" if one.frozen else "")
    return (one.facility, one.stream, light, seen, str(one.held), str(one.parked), str(one.rejected))


def _as_said(one: StreamWatch | FacilityCounts) -> dict[str, object]:
    said = {name: getattr(one, name) for name in one.__slots__}
    return {name: utc_text(value) if hasattr(value, "astimezone") else value for name, value in said.items()}


@receiver.command(cls=VerbCommand, help=label("cli", "Số người và số lần cai nghiện theo cơ sở"))
@click.pass_obj
def report(frame: Frame) -> None:
    """The province's view."""
    with receiving.open_receiver(frame.data, frame.passphrase()) as opened, opened.engine.begin() as connection:
        found = count_by_facility(connection, opened.station.catalogue)
    heads = (
        label("cli", "Cơ sở"),
        label("cli", "Mức"),
        label("cli", "Người cai nghiện"),
        label("cli", "Lần cai nghiện"),
        label("cli", "Đang cai"),
        label("cli", "Dòng"),
    )
    rows = [
        (one.facility, one.profile, *(str(n) for n in (one.residents, one.stays, one.open_stays, one.rows)))
        for one in found
    ]
    frame.answer({"facilities": [_as_said(one) for one in found]}, frame.table(heads, rows))


@receiver.command(cls=VerbCommand, help=label("cli", "Thử lại một gói bị cách ly hoặc làm dừng luồng"))
@click.argument("sha256")
@click.pass_obj
def release(frame: Frame, sha256: str) -> None:
    """Try a bundle once more; a person decided so."""
    with receiving.open_receiver(frame.data, frame.passphrase()) as opened:
        taken = opened.station.release(sha256)
    _tell(frame, (taken,))


@receiver.command(
    "approve-epoch", cls=VerbCommand, help=label("cli", "Chấp nhận đời dữ liệu mới mà một gói toàn bộ mang đến")
)
@click.argument("sha256")
@click.pass_obj
def approve_epoch(frame: Frame, sha256: str) -> None:
    """Agree to an epoch that does not follow the known one."""
    with receiving.open_receiver(frame.data, frame.passphrase()) as opened:
        taken = opened.station.release(sha256, is_approved=True)
    _tell(frame, (taken,))


def _require(file: Path) -> None:
    if not file.is_dir():
        require_file(file)


def _read(file: Path) -> bytes:
    require_file(file)
    try:
        return file.read_bytes()
    except OSError as error:
        raise as_fault(error, file.name) from error
