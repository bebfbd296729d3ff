"""Papers of custody: receipts, an account, slips, minutes. Internal sheets, for which the law has no form."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Footer, Grid, PlainPaper, Signatures, Text
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.kernel.typed import number_text
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.deposits.domain.belongings import ACT_KIND_LABELS, ActKind
from facility_app.modules.deposits.domain.held import HELD_ARTICLE
from facility_app.modules.deposits.domain.money import ENTRY_ARTICLES, ENTRY_KIND_LABELS
from facility_app.modules.deposits.domain.signing import NO_SIGNATURE_LABELS, NoSignature, Signer
from facility_app.modules.deposits.domain.supplies import SUPPLY_LABELS, Supply
from facility_app.modules.deposits.queries.accounts import (
    Account,
    AccountRow,
    EntryRow,
    get_account,
    get_entry,
    list_entries,
)
from facility_app.modules.deposits.queries.held import get_share_returned
from facility_app.modules.deposits.queries.months import list_months
from facility_app.modules.deposits.queries.owing import get_slip
from facility_app.modules.deposits.queries.sheets import read_imprint
from facility_app.modules.deposits.queries.things import ActLine, ActRow, get_act, list_acts, list_items
from facility_app.modules.staff.api import Imprint

OFFICER: Final = label("papers", "Cán bộ lập phiếu")
RESIDENT: Final = label("papers", "Người cai nghiện")
WITNESS: Final = label("papers", "Người làm chứng")
TREASURER: Final = label("papers", "Thủ quỹ")
HEAD: Final = label("papers", "Người đứng đầu cơ sở")
SHARE: Final = label("papers", "Trong đó phần kết quả lao động trị liệu")
ITEM_HEADS: Final = (
    label("papers", "TT"),
    label("papers", "Đồ vật"),
    label("papers", "Số lượng"),
    label("papers", "Đặc điểm"),
    label("papers", "Tình trạng"),
    label("papers", "Nơi giữ"),
)
_ITEM_WIDTHS: Final = (6, 22, 10, 23, 22, 17)
ACT_TITLES: Final[dict[ActKind, Label]] = {
    ActKind.TAKEN_IN: label("papers", "PHIẾU NHẬN GIỮ ĐỒ VẬT LƯU KÝ"),
    ActKind.HANDED_BACK: label("papers", "PHIẾU TRẢ ĐỒ VẬT LƯU KÝ"),
    ActKind.SENT_HOME: label("papers", "BIÊN BẢN GIAO ĐỒ VẬT LƯU KÝ CHO THÂN NHÂN"),
    ActKind.GIVEN_UP: label("papers", "BIÊN BẢN CHUYỂN GIAO ĐỒ VẬT"),
    ActKind.DESTROYED: label("papers", "BIÊN BẢN TIÊU HỦY ĐỒ VẬT"),
    ActKind.RESEALED: label("papers", "BIÊN BẢN NIÊM PHONG LẠI TÚI ĐỒ VẬT"),
    ActKind.RETURNED: label("papers", "BIÊN BẢN TRẢ TIỀN, ĐỒ VẬT LƯU KÝ"),
}


@dataclass(frozen=True, slots=True)
class Signed:
    """Whose signatures stand below a paper."""

    signer: Signer | None
    witness_name: str | None = field(repr=False)
    no_signature: NoSignature | None


def receipt_paper(uow: UnitOfWork, entry_id: str) -> PlainPaper:
    """Phiếu thu, phiếu chi: one row of the ledger, with the balance before and after it.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_DEPOSITS)
    resident_id, row = get_entry(uow, entry_id)
    account = get_account(uow, resident_id)
    is_in = row.amount > Money(0)
    title = label("papers", "PHIẾU THU TIỀN LƯU KÝ") if is_in else label("papers", "PHIẾU CHI TIỀN LƯU KÝ")
    if row.cancels:
        title = label("papers", "PHIẾU ĐIỀU CHỈNH SỔ LƯU KÝ")
    facts = [
        (label("papers", "Người cai nghiện"), f"{account.name} – {account.code}"),
        (label("papers", "Khoản"), str(ENTRY_KIND_LABELS[row.kind])),
        (label("papers", "Ngày"), format_date(row.happened_on)),
        (label("papers", "Số tiền"), Money(abs(row.amount.vnd)).text()),
        (SHARE, _share_of(uow, resident_id, [row])),
        (label("papers", "Người gửi, người nhận"), row.counterpart or ""),
        (label("papers", "Giấy tờ kèm theo"), row.paper_number or ""),
        (label("papers", "Điều chỉnh phiếu"), row.cancels),
        (label("papers", "Lý do"), row.reason or ""),
        (label("papers", "Ghi chú"), row.note or ""),
        (label("papers", "Số dư trước"), (row.balance - row.amount).text()),
        (label("papers", "Số dư sau"), row.balance.text()),
        (label("papers", "Cán bộ"), row.officer_name),
        (label("papers", "Căn cứ"), ENTRY_ARTICLES[row.kind]),
    ]
    signed = Signed(row.signer, row.witness_name, row.no_signature)
    blocks = (_facts(facts), *_signatures(signed))
    return _paper(title, blocks, read_imprint(uow), _number(row.receipt))


def account_paper(uow: UnitOfWork, resident_id: str) -> PlainPaper:
    """Sổ lưu ký of one person: every row, and what lies in store.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_DEPOSITS)
    account, rows = get_account(uow, resident_id), list_entries(uow, resident_id)[::-1]
    items = [one for one in list_items(uow, resident_id) if one.is_in_store]
    blocks: list[Block] = [_ledger(rows)]
    total = label("papers", "Số dư đến lúc in: {amount}.").format(amount=account.kept.balance.text())
    blocks.append(Text(total, is_strong=True))
    if account.kept.held > Money(0):
        blocks.append(
            Text(
                label(
                    "papers",
                    "Trong đó {amount} là phần kết quả lao động trị liệu, giữ đến khi chấp hành xong ({article}).",
                ).format(amount=account.kept.held.text(), article=HELD_ARTICLE)
            )
        )
    if items:
        blocks.append(Text(label("papers", "Đồ vật đang giữ:"), is_strong=True))
        lines = [
            (one.what, one.left, one.description, one.condition, _place(one.seal_no, one.location))
            for one in items
        ]
        blocks.append(_items(lines))
    blocks.append(Signatures((RESIDENT, TREASURER, HEAD)))
    below = f"{account.name} – {account.code}"
    return _paper(label("papers", "SỔ LƯU KÝ"), blocks, read_imprint(uow), below, is_wide=True)


def act_paper(uow: UnitOfWork, act_id: str) -> PlainPaper:
    """Phiếu nhận giữ, biên bản: what one act did with which things.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_DEPOSITS)
    resident_id, act = get_act(uow, act_id)
    account = get_account(uow, resident_id)
    blocks = (_act_facts(account, act), *_act_items(act), *_signatures(_signed_of(act), act.kind))
    return _paper(ACT_TITLES[act.kind], blocks, read_imprint(uow), _number(act.number))


def return_paper(uow: UnitOfWork, resident_id: str) -> PlainPaper:
    """Biên bản trả: the money and the things given back on the last day something was.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_DEPOSITS)
    account = get_account(uow, resident_id)
    money = [one for one in list_entries(uow, resident_id) if one.kind == "returned" and not one.cancelled_by]
    acts = [one for one in list_acts(uow, resident_id) if one.kind is ActKind.RETURNED]
    both: list[EntryRow | ActRow] = [*acts, *money]
    day = max((one.happened_on for one in both), default=None)
    given = [one for one in money if one.happened_on == day]
    handed = [one for one in acts if one.happened_on == day]
    of_day = [one for one in both if one.happened_on == day]
    facts = [
        (label("papers", "Người cai nghiện"), f"{account.name} – {account.code}"),
        (label("papers", "Ngày trả"), "" if day is None else format_date(day)),
        (
            label("papers", "Người nhận thay"),
            next((one.counterpart for one in of_day if one.counterpart), ""),
        ),
        (
            label("papers", "Tiền trả"),
            ", ".join(f"{Money(-one.amount.vnd).text()} ({one.receipt})" for one in given),
        ),
        (SHARE, _share_of(uow, resident_id, given)),
        (label("papers", "Còn giữ"), _still(account)),
        (label("papers", "Căn cứ"), "NĐ 163/2026 Đ123.3"),
    ]
    blocks: list[Block] = [_facts(facts)]
    for act in handed:
        blocks += _act_items(act)
    for last in of_day[:1]:
        blocks += _signatures(Signed(last.signer, last.witness_name, last.no_signature), ActKind.RETURNED)
    numbers = ", ".join(one.number for one in handed)
    return _paper(ACT_TITLES[ActKind.RETURNED], blocks, read_imprint(uow), _number(numbers) if numbers else "")


def _share_of(uow: UnitOfWork, resident_id: str, rows: Sequence[EntryRow]) -> str:
    """The share of labour in money given back, with its article; empty when there is none in it."""
    found = sum((get_share_returned(uow, resident_id, one.line_no) for one in rows), Money(0))
    return f"{found.text()} ({HELD_ARTICLE})" if found > Money(0) else ""


def slip_paper(uow: UnitOfWork, slip_id: str) -> PlainPaper:
    """Phiếu cấp phát: a line for each person, with room to sign.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_DEPOSITS)
    slip = get_slip(uow, slip_id)
    given = [supply for supply in Supply if any(supply in what for _, _, what in slip.lines)]
    heads = (
        label("papers", "TT"),
        label("papers", "Họ và tên"),
        label("papers", "Mã"),
        *(SUPPLY_LABELS[one] for one in given),
        label("papers", "Ký nhận"),
    )
    rows = tuple(
        (str(place), name, code, *(_count(what.get(one)) for one in given), "")
        for place, (name, code, what) in enumerate(slip.lines, 1)
    )
    right = frozenset({0, *range(3, 3 + len(given))})
    widths = (4, 20, 11, *(7 for _ in given), 12)
    day = label("papers", "Ngày {day}").format(day=format_date(slip.issued_on))
    signers = (OFFICER, WITNESS, HEAD) if slip.witness_name else (OFFICER, HEAD)
    blocks = (Grid(heads, rows, right, widths), *((Text(slip.note),) if slip.note else ()), Signatures(signers))
    below = f"{_number(slip.number)} · {day}"
    return _paper(label("papers", "PHIẾU CẤP PHÁT ĐỒ DÙNG"), blocks, read_imprint(uow), below, is_wide=True)


def months_paper(uow: UnitOfWork) -> PlainPaper:
    """The closed months, each with what was counted."""
    require(uow, VIEW_DEPOSITS)
    heads = (
        label("papers", "Tháng"),
        label("papers", "Đầu kỳ"),
        label("papers", "Thu"),
        label("papers", "Chi"),
        label("papers", "Cuối kỳ"),
        label("papers", "Kiểm đếm"),
        label("papers", "Chênh lệch"),
        label("papers", "Số dòng"),
        label("papers", "Người khóa sổ"),
    )
    rows = tuple(
        (
            f"{one.first_on:%m/%Y}",
            one.opening.text(),
            one.received.text(),
            one.paid.text(),
            one.closing.text(),
            one.counted.text(),
            one.difference.text(),
            str(one.entries),
            one.officer_name,
        )
        for one in list_months(uow)
    )
    blocks = (Grid(heads, rows, frozenset(range(1, 8))), Signatures((TREASURER, HEAD)))
    return _paper(label("papers", "KHÓA SỔ LƯU KÝ THEO THÁNG"), blocks, read_imprint(uow), is_wide=True)


def accounts_paper(rows: Sequence[AccountRow], imprint: Imprint, below: str = "") -> PlainPaper:
    """The list as it stands on the screen."""
    heads = (
        label("papers", "TT"),
        label("papers", "Họ và tên"),
        label("papers", "Mã"),
        label("papers", "Số dư"),
        label("papers", "Đồ vật"),
        label("papers", "Niêm phong"),
        label("papers", "Ngày ra"),
    )
    lines = tuple(
        (
            str(place),
            row.name,
            row.code,
            row.kept.balance.text(),
            str(row.kept.pieces or ""),
            ", ".join(row.kept.seals),
            "" if row.leave_by is None else format_date(row.leave_by),
        )
        for place, row in enumerate(rows, 1)
    )
    total = sum((row.kept.balance for row in rows), Money(0))
    words = label("papers", "{count} người, tổng số dư {amount}.").format(count=len(rows), amount=total.text())
    grid = Grid(heads, lines, frozenset({0, 3, 4}), (4, 24, 12, 14, 8, 18, 12))
    return _paper(label("papers", "DANH SÁCH LƯU KÝ"), (grid, Text(words, is_strong=True)), imprint, below)


def _paper(
    title: Label, blocks: Sequence[Block], imprint: Imprint, below: str = "", *, is_wide: bool = False
) -> PlainPaper:
    footer = Footer(imprint.printed_by, imprint.printed_at)
    return PlainPaper(title, tuple(blocks), footer, imprint.facility_name, below, is_wide)


def _number(number: str) -> str:
    return label("papers", "Số {number}").format(number=number)


def _facts(facts: Sequence[tuple[Label, str]]) -> Grid:
    """Name and value side by side; what is not said is left out."""
    heads = (label("papers", "Nội dung"), label("papers", "Chi tiết"))
    return Grid(heads, tuple((str(name), value) for name, value in facts if value), widths=(26, 74))


def _ledger(rows: Sequence[EntryRow]) -> Grid:
    heads = (
        label("papers", "TT"),
        label("papers", "Ngày"),
        label("papers", "Phiếu"),
        label("papers", "Khoản"),
        label("papers", "Thu"),
        label("papers", "Chi"),
        label("papers", "Số dư"),
        label("papers", "Người gửi, nhận; ghi chú"),
    )
    lines = tuple(
        (
            str(row.line_no),
            format_date(row.happened_on),
            row.receipt,
            _kind(row),
            row.amount.text() if row.amount > Money(0) else "",
            (-row.amount).text() if row.amount < Money(0) else "",
            row.balance.text(),
            "; ".join(filter(None, (row.counterpart, row.reason, row.note))),
        )
        for row in rows
    )
    return Grid(heads, lines, frozenset({0, 4, 5, 6}), (4, 10, 13, 20, 11, 11, 12, 19))


def _kind(row: EntryRow) -> str:
    kind = str(ENTRY_KIND_LABELS[row.kind])
    if row.cancels:
        return f"{kind} ({row.cancels})"
    cancelled = label("papers", "đã điều chỉnh bằng {receipt}").format(receipt=row.cancelled_by)
    return f"{kind} – {cancelled}" if row.cancelled_by else kind


def _act_facts(account: Account, act: ActRow) -> Grid:
    seals = ", ".join(_place(seal, location) for seal, location in act.seals)
    return _facts(
        [
            (label("papers", "Người cai nghiện"), f"{account.name} – {account.code}"),
            (label("papers", "Việc"), str(ACT_KIND_LABELS[act.kind])),
            (label("papers", "Ngày"), format_date(act.happened_on)),
            (label("papers", "Người gửi, người nhận"), act.counterpart or ""),
            (label("papers", "Biên bản"), act.paper_number or ""),
            (label("papers", "Túi niêm phong"), seals),
            (label("papers", "Lý do"), act.reason or ""),
            (label("papers", "Ghi chú"), act.note or ""),
            (label("papers", "Cán bộ"), act.officer_name),
        ]
    )


def _act_items(act: ActRow) -> tuple[Block, ...]:
    if not act.lines:
        return ()
    bag = label("papers", "trong túi niêm phong")
    return (
        _items(
            [
                (_what(one), one.quantity, one.description, one.condition, bag if one.is_sealed else "")
                for one in act.lines
            ]
        ),
    )


def _what(line: ActLine) -> str:
    if not line.is_forbidden:
        return line.what
    return label("papers", "{what} (đồ vật cấm)").format(what=line.what)


def _items(lines: Sequence[tuple[str, int, str | None, str | None, str]]) -> Grid:
    rows = tuple(
        (str(place), what, str(count), description or "", condition or "", where)
        for place, (what, count, description, condition, where) in enumerate(lines, 1)
    )
    return Grid(ITEM_HEADS, rows, frozenset({0, 2}), _ITEM_WIDTHS)


def _signed_of(act: ActRow) -> Signed:
    return Signed(act.signer, act.witness_name, act.no_signature)


def _signatures(signed: Signed, kind: ActKind | None = None) -> tuple[Block, ...]:
    titles = [OFFICER, WITNESS if signed.signer is Signer.WITNESS else RESIDENT]
    if kind in {ActKind.SENT_HOME, ActKind.GIVEN_UP}:
        titles.append(label("papers", "Người nhận"))
    if kind is ActKind.DESTROYED:
        titles.append(label("papers", "Người chứng kiến"))
    if signed.no_signature is None:
        return (Signatures(tuple(titles)),)
    why = label("papers", "Người cai nghiện không ký: {reason}. Người làm chứng: {witness}.").format(
        reason=NO_SIGNATURE_LABELS[signed.no_signature].lower(), witness=signed.witness_name or ""
    )
    return (Text(why), Signatures(tuple(titles)))


def _still(account: Account) -> str:
    kept = account.kept
    if not kept.is_anything:
        return label("papers", "không còn gì")
    return label("papers", "{amount}, {count} đồ vật").format(amount=kept.balance.text(), count=kept.pieces)


def _place(seal_no: str, location: str) -> str:
    return f"{seal_no} ({location})" if seal_no else location


def _count(value: int | None) -> str:
    return "" if value is None else number_text(value)
