"""What one of two processes does that want the last of a bottle."""

import itertools
import secrets
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from facility_app.app.registry import MODULES
from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.ids import OrderedIds
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.service.doses import TakeDose, TakeDoses, take_doses
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.fakes import FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.pharmacy.store import NOW, Pharmacy


def take_the_last(folder: Path, dose_id: str, ids: str) -> str:
    """Take three millilitres; the code of the refusal, or ``taken``."""
    place_id, medicine_id, resident_id = ids.split()
    slots = RecordedSlots()
    clock = FixedClock(NOW)
    file = VaultFile(
        folder,
        ids=OrderedIds(lambda: int(NOW.timestamp() * 1000), secrets.token_bytes),
        key_slots=slots,
        modules=MODULES,
        clock=clock,
    )
    with closing(file.database()) as database:
        facility = Facility(file, database, slots, Actor("", frozenset(), DEVICE))
        pharmacy = Pharmacy(facility, given=itertools.count(int(dose_id[-1]) * 10_000))
        ((holder,),) = pharmacy.sql("SELECT holder_id FROM cabinet_shift WHERE ended_at IS NULL")
        ((pharmacy.ids["second"],),) = pharmacy.sql("SELECT id FROM user_account WHERE name = 'Người Thứ Hai'")
        facility.admin = Actor(holder, frozenset(), DEVICE)
        dose = TakeDose(dose_id, resident_id, medicine_id, Quantity(Decimal(30), Unit.MG), place_id)
        command = TakeDoses((dose,), pharmacy.agreed("pharmacy.take_dose"))
        try:
            pharmacy.write(take_doses, command, by=(Role.NURSE,))
        except FacilityError as told:
            return told.code
        return "taken"
