"""The dossier of a serious event: what is owed from when it happened, what it lacks, how it ends, its paper."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from facility_app.documents.payload import Grid
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.treatment.domain.serious import (
    GRAVE,
    NEEDS_WHOM,
    EventKind,
    EventStep,
    Harm,
    due_of,
    duties_of,
    missing_of,
    steps_of,
)
from facility_app.modules.treatment.queries.serious import (
    EventLine,
    get_event,
    list_event_ids,
    list_event_rows,
)
from facility_app.modules.treatment.service.printing import print_event
from facility_app.modules.treatment.service.serious import (
    CloseEvent,
    RecordEvent,
    RecordEventStep,
    StrikeEvent,
    close_event,
    record_event,
    record_event_step,
    strike_event,
)
from tests.documents.papers import printed
from tests.helpers.cases import each
from tests.modules.treatment.ward import DOCTOR, HEAD, NURSE, Ward

NAMES = "SELECT kind, role, due_at FROM task WHERE kind LIKE 'treatment.event%' AND status = ? ORDER BY kind"


def fallen(ward: Ward) -> RecordEvent:
    """Đức fell and was sent to hospital."""
    return RecordEvent(
        ward["duc"],
        EventKind.FALL,
        Harm.SEVERE,
        "Nhà tắm khu A",
        "Hộ lý Mai",
        "Trượt ngã, gãy tay phải",
        "Nẹp tay, gọi xe",
        "Nguyễn Văn Ba\nLê Tư",
    )


def step(event_id: str, what: EventStep, whom: str = "", how: str = "") -> RecordEventStep:
    """Something was done."""
    return RecordEventStep(event_id, what, whom, how)


def listed(ward: Ward, text: str = "", by: tuple[Role, ...] = HEAD, **filters: str) -> tuple[EventLine, ...]:
    """The list as a reader sees it."""
    return ward.read(list_event_rows, ward.read(list_event_ids, Look(text, filters), by=by), by=by)


@each("kind", EventKind)
def test_every_dossier_asks_for_a_doctor_the_head_papers_and_a_review_and_a_grave_one_for_those_outside(
    kind: EventKind,
) -> None:
    slight, grave = steps_of(kind, Harm.NONE), steps_of(kind, Harm.LIFE)
    base = {
        *(EventStep.CALLED_DOCTOR, EventStep.TOLD_HEAD, EventStep.STATEMENTS, EventStep.MINUTES),
        *(EventStep.REVIEW, EventStep.CORRECTIVE),
    }
    assert base <= set(slight)
    assert set(grave) - set(slight) == {EventStep.TOLD_FAMILY, EventStep.TOLD_PROVINCE}
    has_scene = kind in {EventKind.SELF_HARM, EventKind.OVERDOSE, EventKind.VIOLENCE}
    assert (EventStep.SCENE in slight) is has_scene
    assert missing_of(kind, Harm.LIFE, grave) == ()
    assert {Harm.SEVERE, Harm.LIFE, Harm.DEATH} == GRAVE


def test_what_a_grave_event_asks_for_stands_on_the_lists_from_when_it_happened_and_goes_when_done(
    ward: Ward,
) -> None:
    at = ward.now - timedelta(hours=3)
    event_id = ward.write(record_event, replace(fallen(ward), happened_at=at), by=NURSE)
    owed = {kind.removeprefix("treatment.event_"): (role, due[:16]) for kind, role, due in ward.sql(NAMES, "open")}

    def due(hours: int) -> str:
        return (at + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")

    assert owed == {
        "called_doctor": ("DOCTOR", due(0)),
        "told_head": ("CHIEF_NURSE", due(0)),
        "statements": ("CHIEF_NURSE", due(24)),
        "minutes": ("CHIEF_NURSE", due(24)),
        "told_family": ("CLERK", due(24)),
        "told_province": ("CLERK", due(24)),
        "review": ("HEAD", due(7 * 24)),
    }
    # No word of what happened stands on a worklist.
    assert not [text for (text,) in ward.sql("SELECT text FROM task") if "gãy" in text]
    told = ward.refused(record_event_step, step(event_id, EventStep.TOLD_FAMILY), by=NURSE)
    assert set(told.fields) == {"whom"}
    ward.write(record_event_step, step(event_id, EventStep.TOLD_FAMILY, "Mẹ", "điện thoại"), by=NURSE)
    assert [kind for kind, *_ in ward.sql(NAMES, "done")] == ["treatment.event_told_family"]
    row = ward.read(get_event, event_id, by=HEAD)
    assert EventStep.TOLD_FAMILY not in row.missing
    assert (row.is_late, row.steps[0].whom, row.steps[0].how) == (True, "Mẹ", "điện thoại")


def test_a_dossier_ends_whole_or_with_a_reason_and_then_nothing_is_added(ward: Ward) -> None:
    event_id = ward.write(record_event, fallen(ward), by=NURSE)
    row = ward.read(get_event, event_id)
    told = ward.refused(close_event, CloseEvent(event_id, row.version, "Đã bó bột"), by=HEAD)
    assert (told.code, "Biên bản sự việc" in told.message) == ("event_unfinished", True)
    assert set(ward.refused(close_event, CloseEvent(event_id, row.version, " "), by=HEAD).fields) == {"outcome"}
    for what in steps_of(EventKind.FALL, Harm.SEVERE):
        ward.write(record_event_step, step(event_id, what, "Người nhận"), by=NURSE)
    ward.write(close_event, CloseEvent(event_id, row.version, "Đã bó bột"), by=HEAD)
    row = ward.read(get_event, event_id)
    assert (row.is_open, row.missing, row.outcome) == (False, (), "Đã bó bột")
    assert ward.sql(NAMES, "open") == []
    for refusal in (
        ward.refused(record_event_step, step(event_id, EventStep.OTHER), by=NURSE),
        ward.refused(close_event, CloseEvent(event_id, row.version, "khác"), by=HEAD),
        ward.refused(strike_event, StrikeEvent(event_id, row.version, "nhầm")),
    ):
        assert refusal.code == "event_closed"
    second = ward.write(record_event, fallen(ward), by=NURSE)
    version = ward.read(get_event, second).version
    ward.write(close_event, CloseEvent(second, version, "Ổn", "không còn cần"), by=HEAD)
    assert ward.read(get_event, second).outcome == "Ổn\nkhông còn cần"


def test_what_is_not_said_is_refused_with_its_field_and_times_are_held_to(ward: Ward) -> None:
    whole = fallen(ward)
    for name in ("place", "found_by", "account", "measures"):
        blank: dict[str, Any] = {name: " "}
        assert set(ward.refused(record_event, replace(whole, **blank), by=NURSE).fields) == {name}
    later = replace(whole, happened_at=ward.now + timedelta(hours=1))
    assert ward.refused(record_event, later, by=NURSE).code == "time_in_future"
    event_id = ward.write(record_event, whole, by=NURSE)
    early = replace(step(event_id, EventStep.MINUTES), done_at=ward.now - timedelta(minutes=1))
    assert set(ward.refused(record_event_step, early, by=NURSE).fields) == {"done_at"}
    ahead = replace(early, done_at=ward.now + timedelta(minutes=1))
    assert set(ward.refused(record_event_step, ahead, by=NURSE).fields) == {"done_at"}


def test_an_event_written_by_mistake_is_struck_out_by_its_author_or_a_doctor_and_owes_nothing(ward: Ward) -> None:
    event_id = ward.write(record_event, fallen(ward), by=NURSE, who="second")
    strike = StrikeEvent(event_id, ward.read(get_event, event_id).version, "nhầm người")
    assert ward.refused(strike_event, strike, by=NURSE).code == "entry_of_another"
    ward.write(strike_event, strike, by=DOCTOR)
    assert listed(ward) == ()
    assert ward.sql(NAMES, "open") == []


def test_after_a_death_the_chart_is_closed_and_open_dossiers_go_on(ward: Ward) -> None:
    event_id = ward.write(record_event, fallen(ward), by=NURSE)
    ward.leave()
    assert ward.refused(record_event, fallen(ward), by=NURSE).code == "chart_closed"
    ward.write(record_event_step, step(event_id, EventStep.MINUTES), by=NURSE)
    (row,) = listed(ward, by=(Role.AUDITOR,))
    assert EventStep.MINUTES not in row.missing
    assert [one.step for one in ward.read(get_event, event_id).steps] == [EventStep.MINUTES]


def test_the_paper_says_everything_and_leaves_a_line_for_what_is_missing(ward: Ward) -> None:
    event_id = ward.write(record_event, fallen(ward), by=NURSE)
    ward.write(record_event_step, step(event_id, EventStep.TOLD_HEAD, "Giám đốc Hà", "trực tiếp"), by=NURSE)
    paper = ward.write(print_event, event_id, by=HEAD)
    said = repr([getattr(one, "texts", getattr(one, "text", getattr(one, "rows", ""))) for one in paper.blocks])
    for part in (
        "Trượt ngã, gãy tay phải",
        "Nẹp tay, gọi xe",
        "Lê Tư",
        "Giám đốc Hà",
        "trực tiếp",
        "Nhà tắm khu A",
    ):
        assert part in said, part
    assert "('Biên bản sự việc', '………', '………', '………')" in said
    assert ("treatment.print_event",) in ward.sql("SELECT verb FROM audit_entry")
    printed(paper, "ho-so-su-viec")
    # What the checklist does not ask for was done all the same, and stands below it.
    ward.write(record_event_step, step(event_id, EventStep.OTHER, "Tổ bảo vệ", "rào khu nhà tắm"), by=NURSE)
    grids = [one for one in ward.write(print_event, event_id, by=HEAD).blocks if isinstance(one, Grid)]
    assert grids[-1].rows[-1][0::2] == ("Việc khác", "Tổ bảo vệ")


def test_each_thing_to_do_has_the_deadline_of_its_own_parameter() -> None:
    """Three parameters, told apart by three values; what has none is due at once."""
    at = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    numbers = {"event_told_hours": 5, "event_papers_hours": 7, "event_review_days": 3}
    owed = {one.step: one.due_at - at for one in duties_of(EventKind.OVERDOSE, Harm.LIFE, at, numbers.__getitem__)}
    hours = {
        **dict.fromkeys((EventStep.CALLED_DOCTOR, EventStep.TOLD_HEAD), 0),
        **dict.fromkeys((EventStep.TOLD_FAMILY, EventStep.TOLD_PROVINCE), 5),
        **dict.fromkeys((EventStep.STATEMENTS, EventStep.MINUTES), 7),
        EventStep.REVIEW: 72,
    }
    assert owed == {one: timedelta(hours=count) for one, count in hours.items()}

    def first(*missing: EventStep) -> datetime | None:
        return due_of(EventKind.OVERDOSE, Harm.LIFE, at, missing, numbers.__getitem__)

    assert first(EventStep.REVIEW, EventStep.TOLD_FAMILY, EventStep.MINUTES) == at + timedelta(hours=5)
    assert first(EventStep.CORRECTIVE, EventStep.SCENE) is None
    assert {EventStep.TOLD_HEAD, EventStep.TOLD_FAMILY, EventStep.TOLD_PROVINCE} == NEEDS_WHOM


def test_work_about_an_event_goes_to_whoever_can_take_it_over_and_says_nothing_of_whom(ward: Ward) -> None:
    ward.write(record_event, fallen(ward), by=NURSE)
    asked = "SELECT kind, role, may_go_to, resident_id FROM task WHERE kind LIKE 'treatment.event%'"
    found = {kind.removeprefix("treatment.event_"): (role, more, who) for kind, role, more, who in ward.sql(asked)}
    assert {who for _, _, who in found.values()} == {ward["man"]}
    assert found["called_doctor"][:2] == ("DOCTOR", "CHIEF_NURSE")
    assert found["minutes"][:2] == ("CHIEF_NURSE", "DOCTOR")
    assert found["told_province"][:2] == ("CLERK", "HEAD")
    assert found["review"][:2] == ("HEAD", "CLERK")


def test_the_list_has_the_open_ones_first_with_their_next_deadline_and_nothing_of_what_happened(
    ward: Ward,
) -> None:
    first = ward.write(record_event, replace(fallen(ward), happened_at=ward.now - timedelta(hours=30)), by=NURSE)
    ward.later(10)
    slight = replace(fallen(ward), stay_id=ward["hoa"], kind=EventKind.SEIZURE, harm=Harm.NONE)
    second = ward.write(record_event, slight, by=NURSE)
    assert [one.event_id for one in listed(ward)] == [second, first]
    new, old = listed(ward)
    assert (new.name, new.is_overdue, old.is_overdue) == ("Trần Thị Hoa", False, True)
    assert new.due_at == ward.now
    assert [one.event_id for one in listed(ward, state="late")] == [first]
    for what in steps_of(EventKind.FALL, Harm.SEVERE):
        if what is not EventStep.REVIEW:
            ward.write(record_event_step, step(first, what, "Người nhận"), by=NURSE)
    assert listed(ward, state="late") == ()
    assert listed(ward)[1].due_at == old.happened_at + timedelta(days=7)
    version = ward.read(get_event, second).version
    ward.write(close_event, CloseEvent(second, version, "Ổn", "nhẹ"), by=HEAD)
    assert [one.event_id for one in listed(ward)] == [first, second]
    shut = listed(ward, state="closed")
    assert [(one.event_id, one.missing, one.due_at, one.is_overdue) for one in shut] == [(second, (), None, False)]
    assert [one.event_id for one in listed(ward, state="open")] == [first]
    assert [one.event_id for one in listed(ward, kind="seizure")] == [second]
    assert [one.event_id for one in listed(ward, harm="grave")] == [first]
    assert [one.event_id for one in listed(ward, "hoa")] == [second]
    ward.facility.file.clock.at += timedelta(days=29)
    assert len(listed(ward, days="30")) == 1
    assert len(listed(ward, days="90")) == 2
    for wrong in ({"state": "x"}, {"kind": "x"}, {"harm": "x"}, {"days": "x"}):
        assert ward.refused(list_event_ids, Look("", wrong), by=HEAD).code == "bad_filter"
    # What happened is read in the dossier, and each reading of it is kept.
    assert not {"account", "measures", "present", "outcome", "found_by", "steps"} & {
        one.name for one in fields(EventLine)
    }
    before = len(ward.sql("SELECT 1 FROM audit_entry WHERE verb = 'treatment.print_event'"))
    ward.write(print_event, first, by=(Role.AUDITOR,))
    looked = ward.sql("SELECT record_id FROM audit_entry WHERE verb = 'treatment.print_event' ORDER BY seq")
    assert [one for (one,) in looked[before:]] == [first]


def test_a_dossier_closed_early_withdraws_what_is_owed_and_an_old_copy_of_it_closes_nothing(ward: Ward) -> None:
    event_id = ward.write(record_event, fallen(ward), by=NURSE)
    version = ward.read(get_event, event_id).version
    assert (
        ward.refused(close_event, CloseEvent(event_id, version + 1, "Ổn", "x"), by=HEAD).code == "record_changed"
    )
    ward.write(close_event, CloseEvent(event_id, version, "Ổn", "người bệnh đã chuyển"), by=HEAD)
    assert ward.sql(NAMES, "done") == []
    assert len(ward.sql(NAMES, "withdrawn")) == 7
    row = ward.read(get_event, event_id)
    assert (row.closed_at, row.outcome) == (ward.now, "Ổn\nngười bệnh đã chuyển")


def test_what_is_done_lies_between_the_event_and_now_both_included(ward: Ward) -> None:
    event_id = ward.write(record_event, replace(fallen(ward), happened_at=ward.now - timedelta(hours=1)), by=NURSE)
    for at in (ward.now - timedelta(hours=1), ward.now):
        ward.write(record_event_step, replace(step(event_id, EventStep.SCENE), done_at=at), by=NURSE)
    for at in (ward.now - timedelta(hours=1, seconds=1), ward.now + timedelta(seconds=1)):
        refused = ward.refused(record_event_step, replace(step(event_id, EventStep.SCENE), done_at=at), by=NURSE)
        assert set(refused.fields) == {"done_at"}
