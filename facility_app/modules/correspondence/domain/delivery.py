"""Gửi, nhận: the days copies left and arrived; other people's lawful days begin there, so they must agree."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label


class DeliveryMethod(StrEnum):
    """Cách gửi."""

    BY_HAND = "by_hand"
    POST = "post"
    E_DOCUMENT = "e_document"
    EMAIL = "email"
    FAX = "fax"
    OTHER = "other"


DELIVERY_METHOD_LABELS: dict[DeliveryMethod, Label] = {
    DeliveryMethod.BY_HAND: label("terms", "Giao tận tay"),
    DeliveryMethod.POST: label("terms", "Bưu điện"),
    DeliveryMethod.E_DOCUMENT: label("terms", "Trục liên thông văn bản"),
    DeliveryMethod.EMAIL: label("terms", "Thư điện tử"),
    DeliveryMethod.FAX: label("terms", "Fax"),
    DeliveryMethod.OTHER: label("terms", "Cách khác"),
}


@dataclass(frozen=True, slots=True)
class DeliveryFacts:
    """How one addressee's copies went and arrived.

    Attributes:
        tracking_no: number of the postal receipt, say.
        receiver: who signed for it.
    """

    sent_on: date | None = None
    method: DeliveryMethod | None = None
    tracking_no: str | None = None
    received_on: date | None = None
    receiver: str | None = field(default=None, repr=False)


def checked_delivery(typed: DeliveryFacts, issued_on: date, today: date) -> DeliveryFacts:
    """The facts as kept.

    Raises:
        UserError: ``day_out_of_range``, ``sent_before_issued``, ``received_before_sent``, ``text_too_long``,
            ``bad_fields``, ``broken_text``.
    """
    faults = Faults()
    kept = replace(
        typed,
        tracking_no=faults.line("tracking_no", typed.tracking_no),
        receiver=faults.line("receiver", typed.receiver),
    )
    # A paper made the evening before its day may leave on that evening too.
    earliest = min(issued_on, today)
    faults.past_day("sent_on", typed.sent_on, today)
    faults.past_day("received_on", typed.received_on, today)
    for name in ("sent_on", "received_on"):
        day: date | None = getattr(typed, name)
        if day is not None and day < earliest:
            faults.add(
                "sent_before_issued",
                name,
                label("errors", "Ngày này đứng trước ngày ban hành văn bản. Hãy kiểm tra lại."),
            )
    if typed.sent_on is not None and typed.received_on is not None and typed.received_on < typed.sent_on:
        faults.add(
            "received_before_sent",
            "received_on",
            label("errors", "Ngày nhận đứng trước ngày gửi. Hãy kiểm tra lại hai ngày."),
        )
    faults.refuse()
    return kept
