"""Verbs over the audit trail."""

from collections.abc import Sequence

import click

from facility_app.app import care, checkup, registry
from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.kernel.dates import format_clock, utc_text
from facility_app.kernel.labels import label
from facility_app.kernel.paging import PageRequest
from facility_app.modules.access import queries, service
from facility_app.modules.access.queries import AuditRow, AuditValue

NOT_WHOLE = 1
VERBS: dict[str, str] = {verb.id: verb.text for module in registry.MODULES for verb in module.verbs}
"""What people call each verb of the trail; programs get its id."""
MOST = 10**15
"""No line has a greater number; SQLite could not even be asked for one beyond 64 bits."""


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
        is_anchored = checkup.is_anchored(opened)
    if verdict.ok and not is_anchored:
        sentence = label(
            "cli",
            "Nhật ký liền mạch ({rows} dòng) nhưng mốc đối chiếu đã mất hoặc hỏng, nên không biết phần cuối có đủ "
            "không. Hãy báo người phụ trách an toàn thông tin; nếu xét xong mà vẫn dùng tệp này, quản trị viên "
            "chạy lệnh audit accept --reason LÝ_DO.",
        )
    elif verdict.ok:
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
            "ok": verdict.ok and is_anchored,
            "rows": verdict.rows,
            "first_bad": verdict.first_bad,
            "missing_tail": verdict.missing_tail,
            "anchored": is_anchored,
        },
        frame.words.fill(sentence, params),
    )
    context.exit(0 if verdict.ok and is_anchored else NOT_WHOLE)


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
        rows = queries.list_audit(uow, PageRequest(limit)).rows
    frame.answer({"entries": [_entry(frame, row) for row in rows]}, _entries(frame, rows))


@audit.command(cls=VerbCommand, help=label("cli", "Xem một dòng nhật ký với từng giá trị trước và sau"))
@click.argument("seq", type=click.IntRange(1, MOST))
@click.pass_obj
def show(frame: Frame, seq: int) -> None:
    """One entry with its values."""
    with frame.facility() as opened, opened.database.read(opened.actor) as uow:
        detail = queries.get_entry(uow, seq)
    heads = (
        label("cli", "Số"),
        label("cli", "Bản ghi"),
        label("cli", "Cột"),
        label("cli", "Loại riêng tư"),
        label("cli", "Trước"),
        label("cli", "Sau"),
    )
    cells = [_cells(frame, value) for value in detail.values]
    frame.answer(
        {"entry": _entry(frame, detail.entry), "values": [_value(frame, value) for value in detail.values]},
        _entries(frame, (detail.entry,)),
        "",
        frame.table(heads, cells),
    )


@audit.command(cls=VerbCommand, help=label("cli", "Xóa một giá trị khỏi nhật ký; chuỗi nhật ký vẫn nguyên vẹn"))
@click.argument("seq", type=click.IntRange(1, MOST))
@click.argument("place", type=click.IntRange(0, MOST))
@click.option("--reason", cls=VerbOption, required=True, help=label("cli", "lý do, lưu trong nhật ký"))
@click.pass_obj
def erase(frame: Frame, seq: int, place: int, reason: str) -> None:
    """Remove the words of one value, as a data subject may ask."""
    with frame.facility() as opened, opened.database.write(opened.actor) as uow:
        service.erase_audit_value(uow, seq, place, reason)
        uow.commit()
    sentence = label("cli", "Đã xóa giá trị số {place} ở dòng {seq} của nhật ký.")
    params: dict[str, object] = {"seq": seq, "place": place}
    frame.answer({"erased": True, **params}, frame.words.fill(sentence, params))


def _entries(frame: Frame, rows: Sequence[AuditRow]) -> str:
    heads = (
        label("cli", "Số"),
        label("cli", "Lúc (giờ Việt Nam, Asia/Ho_Chi_Minh)"),
        label("cli", "Người"),
        label("cli", "Vai trò"),
        label("cli", "Máy"),
        label("cli", "Việc"),
        label("cli", "Bản ghi"),
        label("cli", "Lý do"),
    )
    cells = [
        (
            str(row.seq),
            format_clock(row.at),
            row.user_name or row.user_id,
            row.roles,
            row.device,
            frame.words(VERBS.get(row.verb, row.verb)),
            f"{row.table or ''} {row.record_id or ''}",
            frame.words(row.reason or ""),
        )
        for row in rows
    ]
    return frame.table(heads, cells)


def _entry(frame: Frame, row: AuditRow) -> dict[str, object]:
    return {
        "seq": row.seq,
        "id": row.entry_id,
        "at": utc_text(row.at),
        "user_id": row.user_id,
        "user": row.user_name,
        "roles": row.roles.split(),
        "device": row.device,
        "verb": row.verb,
        "caused_by": row.caused_by,
        "table": row.table,
        "record_id": row.record_id,
        "reason": None if row.reason is None else frame.words(row.reason),
    }


def _cells(frame: Frame, value: AuditValue) -> tuple[str, ...]:
    words = frame.words
    erased = words(label("cli", "(đã xóa)"))
    before, after = (erased if value.is_erased else words(text or "") for text in (value.before, value.after))
    return str(value.place), f"{value.table} {value.record_id}", value.column, value.privacy, before, after


def _value(frame: Frame, value: AuditValue) -> dict[str, object]:
    before, after = (None if text is None else frame.words(text) for text in (value.before, value.after))
    return {
        "place": value.place,
        "table": value.table,
        "record_id": value.record_id,
        "column": value.column,
        "privacy": value.privacy,
        "before": before,
        "after": after,
        "masked": value.is_masked,
        "erased": value.is_erased,
    }
