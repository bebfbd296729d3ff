"""Giáo dục, tư vấn on a person's page: stage 3 and the plan, classes, results, counselling."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.labels import label
from facility_app.modules.education.domain.counselling import COUNSELLING_KIND_LABELS, COUNSELLING_METHOD_LABELS
from facility_app.modules.education.domain.rights import VIEW_COUNSELLING, VIEW_EDUCATION
from facility_app.modules.education.papers.sheets import transcript_paper
from facility_app.modules.education.queries.person import Learning, PersonClass, get_learning
from facility_app.modules.education.ui import places
from facility_app.modules.education.ui import words as said
from facility_app.modules.education.ui.class_lists import FROM, UNTIL
from facility_app.modules.education.ui.classes_page import NAME, TEACHER
from facility_app.modules.education.ui.counselling_page import COUNSELLOR, KIND, METHOD, NOTE, TOPIC, WHEN
from facility_app.modules.education.ui.result_lists import report_verbs, reports_spec, result_verbs, results_spec
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, nothing
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.lists.read_pane import ReadPane
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.widgets import KeyValue

TITLE = label("education", "Giai đoạn 3: giáo dục, tư vấn phục hồi hành vi, nhân cách")
STAGE = label("education", "Thời gian giai đoạn 3")
NOT_BEGUN = label("education", "chưa bắt đầu")
SINCE = label("education", "từ {begun}, kết thúc sớm nhất {lawful} ({article})")
SINCE_ONLY = label("education", "từ {begun}")
SPAN = label("education", "{begun} – {ended}")
SAT = label("education", "Buổi học của lần cai nghiện này")
SAT_TEXT = label("education", "có mặt {sat}, vắng {missed}")
CLASSES, NO_CLASS = label("education", "Các lớp"), label("education", "Chưa ở lớp nào.")
TALKS, NO_TALK = label("education", "Các buổi tư vấn"), label("education", "Chưa có buổi tư vấn nào.")
PRINT_HINT = label("education", "Để trống là cả lần cai nghiện")
ATTENDED, PRINT = label("education", "Đã dự"), label("verbs", "In bảng kết quả")
LEAST = 190
TABLES = places.CLASS_TABLES | places.COUNSELLING_TABLES | frozenset({"stay_stage", "rehab_plan"})


class LearningPane(ReadPane):
    """Reads one person's learning and shows it; reads again whenever something of it was saved.

    Attributes:
        classes, talks: lists that were read with everything else.
        results, reports: lists with verbs of their own.
    """

    def __init__(self, press: PlainPress, context: PageContext, resident_id: str) -> None:
        """Ask."""
        super().__init__(context)
        self.resident_id = resident_id
        self._sheets = Sheets(context, press, self)
        self.ask()

    @override
    def ask(self) -> None:
        op = self.context.runner.query(self, partial(_read, self.resident_id), topic="learning")
        op.success(self._on_read).failure(self.failed).run()

    def print_transcript(self) -> None:
        """Ask of which days, then show what they learnt on paper."""
        form, context = new_form(), self.context
        form.add(
            usual.past_day(context, "first", FROM, hint=PRINT_HINT),
            usual.past_day(context, "last", UNTIL, hint=PRINT_HINT),
        )
        read = partial(_transcript, self.resident_id)
        dialog = ask(context, self, form, f"{PRINT} {self.resident_id}", PRINT, "", nothing(context, None), read)
        dialog.saved.connect(self._on_transcript_read)

    def _on_transcript_read(self, paper: PlainPaper) -> None:
        self._sheets.show_paper("bang ket qua hoc tap", paper)

    def _on_read(self, seen: Learning) -> None:
        if not self.is_made:
            self._make()
        self.head.figures.set_rows(self._figures(seen))
        self.classes.show_rows(seen.classes)
        if self.context.may(VIEW_COUNSELLING):
            self.talks.show_rows(seen.talks)
        self.states.show_content()

    def _make(self) -> None:
        self.head = self.add_head(TITLE)
        self.head.bar.set_actions(
            (
                ActionSpec(
                    "education.print_transcript", PRINT, self.print_transcript, "printer", "", VIEW_EDUCATION
                ),
            )
        )
        classes: tuple[ColumnSpec[Any], ...] = (
            ColumnSpec("name", NAME, lambda one: one.row.name, width=220, is_strong=True),
            ColumnSpec("from", FROM, lambda one: said.day(one.member.from_on), width=100),
            ColumnSpec("to", UNTIL, lambda one: said.last_day(one.member.to_on), width=100),
            ColumnSpec("sat", ATTENDED, lambda one: f"{one.sat}/{one.held}", width=84, align=Align.END),
            ColumnSpec("teacher", TEACHER, lambda one: one.row.teacher, width=160),
        )
        self.classes = self.add_list("education.own_classes", CLASSES, classes, _member_id, NO_CLASS, least=LEAST)
        self.classes.row_activated.connect(self._on_class_activated)
        if self.context.may(VIEW_COUNSELLING):
            self._make_talks()
        mine = self.resident_id
        self.results = EditableCard(self.context, results_spec(mine), result_verbs(mine), owner=mine)
        self.reports = EditableCard(self.context, reports_spec(mine), report_verbs(mine), owner=mine)
        for card in (self.results, self.reports):
            card.setMinimumHeight(self.context.theme.px(LEAST))
            self.column.addWidget(card, 1)
        self.is_made = True

    def _make_talks(self) -> None:
        columns: tuple[ColumnSpec[Any], ...] = (
            ColumnSpec("when", WHEN, lambda pair: format_moment(pair[0].held_at), width=140),
            ColumnSpec("topic", TOPIC, lambda pair: pair[0].topic, width=180, is_strong=True),
            ColumnSpec("note", NOTE, lambda pair: pair[1].note or "", width=240),
            ColumnSpec("kind", KIND, lambda pair: tr(COUNSELLING_KIND_LABELS[pair[0].kind]), width=120),
            ColumnSpec("method", METHOD, lambda pair: tr(COUNSELLING_METHOD_LABELS[pair[0].method]), width=150),
            ColumnSpec("counsellor", COUNSELLOR, lambda pair: pair[0].counsellor, width=140, gives_way=1),
        )
        self.talks = self.add_list("education.own_talks", TALKS, columns, _talk_id, NO_TALK, least=LEAST)

    def _figures(self, seen: Learning) -> list[KeyValue]:
        plan = [KeyValue(tr(head), text) for head, text in seen.plan]
        sat = tr(SAT_TEXT, sat=seen.sat, missed=seen.missed)
        return [KeyValue(tr(STAGE), _stage(seen)), KeyValue(tr(SAT), sat), *plan]

    def _on_class_activated(self, member_id: str) -> None:
        found = next((one for one in self.classes.rows if one.member.member_id == member_id), None)
        if found is not None:
            self.context.go(Route(places.CLASS, found.row.class_id))

    @override
    def refresh(self, change: Change) -> None:
        if not TABLES.isdisjoint(change.tables):
            self.ask()


def _stage(seen: Learning) -> str:
    if seen.stage_from is None:
        return tr(NOT_BEGUN)
    begun = format_date(seen.stage_from)
    if seen.stage_to is not None:
        return tr(SPAN, begun=begun, ended=said.last_day(seen.stage_to))
    if seen.lawful_to is None:
        return tr(SINCE_ONLY, begun=begun)
    return tr(SINCE, begun=begun, lawful=format_date(seen.lawful_to), article=seen.article)


def _member_id(one: PersonClass) -> str:
    return one.member.member_id


def _talk_id(pair: Any) -> str:
    return str(pair[0].counselling_id)


def _read(resident_id: str, uow: Any) -> Learning:
    return get_learning(uow, resident_id)


def _transcript(resident_id: str, uow: Any, v: Mapping[str, Any]) -> PlainPaper:
    return transcript_paper(uow, resident_id, v["first"], v["last"])
