"""An order is held against what else somebody takes, the rule tables and their allergies, before it stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import Final

from facility_app.kernel.hiv import NO_BRANDS, Brands, antiretrovirals
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold
from facility_app.modules.medication.domain.plan import THOUSANDTHS
from facility_app.modules.medication.domain.rules import RuleList, RuleRow, matches

MICROGRAMS: Final = {"mcg": 1, "mg": 1000, "g": 1_000_000}
FACT: Final = "fact"
"""Stands for the rule where no rule is needed: a recorded allergy to this very medicine."""
UNUSUAL: Final = "unusual"
PIECES: Final = "dose:pieces"
"""Stands for the rule where a dose cannot be broken out of a tablet."""


class Severity(IntEnum):
    """Mức độ (clinical.md §4.2): 1 stop, 2 warn, 3 note."""

    STOP = 1
    WARN = 2
    NOTE = 3


class Need(StrEnum):
    """What somebody must bring to go on."""

    NOTHING = "nothing"
    REASON = "reason"
    SECOND = "second"


class AllergySeverity(StrEnum):
    """Mức độ dị ứng."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


ALLERGY_SEVERITY_LABELS: dict[AllergySeverity, Label] = {
    AllergySeverity.MILD: label("terms", "Nhẹ"),
    AllergySeverity.MODERATE: label("terms", "Vừa"),
    AllergySeverity.SEVERE: label("terms", "Nặng, phản vệ"),
}


@dataclass(frozen=True, slots=True)
class Taking:
    """A medicine somebody takes, or is to take.

    Attributes:
        order_id: of the order; empty for the one being weighed.
        unit: what the amounts count: mg, mcg, tablet …; in thousandths.
        is_guarded: narcotic, psychotropic, substitution medicine or injected sedative.
        is_private: it reveals HIV.
        odd_dose: a dose that is no whole, half or quarter tablet, in words; empty for none.
    """

    order_id: str
    name: str
    generic: str
    atc: str | None
    unit: str
    of_time: int
    of_day: int
    is_guarded: bool = False
    is_private: bool = False
    odd_dose: str = ""


@dataclass(frozen=True, slots=True)
class KnownAllergy:
    """What somebody cannot take.

    Attributes:
        substance: as written down.
        group: code of a cross-allergy group; empty for none.
        is_private: its words reveal HIV.
    """

    substance: str
    group: str
    severity: AllergySeverity
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that speaks against an order.

    Attributes:
        key: names it in an override: the list and the code of the rule.
        version: of the rule; 0 for a draft as it came.
        need: what it takes to go on.
        text: what people read, with ``{placeholders}``.
        other_order_id: the order it collides with.
        is_private: whether it speaks of a medicine that reveals HIV.
        is_look: whether reading it is a look behind the wall: it tells of another private order, or of an allergy.
    """

    key: str
    version: int
    severity: Severity
    is_approved: bool
    need: Need
    text: Label
    params: Mapping[str, object] = field(default_factory=dict, repr=False)
    other_order_id: str = ""
    is_private: bool = field(default=False, repr=False)
    is_look: bool = field(default=False, repr=False)

    @property
    def said(self) -> str:
        """The sentence, filled in."""
        return self.text.format(**self.params)


def open_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those nobody has to look behind the wall for."""
    return tuple(one for one in findings if not one.is_look)


def need_of(severity: Severity, *, is_approved: bool, is_guarded: bool) -> Need:
    """What it takes to go on: a draft only warns, but of guarded medicines it stops as an approved rule does."""
    if severity is Severity.NOTE:
        return Need.NOTHING
    if not is_approved:
        return Need.SECOND if is_guarded else Need.NOTHING
    return Need.SECOND if severity is Severity.STOP else Need.REASON


def weigh(
    new: Taking,
    others: Sequence[Taking],
    rules: Sequence[RuleRow],
    allergies: Sequence[KnownAllergy],
    brands: Brands = NO_BRANDS,
) -> tuple[Finding, ...]:
    """Everything that speaks against an order, the gravest first; ``brands`` name medicines in allergies too."""
    found = [
        *_too_much(new, others, [row for row in rules if row.rule_list is RuleList.MAX_DOSE]),
        *_interacting(new, others, [row for row in rules if row.rule_list is RuleList.INTERACTION]),
        *_doubled(new, others, [row for row in rules if row.rule_list is RuleList.DUPLICATE]),
        *_not_in_pieces(new),
        *_allergic(new, allergies, [row for row in rules if row.rule_list is RuleList.ALLERGY_GROUP], brands),
    ]
    order = [Need.SECOND, Need.REASON, Need.NOTHING]
    return tuple(sorted(found, key=lambda one: (order.index(one.need), one.severity, one.key)))


def in_micrograms(amount: int, unit: str) -> int | None:
    """An amount by weight; None for what is counted in pieces."""
    return None if unit not in MICROGRAMS else amount * MICROGRAMS[unit]


def _compared(amount: int, unit: str, limit: int, limit_unit: str) -> bool:
    """Whether an amount is above a limit of another unit; False where the two cannot be compared."""
    one, other = in_micrograms(amount, unit), in_micrograms(limit, limit_unit)
    if one is not None and other is not None:
        return one > other
    return unit == limit_unit and amount > limit


def _too_much(new: Taking, others: Sequence[Taking], rules: Sequence[RuleRow]) -> Iterator[Finding]:
    same = [one for one in others if one.atc and one.atc == new.atc and one.unit == new.unit]
    of_day = new.of_day + sum(one.of_day for one in same)
    for row in rules:
        if not matches(new.atc, row.atc):
            continue
        checked = (
            (
                new.of_time,
                row.number("time_most"),
                label("errors", "{name}: liều một lần cao hơn mức {limit} {unit}. {rule}"),
            ),
            (
                of_day,
                row.number("day_most"),
                label("errors", "{name}: liều một ngày cao hơn mức {limit} {unit}. {rule}"),
            ),
        )
        for amount, limit, text in checked:
            if limit is not None and _compared(amount, new.unit, limit, row.values["unit"]):
                shown = f"{limit / THOUSANDTHS:g}".replace(".", ",")
                yield _finding(row, new, text, name=new.name, limit=shown, unit=row.values["unit"], rule=row.text)


def _interacting(new: Taking, others: Sequence[Taking], rules: Sequence[RuleRow]) -> Iterator[Finding]:
    for row in rules:
        first, second = row.values["a"].split(), row.values["b"].split()
        many = row.number("many_severity")
        for one, beginnings in ((first, second), (second, first)):
            if not matches(new.atc, one):
                continue
            met = [other for other in others if matches(other.atc, beginnings) and other.atc != new.atc]
            if one is second and first is not second:
                met = [other for other in met if _is_above(row, other)]
            elif not _is_above(row, new):
                continue
            partners = len({taking.atc for taking in (*others, new) if matches(taking.atc, second)})
            severity = Severity(many) if many and partners > 1 else None
            for other in met:
                yield _finding(row, new, _MEETS, other, severity, name=new.name, partner=other.name, rule=row.text)
            if met:
                break


def _is_above(row: RuleRow, taking: Taking) -> bool:
    above = row.number("above_day")
    return above is None or _compared(taking.of_day, taking.unit, above, "mg")


def _doubled(new: Taking, others: Sequence[Taking], rules: Sequence[RuleRow]) -> Iterator[Finding]:
    for row in rules:
        for other in others:
            is_same = bool(new.atc) and new.atc == other.atc
            in_group = matches(new.atc, row.atc) and matches(other.atc, row.atc) and not is_same
            if is_same if row.values["atc"] == "*" else in_group:
                yield _finding(row, new, _MEETS, other, name=new.name, partner=other.name, rule=row.text)


def _allergic(
    new: Taking, allergies: Sequence[KnownAllergy], rules: Sequence[RuleRow], brands: Brands
) -> Iterator[Finding]:
    groups = {row.code: row for row in rules}
    against = antiretrovirals(new.name, brands) | antiretrovirals(new.generic, brands)
    for known in allergies:
        words = fold(known.substance)
        row = groups.get(known.group)
        is_named = bool(words) and (words in fold(new.generic) or fold(new.generic) in words)
        if is_named or not against.isdisjoint(antiretrovirals(known.substance, brands)):
            severity = Severity.WARN if known.severity is AllergySeverity.MILD else Severity.STOP
            need = need_of(severity, is_approved=True, is_guarded=new.is_guarded)
            params = {"name": new.name, "substance": known.substance}
            is_private = new.is_private or known.is_private
            yield Finding(
                f"allergy:{FACT}", 0, severity, True, need, _ALLERGY, params, "", is_private, known.is_private
            )
        elif row is not None and matches(new.atc, row.atc):
            found = _finding(row, new, _CROSS, name=new.name, substance=known.substance, rule=row.text)
            yield replace(found, is_private=True, is_look=True) if known.is_private else found


def _not_in_pieces(new: Taking) -> Iterator[Finding]:
    # Arithmetic, no rule of any list: nobody approves it, so it only tells.
    if new.odd_dose:
        params = {"name": new.name, "dose": new.odd_dose}
        yield Finding(
            PIECES,
            0,
            Severity.WARN,
            True,
            Need.NOTHING,
            _ODD,
            params,
            "",
            new.is_private,
        )


_ODD: Final = label(
    "errors",
    "{name}: liều {dose} không phải nguyên viên, nửa viên hay một phần tư viên nên không chia đúng được. "
    "Hãy đổi liều hoặc chọn hàm lượng khác.",
)
_MEETS: Final = label("errors", "{name} – {partner}: {rule}")
_ALLERGY: Final = label("errors", "{name}: người bệnh dị ứng {substance}.")
_CROSS: Final = label("errors", "{name}: người bệnh dị ứng {substance}. {rule}")


def _finding(
    row: RuleRow,
    new: Taking,
    text: Label,
    other: Taking | None = None,
    severity: Severity | None = None,
    **params: object,
) -> Finding:
    severity = severity or Severity(row.number("severity") or Severity.WARN)
    is_guarded = new.is_guarded or (other is not None and other.is_guarded)
    need = need_of(severity, is_approved=row.is_approved, is_guarded=is_guarded)
    is_private = new.is_private or (other is not None and other.is_private)
    is_look = other is not None and other.is_private
    other_id = "" if other is None else other.order_id
    key = f"{row.rule_list}:{row.code}"
    return Finding(key, row.version, severity, row.is_approved, need, text, params, other_id, is_private, is_look)
