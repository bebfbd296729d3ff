"""The page of emergencies: who broke the glass, why, what was done under it, and somebody answering for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.access.domain import REVIEW_BREAK_GLASS
from facility_app.modules.access.queries import AuditRow, BreakGlassRow, list_done_under
from facility_app.modules.access.service import AcknowledgeBreakGlass, acknowledge_break_glass
from facility_app.modules.access.ui.alarm_list import (
    ABOUT,
    BEGAN,
    RIGHT,
    WHO,
    AlarmLine,
    alarms_list,
    person_text,
    state_text,
    state_tone,
)
from facility_app.modules.access.ui.done_list import DoneList
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import CHOOSE_ONE, REASON, STATE, when_text
from facility_app.ui.dialogs import Filing, FormDialog
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.split_page import SplitPage
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue, KeyValueGrid, SectionTitle

HEAD = label("access", "Lần mở đang chọn")
ANSWER = label("verbs", "Xét lần mở này")
ANSWER_TITLE = label("access", "Xét lần mở khẩn cấp của {name}")
ANSWER_TEXT = label(
    "access",
    "Ghi bạn đã xem gì và kết luận thế nào. Sau khi xét, báo động hết đỏ; nếu quyền còn đang mở thì đóng ngay.",
)
NOTE = label("access", "Kết luận")
ENDED = label("access", "Kết thúc lúc")
STILL = label("access", "chậm nhất {time}")
ANSWERED_BY = label("access", "Người xét")
ANSWERED_AT = label("access", "Xét lúc")
DONE_UNDER = label("access", "Việc đã làm trong lúc mở")
IS_ANSWERED = label("access", "Lần mở này đã được xét.")
IS_OWN = label("access", "Đây là lần mở của chính bạn: phải do người khác xét.")
WAS_ANSWERED = label("access", "Đã xét lần mở khẩn cấp của {name}.")
HINT = label("access", "F2 xét lần mở đang chọn")
NOTE_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class Finding:
    """What the dialog asks for."""

    note: str | None = field(default=None, repr=False)


class AlarmsPage(SplitPage):
    """The list, the one selected in full with what was done under it, and the answer."""

    def __init__(self, house: House, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, alarms_list(house, context.clock), HEAD, selects_first=True)
        self._house = house
        self._facts = KeyValueGrid(context.theme, parent=self.inside)
        self._done_title = SectionTitle(context.theme, tr(DONE_UNDER), parent=self.inside)
        self.done_list = DoneList(house, context.theme, self.inside)
        self.detail_box.addWidget(self._facts)
        self.detail_box.addWidget(self._done_title)
        self.detail_box.addWidget(self.done_list)
        self.detail_box.addStretch(1)

    def answer(self) -> None:
        """Ask for the finding."""
        line = self.selected()
        if not isinstance(line, AlarmLine):
            return
        form: Form[Finding] = Form(Finding, with_bar=False)
        form.add(NoteField("note", NOTE, is_required=True, limit=NOTE_LIMIT, lines=4))
        glass = line.glass
        filing: Filing[Finding] = Filing(
            key=f"access.acknowledge {glass.break_glass_id}", save=partial(_answer, glass.break_glass_id)
        )
        context = self.context
        dialog = FormDialog(
            context.theme,
            context.runner,
            context.drafts,
            form,
            filing,
            title=tr(ANSWER_TITLE, name=glass.user_name),
            text=tr(ANSWER_TEXT),
            verb=ANSWER,
            parent=self,
        )
        dialog.saved.connect(self._on_answered)
        dialog.open_with(None, glass.version)

    @override
    def show_row(self, row: AlarmLine) -> None:
        glass = row.glass
        ended = glass.ended_at or glass.until_at
        is_running = glass.is_running(self.context.clock.now())
        facts = [
            KeyValue(STATE, state_text(self.context.clock, row), state_tone(row)),
            KeyValue(WHO, glass.user_name),
            KeyValue(RIGHT, self._house.right(glass.permission)),
            KeyValue(ABOUT, person_text(row)),
            KeyValue(REASON, glass.reason),
            KeyValue(BEGAN, when_text(glass.started_at)),
            KeyValue(ENDED, tr(STILL, time=when_text(ended)) if is_running else when_text(ended)),
        ]
        if glass.acknowledged_at is not None:
            facts.append(KeyValue(ANSWERED_BY, glass.acknowledged_by or ""))
            facts.append(KeyValue(ANSWERED_AT, when_text(glass.acknowledged_at)))
            facts.append(KeyValue(NOTE, glass.acknowledgement or ""))
        self._facts.set_rows(facts)
        self.done_list.show_loading()
        self.detail.show_content()
        op = self.context.runner.query(self, partial(_done_under, glass.break_glass_id), topic="done")
        op.success(self._on_done_read).failure(self._on_done_failed).run()

    def _why_no_answer(self) -> str | None:
        line = self.selected()
        if not isinstance(line, AlarmLine):
            return tr(CHOOSE_ONE)
        if not line.glass.is_red:
            return tr(IS_ANSWERED)
        return tr(IS_OWN) if line.glass.user_id == self.context.actor.user_id else None

    def _on_done_read(self, rows: tuple[AuditRow, ...]) -> None:
        count = self.done_list.show_rows(rows)
        self._done_title.set_count(str(count) if count else "")

    def _on_done_failed(self, failure: Failure) -> None:
        self.done_list.show_failure(failure)

    def _on_answered(self, row: BreakGlassRow) -> None:
        self.panel.select_when_here(row.break_glass_id)
        self.context.say(tr(WAS_ANSWERED, name=row.user_name), Tone.OK)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "access.acknowledge_break_glass",
                ANSWER,
                self.answer,
                "clipboard-check",
                "F2",
                REVIEW_BREAK_GLASS,
                self._why_no_answer,
            ),
        )

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _answer(break_glass_id: str, uow: Any, values: Mapping[str, Any], version: int) -> BreakGlassRow:
    return acknowledge_break_glass(uow, AcknowledgeBreakGlass(break_glass_id, version, values["note"]))


def _done_under(break_glass_id: str, uow: Any) -> tuple[AuditRow, ...]:
    return list_done_under(uow, break_glass_id)
