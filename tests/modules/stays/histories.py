"""Random stays in the form ``term`` reads: every type, regime and kind of event, with and without papers."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.modules.stays.oracle import COMPULSORY, WITH_TERM, Case

TYPES = (
    *sorted(WITH_TERM) * 3,
    "TEMPORARY",
    "HOME_PHASES_AT_FACILITY",
    "SUBSTITUTION",
)
MONTHS = (1, 3, 6, 12, 12, 18, 24, 24, 36)
ENDS = ("DECISION_ANNULLED", "DEATH", "TRANSFER_FACILITY", "EXEMPT_ILLNESS", "COMPLETED_COMPULSORY")


def history(chance: Random, number: int) -> Case:
    """One stay that breaks no rule the clock refuses."""
    stay_type = chance.choice(TYPES)
    regime = chance.choice(("L2021", "L2025", "L2025"))
    start = date(2024, 1, 1) + timedelta(days=chance.randrange(1200))
    months = chance.choice(MONTHS)
    case: Case = {
        "id": f"h{number}",
        "legal_regime": regime,
        "stay_type": stay_type,
        "term_start_on": start.isoformat(),
        "on": (start + timedelta(days=chance.randrange(-40, months * 36))).isoformat(),
        "events": [],
    }
    if stay_type in WITH_TERM:
        case["decided_months"] = months
    if chance.random() < 0.5:
        born = start - timedelta(days=chance.randrange(14 * 366, 20 * 366))
        case["date_of_birth"] = born.isoformat()
    case["events"] = [_event(chance, case, start, months) for _ in range(chance.randrange(7))]
    return case


def _event(chance: Random, case: Case, start: date, months: int) -> dict[str, Any]:
    kinds = ["hospital", "suspension", "proceedings", "funeral", "transfer", "remand", "end"]
    kinds += ["temporary_management_credit"] * 3
    if case["stay_type"] in COMPULSORY | {"TEMPORARY"}:
        kinds += ["escape"] * 6 + ["overstay"] * 2 + ["prison"] * 2
    if case["stay_type"] in WITH_TERM:
        kinds += ["decision_changed"] * 2
    if case["legal_regime"] == "L2021":
        kinds += ["reduction"] * 2
    kind = chance.choice(kinds)
    if kind == "temporary_management_credit":
        first = start - timedelta(days=chance.randrange(60))
        late = chance.random() < 0.1
        to = (
            start + timedelta(days=5)
            if late
            else first + timedelta(days=chance.randrange((start - first).days + 1))
        )
        return {"kind": kind, "from": first.isoformat(), "to": to.isoformat()}
    day = start + timedelta(days=chance.randrange(-60, months * 32 + 30))
    if kind in {"end", "decision_changed", "reduction"}:
        return _act(chance, kind, day)
    event: dict[str, Any] = {"kind": kind, "from": day.isoformat()}
    if chance.random() < 0.85:
        length = chance.choice((0, 1, 3, 10, 30, 90))
        event["to"] = (day + timedelta(days=length)).isoformat()
    elif chance.random() < 0.5:
        event["to"] = None
    if kind == "remand" and chance.random() < 0.6:
        event["counts_as"] = chance.choice(("served", "added"))
    if chance.random() < 0.7:
        event["document"] = {"number": f"{chance.randrange(1, 999)}/QĐ-CSCN", "date": day.isoformat()}
    return event


def _act(chance: Random, kind: str, day: date) -> dict[str, Any]:
    event: dict[str, Any] = {"kind": kind, "on": day.isoformat()}
    if kind == "end":
        return {**event, "exit_code": chance.choice(ENDS)}
    if chance.random() < 0.7:
        event["document"] = {"number": "7/QĐ-TA", "date": day.isoformat()}
    if kind == "decision_changed":
        return {**event, "decided_months": chance.choice(MONTHS)}
    size = {"months": chance.randrange(1, 7)} if chance.random() < 0.7 else {"days": chance.randrange(1, 60)}
    return {**event, **size}
