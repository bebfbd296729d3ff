"""Make the tables of roster imports: what columns were, each run, whom it brought."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _shapes()
    _imports()
    _people()


def _shapes() -> None:
    op.create_table(
        "roster_shape",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("shape", sa.String(length=32), nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_roster_shape"),
        sa.UniqueConstraint("shape", name="uq_roster_shape_shape"),
    )


def _imports() -> None:
    op.create_table(
        "roster_import",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("sheet", sa.String(length=200), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("created", sa.Integer(), nullable=False),
        sa.Column("matched", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("stays", sa.Integer(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_roster_import"),
    )


def _people() -> None:
    op.create_table(
        "roster_person",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("import_id", sa.String(length=32), nullable=False),
        sa.Column("row_no", sa.Integer(), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=True),
        sa.Column("is_new", sa.Boolean(), nullable=False),
        sa.Column("place_text", sa.String(length=200), nullable=True),
        sa.Column("belongings", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["roster_import.id"], name="fk_roster_person_import_id_roster_import"
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name="fk_roster_person_resident_id_resident"),
        sa.PrimaryKeyConstraint("id", name="pk_roster_person"),
    )
    op.create_index("ix_roster_person_import_id", "roster_person", ["import_id"], unique=False)
    op.create_index("ix_roster_person_resident_id", "roster_person", ["resident_id"], unique=False)
    op.create_index("ix_roster_person_stay_id", "roster_person", ["stay_id"], unique=False)
