"""Who opened, printed or exported somebody's file: read from the trail, the newest first."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.residents.domain import EXPORT_LISTS
from facility_app.modules.residents.queries.looks import LookRow, list_resident_looks
from facility_app.modules.residents.ui.changes_tab import PROGRAM, ListPane, export_about, roles_words, verb_words
from facility_app.modules.residents.ui.words import moment
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone


def _look_ids(resident_id: str, uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(one.entry_id for one in list_resident_looks(uow, resident_id))


def _look_rows(resident_id: str, uow: Any, wanted: Sequence[str]) -> tuple[LookRow, ...]:
    found = {one.entry_id: one for one in list_resident_looks(uow, resident_id)}
    return tuple(found[one] for one in wanted if one in found)


def _look_id(row: LookRow) -> str:
    return row.entry_id


def _look_at(row: LookRow) -> str:
    return moment(row.at)


def _look_at_value(row: LookRow) -> datetime:
    return row.at


def _look_who(row: LookRow) -> str:
    return row.user_name or tr(PROGRAM)


def _look_roles(row: LookRow) -> str:
    return roles_words(row.roles)


def _look_what(row: LookRow) -> str:
    return verb_words(row.verb)


def _look_purpose(row: LookRow) -> str:
    return row.purpose or ""


def _look_device(row: LookRow) -> str:
    return row.device


def _look_tone(row: LookRow) -> Tone | None:
    return Tone.WARNING if row.caused_by is not None else None


def looks_spec(resident_id: str) -> ListSpec[LookRow]:
    """Everybody who opened, printed or exported the file, the newest first."""
    return ListSpec(
        id="residents.looks",
        title=label("residents", "Ai đã xem hồ sơ"),
        columns=(
            ColumnSpec("at", label("terms", "Lúc"), _look_at, _look_at_value, width=160),
            ColumnSpec("who", label("terms", "Tài khoản"), _look_who, width=190, is_strong=True, ink=_look_tone),
            ColumnSpec("roles", label("terms", "Vai trò"), _look_roles, width=220),
            ColumnSpec("what", label("terms", "Việc"), _look_what, width=230),
            ColumnSpec("purpose", label("residents", "Mục đích"), _look_purpose, width=170),
            ColumnSpec("device", label("terms", "Máy"), _look_device, width=120),
        ),
        ids=partial(_look_ids, resident_id),
        rows=partial(_look_rows, resident_id),
        row_id=_look_id,
        search=None,
        empty=label("residents", "Chưa có lần xem nào được ghi."),
        tables=frozenset({"audit_entry"}),
        export=partial(export_about, resident_id),
        export_right=EXPORT_LISTS,
    )


def looks_pane(context: PageContext, resident_id: str) -> QWidget:
    """The tab of looks."""
    return ListPane(context, looks_spec(resident_id))
