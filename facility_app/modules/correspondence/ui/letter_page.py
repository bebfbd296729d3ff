"""One paper from outside: what the register and its form say, its scans, correcting and striking it out."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.documents.forms.filling import printed
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain import REGISTER_RECEIVED, VOID_PAPERS
from facility_app.modules.correspondence.domain.outgoing import (
    ADDRESSEE_KIND_LABELS,
    PAPER_CLASS_LABELS,
    PaperState,
)
from facility_app.modules.correspondence.domain.scans import ScanKind
from facility_app.modules.correspondence.queries.paper import ReceivedDetail, ScanRow, get_received
from facility_app.modules.correspondence.service.looks import open_received
from facility_app.modules.correspondence.service.receiving import VoidReceived, void_received
from facility_app.modules.correspondence.ui.columns_pane import SideColumn, TwoColumns
from facility_app.modules.correspondence.ui.form_entry import sections_of
from facility_app.modules.correspondence.ui.places import REGISTER
from facility_app.modules.correspondence.ui.press import Press
from facility_app.modules.correspondence.ui.scans_card import Owner, ScansCard
from facility_app.modules.correspondence.ui.words import STRUCK_REASON, day
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, Card, KeyValue, KeyValueGrid, StateStack, words

TITLE = label("correspondence", "Văn bản đến")
NAMED = label("correspondence", "Số đến {no}/{year}")
FACTS = label("correspondence", "Sổ văn bản đến")
EDIT, STRIKE = label("verbs", "Sửa dòng sổ"), label("verbs", "Gạch bỏ dòng sổ")
STRIKE_TITLE = label("correspondence", "Gạch bỏ dòng sổ số đến {no}")
STRIKE_TEXT = label("correspondence", "Dòng gạch bỏ vẫn giữ số đến và nội dung, cùng người gạch, giờ và lý do.")
STRUCK = label("correspondence", "Đã gạch bỏ dòng sổ số đến {no}.")
NOT_OPEN, IS_VOID = label("correspondence", "Văn bản còn đang mở."), label("correspondence", "Dòng sổ đã gạch bỏ.")
NO_FORM = label("correspondence", "Văn bản này không theo biểu mẫu; nội dung nằm ở bản quét.")
HINT = label("correspondence", "F2 sửa dòng sổ · Enter mở bản quét đang chọn")
TABLES = frozenset({"received_paper", "paper_scan"})
Typed = tuple[FormSpec | None, dict[str, Any]]


class LetterPage(Page):
    """The page. Another paper takes the place of the one shown."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Show nothing until ``open``."""
        super().__init__(context)
        self._press = press
        self.detail: ReceivedDetail | None = None
        self.scans: ScansCard | None = None
        theme = context.theme
        self.banner = Banner(theme, "", Tone.DANGER)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self.banner)
        self._columns: TwoColumns | None = None
        self.states = StateStack(theme, self._inside, self)
        self.states.retry_requested.connect(self._on_retry_requested)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)

    def edit(self) -> None:
        """Correct the line on the page it was written on."""
        if self.detail is not None:
            self.context.go(Route(REGISTER, self.detail.received_id))

    def strike_out(self) -> None:
        """Ask why the line is wrong."""
        if self.detail is None:
            return
        title = tr(STRIKE_TITLE, no=self.detail.no)
        dialog = ReasonDialog(
            self.context.theme, title, tr(STRIKE_TEXT), verb=STRIKE, is_dangerous=True, parent=self
        )
        dialog.given.connect(partial(self._on_reason_given, self.detail))
        dialog.open()

    @override
    def title_text(self) -> str:
        found = self.detail
        return tr(TITLE) if found is None else tr(NAMED, no=found.no, year=found.year)

    @override
    def subtitle_text(self) -> str:
        return "" if self.detail is None else self.detail.facts.subject

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "correspondence.edit_received", EDIT, self.edit, "pencil", "F2", REGISTER_RECEIVED, self._why_not
            ),
            ActionSpec(
                "correspondence.void_received", STRIKE, self.strike_out, "ban", "", VOID_PAPERS, self._why_not,
                is_dangerous=True,
            ),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        is_same = self.detail is not None and self.detail.received_id == route.record
        super().open(route)
        if is_same:
            self._ask()
            return
        self.detail = None
        self.states.show_loading()
        op = self.context.runner.command(self, partial(_look, route.record))
        op.success(self._on_read).failure(self._on_failed).run()

    @override
    def refresh(self, change: Change) -> None:
        if self.detail is not None and not TABLES.isdisjoint(change.tables):
            self._ask()

    @override
    def first_focus(self) -> QWidget:
        return self if self.scans is None else self.scans.table

    def _why_not(self) -> str | None:
        if self.detail is None:
            return tr(NOT_OPEN)
        return tr(IS_VOID) if self.detail.state is PaperState.VOID else None

    def _ask(self) -> None:
        op = self.context.runner.query(self, partial(_read, self.route.record), topic="letter")
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, detail: ReceivedDetail) -> None:
        if detail.received_id != self.route.record:
            return
        op = self.context.runner.job(self, partial(_typed, self._press, detail))
        op.success(partial(self._on_typed_known, detail)).failure(self._on_failed).run()

    def _on_typed_known(self, detail: ReceivedDetail, typed: Typed) -> None:
        before, self.detail = self.detail, detail
        is_void = detail.state is PaperState.VOID
        self.banner.set(tr(STRUCK_REASON, reason=detail.void_reason or ""), Tone.DANGER)
        self.banner.setVisible(is_void)
        if before is None or before.version != detail.version:
            self._build(detail, typed)
        self.states.show_content()
        self.title_changed.emit()
        self.actions_changed.emit()
        if before is None:
            self.context.called(Route(self.route.page, detail.received_id), self.title_text())

    def _build(self, detail: ReceivedDetail, typed: Typed) -> None:
        if self._columns is not None:
            self._columns.hide()
            self._columns.deleteLater()
        self.scans = ScansCard(self._press, self.context, scans_of(detail.received_id))
        theme = self.context.theme
        facts = Card(theme, tr(FACTS))
        grid = KeyValueGrid(theme)
        grid.set_rows(_facts(detail))
        facts.body.addWidget(grid)
        left = SideColumn(theme, *self._typed_cards(typed))
        self._columns = TwoColumns(theme, left, SideColumn(theme, facts, self.scans))
        self._column.addWidget(self._columns, 1)

    def _typed_cards(self, typed: Typed) -> Sequence[QWidget]:
        theme, (form, payload) = self.context.theme, typed
        if form is None:
            card = Card(theme)
            card.body.addWidget(words(NO_FORM, ink=Tone.NEUTRAL, is_wrapped=True))
            return [card]
        cards = []
        for section in sections_of(form, self.context.actor):
            lines = [
                KeyValue(form.fields[name].label, printed(form.fields[name], payload[name]))
                for name in section.names
                if payload.get(name) is not None
            ]
            if lines:
                card = Card(theme, tr(section.title))
                grid = KeyValueGrid(theme)
                grid.set_rows(lines)
                card.body.addWidget(grid)
                cards.append(card)
        return cards

    def _on_reason_given(self, detail: ReceivedDetail, reason: str) -> None:
        command = VoidReceived(detail.received_id, detail.version, reason)
        op = self.context.runner.command(self, partial(_void, command))
        op.success(partial(self._on_struck, detail)).failure(self._on_refused).run()

    def _on_struck(self, detail: ReceivedDetail, _answer: object) -> None:
        self.context.say(tr(STRUCK, no=detail.no))

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_retry_requested(self) -> None:
        self.detail = None
        self.open(self.route)


def scans_of(received_id: str) -> Owner:
    """The scans of a paper from outside."""
    kinds = (ScanKind.INCOMING, ScanKind.ANNEX)
    return Owner("received_id", received_id, partial(_scans, received_id), kinds)


def _facts(detail: ReceivedDetail) -> list[KeyValue]:
    facts = detail.facts
    lines = (
        (label("terms", "Số đến"), f"{detail.no}/{detail.year}"),
        (label("terms", "Ngày đến"), day(facts.received_on)),
        (label("terms", "Nơi gửi"), facts.sender),
        (label("terms", "Loại nơi gửi"), tr(ADDRESSEE_KIND_LABELS[facts.sender_kind])),
        (label("terms", "Số, ký hiệu"), facts.number or ""),
        (label("terms", "Ngày văn bản"), day(facts.dated_on)),
        (label("terms", "Trích yếu"), facts.subject),
        (label("terms", "Biểu mẫu"), facts.form_id or ""),
        (label("terms", "Về"), facts.about or ""),
        (label("terms", "Người giải quyết"), facts.routed_to or ""),
        (label("terms", "Hạn trả lời"), day(facts.answer_by)),
        (label("terms", "Mức riêng tư"), tr(PAPER_CLASS_LABELS[facts.paper_class])),
    )
    return [KeyValue(tr(head), value) for head, value in lines]


def _typed(press: Press, detail: ReceivedDetail, _progress: Progress) -> Typed:
    facts = detail.facts
    if facts.form_id is None:
        return None, {}
    form = press.forms().get(facts.form_id, facts.form_version)
    payload: dict[str, Any] = {}
    for part in (detail.payload, detail.medical_payload):
        payload |= {} if part is None else restore(form, part)
    return form, payload


def _look(received_id: str, uow: Any) -> ReceivedDetail:
    return open_received(uow, received_id)


def _read(received_id: str, uow: Any) -> ReceivedDetail:
    return get_received(uow, received_id)


def _scans(received_id: str, uow: Any) -> tuple[ScanRow, ...]:
    return get_received(uow, received_id).scans


def _void(command: VoidReceived, uow: Any) -> None:
    void_received(uow, command)
