"""The pharmacist verifies or refuses an order; the doctor holds it, lets it go on, stops it."""

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import PRESCRIBE, VERIFY_ORDERS
from facility_app.modules.medication.domain.orders import OrderEnd, require_another_person
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.service.standing import DecideOrder, Ordered, Standing


def verify_order(uow: UnitOfWork, command: DecideOrder) -> Ordered:
    """The pharmacist has looked at the order and releases it.

    Raises:
        UserError: ``same_person_twice``, ``order_ended_already``, ``order_verified_already``.
        ConflictError: ``record_changed``.
    """
    require(uow, VERIFY_ORDERS)
    charts = Charts(uow)
    order = Standing.of(charts, command.order_id, command.version)
    found = order.found
    row = found.row
    # An urgent dose comes before the pharmacist: whoever gave it does not release it afterwards.
    others = (row.prescriber_id, *charts.givers(found))
    require_another_person(others, uow.actor.user_id, label("errors", "Duyệt y lệnh"))
    if row.verified_at is not None:
        raise UserError(
            "order_verified_already",
            label("errors", "Y lệnh này {name} đã duyệt rồi. Hãy mở lại danh sách."),
            name=row.verified_name,
        )
    with uow.act("medication.verify_order") as act:
        act.about(row)
        row.verified_at, row.verified_by, row.verified_name = uow.now, uow.actor.user_id, charts.officer()
        uow.session.flush()
        return Ordered(row.id, row.version)


def refuse_order(uow: UnitOfWork, command: DecideOrder) -> Ordered:
    """The pharmacist does not release the order: it ends with the reason.

    Raises:
        UserError: ``reason_missing``, ``order_ended_already``, ``same_person_twice``.
        ConflictError: ``record_changed``.
    """
    require(uow, VERIFY_ORDERS)
    require_reason(command.reason)
    charts = Charts(uow)
    order = Standing.of(charts, command.order_id, command.version)
    found = order.found
    require_another_person((found.row.prescriber_id,), uow.actor.user_id, label("errors", "Duyệt y lệnh"))
    with uow.act("medication.refuse_order", reason=command.reason) as act:
        act.about(found.row)
        return order.end(OrderEnd.REFUSED, command.reason)


def stop_order(uow: UnitOfWork, command: DecideOrder) -> Ordered:
    """The doctor stops an order, with the reason.

    Raises:
        UserError: ``reason_missing``, ``order_ended_already``.
        ConflictError: ``record_changed``.
    """
    require(uow, PRESCRIBE)
    require_reason(command.reason)
    charts = Charts(uow)
    order = Standing.of(charts, command.order_id, command.version)
    found = order.found
    with uow.act("medication.stop_order", reason=command.reason) as act:
        act.about(found.row)
        return order.end(OrderEnd.STOPPED, command.reason)


def hold_order(uow: UnitOfWork, command: DecideOrder) -> Ordered:
    """The doctor pauses an order until it is resumed.

    Raises:
        UserError: ``reason_missing``, ``order_ended_already``, ``order_held_already``.
        ConflictError: ``record_changed``.
    """
    require(uow, PRESCRIBE)
    require_reason(command.reason)
    charts = Charts(uow)
    order = Standing.of(charts, command.order_id, command.version)
    found = order.found
    if found.life.is_held(uow.now):
        raise UserError("order_held_already", label("errors", "Y lệnh này đang tạm ngừng. Hãy mở lại danh sách."))
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    with uow.act("medication.hold_order", reason=command.reason) as act:
        act.about(found.row)
        hold = found.side.hold(
            resident_id=found.row.resident_id,
            order_id=found.row.id,
            from_at=uow.now,
            reason=reason,
            officer_name=charts.officer(),
        )
        uow.add(hold)
        uow.session.flush()
        return Ordered(found.row.id, found.row.version)


def resume_order(uow: UnitOfWork, command: DecideOrder) -> Ordered:
    """The doctor lets a paused order go on.

    Raises:
        UserError: ``order_not_held``, ``order_ended_already``.
        ConflictError: ``record_changed``.
    """
    require(uow, PRESCRIBE)
    charts = Charts(uow)
    order = Standing.of(charts, command.order_id, command.version)
    found = order.found
    hold = charts.open_hold(found)
    if hold is None:
        raise UserError("order_not_held", label("errors", "Y lệnh này không tạm ngừng. Hãy mở lại danh sách."))
    with uow.act("medication.resume_order") as act:
        act.about(found.row)
        hold.to_at = uow.now
        uow.session.flush()
        return Ordered(found.row.id, found.row.version)
