"""Legal parameters: every number of the law with article and validity, picked by the stay's regime or the date.

Nothing is ever overwritten: a decision of the facility is one more dated value that stands above the shipped one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.kernel.regime import REGIME_LABELS, LegalRegime
from facility_app.kernel.shipped import Evidence, Span, rows_of_list, span_of
from facility_app.modules.catalogues.domain.shipped import shipped_label
from facility_app.modules.catalogues.domain.units import ParameterUnit


class PickedBy(StrEnum):
    """What decides which value counts (law.md §18 row 15)."""

    REGIME = "regime"
    DATE = "date"


PICKED_BY_LABELS: dict[PickedBy, Label] = {
    PickedBy.REGIME: label("terms", "Theo chế độ luật của đợt cai nghiện"),
    PickedBy.DATE: label("terms", "Theo ngày"),
}


class Bound(StrEnum):
    """Which way a place may go by itself without a change of the law."""

    FREE = ""
    LEAST = "least"
    MOST = "most"


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """One dated value.

    Attributes:
        value: canonical text; its form is the unit's.
        article: article or document it rests on.
        evidence: how it is known.
        span: when it holds.
        regime: whose it is, None for one picked by the date.
        edit_id: the facility's decision it comes from, empty for a shipped one.
        rank: of two decisions from the same day the later one counts.
    """

    value: str
    article: str
    evidence: Evidence
    span: Span
    regime: LegalRegime | None = None
    edit_id: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Parameter:
    """The value in force, with what it is.

    Attributes:
        key: stable name.
        text: what it is.
        unit: what it counts.
        held: the dated value.
    """

    key: str
    text: Label
    unit: ParameterUnit
    held: ParameterValue

    @property
    def number(self) -> Decimal:
        """The value as a number."""
        return Decimal(self.held.value)

    @property
    def whole(self) -> int:
        """The value as a whole number.

        Raises:
            ValueError: for one with a fraction; ask for ``number``.
        """
        return int(self.held.value)

    @property
    def is_on(self) -> bool:
        """The value of a switch."""
        return self.held.value == "1"

    @property
    def money(self) -> Money:
        """The value as an amount."""
        return Money(self.whole)

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of a split, a ladder or a set of weekdays."""
        return tuple(int(part) for part in self.held.value.split("/"))

    @property
    def article(self) -> str:
        """What it rests on."""
        return self.held.article

    @property
    def is_binding(self) -> bool:
        """Whether the program may refuse because of it, or only warn."""
        return self.held.evidence.is_binding


@dataclass(frozen=True, slots=True)
class ParameterDefinition:
    """A parameter with every value it ever had.

    Attributes:
        key: stable name.
        text: what it is.
        english: its English.
        unit: what it counts.
        picked_by: regime or date.
        bound: which way a place may go by itself.
        values: shipped values and the facility's decisions, in no order.
    """

    key: str
    text: Label
    english: str
    unit: ParameterUnit
    picked_by: PickedBy
    bound: Bound
    values: tuple[ParameterValue, ...] = field(repr=False)

    def on(self, day: date, regime: LegalRegime | None = None) -> Parameter | None:
        """What is in force on ``day``, or None when the law then had no such rule.

        A regime stands on the stay for good: before its first value, the first one counts.

        Args:
            day: the day.
            regime: of the stay; needed when the parameter is picked by regime, and ignored when by date.

        Raises:
            ValueError: no regime where one is needed; a fault of the program.
        """
        among = self._of(regime)
        in_force = [one for one in among if one.span.holds(day)]
        if not in_force and self.picked_by is PickedBy.REGIME:
            in_force = sorted(among, key=_beginning)[:1]
            if in_force and _beginning(in_force[0]) < day:
                return None
        held = max(in_force, key=_precedence, default=None)
        return None if held is None else Parameter(self.key, self.text, self.unit, held)

    def with_values(self, values: Iterable[ParameterValue]) -> "ParameterDefinition":
        """The same with more values."""
        every = (*self.values, *values)
        return ParameterDefinition(self.key, self.text, self.english, self.unit, self.picked_by, self.bound, every)

    def _of(self, regime: LegalRegime | None) -> list[ParameterValue]:
        if self.picked_by is PickedBy.DATE:
            return list(self.values)
        if regime is None:
            message = f"{self.key} is picked by the stay's regime"
            raise ValueError(message)
        return [one for one in self.values if one.regime is regime]


def _beginning(one: ParameterValue) -> date:
    return one.span.first or date.min


def _precedence(one: ParameterValue) -> tuple[date, bool, int]:
    """The latest beginning wins; from the same day the facility's decision, of those the later one."""
    return (_beginning(one), bool(one.edit_id), one.rank)


@dataclass(frozen=True, slots=True)
class ParameterBook:
    """Every parameter by its key."""

    parameters: Mapping[str, ParameterDefinition] = field(repr=False)

    def get(self, key: str) -> ParameterDefinition:
        """The parameter.

        Raises:
            UserError: ``unknown_parameter``.
        """
        found = self.parameters.get(key)
        if found is None:
            raise UserError(
                "unknown_parameter",
                label("errors", "Không có thông số “{key}”. Hãy chọn trong danh sách thông số pháp lý."),
                fields={"key": label("errors", "Không có thông số này")},
                key=key[:60],
            )
        return found

    def value(self, key: str, day: date, regime: LegalRegime | None = None) -> Parameter:
        """What is in force.

        Raises:
            UserError: ``unknown_parameter``; ``parameter_missing`` when the law then had no such rule.
        """
        definition = self.get(key)
        found = definition.on(day, regime)
        if found is None:
            raise UserError(
                "parameter_missing",
                label(
                    "errors",
                    "Thông số “{parameter}” chưa có giá trị cho ngày {day} ({regime}). Người quản trị hãy thêm "
                    "giá trị kèm căn cứ trong mục Thông số pháp lý.",
                ),
                parameter=definition.text,
                day=format_date(day),
                regime=PICKED_BY_LABELS[PickedBy.DATE] if regime is None else REGIME_LABELS[regime],
            )
        return found

    def with_edits(self, edits: Mapping[str, Sequence[ParameterValue]]) -> "ParameterBook":
        """The book with the facility's decisions in it; those about a parameter no longer shipped are left out."""
        known = {key: values for key, values in edits.items() if key in self.parameters}
        changed = {key: self.parameters[key].with_values(values) for key, values in known.items()}
        return ParameterBook({**self.parameters, **changed})


@dataclass(frozen=True, slots=True)
class ParameterChange:
    """A stretch of days on which a decision changes what is in force.

    Attributes:
        span: the days.
        before: what is in force without it.
        after: what is in force with it.
    """

    span: Span
    before: Parameter | None
    after: Parameter | None


def changes(
    before: ParameterDefinition, after: ParameterDefinition, regime: LegalRegime | None
) -> tuple[ParameterChange, ...]:
    """On which days two states of one parameter give different values, in order."""
    starts = {date.min}
    for one in after.values:
        starts.add(_beginning(one))
        if one.span.last is not None and one.span.last < date.max:
            starts.add(one.span.last + timedelta(days=1))
    found: list[ParameterChange] = []
    for start, following in pairwise([*sorted(starts), None]):
        assert start is not None  # noqa: S101 - only the last of the pairs is None
        was, will = before.on(start, regime), after.on(start, regime)
        if _differs(was, will):
            last = None if following is None else following - timedelta(days=1)
            first = None if start == date.min else start
            _append(found, ParameterChange(Span(first, last), was, will))
    return tuple(found)


def oversteps(definition: ParameterDefinition, wish: ParameterValue, change: ParameterChange) -> bool:
    """Whether the new value goes the way a place may not go by itself; only numbers have such a way."""
    if definition.bound is Bound.FREE or change.before is None or "/" in wish.value:
        return False
    difference = Decimal(wish.value) - change.before.number
    return difference < 0 if definition.bound is Bound.LEAST else difference > 0


def _differs(was: Parameter | None, will: Parameter | None) -> bool:
    if was is None or will is None:
        return was is not will
    return was.held != will.held


def _append(found: list[ParameterChange], new: ParameterChange) -> None:
    """Add, or lengthen the last stretch when the new one goes on with the same values."""
    if found:
        last = found[-1]
        touches = last.span.last is not None and new.span.first == last.span.last + timedelta(days=1)
        if touches and (last.before, last.after) == (new.before, new.after):
            found[-1] = ParameterChange(Span(last.span.first, new.span.last), last.before, last.after)
            return
    found.append(new)


def read_parameter_book(text: str) -> ParameterBook:
    """The shipped ``legal_parameters``.

    Raises:
        ValueError: a value that is none of its unit; rows of one key that disagree about what it is.
    """
    book: dict[str, ParameterDefinition] = {}
    for row in rows_of_list(text):
        made = _definition(row)
        known = book.get(made.key)
        if known is None:
            book[made.key] = made
        elif (known.text, known.unit, known.picked_by) != (made.text, made.unit, made.picked_by):
            message = f"two meanings of {made.key}"
            raise ValueError(message)
        else:
            bound = made.bound or known.bound
            book[made.key] = ParameterDefinition(
                known.key,
                known.text,
                known.english,
                known.unit,
                known.picked_by,
                bound,
                (*known.values, *made.values),
            )
    return ParameterBook(book)


def _definition(row: Mapping[str, str]) -> ParameterDefinition:
    unit, picked_by = ParameterUnit(row["unit"]), PickedBy(row["picked_by"])
    regime = LegalRegime(row["regime"]) if picked_by is PickedBy.REGIME else None
    if unit.canonical(row["value"]) != row["value"]:
        message = f"{row['key']}: {row['value']} is no value of {unit}"
        raise ValueError(message)
    value = ParameterValue(row["value"], row["article"], Evidence(row["evidence"]), span_of(row), regime)
    return ParameterDefinition(
        row["key"], shipped_label(row["text"]), row["english"], unit, picked_by, Bound(row["bound"]), (value,)
    )
