"""Random days of a house against a plain model of it: nobody twice, no bed twice, everybody counted, always."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

import sqlalchemy as sa
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.sex import Sex
from facility_app.modules.housing.domain.conventions import KEPT_BY_DEFAULT
from facility_app.modules.housing.domain.needs import NeedKind
from facility_app.modules.housing.domain.places import ZoneKind
from facility_app.modules.housing.domain.roll import RollScope
from facility_app.modules.housing.queries.needs import list_needs
from facility_app.modules.housing.queries.roll import get_roll, get_strength
from facility_app.modules.housing.queries.state import BedState, Standing
from facility_app.modules.housing.service import capacity, needs, placing, roll
from facility_app.modules.stays.api import list_whereabouts
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from facility_app.modules.stays.service.ending import EndStay, end_stay
from facility_app.modules.stays.service.presence import Move
from tests.modules.housing.home import BOY, WOMAN, Home
from tests.modules.stays.house import COURT, NOW, PAPER

MEN, WOMEN, BOYS, HELD = 7, 2, 2, 2
OUTWARDS: Final = (
    "send_to_hospital", "let_go_to_funeral", "hand_over_for_proceedings", "start_transfer", "record_escape",
    "suspend", "record_remand", "record_prison",
)  # fmt: skip
INWARDS: Final = ("take_back", "cancel_transfer")
ROLES: Final = (Role.HEAD, Role.CLERK, Role.DOCTOR, Role.DISCHARGE)
ROOMS: Final = ("A-N1-P1", "A-N1-P2", "F-N1-P1", "M-N1-P1", "T-N1-P1")
RAW: Final = (
    "INSERT OR REPLACE INTO bed_placement (id, home, resident_id, stay_id, bed_id, from_at, created_at, "
    "created_by, updated_at, updated_by, version) SELECT '{new}', home, {resident}, stay_id, {bed}, from_at, "
    "created_at, created_by, updated_at, updated_by, 1 FROM bed_placement "
    "WHERE to_at IS NULL AND voided_at IS NULL LIMIT 1"
)
INSIDE: Final = "inside"


@dataclass
class Person:
    """Somebody, as the model knows them; ``where`` is a state of presence, empty for gone."""

    resident_id: str
    sex: Sex
    is_minor: bool
    is_held: bool
    where: str = INSIDE
    bed: str = ""
    lives_alone: bool = False


@dataclass
class Model:
    """The house in plain words: no table, no rule engine."""

    people: dict[str, Person]
    room_of: dict[str, str]
    zone_of: dict[str, ZoneKind]
    sex_of: dict[str, Sex | None]
    working: dict[str, int]
    closed: dict[str, str] = field(default_factory=dict)

    def in_room(self, room: str, without: str = "") -> list[Person]:
        """Who has a bed there."""
        return [
            one for one in self.people.values() if one.resident_id != without and self.room_of.get(one.bed) == room
        ]

    def may_sleep(self, who: Person, bed: str) -> bool:
        """Whether this person may be put into this bed without a second person."""
        room = self.room_of[bed]
        mates = self.in_room(room, who.resident_id)
        zone = self.zone_of[room]
        return (
            who.where in {INSIDE, *KEPT_BY_DEFAULT.split()}
            and who.bed != bed
            and not any(one.bed == bed for one in mates)
            and bed not in self.closed.values()
            and room not in self.closed.values()
            and len(mates) < self.working[room]
            and self.sex_of[room] in {None, who.sex}
            and (zone is ZoneKind.MINORS) is who.is_minor
            and (zone is ZoneKind.TEMPORARY) <= who.is_held
            and all(self._together(who, one) for one in mates)
        )

    @staticmethod
    def _together(one: Person, other: Person) -> bool:
        same = (one.sex, one.is_minor, one.is_held) == (other.sex, other.is_minor, other.is_held)
        return same and not (one.lives_alone or other.lives_alone)


@dataclass
class Tally:
    """Steps over all runs, each compared with the model; decisions done, and refused by both."""

    runs: int = 0
    steps: int = 0
    done: int = 0
    refused: int = 0


def people_for(home: Home) -> None:
    """Those who may come into the beds, written down for good before the first step."""
    for _ in range(MEN):
        home.lives()
    for _ in range(WOMEN):
        home.lives(WOMAN)
    for _ in range(BOYS):
        home.lives(BOY)
    for _ in range(HELD):
        home.lives(kind=StayType.TEMPORARY)


class HouseMachine(RuleBasedStateMachine):
    """One run: a unit of work that is never committed, and the model beside it."""

    home: Home
    tally: Tally

    def __init__(self) -> None:
        """Open the unit of work on the house as it was furnished."""
        super().__init__()
        self.home.facility.file.clock.at = NOW
        actor = self.home.facility.actor(*ROLES, Role.GUARD, Role.TEAM_OFFICER)
        self._opened: AbstractContextManager[UnitOfWork] = self.home.facility.database.write(actor)
        self.uow = self._opened.__enter__()
        self.model = self._read_model()
        self.tally.runs += 1

    @override
    def teardown(self) -> None:
        """Nothing of it stays."""
        self._opened.__exit__(None, None, None)

    @initialize()
    def begin(self) -> None:
        """The model is the file as it stands."""
        assert {one.resident_id for one in list_whereabouts(self.uow)} == set(self.model.people)

    @rule(who=st.integers(0, 99), bed=st.integers(0, 99))
    def place(self, who: int, bed: int) -> None:
        """Somebody gets a bed, the first or another one; refused exactly when the model says so."""
        person, wanted = self._person(who), self._bed(bed)
        may = self.model.may_sleep(person, wanted)
        command = placing.PlaceResident(person.resident_id, self.home.bed(wanted))
        if self._tried(lambda: placing.place_resident(self.uow, command)):
            assert may, f"{wanted} was given against the model"
            person.bed = wanted
        else:
            assert not may, f"{wanted} was refused against the model"

    @rule(who=st.integers(0, 99), other=st.integers(0, 99))
    def swap(self, who: int, other: int) -> None:
        """Two change beds; done as a whole or not at all."""
        one, two = self._person(who), self._person(other)
        command = placing.SwapBeds(one.resident_id, two.resident_id)
        with self._whole() as point:
            if self._tried(lambda: placing.swap_beds(self.uow, command)):
                one.bed, two.bed = two.bed, one.bed
            else:
                point.rollback()
                self.uow.session.expire_all()

    @rule(who=st.integers(0, 99))
    def leave(self, who: int) -> None:
        """Somebody gives the bed back."""
        person = self._person(who)
        command = placing.LeaveBed(person.resident_id, "để thử")
        assert self._tried(lambda: placing.leave_bed(self.uow, command)) is bool(person.bed)
        person.bed = ""

    @rule(who=st.integers(0, 99), verb=st.sampled_from(OUTWARDS + INWARDS))
    def move(self, who: int, verb: str) -> None:
        """Somebody goes out or comes back, where the arrows of presence allow it."""
        person = self._person(who)
        if not person.where:
            return
        stay = self._stay(person)
        command = Move(stay.stay_id, stay.version, **PAPER)
        if self._tried(lambda: getattr(presence, verb)(self.uow, command)):
            person.where = self._stay(person).presence.value
            if person.where not in {INSIDE, *KEPT_BY_DEFAULT.split()}:
                person.bed = ""

    @rule(who=st.integers(0, 99))
    def let_go(self, who: int) -> None:
        """Somebody leaves for good."""
        person = self._person(who)
        if not person.where:
            return
        stay = self._stay(person)
        code = ExitCode.TEMP_RELEASED if person.is_held else ExitCode.EXEMPT_ILLNESS
        if self._tried(lambda: end_stay(self.uow, EndStay(stay.stay_id, stay.version, code, None, **PAPER))):
            person.where = person.bed = ""

    @rule(who=st.integers(0, 99))
    def come_again(self, who: int) -> None:
        """Somebody who left is sent here once more."""
        person = self._person(who)
        today = self.home.facility.file.clock.at.date()
        decided = DecisionFacts("77", today - timedelta(days=1), COURT, "QĐ-TA", decided_months=24)
        command = AdmitResident(
            person.resident_id,
            StayType.COMPULSORY_MINOR if person.is_minor else StayType.COMPULSORY_ADULT,
            AdmissionReason.NOT_REGISTERED,
            today,
            decided,
            reason="cơ sở có khu riêng" if person.is_minor else None,
        )
        if self._tried(lambda: admit_resident(self.uow, command)):
            assert not person.where
            person.where, person.is_held = INSIDE, False

    @rule(who=st.integers(0, 99))
    def need_alone(self, who: int) -> None:
        """A doctor asks for a room alone, or takes it back."""
        person = self._person(who)
        if person.lives_alone:
            found = list_needs(self.uow, person.resident_id)[0]
            command = needs.EndNeed(found.need_id, found.version, "khỏi")
            assert self._tried(lambda: needs.end_need(self.uow, command))
        else:
            asked = needs.RequirePlacement(person.resident_id, NeedKind.SEPARATE_ROOM)
            assert self._tried(lambda: needs.require_placement(self.uow, asked))
        person.lives_alone = not person.lives_alone

    @rule(place=st.integers(0, 99), whole=st.booleans())
    def close(self, place: int, whole: bool) -> None:
        """A room or bed is closed by two people; refused while somebody has it."""
        bed = self._bed(place)
        room = self.model.room_of[bed]
        name = room if whole else bed
        bed_id = None if whole else self.home.bed(bed)
        is_used = (
            bool(self.model.in_room(room)) if whole else any(one.bed == bed for one in self.model.people.values())
        )
        given = self.home.agreed("housing.close_place")
        command = capacity.ClosePlace(self._room_id(room), "dột", bed_id, given)
        may = not is_used and name not in self.model.closed.values()
        made: list[Any] = []
        assert self._tried(lambda: made.append(capacity.close_place(self.uow, command))) is may
        if made:
            self.model.closed[made[0].place_id] = name

    @rule()
    def reopen(self) -> None:
        """The place closed first is opened again."""
        if not self.model.closed:
            return
        closure_id = next(iter(self.model.closed))
        given = self.home.agreed("housing.reopen_place")
        command = capacity.ReopenPlace(closure_id, 1, "xong", given)
        assert self._tried(lambda: capacity.reopen_place(self.uow, command))
        del self.model.closed[closure_id]

    @rule(place=st.integers(0, 99), working=st.integers(0, 4))
    def change_capacity(self, place: int, working: int) -> None:
        """Two people change how many may sleep in a room; never below those who do."""
        room = self.model.room_of[self._bed(place)]
        there = len(self.model.in_room(room))
        may = there <= working <= 4 and working != self.model.working[room]
        given = self.home.agreed("housing.change_capacity")
        room_id = self._room_id(room)
        version = self.uow.session.connection().exec_driver_sql(
            "SELECT version FROM housing_room WHERE id = ?", (room_id,)
        )
        command = capacity.ChangeCapacity(room_id, version.scalar_one(), 4, working, "biên bản", given)
        assert self._tried(lambda: capacity.change_capacity(self.uow, command)) is may
        if may:
            self.model.working[room] = working

    @rule()
    def call_roll(self) -> None:
        """A roll of everybody adds up, and lists everybody answered for."""
        opened: list[Any] = []
        command = roll.OpenRoll(RollScope.ALL)
        if not self._tried(lambda: opened.append(roll.open_roll(self.uow, command))):
            return
        made = opened[0]
        closed = roll.close_roll(self.uow, roll.CloseRoll(made.roll_id, made.version, rest_is_present=True))
        here = [one for one in self.model.people.values() if one.where]
        assert closed.total == closed.present + closed.away == len(here)
        assert closed.present == sum(one.where == INSIDE for one in here)
        assert get_roll(self.uow, made.roll_id) is not None

    @rule(bed=st.integers(0, 99), who=st.integers(0, 99), new=st.integers(0, 16**8))
    def go_past_the_program(self, bed: int, who: int, new: int) -> None:
        """Raw SQL that would double-book is refused by the file itself."""
        placed = [one for one in self.model.people.values() if one.bed]
        if not placed:
            return
        connection = self.uow.session.connection()
        first = "SELECT bed_id FROM bed_placement WHERE to_at IS NULL AND voided_at IS NULL LIMIT 1"
        mine = connection.exec_driver_sql(first).scalar_one()
        person, other = self._person(who), self.home.bed(self._bed(bed))
        statements = (
            RAW.format(new=f"{new:032x}", resident=f"'{person.resident_id}'", bed=f"'{mine}'"),
            RAW.format(new=f"{new:032x}", resident="resident_id", bed=f"'{other}'"),
        )
        for statement in statements:
            assert "no_overlap:bed_placement" in self._below(connection, statement)

    @invariant()
    def nobody_is_twice_and_everybody_is_counted(self) -> None:
        """The file, read below every rule, says what the model says."""
        self.tally.steps += 1
        beds = Standing(self.uow).beds()
        taken = {bed.resident_id: bed.bed_label for bed in beds if bed.resident_id}
        assert len(beds) == len({bed.bed_id for bed in beds}), "two in a bed"
        assert len(taken) == sum(bool(bed.resident_id) for bed in beds), "one in two beds"
        assert taken == {one.resident_id: one.bed for one in self.model.people.values() if one.bed}
        strength = get_strength(self.uow)
        here = [one.where for one in self.model.people.values() if one.where]
        assert strength.sums
        assert (strength.whole.total, strength.whole.present) == (len(here), here.count(INSIDE))

    @staticmethod
    def _below(connection: sa.Connection, statement: str) -> str:
        """What the file itself answers; nothing when it takes it."""
        with connection.begin_nested() as point:
            try:
                connection.exec_driver_sql(statement)
            except sa.exc.DatabaseError as told:
                return str(told.orig)
            finally:
                point.rollback()
        return ""

    def _tried(self, run: Callable[[], Any]) -> bool:
        """Whether the program did it; a refusal has words without a hole."""
        refusal: FacilityError | None = None
        try:
            run()
        except FacilityError as told:
            refusal = told
        self.home.facility.file.clock.at += timedelta(minutes=7)
        if refusal is None:
            self.tally.done += 1
            return True
        assert "{" not in refusal.message
        self.tally.refused += 1
        return False

    @contextmanager
    def _whole(self) -> Iterator[sa.NestedTransaction]:
        self.uow.session.flush()
        point = self.uow.session.connection().begin_nested()
        yield point
        if point.is_active:
            point.commit()

    def _person(self, number: int) -> Person:
        people = list(self.model.people.values())
        return people[number % len(people)]

    def _bed(self, number: int) -> str:
        beds = list(self.model.room_of)
        return beds[number % len(beds)]

    def _stay(self, person: Person) -> Any:
        (found,) = list_whereabouts(self.uow, [person.resident_id])
        return get_stay(self.uow, found.stay_id)

    def _room_id(self, room: str) -> str:
        return self._rooms[room]

    def _read_model(self) -> Model:
        beds: list[BedState] = [bed for bed in Standing(self.uow).beds() if bed.room.name in ROOMS]
        self._rooms = {bed.room.name: bed.room_id for bed in beds}
        rows = Standing(self.uow).people(one.resident_id for one in list_whereabouts(self.uow))
        people = {
            one: Person(one, row.sex, row.age < 18, row.stay_type == StayType.TEMPORARY)
            for one, row in rows.items()
        }
        return Model(
            dict(sorted(people.items(), key=lambda item: rows[item[0]].code)),
            {bed.bed_label: bed.room.name for bed in beds},
            {bed.room.name: bed.room.zone_kind for bed in beds},
            {bed.room.name: bed.room.sex for bed in beds},
            {bed.room.name: bed.room.working for bed in beds},
        )


def machine(home: Home) -> type[HouseMachine]:
    """The machine at one house, with a tally of its own."""
    return type("HouseMachineAt", (HouseMachine,), {"home": home, "tally": Tally()})
