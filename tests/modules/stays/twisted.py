"""Cases gone bad: a random stay with days, numbers and shapes nobody would write, and what becomes of it."""

import json
import re
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from facility_app.app.cli.term import term_document
from facility_app.app.cli.term_file import Asked, read_cases
from facility_app.app.words import Words
from facility_app.kernel.errors import UserError
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain import (
    StayFacts,
    TermAnswer,
    deadline_parameters,
    evaluate,
    stage_parameters,
    stay_deadlines,
)
from facility_app.modules.stays.domain.stages import plan_stages
from tests.modules.stays.clockwork import numbers, shipped_book
from tests.modules.stays.histories import history

DAYS = (
    *(
        "0001-01-01",
        "0001-12-31",
        "1582-10-15",
        "1899-12-31",
        "1900-01-01",
        "1989-12-31",
        "1990-01-01",
        "2024-02-29",
    ),
    *(
        "2100-12-31",
        "2101-01-01",
        "2199-12-31",
        "9981-01-01",
        "9999-01-01",
        "9999-12-31",
        "2026-02-30",
        "2026-8-1",
    ),
    *("", "hôm nay", "２０２６-08-01", "2026-08-01T00:00:00", "-0001-01-01"),
)
SIZES = (0, 1, -1, 11, 600, 601, 19_999, 20_000, 20_001, 2**31, 2**63, 10**30, -(10**30), 24.0, 1e300, True, "24")
SHAPES: tuple[object, ...] = (None, [], {}, "", "\x00", "\ud800", "{x}", "x" * 300, [[]], {"from": 1}, 0, False)
UNFILLED = re.compile(r"\{[a-z_]{2,}\}")
"""A place of a sentence left open; what was written in the case is shown back and has shorter ones."""
DAY_KEYS = ("term_start_on", "date_of_birth", "custody_until", "on", "from", "to", "date")
SIZE_KEYS = ("decided_months", "months", "days")


class SevenDays:
    """Every day is a working day."""

    def previous_working_day(self, day: date) -> date:
        """The day itself."""
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """So many days later."""
        return day + timedelta(days=count)


def twisted(chance: Random, number: int) -> dict[str, Any]:
    """One case in the form of ``term`` with a few places gone bad."""
    case = deepcopy(history(chance, number))
    if case["events"] and chance.random() < 0.15:
        case["events"] *= chance.choice((2, 30))
    case["events"] = [dict(event) for event in case["events"]]
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        _twist(case, chance)
    return case


def _twist(case: dict[str, Any], chance: Random) -> None:
    group: dict[str, Any] = chance.choice([case, *(one for one in case["events"] if isinstance(one, dict))])
    if chance.random() < 0.2 and isinstance(group.get("document"), dict):
        group = group["document"] = dict(group["document"])
    key = chance.choice([*group, *DAY_KEYS[:4], *SIZE_KEYS])
    if key in DAY_KEYS and chance.random() < 0.9:
        group[key] = chance.choice(DAYS)
    elif key in SIZE_KEYS and chance.random() < 0.9:
        group[key] = chance.choice(SIZES)
    elif key != "events":
        group[key] = chance.choice(SHAPES)


def outcome(case: dict[str, Any], folder: Path) -> str:
    """``answered``, or the code of the refusal; everything else is raised as it comes.

    An answer is looked at as the program does: as a document, with its deadlines and its picture.
    """
    file = folder / "twisted.json"
    file.write_text(json.dumps([case]), encoding="utf-8")
    try:
        (asked,) = read_cases(file)
        answer = evaluate(asked.case, asked.on, numbers(asked.case.legal_regime))
        _look_at(asked, answer)
    except UserError as refusal:
        if not refusal.message or UNFILLED.search(refusal.message):
            raise
        return refusal.code
    return "answered"


def _look_at(asked: Asked, answer: TermAnswer) -> None:
    def look_up(key: str) -> Any:
        return shipped_book().get(key).on(date(2027, 1, 1), LegalRegime.L2025)

    json.dumps(term_document(answer, Words()))
    stages = stage_parameters(look_up, LegalRegime.L2025)
    plan_stages(asked.case.term_start_on, answer.expected_end_on, stages)
    facts = StayFacts(
        asked.case.stay_type,
        asked.case.term_start_on,
        answer.release_on,
        custody_until=asked.case.custody_until,
        turns_18_on=answer.turns_18_on,
        transfer_required=answer.transfer_required,
        may_need_social_protection=True,
    )
    for one in (facts, replace(facts, notified_on=asked.on, contract_end_on=asked.case.custody_until)):
        stay_deadlines(
            one, deadline_parameters(look_up), stages, numbers(LegalRegime.L2025), SevenDays(), on=asked.on
        )
