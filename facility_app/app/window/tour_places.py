"""The states a page is looked at in, each with the workplace that truly brings it about."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

from typing_extensions import override

from facility_app.app import outside
from facility_app.app.demo.fiction import founded
from facility_app.app.desk import Desk
from facility_app.db.database import Database
from facility_app.db.folder import DataFolder
from facility_app.db.keyslots import KdfParams
from facility_app.kernel.actor import Actor, system_actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.ports import SecretMode
from facility_app.modules.access.queries import find_account
from facility_app.modules.catalogues.queries import list_parameter_ids
from facility_app.modules.correspondence.queries.issued import list_issued_ids
from facility_app.modules.correspondence.queries.received import list_received_ids
from facility_app.modules.education.queries.classes import list_class_ids
from facility_app.modules.education.queries.lessons import list_lessons as list_of_days
from facility_app.modules.housing.queries.roll import list_rolls
from facility_app.modules.intake.queries.cases import list_case_ids
from facility_app.modules.labour.queries.sheets import list_day_sheets
from facility_app.modules.medication.queries.desk import list_running
from facility_app.modules.residents.domain.card import ResidentStatus
from facility_app.modules.residents.queries.people import list_resident_ids
from facility_app.modules.staff.queries import list_staff_ids
from facility_app.modules.stays.queries.stays import list_stay_ids, list_stays_of
from facility_app.modules.vocational.queries.courses import list_course_ids
from facility_app.modules.vocational.queries.lessons import list_lessons
from facility_app.ui.shell.spec import PageSpec

THROWN_AWAY = KdfParams(memory_kib=8, passes=1, lanes=1)
"""The empty facility lives for minutes and holds nothing: its keys need no work."""
BROKEN = label(
    "errors",
    "Ổ đĩa báo lỗi, việc này chưa xong. Hãy kiểm tra ổ đĩa, sao lưu ra ổ khác (lệnh backup now --to) rồi làm lại.",
)


class Face(StrEnum):
    """A state of a page."""

    EMPTY = "empty"
    CONTENT = "content"
    LOADING = "loading"
    ERROR = "error"


class HeldDesk(Desk):
    """A slow disk: nothing is answered before ``release``."""

    def __init__(self, desk: Desk) -> None:
        """Sit at the file of ``desk``."""
        super().__init__(desk.database, desk.actor)
        self._go = Event()

    def release(self) -> None:
        """Answer now."""
        self._go.set()

    @override
    @contextmanager
    def read(self) -> Iterator[Any]:
        self._go.wait()
        with super().read() as uow:
            yield uow


class BrokenDesk(Desk):
    """A disk that fails."""

    def __init__(self, desk: Desk) -> None:
        """Sit at the file of ``desk``."""
        super().__init__(desk.database, desk.actor)

    @override
    @contextmanager
    def read(self) -> Iterator[Any]:
        _fail()
        with super().read() as uow:
            yield uow


def _fail() -> None:
    raise EnvironmentFault("disk_fault", BROKEN)


@dataclass(frozen=True, slots=True)
class Houses:
    """The facility at work, and one just founded."""

    full: Database
    empty: Database

    def desk(self, face: Face, user: str) -> Desk:
        """Where ``user`` sits while pages have that face."""
        database = self.empty if face is Face.EMPTY else self.full
        desk = Desk(database, actor_of(database, user))
        if face is Face.LOADING:
            return HeldDesk(desk)
        return BrokenDesk(desk) if face is Face.ERROR else desk


@contextmanager
def empty_house() -> Iterator[Database]:
    """A facility founded a moment ago: the accounts of the demo, and nobody in it."""
    with TemporaryDirectory(prefix="facility-empty-") as name:
        root = Path(name)
        with founded(
            DataFolder(root / "data"), root / "state", THROWN_AWAY, secret_mode=SecretMode.FILE
        ) as database:
            yield database


def actor_of(database: Database, name: str) -> Actor:
    """Whoever signs in with an account."""
    device = outside.device_name()
    with database.read(system_actor(device)) as uow:
        account = find_account(uow, name)
    if account is None:
        message = f"the demo has no account {name}"
        raise LookupError(message)
    return Actor(account.user_id, account.roles, device)


def record_of(database: Database, spec: PageSpec) -> str | None:
    """A record for pages that show one; None for a page whose record the facility lacks."""
    if spec.section is not None or spec.id not in RECORDS:
        return ""
    with database.read(system_actor(outside.device_name())) as uow:
        return RECORDS[spec.id](uow)


def _first_resident(uow: Any) -> str | None:
    """Whom most is told about: somebody in detox, else somebody away, else somebody inside, else anybody."""
    treated = (line.row.resident_id for line in list_running(uow))
    wanted = (ResidentStatus.AWAY, ResidentStatus.PRESENT)
    told = (list_resident_ids(uow, Look(filters={"status": one.value})) for one in wanted)
    return next(chain(treated, *told, list_resident_ids(uow, Look())), None)


def _first_parameter(uow: Any) -> str | None:
    return next(iter(list_parameter_ids(uow, Look())), None)


def _todays_sheet(uow: Any) -> str | None:
    """The sheet of the first team that should have one today, else of any team."""
    today = local_date(uow.now)
    rows = sorted(list_day_sheets(uow, today), key=lambda row: not row.team.members)
    return None if not rows else f"{rows[0].team.team_id} {today.isoformat()}"


def _labour_team(uow: Any) -> str | None:
    """The team of that sheet."""
    return (_todays_sheet(uow) or "").split(" ")[0] or None


def _first_member(uow: Any) -> str | None:
    return next(iter(list_staff_ids(uow, Look())), None)


def _first_paper(uow: Any) -> str | None:
    return next(iter(list_issued_ids(uow, Look())), None)


def _first_letter(uow: Any) -> str | None:
    return next(iter(list_received_ids(uow, Look())), None)


def _first_stay(uow: Any) -> str | None:
    """Of those inside, who leaves first."""
    inside = iter(list_stay_ids(uow, Look(filters={"presence": "inside"})))
    return next(chain(inside, list_stay_ids(uow, Look())), None)


def _stay_in_detox(uow: Any) -> str | None:
    treated = next((line.row.resident_id for line in list_running(uow)), None)
    return None if treated is None else next((one.stay_id for one in list_stays_of(uow, treated)), None)


def _first_case(uow: Any) -> str | None:
    return next(reversed(list_case_ids(uow, Look())), None)


def _first_roll(uow: Any) -> str | None:
    return next((one.roll_id for one in list_rolls(uow, 1)), None)


def _first_course(uow: Any) -> str | None:
    """One that runs, else the latest."""
    running = iter(list_course_ids(uow, Look(filters={"state": "running"})))
    return next(chain(running, list_course_ids(uow, Look())), None)


def _first_lesson(uow: Any) -> str | None:
    course = _first_course(uow)
    lessons = () if course is None else list_lessons(uow, course)
    return next((one.lesson_id for one in lessons), None)


def _first_class(uow: Any) -> str | None:
    return next(iter(list_class_ids(uow, Look(filters={"state": "running"}))), None)


def _first_sheet(uow: Any) -> str | None:
    """Of the last days, one that nobody has kept yet, else the first."""
    today = local_date(uow.now)
    found = list_of_days(uow, today - timedelta(days=8), today)
    return next((one.lesson.lesson_id for one in found), None)


RECORDS: dict[str, Callable[[Any], str | None]] = {
    "residents.person": _first_resident,
    "discharge.case": _first_stay,
    "intake.case": _first_case,
    "housing.roll_sheet": _first_roll,
    "catalogues.parameter": _first_parameter,
    "education.class": _first_class,
    "education.import_month": _first_class,
    "education.sheet": _first_sheet,
    "staff.person": _first_member,
    "correspondence.paper": _first_paper,
    "correspondence.letter": _first_letter,
    "treatment.score_sheet": _stay_in_detox,
    "labour.sheet": _todays_sheet,
    "labour.import_month": _labour_team,
    "vocational.course": _first_course,
    "vocational.scores": _first_course,
    "vocational.lesson": _first_lesson,
}
"""Pages that show one record, and which they show here."""
ARGS: dict[str, dict[str, str]] = {"treatment.score_sheet": {"instrument": "COWS"}}
"""What such a page is told besides."""
