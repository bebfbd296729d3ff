"""A list as a spreadsheet file: what the user sees, all of its rows, written off the thread of the windows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from facility_app.kernel.labels import label
from facility_app.sheets.table_writer import Written, write_table
from facility_app.ui.i18n import tr
from facility_app.ui.lists.leaving import free_rows
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.tasks import Progress, Workplace

CHUNK = 500
POINTS_A_CHARACTER = 8
READING = label("ui", "Đang ghi tệp Excel…")


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be written.

    Attributes:
        path: where to.
        columns: as the user sees them.
        ids: the rows, in order.
        notes: lines below the title.
        made_at: the instant the file bears; None for the writer's own.
    """

    path: Path
    columns: tuple[ColumnSpec[Any], ...]
    ids: tuple[str, ...]
    notes: tuple[str, ...] = ()
    made_at: datetime | None = None


def write_list(workplace: Workplace, spec: ListSpec[Any], order: ExportOrder, progress: Progress) -> Written:
    """Write the list; a job of the Runner. Rows gone meanwhile are left out; all come from one snapshot.

    Raises:
        EnvironmentFault: the file cannot be written.
        StoppedError: the user stopped it; nothing is left.
    """
    with workplace.read() as uow:
        return write_table(
            order.path,
            tr(spec.title),
            [tr(column.head) for column in order.columns],
            _cells(spec, order.columns, order.ids, uow),
            text_columns={number for number, column in enumerate(order.columns) if column.is_paper_number},
            widths=[column.width // POINTS_A_CHARACTER for column in order.columns],
            notes=order.notes,
            made_at=order.made_at,
            on_row=partial(_tell, progress, len(order.ids)),
        )


def _tell(progress: Progress, total: int, done: int) -> None:
    progress.tell(done, total, READING)


def _cells(
    spec: ListSpec[Any], columns: Sequence[ColumnSpec[Any]], ids: Sequence[str], uow: Any
) -> Iterator[list[object]]:
    for begin in range(0, len(ids), CHUNK):
        for row in free_rows(spec, spec.rows(uow, ids[begin : begin + CHUNK])):
            yield [column.typed(row) for column in columns]
