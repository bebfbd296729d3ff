"""An order that stands: what is asked before it is changed, and how it ends."""

from dataclasses import dataclass, field

from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.checks import Finding
from facility_app.modules.medication.domain.orders import OrderEnd
from facility_app.modules.medication.queries.charts import Charts, OrderFact


@dataclass(frozen=True, slots=True)
class DecideOrder:
    """A decision about an order as it stands; ``reason`` where it is asked for."""

    order_id: str
    version: int
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Ordered:
    """What became of it; ``findings`` are all warnings shown, those that only warn too."""

    order_id: str
    version: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """One order within a verb."""

    charts: Charts
    found: OrderFact

    @classmethod
    def of(cls, charts: Charts, order_id: str, version: int) -> "Standing":
        """The order, unless it has ended.

        Raises:
            UserError: ``not_found``, ``order_ended_already``.
            ConflictError: ``record_changed``.
        """
        found = charts.order(order_id, version)
        if found.life.until is not None and found.life.until <= charts.uow.now:
            raise UserError(
                "order_ended_already",
                label("errors", "Y lệnh này đã kết thúc. Hãy mở lại danh sách; cần thì ra y lệnh mới."),
            )
        return cls(charts, found)

    def end(self, kind: OrderEnd, reason: str) -> Ordered:
        """It ends now."""
        uow, row = self.charts.uow, self.found.row
        faults = Faults()
        kept = faults.line("reason", reason)
        faults.refuse()
        hold = self.charts.open_hold(self.found)
        if hold is not None:
            hold.to_at = uow.now
        row.ended_at, row.ended_by, row.ended_name = uow.now, uow.actor.user_id, self.charts.officer()
        row.end_kind, row.end_reason = kind, kept
        uow.session.flush()
        return Ordered(row.id, row.version)
