"""A second person signs one verb of this slice, inside the session of the first."""

from dataclasses import dataclass, field
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.access.api import AskCountersign, Countersign, countersign
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.rights import SECOND_PEOPLE
from facility_app.modules.pharmacy.api import WITNESSES

TAKE_DOSE: Final = "pharmacy.take_dose"
RETURN_DOSE: Final = "pharmacy.return_dose"
SIGNERS: Final = {**SECOND_PEOPLE, TAKE_DOSE: WITNESSES, RETURN_DOSE: WITNESSES}
"""Verb → who may sign it as the second person; a controlled medicine leaves its cabinet before a witness."""


@dataclass(frozen=True, slots=True)
class AskSecond:
    """Who signs, and for which verb; who may is settled by the verb, never by the screen."""

    verb: str
    name: str
    password: str = field(repr=False)


def agree(uow: UnitOfWork, command: AskSecond) -> Countersign:
    """What the second person gives; it holds once, for two minutes.

    Raises:
        KeyError: a verb nobody signs; a fault of the program.
        UserError, EnvironmentFault: as ``countersign``.
    """
    require(uow, VIEW_MAR)
    asked = AskCountersign(command.verb, SIGNERS[command.verb], command.name, command.password)
    return countersign(uow, asked)
