"""What this slice offers the window: the list, its tabs, chips and the bar of the term on a person's page."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.change import Change
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.regime import REGIME_LABELS
from facility_app.modules.stays.domain.answer import TermAnswer
from facility_app.modules.stays.domain.gone import GONE_LABEL
from facility_app.modules.stays.domain.rights import READ_PLAN, VIEW_STAYS
from facility_app.modules.stays.domain.types import (
    PRESENCE_LABELS,
    STAY_TYPE_LABELS,
    PresenceState,
    stay_type_article,
)
from facility_app.modules.stays.queries.gone import list_gone
from facility_app.modules.stays.queries.overview import find_term
from facility_app.modules.stays.queries.stays import StayDetail, list_stays_of
from facility_app.modules.stays.ui import picture, words
from facility_app.modules.stays.ui.cards_pane import TABLES
from facility_app.modules.stays.ui.head_card import OVERHELD, OVERHELD_WHY
from facility_app.modules.stays.ui.plan_pane import PlanPane
from facility_app.modules.stays.ui.scanning import Scans
from facility_app.modules.stays.ui.stages_pane import StagesPane
from facility_app.modules.stays.ui.stay_list import LIST_PAGE, TERM_PART, TITLE, StaysPage
from facility_app.modules.stays.ui.term_pane import TermPane
from facility_app.ui.charts import TermBar
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ChipSource, ChipText, PageContext, PageSpec, PartSpec, StripSpec
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

RESIDENT: Final = "resident"
TERM = label("stays", "Thời hạn")


def chips_of(uow: Any, resident_id: str) -> Sequence[ChipText]:
    """Type and law of the open stay, an absence the person's own chip does not name, and a day that is near."""
    stay = next((one for one in list_stays_of(uow, resident_id) if one.is_open), None)
    if stay is None:
        return ()
    made = [
        ChipText(
            words.joined(tr(words.SHORT_TYPES[stay.stay_type]), tr(REGIME_LABELS[stay.legal_regime])),
            Tone.INFO,
            "",
            words.joined(
                tr(STAY_TYPE_LABELS[stay.stay_type]), stay_type_article(stay.stay_type, stay.legal_regime)
            ),
        )
    ]
    if stay.presence not in {PresenceState.INSIDE, PresenceState.ESCAPED}:
        made.append(ChipText(tr(PRESENCE_LABELS[stay.presence]), words.PRESENCE_TONES[stay.presence]))
    elif stay.presence is PresenceState.INSIDE and resident_id in list_gone(uow):
        made.append(ChipText(tr(GONE_LABEL), Tone.DANGER))
    left = None if stay.leave_by is None else (stay.leave_by - local_date(uow.now)).days
    if left is not None and left < 0:
        why = tr(OVERHELD_WHY, day=words.day(stay.leave_by))
        made.append(ChipText(tr(OVERHELD, count=-left), Tone.DANGER, why=why))
    elif left is not None and words.left_tone(left) is not None:
        made.append(ChipText(words.left_text(left), Tone.WARNING))
    return tuple(made)


class TermStrip(QWidget):
    """The term as one bar under a person's facts; nothing for who has no open stay."""

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Ask for it."""
        super().__init__()
        self._context, self._resident_id = context, resident_id
        self.bar: TermBar | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.hide()
        context.runner.changed.connect(self._on_changed)
        self._ask()

    def _ask(self) -> None:
        op = self._context.runner.query(self, partial(_term, self._resident_id), topic="term")
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, found: tuple[StayDetail, TermAnswer] | None) -> None:
        self.setVisible(found is not None)
        if found is None:
            return
        term = picture.term_of(found[1])
        if self.bar is None:
            self.bar = TermBar(self._context.theme, tr(TERM), term)
            self._box.addWidget(self.bar)
        else:
            self.bar.set_term(term)

    def _on_failed(self, _failure: Failure) -> None:
        """The tab of the term says what is wrong; a bar that is not there says nothing false."""
        self.hide()

    def _on_changed(self, change: Change, _who: object) -> None:
        if not TABLES.isdisjoint(change.tables):
            self._ask()


def _term(resident_id: str, uow: Any) -> tuple[StayDetail, TermAnswer] | None:
    found = find_term(uow, resident_id)
    return found if found is not None and found[0].is_open else None


def parts(scans: Scans, forms: Callable[[], FormLibrary]) -> tuple[PartSpec, ...]:
    """The tabs on a person's page; ``scans`` is what scans are taken in and shown with, ``forms`` every form."""
    made, plan = partial(TermPane, scans), partial(PlanPane, forms)
    return (
        PartSpec(TERM_PART, TERM, VIEW_STAYS, made, 12, help="thoi-han#vang-mat"),
        PartSpec(
            "stays.stages", label("stays", "Giai đoạn"), VIEW_STAYS, StagesPane, 14, help="thoi-han#giai-doan"
        ),
        PartSpec(
            "stays.plan", label("stays", "Kế hoạch V-18"), READ_PLAN, plan, 16, help="thoi-han#ke-hoach-v-18"
        ),
    )


CHIPS: Final[dict[str, tuple[ChipSource, ...]]] = {
    RESIDENT: (ChipSource(VIEW_STAYS, chips_of, 10, frozenset({"stay", "resident_card"})),)
}
STRIPS: Final[dict[str, tuple[StripSpec, ...]]] = {RESIDENT: (StripSpec(VIEW_STAYS, TermStrip, 10),)}
PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec(
        LIST_PAGE,
        TITLE,
        label("ui", "Công việc"),
        "calendar-time",
        VIEW_STAYS,
        StaysPage,
        order=24,
        help="thoi-han#tiep-nhan",
        also=(label("stays", "quân số"), label("stays", "tiếp nhận"), label("stays", "sắp hết hạn")),
    ),
)
