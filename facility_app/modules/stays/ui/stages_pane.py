"""The tab of the stages: the five as a picture and as rows, begun, ended and judged here."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.rights import RUN_STAGES
from facility_app.modules.stays.domain.stages import (
    STAGE_ARTICLES,
    STAGE_LABELS,
    STAGE_RESULT_LABELS,
    Stage,
    StageResult,
)
from facility_app.modules.stays.queries.choices import find_member
from facility_app.modules.stays.queries.detail import StageDetail, list_stages
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.service.stages import SettleStage, StartStage, settle_stage, start_stage
from facility_app.modules.stays.ui import picture, words
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.cards_pane import StayPane
from facility_app.modules.stays.ui.fields import reason_note, staff_field
from facility_app.modules.stays.ui.findings_card import FindingsCard
from facility_app.modules.stays.ui.rows_card import RowsCard
from facility_app.modules.stays.ui.stage_lines import COLUMNS, StageLine, lines_of, row_id
from facility_app.ui.charts import SpanChart
from facility_app.ui.dialogs.form_dialog import Kept
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import any_day, line, past_day
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_page import CHOOSE_ONE
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card

TITLE = label("stays", "Giai đoạn")
EMPTY = label("stays", "Diện này không chia giai đoạn.")
START, SETTLE = label("verbs", "Bắt đầu giai đoạn"), label("verbs", "Kết thúc, sửa giai đoạn")
START_BUTTON, SETTLE_BUTTON = label("verbs", "Bắt đầu"), label("verbs", "Kết thúc, sửa")
STARTED, SETTLED = label("stays", "Đã bắt đầu giai đoạn."), label("stays", "Đã lưu giai đoạn.")
BEGUN = label("stays", "Giai đoạn này đã bắt đầu: dùng “Kết thúc, sửa”.")
NOT_BEGUN = label("stays", "Giai đoạn này chưa bắt đầu: dùng “Bắt đầu”.")
IS_OVER = label("stays", "Lần cai nghiện đã kết thúc.")
REASON_HINT = label("stays", "Chỉ cần khi thời lượng khác quy định; chương trình sẽ nói điều gì")
ABOUT = label("stays", "{stage} ({article}). Ngày kết thúc là ngày đầu đã sang giai đoạn sau.")
GONE = label("errors", "Giai đoạn này không còn. Hãy đóng lại và xem bảng.")


class StagesPane(StayPane):
    """The five stages of one stay."""

    chart: SpanChart | None = None
    shows_doings = True

    @override
    def show_cards(self, seen: StayOverview) -> Iterator[None]:
        for show in (self._show_picture, self._show_rows, self._show_findings):
            show(seen)
            yield

    def _show_picture(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.chart_card = Card(self.context.theme, tr(picture.STAGES_TITLE), parent=self.inner)
            self.put(self.chart_card)
        rows = picture.stage_rows(seen)
        self.chart_card.setVisible(bool(rows))
        if rows and self.chart is None:
            self.chart = SpanChart(self.context.theme, tr(picture.STAGES_TITLE), picture.stages_plan_of(seen))
            self.chart_card.body.addWidget(self.chart)
        elif rows and self.chart is not None:
            self.chart.set_plan(picture.stages_plan_of(seen))

    def _show_rows(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.put(self._made_rows())
        self.rows.show_rows(lines_of(seen))

    def _made_rows(self) -> RowsCard:
        made = RowsCard(self.context, "stays.stages", TITLE, COLUMNS, row_id, empty=EMPTY, parent=self.inner)
        # Before the verbs are set: each asks for the row.
        self.rows = made
        made.set_actions(
            (
                ActionSpec(
                    "stays.start_stage", START_BUTTON, self.start, "plus", "", RUN_STAGES, self._why_no_start
                ),
                ActionSpec(
                    "stays.settle_stage", SETTLE_BUTTON, self.settle, "pencil", "", RUN_STAGES, self._why_no_settle
                ),
            )
        )
        made.add_asked.connect(self.start)
        made.row_activated.connect(self._on_row_activated)
        return made

    def _show_findings(self, seen: StayOverview) -> None:
        if not self.is_made:
            self.findings = FindingsCard(self.context, parent=self.inner)
            self.put(self.findings)
        self.findings.show_findings([(one, None) for one in seen.findings])

    @override
    def first_focus(self) -> QWidget:
        return self.rows.table if self.is_made and self.seen is not None else super().first_focus()

    def start(self) -> None:
        """Ask when the stage begins and who is in charge."""
        row, seen = self.rows.row(), self.seen
        if row is None or seen is None or self._told(self._why_no_start()) or not self.context.may(RUN_STAGES):
            return
        planned = row.plan.start_on if row.plan is not None else None
        today = self.context.today()
        view = shown(start_on=today if planned is None else min(planned, today))
        dialog = ask(
            self.context, self, _form(self.context, row.stage, is_begun=False),
            key=f"stays.start_stage/{seen.stay.stay_id}/{row.stage}", title=tr(START), verb=START,
            save=partial(_start, seen.stay.stay_id, row.stage), value=view, text=self._about(row),
        )  # fmt: skip
        dialog.saved.connect(self._on_started)

    def settle(self) -> None:
        """Ask how the stage ended, or what was wrong about it."""
        row, seen = self.rows.row(), self.seen
        if row is None or seen is None or self._told(self._why_no_settle()) or not self.context.may(RUN_STAGES):
            return
        done = row.done
        dialog = ask(
            self.context, self, _form(self.context, row.stage, is_begun=True),
            key=f"stays.settle_stage/{done.stage_id}", title=tr(SETTLE), verb=label("verbs", "Lưu"),
            save=partial(_settle, done.stage_id), value=_view(done), version=done.version,
            again=partial(_again, seen.stay.stay_id, done.stage_id), text=self._about(row),
        )  # fmt: skip
        dialog.saved.connect(self._on_settled)

    def _about(self, row: StageLine) -> str:
        assert self.seen is not None  # noqa: S101 - asked by both callers
        article = STAGE_ARTICLES[self.seen.stay.legal_regime][row.stage]
        about = tr(ABOUT, stage=STAGE_LABELS[row.stage], article=article)
        return words.joined(self.name(), f"{row.stage.number}. {about}")

    def _told(self, reason: str | None) -> bool:
        if reason is not None:
            self.context.say(reason, Tone.INFO)
        return reason is not None

    def _why_no_start(self) -> str | None:
        row = self.rows.row()
        if row is None:
            return tr(CHOOSE_ONE)
        if self.seen is not None and not self.seen.stay.is_open:
            return tr(IS_OVER)
        return tr(BEGUN) if row.done is not None else None

    def _why_no_settle(self) -> str | None:
        row = self.rows.row()
        if row is None:
            return tr(CHOOSE_ONE)
        return tr(NOT_BEGUN) if row.done is None else None

    def _on_row_activated(self, _row_id: str) -> None:
        row = self.rows.row()
        if row is not None and row.done is None:
            self.start()
        elif row is not None:
            self.settle()

    def _on_started(self, _answer: object) -> None:
        self.told(STARTED)

    def _on_settled(self, _answer: object) -> None:
        self.told(SETTLED)


def _form(context: PageContext, stage: Stage, *, is_begun: bool) -> Form[Any]:
    form: Form[Any] = Form(shown, with_bar=False)
    start_on = past_day(context, "start_on", label("stays", "Ngày bắt đầu"), is_required=True)
    if is_begun:
        form.add(
            start_on,
            any_day(context, "end_on", label("stays", "Ngày kết thúc")),
            CodeField("result", label("stays", "Kết quả"), options=words.options(STAGE_RESULT_LABELS)),
            spans=(4, 4, 4),
        )
    else:
        form.add(start_on, spans=(4,))
    form.add(
        staff_field(context, "in_charge_id", label("stays", "Người phụ trách")),
        line("in_charge_qualification", label("stays", "Trình độ, chứng chỉ")),
    )
    form.add(reason_note(hint=REASON_HINT))
    form.setObjectName(f"stage_{stage}")
    return form


def _charge(uow: Any, values: Mapping[str, Any]) -> tuple[str | None, str | None, str | None]:
    member_id = values["in_charge_id"]
    found = None if member_id is None else find_member(uow, member_id)
    return member_id, None if found is None else found.name, values["in_charge_qualification"]


def _start(stay_id: str, stage: Stage, uow: Any, values: Mapping[str, Any], _version: int) -> object:
    return start_stage(
        uow, StartStage(stay_id, stage, values["start_on"], *_charge(uow, values), values["reason"])
    )


def _settle(stage_id: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    result = values["result"]
    order = SettleStage(
        stage_id,
        version,
        values["start_on"],
        values["end_on"],
        StageResult(result) if result else None,
        *_charge(uow, values),
        values["reason"],
    )
    return settle_stage(uow, order)


def _view(one: StageDetail) -> Shown:
    names = ("start_on", "end_on", "result", "in_charge_id", "in_charge_qualification")
    return Shown({name: getattr(one, name) for name in names})


def _again(stay_id: str, stage_id: str, uow: Any) -> Kept[Shown]:
    found = next((one for one in list_stages(uow, stay_id) if one.stage_id == stage_id), None)
    if found is None:
        raise UserError("not_found", GONE)
    return Kept(_view(found), found.version)
