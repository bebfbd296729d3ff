"""What runs the migration steps; read only where a file is made or brought to a newer schema."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from facility_app.db import capture


class StepWalk:
    """The steps of one folder, ready to be run."""

    def __init__(self, folder: Path) -> None:
        """Read the steps in ``folder``."""
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        self._config = config
        self._directory = ScriptDirectory.from_config(config)

    def loses_rows(self, head: str, since: str | None) -> frozenset[str]:
        """Tables whose steps after ``since`` up to ``head`` say they remove rows."""
        steps = self._directory.iterate_revisions(head, since)
        return frozenset(name for step in steps for name in getattr(step.module, "LOSES_ROWS", ()))

    def upgrade(self, connection: sa.Connection, metadata: sa.MetaData) -> None:
        """Run every step the file lacks, inside the caller's transaction."""

        def steps(revision: Any, _context: MigrationContext) -> Any:
            return self._directory._upgrade_revs("head", revision)  # what alembic.command.upgrade runs

        environment = EnvironmentContext(self._config, self._directory, fn=steps)
        environment.configure(
            connection=connection,
            target_metadata=metadata,
            render_as_batch=True,
            transaction_per_migration=False,
            on_version_apply=lambda **_step: capture.mend(connection),
        )
        environment.run_migrations()
