"""Văn bản đi: the register of papers issued, opened with Enter, printed many at a time."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.correspondence.domain import EXPORT_REGISTERS, ISSUE_PAPERS, PRINT_PAPERS
from facility_app.modules.correspondence.domain.numbers import Book
from facility_app.modules.correspondence.domain.outgoing import PAPER_STATE_LABELS, PaperState
from facility_app.modules.correspondence.queries.choices import list_form_ids, list_paper_years
from facility_app.modules.correspondence.queries.issued import IssuedRow, list_issued_ids, list_issued_rows
from facility_app.modules.correspondence.service.registers import PrintRegister
from facility_app.modules.correspondence.ui.batch import print_papers
from facility_app.modules.correspondence.ui.places import ISSUE, PAPER
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

TITLE = label("correspondence", "Văn bản đi")
NEW = label("verbs", "Lập văn bản")
PRINT = label("verbs", "In các văn bản đã chọn")
CHOOSE_SOME = label(
    "correspondence", "Hãy chọn một hay nhiều dòng trong sổ trước (giữ Shift hoặc Ctrl để chọn nhiều)."
)
NO_NUMBER = label("correspondence", "không số")
NONE_TO_SEND = label("correspondence", "–")
UNSENT, SENT = label("correspondence", "chưa gửi"), label("correspondence", "gửi {sent}/{all}")
ALL_SENT = label("correspondence", "đã gửi đủ")
ARRIVED = label("correspondence", "đã nhận đủ")
HINT = label("correspondence", "Enter mở văn bản · Ctrl+N lập văn bản · Ctrl+P in các dòng chọn")
FORM, YEAR, STATE = label("terms", "Biểu mẫu"), label("terms", "Năm"), label("terms", "Tình trạng")
TABLES: Final = frozenset({"issued_paper", "paper_delivery", "paper_print"})


def is_void(row: IssuedRow) -> bool:
    """Whether it counts no more."""
    return row.state is PaperState.VOID


def number(row: IssuedRow) -> str:
    """As printed."""
    return row.number or tr(NO_NUMBER)


def number_ink(row: IssuedRow) -> Tone | None:
    """Quiet where there is none."""
    return None if row.number else Tone.NEUTRAL


def issued_on(row: IssuedRow) -> str:
    """The day it bears."""
    return day(row.issued_on)


def issued_value(row: IssuedRow) -> date:
    """For spreadsheets."""
    return row.issued_on


def title(row: IssuedRow) -> str:
    """What the register calls it."""
    return shown(row.title)


def form(row: IssuedRow) -> str:
    """Its form."""
    return row.form_id


def about(row: IssuedRow) -> str:
    """Whom it names."""
    return row.about or ""


def signer(row: IssuedRow) -> str:
    """Who signs."""
    return row.signer_name or ""


def state(row: IssuedRow) -> str:
    """In words."""
    return tr(PAPER_STATE_LABELS[row.state])


def state_tone(row: IssuedRow) -> Tone | None:
    """Only what no longer holds stands out."""
    return Tone.DANGER if is_void(row) else None


def delivery(row: IssuedRow) -> str:
    """How far its copies are."""
    if not row.addressee_count:
        return tr(NONE_TO_SEND)
    if row.received_count == row.addressee_count:
        return tr(ARRIVED)
    if not row.sent_count:
        return tr(UNSENT)
    if row.sent_count == row.addressee_count:
        return tr(ALL_SENT)
    return tr(SENT, sent=row.sent_count, all=row.addressee_count)


def delivery_tone(row: IssuedRow) -> Tone | None:
    """What that means; a void paper waits for nothing."""
    if not row.addressee_count or is_void(row):
        return None
    if row.received_count == row.addressee_count:
        return Tone.OK
    return Tone.WARNING if row.sent_count < row.addressee_count else Tone.INFO


def prints(row: IssuedRow) -> str:
    """How often it was printed."""
    return str(row.print_count) if row.print_count else ""


def prints_value(row: IssuedRow) -> int:
    """For sums."""
    return row.print_count


def row_id(row: IssuedRow) -> str:
    """The paper's."""
    return row.paper_id


NUMBER: Final = ColumnSpec(
    "number", label("terms", "Số, ký hiệu"), number, sort="number", width=126, is_paper_number=True,
    is_strong=True, is_struck=is_void, ink=number_ink,
)  # fmt: skip
DAY: Final = ColumnSpec("issued_on", label("terms", "Ngày ban hành"), issued_on, issued_value, "issued_on", 136)
NAME: Final = ColumnSpec(
    "title", label("terms", "Tên loại và trích yếu"), title, width=284, is_struck=is_void, wraps=True
)
FORM_COLUMN: Final = ColumnSpec("form", FORM, form, sort="form", width=76, gives_way=3)
ABOUT: Final = ColumnSpec(
    "about", label("terms", "Về"), about, sort="about", width=240, is_struck=is_void, wraps=True
)
SIGNER: Final = ColumnSpec("signer", label("terms", "Người ký"), signer, width=150, gives_way=4, wraps=True)
STATE_COLUMN: Final = ColumnSpec("state", STATE, state, width=106, tone=state_tone, gives_way=2)
DELIVERY: Final = ColumnSpec(
    "delivery", label("terms", "Gửi, nhận"), delivery, width=110, tone=delivery_tone, gives_way=1
)
PRINTS: Final = ColumnSpec(
    "prints", label("correspondence", "Lần in"), prints, prints_value, width=74, align=Align.END, is_hidden=True
)


def years(uow: Any) -> Sequence[FilterOption]:
    """Years that have papers."""
    return [FilterOption(str(one), str(one)) for one in list_paper_years(uow)]


def _forms(press: Press, uow: Any) -> Sequence[FilterOption]:
    issued, _ = list_form_ids(uow)
    specs = [spec for spec in press.forms() if spec.id in issued]
    return [FilterOption(spec.id, tr(TITLED, form=spec.id, title=spec.title)) for spec in specs]


def issued_spec(press: Press) -> ListSpec[IssuedRow]:
    """The register as data."""
    return ListSpec(
        id="correspondence.issued",
        title=TITLE,
        columns=(NUMBER, DAY, NAME, ABOUT, FORM_COLUMN, STATE_COLUMN, DELIVERY, SIGNER, PRINTS),
        ids=list_issued_ids,
        rows=list_issued_rows,
        row_id=row_id,
        filters=(
            FilterSpec("year", YEAR, ask=years),
            FilterSpec("form", FORM, ask=partial(_forms, press)),
            FilterSpec("state", STATE, tuple(FilterOption(one, text) for one, text in PAPER_STATE_LABELS.items())),
            FilterSpec(
                "delivery",
                label("terms", "Gửi, nhận"),
                (
                    FilterOption("unsent", label("correspondence", "còn nơi chưa gửi")),
                    FilterOption("unreceived", label("correspondence", "đã gửi, chưa nhận đủ")),
                ),
            ),
        ),
        search=label("correspondence", "Số, trích yếu, tên người, nơi nhận…"),
        empty=label("correspondence", "Sổ văn bản đi chưa có văn bản nào."),
        none_found=label("correspondence", "Không có văn bản nào khớp. Hãy bỏ bớt chữ hoặc bỏ lọc năm, biểu mẫu."),
        default_sort=(Sort("issued_on", descending=True),),
        tables=TABLES,
        export=allow_export,
        export_right=EXPORT_REGISTERS,
    )


class IssuedPage(ListPage):
    """The register and what one does from there."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        self._press = press
        super().__init__(
            context,
            issued_spec(press),
            opens=PAPER,
            actions=(
                ActionSpec("correspondence.issue_paper", NEW, self._on_new, "file-plus", "Ctrl+N", ISSUE_PAPERS),
                ActionSpec(
                    "correspondence.record_print", PRINT, self.print_chosen, "printer", "Ctrl+P", PRINT_PAPERS,
                    self._why_none,
                ),
                ActionSpec(
                    "correspondence.print_register", PRINT_REGISTER, self.print_register, "printer", "",
                    PRINT_PAPERS,
                ),
            ),
        )  # fmt: skip

    def print_chosen(self) -> None:
        """Print every paper selected; one that fails stops none of the others."""
        print_papers(self._press, self.context, self.selected_ids(), self)

    def _why_none(self) -> str | None:
        return None if self.selected_ids() else tr(CHOOSE_SOME)

    def print_register(self) -> None:
        """Print the whole register, as far as the list is limited."""
        look = self.panel.model.look
        RegisterPrint(self._press, self.context, self).show(PrintRegister(Book.OUT, look, narrowing(self.panel)))

    def _on_new(self) -> None:
        self.context.go(Route(ISSUE))

    @override
    def hint_text(self) -> str:
        return tr(HINT)
