"""What is kept about one person's way to a trade: guidance, talks about jobs, support, how it went afterwards."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money


class Health(StrEnum):
    """Sức khỏe có phù hợp với nghề không."""

    YES = "yes"
    LIMITS = "limits"
    NO = "no"


HEALTH_LABELS: dict[Health, Label] = {
    Health.YES: label("terms", "Phù hợp"),
    Health.LIMITS: label("terms", "Phù hợp có giới hạn"),
    Health.NO: label("terms", "Không phù hợp"),
}


class TalkKind(StrEnum):
    """Hình thức tư vấn việc làm."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    FAIR = "fair"


TALK_KIND_LABELS: dict[TalkKind, Label] = {
    TalkKind.INDIVIDUAL: label("terms", "Tư vấn cá nhân"),
    TalkKind.GROUP: label("terms", "Tư vấn nhóm"),
    TalkKind.FAIR: label("terms", "Phiên giới thiệu việc làm"),
}


class SupportKind(StrEnum):
    """Loại hỗ trợ."""

    LOAN = "loan"
    TOOLS = "tools"
    FEES = "fees"
    PLACEMENT = "placement"
    OTHER = "other"


SUPPORT_KIND_LABELS: dict[SupportKind, Label] = {
    SupportKind.LOAN: label("terms", "Vay vốn"),
    SupportKind.TOOLS: label("terms", "Dụng cụ, phương tiện hành nghề"),
    SupportKind.FEES: label("terms", "Chi phí học nghề"),
    SupportKind.PLACEMENT: label("terms", "Giới thiệu vào làm việc"),
    SupportKind.OTHER: label("terms", "Hỗ trợ khác"),
}


class SupportState(StrEnum):
    """Kết quả của hồ sơ hỗ trợ."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


SUPPORT_STATE_LABELS: dict[SupportState, Label] = {
    SupportState.ASKED: label("terms", "Đã đề nghị"),
    SupportState.GRANTED: label("terms", "Được hỗ trợ"),
    SupportState.REFUSED: label("terms", "Không được hỗ trợ"),
}


class Employment(StrEnum):
    """Tình trạng việc làm (Mẫu số 17 Phụ lục V Nghị định 163/2026)."""

    EMPLOYED = "employed"
    UNSTABLE = "unstable"
    UNEMPLOYED = "unemployed"
    UNKNOWN = "unknown"


EMPLOYMENT_LABELS: dict[Employment, Label] = {
    Employment.EMPLOYED: label("terms", "Có việc làm"),
    Employment.UNSTABLE: label("terms", "Việc làm không ổn định"),
    Employment.UNEMPLOYED: label("terms", "Thất nghiệp"),
    Employment.UNKNOWN: label("terms", "Không liên lạc được"),
}


@dataclass(frozen=True, slots=True)
class GuidanceFacts:
    """Hướng nghiệp: wish, health, level (NĐ 163/2026 Đ87.2).

    Attributes:
        wish: the trade wished for.
        limits: what the person should not do, without any diagnosis.
        level: schooling and skill at hand.
        advice: the trade advised, and why.
    """

    guided_on: date
    wish: str
    health: Health
    level: str
    limits: str | None = field(default=None, repr=False)
    advice: str | None = None
    by_id: str | None = None


@dataclass(frozen=True, slots=True)
class TalkFacts:
    """Tư vấn việc làm; ``vacancy_id`` the job that was talked about."""

    talked_on: date
    kind: TalkKind
    topic: str
    minutes: int | None = None
    vacancy_id: str | None = None
    by_id: str | None = None
    result: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SupportFacts:
    """Vay vốn, hỗ trợ; ``source`` who gives it."""

    asked_on: date
    kind: SupportKind
    state: SupportState
    source: str | None = None
    amount: Money | None = None
    decided_on: date | None = None
    paper_number: str | None = None
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """Kết quả sau khi ra cơ sở: what was found on one day.

    Attributes:
        uses_trade: whether the work is in the trade learnt here.
        told_by: who said so: the person, the family, the commune.
    """

    seen_on: date
    employment: Employment
    job: str | None = None
    employer_id: str | None = None
    uses_trade: bool = False
    told_by: str | None = None
    note: str | None = field(default=None, repr=False)


def checked_guidance(typed: GuidanceFacts, today: date) -> GuidanceFacts:
    """Guidance as kept, or what is wrong with it; limits need words.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``; of several ``bad_fields``.
    """
    faults = Faults()
    faults.past_day("guided_on", typed.guided_on, today)
    wish = faults.line(
        "wish", typed.wish, needed=label("errors", "Cần nguyện vọng học nghề; “không” cũng ghi rõ.")
    )
    level = faults.line("level", typed.level, needed=label("errors", "Cần trình độ hiện có."))
    say = label("errors", "Ghi rõ giới hạn, ví dụ “không mang vác nặng”; không ghi tên bệnh.")
    limits = faults.line("limits", typed.limits, needed=say if typed.health is Health.LIMITS else None)
    advice = faults.line("advice", typed.advice)
    faults.refuse()
    return replace(typed, wish=wish or "", level=level or "", limits=limits, advice=advice)


def checked_talk(typed: TalkFacts, today: date) -> TalkFacts:
    """A talk as kept, or what is wrong with it.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``number_out_of_range``; of several ``bad_fields``.
    """
    faults = Faults()
    faults.past_day("talked_on", typed.talked_on, today)
    topic = faults.line("topic", typed.topic, needed=label("errors", "Cần nội dung tư vấn."))
    faults.amount("minutes", typed.minutes, 1, 600)
    result = faults.note("result", typed.result)
    faults.refuse()
    return replace(typed, topic=topic or "", result=result)


def checked_support(typed: SupportFacts, today: date) -> SupportFacts:
    """Support as kept, or what is wrong with it; what was decided has a day.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``, ``span_reversed``; of several ``bad_fields``.
    """
    faults = Faults()
    faults.past_day("asked_on", typed.asked_on, today)
    faults.past_day("decided_on", typed.decided_on, today)
    faults.span("decided_on", typed.asked_on, typed.decided_on)
    if typed.state is not SupportState.ASKED and typed.decided_on is None:
        faults.add("field_missing", "decided_on", label("errors", "Đã có kết quả thì cần ngày quyết định."))
    if typed.amount is not None and typed.amount <= Money(0):
        faults.add(
            "number_out_of_range", "amount", label("errors", "Số tiền phải lớn hơn 0; không có thì để trống.")
        )
    source, number = faults.line("source", typed.source), faults.line("paper_number", typed.paper_number)
    note = faults.note("note", typed.note)
    faults.refuse()
    return replace(typed, source=source, paper_number=number, note=note)


def checked_outcome(typed: OutcomeFacts, today: date) -> OutcomeFacts:
    """An outcome as kept, or what is wrong with it; a job has a name.

    Raises:
        UserError: ``field_missing``, ``day_out_of_range``; of several ``bad_fields``.
    """
    faults = Faults()
    faults.past_day("seen_on", typed.seen_on, today)
    works = typed.employment in {Employment.EMPLOYED, Employment.UNSTABLE}
    job = faults.line("job", typed.job, needed=label("errors", "Cần tên công việc đang làm.") if works else None)
    told_by, note = faults.line("told_by", typed.told_by), faults.note("note", typed.note)
    faults.refuse()
    return replace(typed, job=job, told_by=told_by, note=note, uses_trade=works and typed.uses_trade)
