"""What stands in the books of the accounts: who came and went, a right for a time, an emergency to review."""

from datetime import timedelta

from facility_app.app.demo.hands import actor_of
from facility_app.app.demo.users import NAMES
from facility_app.db.database import Database
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.access.domain import USE_GRANT, GrantKind, SessionStep
from facility_app.modules.access.service import (
    BreakTheGlass,
    GiveGrant,
    break_glass,
    give_back,
    give_grant,
    record_session,
)

CAME = (Role.ADMIN, Role.HEAD, Role.INTAKE, Role.DOCTOR, Role.NURSE)
GIVEN_FOR = timedelta(days=90)
WHY_GIVEN = label("access", "Trực tiếp điều trị tại phòng y tế")
WHY_OPENED = label("access", "Người bệnh ngất, cần biết thuốc đang dùng")


def write_access(database: Database, resident_id: str | None) -> None:
    """A day at the accounts; ``resident_id`` is whom the emergency was about."""
    for role in CAME:
        actor = actor_of(database, role)
        for step in (SessionStep.SIGN_IN, SessionStep.SIGN_OUT):
            with database.write(actor) as uow:
                record_session(uow, step)
                uow.commit()
    with database.write(actor_of(database, Role.HEAD)) as uow:
        today = local_date(uow.now)
        give_grant(
            uow,
            GiveGrant(NAMES[Role.DOCTOR], GrantKind.HIV_TREATING, None, WHY_GIVEN, today, today + GIVEN_FOR),
        )
        uow.commit()
    with database.write(actor_of(database, Role.NURSE)) as uow:
        opened = break_glass(uow, BreakTheGlass(USE_GRANT.id, resident_id, WHY_OPENED))
        give_back(uow, opened.break_glass_id)
        uow.commit()
