"""Rule tables: what came with the program is a draft, what a named person of the facility approved binds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import Evidence, rows_of_list

CONTEXT: Final = "clinical"
"""Context of the words in clinical lists; their English stands in the same row."""
NOTES: Final = "clinical"
"""How a source begins that only the program's own notes hold."""
SHIPPED: Final = 0
"""The version of a row as it came with the program."""


class RuleList(StrEnum):
    """Bảng quy tắc."""

    MAX_DOSE = "max_dose"
    INTERACTION = "interaction"
    DUPLICATE = "duplicate"
    ALLERGY_GROUP = "allergy_group"
    SUBSTITUTION = "substitution"
    PROTOCOL = "protocol"
    OVERDOSE = "overdose"
    FAMILY = "family"
    HOLD = "hold"


RULE_LIST_LABELS: dict[RuleList, Label] = {
    RuleList.MAX_DOSE: label("terms", "Liều cao nhất"),
    RuleList.INTERACTION: label("terms", "Tương tác thuốc"),
    RuleList.DUPLICATE: label("terms", "Trùng nhóm thuốc"),
    RuleList.ALLERGY_GROUP: label("terms", "Nhóm dị ứng chéo"),
    RuleList.SUBSTITUTION: label("terms", "Điều trị thay thế"),
    RuleList.PROTOCOL: label("terms", "Phác đồ cắt cơn"),
    RuleList.OVERDOSE: label("terms", "Xử trí quá liều"),
    RuleList.FAMILY: label("terms", "Thuốc gia đình mang đến"),
    RuleList.HOLD: label("terms", "Đo trước khi cho thuốc"),
}
FILES: Final[dict[RuleList, str]] = {
    RuleList.MAX_DOSE: "clinical/max_doses",
    RuleList.INTERACTION: "clinical/interactions",
    RuleList.DUPLICATE: "clinical/duplicate_groups",
    RuleList.ALLERGY_GROUP: "clinical/allergy_groups",
    RuleList.SUBSTITUTION: "clinical/substitution_rules",
    RuleList.PROTOCOL: "clinical/detox_protocols",
    RuleList.OVERDOSE: "clinical/overdose_card",
    RuleList.FAMILY: "clinical/family_medicines",
    RuleList.HOLD: "clinical/hold_rules",
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row of a rule table in one version.

    Attributes:
        values: column → cell, as in the file; ``text`` is what people read.
        version: 0 as it came with the program.
        approved_by: name of whoever stands by it; empty for a draft.
        rule_id: of the facility's own version; empty as it came.
        is_off: the facility settled that it does not hold.
    """

    rule_list: RuleList
    code: str
    values: Mapping[str, str]
    version: int = SHIPPED
    approved_by: str = field(default="", repr=False)
    approved_on: date | None = None
    rule_id: str = ""
    is_off: bool = False

    @property
    def is_approved(self) -> bool:
        """Whether somebody of the facility stands by it."""
        return bool(self.approved_by)

    @property
    def text(self) -> Label:
        """What people read."""
        return Label(CONTEXT, self.values["text"])

    @property
    def atc(self) -> tuple[str, ...]:
        """Beginnings of ATC codes it speaks of."""
        return tuple(self.values.get("atc", "").split())

    @property
    def evidence(self) -> Evidence:
        """How it is known."""
        return Evidence(self.values.get("evidence") or Evidence.MEMORY)

    @property
    def source(self) -> str:
        """Where it is written; empty for a page of the program's own notes, which says nothing to anybody else."""
        told = self.values.get("source", "")
        return "" if told.startswith(NOTES) else told

    def number(self, name: str) -> int | None:
        """A whole number of a cell; None for an empty one."""
        cell = self.values.get(name, "")
        return int(cell) if cell else None


def rows_of(rule_list: RuleList) -> Callable[[str], tuple[RuleRow, ...]]:
    """What reads a shipped table of this list."""

    def read(text: str) -> tuple[RuleRow, ...]:
        found = tuple(RuleRow(rule_list, row["code"], dict(row)) for row in rows_of_list(text))
        if len({row.code for row in found}) < len(found):
            message = f"{rule_list}: a code stands twice"
            raise ValueError(message)
        return found

    return read


def in_force(shipped: Iterable[RuleRow], kept: Iterable[RuleRow]) -> tuple[RuleRow, ...]:
    """Of each row what stands; without what was put out of force.

    Args:
        shipped: as they came with the program.
        kept: versions of the facility, in any order.
    """
    versions: dict[str, list[RuleRow]] = {}
    for row in (*shipped, *sorted(kept, key=lambda one: one.version)):
        versions.setdefault(row.code, []).append(row)
    best = (standing(rows) for rows in versions.values())
    return tuple(row for row in best if not (row.is_off and row.is_approved))


def standing(versions: Sequence[RuleRow]) -> RuleRow:
    """The newest approved version of one row, else the one that came with the program, else the newest draft.

    What one person writes alone takes the place of nothing: a draft could else take away what a second person is
    asked for. A template of a protocol is begun by nobody before it is approved: its draft may be shown at once.

    Args:
        versions: of one row, the oldest first.
    """
    approved = [row for row in versions if row.is_approved]
    if approved:
        return approved[-1]
    first = versions[0]
    return first if first.version == SHIPPED and first.rule_list is not RuleList.PROTOCOL else versions[-1]


def matches(atc: str | None, beginnings: Iterable[str]) -> bool:
    """Whether a medicine's ATC code begins with one of these."""
    return atc is not None and any(atc.upper().startswith(one) for one in beginnings)


def english_of(rows: Iterable[RuleRow]) -> dict[tuple[str, str], str]:
    """(context, Vietnamese) → English of the words of shipped rows."""
    return {(CONTEXT, row.values["text"]): row.values["english"] for row in rows if row.values.get("english")}
