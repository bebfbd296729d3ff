"""Make the tables of releases: one case for each stay, and the person's own plan V-19."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _case()
    _plan()


def _case() -> None:
    op.create_table(
        "release_case",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("residence_text", sa.String(length=200), nullable=True),
        sa.Column("residence_police", sa.String(length=200), nullable=True),
        sa.Column("residence_committee", sa.String(length=200), nullable=True),
        sa.Column("is_residence_stable", sa.Boolean(), nullable=True),
        sa.Column("residence_settled_on", sa.Date(), nullable=True),
        sa.Column("notice_id", sa.String(length=32), nullable=True),
        sa.Column("notice_received_on", sa.Date(), nullable=True),
        sa.Column("post_rehab_number", sa.String(length=60), nullable=True),
        sa.Column("post_rehab_on", sa.Date(), nullable=True),
        sa.Column("post_rehab_authority", sa.String(length=200), nullable=True),
        sa.Column("post_rehab_months", sa.Integer(), nullable=True),
        sa.Column("post_rehab_received_id", sa.String(length=32), nullable=True),
        sa.Column("monitoring_number", sa.String(length=60), nullable=True),
        sa.Column("monitoring_on", sa.Date(), nullable=True),
        sa.Column("monitoring_police", sa.String(length=200), nullable=True),
        sa.Column("monitoring_received_id", sa.String(length=32), nullable=True),
        sa.Column("device_number", sa.String(length=60), nullable=True),
        sa.Column("device_position", sa.String(length=200), nullable=True),
        sa.Column("device_accessories", sa.String(length=200), nullable=True),
        sa.Column("device_condition", sa.String(length=200), nullable=True),
        sa.Column("device_fitted_at", sa.Text(), nullable=True),
        sa.Column("is_device_by_police", sa.Boolean(), nullable=True),
        sa.Column("device_minutes_id", sa.String(length=32), nullable=True),
        sa.Column("device_pledge_id", sa.String(length=32), nullable=True),
        sa.Column("needs_social_protection", sa.Boolean(), nullable=False),
        sa.Column("social_protection_sent_on", sa.Date(), nullable=True),
        sa.Column("examined_on", sa.Date(), nullable=True),
        sa.Column("plan_paper_id", sa.String(length=32), nullable=True),
        sa.Column("certificate_id", sa.String(length=32), nullable=True),
        sa.Column("receipt_id", sa.String(length=32), nullable=True),
        sa.Column("belongings_note", sa.Text(), nullable=True),
        sa.Column("belongings_returned_on", sa.Date(), nullable=True),
        sa.Column("packet_made_at", sa.Text(), nullable=True),
        sa.Column("receipt_scan_id", sa.String(length=32), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["certificate_id"], ["issued_paper.id"], name=op.f("fk_release_case_certificate_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["device_minutes_id"], ["issued_paper.id"], name=op.f("fk_release_case_device_minutes_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["device_pledge_id"], ["issued_paper.id"], name=op.f("fk_release_case_device_pledge_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["monitoring_received_id"],
            ["received_paper.id"],
            name=op.f("fk_release_case_monitoring_received_id_received_paper"),
        ),
        sa.ForeignKeyConstraint(
            ["notice_id"], ["issued_paper.id"], name=op.f("fk_release_case_notice_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["plan_paper_id"], ["issued_paper.id"], name=op.f("fk_release_case_plan_paper_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["post_rehab_received_id"],
            ["received_paper.id"],
            name=op.f("fk_release_case_post_rehab_received_id_received_paper"),
        ),
        sa.ForeignKeyConstraint(
            ["receipt_id"], ["issued_paper.id"], name=op.f("fk_release_case_receipt_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["receipt_scan_id"], ["paper_scan.id"], name=op.f("fk_release_case_receipt_scan_id_paper_scan")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_release_case_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_release_case_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_release_case")),
    )
    op.create_index(op.f("ix_release_case_resident_id"), "release_case", ["resident_id"], unique=False)
    op.create_index(
        "ux_release_case_stay", "release_case", ["stay_id"], unique=True, sqlite_where=sa.text("voided_at IS NULL")
    )


def _plan() -> None:
    op.create_table(
        "reintegration_plan",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("reint_health", sa.Text(), nullable=True),
        sa.Column("reint_refusal_skill", sa.Text(), nullable=True),
        sa.Column("reint_legal_knowledge", sa.Text(), nullable=True),
        sa.Column("reint_expected_job", sa.Text(), nullable=True),
        sa.Column("reint_relapse_prevention", sa.Text(), nullable=True),
        sa.Column("reint_treatment", sa.Text(), nullable=True),
        sa.Column("reint_study", sa.Text(), nullable=True),
        sa.Column("reint_job", sa.Text(), nullable=True),
        sa.Column("reint_self_family", sa.Text(), nullable=True),
        sa.Column("reint_authority_support", sa.Text(), nullable=True),
        sa.Column("reint_loan", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_reintegration_plan_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_reintegration_plan_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reintegration_plan")),
    )
    op.create_index(op.f("ix_reintegration_plan_resident_id"), "reintegration_plan", ["resident_id"], unique=False)
    op.create_index(
        "ux_reintegration_plan_stay",
        "reintegration_plan",
        ["stay_id"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
