"""Absences of the demo: somebody in hospital, a leave that waits for the head, one that is overdue."""

from datetime import timedelta
from typing import Final

from facility_app.app import print_shop
from facility_app.app.demo.chance import Chance
from facility_app.app.demo.names import full_name
from facility_app.db.database import Database
from facility_app.kernel.actor import Actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.absences.domain.funeral import Evidence, Mourned
from facility_app.modules.absences.service.asking import ReceiveApplication, receive_application
from facility_app.modules.absences.service.escorts import Escorting
from facility_app.modules.absences.service.following import take_up_absences
from facility_app.modules.absences.service.going import SendToHospital, send_to_hospital
from facility_app.modules.stays.api import get_stay, list_stay_ids, list_stay_rows

HOSPITALS: Final = (label("cli", "Bệnh viện Đa khoa Hà Đông"), label("cli", "Bệnh viện Bạch Mai"))
APPLICANT: Final = label("cli", "anh, chị, em")
MOST, LOOKED_AT = 3, 60


def write_absences(database: Database, actor: Actor, chance: Chance) -> None:
    """A few of those who stay longest: each absence costs the demo the whole of its verb."""
    with database.write(actor) as uow:
        now, today = uow.now, local_date(uow.now)
        last = list_stay_rows(uow, list_stay_ids(uow, Look(filters={"presence": "inside"}))[-LOOKED_AT:])
        rows = [row for row in last if row.admitted_on < today - timedelta(days=10)]
        rows = rows[len(rows) - min(MOST, len(rows) // 3) :]
        for place, row in enumerate(rows[:2]):
            wish = SendToHospital(
                row.resident_id,
                get_stay(uow, row.stay_id).version,
                str(HOSPITALS[place]),
                # The first should have been back yesterday.
                now - timedelta(days=3 - 2 * place),
                today - timedelta(days=1) if place == 0 else today + timedelta(days=4),
                escort=Escorting(str(full_name(chance, is_female=False)), "29A-123.45"),
            )
            send_to_hospital(uow, wish)
        for row in rows[2:]:
            asked = ReceiveApplication(
                row.resident_id,
                Mourned.FATHER,
                str(full_name(chance, is_female=True)),
                str(APPLICANT),
                today + timedelta(days=1),
                today + timedelta(days=3),
                Evidence.DEATH_CERTIFICATE,
            )
            receive_application(uow, asked, print_shop.forms())
        # Those the stays of the demo let go have cases too, as after any upgrade.
        take_up_absences(uow)
        uow.commit()
