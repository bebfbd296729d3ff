"""Tiếp nhận: what a stay is opened on, what is asked before, what follows from it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.regime import LegalRegime
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.stays.domain.decisions import DecisionFacts, DecisionKind, StartBasis
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import EventKind, StayType
from facility_app.modules.stays.queries.detail import list_counted, list_decisions
from facility_app.modules.stays.queries.stays import list_stays_of
from facility_app.modules.stays.service.admission import admit_resident
from tests.modules.stays.house import ADMITTED, ASSIGNED, DECIDED, HELD, MINOR, NOW, TODAY, House


def decided(day: date, **more: Any) -> DecisionFacts:
    return replace(DECIDED, issued_on=day, **more)


def test_a_stay_rests_on_its_decisions_and_its_term_is_counted_at_once(house: House) -> None:
    made = house.admit(assignment=ASSIGNED, rehab_count=1)
    stay = house.stay(made.stay_id)
    assert made.expected_end_on == stay.expected_end_on == stay.leave_by == date(2028, 8, 1)
    assert (stay.term_start_on, stay.start_basis) == (ADMITTED, StartBasis.HANDOVER)
    assert [one.facts.number for one in house.read(list_decisions, made.stay_id)] == ["12", "88"]
    assert [one.cause for one in house.read(list_counted, made.stay_id)] == ["stays.admit_resident"]


def test_the_code_is_the_persons_with_the_number_of_the_coming(house: House) -> None:
    first = house.admit()
    resident = house.stay(first.stay_id).resident_id
    house.end(first.stay_id, ExitCode.DECISION_ANNULLED, TODAY, paper_number="9", paper_on=TODAY)
    second = house.admit(resident_id=resident, admitted_on=TODAY, decision=decided(TODAY))
    person = first.code.rpartition(".")[0]
    assert (first.code, second.code) == (f"{person}.1", f"{person}.2")


@pytest.mark.parametrize(
    ("day", "regime"),
    [(date(2026, 6, 30), LegalRegime.L2021), (date(2026, 7, 1), LegalRegime.L2025)],
)
def test_the_law_follows_the_day_of_the_decision(house: House, day: date, regime: LegalRegime) -> None:
    made = house.admit(decision=decided(day, decided_months=24))
    assert house.stay(made.stay_id).legal_regime is regime


def test_another_law_than_the_decisions_asks_for_a_reason(house: House) -> None:
    command = house.command(legal_regime=LegalRegime.L2021)
    assert house.refused(admit_resident, command).code == "stay_reason_needed"
    made = house.write(admit_resident, replace(command, reason="công văn của C05"))
    assert house.stay(made.stay_id).legal_regime is LegalRegime.L2021
    ((kept,),) = house.sql("SELECT regime_reason FROM stay WHERE id = ?", made.stay_id)
    assert kept == "công văn của C05"


def test_two_open_stays_of_one_person_are_refused_naming_the_one_there(house: House) -> None:
    there = house.admit()
    resident = house.stay(there.stay_id).resident_id
    refusal = house.refused(admit_resident, house.command(resident_id=resident))
    assert refusal.code == "stay_open_already"
    assert there.code in refusal.message
    assert "01/08/2026" in refusal.message


def test_a_decision_dated_tomorrow_is_refused_with_the_article(house: House) -> None:
    tomorrow = TODAY + timedelta(days=1)
    refusal = house.refused(admit_resident, house.command(decision=decided(tomorrow)))
    assert refusal.code == "decision_in_future"
    assert "02/02/2027" in refusal.message
    assert "Đ108.1" in refusal.message
    assert set(refusal.fields) == {"issued_on"}


def test_a_decision_of_after_the_admission_asks_for_a_reason(house: House) -> None:
    command = house.command(decision=decided(ADMITTED + timedelta(days=2)), assignment=ASSIGNED)
    assert house.refused(admit_resident, command).code == "stay_reason_needed"
    made = house.write(admit_resident, replace(command, reason="bản chính gửi sau"))
    assert [one.code for one in made.findings] == ["decision_after_admission"]


def test_months_the_law_does_not_know_ask_for_a_reason_and_are_kept_as_printed(house: House) -> None:
    command = house.command(decision=decided(date(2026, 7, 30), decided_months=30), assignment=ASSIGNED)
    refusal = house.refused(admit_resident, command)
    assert refusal.code == "stay_reason_needed"
    assert "30 tháng" in refusal.message
    assert "24 hoặc 36" in refusal.message
    assert set(refusal.fields) == {"reason"}
    made = house.write(admit_resident, replace(command, reason="đúng như bản án"))
    assert made.expected_end_on == date(2029, 2, 1)
    assert [one.code for one in made.findings] == ["months_not_lawful"]


@pytest.mark.parametrize("missing", ["number", "issued_on", "authority", "decided_months"])
def test_what_a_decision_must_print_is_asked_for_at_its_field(house: House, missing: str) -> None:
    empty: Any = None if missing in {"issued_on", "decided_months"} else ""
    refusal = house.refused(admit_resident, house.command(decision=replace(DECIDED, **{missing: empty})))
    assert (refusal.code, set(refusal.fields)) == ("field_missing", {missing})


def test_a_stay_without_the_decision_it_rests_on_names_every_place_of_it(house: House) -> None:
    refusal = house.refused(admit_resident, house.command(decision=None))
    assert set(refusal.fields) == {"number", "issued_on", "authority", "decided_months"}


@pytest.mark.parametrize(
    ("kind", "person", "code"),
    [
        (StayType.COMPULSORY_ADULT, MINOR, "minor_as_adult"),
        (StayType.COMPULSORY_MINOR, None, "adult_as_minor"),
        (StayType.COMPULSORY_MINOR, MINOR, "minor_place"),
        (
            StayType.COMPULSORY_MINOR,
            Person(name="Bé Tí", sex=Sex.MALE, birth_on=date(2015, 8, 2)),
            "below_twelve",
        ),
    ],
)
def test_an_age_that_is_not_the_types_asks_for_a_reason(
    house: House, kind: StayType, person: Person | None, code: str
) -> None:
    command = house.command(kind, resident_id=house.person(person), reason=None, assignment=ASSIGNED)
    assert house.refused(admit_resident, command).code == "stay_reason_needed"
    made = house.write(admit_resident, replace(command, reason="có quyết định của Tòa án"))
    assert [one.code for one in made.findings] == [code]


def test_a_minor_is_lawful_in_temporary_management_anywhere(house: House) -> None:
    made = house.admit(StayType.TEMPORARY, resident_id=house.person(MINOR))
    assert made.findings == ()


@pytest.mark.parametrize(
    ("more", "starts"),
    [
        ({}, ADMITTED),
        ({"start_basis": StartBasis.INFORMED, "informed_on": date(2026, 8, 3)}, date(2026, 8, 3)),
        ({"start_basis": StartBasis.OFFICER, "term_start_on": date(2026, 7, 31)}, date(2026, 7, 31)),
        (
            {
                "start_basis": StartBasis.PRINTED,
                "decision": decided(date(2026, 7, 30), decided_from=date(2026, 8, 2)),
            },
            date(2026, 8, 2),
        ),
    ],
)
def test_the_first_day_is_the_one_its_basis_names(house: House, more: dict[str, Any], starts: date) -> None:
    made = house.admit(reason="theo công văn 12", **more)
    assert house.stay(made.stay_id).term_start_on == starts


def test_a_first_day_or_a_law_set_otherwise_than_the_papers_give_it_is_the_heads_with_a_reason(
    house: House,
) -> None:
    late = house.command(term_start_on=date(2026, 11, 1))
    told = house.command(start_basis=StartBasis.INFORMED, informed_on=date(2026, 11, 1))
    old = house.command(legal_regime=LegalRegime.L2021)
    for command in (late, told, old):
        reasoned = replace(command, reason="vì")
        assert house.refused(admit_resident, reasoned, by=(Role.INTAKE,)).code == "permission_denied"
        refusal = house.refused(admit_resident, command, by=(Role.HEAD,))
        assert (refusal.code, set(refusal.fields)) == ("stay_reason_needed", {"reason"})
    made = house.write(admit_resident, replace(late, reason="vì"), by=(Role.HEAD,))
    assert house.stay(made.stay_id).term_start_on == date(2026, 11, 1)


def test_what_was_typed_about_substitution_treatment_is_kept_though_it_rests_on_no_decision(house: House) -> None:
    made = house.admit(StayType.SUBSTITUTION, decision=replace(DECIDED, number="9", decided_months=None))
    (kept,) = house.read(list_decisions, made.stay_id)
    assert (kept.kind, kept.facts.number) == (DecisionKind.SUBSTITUTION, "9")
    assert house.admit(StayType.SUBSTITUTION).expected_end_on is None


def test_a_coming_does_not_begin_while_another_one_of_the_person_lasted(house: House) -> None:
    first = house.admit()
    resident = house.stay(first.stay_id).resident_id
    house.end(first.stay_id, ExitCode.DEATH)
    command = house.command(resident_id=resident, admitted_on=TODAY - timedelta(days=1))
    refusal = house.refused(admit_resident, command)
    assert (refusal.code, set(refusal.fields)) == ("stay_overlaps", {"admitted_on"})
    assert first.code in refusal.message
    house.write(admit_resident, replace(command, admitted_on=TODAY))


def test_temporary_management_begins_on_the_day_of_its_decision_and_has_no_end(house: House) -> None:
    made = house.admit(StayType.TEMPORARY, admitted_on=date(2026, 12, 21), custody_until=date(2027, 3, 1))
    stay = house.stay(made.stay_id)
    assert (stay.term_start_on, stay.expected_end_on, stay.leave_by) == (HELD.issued_on, None, date(2027, 3, 1))
    assert house.answer(made.stay_id).served_days == (TODAY - date(2026, 12, 20)).days


def test_a_term_does_not_begin_tomorrow(house: House) -> None:
    command = house.command(term_start_on=TODAY + timedelta(days=1), start_basis=StartBasis.OFFICER)
    assert house.refused(admit_resident, command).code == "term_start_future"


def test_days_held_before_come_off_the_term(house: House) -> None:
    made = house.admit(held_from=date(2026, 7, 20))
    assert made.expected_end_on == date(2028, 7, 20)
    event = house.event(made.stay_id, EventKind.TEMPORARY_MANAGEMENT_CREDIT)
    assert (event.from_on, event.to_on) == (date(2026, 7, 20), ADMITTED)
    assert house.answer(made.stay_id).credited_days == 12


def test_a_private_facility_owes_a_notice_within_24_hours(house: House) -> None:
    made = house.admit(StayType.VOLUNTARY_PRIVATE, contract_number="4/HĐ", contract_end_on=date(2028, 7, 1))
    (notice,) = house.tasks(made.stay_id)["private_admission_notice"]
    assert notice.due_at == NOW + timedelta(hours=24)
    assert notice.role == "INTAKE"
    assert house.due_on(made.stay_id, "contract_notice") == [date(2028, 6, 1)]


def test_a_public_facility_owes_no_such_notice(house: House) -> None:
    assert "private_admission_notice" not in house.tasks(house.admit().stay_id)


def test_a_day_of_tomorrow_and_a_span_reversed_are_told_together_each_at_its_field(house: House) -> None:
    command = house.command(admitted_on=TODAY + timedelta(days=1), custody_until=TODAY, held_from=TODAY)
    refusal = house.refused(admit_resident, command)
    assert (refusal.code, set(refusal.fields)) == ("bad_fields", {"admitted_on", "custody_until"})


def test_held_after_the_admission_is_refused(house: House) -> None:
    refusal = house.refused(admit_resident, house.command(held_from=ADMITTED + timedelta(days=1)))
    assert refusal.code == "span_reversed"


def test_somebody_nobody_knows_is_not_admitted(house: House) -> None:
    assert house.refused(admit_resident, house.command(resident_id="0" * 32)).code == "not_found"


def test_the_list_of_residents_says_it_the_same_moment(house: House) -> None:
    made = house.admit()
    assert house.card(made.stay_id) == ("present", made.stay_id, "COMPULSORY_ADULT", "2028-08-01")


def test_every_coming_of_a_person_is_listed_the_last_one_first(house: House) -> None:
    first = house.admit()
    resident = house.stay(first.stay_id).resident_id
    house.end(first.stay_id, ExitCode.DEATH)
    assert [one.stay_id for one in house.read(list_stays_of, resident)] == [first.stay_id]


def test_what_a_stay_owes_stands_on_the_worklists_of_those_who_do_it(house: House) -> None:
    made = house.admit()
    owed = house.tasks(made.stay_id)
    assert house.due_on(made.stay_id, "stage1") == [ADMITTED + timedelta(days=2)]
    assert house.due_on(made.stay_id, "completion_notice") == [date(2028, 7, 2)]
    assert house.due_on(made.stay_id, "release") == [date(2028, 8, 1)]
    assert [one.role for one in owed["examination"]] == ["DOCTOR"]
    assert owed["stage1"][0].due_at.astimezone(LOCAL).hour == 23
