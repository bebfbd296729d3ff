"""What happened, beside what is owed: losses, medicines given back, the years whose report went out."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.pharmacy.domain import MAKE_PAPERS, READ_TAKEN
from facility_app.modules.pharmacy.ui import report_columns as columns
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.shell.spec import ActionSpec, PageContext

PRINT_LOSS, PRINT_RETURN = label("verbs", "In PL XI"), label("verbs", "In PL XVIII")
LOSSES = label("pharmacy", "Thất thoát (PL XI)")
RETURNS = label("pharmacy", "Nhận lại (PL XVIII)")
YEARS = label("pharmacy", "Năm đã gửi (PL IX)")
NO_LOSSES = label("pharmacy", "Chưa có lần nào.")
NO_RETURNS = label("pharmacy", "Chưa nhận lần nào.")
NO_YEARS = label("pharmacy", "Chưa gửi năm nào.")


class RecordCards:
    """The three cards.

    Attributes:
        losses: of controlled medicines.
        returns: by a person or their family; nothing to see for whoever may not read who took what.
        years: whose report was sent.
    """

    def __init__(
        self,
        context: PageContext,
        inner: QWidget,
        print_loss: Callable[[], None],
        print_return: Callable[[], None],
    ) -> None:
        """Make them within ``inner``; whoever holds them puts them into its layout."""
        self.losses = ShortCard(
            context, "pharmacy.losses", LOSSES, columns.LOSS_COLUMNS, columns.loss_id, NO_LOSSES, parent=inner
        )
        self.losses.set_actions(
            (_printing("pharmacy.print_loss", PRINT_LOSS, print_loss, self.losses.why_no_row),)
        )
        self.returns = ShortCard(
            context,
            "pharmacy.returns",
            RETURNS,
            columns.RETURN_COLUMNS,
            columns.return_id,
            NO_RETURNS,
            parent=inner,
        )
        self.returns.set_actions(
            (_printing("pharmacy.print_return", PRINT_RETURN, print_return, self.returns.why_no_row),)
        )
        self.returns.setVisible(context.may(READ_TAKEN))
        self.years = ShortCard(
            context, "pharmacy.years", YEARS, columns.YEAR_COLUMNS, columns.year_id, NO_YEARS, parent=inner
        )


def _printing(name: str, words: Label, run: Callable[[], None], why_not: Callable[[], str | None]) -> ActionSpec:
    return ActionSpec(name, words, run, "printer", "", MAKE_PAPERS, why_not, is_in_menu=True)
