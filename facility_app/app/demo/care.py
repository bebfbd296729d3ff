"""Three days of care in the fiction: the pharmacy is filled, people are examined, treated, watched, screened."""

from facility_app.app import outside
from facility_app.app.demo import family
from facility_app.app.demo.bedside import WELL, go_round, measure
from facility_app.app.demo.chance import Chance
from facility_app.app.demo.doses import Orders, write_allergy
from facility_app.app.demo.examined import write_examined
from facility_app.app.demo.hands import Hands
from facility_app.app.demo.patients import FEW, Patients
from facility_app.app.demo.pharmacy import close_books, write_pharmacy
from facility_app.app.demo.records import Records
from facility_app.kernel.actor import Role, system_actor


def write_care(hands: Hands, chance: Chance) -> None:
    """The last three days as doctors, nurses and the pharmacist lived them; then the clock stands as before."""
    clock, ends_at = hands.clock, hands.clock.at
    with hands.database.read(system_actor(outside.device_name())) as uow:
        patients = Patients.of(uow)
    stocked = write_pharmacy(hands)
    if patients.people:
        orders, records = Orders(hands, patients, stocked), Records(hands, patients, chance)
        _first_day(hands, patients, orders, records)
        _days(hands, patients, orders, records)
        write_examined(hands, patients)
        close_books(hands, stocked)
        _last_day(hands, patients, orders, records)
    clock.at = ends_at


def _first_day(hands: Hands, patients: Patients, orders: Orders, records: Records) -> None:
    with hands.by(Role.NURSE) as uow:
        go_round(hands, uow, patients, 3, 15)
        write_allergy(uow, patients)
        brought = family.bring(uow, patients)
    hands.clock.turn(3, 16)
    with hands.by(Role.DOCTOR) as uow:
        records.admit(uow)
        orders.write(uow)
        refused = family.decide(uow, brought)
    hands.clock.turn(3, 17)
    with hands.by(Role.PHARMACIST) as uow:
        orders.verify(uow)
    with hands.by(Role.NURSE) as uow:
        family.hand_back(uow, refused)


def _days(hands: Hands, patients: Patients, orders: Orders, records: Records) -> None:
    """A nurse's evening and the two days after it, as far as the second morning."""
    with hands.by(Role.NURSE) as uow:
        hands.clock.turn(3, 20, 10)
        orders.give(uow, 3)
        go_round(hands, uow, patients, 2, 7)
        hands.clock.turn(2, 9)
        records.ask(uow)
        for one in patients.people[FEW:]:
            measure(uow, one, WELL)
        hands.clock.turn(2, 20, 10)
        orders.give(uow, 2)
        go_round(hands, uow, patients, 2, 20)
        go_round(hands, uow, patients, 1, 7)
        records.result(uow)


def _last_day(hands: Hands, patients: Patients, orders: Orders, records: Records) -> None:
    hands.clock.turn(1, 17, 30)
    with hands.by(Role.DOCTOR) as uow:
        records.read(uow)
        orders.hold(uow)
    with hands.by(Role.NURSE) as uow:
        hands.clock.turn(1, 20, 10)
        orders.give(uow, 1)
        go_round(hands, uow, patients, 1, 20)
        hands.clock.turn(0, 6, 10)
        orders.give(uow, 0)
        records.fear(uow)
        go_round(hands, uow, patients, 0, 6)
    hands.clock.turn(0, 6, 50)
    with hands.by(Role.DOCTOR) as uow:
        records.watch(uow)
    with hands.by(Role.NURSE) as uow:
        records.look(uow)
        records.triage(uow)
    hands.clock.turn(0, 7, 55)
    with hands.by(Role.DOCTOR) as uow:
        records.close(uow)
