"""Who is ill in the fiction: ten stories of people who came a while ago, told of three where there are few."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from facility_app.app.demo.clock import day_of
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.api import list_resident_marks
from facility_app.modules.stays.api import list_stay_ids, list_stay_rows

STORIES: Final = 10
FEW: Final = 3
"""Stories are made so that three people can have them in turn: nothing of one speaks against another."""
OPIOIDS, ALCOHOL, SUBSTITUTION, ALLERGY, WATCHED, CLOSED_LIST, WAITING, POSITIVE, SCREENED, HELD = range(STORIES)
ADULT: Final = 18
LOOKED_AT: Final = 60


@dataclass(frozen=True, slots=True)
class Patient:
    """Somebody whose chart is written in."""

    resident_id: str
    stay_id: str
    name: str
    sex: Sex
    is_minor: bool


@dataclass(frozen=True, slots=True)
class Patients:
    """Who the stories are about; ``newcomers`` came last."""

    people: tuple[Patient, ...]
    newcomers: tuple[Patient, ...]

    @classmethod
    def of(cls, uow: UnitOfWork) -> "Patients":
        """Those who came last before the stories begin, grown-ups first; nobody where there are not three."""
        inside = list_stay_rows(uow, list_stay_ids(uow, Look(filters={"presence": "inside"})))
        rows = sorted(inside, key=lambda row: (row.admitted_on, row.code))[-LOOKED_AT:]
        marks = list_resident_marks(uow, [row.resident_id for row in rows])
        known = [
            Patient(
                row.resident_id,
                row.stay_id,
                row.name,
                marks[row.resident_id].sex,
                is_minor=marks[row.resident_id].age < ADULT,
            )
            for row in rows
        ]
        early = day_of(3) - timedelta(days=1)
        able = [one for one, row in zip(known, rows, strict=True) if row.admitted_on <= early][::-1]
        others = [one for one in able if one not in known[-FEW:]]
        able = others if len(others) >= STORIES else able
        able.sort(key=lambda one: one.is_minor)
        chosen = able[:STORIES] if len(able) >= STORIES else able[:FEW]
        return cls(tuple(chosen) if len(chosen) >= FEW else (), tuple(known[-FEW:]))

    def of_story(self, story: int) -> Patient:
        """Who a story is about."""
        return self.people[story if len(self.people) == STORIES else story % FEW]
