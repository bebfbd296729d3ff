"""The decisions a stay rests on: every version, and writing down another one."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.decisions import (
    BASE_DECISION,
    DECISION_ARTICLES,
    DECISION_KIND_LABELS,
    DecisionKind,
)
from facility_app.modules.stays.domain.rights import RECORD_DECISIONS
from facility_app.modules.stays.queries.detail import DecisionRow
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.queries.stays import StayDetail, get_stay
from facility_app.modules.stays.service.decisions import AddDecision, add_decision
from facility_app.modules.stays.ui import reduction, words
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.decision_fields import decision_rows, facts_of
from facility_app.modules.stays.ui.decision_scans import ATTACH, OPEN, DecisionScans, number_of
from facility_app.modules.stays.ui.rows_card import RowsCard
from facility_app.modules.stays.ui.scanning import Scans
from facility_app.ui.dialogs.form_dialog import Kept
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import any_day
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_page import CHOOSE_ONE
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone

TITLE = label("stays", "Quyết định")
EMPTY = label("stays", "Diện này chưa có quyết định nào được ghi.")
ADD = label("verbs", "Ghi quyết định")
ADDED = label("stays", "Đã ghi quyết định; thời hạn đã tính lại.")
TEXT = label(
    "stays",
    "Ghi thêm một bản; bản cũ giữ nguyên. Quyết định sửa đổi thì ghi ngày áp dụng.",
)
HAS_SCAN = label("stays", "Quyết định này đã có bản quét; bản quét không thay được.")
NO_SCAN = label("stays", "Quyết định này chưa có bản quét.")
SCANNED, UNSCANNED = label("stays", "có"), label("stays", "chưa có")
FIRST, CHANGED = label("stays", "bản đầu"), label("stays", "sửa đổi lần {count}")


class DecisionsCard(RowsCard):
    """The versions, oldest first."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, "stays.decisions", TITLE, COLUMNS, _row_id, empty=EMPTY, parent=parent)
        self.context = context
        self._seen: StayOverview | None = None
        self.scans: DecisionScans | None = None
        self.set_actions(
            (
                ActionSpec("stays.add_decision", ADD, self.add, "plus", "", RECORD_DECISIONS),
                ActionSpec(
                    "stays.record_reduction", reduction.RECORD, self.reduce, "arrow-down", "", RECORD_DECISIONS,
                    self._why_no_reduction,
                ),
                ActionSpec(
                    "stays.attach_decision_scan", ATTACH, self.attach, "paperclip", "", RECORD_DECISIONS,
                    self._why_no_attach,
                ),
                ActionSpec("stays.open_decision_scan", OPEN, self.open_scan, "eye", why_not=self._why_no_scan),
            )
        )  # fmt: skip
        self.add_asked.connect(self.add)
        self.row_activated.connect(self._on_row_activated)

    def use(self, scans: Scans) -> None:
        """Take scans in and show them with these."""
        self.scans = DecisionScans(self.context, scans, self)

    def show_stay(self, seen: StayOverview) -> None:
        """Show the decisions of a stay."""
        self._seen = seen
        self.show_rows(seen.decisions)

    def add(self) -> None:
        """Ask what the decision prints."""
        if self._seen is None or not self.context.may(RECORD_DECISIONS):
            return
        stay = self._seen.stay
        view = shown(kind=BASE_DECISION[stay.stay_type])
        dialog = ask(
            self.context, self, _form(self.context, stay), key=f"stays.add_decision/{stay.stay_id}",
            title=tr(ADD), verb=ADD, save=partial(_save, stay.stay_id), value=view, version=stay.version,
            again=partial(_again, stay.stay_id, view), text=tr(TEXT),
        )  # fmt: skip
        dialog.saved.connect(self._on_saved)

    def reduce(self) -> None:
        """Ask by how much a court has reduced the term."""
        if self._seen is not None and self._why_no_reduction() is None:
            dialog = reduction.ask_reduction(self.context, self, self._seen.stay)
            dialog.saved.connect(self._on_saved)

    def attach(self) -> None:
        """Choose the scan of the decision selected."""
        row = self.row()
        if row is not None and self.scans is not None and self._why_no_attach() is None:
            self.scans.attach(row)

    def open_scan(self) -> None:
        """Look at the scan of the decision selected."""
        row = self.row()
        if row is not None and self.scans is not None and row.attachment_id is not None:
            self.scans.show(row)

    def _why_no_reduction(self) -> str | None:
        return None if self._seen is None else reduction.why_not(self._seen.stay)

    def _why_no_attach(self) -> str | None:
        row = self.row()
        if row is None:
            return tr(CHOOSE_ONE)
        return tr(HAS_SCAN) if row.attachment_id is not None else None

    def _why_no_scan(self) -> str | None:
        row = self.row()
        if row is None:
            return tr(CHOOSE_ONE)
        return tr(NO_SCAN) if row.attachment_id is None else None

    def _on_row_activated(self, _row_id: str) -> None:
        self.open_scan()

    def _on_saved(self, _answer: object) -> None:
        self.context.say(tr(ADDED))
        self.table.setFocus()


def _form(context: PageContext, stay: StayDetail) -> Form[Any]:
    form: Form[Any] = Form(shown, with_bar=False)
    form.add(
        CodeField(
            "kind",
            label("stays", "Loại quyết định"),
            options=words.options(DECISION_KIND_LABELS),
            is_required=True,
            hint=label("stays", "Mỗi lần ghi là một bản mới"),
        ),
        any_day(
            context,
            "holds_from",
            label("stays", "Áp dụng từ ngày"),
            hint=label("stays", "Để trống: ngày hiệu lực"),
        ),
        spans=(8, 4),
    )
    for fields, spans in decision_rows(context):
        form.add(*fields, spans=spans)
    # Which kinds print months is the verb's to say: it knows the stay's type.
    form.fields["decided_months"].is_required = False
    if not stay.stay_type.has_term:
        form.fields["decided_months"].hide()
    return form


def _save(stay_id: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    facts = facts_of(values)
    assert facts is not None  # noqa: S101 - its number is a field that must be filled
    return add_decision(
        uow, AddDecision(stay_id, version, DecisionKind(values["kind"]), facts, values["holds_from"])
    )


def _again(stay_id: str, view: Shown, uow: Any) -> Kept[Shown]:
    return Kept(view, get_stay(uow, stay_id).version)


def _row_id(row: DecisionRow) -> str:
    return row.decision_id


def _kind(row: DecisionRow) -> str:
    return tr(DECISION_KIND_LABELS[row.kind])


def _version(row: DecisionRow) -> str:
    return tr(FIRST) if row.version_no == 1 else tr(CHANGED, count=row.version_no - 1)


def _scan(row: DecisionRow) -> str:
    return tr(UNSCANNED if row.attachment_id is None else SCANNED)


def _version_tone(row: DecisionRow) -> Tone | None:
    return None if row.version_no == 1 else Tone.WARNING


def _issued(row: DecisionRow) -> str:
    return words.day(row.facts.issued_on)


def _holds(row: DecisionRow) -> str:
    return words.day(row.holds_from)


def _months(row: DecisionRow) -> str:
    return words.number(row.facts.decided_months)


def _authority(row: DecisionRow) -> str:
    return row.facts.authority


def _article(row: DecisionRow) -> str:
    return DECISION_ARTICLES[row.kind]


COLUMNS: tuple[ColumnSpec[DecisionRow], ...] = (
    ColumnSpec(
        "number", label("stays", "Số, ký hiệu"), number_of, width=130, is_strong=True, is_paper_number=True
    ),
    ColumnSpec("issued_on", label("stays", "Ngày ban hành"), _issued, width=118),
    ColumnSpec("months", label("stays", "Tháng"), _months, width=64, align=Align.END),
    ColumnSpec("version", label("stays", "Bản"), _version, width=130, tone=_version_tone),
    ColumnSpec("holds_from", label("stays", "Áp dụng từ"), _holds, width=116),
    ColumnSpec("scan", label("stays", "Bản quét"), _scan, width=90),
    ColumnSpec("authority", label("stays", "Cơ quan ban hành"), _authority, width=220),
    ColumnSpec("kind", label("stays", "Loại"), _kind, width=300, wraps=True),
    ColumnSpec("article", label("stays", "Căn cứ"), _article, width=170, wraps=True),
)
