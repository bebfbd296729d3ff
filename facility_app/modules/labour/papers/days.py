"""Phiếu chấm công ngày: what was written of each person, or room to write it by hand."""

from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Grid, PlainPaper, Signatures, Text
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.domain.sheets import MARK_LABELS, QUALITY_LABELS, clock
from facility_app.modules.labour.papers.frame import (
    CODE,
    HEAD,
    NAME,
    NOTE,
    NUMBER,
    OFFICER,
    SIGN,
    output_text,
    paper,
)
from facility_app.modules.labour.queries.sheets import LineRow, SheetView, get_sheet

TITLE: Final = label("papers", "PHIẾU CHẤM CÔNG LAO ĐỘNG TRỊ LIỆU")
CAPS: Final = label(
    "papers",
    "Giờ lao động tính chung mọi việc trong ngày, trong tuần: từ đủ 18 tuổi theo NĐ 163/2026 Đ117.1, dưới 18 tuổi "
    "theo Đ128.1.",
)


def sheet_paper(uow: UnitOfWork, team_id: str, day: date, sheet_id: str = "") -> PlainPaper:
    """The sheet of a team's day, kept or not yet; who may not work that day says so, never why.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_LABOUR)
    sheet = get_sheet(uow, team_id, day, sheet_id)
    unit = sheet.output_unit
    heads = (
        NUMBER,
        CODE,
        NAME,
        label("papers", "Chấm công"),
        label("papers", "Giờ"),
        label("papers", "Sản lượng ({unit})").format(unit=unit) if unit else label("papers", "Sản lượng"),
        label("papers", "Chất lượng"),
        NOTE,
        SIGN,
    )
    rows = tuple(
        (
            str(place),
            one.code,
            one.name,
            "" if one.mark is None else MARK_LABELS[one.mark],
            hours_text(one.minutes) if one.minutes else "",
            output_text(one.output_milli),
            "" if one.quality is None else QUALITY_LABELS[one.quality],
            _note(one),
            "",
        )
        for place, one in enumerate(sheet.lines, 1)
    )
    widths = (5, 13, 27, 16, 8, 13, 12, 24, 14)
    blocks: tuple[Block, ...] = (
        *_about(sheet),
        Grid(heads, rows, frozenset({0, 4, 5}), widths),
        Text(_sum(sheet), is_strong=True),
        Text(CAPS),
        Signatures((OFFICER, HEAD)),
    )
    return paper(uow, TITLE, blocks, _below(sheet), is_landscape=True)


def _below(sheet: SheetView) -> str:
    return f"{sheet.team.code} – {sheet.team.name}; {label('papers', 'ngày')} {format_date(sheet.held_on)}"


def _about(sheet: SheetView) -> tuple[Text, ...]:
    shift = f"{clock(sheet.shift.starts)}–{clock(sheet.shift.ends)}"
    if sheet.shift.rest:
        shift = label("papers", "{shift}, nghỉ {rest} phút").format(shift=shift, rest=sheet.shift.rest)
    said = (
        (label("papers", "Công việc"), sheet.work),
        (label("papers", "Ca làm việc"), shift),
        (label("papers", "Nơi làm việc"), sheet.team.place or ""),
        (label("papers", "Cán bộ phụ trách"), sheet.officer_name),
        (NOTE, sheet.note or ""),
    )
    return (Text(" · ".join(f"{head}: {value}" for head, value in said if value)),)


def _note(line: LineRow) -> str:
    limits = ", ".join(line.limits)
    if line.mark is None and line.refused is not None:
        return label("papers", "chưa được xếp lao động")
    return "; ".join(part for part in (line.note or "", limits) if part)


def _sum(sheet: SheetView) -> str:
    if all(one.mark is None for one in sheet.lines):
        return label("papers", "Tổng số {count} người; có lao động …… người, …… giờ.").format(
            count=len(sheet.lines)
        )
    worked = [one for one in sheet.lines if one.minutes]
    return label("papers", "Tổng số {count} người; có lao động {worked} người, {hours} giờ.").format(
        count=len(sheet.lines), worked=len(worked), hours=hours_text(sum(one.minutes or 0 for one in worked))
    )
