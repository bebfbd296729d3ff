"""A list as data: its columns, its filters, and the two reads it lives on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look, Sort
from facility_app.ui.theme.tokens import Tone

RowT = TypeVar("RowT")

SEARCH = label("ui", "Tìm trong danh sách…")
EMPTY = label("ui", "Danh sách chưa có gì.")
NONE_FOUND = label("ui", "Không có dòng nào khớp với điều đang tìm.")


class Align(StrEnum):
    """Where a column's text stands."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True)
class ColumnSpec(Generic[RowT]):
    """One column. Its functions are pure, quick and called for every painting; they never ask anything.

    Attributes:
        key: stable name; what the user's columns are remembered by.
        head: what stands above.
        text: the row's text.
        value: the row's typed value, for spreadsheets and sums: ``int``, ``Decimal``, ``Money``, ``date``, aware
            ``datetime``, ``bool`` or ``str``; the text when there is none.
        sort: the sort key of the list's query; None where it cannot be sorted.
        width: at 100 %.
        align: where the text stands.
        is_paper_number: digits that name something (card, decision); a spreadsheet keeps them as text.
        tone: the tone of the chip the text stands in; None for plain text.
        ink: the tone of plain letters; None for ink.
        note: said quietly behind the text, e.g. the code behind a name.
        is_strong: heavier letters.
        is_struck: whether the row's text is crossed out: it counts no more and stays readable.
        is_hidden: not shown until the user asks for it.
        is_summed: its values are added up over the selected rows.
        stays_inside: shown on the screen, never written to a spreadsheet.
        gives_way: where not all columns have room, the one with the highest number is hidden first; 0 never is.
        is_whole: its words are never cut while another column has something to give: half an hour is no hour.
        wraps: its words go on in a few lines where its width does not hold them.
        is_instruction: a dose, a limit, an allergy: harm comes of what is not read, so its words are never cut, go
            on in as many lines as they take, and the column is never hidden for want of room.
    """

    key: str
    head: Label
    text: Callable[[RowT], str]
    value: Callable[[RowT], object] | None = None
    sort: str | None = None
    width: int = 120
    align: Align = Align.START
    is_paper_number: bool = False
    tone: Callable[[RowT], Tone | None] | None = None
    ink: Callable[[RowT], Tone | None] | None = None
    note: Callable[[RowT], str] | None = None
    is_strong: bool = False
    is_hidden: bool = False
    is_summed: bool = False
    stays_inside: bool = False
    is_struck: Callable[[RowT], bool] | None = None
    gives_way: int = 0
    is_whole: bool = False
    wraps: bool = False
    is_instruction: bool = False

    def __post_init__(self) -> None:
        """An instruction gives way to nothing, and stands in plain words: a chip has one line."""
        if self.is_instruction and (self.gives_way or self.is_hidden or self.tone is not None):
            told = f"{self.key}: an instruction neither gives way nor stands in a chip"
            raise ValueError(told)

    @property
    def goes_on(self) -> bool:
        """Whether its words go on in a line below."""
        return self.wraps or self.is_instruction

    def plain(self, row: RowT) -> str:
        """Text and note, as copies and screen readers have it."""
        text = self.text(row)
        note = self.note(row) if self.note is not None else ""
        return f"{text} {note}" if note else text

    def typed(self, row: RowT) -> object:
        """What a spreadsheet gets."""
        return self.plain(row) if self.value is None or self.is_paper_number else self.value(row)


@dataclass(frozen=True, slots=True)
class FilterOption:
    """One choice of a filter.

    Attributes:
        value: what the query is asked for.
        text: what the user reads; a label, or a word of the facility's own lists.
    """

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class FilterSpec:
    """One filter above a list; nothing chosen means everything.

    Attributes:
        key: its key in ``Look.filters``.
        head: what it filters by.
        options: the choices.
        ask: reads further choices (``fn(uow)``), for lists the facility keeps itself.
    """

    key: str
    head: Label
    options: tuple[FilterOption, ...] = ()
    ask: Callable[[Any], Sequence[FilterOption]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec(Generic[RowT]):
    """One list of a slice.

    Attributes:
        id: stable name; what the user's looks are remembered by.
        title: its name.
        columns: in the order shown at first.
        ids: every id of the list in order.
        rows: the rows of these ids; those gone may be left out.
        row_id: a row's id.
        filters: what it can be narrowed by.
        search: what the search box says while empty; None for a list without one.
        empty: said when there is nothing at all, or nothing of what it shows at first.
        usual: the filters it opens with: they are nobody's search, so nothing was searched in vain.
        none_found: said when search and filters leave nothing.
        default_sort: the order at first; the column head shows it.
        tables: a commit that touches one of these reloads the list.
        export: the verb that allows rows to leave the file and writes it to the trail, ``fn(uow, list id, keys of
            the columns, count)``; None for a list that is read on the screen only.
        export_right: the right that verb wants; whoever lacks it reads why instead of being refused afterwards.
        is_public: holds nobody's data (what the law and the classifications say): it may leave without a verb.
        stays_here: whether a row is read on the screen only, because a look opened it from behind a wall.
    """

    id: str
    title: Label
    columns: tuple[ColumnSpec[RowT], ...]
    ids: Callable[[Any, Look], tuple[str, ...]]
    rows: Callable[[Any, Sequence[str]], tuple[RowT, ...]]
    row_id: Callable[[RowT], str]
    filters: tuple[FilterSpec, ...] = ()
    search: Label | None = SEARCH
    empty: Label = EMPTY
    none_found: Label = NONE_FOUND
    usual: Mapping[str, str] = field(default_factory=dict)
    default_sort: tuple[Sort, ...] = ()
    tables: frozenset[str] = field(default_factory=frozenset)
    export: Callable[[Any, str, tuple[str, ...], int], object] | None = None
    export_right: Permission | None = None
    is_public: bool = False
    stays_here: Callable[[RowT], bool] | None = None

    def column(self, key: str) -> ColumnSpec[RowT] | None:
        """The column of that key, or None."""
        return next((column for column in self.columns if column.key == key), None)
