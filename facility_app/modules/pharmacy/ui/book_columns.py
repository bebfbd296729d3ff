"""Columns of the book: books, pages, and the rows of a page as PL VIII numbers them."""

from dataclasses import dataclass

from facility_app.kernel.dates import format_time, local_date
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain.amounts import Measure
from facility_app.modules.pharmacy.domain.ledger import ENTRY_KIND_LABELS
from facility_app.modules.pharmacy.queries.ledger import BookRow, EntryRow, PageRow
from facility_app.modules.pharmacy.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.theme import Tone

SIGNED, OPEN = label("pharmacy", "Đã ký, khóa"), label("pharmacy", "Chờ ký")
ALL_SIGNED, WAITING = label("pharmacy", "Đã ký"), label("pharmacy", "{count} chờ ký")
CANCELLED = label("pharmacy", "đã điều chỉnh")


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A row of the book with the units of its medicine."""

    entry: EntryRow
    measure: Measure


def page_id(row: PageRow) -> str:
    """The id of a page."""
    return row.booked_on.isoformat()


def entry_id(row: EntryLine) -> str:
    """The id of a row."""
    return row.entry.entry_id


def _book_medicine(row: BookRow) -> str:
    return row.medicine.name


def _book_place(row: BookRow) -> str:
    return row.place


def _book_left(row: BookRow) -> str:
    return row.medicine.measure.stock_text(row.left)


def _book_state(row: BookRow) -> str:
    return tr(WAITING, count=row.open_pages) if row.open_pages else tr(ALL_SIGNED)


def _book_tone(row: BookRow) -> Tone:
    return Tone.WARNING if row.open_pages else Tone.OK


def _page_day(row: PageRow) -> str:
    return words.day(row.booked_on)


def _page_state(row: PageRow) -> str:
    return tr(SIGNED if row.day_id else OPEN)


def _page_tone(row: PageRow) -> Tone:
    return Tone.OK if row.day_id else Tone.WARNING


def _page_signers(row: PageRow) -> str:
    return words.joined(row.manager_name, row.head_name)


def _when(row: EntryLine) -> str:
    """The time alone where it was done on the page's own day."""
    at = row.entry.happened_at
    if at is None:
        return ""
    return format_time(at) if local_date(at) == row.entry.booked_on else words.moment(at)


def _other(row: EntryLine) -> str:
    return row.entry.other


def _number(row: EntryLine) -> str:
    return row.entry.number


def _in(row: EntryLine) -> str:
    return row.measure.stock_text(row.entry.amount) if row.entry.amount > 0 else ""


def _out(row: EntryLine) -> str:
    return row.measure.stock_text(-row.entry.amount) if row.entry.amount < 0 else ""


def _balance(row: EntryLine) -> str:
    return row.measure.stock_text(row.entry.book_after)


def _lot(row: EntryLine) -> str:
    return f"{row.entry.lot_no}, {words.day(row.entry.expires_on)}"


def _note(row: EntryLine) -> str:
    cancelled = tr(CANCELLED) if row.entry.is_cancelled else ""
    return words.joined(tr(ENTRY_KIND_LABELS[row.entry.kind]), row.entry.reason, cancelled)


def _people(row: EntryLine) -> str:
    return words.joined(row.entry.officer_name, row.entry.witness_name)


def _chain(row: EntryLine) -> str:
    return "" if row.entry.chain_no is None else str(row.entry.chain_no)


def _is_struck(row: EntryLine) -> bool:
    return row.entry.is_cancelled


BOOK_COLUMNS = (
    ColumnSpec(
        "medicine", label("pharmacy", "Thuốc"), _book_medicine, width=256, is_strong=True, is_instruction=True
    ),
    ColumnSpec("place", label("pharmacy", "Nơi để"), _book_place, width=156, wraps=True),
    ColumnSpec("left", label("pharmacy", "Còn"), _book_left, width=80, align=Align.END, is_instruction=True),
    ColumnSpec("state", label("pharmacy", "Ký sổ"), _book_state, width=106, tone=_book_tone),
)
PAGE_COLUMNS = (
    ColumnSpec("day", label("terms", "Ngày"), _page_day, width=110, is_strong=True),
    ColumnSpec("state", label("pharmacy", "Trạng thái"), _page_state, width=148, tone=_page_tone),
    ColumnSpec("signers", label("pharmacy", "Hai chữ ký"), _page_signers, width=190, gives_way=1, wraps=True),
)
ENTRY_COLUMNS = (
    ColumnSpec("when", label("pharmacy", "Giờ"), _when, width=66, is_struck=_is_struck),
    ColumnSpec("other", label("pharmacy", "Nơi xuất, nhập"), _other, width=130, is_struck=_is_struck, wraps=True),
    ColumnSpec("number", label("pharmacy", "Số chứng từ"), _number, width=104, gives_way=3, is_struck=_is_struck),
    ColumnSpec(
        "in", label("pharmacy", "Nhập"), _in, width=58, align=Align.END, is_struck=_is_struck, is_instruction=True
    ),
    ColumnSpec(
        "out",
        label("pharmacy", "Xuất"),
        _out,
        width=58,
        align=Align.END,
        is_struck=_is_struck,
        is_instruction=True,
    ),
    ColumnSpec(
        "balance",
        label("pharmacy", "Còn lại"),
        _balance,
        width=84,
        align=Align.END,
        is_strong=True,
        is_instruction=True,
    ),
    ColumnSpec("lot", label("pharmacy", "Số lô, hạn dùng"), _lot, width=194, gives_way=2, wraps=True),
    ColumnSpec("note", label("terms", "Ghi chú"), _note, width=180, wraps=True),
    ColumnSpec("people", label("pharmacy", "Người ghi, xác nhận"), _people, width=150, gives_way=1, wraps=True),
    ColumnSpec("chain", label("pharmacy", "Số chuỗi"), _chain, width=70, is_hidden=True),
)
