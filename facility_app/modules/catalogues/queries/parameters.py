"""Legal parameters in force: the shipped values with the facility's decisions above them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.domain import (
    READ_LISTS,
    Evidence,
    Parameter,
    ParameterBook,
    ParameterDefinition,
    ParameterUnit,
    ParameterValue,
    PickedBy,
    Span,
    from_shelf,
    read_parameter_book,
)
from facility_app.modules.catalogues.tables import ParameterEdit


def _shipped(uow: UnitOfWork) -> ParameterBook:
    return from_shelf(uow.ports.shelf, "legal_parameters", read_parameter_book)


def _edits(uow: UnitOfWork, key: str | None = None) -> dict[str, list[ParameterValue]]:
    """The facility's decisions by key; ids are in order of time, so their place is their rank."""
    c = ParameterEdit.__table__.c
    asked = sa.select(c.key, c.value, c.article, c.valid_from, c.valid_to, c.regime, c.id)
    asked = asked.where(c.voided_at.is_(None)).order_by(c.id)
    if key is not None:
        asked = asked.where(c.key == key)
    found: dict[str, list[ParameterValue]] = {}
    for rank, row in enumerate(uow.session.execute(asked)):
        span = Span(row.valid_from, row.valid_to)
        made = ParameterValue(row.value, row.article, Evidence.FACILITY, span, row.regime, row.id, rank)
        found.setdefault(row.key, []).append(made)
    return found


def _book(uow: UnitOfWork, key: str) -> ParameterBook:
    return _shipped(uow).with_edits(_edits(uow, key))


def parameter(
    uow: UnitOfWork, key: str, *, regime: LegalRegime | None = None, on: date | None = None
) -> Parameter:
    """The value in force.

    Args:
        uow: the unit of work.
        key: the parameter.
        regime: of the stay; needed for a parameter picked by regime, ignored for one picked by the date.
        on: the day; today when none is named.

    Raises:
        UserError: ``unknown_parameter``; ``parameter_missing`` when the law of that day has no such rule.
    """
    require(uow, READ_LISTS)
    return _book(uow, key).value(key, local_date(uow.now) if on is None else on, regime)


def find_parameter(
    uow: UnitOfWork, key: str, *, regime: LegalRegime | None = None, on: date | None = None
) -> Parameter | None:
    """The value in force, or None when the law of that day has no such rule.

    Raises:
        UserError: ``unknown_parameter``.
    """
    require(uow, READ_LISTS)
    return _book(uow, key).get(key).on(local_date(uow.now) if on is None else on, regime)


def get_parameter_book(uow: UnitOfWork) -> ParameterBook:
    """Every parameter at once, a pure value: for work that needs many, or one for many people."""
    require(uow, READ_LISTS)
    return uow.once(get_parameter_book, partial(_whole_book, uow))


def _whole_book(uow: UnitOfWork) -> ParameterBook:
    return _shipped(uow).with_edits(_edits(uow))


def get_parameter(uow: UnitOfWork, key: str) -> ParameterDefinition:
    """One parameter with every value it ever had, shipped and decided.

    Raises:
        UserError: ``unknown_parameter``.
    """
    require(uow, READ_LISTS)
    return _book(uow, key).get(key)


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """One row of the list of parameters; a parameter picked by regime has a row per regime.

    Attributes:
        row_id: ``key`` or ``key:regime``.
        in_force: the value today, None when there is none.
        edits: live decisions of the facility about it.
    """

    row_id: str
    key: str
    regime: LegalRegime | None
    text: Label
    unit: ParameterUnit
    picked_by: PickedBy
    in_force: Parameter | None
    edits: int


def list_parameter_ids(uow: UnitOfWork, look: Look) -> tuple[str, ...]:
    """Ids in the order of the shipped list; filters ``picked_by``, ``evidence``; words without marks."""
    require(uow, READ_LISTS)
    words, filters = fold(look.text).split(), look.filters
    rows = _rows(uow)
    descending = bool(look.sorts) and look.sorts[0].descending
    return tuple(
        row.row_id
        for row in (reversed(rows) if descending else rows)
        if all(word in f"{fold(row.text)} {row.key}" for word in words)
        and filters.get("picked_by", row.picked_by) == row.picked_by
        and filters.get("evidence", _evidence(row)) == _evidence(row)
    )


def list_parameter_rows(uow: UnitOfWork, wanted: Sequence[str]) -> tuple[ParameterRow, ...]:
    """The rows with these ids, in that order."""
    require(uow, READ_LISTS)
    found = {row.row_id: row for row in _rows(uow)}
    return tuple(found[row_id] for row_id in wanted if row_id in found)


def _evidence(row: ParameterRow) -> str:
    return "" if row.in_force is None else row.in_force.held.evidence.value


def _rows(uow: UnitOfWork) -> list[ParameterRow]:
    edits, today = _edits(uow), local_date(uow.now)
    return [
        _row(definition, regime, today)
        for definition in _shipped(uow).with_edits(edits).parameters.values()
        for regime in _regimes(definition)
    ]


def _regimes(definition: ParameterDefinition) -> list[LegalRegime | None]:
    if definition.picked_by is PickedBy.DATE:
        return [None]
    return [regime for regime in LegalRegime if any(one.regime is regime for one in definition.values)]


def _row(definition: ParameterDefinition, regime: LegalRegime | None, today: date) -> ParameterRow:
    key = definition.key
    return ParameterRow(
        row_id=key if regime is None else f"{key}:{regime}",
        key=key,
        regime=regime,
        text=definition.text,
        unit=definition.unit,
        picked_by=definition.picked_by,
        in_force=definition.on(today, regime),
        edits=sum(bool(one.edit_id) and one.regime is regime for one in definition.values),
    )


@dataclass(frozen=True, slots=True)
class ParameterEditRow:
    """One decision of the facility about a parameter; ``version`` goes back with its voiding."""

    edit_id: str
    key: str
    regime: LegalRegime | None
    value: str
    valid_from: date
    valid_to: date | None
    article: str
    reason: str
    decided_at: datetime
    decided_by: str
    version: int
    voided_at: datetime | None


def list_parameter_edits(uow: UnitOfWork, key: str) -> tuple[ParameterEditRow, ...]:
    """What the facility decided about a parameter, latest first, struck out ones too."""
    require(uow, READ_LISTS)
    c = ParameterEdit.__table__.c
    columns = (c.id, c.key, c.regime, c.value, c.valid_from, c.valid_to, c.article, c.reason)
    asked: sa.Select[Any] = sa.select(*columns, c.created_at, c.created_by, c.version, c.voided_at).where(
        c.key == key
    )
    return tuple(ParameterEditRow(*row) for row in uow.session.execute(asked.order_by(c.id.desc())))
