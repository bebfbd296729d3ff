"""Thẻ xử trí quá liều: its steps at once, each saying whether somebody of the facility stands by it."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.rules import RuleList, RuleRow
from facility_app.modules.medication.queries.rules import list_rules
from facility_app.modules.medication.ui import rule_words
from facility_app.modules.medication.ui.order_words import joined
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Scrolled, words

CARD: Final = label("verbs", "Thẻ xử trí quá liều")
TITLE: Final = label("medication", "Xử trí quá liều opioid")
TEXT: Final = label(
    "medication",
    "Bước chưa phê duyệt là bản nháp kèm chương trình: theo y lệnh của bác sĩ. Sửa, phê duyệt ở Bảng quy tắc.",
)
STEP: Final = label("medication", "{number}. {text}")
CLOSE: Final = label("verbs", "Đóng")
WIDE: Final = 640


class OverdoseCard(DialogFrame):
    """The steps in their order."""

    def __init__(self, theme: Theme, steps: Sequence[RuleRow], parent: QWidget) -> None:
        """Show ``steps``; nothing is decided here."""
        super().__init__(theme, tr(TITLE), tr(TEXT), parent=parent)
        self.setObjectName("overdose_card")
        self.setMinimumWidth(theme.px(WIDE))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(theme.px(8))
        for number, row in enumerate(steps, 1):
            column.addWidget(words(tr(STEP, number=number, text=row.text), weight="medium", is_wrapped=True))
            said = joined(
                row.approved_by if row.is_approved else tr(rule_words.NOT_APPROVED), rule_words.source(row)
            )
            column.addWidget(words(said, ink=None if row.is_approved else Tone.WARNING, is_wrapped=True))
        # At large letters the steps are higher than a small screen: they scroll, the way out does not.
        self.body.addWidget(Scrolled(inner, takes_keyboard=True), 1)
        self.add_refusal(tr(CLOSE)).setDefault(True)


def show_card(context: PageContext, over: QWidget) -> None:
    """Read the card and show it over ``over``."""
    op = context.runner.query(over, _steps, topic="overdose")
    op.success(partial(_show, context, over)).failure(partial(_failed, context)).run()


def _steps(uow: Any) -> tuple[RuleRow, ...]:
    return list_rules(uow, RuleList.OVERDOSE)


def _show(context: PageContext, over: QWidget, steps: tuple[RuleRow, ...]) -> None:
    OverdoseCard(context.theme, steps, over).open()


def _failed(context: PageContext, failure: Failure) -> None:
    context.say(failure.words, Tone.DANGER)
