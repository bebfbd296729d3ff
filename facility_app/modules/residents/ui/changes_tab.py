"""What was changed in somebody's file and by whom, and who looked at it: both read from the trail."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import ROLE_LABELS
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look, PageRequest
from facility_app.modules.residents.module import SPEC
from facility_app.modules.residents.queries.changes import ChangeRow, FieldChange, list_changes
from facility_app.modules.residents.queries.looks import LookRow, list_resident_looks
from facility_app.modules.residents.ui.words import ENUM_LABELS, FIELD_LABELS, TABLE_LABELS, moment
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_panel import ListPanel
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

MOST: Final = 500
ERASED = label("residents", "(đã xóa theo yêu cầu của người đó)")
MYSELF = label("residents", "Tôi")
PROGRAM = label("residents", "Chương trình")
STAMPS: Final = frozenset(
    {"version", "created_at", "created_by", "updated_at", "updated_by", "home", "id", "resident_id", "name_fold"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one decision.

    Attributes:
        who: whoever decided, in words.
        value: None for a decision none of whose fields is shown.
    """

    line_id: str
    row: ChangeRow
    who: str
    value: FieldChange | None = field(repr=False)


def verb_words(verb: str) -> str:
    """What was decided, in words; the id itself for verbs of other slices."""
    return next((tr(one.text) for one in SPEC.verbs if one.id == verb), verb)


def roles_words(roles: str) -> str:
    """The roles held then, in words."""
    known = {role.value: text for role, text in ROLE_LABELS.items()}
    return ", ".join(tr(known[one]) for one in roles.split() if one in known)


def value_words(column: str, text: str | None) -> str:
    """What stood in a column, as people read it."""
    if text is None:
        return ""
    for kind, labels in ENUM_LABELS.items():
        if column in _ENUM_COLUMNS.get(kind.__name__, ()) and text in {str(one) for one in labels}:
            return tr(labels[kind(text)])
    if column.endswith("_on"):
        try:
            return format_date(date.fromisoformat(text))
        except ValueError:
            return text
    return text


_ENUM_COLUMNS: Final[dict[str, frozenset[str]]] = {
    "Sex": frozenset({"sex", "body_sex"}),
    "Relation": frozenset({"relation"}),
    "AlertLevel": frozenset({"level"}),
    "Strength": frozenset({"strength"}),
    "BodyPart": frozenset({"part"}),
    "BodySide": frozenset({"side"}),
    "Pose": frozenset({"pose"}),
}


def _read(resident_id: str, uow: Any) -> tuple[Line, ...]:
    found = list_changes(uow, resident_id, PageRequest(size=MOST))
    me = uow.actor.user_id
    lines = []
    for row in found.rows:
        shown = [one for one in row.values if one.column not in STAMPS]
        who = tr(MYSELF) if row.user_id == me else roles_words(row.roles) or tr(PROGRAM)
        if not shown:
            lines.append(Line(row.entry_id, row, who, None))
        lines += [Line(f"{row.entry_id}/{place}", row, who, one) for place, one in enumerate(shown)]
    return tuple(lines)


def _ids(resident_id: str, uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(line.line_id for line in _read(resident_id, uow))


def _rows(resident_id: str, uow: Any, wanted: Sequence[str]) -> tuple[Line, ...]:
    found = {line.line_id: line for line in _read(resident_id, uow)}
    return tuple(found[one] for one in wanted if one in found)


def _line_id(line: Line) -> str:
    return line.line_id


def _at(line: Line) -> str:
    return moment(line.row.at)


def _at_value(line: Line) -> datetime:
    return line.row.at


def _who(line: Line) -> str:
    return line.who


def _device(line: Line) -> str:
    return line.row.device


def _what(line: Line) -> str:
    return verb_words(line.row.verb)


def _where(line: Line) -> str:
    return (
        tr(TABLE_LABELS[line.value.table]) if line.value is not None and line.value.table in TABLE_LABELS else ""
    )


def _column(line: Line) -> str:
    if line.value is None:
        return ""
    found: Label | None = FIELD_LABELS.get(line.value.column)
    return line.value.column if found is None else tr(found)


def _before(line: Line) -> str:
    if line.value is None:
        return ""
    return tr(ERASED) if line.value.is_erased else value_words(line.value.column, line.value.before)


def _after(line: Line) -> str:
    if line.value is None:
        return ""
    return tr(ERASED) if line.value.is_erased else value_words(line.value.column, line.value.after)


def _reason(line: Line) -> str:
    return line.row.reason or ""


def changes_spec(resident_id: str) -> ListSpec[Line]:
    """Everything ever changed about a person, field by field, the newest first."""
    return ListSpec(
        id="residents.changes",
        title=label("residents", "Lịch sử thay đổi hồ sơ"),
        columns=(
            ColumnSpec("at", label("terms", "Lúc"), _at, _at_value, width=140),
            ColumnSpec("who", label("terms", "Ai"), _who, width=140),
            ColumnSpec("what", label("terms", "Việc"), _what, width=190),
            ColumnSpec("where", label("residents", "Phần"), _where, width=130),
            ColumnSpec("column", label("terms", "Mục"), _column, width=140),
            ColumnSpec("before", label("residents", "Trước"), _before, width=150),
            ColumnSpec("after", label("residents", "Sau"), _after, width=170, is_strong=True),
            ColumnSpec("reason", label("terms", "Lý do"), _reason, width=180),
            ColumnSpec("device", label("terms", "Máy"), _device, width=110, is_hidden=True),
        ),
        ids=partial(_ids, resident_id),
        rows=partial(_rows, resident_id),
        row_id=_line_id,
        search=None,
        empty=label("residents", "Hồ sơ này chưa có thay đổi nào được ghi."),
        tables=frozenset(TABLE_LABELS),
    )


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
            ColumnSpec("at", label("terms", "Lúc"), _look_at, _look_at_value, width=150),
            ColumnSpec("who", label("terms", "Tài khoản"), _look_who, width=190, is_strong=True, ink=_look_tone),
            ColumnSpec("roles", label("terms", "Vai trò"), _look_roles, width=210),
            ColumnSpec("what", label("terms", "Việc"), _look_what, width=230),
            ColumnSpec("purpose", label("residents", "Mục đích"), _look_purpose, width=220),
            ColumnSpec("device", label("terms", "Máy"), _look_device, width=120),
        ),
        ids=partial(_look_ids, resident_id),
        rows=partial(_look_rows, resident_id),
        row_id=_look_id,
        search=None,
        empty=label("residents", "Chưa có lần xem nào được ghi."),
        tables=frozenset({"audit_entry"}),
    )


class ListPane(Pane):
    """A tab that is one list."""

    def __init__(self, context: PageContext, spec: ListSpec[Any]) -> None:
        """Show ``spec``."""
        super().__init__()
        self._context = context
        self.panel = ListPanel(spec, context.runner, context.theme, context.memory, parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.panel)
        self.panel.said.connect(self._on_said)

    def _on_said(self, text: str, tone: Tone) -> None:
        self._context.say(text, tone)

    @override
    def first_focus(self) -> QWidget:
        return self.panel.table


def changes_pane(context: PageContext, resident_id: str) -> QWidget:
    """The tab of changes."""
    return ListPane(context, changes_spec(resident_id))


def looks_pane(context: PageContext, resident_id: str) -> QWidget:
    """The tab of looks."""
    return ListPane(context, looks_spec(resident_id))
