"""Lists people carry: the runway, and tomorrow's releases with who must act. Internal papers, no official form."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from facility_app.documents.payload import Footer, Grid, Heading, PlainPaper, Points, Signatures, Text
from facility_app.kernel.actor import ROLE_LABELS
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.gate import STEP_ROLES, GateItem
from facility_app.modules.discharge.domain.marks import STEP_MARK_LABELS
from facility_app.modules.discharge.queries.board import BoardRow
from facility_app.modules.discharge.queries.runway import TomorrowRow
from facility_app.modules.staff.api import Imprint

COLUMNS: Final[tuple[tuple[str, Label], ...]] = (
    (rules.RESIDENCE, label("papers", "Cư trú")),
    (rules.NOTICE, label("papers", "V-51")),
    (rules.NOTICE_UNRECEIVED, label("papers", "Nhận V-51")),
    (rules.POST_REHAB, label("papers", "V-53")),
    (rules.MONITORING, label("papers", "Giám sát")),
    (rules.CERTIFICATE, label("papers", "Giấy XN")),
    (rules.RECEIPT, label("papers", "V-23")),
)
OVER: Final = label("papers", "quá {count} ngày")
NOBODY: Final = label("papers", "Ngày mai không có ai ra cơ sở.")
NOTHING: Final = label("papers", "Không còn việc nào mở.")
FREE: Final = label(
    "papers", "Từ ngày ra cơ sở, không việc nào còn mở giữ ai lại; việc thiếu được ghi và theo dõi tiếp."
)


def runway_paper(rows: Sequence[BoardRow], imprint: Imprint, below: str = "") -> PlainPaper:
    """The runway as it stands on the screen."""
    heads = (
        label("papers", "TT"),
        label("papers", "Họ và tên"),
        label("papers", "Mã"),
        label("papers", "Ngày ra"),
        *(text for _, text in COLUMNS),
    )
    lines = tuple(
        (
            str(number),
            row.name,
            row.code,
            _leaving(row),
            *(STEP_MARK_LABELS[row.marks[code]] for code, _ in COLUMNS),
        )
        for number, row in enumerate(rows, 1)
    )
    return PlainPaper(
        label("papers", "DANH SÁCH SẮP RA CƠ SỞ"),
        (Grid(heads, lines, frozenset({0}), (4, 20, 12, 13, 9, 8, 10, 8, 9, 9, 8)), Text(FREE)),
        Footer(imprint.printed_by, imprint.printed_at),
        imprint.facility_name,
        below,
        is_landscape=True,
    )


def tomorrow_paper(rows: Sequence[TomorrowRow], day: date, imprint: Imprint) -> PlainPaper:
    """Who leaves on ``day``: everything still open of each, and whose work it is."""
    blocks: list[Heading | Points | Text | Signatures] = []
    for number, row in enumerate(rows, 1):
        blocks.append(Heading(f"{number}. {row.stay.name} – {row.stay.code}"))
        points = tuple(_point(one) for one in row.open_items)
        blocks.append(Points(points) if points else Text(NOTHING))
    blocks.append(Text(FREE if rows else NOBODY))
    if rows:
        blocks.append(Signatures((label("papers", "Người lập"), label("papers", "Trực lãnh đạo"))))
    return PlainPaper(
        label("papers", "DANH SÁCH RA CƠ SỞ NGÀY {day}").format(day=format_date(day)),
        tuple(blocks),
        Footer(imprint.printed_by, imprint.printed_at),
        imprint.facility_name,
        label("papers", "{count} người").format(count=len(rows)),
    )


def _leaving(row: BoardRow) -> str:
    if row.leave_by is None:
        return "–"
    over = f" ({OVER.format(count=-row.days_left)})" if row.is_overheld and row.days_left is not None else ""
    return format_date(row.leave_by) + over


def _point(item: GateItem) -> str:
    roles = ", ".join(ROLE_LABELS[role] for role in STEP_ROLES.get(item.code, ()))
    article = f" ({item.article})" if item.article else ""
    return f"{item.message}{article}" + (f" – {roles}" if roles else "")
