"""The dossier of a serious event: what is owed from when it happened, what it lacks, how it ends, its paper."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from facility_app.kernel.actor import Role
from facility_app.modules.treatment.domain.serious import (
    GRAVE,
    EventKind,
    EventStep,
    Harm,
    missing_of,
    steps_of,
)
from facility_app.modules.treatment.queries.serious import get_event, list_events
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
    assert ward.read(list_events) == ()
    assert ward.sql(NAMES, "open") == []


def test_after_a_death_the_chart_is_closed_and_open_dossiers_go_on(ward: Ward) -> None:
    event_id = ward.write(record_event, fallen(ward), by=NURSE)
    ward.leave()
    assert ward.refused(record_event, fallen(ward), by=NURSE).code == "chart_closed"
    ward.write(record_event_step, step(event_id, EventStep.MINUTES), by=NURSE)
    (row,) = ward.read(list_events, by=(Role.AUDITOR,))
    assert [one.step for one in row.steps] == [EventStep.MINUTES]


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
