"""Which round a page begins with, what of it is remembered, and how it is handed on to the sheet of paper."""

from collections.abc import Mapping
from datetime import date

from facility_app.modules.medication.domain.rounds import Round
from facility_app.modules.medication.queries.bedside import RoundDesk
from facility_app.modules.medication.ui import round_places
from facility_app.modules.medication.ui.round_bar import Chosen
from facility_app.ui.shell.spec import PageContext, Route


def first_choice(context: PageContext, route: Route, desk: RoundDesk) -> Chosen:
    """What the route says, else the round of now in the zone and with the cabinet of last time."""
    args, kept = route.args, context.memory.get(round_places.MEMORY) or {}
    day = args.get(round_places.DAY_ARG)
    wanted = args.get(round_places.ROUND_ARG)
    zone = args.get(round_places.ZONE_ARG) or _kept(kept, "zone")
    cabinet = desk.mine or _kept(kept, "cabinet")
    return Chosen(
        date.fromisoformat(day) if day else context.today() if wanted else desk.day,
        Round(wanted) if wanted else desk.wanted,
        zone if zone in {one.zone_id for one in desk.zones} else None,
        cabinet or None,
    )


def keep_choice(context: PageContext, chosen: Chosen) -> None:
    """The zone and the cabinet of next time."""
    body = {"zone": chosen.zone_id or "", "cabinet": chosen.cabinet_id or ""}
    context.memory.put(round_places.MEMORY, body)


def to_paper(chosen: Chosen) -> Route:
    """To the sheet that copies from paper, with the same round."""
    args = {round_places.DAY_ARG: chosen.day.isoformat()}
    if chosen.zone_id:
        args[round_places.ZONE_ARG] = chosen.zone_id
    if chosen.wanted is not None:
        args[round_places.ROUND_ARG] = chosen.wanted.value
    return Route(round_places.CATCH_UP, args=args)


def _kept(memory: Mapping[str, object], key: str) -> str:
    return str(memory.get(key) or "")
