"""The door of the demo: those who came last are still being taken in, each as far as a busy evening gets."""

from datetime import datetime, time
from typing import Final

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.names import full_name
from facility_app.db.database import Database
from facility_app.kernel.actor import Actor
from facility_app.kernel.dates import LOCAL, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.intake.domain.arrival_papers import PaperMark
from facility_app.modules.intake.domain.door_health import Sign
from facility_app.modules.intake.service.cases import (
    MarkPaper,
    OpenCase,
    RecordDelivery,
    mark_paper,
    open_case,
    record_delivery,
)
from facility_app.modules.intake.service.health import CheckAtDoor, check_at_door
from facility_app.modules.stays.api import list_stay_ids, list_stay_rows

AT_THE_DOOR: Final = 3
POSITION: Final = label("demo", "Cán bộ Công an cấp xã")
CONDITION: Final = label("demo", "Tỉnh táo, đi lại được, run nhẹ hai tay")
SEEN: Final = (frozenset({Sign.WITHDRAWAL, Sign.INJECTION_MARKS}), frozenset({Sign.INJECTION_MARKS}))


def write_intake(database: Database, actor: Actor, chance: Chance) -> None:
    """Cases of the last to come, the first of them nearly done and the last just begun."""
    with database.write(actor) as uow:
        inside = list_stay_rows(uow, list_stay_ids(uow, Look(filters={"presence": "inside"})))
        last = sorted(inside, key=lambda row: (row.admitted_on, row.code))[-AT_THE_DOOR:]
        for place, row in enumerate(last):
            case = open_case(uow, OpenCase(row.resident_id))
            if place == AT_THE_DOOR - 1:
                break
            delivery = RecordDelivery(
                case.case_id,
                case.version,
                local_date(uow.now),
                datetime.combine(row.admitted_on, time(7, 30), LOCAL),
                str(full_name(chance, is_female=False)),
                str(POSITION),
                condition_seen=str(CONDITION),
            )
            record_delivery(uow, delivery)
            check_at_door(uow, CheckAtDoor(case.case_id, 0, SEEN[place]))
            for paper in ("decision", "identity")[place:]:
                mark_paper(uow, MarkPaper(case.case_id, paper, PaperMark.CAME))
        uow.commit()
