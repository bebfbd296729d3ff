"""Detox protocols as templates, day by day; started for a person by a doctor, deviations are seen."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum

from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import rows_of_list
from facility_app.modules.medication.domain.checks import MICROGRAMS
from facility_app.modules.medication.domain.orders import OrderKind, Route
from facility_app.modules.medication.domain.plan import THOUSANDTHS, Plan, PlanPart
from facility_app.modules.medication.domain.rules import CONTEXT, RuleList, RuleRow


@dataclass(frozen=True, slots=True)
class ProtocolPart:
    """Some days of a line with one amount."""

    first_day: int
    last_day: int
    number: Decimal
    times: tuple[time, ...]


@dataclass(frozen=True, slots=True)
class ProtocolLine:
    """One medicine of a template.

    Attributes:
        key: stable within the template.
        atc: which medicine; the doctor may name a product.
        unit: mg, mcg, tablet …
        reason: of a medicine as needed, what for.
    """

    key: str
    name: str
    atc: str
    kind: OrderKind
    route: Route
    unit: str
    parts: tuple[ProtocolPart, ...]
    reason: str = ""
    least_minutes: int | None = None
    most_a_day: int | None = None

    def plan_in(self, unit: str) -> Plan | None:
        """What it comes to in the dose unit of a product; None where that cannot be told exactly."""
        parts = []
        for part in self.parts:
            amount = converted(part.number, self.unit, unit)
            if amount is None:
                return None
            parts.append(PlanPart(part.first_day, part.last_day, amount, part.times))
        return Plan(tuple(parts))

    def plan_text(self, unit: str) -> str:
        """The same as kept; empty where it cannot be told."""
        plan = self.plan_in(unit)
        return "" if plan is None else plan.text


def converted(number: Decimal, unit: str, wanted: str) -> int | None:
    """An amount in thousandths of another unit; None where the two cannot be compared, or it comes out uneven."""
    if unit == wanted:
        exact = number * THOUSANDTHS
    elif unit in MICROGRAMS and wanted in MICROGRAMS:
        exact = number * THOUSANDTHS * MICROGRAMS[unit] / MICROGRAMS[wanted]
    else:
        return None
    return int(exact) if exact == int(exact) and exact > 0 else None


@dataclass(frozen=True, slots=True)
class Protocol:
    """A template in one version."""

    row: RuleRow
    substance: str
    days: int
    lines: tuple[ProtocolLine, ...]

    @property
    def code(self) -> str:
        """Its code."""
        return self.row.code

    @classmethod
    def of(cls, row: RuleRow) -> "Protocol":
        """The typed template.

        Raises:
            ValueError, KeyError: a damaged one.
        """
        lines = tuple(_line(one) for one in json.loads(row.values["lines"]))
        if not lines or len({line.key for line in lines}) < len(lines):
            message = f"{row.code}: no lines, or one key twice"
            raise ValueError(message)
        last = max(part.last_day for line in lines for part in line.parts)
        return cls(row, row.values["substance"], last, lines)


class DeviationKind(StrEnum):
    """Khác phác đồ thế nào."""

    NOT_ORDERED = "not_ordered"
    OTHER_DOSE = "other_dose"
    ENDED_EARLY = "ended_early"
    NOT_TAKEN = "not_taken"
    VOMITED = "vomited"
    NOT_VERIFIED = "not_verified"


DEVIATION_LABELS: dict[DeviationKind, Label] = {
    DeviationKind.NOT_ORDERED: label("terms", "Không kê theo phác đồ"),
    DeviationKind.OTHER_DOSE: label("terms", "Liều khác phác đồ"),
    DeviationKind.ENDED_EARLY: label("terms", "Ngừng sớm"),
    DeviationKind.NOT_TAKEN: label("terms", "Liều không dùng"),
    DeviationKind.VOMITED: label("terms", "Liều bị nôn"),
    DeviationKind.NOT_VERIFIED: label("terms", "Dược sĩ chưa duyệt"),
}


def read_protocols(text: str) -> tuple[RuleRow, ...]:
    """The shipped ``clinical/detox_protocols``: one row of the file is one line of a template."""
    heads: dict[str, dict[str, str]] = {}
    lines: dict[str, list[dict[str, str]]] = {}
    for row in rows_of_list(text):
        head = {name: row[name] for name in ("text", "english", "substance", "source", "evidence")}
        heads.setdefault(row["code"], head)
        rest = {name: row[name] for name in row if name not in head and name != "code"}
        lines.setdefault(row["code"], []).append(rest)
    return tuple(
        RuleRow(RuleList.PROTOCOL, code, {**head, "lines": json.dumps(lines[code], ensure_ascii=False)})
        for code, head in heads.items()
    )


def english_reasons(rows: Iterable[RuleRow]) -> dict[tuple[str, str], str]:
    """(context, Vietnamese) → English of what shipped lines are given for."""
    lines = (line for row in rows for line in json.loads(row.values["lines"]))
    return {(CONTEXT, line["reason"]): line["reason_english"] for line in lines if line.get("reason_english")}


def protocols_of(rows: Iterable[RuleRow]) -> tuple[Protocol, ...]:
    """The templates among rows of rules."""
    return tuple(Protocol.of(row) for row in rows if row.rule_list is RuleList.PROTOCOL)


def _line(row: Mapping[str, str]) -> ProtocolLine:
    parts = []
    for text in row["days"].split(";"):
        days, number, at = text.split()
        first, _, last = days.partition("-")
        times = () if at == "*" else tuple(time.fromisoformat(one) for one in at.split(","))
        parts.append(ProtocolPart(int(first), int(last or first), Decimal(number), times))
    return ProtocolLine(
        row["line"],
        row["name"],
        row["atc"],
        OrderKind(row["kind"]),
        Route(row["route"]),
        row["unit"],
        tuple(parts),
        row.get("reason", ""),
        int(row["least_minutes"]) if row.get("least_minutes") else None,
        int(row["most_a_day"]) if row.get("most_a_day") else None,
    )
