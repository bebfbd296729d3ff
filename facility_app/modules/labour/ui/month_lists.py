"""The lists of one month of the result book: what came in and went out, the result and its split, each part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.labour.domain.rights import KEEP_RESULTS
from facility_app.modules.labour.domain.shares import (
    COST_ARTICLE,
    PART_ARTICLES,
    PART_LABELS,
    RESULT_KIND_LABELS,
    SPLIT_ARTICLE,
    ResultKind,
)
from facility_app.modules.labour.queries.book import MonthView, list_month_shares
from facility_app.modules.labour.queries.gaps import GapKind, MonthGap
from facility_app.modules.labour.queries.months import EntryRow, list_entries
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.service.months import LARGEST, EnterResult, enter_result, void_result
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui import words as said
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import MoneyField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb, ReasonVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

ENTRIES, RESULT = label("labour", "Thu, chi trong tháng"), label("labour", "Kết quả và phân chia")
SHARES = label("labour", "Phần của từng người")
NO_ENTRIES = label("labour", "Tháng này chưa có khoản thu, chi nào.")
NO_SHARES = label("labour", "Chưa chấm công cho ai trong tháng này.")
KIND, TEXT = label("labour", "Khoản"), label("labour", "Nội dung")
DAY, AMOUNT, PAPER = label("terms", "Ngày"), label("terms", "Số tiền"), label("labour", "Số chứng từ")
BASIS = label("terms", "Căn cứ")
INCOME, COST = label("labour", "Tổng thu"), label("labour", "Tổng chi phí hợp lý")
SURPLUS, LOSS = label("labour", "Chênh lệch thu, chi"), label("labour", "Chi nhiều hơn thu")
PART = label("labour", "{part} ({percent} %)")
NAME, CODE = label("terms", "Họ và tên"), label("terms", "Mã")
HOURS, DAYS = label("labour", "Giờ"), label("labour", "Số ngày")
ENTER, STRIKE = label("verbs", "Ghi thu, chi"), label("verbs", "Gạch bỏ khoản này")
ENTERED, STRUCK = label("labour", "Đã ghi khoản thu, chi."), label("labour", "Đã gạch bỏ khoản thu, chi.")
ABOUT = label("labour", "{kind}, {amount}: {text}.")
DAY_HINT = label("labour", "Để trống: hôm nay")
GAPS, NO_GAPS = label("labour", "Còn thiếu trước khi khóa sổ"), label("labour", "Không thiếu phiếu, dụng cụ nào.")
TEAM, LACKS = label("labour", "Tổ"), label("labour", "Còn thiếu")
NO_SHEET = label("labour", "Phiếu chấm công")
TOOL_OUT = label("labour", "{tool}: {count} chưa thu về")
GAPS_TEXT = label(
    "labour",
    "Tháng này còn thiếu {sheets} phiếu chấm công, {tools} lượt dụng cụ chưa thu về; xem danh sách “Còn thiếu "
    "trước khi khóa sổ”. Khóa sổ rồi thì không ghi bổ sung được.",
)
WHY_GAPS = label("labour", "Vì sao vẫn khóa sổ khi còn thiếu")
CLOSED = label(
    "labour",
    "Tháng này đã khóa sổ, nên không ghi thêm, không gạch bỏ khoản nào (NĐ 163/2026 Đ118.1a). Sai sót thì ghi một "
    "khoản điều chỉnh ở tháng chưa khóa.",
)


class ChosenMonth:
    """The month whose lists are shown.

    Attributes:
        view: as it was last read; None before.
    """

    def __init__(self) -> None:
        """None yet."""
        self.view: MonthView | None = None

    @property
    def first_on(self) -> date | None:
        """Its first day."""
        return None if self.view is None else self.view.seen.first_on


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line of the result: ``level`` 0 for a sum, 1 for what it is made of."""

    key: str
    text: str
    article: str
    amount: Money
    level: int = 0


def amount(value: Money) -> str:
    """``2.024.000 ₫``; a minus stands before a loss."""
    return value.text() if value >= Money(0) else f"−{(-value).text()}"


def result_lines(view: MonthView) -> tuple[ResultLine, ...]:
    """Income, costs by kind, the surplus and its four uses; no uses for a loss."""
    seen = view.seen
    made = [
        ResultLine("income", tr(INCOME), "", seen.income),
        ResultLine("cost", tr(COST), COST_ARTICLE, seen.cost),
    ]
    made += [
        ResultLine(kind.value, tr(RESULT_KIND_LABELS[kind]), "", value, 1)
        for kind, value in seen.costs.items()
        if value != Money(0)
    ]
    is_loss = seen.surplus < Money(0)
    made.append(ResultLine("surplus", tr(LOSS if is_loss else SURPLUS), SPLIT_ARTICLE, seen.surplus))
    if not is_loss:
        parts = zip(PART_LABELS, PART_ARTICLES, view.percents, view.split.parts, strict=True)
        made += [
            ResultLine(article, tr(PART, part=text, percent=percent), article, part, 1)
            for text, article, percent, part in parts
        ]
    return tuple(made)


def result_columns() -> tuple[ColumnSpec[Any], ...]:
    """Of the result of the month."""
    return (
        ColumnSpec("text", KIND, _result_text, width=312),
        ColumnSpec("amount", AMOUNT, lambda row: amount(row.amount), width=118, align=Align.END, tone=_loss_tone),
        ColumnSpec("article", BASIS, lambda row: row.article, width=140, gives_way=1),
    )


def gap_columns() -> tuple[ColumnSpec[Any], ...]:
    """Of what a month lacks."""
    return (
        ColumnSpec("day", DAY, lambda row: said.day(row.held_on), width=106),
        ColumnSpec("team", TEAM, lambda row: row.team, width=150, is_strong=True),
        ColumnSpec("lacks", LACKS, _lacks, width=190, wraps=True),
    )


def gap_key(row: MonthGap) -> str:
    """What tells one missing thing from the others."""
    return f"{row.kind} {row.record}"


def gap_words(view: MonthView) -> str:
    """How much a month lacks, for whoever is about to close it."""
    sheets, tools = (sum(one.kind is kind for one in view.gaps) for kind in GapKind)
    return tr(GAPS_TEXT, sheets=sheets, tools=tools)


def _lacks(row: MonthGap) -> str:
    if row.kind is GapKind.SHEET:
        return tr(NO_SHEET)
    return tr(TOOL_OUT, tool=row.tool, count=row.missing)


def entries_spec(chosen: ChosenMonth) -> ListSpec[Any]:
    """What came in and went out."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("day", DAY, lambda row: said.day(row.happened_on), width=106),
        ColumnSpec("kind", KIND, lambda row: tr(RESULT_KIND_LABELS[row.kind]), width=200, tone=_kind_tone),
        ColumnSpec("text", TEXT, lambda row: row.text, width=210, is_strong=True),
        ColumnSpec("amount", AMOUNT, lambda row: amount(row.amount), width=124, align=Align.END),
        ColumnSpec("paper", PAPER, lambda row: row.paper_number or "", width=100, gives_way=1),
    )
    return short_list(
        "labour.entries", ENTRIES, NO_ENTRIES, columns, partial(_entries, chosen), _entry_id, places.MONTH_TABLES
    )


def shares_spec(chosen: ChosenMonth) -> ListSpec[Any]:
    """What each person gets, or would get as the month stands."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("code", CODE, lambda row: row.code, width=96),
        ColumnSpec("name", NAME, lambda row: row.name, width=180, is_strong=True),
        ColumnSpec("days", DAYS, lambda row: str(row.days), width=72, align=Align.END),
        ColumnSpec("hours", HOURS, lambda row: hours_text(row.minutes), width=72, align=Align.END),
        ColumnSpec("amount", AMOUNT, lambda row: amount(row.amount), width=124, align=Align.END),
    )
    return short_list(
        "labour.shares", SHARES, NO_SHARES, columns, partial(_shares, chosen), _person_of, places.MONTH_TABLES
    )


def entry_verbs(chosen: ChosenMonth) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On what came in and went out, while the month is open."""
    why_not = partial(_why_closed, chosen)
    enter: FormVerb[Any] = FormVerb(
        id="labour.enter_result", text=ENTER, permission=KEEP_RESULTS, icon="plus", told=ENTERED, needs_row=False,
        shortcut="Ctrl+N", form=_form, begin=_begin, save=_enter, why_not=why_not,
    )  # fmt: skip
    strike: ReasonVerb[Any] = ReasonVerb(
        id="labour.void_result", text=STRIKE, permission=KEEP_RESULTS, icon="trash", told=STRUCK, title=STRIKE,
        about=_about, button=STRIKE, save=_strike, is_dangerous=True, why_not=why_not,
    )  # fmt: skip
    return enter, strike


def _why_closed(chosen: ChosenMonth, _row: EntryRow | None) -> Label | None:
    return CLOSED if chosen.view is not None and chosen.view.closed is not None else None


def _entries(chosen: ChosenMonth, uow: Any) -> Sequence[EntryRow]:
    view = chosen.view
    return () if view is None else list_entries(uow, view.seen.first_on, view.seen.last_on)


def _shares(chosen: ChosenMonth, uow: Any) -> Sequence[Any]:
    first = chosen.first_on
    return () if first is None else list_month_shares(uow, first)


def _result_text(row: ResultLine) -> str:
    return f"    {row.text}" if row.level else row.text


def _loss_tone(row: ResultLine) -> Tone | None:
    return Tone.DANGER if row.amount < Money(0) else None


def _kind_tone(row: EntryRow) -> Tone | None:
    return Tone.OK if row.kind.is_income else Tone.NEUTRAL


def result_key(row: ResultLine) -> str:
    """What tells a line of the result from the others."""
    return row.key


def _entry_id(row: EntryRow) -> str:
    return row.entry_id


def _person_of(row: Any) -> str:
    return str(row.resident_id)


def _form(context: PageContext) -> Form[Any]:
    form = new_form()
    kinds = tuple((kind.value, _long(kind)) for kind in ResultKind)
    form.add(
        CodeField("kind", KIND, options=kinds, is_required=True),
        MoneyField("amount", AMOUNT, most=LARGEST, is_required=True),
        spans=(7, 5),
    )
    form.add(usual.line("text", TEXT, is_required=True))
    form.add(usual.past_day(context, "happened_on", DAY, hint=DAY_HINT), usual.number_line("paper_number", PAPER))
    return form


def _long(kind: ResultKind) -> Label:
    return RESULT_KIND_LABELS[kind]


def _begin(_context: PageContext, _row: Any) -> Shown:
    return shown(kind=ResultKind.INCOME)


def _enter(uow: Any, _id: str, _version: int, values: Mapping[str, Any]) -> str:
    command = EnterResult(
        ResultKind(values["kind"]), values["amount"], values["text"], values["happened_on"], values["paper_number"]
    )
    return enter_result(uow, command)


def _about(row: EntryRow) -> str:
    return tr(ABOUT, kind=tr(RESULT_KIND_LABELS[row.kind]), amount=amount(row.amount), text=row.text)


def _strike(uow: Any, row: EntryRow, reason: str) -> None:
    void_result(uow, Seen(row.entry_id, row.version), reason)
