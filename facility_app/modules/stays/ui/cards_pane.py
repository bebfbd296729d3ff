"""A tab of one stay: cards that scroll together, read in one go, and what is shown to a person without a stay."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.rights import ADMIT
from facility_app.modules.stays.queries.overview import StayOverview, find_overview
from facility_app.modules.stays.ui.admit import ADMIT_TEXT, ask_admission
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_pane import ReadPane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.widgets import PushButton

TABLES: Final = frozenset(
    {
        *("stay", "stay_decision", "stay_event", "stay_stage", "term_evaluation", "presence_change"),
        # Somebody here of their own will goes or comes back: only the card is told.
        *("overheld_note", "resident_card"),
    }
)
NO_STAY = label("stays", "Người này chưa có lần cai nghiện nào tại cơ sở.")
NO_STAY_HINT = label("stays", "Tiếp nhận để ghi quyết định và tính thời hạn.")
ASK_OFFICE = label("stays", "Cán bộ tiếp nhận, văn thư hoặc lãnh đạo cơ sở ghi việc tiếp nhận.")
ADMITTED = label("stays", "Đã tiếp nhận, mở lần cai nghiện {code}.")


class StayPane(ReadPane):
    """Reads one stay of a person and shows it; reads again whenever something about stays was saved.

    ``is_made``: all cards are there; they are made when the first stay was read. ``shows_doings``: what the person
    did in it is read too.
    """

    shows_doings = False

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Ask."""
        super().__init__(context)
        self.resident_id = resident_id
        self.seen: StayOverview | None = None
        self._stay_id = ""
        self.column.addStretch(1)
        self.states.action_requested.connect(self.admit)
        self.ask()

    @abstractmethod
    def show_cards(self, seen: StayOverview) -> Iterator[None]:
        """Show what was read, one card a step; while ``is_made`` is not yet said, make each before it is shown."""

    def put(self, card: QWidget) -> None:
        """Add a card at the foot."""
        self.column.insertWidget(self.column.count() - 1, card)

    @override
    def ask(self) -> None:
        """Read the stay."""
        fn = partial(find_overview, with_doings=self.shows_doings)
        op = self.context.runner.query(self, partial(_read, fn, self.resident_id, self._stay_id), topic="stay")
        op.success(self._on_read).failure(self.failed).run()

    def show_other(self, stay_id: str) -> None:
        """Show another stay of the same person."""
        self._stay_id = stay_id
        self.ask()

    def admit(self) -> None:
        """Ask what is written down when somebody comes in."""
        if self.context.may(ADMIT):
            dialog = ask_admission(self.context, self, self.resident_id, self.name())
            dialog.saved.connect(self._on_admitted)

    def name(self) -> str:
        """The person's, as far as it was read."""
        return "" if self.seen is None else self.seen.name

    def told(self, text: Label) -> None:
        """Say what was done and go back to where the keyboard was."""
        self.context.say(tr(text))
        self.first_focus().setFocus()

    def _on_read(self, seen: StayOverview | None) -> None:
        self.seen = seen
        if seen is None:
            may = self.context.may(ADMIT)
            hint = NO_STAY_HINT if may else ASK_OFFICE
            self.states.show_empty(tr(NO_STAY), tr(ADMIT_TEXT) if may else "", hint=tr(hint), icon="door-enter")
            return
        self.turns.run(self._steps(seen))

    def _steps(self, seen: StayOverview) -> Iterator[None]:
        if self.seen is seen:
            self.states.show_content()
            yield from self.show_cards(seen)
            self.is_made = True

    def _on_admitted(self, saved: Any) -> None:
        self._stay_id = saved.stay_id
        self.context.say(tr(ADMITTED, code=saved.code))
        self.ask()

    @override
    def first_focus(self) -> QWidget:
        face = self.states.currentWidget()
        button = None if face is None else face.findChild(PushButton)
        return self if button is None else button

    @override
    def refresh(self, change: Change) -> None:
        if not TABLES.isdisjoint(change.tables):
            self.ask()


def _read(fn: Callable[..., StayOverview | None], resident_id: str, stay_id: str, uow: Any) -> StayOverview | None:
    return fn(uow, resident_id, stay_id)
