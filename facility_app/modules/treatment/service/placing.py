"""Asking for a place for a reason of health: the house learns what it must be, the record alone says why."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.housing.api import NEED_LABELS, NeedKind, RequirePlacement, SavedNeed, require_placement
from facility_app.modules.treatment.domain import ASK_PLACEMENT
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.tables import PlacementReason

MEDICAL_NEEDS = {
    one: NEED_LABELS[one]
    for one in (NeedKind.SEPARATE_ROOM, NeedKind.INFECTION_ROOM, NeedKind.DETOX_ROOM, NeedKind.CARE_ROOM)
}
"""What a place may have to be for a reason of health, with its words."""


@dataclass(frozen=True, slots=True)
class AskPlacement:
    """What somebody's place must be.

    Attributes:
        reason: why; it stays in the medical record.
        until: when the need ends by itself.
        cohort: of an infection room, a mark such as A or B.
    """

    stay_id: str
    need: NeedKind
    reason: str = field(repr=False)
    until: datetime | None = None
    cohort: str | None = field(default=None, repr=False)


def ask_placement(uow: UnitOfWork, command: AskPlacement) -> SavedNeed:
    """Ask the house for a place; it is ended there, where the need stands.

    Raises:
        UserError: ``need_not_medical``, ``field_missing``, ``text_too_long``, ``not_found``; as
            ``require_placement`` and ``ChartSpan.require_open``.
    """
    require(uow, ASK_PLACEMENT)
    faults = Faults()
    reason = faults.note("reason", command.reason)
    if not reason:
        faults.add("field_missing", "reason", label("errors", "Hãy ghi lý do y tế; lý do chỉ ở hồ sơ bệnh án."))
    faults.refuse()
    if command.need not in MEDICAL_NEEDS:
        raise UserError(
            "need_not_medical",
            label("errors", "Yêu cầu chỗ ở này không phải vì lý do y tế. Hãy ghi ở trang Chỗ ở."),
            fields={"need": label("errors", "Hãy chọn loại khác")},
        )
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(None)
    with uow.act("treatment.ask_placement") as act:
        wanted = RequirePlacement(chart.resident_id, command.need, command.until, command.cohort)
        saved = require_placement(uow, wanted)
        made = uow.add(
            PlacementReason(**chart.facts(at), need=command.need.value, need_id=saved.need_id, reason=reason)
        )
        act.about(made)
        uow.session.flush()
        return saved
