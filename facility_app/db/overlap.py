"""No two spans of one key may overlap: a bed has one person a night, a person one bed."""

from dataclasses import dataclass

import sqlalchemy as sa

from facility_app.kernel.labels import label

OVERLAP_MARK = "no_overlap"
OVERLAP_MESSAGE = label(
    "errors", "Khoảng thời gian này chồng lên một khoảng đã có. Hãy kết thúc khoảng kia trước."
)


@dataclass(frozen=True, slots=True)
class NoOverlap:
    """A rule over one table: live rows with equal ``key`` columns never overlap in ``[from_, to)``.

    Attributes:
        table: the table.
        key: columns that must be equal for two rows to compete.
        from_: first day or instant of the span.
        to: the day or instant it ends before; NULL is open.
    """

    table: str
    key: tuple[str, ...]
    from_: str
    to: str


@dataclass(frozen=True, slots=True)
class Spans:
    """What a table says of its spans; the table's ``info`` carries it."""

    keys: tuple[tuple[str, ...], ...]
    from_: str
    to: str


def never_overlap(*keys: tuple[str, ...], from_: str, to: str) -> dict[str, dict[str, Spans]]:
    """The last entry of a record's ``__table_args__``: one rule for each of these keys; see ``NoOverlap``."""
    return {"info": {OVERLAP_MARK: Spans(keys, from_, to)}}


def rules_of(metadata: sa.MetaData) -> tuple[NoOverlap, ...]:
    """The rules that the tables of ``metadata`` ask for."""
    asked = ((table, table.info.get(OVERLAP_MARK)) for table in metadata.sorted_tables)
    return tuple(
        NoOverlap(table.name, key, spans.from_, spans.to)
        for table, spans in asked
        if isinstance(spans, Spans)
        for key in spans.keys
    )


def triggers(rules: tuple[NoOverlap, ...]) -> dict[str, str]:
    """Trigger name → statement.

    BEFORE triggers also stop INSERT OR REPLACE and OR IGNORE, which a check after the fact would not. Voided rows
    do not compete. Half-open: a span may begin on the day another ends.
    """
    made: dict[str, str] = {}
    for rule in rules:
        for event in ("INSERT", "UPDATE"):
            name = f"{OVERLAP_MARK}_{rule.table}_{'_'.join(rule.key)}_{event.lower()}"
            made[name] = _statement(name, rule, event)
    return made


def _statement(name: str, rule: NoOverlap, event: str) -> str:
    same_key = " AND ".join(f"o.{column} = NEW.{column}" for column in rule.key)
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {rule.table} WHEN NEW.voided_at IS NULL "
        f"BEGIN SELECT RAISE(ABORT, '{OVERLAP_MARK}:{rule.table}') WHERE EXISTS ("
        f"SELECT 1 FROM {rule.table} AS o WHERE {same_key} AND o.id <> NEW.id AND o.voided_at IS NULL "
        f"AND (NEW.{rule.to} IS NULL OR o.{rule.from_} < NEW.{rule.to}) "
        f"AND (o.{rule.to} IS NULL OR o.{rule.to} > NEW.{rule.from_})); END"
    )
