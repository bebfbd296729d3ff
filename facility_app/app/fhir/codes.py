"""Which LOINC code and UCUM unit stands for what, as clinical.md §6.4 has them; what has none there is local."""

from typing import Final

from facility_app.app.fhir.elements import LOINC, Resource, coding, concept, local_system
from facility_app.kernel.names import fold
from facility_app.modules.pharmacy.api import Unit
from facility_app.modules.treatment.domain.infections import Disease
from facility_app.modules.treatment.domain.vitals import VitalSign

LOINC_NOTICE: Final = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright © Regenstrief Institute, "
    "Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost "
    "under the license at http://loinc.org/license."
)
BLOOD_PRESSURE: Final = "85354-9"
BMI: Final = "39156-5"
OXYGEN_SATURATION: Final = ("2708-6", "59408-5")
"""The vital-signs profile of R4 asks for the first; what is measured is the second."""
SIGN_UNITS: Final[dict[VitalSign, str]] = {
    VitalSign.TEMP: "Cel",
    VitalSign.PULSE: "/min",
    VitalSign.RR: "/min",
    VitalSign.SBP: "mm[Hg]",
    VitalSign.DBP: "mm[Hg]",
    VitalSign.SPO2: "%",
    VitalSign.GLUCOSE: "mmol/L",
    VitalSign.WEIGHT: "kg",
    VitalSign.HEIGHT: "cm",
    VitalSign.QTC: "ms",
}
DOSE_UNITS: Final[dict[Unit, str]] = {
    Unit.MG: "mg",
    Unit.MCG: "ug",
    Unit.G: "g",
    Unit.ML: "mL",
    Unit.TABLET: "{tablet}",
    Unit.CAPSULE: "{capsule}",
    Unit.AMPOULE: "{ampule}",
    Unit.VIAL: "{vial}",
    Unit.SACHET: "{sachet}",
    Unit.PATCH: "{patch}",
}
TOTALS: Final[dict[str, str]] = {"PHQ-9": "44261-6", "GAD-7": "70274-6", "AUDIT": "75626-2", "GCS": "9269-2"}
"""Instrument → code of its total; COWS, CIWA-Ar and the others have none."""
ITEMS: Final[dict[str, dict[str, str]]] = {
    "PHQ-9": dict(
        zip(
            map(str, range(1, 10)),
            (
                *("44250-9", "44255-8", "44259-0", "44254-1", "44251-7"),
                *("44258-2", "44252-5", "44253-3", "44260-8"),
            ),
            strict=True,
        )
    ),
    "GCS": {"E": "9267-6", "V": "9270-0", "M": "9268-4"},
}
"""Instrument → item → code of that question."""
INFECTIONS: Final[dict[Disease, str]] = {
    Disease.HBV: "5195-3",
    Disease.HCV: "16128-1",
    Disease.SYPHILIS: "22587-0",
}
"""Tuberculosis is found by several tests; none of them is guessed."""
HIV_RAPID: Final = "68961-2"
HIV_IMMUNOASSAY: Final = "31201-7"
_RAPID: Final = ("nhanh", "rapid")
_IMMUNOASSAY: Final = ("elisa", "mien dich", "eia")


def sign_codes(sign: VitalSign, loinc: str, text: str) -> Resource:
    """The code of a vital sign."""
    if sign is VitalSign.SPO2:
        return concept(text, *(coding(LOINC, one) for one in OXYGEN_SATURATION))
    return concept(text, coding(LOINC, loinc) if loinc else coding(local_system("vital-signs"), sign.value))


def total_code(instrument: str, title: str) -> Resource:
    """The code of an instrument's total."""
    loinc = TOTALS.get(instrument)
    own = coding(local_system("scales"), instrument)
    return concept(title, coding(LOINC, loinc) if loinc else own)


def hiv_code(method: str | None) -> Resource:
    """The code of an HIV test by how it was done; a method nobody told is not guessed."""
    words = fold(method or "")
    for names, loinc in ((_RAPID, HIV_RAPID), (_IMMUNOASSAY, HIV_IMMUNOASSAY)):
        if any(one in words for one in names):
            return concept("HIV", coding(LOINC, loinc))
    return concept("HIV", coding(local_system("infections"), "hiv"))
