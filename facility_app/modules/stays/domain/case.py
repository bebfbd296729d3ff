"""What the clock is told: one stay on plain values, checked before anything is counted."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.articles import VOLUNTARY_LEAVES
from facility_app.modules.stays.domain.exits import EXIT_CODE_LABELS, ExitCode, pause_of
from facility_app.modules.stays.domain.parameters import TermParameters
from facility_app.modules.stays.domain.types import (
    ADDING_KINDS,
    DATED_KINDS,
    EVENT_KIND_LABELS,
    CountsAs,
    EventKind,
    StayType,
)

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
MOST_MONTHS: Final = 600
MOST_DAYS: Final = 20_000
"""No term is near these; beyond them a slip of the keyboard is meant, and the calendar would run out."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Giấy tờ làm căn cứ.

    Attributes:
        number: số, ký hiệu.
        issued_on: ngày ban hành.
    """

    number: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class TermEvent:
    """One thing that happened to a term.

    Attributes:
        kind: what.
        from_on: its first day; for what happens on one day, that day.
        to_on: the day of being back, itself a day inside; None while it lasts and for what has no span.
        paper: the paper it rests on.
        decided_months: of a changed decision.
        months: of a reduction.
        days: of a reduction.
        exit_code: of an end.
        counts_as: how an officer decided that a remand counts; None until somebody has.
    """

    kind: EventKind
    from_on: date
    to_on: date | None = None
    paper: Paper | None = None
    decided_months: int | None = None
    months: int | None = None
    days: int | None = None
    exit_code: ExitCode | None = None
    counts_as: CountsAs | None = None


@dataclass(frozen=True, slots=True)
class TermCase:
    """One stay as the clock sees it.

    Attributes:
        id: what refusals call it.
        legal_regime: the law it is finished under.
        stay_type: its type.
        term_start_on: ngày bắt đầu chấp hành; of temporary management the day of decision V-32 (Đ98.3).
        decided_months: as the decision prints them; None where the type has no term.
        events: in any order.
        date_of_birth: None when unknown.
        paper: the decision.
        custody_until: the limit V-32 prints for temporary management, a day of leaving.
    """

    id: str
    legal_regime: LegalRegime
    stay_type: StayType
    term_start_on: date
    decided_months: int | None = None
    events: tuple[TermEvent, ...] = ()
    date_of_birth: date | None = None
    paper: Paper | None = None
    custody_until: date | None = None


def check_case(case: TermCase, parameters: TermParameters) -> None:
    """Refuse what cannot be counted lawfully.

    Raises:
        UserError: ``term_months_missing``, ``term_months_range``, ``term_date_range``, ``term_field_missing``,
            ``term_span_reversed``, ``term_voluntary_adds``, ``term_reduction_refused``, ``term_pause_no_end``.
    """
    if case.term_start_on.year < FIRST_YEAR or case.term_start_on.year > LAST_YEAR:
        raise _out_of_calendar(case, 0, "term_start_on", case.term_start_on)
    if case.stay_type.has_term:
        _check_months(case, 0, case.decided_months)
    for number, event in enumerate(case.events, 1):
        _check_dates(case, number, event)
        if event.kind in ADDING_KINDS:
            if case.stay_type.is_voluntary:
                raise _voluntary_adds(case, number, event)
        elif event.kind in DATED_KINDS:
            _check_dated(case, number, event, parameters)
        elif event.kind is EventKind.TEMPORARY_MANAGEMENT_CREDIT and event.to_on is None:
            raise _missing(case, number, event, "to")


def _check_dates(case: TermCase, number: int, event: TermEvent) -> None:
    if event.from_on.year < FIRST_YEAR or event.from_on.year > LAST_YEAR:
        raise _out_of_calendar(case, number, "from", event.from_on)
    if event.to_on is None:
        return
    if event.to_on < event.from_on:
        raise UserError(
            "term_span_reversed",
            label(
                "errors",
                "{case}: sự kiện {number} ({kind}) có ngày trở lại {to} trước ngày bắt đầu {first}. Ngày trở lại "
                "là "
                "ngày đã có mặt ở cơ sở nên không thể sớm hơn ngày đi. Hãy sửa một trong hai ngày.",
            ),
            fields={"to": label("errors", "Sớm hơn ngày bắt đầu {first}")},
            **_named(case, number, event),
            first=format_date(event.from_on),
            to=format_date(event.to_on),
        )
    if event.to_on.year > LAST_YEAR:
        raise _out_of_calendar(case, number, "to", event.to_on)


def _check_dated(case: TermCase, number: int, event: TermEvent, parameters: TermParameters) -> None:
    if event.kind is EventKind.REDUCTION:
        _check_reduction(case, number, event, parameters)
    elif event.kind is EventKind.DECISION_CHANGED:
        _check_months(case, number, event.decided_months)
    else:
        _check_end(case, number, event, parameters)


def _check_reduction(case: TermCase, number: int, event: TermEvent, parameters: TermParameters) -> None:
    allowed = parameters.reduction_allowed
    if not allowed.value:
        raise UserError(
            "term_reduction_refused",
            label(
                "errors",
                "{case}: sự kiện {number} ({kind}) không áp dụng: luật của đợt cai nghiện này không có giảm thời "
                "hạn "
                "({article}). Hãy bỏ sự kiện này, hoặc sửa chế độ luật nếu quyết định có trước 01/07/2026.",
            ),
            fields={"kind": label("errors", "Không có giảm thời hạn ({article})")},
            **_named(case, number, event),
            article=allowed.article,
        )
    if (event.months is None) == (event.days is None):
        raise _missing(case, number, event, "months")
    size, most = (event.days or 0, MOST_DAYS) if event.months is None else (event.months, MOST_MONTHS)
    if not 1 <= size <= most:
        raise _bad_number(case, number, "days" if event.months is None else "months", size, most)


def _check_end(case: TermCase, number: int, event: TermEvent, parameters: TermParameters) -> None:
    if event.exit_code is None:
        raise _missing(case, number, event, "exit_code")
    pause = pause_of(event.exit_code, prison_keeps_remainder=bool(parameters.prison_keeps_remainder.value))
    if pause is not None:
        raise UserError(
            "term_pause_no_end",
            label(
                "errors",
                "{case}: sự kiện {number}: “{code}” chỉ làm gián đoạn, không kết thúc thời hạn. Hãy ghi thành sự "
                "kiện "
                "“{pause}” với ngày bắt đầu và ngày trở lại.",
            ),
            fields={"exit_code": label("errors", "Không phải lý do kết thúc")},
            **_named(case, number, event),
            code=EXIT_CODE_LABELS[event.exit_code],
            pause=EVENT_KIND_LABELS[pause],
        )


def _check_months(case: TermCase, number: int, months: int | None) -> None:
    if months is None:
        raise UserError(
            "term_months_missing",
            label(
                "errors",
                "{case}: thiếu số tháng của quyết định ({place}). Diện này có thời hạn: hãy ghi số tháng in trong "
                "quyết định.",
            ),
            fields={"decided_months": label("errors", "Cần số tháng in trong quyết định")},
            case=_case_name(case),
            place=_place(number, "decided_months"),
        )
    if not 1 <= months <= MOST_MONTHS:
        raise _bad_number(case, number, "decided_months", months, MOST_MONTHS)


def _bad_number(case: TermCase, number: int, field: str, value: int, most: int) -> UserError:
    return UserError(
        "term_months_range",
        label(
            "errors",
            "{case}: {place} là {value}; phải là số nguyên từ 1 đến {most}. Hãy ghi đúng số in trong quyết định.",
        ),
        fields={field: label("errors", "Phải từ 1 đến {most}")},
        case=_case_name(case),
        place=_place(number, field),
        value=value,
        most=most,
    )


def _voluntary_adds(case: TermCase, number: int, event: TermEvent) -> UserError:
    return UserError(
        "term_voluntary_adds",
        label(
            "errors",
            "{case}: sự kiện {number} ({kind}) không áp dụng cho người cai nghiện tự nguyện: rời cơ sở không lý "
            "do là "
            "tự ý chấm dứt ({article}), không cộng thêm ngày nào. Hãy ghi sự kiện kết thúc với lý do "
            "SELF_TERMINATED.",
        ),
        fields={"kind": label("errors", "Không áp dụng cho diện tự nguyện ({article})")},
        **_named(case, number, event),
        article=VOLUNTARY_LEAVES[case.legal_regime],
    )


def _missing(case: TermCase, number: int, event: TermEvent, field: str) -> UserError:
    return UserError(
        "term_field_missing",
        FIELD_NEEDED[field],
        fields={field: label("errors", "Cần có")},
        **_named(case, number, event),
    )


FIELD_NEEDED: Final[dict[str, Label]] = {
    "to": label(
        "errors",
        "{case}: sự kiện {number} ({kind}) thiếu ngày kết thúc “to”. Thời gian được trừ nằm trước ngày bắt đầu "
        "chấp "
        "hành nên phải có ngày kết thúc.",
    ),
    "months": label(
        "errors",
        "{case}: sự kiện {number} ({kind}) cần đúng một trong hai: số tháng “months” hoặc số ngày “days” được "
        "giảm.",
    ),
    "exit_code": label(
        "errors", "{case}: sự kiện {number} ({kind}) thiếu lý do kết thúc “exit_code”. Hãy chọn một lý do."
    ),
}
"""What an event lacks, by the field."""


def _out_of_calendar(case: TermCase, number: int, field: str, day: date) -> UserError:
    return UserError(
        "term_date_range",
        label(
            "errors",
            "{case}: {place} là ngày {day}; phải trong khoảng các năm {first} đến {last}. Hãy sửa lại năm.",
        ),
        fields={field: label("errors", "Năm ngoài khoảng {first}–{last}")},
        case=_case_name(case),
        place=_place(number, field),
        day=format_date(day),
        first=FIRST_YEAR,
        last=LAST_YEAR,
    )


def _named(case: TermCase, number: int, event: TermEvent) -> dict[str, object]:
    return {"case": _case_name(case), "number": number, "kind": EVENT_KIND_LABELS[event.kind]}


def _case_name(case: TermCase) -> str:
    return case.id or "?"


def _place(number: int, field: str) -> str:
    return f"events[{number}].{field}" if number else field
