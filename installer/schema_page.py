"""Writes ``docs/schema.md`` from the records themselves: tables, columns, privacy, what travels, what is kept."""

from pathlib import Path

import sqlalchemy as sa

from facility_app.app.registry import schema
from facility_app.kernel.privacy import Synced, TableSpec

PAGE = Path(__file__).resolve().parents[1] / "docs" / "schema.md"
HEAD = """# The schema

Written by `python -m installer.schema_page`; a test fails while it is out of date. Privacy classes decide what a
bundle profile may carry; `void_reason` and stamps are on every record.
"""


def page() -> str:
    """The whole page."""
    found = schema()
    tables = {table.name: table for table in found.metadata.sorted_tables}
    parts = [_table(tables[spec.name], spec) for spec in sorted(found.specs, key=lambda spec: spec.name)]
    return "\n".join([HEAD, *parts])


def _table(table: sa.Table, spec: TableSpec) -> str:
    travels = (
        f"synced, ordinal {spec.sync.ordinal}; resident path: {' → '.join(spec.sync.resident_path) or 'none'}"
        if isinstance(spec.sync, Synced)
        else f"local: {spec.sync.reason}"
    )
    rows = [_column(column) for column in table.columns]
    heads = ["| Column | Type | Privacy | |", "|---|---|---|---|"]
    return "\n".join([f"## {table.name}", "", f"{travels} · kept as {spec.retention}", "", *heads, *rows, ""])


def _column(column: sa.Column[object]) -> str:
    marks = [
        "key" if column.primary_key else "",
        "" if column.nullable or column.primary_key else "required",
        *(f"→ {key.target_fullname}" for key in column.foreign_keys),
        f"search: {column.info['search']}" if "search" in column.info else "",
    ]
    kind = str(column.type.compile()).lower()
    return f"| {column.name} | {kind} | {column.info['privacy']} | {', '.join(mark for mark in marks if mark)} |"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
