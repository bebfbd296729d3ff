"""Phiếu lĩnh (PL XII): asked, approved, issued and received by four people; each step by whoever may."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.pharmacy.domain import APPROVE_ISSUE, ASK_MEDICINES, KEEP_STORE, MAKE_PAPERS
from facility_app.modules.pharmacy.domain.amounts import UNIT_LABELS, Quantity
from facility_app.modules.pharmacy.domain.rights import RECEIVERS
from facility_app.modules.pharmacy.domain.workflows import ASKED_LABELS, REQUISITION, Asked
from facility_app.modules.pharmacy.queries.papers import (
    RequisitionLineRow,
    RequisitionRow,
    list_requisitions,
)
from facility_app.modules.pharmacy.service.requests import (
    DecideRequisition,
    IssueRequisition,
    approve_requisition,
    issue_requisition,
    refuse_requisition,
)
from facility_app.modules.pharmacy.ui import fields, places, words
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.deed import Deed, DeedDialog
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.pharmacy.ui.printed import Papers
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_rows import Board
from facility_app.ui.lists.sided_page import SidedPage
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks.bound import bound
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, KeyValue, KeyValueGrid

TITLE = label("pharmacy", "Phiếu lĩnh thuốc")
ASK, APPROVE = label("verbs", "Lập phiếu lĩnh"), label("verbs", "Duyệt")
REFUSE, ISSUE = label("verbs", "Không duyệt, rút"), label("verbs", "Phát thuốc")
PRINT, ATTACH = label("verbs", "In phiếu lĩnh (PL XII)"), label("verbs", "Lưu bản đã ký")
SLIPS = label("verbs", "Xem phiếu nhập, xuất")
REFUSE_TEXT = label("pharmacy", "Phiếu {number} của {department}: không phát thuốc theo phiếu này.")
ISSUE_TEXT = label(
    "pharmacy",
    "Phiếu {number} của {department}. Lô hết hạn trước được phát trước. Người nhận xác nhận ngay khi phát; phát "
    "ít hơn thì sửa số, không phát thì ghi 0.",
)
ISSUED_AMOUNT = label("pharmacy", "{name} ({unit})")
APPROVED, REFUSED = label("pharmacy", "Đã duyệt phiếu lĩnh."), label("pharmacy", "Đã rút phiếu lĩnh.")
ISSUED = label("pharmacy", "Đã phát thuốc, phiếu xuất {number}.")
NOT_THIS_STEP = label("pharmacy", "Phiếu này đang ở bước “{status}”; việc này thuộc bước khác.")
SIGNERS, LINES = label("pharmacy", "Bốn chữ ký"), label("pharmacy", "Thuốc lĩnh")
NO_LINES = label("pharmacy", "Chưa chọn phiếu.")
NOT_BOOK = label("pharmacy", "Phiếu này không có thuốc phải kiểm soát đặc biệt nên không in mẫu PL XII.")
HINT = label("pharmacy", "Ctrl+N lập phiếu lĩnh · Ctrl+P in phiếu đang chọn")


class RequestsPage(SidedPage):
    """The list, and at its right the lines and the four who sign."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, _spec(), wide=430)
        self._press = press
        self._papers = Papers(press, context, self)
        self.lines = self.card("pharmacy.asked", LINES, LINE_COLUMNS, _line_id, NO_LINES)
        self.signers_card = Card(context.theme, tr(SIGNERS))
        self.signers = KeyValueGrid(context.theme, is_lined=True)
        self.signers_card.body.addWidget(self.signers)
        self.side.addWidget(self.lines)
        self.side.addWidget(self.signers_card)
        self.side.addStretch(1)

    def ask(self) -> None:
        """Open the sheet of a new one."""
        self.context.go(Route(places.ASK))

    def approve(self) -> None:
        """Agree to the one chosen."""
        row: RequisitionRow = self.row()
        self.run(bound(approve_requisition, DecideRequisition(row.requisition_id, row.version)), self._on_approved)

    def refuse(self) -> None:
        """Do not agree, or take it back."""
        row: RequisitionRow = self.row()
        form = new_form()
        form.add(fields.note_line("reason", fields.REASON, is_required=True))
        deed = Deed(
            verb="pharmacy.refuse_requisition",
            title=REFUSE,
            text=tr(REFUSE_TEXT, number=row.number, department=row.department),
            save=partial(_refuse, row),
            record=row.requisition_id,
        )
        self._open(form, deed, shown(), self._on_refused_one)

    def issue(self) -> None:
        """Hand over what was approved."""
        row: RequisitionRow = self.row()
        form = new_form()
        begin: dict[str, object] = {}
        for place, line in enumerate(row.lines):
            unit = tr(UNIT_LABELS[line.medicine.measure.stock_unit])
            # A name of the catalogue is nobody's to translate.
            head = Label("pharmacy", tr(ISSUED_AMOUNT, name=line.medicine.name, unit=unit))
            field = NumberField(f"amount_{place}", head, decimals=3, least=Decimal(0), is_required=True)
            form.add(field)
            begin[field.name] = _in_stock_unit(line)
        deed = Deed(
            verb="pharmacy.issue_requisition",
            title=ISSUE,
            text=tr(ISSUE_TEXT, number=row.number, department=row.department),
            save=partial(_issue, row),
            record=row.requisition_id,
            roles=RECEIVERS,
        )
        self._open(form, deed, shown(**begin), self._on_issued)

    def print_one(self) -> None:
        """The one chosen, as PL XII."""
        self._papers.show("T18-XII", self.row().requisition_id)

    def attach(self) -> None:
        """The scan of the sheet four people signed."""
        self._papers.attach("T18-XII", self.row().requisition_id)

    def see_slips(self) -> None:
        """What went out under which number."""
        self.context.go(Route(places.SLIPS))

    @override
    def ask_side(self) -> None:
        row: RequisitionRow | None = self.row()
        self.signers.set_rows(() if row is None else _signers(row))
        self.signers_card.setVisible(row is not None)
        self.lines.show_rows(() if row is None else row.lines)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("pharmacy.ask_requisition", ASK, self.ask, "plus", "Ctrl+N", ASK_MEDICINES),
            ActionSpec(
                "pharmacy.approve_requisition",
                APPROVE,
                self.approve,
                "check",
                "",
                APPROVE_ISSUE,
                partial(self._why_not, "pharmacy.approve_requisition"),
            ),
            ActionSpec(
                "pharmacy.issue_requisition",
                ISSUE,
                self.issue,
                "truck",
                "",
                KEEP_STORE,
                partial(self._why_not, "pharmacy.issue_requisition"),
            ),
            ActionSpec(
                "pharmacy.print_requisition",
                PRINT,
                self.print_one,
                "printer",
                "Ctrl+P",
                MAKE_PAPERS,
                self._why_not_print,
            ),
            ActionSpec(
                "pharmacy.refuse_requisition",
                REFUSE,
                self.refuse,
                "x",
                "",
                APPROVE_ISSUE,
                partial(self._why_not, "pharmacy.refuse_requisition"),
                is_in_menu=True,
            ),
            ActionSpec(
                "pharmacy.attach_requisition",
                ATTACH,
                self.attach,
                "paperclip",
                "",
                MAKE_PAPERS,
                self._why_not_print,
                is_in_menu=True,
            ),
            ActionSpec("pharmacy.see_slips", SLIPS, self.see_slips, "files", is_in_menu=True),
        )

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    def _open(self, form: Any, deed: Deed, begin: Any, done: Any) -> None:
        dialog = DeedDialog(self._press, self.context, form, deed, self)
        dialog.saved.connect(done)
        dialog.open_with(begin)

    def _on_approved(self, _version: object) -> None:
        self.context.say(tr(APPROVED))

    def _on_refused_one(self, _nothing: object) -> None:
        self.context.say(tr(REFUSED))

    def _on_issued(self, moved: Any) -> None:
        self.context.say(tr(ISSUED, number=moved.number))

    def _why_not(self, verb: str) -> str | None:
        row: RequisitionRow | None = self.row()
        if row is None:
            return self.why_no_row()
        is_next = verb in REQUISITION.verbs_from(row.status)
        return None if is_next else tr(NOT_THIS_STEP, status=tr(ASKED_LABELS[row.status]))

    def _why_not_print(self) -> str | None:
        row: RequisitionRow | None = self.row()
        if row is None:
            return self.why_no_row()
        return None if any(line.medicine.drug_class.is_in_book for line in row.lines) else tr(NOT_BOOK)


def _spec() -> ListSpec[RequisitionRow]:
    board = Board(list_requisitions, _row_id, _picked)
    return ListSpec(
        id=places.REQUESTS,
        title=TITLE,
        columns=(
            ColumnSpec("number", label("terms", "Số"), _number, width=100, is_strong=True, is_paper_number=True),
            ColumnSpec("asked_on", label("terms", "Ngày"), _asked_on, width=112),
            ColumnSpec("department", label("pharmacy", "Khoa, phòng"), _department, width=150),
            ColumnSpec("status", label("pharmacy", "Bước"), _status, width=180, tone=_status_tone),
            ColumnSpec("way", label("pharmacy", "Từ – đến"), _way, width=200, gives_way=1, wraps=True),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=_row_id,
        filters=(
            FilterSpec(
                "status",
                label("pharmacy", "Bước"),
                tuple(FilterOption(str(code), text) for code, text in ASKED_LABELS.items()),
            ),
        ),
        search=None,
        empty=label("pharmacy", "Chưa có phiếu lĩnh nào. Bấm “Lập phiếu lĩnh” để lập phiếu đầu tiên."),
        none_found=label("pharmacy", "Không có phiếu nào ở bước này."),
        tables=frozenset({"requisition", "requisition_line"}),
    )


def _picked(rows: Any, look: Any) -> list[RequisitionRow]:
    return [row for row in rows if look.filters.get("status", "") in {"", row.status}]


def _refuse(row: RequisitionRow, uow: Any, values: Mapping[str, Any], _given: Given, _version: int) -> object:
    refuse_requisition(uow, DecideRequisition(row.requisition_id, row.version, values["reason"]))
    return None


def _issue(row: RequisitionRow, uow: Any, values: Mapping[str, Any], given: Given, _version: int) -> object:
    issued = {
        line.medicine.medicine_id: Quantity(Decimal(values[f"amount_{place}"]), line.medicine.measure.stock_unit)
        for place, line in enumerate(row.lines)
    }
    command = IssueRequisition(row.requisition_id, row.version, given.countersign, issued)
    return issue_requisition(uow, command)


def _in_stock_unit(line: RequisitionLineRow) -> Decimal:
    return round(Decimal(line.asked) / line.medicine.measure.per_stock, 3)


def _signers(row: RequisitionRow) -> tuple[KeyValue, ...]:
    return (
        KeyValue(tr(label("pharmacy", "Trưởng khoa lĩnh")), row.asked_name),
        KeyValue(tr(label("pharmacy", "Trưởng khoa cấp phát")), row.approved_name),
        KeyValue(tr(label("pharmacy", "Người giao")), row.issued_name),
        KeyValue(tr(label("pharmacy", "Người nhận")), row.received_name),
        KeyValue(tr(label("pharmacy", "Phát lúc")), words.moment(row.issued_at)),
        KeyValue(tr(label("pharmacy", "Vì sao không duyệt")), row.refusal),
    )


def _row_id(row: RequisitionRow) -> str:
    return row.requisition_id


def _number(row: RequisitionRow) -> str:
    return row.number


def _asked_on(row: RequisitionRow) -> str:
    return words.day(row.asked_on)


def _department(row: RequisitionRow) -> str:
    return row.department


def _status(row: RequisitionRow) -> str:
    return tr(ASKED_LABELS[row.status])


def _status_tone(row: RequisitionRow) -> Tone:
    tones = {Asked.ASKED: Tone.WARNING, Asked.APPROVED: Tone.INFO, Asked.ISSUED: Tone.OK}
    return tones.get(row.status, Tone.NEUTRAL)


def _way(row: RequisitionRow) -> str:
    return f"{row.from_place} → {row.to_place}"


def _line_id(row: RequisitionLineRow) -> str:
    return row.medicine.medicine_id


def _line_name(row: RequisitionLineRow) -> str:
    return row.medicine.name


def _line_asked(row: RequisitionLineRow) -> str:
    return row.medicine.measure.stock_text(row.asked)


def _line_issued(row: RequisitionLineRow) -> str:
    return "" if row.issued is None else row.medicine.measure.stock_text(row.issued)


def _line_note(row: RequisitionLineRow) -> str:
    return row.note


LINE_COLUMNS = (
    ColumnSpec("name", label("pharmacy", "Thuốc"), _line_name, width=244, is_strong=True, is_instruction=True),
    ColumnSpec("asked", label("pharmacy", "Yêu cầu"), _line_asked, width=78, align=Align.END, is_instruction=True),
    ColumnSpec(
        "issued", label("pharmacy", "Thực phát"), _line_issued, width=80, align=Align.END, is_instruction=True
    ),
    ColumnSpec("note", label("terms", "Ghi chú"), _line_note, width=90, gives_way=1, wraps=True),
)
