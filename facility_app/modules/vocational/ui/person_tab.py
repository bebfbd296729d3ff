"""Học nghề, việc làm on a person's page: courses and certificates, guidance, talks, support, what came of it."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.courses import COURSE_KIND_LABELS, ENROLMENT_STATE_LABELS
from facility_app.modules.vocational.domain.results import GRADE_LABELS
from facility_app.modules.vocational.queries.certificates import CertificateRow, list_certificates_of
from facility_app.modules.vocational.queries.people import LearntRow, list_learnt
from facility_app.modules.vocational.ui import places, words
from facility_app.modules.vocational.ui.entry_card import entry_card
from facility_app.modules.vocational.ui.person_cards import guidance_of, outcomes_of, support_of, talks_of
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Turns
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Scrolled

COURSES, CERTIFICATES = label("vocational", "Khóa học nghề"), label("vocational", "Chứng chỉ nghề")
NO_COURSE = label("vocational", "Chưa đăng ký khóa học nghề nào.")
NO_CERTIFICATE = label("vocational", "Chưa được cấp chứng chỉ nghề nào.")
COURSE, KIND, STATE = (
    label("vocational", "Khóa"),
    label("vocational", "Loại hình"),
    label("vocational", "Tình trạng"),
)
ASKED, FROM, TO = label("vocational", "Đăng ký"), label("vocational", "Từ"), label("vocational", "Đến")
THERE, NUMBER, BOOK = label("vocational", "Có mặt"), label("vocational", "Số vào sổ"), label("vocational", "Loại")
TRADE, GRADE, DAY = label("vocational", "Nghề"), label("vocational", "Xếp loại"), label("vocational", "Ngày cấp")
STANDS, TAKEN_BACK = label("vocational", "có hiệu lực"), label("vocational", "đã hủy {day}")
LEAST = 170


class LearningPane(Pane):
    """Six cards below each other.

    Attributes:
        courses, certificates, guidance, talks, support, outcomes: the cards.
    """

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Make the cards."""
        super().__init__(context.stage)
        self.context = context
        theme = context.theme
        inner = QWidget()
        inner.setProperty("kind", "page")
        area = Scrolled(inner, self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, theme.px(12))
        self._column.setSpacing(theme.px(12))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        self.guidance = entry_card(context, guidance_of(resident_id), owner=resident_id, parent=inner)
        self._put(self.guidance)
        Turns(context.runner, self).run(self._make(resident_id, inner))

    def _make(self, resident_id: str, inner: QWidget) -> Iterator[None]:
        """A card a step: six at once would keep the keys waiting."""
        context = self.context
        self.courses = ListCard(context, _course_spec(resident_id), parent=inner)
        self.courses.row_activated.connect(self._on_course_activated)
        self._put(self.courses)
        yield
        self.certificates = ListCard(context, _certificate_spec(resident_id), parent=inner)
        self._put(self.certificates)
        yield
        self.talks = entry_card(context, talks_of(resident_id), owner=resident_id, parent=inner)
        self._put(self.talks)
        yield
        self.support = entry_card(context, support_of(resident_id), owner=resident_id, parent=inner)
        self._put(self.support)
        yield
        self.outcomes = entry_card(context, outcomes_of(resident_id), owner=resident_id, parent=inner)
        self._put(self.outcomes)

    def _put(self, card: QWidget) -> None:
        card.setMinimumHeight(self.context.theme.px(LEAST))
        self._column.addWidget(card)

    def _on_course_activated(self, _row_id: str) -> None:
        row: LearntRow | None = self.courses.row()
        if row is not None:
            self.context.go(Route(places.COURSE, row.course_id))

    @override
    def first_focus(self) -> QWidget:
        return self.guidance.table


def _course_spec(resident_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", COURSE, _course, width=200, is_strong=True, note=_code),
        ColumnSpec("kind", KIND, _kind, width=170, gives_way=2),
        ColumnSpec("state", STATE, _state, width=120, tone=_tone),
        ColumnSpec("asked_on", ASKED, _asked, width=112, gives_way=1),
        ColumnSpec("started_on", FROM, _started, width=112),
        ColumnSpec("ended_on", TO, _ended, width=112),
        ColumnSpec("there", THERE, _there, width=90, align=Align.END),
    )
    tables = places.COURSE_TABLES | places.LESSON_TABLES
    read = partial(_learnt, resident_id)
    return short_list("vocational.learnt", COURSES, NO_COURSE, columns, read, _enrolment_id, tables)


def _certificate_spec(resident_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("number", NUMBER, _number, width=148, is_strong=True, is_paper_number=True, is_struck=_is_back),
        ColumnSpec("book", BOOK, _book, width=180),
        ColumnSpec("trade", TRADE, _trade, width=180),
        ColumnSpec("grade", GRADE, _grade, width=100),
        ColumnSpec("issued_on", DAY, _issued, width=112),
        ColumnSpec("state", STATE, _stands, width=150, tone=_stands_tone),
    )
    read = partial(_certificates, resident_id)
    return short_list(
        "vocational.given", CERTIFICATES, NO_CERTIFICATE, columns, read, _certificate_id, places.RESULT_TABLES
    )


def _learnt(resident_id: str, uow: Any) -> Sequence[LearntRow]:
    return list_learnt(uow, resident_id)


def _certificates(resident_id: str, uow: Any) -> Sequence[CertificateRow]:
    return list_certificates_of(uow, resident_id)


def _enrolment_id(row: LearntRow) -> str:
    return row.enrolment_id


def _certificate_id(row: CertificateRow) -> str:
    return row.certificate_id


def _course(row: LearntRow) -> str:
    return row.name


def _code(row: LearntRow) -> str:
    return row.code


def _kind(row: LearntRow) -> str:
    return tr(COURSE_KIND_LABELS[row.kind])


def _state(row: LearntRow) -> str:
    return tr(ENROLMENT_STATE_LABELS[row.state])


def _tone(row: LearntRow) -> Tone:
    return words.ENROLMENT_TONES[row.state]


def _asked(row: LearntRow) -> str:
    return words.day(row.asked_on)


def _started(row: LearntRow) -> str:
    return words.day(row.started_on)


def _ended(row: LearntRow) -> str:
    return words.day(row.ended_on)


def _there(row: LearntRow) -> str:
    return f"{row.there}/{row.lessons}" if row.lessons else ""


def _number(row: CertificateRow) -> str:
    return row.number


def _book(row: CertificateRow) -> str:
    return tr(row.title)


def _trade(row: CertificateRow) -> str:
    return row.trade


def _grade(row: CertificateRow) -> str:
    return tr(GRADE_LABELS[row.grade])


def _issued(row: CertificateRow) -> str:
    return words.day(row.issued_on)


def _is_back(row: CertificateRow) -> bool:
    return row.taken_back_on is not None


def _stands(row: CertificateRow) -> str:
    return tr(STANDS) if row.taken_back_on is None else tr(TAKEN_BACK, day=words.day(row.taken_back_on))


def _stands_tone(row: CertificateRow) -> Tone:
    return Tone.OK if row.taken_back_on is None else Tone.NEUTRAL
