"""Make the tables of giving medicines: orders, holds, doses, overrides, rules, allergies, programmes, runs."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _clinical_rule()
    _medicine_allergy()
    _order_override()
    _private_order_override()
    _medication_end()
    _protocol_run()
    _substitution_programme()
    _medicine_order()
    _private_medicine_order()
    _medicine_dose()
    _order_hold()
    _private_medicine_dose()
    _private_order_hold()


def _clinical_rule() -> None:
    op.create_table(
        "clinical_rule",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("rule_list", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("approved_by", sa.String(length=32), nullable=True),
        sa.Column("approved_name", sa.String(length=200), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clinical_rule")),
        sa.UniqueConstraint(
            "home", "rule_list", "code", "version_no", name=op.f("uq_clinical_rule_home_rule_list_code_version_no")
        ),
    )


def _medicine_allergy() -> None:
    op.create_table(
        "medicine_allergy",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("substance", sa.String(length=200), nullable=False),
        sa.Column("group_code", sa.String(length=40), nullable=True),
        sa.Column("reaction", sa.String(length=200), nullable=True),
        sa.Column("severity", sa.String(length=32), nullable=False),
        sa.Column("is_certain", sa.Boolean(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_medicine_allergy_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medicine_allergy")),
    )
    op.create_index(op.f("ix_medicine_allergy_resident_id"), "medicine_allergy", ["resident_id"], unique=False)


def _order_override() -> None:
    op.create_table(
        "order_override",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("rule_key", sa.String(length=80), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("second_id", sa.String(length=32), nullable=True),
        sa.Column("second_name", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_order_override_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_override")),
    )
    op.create_index(op.f("ix_order_override_order_id"), "order_override", ["order_id"], unique=False)
    op.create_index(op.f("ix_order_override_resident_id"), "order_override", ["resident_id"], unique=False)


def _private_order_override() -> None:
    op.create_table(
        "private_order_override",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("rule_key", sa.String(length=80), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("severity", sa.Integer(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("second_id", sa.String(length=32), nullable=True),
        sa.Column("second_name", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_private_order_override_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_order_override")),
    )
    op.create_index(
        op.f("ix_private_order_override_order_id"), "private_order_override", ["order_id"], unique=False
    )
    op.create_index(
        op.f("ix_private_order_override_resident_id"), "private_order_override", ["resident_id"], unique=False
    )


def _medication_end() -> None:
    op.create_table(
        "medication_end",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_medication_end_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_medication_end_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medication_end")),
        sa.UniqueConstraint("home", "stay_id", name=op.f("uq_medication_end_home_stay_id")),
    )
    op.create_index(op.f("ix_medication_end_resident_id"), "medication_end", ["resident_id"], unique=False)
    op.create_index(op.f("ix_medication_end_stay_id"), "medication_end", ["stay_id"], unique=False)


def _protocol_run() -> None:
    op.create_table(
        "protocol_run",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("protocol_code", sa.String(length=40), nullable=False),
        sa.Column("protocol_version", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("doctor_name", sa.String(length=200), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("ended_name", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_protocol_run_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_protocol_run_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_protocol_run")),
    )
    op.create_index(op.f("ix_protocol_run_resident_id"), "protocol_run", ["resident_id"], unique=False)
    op.create_index(op.f("ix_protocol_run_stay_id"), "protocol_run", ["stay_id"], unique=False)


def _substitution_programme() -> None:
    op.create_table(
        "substitution_programme",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("file_number", sa.String(length=200), nullable=False),
        sa.Column("consent_by", sa.String(length=200), nullable=False),
        sa.Column("consent_on", sa.Date(), nullable=False),
        sa.Column("doctor_name", sa.String(length=200), nullable=False),
        sa.Column("outside_on", sa.Date(), nullable=True),
        sa.Column("outside_amount", sa.BigInteger(), nullable=True),
        sa.Column("outside_paper", sa.String(length=200), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_kind", sa.String(length=32), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("ended_name", sa.String(length=200), nullable=True),
        sa.Column("second_id", sa.String(length=32), nullable=True),
        sa.Column("second_name", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(outside_on IS NULL) = (outside_paper IS NULL)", name=op.f("ck_substitution_programme_outside")
        ),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_substitution_programme_medicine_id_medicine")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_substitution_programme_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_substitution_programme_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitution_programme")),
    )
    op.create_index(
        op.f("ix_substitution_programme_resident_id"), "substitution_programme", ["resident_id"], unique=False
    )
    op.create_index(op.f("ix_substitution_programme_stay_id"), "substitution_programme", ["stay_id"], unique=False)


def _medicine_order() -> None:
    op.create_table(
        "medicine_order",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("chain_id", sa.String(length=32), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("replaces_id", sa.String(length=32), nullable=True),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("plan", sa.String(length=4000), nullable=False),
        sa.Column("route", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=True),
        sa.Column("least_minutes", sa.Integer(), nullable=True),
        sa.Column("most_a_day", sa.Integer(), nullable=True),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("run_id", sa.String(length=32), nullable=True),
        sa.Column("line_key", sa.String(length=40), nullable=True),
        sa.Column("prescriber_id", sa.String(length=32), nullable=False),
        sa.Column("prescriber_name", sa.String(length=200), nullable=False),
        sa.Column("verified_at", sa.Text(), nullable=True),
        sa.Column("verified_by", sa.String(length=32), nullable=True),
        sa.Column("verified_name", sa.String(length=200), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.String(length=32), nullable=True),
        sa.Column("ended_name", sa.String(length=200), nullable=True),
        sa.Column("end_kind", sa.String(length=32), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("(ended_at IS NULL) = (end_kind IS NULL)", name=op.f("ck_medicine_order_end")),
        sa.CheckConstraint("ends_at IS NULL OR ends_at > starts_at", name=op.f("ck_medicine_order_span")),
        sa.CheckConstraint(
            "verified_by IS NULL OR verified_by <> prescriber_id", name=op.f("ck_medicine_order_two_people")
        ),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_medicine_order_medicine_id_medicine")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_medicine_order_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["protocol_run.id"], name=op.f("fk_medicine_order_run_id_protocol_run")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_medicine_order_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medicine_order")),
        sa.UniqueConstraint(
            "home", "chain_id", "version_no", name=op.f("uq_medicine_order_home_chain_id_version_no")
        ),
    )
    op.create_index(
        "ix_medicine_order_open",
        "medicine_order",
        ["resident_id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL AND voided_at IS NULL"),
    )
    op.create_index(
        "ix_medicine_order_resident_id_starts_at", "medicine_order", ["resident_id", "starts_at"], unique=False
    )
    op.create_index(op.f("ix_medicine_order_run_id"), "medicine_order", ["run_id"], unique=False)
    op.create_index(op.f("ix_medicine_order_stay_id"), "medicine_order", ["stay_id"], unique=False)


def _private_medicine_order() -> None:
    op.create_table(
        "private_medicine_order",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("chain_id", sa.String(length=32), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("replaces_id", sa.String(length=32), nullable=True),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("plan", sa.String(length=4000), nullable=False),
        sa.Column("route", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("starts_at", sa.Text(), nullable=False),
        sa.Column("ends_at", sa.Text(), nullable=True),
        sa.Column("least_minutes", sa.Integer(), nullable=True),
        sa.Column("most_a_day", sa.Integer(), nullable=True),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("run_id", sa.String(length=32), nullable=True),
        sa.Column("line_key", sa.String(length=40), nullable=True),
        sa.Column("prescriber_id", sa.String(length=32), nullable=False),
        sa.Column("prescriber_name", sa.String(length=200), nullable=False),
        sa.Column("verified_at", sa.Text(), nullable=True),
        sa.Column("verified_by", sa.String(length=32), nullable=True),
        sa.Column("verified_name", sa.String(length=200), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("ended_by", sa.String(length=32), nullable=True),
        sa.Column("ended_name", sa.String(length=200), nullable=True),
        sa.Column("end_kind", sa.String(length=32), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("(ended_at IS NULL) = (end_kind IS NULL)", name=op.f("ck_private_medicine_order_end")),
        sa.CheckConstraint("ends_at IS NULL OR ends_at > starts_at", name=op.f("ck_private_medicine_order_span")),
        sa.CheckConstraint(
            "verified_by IS NULL OR verified_by <> prescriber_id",
            name=op.f("ck_private_medicine_order_two_people"),
        ),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_private_medicine_order_medicine_id_medicine")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_private_medicine_order_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["protocol_run.id"], name=op.f("fk_private_medicine_order_run_id_protocol_run")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_private_medicine_order_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_medicine_order")),
        sa.UniqueConstraint(
            "home", "chain_id", "version_no", name=op.f("uq_private_medicine_order_home_chain_id_version_no")
        ),
    )
    op.create_index(
        "ix_private_medicine_order_open",
        "private_medicine_order",
        ["resident_id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL AND voided_at IS NULL"),
    )
    op.create_index(
        "ix_private_medicine_order_resident_id_starts_at",
        "private_medicine_order",
        ["resident_id", "starts_at"],
        unique=False,
    )
    op.create_index(op.f("ix_private_medicine_order_run_id"), "private_medicine_order", ["run_id"], unique=False)
    op.create_index(op.f("ix_private_medicine_order_stay_id"), "private_medicine_order", ["stay_id"], unique=False)


def _medicine_dose() -> None:
    op.create_table(
        "medicine_dose",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("given_at", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("witness_id", sa.String(length=32), nullable=True),
        sa.Column("witness_name", sa.String(length=200), nullable=True),
        sa.Column("is_from_paper", sa.Boolean(), nullable=False),
        sa.Column("vomited_at", sa.Text(), nullable=True),
        sa.Column("vomited_note", sa.String(length=200), nullable=True),
        sa.Column("effect", sa.String(length=200), nullable=True),
        sa.Column("effect_at", sa.Text(), nullable=True),
        sa.Column("effect_by", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(amount > 0) = (outcome IN ('given', 'late', 'vomited'))", name=op.f("ck_medicine_dose_taken")
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_medicine_dose_amount")),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_medicine_dose_medicine_id_medicine")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"], ["medicine_order.id"], name=op.f("fk_medicine_dose_order_id_medicine_order")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_medicine_dose_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medicine_dose")),
    )
    op.create_index(
        "ix_medicine_dose_due_on_resident_id", "medicine_dose", ["due_on", "resident_id"], unique=False
    )
    op.create_index(
        "ix_medicine_dose_resident_id_medicine_id_due_on",
        "medicine_dose",
        ["resident_id", "medicine_id", "due_on"],
        unique=False,
    )
    op.create_index(
        "ux_medicine_dose_once",
        "medicine_dose",
        ["home", "order_id", "due_on", "slot"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )


def _order_hold() -> None:
    op.create_table(
        "order_hold",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("from_at", sa.Text(), nullable=False),
        sa.Column("to_at", sa.Text(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("to_at IS NULL OR to_at >= from_at", name=op.f("ck_order_hold_span")),
        sa.ForeignKeyConstraint(
            ["order_id"], ["medicine_order.id"], name=op.f("fk_order_hold_order_id_medicine_order")
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_order_hold_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_hold")),
    )
    op.create_index(op.f("ix_order_hold_order_id"), "order_hold", ["order_id"], unique=False)
    op.create_index(op.f("ix_order_hold_resident_id"), "order_hold", ["resident_id"], unique=False)


def _private_medicine_dose() -> None:
    op.create_table(
        "private_medicine_dose",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("slot", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("given_at", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("witness_id", sa.String(length=32), nullable=True),
        sa.Column("witness_name", sa.String(length=200), nullable=True),
        sa.Column("is_from_paper", sa.Boolean(), nullable=False),
        sa.Column("vomited_at", sa.Text(), nullable=True),
        sa.Column("vomited_note", sa.String(length=200), nullable=True),
        sa.Column("effect", sa.String(length=200), nullable=True),
        sa.Column("effect_at", sa.Text(), nullable=True),
        sa.Column("effect_by", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(amount > 0) = (outcome IN ('given', 'late', 'vomited'))", name=op.f("ck_private_medicine_dose_taken")
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_private_medicine_dose_amount")),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_private_medicine_dose_medicine_id_medicine")
        ),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["private_medicine_order.id"],
            name=op.f("fk_private_medicine_dose_order_id_private_medicine_order"),
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_private_medicine_dose_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_medicine_dose")),
    )
    op.create_index(
        "ix_private_medicine_dose_due_on_resident_id",
        "private_medicine_dose",
        ["due_on", "resident_id"],
        unique=False,
    )
    op.create_index(
        "ix_private_medicine_dose_resident_id_medicine_id_due_on",
        "private_medicine_dose",
        ["resident_id", "medicine_id", "due_on"],
        unique=False,
    )
    op.create_index(
        "ux_private_medicine_dose_once",
        "private_medicine_dose",
        ["home", "order_id", "due_on", "slot"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )


def _private_order_hold() -> None:
    op.create_table(
        "private_order_hold",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("from_at", sa.Text(), nullable=False),
        sa.Column("to_at", sa.Text(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("to_at IS NULL OR to_at >= from_at", name=op.f("ck_private_order_hold_span")),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["private_medicine_order.id"],
            name=op.f("fk_private_order_hold_order_id_private_medicine_order"),
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_private_order_hold_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_order_hold")),
    )
    op.create_index(op.f("ix_private_order_hold_order_id"), "private_order_hold", ["order_id"], unique=False)
    op.create_index(op.f("ix_private_order_hold_resident_id"), "private_order_hold", ["resident_id"], unique=False)
