"""The verbs that take a roster or a table of diagnoses over, and take an import back."""

from datetime import datetime
from pathlib import Path
from typing import Final

import click

from facility_app.app.cli.command import VerbCommand, VerbFamily, VerbOption
from facility_app.app.cli.frame import Frame
from facility_app.app.cli.places import require_file
from facility_app.app.cli.roster_map import read_map
from facility_app.app.cli.usage import PATH
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.roster import GUESS_LABELS, Guess, RowState
from facility_app.modules.intake.papers import write_result
from facility_app.modules.intake.queries.roster import PreviewRow, RosterPreview, preview_roster
from facility_app.modules.intake.service.roster import ImportRoster, UndoImport, import_roster, undo_import
from facility_app.modules.treatment.queries.icd_file import IcdFile, read_icd_file
from facility_app.modules.treatment.service.icd import ImportIcd, import_icd
from facility_app.sheets.reading.grid import letters
from facility_app.sheets.workbook import open_book

DAY: Final = click.DateTime(["%Y-%m-%d"])
_SHOWN: Final = 200
"""Faults of a list that are shown to people; programs and the result workbook have all of them."""
_OTHERWISE: Final[dict[Guess, Label]] = {
    Guess.REASON: label("cli", "Nếu khác, ghi mục shared.reason của tệp JSON rồi chạy lại với --map TỆP."),
    Guess.ZEROS: label("cli", "Hãy đối chiếu với giấy; sai thì sửa trong bảng tính rồi chạy lại."),
    Guess.HIDDEN: label(
        "cli",
        "Người nào không nhập thì ghi số dòng là “skip” ở mục decisions của tệp JSON rồi chạy lại với --map TỆP.",
    ),
}
"""How to decide otherwise, on the command line."""


@click.group(cls=VerbFamily, name="import", help=label("cli", "Nhập dữ liệu từ bảng tính"))
def import_() -> None:
    """Imports."""


@import_.command(cls=VerbCommand, help=label("cli", "Nhập danh sách người cai nghiện (xlsx, xls, ods, csv)"))
@click.argument("file", type=PATH)
@click.option("--dry-run", is_flag=True, cls=VerbOption, help=label("cli", "chỉ xem trước, không ghi gì"))
@click.option(
    "--map", "map_file", cls=VerbOption, type=PATH, help=label("cli", "tệp JSON: cột, giá trị chung, quyết định")
)
@click.option(
    "--out", cls=VerbOption, type=PATH, help=label("cli", "bảng tính kết quả, lỗi được đánh dấu và giải thích")
)
@click.pass_obj
def residents(frame: Frame, file: Path, *, dry_run: bool, map_file: Path | None, out: Path | None) -> None:
    """A roster into residents and stays: every accepted row or none; rejected rows are listed."""
    choices = read_map(map_file)
    require_file(file)
    if out is not None and out.exists():
        raise UserError(
            "file_exists",
            label("errors", "Đã có {file}; tệp cũ không bị ghi đè. Hãy đặt tên khác cho bảng tính kết quả."),
            file=out.name,
        )
    with frame.waiting(label("cli", "Đang đọc danh sách…")):
        book = open_book(file)
    with frame.facility() as opened:
        if dry_run:
            with frame.waiting(label("cli", "Đang xem trước…")), opened.database.read(opened.actor) as uow:
                preview = preview_roster(uow, book, choices)
            undo_id, stays = None, sum(row.stay is not None for row in preview.accepted)
        else:
            with frame.waiting(label("cli", "Đang nhập…")), opened.database.write(opened.actor) as uow:
                made = import_roster(uow, ImportRoster(book, choices))
                if made.undo_id is not None:
                    uow.commit()
            preview, undo_id, stays = made.preview, made.undo_id, made.stays
    if out is not None:
        write_result(out, preview)
    _answer(frame, preview, undo_id, stays, is_dry=dry_run)


@import_.command(cls=VerbCommand, help=label("cli", "Hoàn tác cả một lần nhập, khi chưa có gì ghi thêm"))
@click.argument("undo_id")
@click.pass_obj
def undo(frame: Frame, undo_id: str) -> None:
    """Take one import back as a whole."""
    with frame.facility() as opened, opened.database.write(opened.actor) as uow:
        with frame.waiting(label("cli", "Đang hoàn tác…")):
            done = undo_import(uow, UndoImport(undo_id.strip()))
        uow.commit()
    said = frame.words.fill(
        label("cli", "Đã hoàn tác: gạch bỏ {people} người, {stays} lần cai nghiện."),
        {"people": done.people, "stays": done.stays},
    )
    frame.answer({"removed": done.people, "stays": done.stays}, said)


@import_.command(
    cls=VerbCommand, help=label("cli", "Nhập bảng mã bệnh ICD-10 của Bộ Y tế (29 cột): cả bảng hoặc không")
)
@click.argument("file", type=PATH)
@click.option(
    "--from", "valid_from", cls=VerbOption, type=DAY, required=True,
    help=label("cli", "ngày bảng bắt đầu có hiệu lực, ví dụ 2026-12-31"),
)  # fmt: skip
@click.option("--dry-run", is_flag=True, cls=VerbOption, help=label("cli", "chỉ xem trước, không ghi gì"))
@click.pass_obj
def icd(frame: Frame, file: Path, valid_from: datetime, *, dry_run: bool) -> None:
    """The Ministry's table of diagnoses; codes of days before its first one stay."""
    require_file(file)
    first = valid_from.date()
    with frame.waiting(label("cli", "Đang đọc danh sách…")):
        book = open_book(file)
    with frame.facility() as opened:
        if dry_run:
            with opened.database.read(opened.actor) as uow:
                _answer_icd(frame, read_icd_file(uow, book), first.isoformat())
            return
        with frame.waiting(label("cli", "Đang nhập…")), opened.database.write(opened.actor) as uow:
            made = import_icd(uow, ImportIcd(book, first))
            uow.commit()
    said = frame.words.fill(
        label("cli", "Đã nhập {count} mã bệnh, có hiệu lực từ {day}."),
        {"count": made.codes, "day": format_date(first)},
    )
    document = {"rows": made.codes, "accepted": made.codes, "rejected": [], "valid_from": first.isoformat()}
    frame.answer({**document, "table_id": made.table_id}, said)


def _answer_icd(frame: Frame, found: IcdFile, first: str) -> None:
    rejected = [
        {
            "row": one.row + 1,
            "column": letters(one.column or 0),
            "value": str(found.sheet.at(one.row, one.column or 0) or ""),
            "message": one.text,
        }
        for one in found.marks
    ]
    rows = len(found.lines) + len({one.row for one in found.marks})
    counts: dict[str, object] = {"rows": rows, "accepted": len(found.lines), "faults": len(rejected)}
    said = label("cli", "Xem trước, chưa ghi gì: {rows} dòng, đọc được {accepted} mã, {faults} chỗ cần sửa.")
    heads = (label("cli", "Dòng"), label("cli", "Cột"), label("cli", "Giá trị"), label("cli", "Lỗi và cách sửa"))
    cells = [
        (str(one["row"]), str(one["column"]), str(one["value"])[:30], str(one["message"]))
        for one in rejected[:_SHOWN]
    ]
    frame.answer(
        {**counts, "rejected": rejected, "valid_from": first, "table_id": None},
        frame.words.fill(said, counts),
        *([frame.table(heads, cells)] if cells else []),
    )


def _answer(frame: Frame, preview: RosterPreview, undo_id: str | None, stays: int, *, is_dry: bool) -> None:
    rejected = preview.rejected
    accepted = preview.accepted
    counts: dict[str, object] = {
        "rows": len(preview.rows),
        "accepted": len(accepted),
        "created": preview.count(RowState.NEW),
        "matched": preview.count(RowState.KNOWN),
        "asked": preview.count(RowState.ASKED),
        "skipped": preview.count(RowState.SKIPPED),
        "stays": stays,
    }
    if is_dry:
        said = label(
            "cli", "Xem trước, chưa ghi gì: {rows} dòng, nhận {accepted} (mới {created}, hồ sơ cũ {matched})."
        )
    elif undo_id is None:
        said = label("cli", "Không dòng nào nhập được trong {rows} dòng; chưa ghi gì.")
    else:
        said = label(
            "cli", "Đã nhập {accepted}/{rows} dòng: {created} người mới, {matched} hồ sơ cũ, {stays} lần cai."
        )
    heads = (label("cli", "Dòng"), label("cli", "Cột"), label("cli", "Giá trị"), label("cli", "Lỗi và cách sửa"))
    cells = [(str(one.row), one.column, one.value[:30], one.message) for one in rejected[:_SHOWN]]
    remarks = [
        *(
            f"{frame.words.fill(GUESS_LABELS[one.what], {**one.params})} {frame.words(_OTHERWISE[one.what])}"
            for one in preview.assumed
        ),
        *preview.remarks,
    ]
    how = label("cli", "Hoàn tác: import undo {undo_id}")
    frame.answer(
        {
            **counts,
            "rejected": [
                {"row": one.row, "column": one.column, "value": one.value, "message": one.message}
                for one in rejected
            ],
            "matches": [_match(row) for row in preview.rows if row.candidates],
            "warnings": sum(not mark.is_fault for mark in preview.marks),
            "remarks": remarks,
            "undo_id": undo_id,
        },
        frame.words.fill(said, counts),
        *remarks,
        *([frame.table(heads, cells)] if cells else []),
        *([frame.words.fill(how, {"undo_id": undo_id})] if undo_id else []),
    )


def _match(row: PreviewRow) -> dict[str, object]:
    return {
        "row": row.row_no,
        "full_name": row.name,
        "decision": None if row.decision is None else row.decision.what.value,
        "candidates": [
            {
                "resident_code": one.row.code,
                "full_name": one.row.name,
                "date_of_birth": one.row.birth,
                "score": one.match.score,
                "reasons": [reason.value for reason in one.match.reasons],
            }
            for one in row.candidates
        ],
    }
