"""The second scale of SpO2: a doctor orders it, and each measuring is scored, for good, by what held then."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from fhir.resources.R4B.observation import Observation
from pytestqt.qtbot import QtBot

from facility_app.app.fhir.measured import vitals
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import FacilityError
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.treatment.domain import Breathing, Consciousness
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.record import EntryKind
from facility_app.modules.treatment.papers.charts import Days, treatment_sheet, vitals_chart
from facility_app.modules.treatment.papers.letters import Referral, referral_paper
from facility_app.modules.treatment.queries.course import read_course
from facility_app.modules.treatment.queries.measured import list_vitals
from facility_app.modules.treatment.queries.oxygen import list_oxygen_targets
from facility_app.modules.treatment.service.oxygen import (
    EndOxygenTarget,
    SetOxygenTarget,
    end_oxygen_target,
    set_oxygen_target,
)
from facility_app.modules.treatment.service.scoring import ScoreInstrument, score_instrument
from facility_app.modules.treatment.service.striking import StrikeOut, strike_out
from facility_app.modules.treatment.ui import chart_plan, vitals_page
from facility_app.modules.treatment.ui.vitals_sheet import VitalSheet, news_words
from facility_app.ui.theme import Theme
from tests.documents.papers import printed
from tests.helpers.probe import SHELF
from tests.helpers.screens import fill, texts
from tests.modules.treatment.bedside import Bedside, type_keys
from tests.modules.treatment.published import NEWS2_POINTS, NEWS2_SCALE_2
from tests.modules.treatment.published import WELL as ANSWERS
from tests.modules.treatment.test_ui_record import Desks, chips, dialog, verbs
from tests.modules.treatment.ward import HEAD, NOW, NURSE, WELL, Ward

COPD = "COPD, tăng CO2 mạn"
BREATHING = {"air": Breathing.AIR, "o2": Breathing.OXYGEN}
OXYGEN = 2
"""What breathing oxygen counts by itself."""


def points(ward: Ward, spo2: int, breathing: str = "air", **more: Any) -> int:
    """What one value of SpO2 counts, as it is kept; everything else of the person is well."""
    said = {"consciousness": Consciousness.ALERT, "breathing": BREATHING[breathing], **more}
    made = ward.measure({**WELL, "spo2": str(spo2)}, **said)
    ((kept,),) = ward.sql("SELECT news2 FROM vital_reading WHERE id = ?", made.reading_id)
    assert made.news2.total == kept
    return int(kept) - (OXYGEN if breathing == "o2" else 0)


def ordered(ward: Ward, minutes_ago: int = 0) -> str:
    """A doctor orders the second scale."""
    at = ward.now - timedelta(minutes=minutes_ago) if minutes_ago else None
    return ward.write(set_oxygen_target, SetOxygenTarget(ward["duc"], COPD, at))


def version_of(ward: Ward, target: str) -> int:
    """The version of a decision."""
    ((version,),) = ward.sql("SELECT version FROM oxygen_target WHERE id = ?", target)
    return int(version)


def ended(ward: Ward, target: str, reason: str = "hết suy hô hấp") -> None:
    """A doctor ends it."""
    ward.write(end_oxygen_target, EndOxygenTarget(target, version_of(ward, target), reason))


def test_what_is_measured_is_scored_by_the_scale_a_doctor_ordered_on_air_and_on_oxygen(ward: Ward) -> None:
    for value, told in NEWS2_POINTS["spo2"]:
        assert points(ward, int(value)) == told, value
        assert points(ward, int(value), "o2") == told, value
    ordered(ward)
    for breathing, rows in NEWS2_SCALE_2.items():
        for value, told in rows:
            assert points(ward, value, breathing) == told, (breathing, value)
    # Somebody else's target is nobody's but theirs.
    assert ward.measure({**WELL, "spo2": "88"}, "hoa", breathing=Breathing.AIR).news2.points["spo2"] == 3


def test_the_scale_is_that_of_the_moment_of_measuring_and_stays_with_what_was_measured(ward: Ward) -> None:
    before = ward.measure({"spo2": "90"}).reading_id
    ward.later(60)
    target = ordered(ward)
    since = ward.now
    during = ward.measure({"spo2": "90"}).reading_id
    # Written late: the moment it was measured counts, not the moment it is typed.
    late = ward.measure({"spo2": "90"}, happened_at=since - timedelta(seconds=1)).reading_id
    # Corrected: what stands for it is scored by its own moment too.
    ward.write(strike_out, StrikeOut(EntryKind.VITALS, before, 1, "đo nhầm"))
    again = ward.measure({"spo2": "89"}, happened_at=NOW, corrects_id=before).reading_id
    ward.later(60)
    ended(ward, target)
    until = ward.now
    after = ward.measure({"spo2": "90"}).reading_id
    last = ward.measure({"spo2": "90"}, happened_at=until - timedelta(seconds=1)).reading_id
    scales = {before: 1, during: 2, late: 1, again: 1, after: 1, last: 2}

    def kept() -> dict[str, int]:
        return {one.written.entry_id: one.spo2_scale for one in ward.read(list_vitals, ward["duc"])}

    assert kept() == scales
    ward.write(strike_out, StrikeOut(EntryKind.OXYGEN, target, version_of(ward, target), "nhầm người"))
    assert kept() == scales
    # Struck out, it never held: what is written from now on of that hour counts by the usual scale.
    made = ward.measure({"spo2": "90"}, happened_at=since).reading_id
    assert kept() == {**scales, made: 1}


def test_a_doctor_alone_decides_and_one_target_holds_at_a_time(ward: Ward) -> None:
    command = SetOxygenTarget(ward["duc"], COPD)
    for role in set(Role) - {Role.DOCTOR}:
        assert ward.refused(set_oxygen_target, command, by=(role,)).code == "permission_denied", role
    assert ward.refused(set_oxygen_target, SetOxygenTarget(ward["duc"], " ")).code == "reason_missing"
    target = ordered(ward, 30)
    assert ward.refused(set_oxygen_target, command).code == "oxygen_target_runs"
    for by in (NURSE, (Role.CHIEF_NURSE,)):
        assert ward.refused(end_oxygen_target, EndOxygenTarget(target, 1, "x"), by=by).code == "permission_denied"
        strike = StrikeOut(EntryKind.OXYGEN, target, 1, "x")
        assert ward.refused(strike_out, strike, by=by).code == "permission_denied"
    assert ward.refused(end_oxygen_target, EndOxygenTarget(target, 1, "")).code == "reason_missing"
    ended(ward, target)
    assert (
        ward.refused(end_oxygen_target, EndOxygenTarget(target, version_of(ward, target), "lại")).code
        == "oxygen_target_over"
    )
    # One that would begin before the other was over is refused too; from the end on there may be another.
    early = SetOxygenTarget(ward["duc"], COPD, ward.now - timedelta(minutes=40))
    assert ward.refused(set_oxygen_target, early).code == "oxygen_target_runs"
    second = ordered(ward)
    rows = ward.read(list_oxygen_targets, ward["duc"])
    assert [(one.written.entry_id, one.is_running) for one in rows] == [(second, True), (target, False)]
    assert (rows[1].reason, rows[1].end_reason, rows[1].least, rows[1].most) == (COPD, "hết suy hô hấp", 88, 92)
    # Whoever sees the values knows the scale; why is for those who read the record.
    assert [(one.reason, one.end_reason) for one in ward.read(list_oxygen_targets, ward["duc"], by=HEAD)] == [
        (None, None)
    ] * 2
    verbs_told = ward.sql("SELECT verb FROM audit_entry WHERE verb LIKE 'treatment.%oxygen_target' ORDER BY seq")
    assert [verb for (verb,) in verbs_told] == [
        "treatment.set_oxygen_target",
        "treatment.end_oxygen_target",
        "treatment.set_oxygen_target",
    ]
    ward.leave(ExitCode.DEATH)
    (row, _) = ward.read(list_oxygen_targets, ward["duc"])
    assert (row.is_running, row.end_reason) == (False, "Đã ra cơ sở")


def test_nobody_who_scores_news2_chooses_the_scale(ward: Ward) -> None:
    def scored(**more: object) -> int | None:
        answers: dict[str, object] = {**ANSWERS, "spo2": 90, **more}
        return ward.score("NEWS2", answers).score.total

    def refused(**more: object) -> FacilityError:
        answers: dict[str, object] = {**ANSWERS, "spo2": 90, **more}
        return ward.refused(score_instrument, ScoreInstrument(ward["duc"], "NEWS2", answers), by=NURSE)

    assert (scored(), scored(spo2_scale=1)) == (3, 3)
    assert (refused(spo2_scale=2).code, refused(scale=2).code) == ("spo2_scale", "spo2_scale")
    ordered(ward)
    assert (scored(), scored(scale=2)) == (0, 0)
    assert refused(spo2_scale=1).code == "spo2_scale"
    assert refused(spo2_scale=3).code == "instrument_answer_refused"


def test_papers_and_curve_say_which_scale_counted(ward: Ward) -> None:
    points(ward, 90)
    ward.later(30)
    ordered(ward)
    points(ward, 90)
    day = ward.now.date()
    words = printed(ward.read(vitals_chart, Days(ward["duc"], day, day), by=NURSE), "vitals-chart-oxygen")
    assert "mục tiêu 88–92 %, từ 23/11/2026 09:30 (–), đang theo" in words
    assert words.count("(thang 2)") == 1
    assert COPD not in words
    sheet = printed(ward.read(treatment_sheet, Days(ward["duc"], day, day)))
    assert f"SpO2 thang 2, mục tiêu 88–92 %: {COPD}" in " ".join(sheet.split())
    letter = printed(ward.read(referral_paper, Referral(ward["duc"], "x", "y")))
    assert "SpO2 thang 2: mục tiêu 88–92 %" in letter
    picture = chart_plan.picture_of(ward.read(read_course, ward["duc"], 7), chart_plan.View.VITALS)
    (panel,) = [one for one in picture.panels if one.name == "SpO₂"]
    assert [(one.low, one.high, one.words) for one in panel.bands] == [(88, 92, "thang 2: 88–92")]
    assert [one.says.endswith("(thang 2)") for one in panel.series[0].points] == [False, True]


@pytest.fixture
def bedside(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Bedside]:
    """The ward's screens."""
    made = Bedside(ward, dressed, qtbot)
    yield made
    made.close()


def line_words(sheet: VitalSheet, row: int) -> str:
    """NEWS2 beside a name."""
    line = sheet.lines.line(row)
    assert line is not None
    return news_words(line)


def test_the_sheet_scores_by_the_scale_that_is_kept_whatever_hour_is_said(bedside: Bedside) -> None:
    ward = bedside.ward
    seat = bedside.sit_down(Role.NURSE)
    page = bedside.page(seat, vitals_page.PAGE, list="all")
    sheet = page.sheet
    type_keys("")
    for value in ("36,9", "78", "12080", "16", "90"):
        type_keys(value)
    type_keys("k", enter=False)
    type_keys("")
    assert (line_words(sheet, 0), page.card.scale.isVisible()) == ("thiếu 1", False)
    # A doctor orders it while the line is typed: it is marked and scored anew, with what is typed.
    ward.later(10)
    ordered(ward)
    page.ask()
    assert (line_words(sheet, 0), line_words(sheet, 1)) == ("thiếu 1 · thang 2", "")
    assert page.card.scale.isVisible()
    # Measured before the order: the usual scale, on the screen as in the file.
    page.hour.set_value((NOW + timedelta(hours=7, minutes=5)).time())
    page._use_scales()
    assert line_words(sheet, 0) == "thiếu 1"
    page.hour.set_value(None)
    page._use_scales()
    sheet.go_to(ward["duc"])
    sheet.view.setCurrentIndex(sheet.lines.index_of((0, 7)))
    type_keys("a", enter=False)
    (kept,) = ward.read(list_vitals, ward["duc"])
    assert (kept.spo2_scale, kept.news2) == (2, 0)


@pytest.fixture
def desks(ward: Ward, dressed: Theme, qtbot: QtBot) -> Iterator[Desks]:
    """The ward's screens."""
    made = Desks(ward, dressed, qtbot)
    yield made
    for seat in made.seats:
        seat.leave()


def test_a_doctor_orders_it_on_the_persons_page_where_everybody_then_sees_it(desks: Desks) -> None:
    pane = desks.pane("man", Role.DOCTOR)
    assert "treatment.set_oxygen_target" in verbs(pane)
    pane.ask_oxygen()
    fill(dialog(pane), reason=COPD)
    dialog(pane).form.submit()
    assert "SpO₂ thang 2: mục tiêu 88–92 %" in chips(pane)
    assert "treatment.end_oxygen_target" in verbs(pane)
    assert "Chỉ định SpO₂ thang 2" in texts(pane.records.card.table, "title")
    assert pane.records.entry.text_label.text() == f"mục tiêu 88–92 %\n{COPD}"
    nurse = desks.pane("man", Role.NURSE)
    assert "SpO₂ thang 2: mục tiêu 88–92 %" in chips(nurse)
    assert not [one for one in verbs(nurse) if "oxygen" in one]
    nurse.records.card.select_when_here(pane.records.chosen_entry().entry_id)  # type: ignore[union-attr]
    assert nurse._why_not_strike() == "Chỉ bác sĩ được gạch bỏ chỉ định này."
    pane.ask_oxygen_end()
    fill(dialog(pane), reason="hết suy hô hấp")
    dialog(pane).form.submit()
    assert "SpO₂ thang 2: mục tiêu 88–92 %" not in chips(pane)


def test_an_export_says_that_a_total_was_counted_by_the_second_scale(ward: Ward) -> None:
    points(ward, 90)
    ward.later(5)
    ordered(ward)
    points(ward, 90)
    rows = ward.read(list_vitals, ward["duc"])
    made = [one for one in vitals(rows, ward["man"], clinical(SHELF)) if one["id"].endswith("news2")]
    assert [(one["valueQuantity"]["value"], "method" in one) for one in made] == [(0, True), (3, False)]
    assert [Observation.model_validate(one) for one in made]
