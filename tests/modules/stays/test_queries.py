"""Reading stays: found by code, listed by what a morning asks, explained for any day, what is still open."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.app.paths import resources_folder
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.catalogues.domain import (
    Evidence,
    Moves,
    ParameterBook,
    ParameterValue,
    Span,
    WhatWouldMove,
    read_parameter_book,
)
from facility_app.modules.stays.domain.events import OpenItems
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.runway import COMPLETION_NOTICE
from facility_app.modules.stays.domain.stages import Stage, StageResult
from facility_app.modules.stays.domain.types import EventKind, PresenceState, StayType
from facility_app.modules.stays.queries.detail import explain_stay
from facility_app.modules.stays.queries.open_items import ANSWERS
from facility_app.modules.stays.queries.overview import find_overview, find_term
from facility_app.modules.stays.queries.preview import ANSWERS as MOVES
from facility_app.modules.stays.queries.preview import preview_parameters
from facility_app.modules.stays.queries.roll import ANSWERS as FIGURES
from facility_app.modules.stays.queries.roll import count_presence, list_leaving
from facility_app.modules.stays.queries.stays import find_stay, list_stay_ids, list_stay_rows
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.ending import ExplainOverheld, explain_overheld
from facility_app.modules.stays.service.events import RecordReduction, record_reduction
from facility_app.modules.stays.service.plan import SavePlan, save_plan
from facility_app.modules.stays.service.stages import SettleStage, StartStage, settle_stage, start_stage
from facility_app.modules.stays.tables import StayEvent
from facility_app.modules.stays.ui.stay_list import STAYS
from facility_app.modules.tasks.api import FigureTone, HomeFigure, HomeFigures
from tests.modules.stays.clockwork import shipped_book
from tests.modules.stays.house import PAPER, TODAY, VOLUNTEERED, House

END = date(2028, 8, 1)


def found(house: House, text: str = "", *sorts: Sort, **filters: str) -> list[str]:
    """Codes of the stays a look finds."""
    look = Look(text, filters, sorts)
    return [row.code for row in house.read(list_stay_rows, house.read(list_stay_ids, look))]


def test_a_stay_is_found_by_its_own_code_and_the_open_one_by_the_persons(house: House) -> None:
    first = house.admit()
    resident = house.stay(first.stay_id).resident_id
    house.end(first.stay_id, ExitCode.DECISION_ANNULLED, paper_number="1", paper_on=TODAY)
    person = first.code.rpartition(".")[0]
    assert house.read(find_stay, person).stay_id == first.stay_id
    second = house.admit(resident_id=resident, admitted_on=TODAY)
    assert house.read(find_stay, f" {person} ").stay_id == second.stay_id
    assert house.read(find_stay, first.code).stay_id == first.stay_id
    with pytest.raises(UserError) as told:
        house.read(find_stay, "27-9999")
    assert told.value.code == "stay_unknown"
    assert "27-9999" in told.value.message


def test_a_persons_code_does_not_find_the_stay_of_a_longer_one(house: House) -> None:
    house.admit()
    with pytest.raises(UserError):
        house.read(find_stay, "27-000")
    with pytest.raises(UserError):
        house.read(find_stay, "27-____")


def test_the_list_is_narrowed_by_state_type_law_place_and_name(house: House) -> None:
    adult, minor, old = house.admit(), house.admit(StayType.COMPULSORY_MINOR), house.old()
    house.move(presence.send_to_hospital, minor.stay_id, TODAY)
    house.end(old.stay_id, ExitCode.DEATH)
    assert set(found(house, state="open")) == {adult.code, minor.code}
    assert found(house, state="away") == [minor.code]
    assert found(house, state="ended") == found(house, legal_regime="L2021") == found(house, exit_code="DEATH")
    assert found(house, stay_type="COMPULSORY_MINOR") == found(house, presence="hospital") == [minor.code]
    assert found(house, "lê văn út") == [minor.code]


def test_the_list_is_in_the_order_of_the_days_of_leaving_unless_asked_otherwise(house: House) -> None:
    late, soon = house.admit(), house.old()
    assert found(house) == [soon.code, late.code]
    assert found(house, "", Sort("code")) == sorted([soon.code, late.code])
    with pytest.raises(UserError) as told:
        found(house, state="lost")
    assert told.value.code == "bad_filter"


def test_who_leaves_within_some_days_is_listed_and_whose_day_has_passed_is_another_list(house: House) -> None:
    soon, late = house.old(), house.admit()
    end = date(2027, 11, 6)
    house.at(end - timedelta(days=30))
    assert found(house, ends_within="30") == [soon.code]
    assert found(house, ends_within="29") == []
    assert [row.code for row in house.read(list_leaving, end, END)] == [soon.code, late.code]
    house.at(end + timedelta(days=1))
    assert found(house, ends_within="30") == []
    assert found(house, state="overheld") == [soon.code]
    (row,) = house.read(list_stay_rows, house.read(list_stay_ids, Look(filters={"state": "overheld"})))
    assert row.days_left == -1


def test_everybody_answered_for_is_counted_once_wherever_they_are(house: House) -> None:
    house.admit()
    away, gone = house.admit().stay_id, house.admit().stay_id
    house.move(presence.record_escape, away, TODAY)
    house.end(gone, ExitCode.DEATH)
    counted = house.read(count_presence)
    assert PresenceState.OUT not in counted
    assert {state: number for state, number in counted.items() if number} == {
        PresenceState.INSIDE: 1,
        PresenceState.ESCAPED: 1,
    }


def figures(house: House, role: Role = Role.HEAD) -> dict[str, HomeFigure]:
    """The numbers of the home page this slice answers with, by their names."""
    (answer,) = FIGURES[HomeFigures]
    now = house.facility.file.clock.now()
    made = house.read(lambda uow: answer(uow, HomeFigures(now)), by=(role,))
    return {one.id.partition(".")[2]: one for one in made}


def test_the_morning_figures_count_what_their_lists_show(house: House) -> None:
    house.admit()
    away, escaped = house.admit().stay_id, house.admit().stay_id
    house.move(presence.send_to_hospital, away, TODAY)
    house.move(presence.record_escape, escaped, TODAY)
    made = figures(house)
    assert {name: one.number for name, one in made.items()} == {
        "inside": 1,
        "away": 1,
        "escaped": 1,
        "leaving": 0,
    }
    for one in made.values():
        assert len(found(house, **dict(one.args))) == one.number, one.id


def test_held_past_the_day_is_red_until_somebody_explains_it_and_red_again_tomorrow(house: House) -> None:
    stay_id = house.admit().stay_id
    assert "overheld" not in figures(house)
    house.at(END + timedelta(days=1))
    assert figures(house)["overheld"].tone is FigureTone.DANGER
    house.write(explain_overheld, ExplainOverheld(stay_id, "chờ xe"))
    explained = figures(house)["overheld"]
    assert (explained.number, explained.tone) == (1, FigureTone.WARNING)
    house.at(END + timedelta(days=2))
    assert figures(house)["overheld"].tone is FigureTone.DANGER


@pytest.mark.parametrize("role", [Role.ADMIN, Role.EXCHANGE])
def test_who_may_see_no_stay_is_answered_without_a_number(house: House, role: Role) -> None:
    house.admit()
    assert figures(house, role) == {}


def test_a_term_is_explained_for_any_day(house: House) -> None:
    stay_id = house.admit().stay_id
    today, then = house.answer(stay_id), house.answer(stay_id, END)
    assert today.id == house.stay(stay_id).code
    assert (today.served_days, then.remaining_days) == ((TODAY - date(2026, 8, 1)).days, 0)


def test_the_overview_agrees_with_the_clock_and_offers_only_ends_of_the_type(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, date(2026, 10, 1), **PAPER)
    resident = house.stay(stay_id).resident_id
    seen = house.read(find_overview, resident)
    assert seen is not None
    assert seen.answer == house.read(explain_stay, stay_id)
    assert seen.stay.expected_end_on is None
    assert ExitCode.COMPLETED_COMPULSORY in seen.exits
    assert {ExitCode.SELF_TERMINATED, ExitCode.ESCAPED, ExitCode.TEMP_TO_COMPULSORY}.isdisjoint(seen.exits)
    assert not seen.is_overheld
    term = house.read(find_term, resident)
    assert term is not None
    assert term[1] == seen.answer


def test_somebody_who_never_came_has_no_overview(house: House) -> None:
    resident = house.person()
    assert house.read(find_overview, resident) is None
    assert house.read(find_term, resident) is None


def open_items(house: House, stay_id: str, role: Role = Role.HEAD) -> list[tuple[str, str]]:
    """Codes of what is still open, each with its article."""
    (answer,) = ANSWERS[OpenItems]
    question = OpenItems(stay_id, house.stay(stay_id).resident_id, TODAY)
    return [(one.code, one.article) for one in house.read(lambda uow: answer(uow, question), by=(role,))]


def test_what_is_still_open_is_told_with_its_article_and_never_stops_anybody(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, date(2026, 10, 1))
    house.move(presence.record_remand, stay_id, date(2026, 10, 4))
    house.move(presence.take_back, stay_id, date(2026, 10, 11))
    told = open_items(house, stay_id)
    assert [code for code, _ in told] == [
        "event_paper",
        "remand_undecided",
        *["stage_open"] * 5,
        "plan_missing",
    ]
    assert all(article for _, article in told)
    assert open_items(house, stay_id, Role.ADMIN) == []


def test_half_a_paper_written_by_an_older_program_is_still_asked_for(house: House) -> None:
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, date(2026, 10, 1))
    with house.facility.database.write(house.facility.actor(Role.HEAD)) as uow:
        event = house.event(stay_id, EventKind.ESCAPE)
        with uow.act("stays.settle_event"):
            uow.get(StayEvent, event.event_id).paper_number = "12"
        uow.commit()
    assert "event_paper" in [code for code, _ in open_items(house, stay_id)]


def test_a_stage_ended_and_a_plan_judged_are_open_no_more(house: House) -> None:
    stay_id = house.admit().stay_id
    house.write(start_stage, StartStage(stay_id, Stage.ADMISSION, TODAY))
    ((stage_id,),) = house.sql("SELECT id FROM stay_stage")
    house.write(settle_stage, SettleStage(stage_id, 1, TODAY, TODAY, StageResult.GOOD))
    judged = {f"{part}_result": StageResult.GOOD for part in ("recovery", "education", "labour")}
    house.write(save_plan, SavePlan(stay_id, 0, {"plan_topics": "Pháp luật"}))
    assert ("plan_unjudged", "NĐ 163/2026 Đ88.1") in open_items(house, stay_id)
    house.write(save_plan, SavePlan(stay_id, 1, {}, judged))
    assert [code for code, _ in open_items(house, stay_id)] == ["stage_open"] * 4


def test_who_has_no_term_owes_no_stage_and_no_plan(house: House) -> None:
    assert open_items(house, house.admit(StayType.TEMPORARY).stay_id) == []


def test_the_list_names_the_limit_of_whoever_has_no_term_and_sorts_by_it(house: House) -> None:
    house.admit()
    house.admit(StayType.TEMPORARY, custody_until=date(2027, 1, 20))
    rows = house.read(list_stay_rows, house.read(list_stay_ids, Look(sorts=(Sort("expected_end_on"),))))
    (ends,) = [one for one in STAYS.columns if one.key == "expected_end_on"]
    assert [row.stay_type for row in rows] == [StayType.TEMPORARY, StayType.COMPULSORY_ADULT]
    assert (ends.text(rows[0]), ends.text(rows[1]) != "") == ("20/01/2027", True)


def changed(key: str, regime: str, before: str, after: str) -> ParameterBook:
    """The law's numbers with one of them another one."""
    text = (resources_folder() / "catalogues" / "legal_parameters.csv").read_text("utf-8")
    assert text.count(f"{key},{regime},{before},") == 1
    return read_parameter_book(text.replace(f"{key},{regime},{before},", f"{key},{regime},{after},"))


def leaving(moves: Moves) -> dict[str, tuple[date | None, date | None]]:
    """The days of leaving that would move, by the codes of the stays."""
    found = {one.code: one.leaving for one in moves.rows}
    return {code: (day.before, day.after) for code, day in found.items() if day is not None}


def test_with_the_numbers_as_they_are_nobodys_day_would_move(house: House) -> None:
    house.admit()
    house.old()
    assert house.read(preview_parameters, shipped_book()) == Moves(2)


def test_a_changed_number_tells_whose_end_would_move_and_to_which_day(house: House) -> None:
    stay_id = house.admit().stay_id
    house.admit()
    house.move(presence.record_prison, stay_id, date(2026, 10, 1), paper_number="30/HS-ST", paper_on=TODAY)
    moves = house.read(preview_parameters, changed("prison_keeps_remainder", "L2025", "1", "0"))
    assert leaving(moves) == {house.stay(stay_id).code: (None, date(2026, 10, 1))}
    assert (moves.asked, moves.leaving(is_later=True), moves.leaving(is_later=False)) == (2, 0, 1)


def test_a_changed_number_tells_which_deadlines_would_move_and_to_which_day(house: House) -> None:
    """Thirty days before the end become forty-five; the end itself stays, and so does everything else."""
    stay_id = house.admit().stay_id
    code = house.stay(stay_id).code
    moves = house.read(preview_parameters, changed("completion_notice_days", "any", "30", "45"))
    (row,) = moves.rows
    assert (row.code, row.record, leaving(moves)) == (code, stay_id, {})
    assert [(day.what, day.before, day.after) for day in row.days] == [
        (COMPLETION_NOTICE, END - timedelta(days=30), END - timedelta(days=45))
    ]
    assert (moves.deadlines, moves.refused) == (1, 0)


def test_what_would_move_only_later_is_seen_on_its_first_day(house: House) -> None:
    house.admit()
    coming = shipped_book().get("completion_notice_days")
    value = ParameterValue("45", "NĐ 1/2028", Evidence.FACILITY, Span(date(2027, 6, 1), None), None, "new", 1)
    book = ParameterBook({**shipped_book().parameters, coming.key: coming.with_values([value])})
    assert house.read(preview_parameters, book).rows == ()
    assert house.read(preview_parameters, book, date(2027, 6, 1)).deadlines == 1


def test_who_could_no_longer_be_counted_is_told_with_the_refusal_and_nothing_is_written(house: House) -> None:
    made = house.old()
    paper: dict[str, Any] = {"paper_number": "4/QĐ-TA", "paper_on": date(2026, 6, 18)}
    stay = house.stay(made.stay_id)
    reduced = house.write(
        record_reduction, RecordReduction(stay.stay_id, stay.version, date(2026, 6, 20), months=3, **paper)
    )
    house.admit()
    moves = house.read(preview_parameters, changed("reduction_allowed", "L2021", "1", "0"))
    assert leaving(moves) == {made.code: (reduced.expected_end_on, None)}
    assert [one.refusal.code for one in moves.rows if one.refusal] == ["term_reduction_refused"]
    assert moves.refused == 1
    assert house.stay(made.stay_id).expected_end_on == reduced.expected_end_on


def test_who_may_not_recount_is_not_told_whose_days_would_move(house: House) -> None:
    house.admit()
    (answer,) = MOVES[WhatWouldMove]
    question = WhatWouldMove(shipped_book(), shipped_book(), TODAY)
    assert house.read(lambda uow: answer(uow, question), by=(Role.ADMIN,)) is None
    assert house.read(lambda uow: answer(uow, question)) == Moves(1)


def test_only_the_stages_the_law_of_the_stay_asks_for_are_open(house: House) -> None:
    """Five of who is brought; three of who came by himself under the law of 2021, with its own articles."""
    old = replace(VOLUNTEERED, issued_on=date(2026, 5, 4), decided_months=12)
    kinds = {
        house.admit(StayType.VOLUNTARY_PUBLIC, decision=old, admitted_on=date(2026, 5, 6)).stay_id: (
            3,
            "NĐ 116/2021",
        ),
        house.admit(StayType.VOLUNTARY_PUBLIC).stay_id: (5, "NĐ 163/2026"),
        house.admit(StayType.HOME_PHASES_AT_FACILITY).stay_id: (3, "NĐ 163/2026"),
        house.old().stay_id: (5, "NĐ 116/2021"),
        house.admit(StayType.SUBSTITUTION).stay_id: (0, ""),
    }
    for stay_id, (owed, article) in kinds.items():
        told = [article for code, article in open_items(house, stay_id) if code in {"stage_open", "plan_missing"}]
        assert sum(code == "stage_open" for code, _ in open_items(house, stay_id)) == owed
        assert {one.partition(" Đ")[0] for one in told} <= {article}


def test_a_stage_that_lasts_to_the_end_is_no_open_stage(house: House) -> None:
    stay_id = house.admit().stay_id
    told = house.refused(start_stage, StartStage(stay_id, Stage.LABOUR, TODAY, reason="đang điều trị HIV"))
    assert told.code == "text_private"
    house.write(start_stage, StartStage(stay_id, Stage.LABOUR, TODAY, reason="chưa có giai đoạn 2"))
    assert [code for code, _ in open_items(house, stay_id)].count("stage_open") == 4
