"""Guards learn that somebody is to be watched closely, and nothing else; the alert goes when a doctor ends it."""

from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel
from facility_app.modules.residents.queries.entries import list_alerts
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.safety import raise_alert
from facility_app.modules.treatment.domain.record import TriageFlag
from facility_app.modules.treatment.domain.watch import WatchLevel
from facility_app.modules.treatment.queries.record import list_triages
from facility_app.modules.treatment.service.triage import (
    AnswerFlag,
    StrikeTriage,
    TriagePerson,
    answer_flag,
    strike_triage,
    triage_person,
)
from facility_app.modules.treatment.service.watching import EndWatch, SetWatch, end_watch, set_watch
from tests.modules.treatment.ward import GUARD, NURSE, Ward

AT_RISK = frozenset({TriageFlag.SUICIDE, TriageFlag.TB})


def told(ward: Ward, person: str, *, with_ended: bool = False) -> list[tuple[str | None, str | None]]:
    """What a guard reads of self-harm about somebody: what to do, and why it ended."""
    found = ward.read(list_alerts, ward[person], by=GUARD, with_ended=with_ended)
    return [(one.entry.facts.text, one.end_reason) for one in found if one.entry.facts.kind is AlertKind.SELF_HARM]


def test_a_risk_seen_at_the_door_warns_the_guards_at_once_in_words_that_name_no_illness(ward: Ward) -> None:
    # Nobody is admitted yet: whoever brings this person to a room must know all the same.
    ward.write(triage_person, TriagePerson(ward["newcomer"], AT_RISK, "nói muốn chết, ho ra máu"), by=NURSE)
    words = "Cần theo dõi sát. Thấy gì lạ thì gọi ngay y tế trực."
    assert told(ward, "newcomer") == [(words, None)]
    ward.write(triage_person, TriagePerson(ward["newcomer"], AT_RISK), by=NURSE)
    assert len(told(ward, "newcomer")) == 1
    flags = ward.read(list_triages, ward["newcomer"])[0].flags
    risk = next(one for one in flags if one.flag is TriageFlag.SUICIDE)
    ward.write(answer_flag, AnswerFlag(risk.flag_id, risk.version, False, "trầm cảm nhẹ, không có ý định"))
    # Why a doctor thinks so stays in the record.
    assert told(ward, "newcomer", with_ended=True) == [(words, "Y tế thôi theo dõi sát")]


def test_the_warning_of_a_watch_stands_until_a_doctor_ends_it_and_a_guards_own_stays(ward: Ward) -> None:
    triage = ward.write(triage_person, TriagePerson(ward["man"], AT_RISK), by=NURSE)
    ward.write(strike_triage, StrikeTriage(triage, 1, "nhầm người"), by=NURSE)
    assert len(told(ward, "man")) == 1, "still watched: only a doctor ends that"
    ward.write(end_watch, EndWatch(ward["duc"], "hết ý nghĩ tự sát"))
    assert told(ward, "man") == []
    own = Alert(AlertKind.SELF_HARM, AlertLevel.WARNING, ward.now.date(), "đã rạch tay ở buồng")
    ward.write(raise_alert, AddEntry(ward["woman"], own), by=GUARD)
    ward.write(set_watch, SetWatch(ward["hoa"], WatchLevel.EVERY_15, "trầm cảm nặng"))
    assert told(ward, "woman") == [("đã rạch tay ở buồng", None)]
    ward.write(end_watch, EndWatch(ward["hoa"], "ổn định"))
    assert told(ward, "woman") == [("đã rạch tay ở buồng", None)]


def test_an_instrument_that_tells_a_risk_warns_as_well(ward: Ward) -> None:
    answers: dict[str, object] = {**dict.fromkeys(map(str, range(1, 10)), 0), "9": 1}
    assert ward.score("PHQ-9", answers).watch_id is not None
    assert len(told(ward, "man")) == 1
