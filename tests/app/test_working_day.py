"""Whatever the working day writes goes with its resident, is in the trail, toured, and in the stage picture."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing

import pytest
import sqlalchemy as sa

from facility_app.app.bootstrap import open_database
from facility_app.app.demo.users import NAMES, PASSWORD, USERS
from facility_app.app.pages import PAGES
from facility_app.app.registry import MODULES
from facility_app.app.start import Password, enter
from facility_app.app.window.tour import Tour
from facility_app.db.audit import audit_value
from facility_app.db.base import Base
from facility_app.db.database import Database
from facility_app.db.folder import DataFolder
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Actor, Role, system_actor
from facility_app.kernel.privacy import Synced, TableSpec
from facility_app.modules.access.queries import find_account
from facility_app.modules.education.tables import Attendance
from facility_app.modules.labour.tables import LabourMark
from facility_app.modules.stays.domain.events import DoingsAsked
from facility_app.modules.stays.queries.overview import find_overview
from facility_app.modules.stays.ui.picture import doing_rows, stages_plan_of
from facility_app.modules.vocational.tables import LessonTick
from facility_app.ui.charts import SpanChart
from facility_app.ui.theme import Theme
from tests.helpers.demo import small_demo
from tests.helpers.desk import CHEAP

DEVICE = "test"
WORKING_DAY = ("calendar", "education", "labour", "vocational")
TABLES = tuple(spec for one in MODULES if one.id in WORKING_DAY for spec in one.tables)
PICTURED = ("education", "labour", "vocational")
"""The calendar keeps what is planned; what was done of it stands in these."""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A facility at work."""
    root = small_demo(tmp_path_factory.mktemp("working-day"))
    folder = DataFolder(root / "data")
    door = enter(folder, Password(USERS[0].name, PASSWORD), root / "state", CHEAP)
    with closing(open_database(folder, door, root / "state")) as database:
        yield database


def columns_of(spec: TableSpec) -> sa.ColumnCollection[str, sa.Column[object]]:
    return Base.metadata.tables[spec.name].c


def test_whatever_is_about_a_resident_goes_where_they_go() -> None:
    assert len(TABLES) > 30
    for spec in TABLES:
        assert isinstance(spec.sync, Synced), spec.name
        about = "resident_id" in columns_of(spec)
        assert spec.sync.resident_path == (("resident_id",) if about else ()), spec.name


def test_every_row_of_the_working_day_stands_in_the_trail(demo: Database) -> None:
    seen = set()
    with demo.connection() as connection:
        for spec in TABLES:
            table = Base.metadata.tables[spec.name]
            ids = set(connection.execute(sa.select(table.c.id)).scalars())
            told = sa.select(audit_value.c.record_id).where(audit_value.c.table_name == spec.name)
            trail = set(connection.execute(told).scalars())
            assert ids <= trail, spec.name
            seen |= {spec.name} if ids else set()
    for slice_id in WORKING_DAY:
        own = {spec.name for one in MODULES if one.id == slice_id for spec in one.tables}
        assert own & seen, f"the demo writes nothing of {slice_id}"


def test_every_page_of_the_working_day_is_toured() -> None:
    pages = {spec.id for spec in PAGES if spec.id.partition(".")[0] in WORKING_DAY}
    toured = {spec.id for user in USERS for spec in Tour().seen_by(user.name)}
    assert {one.partition(".")[0] for one in pages} == set(WORKING_DAY)
    assert pages <= toured


def someone(demo: Database, role: Role) -> Actor:
    """Somebody of that role."""
    with demo.read(system_actor(DEVICE)) as uow:
        account = find_account(uow, NAMES[role])
    assert account is not None
    return Actor(account.user_id, account.roles, DEVICE)


def busiest(uow: UnitOfWork) -> str:
    """Who was marked on most kinds of sheets."""
    sheets = (LabourMark.resident_id, LessonTick.resident_id, Attendance.resident_id)
    kinds = Counter(who for column in sheets for who in set(uow.session.scalars(sa.select(column))))
    return max(sorted(kinds), key=kinds.__getitem__)


def test_the_picture_of_the_stages_shows_what_was_learnt_and_worked_to_whoever_may_know(
    demo: Database, dressed: Theme
) -> None:
    for slice_id in PICTURED:
        (spec,) = (one for one in MODULES if one.id == slice_id)
        assert DoingsAsked in spec.answers, slice_id
    with demo.read(system_actor(DEVICE)) as uow:
        who = busiest(uow)
    with demo.read(someone(demo, Role.HEAD)) as uow:
        seen = find_overview(uow, who, with_doings=True)
        assert seen is not None
    rows = {one.name: one.spans for one in doing_rows(seen)}
    assert {"Lớp học", "Học nghề"} <= rows.keys()
    assert "Lao động trị liệu" in rows
    plan = stages_plan_of(seen)
    assert {one.name for one in plan.rows} >= rows.keys()
    spans = [span for spans in rows.values() for span in spans]
    assert all(span.says and plan.first <= span.start < span.end <= plan.last for span in spans)
    told = SpanChart(dressed, "Giai đoạn", plan).says()
    assert not [one for one in told if one.startswith(":")], "what has no name of its own is not told as if it had"
    one_day = next(one for one in told if "Hướng nghiệp: " in one)
    assert one_day.count("/20") == 1, "a day is no span"
    # Somebody at the gate sees the stay, and nothing of what was done in it.
    with demo.read(someone(demo, Role.GUARD)) as uow:
        at_the_gate = find_overview(uow, who, with_doings=True)
    assert at_the_gate is not None
    assert doing_rows(at_the_gate) == ()
