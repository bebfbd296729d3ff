"""Make the tables of treatment: records, measures and scores, watches, drug tests, screening."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _drug_test_kit()
    _diagnosis()
    _door_triage()
    _drug_test()
    _hiv_test()
    _infection_test()
    _instrument_score()
    _medical_note()
    _medical_record()
    _observation_plan()
    _placement_reason()
    _private_diagnosis()
    _self_harm_watch()
    _vital_reading()
    _custody_step()
    _drug_test_result()
    _red_flag()
    _watch_look()


def _drug_test_kit() -> None:
    op.create_table(
        "drug_test_kit",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("brand", sa.String(length=200), nullable=False),
        sa.Column("lot_no", sa.String(length=200), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("cutoffs", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drug_test_kit")),
        sa.UniqueConstraint("home", "brand", "lot_no", name=op.f("uq_drug_test_kit_home_brand_lot_no")),
    )


def _diagnosis() -> None:
    op.create_table(
        "diagnosis",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_main", sa.Boolean(), nullable=False),
        sa.Column("certainty", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_diagnosis_resident_id_resident")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_diagnosis_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diagnosis")),
    )
    op.create_index(op.f("ix_diagnosis_resident_id"), "diagnosis", ["resident_id"], unique=False)
    op.create_index("ix_diagnosis_stay_id_happened_at", "diagnosis", ["stay_id", "happened_at"], unique=False)


def _door_triage() -> None:
    op.create_table(
        "door_triage",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=True),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_door_triage_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_door_triage_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_door_triage")),
    )
    op.create_index(op.f("ix_door_triage_resident_id"), "door_triage", ["resident_id"], unique=False)


def _drug_test() -> None:
    op.create_table(
        "drug_test",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("legal_basis", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("ordered_name", sa.String(length=200), nullable=False),
        sa.Column("confirms_id", sa.String(length=32), nullable=True),
        sa.Column("answer", sa.String(length=32), nullable=True),
        sa.Column("sample_no", sa.String(length=40), nullable=True),
        sa.Column("collected_at", sa.Text(), nullable=True),
        sa.Column("collector_name", sa.String(length=200), nullable=True),
        sa.Column("collector_sex", sa.String(length=32), nullable=True),
        sa.Column("witness_name", sa.String(length=200), nullable=True),
        sa.Column("witness_sex", sa.String(length=32), nullable=True),
        sa.Column("guardian_name", sa.String(length=200), nullable=True),
        sa.Column("temp_tenths", sa.Integer(), nullable=True),
        sa.Column("temp_after_s", sa.Integer(), nullable=True),
        sa.Column("tamper_note", sa.Text(), nullable=True),
        sa.Column("kit_id", sa.String(length=32), nullable=True),
        sa.Column("read_at", sa.Text(), nullable=True),
        sa.Column("reader_name", sa.String(length=200), nullable=True),
        sa.Column("second_name", sa.String(length=200), nullable=True),
        sa.Column("laboratory", sa.String(length=200), nullable=True),
        sa.Column("is_told", sa.Boolean(), nullable=True),
        sa.Column("told_name", sa.String(length=200), nullable=True),
        sa.Column("told_at", sa.Text(), nullable=True),
        sa.Column("told_number", sa.String(length=200), nullable=True),
        sa.Column("strike_reason", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["confirms_id"], ["drug_test.id"], name=op.f("fk_drug_test_confirms_id_drug_test")
        ),
        sa.ForeignKeyConstraint(["kit_id"], ["drug_test_kit.id"], name=op.f("fk_drug_test_kit_id_drug_test_kit")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_drug_test_resident_id_resident")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_drug_test_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drug_test")),
        sa.UniqueConstraint("home", "sample_no", name=op.f("uq_drug_test_home_sample_no")),
    )
    op.create_index(op.f("ix_drug_test_resident_id"), "drug_test", ["resident_id"], unique=False)
    op.create_index(op.f("ix_drug_test_stay_id"), "drug_test", ["stay_id"], unique=False)


def _hiv_test() -> None:
    op.create_table(
        "hiv_test",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("consent", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("asked_name", sa.String(length=200), nullable=False),
        sa.Column("guardian_name", sa.String(length=200), nullable=True),
        sa.Column("counselled_at", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.Column("sampled_at", sa.Text(), nullable=True),
        sa.Column("method", sa.String(length=200), nullable=True),
        sa.Column("result", sa.String(length=32), nullable=True),
        sa.Column("result_at", sa.Text(), nullable=True),
        sa.Column("result_name", sa.String(length=200), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("told_at", sa.Text(), nullable=True),
        sa.Column("told_name", sa.String(length=200), nullable=True),
        sa.Column("told_to", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_hiv_test_resident_id_resident")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_hiv_test_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hiv_test")),
    )
    op.create_index(op.f("ix_hiv_test_resident_id"), "hiv_test", ["resident_id"], unique=False)
    op.create_index(op.f("ix_hiv_test_stay_id"), "hiv_test", ["stay_id"], unique=False)


def _infection_test() -> None:
    op.create_table(
        "infection_test",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("disease", sa.String(length=32), nullable=False),
        sa.Column("consent", sa.String(length=32), nullable=False),
        sa.Column("asked_at", sa.Text(), nullable=False),
        sa.Column("asked_name", sa.String(length=200), nullable=False),
        sa.Column("guardian_name", sa.String(length=200), nullable=True),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.Column("sampled_at", sa.Text(), nullable=True),
        sa.Column("method", sa.String(length=200), nullable=True),
        sa.Column("result", sa.String(length=32), nullable=True),
        sa.Column("result_at", sa.Text(), nullable=True),
        sa.Column("result_name", sa.String(length=200), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_infection_test_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_infection_test_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_infection_test")),
    )
    op.create_index(op.f("ix_infection_test_resident_id"), "infection_test", ["resident_id"], unique=False)
    op.create_index(op.f("ix_infection_test_stay_id"), "infection_test", ["stay_id"], unique=False)


def _instrument_score() -> None:
    op.create_table(
        "instrument_score",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("instrument", sa.String(length=40), nullable=False),
        sa.Column("instrument_version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=True),
        sa.Column("band", sa.String(length=40), nullable=True),
        sa.Column("band_set", sa.String(length=40), nullable=True),
        sa.Column("subscores", sa.Text(), nullable=False),
        sa.Column("alerts", sa.Text(), nullable=False),
        sa.Column("is_complete", sa.Boolean(), nullable=False),
        sa.Column("reference_period", sa.String(length=200), nullable=True),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_instrument_score_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_instrument_score_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument_score")),
    )
    op.create_index(op.f("ix_instrument_score_resident_id"), "instrument_score", ["resident_id"], unique=False)
    op.create_index(
        "ix_instrument_score_stay_id_happened_at", "instrument_score", ["stay_id", "happened_at"], unique=False
    )


def _medical_note() -> None:
    op.create_table(
        "medical_note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_medical_note_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_medical_note_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medical_note")),
    )
    op.create_index(op.f("ix_medical_note_resident_id"), "medical_note", ["resident_id"], unique=False)
    op.create_index(
        "ix_medical_note_stay_id_happened_at", "medical_note", ["stay_id", "happened_at"], unique=False
    )


def _medical_record() -> None:
    op.create_table(
        "medical_record",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_medical_record_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_medical_record_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medical_record")),
        sa.UniqueConstraint("home", "year", "number", name=op.f("uq_medical_record_home_year_number")),
        sa.UniqueConstraint("stay_id", name=op.f("uq_medical_record_stay_id")),
    )
    op.create_index(op.f("ix_medical_record_resident_id"), "medical_record", ["resident_id"], unique=False)


def _observation_plan() -> None:
    op.create_table(
        "observation_plan",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("situation", sa.String(length=32), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_observation_plan_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_observation_plan_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation_plan")),
    )
    op.create_index(op.f("ix_observation_plan_resident_id"), "observation_plan", ["resident_id"], unique=False)
    op.create_index(
        "ix_observation_plan_stay_id_happened_at", "observation_plan", ["stay_id", "happened_at"], unique=False
    )
    op.create_index(
        "ux_observation_plan_live",
        "observation_plan",
        ["stay_id", "situation"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL AND voided_at IS NULL"),
    )


def _placement_reason() -> None:
    op.create_table(
        "placement_reason",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("need", sa.String(length=40), nullable=False),
        sa.Column("need_id", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["need_id"], ["housing_need.id"], name=op.f("fk_placement_reason_need_id_housing_need")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_placement_reason_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_placement_reason_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_reason")),
    )
    op.create_index(op.f("ix_placement_reason_resident_id"), "placement_reason", ["resident_id"], unique=False)
    op.create_index(
        "ix_placement_reason_stay_id_happened_at", "placement_reason", ["stay_id", "happened_at"], unique=False
    )


def _private_diagnosis() -> None:
    op.create_table(
        "private_diagnosis",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_main", sa.Boolean(), nullable=False),
        sa.Column("certainty", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_private_diagnosis_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_private_diagnosis_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_diagnosis")),
    )
    op.create_index(op.f("ix_private_diagnosis_resident_id"), "private_diagnosis", ["resident_id"], unique=False)
    op.create_index(op.f("ix_private_diagnosis_stay_id"), "private_diagnosis", ["stay_id"], unique=False)


def _self_harm_watch() -> None:
    op.create_table(
        "self_harm_watch",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("score_id", sa.String(length=32), nullable=True),
        sa.Column("review_at", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("ended_at IS NULL OR ended_at >= happened_at", name=op.f("ck_self_harm_watch_span")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_self_harm_watch_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_self_harm_watch_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_self_harm_watch")),
    )
    op.create_index(op.f("ix_self_harm_watch_resident_id"), "self_harm_watch", ["resident_id"], unique=False)
    op.create_index(
        "ix_self_harm_watch_stay_id_happened_at", "self_harm_watch", ["stay_id", "happened_at"], unique=False
    )


def _vital_reading() -> None:
    op.create_table(
        "vital_reading",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("temp", sa.Integer(), nullable=True),
        sa.Column("pulse", sa.Integer(), nullable=True),
        sa.Column("rr", sa.Integer(), nullable=True),
        sa.Column("sbp", sa.Integer(), nullable=True),
        sa.Column("dbp", sa.Integer(), nullable=True),
        sa.Column("spo2", sa.Integer(), nullable=True),
        sa.Column("glucose", sa.Integer(), nullable=True),
        sa.Column("weight", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("qtc", sa.Integer(), nullable=True),
        sa.Column("consciousness", sa.String(length=32), nullable=True),
        sa.Column("breathing", sa.String(length=32), nullable=True),
        sa.Column("spo2_scale", sa.Integer(), nullable=False),
        sa.Column("confirmed", sa.String(length=200), nullable=True),
        sa.Column("news2", sa.Integer(), nullable=True),
        sa.Column("news2_band", sa.String(length=40), nullable=True),
        sa.Column("news2_version", sa.Integer(), nullable=False),
        sa.Column("news2_digest", sa.String(length=64), nullable=False),
        sa.Column("bmi", sa.Integer(), nullable=True),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_vital_reading_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_vital_reading_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vital_reading")),
    )
    op.create_index(op.f("ix_vital_reading_resident_id"), "vital_reading", ["resident_id"], unique=False)
    op.create_index(
        "ix_vital_reading_stay_id_happened_at", "vital_reading", ["stay_id", "happened_at"], unique=False
    )


def _custody_step() -> None:
    op.create_table(
        "custody_step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("test_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("from_name", sa.String(length=200), nullable=False),
        sa.Column("to_name", sa.String(length=200), nullable=False),
        sa.Column("purpose", sa.String(length=200), nullable=False),
        sa.Column("is_intact", sa.Boolean(), nullable=False),
        sa.Column("condition", sa.String(length=200), nullable=True),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_custody_step_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["test_id"], ["drug_test.id"], name=op.f("fk_custody_step_test_id_drug_test")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody_step")),
    )
    op.create_index(op.f("ix_custody_step_resident_id"), "custody_step", ["resident_id"], unique=False)
    op.create_index(op.f("ix_custody_step_test_id"), "custody_step", ["test_id"], unique=False)


def _drug_test_result() -> None:
    op.create_table(
        "drug_test_result",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("test_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("panel", sa.String(length=40), nullable=False),
        sa.Column("cutoff", sa.Integer(), nullable=True),
        sa.Column("reading", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_drug_test_result_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["test_id"], ["drug_test.id"], name=op.f("fk_drug_test_result_test_id_drug_test")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drug_test_result")),
        sa.UniqueConstraint("test_id", "panel", name=op.f("uq_drug_test_result_test_id_panel")),
    )
    op.create_index(op.f("ix_drug_test_result_resident_id"), "drug_test_result", ["resident_id"], unique=False)


def _red_flag() -> None:
    op.create_table(
        "red_flag",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("triage_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("flag", sa.String(length=32), nullable=False),
        sa.Column("answered_at", sa.Text(), nullable=True),
        sa.Column("answered_name", sa.String(length=200), nullable=True),
        sa.Column("is_confirmed", sa.Boolean(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_red_flag_resident_id_resident")),
        sa.ForeignKeyConstraint(["triage_id"], ["door_triage.id"], name=op.f("fk_red_flag_triage_id_door_triage")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_red_flag")),
        sa.UniqueConstraint("triage_id", "flag", name=op.f("uq_red_flag_triage_id_flag")),
    )
    op.create_index(op.f("ix_red_flag_resident_id"), "red_flag", ["resident_id"], unique=False)


def _watch_look() -> None:
    op.create_table(
        "watch_look",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("watch_id", sa.String(length=32), nullable=False),
        sa.Column("seen", sa.String(length=32), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("author_name", sa.String(length=200), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("corrects_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_watch_look_resident_id_resident")),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_watch_look_stay_id_stay")),
        sa.ForeignKeyConstraint(
            ["watch_id"], ["self_harm_watch.id"], name=op.f("fk_watch_look_watch_id_self_harm_watch")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_look")),
    )
    op.create_index(op.f("ix_watch_look_resident_id"), "watch_look", ["resident_id"], unique=False)
    op.create_index("ix_watch_look_stay_id_happened_at", "watch_look", ["stay_id", "happened_at"], unique=False)
    op.create_index(op.f("ix_watch_look_watch_id"), "watch_look", ["watch_id"], unique=False)
