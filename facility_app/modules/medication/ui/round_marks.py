"""Marks of a round: painted at once as being written, certain when the disk has them, loud when it has not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.outcomes import TAKEN, Outcome
from facility_app.modules.medication.domain.plan import AS_NEEDED
from facility_app.modules.medication.queries.mar import DueRow
from facility_app.modules.medication.service.agreeing import RETURN_DOSE, TAKE_DOSE
from facility_app.modules.medication.service.correcting import (
    Corrected,
    RecordEffect,
    RecordVomiting,
    StrikeDose,
    record_effect,
    record_vomiting,
    strike_dose,
)
from facility_app.modules.medication.service.giving import RecordDoses, Recorded, record_doses
from facility_app.modules.medication.service.preparing import DoseSaid
from facility_app.modules.medication.ui import round_words as said
from facility_app.modules.medication.ui.order_asking import Agreeing
from facility_app.modules.medication.ui.round_model import Key, Line, RoundModel
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure

SIGN_TEXT = label(
    "medication",
    "Người chứng kiến ký rồi mới cho dùng:\n{doses}",
)
RETURN_TEXT = label("medication", "Người chứng kiến ký việc trả hoặc hủy liều:\n{dose}")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written of some doses; ``wasted`` of the ampoules opened for them is destroyed."""

    lines: tuple[Line, ...]
    outcome: Outcome
    reason: str = ""
    place_id: str | None = None
    wasted: Mapping[Key, Decimal] = field(default_factory=dict)


class Marking(QObject):
    """Writes marks over one page.

    Signals:
        begun: something is being written; whoever marked it goes on.
        written(object): keys of doses that are on the disk now.
        refused(object, str): a dose is not written, and why.
        corrected(object, object): a dose, and what became of a correction of it (``Corrected``).
    """

    begun = Signal()
    written = Signal(object)
    refused = Signal(object, str)
    corrected = Signal(object, object)

    def __init__(self, context: PageContext, model: RoundModel, over: QWidget) -> None:
        """Over ``over``, which owns what is under way."""
        super().__init__(over)
        self._context, self._model, self._over = context, model, over
        self._agreeing = Agreeing(context, over)
        self._witness = ""
        self.officer = ""

    def mark(self, wish: Wish) -> None:
        """Write it; of a controlled medicine that is taken the witness signs first."""
        if wish.outcome in TAKEN and any(line.row.is_guarded for line in wish.lines):
            named = [
                said.with_rest(line.row, wish.wasted.get(line.key)) for line in wish.lines if line.row.is_guarded
            ]
            self._ask(TAKE_DOSE, tr(SIGN_TEXT, doses=said.listed(named)), partial(self._write, wish))
            return
        self._write(wish, None)

    def strike(self, line: Line, reason: str, *, is_spoiled: bool) -> None:
        """A mark was wrong: strike it out; a controlled medicine goes back before a witness."""
        went = partial(self._strike, line, reason, is_spoiled)
        if line.row.is_guarded and line.row.outcome in TAKEN:
            self._ask(RETURN_DOSE, tr(RETURN_TEXT, dose=said.dose_words(line.row)), went)
            return
        went(None)

    def vomit(self, line: Line, note: str) -> None:
        """A dose given came up again, just now."""
        command = RecordVomiting(line.row.dose_id, line.row.version, self._context.clock.now(), note)
        self._correct(line, partial(_vomit, command), vomited_at=command.at)

    def effect(self, line: Line, words: str) -> None:
        """How a dose as needed worked."""
        command = RecordEffect(line.row.dose_id, line.row.version, words)
        self._correct(line, partial(_effect, command), effect=words)

    def _ask(self, verb: str, text: str, then: Callable[[Any], None]) -> None:
        dialog = self._agreeing.ask(verb, text, then)
        if self._witness:
            # The same two people stand at the trolley all morning: only the password is asked again.
            dialog.name_edit.setText(self._witness)
            dialog.password_edit.setFocus()
        dialog.signed.connect(self._on_witness_signed)

    def _on_witness_signed(self, name: str) -> None:
        self._witness = name

    def _write(self, wish: Wish, given: Any) -> None:
        for line in wish.lines:
            self._model.change(line.key, writing=wish.outcome, refused="")
        self.begun.emit()
        doses = tuple(
            DoseSaid(
                line.row.order_id,
                line.row.due_on,
                line.row.slot,
                wish.outcome,
                place_id=wish.place_id if wish.outcome in TAKEN else None,
                reason=wish.reason,
                wasted=wish.wasted.get(line.key),
            )
            for line in wish.lines
        )
        command = RecordDoses(doses, given, stops_at_refusal=False)
        op = self._context.runner.command(self._over, partial(_record, command))
        op.success(partial(self._on_recorded, wish)).failure(partial(self._on_failed, wish)).run()

    def _on_recorded(self, wish: Wish, told: Sequence[Recorded]) -> None:
        keys: list[Key] = []
        for line, one in zip(wish.lines, told, strict=True):
            if one.refusal is not None:
                self._fail(line.key, refusal(one.refusal))
                continue
            row = self._done(line.row, wish, one)
            if line.row.slot == AS_NEEDED:
                self._model.change(line.key, writing=None)
                self._model.add_after(line.key, Line(row, line.is_private))
            else:
                self._model.change(line.key, row=row, writing=None, refused="")
            keys.append((one.order_id, one.due_on.isoformat(), one.slot))
        self.written.emit(tuple(keys))

    def _done(self, row: DueRow, wish: Wish, one: Recorded) -> DueRow:
        """As the screen knows it until the round is read again."""
        now = self._context.clock.now()
        wasted = wish.wasted.get((row.order_id, row.due_on.isoformat(), row.slot))
        return replace(
            row,
            wasted="" if wasted is None else said.amount_words(row, wasted),
            slot=one.slot,
            dose_id=one.dose_id,
            version=one.version,
            outcome=wish.outcome,
            given_at=now,
            reason=wish.reason or None,
            officer=self.officer,
            witness=one.witness or None,
            vomited_at=now if wish.outcome is Outcome.VOMITED else None,
        )

    def _on_failed(self, wish: Wish, failure: Failure) -> None:
        for line in wish.lines:
            self._fail(line.key, failure.words)

    def _fail(self, key: Key, text: str) -> None:
        self._model.change(key, writing=None, refused=text)
        self.refused.emit(key, text)

    def _strike(self, line: Line, reason: str, is_spoiled: bool, given: Any) -> None:
        command = StrikeDose(line.row.dose_id, line.row.version, reason, is_spoiled, given)
        op = self._context.runner.command(self._over, partial(_strike, command))
        op.success(partial(self._on_struck, line)).failure(partial(self._on_not_corrected, line.key)).run()

    def _on_struck(self, line: Line, told: Corrected) -> None:
        row = replace(
            line.row,
            dose_id="",
            version=0,
            outcome=None,
            given_at=None,
            reason=None,
            officer="",
            witness=None,
            wasted="",
        )
        self._model.change(line.key, row=replace(row, vomited_at=None, effect=None), refused="")
        self.corrected.emit(line.key, told)

    def _correct(self, line: Line, work: Callable[[Any], Corrected], **facts: Any) -> None:
        op = self._context.runner.command(self._over, work)
        op.success(partial(self._on_corrected, line, facts)).failure(
            partial(self._on_not_corrected, line.key)
        ).run()

    def _on_corrected(self, line: Line, facts: dict[str, Any], told: Corrected) -> None:
        self._model.change(line.key, row=replace(line.row, version=told.version, **facts))
        self.corrected.emit(line.key, told)

    def _on_not_corrected(self, key: Key, failure: Failure) -> None:
        self.refused.emit(key, failure.words)


def _record(command: RecordDoses, uow: Any) -> tuple[Recorded, ...]:
    return record_doses(uow, command)


def _strike(command: StrikeDose, uow: Any) -> Corrected:
    return strike_dose(uow, command)


def _vomit(command: RecordVomiting, uow: Any) -> Corrected:
    return record_vomiting(uow, command)


def _effect(command: RecordEffect, uow: Any) -> Corrected:
    return record_effect(uow, command)
