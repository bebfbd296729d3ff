"""The clinical lists that came with the program, together: read once, kept by the shelf."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from facility_app.kernel.labels import Label
from facility_app.kernel.ports import Shelf
from facility_app.kernel.shipped import from_shelf
from facility_app.modules.treatment.domain import drug_tests, icd10, observation, substances
from facility_app.modules.treatment.domain.drug_tests import Panel
from facility_app.modules.treatment.domain.icd10 import IcdBook
from facility_app.modules.treatment.domain.instrument_library import InstrumentLibrary, instruments
from facility_app.modules.treatment.domain.observation import Observation, Situation
from facility_app.modules.treatment.domain.substances import SubstanceBook
from facility_app.modules.treatment.domain.vital_limits import Limits, read_vital_limits
from facility_app.modules.treatment.domain.vital_rules import (
    BmiBand,
    VitalRule,
    read_bmi_bands,
    read_vital_alerts,
)
from facility_app.modules.treatment.domain.vitals import SignSpec, VitalSign, read_vital_signs
from facility_app.modules.treatment.domain.words import CONTEXT

SIGNS: Final = "clinical/vital_signs"
LIMITS: Final = "clinical/vital_limits"
ALERTS: Final = "clinical/vital_alerts"
BMI: Final = "clinical/bmi_bands"


@dataclass(frozen=True, slots=True)
class Clinical:
    """What the program knows of medicine, all of it data.

    Attributes:
        instruments: rating instruments.
        signs: vital signs.
        limits: what they cannot be.
        vital_rules: limits that must be told.
        bmi_bands: sets of BMI bands.
        icd10: diagnoses.
        substances: substances.
        panels: rapid drug tests.
        presets: what is observed how often.
    """

    instruments: InstrumentLibrary
    signs: Mapping[VitalSign, SignSpec]
    limits: Limits
    vital_rules: tuple[VitalRule, ...]
    bmi_bands: Mapping[str, tuple[BmiBand, ...]]
    icd10: IcdBook
    substances: SubstanceBook
    panels: Mapping[str, Panel]
    presets: Mapping[Situation, tuple[Observation, ...]]


def clinical(shelf: Shelf | None) -> Clinical:
    """Everything from the shelf.

    Raises:
        EnvironmentFault: ``list_unreadable``; it names the file.
        RuntimeError: nobody wired a shelf; a fault of the program.
    """
    signs = from_shelf(shelf, SIGNS, read_vital_signs)
    return Clinical(
        instruments=instruments(shelf),
        signs=signs,
        limits=from_shelf(shelf, LIMITS, lambda text: read_vital_limits(text, signs)),
        vital_rules=from_shelf(shelf, ALERTS, lambda text: read_vital_alerts(text, signs)),
        bmi_bands=from_shelf(shelf, BMI, read_bmi_bands),
        icd10=from_shelf(shelf, icd10.LIST, icd10.read_icd_book),
        substances=from_shelf(shelf, substances.LIST, substances.read_substances),
        panels=from_shelf(shelf, drug_tests.LIST, drug_tests.read_panels),
        presets=from_shelf(shelf, observation.LIST, observation.read_presets),
    )


def english_of_treatment(shelf: Shelf | None) -> dict[tuple[str, str], str]:
    """(context, Vietnamese) → English of every word of instruments and clinical lists."""
    found = clinical(shelf)
    pairs: list[tuple[Label, str]] = [(spec.text, spec.english) for spec in found.signs.values()]
    limits = [one for rows in found.limits.values() for one in rows]
    pairs += [(one.text, one.english) for one in limits] + [(one.source, one.source_english) for one in limits]
    pairs += [(rule.text, rule.english) for rule in found.vital_rules]
    pairs += [(band.text, band.english) for bands in found.bmi_bands.values() for band in bands]
    pairs += [(code.text, code.english) for versions in found.icd10.codes.values() for code in versions]
    pairs += [(one.text, one.english) for one in found.substances.substances.values()]
    pairs += [(panel.target, panel.english) for panel in found.panels.values()]
    pairs += [(panel.traps, panel.traps_english) for panel in found.panels.values() if panel.traps]
    pairs += [(line.text, line.english) for lines in found.presets.values() for line in lines]
    return {**{(CONTEXT, str(text)): english for text, english in pairs}, **found.instruments.english()}
