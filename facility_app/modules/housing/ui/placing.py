"""Putting people into beds: one way for keys, list and drag; refusals are shown, a second person may agree."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.findings import PlacementRefusedError
from facility_app.modules.housing.domain.rules import Level
from facility_app.modules.housing.service.placing import (
    SECOND_PERSON,
    LeaveBed,
    Placed,
    PlaceResident,
    SwapBeds,
    leave_bed,
    place_resident,
    swap_beds,
)
from facility_app.modules.housing.ui.agreeing import Agreeing
from facility_app.modules.housing.ui.press import Press
from facility_app.modules.housing.ui.refusal import refused_dialog
from facility_app.modules.housing.ui.words import finding_line
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

PLACE, SWAP = "housing.place_resident", "housing.swap_beds"
DONE = label("housing", "Đã xếp {name} vào giường {bed}.")
SWAPPED = label("housing", "Đã đổi giường: {first} – {bed}, {second} – {other}.")
LEFT = label("housing", "{name} đã trả giường.")
WARNED = label("housing", "Lưu ý: {finding}")
LEAVE, LEAVE_VERB = label("housing", "Cho {name} trả giường {bed}"), label("verbs", "Cho trả giường")
LEAVE_TEXT = label(
    "housing", "Người này vào danh sách chưa có giường cho đến khi được xếp giường khác. Lịch sử vẫn còn."
)
AGREE_TEXT = label("housing", "Xếp {name} vào giường {bed} trái quy tắc: {rules} Lý do: {reason}")


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, as sentences name them."""

    resident_id: str
    name: str = field(repr=False)


class Placer(QObject):
    """Places, swaps and takes out over one page.

    Signals:
        done(object): it was written; carries the resident's id.
        refused(object): a rule refuses; carries the error. The dialog stands already.
    """

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, press: Press, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._context, self._over = context, over
        self._agreeing = Agreeing(press, context, over)

    def place(self, who: Who, bed_id: str) -> None:
        """Give somebody a bed."""
        self._place(who, PlaceResident(who.resident_id, bed_id))

    def swap(self, first: Who, second: Who) -> None:
        """Let two people change beds."""
        self._swap(first, second, SwapBeds(first.resident_id, second.resident_id))

    def leave(self, who: Who, bed: str) -> None:
        """Ask why, then take somebody out of their bed."""
        title = tr(LEAVE, name=who.name, bed=bed)
        dialog = ReasonDialog(self._context.theme, title, tr(LEAVE_TEXT), verb=LEAVE_VERB, parent=self._over)
        dialog.given.connect(partial(self._on_leave_given, who))
        dialog.open()

    def _on_leave_given(self, who: Who, reason: str) -> None:
        self._run(partial(_leave, LeaveBed(who.resident_id, reason)), partial(self._on_left, who))

    def _place(self, who: Who, command: PlaceResident) -> None:
        op = self._context.runner.command(self, partial(_place, command))
        op.success(partial(self._on_placed, who)).failure(partial(self._on_place_failed, who, command)).run()

    def _swap(self, first: Who, second: Who, command: SwapBeds) -> None:
        op = self._context.runner.command(self, partial(_swap, command))
        op.success(partial(self._on_swapped, first, second))
        op.failure(partial(self._on_swap_failed, first, second, command)).run()

    def _on_placed(self, who: Who, placed: Placed) -> None:
        undo = partial(self.place, who, placed.former_bed_id) if placed.former_bed_id else None
        self._context.say(tr(DONE, name=who.name, bed=placed.bed), Tone.OK, undo)
        self._warn(placed)
        self.done.emit(who.resident_id)

    def _on_swapped(self, first: Who, second: Who, placed: tuple[Placed, Placed]) -> None:
        told = tr(SWAPPED, first=first.name, bed=placed[0].bed, second=second.name, other=placed[1].bed)
        self._context.say(told, Tone.OK, partial(self.swap, first, second))
        for one in placed:
            self._warn(one)
        self.done.emit(first.resident_id)

    def _on_left(self, who: Who, _nothing: object) -> None:
        self._context.say(tr(LEFT, name=who.name))
        self.done.emit(who.resident_id)

    def _warn(self, placed: Placed) -> None:
        for one in placed.warnings:
            if one.level is Level.WARN:
                self._context.say(tr(WARNED, finding=finding_line(one)), Tone.WARNING)

    def _on_place_failed(self, who: Who, command: PlaceResident, failure: Failure) -> None:
        again = partial(self._place_agreed, who, command)
        self._on_refused(failure, PLACE, who.name, again)

    def _on_swap_failed(self, first: Who, second: Who, command: SwapBeds, failure: Failure) -> None:
        again = partial(self._swap_agreed, first, second, command)
        self._on_refused(failure, SWAP, f"{first.name}, {second.name}", again)

    def _place_agreed(self, who: Who, command: PlaceResident, reason: str, agreed: Any) -> None:
        self._place(who, replace(command, reason=reason, countersign=agreed))

    def _swap_agreed(self, first: Who, second: Who, command: SwapBeds, reason: str, agreed: Any) -> None:
        self._swap(first, second, replace(command, reason=reason, countersign=agreed))

    def _on_refused(self, failure: Failure, verb: str, names: str, again: Callable[[str, Any], None]) -> None:
        error = failure.error
        if not isinstance(error, PlacementRefusedError):
            self._context.say(failure.words, Tone.DANGER)
            return
        dialog = refused_dialog(self._context.theme, error, self._over)
        if isinstance(dialog, ReasonDialog):
            dialog.given.connect(partial(self._on_reason_given, error, verb, names, again))
        dialog.open()
        self.refused.emit(error)

    def _on_reason_given(
        self,
        error: PlacementRefusedError,
        verb: str,
        names: str,
        again: Callable[[str, Any], None],
        reason: str,
    ) -> None:
        rules = " ".join(map(finding_line, error.findings))
        text = tr(AGREE_TEXT, name=names, bed=error.params["bed"], rules=rules, reason=reason)
        self._agreeing.ask(verb, SECOND_PERSON, text, partial(again, reason))

    def _run(self, verb: Callable[[Any], object], done: Callable[[Any], None]) -> None:
        op = self._context.runner.command(self, verb)
        op.success(done).failure(self._on_failed).run()

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _place(command: PlaceResident, uow: Any) -> Placed:
    return place_resident(uow, command)


def _swap(command: SwapBeds, uow: Any) -> tuple[Placed, Placed]:
    return swap_beds(uow, command)


def _leave(command: LeaveBed, uow: Any) -> None:
    leave_bed(uow, command)
