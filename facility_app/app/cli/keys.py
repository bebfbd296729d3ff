"""Verbs over keys: a new data key, a new recovery key."""

from pathlib import Path

import click

from facility_app.app import care
from facility_app.app.cli.command import VerbCommand, VerbOption
from facility_app.app.cli.frame import Frame, new_secret_file
from facility_app.kernel.labels import label


@click.command(cls=VerbCommand, help=label("cli", "Đổi khóa dữ liệu hoặc khóa khôi phục"))
@click.option("--reason", cls=VerbOption, required=True, help=label("cli", "lý do, lưu trong nhật ký"))
@click.option(
    "--recovery",
    cls=VerbOption,
    is_flag=True,
    help=label("cli", "chỉ lập khóa khôi phục mới; khóa cũ hết hiệu lực"),
)
@click.option(
    "--recovery-out",
    cls=VerbOption,
    type=click.Path(path_type=Path),
    help=label("cli", "tệp mới để ghi khóa khôi phục; không nêu thì khóa hiện trên màn hình một lần"),
)
@click.pass_obj
def rekey(frame: Frame, reason: str, recovery: bool, recovery_out: Path | None) -> None:
    """Encrypt everything with a new key, or make a new recovery key."""
    if not recovery:
        with frame.facility() as opened, frame.waiting(label("cli", "Đang đổi khóa dữ liệu…")):
            saved = care.change_key(opened, reason)
        sentence = label("cli", "Đã đổi khóa dữ liệu. Bản sao lưu trước khi đổi: {backup}")
        frame.answer({"rekeyed": True, "backup": str(saved)}, frame.words.fill(sentence, {"backup": saved}))
        return
    with new_secret_file(recovery_out, "--recovery-out") as keep, frame.facility() as opened:
        key = care.new_recovery_key(opened, reason)
        is_kept = keep(key)
    frame.answer({"recovery_key_shown": True}, frame.recovery_words(key, recovery_out, is_kept=is_kept))
