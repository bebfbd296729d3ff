"""The medical record: triage opens tasks without naming the sign; entries are struck out, never overwritten."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from facility_app.kernel.actor import Role
from facility_app.modules.access.queries import list_looks
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.treatment.api import get_door_state
from facility_app.modules.treatment.domain.record import Certainty, EntryKind, NoteKind, TriageFlag
from facility_app.modules.treatment.queries.record import (
    get_record_number,
    list_diagnoses,
    list_notes,
    list_psychiatric_notes,
    list_triages,
    search_diagnoses,
)
from facility_app.modules.treatment.queries.watches import list_watched
from facility_app.modules.treatment.service.looking import OpenRecord, open_record
from facility_app.modules.treatment.service.notes import Diagnose, WriteNote, diagnose, write_note
from facility_app.modules.treatment.service.striking import StrikeOut, strike_out
from facility_app.modules.treatment.service.triage import (
    AnswerFlag,
    StrikeTriage,
    TriagePerson,
    answer_flag,
    strike_triage,
    triage_person,
)
from tests.helpers.probe import engine_of
from tests.modules.treatment.ward import ADMITTED, COUNSELLOR, GUARD, HEAD, NOW, NURSE, Ward

ALL_FLAGS = frozenset(TriageFlag)


def test_a_red_flag_is_a_doctors_work_until_answered_and_nobody_else_learns_which(ward: Ward) -> None:
    since = NOW - timedelta(hours=1)
    assert not ward.read(get_door_state, ward["newcomer"], since, by=GUARD).is_triaged
    # Whoever is not admitted yet is looked at all the same, under nobody's stay.
    ward.write(triage_person, TriagePerson(ward["newcomer"], ALL_FLAGS, "vã mồ hôi"), by=NURSE)
    state = ward.read(get_door_state, ward["newcomer"], since, by=GUARD)
    assert (state.is_triaged, state.is_settled) == (True, False)
    tasks = ward.tasks("red_flag")
    assert len(tasks) == len(TriageFlag)
    assert {role for role, *_ in tasks} == {"DOCTOR"}
    told = {f"{text}{params}" for _, text, params, _ in tasks}
    (text,) = told
    assert not any(word in text.lower() for word in ("lao", "thai", "cai", "loạn thần", "tự hại", "liều"))
    (triage,) = ward.read(list_triages, ward["newcomer"])
    assert [one.flag for one in triage.flags] == list(TriageFlag)
    for one in triage.flags:
        ward.write(answer_flag, AnswerFlag(one.flag_id, one.version, True, "đã khám"))
    assert ward.tasks("red_flag") == []
    assert ward.read(get_door_state, ward["newcomer"], since, by=GUARD).is_settled
    # A confirmed pregnancy is a ground of V-46: the head hears of it the same day.
    assert [role for role, *_ in ward.tasks("relief_ground")] == ["HEAD"]
    answered = ward.read(list_triages, ward["newcomer"])[0].flags[0]
    again = AnswerFlag(answered.flag_id, answered.version, False, "khác")
    assert ward.refused(answer_flag, again).code == "flag_answered"
    assert ward.refused(triage_person, TriagePerson("0" * 32), by=NURSE).code == "not_found"


def test_a_triage_of_the_wrong_person_is_struck_out_and_nobody_looks_for_its_flags(ward: Ward) -> None:
    wrong = TriagePerson(ward["newcomer"], frozenset({TriageFlag.TB}))
    made = ward.write(triage_person, wrong, by=NURSE)
    strike = StrikeTriage(made, 1, "nhầm người")
    assert ward.refused(strike_triage, strike, by=NURSE, who="second").code == "entry_of_another"
    ward.write(strike_triage, strike, by=NURSE)
    (triage,) = ward.read(list_triages, ward["newcomer"])
    assert (triage.written.struck_reason, [one.flag for one in triage.flags]) == ("nhầm người", [TriageFlag.TB])
    assert ward.tasks("red_flag") == []
    assert not ward.read(get_door_state, ward["newcomer"], NOW, by=GUARD).is_triaged


def test_a_risk_of_suicide_at_the_door_is_watched_at_once_and_a_guard_learns_no_more(ward: Ward) -> None:
    ward.write(triage_person, TriagePerson(ward["man"], frozenset({TriageFlag.SUICIDE})), by=NURSE)
    (watched,) = ward.read(list_watched, by=GUARD)
    assert watched.resident_id == ward["man"]
    assert ward.read(get_record_number, ward["duc"]) == "2026-00001"
    # Seen before the stay was there: it belongs to the stay it led to, and the watch begins with it.
    ward.write(triage_person, TriagePerson(ward["newcomer"], frozenset({TriageFlag.SUICIDE})), by=NURSE)
    assert len(ward.read(list_watched, by=GUARD)) == 1
    stay = ward.admit("newcomer")
    assert {one.stay_id for one in ward.read(list_watched, by=GUARD)} == {ward["duc"], stay}
    assert ward.read(get_record_number, stay) == "2026-00002"
    assert ward.sql("SELECT count(*) FROM door_triage WHERE stay_id IS NULL") == [(0,)]


def test_an_entry_carries_both_times_and_its_author_and_is_only_struck_out(ward: Ward) -> None:
    written = WriteNote(ward["duc"], NoteKind.EXAMINATION, "Tỉnh, đồng tử giãn", NOW - timedelta(hours=3))
    first = ward.write(write_note, written)
    (note,) = ward.read(list_notes, ward["duc"])
    assert (note.written.happened_at, note.written.written_at) == (NOW - timedelta(hours=3), NOW)
    assert note.written.is_late
    assert note.written.author_id == ward.facility.admin.user_id
    too_soon = WriteNote(ward["duc"], NoteKind.EXAMINATION, "Đồng tử co", corrects_id=first)
    assert ward.refused(write_note, too_soon).code == "not_struck_out"
    by_another = StrikeOut(EntryKind.NOTE, first, note.written.version, "ghi nhầm người")
    assert ward.refused(strike_out, by_another, by=NURSE, who="second").code == "permission_denied"
    assert ward.refused(strike_out, StrikeOut(EntryKind.NOTE, first, 1, " ")).code == "reason_missing"
    ward.write(strike_out, by_another)
    ward.write(write_note, WriteNote(ward["duc"], NoteKind.EXAMINATION, "Đồng tử co", corrects_id=first))
    struck, right = ward.read(list_notes, ward["duc"])
    assert (struck.text, struck.written.struck_reason) == ("Tỉnh, đồng tử giãn", "ghi nhầm người")
    assert (right.written.corrects_id, right.written.is_late) == (first, False)
    # Whoever goes past the program cannot overwrite it either.
    with engine_of(ward.facility.file.path) as engine, engine.begin() as connection:
        for statement in ("UPDATE medical_note SET text = 'khác'", "DELETE FROM medical_note"):
            with pytest.raises(sa.exc.DatabaseError, match="frozen:medical_note"):
                connection.exec_driver_sql(statement)


def test_care_of_another_nurse_is_struck_out_by_a_doctor_alone(ward: Ward) -> None:
    made = ward.write(write_note, WriteNote(ward["duc"], NoteKind.CARE, "Ăn hết suất"), by=NURSE)
    command = StrikeOut(EntryKind.NOTE, made, 1, "ghi nhầm")
    assert ward.refused(strike_out, command, by=NURSE, who="second").code == "entry_of_another"
    ward.write(strike_out, command, by=(Role.DOCTOR,), who="second")
    assert ward.read(list_notes, ward["duc"])[0].written.struck_by == ward["second"]


def test_nothing_happens_before_the_stay_after_it_or_tomorrow_and_death_closes_the_chart(ward: Ward) -> None:
    def at(moment: datetime) -> str:
        note = WriteNote(ward["duc"], NoteKind.PROGRESS, "Ổn", moment)
        return ward.refused(write_note, note).code

    assert at(NOW + timedelta(minutes=6)) == "time_in_future"
    assert at(datetime(ADMITTED.year, ADMITTED.month, ADMITTED.day, tzinfo=UTC) - timedelta(days=1)) == (
        "time_before_stay"
    )
    assert ward.refused(write_note, WriteNote(ward["duc"], NoteKind.PROGRESS, " ")).code == "field_missing"
    kept = ward.write(write_note, WriteNote(ward["duc"], NoteKind.PROGRESS, "Ngừng thở"))
    ward.leave(ExitCode.TRANSFER_FACILITY, "hoa")
    ward.leave(ExitCode.DEATH)
    # What was measured before somebody left is still written down; what came after is not.
    ward.later(24 * 60)
    ward.write(write_note, WriteNote(ward["hoa"], NoteKind.PROGRESS, "Ra cơ sở ổn định", NOW))
    late = WriteNote(ward["hoa"], NoteKind.PROGRESS, "Ổn")
    told = ward.refused(write_note, late)
    assert told.code == "time_after_stay"
    assert "23/11/2026" in told.message
    assert ward.refused(write_note, WriteNote(ward["duc"], NoteKind.PROGRESS, "Ổn", NOW)).code == "chart_closed"
    assert ward.refused(strike_out, StrikeOut(EntryKind.NOTE, kept, 1, "nhầm")).code == "chart_closed"


def test_a_diagnosis_is_a_code_that_holds_and_one_that_reveals_hiv_is_refused_here(ward: Ward) -> None:
    found = ward.read(search_diagnoses, "nghien thuoc phien bao ve", ADMITTED)
    assert "F11.21" in {one.code for one in found}
    ward.write(diagnose, Diagnose(ward["duc"], "f1121", is_main=True))
    ward.later(10)
    ward.write(diagnose, Diagnose(ward["duc"], "F15.5", is_main=True, certainty=Certainty.CONFIRMED))
    later, earlier = ward.read(list_diagnoses, ward["duc"])
    assert (later.code, later.is_main_now, earlier.code, earlier.is_main_now) == ("F15.5", True, "F11.21", False)
    for code, refusal in {"F11.21": "diagnosis_there", "X99": "icd_unknown", "B24": "icd_private"}.items():
        assert ward.refused(diagnose, Diagnose(ward["duc"], code, is_main=True)).code == refusal
    assert ward.refused(diagnose, Diagnose(ward["duc"], "z21"), by=HEAD).code == "permission_denied"


def test_psychiatric_notes_are_for_counsellors_too_and_the_head_leaves_a_trace(ward: Ward) -> None:
    for kind, text in ((NoteKind.HISTORY, "Heroin từ 2010"), (NoteKind.PSYCHIATRIC, "Nghe tiếng nói")):
        ward.write(write_note, WriteNote(ward["duc"], kind, text))
    (note,) = ward.read(list_psychiatric_notes, ward["duc"], by=COUNSELLOR)
    assert note.text == "Nghe tiếng nói"
    assert ward.refused(open_record, OpenRecord(ward["duc"], " "), by=HEAD).code == "reason_missing"
    view = ward.write(open_record, OpenRecord(ward["duc"], "đơn khiếu nại"), by=HEAD)
    assert [one.text for one in view.notes] == ["Heroin từ 2010", "Nghe tiếng nói"]
    (look,) = [
        one
        for one in ward.read(list_looks, "resident", ward["man"], by=HEAD)
        if one.verb == "treatment.open_record"
    ]
    assert look.purpose == "đơn khiếu nại"
