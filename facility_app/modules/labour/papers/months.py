"""Sổ kết quả lao động của tháng, and the list by which the residents' part is shared."""

from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Block, Grid, Heading, PlainPaper, Signatures, Text
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.labour.domain.rights import VIEW_RESULTS
from facility_app.modules.labour.domain.shares import (
    COST_ARTICLE,
    PART_ARTICLES,
    PART_LABELS,
    REMAINDER_RULE,
    RESULT_KIND_LABELS,
    SHARE_KEY_LABELS,
    SPLIT_ARTICLE,
)
from facility_app.modules.labour.papers.frame import (
    CODE,
    HEAD,
    NAME,
    NUMBER,
    SIGN,
    TREASURER,
    WRITER,
    money_text,
    month_text,
    output_text,
    paper,
)
from facility_app.modules.labour.queries.book import (
    MonthView,
    get_labour_month,
    list_month_shares,
    list_team_hours,
)
from facility_app.modules.labour.queries.months import list_entries

BOOK_TITLE: Final = label("papers", "SỔ KẾT QUẢ LAO ĐỘNG TRỊ LIỆU")
SHARES_TITLE: Final = label("papers", "DANH SÁCH PHÂN CHIA KẾT QUẢ LAO ĐỘNG")
AMOUNT: Final = label("papers", "Số tiền")
OPEN: Final = label("papers", "Chưa khóa sổ: số liệu tính đến lúc in, còn có thể thay đổi.")
LOSS: Final = label("papers", "Chi nhiều hơn thu: không có chênh lệch để phân chia ({article}).")
KEPT: Final = label(
    "papers",
    "Phần của từng người được ghi vào sổ lưu ký khi khóa sổ và nhận lại sau khi chấp hành xong "
    "(NĐ 163/2026 Đ118.2c).",
)


def book_paper(uow: UnitOfWork, first_on: date) -> PlainPaper:
    """The book of the month from ``first_on``: income, costs by kind, the result and its four uses, work."""
    require(uow, VIEW_RESULTS)
    view = get_labour_month(uow, first_on)
    blocks: list[Block] = [Text(_state(view))]
    blocks += [Heading(label("papers", "I. Các khoản thu, chi")), _entries(uow, view)]
    blocks += [Heading(label("papers", "II. Kết quả và phân chia")), _result(view)]
    if view.seen.surplus < Money(0):
        note = view.closed.loss_note if view.closed is not None else None
        said = LOSS.format(article=SPLIT_ARTICLE)
        blocks.append(Text(f"{said} {note}" if note else said, is_strong=True))
    blocks += [Text(REMAINDER_RULE), Heading(label("papers", "III. Lao động trong tháng")), _teams(uow, view)]
    blocks.append(Signatures((WRITER, TREASURER, HEAD)))
    return paper(uow, BOOK_TITLE, blocks, month_text(view.seen.first_on))


def shares_paper(uow: UnitOfWork, first_on: date) -> PlainPaper:
    """What each person gets of the month that begins on ``first_on``, with the key it is shared by."""
    require(uow, VIEW_RESULTS)
    view = get_labour_month(uow, first_on)
    shares = list_month_shares(uow, view.seen.first_on)
    heads = (NUMBER, CODE, NAME, label("papers", "Số ngày"), label("papers", "Số giờ"), AMOUNT, SIGN)
    rows = tuple(
        (str(place), one.code, one.name, str(one.days), hours_text(one.minutes), money_text(one.amount), "")
        for place, one in enumerate(shares, 1)
    )
    total = label("papers", "Cộng: {people} người, {hours} giờ, {amount}.").format(
        people=len(shares),
        hours=hours_text(sum(one.minutes for one in shares)),
        amount=money_text(sum((one.amount for one in shares), Money(0))),
    )
    key = label(
        "papers", "Phần của người cai nghiện: {amount} ({percent} % chênh lệch); căn cứ chia: {key}."
    ).format(
        amount=money_text(view.split.residents),
        percent=view.percents[_RESIDENTS],
        key=SHARE_KEY_LABELS[view.share_key].lower(),
    )
    blocks: tuple[Block, ...] = (
        Text(_state(view)),
        Text(key),
        Grid(heads, rows, frozenset({0, 3, 4, 5}), (5, 13, 30, 9, 9, 16, 18)),
        Text(total, is_strong=True),
        Text(f"{REMAINDER_RULE} {KEPT}"),
        Signatures((WRITER, TREASURER, HEAD)),
    )
    return paper(uow, SHARES_TITLE, blocks, month_text(view.seen.first_on))


_RESIDENTS: Final = 2


def _state(view: MonthView) -> str:
    if view.closed is None:
        return OPEN
    return label("papers", "Đã khóa sổ; người khóa: {officer}.").format(officer=view.closed.officer_name)


def _entries(uow: UnitOfWork, view: MonthView) -> Block:
    rows = tuple(
        (
            str(place),
            format_date(one.happened_on),
            RESULT_KIND_LABELS[one.kind],
            one.text,
            one.paper_number or "",
            money_text(one.amount) if one.kind.is_income else "",
            "" if one.kind.is_income else money_text(one.amount),
        )
        for place, one in enumerate(list_entries(uow, view.seen.first_on, view.seen.last_on), 1)
    )
    if not rows:
        return Text(label("papers", "Không có khoản thu, chi nào."))
    total = (
        *("", "", label("papers", "Cộng"), "", ""),
        *(money_text(view.seen.income), money_text(view.seen.cost)),
    )
    heads = (
        NUMBER,
        label("papers", "Ngày"),
        label("papers", "Khoản"),
        label("papers", "Nội dung"),
        label("papers", "Chứng từ"),
        label("papers", "Thu"),
        label("papers", "Chi"),
    )
    return Grid(heads, (*rows, total), frozenset({0, 5, 6}), (5, 12, 18, 29, 10, 14, 14))


def _result(view: MonthView) -> Block:
    seen, split = view.seen, view.split
    rows: list[tuple[str, str, str, str]] = [("1", label("papers", "Tổng thu"), "", money_text(seen.income))]
    rows.append(("2", label("papers", "Tổng chi phí hợp lý"), COST_ARTICLE, money_text(seen.cost)))
    rows += [("", f"– {RESULT_KIND_LABELS[kind]}", "", money_text(amount)) for kind, amount in seen.costs.items()]
    rows.append(("3", label("papers", "Chênh lệch thu, chi (1 − 2)"), SPLIT_ARTICLE, money_text(seen.surplus)))
    parts = zip(PART_LABELS, PART_ARTICLES, view.percents, split.parts, strict=True)
    rows += [("", f"– {text} ({percent} %)", article, money_text(part)) for text, article, percent, part in parts]
    heads = (NUMBER, label("papers", "Chỉ tiêu"), label("papers", "Căn cứ"), AMOUNT)
    return Grid(heads, tuple(rows), frozenset({0, 3}), (5, 50, 24, 20))


def _teams(uow: UnitOfWork, view: MonthView) -> Block:
    rows = tuple(
        (
            f"{one.code} – {one.team}",
            one.work,
            str(one.people),
            str(one.days),
            hours_text(one.minutes),
            f"{output_text(one.output_milli)} {one.output_unit or ''}".strip() if one.output_milli else "",
        )
        for one in list_team_hours(uow, view.seen.first_on, view.seen.last_on)
    )
    if not rows:
        return Text(label("papers", "Chưa chấm công cho ai trong tháng."))
    heads = (
        label("papers", "Tổ"),
        label("papers", "Công việc"),
        label("papers", "Số người"),
        label("papers", "Số ngày"),
        label("papers", "Số giờ"),
        label("papers", "Sản lượng"),
    )
    return Grid(heads, rows, frozenset({2, 3, 4, 5}), (24, 22, 9, 9, 10, 18))
