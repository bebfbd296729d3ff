"""Papers of the demo: notices to who leaves soon, a sheet, the packet of who leaves next, a letter."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.names import full_name
from facility_app.app.print_shop import forms
from facility_app.app.registry import papers
from facility_app.db.database import Database
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.correspondence.api import (
    AddresseeKind,
    DeliveryFacts,
    DeliveryMethod,
    ReceivedFacts,
    RecordDelivery,
    RegisterReceived,
    issue_filled,
    record_delivery,
    register_received,
)
from facility_app.modules.discharge.queries.cases import get_release
from facility_app.modules.discharge.service.decisions import RecordPostRehab, record_post_rehab_decision
from facility_app.modules.discharge.service.notices import IssueNotice, issue_notice
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from facility_app.modules.discharge.service.preparing import SettleResidence, settle_residence
from facility_app.modules.discharge.service.receipts import IssueReceipt, issue_receipt
from facility_app.modules.stays.api import StayRow, list_stay_ids, list_stay_rows

TOLD: Final = 5
"""So many of those who leave soon are told of (V-51)."""
SHEET: Final = "V-17"
"""Filled from the file of whoever came last."""
AFTER_CARE_MONTHS: Final = 12
RESIDENCES: Final = ("phường Hoàn Kiếm", "phường Long Biên", "xã Gia Lâm", "phường Hà Đông")
SUBJECT = label("demo", "Về việc xác minh nơi cư trú của người sắp hoàn thành cai nghiện")


def write_papers(database: Database, actor: Actor, chance: Chance) -> None:
    """A few papers out and in, the same ones for the same chance.

    The key that seals them is drawn from the fiction too, so that the codes on them are the same again; nobody
    trusts the key of a facility that does not exist.
    """
    real = database.ports
    database.ports = replace(real, random=chance.bytes)
    try:
        with database.write(actor) as uow:
            _write(uow, chance)
            uow.commit()
    finally:
        database.ports = real


def _write(uow: UnitOfWork, chance: Chance) -> None:
    leaving = _leaving(uow)
    for number, stay in enumerate(leaving):
        _tell(uow, chance, stay, is_received=number < TOLD // 2)
    for stay in [one for one in leaving if one.stay_type.has_term][:1]:
        _decided(uow, chance, stay)
        make_packet(uow, MakePacket(stay.stay_id), forms())
    for stay in leaving[-1:]:
        _issued(uow, stay.resident_id)
    today = local_date(uow.now)
    place = chance.one_of(RESIDENCES)
    facts = ReceivedFacts(
        today, AddresseeKind.COMMUNE_POLICE, f"Công an {place}", SUBJECT, f"{chance.between(20, 400)}/CAX", today
    )
    register_received(uow, RegisterReceived(facts))


def _leaving(uow: UnitOfWork) -> Sequence[StayRow]:
    """Whoever leaves next, the first one first."""
    return list_stay_rows(uow, list_stay_ids(uow, Look(filters={"state": "open"}))[:TOLD])


def _decided(uow: UnitOfWork, chance: Chance, stay: StayRow) -> None:
    """The decision on after-care came in before the day, so that there is something to hand over by V-23."""
    number, place = f"{chance.between(20, 400)}/QĐ-UBND", f"Ủy ban nhân dân {chance.one_of(RESIDENCES)}"
    version = get_release(uow, stay.stay_id).facts.version
    wanted = RecordPostRehab(stay.stay_id, version, number, local_date(uow.now), place, AFTER_CARE_MONTHS)
    record_post_rehab_decision(uow, wanted)
    # Nobody of the staff is signed in here: the minutes are told who hands over.
    giver = str(full_name(chance, is_female=False))
    issue_receipt(uow, IssueReceipt(stay.stay_id, typed={"delivering_name": giver}), forms())


def _tell(uow: UnitOfWork, chance: Chance, stay: StayRow, *, is_received: bool) -> None:
    place, today = chance.one_of(RESIDENCES), local_date(uow.now)
    version = get_release(uow, stay.stay_id).facts.version
    settle_residence(
        uow, SettleResidence(stay.stay_id, version, f"số {chance.between(1, 90)}, {place}", f"Công an {place}")
    )
    try:
        issued = issue_notice(uow, IssueNotice(stay.stay_id), forms())
    except UserError:
        # A file too thin for a notice is one the clerk completes; the demo has such people too.
        return
    received_on = today if is_received else None
    facts = DeliveryFacts(today, DeliveryMethod.POST, received_on=received_on)
    for delivery_id in issued.delivery_ids[:1]:
        record_delivery(uow, RecordDelivery(delivery_id, 1, facts))


def _issued(uow: UnitOfWork, resident_id: str) -> None:
    try:
        issue_filled(uow, papers()[SHEET], resident_id, forms())
    except UserError:
        return
