"""What a case must be before the clock counts anything: lawful events, days that can be summed."""

from datetime import date
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.articles import VOLUNTARY_LEAVES
from facility_app.modules.stays.domain.case import TermCase, TermEvent
from facility_app.modules.stays.domain.exits import EXIT_CODE_LABELS, pause_of
from facility_app.modules.stays.domain.parameters import TermParameters
from facility_app.modules.stays.domain.types import ADDING_KINDS, DATED_KINDS, EVENT_KIND_LABELS, EventKind
from facility_app.modules.stays.domain.years import (
    FIRST_BIRTH_DAY,
    FIRST_BIRTH_YEAR,
    FIRST_DAY,
    FIRST_YEAR,
    LAST_DAY,
    LAST_YEAR,
    MOST_DAYS,
    MOST_MONTHS,
)


def check_case(case: TermCase, parameters: TermParameters, on: date) -> None:
    """Refuse what cannot be counted lawfully, and days from which nothing can be counted at all.

    Args:
        case: the stay.
        parameters: the law's numbers for the regime of the stay.
        on: the day it is asked for.

    Raises:
        UserError: ``term_months_missing``, ``term_months_range``, ``term_reductions_range``, ``term_date_range``,
            ``term_field_missing``, ``term_span_reversed``, ``term_voluntary_adds``, ``term_reduction_refused``,
            ``term_pause_no_end``.
    """
    _check_days(case, on)
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
    if parameters.reduction_allowed.value:  # otherwise each of them was refused
        _check_reduced(case)


def _check_days(case: TermCase, on: date) -> None:
    born, until, paper = case.born_by, case.custody_until, case.paper
    if not FIRST_DAY <= case.term_start_on <= LAST_DAY:
        raise _out_of_years(case, 0, "term_start_on", case.term_start_on)
    if not FIRST_DAY <= on <= LAST_DAY:
        raise _out_of_years(case, 0, "on", on)
    if born is not None and not FIRST_BIRTH_DAY <= born <= LAST_DAY:
        raise _out_of_years(case, 0, "date_of_birth", born)
    if until is not None and not FIRST_DAY <= until <= LAST_DAY:
        raise _out_of_years(case, 0, "custody_until", until)
    if paper is not None and not FIRST_DAY <= paper.issued_on <= LAST_DAY:
        raise _out_of_years(case, 0, "document.date", paper.issued_on)


def _check_dates(case: TermCase, number: int, event: TermEvent) -> None:
    first, to, paper = event.from_on, event.to_on, event.paper
    if not FIRST_DAY <= first <= LAST_DAY:
        raise _out_of_years(case, number, "on" if event.kind in DATED_KINDS else "from", first)
    if paper is not None and not FIRST_DAY <= paper.issued_on <= LAST_DAY:
        raise _out_of_years(case, number, "document.date", paper.issued_on)
    if to is None:
        return
    if to < first:
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
            first=format_date(first),
            to=format_date(to),
        )
    if to > LAST_DAY:
        raise _out_of_years(case, number, "to", to)


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


def _check_reduced(case: TermCase) -> None:
    """All reductions together stay in the calendar, as each of them does."""
    reduced = [event for event in case.events if event.kind is EventKind.REDUCTION]
    months, days = sum(event.months or 0 for event in reduced), sum(event.days or 0 for event in reduced)
    if months <= MOST_MONTHS and days <= MOST_DAYS:
        return
    raise UserError(
        "term_reductions_range",
        label(
            "errors",
            "{case}: các lần giảm thời hạn cộng lại {months} tháng và {days} ngày; nhiều nhất là {most_months} "
            "tháng và {most_days} ngày. Hãy sửa số được giảm như in trong quyết định.",
        ),
        fields={"months": label("errors", "Cộng lại quá {most_months} tháng hoặc {most_days} ngày")},
        case=_case_name(case),
        months=months,
        days=days,
        most_months=MOST_MONTHS,
        most_days=MOST_DAYS,
    )


DAY_WORDS: Final[dict[str, Label]] = {
    "term_start_on": label("terms", "Ngày bắt đầu chấp hành"),
    "on": label("terms", "Ngày"),
    "date_of_birth": label("terms", "Ngày sinh"),
    "custody_until": label("terms", "Hạn quản lý"),
    "document.date": label("terms", "Ngày của giấy tờ"),
    "from": label("terms", "Ngày bắt đầu"),
    "to": label("terms", "Ngày trở lại"),
}
"""Days of a case in words, by their names in the file of ``term``."""


def _out_of_years(case: TermCase, number: int, field: str, day: date) -> UserError:
    return UserError(
        "term_date_range",
        label(
            "errors",
            "{case}: {what} ({place}) là {day}; phải trong khoảng các năm {first_year} đến {last_year}. Hãy sửa "
            "lại năm.",
        ),
        fields={field: label("errors", "Năm ngoài khoảng {first_year}–{last_year}")},
        case=_case_name(case),
        what=DAY_WORDS[field],
        place=_place(number, field),
        day=format_date(day),
        first_year=FIRST_BIRTH_YEAR if field == "date_of_birth" else FIRST_YEAR,
        last_year=LAST_YEAR,
    )


def _named(case: TermCase, number: int, event: TermEvent) -> dict[str, object]:
    return {"case": _case_name(case), "number": number, "kind": EVENT_KIND_LABELS[event.kind]}


def _case_name(case: TermCase) -> str:
    return case.id or "?"


def _place(number: int, field: str) -> str:
    return f"events[{number}].{field}" if number else field
