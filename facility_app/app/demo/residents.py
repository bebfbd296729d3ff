"""Residents of the demo, written by the slice's own verbs."""

from collections.abc import Sequence

from facility_app.app.demo.people import Fiction
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.labels import label
from facility_app.modules.residents.service.roster import RosterLine, TakeOverRoster, take_over_roster

SOURCE = label("cli", "danh sách giả định để dùng thử")


def write_residents(uow: UnitOfWork, people: Sequence[Fiction]) -> tuple[str, ...]:
    """Write people down with everything known on arrival, as a list taken over; answers their ids."""
    return take_over_roster(uow, TakeOverRoster(tuple(_line(one) for one in people), SOURCE))


def _line(one: Fiction) -> RosterLine:
    return RosterLine(
        one.person,
        one.aliases,
        one.papers,
        one.addresses,
        one.relatives,
        one.substances,
        one.rehabs,
        one.alerts,
    )
