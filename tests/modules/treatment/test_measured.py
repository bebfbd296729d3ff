"""Vital signs, scores, schedules and watches as the file keeps them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.treatment.domain import Breathing, Consciousness, VitalSign
from facility_app.modules.treatment.domain.observation import Situation
from facility_app.modules.treatment.domain.record import EntryKind
from facility_app.modules.treatment.domain.watch import Seen, WatchLevel
from facility_app.modules.treatment.queries.due import list_due
from facility_app.modules.treatment.queries.due_board import list_due_lines
from facility_app.modules.treatment.queries.measured import (
    answers_measured,
    get_score,
    list_plans,
    list_scores,
    list_vitals,
    read_curve,
)
from facility_app.modules.treatment.queries.ward import list_ward
from facility_app.modules.treatment.queries.watches import get_watch, list_watched
from facility_app.modules.treatment.service.measuring import MeasureVitals, measure_vitals
from facility_app.modules.treatment.service.scheduling import EndPlan, StartPlan, end_plan, start_plan
from facility_app.modules.treatment.service.scoring import ScoreInstrument, choose_ciwa_bands, score_instrument
from facility_app.modules.treatment.service.striking import StrikeOut, strike_out
from facility_app.modules.treatment.service.watching import (
    EndWatch,
    RecordLook,
    SetWatch,
    end_watch,
    record_look,
    set_watch,
)
from tests.modules.treatment.published import instrument
from tests.modules.treatment.ward import COUNSELLOR, GUARD, HEAD, NOW, NURSE, WELL, Ward

ALERT: dict[str, Any] = {"consciousness": Consciousness.ALERT, "breathing": Breathing.AIR}
COWS: dict[str, object] = {str(number): 0 for number in range(1, 12)}


def test_news2_is_kept_with_the_values_and_the_definition_it_was_worked_out_by(ward: Ward) -> None:
    made = ward.measure({**WELL, "weight": "60", "height": "170"}, **ALERT)
    assert (made.news2.total, made.bmi, made.alerts) == (0, 208, ())
    assert ward.tasks("see_alert") == []
    # Without a height the last one known is taken; without a value that counts there is no total.
    ward.later(60)
    ill = ward.measure({"rr": "8", "pulse": "72", "weight": "59,5"})
    assert (ill.news2.total, ill.bmi) == (None, 206)
    assert "overdose" in {one.rule.code for one in ill.alerts}
    ((role, text, _, due),) = ward.tasks("see_alert")
    assert (role, "nhịp thở" in text.lower(), due[:16]) == ("DOCTOR", False, "2026-11-23T03:00")
    last, first = ward.read(list_vitals, ward["duc"], by=HEAD)
    ward.write(strike_out, StrikeOut(EntryKind.VITALS, ill.reading_id, 1, "đo nhầm người"))
    assert ward.tasks("see_alert") == []
    assert (first.news2, first.news2_version, first.values[VitalSign.TEMP]) == (0, 1, 368)
    ((digest,),) = ward.sql("SELECT DISTINCT news2_digest FROM vital_reading")
    assert digest == instrument("NEWS2").digest
    assert last.values == {VitalSign.RR: 8, VitalSign.PULSE: 72, VitalSign.WEIGHT: 595}


def test_a_value_that_cannot_be_is_refused_and_one_that_hardly_can_is_asked_twice(ward: Ward) -> None:
    def told(typed: dict[str, str], **more: object) -> tuple[str, str]:
        values = {VitalSign(name): text for name, text in typed.items()}
        refusal = ward.refused(measure_vitals, MeasureVitals(ward["duc"], values, **more), by=NURSE)  # type: ignore[arg-type] # of this test's own words
        return refusal.code, refusal.message

    assert told({"temp": "3,75"}) == (
        "vital_too_precise",
        "Nhiệt độ: 3,75 có quá nhiều chữ số thập phân (nhiều nhất 1). Có phải 37,5 °C?",
    )
    code, question = told({"temp": "28,0"})
    assert (code, "28,0" in question) == ("vital_doubtful", True)
    assert told({"temp": "28,0"}, confirmed={"temp:280": 1})[0] == "vital_doubtful"
    assert told({"temp": "29,0"}, confirmed={"temp:280": 2})[0] == "vital_doubtful"
    assert told({}) == ("nothing_measured", "Chưa có số đo nào. Hãy ghi ít nhất một dấu hiệu sinh tồn.")
    # What nobody alive can have no confirmation brings in.
    for typed, sure, meant in (
        ({"spo2": "101"}, {"spo2:101": 2}, "SpO2 101 % không thể có"),
        ({"temp": "375", "pulse": "72"}, {"temp:3750": 2}, "Có phải 37,5 °C?"),
    ):
        code, said = told(typed, confirmed=sure)
        assert (code, meant in said) == ("vital_impossible", True), typed
    ward.measure({"temp": "28,0"}, confirmed={"temp:280": 2})
    assert ward.read(list_vitals, ward["duc"])[0].confirmed == ("temp:280",)


def test_raw_answers_are_kept_with_total_band_and_version_and_incomplete_ones_have_no_total(ward: Ward) -> None:
    refusal = ward.refused(score_instrument, ScoreInstrument(ward["duc"], "COWS", {**COWS, "3": 4}), by=NURSE)
    assert refusal.code == "instrument_answer_refused"
    assert "mục 3" in refusal.message
    assert "Các giá trị nhận được: 0, 1, 3, 5" in refusal.message
    whole = ward.score("cows", {**COWS, "1": 2, "3": 5, "11": 5})
    part = ward.score("COWS", {"1": 2})
    assert (whole.score.total, part.score.total) == (12, None)
    found = {one.written.entry_id: one for one in ward.read(list_scores, ward["duc"], by=HEAD)}
    one = found[whole.score_id]
    assert (one.instrument, one.instrument_version, one.total, one.band, one.is_complete) == (
        "COWS",
        1,
        12,
        "mild",
        True,
    )
    assert one.answers == {**COWS, "1": 2, "3": 5, "11": 5}
    assert (found[part.score_id].total, found[part.score_id].band, found[part.score_id].is_complete) == (
        None,
        None,
        False,
    )
    assert ward.refused(score_instrument, ScoreInstrument(ward["duc"], "MMSE", {}), by=NURSE).code == (
        "instrument_unknown"
    )
    assert ward.refused(score_instrument, ScoreInstrument(ward["duc"], "COWS", {}), by=NURSE).code == (
        "nothing_answered"
    )


def test_a_facility_reads_ciwa_ar_by_one_set_of_bands_and_old_scores_keep_theirs(ward: Ward) -> None:
    answers: dict[str, object] = {**{str(number): 1 for number in range(1, 10)}, "10": 0}
    before = ward.score("CIWA-Ar", answers)
    assert ward.refused(choose_ciwa_bands, "ai đó").code == "instrument_bands_unknown"
    ward.write(choose_ciwa_bands, "asam")
    ward.later(5)
    after = ward.score("CIWA-Ar", answers)
    bands = {one.written.entry_id: (one.band_set, one.band) for one in ward.read(list_scores, ward["duc"])}
    assert (bands[before.score_id], bands[after.score_id]) == (("camcops", "moderate"), ("asam", "mild"))


def test_the_next_scoring_is_a_task_that_moves_on_with_each_score_and_names_no_illness(ward: Ward) -> None:
    ward.later(60)
    plan = ward.write(start_plan, StartPlan(ward["duc"], Situation.ALCOHOL_DETOX, NOW))
    assert ward.refused(start_plan, StartPlan(ward["duc"], Situation.ALCOHOL_DETOX)).code == "plan_runs"
    due = ward.tasks("next_observation")
    assert len(due) == 2
    assert {role for role, *_ in due} == {"NURSE"}
    assert not any("CIWA" in text + params or "rượu" in text for _, text, params, _ in due)
    scored = ward.score("CIWA-Ar", {**{str(number): 3 for number in range(1, 10)}, "10": 0})
    assert len(ward.tasks("next_observation", "done")) == 1
    # Severe: again in an hour, and overdue from then on.
    moved = [at for *_, at in ward.tasks("next_observation")]
    assert f"{ward.now + timedelta(hours=1):%Y-%m-%dT%H:%M}" in {at[:16] for at in moved}
    ward.measure(**ALERT)
    assert len(ward.tasks("next_observation", "done")) == 2
    ward.write(strike_out, StrikeOut(EntryKind.SCORE, scored.score_id, 1, "chấm nhầm người"))
    (row,) = ward.read(list_plans, ward["duc"])
    ward.write(end_plan, EndPlan(plan, row.written.version, "hết hội chứng cai"))
    assert ward.tasks("next_observation") == []
    assert ward.refused(end_plan, EndPlan(plan, 1, "lại")).code == "record_changed"


def again_due(ward: Ward, status: str = "open") -> list[int]:
    """Minutes from now on to each task of measuring again."""
    due = [datetime.fromisoformat(at).replace(tzinfo=UTC) for *_, at in ward.tasks("measure_again", status)]
    return [int((at - ward.now).total_seconds() // 60) for at in due]


def test_a_grave_news2_asks_for_the_next_measuring_in_its_own_time_and_a_calm_one_ends_it(ward: Ward) -> None:
    calm, urgent = {**WELL}, {**WELL, "rr": "22", "temp": "39,2", "pulse": "112"}
    emergency = {**urgent, "spo2": "91"}
    assert (ward.measure(calm, **ALERT).again_at, again_due(ward)) == (None, [])
    # RCP: 5 or 6 hourly, 7 and more all the time, one value of 3 points urgently though the total is low.
    steps = ((urgent, 6, 60), (emergency, 9, 30), ({**WELL, "spo2": "91"}, 3, 60), ({"rr": "26"}, None, 60))
    for typed, total, minutes in steps:
        ward.later(5)
        made = ward.measure(typed, **ALERT) if len(typed) > 1 else ward.measure(typed)
        assert (made.news2.total, again_due(ward)) == (total, [minutes]), typed
        assert made.again_at == ward.now + timedelta(minutes=minutes)
        (person,) = [one for one in ward.read(list_ward).people if one.stay_id == ward["duc"]]
        assert person.again_at == made.again_at
        (line,) = [one for one in ward.read(list_due_lines) if one.situation is None]
        assert (line.stay_id, line.task, line.until) == (ward["duc"], "vitals", made.again_at)
        assert [one.until for one in ward.read(list_due, ward["duc"])] == [made.again_at]
    ((role, text, params, _),) = ward.tasks("measure_again")
    assert (role, "NEWS2" in text + params) == ("NURSE", False)
    # What was mistyped asks for nothing: the one before it does, from its own hour on.
    mistyped = ward.read(list_vitals, ward["duc"])[0].written.entry_id
    ward.write(strike_out, StrikeOut(EntryKind.VITALS, mistyped, 1, "đo nhầm người"))
    assert again_due(ward) == [55]
    ward.later(5)
    ward.measure(calm, **ALERT)
    assert (again_due(ward), ward.read(list_due, ward["duc"])) == ([], ())
    assert len(again_due(ward, "done")) == 4, "the one that was open again is answered again"
    # Whoever left is not measured.
    ward.later(5)
    ward.measure(emergency, **ALERT)
    ward.leave(ExitCode.DEATH)
    assert (again_due(ward), [one for one in ward.read(list_due_lines) if one.situation is None]) == ([], [])


def test_thirty_days_of_signs_and_scores_are_one_reading_of_two_statements(ward: Ward) -> None:
    ward.measure(**ALERT)
    ward.score("COWS", COWS)
    ward.score("PHQ-9", {str(number): 0 for number in range(1, 10)})
    ward.measure({"pulse": "99"}, happened_at=NOW - timedelta(minutes=30))
    curve = ward.read(read_curve, ward["duc"])
    assert [one.value for one in curve.signs["pulse"]] == [99, 72]
    assert [one.value for one in curve.signs["news2"]] == [0]
    assert set(curve.scores) == {"COWS", "PHQ-9"}
    # An auditor reads vital signs and COWS, and no psychiatry.
    assert set(ward.read(read_curve, ward["duc"], by=(Role.AUDITOR,)).scores) == {"COWS"}
    assert [one.instrument for one in ward.read(list_scores, ward["duc"], by=COUNSELLOR)] == ["PHQ-9"]
    (cows,) = ward.read(list_scores, ward["duc"], "COWS")
    assert ward.refused(get_score, cows.written.entry_id, by=COUNSELLOR).code == "score_hidden"
    assert ward.read(answers_measured, ward["duc"], "COWS")["1"] == 0
    ward.later(45)
    assert ward.read(answers_measured, ward["duc"], "COWS") == {}


def test_a_risk_of_suicide_opens_a_watch_whose_gaps_are_seen_and_only_a_doctor_eases_it(ward: Ward) -> None:
    answers = {"1": "yes", "2": "yes", "3": "yes", "4": "yes", "5": "no", "6": "no"}
    made = ward.score("C-SSRS", dict(answers))
    assert made.watch_id is not None
    assert ward.tasks("see_watched")[0][0] == "DOCTOR"
    ward.later(14)
    ward.write(record_look, RecordLook(ward["duc"], Seen.UNEASY, "ngồi góc phòng"), by=GUARD)
    ward.later(40)
    seen = ward.read(get_watch, ward["duc"], by=GUARD)
    assert (seen.spells[0].reason, seen.spells[0].score_id) == (None, None)
    assert [(one.minutes, one.is_open) for one in seen.gaps] == [(40, True)]
    looser = SetWatch(ward["duc"], WatchLevel.EVERY_60, "đã trò chuyện")
    assert ward.refused(set_watch, looser, by=NURSE).code == "watch_eased"
    ward.write(set_watch, SetWatch(ward["duc"], WatchLevel.EVERY_60, "đã khám", ward.now + timedelta(hours=4)))
    assert [due[:16] for *_, due in ward.tasks("see_watched")] == [
        f"{ward.now + timedelta(hours=4):%Y-%m-%dT%H:%M}"
    ]
    # A closer watch that a score opens again does not wait for anybody, and a guard sees it at once.
    ward.score("PHQ-9", {"9": 2})
    (watched,) = ward.read(list_watched, by=GUARD)
    assert (watched.level, watched.since) == (WatchLevel.PENDING, ward.now)
    levels = [one.spell.level for one in ward.read(get_watch, ward["duc"]).spells]
    assert levels == [WatchLevel.PENDING, WatchLevel.EVERY_60, WatchLevel.PENDING]
    assert [one.minutes for one in ward.read(get_watch, ward["duc"]).gaps] == [40]
    ward.write(end_watch, EndWatch(ward["duc"], "không còn ý nghĩ tự hại"))
    assert ward.tasks("see_watched") == []
    assert ward.refused(record_look, RecordLook(ward["duc"], Seen.CALM), by=GUARD).code == "not_watched"
    assert ward.now.astimezone(LOCAL).day == NOW.astimezone(LOCAL).day


def test_watches_and_schedules_end_when_somebody_leaves(ward: Ward) -> None:
    ward.write(set_watch, SetWatch(ward["duc"], WatchLevel.CONSTANT, "tuyệt vọng"), by=NURSE)
    ward.write(start_plan, StartPlan(ward["duc"], Situation.STIMULANTS))
    ward.leave(ExitCode.DEATH)
    assert ward.read(list_watched, by=GUARD) == ()
    assert ward.tasks("next_observation") + ward.tasks("see_watched") == []
    assert ward.refused(set_watch, SetWatch(ward["duc"], WatchLevel.CONSTANT, "x")).code == "chart_closed"
