"""Make the tables of residents: the person, what is noted about them, and the card they are found by."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _person()
    _body()
    _past()
    _card()


def _person() -> None:
    op.create_table(
        "resident",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code_year", sa.Integer(), nullable=False),
        sa.Column("code_no", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sex", sa.String(length=32), nullable=False),
        sa.Column("birth_on", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column("body_sex", sa.String(length=32), nullable=True),
        sa.Column("nationality", sa.String(length=40), nullable=True),
        sa.Column("ethnicity", sa.String(length=40), nullable=True),
        sa.Column("religion", sa.String(length=40), nullable=True),
        sa.Column("policy_group", sa.String(length=40), nullable=True),
        sa.Column("education_level", sa.String(length=40), nullable=True),
        sa.Column("diplomas", sa.String(length=200), nullable=True),
        sa.Column("occupation", sa.String(length=200), nullable=True),
        sa.Column("skill", sa.String(length=200), nullable=True),
        sa.Column("employment", sa.String(length=40), nullable=True),
        sa.Column("marital_status", sa.String(length=40), nullable=True),
        sa.Column("height_cm", sa.Integer(), nullable=True),
        sa.Column("weight_kg", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident")),
        sa.UniqueConstraint("home", "code_year", "code_no", name=op.f("uq_resident_home_code_year_code_no")),
    )
    op.create_table(
        "resident_alias",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_resident_alias_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident_alias")),
    )
    op.create_index(op.f("ix_resident_alias_resident_id"), "resident_alias", ["resident_id"], unique=False)
    op.create_table(
        "resident_paper",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("issued_by", sa.String(length=200), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("none_reason", sa.String(length=200), nullable=True),
        sa.Column("shared_reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_resident_paper_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident_paper")),
    )
    op.create_index(op.f("ix_resident_paper_number"), "resident_paper", ["number"], unique=False)
    op.create_index(op.f("ix_resident_paper_resident_id"), "resident_paper", ["resident_id"], unique=False)
    op.create_table(
        "resident_address",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("detail", sa.String(length=200), nullable=True),
        sa.Column("commune_code", sa.String(length=5), nullable=True),
        sa.Column("place_text", sa.String(length=200), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_resident_address_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident_address")),
    )
    op.create_index(op.f("ix_resident_address_resident_id"), "resident_address", ["resident_id"], unique=False)
    op.create_table(
        "relative",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("relation", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_fold", sa.String(length=200), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("occupation", sa.String(length=200), nullable=True),
        sa.Column("phone", sa.String(length=20), nullable=True),
        sa.Column("address", sa.String(length=200), nullable=True),
        sa.Column("is_contact", sa.Boolean(), nullable=False),
        sa.Column("is_guardian", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_relative_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relative")),
    )
    op.create_index(op.f("ix_relative_name_fold"), "relative", ["name_fold"], unique=False)
    op.create_index(op.f("ix_relative_resident_id"), "relative", ["resident_id"], unique=False)
    op.create_table(
        "legal_record",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("offence", sa.String(length=200), nullable=False),
        sa.Column("decision_no", sa.String(length=200), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.String(length=200), nullable=True),
        sa.Column("penalty", sa.String(length=200), nullable=True),
        sa.Column("served_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_legal_record_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_record")),
    )
    op.create_index(op.f("ix_legal_record_resident_id"), "legal_record", ["resident_id"], unique=False)


def _body() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("privacy", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_attachment_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index(op.f("ix_attachment_resident_id"), "attachment", ["resident_id"], unique=False)
    op.create_index(op.f("ix_attachment_sha256"), "attachment", ["sha256"], unique=False)
    op.create_table(
        "resident_photo",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("pose", sa.String(length=32), nullable=False),
        sa.Column("taken_on", sa.Date(), nullable=False),
        sa.Column("attachment_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_resident_photo_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_resident_photo_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident_photo")),
    )
    op.create_index(op.f("ix_resident_photo_resident_id"), "resident_photo", ["resident_id"], unique=False)
    op.create_table(
        "body_mark",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("seen_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=True),
        sa.Column("side", sa.String(length=32), nullable=True),
        sa.Column("map_x", sa.Integer(), nullable=True),
        sa.Column("map_y", sa.Integer(), nullable=True),
        sa.Column("photo_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["photo_id"], ["attachment.id"], name=op.f("fk_body_mark_photo_id_attachment")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_body_mark_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body_mark")),
    )
    op.create_index(op.f("ix_body_mark_resident_id"), "body_mark", ["resident_id"], unique=False)


def _past() -> None:
    op.create_table(
        "substance_use",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("substance", sa.String(length=40), nullable=False),
        sa.Column("route", sa.String(length=40), nullable=True),
        sa.Column("other_text", sa.String(length=200), nullable=True),
        sa.Column("first_year", sa.Integer(), nullable=True),
        sa.Column("first_age", sa.Integer(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("days_in_30", sa.Integer(), nullable=True),
        sa.Column("amount_text", sa.String(length=200), nullable=True),
        sa.Column("cost_vnd", sa.BigInteger(), nullable=True),
        sa.Column("is_main", sa.Boolean(), nullable=False),
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
            ["resident_id"], ["resident.id"], name=op.f("fk_substance_use_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substance_use")),
    )
    op.create_index(op.f("ix_substance_use_resident_id"), "substance_use", ["resident_id"], unique=False)
    op.create_table(
        "rehab_history",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=True),
        sa.Column("method", sa.String(length=40), nullable=True),
        sa.Column("place_text", sa.String(length=200), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("decision_no", sa.String(length=200), nullable=True),
        sa.Column("decision_on", sa.Date(), nullable=True),
        sa.Column("decided_by", sa.String(length=200), nullable=True),
        sa.Column("outcome", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_rehab_history_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rehab_history")),
    )
    op.create_index(op.f("ix_rehab_history_resident_id"), "rehab_history", ["resident_id"], unique=False)
    op.create_table(
        "resident_alert",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=200), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_resident_alert_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident_alert")),
    )
    op.create_index(op.f("ix_resident_alert_resident_id"), "resident_alert", ["resident_id"], unique=False)
    op.create_table(
        "keep_apart",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("first_id", sa.String(length=32), nullable=False),
        sa.Column("second_id", sa.String(length=32), nullable=False),
        sa.Column("strength", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["first_id"], ["resident.id"], name=op.f("fk_keep_apart_first_id_resident")),
        sa.ForeignKeyConstraint(["second_id"], ["resident.id"], name=op.f("fk_keep_apart_second_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keep_apart")),
    )
    op.create_index(op.f("ix_keep_apart_second_id"), "keep_apart", ["second_id"], unique=False)
    op.create_index(
        "ux_keep_apart_live",
        "keep_apart",
        ["first_id", "second_id"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL AND ended_on IS NULL"),
    )


def _card() -> None:
    op.create_table(
        "resident_card",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_sort", sa.LargeBinary(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("spoken", sa.Text(), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(length=32), nullable=False),
        sa.Column("birth_on", sa.Date(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=False),
        sa.Column("paper_no", sa.String(length=40), nullable=True),
        sa.Column("custody_alerts", sa.Text(), nullable=False),
        sa.Column("health_alerts", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=True),
        sa.Column("stay_type", sa.String(length=40), nullable=True),
        sa.Column("expected_end_on", sa.Date(), nullable=True),
        sa.Column("place_id", sa.String(length=32), nullable=True),
        sa.Column("place_text", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["resident.id"], name=op.f("fk_resident_card_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident_card")),
    )
    op.create_index(op.f("ix_resident_card_birth_on"), "resident_card", ["birth_on"], unique=False)
    op.create_index(op.f("ix_resident_card_code"), "resident_card", ["code"], unique=False)
    op.create_index(op.f("ix_resident_card_name_sort"), "resident_card", ["name_sort", "id"], unique=False)
