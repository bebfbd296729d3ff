"""Beside the form of an order: what the dose comes to, what speaks against it, and why it stands all the same."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.checks import Finding, Need
from facility_app.modules.medication.queries.choices import Product
from facility_app.modules.medication.service.prescribing import Preview
from facility_app.modules.medication.ui import order_words as words
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, Card, KeyValue, KeyValueGrid

TITLE: Final = label("medication", "Kiểm tra khi kê")
NOTHING_YET: Final = label("medication", "Chọn người, thuốc và liều: ở đây hiện quy đổi và các cảnh báo.")
NOTHING: Final = label("medication", "Không có cảnh báo nào với thuốc đang dùng và dị ứng đã ghi.")
DOSE: Final = label("medication", "Một lần")
OF_DAY: Final = label("medication", "Cả ngày")
CLASS: Final = label("medication", "Loại thuốc")
WITNESSED: Final = label("medication", "{kind}: mỗi liều cần người chứng kiến ký cùng")
SUBSTITUTE: Final = label("medication", "Thuốc thay thế: cần chương trình đang mở; quản lý như thuốc gây nghiện")
KEPT_APART: Final = label("medication", "Y lệnh này được giữ kín: chỉ người được luật cho phép xem.")
WHY: Final = label("medication", "Vì sao vẫn kê")
SURE: Final = label("medication", "Đúng liều này, không phải ghi thừa chữ số")
UNUSUAL: Final = "amount_unusual"
LIMIT: Final = 200


class OrderChecks(Card):
    """Told anew whenever the form says something else; a reason once typed stays.

    Signals:
        edited: a reason was typed, or the dose was confirmed.
    """

    edited = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Nothing to check yet."""
        super().__init__(context.theme, tr(TITLE), parent=parent)
        self._context = context
        self._typed: dict[str, str] = {}
        self._shown: tuple[object, ...] = ()
        self._reasons: dict[str, TextField] = {}
        self._lines: list[QWidget] = []
        self._facts = KeyValueGrid(context.theme, parent=self)
        self._status = Banner(context.theme, tr(NOTHING_YET), Tone.NEUTRAL, parent=self)
        self.sure_box = QCheckBox(tr(SURE), self)
        self.sure_box.setObjectName("sure")
        self.sure_box.hide()
        self.sure_box.toggled.connect(self.edited)
        self._list = QVBoxLayout()
        self._list.setSpacing(context.theme.px(8))
        self.body.addWidget(self._facts)
        self.body.addWidget(self._status)
        self.body.addWidget(self.sure_box)
        self.body.addLayout(self._list)
        self.body.addStretch(1)

    def clear(self) -> None:
        """As at first."""
        self._typed.clear()
        self.sure_box.setChecked(False)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Not enough is typed to check anything."""
        self._facts.set_rows(())
        self._put(())
        self._say(tr(NOTHING_YET), Tone.NEUTRAL)
        self.sure_box.hide()

    def show_preview(self, preview: Preview, product: Product | None) -> None:
        """What the form comes to now."""
        self._facts.set_rows(_facts(preview, product))
        self._put(preview.findings)
        if preview.refusal is not None:
            self.show_refusal(preview.refusal)
        elif preview.findings:
            self._status.hide()
        else:
            self._say(tr(NOTHING), Tone.OK)
        is_unusual = preview.refusal is not None and preview.refusal.code == UNUSUAL
        self.sure_box.setVisible(is_unusual or self.sure_box.isChecked())

    def show_refusal(self, error: UserError) -> None:
        """Why it cannot be ordered so."""
        self._say(refusal(error), Tone.WARNING if error.code == UNUSUAL else Tone.DANGER)
        self.sure_box.setVisible(error.code == UNUSUAL or self.sure_box.isChecked())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Everything that speaks against it, what reveals HIV included; the first unanswered has the keyboard."""
        self._put(findings)
        self._status.hide()
        first = next((one for one in self._reasons.values() if one.is_empty()), None)
        if first is not None:
            first.focus()

    def reasons(self) -> dict[str, str]:
        """Key of a finding → the reason typed."""
        typed = {key: field.text().strip() for key, field in self._reasons.items()}
        self._typed |= typed
        return {key: text for key, text in typed.items() if text}

    def is_sure(self) -> bool:
        """Whether the doctor confirmed an unusual dose."""
        return self.sure_box.isChecked()

    def has_typed(self) -> bool:
        """Whether reasons would be lost."""
        return bool(self.reasons())

    def texts(self) -> tuple[str, ...]:
        """Every sentence shown, for tests and screen readers."""
        said = () if self._status.isHidden() else (self._status.text(),)
        return (*said, *(one.text() for one in self._lines if isinstance(one, Banner)))

    def answer(self, key: str, reason: str) -> None:
        """Type a reason."""
        self._reasons[key].set_value(reason)

    def _say(self, text: str, tone: Tone) -> None:
        self._status.set(text, tone)
        self._status.show()

    def _put(self, findings: Sequence[Finding]) -> None:
        shown: tuple[object, ...] = tuple((one.key, one.said, one.need) for one in findings)
        if shown == self._shown:
            return  # a reason being typed must not be made anew
        self.reasons()
        self._shown = shown
        for old in self._lines:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines, self._reasons = [], {}
        for one in {one.said: one for one in findings}.values():
            text = f"{words.finding(one)} — {words.need(one)}."
            self._add(Banner(self._context.theme, text, words.need_tone(one), parent=self))
            if one.need is not Need.NOTHING and one.key not in self._reasons:
                self._add(self._reason_field(one))

    def _reason_field(self, one: Finding) -> TextField:
        field = TextField(f"reason_{len(self._reasons)}", WHY, limit=LIMIT, parent=self)
        field.set_value(self._typed.get(one.key) or None)
        field.settled.connect(self.edited)
        self._reasons[one.key] = field
        return field

    def _add(self, widget: QWidget) -> None:
        self._list.addWidget(widget)
        self._lines.append(widget)


def _facts(preview: Preview, product: Product | None) -> list[KeyValue]:
    facts = []
    if preview.dose:
        facts.append(KeyValue(tr(DOSE), preview.dose))
    if preview.of_day:
        facts.append(KeyValue(tr(OF_DAY), preview.of_day))
    if product is not None:
        kind = tr(product.class_text)
        text = tr(WITNESSED, kind=kind) if product.is_controlled else kind
        facts.append(KeyValue(tr(CLASS), text, Tone.WARNING if product.is_controlled else None))
        if product.is_substitution:
            facts.append(KeyValue(tr(label("medication", "Chú ý")), tr(SUBSTITUTE), Tone.WARNING))
        elif product.reveals_hiv:
            facts.append(KeyValue(tr(label("medication", "Chú ý")), tr(KEPT_APART), Tone.WARNING))
    return facts
