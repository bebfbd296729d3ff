"""What doctors and nurses write in the charts of the fiction: triage, record, tests, a watch, a closed list."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.hands import Hands
from facility_app.app.demo.names import full_name
from facility_app.app.demo.patients import (
    ALCOHOL,
    ALLERGY,
    CLOSED_LIST,
    HELD,
    OPIOIDS,
    POSITIVE,
    SCREENED,
    SUBSTITUTION,
    WAITING,
    WATCHED,
    Patient,
    Patients,
)
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import Sex
from facility_app.modules.treatment.domain.drug_tests import DrugTestReading
from facility_app.modules.treatment.domain.infections import Consent, Disease, InfectionResult
from facility_app.modules.treatment.domain.observation import Situation
from facility_app.modules.treatment.domain.record import Certainty, NoteKind, TriageFlag
from facility_app.modules.treatment.domain.samples import SampleAnswer, TestReason
from facility_app.modules.treatment.domain.watch import Seen, WatchLevel
from facility_app.modules.treatment.service.drug_results import RecordReadings, record_readings
from facility_app.modules.treatment.service.hiv import (
    AskHivConsent,
    OfHivTest,
    RecordHivResult,
    ask_hiv_consent,
    record_hiv_result,
)
from facility_app.modules.treatment.service.infections import (
    AskConsent,
    RecordInfection,
    ask_consent,
    record_infection,
)
from facility_app.modules.treatment.service.notes import Diagnose, WriteNote, diagnose, diagnose_hiv, write_note
from facility_app.modules.treatment.service.sampling import (
    AddKit,
    HandOn,
    OrderTest,
    TakeSample,
    add_kit,
    hand_on,
    order_test,
    take_sample,
)
from facility_app.modules.treatment.service.scheduling import StartPlan, start_plan
from facility_app.modules.treatment.service.scoring import ScoreInstrument, score_instrument
from facility_app.modules.treatment.service.triage import TriagePerson, triage_person
from facility_app.modules.treatment.service.watching import RecordLook, SetWatch, record_look, set_watch

NOTES: Final[tuple[tuple[int, NoteKind, Label], ...]] = (
    (OPIOIDS, NoteKind.HISTORY, label("demo", "Dùng heroin bốn năm, lần cuối tối hôm trước khi vào")),
    (OPIOIDS, NoteKind.EXAMINATION, label("demo", "Tỉnh, vã mồ hôi, nổi da gà, đồng tử giãn vừa, bụng mềm")),
    (OPIOIDS, NoteKind.PLAN, label("demo", "Cắt cơn bằng thuốc triệu chứng 10 ngày, chấm COWS, bù nước")),
    (ALCOHOL, NoteKind.HISTORY, label("demo", "Uống rượu hằng ngày trên mười năm, có lần co giật khi ngừng")),
    (ALCOHOL, NoteKind.PLAN, label("demo", "Thiamin, chấm CIWA-Ar, theo dõi sốt và ý thức")),
    (SUBSTITUTION, NoteKind.PLAN, label("demo", "Dò liều methadon, liều đầu 20 mg, theo dõi an thần")),
)
PROGRESS: Final = label("demo", "Sốt tăng dần, mạch nhanh, bắt đầu lẫn lộn: hội chẩn, cân nhắc chuyển viện")
CALM: Final = label("demo", "Ăn ngủ được, không than phiền")
DIAGNOSES: Final = {OPIOIDS: "F11.3", ALCOHOL: "F10.3", SUBSTITUTION: "F11.22"}
PLANS: Final = {
    OPIOIDS: Situation.OPIOID_DETOX,
    ALCOHOL: Situation.ALCOHOL_DETOX,
    SUBSTITUTION: Situation.METHADONE_INDUCTION,
}
KIT: Final = AddKit("Fastep 4", "L2601", date(2027, 6, 30), {"MOP": 300, "MET": 500, "AMP": 500, "THC": 50})
READINGS: Final = {
    POSITIVE: {"MOP": DrugTestReading.NEGATIVE, "MET": DrugTestReading.POSITIVE},
    SCREENED: {"MOP": DrugTestReading.NEGATIVE, "MET": DrugTestReading.NEGATIVE},
}
REASONS: Final = {
    POSITIVE: TestReason.SUSPICION,
    SCREENED: TestReason.RANDOM,
    WAITING: TestReason.RANDOM,
}
MOTHER: Final = label("demo", "Mẹ của người cai nghiện")
NURSE, LABORATORY, PASSED_FOR = (
    label("demo", "Điều dưỡng trực"),
    label("demo", "Phòng xét nghiệm của cơ sở"),
    label("demo", "Đọc kết quả xét nghiệm nhanh"),
)
WHY_WATCHED: Final = label("demo", "Nói không muốn sống nữa, có ý định cụ thể")
C_SSRS: Final = {"1": "yes", "2": "yes", "3": "yes", "4": "yes", "5": "no", "6": "no"}
WHY_LOOKED: Final = label("demo", "Trực tiếp điều trị, kê thuốc")
SEEN_AT_DOOR: Final = label("demo", "Run tay, vã mồ hôi, ho kéo dài hai tuần")


@dataclass(slots=True)
class Records:
    """The charts of the patients; ids of what is taken up again later are kept here."""

    hands: Hands
    patients: Patients
    chance: Chance
    tests: dict[int, str] = field(default_factory=dict)
    consents: dict[Disease, str] = field(default_factory=dict)
    kit_id: str = ""

    def admit(self, uow: UnitOfWork) -> None:
        """A doctor examines, writes down what it is, sets schedules, and orders tests."""
        for story, kind, text in NOTES:
            write_note(uow, WriteNote(self._stay(story), kind, str(text)))
        for story, code in DIAGNOSES.items():
            diagnose(uow, Diagnose(self._stay(story), code, is_main=True, certainty=Certainty.PROVISIONAL))
        for story, situation in PLANS.items():
            start_plan(uow, StartPlan(self._stay(story), situation))
        self.kit_id = add_kit(uow, KIT)
        for story, reason in REASONS.items():
            self.tests[story] = order_test(uow, OrderTest(self._stay(story), reason))

    def ask(self, uow: UnitOfWork) -> None:
        """A nurse asks for consent, takes the samples and keeps what comes back."""
        for disease in (Disease.TB, Disease.HBV):
            self.consents[disease] = ask_consent(uow, AskConsent(self._stay(SCREENED), disease, Consent.GIVEN))
        ask_consent(uow, AskConsent(self._stay(WAITING), Disease.HCV, Consent.REFUSED))
        for number, story in enumerate(READINGS, 1):
            self._sample(uow, story, f"M-{number:03}")

    def result(self, uow: UnitOfWork) -> None:
        """What the screening of infections said."""
        for disease, result in ((Disease.TB, InfectionResult.NEGATIVE), (Disease.HBV, InfectionResult.POSITIVE)):
            record_infection(uow, RecordInfection(self.consents[disease], 1, result))

    def read(self, uow: UnitOfWork) -> None:
        """A doctor reads the rapid tests and writes how people do."""
        second = str(full_name(self.chance, is_female=True))
        for story, readings in READINGS.items():
            wanted = RecordReadings(self.tests[story], 2, readings, self.kit_id, second_reader=second)
            record_readings(uow, wanted)
        write_note(uow, WriteNote(self._stay(ALCOHOL), NoteKind.PROGRESS, str(PROGRESS)))
        for story in (ALLERGY, HELD):
            write_note(uow, WriteNote(self._stay(story), NoteKind.PROGRESS, str(CALM)))

    def fear(self, uow: UnitOfWork) -> None:
        """A nurse asks somebody about killing themselves; the answers begin a watch."""
        score_instrument(uow, ScoreInstrument(self._stay(WATCHED), "C-SSRS", dict(C_SSRS)))

    def watch(self, uow: UnitOfWork) -> None:
        """A doctor says how closely."""
        set_watch(uow, SetWatch(self._stay(WATCHED), WatchLevel.EVERY_15, str(WHY_WATCHED)))

    def look(self, uow: UnitOfWork) -> None:
        """Looked at each quarter of an hour, but for one."""
        for minute, seen in ((0, Seen.UNEASY), (15, Seen.CALM), (45, Seen.CALM)):
            self.hands.clock.turn(0, 7, minute)
            record_look(uow, RecordLook(self._stay(WATCHED), seen))

    def triage(self, uow: UnitOfWork) -> None:
        """Two of the three at the door were looked at, one of them with what is a doctor's work."""
        first, second, _ = self.patients.newcomers
        flags = frozenset({TriageFlag.WITHDRAWAL, TriageFlag.TB})
        triage_person(uow, TriagePerson(first.resident_id, flags, str(SEEN_AT_DOOR)))
        triage_person(uow, TriagePerson(second.resident_id))

    def close(self, uow: UnitOfWork) -> None:
        """What only those of the closed list may know."""
        person, purpose = self.patients.of_story(CLOSED_LIST), str(WHY_LOOKED)
        counselled_at = uow.now - timedelta(hours=1)
        asked = AskHivConsent(
            person.stay_id, Consent.GIVEN, purpose, counselled_at=counselled_at, guardian=self._guardian(person)
        )
        found = OfHivTest(ask_hiv_consent(uow, asked), 1, purpose)
        record_hiv_result(uow, RecordHivResult(found, InfectionResult.POSITIVE))
        diagnose_hiv(uow, Diagnose(person.stay_id, "Z21", certainty=Certainty.CONFIRMED, purpose=purpose))

    def _stay(self, story: int) -> str:
        return self.patients.of_story(story).stay_id

    def _guardian(self, person: Patient) -> str | None:
        return str(MOTHER) if person.is_minor else None

    def _sample(self, uow: UnitOfWork, story: int, number: str) -> None:
        person = self.patients.of_story(story)
        taken = TakeSample(
            self.tests[story],
            1,
            SampleAnswer.AGREED,
            number,
            str(full_name(self.chance, is_female=person.sex is Sex.FEMALE)),
            person.sex,
            person.sex,
            self._guardian(person),
            355,
            120,
        )
        take_sample(uow, taken)
        hand_on(uow, HandOn(self.tests[story], str(NURSE), str(LABORATORY), str(PASSED_FOR)))
