"""One coming: its steps in any order, what is missing and why, the papers, the minutes."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.arrival_papers import PaperMark
from facility_app.modules.intake.queries.beds import BedOffer, list_offers
from facility_app.modules.intake.queries.cases import CaseView, get_case
from facility_app.modules.intake.queries.choices import TEMPORARY, check_arrival_scan
from facility_app.modules.intake.service.cases import FinishCase, MarkPaper, SavedCase, finish_case, mark_paper
from facility_app.modules.intake.ui import case_forms, door_forms, places
from facility_app.modules.intake.ui.asking import Asked, ask
from facility_app.modules.intake.ui.case_verbs import CaseVerbs
from facility_app.modules.intake.ui.case_words import head_text, paper_chip, paper_text, step_text
from facility_app.modules.intake.ui.cases_list import TABLES
from facility_app.modules.intake.ui.press import Press
from facility_app.modules.intake.ui.step_lines import Lines
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Size, Tone
from facility_app.ui.widgets import Card, Scrolled, StateStack
from facility_app.ui.widgets import words as text_label

STEPS, PAPERS = label("intake", "Các phần việc"), label("intake", "Giấy tờ phải có")
COUNT = label("intake", "{done} / {total} xong")
CHOOSE_SCAN = label("intake", "Chọn bản quét của giấy tờ")
NOT_TEMPORARY = label("intake", "Chỉ với người đang quản lý trong thời gian lập hồ sơ.")
FINISHED_NOW = label("intake", "Đã kết thúc tiếp nhận; mục còn thiếu vẫn ghi trong hồ sơ.")
REOPENED = label("intake", "Đã mở lại hồ sơ tiếp nhận.")
MARKED = label("intake", "Đã ghi.")
NARROW: Final = 900


class CasePane(Pane):
    """The case.

    Attributes:
        seen: what was read last; None before.
        steps: the task list; ``papers`` the checklist.
    """

    def __init__(self, press: Press, context: PageContext, parent: QWidget | None = None) -> None:
        """Empty until ``show_case``."""
        super().__init__(parent)
        self.context, self._press = context, press
        self.seen: CaseView | None = None
        self._case_id = ""
        theme = context.theme
        self.head = text_label("", size=Size.HEADING, weight="strong", is_wrapped=True)
        self.head.setMinimumWidth(1)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(6))
        self.steps, self.papers = Lines(theme), Lines(theme)
        self._step_card, self._paper_card = Card(theme, tr(STEPS)), Card(theme, tr(PAPERS))
        self._step_card.body.addWidget(self.steps)
        self._paper_card.body.addWidget(self.papers)
        self._scanned = ""
        self._taker = press.taker(context, _check_scan, self)
        self._taker.taken.connect(self._on_scan_taken)
        inner = QWidget()
        inner.setProperty("kind", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, theme.px(12))
        column.setSpacing(theme.px(10))
        column.addWidget(self.head)
        column.addWidget(self.bar)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(12))
        for card in (self._step_card, self._paper_card):
            self._row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._row)
        column.addStretch(1)
        area = Scrolled(inner, self)
        self.states = StateStack(theme, area, self)
        self.states.retry_requested.connect(self.read)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)

    def show_case(self, case_id: str) -> None:
        """Read a case and show it."""
        if case_id != self._case_id:
            self._case_id, self.seen = case_id, None
            self.states.show_loading()
        self.read()

    def read(self) -> None:
        """Read it again."""
        if self._case_id:
            op = self.context.runner.query(self, partial(_read, self._case_id), topic="case")
            op.success(self._on_read).failure(self._on_failed).run()

    def ask_form(self, asked: Asked) -> None:
        """Open one of its forms."""
        dialog = ask(self.context, self, self._case_id, asked)
        dialog.saved.connect(partial(self._on_saved, asked))

    def finish(self) -> None:
        """Say that it is finished, or take that back."""
        if self.seen is None:
            return
        is_open = self.seen.row.finished_on is None
        order = FinishCase(self._case_id, self.seen.version, is_open)
        op = self.context.runner.command(self, partial(_finish, order))
        op.success(partial(self._on_finished, is_open)).failure(self._on_refused).run()

    def turn(self) -> None:
        """Ask for the court's decision."""
        if self.seen is not None:
            self.ask_form(case_forms.turning(self.context, self.seen))

    def why_not_turn(self) -> str | None:
        """Why the stay cannot turn compulsory."""
        return None if self.seen is not None and self.seen.row.stay_type == TEMPORARY else tr(NOT_TEMPORARY)

    def _on_read(self, seen: CaseView) -> None:
        self.seen = seen
        self.head.setText(head_text(seen))
        done, total = seen.row.done
        self.bar.setValue(100 * done // max(1, total))
        if self._step_card.head is not None:
            self._step_card.head.set_count(tr(COUNT, done=done, total=total))
        verbs = CaseVerbs(self.context, self._press, seen, self)
        self._show_steps(seen, verbs)
        self._show_papers(seen, verbs)
        self.states.show_content()
        self.fit()
        self.shown(seen)

    def shown(self, seen: CaseView) -> None:
        """It was read and is shown; for the page around it."""

    def _show_steps(self, seen: CaseView, verbs: CaseVerbs) -> None:
        kept = self.steps.begin()
        for view in seen.row.steps:
            self.steps.add_step(view, verbs.of_step(view.step), step_text(seen, view.step))
        self.steps.end(kept)

    def _show_papers(self, seen: CaseView, verbs: CaseVerbs) -> None:
        kept = self.papers.begin()
        for one in seen.papers:
            self.papers.add_line(tr(one.need.title), paper_text(one), verbs.of_paper(one), chip=paper_chip(one))
        self._paper_card.setVisible(bool(seen.papers))
        self.papers.end(kept)

    def ask_bed(self) -> None:
        """Offer beds the rules allow."""
        if self.seen is not None:
            op = self.context.runner.query(self, partial(_offers, self.seen.row.resident_id), topic="beds")
            op.success(self._on_offers_read).failure(self._on_refused).run()

    def _on_offers_read(self, offers: Sequence[BedOffer]) -> None:
        if self.seen is not None:
            self.ask_form(door_forms.bed(self.seen, offers))

    def mark(self, paper: str, mark: PaperMark) -> None:
        """Say whether a paper came."""
        op = self.context.runner.command(self, partial(_mark, MarkPaper(self._case_id, paper, mark)))
        op.success(self._on_marked).failure(self._on_refused).run()

    def ask_scan(self, paper: str) -> None:
        """Ask for the scan of a paper."""
        self._scanned = paper
        self._taker.ask(CHOOSE_SCAN, self._press.scan_kinds)

    def _on_scan_taken(self, chosen: Any) -> None:
        order = MarkPaper(self._case_id, self._scanned, PaperMark.CAME, scan=chosen.content)
        op = self.context.runner.command(self, partial(_mark, order))
        op.success(self._on_marked).failure(self._on_refused).run()

    def _on_marked(self, _answer: object) -> None:
        self.context.say(tr(MARKED), Tone.OK)

    def _on_saved(self, asked: Asked, answer: object) -> None:
        self.context.say(tr(asked.told, answer=answer), Tone.OK)
        if asked.id == "intake.issue_minutes":
            self.context.go(Route(self._press.paper_page, str(answer)))
        elif asked.id == "intake.turn_compulsory":
            self.context.go(Route(places.CASE, str(answer)))

    def _on_finished(self, is_open: bool, _answer: object) -> None:
        self.context.say(tr(FINISHED_NOW if is_open else REOPENED), Tone.OK)

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def fit(self) -> None:
        """Side by side where there is room."""
        is_narrow = self.width() < self.context.theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    @override
    def refresh(self, change: Change) -> None:
        if TABLES & set(change.tables):
            self.read()

    @override
    def first_focus(self) -> QWidget:
        return self.steps.take_keyboard()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _read(case_id: str, uow: Any) -> CaseView:
    return get_case(uow, case_id)


def _offers(resident_id: str, uow: Any) -> Sequence[BedOffer]:
    return list_offers(uow, resident_id)


def _mark(order: MarkPaper, uow: Any) -> None:
    mark_paper(uow, order)


def _finish(order: FinishCase, uow: Any) -> SavedCase:
    return finish_case(uow, order)


def _check_scan(uow: Any, chosen: Any) -> None:
    check_arrival_scan(uow, chosen.size_bytes, chosen.beginning)
