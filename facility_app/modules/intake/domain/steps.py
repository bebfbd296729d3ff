"""The steps of taking somebody in: what each asks for, what is still missing and which article asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.arrival_papers import PaperMark, minutes_of, needs_of


class Step(StrEnum):
    """Phần việc của một lần tiếp nhận."""

    IDENTITY = "identity"
    PAPERS = "papers"
    HEALTH = "health"
    BELONGINGS = "belongings"
    PLACEMENT = "placement"
    PLAN = "plan"


STEP_LABELS: dict[Step, Label] = {
    Step.IDENTITY: label("terms", "Nhân thân"),
    Step.PAPERS: label("terms", "Giấy tờ pháp lý, biên bản"),
    Step.HEALTH: label("terms", "Sức khỏe khi đến"),
    Step.BELONGINGS: label("terms", "Tiền, tư trang, cấp phát"),
    Step.PLACEMENT: label("terms", "Chỗ ở"),
    Step.PLAN: label("terms", "Kế hoạch cai nghiện"),
}


class StepState(StrEnum):
    """Phần việc đã đến đâu."""

    DONE = "done"
    PARTLY = "partly"
    OPEN = "open"
    NOT_OWED = "not_owed"


STEP_STATE_LABELS: dict[StepState, Label] = {
    StepState.DONE: label("terms", "Xong"),
    StepState.PARTLY: label("terms", "Đang làm"),
    StepState.OPEN: label("terms", "Chưa làm"),
    StepState.NOT_OWED: label("terms", "Không phải làm"),
}
_NO_LODGING: Final = frozenset({"SUBSTITUTION"})
_NO_SUPPLIES: Final = frozenset({"SUBSTITUTION", "VOLUNTARY_PRIVATE", "HOME_PHASES_AT_FACILITY"})
"""Food, clothes and bedding of Đ113 are the public facility's (Đ131.2)."""
_PAPER_MISSING = label("intake", "Chưa có: {paper}")
_WORDS: Final = {
    "checked": (label("intake", "Chưa đối chiếu người với hồ sơ, giấy tờ tùy thân"), "NĐ 163/2026 Đ108.1"),
    "admitted": (label("intake", "Chưa ghi diện, quyết định, ngày tiếp nhận"), "NĐ 163/2026 Đ107.1, Đ108.1"),
    "minutes": (label("intake", "Chưa lập biên bản giao, nhận ({paper})"), "NĐ 163/2026 Đ108.1"),
    "health": (label("intake", "Chưa ghi tình trạng sức khỏe lúc giao nhận"), "NĐ 163/2026 Đ108.1"),
    "settled": (label("intake", "Y tế chưa xác nhận xong phần sức khỏe khi đến"), "NĐ 163/2026 Đ85.1, Đ108.1"),
    "money": (label("intake", "Chưa ghi tiền mang theo (hoặc không có)"), "NĐ 163/2026 Đ120.3"),
    "things": (label("intake", "Chưa ghi tư trang mang theo (hoặc không có)"), "NĐ 163/2026 Đ108.1, V-42"),
    "supplies": (label("intake", "Chưa cấp màn, chăn, gối"), "NĐ 163/2026 Đ113.2"),
    "bed": (label("intake", "Chưa xếp giường"), "Luật PCMT 2025 Đ46.2h"),
    "plan": (label("intake", "Chưa lập kế hoạch cai nghiện (V-18)"), "NĐ 163/2026 Đ85"),
}


@dataclass(frozen=True, slots=True)
class Lack:
    """Something missing.

    Attributes:
        code: what; ``paper:cv`` for a paper of the checklist.
        text: in words, with ``{name}`` placeholders.
        article: who asks for it.
    """

    code: str
    text: Label
    article: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepView:
    """How far one step is."""

    step: Step
    state: StepState
    done: int
    total: int
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorFacts:
    """What is known of one coming.

    Attributes:
        stay_type: empty while no stay is open.
        papers: code of the checklist → what was ticked or is proved by the stay's own decisions.
        has_health: whether somebody looked at the person; ``open_flags`` whether a red flag has no treatment, as
            far as whoever asks may know.
        is_turned: a temporary stay turned compulsory, without a new delivery.
    """

    stay_type: str = ""
    is_minor: bool = False
    is_turned: bool = False
    is_checked: bool = False
    papers: Mapping[str, PaperMark] = field(default_factory=dict)
    has_minutes: bool = False
    has_health: bool = False
    open_flags: bool = False
    has_money: bool = False
    has_things: bool = False
    has_supplies: bool = False
    has_bed: bool = False
    has_plan: bool = False


def step_views(facts: DoorFacts) -> tuple[StepView, ...]:
    """Every step with what is missing."""
    return tuple(_view(step, list(_items(step, facts))) for step in Step)


def percent(views: tuple[StepView, ...]) -> int:
    """How much of everything owed is done, in whole percent."""
    total, done = sum(one.total for one in views), sum(one.done for one in views)
    return 100 if not total else done * 100 // total


def done_steps(views: tuple[StepView, ...]) -> tuple[int, int]:
    """How many steps of those owed are done."""
    owed = [one for one in views if one.state is not StepState.NOT_OWED]
    return sum(one.state is StepState.DONE for one in owed), len(owed)


def _view(step: Step, items: list[Lack | None]) -> StepView:
    lacks = tuple(one for one in items if one is not None)
    done = len(items) - len(lacks)
    if not items:
        state = StepState.NOT_OWED
    elif not lacks:
        state = StepState.DONE
    else:
        state = StepState.PARTLY if done else StepState.OPEN
    return StepView(step, state, done, len(items), lacks)


def _items(step: Step, facts: DoorFacts) -> Iterator[Lack | None]:
    if step is Step.PAPERS:
        yield from _paper_items(facts)
    elif step is Step.PLACEMENT and facts.stay_type not in _NO_LODGING:
        yield _item("bed", is_done=facts.has_bed)
    elif step is Step.PLAN and facts.stay_type not in _NO_LODGING:
        yield _item("plan", is_done=facts.has_plan)
    if facts.is_turned:
        # Whoever was here already was looked at, and handed in what they had, when they came.
        return
    if step is Step.IDENTITY:
        yield _item("checked", is_done=facts.is_checked)
    elif step is Step.HEALTH:
        yield _item("health", is_done=facts.has_health)
        # Asked of everybody, so that the step tells nobody who has a red flag.
        yield _item("settled", is_done=facts.has_health and not facts.open_flags)
    elif step is Step.BELONGINGS:
        yield _item("money", is_done=facts.has_money)
        yield _item("things", is_done=facts.has_things)
        if facts.stay_type not in _NO_SUPPLIES:
            yield _item("supplies", is_done=facts.has_supplies)


def _paper_items(facts: DoorFacts) -> Iterator[Lack | None]:
    yield _item("admitted", is_done=bool(facts.stay_type))
    for need in needs_of(facts.stay_type, is_minor=facts.is_minor, is_turned=facts.is_turned):
        mark = facts.papers.get(need.code, PaperMark.MISSING)
        if need.is_owed:
            is_done = mark is not PaperMark.MISSING
            lack = Lack(f"paper:{need.code}", _PAPER_MISSING, need.article, {"paper": need.title})
            yield None if is_done else lack
    minutes = minutes_of(facts.stay_type, is_turned=facts.is_turned)
    if minutes is not None:
        form, article = minutes
        text, _ = _WORDS["minutes"]
        yield None if facts.has_minutes else Lack("minutes", text, article, {"paper": form})


def _item(code: str, *, is_done: bool) -> Lack | None:
    text, article = _WORDS[code]
    return None if is_done else Lack(code, text, article)
