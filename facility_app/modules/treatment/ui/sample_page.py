"""Xét nghiệm ma túy: every test of the facility by what it waits for, its next step one key away."""

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.change import Change
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain import (
    DECIDE_TELLING,
    KEEP_KITS,
    ORDER_DRUG_TESTS,
    READ_DRUG_TESTS,
    RECORD_DRUG_RESULTS,
    TAKE_SAMPLES,
)
from facility_app.modules.treatment.domain.drug_tests import (
    DrugTestKind,
    Panel,
)
from facility_app.modules.treatment.domain.samples import (
    TestStep,
)
from facility_app.modules.treatment.queries.samples import (
    list_panels,
)
from facility_app.modules.treatment.service.drug_results import StrikeTest, strike_test
from facility_app.modules.treatment.service.printing import print_drug_test
from facility_app.modules.treatment.service.sampling import OrderTest, order_test
from facility_app.modules.treatment.ui import sample_columns as columns
from facility_app.modules.treatment.ui import sample_forms as forms
from facility_app.modules.treatment.ui.sample_card import TestCard
from facility_app.modules.treatment.ui.sample_cassette import Cassette, Pictures
from facility_app.modules.treatment.ui.sample_seen import Seen, read_seen, why_not_now
from facility_app.ui.actions import ActionBar
from facility_app.ui.dialogs.question import Choice, Question
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.list_panel import ListPanel
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Loudness

STRIKE = label("verbs", "Gạch bỏ xét nghiệm")
SLIP: Final = label("verbs", "In phiếu xét nghiệm")
SLIP_FILE: Final = "phieu xet nghiem"
STRIKE_TITLE = label("treatment", "Gạch bỏ xét nghiệm ghi nhầm của {name}")
HINT = label("treatment", "Ctrl+N quyết định xét nghiệm · Ctrl+Enter bước kế của dòng đang chọn")
ATTACH, LOOK = label("verbs", "Đính ảnh khay thử"), label("verbs", "Xem ảnh khay thử")
ORDERED = label("treatment", "Đã ghi quyết định xét nghiệm. Bước kế: lấy mẫu.")
DONE = label("treatment", "Đã ghi: {what}.")
KIT_ADDED = label("treatment", "Đã thêm lô kit.")
CONFIRM_TITLE = label("treatment", "Gửi mẫu của {name} đi khẳng định?")
NOT_NOW = label("verbs", "Để sau")


class SamplesPage(Page):
    """The page.

    Attributes:
        panel: the tests.
        card: the one selected, whole.
    """

    def __init__(self, press: PlainPress, pictures: Pictures, context: PageContext) -> None:
        """Make it; ``press`` sets the slip, ``pictures`` takes that of a cassette in."""
        super().__init__(context)
        theme = context.theme
        self.seen: Seen | None = None
        self._sheets = Sheets(context, press, self)
        self._asking = forms.Asking(context, self)
        self._cassette = Cassette(pictures, context, self)
        self._cassette.kept.connect(partial(self._on_done, ATTACH))
        self.panel = ListPanel(
            columns.sample_spec(context.clock.now),
            context.runner,
            theme,
            context.memory,
            first_action=tr(forms.ORDER) if context.may(ORDER_DRUG_TESTS) else "",
            parent=self,
        )
        self.card = TestCard(theme, self)
        self.bar = ActionBar(theme, context.actor, self)
        side = QVBoxLayout()
        side.setSpacing(theme.px(8))
        side.addWidget(self.bar)
        side.addWidget(self.card, 1)
        self.side = QWidget(self)
        self.side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self.panel, 6)
        row.addWidget(self.side, 5)
        self.side.hide()
        self.panel.selection_changed.connect(self._on_selection_changed)
        self.panel.summary_changed.connect(self.summary_changed)
        self.panel.first_wanted.connect(self.order)
        self.panel.row_activated.connect(self._on_row_activated)

    def order(self) -> None:
        """Ask who is tested, and why."""
        self._asking.order().saved.connect(self._on_ordered)

    def add_kit(self) -> None:
        """Ask for a lot of kits."""
        op = self.context.runner.query(self, _panels, topic="panels")
        op.success(self._on_panels).failure(self._on_told).run()

    def take(self) -> None:
        """Ask how the sample was taken."""
        if self.seen is not None:
            self._follow(self._asking.take(self.seen.card), forms.TAKE)

    def hand_on(self) -> None:
        """Ask to whom the sample goes."""
        if self.seen is not None:
            self._follow(self._asking.hand_on(self.seen.card), forms.HAND)

    def read(self) -> None:
        """Ask what was read: first with which lot, where it is a rapid test."""
        seen = self.seen
        if seen is None:
            return
        if seen.card.row.test.kind is DrugTestKind.CONFIRM:
            wanted = {code: seen.panels[code] for code in seen.card.to_confirm if code in seen.panels}
            self._follow(self._asking.readings(seen.card, wanted or seen.panels, None), forms.READ)
        elif not seen.kits:
            self.context.say(tr(forms.NO_KIT), Tone.WARNING)
        else:
            self._asking.kit_used(seen.card, seen.kits).saved.connect(self._on_kit_used)

    def confirm(self) -> None:
        """Ask whether the sample goes to a laboratory."""
        seen = self.seen
        if seen is None:
            return
        title = tr(CONFIRM_TITLE, name=seen.card.row.name)
        choices = (Choice("send", forms.CONFIRM, Loudness.PRIMARY),)
        question = Question(
            self.context.theme, title, tr(forms.CONFIRM_TEXT), choices, refusal=NOT_NOW, parent=self
        )
        question.answered.connect(self._on_confirm_wanted)
        question.open()

    def tell(self) -> None:
        """Ask whether the commune police learn of it."""
        if self.seen is not None:
            self._follow(self._asking.tell(self.seen.card), forms.TELL)

    def attach(self) -> None:
        """Ask for the picture of the cassette."""
        if self.seen is not None:
            test = self.seen.card.row.test
            self._cassette.attach(test.test_id, test.version)

    def look(self) -> None:
        """Show the picture of the cassette."""
        if self.seen is not None:
            self._cassette.look(self.seen.card.row.test_id)

    def dispose(self) -> None:
        """Ask when and how the sample was destroyed."""
        if self.seen is not None:
            self._follow(self._asking.dispose(self.seen.card), forms.DISPOSE)

    def print_slip(self) -> None:
        """The slip of the test selected."""
        if self.seen is not None:
            self._sheets.take(partial(_slip, self.seen.card.row.test.test_id), SLIP_FILE)

    def strike(self) -> None:
        """Ask why the test is struck out."""
        if self.seen is None:
            return
        title = tr(STRIKE_TITLE, name=self.seen.card.row.name)
        dialog = ReasonDialog(self.context.theme, title, verb=STRIKE, is_dangerous=True, parent=self)
        dialog.given.connect(self._on_strike_why)
        dialog.open()

    def go_on(self) -> None:
        """The next step of the test selected."""
        steps = self._steps()
        first = next((one for one in steps if self.context.may(one.permission) and one.why_not() is None), None)
        if first is not None:
            first.run()

    def _follow(self, dialog: Any, what: Label) -> None:
        dialog.saved.connect(partial(self._on_done, what))

    def _steps(self) -> tuple[ActionSpec, ...]:
        made = (
            ("take_sample", forms.TAKE, self.take, "droplet", TAKE_SAMPLES, TestStep.TAKE),
            ("record_drug_result", forms.READ, self.read, "test-pipe", RECORD_DRUG_RESULTS, TestStep.READ),
            ("confirm", forms.CONFIRM, self.confirm, "send", ORDER_DRUG_TESTS, TestStep.CONFIRM),
            ("hand_on_sample", forms.HAND, self.hand_on, "arrows-exchange", TAKE_SAMPLES,
                TestStep.HAND_ON),
        )  # fmt: skip
        steps = [
            ActionSpec(f"treatment.{one}", text, run, icon, "", right, partial(self._why_not_now, step))
            for one, text, run, icon, right, step in made
        ]
        steps.sort(key=lambda one: one.why_not() is not None)
        steps.append(
            ActionSpec(
                "treatment.decide_telling", forms.TELL, self.tell, "gavel", "", DECIDE_TELLING,
                self._why_no_telling, is_in_menu=self._why_no_telling() is not None,
            )
        )  # fmt: skip
        after = (
            ("attach_cassette", ATTACH, self.attach, "camera", RECORD_DRUG_RESULTS, TestStep.ATTACH),
            ("open_cassette", LOOK, self.look, "photo", READ_DRUG_TESTS, TestStep.LOOK),
            ("dispose_sample", forms.DISPOSE, self.dispose, "trash", TAKE_SAMPLES, TestStep.DISPOSE),
        )
        steps += [
            ActionSpec(
                f"treatment.{one}", text, run, icon, "", right, partial(self._why_not_now, step), is_in_menu=True
            )
            for one, text, run, icon, right, step in after
        ]
        struck = partial(self._why_not_now, TestStep.STRIKE)
        steps.append(
            ActionSpec(
                "treatment.strike_drug_test", STRIKE, self.strike, "ban", "", RECORD_DRUG_RESULTS, struck,
                is_dangerous=True, is_in_menu=True,
            )
        )  # fmt: skip
        return tuple(steps)

    def _why_not_now(self, step: TestStep) -> str | None:
        return why_not_now(self.seen, step)

    def _why_no_telling(self) -> str | None:
        return tr(CHOOSE) if self.seen is None else self.seen.why_no_telling()

    def _ask_card(self) -> None:
        chosen = self.panel.table.selected_ids()
        if len(chosen) != 1:
            self.seen = None
            self.side.hide()
            self.actions_changed.emit()
            return
        op = self.context.runner.query(self, partial(read_seen, chosen[0]), topic="card")
        op.success(self._on_card).failure(self._on_told).run()

    def _on_selection_changed(self) -> None:
        self._ask_card()

    def _on_card(self, seen: Seen) -> None:
        self.seen = seen
        self.card.show_card(seen.card, seen.panels)
        self.bar.set_actions(self._steps())
        self.side.show()
        self.actions_changed.emit()

    def _on_row_activated(self, _test_id: str) -> None:
        self.go_on()

    def _on_ordered(self, test_id: str) -> None:
        self.context.say(tr(ORDERED))
        self.panel.model.reload()
        self.panel.select_when_here(test_id)

    def _on_done(self, what: Label, test_id: str) -> None:
        self.context.say(tr(DONE, what=tr(what)))
        self.panel.model.reload()
        self.panel.select_when_here(test_id)
        self._ask_card()

    def _on_panels(self, panels: tuple[Panel, ...]) -> None:
        self._asking.kit(panels).saved.connect(self._on_kit_added)

    def _on_kit_added(self, _kit_id: str) -> None:
        self.context.say(tr(KIT_ADDED))
        self._ask_card()

    def _on_kit_used(self, kit_id: str) -> None:
        seen = self.seen
        kit = None if seen is None else next((one for one in seen.kits if one.kit_id == kit_id), None)
        if seen is not None and kit is not None:
            panels = {code: seen.panels[code] for code in kit.cutoffs if code in seen.panels}
            self._follow(self._asking.readings(seen.card, panels, kit), forms.READ)

    def _on_confirm_wanted(self, _choice: str) -> None:
        if self.seen is None:
            return
        test = self.seen.card.row.test
        command = OrderTest(test.stay_id, test.reason, confirms_id=test.test_id)
        op = self.context.runner.command(self, partial(_order, command))
        op.success(self._on_ordered).failure(self._on_told).run()

    def _on_strike_why(self, reason: str) -> None:
        if self.seen is None:
            return
        test = self.seen.card.row.test
        op = self.context.runner.command(self, partial(_strike, StrikeTest(test.test_id, test.version, reason)))
        op.success(partial(self._on_done, STRIKE)).failure(self._on_told).run()

    def _on_told(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def title_text(self) -> str:
        return tr(columns.TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("treatment.order_drug_test", forms.ORDER, self.order, "plus", "Ctrl+N", ORDER_DRUG_TESTS),
            ActionSpec("treatment.add_kit", forms.KIT, self.add_kit, "package", "", KEEP_KITS),
            ActionSpec(
                "treatment.print_drug_test", SLIP, self.print_slip, "printer", "Ctrl+P", READ_DRUG_TESTS,
                self._why_none,
            ),
            ActionSpec(
                "treatment.sample_step", forms.GO_ON, self.go_on, "arrow-right", "Ctrl+Return", None,
                self._why_none, is_in_menu=True,
            ),
        )  # fmt: skip

    def _why_none(self) -> str | None:
        return None if self.seen is not None else tr(CHOOSE)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if route.record:
            self.panel.select_when_here(route.record)

    @override
    def refresh(self, change: Change) -> None:
        if not columns.TABLES.isdisjoint(change.tables):
            self._ask_card()

    @override
    def first_focus(self) -> QWidget:
        return self.panel.table


def _panels(uow: Any) -> tuple[Panel, ...]:
    return list_panels(uow)


def _order(command: OrderTest, uow: Any) -> str:
    return order_test(uow, command)


def _strike(command: StrikeTest, uow: Any) -> str:
    strike_test(uow, command)
    return command.test_id


def _slip(test_id: str, uow: Any) -> PlainPaper:
    return print_drug_test(uow, test_id)
