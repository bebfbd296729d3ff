"""Rule tables as they stand: what came along under what the facility wrote and approved."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.shipped import from_shelf
from facility_app.modules.medication.domain import VIEW_MAR
from facility_app.modules.medication.domain.protocols import Protocol, protocols_of
from facility_app.modules.medication.domain.rules import FILES, RuleList, RuleRow, in_force, matches, standing
from facility_app.modules.medication.domain.substitution import SubstitutionRule, holds_always
from facility_app.modules.medication.domain.translations import READERS
from facility_app.modules.medication.tables import ClinicalRule
from facility_app.modules.pharmacy.api import MedicineRow, list_medicines

CHECKED: Final = (RuleList.MAX_DOSE, RuleList.INTERACTION, RuleList.DUPLICATE, RuleList.ALLERGY_GROUP)


def list_rules(uow: UnitOfWork, rule_list: RuleList) -> tuple[RuleRow, ...]:
    """The rows in force of a table, drafts included, in the order of the file."""
    require(uow, VIEW_MAR)
    return in_force(shipped_rules(uow, rule_list), kept_rules(uow, rule_list))


def list_versions(uow: UnitOfWork, rule_list: RuleList, code: str) -> tuple[RuleRow, ...]:
    """Every version of one row, the newest first."""
    require(uow, VIEW_MAR)
    rows = [*shipped_rules(uow, rule_list), *kept_rules(uow, rule_list)]
    return tuple(sorted((row for row in rows if row.code == code), key=lambda row: -row.version))


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One row of a table as the facility sees it.

    Attributes:
        row: what stands now.
        newest: its last version; another one than ``row`` waits to be approved.
        substance: the medicine a highest dose is of; empty where the words of the rule name it.
    """

    row: RuleRow
    newest: RuleRow
    substance: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether something is to be approved."""
        return not self.newest.is_approved


def list_rule_lines(uow: UnitOfWork, *lists: RuleList) -> tuple[RuleLine, ...]:
    """Every row of these tables, those put out of force included, in the order of the files."""
    require(uow, VIEW_MAR)
    kept = kept_rules(uow, *lists)
    medicines = list_medicines(uow) if RuleList.MAX_DOSE in lists else ()
    found = []
    for one in lists:
        versions: dict[str, list[RuleRow]] = {}
        for row in (*shipped_rules(uow, one), *(row for row in kept if row.rule_list is one)):
            versions.setdefault(row.code, []).append(row)
        for rows in versions.values():
            row = standing(rows)
            found.append(RuleLine(row, rows[-1], _substance(row, medicines)))
    return tuple(found)


def _substance(row: RuleRow, medicines: Sequence[MedicineRow]) -> str:
    """By the catalogue; what stands not in it is called as the table calls it."""
    if row.rule_list is not RuleList.MAX_DOSE:
        return ""
    named = next((one.generic for one in medicines if matches(one.atc, row.atc)), "")
    return named or row.code.removesuffix("_day").replace("_", " ").capitalize()


def list_protocols(uow: UnitOfWork) -> tuple[Protocol, ...]:
    """The detox protocols in force, drafts included."""
    require(uow, VIEW_MAR)
    return protocols_of(list_rules(uow, RuleList.PROTOCOL))


def shipped_rules(uow: UnitOfWork, rule_list: RuleList) -> tuple[RuleRow, ...]:
    """A table as it came along."""
    require(uow, VIEW_MAR)
    return from_shelf(uow.ports.shelf, FILES[rule_list], READERS[rule_list])


def kept_rules(uow: UnitOfWork, *lists: RuleList) -> tuple[RuleRow, ...]:
    """The facility's own versions of some tables."""
    require(uow, VIEW_MAR)
    asked = sa.select(ClinicalRule).where(ClinicalRule.rule_list.in_(lists), ClinicalRule.voided_at.is_(None))
    return tuple(_row(one) for one in uow.session.scalars(asked.order_by(ClinicalRule.version_no)))


def list_checked_rules(uow: UnitOfWork) -> tuple[RuleRow, ...]:
    """Every row an order is held against."""
    require(uow, VIEW_MAR)
    kept = kept_rules(uow, *CHECKED)
    return tuple(
        row
        for one in CHECKED
        for row in in_force(shipped_rules(uow, one), [row for row in kept if row.rule_list is one])
    )


def list_substitution_rules(uow: UnitOfWork) -> tuple[SubstitutionRule, ...]:
    """The rules of substitution, those that are off included.

    What holds always holds as it came besides, whatever the facility approved in its place.
    """
    require(uow, VIEW_MAR)
    rows = list_rules(uow, RuleList.SUBSTITUTION)
    always = [row for row in shipped_rules(uow, RuleList.SUBSTITUTION) if holds_always(row) and row not in rows]
    return tuple(SubstitutionRule.of(row) for row in (*rows, *always))


def find_version(uow: UnitOfWork, rule_list: RuleList, code: str, version: int) -> RuleRow | None:
    """One version of one row."""
    require(uow, VIEW_MAR)
    rows: Sequence[RuleRow] = list_versions(uow, rule_list, code)
    return next((row for row in rows if row.version == version), None)


def _row(one: Any) -> RuleRow:
    return RuleRow(
        one.rule_list,
        one.code,
        json.loads(one.body),
        one.version_no,
        one.approved_name or "",
        one.approved_on,
        one.id,
        one.is_off,
    )
