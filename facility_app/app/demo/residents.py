"""Residents of the demo, written by the slice's own verbs."""

from dataclasses import replace

from facility_app.app.demo.people import Fiction
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.errors import UserError
from facility_app.modules.residents.queries.alike import Newcomer, find_similar
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.past import add_rehab, add_substance
from facility_app.modules.residents.service.people import Registered, RegisterResident, register_resident
from facility_app.modules.residents.service.safety import raise_alert


def write_resident(uow: UnitOfWork, fiction: Fiction) -> str:
    """Write one person down with everything known on arrival; answers the id."""
    made = _registered(uow, fiction)
    for substance in fiction.substances:
        add_substance(uow, AddEntry(made.resident_id, substance))
    for rehab in fiction.rehabs:
        add_rehab(uow, AddEntry(made.resident_id, rehab))
    for alert in fiction.alerts:
        raise_alert(uow, AddEntry(made.resident_id, alert))
    return made.resident_id


def _registered(uow: UnitOfWork, fiction: Fiction) -> Registered:
    facts = (fiction.person, fiction.aliases, fiction.papers, fiction.addresses, fiction.relatives)
    asked = RegisterResident(*facts)
    try:
        return register_resident(uow, asked)
    except UserError as refusal:
        if refusal.code != "similar_residents":
            raise
    # Somebody alike is there: the officer of the story looked, and it is another person.
    others = frozenset(one.row.resident_id for one in find_similar(uow, Newcomer(*facts)))
    return register_resident(uow, replace(asked, not_same=others))
