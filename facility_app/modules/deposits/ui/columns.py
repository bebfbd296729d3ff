"""Columns of the lists on a person's tab of custody: money, things, acts, what is owed, what was issued."""

from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.typed import number_text
from facility_app.modules.deposits.domain.belongings import ACT_KIND_LABELS
from facility_app.modules.deposits.domain.supplies import PER_LABELS, SUPPLY_LABELS, Owed, per_of
from facility_app.modules.deposits.queries.accounts import EntryRow
from facility_app.modules.deposits.queries.owing import GivenRow
from facility_app.modules.deposits.queries.things import ActRow, ItemRow
from facility_app.modules.deposits.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.theme import Tone


def entry_id(row: EntryRow) -> str:
    """The id of: a row of the ledger."""
    return row.entry_id


def item_id(row: ItemRow) -> str:
    """The id of: a thing."""
    return row.belonging_id


def act_id(row: ActRow) -> str:
    """The id of: an act."""
    return row.act_id


def owed_id(row: Owed) -> str:
    """The id of: a norm."""
    return row.norm.supply


def given_id(row: GivenRow) -> str:
    """The id of: a line of a slip."""
    return row.line_id


def _entry_day(row: EntryRow) -> str:
    return words.day(row.happened_on)


def _entry_receipt(row: EntryRow) -> str:
    return row.receipt


def _entry_in(row: EntryRow) -> str:
    return words.amount(row.amount) if row.amount > Money(0) else ""


def _entry_out(row: EntryRow) -> str:
    return words.amount(-row.amount) if row.amount < Money(0) else ""


def _entry_balance(row: EntryRow) -> str:
    return words.amount(row.balance)


def _entry_who(row: EntryRow) -> str:
    return words.joined(row.counterpart, row.reason, row.note)


def _is_struck(row: EntryRow) -> bool:
    return bool(row.cancelled_by)


def _item_what(row: ItemRow) -> str:
    return row.what


def _item_note(row: ItemRow) -> str:
    return words.joined(row.description, row.condition)


def _item_count(row: ItemRow) -> str:
    return str(row.quantity)


def _item_where(row: ItemRow) -> str:
    return words.joined(row.seal_no, row.location) if row.is_in_store else ""


def _item_day(row: ItemRow) -> str:
    return words.day(row.taken_in_on)


def _act_number(row: ActRow) -> str:
    return row.number


def _act_day(row: ActRow) -> str:
    return words.day(row.happened_on)


def _act_kind(row: ActRow) -> str:
    return tr(ACT_KIND_LABELS[row.kind])


def _act_pieces(row: ActRow) -> str:
    return str(row.pieces) if row.pieces else "–"


def _act_who(row: ActRow) -> str:
    return words.joined(row.counterpart, row.paper_number, row.reason, row.note)


def _owed_what(row: Owed) -> str:
    return tr(SUPPLY_LABELS[row.norm.supply])


def _owed_norm(row: Owed) -> str:
    return f"{_number(row.norm.quantity)} {tr(PER_LABELS[per_of(row.norm.supply)])}"


def _owed_had(row: Owed) -> str:
    return _number(row.had) if row.had else "–"


def _owed_left(row: Owed) -> str:
    return _number(row.left)


def _owed_tone(row: Owed) -> Tone:
    return Tone.WARNING if row.left else Tone.OK


def _owed_span(row: Owed) -> str:
    return words.joined(words.day(row.first), words.day(row.last), sign=" – ")


def _owed_article(row: Owed) -> str:
    return row.norm.article


def _given_day(row: GivenRow) -> str:
    return words.day(row.issued_on)


def _given_slip(row: GivenRow) -> str:
    return row.slip


def _given_what(row: GivenRow) -> str:
    return tr(SUPPLY_LABELS[row.supply])


def _given_count(row: GivenRow) -> str:
    return _number(row.quantity)


def _given_note(row: GivenRow) -> str:
    return words.joined(row.reason, row.officer_name)


def _given_struck(row: GivenRow) -> bool:
    return row.is_cancelled


def _number(value: int) -> str:
    text = number_text(abs(value))
    return text if value >= 0 else f"−{text}"


DAY = label("terms", "Ngày")
NUMBER = label("deposits", "Số phiếu")
NO_ROWS = label("deposits", "Chưa có khoản tiền nào trong sổ lưu ký của người này.")
NO_ITEMS = label("deposits", "Chưa nhận giữ đồ vật nào của người này.")
NO_ACTS = label("deposits", "Chưa có phiếu, biên bản nào.")
NO_NORM = label("deposits", "Không có định mức cấp phát cho người không ở trong cơ sở.")
NOT_GIVEN = label("deposits", "Chưa cấp phát gì cho người này.")
LEDGER_COLUMNS: Final[tuple[ColumnSpec[Any], ...]] = (
    ColumnSpec("day", DAY, _entry_day, width=100),
    ColumnSpec("receipt", NUMBER, _entry_receipt, width=146, is_struck=_is_struck),
    ColumnSpec("kind", label("deposits", "Khoản"), words.entry_kind, width=214, is_struck=_is_struck),
    ColumnSpec("in", label("deposits", "Thu"), _entry_in, width=118, align=Align.END, is_struck=_is_struck),
    ColumnSpec("out", label("deposits", "Chi"), _entry_out, width=118, align=Align.END, is_struck=_is_struck),
    ColumnSpec("balance", label("deposits", "Số dư"), _entry_balance, width=120, align=Align.END, is_strong=True),
    ColumnSpec("state", label("deposits", "Lưu ý"), words.entry_state, width=176, tone=words.entry_tone),
    ColumnSpec("who", label("deposits", "Người gửi, nhận; ghi chú"), _entry_who, width=260),
)
ITEM_COLUMNS: Final[tuple[ColumnSpec[Any], ...]] = (
    ColumnSpec("what", label("deposits", "Đồ vật"), _item_what, width=190, is_strong=True),
    ColumnSpec("count", label("deposits", "Nhận"), _item_count, width=70, align=Align.END),
    ColumnSpec("state", label("deposits", "Tình trạng"), words.item_state, width=190, tone=words.item_tone),
    ColumnSpec("note", label("deposits", "Đặc điểm, tình trạng khi nhận"), _item_note, width=260),
    ColumnSpec("where", label("deposits", "Niêm phong, nơi cất"), _item_where, width=200),
    ColumnSpec("day", label("deposits", "Ngày nhận"), _item_day, width=104),
)
ACT_COLUMNS: Final[tuple[ColumnSpec[Any], ...]] = (
    ColumnSpec("day", DAY, _act_day, width=100),
    ColumnSpec("number", NUMBER, _act_number, width=146),
    ColumnSpec("kind", label("deposits", "Việc"), _act_kind, width=220),
    ColumnSpec("pieces", label("deposits", "Số lượng"), _act_pieces, width=90, align=Align.END),
    ColumnSpec("who", label("deposits", "Người nhận; biên bản; lý do"), _act_who, width=320),
)
OWED_COLUMNS: Final[tuple[ColumnSpec[Any], ...]] = (
    ColumnSpec("what", label("deposits", "Đồ dùng"), _owed_what, width=220, is_strong=True),
    ColumnSpec("norm", label("deposits", "Định mức"), _owed_norm, width=160),
    ColumnSpec("had", label("deposits", "Đã cấp"), _owed_had, width=90, align=Align.END),
    ColumnSpec("left", label("deposits", "Còn"), _owed_left, width=100, tone=_owed_tone),
    ColumnSpec("span", label("deposits", "Tính trong"), _owed_span, width=190, wraps=True),
    ColumnSpec("article", label("deposits", "Căn cứ"), _owed_article, width=170),
)
GIVEN_COLUMNS: Final[tuple[ColumnSpec[Any], ...]] = (
    ColumnSpec("day", DAY, _given_day, width=100),
    ColumnSpec("slip", NUMBER, _given_slip, width=146),
    ColumnSpec("what", label("deposits", "Đồ dùng"), _given_what, width=220, is_struck=_given_struck),
    ColumnSpec("count", label("deposits", "Số lượng"), _given_count, width=90, align=Align.END),
    ColumnSpec("note", label("deposits", "Cán bộ cấp phát; lý do"), _given_note, width=280),
)
