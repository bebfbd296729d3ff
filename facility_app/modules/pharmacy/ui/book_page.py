"""Sổ thuốc kiểm soát: books, pages of the one chosen beside them, below the rows of a page as PL VIII has them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import KEEP_STORE, MAKE_PAPERS, SIGN_BOOK, VERIFY_LEDGER
from facility_app.modules.pharmacy.domain.ledger import ENTRY_KIND_LABELS, why_not_corrected
from facility_app.modules.pharmacy.domain.rights import BOOK_SIGNERS
from facility_app.modules.pharmacy.queries.check import LedgerCheck, verify_ledger
from facility_app.modules.pharmacy.queries.ledger import (
    BookRow,
    EntryRow,
    PageOfRow,
    PageRow,
    find_page_of_row,
    get_page,
    list_books,
    list_entries,
    list_pages_of_book,
)
from facility_app.modules.pharmacy.service.days import CloseDay, close_day
from facility_app.modules.pharmacy.service.store import CorrectEntry, correct_entry
from facility_app.modules.pharmacy.ui import book_columns as columns
from facility_app.modules.pharmacy.ui import fields, places, words
from facility_app.modules.pharmacy.ui.assent import Assent, Given
from facility_app.modules.pharmacy.ui.deed import Deed, DeedDialog
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.pharmacy.ui.printed import Papers
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.lists.card_pair import CardPair
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, Scrolled, StateStack

TITLE = label("pharmacy", "Sổ thuốc kiểm soát")
SIGN, PRINT = label("verbs", "Ký, khóa trang của ngày"), label("verbs", "In trang (PL VIII)")
CORRECT, CORRECT_TITLE = label("verbs", "Điều chỉnh"), label("verbs", "Ghi dòng điều chỉnh")
VERIFY = label("verbs", "Kiểm tra sổ")
ATTACH = label("verbs", "Lưu bản đã ký")
BOOKS, PAGES = label("pharmacy", "Sổ theo nơi để và thuốc"), label("pharmacy", "Trang sổ")
ROWS = label("pharmacy", "Các dòng")
NO_BOOKS = label("pharmacy", "Chưa có thuốc phải kiểm soát đặc biệt nào được nhập nên chưa có sổ.")
NO_BOOKS_HINT = label(
    "pharmacy", "Nhập thuốc gây nghiện, hướng thần hoặc tiền chất ở trang Kho thuốc thì sổ tự mở."
)
NO_PAGES, NO_ROWS = label("pharmacy", "Chưa chọn sổ."), label("pharmacy", "Trang này trống.")
SIGN_TEXT = label(
    "pharmacy",
    "{place}, ngày {day}: khóa mọi trang chưa ký của ngày ở nơi này. Hai chữ ký: người quản lý thuốc (bạn) và "
    "trưởng khoa xác nhận. Sau khi khóa, dòng ghi muộn đứng ở trang ngày sau.",
)
SIGNED = label("pharmacy", "Đã ký, khóa {count} trang. Hãy in để hai người ký và lưu (TT 18/2026/TT-BYT).")
CORRECT_TEXT = label(
    "pharmacy",
    "{kind} {amount}, lô {lot}, {when}. Dòng sai giữ nguyên; một dòng ngược lại bù cả dòng, sau đó ghi lại dòng "
    "đúng.",
)
CORRECTED = label("pharmacy", "Đã ghi dòng điều chỉnh.")
IS_SIGNED = label("pharmacy", "Trang này đã ký, khóa.")
NOT_SIGNED = label("pharmacy", "Trang chưa ký nên chưa in được. Hãy ký, khóa trang trước.")
CHAIN_OK = label("pharmacy", "Sổ đúng như đã ghi: {rows} dòng, {chained} dòng trong chuỗi, {pages} trang đã ký.")
CHAIN_BAD = label(
    "pharmacy",
    "Sổ KHÔNG còn như đã ghi, chỗ sai đầu tiên ở dòng {number}. Hãy giữ nguyên máy, đối chiếu với trang đã in, "
    "ký và báo người đứng đầu cơ sở.",
)
HINT = label("pharmacy", "Ctrl+P in trang đang chọn · Ctrl+S ký, khóa trang của ngày")


class BookPage(Page):
    """The book. A book decides its pages, a page decides its rows."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        self._press = press
        self._papers = Papers(press, context, self)
        theme = context.theme
        self.chain = Banner(theme, can_dismiss=True)
        self.chain.hide()
        inner = QWidget()
        inner.setProperty("kind", "page")
        self.states = StateStack(theme, Scrolled(inner, self), self)
        pair = CardPair(theme, inner, shares=(5, 4))
        self.books = ShortCard(
            context, "pharmacy.books", BOOKS, columns.BOOK_COLUMNS, _book_id, NO_BOOKS, parent=pair
        )
        self.pages = ShortCard(
            context, "pharmacy.pages", PAGES, columns.PAGE_COLUMNS, columns.page_id, NO_PAGES, parent=pair
        )
        pair.hold(self.books, self.pages)
        self.entries = ShortCard(
            context, "pharmacy.entries", ROWS, columns.ENTRY_COLUMNS, columns.entry_id, NO_ROWS, parent=inner
        )
        self.entries.set_actions(
            (
                ActionSpec(
                    "pharmacy.correct_entry",
                    CORRECT,
                    self.correct,
                    "arrow-back-up",
                    "",
                    KEEP_STORE,
                    self._why_not_correct,
                ),
            )
        )
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(pair, 2)
        column.addWidget(self.entries, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addWidget(self.chain)
        whole.addWidget(self.states, 1)
        self.states.retry_requested.connect(self.ask)
        self.books.selection_changed.connect(self._on_book_chosen)
        self.pages.selection_changed.connect(self._on_page_chosen)
        self.entries.selection_changed.connect(self.actions_changed)
        self._of_book = self._of_page = ""

    def ask(self) -> None:
        """Read the books."""
        op = self.context.runner.query(self, list_books, topic="books")
        op.success(self._on_books).failure(self._on_failed).run()

    def sign(self) -> None:
        """Sign the pages of the day and the place chosen."""
        page: PageRow | None = self.pages.row()
        if page is None:
            return
        text = tr(SIGN_TEXT, place=page.place, day=words.day(page.booked_on))
        assent = Assent(self._press, self.context, self, "pharmacy.close_day", roles=BOOK_SIGNERS, text=text)
        self._sign(assent, page.place_id, page.booked_on)

    def print_page(self) -> None:
        """The page chosen, as PL VIII."""
        page: PageRow | None = self.pages.row()
        if page is not None and page.day_id:
            self._papers.show("T18-VIII", page.day_id)

    def attach(self) -> None:
        """The scan of the page two people signed."""
        page: PageRow | None = self.pages.row()
        if page is not None and page.day_id:
            self._papers.attach("T18-VIII", page.day_id)

    def correct(self) -> None:
        """The row chosen was wrong."""
        line: columns.EntryLine | None = self.entries.row()
        if line is None:
            return
        entry = line.entry
        form = new_form()
        form.add(fields.note_line("reason", fields.REASON, is_required=True))
        deed = Deed(
            verb="pharmacy.correct_entry",
            title=CORRECT_TITLE,
            text=tr(
                CORRECT_TEXT,
                kind=tr(ENTRY_KIND_LABELS[entry.kind]),
                amount=line.measure.stock_text(abs(entry.amount)),
                lot=entry.lot_no,
                when=words.moment(entry.happened_at) or words.day(entry.booked_on),
            ),
            save=partial(_correct, entry.entry_id),
            record=entry.entry_id,
        )
        self._open(form, deed, self._on_corrected)

    def verify(self) -> None:
        """Recompute everything; nothing is repaired."""
        op = self.context.runner.query(self, verify_ledger, topic="verify")
        op.success(self._on_verified).failure(self._on_refused).run()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "pharmacy.close_day", SIGN, self.sign, "signature", "Ctrl+S", SIGN_BOOK, self._why_not_sign
            ),
            ActionSpec(
                "pharmacy.print_page",
                PRINT,
                self.print_page,
                "printer",
                "Ctrl+P",
                MAKE_PAPERS,
                self._why_not_print,
            ),
            ActionSpec(
                "pharmacy.attach_page", ATTACH, self.attach, "paperclip", "", MAKE_PAPERS, self._why_not_print
            ),
            ActionSpec("pharmacy.verify_ledger", VERIFY, self.verify, "shield-check", "", VERIFY_LEDGER),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        medicine = route.args.get(places.MEDICINE_ARG, "")
        if route.record and medicine:
            self.books.select_when_here(f"{route.record} {medicine}")
        self.states.show_loading()
        if route.record and not medicine:
            op = self.context.runner.query(self, partial(_page_of, route.record), topic="found")
            op.success(partial(self._on_found, route.record)).failure(self._on_failed).run()
        else:
            self.ask()

    @override
    def refresh(self, change: Change) -> None:
        if not {"stock_entry", "stock_day", "medicine"}.isdisjoint(change.tables):
            self._of_book = self._of_page = ""
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.books.table

    def _sign(self, assent: Assent, place_id: str, day: date) -> None:
        """Without the head of the department nothing is signed: the first try asks for them."""
        again = partial(self._sign, assent, place_id, day)
        op = self.context.runner.command(self, partial(_sign, place_id, day, assent.given))
        op.success(self._on_signed).failure(partial(self._on_unsigned, assent, again)).run()

    def _on_unsigned(self, assent: Assent, again: Callable[[], None], failure: Failure) -> None:
        if not assent.takes(failure, again):
            self._on_refused(failure)

    def _open(self, form: Any, deed: Deed, done: Any) -> None:
        dialog = DeedDialog(self._press, self.context, form, deed, self)
        dialog.saved.connect(done)
        dialog.open_with(shown())

    def _on_books(self, rows: tuple[BookRow, ...]) -> None:
        if rows:
            self.states.show_content()
        else:
            self.states.show_empty(tr(NO_BOOKS), hint=tr(NO_BOOKS_HINT), icon="book")
        self.books.show_rows(rows)

    def _on_found(self, entry_id: str, found: PageOfRow) -> None:
        if found.booked_on is not None:
            self.books.select_when_here(f"{found.place_id} {found.medicine_id}")
            self.pages.select_when_here(found.booked_on.isoformat())
            self.entries.select_when_here(entry_id)
        self.ask()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_book_chosen(self) -> None:
        book: BookRow | None = self.books.row()
        self.actions_changed.emit()
        if book is None or book.book_id == self._of_book:
            return
        self._of_book, self._of_page = book.book_id, ""
        op = self.context.runner.query(self, partial(_pages, book), topic="pages")
        op.success(self._on_pages).failure(self._on_refused).run()

    def _on_pages(self, pages: tuple[PageRow, ...]) -> None:
        self.pages.show_rows(pages)

    def _on_page_chosen(self) -> None:
        page: PageRow | None = self.pages.row()
        book: BookRow | None = self.books.row()
        self.actions_changed.emit()
        if page is None or book is None:
            return
        wanted = f"{columns.page_id(page)} {book.book_id}"
        if wanted == self._of_page:
            return
        self._of_page = wanted
        op = self.context.runner.query(self, partial(_entries, page), topic="entries")
        op.success(partial(self._on_entries, book)).failure(self._on_refused).run()

    def _on_entries(self, book: BookRow, entries: tuple[EntryRow, ...]) -> None:
        lines = [columns.EntryLine(one, book.medicine.measure) for one in entries]
        self.entries.show_rows(lines)

    def _on_signed(self, page_ids: Sequence[str]) -> None:
        self.context.say(tr(SIGNED, count=len(page_ids)))
        if self.context.may(MAKE_PAPERS):
            op = self.context.runner.query(self, partial(_signed, tuple(page_ids)), topic="signed")
            op.success(self._papers.show_many).failure(self._on_refused).run()

    def _on_corrected(self, _entries: object) -> None:
        self.context.say(tr(CORRECTED))

    def _on_verified(self, check: LedgerCheck) -> None:
        if check.first_bad is None:
            told = tr(CHAIN_OK, rows=check.rows, chained=check.chained, pages=check.pages)
            self.chain.set(told, Tone.OK)
        else:
            self.chain.set(tr(CHAIN_BAD, number=check.first_bad.chain_no), Tone.DANGER)
        self.chain.show()

    def _why_not_sign(self) -> str | None:
        page: PageRow | None = self.pages.row()
        if page is None:
            return tr(CHOOSE)
        return tr(IS_SIGNED) if page.day_id else None

    def _why_not_print(self) -> str | None:
        page: PageRow | None = self.pages.row()
        if page is None:
            return tr(CHOOSE)
        return None if page.day_id else tr(NOT_SIGNED)

    def _why_not_correct(self) -> str | None:
        line: columns.EntryLine | None = self.entries.row()
        if line is None:
            return tr(CHOOSE)
        row = line.entry
        told = why_not_corrected(row.kind, is_waste_of_dose=row.is_waste_of_dose, is_cancelled=row.is_cancelled)
        return None if told is None else refusal(told)


def _book_id(row: BookRow) -> str:
    return row.book_id


def _pages(book: BookRow, uow: Any) -> tuple[PageRow, ...]:
    return list_pages_of_book(uow, book.place_id, book.medicine.medicine_id)


def _page_of(entry_id: str, uow: Any) -> PageOfRow:
    return find_page_of_row(uow, entry_id)


def _entries(page: PageRow, uow: Any) -> tuple[EntryRow, ...]:
    return list_entries(uow, page.place_id, page.medicine_id, page.booked_on, page.booked_on)


def _sign(place_id: str, day: date, given: Given, uow: Any) -> Sequence[str]:
    return close_day(uow, CloseDay(place_id, given.countersign, day))


def _signed(page_ids: Sequence[str], uow: Any) -> list[tuple[str, str, str]]:
    """The pages just signed, as they are printed."""
    pages = [get_page(uow, one).row for one in page_ids]
    return [
        ("T18-VIII", page.day_id, words.joined(page.name, page.place, words.day(page.booked_on))) for page in pages
    ]


def _correct(entry_id: str, uow: Any, values: Mapping[str, Any], given: Given, _version: int) -> object:
    return correct_entry(uow, CorrectEntry(entry_id, values["reason"], given.countersign))
