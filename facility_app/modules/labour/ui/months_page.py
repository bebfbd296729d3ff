"""Sổ kết quả tháng: one month with its result, its split, what came in and went out, each person's part."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import add_months
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.labour.domain.rights import CLOSE_LABOUR, VIEW_LABOUR, VIEW_RESULTS
from facility_app.modules.labour.domain.shares import (
    REMAINDER_RULE,
    SHARE_KEY_LABELS,
    SPLIT_ARTICLE,
    ShareKey,
)
from facility_app.modules.labour.papers.months import book_paper, shares_paper
from facility_app.modules.labour.queries.book import MonthView, get_labour_month
from facility_app.modules.labour.queries.gaps import GapKind, MonthGap
from facility_app.modules.labour.service.months import ClosedMonth, CloseLabourMonth, close_labour_month
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui import words as said
from facility_app.modules.labour.ui.month_lists import (
    COST,
    GAPS,
    INCOME,
    LOSS,
    NO_ENTRIES,
    NO_GAPS,
    RESULT,
    SURPLUS,
    WHY_GAPS,
    ChosenMonth,
    amount,
    entries_spec,
    entry_verbs,
    gap_columns,
    gap_key,
    gap_words,
    result_columns,
    result_key,
    result_lines,
    shares_spec,
)
from facility_app.modules.labour.ui.sheets_page import route_of
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.dialogs.question import Choice, Question
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.card_pair import CardPair
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.short_card import LEAST, ShortCard
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import BigNumberStrip, Figure, Least, Scrolled, StateStack, words
from facility_app.ui.widgets.buttons import Loudness

TITLE = label("labour", "Sổ kết quả tháng")
CLOSE = label("verbs", "Khóa sổ tháng")
GO_ON = label("verbs", "Khóa sổ, chọn căn cứ chia")
PRINT_BOOK, PRINT_SHARES = label("verbs", "In sổ kết quả tháng"), label("verbs", "In danh sách chia")
BEFORE, AFTER = label("verbs", "Tháng trước"), label("verbs", "Tháng sau")
MONTH = label("labour", "Tháng {month}")
PARTED = label("labour", "Phần của người cai nghiện")
OPEN, NEXT = label("labour", "chưa khóa sổ"), label("labour", "tháng tiếp theo để khóa sổ")
LOCKED = label("labour", "đã khóa sổ, người khóa: {officer}")
BY_KEY = label("labour", "chia {key}")
EXPECTED = label("labour", "Phần của từng người là dự kiến, tính theo số giờ; khóa sổ thì chọn căn cứ chia.")
NO_SPLIT = label("labour", "Chi nhiều hơn thu: không có chênh lệch để chia ({article}).")
ASK = label("labour", "Khóa sổ tháng {month}?")
ASK_TEXT = label(
    "labour",
    "Thu {income}, chi {cost}, chênh lệch {surplus}; {count} người có lao động. Sau khi khóa, không sửa được chấm "
    "công, thu, chi của tháng này (NĐ 163/2026 Đ118.1a) và phần của từng người được ghi vào sổ lưu ký.",
)
LOSS_TEXT = label(
    "labour",
    "Chi nhiều hơn thu {loss}: không có chênh lệch để chia ({article}). Hãy kiểm tra lại các khoản; đúng thì vẫn "
    "khóa được sổ nhưng phải ghi lý do, và không ai được chia.",
)
SURE = label(
    "labour",
    "Tháng {month}: người cai nghiện được chia {residents}. Bấm khóa là ghi ngay vào sổ lưu ký của từng người; "
    "không mở lại được.",
)
SURE_LOSS = label("labour", "Tháng {month} lỗ {loss}: không ai được chia. Không mở lại được sau khi khóa.")
KEY, OFFICER = label("labour", "Căn cứ chia"), label("labour", "Người khóa sổ")
WHY_LOSS = label("labour", "Vì sao lỗ, xử lý thế nào")
OFFICER_HINT = label("labour", "Để trống: cán bộ đang đăng nhập")
CLOSED = label("labour", "Đã khóa sổ tháng {month}: {people} người được ghi vào sổ lưu ký, cộng {amount}.")
IS_CLOSED = label("labour", "Tháng này đã khóa sổ.")
NOT_NEXT = label("labour", "Phải khóa lần lượt từng tháng; hãy khóa tháng trước đó.")
NOT_OVER = label("labour", "Tháng này đến hết ngày {day} mới xong; khóa sổ từ ngày hôm sau.")
NOTHING = label("labour", "Chưa có chấm công hay khoản thu, chi nào để khóa sổ.")
BOOK_FILE, SHARES_FILE = "so ket qua lao dong", "danh sach chia ket qua"


class MonthsPage(Page):
    """One month of the book.

    Attributes:
        strip: its four numbers.
        result, entries, shares: the cards.
        gaps: what is missing before it may be closed unasked; hidden when nothing is.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        self._chosen = ChosenMonth()
        self._shown_on: date | None = None
        self._sheets = Sheets(context, press, self)
        self.states = StateStack(context.theme, parent=self)
        content = Least()
        self.states.hold(Scrolled(content, self.states))
        pair = CardPair(context.theme, parent=content)
        left = QSplitter(Qt.Orientation.Vertical, pair)
        left.setChildrenCollapsible(False)
        self.strip = BigNumberStrip(context.theme, content)
        self.result = ShortCard(
            context, "labour.result", RESULT, result_columns(), result_key, NO_ENTRIES, parent=pair
        )
        right = QSplitter(Qt.Orientation.Vertical, pair)
        right.setChildrenCollapsible(False)
        self.gaps = ShortCard(
            context, "labour.gaps", GAPS, gap_columns(), gap_key, NO_GAPS, stays_here=self._stays, parent=right
        )
        right.addWidget(self.gaps)
        right.addWidget(self.result)
        self.entries = EditableCard(context, entries_spec(self._chosen), entry_verbs(self._chosen), parent=left)
        self.shares = ListCard(context, shares_spec(self._chosen), parent=left)
        for card in (self.entries, self.shares):
            left.addWidget(card)
            left.setStretchFactor(left.count() - 1, 1)
        self.rule = words("", ink=Tone.NEUTRAL, is_wrapped=True, parent=content)
        self.rule.setObjectName("remainder_rule")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        column.addWidget(self.strip)
        pair.hold(left, right)
        column.addWidget(pair, 1)
        # As high as two lists with a few rows each need; where the window is lower, the page scrolls.
        left.setMinimumHeight(2 * context.theme.px(LEAST))
        column.addWidget(self.rule)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self.states.retry_requested.connect(self.ask)
        self.shares.row_activated.connect(self._on_share_activated)
        self.gaps.row_activated.connect(self._on_gap_activated)

    def ask(self) -> None:
        """Read the month of the route; when it names none, the one shown, else the next one to be closed."""
        # Closing a month must not turn the page: what is printed next is that month.
        first = _first_of(self.route) or self._shown_on
        op = self.context.runner.query(self, partial(_read, first), topic="labour_month")
        op.success(self._on_read).failure(self._on_failed).run()

    def go_before(self) -> None:
        """The month before."""
        self._step(-1)

    def go_after(self) -> None:
        """The month after."""
        self._step(1)

    def close_month(self) -> None:
        """Ask once; whoever goes on is told what it comes to and asked for the key before anything is written."""
        view = self._chosen.view
        if view is None or self._why_not() is not None:
            return
        seen = view.seen
        text = tr(
            ASK_TEXT,
            income=amount(seen.income),
            cost=amount(seen.cost),
            surplus=amount(seen.surplus),
            count=len(seen.worked),
        )
        if view.gaps:
            text = f"{gap_words(view)} {text}"
        if seen.surplus < Money(0):
            text = f"{tr(LOSS_TEXT, loss=amount(-seen.surplus), article=SPLIT_ARTICLE)} {text}"
        choices = (Choice("go_on", tr(GO_ON), Loudness.PRIMARY),)
        question = Question(
            self.context.theme,
            tr(ASK, month=_name_of(seen.first_on)),
            text,
            choices,
            tone=Tone.WARNING,
            parent=self,
        )
        question.answered.connect(self._on_sure)
        question.open()

    def print_book(self) -> None:
        """The book of the month on paper."""
        if self._chosen.first_on is not None:
            self._sheets.show(partial(_book, self._chosen.first_on), BOOK_FILE)

    def print_shares(self) -> None:
        """Each person's part on paper."""
        if self._chosen.first_on is not None:
            self._sheets.show(partial(_shares, self._chosen.first_on), SHARES_FILE)

    def _on_sure(self, _choice: str) -> None:
        view = self._chosen.view
        if view is None:
            return
        seen, month = view.seen, _name_of(view.seen.first_on)
        form = new_form()
        keys = said.options(SHARE_KEY_LABELS)
        form.add(
            CodeField("share_key", KEY, options=keys, is_required=True),
            usual.line("officer_name", OFFICER, hint=OFFICER_HINT),
        )
        is_loss = seen.surplus < Money(0)
        if is_loss:
            form.add(NoteField("loss_note", WHY_LOSS, is_required=True, limit=usual.LINE_LIMIT, lines=2))
        if view.gaps:
            form.add(NoteField("gap_note", WHY_GAPS, is_required=True, limit=usual.LINE_LIMIT, lines=2))
        text = (
            tr(SURE_LOSS, month=month, loss=amount(-seen.surplus))
            if is_loss
            else tr(SURE, month=month, residents=amount(view.split.residents))
        )
        if view.gaps:
            text = f"{gap_words(view)} {text}"
        dialog: FormDialog[Any] = ask(
            self.context,
            self,
            form,
            f"labour.close_month {seen.first_on.isoformat()}",
            CLOSE,
            text,
            shown(share_key=ShareKey.MINUTES),
            partial(_close, seen.first_on),
        )
        dialog.saved.connect(partial(self._on_closed, month))

    def _stays(self, _row: MonthGap) -> bool:
        return not self.context.may(VIEW_LABOUR)

    def _on_gap_activated(self, key: str) -> None:
        view = self._chosen.view
        for one in () if view is None or not self.context.may(VIEW_LABOUR) else view.gaps:
            if gap_key(one) == key:
                is_sheet = one.kind is GapKind.SHEET
                self.context.go(route_of(one.team_id, one.held_on) if is_sheet else Route(places.TOOLS))

    def _on_closed(self, month: str, closed: ClosedMonth) -> None:
        self.context.say(tr(CLOSED, month=month, people=closed.people, amount=amount(closed.residents)))

    def _step(self, months: int) -> None:
        first = _first_of(self.route) or self._chosen.first_on
        if first is not None:
            self.context.go(Route(places.MONTHS, f"{add_months(first, months):%Y-%m}"))

    def _on_read(self, view: MonthView) -> None:
        is_other = self._shown_on != view.seen.first_on
        self._chosen.view, self._shown_on = view, view.seen.first_on
        seen, is_loss = view.seen, view.seen.surplus < Money(0)
        self.strip.set_figures(
            (
                Figure("income", tr(INCOME), amount(seen.income)),
                Figure("cost", tr(COST), amount(seen.cost)),
                Figure(
                    "surplus",
                    tr(LOSS if is_loss else SURPLUS),
                    amount(seen.surplus),
                    tone=Tone.DANGER if is_loss else Tone.NEUTRAL,
                ),
                Figure("residents", tr(PARTED), amount(view.split.residents)),
            )
        )
        self.rule.setText(self._rule_of(view))
        self.result.show_rows(result_lines(view))
        self.gaps.setVisible(bool(view.gaps))
        self.gaps.show_rows(view.gaps)
        # The lists of the month already shown follow their tables by themselves, and keep what is selected.
        for card in (self.entries, self.shares) if is_other else ():
            card.begin()
        self.entries.bar.recheck()
        self.states.show_content()
        self.context.called(self.route, tr(MONTH, month=_name_of(seen.first_on)))
        self.title_changed.emit()
        self.actions_changed.emit()

    def _rule_of(self, view: MonthView) -> str:
        if view.seen.surplus < Money(0):
            return tr(NO_SPLIT, article=SPLIT_ARTICLE)
        return tr(REMAINDER_RULE) if view.closed is not None else f"{tr(REMAINDER_RULE)} {tr(EXPECTED)}"

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_share_activated(self, resident_id: str) -> None:
        self.context.go(Route(places.PERSON, resident_id, {"tab": places.TAB}))

    def _why_not(self) -> str | None:
        view = self._chosen.view
        if view is None:
            return tr(NOTHING)
        if view.closed is not None:
            return tr(IS_CLOSED)
        if not view.is_next:
            return tr(NOT_NEXT if view.seen.worked or view.seen.income != view.seen.cost else NOTHING)
        return None if view.seen.is_over else tr(NOT_OVER, day=said.day(view.seen.last_on))

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        view = self._chosen.view
        if view is None:
            return ""
        month = tr(MONTH, month=_name_of(view.seen.first_on))
        if view.closed is None:
            return said.joined(month, tr(NEXT if view.is_next and view.seen.is_over else OPEN))
        key = tr(BY_KEY, key=tr(SHARE_KEY_LABELS[view.closed.share_key]).lower())
        return said.joined(month, tr(LOCKED, officer=view.closed.officer_name), key)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        view = VIEW_RESULTS
        return (
            ActionSpec(
                "labour.close_month", CLOSE, self.close_month, "lock", "Ctrl+Shift+K", CLOSE_LABOUR, self._why_not
            ),
            ActionSpec("labour.month_after", AFTER, self.go_after, "chevron-right", "Ctrl+PgDown", view),
            ActionSpec("labour.month_before", BEFORE, self.go_before, "chevron-left", "Ctrl+PgUp", view),
            ActionSpec("labour.print_book", PRINT_BOOK, self.print_book, "printer", "Ctrl+P", view),
            ActionSpec(
                "labour.print_shares", PRINT_SHARES, self.print_shares, "printer", "Ctrl+Shift+P", view,
                is_in_menu=True,
            ),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self._chosen.view = self._shown_on = None
        self.states.show_loading()
        self.ask()

    @override
    def refresh(self, change: Change) -> None:
        if not places.MONTH_TABLES.isdisjoint(change.tables):
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.entries.table


def _first_of(route: Route) -> date | None:
    """The month a route names as ``2026-10``; None when it names none, or nothing that is one."""
    try:
        return date.fromisoformat(f"{route.record}-01")
    except ValueError:
        return None


def _name_of(day: date) -> str:
    return f"{day:%m/%Y}"


def _read(first_on: date | None, uow: Any) -> MonthView:
    return get_labour_month(uow, first_on)


def _book(first_on: date, uow: Any) -> Any:
    return book_paper(uow, first_on)


def _shares(first_on: date, uow: Any) -> Any:
    return shares_paper(uow, first_on)


def _close(first_on: date, uow: Any, values: Mapping[str, Any]) -> ClosedMonth:
    command = CloseLabourMonth(
        first_on,
        ShareKey(values["share_key"]),
        values.get("loss_note"),
        values["officer_name"] or "",
        values.get("gap_note"),
    )
    return close_labour_month(uow, command)
