"""Tools, and what of them is out, as lists with their verbs."""

from collections.abc import Mapping, Sequence
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.modules.labour.domain.rights import ARRANGE_LABOUR, KEEP_SHEETS
from facility_app.modules.labour.module import ADD_TOOL, EDIT_TOOL, VOID_TOOL
from facility_app.modules.labour.queries.tools import (
    ToolCountRow,
    ToolRow,
    list_count_ids,
    list_count_rows,
    list_tool_ids,
    list_tool_rows,
)
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.service.tools import (
    MOST,
    TakeBackTools,
    ToolFacts,
    add_tool,
    edit_tool,
    take_back_tools,
    void_tool,
)
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui import words as said
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, nothing, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb, ReasonVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

TOOLS, COUNTS = label("labour", "Kho dụng cụ"), label("labour", "Phát, thu theo tổ")
NO_TOOL = label("labour", "Chưa có dụng cụ nào.")
NO_COUNT = label("labour", "Chưa phát dụng cụ lần nào.")
CODE, NAME, PLACE = label("labour", "Mã"), label("labour", "Dụng cụ"), label("labour", "Nơi cất")
QUANTITY, OUT = label("labour", "Có"), label("labour", "Ở ngoài")
DANGER = label("labour", "nguy hiểm")
IS_DANGEROUS = label("labour", "Sắc, nhọn, cháy hoặc có thể làm hung khí")
TEAM, DAY, TAKEN = label("labour", "Tổ"), label("labour", "Ngày"), label("labour", "Đã phát")
RETURNED, STATE = label("labour", "Đã thu"), label("labour", "Tình trạng")
GIVER, NOTE = label("labour", "Người phát"), label("labour", "Thiếu thì đã làm gì, báo ai")
STILL_OUT, ALL_BACK = label("labour", "chưa thu về"), label("labour", "đã thu đủ")
MISSING = label("labour", "thiếu {count}")
TAKE_BACK = label("verbs", "Thu dụng cụ")
SAVED, STRUCK, BACK = (
    label("ui", "Đã lưu."),
    label("ui", "Đã gạch bỏ."),
    label("labour", "Đã ghi thu dụng cụ."),
)
IS_BACK = label("labour", "Số dụng cụ này đã thu.")
VOID_TEXT = label("labour", "{name}: chỉ gạch bỏ được khi không còn chiếc nào ở ngoài.")
BACK_TEXT = label("labour", "{tool}: đã phát {count} cho {team}, ngày {day}. Thu đủ thì bấm luôn.")
OFFICER, OFFICER_HINT = label("labour", "Cán bộ giao nhận"), label("labour", "Để trống: người đang đăng nhập")
_MOST_SHOWN = 200


def tools_spec() -> ListSpec[Any]:
    """Every tool."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", NAME, lambda row: row.name, width=190, is_strong=True, note=lambda row: row.code),
        ColumnSpec("out", OUT, _out, width=96, align=Align.END, ink=_out_ink, is_whole=True),
        ColumnSpec("quantity", QUANTITY, lambda row: str(row.quantity), width=52, align=Align.END),
        ColumnSpec("danger", STATE, _danger, width=124, tone=_danger_tone),
        ColumnSpec("place", PLACE, lambda row: row.place or "", width=110, gives_way=1),
    )
    return short_list("labour.tool_list", TOOLS, NO_TOOL, columns, list_tools, _tool_id, places.TOOL_TABLES)


def counts_spec() -> ListSpec[Any]:
    """What is out first, then the last days."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("tool", NAME, lambda row: row.tool, width=136, is_strong=True),
        ColumnSpec("state", STATE, _state, width=126, tone=_state_tone),
        ColumnSpec("team", TEAM, lambda row: row.team, width=120),
        ColumnSpec("taken", TAKEN, lambda row: str(row.taken), width=76, align=Align.END),
        ColumnSpec("returned", RETURNED, _returned, width=70, align=Align.END),
        ColumnSpec("day", DAY, lambda row: said.day(row.held_on), width=100),
        ColumnSpec("giver", GIVER, lambda row: row.taken_name, width=140, gives_way=2),
        ColumnSpec("note", NOTE, lambda row: row.missing_note or "", width=190, gives_way=1),
    )
    return short_list("labour.count_list", COUNTS, NO_COUNT, columns, _counts, _count_id, places.TOOL_TABLES)


def tool_verbs() -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On the tools."""
    add: FormVerb[Any] = FormVerb(
        id=ADD_TOOL.id, text=ADD_TOOL.text, permission=ARRANGE_LABOUR, icon="plus", told=SAVED, needs_row=False,
        form=_tool_form, begin=nothing, save=_add,
    )  # fmt: skip
    edit: FormVerb[Any] = FormVerb(
        id=EDIT_TOOL.id, text=EDIT_TOOL.text, permission=ARRANGE_LABOUR, icon="pencil", told=SAVED,
        form=_tool_form, begin=_tool_begin, save=_edit, version=_tool_version,
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id=VOID_TOOL.id, text=VOID_TOOL.text, permission=ARRANGE_LABOUR, icon="ban", told=STRUCK,
        title=VOID_TOOL.text, about=_about_tool, button=VOID_TOOL.text, save=_void, is_dangerous=True,
    )  # fmt: skip
    return add, edit, void


def count_verbs() -> tuple[FormVerb[Any], ...]:
    """On what went out."""
    back: FormVerb[Any] = FormVerb(
        id="labour.take_back_tools", text=TAKE_BACK, permission=KEEP_SHEETS, icon="arrow-back-up", told=BACK,
        shortcut="Ctrl+Shift+B", form=_back_form, begin=_back_begin, save=_take_back, version=_count_version,
        about=_about_count, why_not=_why_back,
    )  # fmt: skip
    return (back,)


def list_tools(uow: Any) -> Sequence[ToolRow]:
    """Every tool, by code."""
    return list_tool_rows(uow, list_tool_ids(uow, Look()))


def _counts(uow: Any) -> Sequence[ToolCountRow]:
    return list_count_rows(uow, list_count_ids(uow, Look())[:_MOST_SHOWN])


def _tool_form(_context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(usual.line("code", CODE, is_required=True), usual.line("name", NAME, is_required=True), spans=(3, 9))
    form.add(
        NumberField("quantity", QUANTITY, least=0, most=MOST, is_required=True), usual.line("place", PLACE),
        spans=(3, 9),
    )  # fmt: skip
    form.add(CheckField("is_dangerous", IS_DANGEROUS))
    return form


def _tool_begin(_context: PageContext, row: Any) -> Any:
    return row


def _back_form(_context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        NumberField("returned", RETURNED, least=0, most=MOST, is_required=True), usual.line("missing_note", NOTE),
        spans=(3, 9),
    )  # fmt: skip
    form.add(usual.line("officer_name", OFFICER, hint=OFFICER_HINT))
    return form


def _back_begin(_context: PageContext, row: Any) -> Shown:
    return shown(returned=row.taken)


def _facts(v: Mapping[str, Any]) -> ToolFacts:
    return ToolFacts(v["code"] or "", v["name"] or "", int(v["quantity"]), bool(v["is_dangerous"]), v["place"])


def _add(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    return add_tool(uow, _facts(v))


def _edit(uow: Any, tool_id: str, version: int, v: Mapping[str, Any]) -> None:
    edit_tool(uow, Seen(tool_id, version), _facts(v))


def _void(uow: Any, row: ToolRow, reason: str) -> None:
    void_tool(uow, Seen(row.tool_id, row.version), reason)


def _take_back(uow: Any, count_id: str, version: int, v: Mapping[str, Any]) -> None:
    take_back_tools(
        uow, TakeBackTools(count_id, version, int(v["returned"]), v["missing_note"], v["officer_name"] or "")
    )


def _tool_id(row: ToolRow) -> str:
    return row.tool_id


def _tool_version(row: ToolRow) -> int:
    return row.version


def _count_id(row: ToolCountRow) -> str:
    return row.count_id


def _count_version(row: ToolCountRow) -> int:
    return row.version


def _out(row: ToolRow) -> str:
    missing = tr(MISSING, count=row.missing) if row.missing else ""
    return " · ".join(filter(None, (str(row.out or ""), missing)))


def _out_ink(row: ToolRow) -> Tone | None:
    if row.missing:
        return Tone.DANGER
    return Tone.WARNING if row.out else None


def _danger(row: ToolRow) -> str:
    return tr(DANGER) if row.is_dangerous else ""


def _danger_tone(row: ToolRow) -> Tone | None:
    return Tone.DANGER if row.is_dangerous else None


def _state(row: ToolCountRow) -> str:
    if row.returned is None:
        return tr(STILL_OUT)
    return tr(MISSING, count=row.missing) if row.missing else tr(ALL_BACK)


def _state_tone(row: ToolCountRow) -> Tone:
    if row.returned is None:
        return Tone.DANGER if row.is_dangerous else Tone.WARNING
    return Tone.DANGER if row.missing else Tone.OK


def _returned(row: ToolCountRow) -> str:
    return "" if row.returned is None else str(row.returned)


def _why_back(row: ToolCountRow) -> Label | None:
    return None if row.returned is None else IS_BACK


def _about_tool(row: ToolRow) -> str:
    return tr(VOID_TEXT, name=row.name)


def _about_count(row: ToolCountRow) -> str:
    return tr(BACK_TEXT, tool=row.tool, count=row.taken, team=row.team, day=said.day(row.held_on))
