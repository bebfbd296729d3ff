"""Verbs over keys: a new data key, a new recovery key."""

from pathlib import Path

import click

from facility_app.app import care
from facility_app.app.cli.command import VerbCommand, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.once import OLD_SHEET_HOLDS, RECOVERY_OUT, RecoveryPaper
from facility_app.app.cli.usage import PATH
from facility_app.db.keyslots import KeyFile
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label

KEEP_FORMER = label(
    "cli",
    "Từ nay chỉ khóa mới mở được dữ liệu này. Hãy giữ tờ khóa cũ cùng các bản sao lưu làm trước hôm nay: ở nơi "
    "không có thư mục dữ liệu này, mỗi bản chỉ mở được bằng tờ khóa có hiệu lực khi sao lưu.",
)


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
    type=PATH,
    help=RECOVERY_OUT,
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
    paper = RecoveryPaper(frame, recovery_out, lambda error: _is_void(frame, error), OLD_SHEET_HOLDS)
    with paper, frame.facility() as opened:
        care.new_recovery_key(opened, reason, paper.keep)
        paper.counts()
    frame.answer(
        {"recovery_key_shown": True, "recovery_key_at": paper.place},
        *filter(None, [paper.words]),
        frame.words(KEEP_FORMER),
        lost=label(
            "errors",
            "Đã đổi khóa khôi phục, nhưng không ghi được câu trả lời ra nơi nhận ({reason}). Nếu chưa đọc được "
            "khóa mới thì lập khóa khác: rekey --recovery --reason LÝ_DO.",
        ),
    )


def _is_void(frame: Frame, error: BaseException) -> bool | None:
    """Whether the new key opens nothing; sure only after a refusal, over a key file that can still be read."""
    if not isinstance(error, FacilityError):
        return None
    try:
        KeyFile(frame.folder.keys).generation()
    except FacilityError:
        return None
    return True
