"""What was changed in somebody's file, by whom and why: read from the trail, field by field."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import ROLE_LABELS
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain import EXPORT_LISTS
from facility_app.modules.residents.domain.body import BodyPart, BodySide, MarkKind, Pose
from facility_app.modules.residents.domain.family import AddressKind, AliasKind, Relation
from facility_app.modules.residents.domain.files import AttachmentKind
from facility_app.modules.residents.domain.papers import PaperKind
from facility_app.modules.residents.domain.past import LegalRecordKind, RehabKind
from facility_app.modules.residents.domain.safety import AlertKind, AlertLevel, Strength
from facility_app.modules.residents.module import SPEC
from facility_app.modules.residents.queries.changes import (
    ChangeRow,
    FieldChange,
    list_change_ids,
    list_change_rows,
)
from facility_app.modules.residents.queries.choices import CodeList, find_entry
from facility_app.modules.residents.service.exports import ExportList, export_list
from facility_app.modules.residents.ui.identity_form import CODED
from facility_app.modules.residents.ui.words import ENUM_LABELS, FIELD_LABELS, TABLE_LABELS, moment
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_panel import ListPanel
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

ERASED = label("residents", "(đã xóa theo yêu cầu của người đó)")
MYSELF = label("residents", "Tôi")
PROGRAM = label("residents", "Chương trình")
NEW = label("residents", "(ghi mới)")


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one decision, or all fields of what was written new.

    Attributes:
        who: whoever decided, in words.
        part: the part of the file.
        column: what of it; empty for something new.
    """

    row: ChangeRow
    who: str
    part: str = ""
    column: str = ""
    before: str = field(default="", repr=False)
    after: str = field(default="", repr=False)


def verb_words(verb: str) -> str:
    """What was decided, in words; the id itself for verbs of other slices."""
    return next((tr(one.text) for one in SPEC.verbs if one.id == verb), verb)


def roles_words(roles: str) -> str:
    """The roles held then, in words."""
    known = {role.value: text for role, text in ROLE_LABELS.items()}
    return ", ".join(tr(known[one]) for one in roles.split() if one in known)


def value_words(uow: Any, value: FieldChange, text: str | None) -> str:
    """What stood in a column, as people read it."""
    if value.is_erased:
        return tr(ERASED)
    if text is None or value.is_masked:
        return text or ""
    which = CODED[value.column][1] if value.column in CODED else _MORE_CODED.get(value.column)
    if which is not None:
        found = find_entry(uow, which, text)
        return text if found is None else tr(found.text)
    kind = _KINDS.get((value.table, value.column)) or _KINDS.get(("", value.column))
    if kind is not None and text in {str(one) for one in ENUM_LABELS[kind]}:
        return tr(ENUM_LABELS[kind][kind(text)])
    return _day_words(text) if value.column.endswith("_on") else text


def _day_words(text: str) -> str:
    try:
        return format_date(date.fromisoformat(text))
    except ValueError:
        return text


_KINDS: Final[dict[tuple[str, str], type]] = {
    ("resident_alias", "kind"): AliasKind,
    ("resident_paper", "kind"): PaperKind,
    ("resident_address", "kind"): AddressKind,
    ("legal_record", "kind"): LegalRecordKind,
    ("attachment", "kind"): AttachmentKind,
    ("body_mark", "kind"): MarkKind,
    ("rehab_history", "kind"): RehabKind,
    ("resident_alert", "kind"): AlertKind,
    ("", "sex"): Sex,
    ("", "body_sex"): Sex,
    ("", "relation"): Relation,
    ("", "level"): AlertLevel,
    ("", "strength"): Strength,
    ("", "part"): BodyPart,
    ("", "side"): BodySide,
    ("", "pose"): Pose,
}
"""(table, column) → its closed set; an empty table stands for every one."""
_MORE_CODED: Final[dict[str, CodeList]] = {"substance": CodeList.SUBSTANCE, "route": CodeList.ROUTE}


def _line(uow: Any, row: ChangeRow) -> Line:
    who = tr(MYSELF) if row.user_id == uow.actor.user_id else roles_words(row.roles) or tr(PROGRAM)
    if not row.values:
        return Line(row, who)
    first = row.values[0]
    part = tr(TABLE_LABELS[first.table]) if first.table in TABLE_LABELS else ""
    if row.is_new:
        told = [_named(uow, one) for one in row.values if one.after not in {None, "", "0"}]
        return Line(row, who, part, after=" · ".join(told))
    before, after = (value_words(uow, first, text) for text in (first.before, first.after))
    return Line(row, who, part, tr(FIELD_LABELS[first.column]), before, after)


def _named(uow: Any, value: FieldChange) -> str:
    return f"{tr(FIELD_LABELS[value.column])}: {value_words(uow, value, value.after)}"


def _ids(resident_id: str, uow: Any, _look: Look) -> tuple[str, ...]:
    return list_change_ids(uow, resident_id, FIELD_LABELS)


def _rows(resident_id: str, uow: Any, wanted: Sequence[str]) -> tuple[Line, ...]:
    return tuple(_line(uow, row) for row in list_change_rows(uow, resident_id, FIELD_LABELS, wanted))


def _line_id(line: Line) -> str:
    return line.row.line_id


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
    return line.part


def _column(line: Line) -> str:
    return line.column or (tr(NEW) if line.after else "")


def _before(line: Line) -> str:
    return line.before


def _after(line: Line) -> str:
    return line.after


def _reason(line: Line) -> str:
    return line.row.reason or ""


def export_about(resident_id: str, uow: Any, list_id: str, columns: tuple[str, ...], count: int) -> object:
    """Let a list about one person leave the file."""
    return export_list(uow, ExportList(list_id, columns, count, resident_id))


def changes_spec(resident_id: str) -> ListSpec[Line]:
    """Everything ever changed about a person, field by field, the newest first."""
    return ListSpec(
        id="residents.changes",
        title=label("residents", "Lịch sử thay đổi hồ sơ"),
        columns=(
            ColumnSpec("at", label("terms", "Lúc"), _at, _at_value, width=162, gives_way=1),
            ColumnSpec("who", label("terms", "Ai"), _who, width=110, gives_way=2),
            ColumnSpec("what", label("terms", "Việc"), _what, width=200, gives_way=3, wraps=True),
            ColumnSpec("where", label("residents", "Phần"), _where, width=146, gives_way=4),
            ColumnSpec("column", label("terms", "Mục"), _column, width=124),
            ColumnSpec("before", label("residents", "Trước"), _before, width=110, wraps=True),
            ColumnSpec("after", label("residents", "Sau"), _after, width=268, is_strong=True, wraps=True),
            ColumnSpec("reason", label("terms", "Lý do"), _reason, width=180, wraps=True),
            ColumnSpec("device", label("terms", "Máy"), _device, width=110, is_hidden=True),
        ),
        ids=partial(_ids, resident_id),
        rows=partial(_rows, resident_id),
        row_id=_line_id,
        search=None,
        empty=label("residents", "Hồ sơ này chưa có thay đổi nào được ghi."),
        tables=frozenset(TABLE_LABELS),
        export=partial(export_about, resident_id),
        export_right=EXPORT_LISTS,
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
