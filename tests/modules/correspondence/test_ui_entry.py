"""Forms filled in by hand: every form as fields, prefilled from a file, looked at, issued; papers registered."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from facility_app.documents.forms.check import check_payload
from facility_app.documents.forms.fields import FieldType, PartialDate, Value, is_empty
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.spec import FormSpec, Kind
from facility_app.kernel.actor import Actor, Permission, Role
from facility_app.kernel.labels import label
from facility_app.kernel.spec import Filling, PaperSpec
from facility_app.kernel.typed import Refused, Understood
from facility_app.modules.correspondence.domain import READ_PAPERS
from facility_app.modules.correspondence.queries.issued import find_paper_of_record
from facility_app.modules.correspondence.queries.paper import get_received
from facility_app.modules.correspondence.ui.entry_page import EntryPage
from facility_app.modules.correspondence.ui.form_entry import (
    OFFICE,
    payload_of,
    put_sections,
    sections_of,
    shown_of,
)
from facility_app.modules.correspondence.ui.form_fields import MomentField, RowsField, TicksField
from facility_app.modules.correspondence.ui.issue_page import IssuePage
from facility_app.modules.correspondence.ui.issue_preview import IssuePreview
from facility_app.modules.correspondence.ui.register_page import RegisterPage
from facility_app.modules.correspondence.ui.words import official
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import PersonField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.summary import MOST_LINES
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import Route
from tests.modules.correspondence.papers import CERTIFICATE, DECISION, FORMS, LETTER, TODAY, V17, V50, V53
from tests.modules.correspondence.ui_desk import PaperDesk, one
from tests.modules.residents.people import HOA, written

EVERY = tuple(FORMS)
RECEIVED = {"V-20", "V-22", "V-32", "V-33", "V-48", "V-53", "I-02", "III-05"}
SAMPLES: dict[FieldType, Value] = {
    FieldType.TEXT: "Nguyễn Văn Đức",
    FieldType.DATE: date(2026, 2, 27),
    FieldType.BIRTH: PartialDate(1987),
    FieldType.DATETIME: datetime(2026, 3, 2, 0, 30, tzinfo=UTC),
    FieldType.INT: 7,
    FieldType.COUNT: 3,
    FieldType.DECIMAL: Decimal("1.65"),
    FieldType.MONEY: 2_024_000,
    FieldType.LIST: ("Quyết định", "Bản sao căn cước"),
    FieldType.BOOL: True,
}
HEAD = official("Mục")


def actor(*roles: Role) -> Actor:
    return Actor("1" * 32, frozenset(roles), "may-1")


def sample(spec: FormSpec, name: str) -> Value:
    field = spec.fields[name]
    codes = tuple(field.choices or {})
    if field.type is FieldType.CHOICE:
        return codes[0]
    if field.type is FieldType.CHOICES:
        return codes[:2]
    if field.type is FieldType.ROWS:
        return ({column.name: f"ô {column.head}" for column in field.columns},)
    return SAMPLES[field.type]


def filled(page: EntryPage, values: dict[str, Any]) -> Form[Any]:
    form = page.form
    assert form is not None
    for name, value in values.items():
        form.fields[name].set_value(value)
    return form


def issuing(desk: PaperDesk, form_id: str = "V-50", **args: str) -> IssuePage:
    made = desk.open("correspondence.issue", form=form_id, **args)
    assert isinstance(made, IssuePage)
    return made


def registering(desk: PaperDesk, form_id: str = "", record: str = "") -> RegisterPage:
    made = desk.open("correspondence.register", record, **({"form": form_id} if form_id else {}))
    assert isinstance(made, RegisterPage)
    return made


def form_of(page: EntryPage) -> Form[Any]:
    form = page.form
    assert form is not None
    return form


def choose(page: EntryPage, resident_id: str, name: str) -> None:
    form = page.form
    assert form is not None
    field = form.fields["resident_id"]
    assert isinstance(field, PersonField)
    field.choose(Choice(resident_id, name))


def test_every_place_of_a_form_is_one_field_named_in_its_words_and_gives_back_what_it_is_given(
    desk: PaperDesk,
) -> None:
    for spec in EVERY:
        sections = sections_of(spec, actor(*Role))
        names = [name for section in sections for name in section.names]
        assert len(names) == len(set(names)), spec.id
        assert set(names) == set(spec.fields), spec.id
        form: Form[Any] = Form(dict)
        desk.show(form)
        put_sections(desk.context, form, spec, sections)
        assert {name: str(field.head) for name, field in form.fields.items()} == {
            name: field.label for name, field in spec.fields.items()
        }, spec.id
        assert {name for name, field in form.fields.items() if field.is_required} == {
            name for name, field in spec.fields.items() if field.is_required and field.type is not FieldType.BOOL
        }, spec.id
        payload = {name: sample(spec, name) for name in names}
        for name, value in shown_of(spec, payload).items():
            form.fields[name].set_value(value)
        told = payload_of(spec, form.values())
        assert told == payload, spec.id
        assert check_payload(spec, told) == (), spec.id
        typed = form.draft()
        form.load(None)
        form.restore(typed)
        assert payload_of(spec, form.values()) == payload, spec.id
        form.hide()


def test_medical_blocks_are_not_there_for_the_office_nor_the_offices_for_the_doctor() -> None:
    def names(*roles: Role) -> set[str]:
        return {name for section in sections_of(V17, actor(*roles)) for name in section.names}

    assert "physical_signs" not in names(Role.CLERK)
    assert "physical_signs" in names(Role.DOCTOR)
    assert "physical_signs" not in names(Role.COUNSELLOR)


def test_the_picker_offers_what_the_facility_writes_and_what_it_only_receives_apart(desk: PaperDesk) -> None:
    writes = {form_id for form_id, _ in issuing(desk).offered(FORMS)}
    takes = {form_id for form_id, _ in registering(desk).offered(FORMS)}
    assert takes - {"-"} == RECEIVED
    assert not writes & takes
    assert writes | takes == {spec.id for spec in EVERY} | {"-"}


def test_what_the_office_fills_is_not_asked_but_for_what_it_lacks(desk: PaperDesk) -> None:
    page = issuing(desk)
    assert page.form is not None
    asked = OFFICE & set(page.form.fields)
    assert asked == {"place_name"}  # the facility of the tests has written none down


def test_a_paper_is_looked_at_then_issued_under_its_number(desk: PaperDesk) -> None:
    page = issuing(desk)
    filled(page, {**shown_of(V50, CERTIFICATE), "place_name": "Hà Nội", "copies": Decimal(2)}).submit()
    dialog = one(IssuePreview, page)
    assert "01/CSCN" in dialog.text_label.text()
    assert (desk.sheets[-1].payload["document_number"], desk.sheets[-1].qr) == ("01", "")
    assert desk.sheets[-1].payload["signer_name"] == "Lê Thị Hằng"
    dialog.issue_button.click()
    (gone,) = desk.screen.gone
    assert gone.page == "correspondence.paper"
    detail = desk.office.paper(gone.record)
    assert (detail.number, detail.copies, detail.signer) == ("01/CSCN", 2, "Lê Thị Hằng")
    assert "01/CSCN" in desk.said()
    assert not page.has_unsaved()


def test_going_back_from_the_preview_issues_nothing_and_keeps_what_was_typed(desk: PaperDesk) -> None:
    page = issuing(desk)
    form = filled(page, {**shown_of(V50, CERTIFICATE), "place_name": "Hà Nội"})
    form.submit()
    one(IssuePreview, page).reject()
    assert form.fields["full_name"].typed() == "Nguyễn Văn Đức"
    assert len(desk.open("correspondence.issued").panel.model.ids) == 0


def test_a_required_place_left_empty_is_refused_at_its_field_and_nothing_is_lost(desk: PaperDesk) -> None:
    page = issuing(desk)
    form = filled(page, {"full_name": "Nguyễn Văn Đức"})
    form.submit()
    assert form.fields["decision_number"].message()
    assert "Số quyết định: " in "".join(form._summary.lines())
    assert page.findChildren(IssuePreview) == []
    page.flush()
    page.form = None
    again = issuing(desk)
    assert again.keeper is not None
    offer = again.keeper.offer()
    assert offer is not None
    offer.recover_button.click()
    assert again.form is not None
    assert again.form.fields["full_name"].typed() == "Nguyễn Văn Đức"


def test_a_person_chosen_fills_what_is_empty_and_nothing_that_was_typed(desk: PaperDesk) -> None:
    page = issuing(desk)
    form = filled(page, {})
    form.fields["full_name"].set_typed("NGUYỄN VĂN ĐỨC (tức Bảy)")
    choose(page, desk.office.resident, "Nguyễn Văn Đức")
    assert form.fields["full_name"].typed() == "NGUYỄN VĂN ĐỨC (tức Bảy)"
    assert form.fields["date_of_birth"].value() == date(2001, 5, 17)
    assert form.fields["gender"].value() == "male"


def test_another_person_takes_the_facts_of_the_first_along(desk: PaperDesk) -> None:
    other = written(desk.office.facility, HOA).resident_id
    page = issuing(desk, resident=desk.office.resident)
    form = page.form
    assert form is not None
    assert form.fields["full_name"].value() == "Nguyễn Văn Đức"
    choose(page, other, HOA.name)
    assert form.fields["full_name"].value() == HOA.name
    assert form.fields["date_of_birth"].value() == PartialDate(HOA.birth_year or 0)
    assert form.fields["date_of_birth"].typed() == str(HOA.birth_year)


def test_every_form_is_in_sight_before_one_is_chosen_those_used_lately_first(desk: PaperDesk) -> None:
    desk.office.issue()
    page = issuing(desk, "")
    assert page.form is None
    rows = page.shelf.rows
    assert (rows[0].form_id, rows[0].used_on) == ("V-50", TODAY)
    assert {row.form_id for row in rows} == {form_id for form_id, _ in page.offered(FORMS)}
    kinds = [row.spec.kind for row in rows[1:] if row.spec is not None]
    assert kinds == sorted(kinds, key=list(Kind).index)
    page.shelf.table.select_ids(("V-51",))
    QTest.keyClick(page.shelf.table, Qt.Key.Key_Return)
    assert "completion_notice_content" in form_of(page).fields, "that of V-51"
    assert page.shelf.isHidden()


def test_what_was_typed_goes_along_to_another_form(desk: PaperDesk) -> None:
    page = issuing(desk)
    filled(page, {}).restore({"full_name": "Trần Thị Hoa"})
    page.picker.choose(Choice("V-51", "V-51"))
    assert page.form is not None
    assert page.form.fields["full_name"].typed() == "Trần Thị Hoa"


def test_the_paper_that_stands_for_a_void_one_begins_with_its_words(desk: PaperDesk) -> None:
    first = desk.office.issue(resident_id=desk.office.resident)
    desk.office.void(first)
    page = issuing(desk, replaces=first.paper_id)
    form = filled(page, {"place_name": "Hà Nội"})
    assert form.fields["full_name"].value() == "Nguyễn Văn Đức"
    form.fields["full_name"].set_value("Nguyễn Văn Đức Anh")
    form.submit()
    one(IssuePreview, page).issue_button.click()
    made = desk.office.paper(desk.screen.gone[-1].record)
    assert (made.replaces_id, made.number) == (first.paper_id, "02/CSCN")


def test_a_refusal_of_the_number_book_is_said_at_its_field(desk: PaperDesk) -> None:
    page = issuing(desk)
    form = filled(page, {**shown_of(V50, CERTIFICATE), "place_name": "Hà Nội", "issued_on": date(2025, 12, 31)})
    form.submit()
    one(IssuePreview, page).issue_button.click()
    assert form.fields["reason"].message()
    assert desk.screen.gone == []
    form.fields["reason"].set_value("bổ sung sổ năm 2025")
    form.submit()
    one(IssuePreview, page).issue_button.click()
    assert desk.office.paper(desk.screen.gone[-1].record).issued_on == date(2025, 12, 31)


def test_a_letter_is_registered_under_the_next_number(desk: PaperDesk) -> None:
    page = registering(desk)
    filled(
        page,
        {"sender_kind": "court", "sender": LETTER.sender, "subject": LETTER.subject, "number": LETTER.number},
    ).submit()
    (gone,) = desk.screen.gone
    detail = desk.office.read(get_received, gone.record)
    assert (detail.no, detail.facts.sender, detail.facts.received_on) == ("01", LETTER.sender, TODAY)
    assert "01" in desk.said()


def test_an_official_form_is_registered_with_what_it_says(desk: PaperDesk) -> None:
    page = registering(desk, "V-53")
    values = {**shown_of(V53, DECISION), "sender_kind": "committee", "sender": "UBND phường Hoàn Kiếm"}
    form = filled(page, values)
    assert form.fields["subject"].value() == V53.title
    form.submit()
    detail = desk.office.read(get_received, desk.screen.gone[0].record)
    assert detail.facts.form_id == "V-53"
    assert detail.payload is not None
    assert restore(V53, detail.payload) == DECISION


def test_a_registered_form_lacking_what_it_must_say_is_refused_at_its_field(desk: PaperDesk) -> None:
    page = registering(desk, "V-53")
    form = filled(page, {"sender_kind": "committee", "sender": "UBND phường Hoàn Kiếm"})
    form.submit()
    assert form.fields["post_rehab_decision_number"].message()
    assert form.fields["sender"].value() == "UBND phường Hoàn Kiếm"
    assert desk.screen.gone == []


def test_a_line_is_corrected_with_a_reason_and_keeps_its_number_and_form(desk: PaperDesk) -> None:
    made = desk.office.receive(form=V53, payload=DECISION, resident_id=desk.office.resident)
    page = registering(desk, record=made.received_id)
    form = filled(page, {"post_rehab_decision_number": "9"})
    form.submit()
    assert form.fields["reason"].message()
    form.fields["reason"].set_value("gõ nhầm số")
    form.submit()
    detail = desk.office.read(get_received, made.received_id)
    assert (detail.no, detail.resident_id, detail.version) == ("01", desk.office.resident, 2)
    assert detail.payload is not None
    assert restore(V53, detail.payload)["post_rehab_decision_number"] == "9"


def test_a_correction_names_the_person_chosen_anew(desk: PaperDesk) -> None:
    other = written(desk.office.facility, HOA)
    made = desk.office.receive(resident_id=desk.office.resident)
    page = registering(desk, record=made.received_id)
    choose(page, other.resident_id, HOA.name)
    filled(page, {"reason": "ghi nhầm người"}).submit()
    about = desk.office.read(get_received, made.received_id).facts.about
    assert about == f"{HOA.name} ({other.code})"


def test_a_letter_registered_twice_is_kept_and_doubted(desk: PaperDesk) -> None:
    desk.office.receive()
    page = registering(desk)
    filled(
        page,
        {
            "sender_kind": "court",
            "sender": LETTER.sender,
            "subject": LETTER.subject,
            "number": LETTER.number,
            "dated_on": LETTER.dated_on,
        },
    ).submit()
    assert "vào sổ hai lần" in desk.said()
    assert len(desk.screen.gone) == 1


def test_a_page_with_something_typed_is_not_emptied_by_coming_back(desk: PaperDesk) -> None:
    page = registering(desk)
    filled(page, {}).restore({"sender": "TAND"})
    page.open(Route("correspondence.register"))
    assert page.form is not None
    assert page.form.fields["sender"].typed() == "TAND"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("21/11/2026 07:30", "21/11/2026 07:30"),
        ("2.3.2026 7h30", "02/03/2026 07:30"),
        ("h 7h", "02/03/2026 07:00"),
        ("02/03/2026, lúc 14 giờ 05 phút", "02/03/2026 14:05"),
        ("07:30 21/11/2026", "21/11/2026 07:30"),
        ("7h30 2/3/2026", "02/03/2026 07:30"),
        ("7h h", "02/03/2026 07:00"),
        ("14 giờ 05 ngày 02/03/2026", "02/03/2026 14:05"),
    ],
)
def test_an_hour_with_its_day_is_read_as_people_write_it(text: str, told: str, desk: PaperDesk) -> None:
    field = MomentField("at", HEAD, today=lambda: TODAY)
    desk.show(field)
    found = field.read(text)
    assert isinstance(found, Understood)
    assert field.shown(found.value) == told


@pytest.mark.parametrize(
    "text",
    [
        "07:30",
        "21/11/2026",
        "25:00 21/11/2026",
        "7h61 h",
        "7h30 31/02/2026",
        "21/11/2026 25:00",
        "31/02/2026 7h30",
    ],
)
def test_an_hour_without_its_day_or_one_that_is_none_is_refused(text: str, desk: PaperDesk) -> None:
    field = MomentField("at", HEAD, today=lambda: TODAY)
    desk.show(field)
    assert isinstance(field.read(text), Refused)


def test_rows_that_are_empty_do_not_count_and_rows_are_added_and_dropped(desk: PaperDesk) -> None:
    spec = FORMS.get("V-46").fields["resident_list"]
    field = RowsField(desk.theme, "rows", HEAD, columns=spec.columns)
    desk.show(field)
    assert field.is_empty()
    first = spec.columns[0].name
    field.set_value(({first: "Đức"}, {}, {first: "Hoa"}, {first: "An"}))
    field.table.setCurrentCell(2, 0)
    field.drop_row()
    field.add_row()
    assert field.value() == ({first: "Đức"}, {first: "An"})


def test_several_ticks_are_kept_in_the_order_of_the_form(desk: PaperDesk) -> None:
    choices = {"a": HEAD, "b": HEAD, "c": HEAD}
    field = TicksField("ticks", HEAD, choices=choices)
    desk.show(field)
    field.set_value(("c", "a"))
    assert field.value() == ("a", "c")
    assert not is_empty(field.value())


def test_official_words_are_asked_of_no_translator(desk: PaperDesk) -> None:
    asked: list[str] = []

    class Watch(QTranslator):
        @override
        def translate(
            self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
        ) -> str | None:
            asked.append(sourceText)
            return None

    watch = Watch()
    QCoreApplication.installTranslator(watch)
    try:
        assert tr(official("Quyết định")) == "Quyết định"
    finally:
        QCoreApplication.removeTranslator(watch)
    assert asked == []


def test_a_form_with_everything_missing_is_not_hidden_by_what_is_said_of_it(desk: PaperDesk) -> None:
    page = issuing(desk)
    form = filled(page, {})
    form.submit()
    lines = form.findChild(QLabel, "error_lines")
    assert lines is not None
    assert lines.text().count("<a href") == MOST_LINES < len(form.troubles())
    assert len(form._summary.lines()) == len(form.troubles())


def test_a_paper_made_from_another_record_is_filled_from_it_and_belongs_to_it(desk: PaperDesk) -> None:
    record = "7" * 32

    def fill(_uow: Any, _form: FormSpec, _record: str, _day: date) -> Filling:
        return Filling(CERTIFICATE, about="Việc số 7", resident_id=desk.office.resident)

    def find(_uow: Any, typed: str) -> list[tuple[str, str]]:
        return [(record, "Việc số 7")] if typed in "Việc số 7" else []

    desk.press = replace(desk.press, papers={"V-50": PaperSpec("V-50", "task", READ_PAPERS, fill, find)})
    page = issuing(desk, source=record)
    assert page.form is not None
    assert "resident_id" not in page.form.fields
    assert page.form.fields["full_name"].typed() == "Nguyễn Văn Đức"
    filled(page, {"place_name": "Hà Nội"}).submit()
    one(IssuePreview, page).issue_button.click()
    (gone,) = desk.screen.gone
    made = desk.office.read(find_paper_of_record, "task", record, "V-50")
    assert made is not None
    assert (made.paper_id, made.resident_id) == (gone.record, desk.office.resident)
    assert made.about == "Việc số 7"


def test_whoever_may_not_read_the_record_fills_the_paper_by_hand(desk: PaperDesk) -> None:
    def fill(*_asked: object) -> Filling:
        raise AssertionError

    spec = PaperSpec("V-50", "resident", Permission("x.read", label("permissions", "Đọc"), frozenset()), fill)
    desk.press = replace(desk.press, papers={"V-50": spec})
    page = issuing(desk, resident=desk.office.resident)
    assert page.form is not None
    assert page.form.fields["full_name"].typed() == "Nguyễn Văn Đức"
