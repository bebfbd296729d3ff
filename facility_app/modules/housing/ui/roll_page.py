"""Điểm danh: quân số now, the rolls, and what nobody has explained yet."""

from collections.abc import Mapping
from datetime import datetime, time
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import CALL_ROLL, VIEW_BOARD
from facility_app.modules.housing.domain.roll import ROLL_SCOPE_LABELS, RollScope
from facility_app.modules.housing.papers import roll_paper, shift_paper, strength_paper
from facility_app.modules.housing.queries.roll import StrengthReport, TickRow, get_strength
from facility_app.modules.housing.queries.screens import PRESENCE_WORDS
from facility_app.modules.housing.service.roll import ExplainDifference, OpenRoll, explain_difference, open_roll
from facility_app.modules.housing.ui import fields, places
from facility_app.modules.housing.ui.asking import ask_form
from facility_app.modules.housing.ui.press import Press
from facility_app.modules.housing.ui.roll_lists import PRESENT, SCOPE, differences_spec, mark_words, rolls_spec
from facility_app.modules.housing.ui.words import options
from facility_app.ui.dialogs.form_dialog import Filing
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import BigNumberStrip, Figure, Scrolled

TITLE = label("housing", "Điểm danh")
BEGIN, OPEN = label("verbs", "Bắt đầu điểm danh"), label("verbs", "Mở phiếu")
PRINT_SHEET, PRINT_STRENGTH = label("verbs", "In phiếu"), label("verbs", "In báo cáo quân số")
SHIFT, EXPLAIN = label("verbs", "Bàn giao ca"), label("verbs", "Giải thích")
TOTAL = label("housing", "Tổng quân số")
ZONE, TEAM = label("housing", "Khu"), label("housing", "Tổ")
BEGIN_TEXT = label(
    "housing", "Danh sách lấy theo giường và theo sổ lúc bắt đầu; người đang vắng theo sổ được ghi sẵn lý do."
)
SHIFT_TEXT = label("housing", "Biên bản tự lập: quân số, việc xếp giường trong ca, chênh lệch chưa giải thích.")
MAKE_SHIFT = label("verbs", "Lập biên bản")
DAY, HOUR = label("housing", "Ca bắt đầu ngày"), label("housing", "Giờ bắt đầu ca")
LEAST: Final = 180
"""Height of a card at 100 %: its head, its columns, two rows."""
SHIFT_BEGINS: Final = time(6)
EXPLAIN_TITLE = label("housing", "Giải thích chênh lệch: {name} · {code}")
EXPLAIN_TEXT = label("housing", "Theo sổ: {expected}. Khi điểm danh: {mark}. Ghi người này thực tế ở đâu, vì sao.")
EXPLAINED = label("housing", "Đã ghi giải thích.")
HINT = label("housing", "Enter mở phiếu · Ctrl+N bắt đầu điểm danh")
SUM = label("housing", "Tổng {total} = có mặt {present} + vắng {away}")


class RollsPage(Page):
    """Numbers, rolls, differences.

    Attributes:
        strip: quân số now; its parts add up to the whole.
        rolls: the rolls.
        differences: what waits for an explanation, of any roll.
    """

    def __init__(self, press: Press, context: PageContext) -> None:
        """Make it."""
        super().__init__(context)
        theme = context.theme
        self._sheets = Sheets(context, press, self)
        inner = QWidget(self)
        area = Scrolled(inner, self)
        self.strip = BigNumberStrip(theme, inner)
        self.rolls = ListCard(context, rolls_spec(), parent=inner)
        self.differences = ListCard(context, differences_spec(), parent=inner)
        for card in (self.rolls, self.differences):
            card.setMinimumHeight(theme.px(LEAST))
        self.rolls.set_actions(
            (
                ActionSpec(
                    "housing.open_sheet", OPEN, self.open_sheet, "list-check", "", VIEW_BOARD, self._no_roll
                ),
                ActionSpec(
                    "housing.print_roll", PRINT_SHEET, self.print_sheet, "printer", "", VIEW_BOARD, self._no_roll
                ),
            )
        )
        self.differences.set_actions(
            (
                ActionSpec(
                    "housing.explain_difference", EXPLAIN, self.explain, "message", "Ctrl+E", CALL_ROLL,
                    self._no_difference,
                ),
            )
        )  # fmt: skip
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.strip)
        column.addWidget(self.rolls, 3)
        column.addWidget(self.differences, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        self.rolls.row_activated.connect(self._on_roll_activated)
        self.differences.row_activated.connect(self._on_difference_activated)

    def begin_roll(self) -> None:
        """Ask whom a roll is of, then begin it."""
        dialog = ask_form(
            self.context,
            self,
            _roll_form(self.context),
            Filing(key="housing.open_roll", save=_begin),
            title=BEGIN,
            text=tr(BEGIN_TEXT),
            verb=BEGIN,
            begin=shown(scope=RollScope.ALL),
        )
        dialog.saved.connect(self._on_begun)

    def open_sheet(self) -> None:
        """The sheet of the roll chosen."""
        row = self.rolls.row()
        if row is not None:
            self._on_roll_activated(row.roll.roll_id)

    def print_sheet(self) -> None:
        """The roll chosen on paper."""
        row = self.rolls.row()
        if row is not None:
            self._sheets.show(partial(_roll_paper, row.roll.roll_id), "phieu diem danh")

    def print_strength(self) -> None:
        """The morning's strength on paper."""
        self._sheets.show(_strength_paper, "bao cao quan so")

    def hand_over(self) -> None:
        """Ask since when, then compose the shift's hand-over."""
        dialog = ask_form(
            self.context,
            self,
            _shift_form(self.context),
            Filing(key="housing.hand_over", save=_since),
            title=SHIFT,
            text=tr(SHIFT_TEXT),
            verb=MAKE_SHIFT,
            begin=shown(on=self.context.today(), hour=SHIFT_BEGINS),
        )
        dialog.saved.connect(self._on_shift)

    def explain(self) -> None:
        """Say what the difference chosen came to."""
        row = self.differences.row()
        if row is None:
            return
        title = tr(EXPLAIN_TITLE, name=row.name, code=row.code)
        text = tr(EXPLAIN_TEXT, expected=PRESENCE_WORDS[row.expected], mark=mark_words(row))
        dialog = ReasonDialog(self.context.theme, title, text, verb=EXPLAIN, parent=self)
        dialog.given.connect(partial(self._on_explained_how, row))
        dialog.open()

    def ask(self) -> None:
        """Read the strength."""
        op = self.context.runner.query(self, _strength, topic="strength")
        op.success(self._on_strength).failure(self._on_failed).run()

    def _on_strength(self, report: StrengthReport) -> None:
        whole = report.whole
        figures = [
            Figure("total", tr(TOTAL), str(whole.total)),
            Figure("present", tr(PRESENT), str(whole.present), tone=Tone.OK),
        ]
        for code, count in whole.away.items():
            figures.append(Figure(code, tr(PRESENCE_WORDS[code]), str(count), tone=Tone.WARNING))
        self.strip.set_figures(figures)
        away = sum(whole.away.values())
        self.summary_changed.emit(tr(SUM, total=whole.total, present=whole.present, away=away))

    def _on_begun(self, roll_id: object) -> None:
        self.context.go(Route(places.SHEET, str(roll_id)))

    def _on_shift(self, since: object) -> None:
        if isinstance(since, datetime):
            self._sheets.show(partial(_shift_paper, since), "ban giao ca truc")

    def _on_roll_activated(self, roll_id: str) -> None:
        self.context.go(Route(places.SHEET, roll_id))

    def _on_difference_activated(self, _tick_id: str) -> None:
        if self.context.may(CALL_ROLL):
            self.explain()

    def _on_explained_how(self, row: TickRow, explanation: str) -> None:
        command = ExplainDifference(row.tick_id, row.version, explanation)
        op = self.context.runner.command(self, partial(_explain, command))
        op.success(self._on_explained).failure(self._on_failed).run()

    def _on_explained(self, _nothing: object) -> None:
        self.context.say(tr(EXPLAINED))

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _no_roll(self) -> str | None:
        return self.rolls.why_no_row()

    def _no_difference(self) -> str | None:
        return self.differences.why_no_row()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("housing.open_roll", BEGIN, self.begin_roll, "plus", "Ctrl+N", CALL_ROLL),
            ActionSpec(
                "housing.print_strength", PRINT_STRENGTH, self.print_strength, "printer", "Ctrl+P", VIEW_BOARD
            ),
            ActionSpec("housing.hand_over", SHIFT, self.hand_over, "switch-horizontal", "", VIEW_BOARD),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.ask()

    @override
    def refresh(self, change: Change) -> None:
        if not (places.BOARD_TABLES | places.ROLL_TABLES).isdisjoint(change.tables):
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return self.rolls.table


def _roll_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(CodeField("scope", SCOPE, options=options(ROLL_SCOPE_LABELS), is_required=True))
    form.add(fields.zone_field(context, "zone_id", ZONE), fields.team_field(context, "team_id", TEAM))
    return form


def _shift_form(context: PageContext) -> Form[Any]:
    form = new_form()
    today = context.today
    form.add(
        DateField("on", DAY, today=today, latest=today, is_required=True),
        TimeField("hour", HOUR, is_required=True),
    )
    return form


def _begin(uow: Any, values: Mapping[str, Any], _version: int) -> str:
    scope = RollScope(values["scope"])
    return open_roll(uow, OpenRoll(scope, values["zone_id"], values["team_id"])).roll_id


def _since(_uow: Any, values: Mapping[str, Any], _version: int) -> datetime:
    return datetime.combine(values["on"], values["hour"], LOCAL)


def _explain(command: ExplainDifference, uow: Any) -> None:
    explain_difference(uow, command)


def _strength(uow: Any) -> StrengthReport:
    return get_strength(uow)


def _roll_paper(roll_id: str, uow: Any) -> Any:
    return roll_paper(uow, roll_id)


def _strength_paper(uow: Any) -> Any:
    return strength_paper(uow)


def _shift_paper(since: datetime, uow: Any) -> Any:
    return shift_paper(uow, since)
