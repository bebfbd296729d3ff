"""The program's own clock as tests call it: through the strict reader, with the shipped numbers."""

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from facility_app.app.cli.term import term_document
from facility_app.app.cli.term_file import read_cases
from facility_app.app.paths import resources_folder
from facility_app.app.words import Words
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.domain import ParameterBook, read_parameter_book
from facility_app.modules.stays.domain import TermAnswer, TermParameters, evaluate, term_parameters
from tests.modules.stays.oracle import Case, second_opinion

SAID_TWICE = (
    "id",
    "expected_end",
    "served_days",
    "credited_days",
    "added_days",
    "remaining_days",
    "end_if_back_on",
    "turns_18_on",
    "transfer_required",
    "resume_required",
    "leave_by",
    "ended",
    "no_term",
)
"""What both clocks answer."""


@lru_cache(maxsize=1)
def shipped_book() -> ParameterBook:
    """The shipped legal parameters."""
    return read_parameter_book((resources_folder() / "catalogues" / "legal_parameters.csv").read_text("utf-8"))


@lru_cache(maxsize=64)
def numbers(regime: LegalRegime, day: date = date(2027, 1, 1)) -> TermParameters:
    """The numbers of a regime."""
    return term_parameters(lambda key: shipped_book().get(key).on(day, regime))


def answers(cases: Sequence[Case], folder: Path) -> list[TermAnswer]:
    """What the program says of cases in the form of the contract."""
    file = folder / "cases.json"
    file.write_text(json.dumps(list(cases), ensure_ascii=False), encoding="utf-8")
    return [evaluate(one.case, one.on, numbers(one.case.legal_regime)) for one in read_cases(file)]


def document(answer: TermAnswer) -> dict[str, Any]:
    """The answer as JSON has it."""
    return term_document(answer, Words())


def disagreements(cases: Sequence[Case], folder: Path) -> list[str]:
    """Where the two clocks differ: the case with what each says."""
    found = []
    for case, answer in zip(cases, answers(cases, folder), strict=True):
        whole = document(answer)
        ours, theirs = {key: whole[key] for key in SAID_TWICE if key in whole}, second_opinion(case)
        if ours != theirs:
            different = {
                key: (ours.get(key), theirs.get(key)) for key in SAID_TWICE if ours.get(key) != theirs.get(key)
            }
            found.append(f"{different} in {json.dumps(case, ensure_ascii=False)}")
    return found


def ledger_faults(answer: TermAnswer) -> list[str]:
    """What is wrong with a ledger: a day told twice or not at all, sums that differ from the answer."""
    sums: dict[str, int] = {}
    for line in answer.ledger:
        sums[line.effect.value] = sums.get(line.effect.value, 0) + line.days
    faults = []
    told = {
        "credited": answer.credited_days,
        "added": answer.added_days,
        "held" if answer.no_term else "served": answer.served_days,
    }
    if answer.remaining_days is not None:
        told["remaining"] = answer.remaining_days
    faults += [
        f"{effect}: {sums.get(effect, 0)} ≠ {days}" for effect, days in told.items() if sums.get(effect, 0) != days
    ]
    acts = {line.event_no for line in answer.ledger if line.effect.value in {"reduced", "decided"}}
    spans = sorted(
        (line.from_on.toordinal(), line.from_on.toordinal() + line.days)
        for line in answer.ledger
        if line.days > 0 and line.event_no not in acts and line.kind.value != "decision"
    )
    faults += [f"overlap at {date.fromordinal(b[0])}" for a, b in pairwise(spans) if a[1] > b[0]]
    faults += [f"{line.kind} has no article" for line in answer.ledger if not line.article]
    return faults
