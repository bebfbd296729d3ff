"""Absences of a made-up man: asked, gone and back, for the tests of the slice."""

from contextlib import closing
from datetime import UTC, date, datetime, time
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.modules.absences.domain.cases import CaseKind
from facility_app.modules.absences.domain.funeral import Evidence, Mourned
from facility_app.modules.absences.queries.cases import CaseDetail, get_case, list_cases_of
from facility_app.modules.absences.service.asking import ReceiveApplication, receive_application
from facility_app.modules.absences.service.deciding import AllowCase, allow_case
from facility_app.modules.absences.service.going import Depart, RecordHeld, depart, start_transfer
from facility_app.modules.absences.service.keeping import SavedCase
from facility_app.modules.absences.service.returning import TakeBack, take_back
from facility_app.modules.stays.domain.types import PresenceState
from tests.helpers.probe import rows
from tests.modules.discharge.leaving import FORMS, TODAY, House, copied, found

__all__ = ["FORMS", "TODAY", "House", "copied", "found"]

HEAD = (Role.HEAD,)
GATE = (Role.GUARD,)
CLERK = (Role.CLERK,)


def with_duc(house: House) -> tuple[House, str]:
    """A man inside until the first of September."""
    with closing(house.file.database()) as database:
        at_work = House(house.file, database, house.admin, house.head)
        return house, at_work.admit(decision_police="Công an phường Hoàn Kiếm")


def moment(day: date, hour: int = 8, minute: int = 0) -> datetime:
    """That time of that day, here."""
    return datetime.combine(day, time(hour, minute), LOCAL).astimezone(UTC)


def person(house: House, stay: str) -> str:
    """Whose stay it is."""
    return house.stay(stay).resident_id


def cases(house: House, stay: str) -> tuple[CaseDetail, ...]:
    """Every case of the person, those open first."""
    return house.read(list_cases_of, person(house, stay), by=HEAD)


def case(house: House, case_id: str, by: tuple[Role, ...] = HEAD) -> CaseDetail:
    """A case as it stands."""
    return house.read(get_case, case_id, by=by)


def of_kind(house: House, stay: str, kind: CaseKind) -> CaseDetail:
    """The one case of a kind."""
    (one,) = [each for each in cases(house, stay) if each.kind is kind]
    return one


def presence(house: House, stay: str) -> PresenceState:
    """Where the person is."""
    return house.stay(stay).presence


def tasks(house: House, status: str = "open") -> set[str]:
    """Kinds of the tasks of absences in one status."""
    asked = "SELECT kind FROM task WHERE subject_table = 'absence_case' AND status = ? AND voided_at IS NULL"
    return {kind.removeprefix("absences.") for (kind,) in rows(house.database, asked, status)}


def applied(house: House, stay: str, **more: Any) -> SavedCase:
    """The family asks for a man to come home for three days."""
    facts: dict[str, Any] = {
        "mourned": Mourned.MOTHER,
        "applicant_name": "Nguyễn Văn Bình",
        "applicant_relation": "bố",
        "leave_from": date(2026, 8, 4),
        "leave_to": date(2026, 8, 6),
        "evidence": Evidence.DEATH_CERTIFICATE,
        **more,
    }
    return house.write(receive_application, ReceiveApplication(person(house, stay), **facts), FORMS, by=CLERK)


def allowed(house: House, stay: str, **more: Any) -> SavedCase:
    """The head has let him go."""
    asked = applied(house, stay, **more)
    return house.write(allow_case, AllowCase(asked.case_id, asked.version), FORMS, by=HEAD)


def mourning(house: House, stay: str, **more: Any) -> SavedCase:
    """He left this morning."""
    made = allowed(house, stay, **more)
    return house.write(depart, Depart(made.case_id, made.version), FORMS, by=CLERK)


def to_transit(house: House, stay: str) -> str:
    """He is on the way to another facility."""
    command = RecordHeld(
        person(house, stay), house.stay(stay).version, "Cơ sở số 2", number="7/QĐ", dated_on=TODAY
    )
    return house.write(start_transfer, command, by=CLERK).case_id


def back(house: House, case_id: str, at: datetime | None = None, **more: Any) -> SavedCase:
    """He is taken in again."""
    version = case(house, case_id).version
    by = more.pop("by", HEAD)
    return house.write(take_back, TakeBack(case_id, version, at, **more), FORMS, by=by)
