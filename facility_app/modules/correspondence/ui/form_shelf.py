"""Every form that may be chosen, in sight before one is: whoever does not know its name finds it by its kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from facility_app.documents.forms.spec import KIND_LABELS, FormSpec, Kind
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext

TITLE = label("correspondence", "Các biểu mẫu")
HOW = label("correspondence", "↑↓ chọn · Enter mở")
NONE_YET = label("correspondence", "Không có biểu mẫu nào để chọn.")
_ORDER: Final = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One form.

    Attributes:
        spec: None for a paper of no official form.
        words: what it is called where it has no title of its own.
        used_on: when a paper of it was issued last; None where that is not known.
    """

    form_id: str
    spec: FormSpec | None
    words: Label
    used_on: date | None = None


def shelf_rows(
    options: Sequence[tuple[str, Label]], specs: Mapping[str, FormSpec], used: Mapping[str, date]
) -> tuple[ShelfRow, ...]:
    """The forms to choose from: those used lately first, the newest at the top, then kind by kind.

    Args:
        options: ids with their words.
        specs: the official ones, by id.
        used: when a paper of each was issued last.
    """
    rows = [ShelfRow(one, specs.get(one), words, used.get(one)) for one, words in options]
    lately = sorted((row for row in rows if row.used_on), key=_used_on, reverse=True)
    return (*lately, *sorted((row for row in rows if not row.used_on), key=_kind_order))


def _used_on(row: ShelfRow) -> date:
    return row.used_on or date.min


def _kind_order(row: ShelfRow) -> int:
    return len(_ORDER) if row.spec is None else _ORDER[row.spec.kind]


def _code(row: ShelfRow) -> str:
    return "" if row.spec is None else row.spec.id


def _title(row: ShelfRow) -> str:
    return tr(row.words) if row.spec is None else row.spec.title


def _kind(row: ShelfRow) -> str:
    return "" if row.spec is None else tr(KIND_LABELS[row.spec.kind])


def _used(row: ShelfRow) -> str:
    return "–" if row.used_on is None else format_date(row.used_on)


def _row_id(row: ShelfRow) -> str:
    return row.form_id


class FormShelf(ShortCard):
    """The forms as a list; a row is chosen by Enter or a double click."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        """No forms known."""
        columns = (
            ColumnSpec("title", label("correspondence", "Tên biểu mẫu"), _title, width=460, wraps=True),
            ColumnSpec("code", label("correspondence", "Mẫu"), _code, width=80, is_strong=True),
            ColumnSpec("kind", label("correspondence", "Loại"), _kind, width=140, gives_way=1),
            ColumnSpec("used_on", label("correspondence", "Lập gần nhất"), _used, width=120, gives_way=2),
        )
        super().__init__(
            context, "correspondence.forms", TITLE, columns, _row_id, NONE_YET, hint=tr(HOW), parent=parent
        )
