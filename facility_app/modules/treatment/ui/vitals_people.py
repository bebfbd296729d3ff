"""For whom vital signs are measured: who is due by now, who has a schedule, a zone, or everybody inside."""

from dataclasses import dataclass, field
from typing import Any, Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain import MEASURE
from facility_app.modules.treatment.domain.clinical_lists import Clinical
from facility_app.modules.treatment.domain.observation import VITALS
from facility_app.modules.treatment.queries.due_board import list_due_lines
from facility_app.modules.treatment.queries.scales import get_clinical
from facility_app.modules.treatment.queries.ward import Ward, WardPerson, list_ward
from facility_app.ui.i18n import tr

EVERYBODY = label("treatment", "Mọi người đang ở cơ sở")
DUE = label("treatment", "Người đến giờ đo theo lịch")
PLANNED = label("treatment", "Người đang có lịch theo dõi")
ZONE = label("treatment", "Khu: {zone}")
ALL, OF_DUE, OF_PLANS, OF_ZONE = "all", "due", "planned", "zone:"
LISTS: Final = ((OF_DUE, DUE), (OF_PLANS, PLANNED), (ALL, EVERYBODY))
"""What is offered before the zones."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page reads at once.

    Attributes:
        due: stays whose vital signs are due by now.
    """

    ward: Ward = field(repr=False)
    due: frozenset[str]
    known: Clinical = field(repr=False)

    def lists(self) -> tuple[tuple[str, Label], ...]:
        """Every list with its name."""
        return (*LISTS, *((OF_ZONE + zone, Label("", tr(ZONE, zone=zone))) for zone in self.ward.zones))

    def people(self, wanted: str | None) -> tuple[WardPerson, ...]:
        """Who stands in a list, by their beds; everybody where none is chosen."""
        people, chosen = self.ward.people, wanted or ALL
        if chosen == OF_DUE:
            return tuple(one for one in people if one.stay_id in self.due)
        if chosen == OF_PLANS:
            return tuple(one for one in people if one.situations)
        if chosen.startswith(OF_ZONE):
            return tuple(one for one in people if one.zone == chosen.removeprefix(OF_ZONE))
        return people

    def first_list(self, asked: str, last: str | None) -> str:
        """The list to begin with: the one asked for, who is due, the last one, else the first zone."""
        offered = [one for one, _ in self.lists()]
        wanted = asked or (OF_DUE if self.due and last is None else last or "")
        if wanted in offered:
            return wanted
        return offered[len(LISTS)] if len(offered) > len(LISTS) else ALL


def read_seen(uow: Any) -> Seen:
    """Who is inside, whose signs are due, and how they are read."""
    now = uow.now
    lines = list_due_lines(uow) if uow.actor.may(MEASURE) else ()
    due = frozenset(one.stay_id for one in lines if one.task == VITALS and one.at <= now)
    return Seen(list_ward(uow), due, get_clinical(uow))
