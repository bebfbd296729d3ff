"""Khu, nhà, phòng, giường: built in cards side by side; capacity and closures are decided by two people."""

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import CHANGE_CAPACITY, SET_HOUSE, VIEW_BOARD
from facility_app.modules.housing.queries.house import BedRow, BuildingRow, RoomRow, ZoneRow
from facility_app.modules.housing.ui import place_lists as lists
from facility_app.modules.housing.ui import place_verbs as verbs
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui.capacity import CAPACITY, CLOSE, NOT_CLOSED, REOPEN, CapacityDesk
from facility_app.modules.housing.ui.conventions import CONVENTIONS, ConventionsDesk
from facility_app.modules.housing.ui.press import Press
from facility_app.ui.i18n import tr
from facility_app.ui.lists.card_pair import HANDLE, CardPair
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.models import ListSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Turns
from facility_app.ui.widgets import Scrolled

TITLE, BOARD = label("housing", "Khu, phòng, giường"), label("verbs", "Về sơ đồ")
IS_CLOSED = label("housing", "Chỗ này đang đóng.")
HINT = label("housing", "Chọn khu, rồi nhà, rồi phòng · Tab sang bảng kế")


class PlacesPage(Page):
    """Zones and buildings above, rooms and beds below.

    Attributes:
        zones, buildings, rooms, beds: the cards; each lists what lies in the row chosen before it.
        desk: what two people decide.
    """

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context)
        self.chosen = lists.Chosen()
        self.desk = CapacityDesk(press, context, self)
        self._conventions = ConventionsDesk(context, self)
        above, self._below = self._lay_out()
        self.zones = EditableCard(context, lists.zones_spec(), verbs.zone_verbs(), parent=above)
        self.buildings = EditableCard(
            context, lists.buildings_spec(self.chosen), verbs.building_verbs(self.chosen), parent=above
        )
        above.hold(self.zones, self.buildings)
        self.zones.selection_changed.connect(self._on_zone_chosen)
        # Four cards are too much for one turn: the keyboard begins in the first.
        Turns(context.runner, self).run(self._lower_cards())

    def _lower_cards(self) -> Iterator[None]:
        """The rooms and the beds, made in turns."""
        yield
        self.rooms = self._lower(lists.rooms_spec(self.chosen), verbs.room_verbs(self.chosen))
        self.rooms.set_actions((*_actions_of(self.rooms), *self._room_actions()))
        yield
        self.beds = self._lower(lists.beds_spec(self.chosen), verbs.bed_verbs(self.chosen))
        self.beds.set_actions((*_actions_of(self.beds), *self._bed_actions()))
        yield
        self._below.hold(self.rooms, self.beds)
        self.buildings.selection_changed.connect(self._on_building_chosen)
        self.rooms.selection_changed.connect(self._on_room_chosen)
        self._on_building_chosen()

    def _lower(self, spec: ListSpec[Any], offered: Sequence[Any]) -> EditableCard:
        card = EditableCard(self.context, spec, offered, parent=self._below)
        # A splitter shows whatever is made in it: unseen it asks nothing before its like is there too.
        card.hide()
        return card

    def _lay_out(self) -> tuple[CardPair, CardPair]:
        """What the cards are made in: two pairs, one above the other."""
        theme = self.context.theme
        whole = QSplitter(Qt.Orientation.Vertical, self)
        whole.setChildrenCollapsible(False)
        whole.setHandleWidth(theme.px(HANDLE))
        above, below = CardPair(theme, parent=whole), CardPair(theme, parent=whole)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scrolled(whole, self))
        return above, below

    def set_conventions(self) -> None:
        """What the facility settles for itself."""
        self._conventions.ask()

    def change_capacity(self) -> None:
        """Another capacity of the room chosen."""
        row: RoomRow | None = self.rooms.row()
        if row is not None:
            self.desk.change(row)

    def close_room(self) -> None:
        """Nobody sleeps in the room chosen for a while."""
        row: RoomRow | None = self.rooms.row()
        if row is not None:
            self.desk.close_room(row)

    def close_bed(self) -> None:
        """Nobody sleeps in the bed chosen for a while."""
        row: BedRow | None = self.beds.row()
        if row is not None:
            self.desk.close_bed(row)

    def reopen_room(self) -> None:
        """The room chosen may be slept in again."""
        row: RoomRow | None = self.rooms.row()
        if row is not None:
            self.desk.reopen_room(row)

    def reopen_bed(self) -> None:
        """The bed chosen may be slept in again."""
        row: BedRow | None = self.beds.row()
        if row is not None:
            self.desk.reopen_bed(row)

    def to_board(self) -> None:
        """Go to the board."""
        self.context.go(Route(places.BOARD))

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
        wanted = ("", "") if row is None else (row.room_id, row.closed_reason or "")
        if (self.chosen.room, self.chosen.room_closed) != wanted:
            self.chosen.room, self.chosen.room_closed = wanted
            self._reload(self.beds)

    def _reload(self, card: EditableCard) -> None:
        if card.isVisible():
            card.begin()

    def _room_actions(self) -> tuple[ActionSpec, ...]:
        why, opened, shut = self._why_no_room, self._why_room_shut, self._why_room_open
        return (
            ActionSpec(
                "housing.change_capacity", CAPACITY, self.change_capacity, "users", "", CHANGE_CAPACITY, why
            ),
            ActionSpec(
                "housing.close_place", CLOSE, self.close_room, "lock", "", CHANGE_CAPACITY, opened, is_in_menu=True
            ),
            ActionSpec(
                "housing.reopen_place", REOPEN, self.reopen_room, "lock-open", "", CHANGE_CAPACITY, shut,
                is_in_menu=True,
            ),
        )  # fmt: skip

    def _bed_actions(self) -> tuple[ActionSpec, ...]:
        opened, shut = self._why_bed_shut, self._why_bed_open
        return (
            ActionSpec("housing.close_bed", CLOSE, self.close_bed, "lock", "", CHANGE_CAPACITY, opened),
            ActionSpec("housing.reopen_bed", REOPEN, self.reopen_bed, "lock-open", "", CHANGE_CAPACITY, shut),
        )

    def _why_no_room(self) -> str | None:
        return self.rooms.why_no_row()

    def _why_room_shut(self) -> str | None:
        return _why(self.rooms.row(), wants_closed=False)

    def _why_room_open(self) -> str | None:
        return _why(self.rooms.row(), wants_closed=True)

    def _why_bed_shut(self) -> str | None:
        return _why(self.beds.row(), wants_closed=False)

    def _why_bed_open(self) -> str | None:
        return _why(self.beds.row(), wants_closed=True)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("housing.to_board", BOARD, self.to_board, "bed", "", VIEW_BOARD),
            ActionSpec("housing.set_conventions", CONVENTIONS, self.set_conventions, "settings", "", SET_HOUSE),
        )

    @override
    def first_focus(self) -> QWidget:
        return self.zones.table


def _why(row: Any, *, wants_closed: bool) -> str | None:
    if row is None:
        return tr(CHOOSE)
    if bool(row.closed_reason) is wants_closed:
        return None
    return tr(NOT_CLOSED if wants_closed else IS_CLOSED)


def _actions_of(card: EditableCard) -> tuple[ActionSpec, ...]:
    return tuple(command.spec for command in card.bar.commands())
