"""Hủy thuốc: asked for, allowed by the head, done before a council, reported; each step by whoever may."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain import KEEP_STORE, SIGN_REPORTS
from facility_app.modules.pharmacy.domain.workflows import DESTROYING_LABELS, DESTRUCTION, Destroying
from facility_app.modules.pharmacy.queries.papers import DestructionRow, list_destructions
from facility_app.modules.pharmacy.service.destroyed import SendDestructionReport, send_destruction_report
from facility_app.modules.pharmacy.service.destroying import (
    AllowDestruction,
    Destroy,
    WithdrawDestruction,
    allow_destruction,
    destroy,
    withdraw_destruction,
)
from facility_app.modules.pharmacy.ui import fields, places, words
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.deed import Deed, DeedDialog
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_rows import Board
from facility_app.ui.lists.sided_page import SidedPage
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, KeyValue, KeyValueGrid

TITLE = label("pharmacy", "Hủy thuốc")
ASK, ALLOW = label("verbs", "Đề nghị hủy"), label("verbs", "Cho phép hủy")
DO, WITHDRAW = label("verbs", "Lập biên bản hủy"), label("verbs", "Thôi không hủy")
SENT = label("verbs", "Ghi đã gửi báo cáo")
ALLOW_TEXT = label("pharmacy", "Đề nghị {number}: ghi số văn bản cho phép hủy thuốc.")
DO_TEXT = label(
    "pharmacy",
    "Đề nghị {number}, văn bản cho phép {permit}. Lưu xong, thuốc được trừ khỏi sổ của khu biệt trữ. Mỗi "
    "thành viên hội đồng ghi một dòng: họ tên, chức vụ.",
)
WITHDRAW_TEXT = label("pharmacy", "Đề nghị {number}: thuốc ở lại khu biệt trữ.")
SENT_TEXT = label("pharmacy", "Đề nghị {number}, biên bản {minutes}: ghi số báo cáo đã gửi.")
COUNCIL = label("pharmacy", "Hội đồng hủy thuốc")
COUNCIL_HINT = label("pharmacy", "Mỗi người một dòng: họ tên, chức vụ")
AUTHORITY = label("pharmacy", "Người của cơ quan y tế chứng kiến")
FACTS, LINES = label("pharmacy", "Các bước"), label("pharmacy", "Thuốc hủy")
NO_LINES = label("pharmacy", "Chưa chọn đề nghị.")
DONE = label("pharmacy", "Đã ghi.")
NOT_THIS_STEP = label("pharmacy", "Đề nghị này đang ở bước “{status}”; việc này thuộc bước khác.")
REPORTED = label("pharmacy", "Báo cáo của lần hủy này đã gửi.")


@dataclass(frozen=True, slots=True)
class Line:
    """A lot of a destruction."""

    key: str
    name: str
    lot_no: str
    amount: str


class DestructionsPage(SidedPage):
    """The list, and at its right the steps of the one chosen."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, _spec())
        self._press = press
        self.lines = self.card("pharmacy.destroyed", LINES, LINE_COLUMNS, _line_id, NO_LINES)
        self.facts_card = Card(context.theme, tr(FACTS))
        self.facts = KeyValueGrid(context.theme, is_lined=True)
        self.facts_card.body.addWidget(self.facts)
        self.side.addWidget(self.lines)
        self.side.addWidget(self.facts_card)
        self.side.addStretch(1)

    def ask(self) -> None:
        """Open the sheet of what waits."""
        self.context.go(Route(places.ASK_DESTRUCTION))

    def allow(self) -> None:
        """The head's permission."""
        row = self.row()
        form = new_form()
        form.add(usual.line("permit", label("pharmacy", "Số văn bản cho phép"), is_required=True))
        text = tr(ALLOW_TEXT, number=row.number)
        self._open(
            form, Deed(verb="pharmacy.allow_destruction", title=ALLOW, text=text, save=partial(_allow, row))
        )

    def carry_out(self) -> None:
        """It is done, before the council."""
        row = self.row()
        form = new_form()
        form.add(
            usual.line("minutes_number", label("pharmacy", "Số biên bản hủy"), is_required=True),
            usual.line("authority", AUTHORITY),
            spans=(4, 8),
        )
        form.add(NoteField("council", COUNCIL, is_required=True, limit=1000, lines=4, hint=COUNCIL_HINT))
        text = tr(DO_TEXT, number=row.number, permit=row.permit or "")
        self._open(form, Deed(verb="pharmacy.destroy", title=DO, text=text, save=partial(_destroy, row)))

    def withdraw(self) -> None:
        """It will not be done."""
        row = self.row()
        form = new_form()
        form.add(fields.note_line("reason", fields.REASON, is_required=True))
        text = tr(WITHDRAW_TEXT, number=row.number)
        deed = Deed(verb="pharmacy.withdraw_destruction", title=WITHDRAW, text=text, save=partial(_withdraw, row))
        self._open(form, deed)

    def sent(self) -> None:
        """The report went out."""
        row = self.row()
        form = new_form()
        form.add(
            usual.line("number", label("pharmacy", "Số báo cáo đã gửi"), is_required=True),
            fields.past_day(self.context),
            fields.hour(),
            spans=(6, 3, 3),
        )
        text = tr(SENT_TEXT, number=row.number, minutes=row.minutes_number or "")
        save = partial(_sent, self.context, row)
        self._open(form, Deed(verb="pharmacy.send_destruction_report", title=SENT, text=text, save=save))

    @override
    def ask_side(self) -> None:
        row: DestructionRow | None = self.row()
        self.facts.set_rows(() if row is None else _facts(row))
        self.facts_card.setVisible(row is not None)
        self.lines.show_rows(() if row is None else _lines(row))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("pharmacy.ask_destruction", ASK, self.ask, "plus", "Ctrl+N", KEEP_STORE),
            ActionSpec(
                "pharmacy.allow_destruction",
                ALLOW,
                self.allow,
                "rubber-stamp",
                "",
                SIGN_REPORTS,
                partial(self._why_not, "pharmacy.allow_destruction"),
            ),
            ActionSpec(
                "pharmacy.destroy",
                DO,
                self.carry_out,
                "trash",
                "",
                KEEP_STORE,
                partial(self._why_not, "pharmacy.destroy"),
                is_dangerous=True,
            ),
            ActionSpec(
                "pharmacy.send_destruction_report", SENT, self.sent, "send", "", SIGN_REPORTS, self._why_not_sent
            ),
            ActionSpec(
                "pharmacy.withdraw_destruction",
                WITHDRAW,
                self.withdraw,
                "x",
                "",
                KEEP_STORE,
                partial(self._why_not, "pharmacy.withdraw_destruction"),
                is_in_menu=True,
            ),
        )

    def _open(self, form: Any, deed: Deed) -> None:
        dialog = DeedDialog(self._press, self.context, form, deed, self)
        dialog.saved.connect(self._on_saved)
        dialog.open_with(shown())

    def _on_saved(self, _answer: object) -> None:
        self.context.say(tr(DONE))

    def _why_not(self, verb: str) -> str | None:
        row = self.row()
        if row is None:
            return self.why_no_row()
        is_next = verb in DESTRUCTION.verbs_from(row.status)
        return None if is_next else tr(NOT_THIS_STEP, status=tr(DESTROYING_LABELS[row.status]))

    def _why_not_sent(self) -> str | None:
        row = self.row()
        if row is None:
            return self.why_no_row()
        if row.reported_at is not None:
            return tr(REPORTED)
        is_done = row.status is Destroying.DONE
        return None if is_done else tr(NOT_THIS_STEP, status=tr(DESTROYING_LABELS[row.status]))


def _spec() -> ListSpec[DestructionRow]:
    board = Board(list_destructions, _row_id)
    return ListSpec(
        id=places.DESTRUCTIONS,
        title=TITLE,
        columns=(
            ColumnSpec("number", label("terms", "Số"), _number, width=100, is_strong=True, is_paper_number=True),
            ColumnSpec("asked_on", label("pharmacy", "Ngày đề nghị"), _asked_on, width=114),
            ColumnSpec("status", label("pharmacy", "Bước"), _status, width=192, tone=_status_tone),
            ColumnSpec("what", label("pharmacy", "Thuốc"), _what, width=230, wraps=True),
            ColumnSpec("reason", label("terms", "Lý do"), _reason, width=170, gives_way=1, wraps=True),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=_row_id,
        search=None,
        empty=label("pharmacy", "Chưa có đề nghị hủy thuốc nào. Bấm “Đề nghị hủy” khi khu biệt trữ có thuốc."),
        tables=frozenset({"destruction", "destruction_line"}),
    )


def _allow(row: DestructionRow, uow: Any, values: Mapping[str, Any], _given: Given, _version: int) -> object:
    return allow_destruction(uow, AllowDestruction(row.destruction_id, row.version, values["permit"]))


def _destroy(row: DestructionRow, uow: Any, values: Mapping[str, Any], given: Given, _version: int) -> object:
    command = Destroy(
        row.destruction_id,
        row.version,
        tuple(one.strip() for one in values["council"].splitlines() if one.strip()),
        values["minutes_number"],
        values["authority"] or "",
        given.countersign,
        given.is_sure,
    )
    return destroy(uow, command)


def _withdraw(row: DestructionRow, uow: Any, values: Mapping[str, Any], _given: Given, _version: int) -> object:
    withdraw_destruction(uow, WithdrawDestruction(row.destruction_id, row.version, values["reason"]))
    return None


def _sent(
    context: PageContext, row: DestructionRow, uow: Any, values: Mapping[str, Any], _given: Given, _version: int
) -> object:
    at = fields.moment_of(context, values)
    send_destruction_report(uow, SendDestructionReport(row.destruction_id, row.version, values["number"], at))
    return None


def _facts(row: DestructionRow) -> tuple[KeyValue, ...]:
    permit = words.joined(row.permit, row.allowed_name)
    done = words.joined(words.moment(row.destroyed_at), row.minutes_number)
    return (
        KeyValue(tr(label("pharmacy", "Nơi để")), row.place),
        KeyValue(tr(label("terms", "Lý do")), row.reason),
        KeyValue(tr(label("pharmacy", "Cách hủy")), row.method),
        KeyValue(tr(label("pharmacy", "Cho phép")), permit),
        KeyValue(tr(label("pharmacy", "Đã hủy")), done),
        KeyValue(tr(COUNCIL), "; ".join(row.council)),
        KeyValue(tr(label("pharmacy", "Cơ quan y tế")), row.authority or ""),
        KeyValue(tr(label("pharmacy", "Người xác nhận")), row.witness_name or ""),
        KeyValue(tr(label("pharmacy", "Báo cáo")), words.joined(row.report_number, words.moment(row.reported_at))),
        KeyValue(tr(label("pharmacy", "Vì sao thôi")), row.withdrawn or ""),
    )


def _lines(row: DestructionRow) -> tuple[Line, ...]:
    pairs = zip(row.lines, row.amounts, strict=True)
    return tuple(Line(str(place), name, lot, said) for place, ((name, lot, _), said) in enumerate(pairs))


def _row_id(row: DestructionRow) -> str:
    return row.destruction_id


def _number(row: DestructionRow) -> str:
    return row.number


def _asked_on(row: DestructionRow) -> str:
    return words.day(row.asked_on)


def _status(row: DestructionRow) -> str:
    return tr(DESTROYING_LABELS[row.status])


def _status_tone(row: DestructionRow) -> Tone:
    tones = {Destroying.ASKED: Tone.WARNING, Destroying.ALLOWED: Tone.INFO, Destroying.DONE: Tone.OK}
    return tones.get(row.status, Tone.NEUTRAL)


def _what(row: DestructionRow) -> str:
    return ", ".join(dict.fromkeys(name for name, *_ in row.lines))


def _reason(row: DestructionRow) -> str:
    return row.reason


def _line_id(row: Line) -> str:
    return row.key


def _line_name(row: Line) -> str:
    return row.name


def _line_lot(row: Line) -> str:
    return row.lot_no


def _line_amount(row: Line) -> str:
    return row.amount


LINE_COLUMNS = (
    ColumnSpec("name", label("pharmacy", "Thuốc"), _line_name, width=180, is_instruction=True),
    ColumnSpec("lot", label("pharmacy", "Số lô"), _line_lot, width=80),
    ColumnSpec("amount", label("pharmacy", "Số lượng"), _line_amount, width=100, is_instruction=True),
)
