"""What decisions a stay rests on, and on which paper the first day of a term stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.domain.years import MOST_MONTHS


class DecisionKind(StrEnum):
    """Loại quyết định, giấy tờ làm căn cứ của một lần cai nghiện."""

    COMPULSORY = "compulsory"
    VOLUNTARY = "voluntary"
    CUSTODY = "custody"
    ASSIGNMENT = "assignment"
    CONTRACT = "contract"
    SUBSTITUTION = "substitution"


DECISION_KIND_LABELS: dict[DecisionKind, Label] = {
    DecisionKind.COMPULSORY: label("terms", "Quyết định đưa đi cai nghiện bắt buộc của Tòa án"),
    DecisionKind.VOLUNTARY: label("terms", "Quyết định cai nghiện tự nguyện (V-22)"),
    DecisionKind.CUSTODY: label("terms", "Quyết định giao quản lý trong thời gian lập hồ sơ (V-32)"),
    DecisionKind.ASSIGNMENT: label("terms", "Quyết định giao cơ sở tiếp nhận"),
    DecisionKind.CONTRACT: label("terms", "Hợp đồng dịch vụ cai nghiện tự nguyện (V-29)"),
    DecisionKind.SUBSTITUTION: label("terms", "Giấy tờ của cơ sở điều trị thay thế"),
}

DECISION_ARTICLES: Final[dict[DecisionKind, str]] = {
    DecisionKind.COMPULSORY: "NĐ 163/2026 Đ108.1",
    DecisionKind.VOLUNTARY: "NĐ 163/2026 Đ91, Đ96.2",
    DecisionKind.CUSTODY: "NĐ 163/2026 Đ98–99",
    DecisionKind.ASSIGNMENT: "Luật PCMT 2025 Đ38.5; NĐ 163/2026 Đ95, Đ106",
    DecisionKind.CONTRACT: "NĐ 163/2026 Đ92.2",
    DecisionKind.SUBSTITUTION: "NĐ 163/2026 Đ89.2",
}

BASE_DECISION: Final[dict[StayType, DecisionKind | None]] = {
    StayType.COMPULSORY_ADULT: DecisionKind.COMPULSORY,
    StayType.COMPULSORY_MINOR: DecisionKind.COMPULSORY,
    StayType.VOLUNTARY_PUBLIC: DecisionKind.VOLUNTARY,
    StayType.VOLUNTARY_PRIVATE: DecisionKind.VOLUNTARY,
    StayType.TEMPORARY: DecisionKind.CUSTODY,
    StayType.HOME_PHASES_AT_FACILITY: DecisionKind.VOLUNTARY,
    StayType.SUBSTITUTION: None,
}
"""The decision a stay of each type rests on; substitution treatment rests on none."""

DECISION_OF: Final[dict[StayType, DecisionKind]] = {
    stay_type: kind or DecisionKind.SUBSTITUTION for stay_type, kind in BASE_DECISION.items()
}
"""What the paper is that is typed when a stay opens; what was typed is kept, needed or not."""


class StartBasis(StrEnum):
    """Căn cứ của ngày bắt đầu chấp hành (law.md §3.2)."""

    HANDOVER = "handover"
    INFORMED = "informed"
    INTAKE_MINUTES = "intake_minutes"
    CUSTODY_DECISION = "custody_decision"
    PRINTED = "printed"
    OFFICER = "officer"


START_BASIS_LABELS: dict[StartBasis, Label] = {
    StartBasis.HANDOVER: label("terms", "Ngày biên bản giao, nhận (V-31, V-42)"),
    StartBasis.INFORMED: label("terms", "Ngày người đứng đầu thông báo quyết định (Đ107.1)"),
    StartBasis.INTAKE_MINUTES: label("terms", "Ngày biên bản tiếp nhận của cơ sở tư nhân (V-24)"),
    StartBasis.CUSTODY_DECISION: label("terms", "Ngày quyết định giao quản lý (V-32)"),
    StartBasis.PRINTED: label("terms", "Ngày in trong quyết định"),
    StartBasis.OFFICER: label("terms", "Cán bộ xác định, có lý do"),
}

DEFAULT_BASIS: Final[dict[StayType, StartBasis]] = {
    StayType.COMPULSORY_ADULT: StartBasis.HANDOVER,
    StayType.COMPULSORY_MINOR: StartBasis.HANDOVER,
    StayType.VOLUNTARY_PUBLIC: StartBasis.HANDOVER,
    StayType.VOLUNTARY_PRIVATE: StartBasis.INTAKE_MINUTES,
    StayType.TEMPORARY: StartBasis.CUSTODY_DECISION,
    StayType.HOME_PHASES_AT_FACILITY: StartBasis.HANDOVER,
    StayType.SUBSTITUTION: StartBasis.HANDOVER,
}


@dataclass(frozen=True, slots=True, repr=False)
class DecisionFacts:
    """What a decision prints.

    Attributes:
        number: số; ``symbol`` the ký hiệu behind it.
        issued_on: ngày ban hành.
        authority: cơ quan ban hành, by its name of that day.
        effective_on: ngày hiệu lực, when printed.
        signatory: người ký.
        decided_months: thời hạn, in months as printed.
        decided_from: printed beginning; ``decided_to`` the printed end.
        subject: về việc.
        received_on: when the facility got it.
    """

    number: str
    issued_on: date | None
    authority: str
    symbol: str = ""
    effective_on: date | None = None
    signatory: str | None = None
    decided_months: int | None = None
    decided_from: date | None = None
    decided_to: date | None = None
    subject: str | None = None
    received_on: date | None = None


def checked_decision(
    typed: DecisionFacts, kind: DecisionKind, today: date, *, needs_months: bool
) -> DecisionFacts:
    """The facts as kept.

    Raises:
        UserError: ``decision_in_future``, ``field_missing``, ``span_reversed``, ``number_out_of_range``,
            ``text_too_long``; ``bad_fields`` for several.
    """
    faults = Faults()
    number = faults.line(
        "number", typed.number, needed=label("errors", "Cần số của quyết định, như in trên giấy.")
    )
    authority = faults.line(
        "authority",
        typed.authority,
        needed=label("errors", "Cần tên cơ quan ban hành, theo tên gọi lúc ban hành."),
    )
    if typed.issued_on is None:
        faults.add("field_missing", "issued_on", label("errors", "Cần ngày ban hành của quyết định."))
    elif typed.issued_on > today:
        faults.add(
            "decision_in_future",
            "issued_on",
            label(
                "errors",
                "Ngày ban hành {issued_on} ở tương lai; quyết định chưa ban hành thì chưa phải "
                "căn cứ ({article}). Hãy sửa ngày như in trên giấy.",
            ),
            issued_on=format_date(typed.issued_on),
            article=DECISION_ARTICLES[kind],
        )
    if needs_months and typed.decided_months is None:
        faults.add("field_missing", "decided_months", label("errors", "Cần số tháng in trong quyết định."))
    faults.amount("decided_months", typed.decided_months, 1, MOST_MONTHS)
    faults.span("decided_to", typed.decided_from, typed.decided_to)
    faults.past_day("received_on", typed.received_on, today)
    made = DecisionFacts(
        number=number or "",
        issued_on=typed.issued_on,
        authority=authority or "",
        symbol=faults.line("symbol", typed.symbol) or "",
        effective_on=typed.effective_on,
        signatory=faults.line("signatory", typed.signatory),
        decided_months=typed.decided_months,
        decided_from=typed.decided_from,
        decided_to=typed.decided_to,
        subject=faults.line("subject", typed.subject),
        received_on=typed.received_on,
    )
    faults.refuse()
    return made
