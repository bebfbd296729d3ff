"""Rules on plain values: plans, rounds, gaps, checks, rule tables as they came along, missed days."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.modules.medication.domain.checks import (
    AllergySeverity,
    KnownAllergy,
    Need,
    Severity,
    Taking,
    need_of,
    weigh,
)
from facility_app.modules.medication.domain.orders import OrderLife, OrderState
from facility_app.modules.medication.domain.outcomes import Gap
from facility_app.modules.medication.domain.plan import Plan, PlanPart, check_plan, slots_on
from facility_app.modules.medication.domain.protocols import protocols_of, read_protocols
from facility_app.modules.medication.domain.rounds import ROUND_HOURS, Round, round_end, round_now, round_of
from facility_app.modules.medication.domain.rules import FILES, RuleList, RuleRow, english_of, in_force, rows_of
from facility_app.modules.medication.domain.substitution import (
    DoseHistory,
    MissedAction,
    RuleKind,
    SubstitutionRule,
    missed_rule,
    require_first_dose,
    require_not_missed,
    vomited_rule,
)
from tests.helpers.cases import each
from tests.helpers.probe import SHELF

DAY = date(2026, 11, 23)
START = datetime.combine(DAY, time(9), LOCAL)
READERS = {one: rows_of(one) for one in RuleList} | {RuleList.PROTOCOL: read_protocols}


def shipped(rule_list: RuleList) -> tuple[RuleRow, ...]:
    return SHELF.take(FILES[rule_list], READERS[rule_list])


def approved(row: RuleRow) -> RuleRow:
    return RuleRow(row.rule_list, row.code, row.values, 1, "Bác Sĩ Lan", DAY)


def test_a_plan_is_kept_as_text_and_says_what_is_due_when() -> None:
    text = "1-2 20000@08:00,20:00; 3- 10000@20:00"
    plan = Plan.read(text)
    assert (plan.text, plan.most_a_time, plan.most_a_day, plan.last_day) == (text, 20_000, 40_000, None)
    due = {
        number: [(slot.name, slot.amount) for slot in slots_on(plan, START, None, DAY + timedelta(days=number))]
        for number in (-1, 0, 1, 2)
    }
    assert due == {
        -1: [],
        0: [("20:00", 20_000)],
        1: [("08:00", 20_000), ("20:00", 20_000)],
        2: [("20:00", 10_000)],
    }
    noon = datetime.combine(DAY + timedelta(days=1), time(12), LOCAL)
    assert [slot.name for slot in slots_on(plan, START, noon, DAY + timedelta(days=1))] == ["08:00"]
    for parts in ((PlanPart(2, None, 1, (time(8),)),), (PlanPart(1, 400, 1, (time(8),)),), ()):
        faults = Faults()
        check_plan(faults, parts, needs_times=True)
        with pytest.raises(UserError):
            faults.refuse()


def test_the_state_of_an_order_is_a_matter_of_the_moment() -> None:
    hour = timedelta(hours=1)
    life = OrderLife(START, START + 9 * hour, START + hour, None, ((START + 2 * hour, START + 3 * hour),))
    states = {number: life.state(START + number * hour) for number in (0, 1, 2, 3, 9)}
    assert states[2] is OrderState.HELD
    assert {states[0], states[1], states[3]} == {OrderState.VERIFIED}
    assert states[9] is OrderState.ENDED


def test_rounds_share_out_the_day() -> None:
    hours = ROUND_HOURS.default
    found = [
        round_of(time(*at), hours) for at in ((4, 59), (5, 0), (10, 30), (14, 0), (18, 59), (19, 0), (23, 59))
    ]
    expected = [Round.NIGHT, Round.MORNING, Round.NOON, *(Round.AFTERNOON,) * 2, *(Round.NIGHT,) * 2]
    assert found == expected
    assert round_end(DAY, Round.MORNING, hours) == datetime.combine(DAY, time(10, 30), LOCAL)
    morning = datetime.combine(DAY + timedelta(days=1), time(5), LOCAL)
    assert round_end(DAY, Round.NIGHT, hours) == morning
    # The small hours are still the night that began the evening before.
    for before in (timedelta(minutes=1), timedelta(hours=5)):
        assert round_now(morning - before, hours) == (DAY, Round.NIGHT)
    assert round_now(morning, hours) == (DAY + timedelta(days=1), Round.MORNING)
    assert not ROUND_HOURS.accepts("05:00 04:00 14:00 19:00")


def test_a_medicine_as_needed_waits_for_its_gap_and_its_number() -> None:
    at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    gap = Gap(60, 2)
    gap.require("x", [at - timedelta(minutes=60)], at)
    for before in ([at - timedelta(minutes=59)], [at - timedelta(hours=2), at - timedelta(hours=23)]):
        with pytest.raises(UserError):
            gap.require("x", before, at)
    after = [at + timedelta(hours=2), at + timedelta(hours=4)]
    for late in (after, [at - timedelta(hours=19), at + timedelta(hours=4)]):
        with pytest.raises(UserError):
            gap.require("x", late, at)
    gap.require("x", [at - timedelta(hours=20), at + timedelta(hours=4)], at)


def test_what_a_finding_needs_depends_on_who_approved_and_what_is_guarded() -> None:
    table = {
        (severity, is_approved, is_guarded): need_of(severity, is_approved=is_approved, is_guarded=is_guarded)
        for severity in Severity
        for is_approved in (True, False)
        for is_guarded in (True, False)
    }
    second = {key for key, need in table.items() if need is Need.SECOND}
    assert second == {
        (Severity.STOP, True, True),
        (Severity.STOP, True, False),
        (Severity.STOP, False, True),
        (Severity.WARN, False, True),
    }
    assert {key for key, need in table.items() if need is Need.REASON} == {
        (Severity.WARN, True, True),
        (Severity.WARN, True, False),
    }


def taking(name: str, atc: str, milligrams: int, order_id: str = "", **more: object) -> Taking:
    amount = milligrams * 1000
    return Taking(order_id, name, name, atc, "mg", amount, amount, **more)  # type: ignore[arg-type]


def test_every_reading_of_the_interaction_table_is_found_from_both_sides() -> None:
    rules = [*shipped(RuleList.INTERACTION), *shipped(RuleList.DUPLICATE)]
    methadone, diazepam = taking("Methadon", "N07BC02", 60, "m"), taking("Diazepam", "N05BA01", 5, "d")
    for new, other in ((methadone, diazepam), (diazepam, methadone)):
        keys = [one.key for one in weigh(new, [other], rules, [])]
        assert keys == ["interaction:opioid_benzodiazepine"]
    high, ondansetron = taking("Methadon", "N07BC02", 120, "m"), taking("Ondansetron", "A04AA01", 8, "o")
    haloperidol = taking("Haloperidol", "N05AD01", 5, "h")
    assert weigh(ondansetron, [methadone], rules, []) == ()
    assert [one.severity for one in weigh(ondansetron, [high], rules, [])] == [Severity.WARN]
    found = weigh(ondansetron, [high, haloperidol], rules, [])
    assert [(one.key, one.severity) for one in found] == [("interaction:methadone_qt", Severity.STOP)]
    tramadol = taking("Tramadol", "N02AX02", 50, "t")
    assert {one.key for one in weigh(tramadol, [methadone], rules, [])} == {
        "interaction:methadone_partial",
        "duplicate:two_opioids",
    }


def test_doses_of_one_day_are_summed_and_units_are_told_apart() -> None:
    rules = shipped(RuleList.MAX_DOSE)
    one = taking("Paracetamol", "N02BE01", 2500, "p")
    assert [found.key for found in weigh(one, [taking("Paracetamol", "N02BE01", 2000)], rules, [])] == [
        "max_dose:paracetamol_day"
    ]
    assert weigh(one, [], rules, []) == ()
    micrograms = Taking("", "Clonidin", "Clonidin", "C02AC01", "mcg", 150_000, 1_350_000)
    assert [found.key for found in weigh(micrograms, [], rules, [])] == ["max_dose:clonidine_day"]


def test_allergies_are_matched_by_name_and_by_group() -> None:
    rules = shipped(RuleList.ALLERGY_GROUP)
    ibuprofen = taking("Ibuprofen", "M01AE01", 400)
    aspirin = KnownAllergy("aspirin", "nsaids", AllergySeverity.SEVERE)
    (found,) = weigh(ibuprofen, [], [approved(row) for row in rules], [aspirin])
    assert (found.key, found.need) == ("allergy_group:nsaids", Need.SECOND)
    mild = KnownAllergy("Ibuprofen", "", AllergySeverity.MILD)
    assert [one.need for one in weigh(ibuprofen, [], rules, [mild])] == [Need.REASON]


@each("rule_list", RuleList)
def test_every_shipped_row_is_a_draft_that_can_be_read_with_its_english_and_source(rule_list: RuleList) -> None:
    rows = shipped(rule_list)
    assert rows
    assert not [row.code for row in rows if row.is_approved or not row.values["source"]]
    assert len(english_of(rows)) == len({row.text for row in rows})
    assert {row.evidence.value for row in rows} <= {"read", "memory", "design"}


def test_shipped_tables_hold_what_the_checks_need() -> None:
    for name, lists in (
        ("severity", (RuleList.MAX_DOSE, RuleList.INTERACTION)),
        ("day_most", (RuleList.MAX_DOSE,)),
    ):
        for one in lists:
            assert [row.code for row in shipped(one) if row.number(name) is None] == []
    assert all(line.parts for one in protocols_of(shipped(RuleList.PROTOCOL)) for line in one.lines)


def test_the_newest_approved_version_counts_and_a_draft_takes_the_place_of_nothing_that_came() -> None:
    (first, *_) = shipped(RuleList.DUPLICATE)
    draft = RuleRow(first.rule_list, first.code, {**first.values, "text": "khác"}, 2)
    assert in_force([first], [draft]) == (first,)
    assert in_force([], [draft]) == (draft,)
    template = next(iter(shipped(RuleList.PROTOCOL)))
    other = RuleRow(template.rule_list, template.code, template.values, 1)
    assert in_force([template], [other]) == (other,)
    standing = approved(first)
    assert in_force([first], [standing, draft]) == (standing,)
    off = RuleRow(first.rule_list, first.code, first.values, 3, "Bác Sĩ Lan", DAY, is_off=True)
    assert in_force([first], [standing, draft, off]) == ()


def test_rules_of_substitution_are_off_until_approved_but_for_the_two_that_hold_always() -> None:
    rules = [SubstitutionRule.of(row) for row in shipped(RuleList.SUBSTITUTION)]
    assert {rule.row.code for rule in rules if rule.is_in_force} == {"methadone_first", "missed_30"}
    after = DoseHistory(DAY, 60_000)
    require_not_missed(rules, after, "N07BC02", DAY + timedelta(days=30))
    with pytest.raises(UserError):
        require_not_missed(rules, after, "N07BC02", DAY + timedelta(days=31))
    bound = [SubstitutionRule.of(approved(row)) for row in shipped(RuleList.SUBSTITUTION)]
    actions = {days: found.action for days in range(1, 31) if (found := missed_rule(bound, "N07BC02", days))}
    assert [actions[days] for days in (1, 2, 3, 4, 5, 29, 30)] == [
        MissedAction.SAME,
        MissedAction.SAME_IF_SOBER,
        MissedAction.REDUCE,
        MissedAction.REVIEW,
        MissedAction.REINDUCE,
        MissedAction.REINDUCE,
        MissedAction.END,
    ]
    percents = {
        at: rule.percent for at in (0, 9, 10, 30, 31, 45, 46) if (rule := vomited_rule(bound, "N07BC02", at))
    }
    assert percents == {0: 100, 9: 100, 10: 50, 30: 50, 31: 25, 45: 25, 46: 0}
    assert {rule.kind for rule in rules} == {*RuleKind}


def test_a_first_dose_is_one_after_a_gap_too() -> None:
    rules = [SubstitutionRule.of(row) for row in shipped(RuleList.SUBSTITUTION)]
    require_first_dose(rules, DoseHistory(), "N07BC02", 30_000, "mg", DAY)
    require_first_dose(rules, DoseHistory(DAY, 60_000), "N07BC02", 60_000, "mg", DAY + timedelta(days=6))
    for history, later in ((DoseHistory(), 0), (DoseHistory(DAY, 60_000), 7)):
        with pytest.raises(UserError):
            require_first_dose(rules, history, "N07BC02", 30_001, "mg", DAY + timedelta(days=later))
