"""What one of two nurses' machines does that give the same dose."""

import secrets
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path

from facility_app.kernel.actor import Actor, Role
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.ids import OrderedIds
from facility_app.modules.access.domain import Countersign
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.module import SPEC as MEDICATION
from facility_app.modules.medication.service.giving import RecordDoses, record_doses
from facility_app.modules.medication.service.preparing import DoseSaid
from tests.helpers.facility import DEVICE
from tests.helpers.fakes import FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots

TODAY = date(2026, 11, 23)
TEN = datetime.combine(TODAY, time(10), LOCAL).astimezone(UTC)
SECOND = "Người Thứ Hai"


def give_the_dose(folder: Path, number: str, ids: str) -> str:
    """Give the dose of ten o'clock; the code of the refusal, or ``given``."""
    order_id, place_id, second = ids.split()
    clock = FixedClock(TEN)
    made = OrderedIds(lambda: int(TEN.timestamp() * 1000), secrets.token_bytes)
    file = VaultFile(folder, ids=made, key_slots=RecordedSlots(), modules=(MEDICATION,), clock=clock)
    with closing(file.database()) as database:
        with database.connection() as connection:
            asked = "SELECT holder_id FROM cabinet_shift WHERE ended_at IS NULL"
            holder = str(connection.exec_driver_sql(asked).scalar_one())
        nurse = Actor(holder, frozenset({Role.NURSE}), DEVICE)
        given_id = f"{int(number) * 10_000:032}"
        roles = frozenset({Role.NURSE, Role.HEAD})
        given = Countersign(given_id, "pharmacy.take_dose", holder, second, SECOND, roles, TEN)
        dose = DoseSaid(order_id, TODAY, "10:00", Outcome.GIVEN, place_id=place_id)
        try:
            with database.write(nurse) as uow:
                record_doses(uow, RecordDoses((dose,), given))
                uow.commit()
        except FacilityError as told:
            return told.code
        return "given"
