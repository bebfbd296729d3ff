"""Sự việc nghiêm trọng: the dossiers that wait for something first, what is done about each, and their paper."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.rights import CLOSE_EVENTS, READ_EVENTS, RECORD_EVENTS
from facility_app.modules.treatment.queries.serious import EventRow, list_events
from facility_app.modules.treatment.service.printing import print_event
from facility_app.modules.treatment.service.serious import StrikeEvent, strike_event
from facility_app.modules.treatment.ui import serious_forms as forms
from facility_app.modules.treatment.ui import serious_words as words
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE, ListCard
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

PAGE: Final = "treatment.events"
PERSON: Final = "residents.person"
TABLES: Final = frozenset({"serious_event", "serious_event_step", "resident_card"})
STRIKE: Final = label("verbs", "Gạch bỏ")
PRINT: Final = label("verbs", "In hồ sơ sự việc")
OPEN: Final = label("verbs", "Mở trang của người này")
HINT: Final = label("treatment", "Enter ghi việc đã làm cho sự việc đang chọn · Ctrl+N ghi sự việc mới")
STRIKE_TEXT: Final = label("treatment", "{name}: gạch bỏ sự việc ghi nhầm; dòng cũ vẫn đọc được trong nhật ký.")
RECORDED: Final = label("treatment", "Đã ghi sự việc; các việc phải làm đã vào danh sách việc.")
STEPPED: Final = label("treatment", "Đã ghi việc đã làm.")
CLOSED: Final = label("treatment", "Đã kết thúc hồ sơ sự việc.")
STRUCK: Final = label("treatment", "Đã gạch bỏ sự việc ghi nhầm.")
IS_CLOSED: Final = label("treatment", "Hồ sơ sự việc này đã kết thúc.")
FILE: Final = "ho so su viec"


class EventsPage(Page):
    """The dossiers.

    Attributes:
        events: the list.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Make it; ``press`` sets the paper."""
        super().__init__(context)
        spec = short_list(
            "treatment.events", words.LIST, words.EMPTY, words.COLUMNS, _read, words.event_id, TABLES
        )
        self.events = ListCard(context, spec, parent=self)
        self._sheets = Sheets(context, press, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.events)
        self.events.row_activated.connect(self._on_activated)
        self.events.selection_changed.connect(self.actions_changed)
        self.events.model.counted.connect(self._on_counted)

    def record(self) -> None:
        """Something happened."""
        self._follow(forms.ask_record(self.context, self), RECORDED)

    def step(self) -> None:
        """Something was done."""
        row = self._row()
        if row is not None and row.is_open:
            self._follow(forms.ask_step(self.context, self, row), STEPPED)

    def close_dossier(self) -> None:
        """It is over."""
        row = self._row()
        if row is not None and row.is_open:
            self._follow(forms.ask_close(self.context, self, row), CLOSED)

    def strike(self) -> None:
        """It was written down by mistake."""
        row = self._row()
        if row is None:
            return
        text = tr(STRIKE_TEXT, name=row.name)
        dialog = ReasonDialog(self.context.theme, tr(STRIKE), text, verb=tr(STRIKE), parent=self)
        dialog.given.connect(partial(self._on_strike, row))
        dialog.open()

    def print_dossier(self) -> None:
        """The paper of the one chosen."""
        row = self._row()
        if row is not None:
            self._sheets.take(partial(_paper, row.event_id), FILE)

    def open_person(self) -> None:
        """The health of whoever it happened to."""
        row = self._row()
        if row is not None:
            self.context.go(Route(PERSON, row.resident_id, {"tab": "treatment.person"}))

    def _row(self) -> EventRow | None:
        row: EventRow | None = self.events.row()
        return row

    def _why_closed(self) -> str | None:
        row = self._row()
        if row is None:
            return tr(CHOOSE)
        return None if row.is_open else tr(IS_CLOSED)

    def _follow(self, dialog: Any, said: Any) -> None:
        dialog.saved.connect(partial(self._on_saved, said))

    def _on_saved(self, said: Any, _answer: object) -> None:
        self.context.say(tr(said), Tone.OK)

    def _on_strike(self, row: EventRow, reason: str) -> None:
        deed = partial(_strike, StrikeEvent(row.event_id, row.version, reason))
        op = self.context.runner.command(self, deed)
        op.success(partial(self._on_saved, STRUCK)).failure(self._on_failed).run()

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_activated(self, _row_id: str) -> None:
        self.step()

    def _on_counted(self, _count: int) -> None:
        self.title_changed.emit()
        self.actions_changed.emit()

    @override
    def title_text(self) -> str:
        return tr(words.TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        closed, none = self._why_closed, self.events.why_no_row
        return (
            ActionSpec("treatment.record_event", forms.RECORD, self.record, "plus", "Ctrl+N", RECORD_EVENTS),
            ActionSpec("treatment.record_event_step", forms.STEP, self.step, "check", "", RECORD_EVENTS, closed),
            ActionSpec("treatment.print_event", PRINT, self.print_dossier, "printer", "Ctrl+P", READ_EVENTS, none),
            ActionSpec(
                "treatment.close_event", forms.CLOSE, self.close_dossier, "lock", "", CLOSE_EVENTS, closed,
                is_in_menu=True,
            ),
            ActionSpec(
                "treatment.strike_event", STRIKE, self.strike, "x", "", RECORD_EVENTS, closed, is_in_menu=True
            ),
            ActionSpec(
                "treatment.open_event_person", OPEN, self.open_person, "user", "Ctrl+Shift+O", READ_EVENTS, none,
                is_in_menu=True,
            ),
        )  # fmt: skip

    @override
    def first_focus(self) -> QWidget:
        return self.events.table


def _read(uow: Any) -> Sequence[EventRow]:
    return list_events(uow)


def _paper(event_id: str, uow: Any) -> PlainPaper:
    return print_event(uow, event_id)


def _strike(command: StrikeEvent, uow: Any) -> None:
    strike_event(uow, command)
