"""The gate: what is still open, where its cure is, and that nothing stops anybody from the day of leaving."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.discharge.domain.law import TERM_ARTICLES, ReleaseLaw

CASE_PAGE: Final = "discharge.case"
"""The page of one release; its record is the stay."""


@dataclass(frozen=True, slots=True)
class GateItem:
    """One thing still open.

    Attributes:
        code: stable ASCII name.
        text: what is missing, with ``{name}`` placeholders.
        params: their values.
        page: the page of its cure; ``record`` what it opens there, ``tab`` which part of it.
        article: what asks for it.
        stops_exit: whether nobody leaves without it before the end; from the day of leaving never.
    """

    code: str
    text: Label
    params: dict[str, object] = field(default_factory=dict, repr=False)
    page: str = ""
    record: str = ""
    article: str = ""
    stops_exit: bool = False
    tab: str = ""

    @property
    def message(self) -> str:
        """The sentence in Vietnamese, filled in."""
        return self.text.format(**self.params)


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What the gate of one stay is asked with.

    Attributes:
        stay_id: the stay.
        law: what its type ends with.
        leave_by: the day of leaving; None while nobody can say.
        exited_on: the day out; None while inside.
        is_monitored: whether monitoring covers the person.
        needs_social_protection: whether the person goes to a social-protection facility.
        was_recorded: which steps are done, by the codes of ``STEPS``.
        regime: the law of the stay, whose article is named.
        has_plan_paper: whether V-19 was printed, though nothing of the plan is written: an empty form.
    """

    stay_id: str
    law: ReleaseLaw
    leave_by: date | None
    exited_on: date | None
    is_monitored: bool
    needs_social_protection: bool
    was_recorded: frozenset[str]
    regime: LegalRegime
    has_plan_paper: bool = False


RESIDENCE: Final = "residence"
NOTICE: Final = "notice"
NOTICE_UNRECEIVED: Final = "notice_unreceived"
PLAN: Final = "reintegration_plan"
SOCIAL: Final = "social_protection"
EXAMINATION: Final = "examination"
POST_REHAB: Final = "post_rehab"
MONITORING: Final = "monitoring"
DEVICE: Final = "device"
CERTIFICATE: Final = "certificate"
RECEIPT: Final = "receipt"
BELONGINGS: Final = "belongings"
EARLY: Final = "before_end"
UNKNOWN_END: Final = "end_unknown"

STEPS: Final = (
    RESIDENCE,
    NOTICE,
    NOTICE_UNRECEIVED,
    PLAN,
    SOCIAL,
    EXAMINATION,
    POST_REHAB,
    MONITORING,
    DEVICE,
    CERTIFICATE,
    RECEIPT,
    BELONGINGS,
)
"""What a release consists of, in the order of the days."""

STEP_LABELS: Final[dict[str, Label]] = {
    RESIDENCE: label("discharge", "Chưa xác định nơi cư trú và Công an cấp xã sau khi ra cơ sở"),
    NOTICE: label("discharge", "Chưa gửi thông báo chuẩn bị hoàn thành (V-51)"),
    NOTICE_UNRECEIVED: label("discharge", "Chưa ghi ngày Công an cấp xã nhận thông báo V-51"),
    PLAN: label("discharge", "Chưa có kế hoạch tái hòa nhập cộng đồng (V-19)"),
    SOCIAL: label("discharge", "Chưa gửi hồ sơ đề nghị vào cơ sở bảo trợ xã hội"),
    EXAMINATION: label("discharge", "Chưa ghi khám, đánh giá sức khỏe trước khi ra cơ sở"),
    POST_REHAB: label("discharge", "Chưa nhận quyết định quản lý sau cai nghiện (V-53)"),
    MONITORING: label("discharge", "Chưa nhận quyết định giám sát điện tử (I-02)"),
    DEVICE: label("discharge", "Chưa gắn thiết bị giám sát điện tử (I-03, I-04)"),
    CERTIFICATE: label("discharge", "Chưa cấp giấy xác nhận ({form})"),
    RECEIPT: label("discharge", "Chưa lập biên bản giao nhận (V-23)"),
    BELONGINGS: label("discharge", "Chưa ghi trả tiền, đồ vật, văn bằng; tiền tàu xe, tiền ăn, một bộ quần áo"),
}
PLAN_BLANK: Final = label(
    "discharge", "Kế hoạch tái hòa nhập cộng đồng (V-19) mới in mẫu trống, chưa ghi nội dung"
)
DEVICE_PRIVATE: Final = label("discharge", "Chưa ghi việc Công an cấp xã gắn thiết bị giám sát điện tử")

STEP_ARTICLES: Final[dict[str, str]] = {
    RESIDENCE: "NĐ 163/2026 Đ123.1; Luật PCMT 2025 Đ42.3",
    NOTICE_UNRECEIVED: "NĐ 163/2026 Đ134.1",
    PLAN: "NĐ 163/2026 Đ88.5",
    SOCIAL: "NĐ 163/2026 Đ124.1",
    EXAMINATION: "NĐ 163/2026 Đ88.1",
    POST_REHAB: "Luật PCMT 2025 Đ42; NĐ 163/2026 Đ134",
    MONITORING: "NĐ 163/2026 Đ15, Đ16.2",
    DEVICE: "NĐ 163/2026 Đ16.3, Đ17.4",
    RECEIPT: "NĐ 163/2026 Đ94.3, Đ97.2, Đ123.2",
}


STEP_ROLES: Final[dict[str, tuple[Role, ...]]] = {
    RESIDENCE: (Role.DISCHARGE, Role.COUNSELLOR),
    NOTICE: (Role.DISCHARGE, Role.CLERK),
    NOTICE_UNRECEIVED: (Role.CLERK,),
    PLAN: (Role.COUNSELLOR, Role.DISCHARGE),
    SOCIAL: (Role.DISCHARGE, Role.CLERK),
    EXAMINATION: (Role.DOCTOR, Role.CHIEF_NURSE),
    POST_REHAB: (Role.DISCHARGE,),
    MONITORING: (Role.DISCHARGE,),
    DEVICE: (Role.DISCHARGE, Role.HEAD),
    CERTIFICATE: (Role.HEAD, Role.DISCHARGE),
    RECEIPT: (Role.DISCHARGE,),
    BELONGINGS: (Role.DISCHARGE,),
}
"""Who does what is still open, the first one first; items of other slices come to discharge."""


def own_items(facts: GateFacts, on: date) -> tuple[GateItem, ...]:
    """What this slice itself sees open, in the order of the days.

    Args:
        facts: the stay.
        on: the day asked for.
    """
    found = [*_before_end(facts, on)]
    found += [
        GateItem(
            step,
            _text(facts, step),
            {"form": facts.law.certificate} if step == CERTIFICATE else {},
            CASE_PAGE,
            facts.stay_id,
            _article(facts, step),
        )
        for step in STEPS
        if step not in facts.was_recorded and _is_owed(facts, step)
    ]
    return tuple(found)


def freed(items: tuple[GateItem, ...], leave_by: date | None, on: date) -> tuple[GateItem, ...]:
    """From the day of leaving nothing stops the exit, whoever says so."""
    if leave_by is None or on < leave_by:
        return items
    return tuple(replace(one, stops_exit=False) for one in items)


def _before_end(facts: GateFacts, on: date) -> Iterator[GateItem]:
    if facts.exited_on is not None:
        return
    article = TERM_ARTICLES[facts.regime]
    if facts.leave_by is None:
        text = label(
            "discharge", "Chưa biết ngày ra cơ sở: chỉ cho ra khi có quyết định, giấy tờ cho ra; ghi số và ngày"
        )
        yield GateItem(
            UNKNOWN_END, text, {}, CASE_PAGE, facts.stay_id, TERM_ARTICLES[facts.regime], stops_exit=True
        )
    elif on < facts.leave_by:
        text = label(
            "discharge", "Chưa đến ngày ra cơ sở {day}: cho ra trước ngày đó phải có số, ngày của giấy tờ cho ra"
        )
        params: dict[str, object] = {"day": format_date(facts.leave_by)}
        yield GateItem(EARLY, text, params, CASE_PAGE, facts.stay_id, article, stops_exit=True)


def _is_owed(facts: GateFacts, step: str) -> bool:
    law = facts.law
    owed = {
        RESIDENCE: law.has_after_care,
        NOTICE: bool(law.notice_article),
        NOTICE_UNRECEIVED: bool(law.notice_article) and NOTICE in facts.was_recorded,
        PLAN: law.has_after_care,
        SOCIAL: facts.needs_social_protection,
        EXAMINATION: law.has_after_care,
        POST_REHAB: law.has_after_care,
        MONITORING: facts.is_monitored,
        DEVICE: facts.is_monitored,
        CERTIFICATE: bool(law.certificate),
        RECEIPT: bool(law.certificate),
        BELONGINGS: True,
    }
    return owed[step]


def _text(facts: GateFacts, step: str) -> Label:
    if step == PLAN and facts.has_plan_paper:
        return PLAN_BLANK
    return DEVICE_PRIVATE if step == DEVICE and facts.law.is_private else STEP_LABELS[step]


def _article(facts: GateFacts, step: str) -> str:
    law = facts.law
    own = {NOTICE: law.notice_article, CERTIFICATE: law.certificate_article, BELONGINGS: law.return_article}
    return own.get(step) or STEP_ARTICLES[step]
