"""What two people decide about a room or a bed: its capacity, closing it for a while, opening it again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.housing.queries.house import BedRow, ClosureRow, RoomRow, list_closures
from facility_app.modules.housing.service.capacity import (
    SECOND_PERSON,
    ChangeCapacity,
    ClosePlace,
    ReopenPlace,
    change_capacity,
    close_place,
    reopen_place,
)
from facility_app.modules.housing.ui import fields
from facility_app.modules.housing.ui.agreeing import ASK, Agreeing
from facility_app.modules.housing.ui.asking import ask_form
from facility_app.modules.housing.ui.place_lists import CERTIFIED, WORKING
from facility_app.modules.housing.ui.press import Press
from facility_app.modules.housing.ui.refusal import refused_deed
from facility_app.ui.dialogs.form_dialog import Filing
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

CAPACITY = label("verbs", "Đổi sức chứa")
CLOSE, REOPEN = label("verbs", "Tạm đóng"), label("verbs", "Mở lại")
CLOSE_TITLE, REOPEN_TITLE = label("housing", "Tạm đóng {place}"), label("housing", "Mở lại {place}")
CAPACITY_TEXT = label("housing", "{room}: đang {working}/{certified}. Cần lý do và người thứ hai xác nhận.")
CLOSE_TEXT = label("housing", "{place} không được có ai ở. Cần người thứ hai xác nhận.")
AGREE_CAPACITY = label("housing", "{room}: được duyệt {certified}, đang dùng {working}. Lý do: {reason}")
AGREE_CLOSE = label("housing", "Tạm đóng {place}. Lý do: {reason}")
AGREE_OPEN = label("housing", "Mở lại {place}. Lý do: {reason}")
CHANGED = label("housing", "Đã ghi sức chứa mới, hai người quyết định.")
CLOSED = label("housing", "Đã tạm đóng {place}.")
REOPENED = label("housing", "Đã mở lại {place}.")
NOT_CLOSED = label("housing", "Chỗ này đang mở.")


@dataclass(frozen=True, slots=True)
class Decision:
    """What two people are to decide.

    Attributes:
        id: the verb, as the second person's agreement is given for it.
        verb: the verb itself.
        text: what the second person signs.
        told: what is said when it is written.
    """

    id: str
    verb: Callable[[Any, Any], object]
    command: Any
    text: str
    told: str

    def run(self, uow: Any) -> object:
        """Decide."""
        return self.verb(uow, self.command)


class CapacityDesk(QObject):
    """Asks what, why and who agrees, over one page; then it is written."""

    def __init__(self, press: Press, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._context, self._over = context, over
        self._agreeing = Agreeing(press, context, over)

    def change(self, row: RoomRow) -> None:
        """Another capacity of a room."""
        form = new_form()
        form.add(fields.count_field("certified", CERTIFIED), fields.count_field("working", WORKING))
        form.add(fields.reason_field())
        dialog = ask_form(
            self._context,
            self._over,
            form,
            Filing(key=f"housing.change_capacity {row.room_id}", save=_typed),
            title=CAPACITY,
            text=tr(CAPACITY_TEXT, room=row.name, working=row.working, certified=row.certified),
            verb=ASK,
            begin=shown(certified=row.certified, working=row.working),
        )
        dialog.saved.connect(partial(self._on_capacity_typed, row))

    def close_room(self, row: RoomRow) -> None:
        """Nobody sleeps in a room for a while."""
        self._close(row.name, ClosePlace(row.room_id, ""))

    def close_bed(self, row: BedRow) -> None:
        """Nobody sleeps in a bed for a while."""
        self._close(row.label, ClosePlace(row.room_id, "", row.bed_id))

    def reopen_room(self, row: RoomRow) -> None:
        """A room may be slept in again."""
        self._reopen(row.name, row.room_id, None)

    def reopen_bed(self, row: BedRow) -> None:
        """A bed may be slept in again."""
        self._reopen(row.label, row.room_id, row.bed_id)

    def _on_capacity_typed(self, row: RoomRow, values: Mapping[str, Any]) -> None:
        certified, working = int(values["certified"]), int(values["working"])
        command = ChangeCapacity(row.room_id, row.version, certified, working, values["reason"])
        text = tr(AGREE_CAPACITY, room=row.name, certified=certified, working=working, reason=command.reason)
        self._decide(Decision("housing.change_capacity", change_capacity, command, text, tr(CHANGED)))

    def _close(self, place: str, command: ClosePlace) -> None:
        dialog = ReasonDialog(
            self._context.theme,
            tr(CLOSE_TITLE, place=place),
            tr(CLOSE_TEXT, place=place),
            verb=ASK,
            parent=self._over,
        )
        dialog.given.connect(partial(self._on_close_reason, place, command))
        dialog.open()

    def _on_close_reason(self, place: str, command: ClosePlace, reason: str) -> None:
        text = tr(AGREE_CLOSE, place=place, reason=reason)
        given, told = replace(command, reason=reason), tr(CLOSED, place=place)
        self._decide(Decision("housing.close_place", close_place, given, text, told))

    def _reopen(self, place: str, room_id: str, bed_id: str | None) -> None:
        op = self._context.runner.query(self, partial(_closure, room_id, bed_id), topic="closure")
        op.success(partial(self._on_closure, place)).failure(self._on_failed).run()

    def _on_closure(self, place: str, found: ClosureRow | None) -> None:
        if found is None:
            self._context.say(tr(NOT_CLOSED), Tone.INFO)
            return
        title = tr(REOPEN_TITLE, place=place)
        dialog = ReasonDialog(self._context.theme, title, verb=ASK, parent=self._over)
        dialog.given.connect(partial(self._on_reopen_reason, place, found))
        dialog.open()

    def _on_reopen_reason(self, place: str, found: ClosureRow, reason: str) -> None:
        command = ReopenPlace(found.closure_id, found.version, reason)
        text = tr(AGREE_OPEN, place=place, reason=reason)
        self._decide(Decision("housing.reopen_place", reopen_place, command, text, tr(REOPENED, place=place)))

    def _decide(self, decision: Decision) -> None:
        """Try it alone: only what nothing else speaks against is worth fetching a second person for."""
        op = self._context.runner.command(self, decision.run)
        op.success(partial(self._on_done, decision)).failure(partial(self._on_refused, decision)).run()

    def _on_refused(self, decision: Decision, failure: Failure) -> None:
        if failure.code == "countersign_missing" and decision.command.countersign is None:
            self._agreeing.ask(decision.id, SECOND_PERSON, decision.text, partial(self._on_agreed, decision))
        else:
            refused_deed(self._context, failure, self._over).open()

    def _on_agreed(self, decision: Decision, agreed: Any) -> None:
        self._decide(replace(decision, command=replace(decision.command, countersign=agreed)))

    def _on_done(self, decision: Decision, _answer: object) -> None:
        self._context.say(decision.told)

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _typed(_uow: Any, values: Mapping[str, Any], _version: int) -> Mapping[str, Any]:
    """What was typed goes on to the second person; nothing is written yet."""
    return values


def _closure(room_id: str, bed_id: str | None, uow: Any) -> ClosureRow | None:
    rows = list_closures(uow, room_id)
    return next((one for one in rows if one.to_at is None and one.bed_id == bed_id), None)
