"""A list about a person as a card: its rows, what can be done with each, and the form each opens in."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.domain.papers import PAPER_DOUBT_LABELS
from facility_app.modules.residents.service.voiding import VoidEntry, void_entry
from facility_app.modules.residents.ui.book import Book
from facility_app.ui.actions import missing_right, why_not
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog, Kept
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.table_view import TableView
from facility_app.ui.models import ListState, PagedTableModel
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, IconButton, Loudness, StateStack, WhyNotButton, words

STRIKE = label("verbs", "Gạch bỏ mục ghi nhầm")
STRIKE_TITLE = label("residents", "Gạch bỏ mục này?")
STRIKE_TEXT = label("residents", "Mục bị gạch vẫn còn trong lịch sử hồ sơ, cùng người gạch, ngày giờ và lý do.")
STRIKE_VERB = label("verbs", "Gạch bỏ")
FREQUENT = (
    label("residents", "Ghi nhầm người"),
    label("residents", "Ghi trùng"),
    label("residents", "Giấy tờ cho thấy khác"),
)
SAVED = label("residents", "Đã lưu: {what}.")
STRUCK = label("residents", "Đã gạch bỏ một mục: {what}.")
GONE = label("errors", "Mục này vừa bị gạch bỏ ở nơi khác, nên không sửa được nữa. Hãy đóng lại và xem bảng.")
MOST_ROWS = 8


class EntryTable(TableView):
    """The rows of a card, as high as they are.

    Signals:
        add_asked: Insert.
        edit_asked: F2.
        strike_asked: Delete.
    """

    add_asked = Signal()
    edit_asked = Signal()
    strike_asked = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = {
            Qt.Key.Key_Insert: self.add_asked,
            Qt.Key.Key_F2: self.edit_asked,
            Qt.Key.Key_Delete: self.strike_asked,
        }.get(Qt.Key(event.key()))
        if asked is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            asked.emit()


class EntryCard(Card):
    """One ``Book`` about one person. Enter or F2 corrects a row, Insert adds, Delete strikes out.

    Attributes:
        table: the rows.
        add_button: writes something new.

    Signals:
        opened(str): Enter on a row of a book that has its own way of opening rows.
    """

    opened = Signal(str)

    def __init__(
        self,
        context: PageContext,
        book: Book[Any],
        resident_id: str,
        *,
        opens_rows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``book``; with ``opens_rows`` Enter tells ``opened`` and only F2 corrects."""
        super().__init__(context.theme, tr(book.title), is_flush=True, parent=parent)
        self.setObjectName(f"card_{book.kind}")
        self._context, self._book, self._resident_id = context, book, resident_id
        self._opens_rows = opens_rows
        theme = context.theme
        self.model: PagedTableModel[Any] = PagedTableModel(book.list_spec(resident_id), context.runner, self)
        self.table = EntryTable(self.model, context.runner, theme, self)
        self.table.setObjectName(f"table_{book.kind}")
        self.table.setAccessibleName(tr(book.title))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.states = StateStack(theme, self.table, self)
        self.body.addWidget(self.states)
        self.nothing_label = words(book.empty, ink=Tone.NEUTRAL, is_wrapped=True)
        self.nothing_label.setContentsMargins(theme.px(14), 0, theme.px(14), theme.px(6))
        self.nothing_label.hide()
        self.body.addWidget(self.nothing_label)
        self._make_buttons()
        self._listen()
        self.model.set_watching(True)
        self.model.show(self.model.look)
        self._fit()

    def add_entry(self) -> None:
        """Open the form of something new."""
        if self._why_not() is not None:
            self.add_button.tell()
            return
        book, key = self._book, f"residents.{self._book.kind}/{self._resident_id}/new"
        filing: Filing[Any] = Filing(key=key, save=partial(book.added, self._resident_id))
        self.open_form(tr(book.add_words), filing, book.begin(self._context), 0)

    def edit_entry(self, row_id: str) -> None:
        """Open the form of the row of this id."""
        row, book = self.model.row_of(row_id), self._book
        if row is None or self._told(self.why_not_edit(row_id)):
            return
        filing: Filing[Any] = Filing(
            key=f"residents.{book.kind}/{self._resident_id}/{row_id}",
            save=partial(book.edited, row_id),
            again=partial(_kept, book, self._resident_id, row_id),
        )
        self.open_form(tr(book.edit_words), filing, book.view(row), book.version(row))

    def strike_entry(self, row_id: str) -> None:
        """Ask why, then strike the row out."""
        row = self.model.row_of(row_id)
        if row is None or self._told(self.why_not_change(row_id)):
            return
        dialog = ReasonDialog(
            self._context.theme,
            tr(STRIKE_TITLE),
            tr(STRIKE_TEXT),
            verb=tr(STRIKE_VERB),
            frequent=[tr(one) for one in FREQUENT],
            is_dangerous=True,
            parent=self,
        )
        dialog.given.connect(partial(self._on_reason_given, row_id, self._book.version(row)))
        dialog.open()

    def add_action(self, icon: str, text: str, slot: Callable[[], None]) -> IconButton:
        """One more thing to do with the row chosen; ``slot`` is a bound method."""
        button = IconButton(self._context.theme, icon, text, "quiet", self)
        button.clicked.connect(slot)
        if self.head is not None:
            self.head.add(button)
        return button

    def current_id(self) -> str:
        """The row under the keyboard; empty when there is none."""
        return self.table.current_id()

    def why_not_change(self, row_id: str) -> str | None:
        """Why this row is not changed by whoever sits here; None when it may be."""
        row = self.model.row_of(row_id)
        if row is None:
            return self._why_not()
        return self._why_not() or missing_right(self._book.row_right(row), self._context.actor)

    def why_not_edit(self, row_id: str) -> str | None:
        """Why this row is not corrected; None when it may be."""
        row = self.model.row_of(row_id)
        fixed = None if row is None else self._book.fixed(row)
        return self.why_not_change(row_id) or (None if fixed is None else tr(fixed))

    def _told(self, reason: str | None) -> bool:
        """Say why not, where there is a reason; answers whether there was one."""
        if reason is not None:
            self._context.say(reason, Tone.INFO)
        return reason is not None

    def _why_not(self) -> str | None:
        spec = ActionSpec(str(self._book.kind), self._book.add_words, self.add_entry, permission=self._book.right)
        return why_not(spec, self._context.actor)

    def _make_buttons(self) -> None:
        theme, book = self._context.theme, self._book
        self.edit_button = self.add_action("pencil", tr(book.edit_words), self._on_edit_asked)
        self.strike_button = self.add_action("ban", tr(STRIKE), self._on_strike_asked)
        self.add_button = WhyNotButton(theme, tr(book.add_words), Loudness.LINK, "plus")
        self.add_button.button.setObjectName(f"add_{book.kind}")
        self.add_button.set_why_not(self._why_not())
        if self.head is not None:
            self.head.add(self.add_button)
        self._show_reasons()

    def _listen(self) -> None:
        self.add_button.clicked.connect(self.add_entry)
        self.table.add_asked.connect(self.add_entry)
        self.table.edit_asked.connect(self._on_edit_asked)
        self.table.strike_asked.connect(self._on_strike_asked)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.selection_changed.connect(self._show_reasons)
        self.table.customContextMenuRequested.connect(self._on_menu_asked)
        self.table.failed.connect(self._on_refused)
        self.model.state_changed.connect(self._on_state_changed)
        self.model.counted.connect(self._on_counted)
        self.states.action_requested.connect(self.add_entry)
        self.states.retry_requested.connect(self.model.reload)
        self.table.horizontalScrollBar().rangeChanged.connect(self._fit)
        self.table.columns.fitted.connect(self._fit)
        self._context.theme.changed.connect(self._fit)

    def open_form(self, title: str, filing: Filing[Any], view: object, version: int) -> None:
        """Open the book's form over ``view``; what is saved is told to the user."""
        context = self._context
        form = self._book.form(context, self._resident_id)
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, form, filing, title=title, parent=self
        )
        dialog.saved.connect(self._on_saved)
        dialog.open_with(view, version)

    def _fit(self) -> None:
        """As high as the rows, and the bar below them where columns lie beyond the edge."""
        high = self.table.height_of(MOST_ROWS)
        bar = self.table.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.states.setFixedHeight(high + below + 4)

    def _show_reasons(self) -> None:
        # What is done with a row is offered while there is one under the keyboard.
        row_id = self.current_id()
        show_reason(self.edit_button, self._book.edit_words, self.why_not_edit(row_id))
        show_reason(self.strike_button, STRIKE, self.why_not_change(row_id))
        for button in (self.edit_button, self.strike_button):
            button.setVisible(bool(row_id))

    def _on_edit_asked(self) -> None:
        if self.current_id():
            self.edit_entry(self.current_id())

    def _on_strike_asked(self) -> None:
        if self.current_id():
            self.strike_entry(self.current_id())

    def _on_row_activated(self, row_id: str) -> None:
        if self._opens_rows:
            self.opened.emit(row_id)
        else:
            self.edit_entry(row_id)

    def _on_menu_asked(self, place: QPoint) -> None:
        if not self.current_id():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        row_id = self.current_id()
        for text, slot, reason in (
            (self._book.edit_words, self._on_edit_asked, self.why_not_edit(row_id)),
            (STRIKE, self._on_strike_asked, self.why_not_change(row_id)),
        ):
            action = menu.addAction(tr(text))
            action.setEnabled(reason is None)
            action.setToolTip(reason or tr(text))
            action.triggered.connect(slot)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _on_reason_given(self, row_id: str, version: int, reason: str) -> None:
        order = VoidEntry(self._book.kind, row_id, version, reason)
        op = self._context.runner.command(self, partial(_strike, order))
        op.success(self._on_struck).failure(self._on_refused).run()

    def _on_struck(self, _answer: object) -> None:
        self._context.say(tr(STRUCK, what=tr(self._book.title)))

    def _on_refused(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)

    def _on_saved(self, answer: Any) -> None:
        doubts = getattr(answer, "doubts", ())
        if doubts:
            self._context.say(" ".join(tr(PAPER_DOUBT_LABELS[one]) for one in doubts), Tone.WARNING)
        else:
            self._context.say(tr(SAVED, what=tr(self._book.title)))
        self.table.setFocus()

    def _on_counted(self, count: int) -> None:
        if self.head is not None:
            self.head.set_count(str(count) if count else "")
        self._fit()
        self._show_reasons()

    def _on_state_changed(self, state: ListState) -> None:
        is_empty = state is ListState.EMPTY
        self.states.setVisible(not is_empty)
        self.nothing_label.setVisible(is_empty)
        if state is ListState.CONTENT:
            self.states.show_content()
        elif state is ListState.LOADING:
            self.states.show_loading()
        elif state is ListState.FAILED and self.model.failure is not None:
            self.states.show_error(self.model.failure.words, self.model.failure.details)


def show_reason(button: QWidget, text: Label, reason: str | None) -> None:
    """Take away the press and say why, or with None give it back and say what it does."""
    button.setEnabled(reason is None)
    button.setToolTip(reason or tr(text))
    button.setAccessibleDescription(reason or "")


def _kept(book: Book[Any], resident_id: str, row_id: str, uow: Any) -> Kept[Any]:
    row = book.find(resident_id, row_id, uow)
    if row is None:
        raise UserError("not_found", GONE)
    return Kept(book.view(row), book.version(row))


def _strike(order: VoidEntry, uow: Any) -> None:
    void_entry(uow, order)
