"""Chờ kết luận sức khỏe lao động: who registered and has no answer in force; a doctor answers row by row."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.treatment.domain.fitness import WORK_VERDICT_LABELS
from facility_app.modules.treatment.domain.rights import DECIDE_FITNESS
from facility_app.modules.treatment.queries.fitness import WaitingRow, list_waiting_fitness
from facility_app.modules.treatment.ui.fitness_forms import DECIDE, NONE_YET, OVER, ask_decide
from facility_app.modules.treatment.ui.record_forms import Asking
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("treatment", "Chờ kết luận sức khỏe lao động")
LIST = label("treatment", "Đã đăng ký lao động, chưa có kết luận còn hiệu lực")
EMPTY = label("treatment", "Không có ai đã đăng ký lao động mà chờ kết luận sức khỏe.")
HINT = label("treatment", "Enter kết luận cho người đang chọn · Ctrl+Shift+O mở trang của người này")
NAME, CODE = label("terms", "Họ và tên"), label("terms", "Mã")
AGE, PLACE = label("treatment", "Tuổi"), label("treatment", "Chỗ ở")
LAST, SINCE = label("treatment", "Kết luận gần nhất"), label("treatment", "Đăng ký lao động từ")
OPEN = label("verbs", "Mở trang của người này")
DONE = label("treatment", "Đã ghi kết luận sức khỏe lao động.")
COUNT = label("treatment", "{count} người chờ")
PERSON: Final = "residents.person"
TABLES: Final = frozenset({"labour_registration", "work_fitness", "resident_card", "stay"})


class FitnessPage(Page):
    """The doctor's list.

    Attributes:
        waiting: the list.
    """

    def __init__(self, context: PageContext) -> None:
        """Make it."""
        super().__init__(context)
        self.waiting = ListCard(context, _spec(), parent=self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.waiting)
        self.waiting.row_activated.connect(self._on_activated)
        self.waiting.selection_changed.connect(self.actions_changed)
        self.waiting.model.counted.connect(self._on_counted)

    def decide(self) -> None:
        """Ask for the answer about whoever is selected."""
        row: WaitingRow | None = self.waiting.row()
        if row is not None:
            asking = Asking(self.context, self, row.resident_id, row.stay_id, row.name, row.sex)
            ask_decide(asking).saved.connect(self._on_saved)

    def open_person(self) -> None:
        """The health of whoever is selected."""
        row: WaitingRow | None = self.waiting.row()
        if row is not None:
            self.context.go(Route(PERSON, row.resident_id, {"tab": "treatment.person"}))

    def _on_activated(self, _row_id: str) -> None:
        self.decide()

    def _on_saved(self, _answer: object) -> None:
        self.context.say(tr(DONE), Tone.OK)

    def _on_counted(self, _count: int) -> None:
        self.title_changed.emit()
        self.actions_changed.emit()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        count = len(self.waiting.model.ids)
        return tr(COUNT, count=number_text(count)) if count else ""

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        right, none = DECIDE_FITNESS, self.waiting.why_no_row
        return (
            ActionSpec("treatment.decide_fitness", DECIDE, self.decide, "tools", "Ctrl+Shift+W", right, none),
            ActionSpec(
                "treatment.open_waiting", OPEN, self.open_person, "user", "Ctrl+Shift+O", right, none
            ),
        )  # fmt: skip

    @override
    def first_focus(self) -> QWidget:
        return self.waiting.table


def _spec() -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", NAME, lambda row: row.name, width=220, is_strong=True),
        ColumnSpec("code", CODE, lambda row: row.code, width=100),
        ColumnSpec("last", LAST, _last, width=300, tone=_tone),
        ColumnSpec("since", SINCE, lambda row: format_date(row.since), width=150),
        ColumnSpec("age", AGE, lambda row: str(row.age), width=64, align=Align.END, gives_way=2),
        ColumnSpec("place", PLACE, lambda row: row.place, width=180, gives_way=1),
    )
    return short_list("treatment.fitness", LIST, EMPTY, columns, _read, _row_id, TABLES)


def _read(uow: Any) -> Sequence[WaitingRow]:
    return list_waiting_fitness(uow)


def _row_id(row: WaitingRow) -> str:
    return row.resident_id


def _last(row: WaitingRow) -> str:
    if row.fitness is None:
        return tr(NONE_YET)
    verdict = tr(WORK_VERDICT_LABELS[row.fitness.verdict])
    return tr(OVER, verdict=verdict, until=format_date(row.fitness.valid_until))


def _tone(row: WaitingRow) -> Tone:
    return Tone.NEUTRAL if row.fitness is None else Tone.WARNING
