"""Khu, nhà, phòng, giường: built in cards side by side; capacity and closures are decided by two people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.modules.housing.domain.conventions import KEEPS_BED, MAY_KEEP, SEPARATES_KINDS
from facility_app.modules.housing.domain.places import (
    ROOM_PURPOSE_LABELS,
    ZONE_KIND_LABELS,
    RoomPurpose,
    ZoneKind,
)
from facility_app.modules.housing.domain.rights import CHANGE_CAPACITY, EDIT_HOUSE, SET_HOUSE, VIEW_HOUSE
from facility_app.modules.housing.queries.house import (
    BedRow,
    BuildingRow,
    ClosureRow,
    RoomRow,
    ZoneRow,
    list_beds,
    list_buildings,
    list_closures,
    list_rooms,
    list_zones,
)
from facility_app.modules.housing.queries.screens import PRESENCE_WORDS, Conventions, get_conventions
from facility_app.modules.housing.service.capacity import (
    SECOND_PERSON,
    ChangeCapacity,
    ClosePlace,
    ReopenPlace,
    change_capacity,
    close_place,
    reopen_place,
)
from facility_app.modules.housing.service.conventions import SetConventions, set_conventions
from facility_app.modules.housing.service.places import (
    AddBeds,
    AddBuilding,
    AddRoom,
    AddZone,
    EditBuilding,
    EditRoom,
    EditZone,
    VoidPlace,
    add_beds,
    add_building,
    add_room,
    add_zone,
    edit_building,
    edit_room,
    edit_zone,
    void_bed,
    void_building,
    void_room,
    void_zone,
)
from facility_app.modules.housing.ui import fields, places
from facility_app.modules.housing.ui.agreeing import Agreeing
from facility_app.modules.housing.ui.press import Press
from facility_app.modules.housing.ui.words import options
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard, FormVerb, ReasonVerb
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

TITLE = label("housing", "Khu, phòng, giường")
ZONES, BUILDINGS = label("housing", "Khu, phân khu"), label("housing", "Nhà, dãy")
ROOMS, BEDS = label("housing", "Phòng"), label("housing", "Giường")
KIND, SEX, PARENT = label("housing", "Loại"), label("housing", "Dành cho"), label("housing", "Thuộc khu")
ZONE, BUILDING = label("housing", "Khu"), label("housing", "Nhà")
CERTIFIED, WORKING = label("housing", "Được duyệt"), label("housing", "Đang dùng")
AREA, PURPOSE = label("housing", "Diện tích (m²)"), label("housing", "Công dụng")
BED_COUNT, STATE = label("housing", "Số giường"), label("housing", "Tình trạng")
ADD, EDIT, VOID = label("verbs", "Thêm"), label("verbs", "Sửa"), label("verbs", "Bỏ")
ADD_BEDS, CAPACITY = label("verbs", "Thêm giường"), label("verbs", "Đổi sức chứa")
CLOSE, REOPEN = label("verbs", "Tạm đóng"), label("verbs", "Mở lại")
CONVENTIONS, BOARD = label("verbs", "Quy ước chỗ ở"), label("verbs", "Về sơ đồ")
AGREE_NEXT = label("verbs", "Nhờ người thứ hai xác nhận")
SAVED, STRUCK = label("ui", "Đã lưu."), label("housing", "Đã bỏ; lịch sử vẫn còn.")
VOID_TEXT = label("housing", "{name}: chỉ bỏ được khi không còn gì và không còn ai ở trong; lịch sử vẫn còn.")
NO_ZONE = label("housing", "Chưa có khu nào. Hãy thêm khu đầu tiên.")
NO_BUILDING = label("housing", "Khu này chưa có nhà nào.")
NO_ROOM, NO_BEDS = label("housing", "Nhà này chưa có phòng nào."), label("housing", "Phòng này chưa có giường.")
OPEN_STATE, CLOSED_STATE = label("housing", "đang dùng"), label("housing", "đóng: {reason}")
CLOSED_BEDS = label("housing", "{count} giường đóng")
CAPACITY_TEXT = label("housing", "{room}: đang {working}/{certified}. Cần lý do và người thứ hai xác nhận.")
CLOSE_TEXT = label("housing", "{place} không được có ai ở. Cần người thứ hai xác nhận.")
AGREE_CAPACITY = label("housing", "{room}: được duyệt {certified}, đang dùng {working}. Lý do: {reason}")
AGREE_CLOSE = label("housing", "Tạm đóng {place}. Lý do: {reason}")
AGREE_OPEN = label("housing", "Mở lại {place}. Lý do: {reason}")
CHANGED = label("housing", "Đã ghi sức chứa mới, hai người quyết định.")
CLOSED = label("housing", "Đã tạm đóng {place}.")
REOPENED = label("housing", "Đã mở lại {place}.")
NOT_CLOSED, IS_CLOSED = label("housing", "Chỗ này đang mở."), label("housing", "Chỗ này đang đóng.")
CHOOSE = label("ui", "Hãy chọn một dòng trước.")
KEEP_HEAD = label("housing", "Giữ giường khi: {presence}")
KEPT = label("housing", "Đã đặt quy ước.")
HINT = label("housing", "Chọn khu, rồi nhà, rồi phòng · Tab sang bảng kế")
M2: Final = 500
LEAST, NARROW = 180, 860
"""Widths at 100 %: of a card, and of a page whose cards stand one below the other."""


class Chosen:
    """What is chosen in the card before: the next one lists what lies in it."""

    def __init__(self) -> None:
        """Nothing."""
        self.zone = self.building = self.room = ""


def zone_spec() -> ListSpec[ZoneRow]:
    """Zones as a list."""
    return _spec("housing.zones", ZONES, NO_ZONE, _zone_id, _all_zones, (
        ColumnSpec("code", fields.CODE, _code, width=70, is_strong=True),
        ColumnSpec("name", fields.NAME, _name, width=200),
        ColumnSpec("kind", KIND, _zone_kind, width=220),
        ColumnSpec("sex", SEX, _sex, width=80),
    ))  # fmt: skip


def _spec(
    list_id: str,
    title: Label,
    empty: Label,
    row_id: Callable[[Any], str],
    read: Callable[[Any], Sequence[Any]],
    columns: tuple[ColumnSpec[Any], ...],
) -> ListSpec[Any]:
    return ListSpec(
        id=list_id, title=title, columns=columns, ids=partial(_ids, row_id, read),
        rows=partial(_rows, row_id, read), row_id=row_id, search=None, empty=empty, tables=places.HOUSE_TABLES,
    )  # fmt: skip


def _ids(
    row_id: Callable[[Any], str], read: Callable[[Any], Sequence[Any]], uow: Any, _look: Look
) -> tuple[str, ...]:
    return tuple(map(row_id, read(uow)))


def _rows(
    row_id: Callable[[Any], str], read: Callable[[Any], Sequence[Any]], uow: Any, wanted: Sequence[str]
) -> tuple[Any, ...]:
    found = {row_id(row): row for row in read(uow)}
    return tuple(found[one] for one in wanted if one in found)


class PlacesPage(Page):
    """Zones and buildings above, rooms and beds below.

    Attributes:
        zones, buildings, rooms, beds: the cards; each lists what lies in the row chosen before it.
    """

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context)
        self.chosen = Chosen()
        self._agreeing = Agreeing(press, context, self)
        self.zones = EditableCard(context, zone_spec(), _zone_verbs())
        self.buildings = EditableCard(context, self._buildings_spec(), _building_verbs(self.chosen))
        self.rooms = EditableCard(context, self._rooms_spec(), _room_verbs(self.chosen))
        self.beds = EditableCard(context, self._beds_spec(), _bed_verbs())
        self.rooms.set_actions((*_actions_of(self.rooms), *self._capacity_actions()))
        self.beds.set_actions((*_actions_of(self.beds), *self._bed_actions()))
        px = context.theme.px
        self._lines: list[QSplitter] = []
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setChildrenCollapsible(False)
        whole.setHandleWidth(px(10))
        for pair, shares in (((self.zones, self.buildings), (3, 2)), ((self.rooms, self.beds), (3, 2))):
            line = QSplitter(Qt.Orientation.Horizontal)
            self._lines.append(line)
            line.setChildrenCollapsible(False)
            line.setHandleWidth(px(10))
            for card, share in zip(pair, shares, strict=True):
                card.setMinimumSize(px(LEAST), px(140))
                line.addWidget(card)
                line.setStretchFactor(line.count() - 1, share)
            line.setSizes([px(300) * share for share in shares])
            whole.addWidget(line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.setProperty("kind", "scrolled")
        area.setWidget(whole)
        box.addWidget(area)
        self.zones.selection_changed.connect(self._on_zone_chosen)
        self.buildings.selection_changed.connect(self._on_building_chosen)
        self.rooms.selection_changed.connect(self._on_room_chosen)

    def set_conventions(self) -> None:
        """Ask what counts, then let it be changed."""
        op = self.context.runner.query(self, _conventions, topic="conventions")
        op.success(self._on_conventions).failure(self._on_failed).run()

    def change_capacity(self) -> None:
        """Another capacity of the room chosen."""
        row: RoomRow | None = self.rooms.row()
        if row is None:
            return
        form = fields.new_form()
        form.add(fields.count_field("certified", CERTIFIED), fields.count_field("working", WORKING))
        form.add(fields.reason_field())
        filing: Filing[Any] = Filing(key=f"housing.change_capacity {row.room_id}", save=_typed)
        text = tr(CAPACITY_TEXT, room=row.name, working=row.working, certified=row.certified)
        begin = fields.shown(certified=row.certified, working=row.working)
        dialog = self._form(form, filing, CAPACITY, text, AGREE_NEXT, begin)
        dialog.saved.connect(partial(self._on_capacity_typed, row))

    def close_room(self) -> None:
        """Nobody sleeps in the room chosen for a while."""
        row: RoomRow | None = self.rooms.row()
        if row is not None:
            self._ask_close(row.name, ClosePlace(row.room_id, ""))

    def close_bed(self) -> None:
        """Nobody sleeps in the bed chosen for a while."""
        row: BedRow | None = self.beds.row()
        if row is not None:
            self._ask_close(row.label, ClosePlace(row.room_id, "", row.bed_id))

    def reopen_room(self) -> None:
        """The room chosen may be slept in again."""
        row: RoomRow | None = self.rooms.row()
        if row is not None:
            self._ask_reopen(row.name, row.room_id, None)

    def reopen_bed(self) -> None:
        """The bed chosen may be slept in again."""
        row: BedRow | None = self.beds.row()
        if row is not None:
            self._ask_reopen(row.label, row.room_id, row.bed_id)

    def to_board(self) -> None:
        """Go to the board."""
        self.context.go(Route(places.BOARD))

    def _ask_close(self, place: str, command: ClosePlace) -> None:
        dialog = ReasonDialog(
            self.context.theme, f"{tr(CLOSE)} {place}", tr(CLOSE_TEXT, place=place), verb=AGREE_NEXT, parent=self
        )
        dialog.given.connect(partial(self._on_close_reason, place, command))
        dialog.open()

    def _on_close_reason(self, place: str, command: ClosePlace, reason: str) -> None:
        text = tr(AGREE_CLOSE, place=place, reason=reason)
        then = partial(self._close, place, replace(command, reason=reason))
        self._agreeing.ask("housing.close_place", SECOND_PERSON, text, then)

    def _close(self, place: str, command: ClosePlace, agreed: Any) -> None:
        self._run(partial(_close, replace(command, countersign=agreed)), tr(CLOSED, place=place))

    def _ask_reopen(self, place: str, room_id: str, bed_id: str | None) -> None:
        op = self.context.runner.query(self, partial(_closure, room_id, bed_id), topic="closure")
        op.success(partial(self._on_closure, place)).failure(self._on_failed).run()

    def _on_closure(self, place: str, found: ClosureRow | None) -> None:
        if found is None:
            self.context.say(tr(NOT_CLOSED), Tone.INFO)
            return
        dialog = ReasonDialog(self.context.theme, f"{tr(REOPEN)} {place}", verb=AGREE_NEXT, parent=self)
        dialog.given.connect(partial(self._on_reopen_reason, place, found))
        dialog.open()

    def _on_reopen_reason(self, place: str, found: ClosureRow, reason: str) -> None:
        command = ReopenPlace(found.closure_id, found.version, reason)
        text = tr(AGREE_OPEN, place=place, reason=reason)
        self._agreeing.ask("housing.reopen_place", SECOND_PERSON, text, partial(self._reopen, place, command))

    def _reopen(self, place: str, command: ReopenPlace, agreed: Any) -> None:
        self._run(partial(_reopen, replace(command, countersign=agreed)), tr(REOPENED, place=place))

    def _on_capacity_typed(self, row: RoomRow, typed: object) -> None:
        values: Any = typed
        certified, working = int(values["certified"]), int(values["working"])
        command = ChangeCapacity(row.room_id, row.version, certified, working, values["reason"])
        text = tr(AGREE_CAPACITY, room=row.name, certified=certified, working=working, reason=command.reason)
        self._agreeing.ask("housing.change_capacity", SECOND_PERSON, text, partial(self._change, command))

    def _change(self, command: ChangeCapacity, agreed: Any) -> None:
        self._run(partial(_change, replace(command, countersign=agreed)), tr(CHANGED))

    def _on_conventions(self, now: Conventions) -> None:
        form = fields.new_form()
        form.add(CheckField("separates_kinds", SEPARATES_KINDS.text))
        begin: dict[str, object] = {"separates_kinds": now.separates_kinds}
        for code in MAY_KEEP:
            form.add(CheckField(f"keep_{code}", label_of(code)))
            begin[f"keep_{code}"] = code in now.keeps_bed
        filing: Filing[Any] = Filing(key="housing.set_conventions", save=_set_conventions)
        dialog = self._form(form, filing, CONVENTIONS, tr(KEEPS_BED.text), CONVENTIONS, fields.shown(**begin))
        dialog.saved.connect(self._on_conventions_set)

    def _on_conventions_set(self, _nothing: object) -> None:
        self.context.say(tr(KEPT))

    def _form(
        self, form: Form[Any], filing: Filing[Any], title: Label, text: str, verb: Label, begin: object
    ) -> FormDialog[Any]:
        context = self.context
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, form, filing, title=tr(title), text=text, verb=verb,
            parent=self,
        )  # fmt: skip
        dialog.open_with(begin)
        return dialog

    def _run(self, verb: Callable[[Any], object], told: str) -> None:
        op = self.context.runner.command(self, verb)
        op.success(partial(self._on_done, told)).failure(self._on_failed).run()

    def _on_done(self, told: str, _answer: object) -> None:
        self.context.say(told)

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_zone_chosen(self) -> None:
        row: ZoneRow | None = self.zones.row()
        if self.chosen.zone != (wanted := "" if row is None else row.zone_id):
            self.chosen.zone = wanted
            self._reload(self.buildings)

    def _on_building_chosen(self) -> None:
        row: BuildingRow | None = self.buildings.row()
        if self.chosen.building != (wanted := "" if row is None else row.building_id):
            self.chosen.building = wanted
            self._reload(self.rooms)

    def _on_room_chosen(self) -> None:
        row: RoomRow | None = self.rooms.row()
        if self.chosen.room != (wanted := "" if row is None else row.room_id):
            self.chosen.room = wanted
            self._reload(self.beds)

    def _reload(self, card: EditableCard) -> None:
        if card.isVisible():
            card.begin()

    def _capacity_actions(self) -> tuple[ActionSpec, ...]:
        why, opened, shut = self._why_no_room, self._why_room_shut, self._why_room_open
        return (
            ActionSpec(
                "housing.change_capacity", CAPACITY, self.change_capacity, "users", "", CHANGE_CAPACITY, why
            ),
            ActionSpec(
                "housing.close_place", CLOSE, self.close_room, "lock", "", CHANGE_CAPACITY, opened, is_in_menu=True
            ),
            ActionSpec(
                "housing.reopen_place",
                REOPEN,
                self.reopen_room,
                "lock-open",
                "",
                CHANGE_CAPACITY,
                shut,
                is_in_menu=True,
            ),
        )

    def _bed_actions(self) -> tuple[ActionSpec, ...]:
        opened, shut = self._why_bed_shut, self._why_bed_open
        return (
            ActionSpec("housing.close_bed", CLOSE, self.close_bed, "lock", "", CHANGE_CAPACITY, opened),
            ActionSpec("housing.reopen_bed", REOPEN, self.reopen_bed, "lock-open", "", CHANGE_CAPACITY, shut),
        )

    def _why_no_room(self) -> str | None:
        return None if self.rooms.row() is not None else tr(CHOOSE)

    def _why_room_shut(self) -> str | None:
        return _why(self.rooms.row(), wants_closed=False)

    def _why_room_open(self) -> str | None:
        return _why(self.rooms.row(), wants_closed=True)

    def _why_bed_shut(self) -> str | None:
        return _why(self.beds.row(), wants_closed=False)

    def _why_bed_open(self) -> str | None:
        return _why(self.beds.row(), wants_closed=True)

    def _buildings_spec(self) -> ListSpec[Any]:
        return _spec("housing.buildings", BUILDINGS, NO_BUILDING, _building_id, partial(_in_zone, self.chosen), (
            ColumnSpec("code", fields.CODE, _code, width=80, is_strong=True),
            ColumnSpec("name", fields.NAME, _name, width=200),
        ))  # fmt: skip

    def _rooms_spec(self) -> ListSpec[Any]:
        return _spec("housing.rooms", ROOMS, NO_ROOM, _room_id, partial(_in_building, self.chosen), (
            ColumnSpec("name", ROOMS, _name, width=110, is_strong=True),
            ColumnSpec("beds", BED_COUNT, _bed_count, width=90, align=Align.END),
            ColumnSpec("working", WORKING, _working, width=96, align=Align.END),
            ColumnSpec("certified", CERTIFIED, _certified, width=96, align=Align.END),
            ColumnSpec("state", STATE, _room_state, width=160, tone=_room_tone),
            ColumnSpec("purpose", PURPOSE, _purpose, width=200),
            ColumnSpec("sex", SEX, _sex, width=80),
            ColumnSpec("area", AREA, _area, width=120, align=Align.END),
        ))  # fmt: skip

    def _beds_spec(self) -> ListSpec[Any]:
        return _spec("housing.beds", BEDS, NO_BEDS, _bed_id, partial(_in_room, self.chosen), (
            ColumnSpec("label", BEDS, _bed_label, width=150, is_strong=True),
            ColumnSpec("state", STATE, _bed_state, width=200, tone=_bed_tone),
        ))  # fmt: skip

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self.context.theme.px(NARROW)
        for line in self._lines:
            line.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("housing.to_board", BOARD, self.to_board, "bed", "", VIEW_HOUSE),
            ActionSpec("housing.set_conventions", CONVENTIONS, self.set_conventions, "settings", "", SET_HOUSE),
        )

    @override
    def first_focus(self) -> QWidget:
        return self.zones.table


def label_of(presence: str) -> Label:
    """What a box about keeping beds says."""
    return PRESENCE_WORDS[presence]


def _why(row: Any, *, wants_closed: bool) -> str | None:
    if row is None:
        return tr(CHOOSE)
    if bool(row.closed_reason) is wants_closed:
        return None
    return tr(NOT_CLOSED if wants_closed else IS_CLOSED)


def _actions_of(card: EditableCard) -> tuple[ActionSpec, ...]:
    return tuple(command.spec for command in card.bar.commands())


def _zone_id(row: ZoneRow) -> str:
    return row.zone_id


def _building_id(row: BuildingRow) -> str:
    return row.building_id


def _room_id(row: RoomRow) -> str:
    return row.room_id


def _bed_id(row: BedRow) -> str:
    return row.bed_id


def _code(row: Any) -> str:
    return str(row.code)


def _name(row: Any) -> str:
    return str(row.name)


def _version(row: Any) -> int:
    return int(row.version)


def _zone_kind(row: ZoneRow) -> str:
    return tr(ZONE_KIND_LABELS[row.kind])


def _sex(row: Any) -> str:
    return "" if row.sex is None else tr(SEX_LABELS[row.sex])


def _bed_count(row: RoomRow) -> str:
    return str(row.beds)


def _working(row: RoomRow) -> str:
    return str(row.working)


def _certified(row: RoomRow) -> str:
    return str(row.certified)


def _purpose(row: RoomRow) -> str:
    return tr(ROOM_PURPOSE_LABELS[row.purpose])


def _area(row: RoomRow) -> str:
    return "" if row.area_m2 is None else f"{row.area_m2:g}".replace(".", ",")


def _room_state(row: RoomRow) -> str:
    if row.closed_reason:
        return tr(CLOSED_STATE, reason=row.closed_reason)
    return tr(CLOSED_BEDS, count=row.closed_beds) if row.closed_beds else tr(OPEN_STATE)


def _room_tone(row: RoomRow) -> Tone:
    return Tone.WARNING if row.closed_reason or row.closed_beds else Tone.OK


def _bed_label(row: BedRow) -> str:
    return row.label


def _bed_state(row: BedRow) -> str:
    return tr(CLOSED_STATE, reason=row.closed_reason) if row.closed_reason else tr(OPEN_STATE)


def _bed_tone(row: BedRow) -> Tone:
    return Tone.WARNING if row.closed_reason else Tone.OK


def _all_zones(uow: Any) -> Sequence[ZoneRow]:
    return list_zones(uow)


def _in_zone(chosen: Chosen, uow: Any) -> Sequence[BuildingRow]:
    return list_buildings(uow, chosen.zone) if chosen.zone else ()


def _in_building(chosen: Chosen, uow: Any) -> Sequence[RoomRow]:
    if not chosen.building:
        return ()
    return tuple(row for row in list_rooms(uow, chosen.zone) if row.building_id == chosen.building)


def _in_room(chosen: Chosen, uow: Any) -> Sequence[BedRow]:
    return list_beds(uow, chosen.room) if chosen.room else ()


def _closure(room_id: str, bed_id: str | None, uow: Any) -> ClosureRow | None:
    rows = list_closures(uow, room_id)
    return next((one for one in rows if one.to_at is None and one.bed_id == bed_id), None)


def _conventions(uow: Any) -> Conventions:
    return get_conventions(uow)


def _typed(_uow: Any, values: Mapping[str, Any], _version: int) -> Mapping[str, Any]:
    """What was typed goes on to the second person; nothing is written yet."""
    return values


def _set_conventions(uow: Any, values: Mapping[str, Any], _version: int) -> None:
    kept = [code for code in MAY_KEEP if values[f"keep_{code}"]]
    set_conventions(uow, SetConventions(bool(values["separates_kinds"]), kept))


def _close(command: ClosePlace, uow: Any) -> object:
    return close_place(uow, command)


def _reopen(command: ReopenPlace, uow: Any) -> object:
    return reopen_place(uow, command)


def _change(command: ChangeCapacity, uow: Any) -> object:
    return change_capacity(uow, command)


def _as_sex(value: Any) -> Sex | None:
    return Sex(value) if value else None


def _number(value: Any) -> int:
    return 0 if value is None else int(value)


def _zone_form(context: PageContext) -> Form[Any]:
    form = fields.new_form()
    form.add(
        fields.line("code", fields.CODE, is_required=True), fields.line("name", fields.NAME, is_required=True)
    )
    form.add(
        CodeField("kind", KIND, options=options(ZONE_KIND_LABELS), is_required=True),
        CodeField("sex", SEX, options=options(SEX_LABELS)),
        spans=(8, 4),
    )
    form.add(
        fields.zone_field(context, "parent_id", PARENT),
        fields.count_field("order_no", fields.ORDER, is_required=False),
    )
    form.add(fields.line("note", fields.NOTE))
    return form


def _building_form(context: PageContext) -> Form[Any]:
    form = fields.new_form()
    form.add(fields.zone_field(context, "zone_id", ZONE, is_required=True))
    form.add(
        fields.line("code", fields.CODE, is_required=True), fields.line("name", fields.NAME, is_required=True)
    )
    form.add(fields.count_field("order_no", fields.ORDER, is_required=False))
    return form


def _room_form(context: PageContext, *, is_new: bool) -> Form[Any]:
    form = fields.new_form()
    if is_new:
        form.add(fields.building_field(context, "building_id", BUILDING))
    form.add(
        fields.line("code", fields.CODE, is_required=True), CodeField("sex", SEX, options=options(SEX_LABELS))
    )
    form.add(
        CodeField("purpose", PURPOSE, options=options(ROOM_PURPOSE_LABELS), is_required=True),
        NumberField("area_m2", AREA, decimals=2, least=0, most=M2),
        spans=(8, 4),
    )
    if is_new:
        form.add(
            fields.count_field("beds", BED_COUNT),
            fields.count_field("certified", CERTIFIED),
            fields.count_field("working", WORKING, is_required=False),
        )
    form.add(fields.count_field("order_no", fields.ORDER, is_required=False), fields.line("note", fields.NOTE))
    return form


def _beds_form(_context: PageContext) -> Form[Any]:
    form = fields.new_form()
    form.add(fields.count_field("count", BED_COUNT))
    return form


def _row(_context: PageContext, row: Any) -> Any:
    return row


def _new_zone(_context: PageContext, _row: Any) -> Any:
    return fields.shown(kind=ZoneKind.RESIDENTS)


def _new_building(chosen: Chosen, _context: PageContext, _row: Any) -> Any:
    return fields.shown(zone_id=chosen.zone or None)


def _new_room(chosen: Chosen, _context: PageContext, _row: Any) -> Any:
    return fields.shown(building_id=chosen.building or None, purpose=RoomPurpose.ORDINARY)


def _nothing(_context: PageContext, _row: Any) -> Any:
    return fields.shown()


def _add_zone(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    order = _number(v["order_no"])
    made = AddZone(v["code"], v["name"], ZoneKind(v["kind"]), _as_sex(v["sex"]), v["parent_id"], order, v["note"])
    return add_zone(uow, made).place_id


def _edit_zone(uow: Any, zone_id: str, version: int, v: Mapping[str, Any]) -> str:
    order, kind = _number(v["order_no"]), ZoneKind(v["kind"])
    made = EditZone(zone_id, version, v["code"], v["name"], kind, _as_sex(v["sex"]), order, v["note"])
    return edit_zone(uow, made).place_id


def _add_building(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    return add_building(uow, AddBuilding(v["zone_id"], v["code"], v["name"], _number(v["order_no"]))).place_id


def _edit_building(uow: Any, building_id: str, version: int, v: Mapping[str, Any]) -> str:
    made = EditBuilding(building_id, version, v["code"], v["name"], _number(v["order_no"]))
    return edit_building(uow, made).place_id


def _add_room(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    made = AddRoom(
        building_id=v["building_id"],
        code=v["code"],
        beds=int(v["beds"]),
        certified=int(v["certified"]),
        working=None if v["working"] is None else int(v["working"]),
        sex=_as_sex(v["sex"]),
        purpose=RoomPurpose(v["purpose"]),
        area_m2=None if v["area_m2"] is None else float(v["area_m2"]),
        order_no=_number(v["order_no"]),
        note=v["note"],
    )
    return add_room(uow, made).place_id


def _edit_room(uow: Any, room_id: str, version: int, v: Mapping[str, Any]) -> str:
    made = EditRoom(
        room_id=room_id,
        version=version,
        code=v["code"],
        sex=_as_sex(v["sex"]),
        purpose=RoomPurpose(v["purpose"]),
        area_m2=None if v["area_m2"] is None else float(v["area_m2"]),
        order_no=_number(v["order_no"]),
        note=v["note"],
    )
    return edit_room(uow, made).place_id


def _add_beds(uow: Any, room_id: str, _version: int, v: Mapping[str, Any]) -> str:
    return add_beds(uow, AddBeds(room_id, int(v["count"]))).place_id


def _void(
    verb: Callable[[Any, VoidPlace], None], row_id: Callable[[Any], str], uow: Any, row: Any, reason: str
) -> None:
    verb(uow, VoidPlace(row_id(row), row.version, reason))


def _about(row: Any) -> str:
    return tr(VOID_TEXT, name=getattr(row, "label", "") or row.name)


def _struck(verb_id: str, row_id: Callable[[Any], str], verb: Callable[[Any, VoidPlace], None]) -> ReasonVerb[Any]:
    return ReasonVerb(
        id=verb_id, text=VOID, permission=EDIT_HOUSE, icon="ban", told=STRUCK, title=VOID, about=_about,
        button=VOID, save=partial(_void, verb, row_id), is_dangerous=True,
    )  # fmt: skip


def _added(
    verb_id: str, form: Callable[[PageContext], Form[Any]], begin: Any, save: Any, text: Label = ADD
) -> FormVerb[Any]:
    return FormVerb(
        id=verb_id, text=text, permission=EDIT_HOUSE, icon="plus", told=SAVED, needs_row=False, form=form,
        begin=begin, save=save,
    )  # fmt: skip


def _edited(verb_id: str, form: Callable[[PageContext], Form[Any]], save: Any) -> FormVerb[Any]:
    return FormVerb(
        id=verb_id, text=EDIT, permission=EDIT_HOUSE, icon="pencil", told=SAVED, form=form, begin=_row, save=save,
        version=_version,
    )  # fmt: skip


def _zone_verbs() -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    return (
        _added("housing.add_zone", _zone_form, _new_zone, _add_zone),
        _edited("housing.edit_zone", _zone_form, _edit_zone),
        _struck("housing.void_zone", _zone_id, void_zone),
    )


def _building_verbs(chosen: Chosen) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    return (
        _added("housing.add_building", _building_form, partial(_new_building, chosen), _add_building),
        _edited("housing.edit_building", _building_form, _edit_building),
        _struck("housing.void_building", _building_id, void_building),
    )


def _room_verbs(chosen: Chosen) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    more: FormVerb[Any] = FormVerb(
        id="housing.add_beds", text=ADD_BEDS, permission=EDIT_HOUSE, icon="bed", told=SAVED, form=_beds_form,
        begin=_nothing, save=_add_beds,
    )  # fmt: skip
    return (
        _added("housing.add_room", partial(_room_form, is_new=True), partial(_new_room, chosen), _add_room),
        _edited("housing.edit_room", partial(_room_form, is_new=False), _edit_room),
        more,
        _struck("housing.void_room", _room_id, void_room),
    )


def _bed_verbs() -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    return (_struck("housing.void_bed", _bed_id, void_bed),)
