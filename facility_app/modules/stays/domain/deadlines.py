"""Deadlines of law.md §15 as data: what an open stay owes, when, by which article, to whom."""

from datetime import date, timedelta
from typing import Final

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import add_months, format_date
from facility_app.kernel.labels import label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.articles import AGE_OF_TYPE
from facility_app.modules.stays.domain.due import Deadline, StayFacts, Workdays, check_facts
from facility_app.modules.stays.domain.parameters import DeadlineParameters, StageParameters, TermParameters
from facility_app.modules.stays.domain.runway import runway
from facility_app.modules.stays.domain.types import EVENT_KIND_LABELS, EventKind, StayType

ADMISSION_STAGE: Final = label("tasks", "Hoàn thành giai đoạn 1: tiếp nhận, phân loại, lập kế hoạch (V-17, V-18)")
HEALTH_CHECK: Final = label("tasks", "Khám sức khỏe định kỳ")
TRANSFER_18: Final = label("tasks", "Đủ 18 tuổi ngày {day}: đề nghị chuyển đến cơ sở cai nghiện công lập")
TRANSFER_18_BY: Final = label(
    "tasks",
    "Đủ 18 tuổi trong năm {year}, chậm nhất {day} (chỉ biết năm sinh {birth_year}): đề nghị chuyển đến cơ sở cai "
    "nghiện công lập",
)
BIRTH_DATE: Final = label(
    "tasks",
    "Chỉ biết năm sinh {birth_year}; trong năm {year} người này đủ 18 tuổi: tìm giấy tờ ghi đủ ngày sinh. Khi "
    "chưa có, tính là {day}",
)
CUSTODY_LIMIT: Final = label(
    "tasks", "Hết thời hạn quản lý {day}: phải có quyết định của Tòa án, nếu không cho ra"
)
REMAND: Final = label("tasks", "Quyết định cách tính thời gian tạm giữ, tạm giam, có lý do")
PAPER: Final = label(
    "tasks", "Bổ sung số, ngày của giấy tờ về {kind} để người đứng đầu xác nhận; chưa có thì không cộng ngày nào"
)
CONFIRM: Final = label(
    "tasks", "Đối chiếu, xác nhận giấy tờ về {kind} ({article}); chưa xác nhận thì không cộng ngày nào"
)


def stay_deadlines(
    facts: StayFacts,
    deadlines: DeadlineParameters,
    stages: StageParameters,
    term: TermParameters,
    workdays: Workdays,
    *,
    on: date,
) -> tuple[Deadline, ...]:
    """Everything an open stay owes, in the order of the days.

    Args:
        facts: the stay.
        deadlines: numbers picked by the day.
        stages: durations of the stay's law.
        term: numbers of the stay's law.
        workdays: to plan notices on working days.
        on: today, for what is due at once.

    Raises:
        UserError: as ``check_facts``.
    """
    check_facts(facts)
    found = [*_at_once(facts, on), *_while_inside(facts, deadlines, stages, term)]
    if facts.expected_end_on is not None:
        found += runway(facts, facts.expected_end_on, deadlines, stages, workdays)
    return tuple(sorted(found, key=lambda one: (one.due_on, one.code, one.occasion)))


def _at_once(facts: StayFacts, on: date) -> list[Deadline]:
    """What waits for nothing but somebody to do it."""
    found = []
    if facts.remand_undecided:
        found.append(Deadline("remand_decision", on, "luật không quy định", (Role.HEAD,), REMAND))
    papers = {EventKind.ESCAPE: "NĐ 163/2026 Đ109.2", EventKind.OVERSTAY: "NĐ 163/2026 Đ121.4"}
    for kind in dict.fromkeys(facts.missing_papers):
        article = papers.get(kind, "Luật PCMT 2025 Đ47.1")
        params: dict[str, object] = {"kind": EVENT_KIND_LABELS[kind]}
        found.append(Deadline("event_paper", on, article, (Role.CLERK, Role.HEAD), PAPER, params, occasion=kind))
    for kind in dict.fromkeys(facts.unconfirmed_papers):
        article = papers.get(kind, "Luật PCMT 2025 Đ47.1")
        asked: dict[str, object] = {"kind": EVENT_KIND_LABELS[kind], "article": article}
        found.append(Deadline("paper_confirmation", on, article, (Role.HEAD,), CONFIRM, asked, occasion=kind))
    return found


def _while_inside(
    facts: StayFacts, deadlines: DeadlineParameters, stages: StageParameters, term: TermParameters
) -> list[Deadline]:
    found = []
    first, check = stages.stage1_max_days, deadlines.health_check_months
    if first is not None and not facts.is_admission_done and facts.stay_type is not StayType.TEMPORARY:
        due = facts.admitted_on + timedelta(days=first.value)
        found.append(Deadline("stage1", due, first.article, (Role.INTAKE, Role.HEAD), ADMISSION_STAGE))
    if check is not None:
        due = add_months(facts.last_health_check_on or facts.admitted_on, check.value)
        if facts.expected_end_on is None or due < facts.expected_end_on:
            roles = (Role.DOCTOR, Role.CHIEF_NURSE)
            found.append(Deadline("health_check", due, check.article, roles, HEALTH_CHECK, occasion=str(due)))
    found += _eighteen(facts, term)
    if facts.custody_until is not None:
        roles = (Role.HEAD, Role.DISCHARGE)
        article, params = "NĐ 163/2026 Đ98.2", _day(facts.custody_until)
        found.append(Deadline("custody_limit", facts.custody_until, article, roles, CUSTODY_LIMIT, params))
    return found


def _eighteen(facts: StayFacts, term: TermParameters) -> list[Deadline]:
    """Reaching eighteen; where only the year of birth is known, its day is asked for as that year begins."""
    found: list[Deadline] = []
    day, rule = facts.turns_18_on, term.age18_transfer_months
    if day is None:
        return found
    params, text = _day(day), TRANSFER_18
    if facts.birth_year is not None:
        params, text = {**params, "year": day.year, "birth_year": facts.birth_year}, TRANSFER_18_BY
        begins = max(date(day.year, 1, 1), facts.admitted_on)
        if facts.expected_end_on is None or begins < facts.expected_end_on:
            article = AGE_OF_TYPE[LegalRegime.L2025]
            roles = (Role.CLERK, Role.INTAKE, Role.HEAD)
            found.append(Deadline("birth_date", begins, article, roles, BIRTH_DATE, params))
    if facts.transfer_required and rule is not None:
        found.append(Deadline("transfer_18", day, rule.article, (Role.HEAD, Role.CLERK), text, params))
    return found


def _day(day: date) -> dict[str, object]:
    return {"day": format_date(day)}
