"""Sổ cấp chứng chỉ: every number, who has it, what became of it; printed and taken back here."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.vocational.domain.results import BOOK_LABELS, GRADE_LABELS
from facility_app.modules.vocational.domain.rights import ISSUE_CERTIFICATES, VIEW_VOCATIONAL
from facility_app.modules.vocational.papers.certificate import certificate_paper
from facility_app.modules.vocational.papers.lists import register_paper
from facility_app.modules.vocational.queries.certificates import (
    STANDS,
    TAKEN_BACK,
    CertificateRow,
    list_certificate_ids,
    list_certificate_rows,
)
from facility_app.modules.vocational.service.certificates import (
    PrintCertificate,
    TakeBackCertificate,
    print_certificate,
    take_back_certificate,
)
from facility_app.modules.vocational.ui import fields, places, words
from facility_app.modules.vocational.ui.asking import ask, ask_reason
from facility_app.modules.vocational.ui.under_courses import UnderCoursesPage
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("vocational", "Sổ cấp chứng chỉ")
NUMBER, NAME, CODE = label("vocational", "Số vào sổ"), label("terms", "Họ và tên"), label("terms", "Mã")
BOOK, TRADE = label("vocational", "Loại"), label("vocational", "Nghề")
ISSUED_ON, GRADE = label("vocational", "Ngày cấp"), label("vocational", "Xếp loại")
SERIAL, STATE = label("vocational", "Số phôi"), label("vocational", "Tình trạng")
PRINTS, HOURS = label("vocational", "Lần in"), label("vocational", "Số giờ")
STANDING, BACK = label("vocational", "có hiệu lực"), label("vocational", "đã hủy {day}: {reason}")
GONE = label("vocational", "đã hủy")
PRINT, TAKE_BACK = label("verbs", "In chứng chỉ"), label("verbs", "Hủy chứng chỉ")
PRINT_LIST = label("verbs", "In sổ")
REASON = label("vocational", "Lý do in lại")
AGAIN = label("vocational", "Chứng chỉ {number} đã in {count} lần. In lại cần lý do; lần in được ghi nhật ký.")
BACK_TEXT = label("vocational", "{number}, {name}. Số này không bao giờ cấp lại; dòng cũ vẫn đọc được.")
TAKEN = label("vocational", "Đã hủy chứng chỉ; số của nó không cấp lại.")
CHOOSE = label("vocational", "Hãy chọn một chứng chỉ trước.")
IS_BACK = label("vocational", "Chứng chỉ này đã hủy.")
HINT = label("vocational", "Enter mở hồ sơ của người đang chọn")
FILE_NAME = "chung chi"


def _row_id(row: CertificateRow) -> str:
    return row.certificate_id


def _number(row: CertificateRow) -> str:
    return row.number


def _name(row: CertificateRow) -> str:
    return row.name


def _code(row: CertificateRow) -> str:
    return row.code


def _book(row: CertificateRow) -> str:
    return tr(row.title)


def _trade(row: CertificateRow) -> str:
    return row.trade


def _issued_on(row: CertificateRow) -> str:
    return words.day(row.issued_on)


def _grade(row: CertificateRow) -> str:
    return tr(GRADE_LABELS[row.grade])


def _serial(row: CertificateRow) -> str:
    return row.serial or ""


def _prints(row: CertificateRow) -> str:
    return str(row.prints) if row.prints else ""


def _hours(row: CertificateRow) -> str:
    return str(row.hours)


def _is_back(row: CertificateRow) -> bool:
    return row.taken_back_on is not None


def _state(row: CertificateRow) -> str:
    if row.taken_back_on is None:
        return tr(STANDING)
    return tr(BACK, day=words.day(row.taken_back_on), reason=row.reason or "")


def _tone(row: CertificateRow) -> Tone:
    return Tone.OK if row.taken_back_on is None else Tone.NEUTRAL


LIST: ListSpec[CertificateRow] = ListSpec(
    id=places.REGISTER,
    title=TITLE,
    columns=(
        ColumnSpec(
            "number",
            NUMBER,
            _number,
            sort="number",
            width=148,
            is_paper_number=True,
            is_strong=True,
            is_struck=_is_back,
        ),
        ColumnSpec("name", NAME, _name, width=224, note=_code, is_struck=_is_back),
        ColumnSpec("trade", TRADE, _trade, sort="trade", width=170, gives_way=1),
        ColumnSpec("book", BOOK, _book, width=180, gives_way=3),
        ColumnSpec("grade", GRADE, _grade, width=92, gives_way=2),
        ColumnSpec("issued_on", ISSUED_ON, _issued_on, sort="issued_on", width=112),
        ColumnSpec("state", STATE, _state, width=170, tone=_tone),
        ColumnSpec("serial", SERIAL, _serial, width=110, gives_way=4, is_paper_number=True),
        ColumnSpec("hours", HOURS, _hours, width=80, align=Align.END, is_hidden=True),
        ColumnSpec("prints", PRINTS, _prints, width=70, align=Align.END, gives_way=5),
    ),
    ids=list_certificate_ids,
    rows=list_certificate_rows,
    row_id=_row_id,
    filters=(
        FilterSpec("state", STATE, (FilterOption(STANDS, STANDING), FilterOption(TAKEN_BACK, GONE))),
        FilterSpec("book", BOOK, tuple(FilterOption(one, text) for one, text in BOOK_LABELS.items())),
    ),
    search=label("vocational", "Tên, mã người cai nghiện…"),
    empty=label("vocational", "Chưa cấp chứng chỉ nào. Chứng chỉ cấp từ thẻ Điểm, thi, chứng chỉ của khóa học."),
    none_found=label("vocational", "Không có chứng chỉ nào khớp. Bỏ tìm và lọc để xem cả sổ."),
    default_sort=(Sort("number", descending=True),),
    tables=places.RESULT_TABLES | places.RESIDENT_TABLES,
)


class RegisterPage(UnderCoursesPage[CertificateRow]):
    """The register; the latest number first."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Make the page."""
        super().__init__(
            context,
            LIST,
            (
                ActionSpec(
                    "vocational.print_certificate",
                    PRINT,
                    self.print_one,
                    "printer",
                    "Ctrl+P",
                    ISSUE_CERTIFICATES,
                    self._why_not,
                ),
                ActionSpec(
                    "vocational.print_register", PRINT_LIST, self.print_list, "list-check", "", VIEW_VOCATIONAL
                ),
                ActionSpec(
                    "vocational.take_back_certificate",
                    TAKE_BACK,
                    self.take_back,
                    "ban",
                    "",
                    ISSUE_CERTIFICATES,
                    self._why_not,
                    is_dangerous=True,
                ),
            ),
        )
        self._sheets = Sheets(context, press, self)

    def print_one(self) -> None:
        """Print the certificate chosen; again only with a reason."""
        row = self.chosen_row()
        if row is None:
            return
        if not row.prints:
            self._sheets.take(partial(_print, row.certificate_id, ""), FILE_NAME)
            return
        form = new_form()
        form.add(fields.line("reason", REASON, is_required=True))
        ask(
            self.context,
            self,
            form,
            key=f"vocational.print {row.certificate_id}",
            verb=PRINT,
            begin=shown(),
            save=partial(_print_again, row.certificate_id),
            done=partial(self._sheets.show_paper, FILE_NAME),
            text=tr(AGAIN, number=row.number, count=row.prints),
        )

    def print_list(self) -> None:
        """Show the register as it stands on the screen, as a sheet."""
        self._sheets.show(partial(_register, self.panel.model.ids), "so cap chung chi")

    def take_back(self) -> None:
        """Ask why, then take the certificate chosen back."""
        row = self.chosen_row()
        if row is not None:
            ask_reason(
                self.context,
                self,
                verb=TAKE_BACK,
                text=tr(BACK_TEXT, number=row.number, name=row.name),
                save=partial(_take_back, row.certificate_id),
                done=self._on_taken,
            )

    def _why_not(self) -> str | None:
        row = self.chosen_row()
        if row is None:
            return tr(CHOOSE)
        return tr(IS_BACK) if _is_back(row) else None

    def _on_taken(self, _answer: Any) -> None:
        self.context.say(tr(TAKEN))

    @override
    def _on_row_activated(self, row_id: str) -> None:
        row = self.panel.model.row_of(row_id)
        if row is not None:
            self.context.go(Route(places.PERSON, row.resident_id, {"tab": places.TAB}))

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _print(certificate_id: str, reason: str, uow: Any) -> Any:
    print_no = print_certificate(uow, PrintCertificate(certificate_id, reason))
    return certificate_paper(uow, certificate_id, print_no)


def _print_again(certificate_id: str, uow: Any, v: Mapping[str, Any], _version: int) -> Any:
    return _print(certificate_id, v["reason"] or "", uow)


def _take_back(certificate_id: str, uow: Any, reason: str) -> str:
    return take_back_certificate(uow, TakeBackCertificate(certificate_id, reason))


def _register(ids: tuple[str, ...], uow: Any) -> Any:
    return register_paper(uow, list_certificate_rows(uow, ids))
