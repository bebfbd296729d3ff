"""Danh mục thuốc: every medicine with class, units and flags; its classes by date beside it."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.pharmacy.domain import APPROVE_MEDICINES, KEEP_CATALOGUE
from facility_app.modules.pharmacy.domain.amounts import UNIT_LABELS
from facility_app.modules.pharmacy.domain.classes import CLASS_LABELS, ClassSpan
from facility_app.modules.pharmacy.domain.medicines import APPROVAL_LABELS, ROUTE_LABELS, Approval
from facility_app.modules.pharmacy.queries.catalogue import MedicineRow, get_medicine, list_classes, list_medicines
from facility_app.modules.pharmacy.service.catalogue import (
    ApproveMedicine,
    EditMedicine,
    add_medicine,
    approve_medicine,
    edit_medicine,
    reclass_medicine,
    take_over_list,
)
from facility_app.modules.pharmacy.ui import medicine_form as forms
from facility_app.modules.pharmacy.ui import places, words
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.deed import Deed, DeedDialog
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.ui.dialogs.form_dialog import Kept
from facility_app.ui.forms.beginning import shown
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_rows import Board
from facility_app.ui.lists.sided_page import SidedPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks.bound import bound
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, KeyValue, KeyValueGrid

TITLE = label("pharmacy", "Danh mục thuốc")
ADD, EDIT = label("verbs", "Thêm thuốc"), label("verbs", "Sửa")
RECLASS, APPROVE = label("verbs", "Phân loại lại"), label("verbs", "Phê duyệt")
TAKE_OVER = label("verbs", "Lấy danh mục kèm chương trình")
EDIT_TEXT = label("pharmacy", "Sửa xong, thuốc phải được phê duyệt lại bởi người khác.")
RECLASS_TEXT = label(
    "pharmacy", "{name}: phân loại đang có kết thúc khi phân loại mới bắt đầu; cả hai còn lại trong danh mục."
)
APPROVED_ALREADY = label("pharmacy", "Thuốc này đã được phê duyệt.")
SAVED, APPROVED = label("pharmacy", "Đã lưu thuốc vào danh mục."), label("pharmacy", "Đã phê duyệt.")
RECLASSED = label("pharmacy", "Đã phân loại lại.")
TAKEN = label("pharmacy", "Đã thêm {count} thuốc; từng thuốc còn chờ phê duyệt.")
FACTS, CLASSES = label("pharmacy", "Số liệu của thuốc"), label("pharmacy", "Phân loại theo ngày")
NO_CLASS = label("pharmacy", "Chưa có phân loại.")
STILL_WAITS: Final = label("pharmacy", "chờ phê duyệt")
"""How the list that came with the program ends its sources."""
EVER: Final = date(1900, 1, 1)
"""How a list says that a class has no first day."""
BEFORE, UNTIL = label("pharmacy", "từ trước"), label("pharmacy", "đến {day}")
HINT = label("pharmacy", "F2 sửa thuốc đang chọn · Ctrl+N thêm thuốc")


class CataloguePage(SidedPage):
    """The list, and at its right what is written of the medicine chosen."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, _spec())
        self._press = press
        theme = context.theme
        self.facts_card = Card(theme, tr(FACTS))
        self.facts = KeyValueGrid(theme, is_lined=True)
        self.facts_card.body.addWidget(self.facts)
        self.classes = self.card("pharmacy.classes", CLASSES, CLASS_COLUMNS, _class_id, NO_CLASS)
        self.side.addWidget(self.classes)
        self.side.addWidget(self.facts_card)
        self.side.addStretch(1)
        self.panel.row_activated.connect(self._on_opened)

    def add(self) -> None:
        """A new medicine."""
        deed = Deed(verb="pharmacy.add_medicine", title=ADD, save=_add)
        self._open(forms.medicine_form(self.context, is_new=True), deed, shown(), 0, self._on_added)

    def edit(self) -> None:
        """The medicine chosen, written otherwise."""
        row = self.row()
        if row is None:
            return
        deed = Deed(
            verb="pharmacy.edit_medicine",
            title=EDIT,
            text=tr(EDIT_TEXT),
            save=partial(_edit, row.medicine_id),
            record=row.medicine_id,
            again=partial(_again, row.medicine_id),
        )
        form = forms.medicine_form(self.context, is_new=False)
        self._open(form, deed, forms.shown_of(row), row.version, self._on_saved)

    def reclass(self) -> None:
        """Another class from a day on."""
        row = self.row()
        if row is None:
            return
        deed = Deed(
            verb="pharmacy.reclass_medicine",
            title=RECLASS,
            text=tr(RECLASS_TEXT, name=row.name),
            save=partial(_reclass, row.medicine_id),
            record=row.medicine_id,
        )
        self._open(forms.class_form(self.context), deed, shown(), 0, self._on_reclassed)

    def approve(self) -> None:
        """Stand by the numbers of the medicine chosen."""
        row = self.row()
        if row is not None:
            self.run(bound(approve_medicine, ApproveMedicine(row.medicine_id, row.version)), self._on_approved)

    def take_over(self) -> None:
        """The list that came with the program."""
        self.run(take_over_list, self._on_taken)

    @override
    def ask_side(self) -> None:
        row = self.row()
        self.facts_card.setVisible(row is not None)
        if row is None:
            self.facts.set_rows(())
            self.classes.show_rows(())
            return
        self.facts.set_rows(facts(row))
        op = self.context.runner.query(self, partial(_classes, row.medicine_id), topic="classes")
        op.success(self._on_classes).run()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("pharmacy.add_medicine", ADD, self.add, "plus", "Ctrl+N", KEEP_CATALOGUE),
            ActionSpec("pharmacy.edit_medicine", EDIT, self.edit, "pencil", "F2", KEEP_CATALOGUE, self.why_no_row),
            ActionSpec(
                "pharmacy.reclass_medicine", RECLASS, self.reclass, "scale", "", KEEP_CATALOGUE, self.why_no_row
            ),
            ActionSpec(
                "pharmacy.approve_medicine",
                APPROVE,
                self.approve,
                "rubber-stamp",
                "",
                APPROVE_MEDICINES,
                self._why_not_approve,
            ),
            ActionSpec(
                "pharmacy.take_over_list",
                TAKE_OVER,
                self.take_over,
                "download",
                "",
                KEEP_CATALOGUE,
                is_in_menu=True,
            ),
        )

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    def _open(self, form: Any, deed: Deed, begin: Any, version: int, done: Any) -> None:
        dialog = DeedDialog(self._press, self.context, form, deed, self)
        dialog.saved.connect(done)
        dialog.open_with(begin, version)

    def _why_not_approve(self) -> str | None:
        row = self.row()
        if row is None:
            return self.why_no_row()
        return tr(APPROVED_ALREADY) if row.is_approved else None

    def _on_opened(self, _row_id: str) -> None:
        if self.context.may(KEEP_CATALOGUE):
            self.edit()

    def _on_classes(self, spans: Sequence[ClassSpan]) -> None:
        self.classes.show_rows(tuple(reversed(spans)))

    def _on_added(self, saved: Any) -> None:
        self.panel.select_when_here(saved.id)
        self.context.say(tr(SAVED))

    def _on_saved(self, _saved: object) -> None:
        self.context.say(tr(SAVED))

    def _on_reclassed(self, _nothing: object) -> None:
        self.context.say(tr(RECLASSED))

    def _on_approved(self, _saved: object) -> None:
        self.context.say(tr(APPROVED))

    def _on_taken(self, count: int) -> None:
        self.context.say(tr(TAKEN, count=count))


def _spec() -> ListSpec[MedicineRow]:
    board = Board(list_medicines, _row_id, _picked)
    classes = tuple(FilterOption(str(code), text) for code, text in CLASS_LABELS.items())
    return ListSpec(
        id=places.CATALOGUE,
        title=TITLE,
        columns=(
            ColumnSpec("name", label("pharmacy", "Thuốc"), _name, width=268, is_strong=True, is_instruction=True),
            ColumnSpec("class", label("pharmacy", "Phân loại"), _class, width=128, tone=_class_tone),
            ColumnSpec("form", label("pharmacy", "Dạng"), _form, width=110, gives_way=3),
            ColumnSpec("units", label("pharmacy", "Đơn vị, quy đổi"), _units, width=160, is_instruction=True),
            ColumnSpec(
                "approval",
                label("pharmacy", "Phê duyệt"),
                _approval,
                width=140,
                tone=_approval_tone,
            ),
            ColumnSpec("atc", label("pharmacy", "Mã ATC"), _atc, width=86, is_hidden=True),
            ColumnSpec("flags", label("pharmacy", "Lưu ý"), _flags, width=180, gives_way=2, wraps=True),
        ),
        ids=board.ids,
        rows=board.of,
        row_id=_row_id,
        filters=(
            FilterSpec("class", label("pharmacy", "Phân loại"), classes),
            FilterSpec(
                "approval",
                label("pharmacy", "Phê duyệt"),
                tuple(FilterOption(str(code), text) for code, text in APPROVAL_LABELS.items()),
            ),
        ),
        search=label("pharmacy", "Hoạt chất, tên thương mại, mã ATC…"),
        empty=label("pharmacy", "Danh mục chưa có thuốc nào. Hãy thêm thuốc, hoặc lấy danh mục kèm chương trình."),
        none_found=label("pharmacy", "Không có thuốc nào khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn."),
        tables=frozenset({"medicine", "medicine_class"}),
    )


def _picked(rows: Sequence[MedicineRow], look: Look) -> list[MedicineRow]:
    typed = fold(look.text).split()
    wanted, approval = look.filters.get("class", ""), look.filters.get("approval", "")
    return [
        row
        for row in rows
        if wanted in {"", row.drug_class}
        and approval in {"", row.approval}
        and all(word in fold(f"{row.name} {row.atc or ''} {row.form}") for word in typed)
    ]


def _add(uow: Any, values: Mapping[str, Any], _given: Given, _version: int) -> object:
    return add_medicine(uow, forms.added(values))


def _edit(medicine_id: str, uow: Any, values: Mapping[str, Any], _given: Given, version: int) -> object:
    return edit_medicine(uow, EditMedicine(medicine_id, version, forms.facts_of(values)))


def _again(medicine_id: str, uow: Any) -> Kept[Any]:
    row = get_medicine(uow, medicine_id)
    return Kept(forms.shown_of(row), row.version)


def _reclass(medicine_id: str, uow: Any, values: Mapping[str, Any], _given: Given, _version: int) -> object:
    reclass_medicine(uow, forms.reclassed(medicine_id, values))
    return None


def _classes(medicine_id: str, uow: Any) -> tuple[ClassSpan, ...]:
    return list_classes(uow, medicine_id)


def facts(row: MedicineRow) -> tuple[KeyValue, ...]:
    """What is written of a medicine."""
    measure = row.measure
    low = "" if row.low_below is None else measure.stock_text(row.low_below)
    ask = "" if row.ask_above is None else measure.dose_text(row.ask_above)
    return (
        KeyValue(
            tr(label("pharmacy", "Đường dùng")), ", ".join(tr(ROUTE_LABELS[one]) for one in row.routes.split())
        ),
        KeyValue(tr(label("pharmacy", "Quy cách đóng gói")), row.pack or ""),
        KeyValue(tr(label("pharmacy", "Số đăng ký")), row.registration_no or ""),
        KeyValue(tr(label("pharmacy", "Số sổ theo dõi")), row.book_no or ""),
        KeyValue(tr(label("pharmacy", "Quy đổi")), measure.rate_text()),
        KeyValue(tr(label("pharmacy", "Hỏi khi liều trên")), ask),
        KeyValue(tr(label("pharmacy", "Sắp hết khi dưới")), low),
        KeyValue(tr(label("pharmacy", "Lưu ý")), _flags(row)),
        KeyValue(tr(label("pharmacy", "Phê duyệt ngày")), words.day(row.approved_on)),
        KeyValue(tr(label("pharmacy", "Nguồn của số liệu")), _source(row)),
    )


def _source(row: MedicineRow) -> str:
    """Where the numbers come from; an approved medicine does not wait, whatever the list it came with said."""
    said = row.source or ""
    return said.removesuffix(f", {STILL_WAITS}") if row.is_approved else said


def _row_id(row: MedicineRow) -> str:
    return row.medicine_id


def _name(row: MedicineRow) -> str:
    return row.name


def _class(row: MedicineRow) -> str:
    return words.class_text(row.drug_class)


def _class_tone(row: MedicineRow) -> Tone | None:
    return words.class_tone(row.drug_class)


def _form(row: MedicineRow) -> str:
    return row.form


def _units(row: MedicineRow) -> str:
    return row.measure.rate_text() or tr(UNIT_LABELS[row.measure.stock_unit])


def _approval(row: MedicineRow) -> str:
    return tr(APPROVAL_LABELS[row.approval])


def _approval_tone(row: MedicineRow) -> Tone:
    return Tone.OK if row.approval is Approval.APPROVED else Tone.WARNING


def _atc(row: MedicineRow) -> str:
    return row.atc or ""


def _flags(row: MedicineRow) -> str:
    said = [tr(text) for name, text in forms.FLAG_LABELS.items() if getattr(row.flags, name)]
    return ", ".join(said)


def _class_id(span: ClassSpan) -> str:
    return span.valid_from.isoformat()


def _span_class(span: ClassSpan) -> str:
    return words.class_text(span.drug_class)


def _span_tone(span: ClassSpan) -> Tone | None:
    return words.class_tone(span.drug_class)


def span_days(span: ClassSpan) -> str:
    """From which day to which a class holds."""
    if span.valid_from > EVER:
        return f"{words.day(span.valid_from)} – {words.day(span.valid_to)}".removesuffix("– ").strip()
    return tr(UNTIL, day=words.day(span.valid_to)) if span.valid_to else tr(BEFORE)


def _span_article(span: ClassSpan) -> str:
    return span.article


CLASS_COLUMNS = (
    ColumnSpec("days", label("pharmacy", "Hiệu lực"), span_days, width=110),
    ColumnSpec("class", label("pharmacy", "Phân loại"), _span_class, width=128, tone=_span_tone),
    ColumnSpec("article", label("pharmacy", "Căn cứ"), _span_article, width=170, wraps=True),
)
