"""What is measured and scored at the bed in the fiction: one gets better by the hour, one worse."""

from typing import Final

from facility_app.app.demo.hands import Hands
from facility_app.app.demo.patients import ALCOHOL, OPIOIDS, SUBSTITUTION, Patient, Patients
from facility_app.db.uow import UnitOfWork
from facility_app.modules.treatment.domain.vitals import Breathing, Consciousness, VitalSign
from facility_app.modules.treatment.service.measuring import MeasureVitals, measure_vitals
from facility_app.modules.treatment.service.scoring import ScoreInstrument, score_instrument

SIGNS: Final = (VitalSign.TEMP, VitalSign.PULSE, VitalSign.RR, VitalSign.SBP, VitalSign.DBP, VitalSign.SPO2)
WELL: Final = "36,8 76 16 122 78 98"
VITALS: Final = {
    (3, 15): {OPIOIDS: "37,4 104 18 138 88 98", ALCOHOL: "36,9 88 18 128 80 97"},
    (2, 7): {OPIOIDS: "37,2 96 18 132 84 98", ALCOHOL: "37,6 98 20 132 84 96"},
    (1, 7): {OPIOIDS: "36,9 84 16 126 80 98", ALCOHOL: "38,2 108 22 118 74 94", SUBSTITUTION: WELL},
    (0, 6): {ALCOHOL: "39,2 132 27 92 58 90"},
}
"""When (days before the last one, hour) → whose: temperature, pulse, breaths, both pressures, saturation."""
CONFUSED_AT: Final = (0, 6)
COWS, CIWA = "COWS", "CIWA-Ar"
SCORES: Final = {
    (3, 15): {(OPIOIDS, COWS): "2 3 3 2 4 2 3 2 2 2 3", (ALCOHOL, CIWA): "2 3 2 3 2 1 0 1 2 0"},
    (2, 7): {(OPIOIDS, COWS): "2 2 3 2 2 2 3 2 2 2 3", (ALCOHOL, CIWA): "3 4 4 4 3 2 1 2 3 1"},
    (2, 20): {(OPIOIDS, COWS): "1 2 1 1 2 2 2 2 1 1 3"},
    (1, 7): {(OPIOIDS, COWS): "1 1 1 1 2 1 2 1 1 1 0", (ALCOHOL, CIWA): "4 5 4 5 4 3 2 3 3 2"},
    (1, 20): {(OPIOIDS, COWS): "1 1 1 0 1 1 1 1 1 1 0", (ALCOHOL, CIWA): "4 5 5 5 5 3 3 4 4 3"},
    (0, 6): {(OPIOIDS, COWS): "0 1 0 0 1 1 0 1 1 0 0"},
}
"""When → whose, by which instrument: its items in their order."""
MINUTE: Final = 40
"""Of the hour at which somebody goes round with the machine."""


def go_round(hands: Hands, uow: UnitOfWork, patients: Patients, days_ago: int, hour: int) -> None:
    """Measure and score everybody whose turn it is at that hour."""
    when = (days_ago, hour)
    hands.clock.turn(*when, MINUTE)
    for story, typed in VITALS.get(when, {}).items():
        measure(uow, patients.of_story(story), typed, is_confused=when == CONFUSED_AT)
    for (story, instrument), answers in SCORES.get(when, {}).items():
        given = {str(number): int(answer) for number, answer in enumerate(answers.split(), 1)}
        score_instrument(uow, ScoreInstrument(patients.of_story(story).stay_id, instrument, given))


def measure(uow: UnitOfWork, patient: Patient, typed: str, *, is_confused: bool = False) -> None:
    """One measuring, the signs in their order."""
    measure_vitals(
        uow,
        MeasureVitals(
            patient.stay_id,
            dict(zip(SIGNS, typed.split(), strict=True)),
            Consciousness.CONFUSED if is_confused else Consciousness.ALERT,
            Breathing.AIR,
        ),
    )
