"""How a resident is named wherever one is chosen or mentioned: fields, the palette, lists of other slices."""

from collections.abc import Sequence
from typing import Any

from facility_app.modules.residents.queries.people import (
    SEARCH_LIMIT,
    ResidentRow,
    list_resident_rows,
    search_residents,
)
from facility_app.modules.residents.ui.words import joined
from facility_app.ui.forms.picker import Choice


def found_people(uow: Any, typed: str, limit: int = SEARCH_LIMIT) -> tuple[Choice, ...]:
    """People found by what is typed, told apart by code and birth; nobody before anything is typed."""
    rows = search_residents(uow, typed, limit) if typed.strip() else ()
    return tuple(Choice(row.resident_id, row.name, joined(row.code, row.birth)) for row in rows)


def named_people(uow: Any, resident_ids: Sequence[str]) -> tuple[Choice, ...]:
    """People who are known already, with the code said beside the name; whoever was struck out is left out."""
    return tuple(map(_named, list_resident_rows(uow, resident_ids)))


def named_person(uow: Any, resident_id: str) -> Choice | None:
    """One of them."""
    return next(iter(named_people(uow, [resident_id])), None)


def _named(row: ResidentRow) -> Choice:
    return Choice(row.resident_id, row.name, row.code)
