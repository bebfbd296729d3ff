"""Who is scored and measured next: the schedules of everybody, whatever is overdue first."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.kernel.ports import Clock
from facility_app.modules.treatment.domain import CHOOSE_BANDS, SCORE
from facility_app.modules.treatment.domain.again import NEWS2
from facility_app.modules.treatment.domain.instrument import Instrument
from facility_app.modules.treatment.domain.observation import SITUATION_LABELS, DueState, due_state
from facility_app.modules.treatment.queries.due_board import DueLine, list_due_lines
from facility_app.modules.treatment.queries.scales import get_ciwa_bands, list_instruments
from facility_app.modules.treatment.ui import band_form
from facility_app.modules.treatment.ui import score_places as places
from facility_app.modules.treatment.ui.record_words import due_at, due_left
from facility_app.modules.treatment.ui.ward_fields import patient_field
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

TITLE = label("treatment", "Chấm thang điểm")
DUE = label("treatment", "Đến giờ đo, chấm theo lịch")
DUE_HINT = label("treatment", "Quá giờ đứng đầu. Lịch do bác sĩ, điều dưỡng trưởng đặt ở thẻ Y tế của từng người.")
EMPTY = label("treatment", "Không có lịch đo, chấm nào đang chạy. Bấm “Chấm điểm” để chấm cho một người bất kỳ.")
BEGIN, GO = label("verbs", "Chấm điểm"), label("verbs", "Chấm dòng này")
INSTRUMENT = label("treatment", "Thang")
BEGIN_TEXT = label("treatment", "Chấm cho ai, bằng thang nào? NEWS2 tính tự động ở trang Sinh hiệu.")
BEGIN_VERB = label("verbs", "Bắt đầu chấm")
HINT = label("treatment", "Enter chấm dòng đang chọn · Ctrl+N chấm cho người khác")
LATER = label("treatment", "chưa đến")
SUM = label("treatment", "{count} dòng lịch · {now} đến giờ · {late} quá giờ")
BANDS_CHOSEN = label("treatment", "Đã chọn bộ mức độ CIWA-Ar cho cả cơ sở.")
SEDATION = label("treatment", "Mức an thần ghi ở thẻ Y tế của người này, mục Theo dõi, chăm sóc.")
A_MINUTE_MS: Final = 60_000
_TONES: Final = {DueState.LATER: Tone.NEUTRAL, DueState.NOW: Tone.WARNING, DueState.OVERDUE: Tone.DANGER}


def due_spec(clock: Clock) -> ListSpec[DueLine]:
    """The list; what is due is said by the clock of now."""

    def state(row: DueLine) -> str:
        now = clock.now()
        is_later = due_state(row.at, row.until, now) is DueState.LATER
        return tr(LATER) if is_later else due_left(row.at, row.until, now)

    def tone(row: DueLine) -> Tone:
        return _TONES[due_state(row.at, row.until, clock.now())]

    def due(row: DueLine) -> str:
        return due_at(row.at, row.until, clock.now())

    return ListSpec(
        id="treatment.due",
        title=DUE,
        columns=(
            ColumnSpec("at", label("treatment", "Lúc"), due, width=158),
            ColumnSpec("state", label("treatment", "Tình trạng"), state, width=152, tone=tone),
            ColumnSpec("name", label("terms", "Họ và tên"), _name, width=180, is_strong=True),
            ColumnSpec("code", label("terms", "Mã"), _code, width=92, gives_way=1),
            ColumnSpec("place", label("treatment", "Giường"), _place, width=138),
            ColumnSpec("task", label("treatment", "Việc"), _task, width=94, is_strong=True),
            ColumnSpec("text", label("treatment", "Theo lịch"), _text, width=250, gives_way=2, wraps=True),
        ),
        ids=_ids,
        rows=_rows,
        row_id=_row_id,
        search=None,
        empty=EMPTY,
        tables=places.TABLES,
    )


class ScoresPage(Page):
    """The page.

    Attributes:
        due: the list.
    """

    def __init__(self, context: PageContext) -> None:
        """Make it."""
        super().__init__(context)
        self._instruments: tuple[Instrument, ...] = ()
        self.due = ListCard(context, due_spec(context.clock), hint=tr(DUE_HINT), parent=self)
        self.due.set_actions(
            (ActionSpec("treatment.score_line", GO, self.go_to_line, "check", "", SCORE, self._why_none),)
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.due)
        self.due.row_activated.connect(self._on_row_activated)
        self.due.model.counted.connect(self._on_counted)
        self._minute = QTimer(self)
        self._minute.setInterval(A_MINUTE_MS)
        self._minute.timeout.connect(self.look_again)

    def look_again(self) -> None:
        """A minute went by: what is due by now says so."""
        self.due.model.reload()

    def begin(self) -> None:
        """Ask who is scored by what."""
        if self._instruments:
            self._ask(self._instruments)
            return
        op = self.context.runner.query(self, _instruments, topic="instruments")
        op.success(self._on_instruments).failure(self._on_failed).run()

    def choose_bands(self) -> None:
        """By which bands the facility reads CIWA-Ar."""
        op = self.context.runner.query(self, _bands, topic="bands")
        op.success(self._on_bands).failure(self._on_failed).run()

    def go_to_line(self) -> None:
        """Score or measure what the line selected asks for."""
        row = self.due.row()
        if row is not None:
            self._go(row)

    def _go(self, row: DueLine) -> None:
        if row.task in places.MEASURED:
            self.context.go(Route("treatment.vitals", "", {"list": "due"}))
        elif places.is_scored(row):
            self.context.go(places.to_sheet(row.stay_id, row.task))
        else:
            self.context.say(tr(SEDATION), Tone.INFO)

    def _ask(self, instruments: Sequence[Instrument]) -> None:
        form: Form[Any] = Form(dict, with_bar=False)
        offered = [(one.code, Label("", f"{one.code} – {tr(one.title.vi)}")) for one in instruments]
        form.add(patient_field(self.context))
        form.add(CodeField("instrument", INSTRUMENT, options=offered, is_required=True))
        dialog: FormDialog[Any] = FormDialog(
            self.context.theme,
            self.context.runner,
            self.context.drafts,
            form,
            Filing(key="treatment.begin_score", save=_chosen),
            title=tr(BEGIN),
            text=tr(BEGIN_TEXT),
            verb=BEGIN_VERB,
            parent=self,
        )
        dialog.saved.connect(self._on_chosen)
        dialog.open_with(None)

    def _on_instruments(self, found: tuple[Instrument, ...]) -> None:
        self._instruments = tuple(one for one in found if one.code != NEWS2)
        self._ask(self._instruments)

    def _on_bands(self, found: tuple[Instrument, str]) -> None:
        band_form.ask_bands(self.context, self, found).saved.connect(self._on_bands_chosen)

    def _on_bands_chosen(self) -> None:
        self.context.say(tr(BANDS_CHOSEN), Tone.OK)

    def _on_chosen(self, chosen: tuple[str, str]) -> None:
        self.context.go(places.to_sheet(*chosen))

    def _on_row_activated(self, row_id: str) -> None:
        row = self.due.model.row_of(row_id)
        if row is not None:
            self._go(row)

    def _on_counted(self, count: int) -> None:
        now = self.context.clock.now()
        rows = [one for one in map(self.due.model.row_of, self.due.model.ids) if one is not None]
        states = [due_state(one.at, one.until, now) for one in rows]
        said = tr(SUM, count=count, now=states.count(DueState.NOW), late=states.count(DueState.OVERDUE))
        self.summary_changed.emit(said)

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _why_none(self) -> str | None:
        return self.due.why_no_row()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("treatment.begin_score", BEGIN, self.begin, "plus", "Ctrl+N", SCORE),
            ActionSpec(
                "treatment.choose_ciwa_bands", band_form.CHOOSE, self.choose_bands, "adjustments", "",
                CHOOSE_BANDS, is_in_menu=True,
            ),
        )  # fmt: skip

    @override
    def first_focus(self) -> QWidget:
        return self.due.table

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()


def _row_id(row: DueLine) -> str:
    return row.due_id


def _name(row: DueLine) -> str:
    return row.name


def _code(row: DueLine) -> str:
    return row.code


def _place(row: DueLine) -> str:
    return row.place


_TASKS: Final[Mapping[str, Label]] = {
    "vitals": label("treatment", "Sinh hiệu"),
    "weight": label("treatment", "Cân nặng"),
    "sedation": label("treatment", "An thần"),
}


def _task(row: DueLine) -> str:
    return tr(_TASKS[row.task]) if row.task in _TASKS else row.task


def _text(row: DueLine) -> str:
    said = tr(row.text)
    return said if row.situation is None else f"{said} ({tr(SITUATION_LABELS[row.situation])})"


def _ids(uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(row.due_id for row in list_due_lines(uow))


def _rows(uow: Any, wanted: Sequence[str]) -> tuple[DueLine, ...]:
    found = {row.due_id: row for row in list_due_lines(uow)}
    return tuple(found[one] for one in wanted if one in found)


def _bands(uow: Any) -> tuple[Instrument, str]:
    return get_ciwa_bands(uow)


def _instruments(uow: Any) -> tuple[Instrument, ...]:
    return list_instruments(uow)


def _chosen(_uow: Any, values: Mapping[str, Any], _version: int) -> tuple[str, str]:
    return str(values["stay_id"]), str(values["instrument"])
