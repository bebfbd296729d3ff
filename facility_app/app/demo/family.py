"""Medicine families of the fiction brought: one with its prescription, let in; one without, handed back."""

from facility_app.app.demo.clock import day_of
from facility_app.app.demo.patients import ALLERGY, SCREENED, Patients
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.external import ExternalEnd
from facility_app.modules.medication.service.external import (
    DecideExternal,
    EndExternal,
    External,
    ReceiveExternal,
    accept_external,
    end_external,
    receive_external,
    refuse_external,
)

MOTHER = "mother"


def bring(uow: UnitOfWork, patients: Patients) -> tuple[External, External]:
    """Two mothers stand at the gate."""
    who = str(label("demo", "Mẹ của người cai nghiện"))
    prescribed, bare = patients.of_story(SCREENED).resident_id, patients.of_story(ALLERGY).resident_id
    given = ReceiveExternal(
        prescribed,
        who,
        MOTHER,
        "Amlodipin",
        30,
        "tablet",
        strength="5 mg",
        prescriber="BS. Phạm Thị Thu",
        place=str(label("demo", "Trung tâm y tế khu vực")),
        number="318",
        prescribed_on=day_of(5),
    )
    return receive_external(uow, given), receive_external(
        uow, ReceiveExternal(bare, who, MOTHER, "Vitamin C", 20, "tablet", strength="500 mg")
    )


def decide(uow: UnitOfWork, brought: tuple[External, External]) -> External:
    """The doctor lets one in and not the other."""
    prescribed, bare = brought
    accept_external(uow, DecideExternal(prescribed.external_id, prescribed.version))
    why = str(label("demo", "Không có đơn thuốc"))
    return refuse_external(uow, DecideExternal(bare.external_id, bare.version, why))


def hand_back(uow: UnitOfWork, refused: External) -> None:
    """What was not let in goes home whole."""
    whom = str(label("demo", "Mẹ của người cai nghiện"))
    end_external(uow, EndExternal(refused.external_id, refused.version, ExternalEnd.HANDED_BACK, 20, whom))
