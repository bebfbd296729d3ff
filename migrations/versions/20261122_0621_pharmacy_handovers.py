"""Keep who handed a cabinet over, reports withdrawn and sent; name the line of a requisition by what it is."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _drop_triggers()
    with op.batch_alter_table("cabinet_shift", recreate="always") as batch:
        batch.add_column(sa.Column("witness_id", sa.String(length=32), nullable=True))
        batch.add_column(sa.Column("witness_name", sa.String(length=200), nullable=True))
        batch.create_foreign_key(
            op.f("fk_cabinet_shift_count_id_stock_count"), "stock_count", ["count_id"], ["id"]
        )
    op.alter_column("requisition_line", "place", new_column_name="line_no")
    op.add_column("loss_report", sa.Column("withdrawn_at", sa.Text(), nullable=True))
    op.add_column("loss_report", sa.Column("withdrawn", sa.String(length=200), nullable=True))
    op.add_column("destruction", sa.Column("reported_at", sa.Text(), nullable=True))
    op.add_column("destruction", sa.Column("report_number", sa.String(length=200), nullable=True))
    op.create_index(
        "ix_stock_day_home_place_id_booked_on", "stock_day", ["home", "place_id", "booked_on"], unique=False
    )


def _drop_triggers() -> None:
    # A rename looks at every trigger of the file, and one of them may know a column that a later step adds. All
    # are made again: those that capture changes after this step, the others after the last one.
    asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for name in op.get_bind().exec_driver_sql(asked).scalars().all():
        op.execute(f"DROP TRIGGER {name}")
