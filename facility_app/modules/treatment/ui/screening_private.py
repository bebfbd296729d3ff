"""HIV: a card of its own, there only for whoever holds a key; each opening says why and is kept."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain import KEEP_HIV, READ_HIV
from facility_app.modules.treatment.queries.hiv import HivFacts
from facility_app.modules.treatment.queries.ward import WardPerson
from facility_app.modules.treatment.service.hiv import (
    OfHivTest,
    OpenHiv,
    open_hiv,
    strike_hiv,
    withdraw_hiv_consent,
)
from facility_app.modules.treatment.ui import screening_columns as columns
from facility_app.modules.treatment.ui.screening_card import OpenedCard
from facility_app.modules.treatment.ui.screening_forms import (
    ANNEX,
    ASK,
    DONE,
    NO_TEST,
    RESULT,
    STRIKE,
    TELL,
    WITHDRAW,
    Asking,
)
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

PRIVATE_CARD = label("treatment", "HIV")
OPEN_PRIVATE = label("verbs", "Mở phần kín")
PRIVATE_CLOSED = label("treatment", "Chưa mở. Mỗi lần mở cần ghi mục đích và được ghi lại.")
PURPOSE_TITLE = label("treatment", "Mở phần kín của {name}")
PURPOSE_TEXT = label(
    "treatment",
    "Chỉ người thuộc danh sách kín được biết (Luật phòng, chống HIV/AIDS Đ30.2). Ghi mục đích của lần mở này.",
)
TREATING, COUNSELLING = label("treatment", "Điều trị, theo dõi"), label("treatment", "Tư vấn, báo kết quả")
NO_RESULT, TOLD_ALREADY = label("treatment", "Chưa có kết quả."), label("treatment", "Đã ghi báo kết quả.")
ANNEX_FILE: Final = "to kem"


class PrivateCard(OpenedCard):
    """The closed part of one person.

    Signals:
        looked: a look was kept.
    """

    looked = Signal()

    def __init__(
        self, press: PlainPress, context: PageContext, over: QWidget, parent: QWidget | None = None
    ) -> None:
        """Closed, before nobody; ``press`` sets the annex, ``over`` is asked over."""
        super().__init__(
            context,
            "treatment.closed",
            PRIVATE_CARD,
            columns.PRIVATE,
            columns.test_id,
            closed=PRIVATE_CLOSED,
            none=NO_TEST,
            parent=parent,
        )
        self._over = over
        self._sheets = Sheets(context, press, over)
        self._person: WardPerson | None = None
        self._key: Any = None
        self._purpose = ""
        self.set_actions(self._made_actions())

    def stand_before(self, person: WardPerson | None) -> None:
        """Somebody else, or nobody; nothing is open."""
        self._person, self._key, self._purpose = person, None, ""
        self.close_rows()

    def offer(self, key: Any) -> None:
        """``key`` is the grant that opens it; without one it is not there."""
        self._key = key
        self.setVisible(key is not None)

    def ask_purpose(self) -> None:
        """Ask why, then open it."""
        if self._person is None or self._key is None:
            return
        dialog = ReasonDialog(
            self._context.theme,
            tr(PURPOSE_TITLE, name=self._person.name),
            tr(PURPOSE_TEXT),
            verb=OPEN_PRIVATE,
            frequent=(TREATING, COUNSELLING),
            parent=self._over,
        )
        dialog.given.connect(self._on_purpose)
        dialog.open()

    def ask_consent(self) -> None:
        """Ask what somebody answered after counselling."""
        asking = self._asking()
        if asking is not None:
            asking.private_consent(self._key, self._purpose).saved.connect(partial(self._on_done, ASK))

    def record(self) -> None:
        """Ask what the test selected said."""
        asking, row = self._asking(), self.row()
        if asking is not None and row is not None:
            asking.private_result(row, self._key, self._purpose).saved.connect(partial(self._on_done, RESULT))

    def tell(self) -> None:
        """Ask to whom the result selected was told."""
        asking, row = self._asking(), self.row()
        if asking is not None and row is not None:
            asking.private_telling(row, self._key, self._purpose).saved.connect(partial(self._on_done, TELL))

    def print_annex(self) -> None:
        """Ask who is handed the annex, and why; opening it is a look of its own."""
        asking = self._asking()
        if asking is not None and self._key is not None:
            asking.annex(self._key).saved.connect(self._on_annex)

    def withdraw(self) -> None:
        """The person takes the consent selected back."""
        of = self._of_test()
        if of is not None:
            self._do(partial(_withdraw, of), WITHDRAW)

    def strike(self) -> None:
        """The entry selected was written by mistake."""
        of = self._of_test()
        if of is not None:
            self._do(partial(_strike, of), STRIKE)

    def _made_actions(self) -> tuple[ActionSpec, ...]:
        no_result = self.why_no_result
        return (
            ActionSpec("treatment.open_hiv", OPEN_PRIVATE, self.ask_purpose, "lock-open"),
            ActionSpec(
                "treatment.ask_hiv_consent", ASK, self.ask_consent, "plus", "", KEEP_HIV, self.why_closed
            ),
            ActionSpec("treatment.record_hiv_result", RESULT, self.record, "test-pipe", "", KEEP_HIV, no_result),
            ActionSpec("treatment.tell_hiv_result", TELL, self.tell, "messages", "", KEEP_HIV, self._why_not_told),
            ActionSpec(
                "treatment.print_private_annex", ANNEX, self.print_annex, "printer", "", READ_HIV, is_in_menu=True
            ),
            ActionSpec(
                "treatment.withdraw_hiv_consent", WITHDRAW, self.withdraw, "arrow-back-up", "", KEEP_HIV,
                no_result, is_in_menu=True,
            ),
            ActionSpec(
                "treatment.strike_hiv", STRIKE, self.strike, "ban", "", KEEP_HIV, self.why_no_row, is_in_menu=True
            ),
        )  # fmt: skip

    def _asking(self) -> Asking | None:
        return None if self._person is None else Asking(self._context, self._over, self._person)

    def _of_test(self) -> OfHivTest | None:
        row = self.row()
        return None if row is None else OfHivTest(row.test_id, row.version, self._purpose, self._key)

    def _open(self) -> None:
        if self._person is None or self._key is None:
            return
        command = OpenHiv(self._person.stay_id, self._purpose, self._key)
        op = self._context.runner.command(self._over, partial(_opened, command))
        op.success(partial(self._on_opened, self._person.stay_id)).failure(self._on_told).run()

    def _do(self, work: Callable[[Any], object], what: Label) -> None:
        op = self._context.runner.command(self._over, work)
        op.success(partial(self._on_done, what)).failure(self._on_told).run()

    def _why_not_told(self) -> str | None:
        missing = self.why_no_row()
        if missing is not None:
            return missing
        row = self.row()
        if row.result is None:
            return tr(NO_RESULT)
        return tr(TOLD_ALREADY) if row.told_at is not None else None

    def _on_purpose(self, purpose: str) -> None:
        self._purpose = purpose
        self._open()

    def _on_opened(self, stay_id: str, facts: HivFacts) -> None:
        if self._person is None or self._person.stay_id != stay_id:
            # Left meanwhile: what comes late is not shown.
            return
        self.show_opened(facts.tests)
        self.looked.emit()

    def _on_annex(self, paper: PlainPaper) -> None:
        self._sheets.show_paper(ANNEX_FILE, paper)
        self.looked.emit()

    def _on_done(self, what: Label, _answer: object) -> None:
        self._context.say(tr(DONE, what=tr(what)))
        self._open()

    def _on_told(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _opened(command: OpenHiv, uow: Any) -> HivFacts:
    return open_hiv(uow, command)


def _withdraw(of: OfHivTest, uow: Any) -> None:
    withdraw_hiv_consent(uow, of)


def _strike(of: OfHivTest, uow: Any) -> None:
    strike_hiv(uow, of)
