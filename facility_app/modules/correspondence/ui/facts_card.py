"""What the register says of one issued paper."""

from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain.outgoing import PAPER_CLASS_LABELS, PAPER_STATE_LABELS, PaperState
from facility_app.modules.correspondence.queries.paper import PaperDetail
from facility_app.modules.correspondence.ui.words import day, moment
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Card, KeyValue, KeyValueGrid

FACTS = label("correspondence", "Sổ ghi")
PRINTED = label("correspondence", "{count} lần, lần cuối {when}")
NEVER_PRINTED = label("correspondence", "Chưa in lần nào")


class FactsCard(Card):
    """Day, form, signer, copies, state, prints."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(theme, tr(FACTS))
        self.grid = KeyValueGrid(theme)
        self.body.addWidget(self.grid)

    def show_paper(self, detail: PaperDetail) -> None:
        """Show what is written down of a paper."""
        is_void = detail.state is PaperState.VOID
        last = max(detail.prints, key=lambda one: one.at, default=None)
        printed = NEVER_PRINTED if last is None else PRINTED
        told = tr(printed) if last is None else tr(printed, count=len(detail.prints), when=moment(last.at))
        lines = (
            (label("terms", "Ngày ban hành"), day(detail.issued_on), None),
            (label("terms", "Biểu mẫu"), detail.form_id, None),
            (label("terms", "Người ký"), detail.signer, None),
            (label("terms", "Số bản"), str(detail.copies), None),
            (label("terms", "Tình trạng"), tr(PAPER_STATE_LABELS[detail.state]), Tone.DANGER if is_void else None),
            (label("terms", "Mức riêng tư"), tr(PAPER_CLASS_LABELS[detail.paper_class]), None),
            (label("correspondence", "Đã in"), told, None),
        )
        self.grid.set_rows([KeyValue(tr(head), value, tone) for head, value, tone in lines])
