"""Y lệnh thuốc: each version for good, its holds, and what it was ordered against."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.overlap import OVERLAP_MARK, never_overlap
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.faults import CODE_LIMIT, LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.medication.domain.orders import OrderEnd, OrderKind, Route
from facility_app.modules.medication.domain.plan import PLAN_LIMIT
from facility_app.modules.medication.tables.shape import behind_wall, for_good, maybe_row_of, row_of

_WRITTEN = (
    *("resident_id", "stay_id", "chain_id", "version_no", "replaces_id", "medicine_id", "kind", "plan", "route"),
    *("reason", "note", "starts_at", "ends_at", "least_minutes", "most_a_day", "is_urgent", "run_id", "line_key"),
    *("prescriber_id", "prescriber_name"),
)
_ONCE = (
    *("verified_at", "verified_by", "verified_name"),
    *("ended_at", "ended_by", "ended_name", "end_kind", "end_reason"),
)


class OrderFacts(SyncedRecord):
    """One version of an order; a change is a new version.

    Attributes:
        chain_id: the id of the first version; ``version_no`` counts them; ``replaces_id`` the one before.
        plan: days, amounts and times, as ``Plan``.
        reason: what for; needed of a medicine as needed.
        starts_at: the first moment; ``ends_at`` the planned end.
        least_minutes, most_a_day: of a medicine as needed.
        is_urgent: given before the pharmacist verifies it.
        run_id, line_key: the detox protocol it belongs to, and which line of it.
        ended_at: when it was stopped, replaced or refused.
    """

    __abstract__ = True

    resident_id: Mapped[str] = row_of("resident")
    stay_id: Mapped[str] = row_of("stay", index=True)
    chain_id: Mapped[str] = kept(Privacy.CLINICAL, sa.String(ID_LENGTH))
    version_no: Mapped[int] = kept(Privacy.CLINICAL)
    replaces_id: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(ID_LENGTH))
    medicine_id: Mapped[str] = row_of("medicine")
    kind: Mapped[OrderKind] = kept(Privacy.CLINICAL)
    plan: Mapped[str] = kept(Privacy.CLINICAL, sa.String(PLAN_LIMIT))
    route: Mapped[Route] = kept(Privacy.CLINICAL)
    reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    starts_at: Mapped[datetime] = kept(Privacy.CLINICAL, UtcDatetime)
    ends_at: Mapped[datetime | None] = kept(Privacy.CLINICAL, UtcDatetime)
    least_minutes: Mapped[int | None] = kept(Privacy.CLINICAL)
    most_a_day: Mapped[int | None] = kept(Privacy.CLINICAL)
    is_urgent: Mapped[bool] = kept(Privacy.CLINICAL)
    run_id: Mapped[str | None] = maybe_row_of("protocol_run", index=True)
    line_key: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT))
    prescriber_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    prescriber_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    verified_at: Mapped[datetime | None] = kept(Privacy.CLINICAL, UtcDatetime)
    verified_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    verified_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    ended_at: Mapped[datetime | None] = kept(Privacy.CLINICAL, UtcDatetime)
    ended_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    ended_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    end_kind: Mapped[OrderEnd | None] = kept(Privacy.CLINICAL)
    end_reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))


def _order_rules(table: str) -> tuple[object, ...]:
    key = ("home", "chain_id", "version_no")
    return (
        sa.UniqueConstraint(*key),
        sa.CheckConstraint("ends_at IS NULL OR ends_at > starts_at", name="span"),
        sa.CheckConstraint("verified_by IS NULL OR verified_by <> prescriber_id", name="two_people"),
        sa.CheckConstraint("(ended_at IS NULL) = (end_kind IS NULL)", name="end"),
        sa.Index(f"ix_{table}_resident_id_starts_at", "resident_id", "starts_at"),
        # What is still to be looked at: a few thousand rows of many years.
        sa.Index(
            f"ix_{table}_open", "resident_id", sqlite_where=sa.text("ended_at IS NULL AND voided_at IS NULL")
        ),
        for_good(_WRITTEN, once=_ONCE, keys=(key,)),
    )


class MedicineOrder(OrderFacts, Base):
    """An order of a medicine that tells nothing of HIV."""

    __tablename__ = "medicine_order"
    __table_args__ = _order_rules(__tablename__)


@behind_wall
class PrivateMedicineOrder(OrderFacts, Base):
    """An order of a medicine that reveals HIV."""

    __tablename__ = "private_medicine_order"
    __table_args__ = _order_rules(__tablename__)


class HoldFacts(SyncedRecord):
    """Tạm ngừng: a doctor paused an order in ``[from_at, to_at)``."""

    __abstract__ = True

    resident_id: Mapped[str] = row_of("resident", index=True)
    from_at: Mapped[datetime] = kept(Privacy.CLINICAL, UtcDatetime)
    to_at: Mapped[datetime | None] = kept(Privacy.CLINICAL, UtcDatetime)
    reason: Mapped[str] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    officer_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


def _hold_rules() -> tuple[object, ...]:
    made = for_good(("resident_id", "order_id", "from_at", "reason", "officer_name"), once=("to_at",))
    spans = never_overlap(("order_id",), from_="from_at", to="to_at")
    return (
        sa.CheckConstraint("to_at IS NULL OR to_at >= from_at", name="span"),
        {"info": {**made["info"], OVERLAP_MARK: spans["info"][OVERLAP_MARK]}},
    )


class OrderHold(HoldFacts, Base):
    """A hold of an ordinary order."""

    __tablename__ = "order_hold"
    __table_args__ = _hold_rules()

    order_id: Mapped[str] = row_of("medicine_order", index=True)


@behind_wall
class PrivateOrderHold(HoldFacts, Base):
    """A hold of an order that reveals HIV."""

    __tablename__ = "private_order_hold"
    __table_args__ = _hold_rules()

    order_id: Mapped[str] = row_of("private_medicine_order", index=True)


class OverrideFacts(SyncedRecord):
    """What spoke against an order, and why it stands all the same.

    Attributes:
        order_id: the order; of either kind, because what spoke against it may reveal what it does not.
        rule_key: list and code of the rule; ``rule_version`` of it, 0 as it came.
        finding: the sentence shown then.
        reason: the prescriber's; NULL where it was only told.
        second_id: who agreed.
    """

    __abstract__ = True

    resident_id: Mapped[str] = row_of("resident", index=True)
    order_id: Mapped[str] = kept(Privacy.CLINICAL, sa.String(ID_LENGTH), index=True)
    rule_key: Mapped[str] = kept(Privacy.CLINICAL, sa.String(CODE_LIMIT * 2))
    rule_version: Mapped[int] = kept(Privacy.CLINICAL)
    severity: Mapped[int] = kept(Privacy.CLINICAL)
    finding: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    reason: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    second_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    second_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))


def _override_rules() -> tuple[object, ...]:
    columns = ("resident_id", "order_id", "rule_key", "rule_version", "severity", "finding", "reason")
    return (for_good((*columns, "second_id", "second_name")),)


class OrderOverride(OverrideFacts, Base):
    """Of medicines that tell nothing of HIV, both."""

    __tablename__ = "order_override"
    __table_args__ = _override_rules()


@behind_wall
class PrivateOrderOverride(OverrideFacts, Base):
    """Where one of the two medicines reveals HIV."""

    __tablename__ = "private_order_override"
    __table_args__ = _override_rules()
