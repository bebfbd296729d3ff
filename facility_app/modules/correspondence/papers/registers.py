"""The two registers as plain lists, for those who ask on paper."""

from collections.abc import Sequence

from facility_app.documents.list_print import ListPrint, list_paper
from facility_app.documents.payload import Footer, PlainPaper
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain.outgoing import PAPER_STATE_LABELS, PaperState
from facility_app.modules.correspondence.queries.issued import IssuedRow
from facility_app.modules.correspondence.queries.received import ReceivedRow


def issued_register_paper(
    rows: Sequence[IssuedRow], footer: Footer, facility_name: str, filters: str = ""
) -> PlainPaper:
    """The register of papers issued, as a list (sổ đăng ký văn bản đi).

    Args:
        rows: the lines, as the list shows them.
        footer: who prints it.
        facility_name: the facility.
        filters: what the list is limited to, in words.
    """
    heads = (
        label("papers", "Số, ký hiệu"),
        label("papers", "Ngày ban hành"),
        label("papers", "Tên loại và trích yếu"),
        label("papers", "Về"),
        label("papers", "Người ký"),
        label("papers", "Số bản"),
        label("papers", "Đã gửi / nơi nhận"),
        label("papers", "Ghi chú"),
    )
    cells = tuple(
        (
            row.number,
            format_date(row.issued_on),
            row.title,
            row.about or "",
            row.signer_name or "",
            str(row.copies),
            f"{row.sent_count}/{row.addressee_count}",
            _note(row.state, row.void_reason),
        )
        for row in rows
    )
    title = label("papers", "SỔ ĐĂNG KÝ VĂN BẢN ĐI")
    return list_paper(ListPrint(title, heads, cells, footer, facility_name, filters, frozenset({5, 6})))


def received_register_paper(
    rows: Sequence[ReceivedRow], footer: Footer, facility_name: str, filters: str = ""
) -> PlainPaper:
    """The register of papers from outside, as a list (sổ đăng ký văn bản đến); arguments as the other."""
    heads = (
        label("papers", "Ngày đến"),
        label("papers", "Số đến"),
        label("papers", "Nơi gửi"),
        label("papers", "Số, ký hiệu"),
        label("papers", "Ngày văn bản"),
        label("papers", "Tên loại và trích yếu"),
        label("papers", "Về"),
        label("papers", "Đơn vị hoặc người nhận"),
        label("papers", "Ghi chú"),
    )
    cells = tuple(
        (
            format_date(row.received_on),
            row.no,
            row.sender,
            row.number or "",
            "" if row.dated_on is None else format_date(row.dated_on),
            row.subject,
            row.about or "",
            row.routed_to or "",
            _note(row.state, None),
        )
        for row in rows
    )
    title = label("papers", "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN")
    return list_paper(ListPrint(title, heads, cells, footer, facility_name, filters, frozenset({1})))


def _note(state: PaperState, reason: str | None) -> str:
    if state is PaperState.ISSUED:
        return ""
    return f"{PAPER_STATE_LABELS[state]}: {reason}" if reason else str(PAPER_STATE_LABELS[state])
