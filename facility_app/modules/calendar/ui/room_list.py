"""Phòng học – xưởng: the list as data, and the form its rows are written in."""

from collections.abc import Mapping
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.calendar.domain.rooms import ROOM_KIND_LABELS, SEATS_LIMIT, RoomFacts, RoomKind
from facility_app.modules.calendar.module import ADD_ROOM, EDIT_ROOM, VOID_ROOM
from facility_app.modules.calendar.queries.rooms import RoomRow, list_room_ids, list_room_rows
from facility_app.modules.calendar.service.rooms import EditRoom, VoidRoom, add_room, edit_room, void_room
from facility_app.modules.calendar.ui import places
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_page import Editing
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext

TITLE = label("calendar", "Phòng học – xưởng")
CODE, NAME = label("calendar", "Ký hiệu"), label("calendar", "Tên phòng")
KIND, SEATS = label("calendar", "Loại"), label("calendar", "Số chỗ")
SHARED = label("calendar", "Nhiều nhóm dùng cùng lúc (không báo trùng)")
NOTE = label("terms", "Ghi chú")
EMPTY = label("calendar", "Chưa có phòng học, xưởng nào. Thêm phòng để xếp lớp, xếp lịch và thấy phòng bị trùng.")
TOGETHER = label("calendar", "dùng chung")
LIMIT: Final = 200


def _row_id(row: RoomRow) -> str:
    return row.room_id


def _code(row: RoomRow) -> str:
    return row.code


def _name(row: RoomRow) -> str:
    return row.name


def _kind(row: RoomRow) -> str:
    return tr(ROOM_KIND_LABELS[row.kind])


def _shared(row: RoomRow) -> str:
    return tr(TOGETHER) if row.is_shared else ""


def _seats(row: RoomRow) -> str:
    return "" if row.seats is None else str(row.seats)


def _note(row: RoomRow) -> str:
    return row.note or ""


def _version(row: RoomRow) -> int:
    return row.version


LIST: ListSpec[RoomRow] = ListSpec(
    id=places.ROOMS,
    title=TITLE,
    columns=(
        ColumnSpec("code", CODE, _code, sort="code", width=110, is_strong=True),
        ColumnSpec("name", NAME, _name, sort="name", width=280),
        ColumnSpec("kind", KIND, _kind, width=200, note=_shared),
        ColumnSpec("seats", SEATS, _seats, sort="seats", width=90, align=Align.END),
        ColumnSpec("note", NOTE, _note, width=260, gives_way=1),
    ),
    ids=list_room_ids,
    rows=list_room_rows,
    row_id=_row_id,
    empty=EMPTY,
    default_sort=(Sort("code"),),
    tables=frozenset({"meeting_room"}),
)


def _form(_context: PageContext) -> Form[Any]:
    form = new_form()
    kinds = tuple((one.value, text) for one, text in ROOM_KIND_LABELS.items())
    form.add(
        TextField("code", CODE, is_required=True, limit=LIMIT),
        TextField("name", NAME, is_required=True, limit=LIMIT),
        spans=(4, 8),
    )
    form.add(
        CodeField("kind", KIND, options=kinds, is_required=True), NumberField("seats", SEATS, most=SEATS_LIMIT),
        spans=(8, 4),
    )  # fmt: skip
    form.add(CheckField("is_shared", SHARED))
    form.add(TextField("note", NOTE, limit=LIMIT))
    return form


def _facts(v: Mapping[str, Any]) -> RoomFacts:
    seats = v["seats"]
    return RoomFacts(
        v["code"] or "", v["name"] or "", RoomKind(v["kind"]), None if seats is None else int(seats),
        bool(v["is_shared"]), v["note"],
    )  # fmt: skip


def _add(uow: Any, values: Mapping[str, Any]) -> str:
    return add_room(uow, _facts(values)).room_id


def _edit(uow: Any, room_id: str, version: int, values: Mapping[str, Any]) -> None:
    edit_room(uow, EditRoom(room_id, version, _facts(values)))


def _void(uow: Any, room_id: str, version: int, reason: str) -> None:
    void_room(uow, VoidRoom(room_id, version, reason))


EDITING: Editing[Any] = Editing(
    verbs=(ADD_ROOM, EDIT_ROOM, VOID_ROOM),
    form=_form,
    version=_version,
    add=_add,
    edit=_edit,
    void=_void,
    begin=shown(kind=RoomKind.CLASSROOM, is_shared=False),
)
