"""A facility where people work: kinds of work, teams, people fit and trained; what many tests begin with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.kernel.money import Money
from facility_app.modules.labour.domain.lines import SheetLine
from facility_app.modules.labour.domain.shares import ResultKind
from facility_app.modules.labour.domain.sheets import Mark, Shift
from facility_app.modules.labour.queries.sheets import SheetView, get_sheet
from facility_app.modules.labour.service.months import EnterResult, enter_result
from facility_app.modules.labour.service.people import (
    RecordTraining,
    RegisterForLabour,
    record_training,
    register_for_labour,
)
from facility_app.modules.labour.service.sheets import KeepSheet, KeptSheet, keep_sheet
from facility_app.modules.labour.service.teams import (
    JoinLabourTeam,
    TeamFacts,
    WorkTypeFacts,
    add_labour_team,
    add_work_type,
    join_labour_team,
)
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.staff.domain import StaffKind
from facility_app.modules.staff.tables import StaffMember
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.tables import StayStage
from facility_app.modules.treatment.domain.fitness import WorkLimit, WorkVerdict
from facility_app.modules.treatment.service.fitness import DecideFitness, decide_fitness
from tests.helpers.probe import save
from tests.modules.stays.house import MINOR, House

LABOUR, DOCTOR, TREASURER = (Role.LABOUR,), (Role.DOCTOR,), (Role.TREASURER,)
DAY = date(2027, 1, 25)
"""A Monday; the clock stands on the Monday after."""
EIGHT = Shift(450, 990, 60)
"""07:30 to 16:30 with an hour's rest: eight hours."""
LONG = Shift(420, 1080, 60)
"""Ten hours."""
OFFICER = "0" * 31 + "f"
FAR = date(2027, 12, 31)
GAPS = "tổ mới lập, chưa đủ ngày"
"""Why a month of few sheets is closed."""


@dataclass
class Yard(House):
    """The house of the stays' tests with labour in it."""

    work: str = ""
    team: str = ""

    def furnish(self) -> None:
        """A member of staff, ordinary work that minors may do, and a team that does it on every weekday."""
        save(self.facility.database, StaffMember(**_officer()))
        self.work = self.does(
            WorkTypeFacts("DAN", "Đan lát", needs_training=True, minors_may=True, output_unit="cái")
        )
        self.team = self.forms("T1", self.work)

    def does(self, facts: WorkTypeFacts) -> str:
        """A kind of work; its id."""
        return self.write(add_work_type, facts, by=LABOUR)

    def forms(self, code: str, work_type_id: str) -> str:
        """A team; its id."""
        facts = TeamFacts(code, f"Tổ {code}", work_type_id, OFFICER, EIGHT, "1234567")
        return self.write(add_labour_team, facts, by=LABOUR)

    def lives(
        self,
        facts: Person | None = None,
        *,
        detox: date | None = date(2026, 9, 1),
        fit: WorkVerdict | None = WorkVerdict.FIT,
        registered: bool = True,
        trained: bool = True,
        team: str | None = None,
    ) -> str:
        """Somebody inside who may work, but for what is said; the resident's id."""
        is_minor = facts is not None and facts.birth_on is not None and facts.birth_on.year > DAY.year - 18
        kind = StayType.COMPULSORY_MINOR if is_minor else StayType.COMPULSORY_ADULT
        resident_id = self.person(facts)
        stay = self.admit(kind, resident_id=resident_id)
        save(self.facility.database, _detox(stay.stay_id, resident_id, detox))
        if fit is not None:
            limits = frozenset({WorkLimit.NO_HEAVY}) if fit is WorkVerdict.LIMITED else frozenset[WorkLimit]()
            command = DecideFitness(stay.stay_id, fit, FAR, limits, date(2026, 9, 2))
            self.write(decide_fitness, command, by=DOCTOR)
        if registered:
            asked = RegisterForLabour(resident_id, "Người ký", registered_on=date(2026, 9, 3))
            self.write(register_for_labour, asked, by=LABOUR)
        if trained:
            self.trains(resident_id)
        joined = JoinLabourTeam(team or self.team, (resident_id,), date(2026, 9, 4))
        self.write(join_labour_team, joined, by=LABOUR)
        return resident_id

    def trains(self, resident_id: str, work_type_id: str | None = None, until: date = FAR) -> None:
        """Safety training, of any work unless said otherwise."""
        command = RecordTraining((resident_id,), date(2026, 9, 4), until, "Lê Văn An", work_type_id)
        self.write(record_training, command, by=LABOUR)

    def stay_of(self, resident_id: str) -> str:
        """The stay of somebody."""
        ((stay_id,),) = self.sql("SELECT id FROM stay WHERE resident_id = ?", resident_id)
        return str(stay_id)

    def sheet(self, day: date = DAY, team: str | None = None) -> SheetView:
        """The sheet of a day."""
        return self.read(get_sheet, team or self.team, day)

    def keeps(
        self,
        lines: Sequence[SheetLine],
        day: date = DAY,
        *,
        team: str | None = None,
        shift: Shift = LONG,
        **more: Any,
    ) -> KeptSheet:
        """A sheet is saved, as one who has just opened it."""
        return self.write(keep_sheet, self.to_keep(lines, day, team=team, shift=shift, **more), by=LABOUR)

    def to_keep(
        self,
        lines: Sequence[SheetLine],
        day: date = DAY,
        *,
        team: str | None = None,
        shift: Shift = LONG,
        **more: Any,
    ) -> KeepSheet:
        """What is typed for a sheet."""
        seen = self.sheet(day, team)
        return KeepSheet(team or self.team, day, shift, lines, seen.sheet_id, seen.version, **more)

    def works(self, resident_id: str, hours: float, day: date = DAY, **more: Any) -> KeptSheet:
        """One person's hours of a day."""
        return self.keeps((worked(resident_id, hours),), day, **more)

    def minutes(self, resident_id: str) -> list[tuple[str, int]]:
        """Day and minutes of everything written of somebody."""
        asked = "SELECT held_on, minutes FROM labour_mark WHERE resident_id = ? AND voided_at IS NULL"
        return [(str(day), minutes) for day, minutes in self.sql(f"{asked} ORDER BY held_on, id", resident_id)]

    def enters(self, vnd: int, kind: ResultKind = ResultKind.INCOME, day: date = DAY) -> str:
        """Money of labour."""
        return self.write(enter_result, EnterResult(kind, Money(vnd), "hàng đan", day), by=LABOUR)


ADULT: Person | None = None
SIXTEEN = MINOR
"""Sixteen in January 2027."""


def worked(resident_id: str, hours: float) -> SheetLine:
    """A line of hours."""
    return SheetLine(resident_id, Mark.WORKED, round(hours * 60))


def codes(kept: KeptSheet) -> list[str]:
    """The first rule each refused line breaks."""
    return [one.rules[0].code for one in kept.refused]


def _detox(stay_id: str, resident_id: str, ended: date | None) -> StayStage:
    first = date(2026, 8, 3)
    return StayStage(stay_id=stay_id, resident_id=resident_id, stage=Stage.DETOX, start_on=first, end_on=ended)


def _officer() -> dict[str, Any]:
    name = {"full_name": "Lê Văn An", "name_fold": "le van an", "name_sort": b"an"}
    return {"id": OFFICER, **name, "kind": StaffKind.POLICE, "joined_on": date(2020, 1, 1)}
