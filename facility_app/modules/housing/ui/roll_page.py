"""Điểm danh: quân số now, the rolls, and what nobody has explained yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.housing.domain.rights import CALL_ROLL, VIEW_BOARD
from facility_app.modules.housing.domain.roll import ROLL_MARK_LABELS, ROLL_SCOPE_LABELS, RollScope
from facility_app.modules.housing.papers import roll_paper, roll_scope, shift_paper, strength_paper
from facility_app.modules.housing.queries.roll import (
    RollRow,
    StrengthReport,
    TickRow,
    get_strength,
    list_open_differences,
    list_rolls,
)
from facility_app.modules.housing.queries.screens import PRESENCE_WORDS
from facility_app.modules.housing.service.roll import ExplainDifference, OpenRoll, explain_difference, open_roll
from facility_app.modules.housing.ui import fields, places
from facility_app.modules.housing.ui import words as said
from facility_app.modules.housing.ui.press import Press
from facility_app.modules.housing.ui.words import options
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.printing.sheets import Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import BigNumberStrip, Figure

TITLE = label("housing", "Điểm danh")
BEGIN, OPEN = label("verbs", "Bắt đầu điểm danh"), label("verbs", "Mở phiếu")
PRINT_SHEET, PRINT_STRENGTH = label("verbs", "In phiếu"), label("verbs", "In báo cáo quân số")
SHIFT, EXPLAIN = label("verbs", "Bàn giao ca"), label("verbs", "Giải thích")
MAKE_SHIFT = label("verbs", "Lập biên bản")
ROLLS = label("housing", "Các buổi điểm danh")
DIFFERENCES = label("housing", "Chênh lệch chưa giải thích")
NO_ROLL = label("housing", "Chưa điểm danh buổi nào. Bấm “Bắt đầu điểm danh”.")
NO_DIFFERENCE = label("housing", "Không có chênh lệch nào chờ giải thích.")
TOTAL, PRESENT = label("housing", "Tổng quân số"), label("housing", "Có mặt")
SCOPE, ZONE = label("housing", "Phạm vi"), label("housing", "Khu")
TEAM = label("housing", "Tổ")
BEGIN_TEXT = label(
    "housing", "Danh sách lấy theo giường và theo sổ lúc bắt đầu; người đang vắng theo sổ được ghi sẵn lý do."
)
SHIFT_TEXT = label("housing", "Biên bản tự lập: quân số, việc xếp giường trong ca, chênh lệch chưa giải thích.")
DAY, HOUR = label("housing", "Ca bắt đầu ngày"), label("housing", "Giờ (ví dụ 06:00)")
BAD_HOUR = label("errors", "Giờ “{typed}” không đúng dạng giờ:phút. Ví dụ: 06:00.")
NOT_AN_HOUR = label("errors", "Gõ dạng giờ:phút, ví dụ 06:00")
EXPLAIN_TITLE = label("housing", "Giải thích chênh lệch: {name} · {code}")
EXPLAIN_TEXT = label("housing", "Theo sổ: {expected}. Khi điểm danh: {mark}. Ghi người này thực tế ở đâu, vì sao.")
EXPLAINED = label("housing", "Đã ghi giải thích.")
CHOOSE = label("ui", "Hãy chọn một dòng trước.")
RUNNING, CLEAN = label("housing", "đang điểm danh"), label("housing", "xong, khớp")
DIFFERS = label("housing", "{count} chênh lệch chờ giải thích")
HINT = label("housing", "Enter mở phiếu · Ctrl+N bắt đầu điểm danh")
SUM = label("housing", "Tổng {total} = có mặt {present} + vắng {away}")
BEGINS_AT: Final = "06:00"


def _roll_id(row: "RollLine") -> str:
    return row.roll.roll_id


@dataclass(frozen=True, slots=True)
class RollLine:
    """A roll with whom it is of."""

    roll: RollRow
    scope: str


def _when(row: RollLine) -> str:
    return said.moment(row.roll.held_at)


def _scope(row: RollLine) -> str:
    return row.scope


def _listed(row: RollLine) -> str:
    return str(row.roll.listed)


def _present(row: RollLine) -> str:
    return str(row.roll.present)


def _away(row: RollLine) -> str:
    return str(row.roll.away)


def _unseen(row: RollLine) -> str:
    return str(row.roll.unseen) if row.roll.unseen else "–"


def _state(row: RollLine) -> str:
    if row.roll.differences:
        return tr(DIFFERS, count=row.roll.differences)
    return tr(RUNNING) if row.roll.closed_at is None else tr(CLEAN)


def _state_tone(row: RollLine) -> Tone:
    if row.roll.differences:
        return Tone.DANGER
    return Tone.INFO if row.roll.closed_at is None else Tone.OK


ROLL_COLUMNS: Final[tuple[ColumnSpec[Any], ...]] = (
    ColumnSpec("when", label("housing", "Lúc"), _when, width=152),
    ColumnSpec("scope", SCOPE, _scope, width=200, is_strong=True),
    ColumnSpec("listed", label("housing", "Tổng"), _listed, width=70, align=Align.END),
    ColumnSpec("present", PRESENT, _present, width=80, align=Align.END),
    ColumnSpec("away", label("housing", "Vắng"), _away, width=70, align=Align.END),
    ColumnSpec("unseen", label("housing", "Chưa điểm danh"), _unseen, width=130, align=Align.END),
    ColumnSpec("state", label("housing", "Tình trạng"), _state, width=250, tone=_state_tone),
)


def _tick_id(row: TickRow) -> str:
    return row.tick_id


def _name(row: TickRow) -> str:
    return row.name


def _code(row: TickRow) -> str:
    return row.code


def _bed(row: TickRow) -> str:
    return row.bed


def _expected(row: TickRow) -> str:
    return tr(PRESENCE_WORDS[row.expected])


def _mark(row: TickRow) -> str:
    return "" if row.mark is None else tr(ROLL_MARK_LABELS[row.mark])


DIFFERENCE_COLUMNS: Final[tuple[ColumnSpec[Any], ...]] = (
    ColumnSpec("name", label("terms", "Họ và tên"), _name, width=190, is_strong=True),
    ColumnSpec("code", label("terms", "Mã"), _code, width=100),
    ColumnSpec("bed", label("housing", "Giường"), _bed, width=130),
    ColumnSpec("expected", label("housing", "Theo sổ"), _expected, width=220),
    ColumnSpec("mark", label("housing", "Khi điểm danh"), _mark, width=200),
)


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
        self.strip = BigNumberStrip(theme, self)
        self.rolls = ListCard(context, _rolls_spec())
        self.differences = ListCard(context, _differences_spec())
        self.rolls.setMinimumHeight(theme.px(150))
        self.differences.setMinimumHeight(theme.px(130))
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
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.px(10))
        box.addWidget(self.strip)
        box.addWidget(self.rolls, 3)
        box.addWidget(self.differences, 2)
        self.rolls.row_activated.connect(self._on_roll_activated)
        self.differences.row_activated.connect(self._on_difference_activated)

    def begin_roll(self) -> None:
        """Ask whom a roll is of, then begin it."""
        filing: Filing[Any] = Filing(key="housing.open_roll", save=_begin)
        self._form(_roll_form(self.context), filing, tr(BEGIN), tr(BEGIN_TEXT), BEGIN, fields.shown(
            scope=RollScope.ALL
        )).saved.connect(self._on_begun)  # fmt: skip

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
        filing: Filing[Any] = Filing(key="housing.hand_over", save=_since)
        today = local_date(self.context.clock.now())
        begin = fields.shown(on=today, hour=BEGINS_AT)
        dialog = self._form(_shift_form(self.context), filing, tr(SHIFT), tr(SHIFT_TEXT), MAKE_SHIFT, begin)
        dialog.saved.connect(self._on_shift)

    def explain(self) -> None:
        """Say what the difference chosen came to."""
        row = self.differences.row()
        if row is None:
            return
        title = tr(EXPLAIN_TITLE, name=row.name, code=row.code)
        text = tr(EXPLAIN_TEXT, expected=PRESENCE_WORDS[row.expected], mark=_mark(row))
        dialog = ReasonDialog(self.context.theme, title, text, verb=EXPLAIN, parent=self)
        dialog.given.connect(partial(self._on_explained_how, row))
        dialog.open()

    def ask(self) -> None:
        """Read the strength."""
        op = self.context.runner.query(self, _strength, topic="strength")
        op.success(self._on_strength).failure(self._on_failed).run()

    def _form(
        self, form: Form[Any], filing: Filing[Any], title: str, text: str, verb: Any, begin: object
    ) -> FormDialog[Any]:
        context = self.context
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, form, filing, title=title, text=text, verb=verb,
            parent=self,
        )  # fmt: skip
        dialog.open_with(begin)
        return dialog

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
        return None if self.rolls.row() is not None else tr(CHOOSE)

    def _no_difference(self) -> str | None:
        return None if self.differences.row() is not None else tr(CHOOSE)

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
    form = fields.new_form()
    form.add(CodeField("scope", SCOPE, options=options(ROLL_SCOPE_LABELS), is_required=True))
    form.add(fields.zone_field(context, "zone_id", ZONE), fields.team_field(context, "team_id", TEAM))
    return form


def _shift_form(context: PageContext) -> Form[Any]:
    form = fields.new_form()
    today = fields.today_of(context)
    form.add(
        DateField("on", DAY, today=today, latest=today, is_required=True),
        fields.line("hour", HOUR, is_required=True),
    )
    return form


def _begin(uow: Any, values: Mapping[str, Any], _version: int) -> str:
    scope = RollScope(values["scope"])
    return open_roll(uow, OpenRoll(scope, values["zone_id"], values["team_id"])).roll_id


def _since(_uow: Any, values: Mapping[str, Any], _version: int) -> datetime:
    typed = str(values["hour"])
    try:
        hour = time.fromisoformat(typed if len(typed) > 4 else f"0{typed}")  # noqa: PLR2004 - 6:00 as 06:00
    except ValueError:
        raise UserError("bad_hour", BAD_HOUR, fields={"hour": NOT_AN_HOUR}, typed=typed[:20]) from None
    return datetime.combine(values["on"], hour, LOCAL)


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


def _rolls_spec() -> ListSpec[RollLine]:
    return ListSpec(
        id="housing.rolls",
        title=ROLLS,
        columns=ROLL_COLUMNS,
        ids=_roll_ids,
        rows=_roll_rows,
        row_id=_roll_id,
        search=None,
        empty=NO_ROLL,
        tables=places.ROLL_TABLES,
    )


def _differences_spec() -> ListSpec[TickRow]:
    return ListSpec(
        id="housing.differences",
        title=DIFFERENCES,
        columns=DIFFERENCE_COLUMNS,
        ids=_difference_ids,
        rows=_difference_rows,
        row_id=_tick_id,
        search=None,
        empty=NO_DIFFERENCE,
        tables=places.ROLL_TABLES,
    )


def _roll_ids(uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(one.roll_id for one in list_rolls(uow))


def _roll_rows(uow: Any, wanted: Sequence[str]) -> tuple[RollLine, ...]:
    found = {one.roll_id: one for one in list_rolls(uow)}
    return tuple(RollLine(found[one], roll_scope(uow, found[one])) for one in wanted if one in found)


def _difference_ids(uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(one.tick_id for one in list_open_differences(uow))


def _difference_rows(uow: Any, wanted: Sequence[str]) -> tuple[TickRow, ...]:
    found = {one.tick_id: one for one in list_open_differences(uow)}
    return tuple(found[one] for one in wanted if one in found)
