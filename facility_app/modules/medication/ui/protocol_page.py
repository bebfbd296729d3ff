"""Phác đồ cắt cơn: templates day by day, who follows them, and where a treatment is not as the template has it."""

from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import APPROVE_RULES, RUN_PROGRAMMES
from facility_app.modules.medication.domain.effects import effect_of
from facility_app.modules.medication.queries.desk import RunLine
from facility_app.modules.medication.queries.programmes import Deviation, list_deviations
from facility_app.modules.medication.service.protocols import EndProtocol, Started, end_protocol
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui import order_words as words
from facility_app.modules.medication.ui import protocol_list, protocol_words, rule_verbs, rule_words
from facility_app.modules.medication.ui.order_asking import Deciding, ask_reason
from facility_app.modules.medication.ui.protocol_list import ProtocolShown, protocol_templates
from facility_app.modules.medication.ui.protocol_start import START, ask_start
from facility_app.modules.medication.ui.rule_verbs import RuleVerbs
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE, ListCard
from facility_app.ui.lists.read_rows import Rows
from facility_app.ui.lists.split_page import SplitPage
from facility_app.ui.models import ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, KeyValue, KeyValueGrid, SectionTitle

HEAD: Final = label("medication", "Phác đồ đang chọn")
BY_DAY: Final = label("medication", "Từng ngày")
DEVIATIONS: Final = label("medication", "Khác phác đồ")
AS_WRITTEN: Final = label("medication", "Đúng như phác đồ đến lúc này.")
END: Final = label("verbs", "Kết thúc")
OPEN_PERSON: Final = label("verbs", "Mở thẻ Thuốc")
END_TEXT: Final = label(
    "medication", "Phác đồ của {name} kết thúc hôm nay; những y lệnh của phác đồ còn chạy cũng ngừng."
)
ENDED: Final = label("medication", "Đã kết thúc phác đồ của {name}; đã ngừng {count} y lệnh.")
STARTED: Final = label("medication", "Đã bắt đầu phác đồ: {count} y lệnh chờ dược sĩ duyệt.")
NOT_APPROVED: Final = label(
    "medication", "Phác đồ chưa phê duyệt. Hãy xem, sửa và phê duyệt trước; trong khi chờ, kê từng thuốc."
)
IS_OFF: Final = label("medication", "Cơ sở không áp dụng phác đồ này.")
HINT: Final = label("medication", "Ctrl+N bắt đầu cho một người · F8 phê duyệt")
RUNS_HEIGHT: Final = 150
ROW: Final = 36
MOST_RUNS: Final = 6


class ProtocolsPage(SplitPage):
    """Templates on the left; the one selected day by day, with the people who follow it."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, protocol_templates(), HEAD, shares=(535, 565), selects_first=True)
        theme, here = context.theme, self.inside
        self._verbs = RuleVerbs(context, self)
        self._deciding = Deciding(context, self)
        self._effect = Banner(theme, parent=here)
        self._facts = KeyValueGrid(theme, parent=here)
        self._by_day = SectionTitle(theme, tr(BY_DAY), parent=here)
        self._days = KeyValueGrid(theme, parent=here)
        self._rows = Rows(protocol_list.run_id)
        spec: ListSpec[RunLine] = ListSpec(
            id="medication.runs",
            title=protocol_list.RUNS,
            columns=protocol_list.RUN_COLUMNS,
            ids=self._rows.ids,
            rows=self._rows.get,
            row_id=protocol_list.run_id,
            search=None,
            empty=protocol_list.NO_RUNS,
        )
        self.runs = ListCard(context, spec, parent=here)
        self.runs.setMinimumHeight(theme.px(RUNS_HEIGHT))
        self.runs.set_actions(
            (
                ActionSpec(
                    "medication.open_runner", OPEN_PERSON, self.open_person, "user", "", None, self._why_no_run
                ),
                ActionSpec("medication.end_protocol", END, self.end, "ban", "", RUN_PROGRAMMES, self._why_no_run),
            )
        )
        self.runs.selection_changed.connect(self._on_run_chosen)
        self._deviations_title = SectionTitle(theme, tr(DEVIATIONS), parent=here)
        self._deviations = KeyValueGrid(theme, parent=here)
        parts = (self._effect, self._facts, self.runs, self._deviations_title, self._deviations)
        for part in (*parts, self._by_day, self._days):
            self.detail_box.addWidget(part)
        self.detail_box.addStretch(1)

    def start(self) -> None:
        """Somebody begins the template selected."""
        one = self._protocol()
        if one is not None:
            ask_start(self.context, self, one.protocol, self._on_started)

    def approve(self) -> None:
        """Somebody stands by the template selected."""
        one = self._protocol()
        if one is not None:
            self._verbs.approve(one.line)

    def end(self) -> None:
        """The run selected ends."""
        run = self.runs.row()
        if isinstance(run, RunLine):
            text = tr(END_TEXT, name=run.who.name)
            ask_reason(self.context, self, END, text, partial(self._on_end, run), is_dangerous=True)

    def open_person(self) -> None:
        """Everything the person of the run takes."""
        run = self.runs.row()
        if isinstance(run, RunLine):
            self.context.go(Route(places.PERSON, run.row.resident_id, {places.TAB_ARG: places.TAB}))

    def deviations(self) -> tuple[str, ...]:
        """What is told of the run selected, for tests."""
        return self._told

    _told: tuple[str, ...] = ()

    def _protocol(self) -> ProtocolShown | None:
        one = self.selected()
        return one if isinstance(one, ProtocolShown) else None

    def _why_no_start(self) -> str | None:
        one = self._protocol()
        if one is None:
            return tr(CHOOSE)
        if not one.line.row.is_approved:
            return tr(NOT_APPROVED)
        return tr(IS_OFF) if one.line.row.is_off else None

    def _why_not_waiting(self) -> str | None:
        one = self._protocol()
        if one is None:
            return tr(CHOOSE)
        return None if one.line.is_waiting else tr(rule_verbs.IS_APPROVED)

    def _why_no_run(self) -> str | None:
        return self.runs.why_no_row()

    @override
    def show_row(self, row: Any) -> None:
        one: ProtocolShown = row
        effect = effect_of(one.line.row)
        self._effect.set(tr(effect), rule_words.state_tone(one.line))
        self._facts.set_rows(_facts(one))
        self._days.set_rows(protocol_words.day_rows(one.protocol))
        self._rows.rows = one.runs
        self.runs.setVisible(bool(one.runs))
        height = RUNS_HEIGHT + ROW * max(0, min(len(one.runs), MOST_RUNS) - 1)
        self.runs.setMinimumHeight(self.context.theme.px(height))
        self.runs.setMaximumHeight(self.context.theme.px(height))
        self._show_deviations(None)
        self.runs.begin()
        self.detail.show_content()

    def _show_deviations(self, found: tuple[Deviation, ...] | None) -> None:
        rows = [
            KeyValue(one.name, protocol_words.deviation_text(one), protocol_words.deviation_tone(one))
            for one in found or ()
        ]
        if found == ():
            rows = [KeyValue(tr(DEVIATIONS), tr(AS_WRITTEN), Tone.OK)]
        self._told = tuple(f"{row.key}: {row.value}" for row in rows)
        self._deviations_title.setVisible(found is not None)
        self._deviations.setVisible(found is not None)
        self._deviations.set_rows(rows)

    def _on_run_chosen(self) -> None:
        run = self.runs.row()
        if not isinstance(run, RunLine):
            return
        self._deviations_title.set_hint(run.who.name)
        op = self.context.runner.query(self, partial(_deviations, run.row.run_id), topic="deviations")
        op.success(self._show_deviations).failure(self._on_failed).run()

    def _on_started(self, started: Started) -> None:
        self.context.say(tr(STARTED, count=len(started.order_ids)))

    def _on_end(self, run: RunLine, reason: str) -> None:
        command = EndProtocol(run.row.run_id, run.row.version, reason)
        self._deciding.do(partial(_end, command), "", partial(self._on_ended, run.who.name))

    def _on_ended(self, name: str, ended: Started) -> None:
        self.context.say(tr(ENDED, name=name, count=len(ended.order_ids)))

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "medication.start_protocol", START, self.start, "user-plus", "Ctrl+N", RUN_PROGRAMMES,
                self._why_no_start,
            ),
            ActionSpec(
                "medication.approve_rule", rule_verbs.APPROVE, self.approve, "signature", "F8", APPROVE_RULES,
                self._why_not_waiting,
            ),
        )  # fmt: skip

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _facts(one: ProtocolShown) -> list[KeyValue]:
    row = one.line.row
    facts = [
        KeyValue(tr(label("medication", "Phác đồ")), tr(row.text)),
        KeyValue(tr(label("medication", "Căn cứ")), rule_words.source(row)),
        KeyValue(
            tr(label("medication", "Trạng thái")), rule_words.state(one.line), rule_words.state_tone(one.line)
        ),
    ]
    if row.is_approved:
        by = words.joined(row.approved_by, words.day(row.approved_on))
        facts.append(KeyValue(tr(label("medication", "Người phê duyệt")), by))
    return facts


def _deviations(run_id: str, uow: Any) -> tuple[Deviation, ...]:
    return list_deviations(uow, run_id)


def _end(command: EndProtocol, uow: Any) -> object:
    return end_protocol(uow, command)
