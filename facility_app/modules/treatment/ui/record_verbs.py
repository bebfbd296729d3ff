"""What can be done about a person's record now: the likeliest first, what is rare behind the dots."""

from collections.abc import Iterator
from functools import partial
from typing import Final, Protocol

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.record import EntryKind, NoteKind
from facility_app.modules.treatment.domain.rights import (
    ANSWER_FLAGS,
    ASK_PLACEMENT,
    DECIDE_FITNESS,
    OPEN_RECORD,
    ORDER_OXYGEN,
    PLAN_OBSERVATION,
    RECORD_EVENTS,
    TRIAGE,
    WRITE_CARE,
    WRITE_RECORD,
)
from facility_app.modules.treatment.queries.person import PersonHealth
from facility_app.modules.treatment.ui import (
    fitness_forms,
    health_check_forms,
    oxygen_forms,
    place_forms,
    plan_forms,
    serious_forms,
    triage_forms,
)
from facility_app.modules.treatment.ui.record_entries import Entry
from facility_app.modules.treatment.ui.record_forms import DIAGNOSE, NOTE_VERBS
from facility_app.modules.treatment.ui.record_glance import is_triaged, open_flags
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.shell.spec import ActionSpec, PageContext

STRIKE: Final = label("verbs", "Gạch bỏ")
AGAIN: Final = label("verbs", "Ghi lại cho đúng")
OPEN: Final = label("verbs", "Mở hồ sơ bệnh án")
OTHER_STAY = label("treatment", "Xem hồ sơ lần cai nghiện từ {day}")
NO_STAY = label("treatment", "Người này chưa được tiếp nhận: chưa có hồ sơ bệnh án. Hãy phân loại khi đến trước.")
CLOSED = label("treatment", "Lần cai nghiện này đã kết thúc.")
STRUCK_ALREADY = label("treatment", "Mục này đã gạch bỏ.")
NOT_STRUCK = label("treatment", "Chỉ ghi lại một mục đã gạch bỏ. Mục sai thì gạch bỏ trước.")
NOT_HERE = label("treatment", "Số đo, thang điểm ghi lại ở trang của chúng.")
DOCTORS = label("treatment", "Chỉ bác sĩ được gạch bỏ chỉ định này.")
DOCTORS_CHECK = label("treatment", "Chỉ bác sĩ được gạch bỏ lần khám sức khỏe.")
ANOTHERS = label("treatment", "Chỉ người đã ghi mục này ({author}) hoặc bác sĩ được gạch bỏ.")


class Doer(Protocol):
    """The pane whose forms these open."""

    def ask_triage(self) -> None:
        """Triage."""

    def ask_answer(self) -> None:
        """A red flag."""

    def ask_note(self, kind: NoteKind) -> None:
        """An entry."""

    def ask_diagnosis(self) -> None:
        """A diagnosis."""

    def ask_plan(self) -> None:
        """A schedule of observation."""

    def ask_plan_end(self) -> None:
        """A schedule is over."""

    def ask_oxygen(self) -> None:
        """A target of SpO2."""

    def ask_oxygen_end(self) -> None:
        """The target of SpO2 is taken back."""

    def ask_place(self) -> None:
        """A place for a reason of health."""

    def ask_health_check(self) -> None:
        """The yearly examination, or the one before leaving."""

    def ask_fitness(self) -> None:
        """Whether somebody may work."""

    def strike_fitness(self) -> None:
        """The last answer about work was written by mistake."""

    def ask_event(self) -> None:
        """Something serious happened."""

    def open_record(self) -> None:
        """Read the record as the head."""

    def show_stay(self, stay_id: str) -> None:
        """The record of another stay."""


def actions_of(seen: PersonHealth, doer: Doer, context: PageContext) -> tuple[ActionSpec, ...]:
    """Everything, in order; a verb the role has no part in is not there at all."""
    return tuple(one for one in _all(seen, doer) if context.may(one.permission))


def _all(seen: PersonHealth, doer: Doer) -> Iterator[ActionSpec]:
    yield from _first(seen, doer)
    yield from _written(seen, doer)
    yield from _observed(seen, doer)
    yield from _answered(seen, doer)
    yield from _rare(seen, doer)
    yield from _read(seen, doer)


def _triage(seen: PersonHealth, doer: Doer) -> ActionSpec:
    return ActionSpec(
        "treatment.triage", triage_forms.TRIAGE, doer.ask_triage, "flag", "Ctrl+Shift+T", TRIAGE,
        is_in_menu=is_triaged(seen),
    )  # fmt: skip


def _first(seen: PersonHealth, doer: Doer) -> Iterator[ActionSpec]:
    """What cannot wait: a red flag, somebody nobody looked at yet."""
    if open_flags(seen):
        yield ActionSpec(
            "treatment.answer_flag", triage_forms.ANSWER, doer.ask_answer, "check", "Ctrl+Shift+X", ANSWER_FLAGS
        )
    if not is_triaged(seen):
        yield _triage(seen, doer)


def _written(seen: PersonHealth, doer: Doer) -> Iterator[ActionSpec]:
    """What is written every day."""
    no_stay = partial(_why_no_stay, seen)
    yield _note(doer, NoteKind.EXAMINATION, "stethoscope", "Ctrl+Shift+K", no_stay)
    yield ActionSpec(
        "treatment.diagnose",
        DIAGNOSE,
        doer.ask_diagnosis,
        "clipboard-check",
        "Ctrl+Shift+D",
        WRITE_RECORD,
        no_stay,
    )
    yield _note(doer, NoteKind.PROGRESS, "writing", "Ctrl+Shift+G", no_stay)
    yield _note(doer, NoteKind.CARE, "heart", "", no_stay)


def _observed(seen: PersonHealth, doer: Doer) -> Iterator[ActionSpec]:
    """Schedules, and a target of SpO2."""
    # Who is on no schedule is not looked at again by anybody's list: then it stands in sight.
    yield ActionSpec(
        "treatment.start_plan", plan_forms.START, doer.ask_plan, "calendar-time", "Ctrl+Shift+L", PLAN_OBSERVATION,
        partial(_why_no_plan, seen), is_in_menu=bool(plan_forms.running(seen)),
    )  # fmt: skip
    yield ActionSpec(
        "treatment.end_plan", plan_forms.END, doer.ask_plan_end, "ban", "", PLAN_OBSERVATION,
        partial(_why_no_plan_end, seen), is_in_menu=True,
    )  # fmt: skip
    if seen.oxygen_target() is None:
        yield ActionSpec(
            "treatment.set_oxygen_target", oxygen_forms.SET, doer.ask_oxygen, "activity", "", ORDER_OXYGEN,
            partial(_why_no_stay, seen), is_in_menu=True,
        )  # fmt: skip
    else:
        yield ActionSpec(
            "treatment.end_oxygen_target", oxygen_forms.END, doer.ask_oxygen_end, "ban", "", ORDER_OXYGEN,
            is_in_menu=True,
        )  # fmt: skip


def _answered(seen: PersonHealth, doer: Doer) -> Iterator[ActionSpec]:
    """What others wait for: a place, a health check, whether somebody may work, what happened to them."""
    closed = partial(_why_closed, seen)
    yield ActionSpec(
        "treatment.ask_placement", place_forms.ASK, doer.ask_place, "bed", "", ASK_PLACEMENT,
        partial(_why_no_place, seen), is_in_menu=True,
    )  # fmt: skip
    yield ActionSpec(
        "treatment.record_health_check", health_check_forms.RECORD, doer.ask_health_check, "stethoscope", "",
        WRITE_RECORD, closed, is_in_menu=True,
    )  # fmt: skip
    yield ActionSpec(
        "treatment.decide_fitness", fitness_forms.DECIDE, doer.ask_fitness, "tools", "Ctrl+Shift+W",
        DECIDE_FITNESS, closed, is_in_menu=True,
    )  # fmt: skip
    yield ActionSpec(
        "treatment.strike_fitness", fitness_forms.STRIKE, doer.strike_fitness, "ban", "", DECIDE_FITNESS,
        partial(fitness_forms.why_none, seen), is_in_menu=True,
    )  # fmt: skip
    yield ActionSpec(
        "treatment.record_event", serious_forms.RECORD, doer.ask_event, "alert-triangle", "", RECORD_EVENTS,
        closed, is_in_menu=True,
    )  # fmt: skip


def _rare(seen: PersonHealth, doer: Doer) -> Iterator[ActionSpec]:
    """What is written once in a while."""
    no_stay = partial(_why_no_stay, seen)
    for kind, icon in (
        (NoteKind.HISTORY, "history"),
        (NoteKind.PLAN, "list-check"),
        (NoteKind.PSYCHIATRIC, "notebook"),
    ):
        yield _note(doer, kind, icon, "", no_stay, is_in_menu=True)
    if is_triaged(seen):
        yield _triage(seen, doer)


def _read(seen: PersonHealth, doer: Doer) -> Iterator[ActionSpec]:
    """The record of whoever treats nobody, and those of other stays."""
    if not seen.reads_record:
        why = partial(_why_no_stay, seen)
        yield ActionSpec("treatment.open_record", OPEN, doer.open_record, "book", "", OPEN_RECORD, why)
    for stay in seen.stays:
        if seen.stay is not None and stay.stay_id != seen.stay.stay_id:
            text = Label(OTHER_STAY.context, tr(OTHER_STAY, day=format_date(stay.admitted_on)))
            show = partial(doer.show_stay, stay.stay_id)
            yield ActionSpec(f"treatment.stay_{stay.code}", text, show, "history", is_in_menu=True)


def _note(
    doer: Doer, kind: NoteKind, icon: str, key: str, why: partial[str | None], *, is_in_menu: bool = False
) -> ActionSpec:
    right = WRITE_CARE if kind is NoteKind.CARE else WRITE_RECORD
    return ActionSpec(
        f"treatment.note_{kind.value}", NOTE_VERBS[kind], partial(doer.ask_note, kind), icon, key, right, why,
        is_in_menu=is_in_menu,
    )  # fmt: skip


def why_not_strike(one: Entry | None, context: PageContext) -> str | None:
    """Why the entry chosen cannot be struck out by this account."""
    if one is None:
        return tr(CHOOSE)
    if one.is_struck:
        return tr(STRUCK_ALREADY)
    if one.kind is EntryKind.OXYGEN and not context.may(ORDER_OXYGEN):
        return tr(DOCTORS)
    if one.kind is EntryKind.HEALTH_CHECK and not context.may(WRITE_RECORD):
        return tr(DOCTORS_CHECK)
    if one.written.author_id != context.actor.user_id and not context.may(WRITE_RECORD):
        return tr(ANOTHERS, author=one.written.author)
    return None


def why_not_again(one: Entry | None) -> str | None:
    """Why the entry chosen cannot be written anew."""
    if one is None:
        return tr(CHOOSE)
    if not one.is_struck:
        return tr(NOT_STRUCK)
    return None if one.note_kind is not None or one.code else tr(NOT_HERE)


def _why_no_plan(seen: PersonHealth) -> str | None:
    return _why_no_stay(seen) or (None if plan_forms.offered(seen) else tr(plan_forms.ALL_RUN))


def _why_no_plan_end(seen: PersonHealth) -> str | None:
    return None if plan_forms.running(seen) else tr(plan_forms.NONE_RUNS)


def _why_no_place(seen: PersonHealth) -> str | None:
    return _why_no_stay(seen) or place_forms.why_none(seen)


def _why_closed(seen: PersonHealth) -> str | None:
    if seen.stay is None or not seen.stay.is_open:
        return tr(CLOSED if seen.stay is not None else NO_STAY)
    return None


def _why_no_stay(seen: PersonHealth) -> str | None:
    return tr(NO_STAY) if seen.stay is None else None
