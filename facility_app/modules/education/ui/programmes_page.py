"""Chương trình: programmes by law at the left, the topics of the one chosen at the right."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import REGIME_LABELS, LegalRegime
from facility_app.kernel.typed import number_text
from facility_app.modules.education.domain.classes import TOPIC_LABELS, TopicKind
from facility_app.modules.education.domain.rights import PLAN_EDUCATION, VIEW_EDUCATION
from facility_app.modules.education.queries.classes import ProgrammeRow, TopicRow, list_programmes, list_topics
from facility_app.modules.education.service.programmes import (
    AddTopic,
    EditProgramme,
    ProgrammeFacts,
    VoidRecord,
    add_programme,
    add_topic,
    edit_programme,
    void_programme,
    void_topic,
)
from facility_app.modules.education.ui import places
from facility_app.modules.education.ui import words as said
from facility_app.modules.education.ui.classes_page import NOTE
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, nothing, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import DateField, NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.card_pair import CardPair
from facility_app.ui.lists.editable_card import EditableCard, FormVerb, ReasonVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("education", "Chương trình, chuyên đề")
PROGRAMMES, TOPICS = label("education", "Các chương trình"), label("education", "Chuyên đề của chương trình")
NO_PROGRAMME, NO_TOPIC = (
    label("education", "Chưa có chương trình nào."),
    label("education", "Chưa có chuyên đề nào."),
)
NAME, LAW = label("education", "Tên chương trình"), label("education", "Áp dụng cho người theo")
VALID_FROM, VALID_TO = label("education", "Dạy từ"), label("education", "Đến hết")
COUNT, MINUTES = label("education", "Số chuyên đề"), label("education", "Tổng số phút")
PLACE, KIND = label("terms", "TT"), label("education", "Loại chuyên đề")
TOPIC, PLANNED = label("education", "Tên chuyên đề"), label("education", "Số phút dự kiến")
ADD, EDIT, VOID = label("verbs", "Lập chương trình"), label("verbs", "Sửa"), label("verbs", "Bỏ")
ADD_TOPIC, VOID_TOPIC = label("verbs", "Thêm chuyên đề"), label("verbs", "Bỏ chuyên đề")
SAVED, STRUCK = label("ui", "Đã lưu."), label("ui", "Đã gạch bỏ.")
ABOUT = label("education", "{name}: dòng bị bỏ vẫn còn trong dữ liệu, cùng lý do.")
TO_CLASSES = label("verbs", "Về danh sách lớp")
CHOOSE_FIRST = label("education", "Hãy lập hoặc chọn một chương trình trước.")


class ChosenProgramme:
    """The programme whose topics are listed."""

    def __init__(self) -> None:
        """None."""
        self.programme_id = ""


class ProgrammesPage(Page):
    """Programmes and topics.

    Attributes:
        programmes, topics: the cards.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context)
        self._chosen = ChosenProgramme()
        pair = CardPair(context.theme, parent=self, shares=(1, 1))
        self.programmes = EditableCard(context, _programmes_spec(), _programme_verbs(), parent=pair)
        self.topics = EditableCard(context, _topics_spec(self._chosen), _topic_verbs(self._chosen), parent=pair)
        pair.hold(self.programmes, self.topics)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(pair)
        self.programmes.selection_changed.connect(self._on_chosen)

    def to_classes(self) -> None:
        """Back to the classes."""
        self.context.go(Route(places.CLASSES))

    def _on_chosen(self) -> None:
        row: ProgrammeRow | None = self.programmes.row()
        wanted = "" if row is None else row.programme_id
        if self._chosen.programme_id != wanted:
            self._chosen.programme_id = wanted
            self.topics.begin()
            self.topics.bar.recheck()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("education.to_classes", TO_CLASSES, self.to_classes, "school", "", VIEW_EDUCATION),)

    @override
    def first_focus(self) -> QWidget:
        return self.programmes.table


def _programmes_spec() -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("name", NAME, lambda row: row.name, width=230, is_strong=True),
        ColumnSpec("regime", LAW, lambda row: tr(REGIME_LABELS[row.regime]), width=150, gives_way=3),
        ColumnSpec("from", VALID_FROM, lambda row: said.day(row.valid_from), width=104),
        ColumnSpec("to", VALID_TO, lambda row: said.day(row.valid_to), width=100, gives_way=2),
        ColumnSpec("topics", COUNT, lambda row: str(row.topics), width=108, align=Align.END),
        ColumnSpec(
            "minutes", MINUTES, lambda row: number_text(row.minutes), width=108, align=Align.END, gives_way=1
        ),
    )
    return short_list(
        "education.programme_list", PROGRAMMES, NO_PROGRAMME, columns, _programmes, _programme_id,
        places.PROGRAMME_TABLES,
    )  # fmt: skip


def _topics_spec(chosen: ChosenProgramme) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("position", PLACE, lambda row: str(row.position), width=48, align=Align.END),
        ColumnSpec("name", TOPIC, lambda row: row.name, width=190, is_strong=True),
        ColumnSpec("kind", KIND, lambda row: tr(TOPIC_LABELS[row.kind]), width=150),
        ColumnSpec("minutes", PLANNED, lambda row: number_text(row.planned_minutes), width=120, align=Align.END),
    )
    return short_list(
        "education.topic_list", TOPICS, NO_TOPIC, columns, partial(_topics, chosen), _topic_id,
        places.PROGRAMME_TABLES,
    )  # fmt: skip


def _programme_verbs() -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    add: FormVerb[Any] = FormVerb(
        id="education.add_programme", text=ADD, permission=PLAN_EDUCATION, icon="plus", told=SAVED,
        needs_row=False, shortcut="Ctrl+N", form=_programme_form, begin=_new_programme, save=_add,
    )  # fmt: skip
    edit: FormVerb[Any] = FormVerb(
        id="education.edit_programme", text=EDIT, permission=PLAN_EDUCATION, icon="pencil", told=SAVED,
        shortcut="F2", form=_programme_form, begin=_begin_edit, save=_edit, version=lambda row: int(row.version),
        about=lambda row: str(row.name),
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="education.void_programme", text=VOID, permission=PLAN_EDUCATION, icon="ban", told=STRUCK, title=VOID,
        about=_about, button=VOID, save=_void, is_dangerous=True,
    )  # fmt: skip
    return add, edit, void


def _topic_verbs(chosen: ChosenProgramme) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    add: FormVerb[Any] = FormVerb(
        id="education.add_topic", text=ADD_TOPIC, permission=PLAN_EDUCATION, icon="plus", told=SAVED,
        needs_row=False, form=_topic_form, begin=nothing, save=partial(_add_topic, chosen),
        why_not=partial(_why_no_programme, chosen),
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="education.void_topic", text=VOID_TOPIC, permission=PLAN_EDUCATION, icon="ban", told=STRUCK,
        title=VOID_TOPIC, about=_about, button=VOID_TOPIC, save=_void_topic, is_dangerous=True,
    )  # fmt: skip
    return add, void


def _why_no_programme(chosen: ChosenProgramme, _row: Any) -> Label | None:
    return None if chosen.programme_id else CHOOSE_FIRST


def _programmes(uow: Any) -> Sequence[ProgrammeRow]:
    return list_programmes(uow)


def _topics(chosen: ChosenProgramme, uow: Any) -> Sequence[TopicRow]:
    return list_topics(uow, chosen.programme_id) if chosen.programme_id else ()


def _programme_id(row: ProgrammeRow) -> str:
    return row.programme_id


def _topic_id(row: TopicRow) -> str:
    return row.topic_id


def _programme_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(usual.line("name", NAME, is_required=True))
    form.add(
        CodeField("regime", LAW, options=said.options(REGIME_LABELS), is_required=True),
        DateField("valid_from", VALID_FROM, today=context.today, is_required=True),
        DateField("valid_to", VALID_TO, today=context.today),
        spans=(4, 4, 4),
    )
    form.add(usual.line("note", NOTE))
    return form


def _topic_form(_context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(CodeField("kind", KIND, options=said.options(TOPIC_LABELS), is_required=True))
    form.add(
        usual.line("name", TOPIC, is_required=True),
        NumberField("planned_minutes", PLANNED, least=1, most=60_000, is_required=True),
        spans=(8, 4),
    )
    return form


def _new_programme(context: PageContext, _row: Any) -> Any:
    return shown(regime=LegalRegime.L2025.value, valid_from=context.today())


def _begin_edit(_context: PageContext, row: ProgrammeRow | None) -> Any:
    return row


def _facts(v: Mapping[str, Any]) -> ProgrammeFacts:
    return ProgrammeFacts(v["name"], LegalRegime(v["regime"]), v["valid_from"], v["valid_to"], v["note"])


def _add(uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    return add_programme(uow, _facts(v))


def _edit(uow: Any, programme_id: str, version: int, v: Mapping[str, Any]) -> str:
    return edit_programme(uow, EditProgramme(programme_id, version, _facts(v)))


def _void(uow: Any, row: ProgrammeRow, reason: str) -> None:
    void_programme(uow, VoidRecord(row.programme_id, row.version, reason))


def _add_topic(chosen: ChosenProgramme, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    kind, minutes = TopicKind(v["kind"]), int(v["planned_minutes"])
    return add_topic(uow, AddTopic(chosen.programme_id, kind, v["name"], minutes))


def _void_topic(uow: Any, row: TopicRow, reason: str) -> None:
    void_topic(uow, VoidRecord(row.topic_id, row.version, reason))


def _about(row: Any) -> str:
    return tr(ABOUT, name=row.name)
