"""The clock against cases worked out by hand from the articles; the arithmetic stands beside each."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.modules.stays.clockwork import answers, document, ledger_faults
from tests.modules.stays.oracle import Case, second_opinion

PAPER = {"number": "12/QĐ-CSCN", "date": "2026-10-01"}


class Told(NamedTuple):
    """One case with what it must answer."""

    case: Case
    answer: dict[str, Any]
    warnings: tuple[str, ...] = ()


def span(kind: str, first: str, to: str | None = None, **more: object) -> dict[str, Any]:
    return {"kind": kind, "from": first, "to": to, **more}


def proved(kind: str, first: str, to: str | None = None) -> dict[str, Any]:
    return span(kind, first, to, document=PAPER)


def credit(first: str, to: str) -> dict[str, Any]:
    return span("temporary_management_credit", first, to)


def end(on: str, code: str) -> dict[str, Any]:
    return {"kind": "end", "on": on, "exit_code": code}


def reduction(on: str, **size: int) -> dict[str, Any]:
    return {"kind": "reduction", "on": on, "document": PAPER, **size}


def changed(on: str, months: int, *, paper: bool = True) -> dict[str, Any]:
    event: dict[str, Any] = {"kind": "decision_changed", "on": on, "decided_months": months}
    return {**event, "document": PAPER} if paper else event


def case(
    *events: dict[str, Any],
    regime: str = "L2025",
    kind: str = "COMPULSORY_ADULT",
    start: str = "2026-08-01",
    months: int | None = 24,
    on: str = "2027-02-01",
    born: str | None = None,
    **more: object,
) -> Case:
    made: Case = {"id": "c", "legal_regime": regime, "stay_type": kind, "term_start_on": start, "on": on, **more}
    if months is not None:
        made["decided_months"] = months
    if born is not None:
        made["date_of_birth"] = born
    return {**made, "events": list(events)}


# Unless a case says otherwise: 24 months from 01/08/2026 end on 01/08/2028, 731 days (2028 is a leap year), and on
# 01/02/2027 there have been 31+30+31+30+31+31 = 184 of them, so 547 are left.
PLAIN = {
    "expected_end": "2028-08-01",
    "served_days": 184,
    "credited_days": 0,
    "added_days": 0,
    "remaining_days": 547,
}

CASES: dict[str, Told] = {
    # The months of the decision (L25 Đ29.1; counted by the calendar)
    "plain term of 24 months": Told(case(), PLAIN),
    "plain term of 36 months": Told(case(months=36), {"expected_end": "2029-08-01"}),
    # 31/08/2026 + 18 months: February 2028 has 29 days
    "months end on the last day of a shorter month": Told(
        case(start="2026-08-31", months=18), {"expected_end": "2028-02-29"}, ("months_off",)
    ),
    # 31/08/2025 + 18 months: February 2027 has 28
    "months end on 28 February": Told(
        case(start="2025-08-31", months=18, regime="L2021", on="2026-01-01"), {"expected_end": "2027-02-28"}
    ),
    # 29/02/2028 + 12 months
    "a term from a leap day ends on 28 February": Told(
        case(start="2028-02-29", months=24, on="2028-03-01"),
        {"expected_end": "2030-02-28", "served_days": 1},
    ),
    "no roll-over for a weekend: 01/08/2027 is a Sunday": Told(
        case(start="2025-08-01", on="2026-08-01"), {"expected_end": "2027-08-01", "served_days": 365}
    ),
    "before the start nothing is served": Told(
        case(on="2026-07-01"), {"served_days": 0, "remaining_days": 731, "expected_end": "2028-08-01"}
    ),
    "on the first day nothing is served yet": Told(
        case(on="2026-08-01"), {"served_days": 0, "remaining_days": 731}
    ),
    "on the day of leaving nothing is left": Told(
        case(on="2028-08-01"), {"served_days": 731, "remaining_days": 0}
    ),
    # 01/08/2028 + 9 days: nobody serves more than the term
    "after the end the days past it are told": Told(
        case(on="2028-08-10"), {"served_days": 731, "remaining_days": 0, "days_past_end": 9}, ("past_end",)
    ),
    # Temporary management (L25 Đ37.2; Đ98.3)
    # 20/07 to 01/08: 12 days; 731 - 12 = 719; 547 - 12 = 535
    "temporary management is taken off": Told(
        case(credit("2026-07-20", "2026-08-01")),
        {**PLAIN, "expected_end": "2028-07-20", "credited_days": 12, "remaining_days": 535},
    ),
    # 20/07–28/07 and 25/07–01/08 are 12 days together, not 15
    "overlapping credits count once": Told(
        case(credit("2026-07-20", "2026-07-28"), credit("2026-07-25", "2026-08-01")),
        {"credited_days": 12, "expected_end": "2028-07-20"},
    ),
    # 12 days less 23/07–26/07 = 3
    "an escape inside shrinks the credit": Told(
        case(credit("2026-07-20", "2026-08-01"), proved("escape", "2026-07-23", "2026-07-26")),
        {"credited_days": 9, "added_days": 0, "expected_end": "2028-07-23"},
    ),
    "an escape without its paper shrinks no credit": Told(
        case(credit("2026-07-20", "2026-08-01"), span("escape", "2026-07-23", "2026-07-26")),
        {"credited_days": 12, "expected_end": "2028-07-20"},
        ("no_paper",),
    ),
    # 28/07–01/08 shrinks by 4 to 8, 01/08–04/08 adds 3: 01/08/2028 - 8 + 3
    "an escape across the start shrinks and adds": Told(
        case(credit("2026-07-20", "2026-08-01"), proved("escape", "2026-07-28", "2026-08-04")),
        {"credited_days": 8, "added_days": 3, "expected_end": "2028-07-27", "served_days": 181},
    ),
    "an escape wholly before the start has no effect": Told(
        case(proved("escape", "2026-06-01", "2026-06-20")), PLAIN
    ),
    "hospital during temporary management stays credited": Told(
        case(credit("2026-07-20", "2026-08-01"), span("hospital", "2026-07-22", "2026-07-25")),
        {"credited_days": 12},
    ),
    # the days from 01/08 on are served already: 12, not 17
    "a credit that reaches into the term is cut at the start": Told(
        case(credit("2026-07-20", "2026-08-06")), {"credited_days": 12}, ("credit_after_start",)
    ),
    "a credit of no days is no days": Told(case(credit("2026-08-01", "2026-08-01")), PLAIN),
    "prison overlapping a credit is told, not counted": Told(
        case(credit("2026-07-20", "2026-08-01"), proved("prison", "2026-07-25", "2026-07-28")),
        {"credited_days": 12, "added_days": 0},
        ("credit_overlapped",),
    ),
    # Escape (Đ107.4, Đ109.3)
    # 01/10–11/10: 10 days; 184 - 10 = 174; 01/08/2028 + 10; 731 - 174 = 557
    "an escape is added": Told(
        case(proved("escape", "2026-10-01", "2026-10-11")),
        {"expected_end": "2028-08-11", "added_days": 10, "served_days": 174, "remaining_days": 557},
    ),
    "an escape without its paper adds nothing": Told(
        case(span("escape", "2026-10-01", "2026-10-11")), PLAIN, ("no_paper",)
    ),
    "back the same day is no day": Told(case(proved("escape", "2026-10-01", "2026-10-01")), PLAIN),
    # 01/10–11/10 and 05/10–15/10 are 14 days together
    "overlapping escapes count once": Told(
        case(proved("escape", "2026-10-01", "2026-10-11"), proved("escape", "2026-10-05", "2026-10-15")),
        {"added_days": 14, "expected_end": "2028-08-15"},
    ),
    # hospital 01/10–20/10 with an escape 05/10–08/10: 3 days added, the other 16 served
    "an escape from hospital wins over hospital": Told(
        case(span("hospital", "2026-10-01", "2026-10-20"), proved("escape", "2026-10-05", "2026-10-08")),
        {"added_days": 3, "expected_end": "2028-08-04", "served_days": 181},
    ),
    # away since 22/01/2027, 10 days on 01/02; served 174, left 731 - 174
    "an open escape hides the end": Told(
        case(proved("escape", "2027-01-22")),
        {
            "expected_end": None,
            "end_if_back_on": "2028-08-11",
            "added_days": 10,
            "served_days": 174,
            "remaining_days": 557,
        },
        ("end_unknown",),
    ),
    "an open escape without its paper hides the end and adds nothing": Told(
        case(span("escape", "2027-01-22")),
        {"expected_end": None, "end_if_back_on": "2028-08-01", "added_days": 0, "served_days": 184},
        ("no_paper", "end_unknown"),
    ),
    # the term pauses from 25/07/2028 with 7 days left, whatever day somebody is back
    "an escape over the plain end pauses it": Told(
        case(proved("escape", "2028-07-25", "2028-09-01"), on="2028-09-01"),
        {"expected_end": "2028-09-08", "added_days": 38, "remaining_days": 7, "served_days": 724},
    ),
    "an escape on the day of leaving adds nothing": Told(
        case(proved("escape", "2028-08-01", "2028-08-20")), PLAIN, ("event_after_end",)
    ),
    # Overstayed funeral leave (Đ121.4)
    # leave 01/11–06/11 counts, 06/11–10/11 does not
    "an overstayed leave is added from its end": Told(
        case(span("funeral", "2026-11-01", "2026-11-06"), proved("overstay", "2026-11-06", "2026-11-10")),
        {"added_days": 4, "expected_end": "2028-08-05", "served_days": 180},
    ),
    "an overstay without its search decision adds nothing": Told(
        case(span("overstay", "2026-11-06", "2026-11-10")), PLAIN, ("no_paper",)
    ),
    "an open overstay hides the end": Told(
        case(proved("overstay", "2027-01-31")),
        {"expected_end": None, "end_if_back_on": "2028-08-02", "added_days": 1},
        ("end_unknown",),
    ),
    # Prison (L25 Đ47.1; L21 Đ39)
    # 01/10–31/12: 30... October 31 + November 30 + December to the 1st of January = 92 days
    "prison under the new law is added": Told(
        case(proved("prison", "2026-10-01", "2027-01-01")),
        {"added_days": 92, "expected_end": "2028-11-01", "served_days": 92, "remaining_days": 639},
    ),
    "prison without its judgment adds nothing": Told(
        case(span("prison", "2026-10-01", "2027-01-01")), PLAIN, ("no_paper",)
    ),
    "open prison under the new law hides the end": Told(
        case(proved("prison", "2027-01-01")),
        {"expected_end": None, "end_if_back_on": "2028-09-01", "added_days": 31},
        ("end_unknown",),
    ),
    # 01/03/2026–01/06/2026: 31 + 30 + 31 = 92 days served, the rest waived
    "prison under the old law ends the term on its first day": Told(
        case(proved("prison", "2026-06-01"), regime="L2021", start="2026-03-01", months=12),
        {
            "expected_end": "2026-06-01",
            "served_days": 92,
            "remaining_days": 0,
            "ended": {"on": "2026-06-01", "exit_code": "IMPRISONED"},
        },
    ),
    "under the old law the rest is waived though the judgment is not named yet": Told(
        case(span("prison", "2026-06-01", "2026-09-01"), regime="L2021", start="2026-03-01", months=12),
        {"expected_end": "2026-06-01", "ended": {"on": "2026-06-01", "exit_code": "IMPRISONED"}},
        ("waiver_no_paper",),
    ),
    "prison after an old term was over waives nothing": Told(
        case(proved("prison", "2026-12-01"), regime="L2021", start="2025-03-01", months=12, on="2026-02-01"),
        {"expected_end": "2026-03-01"},
        ("event_after_end",),
    ),
    "prison wholly before an old term has no effect": Told(
        case(proved("prison", "2026-01-01", "2026-02-01"), regime="L2021", start="2026-03-01", months=12),
        {"expected_end": "2027-03-01"},
    ),
    # Remand (the law is silent)
    # 01/11–21/11: 20 days neither served nor added; 184 - 20 = 164
    "a remand waits for an officer's decision": Told(
        case(span("remand", "2026-11-01", "2026-11-21")),
        {
            "expected_end": None,
            "served_days": 164,
            "remaining_days": None,
            "added_days": 0,
            "earliest_end": "2028-08-01",
            "latest_end": "2028-08-21",
        },
        ("remand_undecided",),
    ),
    "an open remand hides the end": Told(
        case(span("remand", "2027-01-31")),
        {"expected_end": None, "earliest_end": "2028-08-01"},
        ("remand_undecided",),
    ),
    "a remand decided as served counts": Told(
        case(span("remand", "2026-11-01", "2026-11-21", counts_as="served")), PLAIN
    ),
    "a remand decided as added needs its paper": Told(
        case(span("remand", "2026-11-01", "2026-11-21", counts_as="added")), PLAIN, ("no_paper",)
    ),
    "a remand decided as added, on paper": Told(
        case(span("remand", "2026-11-01", "2026-11-21", counts_as="added", document=PAPER)),
        {"added_days": 20, "expected_end": "2028-08-21", "served_days": 164},
    ),
    "a remand explained by prison on every day is decided": Told(
        case(span("remand", "2026-11-01", "2026-11-21"), proved("prison", "2026-11-01", "2026-11-21")),
        {"added_days": 20, "expected_end": "2028-08-21"},
    ),
    # What counts as served
    "hospital counts (Đ114.4)": Told(case(span("hospital", "2027-01-05", "2027-01-20")), PLAIN),
    "open hospital leaves the end known": Told(case(span("hospital", "2027-01-05")), PLAIN),
    "suspension counts (L25 Đ39.3)": Told(
        case(span("suspension", "2026-12-01", "2027-01-15")), {**PLAIN, "resume_required": True}
    ),
    "proceedings count (Đ111.4)": Told(case(span("proceedings", "2026-12-01", "2026-12-11")), PLAIN),
    "open proceedings leave the end known": Told(case(span("proceedings", "2026-12-01")), PLAIN),
    "a funeral counts (Đ121.1)": Told(case(span("funeral", "2026-12-01", "2026-12-06")), PLAIN),
    "a transfer counts (L25 Đ38)": Told(case(span("transfer", "2026-12-01", "2026-12-03")), PLAIN),
    "hospital under the old law counts day for day": Told(
        case(span("hospital", "2026-03-05", "2026-03-20"), regime="L2021", start="2026-03-01", months=12),
        {"expected_end": "2027-03-01", "served_days": 337, "added_days": 0},
    ),
    # Going on after a suspension (L25 Đ39.3): 3 calendar months left or more
    # back on 01/05/2028: 01/08/2028 is exactly three months on
    "three months left after a suspension: the term goes on": Told(
        case(span("suspension", "2028-04-01", "2028-05-01"), on="2028-05-02"), {"resume_required": True}
    ),
    "a day less than three months left: it does not": Told(
        case(span("suspension", "2028-04-01", "2028-05-02"), on="2028-05-02"),
        {"resume_required": False, "leave_by": "2028-05-02", "expected_end": "2028-08-01"},
        ("not_resumed",),
    ),
    # L25 Đ39.3, law.md §3.2 “otherwise not”: the day of recovery is the day out; 10 days too many to 11/06
    "who is kept after a recovery with too little left is overheld": Told(
        case(span("suspension", "2028-05-01", "2028-06-01"), on="2028-06-11"),
        {"resume_required": False, "leave_by": "2028-06-01", "days_past_end": 10},
        ("not_resumed", "past_end"),
    ),
    "an escape after it holds nobody longer": Told(
        case(span("suspension", "2028-05-01", "2028-06-01"), proved("escape", "2028-06-05"), on="2028-06-11"),
        {"expected_end": None, "leave_by": "2028-06-01", "days_past_end": 10},
        ("not_resumed", "end_unknown", "past_end"),
    ),
    "the first such recovery counts, not a later one": Told(
        case(
            span("suspension", "2028-05-01", "2028-05-15"),
            span("suspension", "2028-06-01", "2028-06-15"),
            on="2028-05-01",
        ),
        {"resume_required": False, "leave_by": "2028-05-15"},
    ),
    # The old law has no such rule in what was read
    "under the old law a recovery ends nothing": Told(
        case(span("suspension", "2027-01-01", "2027-02-01"), regime="L2021", start="2026-03-01", months=12),
        {"expected_end": "2027-03-01", "leave_by": None},
    ),
    "an open suspension is asked about as of the day": Told(
        case(span("suspension", "2028-06-01"), on="2028-06-10"), {"resume_required": False}
    ),
    # Reduction (D116 Đ58.1): 12 months from 01/03/2026 less 2
    "an old term is reduced by months": Told(
        case(reduction("2026-10-01", months=2), regime="L2021", start="2026-03-01", months=12, on="2026-10-01"),
        {"expected_end": "2027-01-01", "served_days": 214, "remaining_days": 92},
    ),
    "an old term is reduced by days": Told(
        case(reduction("2026-10-01", days=20), regime="L2021", start="2026-03-01", months=12, on="2026-10-01"),
        {"expected_end": "2027-02-09"},
    ),
    # months first, then credit: 01/03/2026 + 12 - 3 = 01/12/2026; less 10
    "reductions add up and stand beside a credit": Told(
        case(
            reduction("2026-07-01", months=1),
            reduction("2026-09-01", months=2),
            credit("2026-02-19", "2026-03-01"),
            regime="L2021",
            start="2026-03-01",
            months=12,
            on="2026-09-01",
        ),
        {"expected_end": "2026-11-21", "credited_days": 10},
    ),
    # 31/08/2025 + (12 - 6) months = 28/02/2026: months are subtracted before the calendar is asked
    "months are subtracted before the calendar is asked": Told(
        case(reduction("2026-01-10", months=6), regime="L2021", start="2025-08-31", months=12, on="2026-01-10"),
        {"expected_end": "2026-02-28"},
    ),
    "more than six months off is told": Told(
        case(reduction("2026-06-01", months=7), regime="L2021", start="2026-03-01", months=24, on="2026-06-01"),
        {"expected_end": "2027-08-01"},
        ("reduction_large",),
    ),
    # 01/03/2026 + 9 = 01/12/2026, while the paper came on 15/12
    "a reduction to a day already past means out at once": Told(
        case(reduction("2026-12-15", months=3), regime="L2021", start="2026-03-01", months=12, on="2026-12-15"),
        {"expected_end": "2026-12-01", "days_past_end": 14},
        ("end_before_act", "past_end"),
    ),
    # Another version of the decision
    "a decision made shorter": Told(
        case(changed("2026-12-01", 12)), {"expected_end": "2027-08-01", "remaining_days": 181}, ("months_off",)
    ),
    "a decision made longer": Told(case(changed("2026-12-01", 36)), {"expected_end": "2029-08-01"}),
    "a decision made longer without its paper does not count": Told(
        case(changed("2026-12-01", 36, paper=False)), PLAIN, ("longer_no_paper",)
    ),
    "a decision made shorter without its paper counts and is told": Told(
        case(changed("2026-12-01", 24, paper=False), months=36), PLAIN, ("act_no_paper",)
    ),
    "a term that is over is not made longer": Told(
        case(changed("2028-09-01", 36), on="2028-09-01"),
        {"expected_end": "2028-08-01", "days_past_end": 31},
        ("longer_too_late", "past_end"),
    ),
    "the last of several versions counts": Told(case(changed("2026-12-01", 36), changed("2027-01-15", 24)), PLAIN),
    # Ends (law.md §8.4, §18)
    "a decision annulled: out that day": Told(
        case(end("2026-11-01", "DECISION_ANNULLED")),
        {
            "expected_end": "2026-11-01",
            "served_days": 92,
            "remaining_days": 0,
            "ended": {"on": "2026-11-01", "exit_code": "DECISION_ANNULLED"},
        },
    ),
    "exempt for illness from a day still to come": Told(
        case(end("2027-02-11", "EXEMPT_ILLNESS")), {"expected_end": "2027-02-11", "remaining_days": 10}
    ),
    "exempt for pregnancy": Told(case(end("2027-01-01", "EXEMPT_PREGNANT")), {"expected_end": "2027-01-01"}),
    # away from 01/11, dead on 11/11: 92 served, 10 not
    "death during an escape": Told(
        case(proved("escape", "2026-11-01"), end("2026-11-11", "DEATH")),
        {"expected_end": "2026-11-11", "served_days": 92, "added_days": 10, "remaining_days": 0},
    ),
    "released late: the end stays what it was": Told(
        case(end("2028-08-05", "COMPLETED_COMPULSORY"), on="2028-08-20"),
        {"expected_end": "2028-08-01", "ended": {"on": "2028-08-05", "exit_code": "COMPLETED_COMPULSORY"}},
    ),
    "completed before the end is told": Told(
        case(end("2028-07-25", "COMPLETED_COMPULSORY")), {"expected_end": "2028-07-25"}, ("ended_early",)
    ),
    "a code of another type is told and still an end": Told(
        case(end("2026-11-01", "COURT_REFUSED")), {"expected_end": "2026-11-01"}, ("exit_odd",)
    ),
    "of two ends the first counts": Told(
        case(end("2026-12-01", "TRANSFER_FACILITY"), end("2026-11-01", "DECISION_ANNULLED")),
        {"expected_end": "2026-11-01"},
        ("ended_twice",),
    ),
    "a private resident goes home after three stages (L25 Đ33.4)": Told(
        case(end("2026-12-20", "PARTIAL_TO_HOME"), kind="VOLUNTARY_PRIVATE"),
        {"expected_end": "2026-12-20", "ended": {"on": "2026-12-20", "exit_code": "PARTIAL_TO_HOME"}},
    ),
    "a voluntary resident who left has ended the stay (Đ4.9)": Told(
        case(end("2026-10-03", "SELF_TERMINATED"), kind="VOLUNTARY_PUBLIC"),
        {"expected_end": "2026-10-03", "added_days": 0},
    ),
    "a private facility closed": Told(
        case(end("2026-10-03", "CONTRACT_ENDED_FACILITY_CLOSED"), kind="VOLUNTARY_PRIVATE"),
        {"expected_end": "2026-10-03"},
    ),
    # The months of each type
    "a minor's compulsory term": Told(
        case(kind="COMPULSORY_MINOR", born="2012-01-01"),
        {"expected_end": "2028-08-01", "transfer_required": False},
    ),
    "an old minor's term of six months": Told(
        case(kind="COMPULSORY_MINOR", regime="L2021", start="2026-03-01", months=6, born="2011-01-01"),
        {"expected_end": "2026-09-01", "turns_18_on": "2029-01-01"},
        ("past_end",),
    ),
    "an old adult's term of nine months does not match": Told(
        case(regime="L2021", start="2026-06-01", months=9), {"expected_end": "2027-03-01"}, ("months_off",)
    ),
    "an old voluntary term": Told(
        case(kind="VOLUNTARY_PUBLIC", regime="L2021", start="2026-06-01", months=12),
        {"expected_end": "2027-06-01"},
    ),
    "a voluntary term": Told(case(kind="VOLUNTARY_PUBLIC"), PLAIN),
    "a private term": Told(case(kind="VOLUNTARY_PRIVATE"), PLAIN),
    # Eighteen with three months left (L25 Đ36.4): the term ends 01/08/2028
    "eighteen with exactly three months left moves": Told(
        case(kind="COMPULSORY_MINOR", born="2010-05-01"), {"turns_18_on": "2028-05-01", "transfer_required": True}
    ),
    "eighteen with a day less stays": Told(
        case(kind="COMPULSORY_MINOR", born="2010-05-02"), {"turns_18_on": "2028-05-02", "transfer_required": False}
    ),
    # the end moves to 21/08/2028: 02/05/2028 + 3 months = 02/08 is before it
    "an escape leaves more to be served at eighteen": Told(
        case(proved("escape", "2026-10-01", "2026-10-21"), kind="COMPULSORY_MINOR", born="2010-05-02"),
        {"transfer_required": True, "expected_end": "2028-08-21"},
    ),
    "born on a leap day: eighteen on 28 February": Told(
        case(kind="COMPULSORY_MINOR", start="2025-08-01", born="2008-02-29", on="2025-09-01"),
        {"turns_18_on": "2026-02-28", "transfer_required": True},
    ),
    "an adult type with a minor's birthday is told": Told(
        case(born="2010-01-01"), {"turns_18_on": "2028-01-01"}, ("age_odd",)
    ),
    "a minor's type with an adult's birthday is told": Told(
        case(kind="COMPULSORY_MINOR", born="2008-08-01"), PLAIN, ("age_odd",)
    ),
    "under twelve is told": Told(
        case(kind="COMPULSORY_MINOR", born="2014-08-02"), {"expected_end": "2028-08-01"}, ("too_young",)
    ),
    # Types without a term
    "temporary management counts days held, limit open": Told(
        case(kind="TEMPORARY", months=None, on="2026-08-15"),
        {"expected_end": None, "no_term": True, "served_days": 14, "days_held": 14, "remaining_days": None},
    ),
    # 14 days less 05/08–08/08
    "an escape from temporary management is not held": Told(
        case(proved("escape", "2026-08-05", "2026-08-08"), kind="TEMPORARY", months=None, on="2026-08-15"),
        {"served_days": 11, "expected_end": None},
    ),
    "past the limit of temporary management": Told(
        case(kind="TEMPORARY", months=None, on="2026-08-15", custody_until="2026-08-10"),
        {"days_past_end": 5, "custody_until": "2026-08-10", "served_days": 14},
        ("past_end",),
    ),
    "on the limit itself nobody is past it": Told(
        case(kind="TEMPORARY", months=None, on="2026-08-10", custody_until="2026-08-10"), {"served_days": 9}
    ),
    "refused by the court: temporary management ends today": Told(
        case(end("2026-08-12", "COURT_REFUSED"), kind="TEMPORARY", months=None, on="2026-08-15"),
        {"served_days": 11, "ended": {"on": "2026-08-12", "exit_code": "COURT_REFUSED"}, "expected_end": None},
    ),
    "prison under the old law has no term to end here": Told(
        case(proved("prison", "2026-03-11"), kind="TEMPORARY", regime="L2021", months=None, start="2026-03-01"),
        {"served_days": 10, "expected_end": None},
    ),
    "home phases ended with V-27": Told(
        case(end("2026-11-20", "HOME_PHASES_DONE"), kind="HOME_PHASES_AT_FACILITY", months=None),
        {"served_days": 111, "no_term": True, "ended": {"on": "2026-11-20", "exit_code": "HOME_PHASES_DONE"}},
    ),
    "home phases count days": Told(
        case(kind="HOME_PHASES_AT_FACILITY", months=None), {"served_days": 184, "expected_end": None}
    ),
    "substitution counts days": Told(
        case(span("hospital", "2026-09-01", "2026-09-05"), kind="SUBSTITUTION", months=None),
        {"served_days": 184, "no_term": True},
    ),
    "a changed decision says nothing where there is no term": Told(
        case(changed("2026-09-01", 24), credit("2026-07-01", "2026-07-10"), kind="TEMPORARY", months=None),
        {"served_days": 184, "credited_days": 0},
        ("no_term_event", "no_term_event"),
    ),
    # The example of the contract: 24 months - 12 + 10
    "the example of the contract": Told(
        case(
            credit("2026-07-20", "2026-08-01"),
            proved("escape", "2026-10-01", "2026-10-11"),
            span("hospital", "2027-01-05", "2027-01-20"),
            born="1990-05-17",
        ),
        {
            "expected_end": "2028-07-30",
            "served_days": 174,
            "credited_days": 12,
            "added_days": 10,
            "remaining_days": 545,
        },
    ),
}


@pytest.mark.parametrize("name", list(CASES))
def test_the_case(name: str, tmp_path: Path) -> None:
    told = CASES[name]
    answer = answers([told.case], tmp_path)[0]
    said = document(answer)
    assert {key: said.get(key) for key in told.answer} == told.answer
    assert sorted(finding.code for finding in answer.warnings) == sorted(told.warnings)
    assert ledger_faults(answer) == []


@pytest.mark.parametrize("name", list(CASES))
def test_the_second_clock_says_the_same_of_the_case(name: str, tmp_path: Path) -> None:
    told = CASES[name]
    opinion = second_opinion(told.case)
    said = document(answers([told.case], tmp_path)[0])
    assert {key: said.get(key) for key in opinion} == opinion


def test_there_are_at_least_sixty_cases_of_every_type_kind_and_regime() -> None:
    assert len(CASES) >= 60
    assert {told.case["stay_type"] for told in CASES.values()} == {
        "COMPULSORY_ADULT",
        "COMPULSORY_MINOR",
        "VOLUNTARY_PUBLIC",
        "VOLUNTARY_PRIVATE",
        "TEMPORARY",
        "HOME_PHASES_AT_FACILITY",
        "SUBSTITUTION",
    }
    assert {told.case["legal_regime"] for told in CASES.values()} == {"L2021", "L2025"}
    assert len({event["kind"] for told in CASES.values() for event in told.case["events"]}) == 13
