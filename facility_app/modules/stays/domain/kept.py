"""An answer of the clock as it is written down for good: what was believed that day, with every day of it."""

import json
from typing import Any

from facility_app.modules.stays.domain.answer import LedgerLine, TermAnswer
from facility_app.modules.stays.domain.findings import Finding


def kept_ledger(answer: TermAnswer) -> str:
    """The ledger as one line of JSON, with the names of the command line's contract."""
    return _as_json([_line(line) for line in answer.ledger])


def kept_warnings(answer: TermAnswer) -> str:
    """The warnings as one line of JSON, each with its article."""
    return _as_json([_warning(one) for one in answer.warnings])


def _line(line: LedgerLine) -> dict[str, Any]:
    made: dict[str, Any] = {
        "kind": str(line.kind),
        "from": line.from_on.isoformat(),
        "to": None if line.to_on is None else line.to_on.isoformat(),
        "days": line.days,
        "effect": str(line.effect),
        "article": line.article,
        "note": line.note,
    }
    if line.paper is not None:
        made["document"] = {"number": line.paper.number, "date": line.paper.issued_on.isoformat()}
    return made


def _warning(one: Finding) -> dict[str, str]:
    return {"code": one.code, "message": one.message, "article": one.article}


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
