"""The verb ``check``: what is well, what is not, and how to go on."""

import click

from facility_app.app import checkup
from facility_app.app.cli.command import VerbCommand, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.db.integrity import Level, is_ok
from facility_app.kernel.labels import Label, label

NOT_OK = 1
LEVEL_LABELS: dict[Level, Label] = {
    Level.ERROR: label("cli", "LỖI"),
    Level.WARNING: label("cli", "CHÚ Ý"),
    Level.INFO: label("cli", "ghi chú"),
}


@click.command(cls=VerbCommand, help=label("cli", "Kiểm tra tệp dữ liệu và máy"))
@click.option("--full", cls=VerbOption, is_flag=True, help=label("cli", "đọc từng trang và từng chỉ mục"))
@click.pass_obj
@click.pass_context
def check(context: click.Context, frame: Frame, *, full: bool) -> None:
    """Look at everything and say what was found."""
    with frame.facility() as opened, frame.waiting(label("cli", "Đang kiểm tra…")):
        findings = checkup.check(opened, full=full)
    ok = is_ok(findings)
    told = [(finding, frame.words.fill(finding.template, finding.params)) for finding in findings]
    summary = label("cli", "Dữ liệu tốt.") if ok else label("cli", "Có lỗi cần xử lý.")
    frame.answer(
        {
            "ok": ok,
            "findings": [
                {"level": finding.level.value, "code": finding.code, "message": message}
                for finding, message in told
            ],
            "versions": checkup.versions(),
        },
        *(f"{frame.words(LEVEL_LABELS[finding.level])}: {message}" for finding, message in told),
        frame.words(summary),
    )
    context.exit(0 if ok else NOT_OK)
