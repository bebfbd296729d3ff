"""Verbs over backups: make, verify, restore."""

from pathlib import Path

import click

from facility_app.app import care
from facility_app.app.backup_door import verify_alone
from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.places import require_file, require_place
from facility_app.app.cli.usage import PATH
from facility_app.app.paths import state_folder
from facility_app.app.start import RecoveryKey
from facility_app.db.backup import BackupVerified
from facility_app.kernel.labels import label

TRYING = label("cli", "Đang khôi phục thử…")
SAME_DISK = label(
    "cli",
    "Chú ý: bản sao lưu này nằm cùng ổ đĩa với dữ liệu; ổ đĩa hỏng hoặc mất máy thì mất cả hai. Hãy chép nó "
    "sang một ổ khác.",
)
RESTORED = label(
    "cli",
    "Đã khôi phục vào {folder}: {rows} dòng, mở bằng mật khẩu như lúc sao lưu. Đây là đời dữ liệu mới (số "
    "{epoch}); gói gửi tỉnh kế tiếp sẽ là gói đầy đủ.",
)
RESTORED_BY_PAPER = label(
    "cli",
    "Đã khôi phục vào {folder}: {rows} dòng. Bước tiếp theo, đặt mật khẩu trên máy này cho từng người dùng nó, "
    "bằng tờ khóa khôi phục có hiệu lực khi sao lưu: user reset TÊN --recovery-key-file TỆP --data {folder}. "
    "Đây là đời dữ liệu mới (số {epoch}); gói gửi tỉnh kế tiếp sẽ là gói đầy đủ.",
)


@click.group(cls=VerbFamily, help=label("cli", "Sao lưu và kiểm tra bản sao lưu"))
def backup() -> None:
    """Backups."""


@backup.command(cls=VerbCommand, help=label("cli", "Sao lưu ngay, khôi phục thử và đối chiếu"))
@click.option("--to", cls=VerbOption, type=PATH, help=label("cli", "thư mục đích, ví dụ một ổ khác"))
@click.pass_obj
def now(frame: Frame, to: Path | None) -> None:
    """Make a verified backup."""
    if to is not None:
        require_place(to)
    with frame.facility() as opened, frame.waiting(label("cli", "Đang sao lưu và đối chiếu…")):
        made = care.make_backup(opened, to)
    is_same_disk = to is not None and care.is_same_disk(frame.folder, to)
    if is_same_disk:
        frame.tell(frame.words(SAME_DISK))
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
            "same_disk": is_same_disk,
        },
        frame.words.fill(sentence, params),
    )


@backup.command(cls=VerbCommand, help=label("cli", "Khôi phục thử một bản sao lưu và đọc đến dòng cuối"))
@click.argument("file", type=PATH)
@click.pass_obj
def verify(frame: Frame, file: Path) -> None:
    """Restore a backup for trial."""
    require_file(file)
    is_recorded = frame.folder.database.exists()
    found = _verify_here(frame, file) if is_recorded else _verify_alone(frame, file)
    sentence = label("cli", "Bản sao lưu {file} nguyên vẹn: {rows} dòng.")
    frame.answer(
        {
            "file": str(file),
            "bytes": found.bytes,
            "verified": True,
            "counts": dict(found.counts),
            "digest": found.manifest.digest,
            "recorded": is_recorded,
        },
        frame.words.fill(sentence, {"file": file, "rows": sum(found.counts.values())}),
    )


def _verify_here(frame: Frame, file: Path) -> BackupVerified:
    with frame.facility() as opened, frame.waiting(TRYING):
        return care.verify_backup(opened, file)


def _verify_alone(frame: Frame, file: Path) -> BackupVerified:
    who = frame.credentials()
    frame.tell(
        frame.words.fill(
            label(
                "cli",
                "Thư mục {folder} chưa có dữ liệu cơ sở: bản sao lưu được thử bằng khóa của chính nó, và không có "
                "nhật ký nào để ghi lần kiểm tra này.",
            ),
            {"folder": frame.folder.root},
        )
    )
    with frame.waiting(TRYING):
        return verify_alone(file, who, state_folder(), frame.kdf)


@click.command(cls=VerbCommand, help=label("cli", "Khôi phục một bản sao lưu vào thư mục mới"))
@click.argument("file", type=PATH)
@click.option(
    "--into",
    cls=VerbOption,
    type=PATH,
    required=True,
    help=label("cli", "thư mục mới hoặc trống; không bao giờ ghi đè"),
)
@click.pass_obj
def restore(frame: Frame, file: Path, into: Path) -> None:
    """Make a new data folder from a backup."""
    require_file(file)
    require_place(into)
    who = frame.credentials()
    with frame.waiting(label("cli", "Đang khôi phục…")):
        made = care.restore_backup(frame.folder, file, into, who, state_folder(), frame.kdf)
    sentence = RESTORED_BY_PAPER if isinstance(who, RecoveryKey) else RESTORED
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
