"""Dụng cụ: what is out and must come back at the left, the store at the right."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.labour.domain.rights import KEEP_SHEETS
from facility_app.modules.labour.queries.tools import ToolRow
from facility_app.modules.labour.service.tools import MOST, HandOutTools, hand_out_tools
from facility_app.modules.labour.ui import fields, places
from facility_app.modules.labour.ui.tool_lists import (
    OFFICER,
    OFFICER_HINT,
    TEAM,
    count_verbs,
    counts_spec,
    list_tools,
    tool_verbs,
    tools_spec,
)
from facility_app.ui.dialogs import Filing, FormDialog
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.lists.pair_page import PairPage
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

TITLE = label("labour", "Dụng cụ lao động")
HAND_OUT = label("verbs", "Phát dụng cụ")
HANDED = label("labour", "Đã phát dụng cụ. Phải thu về đủ, hoặc ghi rõ chỗ thiếu, thì mới đóng.")
ABOUT = label("labour", "Ghi số lượng của từng loại phát cho tổ; bỏ trống loại không phát.")
LEFT = label("labour", "{tool} (còn {count})")
NONE_LEFT = label("labour", "Chưa có dụng cụ nào trong kho. Hãy thêm dụng cụ trước.")
HINT = label("labour", "Ctrl+N phát dụng cụ · Ctrl+Shift+B thu dụng cụ đang chọn")


class ToolsPage(PairPage):
    """What is out, and the store.

    Attributes:
        counts, tools: the cards.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context, TITLE, HINT)
        self.counts = EditableCard(context, counts_spec(), count_verbs(), parent=self.pair)
        self.tools = EditableCard(context, tools_spec(), tool_verbs(), parent=self.pair)
        self.hold(self.counts, self.tools)

    def hand_out(self) -> None:
        """Ask what is in the store, then how many of each go out."""
        op = self.context.runner.query(self, list_tools, topic="tools")
        op.success(self._on_tools_read).failure(self._on_failed).run()

    def _on_tools_read(self, tools: Sequence[ToolRow]) -> None:
        left = [row for row in tools if row.quantity > row.out]
        if not left:
            self.context.say(tr(NONE_LEFT), Tone.WARNING)
            return
        form, context = new_form(), self.context
        form.add(fields.team_field(context, TEAM), usual.line("officer_name", OFFICER, hint=OFFICER_HINT))
        counts = [NumberField(row.tool_id, _head(row), least=0, most=MOST) for row in left]
        for place in range(0, len(counts), 2):
            pair = counts[place : place + 2]
            form.add(*pair, spans=(6,) * len(pair))
        filing: Filing[Any] = Filing(key=places.TOOLS, save=partial(_hand_out, [row.tool_id for row in left]))
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, form, filing, title=tr(HAND_OUT), text=tr(ABOUT),
            verb=tr(HAND_OUT), parent=self,
        )  # fmt: skip
        dialog.saved.connect(self._on_handed)
        dialog.open_with(shown())

    def _on_handed(self, _answer: object) -> None:
        self.context.say(tr(HANDED))

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("labour.hand_out_tools", HAND_OUT, self.hand_out, "tool", "Ctrl+N", KEEP_SHEETS),)


def _head(row: ToolRow) -> Label:
    """A word of the facility's own, so it has no English."""
    return Label("", tr(LEFT, tool=row.name, count=row.quantity - row.out))


def _hand_out(tool_ids: Sequence[str], uow: Any, v: Mapping[str, Any], _version: int) -> int:
    counts = {one: int(v[one]) for one in tool_ids if v[one]}
    return hand_out_tools(uow, HandOutTools(v["team_id"], counts, v["officer_name"] or ""))
