"""What the page of a list has done on the threads of the database."""

from collections.abc import Callable
from typing import Any

from facility_app.modules.intake.domain.roster import RosterChoices
from facility_app.modules.intake.queries.roster import RosterPreview, preview_roster
from facility_app.modules.intake.service.roster import (
    Imported,
    ImportRoster,
    UndoImport,
    Undone,
    import_roster,
    undo_import,
)
from facility_app.sheets.workbook import Book


def previewed(
    book: Book,
    choices: RosterChoices,
    watch: Callable[[int, int], None],
    earlier: RosterPreview | None,
    uow: Any,
) -> RosterPreview:
    """The list looked at row by row; after the first look only what may have changed."""
    return preview_roster(uow, book, choices, watch, earlier)


def imported(order: ImportRoster, uow: Any) -> Imported:
    """The list taken over."""
    return import_roster(uow, order)


def undone(import_id: str, uow: Any) -> Undone:
    """The list taken back."""
    return undo_import(uow, UndoImport(import_id))
