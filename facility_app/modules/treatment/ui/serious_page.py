"""Sự việc nghiêm trọng: the dossiers that wait for something first, what is done about each, and their paper."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.rights import CLOSE_EVENTS, READ_EVENTS, RECORD_EVENTS
from facility_app.modules.treatment.queries.serious import EventLine, list_event_ids, list_event_rows
from facility_app.modules.treatment.queries.ward import WardPerson, find_patient_of
from facility_app.modules.treatment.service.printing import print_event
from facility_app.modules.treatment.service.serious import StrikeEvent, strike_event
from facility_app.modules.treatment.ui import serious_forms as forms
from facility_app.modules.treatment.ui import serious_words as words
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

PAGE: Final = "treatment.events"
PERSON: Final = "residents.person"
TABLES: Final = frozenset({"serious_event", "serious_event_step", "resident_card"})
STRIKE: Final = label("verbs", "Gạch bỏ")
PRINT: Final = label("verbs", "Xem, in hồ sơ sự việc")
OPEN: Final = label("verbs", "Mở trang của người này")
HINT: Final = label("treatment", "Enter ghi việc đã làm, hồ sơ đã xong thì mở xem · mỗi lần xem được ghi lại")
STRIKE_TEXT: Final = label("treatment", "{name}: gạch bỏ sự việc ghi nhầm; dòng cũ vẫn đọc được trong nhật ký.")
RECORDED: Final = label("treatment", "Đã ghi sự việc; các việc phải làm đã vào danh sách việc.")
STEPPED: Final = label("treatment", "Đã ghi việc đã làm.")
CLOSED: Final = label("treatment", "Đã kết thúc hồ sơ sự việc.")
STRUCK: Final = label("treatment", "Đã gạch bỏ sự việc ghi nhầm.")
IS_CLOSED: Final = label("treatment", "Hồ sơ sự việc này đã kết thúc.")
FILE: Final = "ho so su viec"


EVENTS: Final[ListSpec[EventLine]] = ListSpec(
    id="treatment.events",
    title=words.TITLE,
    columns=words.COLUMNS,
    ids=list_event_ids,
    rows=list_event_rows,
    row_id=words.event_id,
    filters=words.FILTERS,
    search=label("treatment", "Tên, mã, số cuối giấy tờ…"),
    empty=words.EMPTY,
    none_found=label("treatment", "Không có sự việc nào khớp. Hãy bỏ tìm, bỏ lọc."),
    tables=TABLES,
)


class EventsPage(ListPage):
    """The dossiers: the open ones first; what happened is read in the dossier, and each reading is kept.

    Attributes:
        events: the list.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Make it; ``press`` sets the paper."""
        self._is_made = False
        super().__init__(context, EVENTS, actions=self._verbs())
        self.events, self._is_made = self.panel, True
        self._sheets = Sheets(context, press, self)
        self.panel.row_activated.connect(self._on_activated)

    def record(self) -> None:
        """Something happened."""
        self._follow(forms.ask_record(self.context, self), RECORDED)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if route.args.get("about") and self.context.may(RECORD_EVENTS):
            op = self.context.runner.query(self, partial(_patient, route.args["about"]), topic="patient")
            op.success(partial(self._on_patient, route.args)).failure(self._on_failed).run()

    def _on_patient(self, known: Mapping[str, str], found: WardPerson | None) -> None:
        """Somebody elsewhere saw it: what they knew is filled in."""
        begin = {name: known[name] for name in ("kind", "account") if known.get(name)}
        stay_id = "" if found is None else found.stay_id
        self._follow(forms.ask_record(self.context, self, stay_id, begin), RECORDED)

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

    def _row(self) -> EventLine | None:
        # While the page is made its verbs are asked already, and there is no list yet.
        chosen = self.selected_ids() if self._is_made else ()
        row: EventLine | None = self.panel.model.row_of(chosen[0]) if len(chosen) == 1 else None
        return row

    def _why_none(self) -> str | None:
        return tr(CHOOSE) if self._row() is None else None

    def _why_closed(self) -> str | None:
        row = self._row()
        if row is None:
            return tr(CHOOSE)
        return None if row.is_open else tr(IS_CLOSED)

    def _follow(self, dialog: Any, said: Any) -> None:
        dialog.saved.connect(partial(self._on_saved, said))

    def _on_saved(self, said: Any, _answer: object) -> None:
        self.context.say(tr(said), Tone.OK)

    def _on_strike(self, row: EventLine, reason: str) -> None:
        deed = partial(_strike, StrikeEvent(row.event_id, row.version, reason))
        op = self.context.runner.command(self, deed)
        op.success(partial(self._on_saved, STRUCK)).failure(self._on_failed).run()

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_activated(self, _row_id: str) -> None:
        row = self._row()
        if row is not None and row.is_open and self.context.may(RECORD_EVENTS):
            self.step()
        else:
            self.print_dossier()

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    def _verbs(self) -> tuple[ActionSpec, ...]:
        closed, none = self._why_closed, self._why_none
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


def _paper(event_id: str, uow: Any) -> PlainPaper:
    return print_event(uow, event_id)


def _patient(resident_id: str, uow: Any) -> WardPerson | None:
    return find_patient_of(uow, resident_id)


def _strike(command: StrikeEvent, uow: Any) -> None:
    strike_event(uow, command)
