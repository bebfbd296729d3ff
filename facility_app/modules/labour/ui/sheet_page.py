"""The sheet of a team's day: a key for each person; what breaks a rule says so, and the rest is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.labour.domain.rights import KEEP_SHEETS, VIEW_LABOUR
from facility_app.modules.labour.papers.days import sheet_paper
from facility_app.modules.labour.queries.sheets import SheetView, get_sheet
from facility_app.modules.labour.service.sheets import KeepSheet, KeptSheet, VoidSheet, keep_sheet, void_sheet
from facility_app.modules.labour.ui import fields, places, sheet_cells
from facility_app.modules.labour.ui import words as said
from facility_app.modules.labour.ui.team_lists import OFFICER, WORK
from facility_app.modules.labour.ui.team_verbs import ENDS, STARTS
from facility_app.ui.days import whole_day
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.summary import ErrorSummary
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.grid.columns import SheetRow
from facility_app.ui.grid.sheet_page import SheetPage
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

TITLE = label("labour", "Phiếu chấm công")
SHEET_NOTE, BREAK = label("labour", "Ghi chú của ca"), label("labour", "Nghỉ (phút)")
UNIT = label("labour", "sản lượng tính bằng {unit}")
SAVE, BACK = label("verbs", "Lưu phiếu chấm công"), label("verbs", "Về các tổ trong ngày")
VOID = label("verbs", "Gạch bỏ phiếu chấm công")
VOID_TEXT = label("labour", "Cả phiếu với mọi dòng của {team}, {day}. Giờ của phiếu này không còn được tính.")
NOBODY = label("labour", "Tổ chưa có ai vào ngày này.")
NOBODY_HINT = label("labour", "Đưa người vào tổ ở trang Tổ lao động hoặc Đăng ký – điều kiện.")
GONE, GONE_HINT = label("labour", "Không có tổ này."), label("labour", "Có thể danh sách đã cũ.")
DONE = label("labour", "Đã lưu phiếu chấm công: {count} dòng.")
PARTLY = label("labour", "Đã lưu {count} dòng; {left} dòng chưa lưu:")
STRUCK = label("labour", "Đã gạch bỏ phiếu chấm công.")
NO_MARK = label("labour", "Có ghi chú nhưng chưa chấm công. Hãy chấm công, hoặc xóa ghi chú.")
NO_RIGHT = label("labour", "Tài khoản này chỉ xem được phiếu chấm công.")
CLOSED = label("labour", "Sổ lao động của tháng này đã khóa, nên phiếu chỉ để xem (NĐ 163/2026 Đ118.1a).")
PRINT, SHEET_FILE = label("verbs", "In phiếu chấm công"), "phieu cham cong"
NO_SHEET = label("labour", "Ngày này chưa có phiếu.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sheet."""

    team_id: str
    day: date
    sheet_id: str

    @classmethod
    def of(cls, record: str) -> "Wanted | None":
        """The sheet of a route; None for what names none."""
        try:
            team_id, day, *sheet = record.split(" ")
            return cls(team_id, date.fromisoformat(day), sheet[0] if sheet else "")
        except ValueError:
            return None


class LabourSheetPage(SheetPage):
    """One sheet.

    Attributes:
        refused: the lines that were not kept, each with rule and article, each a way to its row.
    """

    empty_icon = "tools"
    begins_in_sheet = True

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        form.add(
            TimeField("starts", STARTS, is_required=True),
            TimeField("ends", ENDS, is_required=True),
            NumberField("rest", BREAK, least=0, most=600),
            fields.work_field(context, WORK, is_required=True),
            usual.line("officer_name", OFFICER),
            usual.line("note", SHEET_NOTE),
            spans=(2, 2, 1, 3, 2, 2),
        )
        super().__init__(
            context, form, sheet_cells.HEADS, sheet_cells.columns(), save_words=SAVE,
            head_widths=sheet_cells.HEAD_WIDTHS,
        )  # fmt: skip
        self.refused = ErrorSummary()
        self.refused.asked_for.connect(self._on_line_asked_for)
        self.sheet.show_top(self.refused)
        self._wanted: Wanted | None = None
        self._why: dict[str, str] = {}
        self._kept = 0
        self._typed: dict[str, str] = {}
        self._papers = Sheets(context, press, self)

    @override
    def read(self, uow: Any) -> SheetView | None:
        one = self._wanted
        return None if one is None else get_sheet(uow, one.team_id, one.day, one.sheet_id)

    @override
    def begin(self, seen: SheetView) -> Shown:
        return shown(
            starts=fields.at(seen.shift.starts), ends=fields.at(seen.shift.ends), rest=seen.shift.rest,
            work_type_id=seen.work_type_id, officer_name=seen.officer_name, note=seen.note,
        )  # fmt: skip

    @override
    def rows(self, seen: SheetView | None) -> Sequence[SheetRow]:
        if seen is None:
            return ()
        return [sheet_cells.row_of(one, seen, self._why.get(one.resident_id, "")) for one in seen.lines]

    @override
    def nothing(self) -> tuple[str, str]:
        if self._seen is None:
            return tr(GONE), tr(GONE_HINT)
        return tr(NOBODY), tr(NOBODY_HINT)

    @override
    def way_on(self) -> str:
        return tr(BACK)

    @override
    def begin_elsewhere(self) -> None:
        self.to_day()

    def to_day(self) -> None:
        """Back to the teams of that day."""
        one = self._wanted
        self.context.go(Route(places.SHEETS, "", {} if one is None else {"day": one.day.isoformat()}))

    def print_sheet(self) -> None:
        """The sheet on paper: as it is kept, or with room to write by hand."""
        one = self._wanted
        if one is not None and self._seen is not None:
            self._papers.show(partial(_paper, one), SHEET_FILE)

    def strike_out(self) -> None:
        """Ask why the whole sheet is struck out."""
        seen: SheetView | None = self._seen
        if seen is None or not seen.sheet_id:
            return
        text = tr(VOID_TEXT, team=seen.team.name, day=whole_day(seen.held_on))
        dialog = ReasonDialog(self.context.theme, tr(VOID), text, verb=tr(VOID), is_dangerous=True, parent=self)
        dialog.given.connect(self._on_reason_given)
        dialog.open()

    @override
    def command(self, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]]) -> Any:
        seen: SheetView = self._seen
        self._typed = self.sheet.draft()
        self._why = {one: tr(NO_MARK) for one, cell in cells.items() if sheet_cells.has_only_a_note(cell)}
        return partial(
            _keep,
            KeepSheet(
                seen.team.team_id, seen.held_on, fields.shift_of(values), sheet_cells.lines_of(seen, cells),
                seen.sheet_id, seen.version, values["work_type_id"], values["officer_name"] or "", values["note"],
            ),
        )  # fmt: skip

    @override
    def done(self, answer: KeptSheet) -> None:
        self._why |= {one.resident_id: said.rules(one.rules) for one in answer.refused}
        if not self._why:
            self.context.say(tr(DONE, count=answer.kept))
            self.to_day()
            return
        self._kept = answer.kept
        if self._wanted is not None and answer.sheet_id:
            self._wanted = Wanted(self._wanted.team_id, self._wanted.day, answer.sheet_id)
        self.ask()

    def _show_refused(self, seen: SheetView | None) -> None:
        lines = () if seen is None else seen.lines
        told = [
            (one.resident_id, one.name, self._why[one.resident_id])
            for one in lines
            if one.resident_id in self._why
        ]
        # One card says both what was kept and what was not; a second message beside it spoke against it.
        head = tr(PARTLY, count=self._kept, left=len(told)) if self._kept else ""
        self.refused.show_troubles(told, head=head)
        # What was typed of them stands there still, to be put right.
        self.sheet.restore({name: text for name, text in self._typed.items() if name.split("\t")[0] in self._why})
        if told:
            self._on_line_asked_for(told[0][0])

    def _on_line_asked_for(self, resident_id: str) -> None:
        ids = [row.id for row in self.sheet.model.rows()]
        if resident_id in ids:
            self.sheet.view.setCurrentIndex(self.sheet.model.index_of((ids.index(resident_id), 0)))

    def _on_reason_given(self, reason: str) -> None:
        seen: SheetView = self._seen
        work = partial(_void, VoidSheet(seen.sheet_id, seen.version, reason))
        self.context.runner.command(self, work).success(self._on_struck).failure(self._on_not_struck).run()

    def _on_struck(self, _nothing: object) -> None:
        self.context.say(tr(STRUCK))
        self.to_day()

    def _on_not_struck(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _why_no_sheet(self) -> str | None:
        seen: SheetView | None = self._seen
        if seen is None or not seen.sheet_id:
            return tr(NO_SHEET)
        return tr(CLOSED) if seen.is_closed else None

    def _why_no_team(self) -> str | None:
        return tr(GONE) if self._seen is None else None

    def _why_not(self, seen: SheetView | None) -> Label | None:
        if not self.context.may(KEEP_SHEETS):
            return NO_RIGHT
        return CLOSED if seen is not None and seen.is_closed else None

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def subtitle_text(self) -> str:
        seen: SheetView | None = self._seen
        if seen is None:
            return ""
        unit = "" if seen.output_unit is None else tr(UNIT, unit=seen.output_unit)
        return said.joined(seen.team.name, whole_day(seen.held_on), seen.work, unit)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("labour.to_day", BACK, self.to_day, "arrow-left", "", VIEW_LABOUR),
            ActionSpec(
                "labour.print_sheet", PRINT, self.print_sheet, "printer", "Ctrl+P", VIEW_LABOUR, self._why_no_team
            ),
            ActionSpec(
                "labour.void_sheet", VOID, self.strike_out, "ban", "", KEEP_SHEETS, self._why_no_sheet,
                is_dangerous=True, is_in_menu=True,
            ),
        )  # fmt: skip

    @override
    def open(self, route: Route) -> None:
        self._wanted, self._why, self._typed, self._kept = Wanted.of(route.record), {}, {}, 0
        super().open(route)

    @override
    def _on_read(self, seen: Any) -> None:
        super()._on_read(seen)
        why = self._why_not(seen)
        self.sheet.set_why_not(None if why is None else tr(why))
        self._show_refused(seen)


def _paper(one: Wanted, uow: Any) -> Any:
    return sheet_paper(uow, one.team_id, one.day, one.sheet_id)


def _keep(command: KeepSheet, uow: Any) -> KeptSheet:
    return keep_sheet(uow, command)


def _void(command: VoidSheet, uow: Any) -> None:
    void_sheet(uow, command)
