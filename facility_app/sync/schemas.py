"""JSON Schema (2020-12) of each table's lines: published in ``docs/schema``, carried in every full bundle."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import sqlalchemy as sa

from facility_app.db.carried import Column, Shape
from facility_app.kernel.privacy import RowMark, Synced, TableSpec
from facility_app.kernel.typed import MOST_EXACT
from facility_app.sync.canonical import Json
from facility_app.sync.profiles import RULES, SCHEMA, Profile, described, profile

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ID: Final[Mapping[str, Json]] = {"pattern": "^[0-9a-f]{32}$", "type": "string"}
_WHOLE: Final[Mapping[str, Json]] = {
    "anyOf": [
        {"maximum": MOST_EXACT, "minimum": -MOST_EXACT, "type": "integer"},
        {"pattern": "^-?[0-9]{16,19}$", "type": "string"},
    ]
}
SCHEMA_OF_SHAPE: Final[Mapping[Shape, Mapping[str, Json]]] = {
    Shape.TEXT: {"type": "string"},
    Shape.NUMBER: _WHOLE,
    Shape.YES_NO: {"type": "boolean"},
    Shape.DAY: {"format": "date", "type": "string"},
    Shape.INSTANT: {"format": "date-time", "pattern": "Z$", "type": "string"},
    Shape.MONEY: {**_WHOLE, "x-unit": "VND"},
    Shape.BYTES: {"pattern": "^([0-9a-f]{2})*$", "type": "string"},
}


def schemas(metadata: sa.MetaData, specs: Iterable[TableSpec]) -> dict[str, Json]:
    """Table → the schema of its lines, for every synced table, whatever profile carries it."""
    known = tuple(specs)
    profiles = [profile(name, metadata, known) for name in sorted(RULES)]
    return {
        spec.name: _line(metadata.tables[spec.name], spec.sync, profiles)
        for spec in sorted(known, key=lambda spec: spec.name)
        if isinstance(spec.sync, Synced)
    }


def _line(table: sa.Table, how: Synced, profiles: Sequence[Profile]) -> Json:
    carried = {
        one.name: {column.name for column in found.columns}
        for one in profiles
        for found in (*one.tables, *one.annex)
        if found.name == table.name
    }
    columns = described(table)
    always = [
        one.name
        for one in columns
        if carried and not one.is_optional and all(one.name in names for names in carried.values())
    ]
    row: dict[str, Json] = {
        "properties": {one.name: _value(one, carried) for one in columns},
        "required": [*always],
        "type": "object",
    }
    properties: dict[str, Json] = {
        "at": dict(SCHEMA_OF_SHAPE[Shape.INSTANT]),
        "c": {"minimum": 0, "type": "integer"},
        "d": row,
        "h": {"type": "string"},
        "id": dict(_ID),
        "o": {"type": "string"},
        "op": {"enum": ["U", "D"]},
        "ov": {"minimum": 1, "type": "integer"},
        "rid": dict(_ID),
        "t": {"const": table.name},
        "why": {"enum": ["erasure", "error", "merge"]},
    }
    return {
        "$id": f"urn:{SCHEMA[0]}:{SCHEMA[1].split('.', maxsplit=1)[0]}:{table.name}",
        "$schema": DIALECT,
        "if": {"properties": {"op": {"const": "U"}}},
        "then": {"required": ["at", "d"]},
        "else": {"properties": {"d": False}, "required": ["why"]},
        "properties": properties,
        "required": ["c", "h", "id", "o", "op", "ov", "t"],
        "title": table.name,
        "type": "object",
        "x-ordinal": how.ordinal,
        "x-profiles": [*sorted(carried)],
        "x-resident-path": [*how.resident_path],
        "x-rows-held-back": [_mark(one) for one in how.marks],
    }


def _value(column: Column, carried: Mapping[str, set[str]]) -> Json:
    said: dict[str, Json] = dict(SCHEMA_OF_SHAPE[column.shape])
    if column.codes:
        said["enum"] = [*column.codes]
    if column.length is not None and column.shape is Shape.TEXT:
        said["maxLength"] = column.length
    if column.refers_to is not None:
        said["x-refers-to"] = column.refers_to
    said["x-privacy"] = column.privacy.value
    said["x-profiles"] = [name for name in sorted(carried) if column.name in carried[name]]
    return said


def _mark(one: RowMark) -> Json:
    said: dict[str, Json] = {"path": [*one.path]}
    said["class"] = str(one.privacy) if one.privacy is not None else "named there"
    if one.is_text:
        said["text"] = True
    if one.like:
        said["like"] = [*one.like]
    if one.through is not None:
        said["through"] = [*one.through]
    return said
