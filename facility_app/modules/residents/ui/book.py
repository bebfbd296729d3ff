"""One list kept about a person, as data: its columns, its form, and the verbs behind both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label
from facility_app.kernel.paging import Look
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.service.entries import AddEntry, EditEntry
from facility_app.ui.forms.form import Form
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext

RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Book(Generic[RowT]):
    """One list. What takes a unit of work runs on working threads.

    The rights are those of ``domain/rights.py``, which the verbs ask for too: a card offers what they allow.

    Attributes:
        kind: which list, for striking out; its value names the list everywhere.
        title: its name.
        empty: said while nothing stands in it.
        add_words: the verb that writes something new into it.
        edit_words: the verb that corrects an entry.
        right: who may write in it.
        row_right: what it takes to change this row besides: some lists hold entries of several walls.
        fixed: why a row is not corrected any more; None while it is.
        columns: of its table; their functions take a row.
        read: reads it: ``read(uow, resident_id)``.
        row_id: an entry's id.
        version: its version.
        tables: a commit that touches one of these reads it again.
        form: makes its form: ``form(context, resident_id)``, without the form's own bar.
        view: what the form shows of a row.
        begin: what the form shows of something new.
        facts: what is written: ``facts(uow, values by name)``.
        add: the verb that adds.
        edit: the verb that corrects; None for what is ended and written anew instead.
    """

    kind: EntryKind
    title: Label
    empty: Label
    add_words: Label
    edit_words: Label
    right: Permission
    row_right: Callable[[RowT], Permission | None] = field(default=lambda _row: None)
    fixed: Callable[[RowT], Label | None] = field(default=lambda _row: None)
    columns: tuple[ColumnSpec[RowT], ...]
    read: Callable[[Any, str], Sequence[RowT]]
    row_id: Callable[[RowT], str]
    version: Callable[[RowT], int]
    tables: frozenset[str]
    form: Callable[[PageContext, str], Form[Any]]
    view: Callable[[RowT], object]
    facts: Callable[[Any, Mapping[str, Any]], object]
    add: Callable[[Any, Any], object]
    edit: Callable[[Any, Any], object] | None = None
    begin: Callable[[PageContext], object | None] = field(default=lambda _context: None)

    def list_spec(self, resident_id: str) -> ListSpec[RowT]:
        """The list about one person."""
        return ListSpec(
            id=f"residents.{self.kind}",
            title=self.title,
            columns=self.columns,
            ids=partial(self._ids, resident_id),
            rows=partial(self._rows, resident_id),
            row_id=self.row_id,
            search=None,
            empty=self.empty,
            tables=self.tables,
        )

    def added(self, resident_id: str, uow: Any, values: Mapping[str, object], _version: int) -> object:
        """Write something new."""
        return self.add(uow, AddEntry(resident_id, self.facts(uow, values)))

    def edited(self, entry_id: str, uow: Any, values: Mapping[str, object], version: int) -> object:
        """Write an entry anew."""
        if self.edit is None:
            raise TypeError(self.kind)
        return self.edit(uow, EditEntry(entry_id, version, self.facts(uow, values)))

    def find(self, resident_id: str, entry_id: str, uow: Any) -> RowT | None:
        """An entry as it is now; None when it was struck out."""
        return next((row for row in self.read(uow, resident_id) if self.row_id(row) == entry_id), None)

    def _ids(self, resident_id: str, uow: Any, _look: Look) -> tuple[str, ...]:
        return tuple(self.row_id(row) for row in self.read(uow, resident_id))

    def _rows(self, resident_id: str, uow: Any, wanted: Sequence[str]) -> tuple[RowT, ...]:
        found = {self.row_id(row): row for row in self.read(uow, resident_id)}
        return tuple(found[one] for one in wanted if one in found)


def entry_id(row: Any) -> str:
    """The id of an entry as the queries give it."""
    found: str = row.entry_id
    return found


def entry_version(row: Any) -> int:
    """Its version."""
    found: int = row.version
    return found


def entry_facts(row: Any) -> object:
    """What it says, for a form whose fields have the same names."""
    return row.facts
