"""The month of one record out of a file: of a class, of a team; the page says whose, the blank is of its month."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, Protocol, TypeVar

from typing_extensions import override

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book
from facility_app.ui.i18n import tr
from facility_app.ui.lists.import_page import Found, ImportPage, ImportWords
from facility_app.ui.lists.warned import Warned
from facility_app.ui.shell.spec import PageContext, Route

SHEETS: Final = label("ui", "{new} phiếu mới, {corrected} phiếu sửa lại, {same} phiếu như cũ")
TOOK: Final = label("ui", "Đã lưu {new} phiếu mới, sửa {corrected} phiếu; {same} phiếu như cũ.")


class FoundSheets(Found, Protocol):
    """What a file of sheets was read as."""

    @property
    def counts(self) -> tuple[int, int, int]:
        """Sheets new, corrected, and those it says nothing new about."""
        ...


class TakenSheets(Protocol):
    """What came of it."""

    @property
    def counts(self) -> tuple[int, int, int]:
        """Sheets new, corrected, and those it said nothing new about."""
        ...


FoundT = TypeVar("FoundT", bound=FoundSheets)
TakenT = TypeVar("TakenT", bound=TakenSheets)


@dataclass(frozen=True, slots=True)
class MonthVerbs(Generic[FoundT, TakenT]):
    """What is done with such a file. All of it takes a unit of work and runs on working threads.

    Attributes:
        read: ``read(uow, book, record id)``; nothing is written.
        keep: ``keep(uow, book, what was read)``; the verb.
        take: ``take(uow, record id, day of the month)``: the file to fill in, leaving the program.
        name: ``name(uow, record id)``: what people call the record; empty when it is gone.
    """

    read: Callable[[Any, Book, str], FoundT]
    keep: Callable[[Any, Book, FoundT], TakenT | Warned]
    take: Callable[[Any, str, date], Table]
    name: Callable[[Any, str], str]


class _Month(Generic[FoundT, TakenT]):
    """The intake of one record; ``month`` is a day of the month a blank is of, empty for this month."""

    def __init__(self, verbs: MonthVerbs[FoundT, TakenT]) -> None:
        self.verbs = verbs
        self.record = self.month = ""

    def look(self, book: Book, uow: Any) -> FoundT:
        return self.verbs.read(uow, book, self.record)

    def keep(self, book: Book, found: FoundT, uow: Any) -> TakenT | Warned:
        return self.verbs.keep(uow, book, found)

    def summary(self, found: FoundT) -> str:
        new, corrected, same = found.counts
        return tr(SHEETS, new=new, corrected=corrected, same=same)

    def told(self, answer: TakenT) -> str:
        new, corrected, same = answer.counts
        return tr(TOOK, new=new, corrected=corrected, same=same)

    def blank(self, uow: Any) -> Table:
        today = local_date(uow.now)
        return self.verbs.take(uow, self.record, date.fromisoformat(self.month) if self.month else today)


class MonthImportPage(ImportPage[FoundT, TakenT]):
    """The month of the record the route names; subclasses say which argument of it is the month."""

    def __init__(self, context: PageContext, words: ImportWords, verbs: MonthVerbs[FoundT, TakenT]) -> None:
        """No file chosen yet."""
        self._of = _Month(verbs)
        super().__init__(context, words, self._of)
        self._name = ""

    @abstractmethod
    def month_of(self, route: Route) -> str:
        """A day of the month a route is about; empty for this month."""

    @override
    def subtitle_text(self) -> str:
        return self._name

    @override
    def open(self, route: Route) -> None:
        self._of.record, self._of.month = route.record, self.month_of(route)
        super().open(route)
        op = self.context.runner.query(self, self._read_name, topic="name")
        op.success(self._on_named).failure(self._on_failed).run()

    def _read_name(self, uow: Any) -> str:
        return self._of.verbs.name(uow, self.route.record)

    def _on_named(self, name: str) -> None:
        self._name = name
        self.title_changed.emit()
