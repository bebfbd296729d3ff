"""Who this database file is: its id, its home facility, and the epoch of its life."""

import sqlalchemy as sa

from facility_app.db.base import Base, info
from facility_app.db.types import ID_LENGTH, UtcDatetime
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, TableSpec

vault = sa.Table(
    "vault",
    Base.metadata,
    sa.Column("only", sa.Integer, primary_key=True, autoincrement=False, info=info(Privacy.ADMIN)),
    sa.Column("db_uuid", sa.String(ID_LENGTH), nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("home", sa.String(35), nullable=False, info=info(Privacy.ADMIN)),
    sa.Column("created_at", UtcDatetime, nullable=False, info=info(Privacy.ADMIN)),
    sa.CheckConstraint("only = 1", name="one_row"),
)
"""One row. ``db_uuid`` changes with every restore, so that each life of the file has its own anchor."""

SPECS = (TableSpec("vault", LocalOnly("names this file, not a fact about the work"), Retention.SECURITY),)


def identity(connection: sa.Connection) -> tuple[str, str]:
    """(db_uuid, home) of the open file.

    Raises:
        LookupError: the file has no identity row: it was never initialised.
    """
    row = connection.execute(sa.select(vault.c.db_uuid, vault.c.home)).one_or_none()
    if row is None:
        message = "the database has no identity row"
        raise LookupError(message)
    return row.db_uuid, row.home


def revision_of(connection: sa.Connection) -> str | None:
    """The schema revision the file is at, as alembic wrote it; None for an empty file."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    return found
