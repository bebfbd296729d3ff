"""Văn bản đến: what the register says of a paper that came from outside."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.correspondence.domain.outgoing import AddresseeKind, PaperClass


class ReceivedDoubt(StrEnum):
    """What somebody should look at; nothing is refused for it."""

    REGISTERED_BEFORE = "registered_before"


RECEIVED_DOUBT_LABELS: dict[ReceivedDoubt, Label] = {
    ReceivedDoubt.REGISTERED_BEFORE: label(
        "terms", "Sổ đến đã có văn bản cùng nơi gửi, cùng số và cùng ngày. Hãy xem có phải vào sổ hai lần không."
    ),
}


@dataclass(frozen=True, slots=True)
class ReceivedFacts:
    """What the register of incoming papers says.

    Attributes:
        received_on: the day it arrived.
        sender: tên cơ quan, tổ chức gửi.
        number: số, ký hiệu as printed on it.
        dated_on: ngày văn bản.
        subject: tên loại và trích yếu.
        paper_class: whether the subject may be read in the register by everyone who reads registers.
        about: whom it names, where no file of this facility does.
        routed_to: đơn vị hoặc người nhận để giải quyết.
        answer_by: hạn trả lời.
        form_id: which of the official forms it is; empty for any other paper.
    """

    received_on: date
    sender_kind: AddresseeKind
    sender: str
    subject: str = field(repr=False)
    number: str | None = None
    dated_on: date | None = None
    paper_class: PaperClass = PaperClass.PERSONAL
    about: str | None = field(default=None, repr=False)
    routed_to: str | None = field(default=None, repr=False)
    answer_by: date | None = None
    form_id: str | None = None
    form_version: int | None = None


def checked_received(typed: ReceivedFacts, today: date) -> ReceivedFacts:
    """The facts as kept.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``dated_after_received``, ``answer_before_received``,
            ``text_too_long``, ``bad_fields``, ``broken_text``.
    """
    faults = Faults()
    sender = label("errors", "Thiếu nơi gửi. Hãy ghi tên cơ quan, tổ chức hoặc người gửi.")
    subject = label("errors", "Thiếu trích yếu. Hãy ghi văn bản nói về việc gì.")
    kept = replace(
        typed,
        sender=faults.line("sender", typed.sender, needed=sender) or "",
        subject=faults.note("subject", typed.subject) or "",
        number=faults.line("number", typed.number),
        about=faults.line("about", typed.about),
        routed_to=faults.line("routed_to", typed.routed_to),
    )
    if not kept.subject:
        faults.add("field_missing", "subject", subject)
    faults.past_day("received_on", typed.received_on, today)
    faults.past_day("dated_on", typed.dated_on, today)
    if typed.dated_on is not None and typed.dated_on > typed.received_on:
        faults.add(
            "dated_after_received",
            "dated_on",
            label("errors", "Ngày văn bản đứng sau ngày đến. Hãy xem lại ngày in trên văn bản và ngày đến."),
        )
    if typed.answer_by is not None and typed.answer_by < typed.received_on:
        faults.add(
            "answer_before_received",
            "answer_by",
            label("errors", "Hạn trả lời đứng trước ngày đến. Hãy kiểm tra lại năm."),
        )
    faults.refuse()
    return kept
