"""Make the tables of absences: cases, their papers, extensions, escort orders, what was done."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _case()
    _paper()
    _extension()
    _escort()
    _step()


def _case() -> None:
    op.create_table(
        "absence_case",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=True),
        sa.Column("left_at", sa.Text(), nullable=True),
        sa.Column("due_back_at", sa.Text(), nullable=True),
        sa.Column("back_at", sa.Text(), nullable=True),
        sa.Column("event_id", sa.String(length=32), nullable=True),
        sa.Column("destination", sa.String(length=200), nullable=True),
        sa.Column("basis_number", sa.String(length=60), nullable=True),
        sa.Column("basis_on", sa.Date(), nullable=True),
        sa.Column("basis_body", sa.String(length=200), nullable=True),
        sa.Column("basis_subject", sa.String(length=200), nullable=True),
        sa.Column("decision_number", sa.String(length=60), nullable=True),
        sa.Column("decision_on", sa.Date(), nullable=True),
        sa.Column("leave_from", sa.Date(), nullable=True),
        sa.Column("leave_to", sa.Date(), nullable=True),
        sa.Column("travel_days", sa.Integer(), nullable=True),
        sa.Column("mourned", sa.String(length=32), nullable=True),
        sa.Column("mourned_name", sa.String(length=200), nullable=True),
        sa.Column("evidence", sa.String(length=32), nullable=True),
        sa.Column("applicant_name", sa.String(length=200), nullable=True),
        sa.Column("applicant_relation", sa.String(length=200), nullable=True),
        sa.Column("applicant_phone", sa.String(length=200), nullable=True),
        sa.Column("applicant_address", sa.String(length=200), nullable=True),
        sa.Column("relief", sa.String(length=32), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=True),
        sa.Column("looks", sa.String(length=200), nullable=True),
        sa.Column("ground", sa.String(length=32), nullable=True),
        sa.Column("proofs", sa.Text(), nullable=True),
        sa.Column("cause", sa.String(length=200), nullable=True),
        sa.Column("refusal", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["stay_event.id"], name=op.f("fk_absence_case_event_id_stay_event")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_absence_case_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_absence_case_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_case")),
    )
    op.create_index(op.f("ix_absence_case_resident_id"), "absence_case", ["resident_id"], unique=False)
    op.create_index("ix_absence_case_state", "absence_case", ["state", "due_back_at"], unique=False)
    op.create_index(op.f("ix_absence_case_stay_id"), "absence_case", ["stay_id"], unique=False)


def _paper() -> None:
    op.create_table(
        "absence_paper",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("paper_id", sa.String(length=32), nullable=False),
        sa.Column("form_id", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["absence_case.id"], name=op.f("fk_absence_paper_case_id_absence_case")
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["issued_paper.id"], name=op.f("fk_absence_paper_paper_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_absence_paper_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_paper")),
    )
    op.create_index(op.f("ix_absence_paper_case_id"), "absence_paper", ["case_id"], unique=False)
    op.create_index(op.f("ix_absence_paper_paper_id"), "absence_paper", ["paper_id"], unique=False)
    op.create_index(op.f("ix_absence_paper_resident_id"), "absence_paper", ["resident_id"], unique=False)


def _extension() -> None:
    op.create_table(
        "absence_extension",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("before_at", sa.Text(), nullable=True),
        sa.Column("until_at", sa.Text(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("body", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["absence_case.id"], name=op.f("fk_absence_extension_case_id_absence_case")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_absence_extension_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_extension")),
    )
    op.create_index(op.f("ix_absence_extension_case_id"), "absence_extension", ["case_id"], unique=False)
    op.create_index(op.f("ix_absence_extension_resident_id"), "absence_extension", ["resident_id"], unique=False)


def _escort() -> None:
    op.create_table(
        "absence_escort",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("way", sa.String(length=32), nullable=False),
        sa.Column("officers", sa.Text(), nullable=False),
        sa.Column("vehicle", sa.String(length=200), nullable=True),
        sa.Column("planned_at", sa.Text(), nullable=False),
        sa.Column("measures", sa.String(length=200), nullable=True),
        sa.Column("handed_at", sa.Text(), nullable=True),
        sa.Column("handed_to", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["absence_case.id"], name=op.f("fk_absence_escort_case_id_absence_case")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_absence_escort_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_escort")),
    )
    op.create_index(op.f("ix_absence_escort_case_id"), "absence_escort", ["case_id"], unique=False)
    op.create_index(op.f("ix_absence_escort_resident_id"), "absence_escort", ["resident_id"], unique=False)


def _step() -> None:
    op.create_table(
        "absence_step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("step", sa.String(length=32), nullable=False),
        sa.Column("done_at", sa.Text(), nullable=False),
        sa.Column("whom", sa.String(length=200), nullable=True),
        sa.Column("how", sa.String(length=200), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id"], ["absence_case.id"], name=op.f("fk_absence_step_case_id_absence_case")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_absence_step_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence_step")),
    )
    op.create_index(op.f("ix_absence_step_case_id"), "absence_step", ["case_id"], unique=False)
    op.create_index(op.f("ix_absence_step_resident_id"), "absence_step", ["resident_id"], unique=False)
