"""Đối tác, việc làm: employers, the jobs they offer, and partner schools."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.partners import EmployerFacts, SchoolFacts, VacancyFacts
from facility_app.modules.vocational.domain.rights import GUIDE, RUN_COURSES
from facility_app.modules.vocational.queries.partners import (
    EmployerRow,
    VacancyRow,
    list_employers,
    list_schools,
    list_vacancies,
)
from facility_app.modules.vocational.service.partners import (
    add_employer,
    add_school,
    add_vacancy,
    edit_employer,
    edit_school,
    edit_vacancy,
    void_employer,
    void_school,
    void_vacancy,
)
from facility_app.modules.vocational.ui import fields, places
from facility_app.modules.vocational.ui.entry_card import CardOf, entry_card, on_day, said
from facility_app.modules.vocational.ui.under_courses import back_to_courses
from facility_app.ui.forms.beginning import Shown, new_form, nothing, shown
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.card_pair import CardPair
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Scrolled

TITLE = label("vocational", "Đối tác, việc làm")
EMPLOYERS, JOBS = label("vocational", "Doanh nghiệp"), label("vocational", "Chỗ làm việc")
SCHOOLS = label("vocational", "Cơ sở giáo dục nghề nghiệp phối hợp")
NO_EMPLOYER = label("vocational", "Chưa có doanh nghiệp nào.")
NO_JOB = label("vocational", "Chưa có chỗ làm việc nào.")
NO_SCHOOL = label("vocational", "Chưa có cơ sở giáo dục nghề nghiệp nào.")
NAME, TRADE = label("vocational", "Tên"), label("vocational", "Ngành nghề")
ADDRESS, CONTACT, PHONE = (
    label("vocational", "Địa chỉ"),
    label("vocational", "Người liên hệ"),
    label("vocational", "Điện thoại"),
)
NOTE, SEATS, OPEN = label("terms", "Ghi chú"), label("vocational", "Số chỗ"), label("vocational", "Còn tuyển")
JOB, EMPLOYER = label("vocational", "Công việc"), label("vocational", "Người sử dụng lao động")
FROM, TO = label("vocational", "Tuyển từ"), label("vocational", "Đến")
WAGE, WANTS = label("vocational", "Mức lương"), label("vocational", "Yêu cầu")
LICENCE = label("vocational", "Giấy chứng nhận hoạt động")
AGREEMENT = label("vocational", "Hợp đồng phối hợp")
IS_OPEN, IS_CLOSED = label("vocational", "đang tuyển"), label("vocational", "hết hạn")
ADD_EMPLOYER, ADD_JOB = label("verbs", "Thêm doanh nghiệp"), label("verbs", "Thêm chỗ làm")
ADD_SCHOOL = label("verbs", "Thêm cơ sở dạy nghề")

LEAST = 240
"""Height of a card, at 100 %: its head, and what an empty one says and offers."""


class JobsPage(Page):
    """Employers and jobs above, schools below.

    Attributes:
        employers, jobs, schools: the cards.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context)
        theme = context.theme
        inner = QWidget()
        inner.setProperty("kind", "page")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scrolled(inner, self))
        pair = CardPair(theme, parent=inner, shares=(5, 4), least=LEAST)
        self.employers = entry_card(context, _employers(), parent=pair)
        self.jobs = entry_card(context, _jobs(), parent=pair)
        self.schools = entry_card(context, _schools(), parent=inner)
        self.schools.setMinimumHeight(theme.px(LEAST))
        pair.hold(self.jobs, self.employers)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(pair, 3)
        column.addWidget(self.schools, 2)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (back_to_courses(self.context),)

    @override
    def first_focus(self) -> QWidget:
        return self.jobs.table


def _employers() -> CardOf:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", NAME, said("name"), width=180, is_strong=True, wraps=True),
        ColumnSpec("seats", OPEN, _seats, width=84, align=Align.END),
        ColumnSpec("trade", TRADE, said("trade"), width=120, gives_way=2),
        ColumnSpec("contact", CONTACT, _contact, width=150, gives_way=1),
    )
    return CardOf(
        "employer",
        EMPLOYERS,
        NO_EMPLOYER,
        columns,
        list_employers,
        places.PARTNER_TABLES,
        GUIDE,
        ADD_EMPLOYER,
        _employer_form,
        nothing,
        _employer_of,
        add_employer,
        edit_employer,
        void_employer,
        said("name"),
    )


def _jobs() -> CardOf:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("job", JOB, said("job"), width=170, is_strong=True),
        ColumnSpec("employer", EMPLOYER, _employer, width=190),
        ColumnSpec("state", OPEN, _open, width=126, tone=_open_tone),
        ColumnSpec("seats", SEATS, said("seats"), width=70, align=Align.END),
        ColumnSpec("wage", WAGE, said("wage"), width=120, gives_way=1),
        ColumnSpec("to", TO, on_day("open_to"), width=112, gives_way=2),
    )
    return CardOf(
        "vacancy",
        JOBS,
        NO_JOB,
        columns,
        _vacancies,
        places.PARTNER_TABLES,
        GUIDE,
        ADD_JOB,
        _job_form,
        _job_begin,
        _job_of,
        add_vacancy,
        edit_vacancy,
        void_vacancy,
        said("job"),
    )


def _schools() -> CardOf:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", NAME, said("name"), width=260, is_strong=True),
        ColumnSpec("licence", LICENCE, said("licence"), width=180),
        ColumnSpec("agreement", AGREEMENT, said("agreement"), width=180),
        ColumnSpec("contact", CONTACT, _contact, width=180, gives_way=1),
        ColumnSpec("address", ADDRESS, said("address"), width=200, gives_way=2),
    )
    return CardOf(
        "school",
        SCHOOLS,
        NO_SCHOOL,
        columns,
        list_schools,
        places.PARTNER_TABLES,
        RUN_COURSES,
        ADD_SCHOOL,
        _school_form,
        nothing,
        _school_of,
        add_school,
        edit_school,
        void_school,
        said("name"),
    )


def _employer_form(_context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.line("name", NAME, is_required=True), fields.line("trade", TRADE), spans=(7, 5))
    form.add(fields.line("address", ADDRESS))
    form.add(fields.line("contact", CONTACT), fields.line("phone", PHONE), spans=(7, 5))
    form.add(fields.note("note", NOTE))
    return form


def _job_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.employer(context, "employer_id", EMPLOYER, is_required=True))
    form.add(
        fields.line("job", JOB, is_required=True), fields.number("seats", SEATS, least=1, most=1_000), spans=(9, 3)
    )
    form.add(
        fields.day(context, "open_from", FROM),
        fields.day(context, "open_to", TO, is_required=False),
        fields.line("wage", WAGE),
        spans=(4, 4, 4),
    )
    form.add(fields.line("wants", WANTS))
    return form


def _school_form(_context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(fields.line("name", NAME, is_required=True))
    form.add(fields.line("licence", LICENCE), fields.line("agreement", AGREEMENT), spans=(6, 6))
    form.add(fields.line("address", ADDRESS))
    form.add(fields.line("contact", CONTACT), fields.line("phone", PHONE), spans=(7, 5))
    return form


def _job_begin(context: PageContext, _row: Any) -> Shown:
    return shown(open_from=context.today(), seats=1)


def _employer_of(v: Mapping[str, Any]) -> EmployerFacts:
    return EmployerFacts(v["name"] or "", v["trade"], v["address"], v["contact"], v["phone"], v["note"])


def _job_of(v: Mapping[str, Any]) -> VacancyFacts:
    return VacancyFacts(
        v["employer_id"], v["job"] or "", int(v["seats"]), v["open_from"], v["open_to"], v["wage"], v["wants"]
    )


def _school_of(v: Mapping[str, Any]) -> SchoolFacts:
    return SchoolFacts(v["name"] or "", v["licence"], v["agreement"], v["address"], v["contact"], v["phone"])


def _vacancies(uow: Any) -> Sequence[VacancyRow]:
    return list_vacancies(uow)


def _seats(row: EmployerRow) -> str:
    return str(row.seats) if row.seats else ""


def _contact(row: Any) -> str:
    return " · ".join(filter(None, (row.facts.contact, row.facts.phone)))


def _employer(row: VacancyRow) -> str:
    return row.employer


def _open(row: VacancyRow) -> str:
    return tr(IS_OPEN if row.is_open else IS_CLOSED)


def _open_tone(row: VacancyRow) -> Tone:
    return Tone.OK if row.is_open else Tone.NEUTRAL
