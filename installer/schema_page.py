"""Writes ``docs/schema.md`` and ``docs/schema/`` from the records themselves.

The page: tables, columns, privacy, what travels, what is kept. The folder: a JSON Schema for the lines of each
table that travels, and which profile carries which of its columns.
"""

import json
from pathlib import Path

import sqlalchemy as sa

from facility_app.app.registry import schema
from facility_app.db.carried import Table
from facility_app.kernel.privacy import Synced, TableSpec
from facility_app.sync.profiles import NOT_YET, RULES, SCHEMA, profile
from facility_app.sync.schemas import schemas

PAGE = Path(__file__).resolve().parents[1] / "docs" / "schema.md"
FOLDER = PAGE.with_suffix("")
ALLOW_LIST = "README.md"
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


LIST_HEAD = f"""# What may leave

Written by `python -m installer.schema_page`; a test fails while it is out of date. Beside it lies a JSON Schema
(2020-12) for the lines of each table that travels, version {SCHEMA[1]}; a full bundle carries the same files.

A profile is the list below and nothing else: a column whose class is not in it stays, and so does a table that
would have nothing of its own to say. **Rows held back**: what makes single rows more private than their columns.
What somebody typed is looked at as well: a text that tells of HIV is left out of its row, or is a dash where one
must stand. Results of drug tests are in none of them. P4 is P3 and, sealed for other recipients, its annex.
"""


def allow_lists() -> str:
    """Which columns each profile carries."""
    found = schema()
    parts = [LIST_HEAD]
    for name in sorted(RULES):
        one = profile(name, found.metadata, found.specs)
        waits = f" It cannot be sent yet: {NOT_YET[name]}." if name in NOT_YET else ""
        needs = " The stream needs a legal basis." if one.needs_authority else ""
        parts.append(f"## {name}\n\nRevision {one.revision}.{needs}{waits}\n")
        parts.append(
            "\n".join(["| Table | Columns | Rows held back |", "|---|---|---|", *map(_listed, one.tables)])
        )
        if one.annex:
            heads = [f"\n### Annex of {name}\n", "| Table | Columns | Rows held back |", "|---|---|---|"]
            parts.append("\n".join([*heads, *map(_listed, one.annex)]))
        parts.append("")
    return "\n".join(parts)


def _listed(table: Table) -> str:
    held = ", ".join(
        " → ".join([*(step.column for step in one.said.steps), one.said.column]) for one in table.hidden
    )
    return f"| {table.name} | {', '.join(one.name for one in table.columns)} | {held} |"


def published() -> dict[str, str]:
    """Name of each file of the folder → what it says."""
    found = schema()
    made = {
        f"{name}.json": json.dumps(one, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        for name, one in schemas(found.metadata, found.specs).items()
    }
    return {ALLOW_LIST: allow_lists(), **made}


def main() -> None:
    """Write the page and the folder; what is no longer made goes."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    FOLDER.mkdir(exist_ok=True)
    made = published()
    for old in FOLDER.iterdir():
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
