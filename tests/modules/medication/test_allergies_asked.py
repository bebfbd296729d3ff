"""Nobody asked, asked and none, a list: three states, told apart where somebody prescribes, gives or reads."""

from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.papers.sheets import DaySheet, MarPage, day_sheet, mar_page
from facility_app.modules.medication.queries.history import find_asked
from facility_app.modules.medication.service.allergies import (
    AddAllergy,
    VoidAllergy,
    add_allergy,
    note_no_allergy,
    void_allergy,
    withdraw_no_allergy,
)
from facility_app.modules.medication.ui.order_begin import taken_rows
from facility_app.modules.medication.ui.order_person import Private, figures_of, read_person
from facility_app.modules.treatment.queries.person import read_person as read_health
from facility_app.modules.treatment.ui.record_glance import lines_of
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import KeyValue
from tests.documents.papers import printed
from tests.modules.medication.bedside import Bedside
from tests.modules.medication.ward import Ward
from tests.modules.pharmacy.store import TODAY

WHO = "(hỏi 23/11/2026 09:00, Điều Dưỡng Vân)"


@pytest.fixture
def nurse(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The nurse who holds the cabinet, at nine in the morning."""
    ward.at(9)
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.runner.close()


def told(ward: Ward, nurse: Bedside) -> dict[str, tuple[str, Tone | None]]:
    """Place → what is said there of the man's allergies, and how loudly."""
    seen = ward.read(partial(read_person, ward["duc"], False))
    (line, *_) = taken_rows(seen.orders, seen.allergies, seen.asked)
    # What is listed stands as a chip there, and has no line.
    lines = lines_of(ward.read(read_health, ward["duc"]))
    glance = next((one for one in lines if one.key == "Dị ứng"), KeyValue("Dị ứng", ""))
    figure = figures_of(seen, Private())[0]
    page = nurse.round()
    page.bar.rounds[None].click()
    page.card.show_line(page.model.line(0))
    page.card.ask()
    is_loud = not page.card.alert.isHidden()
    card = page.card.alert.text() if is_loud else page.card.quiet.text()
    return {
        "tab": (figure.value, figure.tone),
        "prescribing": (line.value, line.tone),
        "record": (glance.value, glance.tone),
        "round": (card, Tone.DANGER if is_loud else None),
    }


def papers(ward: Ward) -> tuple[str, str]:
    """The page of the man and the sheet of a blackout, as printed."""
    page = printed(ward.read(mar_page, MarPage(ward["duc"], TODAY), by="nurse"))
    sheet = printed(ward.read(day_sheet, DaySheet(), by="nurse"))
    return page.replace("\n", " "), sheet.replace("\n", " ")


def test_whom_nobody_asked_is_said_loudly_and_who_heard_that_there_is_none_stands_by_it(
    ward: Ward, nurse: Bedside
) -> None:
    ward.order("paracetamol", 500, 10)
    for place, (text, tone) in told(ward, nurse).items():
        assert text.upper().startswith("CHƯA HỎI"), place
        assert tone is Tone.DANGER, place
    assert ["CHƯA HỎI" in one for one in papers(ward)] == [True, True]
    ward.write(note_no_allergy, ward["duc"], by="nurse")
    for place, (text, tone) in told(ward, nurse).items():
        assert text.removeprefix("Dị ứng: ") == f"không có {WHO}", place
        assert tone is None, place
    page, sheet = papers(ward)
    assert (f"không có {WHO}" in page, "CHƯA HỎI" in sheet) == (True, False)
    assert "Đã hỏi mọi người trong phiếu này: không có." in sheet


def test_a_list_says_more_than_a_word_before_it_and_what_was_noted_by_mistake_is_struck_out(
    ward: Ward, nurse: Bedside
) -> None:
    ward.order("paracetamol", 500, 10)
    asked_id = ward.write(note_no_allergy, ward["duc"], by="nurse")
    made = ward.write(add_allergy, AddAllergy(ward["duc"], "tôm", AllergySeverity.MILD), by="nurse")
    assert told(ward, nurse)["tab"] == ("tôm", Tone.DANGER)
    assert ward.refused(note_no_allergy, ward["duc"], by="nurse").code == "allergy_listed"
    ward.write(void_allergy, VoidAllergy(made.allergy_id, 1, "nhầm người"))
    assert told(ward, nurse)["tab"] == (f"không có {WHO}", None)
    ward.write(withdraw_no_allergy, VoidAllergy(asked_id, 1, "hỏi nhầm người"))
    assert ward.read(find_asked, ward["duc"]) is None
    assert told(ward, nurse)["tab"][1] is Tone.DANGER
    assert ward.refused(withdraw_no_allergy, VoidAllergy(asked_id, 2, "")).code == "reason_missing"
