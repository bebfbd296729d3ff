"""A file that is taken in whole: chosen, looked through, its faults told cell by cell, and then taken or not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import number_text
from facility_app.sheets.cells import plain_text
from facility_app.sheets.error_book import CELL_HEAD, TEXT_HEAD, VALUE_HEAD, Mark, write_marked
from facility_app.sheets.reading.grid import Sheet, address
from facility_app.sheets.table_writer import Table, write_made
from facility_app.sheets.workbook import Book, open_book
from facility_app.ui.dialogs.files import EXCEL_FILES, SPREADSHEETS, ask_for_file, ask_where
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.lists.warned import Warned, answered
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure, Op, Progress
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import StateStack, words

CHOOSE = label("verbs", "Chọn tệp…")
TAKE, RESULT, BLANK = (
    label("verbs", "Nhập"),
    label("verbs", "Lưu danh sách lỗi (Excel)"),
    label("verbs", "Lưu mẫu Excel"),
)
FAULTS = label("ui", "Chỗ cần sửa trong tệp")
NO_FAULTS = label("ui", "Không có chỗ nào cần sửa. Bấm Nhập để ghi vào chương trình.")
NOTHING = label("ui", "Chưa chọn tệp")
NO_FILE = label("ui", "Hãy chọn tệp trước.")
BUSY = label("ui", "Đang làm, hãy đợi.")
HAS_FAULTS = label("ui", "Tệp còn {count} chỗ cần sửa. Hãy sửa trong tệp rồi chọn lại; chưa có gì được ghi.")
HAS_NONE = label("ui", "Tệp không có lỗi nào để ghi.")
WRITTEN = label("ui", "Đã ghi {file}.")
ABOUT = label("ui", "{file} · trang “{sheet}”")
MARKED: Final = " - lỗi.xlsx"


class Found(Protocol):
    """What a file was read as."""

    @property
    def sheet(self) -> Sheet:
        """The sheet that was read."""
        ...

    @property
    def first_row(self) -> int:
        """Where the list begins below its heads, from 0."""
        ...

    @property
    def marks(self) -> Sequence[Mark]:
        """What is wrong, cell by cell; a file with any is not taken."""
        ...


FoundT = TypeVar("FoundT", bound=Found)
AnswerT = TypeVar("AnswerT")


class Intake(Protocol[FoundT, AnswerT]):
    """What an import does with its file: how it is read, kept, and told about."""

    def look(self, book: Book, uow: Any) -> FoundT:
        """Read the file against what is known; nothing is written."""
        ...

    def keep(self, book: Book, found: FoundT, uow: Any) -> AnswerT | Warned:
        """Take the file whole, or refuse it; the verb. What is to be thought about comes with the answer."""
        ...

    def summary(self, found: FoundT) -> str:
        """What the file would bring."""
        ...

    def told(self, answer: AnswerT) -> str:
        """What it brought."""
        ...

    def blank(self, uow: Any) -> Table:
        """The file to fill in; the verb, where taking it out of the program is one."""
        ...


@dataclass(frozen=True, slots=True)
class ImportWords:
    """What an import is called, and who may do it.

    Attributes:
        page_id: also of its list and its verbs.
        hint: what the empty page says of the file that is wanted.
        blank_name: of the file a blank is saved as, without its ending.
    """

    page_id: str
    title: Label
    hint: Label
    blank_name: str
    right: Permission


@dataclass(frozen=True, slots=True)
class _Fault:
    """A line of the list of faults."""

    id: str
    cell: str
    value: str = field(repr=False)
    text: str = field(repr=False)


class ImportPage(Page, Generic[FoundT, AnswerT]):
    """A file is chosen and looked through, its faults are told, and it is taken.

    Attributes:
        intake: what is done with the file.
        faults: what is wrong, cell by cell.
    """

    def __init__(self, context: PageContext, about: ImportWords, intake: Intake[FoundT, AnswerT]) -> None:
        """No file chosen yet."""
        super().__init__(context)
        self._words, self.intake = about, intake
        self._book: Book | None = None
        self._found: FoundT | None = None
        self._is_busy = False
        self._about = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        columns: tuple[ColumnSpec[Any], ...] = (
            ColumnSpec("cell", CELL_HEAD, lambda one: one.cell, width=70, is_strong=True),
            ColumnSpec("value", VALUE_HEAD, lambda one: one.value, width=180, stays_inside=True),
            ColumnSpec("text", TEXT_HEAD, lambda one: one.text, width=820),
        )
        self.states = StateStack(context.theme, parent=self)
        inner = QWidget(self.states)
        self.states.hold(inner)
        self.faults = ShortCard(
            context, f"{about.page_id}_faults", FAULTS, columns, lambda one: one.id, NO_FAULTS, parent=inner
        )
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        column.addWidget(self._about)
        column.addWidget(self.faults, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self.states.action_requested.connect(self.choose)
        self.states.retry_requested.connect(self.choose)
        self._show()

    def way_back(self) -> tuple[ActionSpec, ...]:
        """Where one goes from here."""
        return ()

    def choose(self) -> None:
        """Ask for the file."""
        ask_for_file(self, CHOOSE, SPREADSHEETS, self.take)

    @Slot(str)
    def take(self, file: str) -> None:
        """Read a file and look it through."""
        self._begin(self.context.runner.job(self, partial(_opened, Path(file))), self._on_opened)

    def import_now(self) -> None:
        """Take what was looked through."""
        if self._book is not None and self._found is not None:
            work = partial(self.intake.keep, self._book, self._found)
            self._begin(self.context.runner.command(self, work), self._on_kept)

    def ask_result(self) -> None:
        """Ask where the file with its faults marked goes."""
        if self._book is not None:
            ask_where(self, RESULT, EXCEL_FILES, marked_name(self._book.name), self.write_result)

    @Slot(str)
    def write_result(self, file: str) -> None:
        """Write the file again with its faults marked."""
        if self._found is not None:
            self._begin(self.context.runner.job(self, partial(_marked, Path(file), self._found)), self._on_written)

    def ask_blank(self) -> None:
        """Ask where the file to fill in goes."""
        ask_where(self, BLANK, EXCEL_FILES, f"{self._words.blank_name}.xlsx", self.write_blank)

    @Slot(str)
    def write_blank(self, file: str) -> None:
        """Write the file to fill in."""
        self._begin(self.context.runner.command(self, self.intake.blank), partial(self._on_blank, Path(file)))

    def _begin(self, op: Op[Any], done: Callable[[Any], None]) -> None:
        self._is_busy = True
        self.actions_changed.emit()
        op.success(done).failure(self._on_failed).run()

    def _show(self) -> None:
        found = self._found
        if self._book is None or found is None:
            self.states.show_empty(tr(NOTHING), tr(CHOOSE), hint=tr(self._words.hint), icon="upload")
        else:
            where = tr(ABOUT, file=self._book.name, sheet=found.sheet.name)
            self._about.setText(f"{where} · {self.intake.summary(found)}")
            self.faults.show_rows([_fault(number, one, found.sheet) for number, one in enumerate(found.marks)])
            self.states.show_content()
        self.actions_changed.emit()

    @Slot(object)
    def _on_opened(self, book: Book) -> None:
        self._book = book
        op = self.context.runner.query(self, partial(self.intake.look, book), topic="look")
        self._begin(op, self._on_looked)

    @Slot(object)
    def _on_looked(self, found: FoundT) -> None:
        self._is_busy, self._found = False, found
        self._show()

    @Slot(object)
    def _on_kept(self, answer: AnswerT) -> None:
        self._is_busy, self._book, self._found = False, None, None
        self._show()
        bare: AnswerT = answer.answer if isinstance(answer, Warned) else answer
        self.context.say(self.intake.told(bare), Tone.OK)
        answered(self.context, answer)

    def _on_blank(self, path: Path, table: Table) -> None:
        self._begin(self.context.runner.job(self, partial(_filled, path, table)), self._on_written)

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._is_busy = False
        self.actions_changed.emit()
        self.context.say(tr(WRITTEN, file=path.name), Tone.OK)

    @Slot(object)
    def _on_failed(self, failure: Failure) -> None:
        self._is_busy = False
        self.actions_changed.emit()
        self.context.say(failure.words, Tone.DANGER)

    def _why_busy(self) -> str | None:
        return tr(BUSY) if self._is_busy else None

    def _why_no_file(self) -> str | None:
        return tr(NO_FILE) if self._found is None else self._why_busy()

    def _why_not_now(self) -> str | None:
        if self._found is not None and self._found.marks:
            return tr(HAS_FAULTS, count=number_text(len(self._found.marks)))
        return self._why_no_file()

    def _why_no_faults(self) -> str | None:
        if self._found is not None and not self._found.marks:
            return tr(HAS_NONE)
        return self._why_no_file()

    @override
    def title_text(self) -> str:
        return tr(self._words.title)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        own, right = self._words.page_id, self._words.right
        return (
            ActionSpec(f"{own}_take", TAKE, self.import_now, "check", "Ctrl+Return", right, self._why_not_now),
            ActionSpec(f"{own}_choose", CHOOSE, self.choose, "upload", "Ctrl+O", right, self._why_busy),
            ActionSpec(f"{own}_result", RESULT, self.ask_result, "file-export", "", right, self._why_no_faults),
            ActionSpec(f"{own}_blank", BLANK, self.ask_blank, "download", "", right, self._why_busy),
            *self.way_back(),
        )

    @override
    def open(self, route: Route) -> None:
        if route != self.route:
            self._book = self._found = None
        super().open(route)
        self._show()

    @override
    def first_focus(self) -> QWidget:
        return self.faults.table if self._found is not None else self.states


def marked_name(file: str) -> str:
    """What the file with its faults marked is called."""
    return f"{Path(file).stem}{MARKED}"


def _fault(number: int, mark: Mark, sheet: Sheet) -> _Fault:
    if mark.column is None:
        return _Fault(str(number), str(mark.row + 1), "", mark.text)
    value = plain_text(sheet.at(mark.row, mark.column))
    return _Fault(str(number), address(mark.row, mark.column), value, mark.text)


def _opened(path: Path, _progress: Progress) -> Book:
    return open_book(path)


def _marked(path: Path, found: Found, _progress: Progress) -> Path:
    write_marked(path, found.sheet, found.first_row, found.marks)
    return path


def _filled(path: Path, table: Table, _progress: Progress) -> Path:
    write_made(path, table)
    return path
