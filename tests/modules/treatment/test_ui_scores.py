"""Chấm thang điểm by keys: a digit an answer, a value not in the set refused in place, no total while open."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.modules.treatment.domain.observation import Situation
from facility_app.modules.treatment.domain.score_choices import CIWA
from facility_app.modules.treatment.queries.due_board import list_due_lines
from facility_app.modules.treatment.queries.measured import list_scores
from facility_app.modules.treatment.queries.scales import get_ciwa_bands
from facility_app.modules.treatment.queries.watches import list_watched
from facility_app.modules.treatment.service.scheduling import StartPlan, start_plan
from facility_app.modules.treatment.ui import score_places as places
from facility_app.modules.treatment.ui.score_list import ScoresPage
from facility_app.modules.treatment.ui.score_state import Scoring, keys_of
from facility_app.ui.dialogs import FormDialog, Question
from facility_app.ui.theme import Theme, Tone
from tests.helpers.screens import texts, tones
from tests.modules.treatment.bedside import Bedside, dialog, type_keys
from tests.modules.treatment.published import LIBRARY
from tests.modules.treatment.ward import DOCTOR, Ward


@pytest.fixture
def bedside(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The ward's screens."""
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.close()


def test_every_answer_of_every_instrument_has_a_key_and_a_score_its_own_digit() -> None:
    for instrument in LIBRARY:
        for item in instrument.items:
            keys = keys_of(item)
            assert len({id(one) for one in keys.values()}) == len(keys) == len(item.options), item.key
            for key, option in keys.items():
                if isinstance(option.value, int) and 0 <= option.value <= 9:
                    assert key == str(option.value), (instrument.code, item.key)
    gcs, columbia = LIBRARY.get("GCS").items[0], LIBRARY.get("C-SSRS").items[5]
    assert sorted(keys_of(gcs)) == ["1", "2", "3", "4", "n"]
    assert {key: one.value for key, one in keys_of(columbia).items()} == {
        "0": "no",
        "1": "lifetime",
        "2": "recent",
    }


def test_a_value_not_in_the_set_is_refused_in_words_and_changes_nothing() -> None:
    scoring = Scoring(LIBRARY.get("COWS"))
    item = scoring.items[0]
    refused = scoring.press(item, "3")
    assert refused is not None
    assert "không nhận giá trị 3. Các giá trị nhận được: 0, 1, 2, 4 (theo NCBI Bookshelf" in refused
    assert (scoring.answers, scoring.press(item, "4"), scoring.answers) == ({"1": 4}, None, {"1": 4})
    measured = Scoring(LIBRARY.get("NEWS2"))
    assert measured.type_in(measured.items[0], "16") is None
    assert "không nhận giá trị" in str(measured.type_in(measured.items[0], "999"))


def test_what_an_earlier_answer_makes_needless_is_not_asked() -> None:
    scoring = Scoring(LIBRARY.get("C-SSRS"))
    for item, key in zip(scoring.items, "10", strict=False):
        scoring.press(item, key)
    assert [item.key for item in scoring.items if scoring.is_needless(item)] == ["3", "4", "5"]
    assert scoring.next_open(1) == 5, "on to question 6"
    # Of ASSIST a substance never used asks nothing more, and the others still are asked.
    assist = Scoring(LIBRARY.get("ASSIST"))
    assist.choose(assist.items[0], keys_of(assist.items[0])["0"])
    skipped = [item for item in assist.items if assist.is_needless(item)]
    assert {item.part for item in skipped} == {assist.items[0].part}
    assert assist.next_open(0) == 1


def test_the_bands_of_the_facility_are_read_from_its_choice() -> None:
    full = {item.key: 1 for item in LIBRARY.get(CIWA).items}
    by_set = {
        one: Scoring(LIBRARY.get(CIWA), one, dict(full)).result().band for one in LIBRARY.get(CIWA).band_sets
    }
    assert {one: band.code for one, band in by_set.items() if band is not None} == {
        "camcops": "moderate",
        "asam": "moderate",
    }


def test_a_doctor_chooses_the_bands_of_the_facility_from_those_the_scale_has(bedside: Bedside) -> None:
    nurse, doctor = bedside.sit_down(Role.NURSE), bedside.sit_down(Role.DOCTOR)
    page = bedside.page(doctor, places.LIST)
    assert isinstance(page, ScoresPage)
    (action,) = [one for one in page.main_actions() if one.id == "treatment.choose_ciwa_bands"]
    assert not nurse.context.may(action.permission)
    assert bedside.ward.read(get_ciwa_bands)[1] == "camcops"
    action.run()
    (asked,) = page.findChildren(FormDialog)
    assert asked.form.fields["bands"].value() == "camcops"
    asked.form.fields["bands"].set_value("asam")
    asked.form.submit()
    assert bedside.ward.read(get_ciwa_bands)[1] == "asam"


def test_cows_is_scored_by_digits_taking_the_pulse_from_vital_signs(bedside: Bedside) -> None:
    ward = bedside.ward
    ward.measure({"pulse": "104"})
    seat = bedside.sit_down(Role.NURSE)
    page = bedside.page(seat, places.SHEET, ward["duc"], instrument="COWS")
    pad: Any = page.pad
    assert pad.items.hasFocus()
    # The pulse answers the first question: entered once, both read it.
    assert (pad.scoring.answers, pad.items.currentIndex().row()) == ({"1": 2}, 1)
    type_keys("23", enter=False)
    # 4 is no pupil size: refused here, and the question stays.
    type_keys("4", enter=False)
    assert "không nhận giá trị 4" in pad.options.refused.text()
    assert (pad.items.currentIndex().row(), pad.result.total.text()) == (3, "Chưa có tổng điểm")
    said = "\n".join(one.text() for one in pad.result.findChildren(QLabel))
    assert "Wesson DR, Ling W." in said
    marks = [pad.result._marks_row.itemAt(n).widget().text() for n in range(pad.result._marks_row.count())]
    assert marks[0] == "Bản dịch nháp của cơ sở"
    # Incomplete may be kept, after a question, and comes to no total.
    page.save()
    dialog(page, Question).button("save").click()
    assert [(one.total, one.is_complete) for one in ward.read(list_scores, ward["duc"])] == [(None, False)]
    again = bedside.page(seat, places.SHEET, ward["duc"], instrument="COWS")
    type_keys("23" + "2120", enter=False)
    again.flush()
    third = bedside.page(seat, places.SHEET, ward["duc"], instrument="COWS")
    third._keeper.offer().recover_button.click()
    assert len(third.pad.scoring.answers) == len(again.pad.scoring.answers)
    third.pad.items.setFocus()
    while third.pad.scoring.next_open(-1) is not None:
        type_keys("0", enter=False)
    total = third.pad.scoring.result().total
    assert third.pad.result.total.text() == f"{total} / 48"
    assert not third.pad.result.band.isHidden()
    third.save()
    assert ward.read(list_scores, ward["duc"])[0].total == total
    # Saved is saved: a key changes nothing any more.
    third.pad.press("2")
    assert third.pad.draft() == {}


def test_a_risk_of_suicide_is_told_at_once_and_a_watch_begins(bedside: Bedside) -> None:
    seat = bedside.sit_down(*DOCTOR, Role.NURSE)
    page = bedside.page(seat, places.SHEET, bedside.ward["duc"], instrument="C-SSRS")
    type_keys("11", enter=False)
    type_keys("11", enter=False)
    assert any(one.startswith("Khẩn cấp: Nguy cơ tự sát cao") for one in page.pad.result.alerts())
    type_keys("02", enter=False)
    page.save()
    assert len(bedside.ward.read(list_watched)) == 1
    assert seat.said[-1][0].startswith("Nguy cơ tự hại")


def test_who_is_due_stands_in_a_list_overdue_first_and_one_key_leads_on(bedside: Bedside) -> None:
    ward = bedside.ward
    for stay, situation in (("duc", Situation.OPIOID_DETOX), ("hoa", Situation.STIMULANTS)):
        ward.write(start_plan, StartPlan(ward[stay], situation))
    ward.later(5 * 60)
    seat = bedside.sit_down(Role.NURSE)
    page = bedside.page(seat, places.LIST)
    assert (texts(page.due.table, "state")[0], tones(page.due.table, "state")[0]) == ("quá 5 giờ", Tone.DANGER)
    assert texts(page.due.table, "task")[:3] == ["Sinh hiệu", "Sinh hiệu", "C-SSRS"]
    page.go_to_line()
    assert (seat.went[-1].page, dict(seat.went[-1].args)) == ("treatment.vitals", {"list": "due"})
    page.due.table.select_ids((page.due.model.ids[2],))
    page.go_to_line()
    assert (seat.went[-1].record, dict(seat.went[-1].args)) == (ward["hoa"], {"instrument": "C-SSRS"})
    page.begin()
    form = dialog(page, FormDialog)
    assert list(form.form.fields) == ["stay_id", "instrument"]
    form.reject()
    lines = ward.read(list_due_lines, by=DOCTOR)
    assert {one.task for one in lines} >= {"vitals", "COWS", "C-SSRS"}
    # A link of another day names a stay nobody knows: told in words, with the way on.
    gone = bedside.page(seat, places.SHEET, "f" * 32, instrument="COWS")
    told = "\n".join(one.text() for one in gone.states.findChildren(QLabel))
    assert "Người này không còn ở cơ sở" in told
    assert "ffff" not in told
