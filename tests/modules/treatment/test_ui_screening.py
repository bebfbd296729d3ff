"""Sàng lọc: nothing opens by itself, each look is kept, and the closed part is not there without a key."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from facility_app.app.pages import PLAIN_PRESS
from facility_app.app.scan_desk import CASSETTES
from facility_app.kernel.actor import Role
from facility_app.modules.access.queries import list_looks
from facility_app.modules.treatment.domain.infections import Consent, Disease
from facility_app.modules.treatment.queries.ward import WardPerson, find_patient
from facility_app.modules.treatment.service.hiv import OpenHiv, open_hiv
from facility_app.modules.treatment.service.infections import (
    AskConsent,
    OpenInfections,
    ask_consent,
    open_infections,
)
from facility_app.modules.treatment.ui import screening_page
from facility_app.modules.treatment.ui.pages import pages
from facility_app.modules.treatment.ui.screening_page import ScreeningPage
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.theme import Theme
from tests.helpers.screens import texts
from tests.modules.stays.ui_pages import type_in
from tests.modules.treatment.bedside import Bedside, dialog
from tests.modules.treatment.ward import HEAD, NURSE, Ward

CLOSED_LIST = {Role.DOCTOR, Role.CHIEF_NURSE, Role.NURSE, Role.COUNSELLOR, Role.HEAD}

PAGES = pages(PLAIN_PRESS, CASSETTES)


@pytest.fixture
def bedside(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The ward's screens."""
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.close()


def person(ward: Ward) -> WardPerson:
    """The man of the ward, as the field finds him."""
    found = ward.read(find_patient, ward["duc"])
    assert found is not None
    return found


def looks(ward: Ward) -> list[str]:
    """Who looked at what of him, the newest first."""
    return [one.verb for one in ward.read(list_looks, "resident", ward["man"], by=HEAD)]


def said(page: ScreeningPage) -> str:
    """Every word on the page that is seen."""
    texts_shown = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    return " ".join((*texts_shown, *(one.text() for one in page.findChildren(QPushButton) if one.isVisible())))


def purpose(page: ScreeningPage, why: str) -> None:
    """Open the closed part, saying why."""
    page.private.ask_purpose()
    asked = dialog(page, ReasonDialog)
    asked.reason_edit.setPlainText(why)
    asked._on_give_clicked()


def test_the_page_is_there_for_the_closed_list_alone_and_its_title_tells_nothing(bedside: Bedside) -> None:
    (spec,) = [one for one in PAGES if one.id == screening_page.PAGE]
    assert {role for role in Role if spec.is_open_to(bedside.ward.actor(role))} == CLOSED_LIST
    words = (spec.title, spec.id, spec.help, *spec.also)
    assert not any("hiv" in str(one).lower() for one in words)
    # No other page of care, and no word by which pages are found, names it either.
    assert not any("hiv" in str(one).lower() for page in PAGES for one in (page.title, page.id, *page.also))


def test_results_open_by_a_deed_and_the_closed_part_is_not_there_without_a_key(bedside: Bedside) -> None:
    ward = bedside.ward
    ward.write(ask_consent, AskConsent(ward["duc"], Disease.HBV, Consent.GIVEN), by=NURSE)
    seat = bedside.sit_down(Role.NURSE)
    page = bedside.page(seat, screening_page.PAGE)
    page.choose(person(ward))
    # Standing before the door opens nothing and is no look.
    assert (looks(ward), texts(page.infections.table, "disease")) == ([], [])
    assert (page.private.isVisible(), page.looks.isVisible(), "HIV" in said(page)) == (False, False, False)
    page.private.ask_purpose()
    assert not [one for one in page.findChildren(ReasonDialog) if one.isVisible()]
    page.open_results()
    assert (looks(ward), texts(page.infections.table, "result")) == (
        ["treatment.open_infections"],
        ["chờ kết quả"],
    )
    page.record()
    form = dialog(page, FormDialog)
    type_in(form, {"result": "negative", "sampled_on": "23/11/2026", "method": "Test nhanh"})
    form.form.submit()
    assert texts(page.infections.table, "result") == ["Âm tính"]
    # A result is written once: the verb says why not again.
    assert page.infections.why_no_result() == "Xét nghiệm này đã có kết quả."
    page.ask_consent()
    refused = dialog(page, FormDialog)
    type_in(refused, {"disease": "syphilis", "consent": "refused"})
    refused.form.submit()
    assert sorted(texts(page.infections.table, "consent")) == ["Từ chối", "Đồng ý"]
    # Whoever sits down next finds nothing open.
    page.leave(lambda: None)
    assert (page.person, texts(page.infections.table, "disease")) == (None, [])


def test_with_a_key_the_closed_part_asks_why_keeps_the_look_and_leaves_no_draft(bedside: Bedside) -> None:
    ward = bedside.ward
    ward.grant()
    seat = bedside.sit_down(Role.DOCTOR)
    page = bedside.page(seat, screening_page.PAGE)
    page.choose(person(ward))
    assert page.private.isVisible()
    assert "Chưa mở. Mỗi lần mở cần ghi mục đích" in said(page)
    purpose(page, "điều trị hằng ngày")
    assert set(looks(ward)) == {"treatment.open_hiv", "access.use_grant"}
    page.private.ask_consent()
    form = dialog(page, FormDialog)
    type_in(form, {"consent": "given"})
    form.form.submit()
    # Counselling comes first; what was typed stays, and no list of unfinished work has it.
    assert form.isVisible()
    form.keeper.flush()
    drafts: list[object] = []
    seat.context.drafts.all(page, drafts.extend)
    assert drafts == []
    type_in(form, {"counselled_on": "23/11/2026", "counselled_at": "08:00"})
    form.form.submit()
    page.private.record()
    result = dialog(page, FormDialog)
    type_in(result, {"result": "negative", "method": "Test nhanh"})
    result.form.submit()
    assert (texts(page.private.table, "result"), texts(page.private.table, "told")) == (["Âm tính"], ["chưa báo"])
    page.private.tell()
    dialog(page, FormDialog).form.submit()
    assert texts(page.private.table, "told")[0] != "chưa báo"
    before = looks(ward).count("treatment.open_hiv")
    # The head answers for the list: who looked stands there, with why.
    head = bedside.page(bedside.sit_down(*HEAD), screening_page.PAGE)
    head.choose(person(ward))
    assert head.looks.isVisible()
    assert "điều trị hằng ngày" in texts(head.looks.table, "why")
    assert looks(ward).count("treatment.open_hiv") == before
    ward.write(open_hiv, OpenHiv(ward["duc"], "kiểm tra"), by=HEAD)
    assert looks(ward).count("treatment.open_hiv") == before + 1


def test_what_was_opened_for_one_person_is_not_shown_when_it_comes_after_they_were_left(bedside: Bedside) -> None:
    ward = bedside.ward
    ward.grant()
    ward.write(ask_consent, AskConsent(ward["duc"], Disease.HBV, Consent.GIVEN), by=NURSE)
    page = bedside.page(bedside.sit_down(Role.DOCTOR), screening_page.PAGE)
    page.choose(person(ward))
    purpose(page, "điều trị hằng ngày")
    page.private.ask_consent()
    form = dialog(page, FormDialog)
    type_in(form, {"consent": "given", "counselled_on": "23/11/2026", "counselled_at": "08:00"})
    form.form.submit()
    facts = ward.write(open_hiv, OpenHiv(ward["duc"], "kiểm tra"), by=HEAD)
    rows = ward.write(open_infections, OpenInfections(ward["duc"]), by=NURSE)
    assert facts.tests
    assert rows
    page.leave(lambda: None)
    page.private._on_opened(ward["duc"], facts)
    page._on_opened(ward["duc"], rows)
    assert (page.private.rows, page.infections.rows) == ((), ())
