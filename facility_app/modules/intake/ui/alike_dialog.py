"""The question before two files of one person: for one newcomer or for all of a sheet, in one pass."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.queries.arriving import Arrival, LooksLike
from facility_app.modules.intake.ui.fields import new_form
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.forms.beginning import shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.buttons import Loudness

TITLE = label("intake", "Có thể đã có hồ sơ")
TEXT = label(
    "intake",
    "Hãy chọn cho từng người: là người nào đã có hồ sơ, hay là người khác. Chương trình không bao giờ tự gộp hai "
    "hồ sơ.",
)
OTHER = "other"
OTHER_WORDS = label("intake", "Người khác: lập hồ sơ mới")
SAME = label("intake", "Là {code} {name}, {birth} ({reasons}){inside}")
INSIDE = label("intake", ", đang ở trong cơ sở")
GO_ON = label("verbs", "Tiếp tục tiếp nhận")


class AlikeDialog(DialogFrame):
    """One line for each newcomer who looks like somebody.

    Signals:
        decided(object): place of the newcomer → id of the person they are, empty for somebody new.
    """

    decided = Signal(object)

    def __init__(
        self, theme: Theme, arrivals: Sequence[Arrival], alike: Mapping[int, Sequence[LooksLike]], parent: QWidget
    ) -> None:
        """Ask about ``alike``: place among ``arrivals`` → candidates."""
        super().__init__(theme, tr(TITLE), tr(TEXT), parent=parent)
        self.setObjectName("alike")
        self.setMinimumWidth(theme.px(640))
        self.form = new_form()
        self._places = tuple(alike)
        for place, candidates in alike.items():
            options: list[tuple[str, Label]] = [
                (one.resident_id, Label("intake", _said(one))) for one in candidates
            ]
            head = Label("intake", f"{place + 1}. {arrivals[place].name}")
            self.form.add(
                CodeField(f"who_{place}", head, options=[*options, (OTHER, OTHER_WORDS)], is_required=True)
            )
        self.form.propose(shown())
        self.body.addWidget(self.form, 1)
        self.add_refusal()
        button = self.add_button(tr(GO_ON), Loudness.PRIMARY, is_default=True)
        button.clicked.connect(self.form.submit)
        self.form.use_save_button(button)
        self.form.submitted.connect(self._on_submitted)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        found = {place: values[f"who_{place}"] for place in self._places}
        self.form.was_saved.emit()
        self.accept()
        self.decided.emit({place: "" if who == OTHER else who for place, who in found.items()})


def _said(one: LooksLike) -> str:
    reasons = ", ".join(map(tr, one.reasons))
    inside = tr(INSIDE) if one.is_inside else ""
    return tr(SAME, code=one.code, name=one.name, birth=one.birth, reasons=reasons.lower(), inside=inside)
