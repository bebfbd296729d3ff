"""Theo dõi sát: whom somebody must look at next, a look by one key, and in red wherever nobody looked."""

from functools import partial
from typing import Any, Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_time
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain import ORDER_WATCH, READ_RECORD, RECORD_CHECKS, START_WATCH, STRIKE_OUT
from facility_app.modules.treatment.domain.record import EntryKind
from facility_app.modules.treatment.domain.watch import SEEN_LABELS, Seen
from facility_app.modules.treatment.queries.watches import WatchLine, list_watch_lines
from facility_app.modules.treatment.service.striking import StrikeOut, strike_out
from facility_app.modules.treatment.service.watching import EndWatch, RecordLook, end_watch, record_look
from facility_app.modules.treatment.ui import watch_columns as columns
from facility_app.modules.treatment.ui.watch_chart import TITLE as CHART_TITLE
from facility_app.modules.treatment.ui.watch_chart import WatchChart, WatchPlan
from facility_app.modules.treatment.ui.watch_forms import BEGIN, CHANGE, ask_look, ask_watch
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, FlowLayout, KeyCap, Least, Scrolled, StateStack, words

PAGE: Final = "treatment.watch"
TITLE = label("treatment", "Theo dõi sát")
WATCHED = label("treatment", "Người đang được trông")
LOOKS, GAPS = label("treatment", "Các lần trông"), label("treatment", "Khoảng không ai ghi trông")
NOBODY = label("treatment", "Không có ai đang được theo dõi sát.")
NOBODY_HINT = label(
    "treatment",
    "Người có nguy cơ tự hại (phân loại khi đến, C-SSRS, PHQ-9) tự hiện ở đây, hoặc bấm “Bắt đầu theo dõi”.",
)
NO_LOOK = label("treatment", "Chưa ai ghi lần trông nào.")
NO_GAP = label("treatment", "Không có khoảng nào quá giờ.")
END, STRIKE = label("verbs", "Thôi theo dõi"), label("verbs", "Gạch bỏ")
END_TITLE = label("treatment", "Thôi theo dõi sát {name}")
STRIKE_TITLE = label("treatment", "Gạch bỏ lần trông ghi nhầm")
NOTE_KEY = label("treatment", "kèm ghi chú, giờ khác")
LOOKED = label("treatment", "Đã ghi {time}: {name} – {seen}.")
CALLED = label("treatment", "Đã ghi {time}: {name} – đã gọi y tế. Ở lại với người này cho đến khi y tế đến.")
ENDED, STRUCK = label("treatment", "Đã thôi theo dõi."), label("treatment", "Đã gạch bỏ lần trông.")
WATCHING = label("treatment", "Đã đặt mức theo dõi. Ghi lần trông đầu tiên ngay bây giờ.")
WHY = label("treatment", "{reason} ({by})")
REVIEW = label("treatment", "Bác sĩ xem lại: {at}")
SUM = label("treatment", "{count} người · {late} quá giờ trông")
HINT = label("treatment", "1–4 ghi một lần trông cho dòng đang chọn · G kèm ghi chú")
KEYS: Final = {"1": Seen.CALM, "2": Seen.ASLEEP, "3": Seen.UNEASY, "4": Seen.CALLED}
TABLES: Final = frozenset({"self_harm_watch", "watch_look", "resident_card"})
HALF_A_MINUTE_MS: Final = 30_000
GAPS_WIDE: Final = 292
LEAST: Final = 164
"""Height of a list, at 100 %: its head, the column heads and two rows."""


class WatchPage(Page):
    """The page; it looks at the clock by itself, so that red comes without anybody's doing.

    Attributes:
        watched, looks, gaps: its lists.
        chart: the last hours of everybody.
    """

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        theme, clock = context.theme, context.clock
        self.lines: tuple[WatchLine, ...] = ()
        inner = Least()
        inner.setProperty("kind", "page")
        # Large letters leave no room for three lists: each keeps a few rows in sight, and the page scrolls.
        self.states = StateStack(theme, parent=self)
        self.states.hold(Scrolled(inner, self.states))
        self.watched = ShortCard(
            context,
            "treatment.watched",
            WATCHED,
            columns.watched_columns(clock),
            columns.line_id,
            NOBODY,
            least=LEAST,
            parent=inner,
        )
        self.chart = WatchChart(theme, WatchPlan(clock.now(), ()))
        self.picture = Card(theme, tr(CHART_TITLE, hours=WatchPlan(clock.now(), ()).hours), parent=inner)
        self.looks = ShortCard(
            context,
            "treatment.looks",
            LOOKS,
            columns.look_columns(clock),
            columns.look_id,
            NO_LOOK,
            least=LEAST,
            parent=inner,
        )
        self.gaps = ShortCard(
            context,
            "treatment.gaps",
            GAPS,
            columns.gap_columns(clock),
            columns.gap_id,
            NO_GAP,
            least=LEAST,
            parent=inner,
        )
        self.picture.body.addWidget(self.chart)
        self.why = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self._set_actions()
        # Its head is all it needs: beside a scroll bar both still fit.
        self.gaps.setMinimumWidth(theme.px(GAPS_WIDE))
        below = QHBoxLayout()
        below.setSpacing(theme.px(10))
        below.addWidget(self.looks, 3)
        below.addWidget(self.gaps, 2)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._keys(inner))
        column.addWidget(self.watched, 3)
        column.addWidget(self.why)
        column.addWidget(self.picture)
        column.addLayout(below, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self.begin)
        self.watched.selection_changed.connect(self._show_chosen)
        self.watched.row_activated.connect(self._on_row_activated)
        self.watched.table.installEventFilter(self)
        self._clock = QTimer(self)
        self._clock.setInterval(HALF_A_MINUTE_MS)
        self._clock.timeout.connect(self.ask)

    def ask(self) -> None:
        """Read who is watched."""
        op = self.context.runner.query(self, _read, topic="watch")
        op.success(self._on_read).failure(self._on_failed).run()

    def begin(self) -> None:
        """Ask who is watched from now on."""
        ask_watch(self.context, self).saved.connect(self._on_watching)

    def change(self) -> None:
        """Ask for another level of whoever is selected."""
        line = self._line()
        if line is not None:
            ask_watch(self.context, self, line.watched).saved.connect(self._on_watching)

    def end(self) -> None:
        """Ask why nobody need look any more."""
        line = self._line()
        if line is None:
            return
        title = tr(END_TITLE, name=line.watched.name)
        dialog = ReasonDialog(self.context.theme, title, verb=END, limit=200, parent=self)
        dialog.given.connect(partial(self._on_end_why, line.watched.stay_id))
        dialog.open()

    def look(self, seen: Seen) -> None:
        """Write down that somebody just looked at whoever is selected."""
        line = self._line()
        if line is None or not self.context.may(RECORD_CHECKS):
            return
        op = self.context.runner.command(self, partial(_look, RecordLook(line.watched.stay_id, seen)))
        op.success(partial(self._on_looked, line.watched.name, seen)).failure(self._on_told).run()

    def look_with_words(self) -> None:
        """Ask for a look with a note, or one of another hour."""
        line = self._line()
        if line is not None and self.context.may(RECORD_CHECKS):
            ask_look(self.context, self, line.watched).saved.connect(self._on_saved)

    def strike(self) -> None:
        """Ask why the look selected is struck out."""
        row = self.looks.row()
        if row is None:
            return
        dialog = ReasonDialog(self.context.theme, tr(STRIKE_TITLE), verb=STRIKE, parent=self)
        dialog.given.connect(partial(self._on_strike_why, row.look_id, row.version))
        dialog.open()

    def _set_actions(self) -> None:
        self.watched.set_actions(
            (
                ActionSpec(
                    "treatment.set_watch", CHANGE, self.change, "adjustments", "", START_WATCH, self._why_none
                ),
                ActionSpec("treatment.end_watch", END, self.end, "x", "", ORDER_WATCH, self._why_none),
            )
        )
        self.looks.set_actions(
            (ActionSpec("treatment.strike_look", STRIKE, self.strike, "ban", "", STRIKE_OUT, self._why_no_look),)
        )

    def _keys(self, inner: QWidget) -> QWidget:
        bar = QWidget(inner)
        row = FlowLayout(bar, gap=self.context.theme.px(6))
        for key, text in (*((key, SEEN_LABELS[seen]) for key, seen in KEYS.items()), ("G", NOTE_KEY)):
            # A key and what it means are one thing where the line breaks.
            pair = QWidget(bar)
            inside = QHBoxLayout(pair)
            inside.setContentsMargins(0, 0, self.context.theme.px(6), 0)
            inside.setSpacing(self.context.theme.px(6))
            inside.addWidget(KeyCap(key))
            inside.addWidget(words(tr(text)))
            row.addWidget(pair)
        return bar

    def _line(self) -> WatchLine | None:
        return cast("WatchLine | None", self.watched.row())

    def _on_read(self, lines: tuple[WatchLine, ...]) -> None:
        self.lines = lines
        now = self.context.clock.now()
        late = sum(one.watched.next_at < now for one in lines)
        self.summary_changed.emit(tr(SUM, count=len(lines), late=late))
        if not lines:
            verb = tr(BEGIN) if self.context.may(START_WATCH) else ""
            self.states.show_empty(tr(NOBODY), verb, hint=tr(NOBODY_HINT), icon="eye")
            return
        self.states.show_content()
        self.watched.show_rows(lines)
        self.chart.set_plan(WatchPlan(now, lines))
        # Else the lists around it would take its height.
        self.chart.setFixedHeight(self.chart.sizeHint().height())
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self._line()
        looks = () if line is None else tuple(reversed(line.view.looks))
        gaps = () if line is None else tuple(reversed(line.view.gaps))
        for card, rows in ((self.looks, looks), (self.gaps, gaps)):
            if card.rows != rows or not rows:
                card.show_rows(rows)
        self.why.setText("" if line is None else self._why_words(line))
        self.why.setVisible(bool(self.why.text()))
        self.actions_changed.emit()

    def _why_words(self, line: WatchLine) -> str:
        if not self.context.may(READ_RECORD) or not line.view.spells:
            return ""
        spell, said = line.view.spells[-1], []
        if spell.reason:
            said.append(tr(WHY, reason=spell.reason, by=spell.ordered_by))
        if spell.review_at is not None:
            said.append(tr(REVIEW, at=format_time(spell.review_at)))
        return " · ".join(said)

    def _on_row_activated(self, _stay_id: str) -> None:
        self.look_with_words()

    def _on_looked(self, name: str, seen: Seen, _look_id: str) -> None:
        said = CALLED if seen is Seen.CALLED else LOOKED
        time = format_time(self.context.clock.now())
        text = tr(said, time=time, name=name, seen=tr(SEEN_LABELS[seen]).lower())
        self.context.say(text, Tone.WARNING if seen in {Seen.CALLED, Seen.UNEASY} else Tone.OK)
        self.ask()

    def _on_saved(self, _answer: object) -> None:
        self.ask()

    def _on_watching(self, _answer: object) -> None:
        self.context.say(tr(WATCHING), Tone.WARNING)
        self.ask()

    def _on_end_why(self, stay_id: str, reason: str) -> None:
        op = self.context.runner.command(self, partial(_end, EndWatch(stay_id, reason)))
        op.success(partial(self._on_done, ENDED)).failure(self._on_told).run()

    def _on_strike_why(self, look_id: str, version: int, reason: str) -> None:
        command = StrikeOut(EntryKind.LOOK, look_id, version, reason)
        op = self.context.runner.command(self, partial(_strike, command))
        op.success(partial(self._on_done, STRUCK)).failure(self._on_told).run()

    def _on_done(self, said: Label, _nothing: object) -> None:
        self.context.say(tr(said))
        self.ask()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_told(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _why_none(self) -> str | None:
        return self.watched.why_no_row()

    def _why_no_look(self) -> str | None:
        row = self.looks.row()
        return tr(CHOOSE) if row is None or row.is_struck else None

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("treatment.begin_watch", BEGIN, self.begin, "plus", "Ctrl+N", START_WATCH),)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if not self.lines:
            self.states.show_loading()
        self.ask()

    @override
    def refresh(self, change: Change) -> None:
        if not TABLES.isdisjoint(change.tables):
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.watched.table

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.watched.table and event.type() == QEvent.Type.KeyPress:
            key = cast("QKeyEvent", event)
            plain = not key.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
            if plain and key.text() in KEYS:
                self.look(KEYS[key.text()])
                return True
            if plain and key.text().lower() == "g":
                self.look_with_words()
                return True
        return super().eventFilter(watched, event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()


def _read(uow: Any) -> tuple[WatchLine, ...]:
    return list_watch_lines(uow)


def _look(command: RecordLook, uow: Any) -> str:
    return record_look(uow, command)


def _end(command: EndWatch, uow: Any) -> None:
    end_watch(uow, command)


def _strike(command: StrikeOut, uow: Any) -> None:
    strike_out(uow, command)
