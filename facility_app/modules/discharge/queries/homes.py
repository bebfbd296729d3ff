"""Where somebody may live after release, proposed from the home in their file; whoever prepares it decides."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.catalogues.api import find_place
from facility_app.modules.discharge.domain import PREPARE_RELEASE
from facility_app.modules.residents.api import READ_FILE, find_home

_POLICE = "Công an {place}"


@dataclass(frozen=True, slots=True)
class ProposedHome:
    """Nơi thường trú as papers would say it.

    Attributes:
        text: the whole address.
        police: Công an cấp xã of its commune; empty where the commune of today is not known.
    """

    text: str = field(repr=False)
    police: str = field(repr=False)


def propose_home(uow: UnitOfWork, resident_id: str) -> ProposedHome | None:
    """The home of a person's file; None without one, and for whoever may not read the file."""
    require(uow, PREPARE_RELEASE)
    home = find_home(uow, resident_id) if uow.actor.may(READ_FILE) else None
    if home is None:
        return None
    place = None if home.commune_code is None else find_place(uow, home.commune_code)
    units = home.place_text or ("" if place is None else place.path)
    police = ""
    if place is not None:
        # Inside a name the kind of a unit begins small: Công an phường Hoàn Kiếm.
        police = _POLICE.format(place=place.full_name[:1].lower() + place.full_name[1:])
    return ProposedHome(", ".join(filter(None, (home.detail, units))), police)
