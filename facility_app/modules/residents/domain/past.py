"""What lies behind somebody: substances used, rehab done before, convictions and sanctions (V-17 IV, V-33 III)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.modules.residents.domain.faults import EARLIEST, Faults

_DAYS: Final = 30


class RehabKind(StrEnum):
    """Hình thức của lần cai nghiện, điều trị, quản lý trước đây."""

    COMPULSORY = "compulsory"
    VOLUNTARY = "voluntary"
    SUBSTITUTION = "substitution"
    POST_REHAB = "post_rehab"
    OTHER = "other"


REHAB_KIND_LABELS: dict[RehabKind, Label] = {
    RehabKind.COMPULSORY: label("terms", "Cai nghiện bắt buộc"),
    RehabKind.VOLUNTARY: label("terms", "Cai nghiện tự nguyện"),
    RehabKind.SUBSTITUTION: label("terms", "Điều trị bằng thuốc thay thế"),
    RehabKind.POST_REHAB: label("terms", "Quản lý sau cai nghiện"),
    RehabKind.OTHER: label("terms", "Hình thức khác"),
}


class LegalRecordKind(StrEnum):
    """Loại tiền án, tiền sự (mẫu III-05)."""

    DRUG_CONVICTION = "drug_conviction"
    DRUG_SANCTION = "drug_sanction"
    OTHER_CONVICTION = "other_conviction"
    OTHER_SANCTION = "other_sanction"


LEGAL_RECORD_KIND_LABELS: dict[LegalRecordKind, Label] = {
    LegalRecordKind.DRUG_CONVICTION: label("terms", "Tiền án về ma túy"),
    LegalRecordKind.DRUG_SANCTION: label("terms", "Vi phạm hành chính về ma túy"),
    LegalRecordKind.OTHER_CONVICTION: label("terms", "Tiền án khác"),
    LegalRecordKind.OTHER_SANCTION: label("terms", "Vi phạm hành chính khác"),
}


@dataclass(frozen=True, slots=True, repr=False)
class SubstanceUse:
    """Quá trình sử dụng một loại ma túy.

    Attributes:
        substance: code of the list of substances.
        route: code of the list of routes (1 uống, 2 hít, 3 hút, 4 tiêm tĩnh mạch).
        other_text: its name in the person's words, or what an unlisted one is.
        first_year: first use; likewise ``first_age`` where only the age is remembered.
        last_on: last use.
        days_in_30: days of use in the last 30 before intake; 0 is not "unknown".
        amount_text: amount a day, as told.
        cost_vnd: money a day.
        is_main: whether the main substance.
    """

    substance: str
    route: str | None = None
    other_text: str | None = None
    first_year: int | None = None
    first_age: int | None = None
    last_on: date | None = None
    days_in_30: int | None = None
    amount_text: str | None = None
    cost_vnd: Money | None = None
    is_main: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Rehab:
    """Lần cai nghiện, điều trị, quản lý trước đây.

    Attributes:
        place: code of the list of places of V-17.
        method: code of the list of methods of V-17.
        place_text: name of the facility or commune.
        decision_no: of a compulsory or after-care decision, with ``decision_on`` and ``decided_by``.
        outcome: how it ended.
    """

    kind: RehabKind
    place: str | None = None
    method: str | None = None
    place_text: str | None = None
    from_on: date | None = None
    until_on: date | None = None
    decision_no: str | None = None
    decision_on: date | None = None
    decided_by: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class LegalRecord:
    """Tiền án, tiền sự."""

    kind: LegalRecordKind
    offence: str
    decision_no: str | None = None
    decided_on: date | None = None
    decided_by: str | None = None
    penalty: str | None = None
    served_on: date | None = None


def checked_substance_use(typed: SubstanceUse, today: date) -> SubstanceUse:
    """The use as kept.

    Raises:
        UserError: ``substance_missing``, ``first_use_twice``, ``number_out_of_range``, ``bad_fields``.
    """
    faults = Faults()
    substance = faults.code("substance", typed.substance)
    if substance is None:
        faults.add(
            "substance_missing",
            "substance",
            label("errors", "Hãy chọn loại ma túy; không rõ thì chọn “không rõ”."),
        )
    if typed.first_year is not None and typed.first_age is not None:
        faults.add(
            "first_use_twice",
            "first_age",
            label("errors", "Chỉ ghi năm hoặc tuổi lần đầu sử dụng, không ghi cả hai."),
        )
    kept = replace(
        typed,
        substance=substance or "",
        route=faults.code("route", typed.route),
        other_text=faults.line("other_text", typed.other_text),
        first_year=faults.amount("first_year", typed.first_year, EARLIEST.year, today.year),
        first_age=faults.amount("first_age", typed.first_age, 1, 120),
        last_on=faults.past_day("last_on", typed.last_on, today),
        days_in_30=faults.amount("days_in_30", typed.days_in_30, 0, _DAYS),
        amount_text=faults.line("amount_text", typed.amount_text),
        note=faults.note("note", typed.note),
    )
    faults.refuse()
    return kept


def checked_rehab(typed: Rehab, today: date) -> Rehab:
    """The earlier rehab as kept.

    Raises:
        UserError: ``day_out_of_range``, ``span_reversed``, ``bad_fields``.
    """
    faults = Faults()
    kept = replace(
        typed,
        place=faults.code("place", typed.place),
        method=faults.code("method", typed.method),
        place_text=faults.line("place_text", typed.place_text),
        from_on=faults.past_day("from_on", typed.from_on, today),
        until_on=faults.past_day("until_on", typed.until_on, today),
        decision_no=faults.line("decision_no", typed.decision_no),
        decision_on=faults.past_day("decision_on", typed.decision_on, today),
        decided_by=faults.line("decided_by", typed.decided_by),
        outcome=faults.line("outcome", typed.outcome),
    )
    faults.span("until_on", kept.from_on, kept.until_on)
    faults.refuse()
    return kept


def checked_legal_record(typed: LegalRecord, today: date) -> LegalRecord:
    """The record as kept.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``span_reversed``, ``bad_fields``.
    """
    faults = Faults()
    missing = label("errors", "Hãy ghi tội danh hoặc hành vi vi phạm.")
    kept = replace(
        typed,
        offence=faults.line("offence", typed.offence, needed=missing) or "",
        decision_no=faults.line("decision_no", typed.decision_no),
        decided_on=faults.past_day("decided_on", typed.decided_on, today),
        decided_by=faults.line("decided_by", typed.decided_by),
        penalty=faults.line("penalty", typed.penalty),
        served_on=faults.past_day("served_on", typed.served_on, today),
    )
    faults.span("served_on", kept.decided_on, kept.served_on)
    faults.refuse()
    return kept
