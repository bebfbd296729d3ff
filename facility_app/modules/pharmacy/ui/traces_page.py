"""Truy lô thuốc: from a lot to the people who took of it, from a person to the lots; private ones by a reason."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import SEE_PRIVATE
from facility_app.modules.pharmacy.queries.people import (
    LotOfPerson,
    LotRow,
    PersonOfLot,
    list_lots_of_person,
    list_people_of_lot,
)
from facility_app.modules.pharmacy.service.looking import (
    OpenLots,
    OpenPeople,
    open_private_lots,
    open_private_people,
)
from facility_app.modules.pharmacy.ui import fields
from facility_app.modules.pharmacy.ui import traces_columns as columns
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.beside import Beside
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.list_panel import ListPanel
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.tasks.bound import bound
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card

TITLE = label("pharmacy", "Truy lô thuốc")
PEOPLE = label("pharmacy", "Người đã dùng")
BY_PERSON, TAKEN = label("pharmacy", "Tra theo người"), label("pharmacy", "Các lô đã dùng")
OPEN_PERSON, PRIVATE = label("verbs", "Mở hồ sơ"), label("verbs", "Xem thuốc cần giữ kín")
NO_PEOPLE = label("pharmacy", "Chưa ai dùng lô này.")
NO_TAKEN = label("pharmacy", "Chưa có lô nào.")
PRIVATE_PEOPLE = label(
    "pharmacy",
    "Ai dùng thuốc của lô {lot} thì lộ tình trạng bệnh. Việc xem được ghi vào hồ sơ của từng người; nêu rõ lý do.",
)
PRIVATE_LOTS = label(
    "pharmacy", "Thuốc làm lộ tình trạng bệnh của người này. Việc xem được ghi vào hồ sơ; nêu rõ lý do."
)
NOT_PRIVATE = label("pharmacy", "Lô này không cần giữ kín; danh sách người dùng đã hiện ở bên phải.")
NO_PERSON = label("pharmacy", "Hãy chọn người trước.")
WIDE = 540
"""The column at the right, at 100 %."""
HINT = label("pharmacy", "Gõ số lô hoặc tên thuốc; chọn lô để thấy ai đã dùng · Enter mở hồ sơ")


class TracesPage(Page):
    """Lots at the left, who took of the one chosen at the right; below, the other way round."""

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        self._of_lot = self._of_person = ""
        self._private_taken: frozenset[str] = frozenset()
        self._beside = Beside(context, WIDE, self)
        self.lots = ListPanel(
            columns.lots_spec(), context.runner, context.theme, context.memory, parent=self._beside.floor
        )
        self._beside.hold(self.lots)
        self.lots.model.counted.connect(self._beside.set_rows)
        self.people, self.taken = self._people_card(), self._taken_card()
        self._set_actions()
        self.person = fields.person_field(context, is_required=False)
        self._lay_out()
        self.person.settled.connect(self._on_person_chosen)
        self.lots.selection_changed.connect(self._on_lot_chosen)
        self.lots.model.counted.connect(self._on_lots_counted)
        self.lots.model.dataChanged.connect(self._on_lot_chosen)
        self.lots.summary_changed.connect(self.summary_changed)
        self.people.row_activated.connect(self._on_person_opened)

    def open_people(self) -> None:
        """Who took of a lot that reveals HIV: why, then who."""
        lot = self._lot()
        if lot is not None:
            self._ask(tr(PRIVATE_PEOPLE, lot=lot.lot_no), partial(self._on_people_reason, lot.lot_id))

    def open_lots(self) -> None:
        """Which of such lots the person chosen took: why, then which."""
        if self._of_person:
            self._ask(tr(PRIVATE_LOTS), partial(self._on_lots_reason, self._of_person))

    def open_person(self) -> None:
        """The file of whoever is chosen at the right."""
        row: columns.TookLot | None = self.people.row()
        if row is not None:
            self._on_person_opened(row.resident_id)

    def close_private(self) -> None:
        """What a look opened is out of sight again; who comes back says why anew."""
        if any(map(columns.is_of_private_lot, self.people.rows)):
            self.people.show_rows(())
        if self._private_taken:
            self._on_taken(tuple(one for one in self.taken.rows if not self._is_private_taken(one)))

    @override
    def flush(self) -> None:
        # About to be locked.
        self.close_private()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_private()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if route.record:
            self.lots.select_when_here(route.record)

    @override
    def first_focus(self) -> QWidget:
        return self.lots.search

    def _people_card(self) -> ShortCard:
        return ShortCard(
            self.context,
            "pharmacy.people",
            PEOPLE,
            columns.PEOPLE_COLUMNS,
            columns.person_id,
            NO_PEOPLE,
            stays_here=columns.is_of_private_lot,
            parent=self._beside.inner,
        )

    def _taken_card(self) -> ShortCard:
        return ShortCard(
            self.context,
            "pharmacy.taken",
            TAKEN,
            columns.TAKEN_COLUMNS,
            columns.taken_id,
            NO_TAKEN,
            stays_here=self._is_private_taken,
            parent=self._beside.inner,
        )

    def _set_actions(self) -> None:
        people = ActionSpec(
            "pharmacy.open_private_people", PRIVATE, self.open_people, "eye", "", SEE_PRIVATE,
            self._why_not_people, is_in_menu=True,
        )  # fmt: skip
        file = ActionSpec(
            "pharmacy.open_person", OPEN_PERSON, self.open_person, "user", "", None, self._why_nobody,
            is_in_menu=True,
        )  # fmt: skip
        self.people.set_actions((people, file))
        lots = ActionSpec(
            "pharmacy.open_private_lots", PRIVATE, self.open_lots, "eye", "", SEE_PRIVATE, self._why_no_person,
            is_in_menu=True,
        )  # fmt: skip
        self.taken.set_actions((lots,))

    def _lay_out(self) -> None:
        chooser = Card(self.context.theme, tr(BY_PERSON), parent=self._beside.inner)
        chooser.body.addWidget(self.person)
        side = self._beside.side
        side.addWidget(self.people, 1)
        side.addWidget(chooser)
        side.addWidget(self.taken, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._beside)

    def _lot(self) -> LotRow | None:
        chosen = self.lots.table.selected_ids()
        found: LotRow | None = self.lots.model.row_of(chosen[0]) if len(chosen) == 1 else None
        return found

    def _ask(self, text: str, then: Callable[[str], None]) -> None:
        dialog = ReasonDialog(self.context.theme, tr(PRIVATE), text, verb=PRIVATE, parent=self)
        dialog.given.connect(then)
        dialog.open()

    def _on_lots_counted(self, count: int) -> None:
        if count and not self.lots.table.selected_ids():
            self.lots.table.select_ids(self.lots.model.ids[:1])

    def _on_lot_chosen(self) -> None:
        lot = self._lot()
        self.people.bar.recheck()
        if lot is None or lot.lot_id == self._of_lot:
            return
        self._of_lot = lot.lot_id
        op = self.context.runner.query(self, partial(_people, lot.lot_id), topic="people")
        op.success(partial(self._on_people, lot)).failure(self._on_failed).run()

    def _is_private_taken(self, row: LotOfPerson) -> bool:
        return row.lot_id in self._private_taken

    def _on_private_people(self, lot: LotRow, rows: Sequence[PersonOfLot]) -> None:
        # Left meanwhile, or at another lot: what comes late is not shown.
        if self.isVisible() and lot.lot_id == self._of_lot:
            self._on_people(lot, rows)

    def _on_people(self, lot: LotRow, rows: Sequence[PersonOfLot]) -> None:
        self.people.show_rows(tuple(columns.TookLot(one, lot) for one in rows))

    def _on_people_reason(self, lot_id: str, reason: str) -> None:
        lot = self._lot()
        if lot is None or lot.lot_id != lot_id:
            return
        work = bound(open_private_people, OpenPeople(lot_id, reason))
        op = self.context.runner.command(self, work)
        op.success(partial(self._on_private_people, lot)).failure(self._on_failed).run()

    def _on_lots_reason(self, resident_id: str, reason: str) -> None:
        op = self.context.runner.command(self, bound(open_private_lots, OpenLots(resident_id, reason)))
        op.success(partial(self._on_private_taken, resident_id)).failure(self._on_failed).run()

    def _on_person_chosen(self) -> None:
        chosen = self.person.value() or ""
        if chosen == self._of_person:
            return
        self._of_person = chosen
        if not chosen:
            self._on_taken(())
            return
        op = self.context.runner.query(self, partial(_taken, chosen), topic="taken")
        op.success(self._on_taken).failure(self._on_failed).run()

    def _on_taken(self, rows: Sequence[LotOfPerson], private: frozenset[str] = frozenset()) -> None:
        self._private_taken = private
        self.taken.show_rows(tuple(rows))

    def _on_private_taken(self, resident_id: str, rows: Sequence[LotOfPerson]) -> None:
        if self.isVisible() and resident_id == self._of_person:
            known = frozenset(one.lot_id for one in rows)
            open_rows = (one for one in self.taken.rows if one.lot_id not in known)
            self._on_taken((*rows, *open_rows), known)

    def _on_person_opened(self, resident_id: str) -> None:
        self.context.go(Route("residents.person", resident_id))

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _why_not_people(self) -> str | None:
        lot = self._lot()
        if lot is None:
            return tr(CHOOSE)
        return None if lot.is_private else tr(NOT_PRIVATE)

    def _why_nobody(self) -> str | None:
        return self.people.why_no_row()

    def _why_no_person(self) -> str | None:
        return None if self._of_person else tr(NO_PERSON)


def _people(lot_id: str, uow: Any) -> tuple[PersonOfLot, ...]:
    return list_people_of_lot(uow, lot_id)


def _taken(resident_id: str, uow: Any) -> tuple[LotOfPerson, ...]:
    return list_lots_of_person(uow, resident_id)
