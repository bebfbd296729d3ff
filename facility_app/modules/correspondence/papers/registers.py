"""The two registers on paper, in the columns of NĐ 30/2020 (Phụ lục IV): landscape, heads on every page."""

from collections.abc import Mapping, Sequence

from facility_app.documents.payload import Footer, Grid, PlainPaper, Text
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.correspondence.domain.outgoing import PAPER_STATE_LABELS, PaperState
from facility_app.modules.correspondence.queries.issued import IssuedRow
from facility_app.modules.correspondence.queries.received import ReceivedRow

OUT, IN = label("papers", "SỔ ĐĂNG KÝ VĂN BẢN ĐI"), label("papers", "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN")
OUT_WIDTHS = (12, 9, 31, 12, 19, 9, 6, 12)
IN_WIDTHS = (9, 6, 17, 12, 9, 25, 13, 8, 8, 10)


def issued_register_paper(
    rows: Sequence[IssuedRow],
    footer: Footer,
    facility_name: str,
    filters: str = "",
    addressees: Mapping[str, Sequence[str]] | None = None,
) -> PlainPaper:
    """The register of papers issued (sổ đăng ký văn bản đi).

    Args:
        rows: the lines, in the order of the register.
        footer: who prints it.
        facility_name: the facility.
        filters: what it is limited to, in words.
        addressees: paper → "Nơi nhận".
    """
    heads = (
        label("papers", "Số, ký hiệu văn bản"),
        label("papers", "Ngày, tháng, năm văn bản"),
        label("papers", "Tên loại và trích yếu nội dung văn bản"),
        label("papers", "Người ký"),
        label("papers", "Nơi nhận văn bản"),
        label("papers", "Đơn vị, người nhận bản lưu"),
        label("papers", "Số lượng bản"),
        label("papers", "Ghi chú"),
    )
    named = addressees or {}
    cells = tuple(
        (
            row.number or "–",
            format_date(row.issued_on),
            _subject(row.title, row.about),
            row.signer_name or "",
            "; ".join(named.get(row.paper_id, ())),
            "",
            str(row.copies),
            _note(row.state, row.void_reason),
        )
        for row in rows
    )
    return _register(OUT, heads, cells, OUT_WIDTHS, 6, (footer, facility_name, filters))


def received_register_paper(
    rows: Sequence[ReceivedRow], footer: Footer, facility_name: str, filters: str = ""
) -> PlainPaper:
    """The register of papers from outside (sổ đăng ký văn bản đến); arguments as the other."""
    heads = (
        label("papers", "Ngày đến"),
        label("papers", "Số đến"),
        label("papers", "Tác giả"),
        label("papers", "Số, ký hiệu văn bản"),
        label("papers", "Ngày, tháng, năm văn bản"),
        label("papers", "Tên loại và trích yếu nội dung văn bản"),
        label("papers", "Đơn vị hoặc người nhận"),
        label("papers", "Ngày chuyển"),
        label("papers", "Ký nhận"),
        label("papers", "Ghi chú"),
    )
    cells = tuple(
        (
            format_date(row.received_on),
            row.no,
            row.sender,
            row.number or "",
            "" if row.dated_on is None else format_date(row.dated_on),
            _subject(row.subject, row.about),
            row.routed_to or "",
            "",
            "",
            _note(row.state, None),
        )
        for row in rows
    )
    return _register(IN, heads, cells, IN_WIDTHS, 1, (footer, facility_name, filters))


def _register(
    title: Label,
    heads: Sequence[Label],
    cells: tuple[tuple[str, ...], ...],
    widths: tuple[float, ...],
    numbers: int,
    around: tuple[Footer, str, str],
) -> PlainPaper:
    footer, facility_name, filters = around
    numbered = tuple(f"{head}\n({place})" for place, head in enumerate(heads, 1))
    total = label("papers", "Tổng số: {count} văn bản.").format(count=len(cells))
    blocks = (Grid(numbered, cells, frozenset({numbers}), widths), Text(total, is_strong=True))
    return PlainPaper(title, blocks, footer, facility_name, filters, is_landscape=True)


def _subject(title: str, about: str | None) -> str:
    return f"{title} – {about}" if about else title


def _note(state: PaperState, reason: str | None) -> str:
    if state is PaperState.ISSUED:
        return ""
    return f"{PAPER_STATE_LABELS[state]}: {reason}" if reason else str(PAPER_STATE_LABELS[state])
