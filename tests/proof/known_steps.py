"""What the migration steps of a new file say to the database, built once a server and said again by its children.

Building the statements is most of what a founding costs and touches no file; thousands of faulted foundings say
the same ones. What reaches the driver, and so the disk, is the same call by call.
"""

from collections.abc import Callable
from typing import Any
from unittest import mock

import sqlalchemy as sa

from facility_app.db.migrate import Scripts
from facility_app.db.vault import revision_of

_Said = tuple[str, Any]
"""A statement and its values."""


def know_steps() -> None:
    """From now on this process builds the statements of a new file's steps once."""
    build = Scripts.upgrade
    known: dict[str, list[_Said]] = {}

    def upgrade(scripts: Scripts, connection: sa.Connection, metadata: sa.MetaData) -> None:
        if revision_of(connection) is not None:
            build(scripts, connection, metadata)
        elif scripts.head in known:
            for statement, values in known[scripts.head]:
                connection.exec_driver_sql(statement, values)
        else:
            known[scripts.head] = _listened(connection, lambda: build(scripts, connection, metadata))

    mock.patch.object(Scripts, "upgrade", upgrade).start()


def _listened(connection: sa.Connection, work: Callable[[], object]) -> list[_Said]:
    """Every statement that reached the driver during ``work``."""
    said: list[_Said] = []

    def hear(*event: Any) -> None:
        _connection, _cursor, statement, values, *_ = event
        said.append((statement, values or None))

    sa.event.listen(connection, "before_cursor_execute", hear)
    work()
    sa.event.remove(connection, "before_cursor_execute", hear)
    return said
