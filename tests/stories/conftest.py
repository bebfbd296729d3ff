"""A public facility with beds and a few men in them, founded once; each story works at a copy, by its keys."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from facility_app.kernel.actor import Role
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.places import ZoneKind
from facility_app.modules.housing.service.places import AddZone
from facility_app.modules.housing.service.placing import PlaceResident, place_resident
from facility_app.modules.housing.service.takeover import (
    PlanBuilding,
    PlanRoom,
    PlanZone,
    TakeOverHouse,
    take_over_house,
)
from facility_app.modules.residents.domain.person import Person
from facility_app.ui.printing import QtPrinter
from facility_app.ui.theme import Theme
from tests.helpers.keyboard import Keyboard
from tests.helpers.probe import rows
from tests.helpers.windows import window
from tests.modules.conftest import dressed, one_theme, theme
from tests.modules.discharge.leaving import House, copied, found
from tests.ui.printing.papers import MemoryPrinter

__all__ = ["dressed", "one_theme", "theme"]

SitDown: TypeAlias = Callable[..., Keyboard]
PICTURES = os.environ.get("FACILITY_PICTURES", "")
"""A folder that takes pictures of every step and every paper; nothing is kept without it."""
LOOK = os.environ.get("FACILITY_LOOK", "").split()
"""How the pictures look: ``dark``, ``large`` (150 %), both or neither."""
LAST_NIGHT = datetime(2026, 8, 2, 13, 0, tzinfo=UTC)
MEN = tuple(
    Person(name=name, sex=Sex.MALE, birth_on=born)
    for name, born in (
        ("Bùi Văn Chiến", date(1988, 3, 12)),
        ("Đỗ Quang Huy", date(1993, 7, 1)),
        ("Hoàng Văn Nam", date(1985, 12, 24)),
        ("Phạm Minh Tuấn", date(1997, 9, 9)),
    )
)


def _zone(code: str, name: str, sex: Sex, rooms: int) -> PlanZone:
    built = tuple(PlanRoom(f"P{number}", 4, area_m2=24) for number in range(1, rooms + 1))
    return PlanZone(AddZone(code, name, ZoneKind.RESIDENTS, sex), (PlanBuilding("N1", "Nhà 1", built),))


PLAN = TakeOverHouse((_zone("A", "Khu nam", Sex.MALE, 9), _zone("F", "Khu nữ", Sex.FEMALE, 3)), "bản vẽ thử")


def furnish(house: House) -> None:
    """Beds, and four men who slept in the first ones last night."""
    house.write(take_over_house, PLAN, by=(Role.HEAD,))
    beds = [str(one) for (one,) in rows(house.database, "SELECT id FROM housing_bed ORDER BY id")]
    for person, bed_id in zip(MEN, beds, strict=False):
        stay_id = house.admit(person=person, end_on=date(2028, 7, 20), decision_police="Công an phường Hoàn Kiếm")
        place = PlaceResident(house.stay(stay_id).resident_id, bed_id)
        house.write(place_resident, place, by=(Role.HEAD,))


@pytest.fixture(scope="session")
def gate_pattern(tmp_path_factory: pytest.TempPathFactory) -> House:
    """The facility; its file is closed."""
    house = found(tmp_path_factory.mktemp("gate"))
    house.clock.at = LAST_NIGHT
    with closing(house.file.database()) as database:
        furnish(House(house.file, database, house.admin, house.head))
    return house


@pytest.fixture
def house(gate_pattern: House, tmp_path: Path) -> Iterator[House]:
    """The facility of the story, on the morning of Monday 3 August 2026."""
    yield from copied(gate_pattern, tmp_path / "facility")


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch) -> MemoryPrinter:
    """What stands beside every desk instead of this machine's printers."""
    made = MemoryPrinter()
    monkeypatch.setattr(QtPrinter, "printers", lambda _self: made.printers())
    monkeypatch.setattr(QtPrinter, "print_pdf", lambda _self, *given: made.print_pdf(*given))
    return made


@pytest.fixture
def sit_down(house: House, dressed: Theme, request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[SitDown]:
    """Somebody in these roles at the keyboard of the whole window; who sat there before has left."""
    dressed.set(dark="dark" in LOOK, scale=1.5 if "large" in LOOK else 1.0)
    sat: list[Keyboard] = []
    with ExitStack() as open_windows:

        def sit(*roles: Role) -> Keyboard:
            open_windows.close()
            opened = window(house.database, house.actor(*roles), dressed, house.clock)
            shell, watch = open_windows.enter_context(opened)
            open_windows.callback(lambda: _require_whole(watch.failures))
            shell.go_home()
            name = request.path.stem.removeprefix("test_")
            looks = sat[-1].looks if sat else 0
            sat.append(Keyboard(shell, qtbot.waitUntil, Path(PICTURES) if PICTURES else None, name, looks))
            return sat[-1]

        yield sit


def _require_whole(failures: Sequence[object]) -> None:
    assert failures == []
