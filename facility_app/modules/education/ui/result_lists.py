"""Results, school reports and minors who lack schooling, as lists with their verbs."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.education.domain.classes import SCHOOL_LEVEL_LABELS, SchoolLevel
from facility_app.modules.education.domain.results import (
    GRADE_LABELS,
    LITERACY_GRADES,
    RESULT_KIND_LABELS,
    Grade,
    ResultKind,
    score_text,
)
from facility_app.modules.education.domain.rights import TEACH
from facility_app.modules.education.domain.schooling import SCHOOLING_ARTICLES
from facility_app.modules.education.queries.results import (
    LackingRow,
    ReportRow,
    ResultRow,
    list_lacking,
    list_reports,
    list_results,
)
from facility_app.modules.education.service.programmes import VoidRecord
from facility_app.modules.education.service.results import (
    AddResult,
    AddSchoolReport,
    add_result,
    add_school_report,
    void_result,
    void_school_report,
)
from facility_app.modules.education.ui import fields, places
from facility_app.modules.education.ui import words as said
from facility_app.modules.education.ui.classes_page import CODE as CLASS_CODE
from facility_app.modules.education.ui.classes_page import LEVEL, NOTE
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import DateField, NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb, ReasonVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

RESULTS, REPORTS = label("education", "Kết quả ở lớp"), label("education", "Học bạ, bảng điểm")
LACKING = label("education", "Người dưới 18 tuổi chưa được xếp lớp phải học")
NO_RESULT, NO_REPORT = label("education", "Chưa có kết quả nào."), label("education", "Chưa có học bạ nào.")
NONE_LACKS = label("education", "Không có ai: mọi người dưới 18 tuổi đều đang học cấp học bắt buộc hoặc đã xong.")
NAME, CODE, DAY = label("terms", "Họ và tên"), label("terms", "Mã"), label("terms", "Ngày")
KIND, GRADE, SCORE = label("education", "Kết quả"), label("education", "Mức"), label("education", "Điểm")
YEAR, GRADE_NO = label("education", "Năm học"), label("education", "Lớp")
SCHOOL, PAPER = label("education", "Trường"), label("education", "Số, ngày của học bạ")
FINISHED = label("education", "Hoàn thành cấp học")
AGE, MUST, ARTICLE = label("terms", "Tuổi"), label("education", "Phải học"), label("terms", "Căn cứ")
PERSON, CLASS = label("terms", "Người cai nghiện"), label("education", "Lớp học")
ADD, VOID = label("verbs", "Ghi kết quả học tập"), label("verbs", "Bỏ kết quả")
ADD_REPORT, VOID_REPORT = label("verbs", "Ghi học bạ"), label("verbs", "Bỏ học bạ")
SAVED, STRUCK = label("ui", "Đã lưu."), label("ui", "Đã gạch bỏ.")
ABOUT = label("education", "{name} · {code}: dòng bị bỏ vẫn còn trong dữ liệu, cùng lý do.")
YEAR_HINT = label("education", "Năm bắt đầu: 2026 cho năm học 2026–2027")
YES = label("terms", "Có")


def results_spec(resident_id: str = "") -> ListSpec[Any]:
    """Results, of one person or of all."""
    columns: tuple[ColumnSpec[Any], ...] = (
        *(() if resident_id else _who()),
        ColumnSpec("class", CLASS_CODE, lambda row: row.class_code, width=90, gives_way=3),
        ColumnSpec("grade", GRADE, lambda row: tr(GRADE_LABELS[row.grade]), width=210, tone=_grade_tone),
        ColumnSpec("kind", KIND, lambda row: tr(RESULT_KIND_LABELS[row.kind]), width=260, gives_way=1),
        ColumnSpec("score", SCORE, lambda row: score_text(row.score_tenths), width=64, align=Align.END),
        ColumnSpec("day", DAY, lambda row: said.day(row.graded_on), width=100, gives_way=2),
    )
    read = partial(_results, resident_id)
    list_id = "education.result_list" if not resident_id else "education.own_results"
    return short_list(list_id, RESULTS, NO_RESULT, columns, read, _result_id, places.RESULT_TABLES)


def reports_spec(resident_id: str = "") -> ListSpec[Any]:
    """School reports, of one person or of all."""
    columns: tuple[ColumnSpec[Any], ...] = (
        *(() if resident_id else _who()),
        ColumnSpec("year", YEAR, lambda row: f"{row.school_year}–{row.school_year + 1}", width=110),
        ColumnSpec("grade", GRADE_NO, lambda row: str(row.grade_no), width=56, align=Align.END),
        ColumnSpec("level", LEVEL, lambda row: tr(SCHOOL_LEVEL_LABELS[row.level]), width=150, gives_way=2),
        ColumnSpec("result", KIND, lambda row: tr(GRADE_LABELS[row.result]), width=100),
        ColumnSpec("done", FINISHED, lambda row: tr(YES) if row.is_level_finished else "", width=150),
        ColumnSpec("paper", PAPER, lambda row: row.paper or "", width=160, gives_way=1),
    )
    list_id = "education.report_list" if not resident_id else "education.own_reports"
    read = partial(_reports, resident_id)
    return short_list(list_id, REPORTS, NO_REPORT, columns, read, _report_id, places.RESULT_TABLES)


def lacking_spec() -> ListSpec[Any]:
    """Minors who must be taught and are not."""
    columns: tuple[ColumnSpec[Any], ...] = (
        *_who(),
        ColumnSpec("age", AGE, lambda row: str(row.age), width=60, align=Align.END),
        ColumnSpec("level", MUST, lambda row: tr(SCHOOL_LEVEL_LABELS[row.level]), width=160, tone=_must_tone),
        ColumnSpec("article", ARTICLE, lambda row: SCHOOLING_ARTICLES[row.regime], width=190),
    )
    return short_list(
        "education.lacking", LACKING, NONE_LACKS, columns, _lacking, _lacking_id, places.RESULT_TABLES
    )


def result_verbs(resident_id: str = "") -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On results."""
    add: FormVerb[Any] = FormVerb(
        id="education.add_result", text=ADD, permission=TEACH, icon="plus", told=SAVED, needs_row=False,
        form=_result_form, begin=partial(_begin, resident_id), save=_add,
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="education.void_result", text=VOID, permission=TEACH, icon="ban", told=STRUCK, title=VOID, about=_about,
        button=VOID, save=_void, is_dangerous=True,
    )  # fmt: skip
    return add, void


def report_verbs(resident_id: str = "") -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On school reports."""
    add: FormVerb[Any] = FormVerb(
        id="education.add_school_report", text=ADD_REPORT, permission=TEACH, icon="plus", told=SAVED,
        needs_row=False, form=_report_form, begin=partial(_begin, resident_id), save=_add_report,
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="education.void_school_report", text=VOID_REPORT, permission=TEACH, icon="ban", told=STRUCK,
        title=VOID_REPORT, about=_about, button=VOID_REPORT, save=_void_report, is_dangerous=True,
    )  # fmt: skip
    return add, void


def _who() -> tuple[ColumnSpec[Any], ...]:
    return (
        ColumnSpec("name", NAME, lambda row: row.name, width=170, is_strong=True),
        ColumnSpec("code", CODE, lambda row: row.code, width=96),
    )


def _grade_tone(row: ResultRow) -> Tone | None:
    if row.grade in {Grade.FAILED, Grade.ILLITERATE}:
        return Tone.WARNING
    return Tone.INFO if row.grade is Grade.BASIC else Tone.OK


def _must_tone(_row: LackingRow) -> Tone | None:
    return Tone.WARNING


def _results(resident_id: str, uow: Any) -> Sequence[ResultRow]:
    return list_results(uow, resident_id=resident_id)


def _reports(resident_id: str, uow: Any) -> Sequence[ReportRow]:
    return list_reports(uow, resident_id)


def _lacking(uow: Any) -> Sequence[LackingRow]:
    return list_lacking(uow)


def _result_id(row: ResultRow) -> str:
    return row.result_id


def _report_id(row: ReportRow) -> str:
    return row.report_id


def _lacking_id(row: LackingRow) -> str:
    return row.resident_id


def _begin(resident_id: str, context: PageContext, _row: Any) -> Any:
    return shown(resident_id=resident_id or None, graded_on=context.today())


def _result_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.class_field(context, CLASS))
    form.add(fields.person_field(context, PERSON))
    form.add(
        CodeField("kind", KIND, options=said.options(RESULT_KIND_LABELS), is_required=True),
        CodeField("grade", GRADE, options=said.options(GRADE_LABELS), is_required=True),
    )
    form.add(
        DateField("graded_on", DAY, today=context.today, is_required=True),
        NumberField("score", SCORE, decimals=1, least=0, most=10),
    )
    form.add(usual.line("note", NOTE))
    return form


def _report_form(context: PageContext) -> Form[Any]:
    grades = {one: text for one, text in GRADE_LABELS.items() if one not in LITERACY_GRADES}
    form = new_form()
    form.add(fields.person_field(context, PERSON))
    form.add(
        NumberField("school_year", YEAR, least=1950, most=2100, is_required=True, hint=YEAR_HINT),
        CodeField("level", LEVEL, options=said.options(SCHOOL_LEVEL_LABELS), is_required=True),
        NumberField("grade_no", GRADE_NO, least=1, most=12, is_required=True),
        spans=(4, 5, 3),
    )
    form.add(
        CodeField("result", KIND, options=said.options(grades), is_required=True),
        CheckField("is_level_finished", FINISHED),
    )
    form.add(usual.line("school", SCHOOL), usual.line("paper", PAPER))
    form.add(usual.line("note", NOTE))
    return form


def _add(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    tenths = None if v["score"] is None else int(v["score"] * 10)
    command = AddResult(
        v["class_id"],
        v["resident_id"],
        ResultKind(v["kind"]),
        Grade(v["grade"]),
        v["graded_on"],
        tenths,
        v["note"],
    )
    return add_result(uow, command)


def _add_report(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    command = AddSchoolReport(
        v["resident_id"], int(v["school_year"]), SchoolLevel(v["level"]), int(v["grade_no"]), Grade(v["result"]),
        bool(v["is_level_finished"]), v["school"], v["paper"], v["note"],
    )  # fmt: skip
    return add_school_report(uow, command)


def _void(uow: Any, row: ResultRow, reason: str) -> None:
    void_result(uow, VoidRecord(row.result_id, row.version, reason))


def _void_report(uow: Any, row: ReportRow, reason: str) -> None:
    void_school_report(uow, VoidRecord(row.report_id, row.version, reason))


def _about(row: Any) -> str:
    return tr(ABOUT, name=row.name, code=row.code)
