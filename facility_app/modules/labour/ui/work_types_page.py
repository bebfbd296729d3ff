"""Công việc lao động: what a team may do, and what it asks of whoever does it."""

from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.labour.domain.admission import FITNESS_NEEDED_LABELS, FitnessNeeded
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.module import ADD_WORK, EDIT_WORK, VOID_WORK
from facility_app.modules.labour.queries.teams import WorkTypeRow, list_work_type_ids, list_work_type_rows
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.service.teams import (
    WorkTypeFacts,
    add_work_type,
    edit_work_type,
    void_work_type,
)
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui import words as said
from facility_app.ui.forms import usual
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_page import EditableListPage, Editing
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("labour", "Công việc lao động")
CODE, NAME = label("labour", "Mã"), label("labour", "Công việc")
HAZARD, ORDINARY = label("labour", "Nguy hiểm"), label("labour", "Thông thường")
KIND = label("labour", "Loại việc")
FITNESS, TRAINING = label("labour", "Sức khỏe"), label("labour", "Huấn luyện an toàn")
MINORS, UNIT = label("labour", "Dưới 18 tuổi"), label("labour", "Đơn vị sản lượng")
PROTECTION, TOOLS = label("labour", "Bảo hộ lao động"), label("labour", "Dụng cụ dùng")
NEEDED, NOT_NEEDED = label("labour", "cần"), label("labour", "không cần")
MAY, MAY_NOT = label("labour", "được làm"), label("labour", "không được làm")
ANY, FULL = label("labour", "đủ, hoặc có giới hạn"), label("labour", "phải đủ")
IS_HAZARDOUS = label("labour", "Việc nguy hiểm: huấn luyện riêng, đủ sức khỏe, không giao người dưới 18 tuổi")
NEEDS_TRAINING = label("labour", "Cần huấn luyện an toàn trước khi làm")
MINORS_MAY = label("labour", "Có trong danh mục của cơ sở cho người dưới 18 tuổi (NĐ 163/2026 Đ128.2)")
UNIT_HINT = label("labour", "cái, kg, m²; bỏ trống nếu không đếm")
EMPTY = label("labour", "Chưa có công việc nào. Lập danh mục công việc trước, rồi lập tổ.")
TO_TEAMS = label("verbs", "Về các tổ lao động")


class WorkTypesPage(EditableListPage):
    """The kinds of work."""

    def __init__(self, context: PageContext) -> None:
        """Show them."""
        super().__init__(context, SPEC, EDITING)

    def to_teams(self) -> None:
        """Go to the teams."""
        self.context.go(Route(places.TEAMS))

    @override
    def _actions_of(self) -> tuple[ActionSpec, ...]:
        add, edit, void = super()._actions_of()
        teams = ActionSpec(
            "labour.to_teams", TO_TEAMS, self.to_teams, "arrow-left", "", VIEW_LABOUR, is_quiet=True
        )
        return (add, edit, void, teams)


def _kind(row: WorkTypeRow) -> str:
    return tr(HAZARD if row.is_hazardous else ORDINARY)


def _kind_tone(row: WorkTypeRow) -> Tone:
    return Tone.WARNING if row.is_hazardous else Tone.NEUTRAL


def _fitness(row: WorkTypeRow) -> str:
    return tr(FULL if row.is_hazardous or row.fitness_needed is FitnessNeeded.FULL else ANY)


def _training(row: WorkTypeRow) -> str:
    return tr(NEEDED if row.needs_training else NOT_NEEDED)


def _minors(row: WorkTypeRow) -> str:
    return tr(MAY if row.minors_may else MAY_NOT)


SPEC: ListSpec[WorkTypeRow] = ListSpec(
    id=places.WORK_TYPES,
    title=TITLE,
    columns=(
        ColumnSpec("code", CODE, lambda row: row.code, sort="code", width=80, is_strong=True),
        ColumnSpec("name", NAME, lambda row: row.name, sort="name", width=210, wraps=True),
        ColumnSpec("kind", KIND, _kind, width=130, tone=_kind_tone),
        ColumnSpec("fitness", FITNESS, _fitness, width=160),
        ColumnSpec("training", TRAINING, _training, width=150, gives_way=1),
        ColumnSpec("minors", MINORS, _minors, width=136, gives_way=2),
        ColumnSpec("unit", UNIT, lambda row: row.output_unit or "", width=130, gives_way=3),
        ColumnSpec("protection", PROTECTION, lambda row: row.protection or "", width=190, gives_way=4, wraps=True),
        ColumnSpec("tools", TOOLS, lambda row: row.tools or "", width=170, gives_way=5),
    ),
    ids=list_work_type_ids,
    rows=list_work_type_rows,
    row_id=lambda row: row.work_type_id,
    empty=EMPTY,
    default_sort=(Sort("code"),),
    tables=places.WORK_TABLES,
)


def _form(_context: PageContext) -> Form[WorkTypeRow]:
    form: Form[WorkTypeRow] = Form(WorkTypeRow, with_bar=False)
    form.add(usual.line("code", CODE, is_required=True), usual.line("name", NAME, is_required=True), spans=(3, 9))
    form.add(CheckField("is_hazardous", IS_HAZARDOUS))
    form.add(CheckField("needs_training", NEEDS_TRAINING))
    form.add(CheckField("minors_may", MINORS_MAY))
    form.add(
        CodeField("fitness_needed", FITNESS, options=said.options(FITNESS_NEEDED_LABELS), is_required=True),
        usual.line("output_unit", UNIT, hint=UNIT_HINT),
        spans=(7, 5),
    )
    form.add(usual.line("protection", PROTECTION), usual.line("tools", TOOLS))
    return form


def _facts(v: Mapping[str, Any]) -> WorkTypeFacts:
    return WorkTypeFacts(
        v["code"] or "", v["name"] or "", bool(v["is_hazardous"]), bool(v["needs_training"]),
        bool(v["minors_may"]), FitnessNeeded(v["fitness_needed"]), v["protection"], v["tools"], v["output_unit"],
    )  # fmt: skip


def _add(uow: Any, values: Mapping[str, Any]) -> str:
    return add_work_type(uow, _facts(values))


def _edit(uow: Any, work_type_id: str, version: int, values: Mapping[str, Any]) -> None:
    edit_work_type(uow, Seen(work_type_id, version), _facts(values))


def _void(uow: Any, work_type_id: str, version: int, reason: str) -> None:
    void_work_type(uow, Seen(work_type_id, version), reason)


BEGIN = WorkTypeRow(
    "", 0, "", "", is_hazardous=False, needs_training=True, minors_may=False, fitness_needed=FitnessNeeded.ANY,
    protection=None, tools=None, output_unit=None,
)  # fmt: skip
EDITING: Editing[WorkTypeRow] = Editing(
    verbs=(ADD_WORK, EDIT_WORK, VOID_WORK), form=_form, version=lambda row: row.version, add=_add, edit=_edit,
    void=_void, begin=BEGIN,
)  # fmt: skip
