"""Phát thuốc: the round at the bed, one key a dose; what is marked is on the disk before the next face is read."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain import GIVE_MEDICINES, VIEW_MAR
from facility_app.modules.medication.domain.rounds import ROUND_LABELS
from facility_app.modules.medication.queries.bedside import RoundDesk, WardRound, get_round_desk, get_ward_round
from facility_app.modules.medication.queries.mar import RoundAsked
from facility_app.modules.medication.service.correcting import Corrected
from facility_app.modules.medication.ui import round_begin, round_places
from facility_app.modules.medication.ui.round_asked import Asking
from facility_app.modules.medication.ui.round_bar import WHOLE_DAY, ProgressCard, RoundBar
from facility_app.modules.medication.ui.round_card import BedsideView
from facility_app.modules.medication.ui.round_end import RoundEnd
from facility_app.modules.medication.ui.round_keys import RoundKeys
from facility_app.modules.medication.ui.round_marks import Marking
from facility_app.modules.medication.ui.round_model import Key, Line, RoundModel
from facility_app.modules.medication.ui.round_papers import RoundPapers
from facility_app.modules.medication.ui.round_private import PrivateDoses
from facility_app.modules.medication.ui.round_reason import ReasonStrip
from facility_app.modules.medication.ui.round_told import RoundBanner
from facility_app.modules.medication.ui.round_view import RoundView
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import ElidedLabel, StateStack

TITLE = label("medication", "Phát thuốc")
HEAD = label("medication", "Phát thuốc: {round} · {zone}")
SUBTITLE_VOMITED = label(
    "medication", "{whole} liều · {taken} đã dùng · {vomited} nôn · {not_taken} không dùng · {left} còn lại"
)
SUBTITLE = label("medication", "{whole} liều · {taken} đã dùng · {not_taken} không dùng · {left} còn lại")
SUBTITLE_CLOSED = label("medication", "{counted} · chưa tính liều giữ kín")
SUMMARY = label("medication", "{left} còn lại · {late} quá giờ · {writing} đang ghi")
HINT = label("medication", "mỗi dấu được ghi ngay vào máy, kèm người cho và giờ thực · Ctrl+Z hoàn tác")
FINISH, CATCH_UP = label("verbs", "Xong lượt"), label("verbs", "Nhập bù từ giấy")
EMPTY = label("medication", "Không có liều nào trong lượt này")
EMPTY_HINT = label("medication", "Chọn lượt, ngày hoặc khu khác ở trên. Y lệnh do bác sĩ ra ở trang Y lệnh thuốc.")
REFUSED = label("medication", "CHƯA GHI: {dose}. {why}")
LOST_PLACE = label("medication", "Liều đang chọn không còn trong lượt này: {dose}. Hãy chọn lại dòng.")
NOTHING_OPEN = label("medication", "Chưa đọc được lượt phát thuốc.")
NARROW: Final = 1010
"""Width at 100 % below which the card gives its room to the table."""
CARD: Final = 240
AGAIN_MS, MINUTE_MS = 300, 30_000


class RoundPage(Page):
    """The round.

    Attributes:
        model: its lines.
        view: the table the keyboard is in.
        strip: asks why.
        card: who one stands before.
        private: what of the round is closed.
        banner: what has to be said aloud.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        theme = context.theme
        self.bar = RoundBar(theme, self)
        self._inner = QWidget()
        self.states = StateStack(theme, self._inner, self)
        self.progress = ProgressCard(theme, self._inner)
        self.model = RoundModel(self)
        self._frame = QFrame(self._inner)
        self._frame.setProperty("kind", "card")
        self.view = RoundView(self.model, theme, self._frame)
        self.strip = ReasonStrip(theme, self._inner)
        self.card = BedsideView(context, self._inner)
        self.banner = RoundBanner(theme)
        self.private = PrivateDoses(context, self.model, self.card, self.asked, self)
        self.who = ElidedLabel(parent=self._inner)
        self.who.setProperty("weight", "medium")
        self.papers = RoundPapers(press, context, self, self.asked, self.view.line)
        self.marking = Marking(context, self.model, self)
        self.asking = Asking(context, self.model, self.strip, self.marking, self)
        self.keys = RoundKeys(context, self.model, self.view, self.progress, self.asking)
        self._desk: RoundDesk | None = None
        self._allergic: frozenset[str] = frozenset()
        self._is_read = False
        self._since: set[Key] = set()
        self._lay_out()
        self._again = self._timer(AGAIN_MS, self.ask, is_once=True)
        self._minute = self._timer(MINUTE_MS, self._on_minute, is_once=False)
        self._minute.start()
        self._card_soon = self._timer(0, self._show_card, is_once=True)
        self._tally_soon = self._timer(0, self._show_tally, is_once=True)
        self._connect()

    def ask(self) -> None:
        """Read the round."""
        self._again.stop()
        if self._desk is None:
            return
        self._since = set()
        op = self.context.runner.query(self, partial(_ward_round, self.asked()), topic="round")
        op.success(self._on_read).failure(self._on_failed).run()

    def asked(self) -> RoundAsked:
        """The round the bar says."""
        chosen = self.bar.chosen()
        return RoundAsked(chosen.day, chosen.zone_id, chosen.wanted)

    def finish(self) -> None:
        """What is still open."""
        left = [line for line in self.model.lines if line.is_open]
        is_closed = self.private.is_kept_back
        dialog = RoundEnd(self.context.theme, self.model.tally(), left, is_private_closed=is_closed, parent=self)
        dialog.to_first_asked.connect(self._on_to_first)
        dialog.private_asked.connect(self.private.open)
        dialog.open()

    def catch_up(self) -> None:
        """To the sheet that copies from paper, with the same round."""
        self.context.go(round_begin.to_paper(self.bar.chosen()))

    def _lay_out(self) -> None:
        px = self.context.theme.px
        framed = QVBoxLayout(self._frame)
        framed.setContentsMargins(1, 1, 1, 1)
        framed.addWidget(self.view)
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self.who)
        left.addWidget(self._frame, 1)
        left.addWidget(self.strip)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addLayout(left, 1)
        row.addWidget(self.card)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.progress)
        column.addLayout(row, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(px(8))
        for widget in (self.bar, self.banner, self.private.banner):
            whole.addWidget(widget)
        whole.addWidget(self.states, 1)

    def _timer(self, pause: int, slot: Any, *, is_once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(pause)
        timer.setSingleShot(is_once)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        view = self.view
        self.bar.changed.connect(self._on_bar_changed)
        self.states.retry_requested.connect(self._on_retry)
        view.copy_refused.connect(self.banner.tell)
        # The mark is painted first, then whose turn it is.
        view.line_changed.connect(self._card_soon.start)
        self.strip.closed.connect(self._on_strip_closed)
        self.card.person_asked.connect(self._on_person_asked)
        self.card.said.connect(self.who.set_text)
        self.banner.to_dose_asked.connect(self._on_to_dose)
        self.private.opened.connect(self._on_private_opened)
        self.private.closed.connect(self._show)
        self.keys.told.connect(self.banner.tell)
        self.asking.told.connect(self.banner.tell)
        self.marking.begun.connect(self._on_begun)
        self.marking.written.connect(self._on_written)
        self.marking.refused.connect(self._on_refused)
        self.marking.corrected.connect(self._on_corrected)

    def _on_desk_read(self, desk: RoundDesk) -> None:
        former = None if self._desk is None else self.asked()
        self._desk = desk
        today = self.context.today()
        self.bar.offer(desk, today)
        self.bar.choose(round_begin.first_choice(self.context, self.route, desk))
        self.marking.officer = desk.officer
        self.asking.late_minutes = desk.late_minutes
        self._take_choice()
        if former not in {None, self.asked()}:
            self._forget_lines()
        self.ask()

    def _take_choice(self) -> None:
        chosen = self.bar.chosen()
        self.asking.place_id = chosen.cabinet_id
        round_begin.keep_choice(self.context, chosen)

    def _on_bar_changed(self) -> None:
        self._take_choice()
        self.private.close()
        self.strip.give_up()
        self._forget_lines()
        self.states.show_loading()
        self.ask()

    def _forget_lines(self) -> None:
        self.banner.leave_round()
        self.model.show((), self.context.clock.now(), self.asking.late_minutes)
        self._is_read = False
        self.summary_changed.emit("")
        self.title_changed.emit()

    def _on_read(self, found: WardRound) -> None:
        self.asking.what_for = dict(found.what_for)
        self._allergic = found.allergic
        self._show(self.private.merged([self._newer(Line(row)) for row in found.rows]))

    def _newer(self, line: Line) -> Line:
        """A line as read, or as it was written here while it was being read."""
        here = self.model.line(self.model.place(line.key)) if line.key in self._since else None
        return line if here is None or line.is_done else here

    def _on_private_opened(self, lines: list[Line]) -> None:
        self._show(lines)
        self.view.setFocus()

    def _show(self, lines: list[Line]) -> None:
        here = self.view.line()
        is_first = here is None and not self.model.lines
        known = self._allergic | self.card.privately_allergic
        self.model.show(lines, self.context.clock.now(), self.asking.late_minutes, known)
        self._is_read = True
        if not lines:
            self.states.show_empty(tr(EMPTY), hint=tr(EMPTY_HINT), icon="pill")
        else:
            self.states.show_content()
        if here is not None and self.model.place(here.key) < 0 and not here.is_offer:
            # The next key must not meet whoever moved up into this line.
            self.banner.tell(tr(LOST_PLACE, dose=f"{here.row.name}, {here.row.medicine}"))
        elif here is not None:
            self.view.go_to(self.model.place(here.key))
        elif is_first:
            self.view.go_on()
            if not self.view.currentIndex().isValid() and lines:
                self.view.go_to(0)
        self._show_card()
        self._show_tally()
        self.title_changed.emit()
        self.actions_changed.emit()

    def _show_card(self) -> None:
        self._card_soon.stop()
        self.card.show_line(self.view.line())

    def _show_tally(self) -> None:
        self._tally_soon.stop()
        if not self._is_read:
            return
        tally = self.model.tally()
        self.progress.show_tally(tally)
        most = self.asking.late_minutes
        late = sum(line.is_open and self.model.minutes(line.row) > most for line in self.model.lines)
        self.summary_changed.emit(tr(SUMMARY, left=tally.left, late=late, writing=tally.writing))
        self.title_changed.emit()

    def _on_begun(self) -> None:
        line, here = self.view.line(), self.view.currentIndex().row()
        if line is not None and line.writing is not None:
            self.view.go_on()
        self.view.paint_now({here, self.view.currentIndex().row()})
        self._tally_soon.start()

    def _on_written(self, keys: tuple[Key, ...]) -> None:
        self._since.update(keys)
        self.keys.hear_written(keys)
        self.banner.hear_written(keys)
        self._show_tally()
        self._show_card()

    def _on_refused(self, key: Key, why: str) -> None:
        line = self.model.line(self.model.place(key))
        dose = "" if line is None else f"{line.row.name}, {line.row.medicine} {line.row.dose}"
        said = tr(REFUSED, dose=dose, why=why)
        self.banner.tell_refused(key, said)
        self.context.say(said, Tone.DANGER)
        self._show_tally()
        # Somebody else may have written it meanwhile: what stands there is read again.
        self._again.start()

    def _on_corrected(self, key: Key, told: Corrected) -> None:
        self._since.discard(key)
        self._again.start()
        self.banner.tell_corrected(told)
        self._show_tally()
        self._show_card()

    def _on_to_dose(self, key: Key) -> None:
        place = self.model.place(key)
        if place >= 0:
            self.view.go_to(place)
            self.view.setFocus()

    def _on_to_first(self) -> None:
        self.view.go_on()
        self.view.setFocus()

    def _on_strip_closed(self) -> None:
        self.view.setFocus()

    def _on_person_asked(self, resident_id: str) -> None:
        self.context.go(Route(round_places.PERSON, resident_id))

    def _on_minute(self) -> None:
        self.model.tell_time(self.context.clock.now())
        self.view.viewport().update()

    def _on_retry(self) -> None:
        self.open(self.route)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _why_none(self) -> str | None:
        return None if self._desk is not None else tr(NOTHING_OPEN)

    @override
    def title_text(self) -> str:
        if self._desk is None:
            return tr(TITLE)
        wanted = self.bar.chosen().wanted
        name: Label = WHOLE_DAY if wanted is None else ROUND_LABELS[wanted]
        return tr(HEAD, round=tr(name).lower(), zone=self.bar.zone_words())

    @override
    def subtitle_text(self) -> str:
        if not self._is_read:
            return ""  # nothing is counted yet: "0 còn lại" would be read as a round that is done
        tally = self.model.tally()
        said = SUBTITLE_VOMITED if tally.vomited else SUBTITLE
        counts = {"taken": tally.taken, "vomited": tally.vomited, "not_taken": tally.not_taken}
        counted = tr(said, whole=tally.whole, left=tally.left, **counts)
        return tr(SUBTITLE_CLOSED, counted=counted) if self.private.is_kept_back else counted

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        none = self._why_none
        return (
            ActionSpec("medication.finish_round", FINISH, self.finish, "check", "Ctrl+Shift+K", VIEW_MAR, none),
            ActionSpec(
                "medication.to_catch_up", CATCH_UP, self.catch_up, "writing", "Ctrl+Shift+G", GIVE_MEDICINES, none
            ),
            self.private.action(none),
            *self.papers.actions(none),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.private.close()
        self.states.show_loading()
        op = self.context.runner.query(self, _desk, topic="desk")
        op.success(self._on_desk_read).failure(self._on_failed).run()

    @override
    def refresh(self, change: Change) -> None:
        # Out of sight it is read when it is entered again.
        if self.isVisible() and not round_places.OPEN_TABLES.isdisjoint(change.tables):
            self._again.start()

    @override
    def flush(self) -> None:
        # About to be locked: what lies behind the wall is not shown to whoever sits down next.
        self.private.close()

    @override
    def first_focus(self) -> QWidget:
        return self.strip.line if self.strip.is_asking else self.view

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = self.context.theme
        is_narrow = self.width() < theme.px(NARROW)
        self.card.setFixedWidth(theme.px(CARD))
        self.card.setVisible(not is_narrow)
        self.who.setVisible(is_narrow)


def _desk(uow: Any) -> RoundDesk:
    return get_round_desk(uow)


def _ward_round(asked: RoundAsked, uow: Any) -> WardRound:
    return get_ward_round(uow, asked)
