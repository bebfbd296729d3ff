"""A new dated value of a legal parameter: typed, looked at day by day, and only then decided."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.regime import REGIME_LABELS, LegalRegime
from facility_app.modules.catalogues.domain import UNIT_LABELS, Moves, ParameterUnit, PickedBy
from facility_app.modules.catalogues.domain.decisions import LINE_LIMIT, REASON_LIMIT
from facility_app.modules.catalogues.queries import ParameterRow
from facility_app.modules.catalogues.service import (
    ParameterPreview,
    SetParameter,
    preview_parameter,
    set_parameter,
    what_would_move,
)
from facility_app.modules.catalogues.ui import words
from facility_app.modules.catalogues.ui.change_table import ChangeTable
from facility_app.modules.catalogues.ui.moves_pane import MovesPane
from facility_app.ui.dialogs import DialogFrame, Filing, FormDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, Loudness

SET = label("verbs", "Đặt giá trị mới")
LOOK = label("verbs", "Xem thay đổi")
KEEP = label("verbs", "Lưu giá trị này")
CORRECT = label("verbs", "Sửa lại")
TITLE = label("catalogues_ui", "Đặt giá trị mới: {parameter}")
TEXT = label(
    "catalogues_ui",
    "Đang có hiệu lực: {value}. Giá trị cũ không bị xóa: giá trị mới đứng trên nó từ ngày có hiệu lực. Bước sau "
    "cho xem mọi ngày sẽ thay đổi, rồi mới lưu.",
)
VALUE = label("catalogues_ui", "Giá trị")
REGIME = label("catalogues_ui", "Chế độ luật")
VALID_FROM = label("catalogues_ui", "Có hiệu lực từ ngày")
VALID_TO = label("catalogues_ui", "Đến hết ngày")
VALID_TO_HINT = label("catalogues_ui", "Để trống khi chưa biết ngày hết hiệu lực.")
ARTICLE = label("catalogues_ui", "Căn cứ")
ARTICLE_HINT = label("catalogues_ui", "Số văn bản và điều. Ví dụ: NQ 12/2026/NQ-HĐND Đ3")
REASON = label("catalogues_ui", "Lý do")
PREVIEW_TITLE = label("catalogues_ui", "Lưu thì những ngày sau thay đổi")
PREVIEW_TEXT = label("catalogues_ui", "{parameter}. Những ngày khác giữ nguyên. Giấy tờ đã ký không đổi.")
SAVED = label("catalogues_ui", "Đã lưu giá trị mới của “{parameter}”.")
VALUE_LIMIT, WIDE = 60, 860
UNIT_HINTS = {
    ParameterUnit.SPLIT: label("catalogues_ui", "Các phần trăm cộng lại đủ 100. Ví dụ: 30/20/20/30"),
    ParameterUnit.LADDER: label("catalogues_ui", "Các mốc ngày. Ví dụ: 1/3/7"),
    ParameterUnit.WEEKDAYS: label("catalogues_ui", "1 là thứ Hai, 7 là Chủ nhật. Ví dụ: 6/7"),
    ParameterUnit.ON_OFF: label("catalogues_ui", "1 là có, 0 là không"),
    ParameterUnit.VND: label("catalogues_ui", "Số đồng, chỉ chữ số. Ví dụ: 2340000"),
}


@dataclass(frozen=True, slots=True)
class NewValue:
    """What the form shows."""

    value: str | None = None
    regime: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    article: str | None = None
    reason: str | None = None


class PreviewDialog(DialogFrame):
    """What would change; nothing is written yet.

    Signals:
        confirmed: write it.
    """

    confirmed = Signal()

    def __init__(
        self,
        context: PageContext,
        row: ParameterRow,
        preview: ParameterPreview,
        ask: Callable[[Any], tuple[Moves, ...]],
        parent: QWidget,
    ) -> None:
        """Show ``preview`` of a decision about ``row``, and what ``ask`` answers about whose days it moves."""
        theme = context.theme
        super().__init__(theme, tr(PREVIEW_TITLE), tr(PREVIEW_TEXT, parameter=row.text), parent=parent)
        self.setObjectName("preview_dialog")
        self.setMinimumWidth(theme.px(WIDE))
        # A value is in force on its own first day at least, so there is always something to see.
        self.body.addWidget(ChangeTable(theme, preview.changes, self))
        for warning in preview.warnings:
            self.body.addWidget(Banner(theme, warning, Tone.WARNING, parent=self))
        self.moves = MovesPane(context, ask, self)
        self.moves.answered.connect(self._on_answered)
        self.body.addWidget(self.moves, 1)
        self.add_refusal(CORRECT)
        self.keep_button = self.add_button(KEEP, Loudness.PRIMARY, is_default=True)
        self.keep_button.setObjectName("keep_button")
        self.keep_button.clicked.connect(self._on_keep_clicked)
        # Nobody decides before it is seen whose days move; an answer that fails says so and holds up nothing.
        self.keep_button.setEnabled(False)
        self.moves.begin()

    def _on_answered(self) -> None:
        self.keep_button.setEnabled(True)
        if self.isVisible():
            self.fit()

    def _on_keep_clicked(self) -> None:
        self.accept()
        self.confirmed.emit()


class ValueDialog(FormDialog[NewValue]):
    """The form; its main button shows what would change instead of writing it."""

    def __init__(self, context: PageContext, row: ParameterRow, parent: QWidget) -> None:
        """Ask for a new value of ``row``."""
        self._row, self._context = row, context
        filing: Filing[NewValue] = Filing(
            key=f"catalogues.set_parameter {row.row_id}", save=partial(_set, row.key)
        )
        super().__init__(
            context.theme,
            context.runner,
            context.drafts,
            _form(context, row),
            filing,
            title=tr(TITLE, parameter=row.text),
            text=tr(TEXT, value=words.held_text(row.in_force)),
            verb=LOOK,
            parent=parent,
        )

    def _on_previewed(self, values: Mapping[str, object], preview: ParameterPreview) -> None:
        ask = partial(_moves, self._row.key, values)
        dialog = PreviewDialog(self._context, self._row, preview, ask, self)
        dialog.confirmed.connect(partial(super()._on_submitted, values))
        dialog.open()

    @override
    def _on_submitted(self, values: Mapping[str, object]) -> None:
        self.show_error("")
        op = self._runner.query(self, partial(_preview, self._row.key, values), topic="preview")
        op.success(partial(self._on_previewed, values)).failure(self._on_refused).run()


def ask_value(context: PageContext, row: ParameterRow, parent: QWidget) -> ValueDialog:
    """Open the form for ``row`` over ``parent``."""
    dialog = ValueDialog(context, row, parent)
    told = tr(SAVED, parameter=row.text)
    dialog.saved.connect(partial(_tell, context, told))
    dialog.open_with(NewValue(regime=None if row.regime is None else row.regime.value))
    return dialog


def _tell(context: PageContext, told: str, _edit_id: object) -> None:
    context.say(told)


def _form(context: PageContext, row: ParameterRow) -> Form[NewValue]:
    form: Form[NewValue] = Form(NewValue, with_bar=False)
    hint = UNIT_HINTS.get(row.unit, UNIT_LABELS[row.unit])
    value = TextField("value", VALUE, is_required=True, hint=hint, limit=VALUE_LIMIT)
    if row.picked_by is PickedBy.REGIME:
        options = [(regime.value, text) for regime, text in REGIME_LABELS.items()]
        form.add(value, CodeField("regime", REGIME, options=options, is_required=True))
    else:
        form.add(value)
    today = context.today
    form.add(
        DateField("valid_from", VALID_FROM, today=today, is_required=True),
        DateField("valid_to", VALID_TO, today=today, hint=VALID_TO_HINT),
    )
    form.add(TextField("article", ARTICLE, is_required=True, hint=ARTICLE_HINT, limit=LINE_LIMIT))
    form.add(NoteField("reason", REASON, is_required=True, limit=REASON_LIMIT, lines=2))
    return form


def _command(key: str, values: Mapping[str, Any]) -> SetParameter:
    regime = values.get("regime")
    return SetParameter(
        key,
        values["value"],
        values["valid_from"],
        values["article"],
        values["reason"],
        values["valid_to"],
        LegalRegime(regime) if regime else None,
    )


def _preview(key: str, values: Mapping[str, Any], uow: Any) -> ParameterPreview:
    return preview_parameter(uow, _command(key, values))


def _moves(key: str, values: Mapping[str, Any], uow: Any) -> tuple[Moves, ...]:
    return what_would_move(uow, _command(key, values))


def _set(key: str, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    return set_parameter(uow, _command(key, values))
