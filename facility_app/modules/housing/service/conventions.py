"""What the facility settles about places to sleep."""

from collections.abc import Sequence
from dataclasses import dataclass

from facility_app.db.settings_store import put_setting
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.housing.domain.conventions import KEEPS_BED, SEPARATES_KINDS
from facility_app.modules.housing.domain.rights import SET_HOUSE


@dataclass(frozen=True, slots=True)
class SetConventions:
    """How the facility does it.

    Attributes:
        separates_kinds: whether temporary, compulsory and voluntary stays live apart.
        keeps_bed: codes of the states of presence in which a bed is kept.
    """

    separates_kinds: bool
    keeps_bed: Sequence[str]


def set_conventions(uow: UnitOfWork, command: SetConventions) -> None:
    """Settle both.

    Raises:
        UserError: ``bad_setting``.
    """
    require(uow, SET_HOUSE)
    with uow.act("housing.set_conventions") as act:
        put_setting(uow, act, SEPARATES_KINDS, command.separates_kinds)
        put_setting(uow, act, KEEPS_BED, " ".join(command.keeps_bed))
