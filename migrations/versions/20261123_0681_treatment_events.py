"""Make the tables of serious events and of what was done about each (clinical §8.1)."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def _charted() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
    )


def _stamps() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
    )


def _keys(table: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f(f"fk_{table}_resident_id_resident")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f(f"fk_{table}_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def upgrade() -> None:
    op.create_table(
        "serious_event",
        *_charted(),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("harm", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("found_by", sa.String(length=200), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("measures", sa.Text(), nullable=False),
        sa.Column("present", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("closed_by", sa.String(length=200), nullable=True),
        *_stamps(),
        sa.CheckConstraint("(closed_at IS NULL) = (outcome IS NULL)", name=op.f("ck_serious_event_closed")),
        *_keys("serious_event"),
    )
    op.create_table(
        "serious_event_step",
        *_charted(),
        sa.Column("event_id", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("whom", sa.String(length=200), nullable=True),
        sa.Column("how", sa.String(length=200), nullable=True),
        *_stamps(),
        sa.ForeignKeyConstraint(
            ["event_id"], ["serious_event.id"], name=op.f("fk_serious_event_step_event_id_serious_event")
        ),
        *_keys("serious_event_step"),
    )
    for table in ("serious_event", "serious_event_step"):
        op.create_index(op.f(f"ix_{table}_resident_id"), table, ["resident_id"], unique=False)
        op.create_index(op.f(f"ix_{table}_stay_id_happened_at"), table, ["stay_id", "happened_at"], unique=False)
    op.create_index(op.f("ix_serious_event_step_event_id"), "serious_event_step", ["event_id"], unique=False)
