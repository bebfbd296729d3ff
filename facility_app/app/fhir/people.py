"""The facility, the person, their family, their stays and hospital trips; nothing of health stands here."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from facility_app.app.fhir.elements import (
    ACT_CODE,
    LOCAL_BASE,
    Resource,
    coding,
    concept,
    known,
    local_system,
    named,
    period,
    reference,
    resource,
)
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.api import FacilityRow
from facility_app.modules.residents.api import RELATION_LABELS, Relative, ResidentDetail
from facility_app.modules.stays.api import STAY_TYPE_LABELS, EventKind, PresenceState, StayDetail

GENDERS: Final[dict[Sex, str]] = {Sex.MALE: "male", Sex.FEMALE: "female"}
RESIDENT_CODES: Final = f"{LOCAL_BASE}/NamingSystem/resident-code"
STAY_CODES: Final = f"{LOCAL_BASE}/NamingSystem/stay-code"
FACILITY_CODES: Final = f"{LOCAL_BASE}/NamingSystem/facility-code"
CITIZEN_NUMBERS: Final = f"{LOCAL_BASE}/NamingSystem/cccd"
ETHNICITY: Final = f"{LOCAL_BASE}/StructureDefinition/ethnicity"


def organization(facility: FacilityRow) -> Resource:
    """The facility."""
    return resource(
        "Organization",
        facility.facility_id,
        {
            "identifier": [{"system": FACILITY_CODES, "value": facility.code}],
            "name": facility.name,
            "telecom": [{"system": "phone", "value": facility.phone}] if facility.phone else [],
            "address": [{"text": facility.address}] if facility.address else [],
        },
    )


def patient(found: ResidentDetail, payload: dict[str, Any], facility_id: str) -> Resource:
    """The person; ``payload`` is what forms know of them: number of the identity paper, address, ethnicity."""
    person = found.person
    numbers = [{"system": RESIDENT_CODES, "value": found.code}]
    if payload.get("id_number"):
        numbers.append({"system": CITIZEN_NUMBERS, "value": str(payload["id_number"])})
    born = person.birth_on.isoformat() if person.birth_on else f"{person.year_of_birth:04}"
    return resource(
        "Patient",
        found.resident_id,
        {
            "identifier": numbers,
            "active": True,
            "name": [_name(person.name)],
            "gender": GENDERS[person.sex],
            "birthDate": born if person.year_of_birth else None,
            "address": [{"text": str(payload["residence"])}] if payload.get("residence") else [],
            "managingOrganization": reference("Organization", facility_id),
            "extension": [{"url": ETHNICITY, "valueString": str(payload["ethnicity"])}]
            if payload.get("ethnicity")
            else [],
        },
    )


def related(resident_id: str, relatives: Sequence[tuple[str, Relative]]) -> Iterator[Resource]:
    """Family, guardians, whoever is told."""
    for record_id, one in relatives:
        relation = str(RELATION_LABELS[one.relation])
        yield resource(
            "RelatedPerson",
            record_id,
            {
                "patient": reference("Patient", resident_id),
                "relationship": [
                    concept(relation, coding(local_system("relations"), one.relation.value, relation))
                ],
                "name": [{"text": one.name}],
                "telecom": [{"system": "phone", "value": one.phone}] if one.phone else [],
                "address": [{"text": one.address}] if one.address else [],
            },
        )


def episode(stay: StayDetail, facility_id: str) -> Resource:
    """A stay."""
    if stay.exited_on is not None:
        status = "finished"
    else:
        status = "active" if stay.presence is PresenceState.INSIDE else "onhold"
    text = str(STAY_TYPE_LABELS[stay.stay_type])
    return resource(
        "EpisodeOfCare",
        stay.stay_id,
        {
            "identifier": [{"system": STAY_CODES, "value": stay.code}],
            "status": status,
            "type": [concept(text, coding(local_system("stay-types"), stay.stay_type.value, text))],
            "patient": reference("Patient", stay.resident_id),
            "managingOrganization": reference("Organization", facility_id),
            "period": period(stay.admitted_on, stay.exited_on),
        },
    )


def hospital_trips(stay: StayDetail, events: Sequence[Any]) -> Iterator[Resource]:
    """Times in a hospital, from the term of the stay."""
    for one in events:
        if one.kind is EventKind.HOSPITAL:
            yield resource(
                "Encounter",
                one.event_id,
                {
                    "status": "in-progress" if one.to_on is None else "finished",
                    "class": coding(ACT_CODE, "IMP", "inpatient encounter"),
                    "subject": reference("Patient", stay.resident_id),
                    "episodeOfCare": [reference("EpisodeOfCare", stay.stay_id)],
                    "period": period(one.from_on, one.to_on),
                },
            )


def provenance(record_id: str, target: Resource, at: str, who: str, why: str) -> Resource:
    """Who exported, when and why."""
    return resource(
        "Provenance",
        record_id,
        {
            "target": [target],
            "recorded": at,
            "activity": concept(why),
            "agent": [{"who": named(who)}],
        },
    )


def _name(name: str) -> Resource:
    """Family name first, as it is said here."""
    family, _, given = name.partition(" ")
    return known({"use": "official", "text": name, "family": family, "given": given.split()})
