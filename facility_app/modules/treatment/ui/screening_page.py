"""Sàng lọc bệnh truyền nhiễm: consent first, results opened by a deed; the closed list has a door of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain import (
    OPEN_RECORD,
    READ_INFECTIONS,
    RECORD_CONSENT,
    RECORD_INFECTIONS,
)
from facility_app.modules.treatment.queries.closed_list import find_key, list_screening_looks
from facility_app.modules.treatment.queries.infections import InfectionRow
from facility_app.modules.treatment.queries.ward import WardPerson, find_screened
from facility_app.modules.treatment.service.infections import (
    OpenInfections,
    StrikeInfection,
    WithdrawConsent,
    open_infections,
    strike_infection,
    withdraw_consent,
)
from facility_app.modules.treatment.ui import screening_columns as columns
from facility_app.modules.treatment.ui.screening_card import OpenedCard
from facility_app.modules.treatment.ui.screening_forms import ASK, DONE, NO_TEST, RESULT, STRIKE, WITHDRAW, Asking
from facility_app.modules.treatment.ui.screening_private import PrivateCard
from facility_app.modules.treatment.ui.ward_fields import PERSON, PERSON_HINT, choice_of
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.lookup_fields import PersonField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import StateStack

PAGE: Final = "treatment.screening"
LOOKS: Final = "treatment.screening_looks"
TITLE = label("treatment", "Sàng lọc bệnh truyền nhiễm")
CARD = label("treatment", "Viêm gan B, C, lao, giang mai")
LOOKS_CARD = label("treatment", "Ai đã xem kết quả sàng lọc của người này")
NOBODY = label("treatment", "Chọn một người để ghi đồng ý, mở hoặc ghi kết quả.")
NOBODY_HINT = label("treatment", "Chưa có gì được mở. Mỗi lần mở kết quả được ghi: ai, lúc nào, vì sao.")
OPEN = label("verbs", "Mở kết quả")
CLOSED = label("treatment", "Kết quả chưa mở. Bấm “Mở kết quả”; lần mở được ghi lại.")
NOT_YOURS = label("treatment", "Tài khoản này ghi đồng ý, từ chối; kết quả do y tế mở.")
NO_LOOK = label("treatment", "Chưa ai mở.")
STRIKE_TITLE = label("treatment", "Gạch bỏ mục ghi nhầm")
HINT = label("treatment", "Gõ tên, mã, số cuối · Ctrl+O mở kết quả · rời trang là đóng lại")


@dataclass(frozen=True, slots=True)
class Door:
    """What stands before somebody's results.

    Attributes:
        key: the grant that opens the closed part; None: for this account it does not exist.
        looks: who looked; None for whoever may not know.
    """

    key: Any = field(repr=False)
    looks: tuple[Any, ...] | None = field(repr=False)


class ScreeningPage(Page):
    """The page; what was opened is closed again when somebody else is chosen or the page is left.

    Attributes:
        person_field: who.
        infections, private, looks: its cards; ``private`` is there only for whoever holds a key.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Nobody chosen; ``press`` sets the annex."""
        super().__init__(context)
        theme = context.theme
        self.person: WardPerson | None = None
        self._found: dict[str, WardPerson] = {}
        self.person_field = PersonField(
            "stay_id", PERSON, runner=context.runner, lookup=self._people, find=_nobody, hint=PERSON_HINT
        )
        closed = CLOSED if context.may(READ_INFECTIONS) else NOT_YOURS
        inner = QWidget()
        self.states = StateStack(theme, inner, self)
        self.infections = OpenedCard(
            context, PAGE, CARD, columns.INFECTIONS, columns.test_id, closed=closed, none=NO_TEST, parent=inner
        )
        self.private = PrivateCard(press, context, self, inner)
        self.looks = OpenedCard(
            context, LOOKS, LOOKS_CARD, columns.LOOKS, columns.look_id, closed=NO_LOOK, none=NO_LOOK, parent=inner
        )
        self._set_actions()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for card in (self.infections, self.private, self.looks):
            column.addWidget(card, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(10))
        self.person_field.setMaximumWidth(theme.px(520))
        whole.addWidget(self.person_field)
        whole.addWidget(self.states, 1)
        self.person_field.settled.connect(self._on_person_settled)
        self.private.looked.connect(self._ask_door)
        self.states.retry_requested.connect(self._ask_door)
        self._show_nobody()

    def choose(self, person: WardPerson) -> None:
        """Stand before somebody's door; nothing is opened by it."""
        self.person = person
        self._close()
        self._ask_door()
        self.actions_changed.emit()

    def open_results(self) -> None:
        """Open what is not of the closed part; the look is kept."""
        if self.person is not None and self.context.may(READ_INFECTIONS):
            op = self.context.runner.command(self, partial(_open, self.person.stay_id))
            op.success(partial(self._on_opened, self.person.stay_id)).failure(self._on_told).run()

    def ask_consent(self) -> None:
        """Ask what somebody answered."""
        asking = self._asking()
        if asking is not None:
            asking.consent().saved.connect(partial(self._on_done, ASK))

    def record(self) -> None:
        """Ask what the test selected said."""
        asking, row = self._asking(), self.infections.row()
        if asking is not None and row is not None:
            asking.result(row).saved.connect(partial(self._on_done, RESULT))

    def withdraw(self) -> None:
        """The person takes the consent selected back."""
        row = self.infections.row()
        if row is not None:
            self._do(partial(_withdraw, WithdrawConsent(row.test_id, row.version)), WITHDRAW)

    def strike(self) -> None:
        """Ask why the test selected is struck out."""
        row = self.infections.row()
        if row is not None:
            dialog = ReasonDialog(self.context.theme, tr(STRIKE_TITLE), verb=STRIKE, parent=self)
            dialog.given.connect(partial(self._on_strike_why, row))
            dialog.open()

    def _close(self) -> None:
        """Put away whatever was opened."""
        self.infections.close_rows()
        self.private.stand_before(self.person)
        self.looks.close_rows()

    def _set_actions(self) -> None:
        no_result = self.infections.why_no_result
        self.infections.set_actions(
            (
                ActionSpec(
                    "treatment.record_infection", RESULT, self.record, "test-pipe", "", RECORD_INFECTIONS,
                    no_result,
                ),
                ActionSpec("treatment.ask_consent", ASK, self.ask_consent, "plus", "", RECORD_CONSENT),
                ActionSpec(
                    "treatment.withdraw_consent", WITHDRAW, self.withdraw, "arrow-back-up", "", RECORD_CONSENT,
                    no_result, is_in_menu=True,
                ),
                ActionSpec(
                    "treatment.strike_infection", STRIKE, self.strike, "ban", "", RECORD_INFECTIONS,
                    self.infections.why_no_row, is_in_menu=True,
                ),
            )
        )  # fmt: skip

    def _people(self, uow: Any, typed: str) -> Sequence[Choice]:
        found = find_screened(uow, typed)
        self._found.update({one.stay_id: one for one in found})
        return tuple(map(choice_of, found))

    def _asking(self) -> Asking | None:
        return None if self.person is None else Asking(self.context, self, self.person)

    def _ask_door(self) -> None:
        if self.person is not None:
            op = self.context.runner.query(self, partial(_door, self.person.resident_id), topic="door")
            op.success(partial(self._on_door, self.person.resident_id)).failure(self._on_failed).run()

    def _show_nobody(self) -> None:
        self.states.show_empty(tr(NOBODY), hint=tr(NOBODY_HINT), icon="test-pipe")

    def _on_person_settled(self) -> None:
        chosen = self.person_field.value()
        person = self._found.get(chosen or "")
        if person is not None and (self.person is None or person.stay_id != self.person.stay_id):
            self.choose(person)

    def _on_door(self, resident_id: str, door: Door) -> None:
        if self.person is None or self.person.resident_id != resident_id:
            return
        self.states.show_content()
        self.private.offer(door.key)
        self.looks.setVisible(door.looks is not None)
        if door.looks is not None:
            self.looks.show_opened(door.looks)
        self.actions_changed.emit()

    def _on_opened(self, stay_id: str, rows: tuple[InfectionRow, ...]) -> None:
        if self.person is None or self.person.stay_id != stay_id:
            # Left meanwhile: what comes late is not shown.
            return
        self.infections.show_opened(rows)
        self._ask_door()
        self.infections.table.setFocus()

    def _on_strike_why(self, row: InfectionRow, reason: str) -> None:
        self._do(partial(_strike, StrikeInfection(row.test_id, row.version, reason)), STRIKE)

    def _do(self, work: Callable[[Any], object], what: Label) -> None:
        op = self.context.runner.command(self, work)
        op.success(partial(self._on_done, what)).failure(self._on_told).run()

    def _on_done(self, what: Label, _answer: object) -> None:
        self.context.say(tr(DONE, what=tr(what)))
        if self.infections.is_open:
            self.open_results()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_told(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _why_nobody(self) -> str | None:
        return None if self.person is not None else tr(NOBODY)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        return "" if self.person is None else f"{self.person.name} · {self.person.quiet}"

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "treatment.open_infections", OPEN, self.open_results, "eye", "Ctrl+O", READ_INFECTIONS,
                self._why_nobody,
            ),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if self.person is None:
            self._show_nobody()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        # Nothing that was opened waits on the screen for whoever sits down next.
        self.person = None
        self._close()
        self.person_field.set_value(None)
        self._show_nobody()
        go()

    @override
    def first_focus(self) -> QWidget:
        return self.person_field


def _nobody(_uow: Any, _stay_id: str) -> Choice | None:
    return None


def _door(resident_id: str, uow: Any) -> Door:
    looks = list_screening_looks(uow, resident_id) if uow.actor.may(OPEN_RECORD) else None
    return Door(find_key(uow, resident_id), looks)


def _open(stay_id: str, uow: Any) -> tuple[InfectionRow, ...]:
    return open_infections(uow, OpenInfections(stay_id))


def _withdraw(command: WithdrawConsent, uow: Any) -> None:
    withdraw_consent(uow, command)


def _strike(command: StrikeInfection, uow: Any) -> None:
    strike_infection(uow, command)
