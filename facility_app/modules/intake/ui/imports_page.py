"""Các lần nhập danh sách: each import, and the way to take it back as a whole."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS, UNDO_IMPORTS
from facility_app.modules.intake.queries.imports import ImportRow, list_imports
from facility_app.modules.intake.service.roster import UndoImport, Undone, undo_import
from facility_app.modules.intake.ui import places
from facility_app.modules.intake.ui.cases_list import FROM_LIST
from facility_app.modules.intake.ui.roster_page import IMPORTS_PAGE, UNDONE
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

TITLE = label("intake", "Các lần nhập danh sách")
EMPTY = label("intake", "Chưa nhập danh sách nào.")
UNDO = label("verbs", "Hoàn tác lần nhập")
CHOOSE_ONE = label("intake", "Hãy chọn một lần nhập trước.")
GONE = label("intake", "Lần nhập này đã hoàn tác.")
STANDS, TAKEN_BACK = label("intake", "Đang dùng"), label("intake", "Đã hoàn tác")
HINT = label("intake", "Hoàn tác được khi chưa ai ghi thêm gì về những người của lần nhập")


def _ids(uow: Any, look: Look) -> tuple[str, ...]:
    wanted = fold(look.text).split()
    return tuple(row.import_id for row in list_imports(uow) if all(word in fold(row.file_name) for word in wanted))


def _rows(uow: Any, ids: Sequence[str]) -> tuple[ImportRow, ...]:
    known = {row.import_id: row for row in list_imports(uow)}
    return tuple(known[one] for one in ids if one in known)


def _moment(row: ImportRow) -> str:
    return format_moment(row.at)


def _state(row: ImportRow) -> str:
    return tr(STANDS if row.undone_at is None else TAKEN_BACK)


def _tone(row: ImportRow) -> Tone | None:
    return Tone.OK if row.undone_at is None else Tone.NEUTRAL


SPEC: ListSpec[ImportRow] = ListSpec(
    id=IMPORTS_PAGE,
    title=TITLE,
    columns=(
        ColumnSpec("at", label("intake", "Lúc"), _moment, width=130),
        ColumnSpec("file", label("intake", "Tệp"), lambda row: row.file_name, width=260, is_strong=True),
        ColumnSpec("rows", label("intake", "Số dòng"), lambda row: str(row.rows), width=80),
        ColumnSpec("created", label("intake", "Người mới"), lambda row: str(row.created), width=96),
        ColumnSpec("matched", label("intake", "Hồ sơ cũ"), lambda row: str(row.matched), width=96),
        ColumnSpec("stays", label("intake", "Lần cai"), lambda row: str(row.stays), width=80),
        ColumnSpec("rejected", label("intake", "Không nhận"), lambda row: str(row.rejected), width=96),
        ColumnSpec("state", label("intake", "Tình trạng"), _state, width=130, tone=_tone),
    ),
    ids=_ids,
    rows=_rows,
    row_id=lambda row: row.import_id,
    empty=EMPTY,
    default_sort=(),
    tables=frozenset({"roster_import"}),
)


class ImportsPage(ListPage):
    """The list of imports."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        start = ActionSpec("intake.roster", FROM_LIST, self.to_roster, "upload", "", IMPORT_ROSTERS)
        super().__init__(context, SPEC, actions=(start,))

    def to_roster(self) -> None:
        """Begin with a list."""
        self.context.go(Route(places.ROSTER))

    def undo(self) -> None:
        """Take the chosen import back as a whole."""
        row = self._chosen()
        if row is not None:
            op = self.context.runner.command(self, partial(_undone, row.import_id))
            op.success(self._on_undone).failure(self._on_failed).run()

    def _chosen(self) -> ImportRow | None:
        ids = self.selected_ids()
        return self.panel.model.row_of(ids[0]) if len(ids) == 1 else None

    def _why_not(self) -> str | None:
        row = self._chosen()
        if row is None:
            return tr(CHOOSE_ONE)
        return tr(GONE) if row.undone_at is not None else None

    def _on_undone(self, done: Undone) -> None:
        self.context.say(tr(UNDONE, people=done.people, stays=done.stays), Tone.OK)

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("intake.undo_import", UNDO, self.undo, "arrow-back-up", "", UNDO_IMPORTS, self._why_not),
        )

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _undone(import_id: str, uow: Any) -> Undone:
    return undo_import(uow, UndoImport(import_id))
