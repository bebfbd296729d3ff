"""What of a person is read for an export, and in which order; each slice asks for its own right."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from facility_app.app.fhir.chart import chart, private_conditions
from facility_app.app.fhir.elements import HIV, Resource, moment, reference
from facility_app.app.fhir.measured import scores, vitals
from facility_app.app.fhir.medicines import care_plans, medicines
from facility_app.app.fhir.people import episode, hospital_trips, organization, patient, provenance, related
from facility_app.app.fhir.tested import consents, drug_tests, hiv_consents, hiv_tests, infections
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.paging import Look
from facility_app.modules.access.api import GrantKind
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.medication.queries.exported import MedicineFile, read_medicines
from facility_app.modules.medication.queries.programmes import list_runs
from facility_app.modules.medication.service.exporting import open_private_file
from facility_app.modules.medication.service.looking import OpenPerson
from facility_app.modules.residents.api import get_resident, list_relatives, person_payload
from facility_app.modules.staff.api import find_member_of_account
from facility_app.modules.stays.api import (
    StayDetail,
    find_stay,
    list_events,
    list_stay_ids,
    list_stay_rows,
    list_stays_of,
)
from facility_app.modules.treatment.domain.clinical_lists import Clinical, clinical
from facility_app.modules.treatment.queries.exported import read_health
from facility_app.modules.treatment.queries.hiv import HivFacts
from facility_app.modules.treatment.service.exporting import BeginExport, begin_export
from facility_app.modules.treatment.service.hiv import OpenHiv, open_hiv


@dataclass(frozen=True, slots=True)
class Asked:
    """What is exported.

    Attributes:
        code: of a stay or of a resident; None for everybody.
        purpose: why.
        with_drug_tests: drug tests too.
        grant: what of the closed list lets whoever exports take along what reveals HIV; None leaves it there.
    """

    purpose: str = field(repr=False)
    code: str | None = None
    with_drug_tests: bool = False
    grant: GrantKind | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """An export that stands in the trail.

    Attributes:
        resident_ids: whose.
        private: stay or person → what was opened from behind the wall of HIV.
    """

    asked: Asked
    resident_ids: tuple[str, ...]
    provenance_id: str
    hiv: tuple[tuple[str, HivFacts], ...] = field(default=(), repr=False)
    private: MedicineFile | None = field(default=None, repr=False)


def begin(uow: UnitOfWork, asked: Asked) -> Begun:
    """Write down who exports what and why, and open what stands behind a wall; commit it before ``resources``.

    Raises:
        UserError: ``stay_unknown``, ``reason_missing``; as ``open_hiv``.
    """
    if asked.code is None:
        begin_export(uow, BeginExport(asked.purpose, None, asked.with_drug_tests))
        rows = list_stay_rows(uow, list_stay_ids(uow, Look()))
        return Begun(asked, tuple(dict.fromkeys(row.resident_id for row in rows)), uow.new_id())
    stay = find_stay(uow, asked.code)
    begin_export(uow, BeginExport(asked.purpose, stay.resident_id, asked.with_drug_tests))
    people = (stay.resident_id,)
    if asked.grant is None:
        return Begun(asked, people, uow.new_id())
    stays = list_stays_of(uow, stay.resident_id)
    facts = tuple((one.stay_id, open_hiv(uow, OpenHiv(one.stay_id, asked.purpose, asked.grant))) for one in stays)
    wanted = OpenPerson(stay.resident_id, asked.purpose, with_past=True, grant=asked.grant)
    private = open_private_file(uow, wanted)
    return Begun(asked, people, uow.new_id(), facts, private)


def resources(uow: UnitOfWork, begun: Begun) -> Iterator[Resource]:
    """Every resource, person by person, so that nothing of them is held longer than it is written."""
    facility = get_facility(uow)
    yield organization(facility)
    lists = clinical(uow.ports.shelf)
    for resident_id in begun.resident_ids:
        yield from _person(uow, resident_id, facility.facility_id, lists, with_tests=begun.asked.with_drug_tests)
    if begun.private is not None:
        (who,) = begun.resident_ids
        yield from medicines(begun.private, who, HIV)
        for _, facts in begun.hiv:
            yield from hiv_consents(facts.tests, who)
            yield from hiv_tests(facts.tests, who)
            yield from private_conditions(facts.diagnoses, who)
    member = find_member_of_account(uow, uow.actor.user_id)
    whole = begun.asked.code is None
    target = reference("Organization", facility.facility_id)
    target = target if whole else reference("Patient", begun.resident_ids[0])
    name = uow.actor.user_id if member is None else member.full_name
    yield provenance(begun.provenance_id, target, moment(uow.now), name, begun.asked.purpose.strip())


def _person(
    uow: UnitOfWork, resident_id: str, facility_id: str, lists: Clinical, *, with_tests: bool
) -> Iterator[Resource]:
    payload = person_payload(uow, resident_id, local_date(uow.now))
    yield patient(get_resident(uow, resident_id), payload, facility_id)
    family = [(one.entry_id, one.facts) for one in list_relatives(uow, resident_id)]
    yield from related(resident_id, family)
    for stay in list_stays_of(uow, resident_id):
        yield from _stay(uow, stay, facility_id, lists, with_tests=with_tests)
    yield from care_plans(list_runs(uow, resident_id))
    yield from medicines(read_medicines(uow, resident_id), resident_id)


def _stay(
    uow: UnitOfWork, stay: StayDetail, facility_id: str, lists: Clinical, *, with_tests: bool
) -> Iterator[Resource]:
    yield episode(stay, facility_id)
    yield from hospital_trips(stay, list_events(uow, stay.stay_id))
    found = read_health(uow, stay.stay_id, with_drug_tests=with_tests)
    who = stay.resident_id
    yield from chart(found, who)
    yield from vitals(found.vitals, who, lists)
    yield from scores(found.scores, who, lists)
    yield from consents(found.infections, who)
    yield from infections(found.infections, who)
    yield from drug_tests(found.tests, who, lists)
