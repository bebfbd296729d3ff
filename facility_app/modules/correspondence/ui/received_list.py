"""Văn bản đến: the register of papers from outside, opened with Enter."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.correspondence.domain import EXPORT_REGISTERS, PRINT_PAPERS, REGISTER_RECEIVED
from facility_app.modules.correspondence.domain.numbers import Book
from facility_app.modules.correspondence.domain.outgoing import (
    ADDRESSEE_KIND_LABELS,
    PAPER_STATE_LABELS,
    PaperState,
)
from facility_app.modules.correspondence.queries.choices import list_form_ids
from facility_app.modules.correspondence.queries.received import (
    ReceivedRow,
    list_received_ids,
    list_received_rows,
)
from facility_app.modules.correspondence.service.registers import PrintRegister
from facility_app.modules.correspondence.ui.issued_list import FORM, NO_NUMBER, STATE, YEAR, years
from facility_app.modules.correspondence.ui.places import LETTER, REGISTER
from facility_app.modules.correspondence.ui.press import Press
from facility_app.modules.correspondence.ui.register_print import (
    PRINT_REGISTER,
    RegisterPrint,
    allow_export,
    narrowing,
)
from facility_app.modules.correspondence.ui.words import TITLED, day
from facility_app.ui.i18n import shown, tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("correspondence", "Văn bản đến")
NEW = label("verbs", "Vào sổ văn bản đến")
IN_FORCE, STRUCK = label("correspondence", "Đang ghi trong sổ"), label("correspondence", "Đã gạch bỏ")
HINT = label("correspondence", "Enter mở văn bản · Ctrl+N vào sổ văn bản mới")
STATE_WORDS: Final = {PaperState.ISSUED: IN_FORCE, PaperState.VOID: STRUCK}


def is_void(row: ReceivedRow) -> bool:
    """Whether the line is struck out."""
    return row.state is PaperState.VOID


def no(row: ReceivedRow) -> str:
    """Số đến."""
    return row.no


def received_on(row: ReceivedRow) -> str:
    """The day it came."""
    return day(row.received_on)


def received_value(row: ReceivedRow) -> date:
    """For spreadsheets."""
    return row.received_on


def sender(row: ReceivedRow) -> str:
    """Who sent it."""
    return row.sender


def number(row: ReceivedRow) -> str:
    """As printed on it."""
    return row.number or tr(NO_NUMBER)


def number_ink(row: ReceivedRow) -> Tone | None:
    """Quiet where there is none."""
    return None if row.number else Tone.NEUTRAL


def dated_on(row: ReceivedRow) -> str:
    """The day on it."""
    return day(row.dated_on)


def subject(row: ReceivedRow) -> str:
    """What it is about."""
    return shown(row.subject)


def about(row: ReceivedRow) -> str:
    """Whom it names."""
    return row.about or ""


def form(row: ReceivedRow) -> str:
    """Its form."""
    return row.form_id or ""


def answer_by(row: ReceivedRow) -> str:
    """Until when it wants an answer."""
    return day(row.answer_by)


def state(row: ReceivedRow) -> str:
    """Said only of what is struck out."""
    return tr(STRUCK) if is_void(row) else ""


def state_tone(row: ReceivedRow) -> Tone | None:
    """What that means."""
    return Tone.DANGER if is_void(row) else None


def scans(row: ReceivedRow) -> str:
    """How many scans lie with it."""
    return str(row.scan_count) if row.scan_count else ""


def scans_value(row: ReceivedRow) -> int:
    """For sums."""
    return row.scan_count


def row_id(row: ReceivedRow) -> str:
    """The line's."""
    return row.received_id


NO: Final = ColumnSpec(
    "no",
    label("terms", "Số đến"),
    no,
    sort="no",
    width=74,
    is_paper_number=True,
    is_strong=True,
    is_struck=is_void,
)
DAY: Final = ColumnSpec("received_on", label("terms", "Ngày đến"), received_on, received_value, "received_on", 110)
SENDER: Final = ColumnSpec(
    "sender", label("terms", "Nơi gửi"), sender, sort="sender", width=172, is_struck=is_void, wraps=True
)
NUMBER: Final = ColumnSpec(
    "number",
    label("terms", "Số, ký hiệu"),
    number,
    width=176,
    is_paper_number=True,
    note=dated_on,
    ink=number_ink,
    gives_way=2,
)
DATED: Final = ColumnSpec(
    "dated_on", label("terms", "Ngày văn bản"), dated_on, sort="dated_on", width=130, is_hidden=True
)
SUBJECT: Final = ColumnSpec(
    "subject", label("terms", "Trích yếu"), subject, width=200, is_struck=is_void, wraps=True
)
ABOUT: Final = ColumnSpec("about", label("terms", "Về"), about, sort="about", width=236, gives_way=3, wraps=True)
FORM_COLUMN: Final = ColumnSpec("form", FORM, form, width=84, gives_way=4)
ANSWER: Final = ColumnSpec("answer_by", label("terms", "Hạn trả lời"), answer_by, sort="answer_by", width=108)
STATE_COLUMN: Final = ColumnSpec("state", STATE, state, width=110, tone=state_tone, is_hidden=True)
SCANS: Final = ColumnSpec(
    "scans", label("correspondence", "Bản quét"), scans, scans_value, width=84, align=Align.END, is_hidden=True
)


def _forms(press: Press, uow: Any) -> Sequence[FilterOption]:
    _, came = list_form_ids(uow)
    specs = [spec for spec in press.forms() if spec.id in came]
    return [FilterOption(spec.id, tr(TITLED, form=spec.id, title=spec.title)) for spec in specs]


def received_spec(press: Press) -> ListSpec[ReceivedRow]:
    """The register as data."""
    return ListSpec(
        id="correspondence.received",
        title=TITLE,
        columns=(NO, DAY, SENDER, NUMBER, DATED, SUBJECT, ABOUT, FORM_COLUMN, ANSWER, STATE_COLUMN, SCANS),
        ids=list_received_ids,
        rows=list_received_rows,
        row_id=row_id,
        filters=(
            FilterSpec("year", YEAR, ask=years),
            FilterSpec("form", FORM, ask=partial(_forms, press)),
            FilterSpec(
                "sender_kind",
                label("terms", "Nơi gửi"),
                tuple(FilterOption(one, text) for one, text in ADDRESSEE_KIND_LABELS.items()),
            ),
            FilterSpec("state", STATE, tuple(FilterOption(one, STATE_WORDS[one]) for one in PAPER_STATE_LABELS)),
        ),
        search=label("correspondence", "Số, nơi gửi, trích yếu, tên người…"),
        empty=label("correspondence", "Sổ văn bản đến chưa có văn bản nào."),
        none_found=label("correspondence", "Không có văn bản nào khớp. Hãy bỏ bớt chữ hoặc bỏ lọc năm, nơi gửi."),
        default_sort=(Sort("received_on", descending=True),),
        tables=frozenset({"received_paper", "paper_scan"}),
        export=allow_export,
        export_right=EXPORT_REGISTERS,
    )


class ReceivedPage(ListPage):
    """The register and what one does from there."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        new = ActionSpec(
            "correspondence.register_received", NEW, self._on_new, "mail-opened", "Ctrl+N", REGISTER_RECEIVED
        )
        register = ActionSpec(
            "correspondence.print_register", PRINT_REGISTER, self.print_register, "printer", "Ctrl+P", PRINT_PAPERS
        )
        self._press = press
        super().__init__(context, received_spec(press), opens=LETTER, actions=(new, register))

    def print_register(self) -> None:
        """Print the whole register, as far as the list is limited."""
        look = self.panel.model.look
        RegisterPrint(self._press, self.context, self).show(PrintRegister(Book.IN, look, narrowing(self.panel)))

    def _on_new(self) -> None:
        self.context.go(Route(REGISTER))

    @override
    def hint_text(self) -> str:
        return tr(HINT)
