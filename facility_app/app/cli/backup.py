"""Verbs over backups: make, verify, restore."""

from pathlib import Path

import click

from facility_app.app import care
from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.paths import state_folder
from facility_app.kernel.labels import label

FILE = click.Path(path_type=Path)


@click.group(cls=VerbFamily, help=label("cli", "Sao lưu và kiểm tra bản sao lưu"))
def backup() -> None:
    """Backups."""


@backup.command(cls=VerbCommand, help=label("cli", "Sao lưu ngay, khôi phục thử và đối chiếu"))
@click.option("--to", cls=VerbOption, type=FILE, help=label("cli", "thư mục đích, ví dụ một ổ khác"))
@click.pass_obj
def now(frame: Frame, to: Path | None) -> None:
    """Make a verified backup."""
    with frame.facility() as opened, frame.waiting(label("cli", "Đang sao lưu và đối chiếu…")):
        made = care.make_backup(opened, to)
    sentence = label("cli", "Đã sao lưu và đối chiếu: {file} ({bytes} byte, {rows} dòng).")
    params: dict[str, object] = {"file": made.path, "bytes": made.bytes, "rows": sum(made.counts.values())}
    frame.answer(
        {
            "file": str(made.path),
            "bytes": made.bytes,
            "verified": True,
            "counts": dict(made.counts),
            "digest": made.digest,
            "left_out": made.left_out,
        },
        frame.words.fill(sentence, params),
    )


@backup.command(cls=VerbCommand, help=label("cli", "Khôi phục thử một bản sao lưu và đọc đến dòng cuối"))
@click.argument("file", type=FILE)
@click.pass_obj
def verify(frame: Frame, file: Path) -> None:
    """Restore a backup for trial."""
    with frame.facility() as opened, frame.waiting(label("cli", "Đang khôi phục thử…")):
        found = care.verify_backup(opened, file)
    sentence = label("cli", "Bản sao lưu {file} nguyên vẹn: {rows} dòng.")
    frame.answer(
        {
            "file": str(file),
            "bytes": found.bytes,
            "verified": True,
            "counts": dict(found.counts),
            "digest": found.manifest.digest,
        },
        frame.words.fill(sentence, {"file": file, "rows": sum(found.counts.values())}),
    )


@click.command(cls=VerbCommand, help=label("cli", "Khôi phục một bản sao lưu vào thư mục mới"))
@click.argument("file", type=FILE)
@click.option(
    "--into",
    cls=VerbOption,
    type=FILE,
    required=True,
    help=label("cli", "thư mục mới hoặc trống; không bao giờ ghi đè"),
)
@click.pass_obj
def restore(frame: Frame, file: Path, into: Path) -> None:
    """Make a new data folder from a backup."""
    who = frame.credentials()
    with frame.waiting(label("cli", "Đang khôi phục…")):
        made = care.restore_backup(frame.folder, file, into, who, state_folder(), frame.kdf)
    sentence = label(
        "cli",
        "Đã khôi phục vào {folder}: {rows} dòng, mở bằng mật khẩu như lúc sao lưu. Đây là đời dữ liệu mới (số "
        "{epoch}); gói gửi tỉnh kế tiếp sẽ là gói đầy đủ.",
    )
    params: dict[str, object] = {
        "folder": made.folder.root,
        "rows": sum(made.counts.values()),
        "epoch": made.life.epoch,
    }
    frame.answer(
        {
            "file": str(file),
            "into": str(made.folder.root),
            "verified": True,
            "counts": dict(made.counts),
            "epoch": made.life.epoch,
        },
        frame.words.fill(sentence, params),
    )
