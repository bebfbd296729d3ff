"""Make the tables of papers: issued ones with their deliveries and prints, received ones, scans, numbers, keys."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _issued()
    _received()
    _after_them()
    _books()


def _issued() -> None:
    op.create_table(
        "issued_paper",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("form_id", sa.String(length=40), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("type_code", sa.String(length=40), nullable=False),
        sa.Column("symbol", sa.String(length=40), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=True),
        sa.Column("stay_id", sa.String(length=32), nullable=True),
        sa.Column("subject_table", sa.String(length=80), nullable=True),
        sa.Column("subject_id", sa.String(length=32), nullable=True),
        sa.Column("about", sa.String(length=200), nullable=True),
        sa.Column("paper_class", sa.String(length=32), nullable=False),
        sa.Column("payload_json", sa.Text(), nullable=True),
        sa.Column("payload_sha256", sa.String(length=64), nullable=True),
        sa.Column("medical_json", sa.Text(), nullable=True),
        sa.Column("medical_sha256", sa.String(length=64), nullable=True),
        sa.Column("signer_id", sa.String(length=32), nullable=True),
        sa.Column("signer_lines", sa.String(length=400), nullable=True),
        sa.Column("signer_rank", sa.String(length=40), nullable=True),
        sa.Column("signer_name", sa.String(length=200), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("qr_text", sa.String(length=300), nullable=True),
        sa.Column("medical_qr_text", sa.String(length=300), nullable=True),
        sa.Column("replaces_id", sa.String(length=32), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("number IS NULL OR number > 0", name=op.f("ck_issued_paper_number")),
        sa.CheckConstraint("(number IS NULL) = (symbol IS NULL)", name=op.f("ck_issued_paper_numbered_whole")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["issued_paper.id"], name=op.f("fk_issued_paper_replaces_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_issued_paper_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(
            ["signer_id"], ["staff_member.id"], name=op.f("fk_issued_paper_signer_id_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_paper")),
        sa.UniqueConstraint(
            "home", "year", "symbol", "number", name=op.f("uq_issued_paper_home_year_symbol_number")
        ),
    )
    op.create_index("ix_issued_paper_form_id", "issued_paper", ["form_id"])
    op.create_index("ix_issued_paper_issued_on", "issued_paper", ["issued_on", "id"])
    op.create_index("ix_issued_paper_resident_id", "issued_paper", ["resident_id"])
    op.create_index("ix_issued_paper_stay_id", "issued_paper", ["stay_id"])


def _received() -> None:
    op.create_table(
        "received_paper",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("sender_kind", sa.String(length=32), nullable=False),
        sa.Column("sender", sa.String(length=200), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("paper_class", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=True),
        sa.Column("stay_id", sa.String(length=32), nullable=True),
        sa.Column("about", sa.String(length=200), nullable=True),
        sa.Column("routed_to", sa.String(length=200), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("form_id", sa.String(length=40), nullable=True),
        sa.Column("form_version", sa.Integer(), nullable=True),
        sa.Column("payload_json", sa.Text(), nullable=True),
        sa.Column("medical_json", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("dated_on IS NULL OR dated_on <= received_on", name=op.f("ck_received_paper_days")),
        sa.CheckConstraint("no > 0", name=op.f("ck_received_paper_no")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_received_paper_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_paper")),
        sa.UniqueConstraint("home", "year", "no", name=op.f("uq_received_paper_home_year_no")),
    )
    op.create_index("ix_received_paper_form_id", "received_paper", ["form_id"])
    op.create_index("ix_received_paper_received_on", "received_paper", ["received_on", "id"])
    op.create_index("ix_received_paper_resident_id", "received_paper", ["resident_id"])
    op.create_index("ix_received_paper_stay_id", "received_paper", ["stay_id"])


def _after_them() -> None:
    op.create_table(
        "paper_scan",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("issued_id", sa.String(length=32), nullable=True),
        sa.Column("received_id", sa.String(length=32), nullable=True),
        sa.Column("resident_id", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=True),
        sa.Column("page_count", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("privacy", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("issued_id IS NOT NULL OR received_id IS NOT NULL", name=op.f("ck_paper_scan_a_paper")),
        sa.ForeignKeyConstraint(
            ["issued_id"], ["issued_paper.id"], name=op.f("fk_paper_scan_issued_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["received_id"], ["received_paper.id"], name=op.f("fk_paper_scan_received_id_received_paper")
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_paper_scan_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_scan")),
    )
    op.create_index("ix_paper_scan_issued_id", "paper_scan", ["issued_id"])
    op.create_index("ix_paper_scan_received_id", "paper_scan", ["received_id"])
    op.create_index("ix_paper_scan_resident_id", "paper_scan", ["resident_id"])
    op.create_index("ix_paper_scan_sha256", "paper_scan", ["sha256"])
    op.create_table(
        "paper_delivery",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("paper_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("method", sa.String(length=32), nullable=True),
        sa.Column("tracking_no", sa.String(length=200), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("receiver", sa.String(length=200), nullable=True),
        sa.Column("receipt_scan_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("sent_on IS NULL OR received_on >= sent_on", name=op.f("ck_paper_delivery_span")),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["issued_paper.id"], name=op.f("fk_paper_delivery_paper_id_issued_paper")
        ),
        sa.ForeignKeyConstraint(
            ["receipt_scan_id"], ["paper_scan.id"], name=op.f("fk_paper_delivery_receipt_scan_id_paper_scan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_delivery")),
    )
    op.create_index("ix_paper_delivery_paper_id", "paper_delivery", ["paper_id"])
    op.create_table(
        "paper_print",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("paper_id", sa.String(length=32), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("is_medical", sa.Boolean(), nullable=False),
        sa.Column("stamp", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["issued_paper.id"], name=op.f("fk_paper_print_paper_id_issued_paper")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_print")),
        sa.UniqueConstraint("paper_id", "is_medical", "nth", name=op.f("uq_paper_print_paper_id_is_medical_nth")),
    )


def _books() -> None:
    op.create_table(
        "paper_series",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("book", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("symbol", sa.String(length=40), nullable=False),
        sa.Column("first_number", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "first_number >= 1 AND last_number >= first_number - 1", name=op.f("ck_paper_series_numbers")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_series")),
        sa.UniqueConstraint("book", "year", "symbol", name=op.f("uq_paper_series_book_year_symbol")),
    )
    op.create_table(
        "signing_key",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("facility_code", sa.String(length=35), nullable=False),
        sa.Column("facility_name", sa.String(length=200), nullable=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("private_key", sa.LargeBinary(), nullable=True),
        sa.Column("retired_at", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
        sa.UniqueConstraint("facility_code", "public_key", name=op.f("uq_signing_key_facility_code_public_key")),
    )
