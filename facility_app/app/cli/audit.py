"""Verbs over the audit trail."""

import click

from facility_app.app import care
from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.kernel.dates import utc_text
from facility_app.kernel.labels import label
from facility_app.kernel.paging import PageRequest
from facility_app.modules.access import queries

NOT_WHOLE = 1


@click.group(cls=VerbFamily, help=label("cli", "Nhật ký"))
def audit() -> None:
    """The audit trail."""


@audit.command(cls=VerbCommand, help=label("cli", "Kiểm tra chuỗi nhật ký"))
@click.pass_obj
@click.pass_context
def verify(context: click.Context, frame: Frame) -> None:
    """Read the whole chain against the anchor."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        verdict = queries.verify_audit(uow, opened.database.anchor.read())
    if verdict.ok:
        sentence = label("cli", "Nhật ký nguyên vẹn: {rows} dòng.")
    elif verdict.missing_tail:
        sentence = label(
            "cli",
            "Nhật ký thiếu phần cuối: chỉ còn {rows} dòng, ít hơn mốc đối chiếu. Hãy giữ nguyên tệp và báo người "
            "phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên chạy lệnh audit accept "
            "--reason LÝ_DO.",
        )
    else:
        sentence = label(
            "cli",
            "Nhật ký bị sửa ngoài chương trình: dòng đầu tiên không khớp là dòng {first_bad}. Hãy giữ nguyên tệp "
            "và báo người phụ trách an toàn thông tin; người đó quyết định khôi phục từ bản sao lưu (lệnh "
            "restore) hay chấp nhận tệp này (lệnh audit accept --reason LÝ_DO).",
        )
    params: dict[str, object] = {"rows": verdict.rows, "first_bad": verdict.first_bad}
    frame.answer(
        {
            "ok": verdict.ok,
            "rows": verdict.rows,
            "first_bad": verdict.first_bad,
            "missing_tail": verdict.missing_tail,
        },
        frame.words.fill(sentence, params),
    )
    context.exit(0 if verdict.ok else NOT_WHOLE)


@audit.command(
    cls=VerbCommand,
    help=label(
        "cli",
        "Chấp nhận tệp đã khôi phục ngoài chương trình, lập mốc đối chiếu mới",
    ),
)
@click.option("--reason", cls=VerbOption, required=True, help=label("cli", "lý do, lưu trong nhật ký"))
@click.pass_obj
def accept(frame: Frame, reason: str) -> None:
    """Go on with a file that disagrees with its anchor."""
    with frame.facility() as opened:
        care.accept_file(opened, reason)
    frame.answer({"accepted": True}, frame.words(label("cli", "Đã chấp nhận tệp và lập mốc đối chiếu mới.")))


@audit.command("list", cls=VerbCommand, help=label("cli", "Xem nhật ký, mới nhất trước"))
@click.option("--limit", cls=VerbOption, type=click.IntRange(1, 10_000), default=50, help=label("cli", "số dòng"))
@click.pass_obj
def list_(frame: Frame, limit: int) -> None:
    """The trail, newest first."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        page = queries.list_audit(uow, PageRequest(limit))
    heads = (
        label("cli", "Số"),
        label("cli", "Lúc (UTC)"),
        label("cli", "Người"),
        label("cli", "Vai trò"),
        label("cli", "Máy"),
        label("cli", "Việc"),
        label("cli", "Bản ghi"),
    )
    rows = page.rows
    cells = [
        (
            str(r.seq),
            utc_text(r.at)[:19],
            r.user_name or r.user_id,
            r.roles,
            r.device,
            r.verb,
            f"{r.table or ''} {r.record_id or ''}",
        )
        for r in rows
    ]
    frame.answer(
        {
            "entries": [
                {
                    "seq": r.seq,
                    "at": utc_text(r.at),
                    "user_id": r.user_id,
                    "user": r.user_name,
                    "roles": r.roles.split(),
                    "device": r.device,
                    "verb": r.verb,
                    "table": r.table,
                    "record_id": r.record_id,
                }
                for r in rows
            ]
        },
        frame.table(heads, cells),
    )
