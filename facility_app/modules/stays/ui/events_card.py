"""What happened to the term: absences, credits, the end; completed with a paper, or struck out with a reason."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.articles import EVENT_ARTICLES
from facility_app.modules.stays.domain.rights import RECORD_DECISIONS, SETTLE_TERM
from facility_app.modules.stays.domain.types import (
    DATED_KINDS,
    CountsAs,
    EventKind,
)
from facility_app.modules.stays.queries.detail import EventRow, list_events
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.queries.stays import StayDetail
from facility_app.modules.stays.service.confirming import ConfirmPaper, confirm_paper
from facility_app.modules.stays.service.events import SettleEvent, StrikeEvent, settle_event, strike_event
from facility_app.modules.stays.ui import words
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.event_columns import COLUMNS, event_id_of, event_text
from facility_app.modules.stays.ui.fields import paper_fields, reason_note
from facility_app.modules.stays.ui.moves import COUNTS_AS_LABELS, HEAD_DECIDES, REMAND_COUNTS
from facility_app.modules.stays.ui.rows_card import RowsCard
from facility_app.ui.dialogs.form_dialog import Kept
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import any_day, past_day
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_page import CHOOSE_ONE
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

TITLE = label("stays", "Sự kiện của thời hạn")
EMPTY = label("stays", "Chưa có sự kiện nào: người này ở cơ sở suốt từ ngày bắt đầu.")
SETTLE = label("verbs", "Bổ sung, sửa sự kiện")
CONFIRM, CONFIRM_BUTTON = label("verbs", "Xác nhận giấy tờ"), label("verbs", "Xác nhận")
CONFIRM_TEXT = label(
    "stays", "{event}. Giấy tờ {paper}. Khi đã xác nhận, những ngày vắng mặt được cộng vào thời hạn ({article})."
)
CONFIRMED = label("stays", "Đã xác nhận giấy tờ; thời hạn đã tính lại.")
CHECKED = (
    label("stays", "Đã đối chiếu bản chính"),
    label("stays", "Quyết định do cơ sở ban hành"),
)
NOTHING_TO_CONFIRM = label("stays", "Sự kiện này không có giấy tờ nào chờ xác nhận.")
SETTLE_BUTTON, STRIKE_BUTTON = label("verbs", "Bổ sung, sửa"), label("verbs", "Gạch bỏ")
STRIKE = label("verbs", "Gạch bỏ sự kiện ghi nhầm")
STRIKE_TEXT = label("stays", "{event}. Sự kiện bị gạch vẫn còn trong nhật ký; thời hạn tính lại ngay.")
SETTLED = label("stays", "Đã lưu sự kiện; thời hạn đã tính lại.")
STRUCK = label("stays", "Đã gạch bỏ sự kiện; thời hạn đã tính lại.")
STILL_AWAY = label(
    "stays", "Sự kiện này đang quyết định tình trạng hiện tại: hãy nhận trở lại trước, rồi gạch bỏ."
)
AN_END = label("stays", "Ngày kết thúc lần cai nghiện được ghi cùng việc ra cơ sở, không gạch bỏ hay sửa ở đây.")
BACK_FIRST = label("stays", "Ngày trở lại do việc “Nhận trở lại” ghi.")
OTHER_REASON = label("stays", "Cần khi đổi cách tính hoặc ngày ra lùi lại; khi đó lãnh đạo cơ sở ghi")
FREQUENT = (
    label("stays", "Ghi nhầm người"),
    label("stays", "Ghi trùng"),
    label("stays", "Không có việc này"),
)
GONE = label("errors", "Sự kiện này vừa bị gạch bỏ ở nơi khác, nên không sửa được nữa. Hãy đóng lại và xem bảng.")


class EventsCard(RowsCard):
    """The events; Enter or F2 completes one, Delete strikes one out."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, "stays.events", TITLE, COLUMNS, event_id_of, empty=EMPTY, parent=parent)
        self.context = context
        self._stay: StayDetail | None = None
        self.set_actions(
            (
                ActionSpec(
                    "stays.settle_event", SETTLE_BUTTON, self._on_settle, "pencil", "", RECORD_DECISIONS,
                    self._why_no_settle,
                ),
                ActionSpec(
                    "stays.confirm_paper", CONFIRM_BUTTON, self._on_confirm, "check", "", SETTLE_TERM,
                    self._why_no_confirm,
                ),
                ActionSpec(
                    "stays.strike_event", STRIKE_BUTTON, self._on_strike, "ban", "", RECORD_DECISIONS,
                    self._why_no_strike,
                ),
            )
        )  # fmt: skip
        self.row_activated.connect(self._on_row_activated)
        self.strike_asked.connect(self._on_strike)

    def show_stay(self, seen: StayOverview) -> None:
        """Show the events of a stay."""
        self._stay = seen.stay
        self.show_rows(seen.events)

    def settle(self, row: EventRow) -> None:
        """Ask for its days, its paper, how it counts."""
        if self._stay is None or not self.context.may(RECORD_DECISIONS):
            return
        dialog = ask(
            self.context, self, _form(self.context, row), key=f"stays.settle_event/{row.event_id}",
            title=tr(SETTLE), verb=label("verbs", "Lưu"), save=partial(_save, row), value=_view(row),
            version=row.version,
            again=partial(_again, self._stay.stay_id, row.event_id), text=event_text(row),
        )  # fmt: skip
        dialog.saved.connect(self._on_settled)

    def strike(self, row: EventRow) -> None:
        """Ask why, then strike it out."""
        dialog = ReasonDialog(
            self.context.theme,
            tr(STRIKE),
            tr(STRIKE_TEXT, event=event_text(row)),
            verb=tr(STRIKE_BUTTON),
            frequent=[tr(one) for one in FREQUENT],
            is_dangerous=True,
            parent=self,
        )
        dialog.given.connect(partial(self._on_reason_given, row))
        dialog.open()

    def confirm(self, row: EventRow) -> None:
        """Ask what the paper was held against, then confirm it."""
        if self._stay is None:
            return
        article = EVENT_ARTICLES[self._stay.legal_regime][row.kind]
        paper = words.paper_of(row.paper_number, row.paper_on)
        dialog = ReasonDialog(
            self.context.theme,
            tr(CONFIRM),
            tr(CONFIRM_TEXT, event=event_text(row), paper=paper, article=article),
            verb=tr(CONFIRM),
            frequent=[tr(one) for one in CHECKED],
            parent=self,
        )
        dialog.given.connect(partial(self._on_confirmed_with, row))
        dialog.open()

    def _why_no_settle(self) -> str | None:
        return tr(CHOOSE_ONE) if self.row() is None else None

    def _why_no_confirm(self) -> str | None:
        row = self.row()
        if row is None:
            return tr(CHOOSE_ONE)
        return None if row.is_unconfirmed else tr(NOTHING_TO_CONFIRM)

    def _on_confirm(self) -> None:
        row = self.row()
        if row is not None and row.is_unconfirmed:
            self.confirm(row)

    def _on_confirmed_with(self, row: EventRow, reason: str) -> None:
        op = self.context.runner.command(self, partial(_confirm, row, reason))
        op.success(self._on_paper_confirmed).failure(self._on_failed).run()

    def _on_paper_confirmed(self, _answer: object) -> None:
        self.context.say(tr(CONFIRMED))
        self.table.setFocus()

    def _why_no_strike(self) -> str | None:
        row = self.row()
        if row is None:
            return tr(CHOOSE_ONE)
        reason = why_not_strike(row)
        return None if reason is None else tr(reason)

    def _on_settle(self) -> None:
        row = self.row()
        if row is not None:
            self.settle(row)

    def _on_row_activated(self, _row_id: str) -> None:
        self._on_settle()

    def _on_strike(self) -> None:
        row = self.row()
        reason = None if row is None else self._why_no_strike()
        if reason is not None:
            self.context.say(reason, Tone.INFO)
        elif row is not None and self.context.may(RECORD_DECISIONS):
            self.strike(row)

    def _on_settled(self, _answer: object) -> None:
        self.context.say(tr(SETTLED))
        self.table.setFocus()

    def _on_reason_given(self, row: EventRow, reason: str) -> None:
        op = self.context.runner.command(self, partial(_strike, row, reason))
        op.success(self._on_struck).failure(self._on_failed).run()

    def _on_struck(self, _answer: object) -> None:
        self.context.say(tr(STRUCK))

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)


def why_not_strike(row: EventRow) -> Label | None:
    """Why an event is not struck out here; None when it may be."""
    if row.kind is EventKind.END:
        return AN_END
    if row.to_on is None and row.kind not in DATED_KINDS:
        return STILL_AWAY
    return None


def _form(context: PageContext, row: EventRow) -> Form[Any]:
    form: Form[Any] = Form(shown, with_bar=False)
    from_on = past_day(context, "from_on", label("stays", "Ngày bắt đầu"), is_required=True)
    if row.kind in DATED_KINDS:
        form.add(from_on, spans=(4,))
    else:
        to_on = any_day(context, "to_on", label("stays", "Ngày trở lại"))
        form.add(from_on, to_on, spans=(4, 4))
        if row.to_on is None:
            to_on.set_why_not(BACK_FIRST)
    if row.kind is EventKind.END:
        from_on.set_why_not(AN_END)
    number, paper_on = paper_fields(context)
    form.add(number, paper_on, spans=(8, 4))
    if row.kind is EventKind.REMAND:
        counts = CodeField("counts_as", REMAND_COUNTS, options=words.options(COUNTS_AS_LABELS))
        if not context.may(SETTLE_TERM):
            counts.set_why_not(HEAD_DECIDES)
        form.add(counts)
    if row.kind is not EventKind.END:
        form.add(reason_note(hint=OTHER_REASON))
    return form


def _view(row: EventRow) -> Shown:
    names = ("from_on", "to_on", "paper_number", "paper_on", "counts_as")
    return Shown({name: getattr(row, name) for name in names})


def _save(row: EventRow, uow: Any, values: Mapping[str, Any], version: int) -> object:
    counts = values.get("counts_as")
    order = SettleEvent(
        row.event_id,
        version,
        values["from_on"],
        values.get("to_on"),
        values["paper_number"],
        values["paper_on"],
        CountsAs(counts) if counts else None,
        values.get("reason") or "",
    )
    return settle_event(uow, order)


def _again(stay_id: str, event_id: str, uow: Any) -> Kept[Shown]:
    row = next((one for one in list_events(uow, stay_id) if one.event_id == event_id), None)
    if row is None:
        raise UserError("not_found", GONE)
    return Kept(_view(row), row.version)


def _confirm(row: EventRow, reason: str, uow: Any) -> object:
    return confirm_paper(uow, ConfirmPaper(row.event_id, row.version, reason))


def _strike(row: EventRow, reason: str, uow: Any) -> object:
    return strike_event(uow, StrikeEvent(row.event_id, row.version, reason))
