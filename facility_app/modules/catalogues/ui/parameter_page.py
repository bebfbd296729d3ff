"""One legal parameter: its values in time above, the facility's decisions below, and how either is changed."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.domain import EDIT_PARAMETERS
from facility_app.modules.catalogues.queries import ParameterEditRow, ParameterRow, list_parameter_rows
from facility_app.modules.catalogues.service import VoidParameterEdit, void_parameter_edit
from facility_app.modules.catalogues.ui import words
from facility_app.modules.catalogues.ui.parameter_dialog import SET, ask_value
from facility_app.modules.catalogues.ui.parameter_history import ParameterReads, edit_days
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import StateStack

GONE = label("catalogues_ui", "Thông số này không còn trong danh mục. Hãy mở lại danh sách thông số.")
VOID = label("verbs", "Gạch bỏ…")
VOID_TITLE = label("catalogues_ui", "Gạch bỏ quyết định về giá trị này")
VOID_TEXT = label(
    "catalogues_ui", "{value}, {days} ({article}). Giá trị đứng dưới nó có hiệu lực trở lại trên mọi ngày của nó."
)
VOID_VERB = label("verbs", "Gạch bỏ giá trị")
VOIDED = label("catalogues_ui", "Đã gạch bỏ: {value}.")
CHOOSE_ONE = label("catalogues_ui", "Hãy chọn một quyết định trước.")
IS_VOIDED = label("catalogues_ui", "Quyết định này đã gạch bỏ rồi.")
SUBTITLE = label("catalogues_ui", "{regime} · hôm nay: {value}")
HINT = label("catalogues_ui", "F2 đặt giá trị mới · Alt+← trở về danh sách")


class ParameterPage(Page):
    """One parameter.

    Attributes:
        values: what is in force when.
        decisions: what was decided here.
    """

    def __init__(self, context: PageContext) -> None:
        """Show nothing until ``open``."""
        super().__init__(context)
        theme = context.theme
        self._row: ParameterRow | None = None
        self.values: ListCard | None = None
        self.decisions: ListCard | None = None
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(theme.px(12))
        self.states = StateStack(theme, self.splitter, self)
        self.states.retry_requested.connect(self._ask)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self._verbs = (
            ActionSpec("catalogues.set_parameter", SET, self.set_value, "pencil", "F2", EDIT_PARAMETERS),
        )

    def set_value(self) -> None:
        """Ask for a new dated value."""
        if self._row is not None:
            ask_value(self.context, self._row, self)

    def void(self) -> None:
        """Ask why the decision selected is struck out."""
        edit = self._edit()
        if self._row is None or edit is None:
            return
        value = words.value_text(self._row.unit, edit.value)
        text = tr(VOID_TEXT, value=value, days=edit_days(edit), article=edit.article)
        dialog = ReasonDialog(
            self.context.theme, tr(VOID_TITLE), text, verb=VOID_VERB, is_dangerous=True, parent=self
        )
        dialog.given.connect(partial(self._on_void_reason, edit, value))
        dialog.open()

    def _edit(self) -> ParameterEditRow | None:
        found = None if self.decisions is None else self.decisions.row()
        return found if isinstance(found, ParameterEditRow) else None

    def _why_no_void(self) -> str | None:
        edit = self._edit()
        if edit is None:
            return tr(CHOOSE_ONE)
        return tr(IS_VOIDED) if edit.voided_at is not None else None

    def _ask(self) -> None:
        read = partial(_read, self.route.record)
        op = self.context.runner.query(self, read, topic="parameter")
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, row: ParameterRow | None) -> None:
        is_other = self._row is None or row is None or row.row_id != self._row.row_id
        self._row = row
        if row is None:
            self.states.show_error(tr(GONE), can_retry=False)
            return
        if is_other:
            self._build(row)
        self.states.show_content()
        self.title_changed.emit()
        self.actions_changed.emit()

    def _build(self, row: ParameterRow) -> None:
        for old in (self.values, self.decisions):
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        reads = ParameterReads(row.key, row.regime, row.unit)
        self.values = ListCard(self.context, reads.values(), parent=self)
        self.decisions = ListCard(self.context, reads.decisions(), parent=self)
        self.decisions.set_actions(
            (
                ActionSpec(
                    "catalogues.void_parameter_edit", VOID, self.void, "x", "", EDIT_PARAMETERS,
                    self._why_no_void, is_dangerous=True,
                ),
            )
        )  # fmt: skip
        self.splitter.addWidget(self.values)
        self.splitter.addWidget(self.decisions)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_void_reason(self, edit: ParameterEditRow, value: str, reason: str) -> None:
        command = VoidParameterEdit(edit.edit_id, edit.version, reason)
        op = self.context.runner.command(self, partial(_void, command))
        op.success(partial(self._on_voided, value)).failure(self._on_refused).run()

    def _on_voided(self, value: str, _answer: object) -> None:
        self.context.say(tr(VOIDED, value=value))

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def title_text(self) -> str:
        return "" if self._row is None else tr(self._row.text)

    @override
    def subtitle_text(self) -> str:
        if self._row is None:
            return ""
        regime, value = words.regime_text(self._row.regime), words.held_text(self._row.in_force)
        return tr(SUBTITLE, regime=regime, value=value)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return self._verbs if self._row is not None else ()

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.states.show_loading()
        self._ask()

    @override
    def refresh(self, change: Change) -> None:
        if "parameter_edit" in change.tables and self.route.record:
            self._ask()

    @override
    def first_focus(self) -> QWidget:
        return self.values.table if self.values is not None else self


def _read(row_id: str, uow: Any) -> ParameterRow | None:
    rows = list_parameter_rows(uow, [row_id])
    return rows[0] if rows else None


def _void(command: VoidParameterEdit, uow: Any) -> None:
    void_parameter_edit(uow, command)
