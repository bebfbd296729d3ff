"""Quyết định: each version lies as it was printed; a change is one more, and the clock follows."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from facility_app.db.attachments import NamedFiles
from facility_app.kernel.actor import Role
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.service import (
    SetParameter,
    VoidParameterEdit,
    set_parameter,
    void_parameter_edit,
)
from facility_app.modules.residents.queries.files import answer_named_files
from facility_app.modules.stays.domain.decisions import DecisionKind, StartBasis
from facility_app.modules.stays.domain.types import PresenceState, StayType
from facility_app.modules.stays.queries.detail import list_counted, list_decisions
from facility_app.modules.stays.service import presence
from facility_app.modules.stays.service.decisions import (
    AddDecision,
    AttachDecisionScan,
    SetPolice,
    SetTerm,
    add_decision,
    attach_decision_scan,
    open_decision_scan,
    set_police,
    set_term,
)
from facility_app.modules.stays.service.recounting import recount_all
from facility_app.modules.stays.tables import Stay
from tests.helpers.probe import rows
from tests.modules.residents.people import SCAN, with_store
from tests.modules.stays.house import ADMITTED, ASSIGNED, DECIDED, PAPER, TODAY, House

CHANGED = replace(DECIDED, number="3", issued_on=date(2026, 12, 1), decided_months=36)


def to_add(house: House, stay_id: str, **more: Any) -> AddDecision:
    made = AddDecision(stay_id, house.stay(stay_id).version, DecisionKind.COMPULSORY, CHANGED)
    return replace(made, **more)


def to_set(house: House, stay_id: str, **more: Any) -> SetTerm:
    stay = house.stay(stay_id)
    made = SetTerm(
        stay_id, stay.version, stay.legal_regime, stay.term_start_on, stay.start_basis, reason="theo V-42"
    )
    return replace(made, **more)


@pytest.mark.parametrize(
    "change",
    ["number = '99'", "decided_months = 12", "issued_on = '2026-01-01'", "authority = 'x'", "holds_from = 0"],
)
def test_the_text_of_a_decision_never_changes_not_even_below_the_program(house: House, change: str) -> None:
    house.admit()
    assert "frozen:stay_decision" in house.below(f"UPDATE stay_decision SET {change}")


def test_a_scan_is_put_to_its_decision_once_and_every_look_at_it_is_written_down(
    house: House, tmp_path: Path
) -> None:
    made = house.admit()
    store = with_store(house.facility, tmp_path)
    (decision,) = house.read(list_decisions, made.stay_id)
    assert house.refused(open_decision_scan, decision.decision_id).code == "scan_missing"
    command = AttachDecisionScan(decision.decision_id, SCAN)
    attached = house.write(attach_decision_scan, command)
    assert house.read(list_decisions, made.stay_id)[0].attachment_id == attached
    assert house.refused(attach_decision_scan, command).code == "scan_there_already"
    sealed = house.write(open_decision_scan, decision.decision_id)
    assert store.open(sealed.sha256) == SCAN
    assert house.verbs()[-3:] == [
        "stays.attach_decision_scan",
        "residents.attach_file",
        "residents.open_attachment",
    ]
    named = house.read(answer_named_files, NamedFiles())
    assert sealed.sha256 in named


def test_a_decision_is_never_taken_away(house: House) -> None:
    house.admit()
    assert "frozen:stay_decision" in house.below("DELETE FROM stay_decision")


def test_a_changed_decision_is_a_new_version_and_the_clock_follows_it(house: House) -> None:
    made = house.admit()
    after = house.write(add_decision, to_add(house, made.stay_id))
    assert after.expected_end_on == date(2029, 8, 1)
    versions = house.read(list_decisions, made.stay_id)
    assert [(one.version_no, one.facts.number, one.facts.decided_months) for one in versions] == [
        (1, "12", 24),
        (2, "3", 36),
    ]
    assert versions[1].holds_from == date(2026, 12, 1)


def test_a_decision_that_holds_somebody_longer_is_the_heads_to_write_down(house: House) -> None:
    made = house.admit()
    longer = to_add(house, made.stay_id)
    assert house.refused(add_decision, longer, by=(Role.CLERK,)).code == "permission_denied"
    shorter = replace(longer, facts=replace(CHANGED, decided_months=12))
    assert house.write(add_decision, shorter, by=(Role.CLERK,)).expected_end_on == date(2027, 8, 1)


def test_a_version_holds_from_the_day_it_says(house: House) -> None:
    made = house.admit()
    house.write(add_decision, to_add(house, made.stay_id, holds_from=date(2026, 12, 15)))
    assert house.read(list_decisions, made.stay_id)[1].holds_from == date(2026, 12, 15)
    (line,) = [one for one in house.answer(made.stay_id).ledger if one.kind == "decision_changed"]
    assert line.from_on == date(2026, 12, 15)
    assert line.paper is not None
    assert line.paper.number == "3/QĐ-TA"


def test_a_decision_of_another_kind_moves_no_term(house: House) -> None:
    made = house.admit()
    after = house.write(add_decision, to_add(house, made.stay_id, kind=DecisionKind.ASSIGNMENT, facts=ASSIGNED))
    assert after.expected_end_on == made.expected_end_on


def test_a_changed_decision_of_tomorrow_and_one_without_months_are_refused(house: House) -> None:
    made = house.admit()
    late = replace(CHANGED, issued_on=TODAY + timedelta(days=1))
    assert house.refused(add_decision, to_add(house, made.stay_id, facts=late)).code == "decision_in_future"
    bare = replace(CHANGED, decided_months=None)
    refusal = house.refused(add_decision, to_add(house, made.stay_id, facts=bare))
    assert (refusal.code, set(refusal.fields)) == ("field_missing", {"decided_months"})


def test_somebody_elses_save_in_between_is_a_conflict(house: House) -> None:
    made = house.admit()
    old = to_add(house, made.stay_id)
    house.move(presence.send_to_hospital, made.stay_id, TODAY)
    assert house.refused(add_decision, old).code == "record_changed"


def test_setting_the_term_needs_the_head_and_a_reason(house: House) -> None:
    made = house.admit()
    command = to_set(house, made.stay_id, term_start_on=date(2026, 7, 30), start_basis=StartBasis.OFFICER)
    assert house.refused(set_term, replace(command, reason="  ")).code == "reason_missing"
    assert house.refused(set_term, command, by=(Role.CLERK,)).code == "permission_denied"
    after = house.write(set_term, command, by=(Role.HEAD,))
    assert after.expected_end_on == date(2028, 7, 30)
    ((verb, reason),) = house.sql(
        "SELECT e.verb, v.after FROM audit_entry e JOIN audit_value v ON v.entry_seq = e.seq "
        "WHERE v.column_name = 'reason' AND e.verb = 'stays.set_term'"
    )
    assert (verb, reason) == ("stays.set_term", "theo V-42")


def test_a_law_set_by_hand_keeps_why(house: House) -> None:
    made = house.admit()
    house.write(set_term, to_set(house, made.stay_id, legal_regime=LegalRegime.L2021, reason="Đ56.2"))
    assert house.stay(made.stay_id).legal_regime is LegalRegime.L2021
    assert house.sql("SELECT regime_reason FROM stay WHERE id = ?", made.stay_id) == [("Đ56.2",)]


def test_a_term_set_to_begin_tomorrow_or_to_end_before_it_begins_is_refused(house: House) -> None:
    made = house.admit()
    late = to_set(house, made.stay_id, term_start_on=TODAY + timedelta(days=1))
    assert house.refused(set_term, late).code == "term_start_future"
    turned = to_set(house, made.stay_id, contract_end_on=date(2026, 1, 1))
    assert house.refused(set_term, turned).code == "span_reversed"


def test_the_limit_of_temporary_management_is_when_the_person_leaves(house: House) -> None:
    made = house.admit(StayType.TEMPORARY)
    assert house.stay(made.stay_id).leave_by is None
    house.write(set_term, to_set(house, made.stay_id, custody_until=date(2027, 2, 20)))
    assert house.stay(made.stay_id).leave_by == date(2027, 2, 20)
    assert house.due_on(made.stay_id, "custody_limit") == [date(2027, 2, 20)]


def test_three_commune_police_are_three_places_and_a_known_residence_is_no_task_any_more(house: House) -> None:
    made = house.admit()
    assert "residence" in house.tasks(made.stay_id)
    named = SetPolice(
        made.stay_id, house.stay(made.stay_id).version, "Công an xã A", "Công an xã B", " Công an xã C "
    )
    house.write(set_police, named)
    stay = house.stay(made.stay_id)
    assert (stay.decision_police, stay.seat_police, stay.residence_police) == (
        "Công an xã A",
        "Công an xã B",
        "Công an xã C",
    )
    assert "residence" not in house.tasks(made.stay_id)
    assert "residence" in house.tasks(made.stay_id, "withdrawn")


def test_a_name_too_long_is_told_at_its_field(house: House) -> None:
    made = house.admit()
    command = SetPolice(made.stay_id, house.stay(made.stay_id).version, seat_police="x" * 201)
    refusal = house.refused(set_police, command)
    assert (refusal.code, set(refusal.fields)) == ("text_too_long", {"seat_police"})


def test_every_decision_leaves_one_answer_of_the_clock_and_none_is_ever_written_over(house: House) -> None:
    made = house.admit()
    house.move(presence.record_escape, made.stay_id, date(2026, 10, 1), **PAPER)
    house.move(presence.take_back, made.stay_id, date(2026, 10, 11))
    house.write(add_decision, to_add(house, made.stay_id))
    counted = house.read(list_counted, made.stay_id)
    assert [(one.cause, one.expected_end_on) for one in reversed(counted)] == [
        ("stays.admit_resident", date(2028, 8, 1)),
        ("stays.record_escape", None),
        ("stays.take_back", date(2028, 8, 11)),
        ("stays.add_decision", date(2029, 8, 11)),
    ]
    ((ledger,),) = house.sql("SELECT ledger FROM term_evaluation WHERE cause = 'stays.take_back'")
    assert ("escape", 10, "12/QĐ-CSCN") in [
        (line["kind"], line["days"], line.get("document", {}).get("number")) for line in json.loads(ledger)
    ]
    for change in ("served_days = 0", "ledger = '[]'", "expected_end_on = NULL", "cause = 'x'"):
        told = house.below(f"UPDATE term_evaluation SET {change} WHERE cause = 'stays.take_back'")
        assert "frozen:term_evaluation" in told
    assert "frozen:term_evaluation" in house.below("DELETE FROM term_evaluation")


def test_recounting_everybody_tells_how_many_ends_moved_and_writes_each_answer(house: House) -> None:
    one, two = house.admit(), house.admit()
    assert house.write(recount_all, by=(Role.HEAD,)) == 0
    assert [row.cause for row in house.read(list_counted, one.stay_id)] == [
        "stays.recount_all",
        "stays.admit_resident",
    ]
    assert house.stay(two.stay_id).presence is PresenceState.INSIDE


def test_recounting_mends_an_end_that_an_older_program_had_counted_wrongly(house: House) -> None:
    made = house.admit()
    with house.facility.database.write(house.facility.actor(Role.HEAD)) as uow:
        with uow.act("stays.set_term", reason="như bản cũ"):
            uow.get(Stay, made.stay_id).expected_end_on = ADMITTED
        uow.commit()
    assert house.write(recount_all, by=(Role.HEAD,)) == 1
    assert house.stay(made.stay_id).expected_end_on == date(2028, 8, 1)
    assert rows(house.facility.database, "SELECT count(*) FROM task WHERE status = 'withdrawn'") == [(0,)]


@pytest.mark.parametrize("role", [Role.HEAD, Role.ADMIN])
def test_a_decided_number_of_the_law_moves_the_deadlines_in_the_same_transaction(house: House, role: Role) -> None:
    """Also by whoever may set it and sees nobody: what follows of itself needs no right, and gives none."""
    made = house.admit()
    due = "SELECT due_at FROM task WHERE subject_table = 'stay' AND status <> 'withdrawn' ORDER BY due_at"
    before = house.sql(due)
    command = SetParameter("completion_notice_days", "45", ADMITTED, "NĐ 1/2026", "nghị định mới")
    made_by = house.write(set_parameter, command, by=(role,))
    assert house.read(list_counted, made.stay_id)[0].cause == "stays.recount_all"
    assert len(house.sql(due)) == len(before)
    assert house.sql(due) != before
    house.write(void_parameter_edit, VoidParameterEdit(made_by, 1, "nhầm"), by=(role,))
    assert house.sql(due) == before
    # Who decided stands in the trail, and may still do nothing else.
    decided = (
        "SELECT DISTINCT user_id FROM audit_entry WHERE verb IN ('catalogues.set_parameter', 'stays.recount_all')"
    )
    assert len(house.sql(decided)) == 1
    assert house.refused(recount_all, by=(Role.ADMIN,)).code == "permission_denied"
