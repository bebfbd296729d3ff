"""Sàng lọc bệnh truyền nhiễm: consent first, results opened by a deed; the closed list has a door of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain import (
    KEEP_HIV,
    OPEN_RECORD,
    READ_HIV,
    READ_INFECTIONS,
    RECORD_CONSENT,
    RECORD_INFECTIONS,
)
from facility_app.modules.treatment.domain.infections import Consent
from facility_app.modules.treatment.queries.closed_list import find_key, list_screening_looks
from facility_app.modules.treatment.queries.hiv import HivFacts
from facility_app.modules.treatment.queries.infections import InfectionRow
from facility_app.modules.treatment.queries.ward import WardPerson, find_screened
from facility_app.modules.treatment.service.hiv import (
    OfHivTest,
    OpenHiv,
    open_hiv,
    strike_hiv,
    withdraw_hiv_consent,
)
from facility_app.modules.treatment.service.infections import (
    OpenInfections,
    StrikeInfection,
    WithdrawConsent,
    open_infections,
    strike_infection,
    withdraw_consent,
)
from facility_app.modules.treatment.ui import screening_columns as columns
from facility_app.modules.treatment.ui.screening_forms import ANNEX, ASK, RESULT, TELL, Asking
from facility_app.modules.treatment.ui.ward_fields import PERSON, PERSON_HINT, choice_of
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.lookup_fields import PersonField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.read_rows import Rows
from facility_app.ui.models import ColumnSpec, ListSpec, ListState
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import StateStack

PAGE: Final = "treatment.screening"
TITLE = label("treatment", "Sàng lọc bệnh truyền nhiễm")
CARD, PRIVATE_CARD = label("treatment", "Viêm gan B, C, lao, giang mai"), label("treatment", "HIV")
LOOKS_CARD = label("treatment", "Ai đã xem kết quả sàng lọc của người này")
NOBODY = label("treatment", "Chọn một người để ghi đồng ý, mở hoặc ghi kết quả.")
NOBODY_HINT = label("treatment", "Chưa có gì được mở. Mỗi lần mở kết quả được ghi: ai, lúc nào, vì sao.")
OPEN, OPEN_PRIVATE = label("verbs", "Mở kết quả"), label("verbs", "Mở phần kín")
WITHDRAW, STRIKE = label("verbs", "Ghi rút đồng ý"), label("verbs", "Gạch bỏ")
CLOSED = label("treatment", "Kết quả chưa mở. Bấm “Mở kết quả”; lần mở được ghi lại.")
NOT_YOURS = label("treatment", "Tài khoản này ghi đồng ý, từ chối; kết quả do y tế mở.")
PRIVATE_CLOSED = label("treatment", "Chưa mở. Mỗi lần mở cần ghi mục đích và được ghi lại.")
NO_TEST = label("treatment", "Chưa có lần hỏi xét nghiệm nào.")
NO_LOOK = label("treatment", "Chưa ai mở.")
ANNEX_FILE: Final = "to kem"
PURPOSE_TITLE = label("treatment", "Mở phần kín của {name}")
PURPOSE_TEXT = label(
    "treatment",
    "Chỉ người thuộc danh sách kín được biết (Luật phòng, chống HIV/AIDS Đ30.2). Ghi mục đích của lần mở này.",
)
TREATING, COUNSELLING = label("treatment", "Điều trị, theo dõi"), label("treatment", "Tư vấn, báo kết quả")
STRIKE_TITLE = label("treatment", "Gạch bỏ mục ghi nhầm")
CHOOSE = label("ui", "Hãy chọn một dòng trước.")
OPEN_FIRST = label("treatment", "Hãy mở kết quả trước.")
HAS_RESULT, NO_RESULT = label("treatment", "Xét nghiệm này đã có kết quả."), label("treatment", "Chưa có kết quả.")
NO_CONSENT = label("treatment", "Người này đã từ chối hoặc rút đồng ý. Nếu đồng ý lại, hãy ghi đồng ý mới.")
TOLD_ALREADY = label("treatment", "Đã ghi báo kết quả.")
DONE = label("treatment", "Đã ghi: {what}.")
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
        self._sheets = Sheets(context, press, self)
        theme = context.theme
        self.person: WardPerson | None = None
        self._found: dict[str, WardPerson] = {}
        self._door: Door | None = None
        self._purpose = ""
        self._is_open = self._is_private_open = False
        self._rows: dict[str, Rows] = {}
        self._empty: dict[str, Label] = {}
        self.person_field = PersonField(
            "stay_id", PERSON, runner=context.runner, lookup=self._people, find=_nobody, hint=PERSON_HINT
        )
        self.infections = self._card(PAGE, CARD, columns.INFECTIONS, _test_id, CLOSED)
        self.private = self._card("treatment.closed", PRIVATE_CARD, columns.PRIVATE, _test_id, PRIVATE_CLOSED)
        self.looks = self._card("treatment.screening_looks", LOOKS_CARD, columns.LOOKS, _entry_id, NO_LOOK)
        self._set_actions()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for card in (self.infections, self.private, self.looks):
            column.addWidget(card, 1)
        self.states = StateStack(theme, inner, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(10))
        self.person_field.setMaximumWidth(theme.px(520))
        whole.addWidget(self.person_field)
        whole.addWidget(self.states, 1)
        self.person_field.settled.connect(self._on_person_settled)
        self.states.retry_requested.connect(self._ask_door)
        self._show_nobody()

    def choose(self, person: WardPerson) -> None:
        """Stand before somebody's door; nothing is opened by it."""
        self._close()
        self.person = person
        self._ask_door()
        self.actions_changed.emit()

    def open_results(self) -> None:
        """Open what is not of the closed part; the look is kept."""
        if self.person is not None and self.context.may(READ_INFECTIONS):
            op = self.context.runner.command(self, partial(_open, self.person.stay_id))
            op.success(self._on_opened).failure(self._on_told).run()

    def open_private(self) -> None:
        """Ask why, then open the closed part."""
        if self.person is None or self._door is None or self._door.key is None:
            return
        dialog = ReasonDialog(
            self.context.theme,
            tr(PURPOSE_TITLE, name=self.person.name),
            tr(PURPOSE_TEXT),
            verb=OPEN_PRIVATE,
            frequent=(TREATING, COUNSELLING),
            parent=self,
        )
        dialog.given.connect(self._on_purpose)
        dialog.open()

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

    def ask_private_consent(self) -> None:
        """Ask what somebody answered after counselling."""
        asking = self._asking()
        if asking is not None and self._door is not None:
            dialog = asking.private_consent(self._door.key, self._purpose)
            dialog.saved.connect(partial(self._on_private_done, ASK))

    def record_private(self) -> None:
        """Ask what the closed test selected said."""
        asking, row = self._asking(), self.private.row()
        if asking is not None and row is not None and self._door is not None:
            dialog = asking.private_result(row, self._door.key, self._purpose)
            dialog.saved.connect(partial(self._on_private_done, RESULT))

    def tell_private(self) -> None:
        """Ask to whom the closed result selected was told."""
        asking, row = self._asking(), self.private.row()
        if asking is not None and row is not None and self._door is not None:
            dialog = asking.private_telling(row, self._door.key, self._purpose)
            dialog.saved.connect(partial(self._on_private_done, TELL))

    def print_annex(self) -> None:
        """Ask who is handed the annex, and why; opening it is a look of its own."""
        asking = self._asking()
        if asking is not None and self._door is not None and self._door.key is not None:
            dialog = asking.annex(self._door.key)
            dialog.saved.connect(self._on_annex)

    def withdraw_private(self) -> None:
        """The person takes the closed consent selected back."""
        of = self._of_private()
        if of is not None:
            self._do_private(partial(_withdraw_private, of), WITHDRAW)

    def strike_private(self) -> None:
        """The closed entry selected was written by mistake."""
        of = self._of_private()
        if of is not None:
            self._do_private(partial(_strike_private, of), STRIKE)

    def _card(
        self, list_id: str, title: Label, shown: tuple[ColumnSpec[Any], ...], row_id: Any, empty: Label
    ) -> ListCard:
        rows = self._rows[list_id] = Rows(row_id)
        spec: ListSpec[Any] = ListSpec(
            id=list_id,
            title=title,
            columns=shown,
            ids=rows.ids,
            rows=rows.get,
            row_id=row_id,
            search=None,
            empty=empty,
        )
        made = ListCard(self.context, spec)
        made.setMinimumHeight(self.context.theme.px(140))
        self._empty[list_id] = empty
        made.model.state_changed.connect(partial(self._on_card_state_changed, made))
        return made

    def _set_actions(self) -> None:
        has_consent = self._why_no_result
        self.infections.set_actions(
            (
                ActionSpec(
                    "treatment.record_infection", RESULT, self.record, "test-pipe", "", RECORD_INFECTIONS,
                    has_consent,
                ),
                ActionSpec("treatment.ask_consent", ASK, self.ask_consent, "plus", "", RECORD_CONSENT),
                ActionSpec(
                    "treatment.withdraw_consent", WITHDRAW, self.withdraw, "arrow-back-up", "", RECORD_CONSENT,
                    has_consent, is_in_menu=True,
                ),
                ActionSpec(
                    "treatment.strike_infection", STRIKE, self.strike, "ban", "", RECORD_INFECTIONS,
                    self._why_no_row, is_in_menu=True,
                ),
            )
        )  # fmt: skip
        private = self._why_no_private_result
        self.private.set_actions(
            (
                ActionSpec("treatment.open_hiv", OPEN_PRIVATE, self.open_private, "lock-open"),
                ActionSpec(
                    "treatment.ask_hiv_consent", ASK, self.ask_private_consent, "plus", "", KEEP_HIV,
                    self._why_closed,
                ),
                ActionSpec(
                    "treatment.record_hiv_result", RESULT, self.record_private, "test-pipe", "", KEEP_HIV, private
                ),
                ActionSpec(
                    "treatment.tell_hiv_result", TELL, self.tell_private, "messages", "", KEEP_HIV,
                    self._why_not_told,
                ),
                ActionSpec(
                    "treatment.print_private_annex", ANNEX, self.print_annex, "printer", "", READ_HIV,
                    is_in_menu=True,
                ),
                ActionSpec(
                    "treatment.withdraw_hiv_consent", WITHDRAW, self.withdraw_private, "arrow-back-up", "",
                    KEEP_HIV, private, is_in_menu=True,
                ),
                ActionSpec(
                    "treatment.strike_hiv", STRIKE, self.strike_private, "ban", "", KEEP_HIV,
                    self._why_no_private_row, is_in_menu=True,
                ),
            )
        )  # fmt: skip

    def _people(self, uow: Any, typed: str) -> Sequence[Choice]:
        found = find_screened(uow, typed)
        self._found.update({one.stay_id: one for one in found})
        return tuple(map(choice_of, found))

    def _asking(self) -> Asking | None:
        return None if self.person is None else Asking(self.context, self, self.person)

    def _of_private(self) -> OfHivTest | None:
        row = self.private.row()
        if row is None or self._door is None:
            return None
        return OfHivTest(row.test_id, row.version, self._purpose, self._door.key)

    def _ask_door(self) -> None:
        if self.person is not None:
            op = self.context.runner.query(self, partial(_door, self.person.resident_id), topic="door")
            op.success(self._on_door).failure(self._on_failed).run()

    def _show(self, card: ListCard, rows: Sequence[Any], empty: Label) -> None:
        self._rows[card.spec.id].rows = tuple(rows)
        self._empty[card.spec.id] = empty
        card.begin()
        card.bar.recheck()

    def _show_nobody(self) -> None:
        self.states.show_empty(tr(NOBODY), hint=tr(NOBODY_HINT), icon="test-pipe")

    def _close(self) -> None:
        """Put away whatever was opened."""
        self._is_open = self._is_private_open = False
        self._purpose, self._door = "", None
        self._show(self.infections, (), CLOSED)
        self._show(self.private, (), PRIVATE_CLOSED)
        self._show(self.looks, (), NO_LOOK)

    def _on_card_state_changed(self, card: ListCard, state: ListState) -> None:
        if state is ListState.EMPTY:
            # Nothing opened yet and nothing there are told apart.
            card.states.show_empty(tr(self._empty[card.spec.id]), icon="lock")

    def _on_person_settled(self) -> None:
        chosen = self.person_field.value()
        person = self._found.get(chosen or "")
        if person is not None and (self.person is None or person.stay_id != self.person.stay_id):
            self.choose(person)

    def _on_door(self, door: Door) -> None:
        self._door = door
        self.states.show_content()
        self.private.setVisible(door.key is not None)
        self.looks.setVisible(door.looks is not None)
        if door.looks is not None:
            self._show(self.looks, door.looks, NO_LOOK)
        if not self._is_open:
            self._show(self.infections, (), CLOSED if self.context.may(READ_INFECTIONS) else NOT_YOURS)
        self.actions_changed.emit()

    def _on_opened(self, rows: tuple[InfectionRow, ...]) -> None:
        self._is_open = True
        self._show(self.infections, rows, NO_TEST)
        self._ask_door()
        self.infections.table.setFocus()

    def _on_purpose(self, purpose: str) -> None:
        self._purpose = purpose
        self._open_private()

    def _open_private(self) -> None:
        if self.person is None or self._door is None:
            return
        command = OpenHiv(self.person.stay_id, self._purpose, self._door.key)
        op = self.context.runner.command(self, partial(_open_private, command))
        op.success(self._on_private_opened).failure(self._on_told).run()

    def _on_private_opened(self, facts: HivFacts) -> None:
        self._is_private_open = True
        self._show(self.private, facts.tests, NO_TEST)
        self._ask_door()

    def _on_annex(self, paper: PlainPaper) -> None:
        self._sheets.show_paper(ANNEX_FILE, paper)
        # Who looked, and why, stands beside at once.
        self._ask_door()

    def _on_strike_why(self, row: InfectionRow, reason: str) -> None:
        self._do(partial(_strike, StrikeInfection(row.test_id, row.version, reason)), STRIKE)

    def _do(self, work: Callable[[Any], object], what: Label) -> None:
        op = self.context.runner.command(self, work)
        op.success(partial(self._on_done, what)).failure(self._on_told).run()

    def _do_private(self, work: Callable[[Any], object], what: Label) -> None:
        op = self.context.runner.command(self, work)
        op.success(partial(self._on_private_done, what)).failure(self._on_told).run()

    def _on_done(self, what: Label, _answer: object) -> None:
        self.context.say(tr(DONE, what=tr(what)))
        if self._is_open:
            self.open_results()

    def _on_private_done(self, what: Label, _answer: object) -> None:
        self.context.say(tr(DONE, what=tr(what)))
        self._open_private()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_told(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _why_no_row(self) -> str | None:
        if not self._is_open:
            return tr(OPEN_FIRST)
        return None if self.infections.row() is not None else tr(CHOOSE)

    def _why_no_result(self) -> str | None:
        return self._why_no_row() or _why_not_written(self.infections.row())

    def _why_closed(self) -> str | None:
        return None if self._is_private_open else tr(OPEN_FIRST)

    def _why_no_private_row(self) -> str | None:
        return self._why_closed() or (None if self.private.row() is not None else tr(CHOOSE))

    def _why_no_private_result(self) -> str | None:
        return self._why_no_private_row() or _why_not_written(self.private.row())

    def _why_not_told(self) -> str | None:
        missing = self._why_no_private_row()
        if missing is not None:
            return missing
        row = self.private.row()
        if row.result is None:
            return tr(NO_RESULT)
        return tr(TOLD_ALREADY) if row.told_at is not None else None

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


def _why_not_written(row: Any) -> str | None:
    if row.consent is Consent.REFUSED or row.withdrawn_at is not None or row.struck_at is not None:
        return tr(NO_CONSENT)
    return tr(HAS_RESULT) if row.result is not None else None


def _test_id(row: Any) -> str:
    return str(row.test_id)


def _entry_id(row: Any) -> str:
    return str(row.entry_id)


def _nobody(_uow: Any, _stay_id: str) -> Choice | None:
    return None


def _door(resident_id: str, uow: Any) -> Door:
    looks = list_screening_looks(uow, resident_id) if uow.actor.may(OPEN_RECORD) else None
    return Door(find_key(uow, resident_id), looks)


def _open(stay_id: str, uow: Any) -> tuple[InfectionRow, ...]:
    return open_infections(uow, OpenInfections(stay_id))


def _open_private(command: OpenHiv, uow: Any) -> HivFacts:
    return open_hiv(uow, command)


def _withdraw(command: WithdrawConsent, uow: Any) -> None:
    withdraw_consent(uow, command)


def _strike(command: StrikeInfection, uow: Any) -> None:
    strike_infection(uow, command)


def _withdraw_private(of: OfHivTest, uow: Any) -> None:
    withdraw_hiv_consent(uow, of)


def _strike_private(of: OfHivTest, uow: Any) -> None:
    strike_hiv(uow, of)
