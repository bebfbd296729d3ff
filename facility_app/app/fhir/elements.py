"""The small parts FHIR resources are made of: codes, references, moments, amounts, labels of secrecy."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, TypeAlias

from facility_app.kernel.dates import LOCAL

Resource: TypeAlias = dict[str, Any]
LOCAL_BASE: Final = "https://facility.local"
"""Where a code has no home: clinical.md §6.4."""
HL7: Final = "http://terminology.hl7.org/CodeSystem"
LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
ICD10: Final = "http://hl7.org/fhir/sid/icd-10"
ATC: Final = "http://www.whocc.no/atc"
CONFIDENTIALITY: Final = f"{HL7}/v3-Confidentiality"
ACT_CODE: Final = f"{HL7}/v3-ActCode"
SUBSTANCE_USE: Final = "ETH"
PSYCHIATRY: Final = "PSY"
HIV: Final = "HIV"


def local_system(name: str) -> str:
    """A code system of the facility's own."""
    return f"{LOCAL_BASE}/CodeSystem/{name}"


def coding(system: str, code: str, display: str = "") -> Resource:
    """One code."""
    return known({"system": system, "code": code, "display": display})


def concept(text: str, *codings: Resource) -> Resource:
    """Words with their codes."""
    return known({"coding": [*codings], "text": text})


def reference(kind: str, record_id: str) -> Resource:
    """Another resource of the export."""
    return {"reference": f"{kind}/{record_id}"}


def named(name: str) -> Resource:
    """Somebody who is no resource of the export."""
    return {"display": name}


def moment(at: datetime) -> str:
    """An instant as the clock on the wall here shows it, with its zone."""
    return at.astimezone(LOCAL).isoformat(timespec="seconds")


def period(start: date | datetime | None, end: date | datetime | None = None) -> Resource:
    """A span; an end that is not known is left out."""
    return known({"start": _time(start), "end": _time(end)})


def quantity(value: Decimal | int, unit: str, code: str) -> Resource:
    """An amount; the unit in words, and its UCUM code."""
    return {"value": number(value), "unit": unit, "system": UCUM, "code": code}


def number(value: Decimal | int) -> int | float:
    """A number JSON can hold: exact for whole ones, and for those of three places we have."""
    exact = Decimal(value)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def meta(*secrets: str) -> Resource:
    """How secret a resource is: restricted, or very restricted where it reveals HIV."""
    level = "V" if HIV in secrets else "R"
    return {"security": [coding(CONFIDENTIALITY, level), *(coding(ACT_CODE, one) for one in secrets)]}


def resource(kind: str, record_id: str, facts: Mapping[str, Any], secrets: Sequence[str] = ()) -> Resource:
    """A resource without what is not known: FHIR has no empty values."""
    return known({"resourceType": kind, "id": record_id, "meta": meta(*secrets), **facts})


def known(facts: Mapping[str, Any]) -> Resource:
    """Without what is not known."""
    return {name: value for name, value in facts.items() if value not in (None, "", [], {}, ())}


def _time(value: date | datetime | None) -> str | None:
    if value is None:
        return None
    return moment(value) if isinstance(value, datetime) else value.isoformat()
