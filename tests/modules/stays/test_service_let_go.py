"""Liberty first: what no paper, no late entry and no backdated decision may take away."""

from dataclasses import replace
from datetime import date

import pytest

from facility_app.modules.stays.domain.decisions import DecisionKind
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.stays.service.decisions import AddDecision, SetPolice, add_decision, set_police
from tests.modules.stays.house import DECIDED, TODAY, House


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (StayType.COMPULSORY_ADULT, ExitCode.DECISION_ANNULLED),
        (StayType.TEMPORARY, ExitCode.COURT_REFUSED),
    ],
)
def test_who_the_court_lets_go_leaves_that_day_before_the_paper_is_there(
    house: House, kind: StayType, code: ExitCode
) -> None:
    made = house.admit(kind)
    house.end(made.stay_id, code)
    assert house.stay(made.stay_id).exit_code is code


def test_a_longer_decision_reaches_back_no_further_than_its_own_day(house: House) -> None:
    first = replace(DECIDED, issued_on=date(2025, 1, 2), decided_months=12)
    made = house.old(decision=first, admitted_on=date(2025, 1, 6))
    ended_on = house.stay(made.stay_id).expected_end_on
    longer = replace(DECIDED, number="9", decided_months=24)
    command = AddDecision(
        made.stay_id,
        house.stay(made.stay_id).version,
        DecisionKind.COMPULSORY,
        longer,
        holds_from=date(2025, 12, 1),
    )
    assert longer.issued_on is not None
    assert ended_on is not None
    assert ended_on < longer.issued_on
    house.write(add_decision, command)
    assert house.stay(made.stay_id).leave_by == ended_on


def test_a_paper_that_comes_late_for_a_former_stay_takes_nobody_off_the_lists(house: House) -> None:
    former = house.admit()
    house.end(former.stay_id, ExitCode.DECISION_ANNULLED)
    again = house.admit(resident_id=house.stay(former.stay_id).resident_id, admitted_on=TODAY)
    before = house.card(again.stay_id)
    house.write(set_police, SetPolice(former.stay_id, house.stay(former.stay_id).version, "Công an xã A"))
    assert house.card(again.stay_id) == before
