"""Điểm, thi, chứng chỉ: what everybody came to, the exam, and who is given a certificate."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.vocational.domain.results import GRADE_LABELS, ExamFacts, Grade
from facility_app.modules.vocational.domain.rights import ISSUE_CERTIFICATES, RUN_COURSES
from facility_app.modules.vocational.queries.results import ExamDetail, ResultRow, find_exam, list_results
from facility_app.modules.vocational.service.certificates import GiveCertificate, give_certificate
from facility_app.modules.vocational.service.results import KeepExam, keep_exam
from facility_app.modules.vocational.ui import fields, places, words
from facility_app.modules.vocational.ui.tall_pair import tall_pair
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard, FormVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

RESULTS, EXAM = label("vocational", "Kết quả của từng người"), label("vocational", "Kỳ thi, kiểm tra kết thúc")
NOBODY = label("vocational", "Chưa có ai học khóa này.")
NO_EXAM = label("vocational", "Chưa ghi kỳ thi. Không thi thì điểm từng mô đun quyết định.")
NAME, MEAN = label("terms", "Họ và tên"), label("vocational", "Điểm mô đun")
SCORE, PASSED = label("vocational", "Điểm thi"), label("vocational", "Kết quả")
CERTIFICATE = label("vocational", "Chứng chỉ")
HELD_ON, CHAIR = label("vocational", "Ngày thi"), label("vocational", "Chủ tịch hội đồng, người chấm")
MEMBERS, PLACE = label("vocational", "Các ủy viên, mỗi người một dòng"), label("vocational", "Nơi thi")
MINUTES = label("vocational", "Nội dung biên bản")
GRADE, ISSUED_ON = label("vocational", "Xếp loại"), label("vocational", "Ngày cấp")
SIGNED_BY, SERIAL = label("vocational", "Người ký"), label("vocational", "Số in trên phôi")
NUMBER, NUMBER_HINT = label("vocational", "Số vào sổ"), label("vocational", "Để trống: số tiếp theo của sổ")
GIVE, KEEP = label("verbs", "Cấp chứng chỉ"), label("verbs", "Ghi kỳ thi")
MEND = label("verbs", "Sửa kỳ thi")
BOARD = label("vocational", "Căn cứ của hội đồng")
BOARD_HINT = label("vocational", "Chỉ khi điểm dưới mức đạt hoặc thiếu giờ học: số, ngày biên bản")
HOURS = label("vocational", "Giờ đã học")
SHORT = label("vocational", "Mới học {hours} giờ theo phiếu điểm danh: cấp thì phải ghi căn cứ của hội đồng.")
GIVEN, KEPT = label("vocational", "Đã cấp chứng chỉ và ghi vào sổ."), label("vocational", "Đã ghi kỳ thi.")
HAS_ONE = label("vocational", "Người này đã có chứng chỉ của khóa.")
NOT_PASSED = label("vocational", "Chưa đủ điểm đạt để cấp chứng chỉ.")
PASS, NOT_YET = label("vocational", "đạt"), label("vocational", "chưa đủ điểm")
BELOW = label("vocational", "dưới mức đạt")
CALLED = label("vocational", "Tên trên giấy: {title}")
NOT_READ = label("vocational", "tên chưa đối chiếu với văn bản")


class ResultPart(Pane):
    """Results at the left, the exam at the right.

    Attributes:
        results, exam: the cards.
    """

    def __init__(self, context: PageContext, course_id: str) -> None:
        """Make the cards."""
        super().__init__(context.stage)
        pair = tall_pair(context.theme, self)
        self.results = EditableCard(
            context, _result_spec(course_id), (_give_verb(course_id),), owner=course_id, parent=pair
        )
        verbs = (_exam_verb(course_id), _mend_verb(course_id))
        self.exam = EditableCard(context, _exam_spec(course_id), verbs, owner=course_id, parent=pair)
        pair.hold(self.results, self.exam)

    @override
    def first_focus(self) -> QWidget:
        return self.results.table


def _result_spec(course_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", NAME, _name, width=214, is_strong=True, note=_code, wraps=True),
        ColumnSpec("mean", MEAN, _mean, width=100, align=Align.END, gives_way=1),
        ColumnSpec("exam", SCORE, _exam, width=76, align=Align.END),
        ColumnSpec("hours", HOURS, words.sat, width=92, align=Align.END, tone=_hours_tone),
        ColumnSpec("passed", PASSED, _passed, width=116, tone=_tone),
        ColumnSpec("certificate", CERTIFICATE, _certificate, width=148, is_paper_number=True),
    )
    tables = places.COURSE_TABLES | places.RESULT_TABLES | places.RESIDENT_TABLES
    read = partial(_results, course_id)
    return short_list("vocational.results", RESULTS, NOBODY, columns, read, _resident_id, tables)


def _exam_spec(course_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("held_on", HELD_ON, _held_on, width=112, is_strong=True),
        ColumnSpec("chair", CHAIR, _chair, width=180),
        ColumnSpec("place", PLACE, _place, width=120, gives_way=1),
    )
    read = partial(_exams, course_id)
    return short_list("vocational.exam", EXAM, NO_EXAM, columns, read, _exam_id, frozenset({"course_exam"}))


def _give_verb(course_id: str) -> FormVerb[Any]:
    return FormVerb(
        id="vocational.give_certificate", text=GIVE, permission=ISSUE_CERTIFICATES, icon="certificate", told=GIVEN,
        form=_give_form, begin=_give_begin, save=partial(_give, course_id), about=_about, why_not=_why_not,
        answer_id=_nobody,
    )  # fmt: skip


def _exam_verb(course_id: str) -> FormVerb[Any]:
    return FormVerb(
        id="vocational.keep_exam", text=KEEP, permission=RUN_COURSES, icon="plus", told=KEPT, needs_row=False,
        form=_exam_form, begin=fields.today("held_on"), save=partial(_keep, course_id),
    )  # fmt: skip


def _mend_verb(course_id: str) -> FormVerb[Any]:
    return FormVerb(
        id="vocational.mend_exam", text=MEND, permission=RUN_COURSES, icon="pencil", told=KEPT,
        form=_exam_form, begin=fields.facts_of, save=partial(_keep, course_id), version=_version,
    )  # fmt: skip


def _give_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        CodeField("grade", GRADE, options=words.options(GRADE_LABELS), is_required=True),
        fields.past_day(context, "issued_on", ISSUED_ON),
        spans=(6, 6),
    )
    form.add(fields.line("signed_by", SIGNED_BY, is_required=True))
    form.add(
        fields.number("number", NUMBER, least=1, is_required=False, hint=NUMBER_HINT),
        fields.line("serial", SERIAL),
        spans=(6, 6),
    )
    form.add(fields.line("board_reason", BOARD, hint=BOARD_HINT))
    return form


def _exam_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.past_day(context, "held_on", HELD_ON), fields.line("place", PLACE), spans=(5, 7))
    form.add(fields.line("chair", CHAIR, is_required=True))
    form.add(fields.note("members", MEMBERS))
    form.add(fields.note("minutes", MINUTES, lines=4))
    return form


def _give_begin(context: PageContext, _row: Any) -> Shown:
    return shown(issued_on=context.today())


def _give(course_id: str, uow: Any, resident_id: str, _version: int, v: Mapping[str, Any]) -> object:
    number = None if v["number"] is None else int(v["number"])
    command = GiveCertificate(
        course_id,
        resident_id,
        Grade(v["grade"]),
        v["issued_on"],
        v["signed_by"] or "",
        number,
        v["serial"],
        v["board_reason"],
    )
    return give_certificate(uow, command)


def _keep(course_id: str, uow: Any, _id: str, version: int, v: Mapping[str, Any]) -> str:
    facts = ExamFacts(v["held_on"], v["chair"] or "", v["members"], v["place"], v["minutes"])
    return keep_exam(uow, KeepExam(course_id, version, facts))


def _nobody(_answer: Any) -> str:
    return ""


def _results(course_id: str, uow: Any) -> Sequence[ResultRow]:
    return list_results(uow, course_id)


def _exams(course_id: str, uow: Any) -> Sequence[ExamDetail]:
    found = find_exam(uow, course_id)
    return () if found is None else (found,)


def _resident_id(row: ResultRow) -> str:
    return row.resident_id


def _exam_id(row: ExamDetail) -> str:
    return row.exam_id


def _version(row: ExamDetail) -> int:
    return row.version


def _about(row: ResultRow) -> str:
    called = tr(row.title.text) if row.title.is_approved else f"{tr(row.title.text)} ({tr(NOT_READ)})"
    short = f"\n{tr(SHORT, hours=words.sat(row))}" if row.is_short else ""
    return f"{row.name} · {row.code}\n{tr(CALLED, title=called)}{short}"


def _why_not(row: ResultRow) -> Label | None:
    if row.certificate_id:
        return HAS_ONE
    return None if row.has_passed or row.may_board_decide else NOT_PASSED


def _name(row: ResultRow) -> str:
    return row.name


def _code(row: ResultRow) -> str:
    return row.code


def _mean(row: ResultRow) -> str:
    return words.score(row.mean)


def _exam(row: ResultRow) -> str:
    return words.score(row.exam)


def _passed(row: ResultRow) -> str:
    if row.may_board_decide:
        return tr(BELOW)
    return tr(PASS if row.has_passed else NOT_YET)


def _tone(row: ResultRow) -> Tone:
    if row.may_board_decide:
        return Tone.WARNING
    return Tone.OK if row.has_passed else Tone.NEUTRAL


def _hours_tone(row: ResultRow) -> Tone | None:
    """Loud once the scores are there: while a course runs, hours are still to come."""
    return Tone.WARNING if row.is_short and (row.has_passed or row.may_board_decide) else None


def _certificate(row: ResultRow) -> str:
    return row.certificate


def _held_on(row: ExamDetail) -> str:
    return words.day(row.facts.held_on)


def _chair(row: ExamDetail) -> str:
    return row.facts.chair


def _place(row: ExamDetail) -> str:
    return row.facts.place or ""
