"""One issued paper: the sheet itself, where its copies went, its scans and prints, and what ends it."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain import ISSUE_PAPERS, PRINT_PAPERS, VOID_PAPERS
from facility_app.modules.correspondence.domain.outgoing import PaperState
from facility_app.modules.correspondence.queries.paper import PaperDetail, get_paper
from facility_app.modules.correspondence.service.looks import open_paper
from facility_app.modules.correspondence.ui.columns_pane import SideColumn, TwoColumns
from facility_app.modules.correspondence.ui.delivery_card import DeliveryCard
from facility_app.modules.correspondence.ui.facts_card import FactsCard
from facility_app.modules.correspondence.ui.hidden_part import HIDDEN_PART, NOT_YOURS, hidden_part
from facility_app.modules.correspondence.ui.paper_word import (
    NO_WORD,
    SAVED,
    SAVED_WORD,
    WORD_FILES,
    has_word,
    write_word,
)
from facility_app.modules.correspondence.ui.places import FORM_ARG, ISSUE, REPLACES_ARG
from facility_app.modules.correspondence.ui.press import Press
from facility_app.modules.correspondence.ui.printing import PaperPreview, file_name, sheet_of, walls_of
from facility_app.modules.correspondence.ui.scans_card import ScansCard, scans_of_issued
from facility_app.modules.correspondence.ui.sheet_view import SheetView
from facility_app.modules.correspondence.ui.voiding import Voiding
from facility_app.modules.correspondence.ui.words import VOID_REASON
from facility_app.ui.i18n import shown, tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, StateStack

TITLE = label("correspondence", "Văn bản đã ban hành")
PRINT, WORD = label("verbs", "Xem trước và in"), label("verbs", "Lưu bản Word")
VOID, ANEW = label("verbs", "Hủy văn bản"), label("verbs", "Lập văn bản thay thế")
NOT_OPEN = label("correspondence", "Văn bản còn đang mở.")
ALREADY_VOID = label("correspondence", "Văn bản đã hủy rồi. Nếu cần, hãy lập văn bản thay thế.")
STILL_GOOD = label("correspondence", "Văn bản còn giá trị. Hãy hủy văn bản này trước khi lập văn bản thay thế.")
HINT = label("correspondence", "Ctrl+P in · Enter ghi ngày gửi, nhận của nơi nhận đang chọn")
TABLES = frozenset({"issued_paper", "paper_print", "paper_scan", "paper_delivery"})


class PaperPage(Page):
    """The page. Another paper takes the place of the one shown.

    Attributes:
        detail: the paper as it was read last.
        sheet: the paper as it will be printed.
    """

    def __init__(self, press: Press, context: PageContext) -> None:
        """Show nothing until ``open``."""
        super().__init__(context)
        self._press = press
        self.detail: PaperDetail | None = None
        self._has_word = False
        theme = context.theme
        self.banner = Banner(theme, "", Tone.DANGER)
        self.wall_banner = Banner(theme, tr(HIDDEN_PART), Tone.INFO)
        self.sheet = SheetView(press, context)
        # What can be done with the sheet waits for it.
        self.sheet.shown.connect(self.actions_changed)
        self.wall_banner.action_requested.connect(self._on_earlier_wanted)
        self.facts = FactsCard(theme)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(self.banner)
        self._column.addWidget(self.wall_banner)
        self._columns: TwoColumns | None = None
        self.deliveries: DeliveryCard | None = None
        self.scans: ScansCard | None = None
        self.states = StateStack(theme, self._inside, self)
        self.states.retry_requested.connect(self._on_retry_requested)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.voiding = Voiding(press, context, self)

    def print(self) -> None:
        """Open the preview, which prints and saves."""
        if self.detail is not None and self.sheet.sheet is not None:
            PaperPreview(self._press, self.context, self.detail, self.sheet.sheet, self.sheet.pdf, self).open()

    def save_word(self) -> None:
        """Ask where to, then write the editable file; the look is written down."""
        if self.detail is None:
            return
        dialog = QFileDialog(self, tr(SAVED_WORD), "", tr(WORD_FILES))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("docx")
        dialog.selectFile(f"{file_name(self.detail)}.docx")
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(self.save_word_to)
        dialog.open()

    def save_word_to(self, file: str) -> None:
        """Write the editable file of the part shown."""
        op = self.context.runner.command(self, partial(_look, self.route.record, tr(SAVED_WORD)))
        op.success(partial(self._on_look_noted, Path(file))).failure(self._on_refused).run()

    def void(self) -> None:
        """Ask why, and the head where somebody else strikes it out."""
        if self.detail is not None:
            self.voiding.ask(self.detail)

    def write_anew(self) -> None:
        """Begin the paper that stands for this one."""
        if self.detail is not None:
            args = {FORM_ARG: self.detail.form_id, REPLACES_ARG: self.detail.paper_id}
            self.context.go(Route(ISSUE, "", args))

    @override
    def title_text(self) -> str:
        if self.detail is None:
            return tr(TITLE)
        return " · ".join(part for part in (self.detail.number, shown(self.detail.title)) if part)

    @override
    def subtitle_text(self) -> str:
        return "" if self.detail is None else self.detail.about or ""

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "correspondence.record_print", PRINT, self.print, "printer", "Ctrl+P", PRINT_PAPERS,
                self._why_closed,
            ),
            ActionSpec(
                "correspondence.save_word", WORD, self.save_word, "file-text", "", None, self._why_no_word,
                is_in_menu=True,
            ),
            ActionSpec(
                "correspondence.write_anew", ANEW, self.write_anew, "file-plus", "", ISSUE_PAPERS,
                self._why_no_other, is_in_menu=True,
            ),
            ActionSpec(
                "correspondence.void_paper", VOID, self.void, "ban", "", VOID_PAPERS, self._why_not_void,
                is_dangerous=True,
            ),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        is_same = self.detail is not None and self.detail.paper_id == route.record
        super().open(route)
        if is_same:
            self._ask()
            return
        self.detail = None
        self.sheet.sheet = None
        self.states.show_loading()
        op = self.context.runner.command(self, partial(_look, route.record, ""))
        op.success(self._on_first_read).failure(self._on_failed).run()

    @override
    def refresh(self, change: Change) -> None:
        if self.detail is not None and not TABLES.isdisjoint(change.tables):
            self._ask()

    @override
    def first_focus(self) -> QWidget:
        return self.sheet.view

    def _why_closed(self) -> str | None:
        if self.detail is not None and not walls_of(self.detail):
            return tr(NOT_YOURS)
        return None if self.detail is not None and self.sheet.sheet is not None else tr(NOT_OPEN)

    def _why_no_word(self) -> str | None:
        return self._why_closed() or (None if self._has_word else tr(NO_WORD))

    def _why_not_void(self) -> str | None:
        # To strike a paper out nobody need read what it says.
        why = None if self.detail is not None and not walls_of(self.detail) else self._why_closed()
        return why or (tr(ALREADY_VOID) if self._is_void() else None)

    def _why_no_other(self) -> str | None:
        return self._why_closed() or (None if self._is_void() else tr(STILL_GOOD))

    def _is_void(self) -> bool:
        return self.detail is not None and self.detail.state is PaperState.VOID

    def _now(self) -> PaperDetail | None:
        return self.detail

    def _ask(self) -> None:
        op = self.context.runner.query(self, partial(_read, self.route.record), topic="paper")
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_first_read(self, detail: PaperDetail) -> None:
        if detail.paper_id != self.route.record:
            return
        self._build(detail)
        self._on_read(detail)
        self.context.called(Route(self.route.page, detail.paper_id), self.title_text())

    def _build(self, detail: PaperDetail) -> None:
        """The cards of this paper; those of another go."""
        if self._columns is not None:
            self.sheet.setParent(None)
            self.facts.setParent(None)
            self._columns.hide()
            self._columns.deleteLater()
        self.deliveries = DeliveryCard(self.context, detail.paper_id, self._now)
        self.scans = ScansCard(self._press, self.context, scans_of_issued(detail.paper_id))
        side = SideColumn(self.context.theme, self.deliveries, self.facts, self.scans)
        self._columns = TwoColumns(self.context.theme, self.sheet, side, (11, 10), fills_first=True)
        self._column.addWidget(self._columns, 1)

    def _on_read(self, detail: PaperDetail) -> None:
        if detail.paper_id != self.route.record:
            return
        before, self.detail = self.detail, detail
        self._show_facts(detail)
        self.states.show_content()
        if before is None or _looks_other(before, detail):
            self.sheet.show_walls(walls_of(detail), partial(_sheet, self._press, detail))
        op = self.context.runner.job(self, partial(has_word, self._press, detail))
        op.success(self._on_word_known).run()
        self.title_changed.emit()
        self.actions_changed.emit()

    def _show_facts(self, detail: PaperDetail) -> None:
        is_void = detail.state is PaperState.VOID
        self.banner.set(tr(VOID_REASON, reason=detail.void_reason or ""), Tone.DANGER)
        self.banner.setVisible(is_void)
        told, action = hidden_part(detail)
        self.wall_banner.set(told, Tone.INFO, action=action)
        self.wall_banner.setVisible(bool(told))
        self.facts.show_paper(detail)

    def _on_earlier_wanted(self) -> None:
        if self.detail is not None and self.detail.earlier_medical is not None:
            self.context.go(Route(self.route.page, self.detail.earlier_medical.paper_id))

    def _on_word_known(self, has_word: bool) -> None:
        self._has_word = has_word
        self.actions_changed.emit()

    def _on_look_noted(self, file: Path, detail: PaperDetail) -> None:
        wall = self.sheet.sheet.wall if self.sheet.sheet is not None else walls_of(detail)[0]
        op = self.context.runner.job(self, partial(write_word, self._press, detail, wall, file))
        op.success(self._on_word_written).failure(self._on_refused).run()

    def _on_word_written(self, file: Path) -> None:
        self.context.say(tr(SAVED, file=file.name))

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_retry_requested(self) -> None:
        self.detail = None
        self.open(self.route)


def _looks_other(before: PaperDetail, now: PaperDetail) -> bool:
    return (before.state, len(before.prints)) != (now.state, len(now.prints))


def _look(paper_id: str, purpose: str, uow: Any) -> PaperDetail:
    return open_paper(uow, paper_id, purpose)


def _read(paper_id: str, uow: Any) -> PaperDetail:
    return get_paper(uow, paper_id)


def _sheet(press: Press, detail: PaperDetail, wall: Any) -> Any:
    return sheet_of(press, detail, wall)
