"""The figures of the house: the board, a move, who slept where, a roll; each against reading the same rows raw."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from benchmarks.bulk import PASSWORD, USER
from benchmarks.figures import Figure
from benchmarks.people import found_with_people
from facility_app.app.bootstrap import OpenFacility, open_facility
from facility_app.app.start import Password
from facility_app.db.driver import connect
from facility_app.db.folder import DataFolder
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.places import ZoneKind
from facility_app.modules.housing.domain.roll import RollScope
from facility_app.modules.housing.queries.board import get_board, who_slept_where
from facility_app.modules.housing.queries.roll import list_expected
from facility_app.modules.housing.queries.sleeping import where_can_sleep
from facility_app.modules.housing.service.places import AddZone
from facility_app.modules.housing.service.placing import PlaceResident, place_resident
from facility_app.modules.housing.service.takeover import (
    PlanBuilding,
    PlanRoom,
    PlanZone,
    TakeOverHouse,
    take_over_house,
)
from facility_app.modules.housing.tables import BedPlacement, HousingBed
from facility_app.modules.residents.tables.card import ResidentCard
from facility_app.modules.stays.domain.decisions import StartBasis
from facility_app.modules.stays.domain.types import AdmissionReason, PresenceState, StayType
from facility_app.modules.stays.tables import Stay

BEDS, ZONES, IN_A_ROOM, MOVES = 2_500, 12, 10, 20
"""Beds of the house, its zones (about 200 beds each), beds of a room, moves of everybody in five years."""
YEARS: Final = 5
GOALS: Final = {
    "board": 150, "who slept where on a day of five years": 200, "roll of a zone of 200": 100,
    "where can this person sleep": 100, "a move": 50,
}  # fmt: skip
ROUNDS: Final = 15


def house_figures() -> list[Figure]:
    """Found a house of 2,500 beds, full but for one room, with five years of moves; ask it."""
    with tempfile.TemporaryDirectory(prefix="bench-house-") as made:
        root = Path(made)
        found_with_people(root, BEDS)
        who = Password(USER, PASSWORD)
        with closing(open_facility(DataFolder(root / "data"), who, root / "state")) as opened:
            with opened.database.write(opened.actor) as uow:
                fill_house(uow)
                uow.commit()
            return _measured(opened)


def fill_house(uow: UnitOfWork) -> None:
    """A house of 2,500 beds, full but for one room, with five years of moves."""
    rooms = BEDS // IN_A_ROOM // ZONES + 1
    plan = tuple(PlanRoom(f"P{number:02}", IN_A_ROOM, area_m2=70) for number in range(1, rooms + 1))
    zones = (
        PlanZone(
            AddZone(f"Z{number:02}", f"Khu {number}", ZoneKind.RESIDENTS, Sex.MALE, order_no=number),
            (PlanBuilding("D1", "Dãy 1", plan),),
        )
        for number in range(ZONES)
    )
    take_over_house(uow, TakeOverHouse(tuple(zones), "đo"))
    beds = uow.session.execute(sa.select(HousingBed.id, HousingBed.label).order_by(HousingBed.label)).all()
    people = list(uow.session.scalars(sa.select(ResidentCard.id).order_by(ResidentCard.id)))
    with uow.act("bench.fill", reason="đo"):
        stamps = {"home": uow.home, "version": 1, "created_at": uow.now, "updated_at": uow.now}
        stamps |= {"created_by": uow.actor.user_id, "updated_by": uow.actor.user_id}
        stays = {one: uow.new_id() for one in people}
        uow.session.execute(sa.insert(Stay), [_stay(uow, stamps, one, stays[one]) for one in people])
        uow.session.execute(
            sa.insert(BedPlacement), list(_placements(uow, stamps, stays, [row.id for row in beds]))
        )
        kind = StayType.COMPULSORY_ADULT.value
        cards = [
            {"id": one, "stay_id": stays[one], "status": "present", "stay_type": kind, "place_id": stays[one]}
            for one in people
        ]
        uow.session.execute(sa.update(ResidentCard), cards)


def _stay(uow: UnitOfWork, stamps: dict[str, Any], resident_id: str, stay_id: str) -> dict[str, Any]:
    came = local_date(uow.now) - timedelta(days=365 * YEARS)
    return {
        **stamps,
        "id": stay_id,
        "resident_id": resident_id,
        "coming_no": 1,
        "code": f"{stay_id[-8:]}.1",
        "stay_type": StayType.COMPULSORY_ADULT,
        "legal_regime": LegalRegime.L2025,
        "admission_reason": AdmissionReason.NOT_REGISTERED,
        "admitted_on": came,
        "term_start_on": came,
        "start_basis": next(iter(StartBasis)),
        "presence": PresenceState.INSIDE,
        "presence_on": came,
    }


def _placements(
    uow: UnitOfWork, stamps: dict[str, Any], stays: dict[str, str], beds: list[str]
) -> Iterator[dict[str, Any]]:
    """Everybody moves one bed on, all at one moment, so often that the years are full of moves."""
    step = timedelta(days=365 * YEARS) / MOVES
    for turn in range(MOVES):
        start = uow.now - step * (MOVES - turn)
        end = None if turn == MOVES - 1 else start + step
        for place, (resident_id, stay_id) in enumerate(stays.items()):
            bed = beds[(place + turn) % len(beds)]
            spans = {"bed_id": bed, "from_at": start, "to_at": end}
            yield {**stamps, "id": uow.new_id(), "resident_id": resident_id, "stay_id": stay_id, **spans}


def _measured(opened: OpenFacility) -> list[Figure]:
    with opened.database.read(opened.actor) as uow:
        board = get_board(uow)
        zone = board.zones[0].zone_id
        person = next(bed.occupant.resident_id for bed in board.beds if bed.occupant is not None)
        past = uow.now - timedelta(days=3 * 365)
        free = [bed.bed_id for bed in board.beds if bed.occupant is None]
    asked: dict[str, Callable[[UnitOfWork], object]] = {
        "board": get_board,
        "who slept where on a day of five years": lambda uow: who_slept_where(uow, past),
        "roll of a zone of 200": lambda uow: list_expected(uow, RollScope.ZONE, zone),
        "where can this person sleep": lambda uow: where_can_sleep(uow, person),
    }
    floor = _floor(opened)
    made = [_figure(name, _reading(opened, ask), floor) for name, ask in asked.items()]
    return [*made, _figure("a move", _moving(opened, person, free), floor)]


def _reading(opened: OpenFacility, ask: Callable[[UnitOfWork], object]) -> float:
    def once() -> float:
        with opened.database.read(opened.actor) as uow:
            before = time.process_time()
            ask(uow)
            return time.process_time() - before

    return statistics.median(once() for _ in range(ROUNDS))


def _moving(opened: OpenFacility, person: str, free: list[str]) -> float:
    def once(bed: str) -> float:
        before = time.process_time()
        with opened.database.write(opened.actor) as uow:
            place_resident(uow, PlaceResident(person, bed))
            uow.commit()
        return time.process_time() - before

    return statistics.median(once(free[number % 2]) for number in range(ROUNDS))


def _floor(opened: OpenFacility) -> float:
    """The raw driver reading the placements that hold now and the cards of those people, nothing made of them."""
    with closing(connect(opened.folder.database, opened.entered.data_key, query_only=True)) as raw:

        def once() -> float:
            before = time.process_time()
            raw.execute(
                "SELECT p.*, c.* FROM bed_placement p JOIN resident_card c ON c.id = p.resident_id "
                "WHERE p.to_at IS NULL AND p.voided_at IS NULL"
            ).fetchall()
            return time.process_time() - before

        return statistics.median(once() for _ in range(ROUNDS))


def _figure(name: str, seconds: float, floor: float) -> Figure:
    goal = GOALS[name]
    return Figure(
        f"house of {BEDS:,} beds, {YEARS} years: {name}",
        f"{seconds * 1000:.1f} ms CPU, median of {ROUNDS}",
        f"raw driver, who is where with the cards: {floor * 1000:.1f} ms (×{seconds / floor:.1f})",
        f"≤ {goal} ms",
        seconds * 1000 <= goal,
    )
