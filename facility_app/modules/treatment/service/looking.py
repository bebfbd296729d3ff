"""Who looks without treating, and what leaves the screen: each is a deed of its own and stands in the trail."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.modules.stays.api import get_stay
from facility_app.modules.treatment.domain import OPEN_RECORD, READ_VITALS
from facility_app.modules.treatment.queries.record import RecordRows, RecordView


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """Whose record is opened, and why."""

    stay_id: str
    purpose: str = field(repr=False)


def open_record(uow: UnitOfWork, command: OpenRecord) -> RecordView:
    """A whole record without what stands behind the wall of HIV; the look is kept.

    Raises:
        UserError: ``reason_missing``, ``not_found``.
    """
    require(uow, OPEN_RECORD)
    require_reason(command.purpose)
    stay = get_stay(uow, command.stay_id)
    with uow.act("treatment.open_record", reason=command.purpose.strip()) as act:
        act.table, act.record_id = "resident", stay.resident_id
        return RecordRows(uow.session).view(stay.stay_id, stay.resident_id)


@dataclass(frozen=True, slots=True)
class TakeChart:
    """A chart leaves the screen, onto paper or into a file.

    Attributes:
        title: which one; no value stands in it.
    """

    stay_id: str
    title: str


def take_chart(uow: UnitOfWork, command: TakeChart) -> None:
    """Write to the trail that a chart of somebody's health leaves the program.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_VITALS)
    stay = get_stay(uow, command.stay_id)
    with uow.act("treatment.take_chart", reason=command.title) as act:
        act.table, act.record_id = "resident", stay.resident_id
