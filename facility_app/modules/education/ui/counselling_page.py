"""Tư vấn: sessions at the left, who was there and what stands in their files at the right."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import LOCAL, format_moment
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.education.domain.counselling import (
    COUNSELLING_KIND_LABELS,
    COUNSELLING_METHOD_LABELS,
    CounsellingKind,
    CounsellingMethod,
)
from facility_app.modules.education.domain.rights import COUNSEL, READ_CONFIDENTIAL, VIEW_COUNSELLING
from facility_app.modules.education.papers.sheets import talk_paper
from facility_app.modules.education.queries.counselling import (
    CounselledRow,
    CounsellingRow,
    list_counselled,
    list_counselling_ids,
    list_counselling_rows,
    people_of_group,
)
from facility_app.modules.education.service.counselling import (
    NotePerson,
    RecordCounselling,
    note_person,
    read_confidential,
    record_counselling,
    void_counselling,
)
from facility_app.modules.education.service.programmes import VoidRecord
from facility_app.modules.education.ui import fields, places
from facility_app.modules.education.ui import words as said
from facility_app.ui.dialogs import Filing, FormDialog, ReasonDialog
from facility_app.ui.dialogs.question import Question
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import DateField, NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.sided_page import SidedPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.widgets import Card, KeyValue, KeyValueGrid

TITLE = label("education", "Tư vấn")
WHEN, MINUTES = label("terms", "Thời gian"), label("education", "Số phút")
KIND, METHOD = label("terms", "Hình thức"), label("education", "Phương pháp")
TOPIC, GOAL = label("education", "Nội dung"), label("terms", "Mục tiêu")
COUNSELLOR, PLACE = label("education", "Người tư vấn"), label("terms", "Địa điểm")
WHO, PEOPLE = label("education", "Người được tư vấn"), label("terms", "Số người")
DAY, HOUR = label("terms", "Ngày"), label("terms", "Giờ")
GROUP = label("education", "Lớp, nhóm")
MORE, ABSENT = label("education", "Thêm người (mã)"), label("education", "Không dự (mã)")
CODES_HINT = label("education", "Chỉ cho tư vấn nhóm; các mã cách nhau bằng dấu phẩy")
OWN, OWN_TITLE = label("verbs", "Ghi riêng một người"), label("education", "Ghi riêng: {name}")
OWN_TEXT = label(
    "education",
    "Chỉ hồ sơ của người này thay đổi; hồ sơ của những người khác trong buổi giữ nguyên ghi chú chung.",
)
MORE_SECRET = label("education", "Thêm vào phần giữ kín")
MORE_SECRET_HINT = label("education", "Đứng sau phần đã ghi; để trống nếu không có gì thêm")
NOTED = label("education", "Đã ghi vào hồ sơ của {name}.")
NOTE, SECRET = label("education", "Ghi vào hồ sơ"), label("education", "Phần giữ kín")
HAS_SECRET = label("terms", "Có")
WHOLE, LASTED = (
    label("education", "Buổi tư vấn và ghi chú của người đang chọn"),
    label("education", "{minutes} phút"),
)
NAME, CODE = label("terms", "Họ và tên"), label("terms", "Mã")
EMPTY = label("education", "Chưa có buổi tư vấn nào.")
NOBODY = label("education", "Chọn một buổi để xem.")
ADD, VOID = label("verbs", "Ghi buổi tư vấn"), label("verbs", "Bỏ buổi tư vấn")
READ, PRINT = label("verbs", "Đọc phần giữ kín"), label("verbs", "In phiếu tư vấn")
SAVED, STRUCK = (
    label("education", "Đã ghi buổi tư vấn."),
    label("education", "Đã bỏ buổi tư vấn; dấu vết vẫn còn."),
)
VOID_TEXT = label("education", "{when}: ghi chú trong hồ sơ từng người cũng được gạch bỏ.")
NO_SECRET = label("education", "Người này không có phần giữ kín trong buổi đã chọn.")
NO_PERSON = label("education", "Hãy chọn một người ở bên phải trước.")
ADD_TEXT = label(
    "education",
    "Tư vấn cá nhân: chọn người. Tư vấn nhóm: chọn lớp, nhóm hoặc ghi mã; ghi chú vào hồ sơ của mọi người có mặt "
    "tại cơ sở lúc đó. Ghi riêng cho từng người sau khi lưu.",
)
SECRET_HINT = label("education", "Chỉ cho tư vấn cá nhân; ai đọc đều có tên trong nhật ký")
HINT = label("education", "Ctrl+N ghi buổi tư vấn · Ctrl+P in phiếu")
CLOSE = label("verbs", "Đóng")
SECRET_TITLE = label("education", "Phần giữ kín: {name}")


class CounsellingPage(SidedPage):
    """Sessions.

    Attributes:
        people: who was at the one chosen.
        whole: the session chosen, with what stands of it in the file of the person chosen; nothing of it is cut.
    """

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Show them."""
        # The empty list offers it too.
        first = ActionSpec("education.record_counselling", ADD, self.add, "message", "Ctrl+N", COUNSEL)
        super().__init__(context, SPEC, wide=430, actions=(first,))
        self._sheets = Sheets(context, press, self)
        columns: tuple[ColumnSpec[Any], ...] = (
            ColumnSpec("name", NAME, lambda row: row.name, width=170, is_strong=True),
            ColumnSpec("code", CODE, lambda row: row.code, width=96),
            ColumnSpec("secret", SECRET, _secret_words, width=130),
        )
        self.people = self.card("education.counselled", WHO, columns, lambda row: row.row_id, NOBODY)
        self.side.addWidget(self.people, 1)
        self.whole = Card(context.theme, tr(WHOLE))
        self._facts = KeyValueGrid(context.theme, parent=self.whole)
        self.whole.body.addWidget(self._facts)
        self.side.addWidget(self.whole)
        self.people.selection_changed.connect(self._on_person_chosen)

    @override
    def ask_side(self) -> None:
        row = self.row()
        self._show_whole()
        if row is None:
            self.people.show_rows(())
            return
        op = self.context.runner.query(self, partial(_people, row.counselling_id), topic="counselled")
        op.success(self.people.show_rows).failure(self.refused).run()

    def add(self) -> None:
        """Write a session down."""
        context = self.context
        filing: Filing[Any] = Filing(key="education.record_counselling", save=_record)
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, _form(context), filing, title=tr(ADD),
            text=tr(ADD_TEXT), verb=ADD, parent=self,
        )  # fmt: skip
        dialog.saved.connect(self._on_saved)
        begin = shown(
            kind=CounsellingKind.INDIVIDUAL.value, method=CounsellingMethod.TALK.value, held_on=context.today(),
        )  # fmt: skip
        dialog.open_with(begin)

    def strike_out(self) -> None:
        """Strike the session chosen out."""
        row = self.row()
        if row is None:
            return
        text = tr(VOID_TEXT, when=format_moment(row.held_at))
        dialog = ReasonDialog(self.context.theme, tr(VOID), text, verb=tr(VOID), is_dangerous=True, parent=self)
        dialog.given.connect(partial(self._on_reason, row))
        dialog.open()

    def read_secret(self) -> None:
        """What the person chosen said in confidence; the look goes into the trail."""
        person: CounselledRow | None = self.people.row()
        if person is not None:
            self.run(partial(_secret, person.row_id), partial(self._on_secret, person))

    def note_own(self) -> None:
        """What stands in the file of the person chosen, and what they said in confidence."""
        person: CounselledRow | None = self.people.row()
        if person is None:
            return
        context = self.context
        filing: Filing[Any] = Filing(key=f"education.note_person:{person.row_id}", save=partial(_note_own, person))
        form = new_form()
        form.add(NoteField("note", NOTE, lines=4))
        form.add(NoteField("confidential", MORE_SECRET, lines=3, hint=MORE_SECRET_HINT))
        dialog: FormDialog[Any] = FormDialog(
            context.theme, context.runner, context.drafts, form, filing, title=tr(OWN_TITLE, name=person.name),
            text=tr(OWN_TEXT), verb=OWN, parent=self,
        )  # fmt: skip
        dialog.saved.connect(partial(self._on_noted, person.name))
        dialog.open_with(shown(note=person.note or ""))

    def print_note(self) -> None:
        """The session chosen on paper."""
        row = self.row()
        if row is not None:
            self._sheets.show(partial(_paper, row.counselling_id), "phieu tu van")

    def _on_person_chosen(self) -> None:
        self._show_whole()
        self.actions_changed.emit()

    def _show_whole(self) -> None:
        row: CounsellingRow | None = self.row()
        person: CounselledRow | None = self.people.row()
        self.whole.setVisible(row is not None)
        if row is None:
            return
        note = "" if person is None or person.counselling_id != row.counselling_id else person.note or ""
        method = f"{tr(COUNSELLING_KIND_LABELS[row.kind])}, {tr(COUNSELLING_METHOD_LABELS[row.method]).lower()}"
        counsellor = said.joined(row.counsellor, row.place, tr(LASTED, minutes=row.minutes))
        self._facts.set_rows(
            (
                KeyValue(tr(TOPIC), row.topic), KeyValue(tr(GOAL), row.goal or ""), KeyValue(tr(METHOD), method),
                KeyValue(tr(COUNSELLOR), counsellor), KeyValue(tr(NOTE), note),
            )
        )  # fmt: skip

    def _on_saved(self, made: str) -> None:
        self.panel.select_when_here(made)
        self.context.say(tr(SAVED))

    def _on_noted(self, name: str, _session: object) -> None:
        self.ask_side()
        self.context.say(tr(NOTED, name=name))

    def _on_reason(self, row: CounsellingRow, reason: str) -> None:
        self.run(partial(_void, row, reason), self._on_struck)

    def _on_struck(self, _nothing: object) -> None:
        self.context.say(tr(STRUCK))

    def _on_secret(self, person: CounselledRow, text: str) -> None:
        title = tr(SECRET_TITLE, name=person.name)
        Question(self.context.theme, title, text, refusal=CLOSE, parent=self).open()

    def _why_no_person(self) -> str | None:
        return None if self.people.row() is not None else tr(NO_PERSON)

    def _why_no_secret(self) -> str | None:
        person: CounselledRow | None = self.people.row()
        if person is None:
            return tr(NO_PERSON)
        return None if person.has_confidential else tr(NO_SECRET)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        none = self.why_no_row
        return (
            *super().main_actions(),
            ActionSpec("education.note_person", OWN, self.note_own, "pencil", "F2", COUNSEL, self._why_no_person),
            ActionSpec(
                "education.read_confidential", READ, self.read_secret, "lock", "", READ_CONFIDENTIAL,
                self._why_no_secret,
            ),
            ActionSpec("education.print_note", PRINT, self.print_note, "printer", "Ctrl+P", VIEW_COUNSELLING,
            none), ActionSpec(
                "education.void_counselling", VOID, self.strike_out, "ban", "", COUNSEL, none, is_dangerous=True,
                is_in_menu=True,
            ),
        )  # fmt: skip

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _secret_words(row: CounselledRow) -> str:
    return tr(HAS_SECRET) if row.has_confidential else ""


SPEC: ListSpec[CounsellingRow] = ListSpec(
    id=places.COUNSELLING,
    title=TITLE,
    columns=(
        ColumnSpec("held_at", WHEN, lambda row: format_moment(row.held_at), sort="held_at", width=142),
        ColumnSpec("who", WHO, lambda row: row.who, width=190, is_strong=True, stays_inside=True, wraps=True),
        ColumnSpec("topic", TOPIC, lambda row: row.topic, width=190, wraps=True),
        ColumnSpec("kind", KIND, lambda row: tr(COUNSELLING_KIND_LABELS[row.kind]), sort="kind", width=132),
        ColumnSpec(
            "method", METHOD, lambda row: tr(COUNSELLING_METHOD_LABELS[row.method]), width=150, gives_way=2
        ),
        ColumnSpec("counsellor", COUNSELLOR, lambda row: row.counsellor, width=140, gives_way=1),
        ColumnSpec(
            "minutes",
            MINUTES,
            lambda row: str(row.minutes),
            sort="minutes",
            width=80,
            gives_way=3,
        ),
    ),
    ids=list_counselling_ids,
    rows=list_counselling_rows,
    row_id=lambda row: row.counselling_id,
    filters=(
        FilterSpec(
            "kind", KIND, tuple(FilterOption(one.value, text) for one, text in COUNSELLING_KIND_LABELS.items())
        ),
    ),
    empty=EMPTY,
    default_sort=(Sort("held_at", descending=True),),
    tables=places.COUNSELLING_TABLES,
)


def _form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        CodeField("kind", KIND, options=said.options(COUNSELLING_KIND_LABELS), is_required=True),
        CodeField("method", METHOD, options=said.options(COUNSELLING_METHOD_LABELS), is_required=True),
    )
    form.add(fields.person_field(context, WHO, is_required=False))
    form.add(fields.class_field(context, GROUP, is_required=False))
    form.add(usual.line("more", MORE, hint=CODES_HINT), usual.line("absent", ABSENT, hint=CODES_HINT))
    form.add(
        DateField("held_on", DAY, today=context.today, is_required=True),
        TimeField("hour", HOUR, is_required=True),
        NumberField("minutes", MINUTES, least=5, most=480, is_required=True),
        spans=(4, 4, 4),
    )
    form.add(fields.teacher_field(context, "counsellor_id", COUNSELLOR), usual.line("place", PLACE))
    form.add(usual.line("topic", TOPIC, is_required=True), usual.line("goal", GOAL))
    form.add(NoteField("note", NOTE, lines=3))
    form.add(NoteField("confidential", SECRET, lines=2, hint=SECRET_HINT))
    return form


def _record(uow: Any, v: Mapping[str, Any], _version: int) -> str:
    kind = CounsellingKind(v["kind"])
    at = datetime.combine(v["held_on"], v["hour"], LOCAL)
    alone = kind is CounsellingKind.INDIVIDUAL
    people: tuple[str, ...] = ()
    if alone and v["resident_id"]:
        people = (v["resident_id"],)
    elif not alone:
        people = people_of_group(uow, v["class_id"] or "", at, v["more"] or "", v["absent"] or "")
    command = RecordCounselling(
        kind, CounsellingMethod(v["method"]), people, at, int(v["minutes"]), v["counsellor_id"], v["topic"],
        v["goal"], v["place"], v["note"],
        confidential={people[0]: v["confidential"]} if alone and people and v["confidential"] else {},
    )  # fmt: skip
    return record_counselling(uow, command)


def _note_own(person: CounselledRow, uow: Any, v: Mapping[str, Any], _version: int) -> str:
    return note_person(uow, NotePerson(person.row_id, person.version, v["note"], v["confidential"]))


def _people(counselling_id: str, uow: Any) -> tuple[CounselledRow, ...]:
    return list_counselled(uow, counselling_id)


def _secret(row_id: str, uow: Any) -> str:
    return read_confidential(uow, row_id)


def _void(row: CounsellingRow, reason: str, uow: Any) -> None:
    void_counselling(uow, VoidRecord(row.counselling_id, row.version, reason))


def _paper(counselling_id: str, uow: Any) -> Any:
    return talk_paper(uow, counselling_id)
