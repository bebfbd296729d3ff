"""Facts as the columns they are kept in."""

from dataclasses import fields
from typing import Any


def columns_of(facts: Any) -> dict[str, Any]:
    """Facts as columns, field by field: ``asdict`` would take values like Money apart."""
    return {one.name: getattr(facts, one.name) for one in fields(facts)}
