"""Kê thuốc: the form of an order on the left; on the right what speaks against it and what is taken already."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.errors import FacilityError, UserError
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.orders import OrderKind, OrderState
from facility_app.modules.medication.queries.choices import Product, find_product
from facility_app.modules.medication.queries.history import AllergyRow, Asked, find_asked, list_allergies
from facility_app.modules.medication.queries.orders import OrderRow, list_orders
from facility_app.modules.medication.service.prescribing import (
    OrderTyped,
    Prescribed,
    Preview,
    prescribe,
    preview_order,
)
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui.order_asking import Agreeing
from facility_app.modules.medication.ui.order_begin import begin_of, taken_rows
from facility_app.modules.medication.ui.order_checks import OrderChecks
from facility_app.modules.medication.ui.order_fields import (
    MEDICINE,
    code_of,
    field_errors,
    fit_to_kind,
    fit_to_product,
    order_form,
    typed_of,
)
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, KeyValue, KeyValueGrid, Scrolled

TITLE: Final = label("medication", "Kê thuốc")
TAKEN: Final = label("medication", "Đang dùng, dị ứng")
NOBODY_YET: Final = label("medication", "Chọn người thì các y lệnh đang dùng và dị ứng hiện ở đây.")
ORDERED: Final = label("medication", "Đã kê {medicine}; y lệnh chờ dược sĩ duyệt.")
URGENT: Final = label("medication", "Đã kê {medicine}; liều cấp cứu cho dùng được ngay.")
ANSWER: Final = label(
    "medication", "Y lệnh chưa được kê: hãy ghi lý do từng cảnh báo bên phải, hoặc đổi thuốc, đổi liều."
)
SIGN_TEXT: Final = label(
    "medication",
    "Bạn kê {medicine} dù có cảnh báo nặng. Bác sĩ khác, dược sĩ hoặc người đứng đầu xem các cảnh báo và ký cùng.",
)
HINT: Final = label("medication", "Enter ô kế · F4 mở danh sách · Ctrl+Enter kê thuốc")
REGULAR: Final = OrderKind.REGULAR.value
NEEDED: Final = ("resident_id", "medicine_id", "kind")


class PrescribePage(Page):
    """One form; after an order the person stays and the rest is empty for the next one.

    Attributes:
        form: what is typed.
        checks: what speaks against it.
    """

    def __init__(self, context: PageContext) -> None:
        """Ask nothing yet."""
        super().__init__(context)
        self._product: Product | None = None
        self._former: OrderRow | None = None
        self._is_busy = False
        self._person = ""
        self._agreeing = Agreeing(context, self)
        self._keeper: DraftKeeper | None = None
        self.form: Form[Shown] = order_form(context)
        theme = context.theme
        self._card = QFrame(self)
        self._card.setProperty("kind", "card")
        self._inner = QVBoxLayout(self._card)
        self._inner.setContentsMargins(theme.px(16), theme.px(12), theme.px(8), theme.px(8))
        self.checks = OrderChecks(context, self)
        self.checks.edited.connect(self._on_checks_edited)
        self.taken = Card(theme, tr(TAKEN), parent=self)
        self._taken = KeyValueGrid(theme, parent=self.taken)
        self.taken.body.addWidget(self._taken)
        self.taken.body.addStretch(1)
        side = QWidget()
        side.setProperty("kind", "page")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.checks)
        column.addWidget(self.taken)
        column.addStretch(1)
        area = Scrolled(side, self)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(12))
        whole.addWidget(self._card, 3)
        whole.addWidget(area, 2)
        self._inner.addWidget(self.form)

    # What the page is asked.

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if self.form.is_dirty() and not route.record:
            return
        order_id = route.args.get(places.ORDER_ARG, "")
        if order_id:
            op = self.context.runner.query(self, partial(_order, route.record, order_id), topic="order")
            op.success(self._on_former_read).failure(self._on_failed).run()
            return
        self._former = None
        kind = route.args.get(places.KIND_ARG) or REGULAR
        self._make_form(shown(kind=kind, resident_id=route.record or None), route.record)

    @override
    def leave(self, go: Callable[[], None]) -> None:
        self.form.leave(go)

    @override
    def has_unsaved(self) -> bool:
        return self.form.is_dirty()

    @override
    def flush(self) -> None:
        if self._keeper is not None:
            self._keeper.flush()

    @override
    def refresh(self, change: Change) -> None:
        if self._person and not places.TABLES.isdisjoint(change.tables):
            self._ask_taken()

    @override
    def first_focus(self) -> QWidget:
        return self.form.fields["medicine_id" if self._person else "resident_id"]

    # What is typed.

    def submit(self) -> None:
        """Order what stands in the form."""
        self.form.submit()

    def _make_form(self, begin: Shown, resident_id: str) -> None:
        if self._keeper is not None:
            self._keeper.flush()
        self.form.hide()
        self._inner.removeWidget(self.form)
        self.form.deleteLater()
        self.form = order_form(self.context, with_replacing=self._is_replacing())
        self._inner.addWidget(self.form)
        self.form.propose(begin)
        fit_to_kind(self.form)
        self.form.fields["kind"].changed.connect(self._on_kind_changed)
        self.form.fields["medicine_id"].changed.connect(self._on_medicine_changed)
        self.form.fields["resident_id"].changed.connect(self._on_person_changed)
        self.form.settled.connect(self._on_settled)
        self.form.submitted.connect(self._on_submitted)
        key = f"{places.PRESCRIBE}/{resident_id}"
        keeper = self._keeper = DraftKeeper(self.form, key, self.context.drafts, self.form, title=tr(TITLE))
        self.checks.clear()
        self._product = None
        self._on_person_changed()
        self._on_medicine_changed()
        keeper.ready.connect(self._on_ready)
        keeper.start()

    def _is_replacing(self) -> bool:
        former = self._former
        return former is not None and former.state is not OrderState.ENDED

    def _typed(self) -> OrderTyped | None:
        """What stands in the form, as far as it is understood; None while the needed parts are missing."""
        form = self.form
        values: dict[str, Any] = {}
        dose = "steps" if code_of(form, "kind") == OrderKind.TAPER.value else "number"
        if any(form.fields[name].is_empty() for name in (*NEEDED, dose)):
            return None  # asked for when it is ordered, not while it is being typed
        for name, field in form.fields.items():
            try:
                values[name] = None if field.is_empty() else field.value()
            except UserError:
                return None
        return self._with_answers(values)

    def _with_answers(self, values: Mapping[str, Any], countersign: Any = None) -> OrderTyped:
        former = self._former if self._is_replacing() else None
        return typed_of(
            values,
            is_sure=self.checks.is_sure(),
            reasons=self.checks.reasons(),
            countersign=countersign,
            replaces_id="" if former is None else former.order_id,
            version=0 if former is None else former.version,
        )

    def _check(self) -> None:
        typed = self._typed()
        if typed is None:
            if not self.checks.has_typed():
                self.checks.show_nothing()
            return
        op = self.context.runner.query(self, partial(_preview, typed), topic="preview")
        op.success(self._on_previewed).failure(self._on_failed).run()

    def _ask_taken(self) -> None:
        op = self.context.runner.query(self, partial(_taken_of, self._person), topic="taken")
        op.success(self._on_taken).failure(self._on_failed).run()

    def _send(self, values: Mapping[str, Any], countersign: Any = None) -> None:
        self._is_busy = True
        self.form.set_held(is_held=True)
        op = self.context.runner.command(self, partial(_prescribe, self._with_answers(values, countersign)))
        op.success(partial(self._on_answered, values)).failure(self._on_refused).run()

    def _free(self) -> None:
        self._is_busy = False
        self.form.set_held(is_held=False)
        fit_to_kind(self.form)

    # What happens.

    def _on_ready(self) -> None:
        """The draft is answered for: what was restored is read as if it were typed."""
        fit_to_kind(self.form)
        if self.form.is_dirty():
            self._on_person_changed()
            self._on_medicine_changed()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_kind_changed(self) -> None:
        fit_to_kind(self.form)

    def _on_settled(self) -> None:
        if not self._is_busy:
            self._check()

    def _on_checks_edited(self) -> None:
        self._check()

    def _on_person_changed(self) -> None:
        self._person = code_of(self.form, "resident_id") or ""
        if self._person:
            self._ask_taken()
        else:
            self._taken.set_rows((KeyValue("", tr(NOBODY_YET)),))

    def _on_medicine_changed(self) -> None:
        medicine_id = code_of(self.form, "medicine_id")
        if medicine_id is None:
            self._product = None
            return
        op = self.context.runner.query(self, partial(_product, medicine_id), topic="product")
        op.success(self._on_product).failure(self._on_failed).run()

    def _on_product(self, product: Product | None) -> None:
        self._product = product
        if product is not None:
            fit_to_product(self.form, product)
        self._check()

    def _on_former_read(self, former: OrderRow | None) -> None:
        self._former = former
        if former is not None:
            self._make_form(begin_of(former), former.order_id)

    def _on_previewed(self, preview: Preview) -> None:
        self.checks.show_preview(preview, self._product)

    def _on_taken(self, found: tuple[tuple[OrderRow, ...], tuple[AllergyRow, ...], Asked | None]) -> None:
        self._taken.set_rows(taken_rows(*found))

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        if not self._is_busy:
            self._send(values)

    def _on_answered(self, values: Mapping[str, Any], answer: Prescribed) -> None:
        self._free()
        if answer.ordered is not None:
            name = "" if self._product is None else self._product.name
            self.context.say(tr(URGENT if values.get("is_urgent") else ORDERED, medicine=name))
            self._former = None
            # Everything typed is written: the draft goes, and the next order is for the same person.
            self.form.was_saved.emit()
            following = shown(kind=REGULAR, resident_id=values["resident_id"])
            # Emptied before it is let go of: what is written must not be kept as a draft and ordered twice.
            self.form.load(following)
            self._make_form(following, values["resident_id"])
            return
        self.checks.show_findings(answer.findings)
        if self._with_answers(values).unanswered(answer.findings):
            self.context.say(tr(ANSWER), Tone.WARNING)
            return
        text = tr(SIGN_TEXT, medicine=tr(MEDICINE) if self._product is None else self._product.name)
        verb = "medication.replace_order" if self._is_replacing() else "medication.order_medicine"
        self._agreeing.ask(verb, text, partial(self._send, values))

    def _on_refused(self, failure: Failure) -> None:
        self._free()
        error = failure.error
        if not isinstance(error, FacilityError):
            self.form.errors({}, failure.words)
            return
        here = field_errors(error, self.form)
        self.form.errors(here, "" if here else failure.words)
        if isinstance(error, UserError) and not here:
            self.checks.show_refusal(error)

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)


def _order(resident_id: str, order_id: str, uow: Any) -> OrderRow | None:
    return next((row for row in list_orders(uow, resident_id, with_past=True) if row.order_id == order_id), None)


def _preview(typed: OrderTyped, uow: Any) -> Preview:
    return preview_order(uow, typed)


def _prescribe(typed: OrderTyped, uow: Any) -> Prescribed:
    return prescribe(uow, typed)


def _product(medicine_id: str, uow: Any) -> Product | None:
    return find_product(uow, medicine_id)


def _taken_of(resident_id: str, uow: Any) -> tuple[tuple[OrderRow, ...], tuple[AllergyRow, ...], Asked | None]:
    return list_orders(uow, resident_id), list_allergies(uow, resident_id), find_asked(uow, resident_id)
