"""Make the tables of stays: the stay, its decisions, its term, its stages, its plan."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _stay()
    _stay_decision()
    _stay_event()
    _term_evaluation()
    _presence_change()
    _overheld_note()
    _stay_stage()
    _rehab_plan()


def _stay() -> None:
    op.create_table(
        "stay",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("coming_no", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("stay_type", sa.String(length=32), nullable=False),
        sa.Column("legal_regime", sa.String(length=32), nullable=False),
        sa.Column("regime_reason", sa.String(length=200), nullable=True),
        sa.Column("admission_reason", sa.String(length=32), nullable=False),
        sa.Column("admitted_on", sa.Date(), nullable=False),
        sa.Column("term_start_on", sa.Date(), nullable=False),
        sa.Column("start_basis", sa.String(length=32), nullable=False),
        sa.Column("informed_on", sa.Date(), nullable=True),
        sa.Column("rehab_count", sa.Integer(), nullable=True),
        sa.Column("custody_until", sa.Date(), nullable=True),
        sa.Column("contract_number", sa.String(length=60), nullable=True),
        sa.Column("contract_end_on", sa.Date(), nullable=True),
        sa.Column("decision_police", sa.String(length=200), nullable=True),
        sa.Column("seat_police", sa.String(length=200), nullable=True),
        sa.Column("residence_police", sa.String(length=200), nullable=True),
        sa.Column("presence", sa.String(length=32), nullable=False),
        sa.Column("presence_on", sa.Date(), nullable=False),
        sa.Column("expected_end_on", sa.Date(), nullable=True),
        sa.Column("leave_by", sa.Date(), nullable=True),
        sa.Column("exit_code", sa.String(length=32), nullable=True),
        sa.Column("exited_on", sa.Date(), nullable=True),
        sa.Column("exit_note", sa.String(length=200), nullable=True),
        sa.Column("earlier_stay_id", sa.String(length=32), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["earlier_stay_id"], ["stay.id"], name=op.f("fk_stay_earlier_stay_id_stay")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_stay_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay")),
        sa.UniqueConstraint("home", "resident_id", "coming_no", name=op.f("uq_stay_home_resident_id_coming_no")),
    )
    op.create_index(op.f("ix_stay_admitted_on"), "stay", ["admitted_on"], unique=False)
    op.create_index(op.f("ix_stay_code"), "stay", ["code"], unique=False)
    op.create_index(op.f("ix_stay_exited_on"), "stay", ["exited_on"], unique=False)
    op.create_index(
        "ix_stay_leave_by",
        "stay",
        ["leave_by"],
        unique=False,
        sqlite_where=sa.text("exited_on IS NULL AND voided_at IS NULL"),
    )
    op.create_index(op.f("ix_stay_resident_id"), "stay", ["resident_id"], unique=False)
    op.create_index(
        "ux_stay_open",
        "stay",
        ["resident_id"],
        unique=True,
        sqlite_where=sa.text("exited_on IS NULL AND voided_at IS NULL"),
    )


def _stay_decision() -> None:
    op.create_table(
        "stay_decision",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("symbol", sa.String(length=60), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("authority", sa.String(length=200), nullable=False),
        sa.Column("signatory", sa.String(length=200), nullable=True),
        sa.Column("decided_months", sa.Integer(), nullable=True),
        sa.Column("decided_from", sa.Date(), nullable=True),
        sa.Column("decided_to", sa.Date(), nullable=True),
        sa.Column("subject", sa.String(length=200), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("attachment_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_stay_decision_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_stay_decision_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_stay_decision_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay_decision")),
        sa.UniqueConstraint(
            "stay_id", "kind", "version_no", name=op.f("uq_stay_decision_stay_id_kind_version_no")
        ),
    )
    op.create_index(op.f("ix_stay_decision_resident_id"), "stay_decision", ["resident_id"], unique=False)
    op.create_index(op.f("ix_stay_decision_stay_id"), "stay_decision", ["stay_id"], unique=False)


def _stay_event() -> None:
    op.create_table(
        "stay_event",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("paper_number", sa.String(length=60), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
        sa.Column("decided_months", sa.Integer(), nullable=True),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("exit_code", sa.String(length=32), nullable=True),
        sa.Column("counts_as", sa.String(length=32), nullable=True),
        sa.Column("counts_reason", sa.String(length=200), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("to_on IS NULL OR to_on >= from_on", name=op.f("ck_stay_event_span")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_stay_event_resident_id_resident")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_stay_event_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay_event")),
    )
    op.create_index(op.f("ix_stay_event_resident_id"), "stay_event", ["resident_id"], unique=False)
    op.create_index(op.f("ix_stay_event_stay_id"), "stay_event", ["stay_id"], unique=False)


def _term_evaluation() -> None:
    op.create_table(
        "term_evaluation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("cause", sa.String(length=60), nullable=False),
        sa.Column("evaluated_on", sa.Date(), nullable=False),
        sa.Column("expected_end_on", sa.Date(), nullable=True),
        sa.Column("leave_by", sa.Date(), nullable=True),
        sa.Column("served_days", sa.Integer(), nullable=False),
        sa.Column("credited_days", sa.Integer(), nullable=False),
        sa.Column("added_days", sa.Integer(), nullable=False),
        sa.Column("remaining_days", sa.Integer(), nullable=True),
        sa.Column("ledger", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_term_evaluation_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_term_evaluation_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term_evaluation")),
    )
    op.create_index(op.f("ix_term_evaluation_resident_id"), "term_evaluation", ["resident_id"], unique=False)
    op.create_index(op.f("ix_term_evaluation_stay_id"), "term_evaluation", ["stay_id"], unique=False)


def _presence_change() -> None:
    op.create_table(
        "presence_change",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("verb", sa.String(length=60), nullable=False),
        sa.Column("from_state", sa.String(length=32), nullable=True),
        sa.Column("to_state", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("event_id", sa.String(length=32), nullable=True),
        sa.Column("paper_number", sa.String(length=60), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
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
            ["event_id"], ["stay_event.id"], name=op.f("fk_presence_change_event_id_stay_event")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_presence_change_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_presence_change_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presence_change")),
    )
    op.create_index(op.f("ix_presence_change_resident_id"), "presence_change", ["resident_id"], unique=False)
    op.create_index(op.f("ix_presence_change_stay_id"), "presence_change", ["stay_id"], unique=False)


def _overheld_note() -> None:
    op.create_table(
        "overheld_note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("leave_by", sa.Date(), nullable=False),
        sa.Column("explained_until", sa.Date(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_overheld_note_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_overheld_note_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overheld_note")),
    )
    op.create_index(op.f("ix_overheld_note_resident_id"), "overheld_note", ["resident_id"], unique=False)
    op.create_index(op.f("ix_overheld_note_stay_id"), "overheld_note", ["stay_id"], unique=False)


def _stay_stage() -> None:
    op.create_table(
        "stay_stage",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("start_on", sa.Date(), nullable=False),
        sa.Column("end_on", sa.Date(), nullable=True),
        sa.Column("result", sa.String(length=32), nullable=True),
        sa.Column("in_charge_id", sa.String(length=32), nullable=True),
        sa.Column("in_charge_name", sa.String(length=200), nullable=True),
        sa.Column("in_charge_qualification", sa.String(length=200), nullable=True),
        sa.Column("override_reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("end_on IS NULL OR end_on >= start_on", name=op.f("ck_stay_stage_span")),
        sa.ForeignKeyConstraint(
            ["in_charge_id"], ["staff_member.id"], name=op.f("fk_stay_stage_in_charge_id_staff_member")
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_stay_stage_resident_id_resident")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_stay_stage_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay_stage")),
    )
    op.create_index(op.f("ix_stay_stage_resident_id"), "stay_stage", ["resident_id"], unique=False)
    op.create_index(op.f("ix_stay_stage_stay_id"), "stay_stage", ["stay_id"], unique=False)
    op.create_index(
        "ux_stay_stage", "stay_stage", ["stay_id", "stage"], unique=True, sqlite_where=sa.text("voided_at IS NULL")
    )


def _rehab_plan() -> None:
    op.create_table(
        "rehab_plan",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("plan_medical_assessment", sa.Text(), nullable=True),
        sa.Column("plan_medical_goal", sa.Text(), nullable=True),
        sa.Column("plan_detox", sa.Text(), nullable=True),
        sa.Column("plan_mental_treatment", sa.Text(), nullable=True),
        sa.Column("plan_other_treatment", sa.Text(), nullable=True),
        sa.Column("plan_recovery_assessment", sa.Text(), nullable=True),
        sa.Column("plan_recovery_goal", sa.Text(), nullable=True),
        sa.Column("plan_behaviour_recovery", sa.Text(), nullable=True),
        sa.Column("plan_mental_recovery", sa.Text(), nullable=True),
        sa.Column("plan_education_assessment", sa.Text(), nullable=True),
        sa.Column("plan_education_goal", sa.Text(), nullable=True),
        sa.Column("plan_topics", sa.Text(), nullable=True),
        sa.Column("plan_psychotherapy", sa.Text(), nullable=True),
        sa.Column("plan_activities", sa.Text(), nullable=True),
        sa.Column("plan_labour_assessment", sa.Text(), nullable=True),
        sa.Column("plan_labour_goal", sa.Text(), nullable=True),
        sa.Column("plan_labour_therapy", sa.Text(), nullable=True),
        sa.Column("plan_vocational", sa.Text(), nullable=True),
        sa.Column("plan_information_given", sa.Text(), nullable=True),
        sa.Column("plan_reintegration_counselling", sa.Text(), nullable=True),
        sa.Column("medical_result", sa.String(length=32), nullable=True),
        sa.Column("recovery_result", sa.String(length=32), nullable=True),
        sa.Column("education_result", sa.String(length=32), nullable=True),
        sa.Column("labour_result", sa.String(length=32), nullable=True),
        sa.Column("plan_evaluation", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_rehab_plan_resident_id_resident")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_rehab_plan_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rehab_plan")),
    )
    op.create_index(op.f("ix_rehab_plan_resident_id"), "rehab_plan", ["resident_id"], unique=False)
    op.create_index(op.f("ix_rehab_plan_stay_id"), "rehab_plan", ["stay_id"], unique=False)
    op.create_index(
        "ux_rehab_plan_stay", "rehab_plan", ["stay_id"], unique=True, sqlite_where=sa.text("voided_at IS NULL")
    )
