"""Facts as the columns they are kept in."""

from dataclasses import fields
from typing import Any, TypeVar

FactsT = TypeVar("FactsT")


def columns_of(facts: Any) -> dict[str, Any]:
    """Facts as columns, field by field: ``asdict`` would take values like Money apart."""
    return {one.name: getattr(facts, one.name) for one in fields(facts)}


def facts_from(kind: type[FactsT], kept: Any) -> FactsT:
    """Facts of a kind, from what keeps them under the same names."""
    names = (one.name for one in fields(kind))  # type: ignore[arg-type]  # a dataclass
    return kind(**{name: getattr(kept, name) for name in names})
