"""The clock's own warnings, each with its article and the way on."""

from datetime import date

from facility_app.kernel.ages import ADULT_YEARS
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.articles import (
    AGE_OF_TYPE,
    CREDIT_SHRUNK,
    EVENT_ARTICLES,
    FULL_TERM,
    LEAST_AGE,
    PAPER_FOR_ADDED,
    REMAND_SILENT,
    WAIVER_PAPER,
)
from facility_app.modules.stays.domain.case import TermCase
from facility_app.modules.stays.domain.exits import EXIT_CODE_LABELS, ExitCode, exit_article
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.numbers import LegalNumber
from facility_app.modules.stays.domain.types import (
    EVENT_KIND_LABELS,
    STAY_TYPE_LABELS,
    StayType,
    stay_type_article,
)


def _event(case: TermCase, number: int) -> dict[str, object]:
    event = case.events[number - 1]
    return {"number": number, "kind": EVENT_KIND_LABELS[event.kind], "first": format_date(event.from_on)}


def _article(case: TermCase, number: int) -> str:
    return EVENT_ARTICLES[case.legal_regime][case.events[number - 1].kind]


def _term_article(case: TermCase) -> str:
    """What holds somebody until the day of leaving: the whole term, or the type's own rule where there is none."""
    if case.stay_type.has_term:
        return FULL_TERM[case.legal_regime]
    return stay_type_article(case.stay_type, case.legal_regime)


def no_paper(case: TermCase, number: int) -> Finding:
    """Days that would be added have no paper, or one the head has not confirmed."""
    article = f"{_article(case, number)}; {PAPER_FOR_ADDED[case.legal_regime]}"
    if case.events[number - 1].paper is not None:
        unconfirmed = label(
            "warnings",
            "Sự kiện {number} ({kind} từ {first}) có giấy tờ nhưng người đứng đầu cơ sở chưa xác nhận nên không "
            "cộng ngày nào. Người đứng đầu đối chiếu, rồi “Xác nhận” ở bảng Sự kiện.",
        )
        return Finding("paper_unconfirmed", unconfirmed, _event(case, number), article, number)
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} từ {first}) chưa có số, ngày của giấy tờ nên không cộng ngày nào. Hãy ghi số "
        "và ngày "
        "của quyết định rồi tính lại.",
    )
    return Finding(
        "no_paper",
        text,
        _event(case, number),
        article,
        number,
    )


def prison_no_paper(case: TermCase, number: int) -> Finding:
    """The rest is waived, but the judgment is not named."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} từ {first}): phần thời hạn còn lại được miễn, nhưng chưa có số, ngày của bản "
        "án. Hãy "
        "ghi số và ngày của bản án.",
    )
    return Finding("waiver_no_paper", text, _event(case, number), WAIVER_PAPER, number)


def end_unknown(case: TermCase, number: int) -> Finding:
    """Why there is no day of leaving."""
    text = label(
        "warnings",
        "Chưa biết ngày hết hạn: sự kiện {number} ({kind} từ {first}) chưa kết thúc. Ngày hết hạn được tính lại "
        "khi có "
        "ngày trở lại.",
    )
    return Finding("end_unknown", text, _event(case, number), _article(case, number), number)


def remand_undecided(case: TermCase, number: int, earliest: date, latest: date) -> Finding:
    """Nobody has said how a remand counts."""
    text = label(
        "warnings",
        "Chưa biết ngày hết hạn: luật không nói thời gian {kind} từ {first} (sự kiện {number}) tính thế nào. "
        "Người có "
        "thẩm quyền quyết định, có lý do. Nếu tính vào thời hạn: {earliest}; nếu không: {latest}.",
    )
    params = {**_event(case, number), "earliest": format_date(earliest), "latest": format_date(latest)}
    return Finding("remand_undecided", text, params, REMAND_SILENT, number)


def after_end(case: TermCase, number: int) -> Finding:
    """An event that begins when the term is over."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} từ {first}) bắt đầu khi thời hạn đã hết nên không ảnh hưởng. Hãy xem lại ngày.",
    )
    return Finding("event_after_end", text, _event(case, number), FULL_TERM[case.legal_regime], number)


def credit_after_start(case: TermCase, number: int) -> Finding:
    """A credit reaches into the term."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} từ {first}) kéo dài quá ngày bắt đầu chấp hành {start}: phần từ ngày đó đã được "
        "tính là chấp hành, mỗi ngày chỉ tính một lần. Hãy xem lại ngày kết thúc.",
    )
    params = {**_event(case, number), "start": format_date(case.term_start_on)}
    return Finding("credit_after_start", text, params, _article(case, number), number)


def credit_overlapped(case: TermCase, number: int) -> Finding:
    """Something other than an escape overlaps a credit."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} từ {first}) trùng với thời gian quản lý được trừ. Chỉ bỏ trốn có quyết định "
        "truy tìm "
        "mới làm giảm số ngày được trừ; hãy xem lại ngày.",
    )
    return Finding("credit_overlapped", text, _event(case, number), CREDIT_SHRUNK[case.legal_regime], number)


def reduction_large(case: TermCase, number: int, most: LegalNumber) -> Finding:
    """A reduction greater than the greatest."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} ngày {first}) giảm quá {most} tháng. Hãy đối chiếu quyết định của Tòa án.",
    )
    return Finding("reduction_large", text, {**_event(case, number), "most": most.value}, most.article, number)


def act_no_paper(case: TermCase, number: int) -> Finding:
    """An act that shortens the term names no paper; it counts, for doubt favours liberty."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} ngày {first}) đã được tính nhưng chưa có số, ngày của quyết định. Hãy ghi số "
        "và ngày.",
    )
    return Finding("act_no_paper", text, _event(case, number), _article(case, number), number)


def longer_no_paper(case: TermCase, number: int) -> Finding:
    """A decision that lengthens the term names no paper."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} ngày {first}) kéo dài thời hạn nhưng chưa có số, ngày của quyết định nên chưa "
        "được "
        "tính. Hãy ghi số và ngày của quyết định.",
    )
    return Finding("longer_no_paper", text, _event(case, number), PAPER_FOR_ADDED[case.legal_regime], number)


def longer_too_late(case: TermCase, number: int, end: date) -> Finding:
    """A decision that lengthens a term which was already over."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} ngày {first}) kéo dài thời hạn khi thời hạn đã hết ngày {end}: không được tính, "
        "người này phải ra cơ sở từ ngày đó. Hãy báo ngay người đứng đầu cơ sở.",
    )
    return Finding(
        "longer_too_late", text, {**_event(case, number), "end": format_date(end)}, _article(case, number), number
    )


def end_before_act(case: TermCase, number: int, end: date) -> Finding:
    """An act moves the end to a day before itself."""
    text = label(
        "warnings",
        "Theo sự kiện {number} ({kind} ngày {first}), thời hạn đã hết từ {end}: cho ra cơ sở ngay trong ngày có "
        "quyết "
        "định.",
    )
    return Finding(
        "end_before_act", text, {**_event(case, number), "end": format_date(end)}, _article(case, number), number
    )


def exit_odd(case: TermCase, number: int, code: ExitCode) -> Finding:
    """A code that does not fit the type."""
    text = label(
        "warnings",
        "Lý do kết thúc “{code}” không thuộc diện “{type}”. Người này vẫn ra cơ sở; hãy chọn lại lý do cho đúng.",
    )
    params: dict[str, object] = {"code": EXIT_CODE_LABELS[code], "type": STAY_TYPE_LABELS[case.stay_type]}
    return Finding("exit_odd", text, params, exit_article(code, case.legal_regime), number)


def ended_early(case: TermCase, number: int, end: date) -> Finding:
    """Somebody left as having completed before the end."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} ngày {first}) ghi là hoàn thành trước ngày hết hạn {end}. Ra trước hạn cần "
        "giấy tờ "
        "làm căn cứ; hãy xem lại ngày hoặc lý do.",
    )
    return Finding(
        "ended_early",
        text,
        {**_event(case, number), "end": format_date(end)},
        FULL_TERM[case.legal_regime],
        number,
    )


def ended_twice(case: TermCase, number: int) -> Finding:
    """A second end."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind} ngày {first}): đã kết thúc từ trước đó nên không tính. Hãy giữ một sự kiện.",
    )
    return Finding("ended_twice", text, _event(case, number), FULL_TERM[case.legal_regime], number)


def age_odd(case: TermCase, turns_18_on: date) -> Finding:
    """The type says another age than the date of birth."""
    is_minor_type = case.stay_type is StayType.COMPULSORY_MINOR
    grown = label(
        "warnings",
        "Đã đủ 18 tuổi ngày {day}, trước hoặc đúng ngày bắt đầu {start}, nhưng diện là “{type}”. Hãy xem lại.",
    )
    young = label(
        "warnings", "Đến {day} mới đủ 18 tuổi, sau ngày bắt đầu {start}, nhưng diện là “{type}”. Hãy xem lại."
    )
    params: dict[str, object] = {
        "day": format_date(turns_18_on),
        "start": format_date(case.term_start_on),
        "type": STAY_TYPE_LABELS[case.stay_type],
    }
    return Finding("age_odd", grown if is_minor_type else young, params, AGE_OF_TYPE[case.legal_regime])


def age_unsure(case: TermCase, birth_year: int, years: int) -> Finding:
    """Only the year of birth is known, and the age that decides is reached in the very year the term began."""
    text = label(
        "warnings",
        "Chỉ biết năm sinh {birth_year}: vào ngày bắt đầu {start} chưa rõ đã đủ {years} tuổi chưa; khi chưa rõ, "
        "tính ngày sinh là 31/12/{birth_year}. Hãy tìm giấy tờ ghi đủ ngày sinh, rồi sửa ở trang của người này.",
    )
    params: dict[str, object] = {
        "birth_year": birth_year,
        "start": format_date(case.term_start_on),
        "years": years,
    }
    of_age = AGE_OF_TYPE if years == ADULT_YEARS else LEAST_AGE
    return Finding("age_unsure", text, params, of_age[case.legal_regime])


def too_young(case: TermCase) -> Finding:
    """Under twelve: no rule of rehabilitation covers it."""
    text = label(
        "warnings",
        "Chưa đủ 12 tuổi vào ngày bắt đầu {start}: pháp luật không cho đưa vào cơ sở. Hãy báo ngay người đứng "
        "đầu cơ sở.",
    )
    return Finding("too_young", text, {"start": format_date(case.term_start_on)}, LEAST_AGE[case.legal_regime])


def not_resumed(case: TermCase, number: int, rule: LegalNumber, recovered_on: date) -> Finding:
    """After a suspension too little is left to go on."""
    text = label(
        "warnings",
        "Sau {kind} từ {first} (sự kiện {number}), đến ngày {day} thời hạn còn lại dưới {months} tháng: không "
        "phải chấp hành tiếp, ngày {day} là ngày ra cơ sở. Nếu đã nhận trở lại, cho ra ngay.",
    )
    params = {**_event(case, number), "months": rule.value, "day": format_date(recovered_on)}
    return Finding("not_resumed", text, params, rule.article, number)


def past_end(case: TermCase, end: date, days: int) -> Finding:
    """Somebody is still held after the day of leaving."""
    text = label(
        "warnings",
        "Đã quá ngày ra cơ sở {end} là {days} ngày. Nếu người này còn ở cơ sở, cho ra ngay và ghi lý do.",
    )
    params: dict[str, object] = {"end": format_date(end), "days": days}
    return Finding("past_end", text, params, _term_article(case))


def needless(case: TermCase, number: int) -> Finding:
    """An event that says something about a term where there is none."""
    text = label(
        "warnings",
        "Sự kiện {number} ({kind}) nói về thời hạn, trong khi diện “{type}” không có thời hạn; không tính.",
    )
    params = {**_event(case, number), "type": STAY_TYPE_LABELS[case.stay_type]}
    return Finding("no_term_event", text, params, _term_article(case), number)
