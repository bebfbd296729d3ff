"""The migration steps that came with the program."""

import sqlalchemy as sa

from facility_app.app.paths import migrations_folder
from facility_app.db.migrate import Migrated

VERSIONS = sorted((migrations_folder() / "versions").glob("*.py"))


def nothing_more(_connection: sa.Connection, _done: Migrated) -> None:
    """No identity and no entry to write."""
