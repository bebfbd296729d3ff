"""One release on one screen: what is open with the way to each cure, the steps with their verbs, and leaving."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import CLOSE_RELEASES, ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain.gate import CASE_PAGE, GateItem
from facility_app.modules.discharge.queries.board import ReleaseView
from facility_app.modules.discharge.service.closing import CloseOnScan, close_on_scan
from facility_app.modules.discharge.ui import words
from facility_app.modules.discharge.ui.gate_card import GateCard
from facility_app.modules.discharge.ui.leaving import LEAVE, is_free, why_not_close
from facility_app.modules.discharge.ui.lines import Columns
from facility_app.modules.discharge.ui.packet_dialog import PacketDialog
from facility_app.modules.discharge.ui.packet_model import Leaving
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.seeing import see_release
from facility_app.modules.discharge.ui.steps import StepVerb, ask
from facility_app.modules.discharge.ui.steps_card import VERBS_OF, StepsCard
from facility_app.ui.actions import ActionBar, missing_right
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure, Turns
from facility_app.ui.theme import Size, Tone
from facility_app.ui.widgets import Banner, Scrolled, StateStack
from facility_app.ui.widgets import words as text_label

TABLES: Final = frozenset(
    {
        *("release_case", "reintegration_plan", "stay", "stay_stage", "stay_event", "term_evaluation"),
        *("rehab_plan", "issued_paper", "paper_delivery", "paper_scan", "resident", "resident_card"),
    }
)
PACKET = label("verbs", "Lập bộ hồ sơ ra cơ sở")
CLOSE = label("verbs", "Đóng hồ sơ bằng biên nhận")
CHOOSE_SCAN = label("discharge", "Chọn bản quét biên bản V-23 đã ký nhận")
CLOSED_NOW = label("discharge", "Đã đính kèm biên nhận và đóng hồ sơ.")
LEAVES = label("discharge", "Ra ngày {day} ({left})")
LEFT = label("discharge", "Đã ra ngày {day}")
LEAVES_UNKNOWN = label("discharge", "Chưa tính được ngày ra cơ sở")
FREE = label(
    "discharge",
    "Đã đến ngày ra cơ sở: không việc nào còn mở giữ người này lại. Việc còn thiếu được in trong mục lục hồ sơ và "
    "thành việc theo dõi sau khi ra.",
)
OVER = label(
    "discharge",
    "Đã quá ngày ra cơ sở {count} ngày. Phải cho ra ngay: không việc nào còn mở được giữ người này lại.",
)
AHEAD = label(
    "discharge",
    "Trước ngày ra cơ sở phải có giấy tờ cho ra mới ra sớm được. Từ ngày {day}, không việc nào giữ người này lại.",
)
NOT_KNOWN = label(
    "discharge", "Chưa tính được ngày ra: chỉ cho ra khi có quyết định, giấy tờ cho ra (Luật PCMT 2025 Đ29)."
)
GONE = label(
    "discharge", "Đã ra cơ sở ngày {day}. Việc còn thiếu đang được theo dõi; hồ sơ đóng khi có biên nhận."
)
CLOSED = label("discharge", "Hồ sơ đã đóng ngày {day}, có bản quét biên nhận.")


class ReleasePane(Pane):
    """The release of one stay.

    Attributes:
        seen: what was read last; None before.
        gate_card: everything open.
        steps_card: the steps with their verbs.
        bar: packet, leaving, closing.

    Signals:
        shown(ReleaseView): it was read and is shown.
    """

    shown = Signal(object)

    def __init__(
        self, context: PageContext, press: Press, parent: QWidget | None = None, *, has_bar: bool = True
    ) -> None:
        """Empty until ``show_stay``; without its bar where the page shows what can be done."""
        super().__init__(parent)
        self.context, self._press = context, press
        self.seen: ReleaseView | None = None
        self._stay_id = ""
        self._turns = Turns(context.runner, self)
        theme = context.theme
        self.day_label = text_label("", size=Size.HEADING, weight="strong", is_wrapped=True)
        self.day_label.setMinimumWidth(1)
        self.bar = ActionBar(theme, context.actor, self)
        self._has_bar = has_bar
        self.bar.setVisible(has_bar)
        self.banner = Banner(theme)
        self.gate_card = GateCard(context)
        self.gate_card.wanted.connect(self._on_cure_wanted)
        self.steps_card = StepsCard(context)
        self.steps_card.asked.connect(self.ask_verb)
        self.steps_card.paper_wanted.connect(self._on_paper_wanted)
        self.columns = Columns(theme, self.gate_card, self.steps_card)
        self._taker = press.taker(context, press.check_scan, self)
        self._taker.taken.connect(self._on_scan_taken)
        self.states = StateStack(theme, self._scrolled(), self)
        self.states.retry_requested.connect(self.ask)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)

    def show_stay(self, stay_id: str) -> None:
        """Read the release of a stay and show it."""
        if stay_id != self._stay_id:
            self._stay_id, self.seen = stay_id, None
            self.states.show_loading()
        self.ask()

    def ask(self) -> None:
        """Read it again."""
        if self._stay_id:
            op = self.context.runner.query(self, partial(_see, self._stay_id), topic="release")
            op.success(self._on_seen).failure(self._on_failed).run()

    def release_actions(self) -> tuple[ActionSpec, ...]:
        """The packet, leaving and closing; what comes next stands first."""
        packet = ActionSpec(
            "discharge.make_packet", PACKET, self.make_packet, "package", "Ctrl+Shift+H", ISSUE_RELEASE_PAPERS
        )
        leave = ActionSpec(
            LEAVE.id,
            LEAVE.text,
            self.let_go,
            "door-exit",
            "Ctrl+Shift+R",
            LEAVE.permission,
            self._why_not_leave,
        )
        close = ActionSpec(
            "discharge.close_case",
            CLOSE,
            self.close_case,
            "archive",
            "Ctrl+Shift+D",
            CLOSE_RELEASES,
            self._why_not_close,
        )
        if self.seen is None:
            return ()
        if not self.seen.detail.stay.is_open:
            return (close, packet, leave)
        return (leave, packet, close) if self._is_free() else (packet, leave, close)

    def ask_verb(self, verb: StepVerb) -> None:
        """Open the form of a verb, or say why it cannot be done now."""
        if self.seen is None:
            return
        reason = missing_right(verb.permission, self.context.actor) or verb.why_not(self.seen)
        if reason:
            self.context.say(reason, Tone.WARNING)
            return
        dialog = ask(self.context, self._press, self, self.seen, verb)
        dialog.saved.connect(partial(self._on_saved, verb))

    def let_go(self) -> None:
        """Ask how the person leaves."""
        self.ask_verb(LEAVE)

    def make_packet(self) -> None:
        """Make the packet of this person."""
        if self.seen is not None:
            stay = self.seen.detail.stay
            people = (Leaving(stay.stay_id, self.seen.name, stay.code),)
            PacketDialog(self.context, self._press, people, parent=self).open()

    def close_case(self) -> None:
        """Ask for the scanned receipt."""
        self._taker.ask(CHOOSE_SCAN, self._press.scan_kinds)

    def _scrolled(self) -> QScrollArea:
        theme = self.context.theme
        inner = QWidget()
        inner.setProperty("kind", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, theme.px(12))
        column.setSpacing(theme.px(12))
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(self.day_label, 1)
        top.addWidget(self.bar, 1)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.columns)
        column.addStretch(1)
        return Scrolled(inner, self)

    def _is_free(self) -> bool:
        return self.seen is not None and is_free(self.seen, self.context.today())

    def _why_not_leave(self) -> str | None:
        return None if self.seen is None else LEAVE.why_not(self.seen)

    def _why_not_close(self) -> str | None:
        return None if self.seen is None else why_not_close(self.seen)

    def _on_seen(self, view: ReleaseView) -> None:
        self.seen = view
        self._turns.run(self._show(view))

    def _show(self, view: ReleaseView) -> Iterator[None]:
        """The head, then one line a step; what was read later is shown by steps of its own."""
        if self.seen is not view:
            return
        self._show_head(view)
        yield
        yield from self.gate_card.show_items(view)
        yield from self.steps_card.show_steps(view)
        if self.seen is view:
            self.states.show_content()
            self.shown.emit(view)

    def _show_head(self, view: ReleaseView) -> None:
        stay = view.detail.stay
        left = None if stay.leave_by is None else (stay.leave_by - self.context.today()).days
        if not stay.is_open:
            self.day_label.setText(tr(LEFT, day=words.day(stay.exited_on)))
        elif stay.leave_by is None:
            self.day_label.setText(tr(LEAVES_UNKNOWN))
        else:
            self.day_label.setText(tr(LEAVES, day=words.day(stay.leave_by), left=words.days_text(left)))
        self.banner.set(*_sentence(view, left))
        if self._has_bar:
            self.bar.set_actions(self.release_actions())

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_cure_wanted(self, item: GateItem) -> None:
        verb = VERBS_OF.get(item.code)
        if item.page != CASE_PAGE:
            self.context.go(Route(item.page, item.record, {"tab": item.tab} if item.tab else {}))
        elif verb is not None:
            self.ask_verb(verb)
        elif self.seen is not None and self.seen.detail.facts.notice_id is not None:
            self._on_paper_wanted(self.seen.detail.facts.notice_id)

    def _on_paper_wanted(self, paper_id: str) -> None:
        self.context.go(Route(self._press.paper_page, paper_id))

    def _on_saved(self, verb: StepVerb, _answer: object) -> None:
        self.context.say(tr(verb.told))
        self.ask()

    def _on_scan_taken(self, file: Any) -> None:
        if self.seen is None:
            return
        command = CloseOnScan(self._stay_id, self.seen.detail.facts.version, file.content)
        op = self.context.runner.command(self, partial(_close, command))
        op.success(self._on_closed).failure(self._on_refused).run()

    def _on_closed(self, _answer: object) -> None:
        self.context.say(tr(CLOSED_NOW))
        self.ask()

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def refresh(self, change: Change) -> None:
        if not TABLES.isdisjoint(change.tables):
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return next((line.buttons[-1] for line in self.gate_card.lines.lines if line.buttons), self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit(self.width())


def _sentence(view: ReleaseView, left: int | None) -> tuple[str, Tone]:
    """What matters of a release now, in one sentence."""
    stay, facts = view.detail.stay, view.detail.facts
    if facts.closed_on is not None:
        return tr(CLOSED, day=words.day(facts.closed_on)), Tone.OK
    if stay.exited_on is not None:
        return tr(GONE, day=words.day(stay.exited_on)), Tone.INFO
    if left is None:
        return tr(NOT_KNOWN), Tone.WARNING
    if left < 0:
        return tr(OVER, count=-left), Tone.DANGER
    return (tr(FREE), Tone.WARNING) if left == 0 else (tr(AHEAD, day=words.day(stay.leave_by)), Tone.INFO)


def _see(stay_id: str, uow: Any) -> ReleaseView:
    return see_release(uow, stay_id)


def _close(command: CloseOnScan, uow: Any) -> object:
    return close_on_scan(uow, command)
