"""What one of two processes does that give certificates out of one book at the same moment."""

import secrets
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from facility_app.app.registry import MODULES
from facility_app.kernel.actor import Actor
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.ids import OrderedIds
from facility_app.modules.vocational.domain.results import Grade
from facility_app.modules.vocational.service.certificates import GiveCertificate, give_certificate
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.fakes import FixedClock
from tests.helpers.probe import VaultFile
from tests.helpers.slots import RecordedSlots
from tests.modules.stays.house import NOW, TODAY
from tests.modules.vocational.school import CLERK, School

TRIES, BUSY = 20, "database_busy"
"""A machine with much else to do lets one wait longer than the program would; who is told so tries again."""


def give_certificates(folder: Path, course: str, people: Sequence[str]) -> str:
    """One each, and before each one that is left unsaved; the numbers, with commas."""
    slots = RecordedSlots()
    ids = OrderedIds(lambda: int(NOW.timestamp() * 1000), secrets.token_bytes)
    file = VaultFile(folder, ids=ids, key_slots=slots, modules=MODULES, clock=FixedClock(NOW))
    with closing(file.database()) as database:
        school = School(Facility(file, database, slots, Actor("", frozenset(), DEVICE)))
        return ",".join(_given(school, course, one) for one in people)


def _given(school: School, course: str, person: str) -> str:
    command = GiveCertificate(course, person, Grade.FAIR, TODAY, "Trần Văn Hiệu", board_reason="Biên bản 1")
    for _ in range(TRIES):
        try:
            with school.facility.database.write(school.facility.actor(*CLERK)) as uow:
                give_certificate(uow, command)  # left unsaved: its number must come again
            return school.write(give_certificate, command, by=CLERK).number
        except EnvironmentFault as told:
            if told.code != BUSY:
                raise
    return BUSY
