"""Chấm thang điểm: one person, one instrument, a key an answer; the total comes once nothing is missing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain import SCORE
from facility_app.modules.treatment.domain.instrument_library import InstrumentLibrary
from facility_app.modules.treatment.domain.scoring import Score
from facility_app.modules.treatment.queries.due_board import DueLine, list_due_lines
from facility_app.modules.treatment.queries.scales import ScoringDesk, get_clinical, get_desk
from facility_app.modules.treatment.queries.ward import WardPerson, find_patient
from facility_app.modules.treatment.service.scoring import Scored, ScoreInstrument, score_instrument
from facility_app.modules.treatment.ui import score_places as places
from facility_app.modules.treatment.ui.record_words import at_soon, first_words
from facility_app.modules.treatment.ui.score_pad import ScorePad
from facility_app.modules.treatment.ui.score_state import Scoring
from facility_app.ui.dialogs.question import Choice, Question
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness, StateStack

TITLE = label("treatment", "Chấm thang điểm")
PERSON_TITLE = label("treatment", "{code}: {name}")
SAVE, NEXT, TO_LIST = (
    label("verbs", "Lưu kết quả"),
    label("verbs", "Chấm người kế"),
    label("verbs", "Về danh sách đến giờ chấm"),
)
HINT = label("treatment", "Phím số trả lời và sang mục kế · Delete bỏ trả lời · Ctrl+Enter lưu")
GONE = label("treatment", "Người này không còn ở cơ sở, hoặc không có thang này.")
GONE_HINT = label("treatment", "Có thể danh sách đã cũ. Hãy mở lại danh sách đến giờ chấm.")
NOTHING = label("treatment", "Chưa chấm mục nào.")
DONE = label("treatment", "Kết quả này đã lưu. Chấm lần mới: “Chấm người kế”, hoặc mở lại từ danh sách.")
REST_TITLE = label("treatment", "Còn {count} mục chưa chấm")
REST_TEXT = label("treatment", "Lưu bây giờ thì không có tổng điểm, không có mức độ. Câu trả lời vẫn được giữ.")
REST_VERB, GO_ON = label("verbs", "Lưu, không có tổng"), label("verbs", "Chấm tiếp")
SAVED = label("treatment", "Đã lưu {code} của {name}: {total}, {band}.")
SAVED_BARE = label("treatment", "Đã lưu {code} của {name}.")
WATCHED = label("treatment", "Nguy cơ tự hại: đã đặt trông liên tục chờ bác sĩ.")
NO_NEXT = label("treatment", "Không còn ai đến giờ chấm.")
BEFORE = label("treatment", "Lần trước {at}: {total}")
BEFORE_BARE = label("treatment", "Lần trước {at}: chưa đủ mục")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page reads at once."""

    person: WardPerson = field(repr=False)
    desk: ScoringDesk = field(repr=False)
    library: InstrumentLibrary = field(repr=False)


class ScorePage(Page):
    """The page; the route's record is the stay, its argument the instrument.

    Attributes:
        pad: the scoring.
    """

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        theme = context.theme
        self.seen: Seen | None = None
        self._is_saved = self._is_saving = False
        self._keeper: DraftKeeper | None = None
        self.pad = ScorePad(theme)
        self.period = TextField("reference_period", label("treatment", "Khoảng thời gian đã hỏi"), limit=200)
        self.period.hide()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.period)
        column.addWidget(self.pad, 1)
        self.states = StateStack(theme, inner, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self.to_list)
        self.pad.save_asked.connect(self.save)
        self.pad.edited.connect(self.actions_changed)

    def ask(self) -> None:
        """Read who is scored by what."""
        read = partial(_read, self.route.record, self.route.args.get("instrument", ""))
        op = self.context.runner.query(self, read, topic="desk")
        op.success(self._on_read).failure(self._on_failed).run()

    def save(self) -> None:
        """Save the answers; incomplete ones are asked about, since they come to no total."""
        scoring = self.pad.scoring
        if self._why_not_now() is not None or scoring is None:
            return
        missing = len(scoring.result().missing)
        if not missing:
            self._save()
            return
        question = Question(
            self.context.theme,
            tr(REST_TITLE, count=missing),
            tr(REST_TEXT),
            (Choice("save", REST_VERB, Loudness.PRIMARY),),
            refusal=GO_ON,
            parent=self,
        )
        question.answered.connect(self._on_rest_answered)
        question.open()

    def to_list(self) -> None:
        """Who is due."""
        self.context.go(Route(places.LIST))

    def go_to_next(self) -> None:
        """Whoever is due to be scored next."""
        op = self.context.runner.query(self, _next_due, topic="next")
        op.success(self._on_next).failure(self._on_told).run()

    def _save(self) -> None:
        scoring, seen = self.pad.scoring, self.seen
        if scoring is None or seen is None or self._is_saving:
            return
        self._is_saving = True
        period = self.period.value() if scoring.instrument.period_may_vary else None
        command = ScoreInstrument(
            seen.person.stay_id, scoring.instrument.code, dict(scoring.answers), reference_period=period
        )
        op = self.context.runner.command(self, partial(_score, command))
        op.success(self._on_saved).failure(self._on_told).run()

    def _on_read(self, seen: Seen | None) -> None:
        if seen is None:
            self.states.show_empty(tr(GONE), tr(TO_LIST), hint=tr(GONE_HINT), icon="clipboard-list")
            return
        self.seen, self._is_saved = seen, False
        instrument = seen.desk.instrument
        scoring = Scoring(instrument, seen.desk.band_set)
        scoring.take_measured(seen.desk.measured)
        self.pad.begin(scoring, seen.library)
        self._show_before(seen)
        self.period.setVisible(instrument.period_may_vary)
        self.states.show_content()
        self._begin_draft(seen)
        self.title_changed.emit()
        self.actions_changed.emit()
        self.pad.items.setFocus()

    def _show_before(self, seen: Seen) -> None:
        last = seen.desk.last
        said = ""
        if last is not None:
            at = at_soon(last.written.happened_at, self.context.clock.now())
            said = tr(BEFORE_BARE, at=at) if last.total is None else tr(BEFORE, at=at, total=last.total)
        self.pad.result.before.setText(said)
        self.pad.result.before.setVisible(bool(said))

    def _begin_draft(self, seen: Seen) -> None:
        self._drop_keeper()
        key = f"{places.SHEET} {seen.person.stay_id} {seen.desk.instrument.code}"
        self._keeper = DraftKeeper(self.pad, key, self.context.drafts, self, title=self.title_text())
        self._keeper.start()

    def _drop_keeper(self) -> None:
        if self._keeper is not None:
            self._keeper.flush()
            self._keeper.deleteLater()
            self._keeper = None

    def _on_rest_answered(self, _choice: str) -> None:
        self._save()

    def _on_saved(self, made: Scored) -> None:
        self._is_saving, self._is_saved = False, True
        self.pad.close_saved()
        if self.seen is not None:
            self._tell(self.seen.person.name, made.score)
        if made.watch_id is not None:
            self.context.say(tr(WATCHED), Tone.DANGER)
        self.actions_changed.emit()

    def _tell(self, name: str, found: Score) -> None:
        said = tr(SAVED_BARE, code=found.instrument, name=name)
        if found.total is not None and found.band is not None:
            band = first_words(tr(found.band.text.vi))
            said = tr(SAVED, code=found.instrument, name=name, total=found.total, band=band)
        told = [tr(one.rule.text.vi) for one in found.alerts if one.rule is not None]
        self.context.say(" ".join((said, *told)), Tone.WARNING if told else Tone.OK)

    def _on_next(self, found: DueLine | None) -> None:
        if found is None:
            self.context.say(tr(NO_NEXT), Tone.INFO)
            self.to_list()
            return
        self.context.go(places.to_sheet(found.stay_id, found.task))

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_told(self, failure: Failure) -> None:
        self._is_saving = False
        self.context.say(failure.words, Tone.DANGER)

    def _why_not_now(self) -> str | None:
        scoring = self.pad.scoring
        if scoring is None or self.seen is None:
            return tr(GONE)
        if self._is_saved:
            return tr(DONE)
        return None if scoring.answers else tr(NOTHING)

    @override
    def title_text(self) -> str:
        if self.seen is None:
            return tr(TITLE)
        return tr(PERSON_TITLE, code=self.seen.desk.instrument.code, name=self.seen.person.name)

    @override
    def subtitle_text(self) -> str:
        if self.seen is None:
            return ""
        return " · ".join((self.seen.person.quiet, tr(self.seen.desk.instrument.title.vi)))

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("treatment.score", SAVE, self.save, "check", "Ctrl+S", SCORE, self._why_not_now),
            ActionSpec("treatment.score_next", NEXT, self.go_to_next, "arrow-right", "Ctrl+Right", SCORE),
            ActionSpec("treatment.to_due", TO_LIST, self.to_list, "list", "", SCORE, is_in_menu=True),
        )

    @override
    def open(self, route: Route) -> None:
        self._drop_keeper()
        super().open(route)
        self.seen = None
        self.states.show_loading()
        self.ask()

    @override
    def flush(self) -> None:
        if self._keeper is not None:
            self._keeper.flush()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        self.flush()
        go()

    @override
    def first_focus(self) -> QWidget:
        return self.pad.items


def _read(stay_id: str, code: str, uow: Any) -> Seen | None:
    person = find_patient(uow, stay_id) if stay_id else None
    if person is None or not code:
        return None
    return Seen(person, get_desk(uow, stay_id, code), get_clinical(uow).instruments)


def _score(command: ScoreInstrument, uow: Any) -> Scored:
    return score_instrument(uow, command)


def _next_due(uow: Any) -> DueLine | None:
    lines = [one for one in list_due_lines(uow) if one.at <= uow.now and places.is_scored(one)]
    return lines[0] if lines else None
