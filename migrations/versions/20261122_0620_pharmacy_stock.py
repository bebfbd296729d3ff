"""Make the tables of the pharmacy: medicines, places, lots, the ledger, counts, papers many people sign."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _medicine()
    _stock_place()
    _cabinet_shift()
    _destruction()
    _medicine_class()
    _medicine_lot()
    _medicine_return()
    _requisition()
    _stock_count()
    _stock_day()
    _requisition_line()
    _stock_slip()
    _stock_entry()
    _destruction_line()
    _dose_supply()
    _medicine_return_line()
    _private_dose_supply()
    _stock_count_line()
    _loss_report()


def _medicine() -> None:
    op.create_table(
        "medicine",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=True),
        sa.Column("generic", sa.String(length=200), nullable=False),
        sa.Column("brand", sa.String(length=200), nullable=True),
        sa.Column("strength", sa.String(length=200), nullable=False),
        sa.Column("form", sa.String(length=200), nullable=False),
        sa.Column("routes", sa.String(length=40), nullable=False),
        sa.Column("atc", sa.String(length=40), nullable=True),
        sa.Column("registration_no", sa.String(length=200), nullable=True),
        sa.Column("book_no", sa.String(length=200), nullable=True),
        sa.Column("stock_unit", sa.String(length=32), nullable=False),
        sa.Column("dose_unit", sa.String(length=32), nullable=False),
        sa.Column("per_stock", sa.BigInteger(), nullable=False),
        sa.Column("ask_above", sa.BigInteger(), nullable=True),
        sa.Column("low_below", sa.BigInteger(), nullable=True),
        sa.Column("prolongs_qt", sa.Boolean(), nullable=False),
        sa.Column("is_sedating", sa.Boolean(), nullable=False),
        sa.Column("is_divertible", sa.Boolean(), nullable=False),
        sa.Column("reveals_hiv", sa.Boolean(), nullable=False),
        sa.Column("is_substitution", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=True),
        sa.Column("approval", sa.String(length=32), nullable=False),
        sa.Column("approved_by", sa.String(length=32), nullable=True),
        sa.Column("approved_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("per_stock > 0", name=op.f("ck_medicine_rate")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medicine")),
        sa.UniqueConstraint("home", "code", name=op.f("uq_medicine_home_code")),
    )


def _stock_place() -> None:
    op.create_table(
        "stock_place",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("has_compartment", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_place")),
        sa.UniqueConstraint("home", "code", name=op.f("uq_stock_place_home_code")),
    )


def _cabinet_shift() -> None:
    op.create_table(
        "cabinet_shift",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("place_id", sa.String(length=32), nullable=False),
        sa.Column("holder_id", sa.String(length=32), nullable=False),
        sa.Column("holder_name", sa.String(length=200), nullable=False),
        sa.Column("from_at", sa.Text(), nullable=False),
        sa.Column("count_id", sa.String(length=32), nullable=True),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["place_id"], ["stock_place.id"], name=op.f("fk_cabinet_shift_place_id_stock_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cabinet_shift")),
    )
    op.create_index(op.f("ix_cabinet_shift_place_id"), "cabinet_shift", ["place_id"], unique=False)


def _destruction() -> None:
    op.create_table(
        "destruction",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("method", sa.String(length=200), nullable=False),
        sa.Column("allowed_by", sa.String(length=32), nullable=True),
        sa.Column("allowed_name", sa.String(length=200), nullable=True),
        sa.Column("permit", sa.String(length=200), nullable=True),
        sa.Column("destroyed_at", sa.Text(), nullable=True),
        sa.Column("council", sa.Text(), nullable=True),
        sa.Column("authority", sa.String(length=200), nullable=True),
        sa.Column("minutes_number", sa.String(length=200), nullable=True),
        sa.Column("withdrawn", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["place_id"], ["stock_place.id"], name=op.f("fk_destruction_place_id_stock_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destruction")),
        sa.UniqueConstraint("home", "year", "number", name=op.f("uq_destruction_home_year_number")),
    )


def _medicine_class() -> None:
    op.create_table(
        "medicine_class",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("drug_class", sa.String(length=32), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("article", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("valid_to IS NULL OR valid_to > valid_from", name=op.f("ck_medicine_class_span")),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_medicine_class_medicine_id_medicine")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medicine_class")),
    )
    op.create_index(op.f("ix_medicine_class_medicine_id"), "medicine_class", ["medicine_id"], unique=False)


def _medicine_lot() -> None:
    op.create_table(
        "medicine_lot",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("lot_no", sa.String(length=200), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("maker", sa.String(length=200), nullable=True),
        sa.Column("country", sa.String(length=200), nullable=True),
        sa.Column("supplier", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_medicine_lot_medicine_id_medicine")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medicine_lot")),
        sa.UniqueConstraint(
            "home",
            "medicine_id",
            "lot_no",
            "expires_on",
            name=op.f("uq_medicine_lot_home_medicine_id_lot_no_expires_on"),
        ),
    )
    op.create_index(op.f("ix_medicine_lot_medicine_id"), "medicine_lot", ["medicine_id"], unique=False)


def _medicine_return() -> None:
    op.create_table(
        "medicine_return",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("returned_at", sa.Text(), nullable=False),
        sa.Column("happened_where", sa.String(length=200), nullable=False),
        sa.Column("giver_name", sa.String(length=200), nullable=False),
        sa.Column("giver_paper", sa.String(length=200), nullable=False),
        sa.Column("is_representative", sa.Boolean(), nullable=False),
        sa.Column("receiver_name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_medicine_return_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medicine_return")),
        sa.UniqueConstraint("home", "year", "number", name=op.f("uq_medicine_return_home_year_number")),
    )
    op.create_index(op.f("ix_medicine_return_resident_id"), "medicine_return", ["resident_id"], unique=False)


def _requisition() -> None:
    op.create_table(
        "requisition",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("department", sa.String(length=200), nullable=False),
        sa.Column("from_place_id", sa.String(length=32), nullable=False),
        sa.Column("to_place_id", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_by", sa.String(length=32), nullable=False),
        sa.Column("asked_name", sa.String(length=200), nullable=False),
        sa.Column("approved_by", sa.String(length=32), nullable=True),
        sa.Column("approved_name", sa.String(length=200), nullable=True),
        sa.Column("issued_by", sa.String(length=32), nullable=True),
        sa.Column("issued_name", sa.String(length=200), nullable=True),
        sa.Column("received_by", sa.String(length=32), nullable=True),
        sa.Column("received_name", sa.String(length=200), nullable=True),
        sa.Column("issued_at", sa.Text(), nullable=True),
        sa.Column("refusal", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["from_place_id"], ["stock_place.id"], name=op.f("fk_requisition_from_place_id_stock_place")
        ),
        sa.ForeignKeyConstraint(
            ["to_place_id"], ["stock_place.id"], name=op.f("fk_requisition_to_place_id_stock_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requisition")),
        sa.UniqueConstraint("home", "year", "number", name=op.f("uq_requisition_home_year_number")),
    )


def _stock_count() -> None:
    op.create_table(
        "stock_count",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("place_id", sa.String(length=32), nullable=False),
        sa.Column("counted_at", sa.Text(), nullable=False),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("witness_id", sa.String(length=32), nullable=True),
        sa.Column("witness_name", sa.String(length=200), nullable=True),
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
            ["place_id"], ["stock_place.id"], name=op.f("fk_stock_count_place_id_stock_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_count")),
    )
    op.create_index(op.f("ix_stock_count_place_id"), "stock_count", ["place_id"], unique=False)


def _stock_day() -> None:
    op.create_table(
        "stock_day",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("place_id", sa.String(length=32), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("opening", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), nullable=False),
        sa.Column("issued", sa.BigInteger(), nullable=False),
        sa.Column("closing", sa.BigInteger(), nullable=False),
        sa.Column("first_no", sa.Integer(), nullable=False),
        sa.Column("last_no", sa.Integer(), nullable=False),
        sa.Column("chain_no", sa.Integer(), nullable=False),
        sa.Column("chain_hash", sa.String(length=64), nullable=False),
        sa.Column("manager_id", sa.String(length=32), nullable=False),
        sa.Column("manager_name", sa.String(length=200), nullable=False),
        sa.Column("head_id", sa.String(length=32), nullable=False),
        sa.Column("head_name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("closing = opening + received - issued", name=op.f("ck_stock_day_sum")),
        sa.ForeignKeyConstraint(["medicine_id"], ["medicine.id"], name=op.f("fk_stock_day_medicine_id_medicine")),
        sa.ForeignKeyConstraint(["place_id"], ["stock_place.id"], name=op.f("fk_stock_day_place_id_stock_place")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_day")),
        sa.UniqueConstraint(
            "home",
            "place_id",
            "medicine_id",
            "booked_on",
            name=op.f("uq_stock_day_home_place_id_medicine_id_booked_on"),
        ),
    )
    op.create_index(op.f("ix_stock_day_medicine_id"), "stock_day", ["medicine_id"], unique=False)


def _requisition_line() -> None:
    op.create_table(
        "requisition_line",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("requisition_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("asked", sa.BigInteger(), nullable=False),
        sa.Column("issued", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "asked > 0 AND (issued IS NULL OR issued BETWEEN 0 AND asked)",
            name=op.f("ck_requisition_line_amounts"),
        ),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_requisition_line_medicine_id_medicine")
        ),
        sa.ForeignKeyConstraint(
            ["requisition_id"], ["requisition.id"], name=op.f("fk_requisition_line_requisition_id_requisition")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requisition_line")),
        sa.UniqueConstraint(
            "requisition_id", "medicine_id", name=op.f("uq_requisition_line_requisition_id_medicine_id")
        ),
    )


def _stock_slip() -> None:
    op.create_table(
        "stock_slip",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("series", sa.String(length=8), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("from_place_id", sa.String(length=32), nullable=True),
        sa.Column("to_place_id", sa.String(length=32), nullable=True),
        sa.Column("counterpart", sa.String(length=200), nullable=True),
        sa.Column("counterpart_paper", sa.String(length=200), nullable=True),
        sa.Column("paper_number", sa.String(length=200), nullable=True),
        sa.Column("requisition_id", sa.String(length=32), nullable=True),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("witness_id", sa.String(length=32), nullable=True),
        sa.Column("witness_name", sa.String(length=200), nullable=True),
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
            ["from_place_id"], ["stock_place.id"], name=op.f("fk_stock_slip_from_place_id_stock_place")
        ),
        sa.ForeignKeyConstraint(
            ["requisition_id"], ["requisition.id"], name=op.f("fk_stock_slip_requisition_id_requisition")
        ),
        sa.ForeignKeyConstraint(
            ["to_place_id"], ["stock_place.id"], name=op.f("fk_stock_slip_to_place_id_stock_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_slip")),
        sa.UniqueConstraint(
            "home", "series", "year", "number", name=op.f("uq_stock_slip_home_series_year_number")
        ),
    )


def _stock_entry() -> None:
    op.create_table(
        "stock_entry",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("lot_id", sa.String(length=32), nullable=False),
        sa.Column("place_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("happened_at", sa.Text(), nullable=False),
        sa.Column("booked_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("shelf_no", sa.Integer(), nullable=False),
        sa.Column("shelf_after", sa.BigInteger(), nullable=False),
        sa.Column("book_no", sa.Integer(), nullable=False),
        sa.Column("book_after", sa.BigInteger(), nullable=False),
        sa.Column("slip_id", sa.String(length=32), nullable=True),
        sa.Column("other_place_id", sa.String(length=32), nullable=True),
        sa.Column("pair_id", sa.String(length=32), nullable=True),
        sa.Column("counterpart", sa.String(length=200), nullable=True),
        sa.Column("paper_number", sa.String(length=200), nullable=True),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("witness_id", sa.String(length=32), nullable=True),
        sa.Column("witness_name", sa.String(length=200), nullable=True),
        sa.Column("cancels_id", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("chain_no", sa.Integer(), nullable=True),
        sa.Column("chain_hash", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("(chain_no IS NULL) = (chain_hash IS NULL)", name=op.f("ck_stock_entry_chain")),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_stock_entry_amount")),
        sa.CheckConstraint("cancels_id IS NULL OR reason IS NOT NULL", name=op.f("ck_stock_entry_reason")),
        sa.CheckConstraint("shelf_after >= 0 AND book_after >= shelf_after", name=op.f("ck_stock_entry_balance")),
        sa.ForeignKeyConstraint(
            ["cancels_id"], ["stock_entry.id"], name=op.f("fk_stock_entry_cancels_id_stock_entry")
        ),
        sa.ForeignKeyConstraint(["lot_id"], ["medicine_lot.id"], name=op.f("fk_stock_entry_lot_id_medicine_lot")),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_stock_entry_medicine_id_medicine")
        ),
        sa.ForeignKeyConstraint(
            ["other_place_id"], ["stock_place.id"], name=op.f("fk_stock_entry_other_place_id_stock_place")
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["stock_entry.id"], name=op.f("fk_stock_entry_pair_id_stock_entry")),
        sa.ForeignKeyConstraint(
            ["place_id"], ["stock_place.id"], name=op.f("fk_stock_entry_place_id_stock_place")
        ),
        sa.ForeignKeyConstraint(["slip_id"], ["stock_slip.id"], name=op.f("fk_stock_entry_slip_id_stock_slip")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_entry")),
        sa.UniqueConstraint("cancels_id", name=op.f("uq_stock_entry_cancels_id")),
        sa.UniqueConstraint("home", "chain_no", name=op.f("uq_stock_entry_home_chain_no")),
        sa.UniqueConstraint(
            "home", "place_id", "lot_id", "shelf_no", name=op.f("uq_stock_entry_home_place_id_lot_id_shelf_no")
        ),
        sa.UniqueConstraint(
            "home",
            "place_id",
            "medicine_id",
            "book_no",
            name=op.f("uq_stock_entry_home_place_id_medicine_id_book_no"),
        ),
    )
    op.create_index(op.f("ix_stock_entry_lot_id"), "stock_entry", ["lot_id"], unique=False)
    op.create_index(
        "ix_stock_entry_medicine_id_booked_on", "stock_entry", ["medicine_id", "booked_on"], unique=False
    )
    op.create_index(op.f("ix_stock_entry_pair_id"), "stock_entry", ["pair_id"], unique=False)
    op.create_index(op.f("ix_stock_entry_slip_id"), "stock_entry", ["slip_id"], unique=False)


def _destruction_line() -> None:
    op.create_table(
        "destruction_line",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("destruction_id", sa.String(length=32), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("lot_id", sa.String(length=32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("entry_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_destruction_line_amount")),
        sa.ForeignKeyConstraint(
            ["destruction_id"], ["destruction.id"], name=op.f("fk_destruction_line_destruction_id_destruction")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["stock_entry.id"], name=op.f("fk_destruction_line_entry_id_stock_entry")
        ),
        sa.ForeignKeyConstraint(
            ["lot_id"], ["medicine_lot.id"], name=op.f("fk_destruction_line_lot_id_medicine_lot")
        ),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_destruction_line_medicine_id_medicine")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_destruction_line")),
        sa.UniqueConstraint("destruction_id", "lot_id", name=op.f("uq_destruction_line_destruction_id_lot_id")),
    )


def _dose_supply() -> None:
    op.create_table(
        "dose_supply",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("entry_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("dose_id", sa.String(length=32), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("lot_id", sa.String(length=32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_dose_supply_amount")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["stock_entry.id"], name=op.f("fk_dose_supply_entry_id_stock_entry")
        ),
        sa.ForeignKeyConstraint(["lot_id"], ["medicine_lot.id"], name=op.f("fk_dose_supply_lot_id_medicine_lot")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_dose_supply_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dose_supply")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_dose_supply_entry_id")),
        sa.UniqueConstraint("home", "dose_id", "line_no", name=op.f("uq_dose_supply_home_dose_id_line_no")),
    )
    op.create_index(op.f("ix_dose_supply_lot_id"), "dose_supply", ["lot_id"], unique=False)
    op.create_index(op.f("ix_dose_supply_resident_id"), "dose_supply", ["resident_id"], unique=False)


def _medicine_return_line() -> None:
    op.create_table(
        "medicine_return_line",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("return_id", sa.String(length=32), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("lot_id", sa.String(length=32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("look", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("entry_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_medicine_return_line_amount")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["stock_entry.id"], name=op.f("fk_medicine_return_line_entry_id_stock_entry")
        ),
        sa.ForeignKeyConstraint(
            ["lot_id"], ["medicine_lot.id"], name=op.f("fk_medicine_return_line_lot_id_medicine_lot")
        ),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_medicine_return_line_medicine_id_medicine")
        ),
        sa.ForeignKeyConstraint(
            ["return_id"], ["medicine_return.id"], name=op.f("fk_medicine_return_line_return_id_medicine_return")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medicine_return_line")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_medicine_return_line_entry_id")),
    )
    op.create_index(op.f("ix_medicine_return_line_return_id"), "medicine_return_line", ["return_id"], unique=False)


def _private_dose_supply() -> None:
    op.create_table(
        "private_dose_supply",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("entry_id", sa.String(length=32), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("dose_id", sa.String(length=32), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("lot_id", sa.String(length=32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_private_dose_supply_amount")),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["stock_entry.id"], name=op.f("fk_private_dose_supply_entry_id_stock_entry")
        ),
        sa.ForeignKeyConstraint(
            ["lot_id"], ["medicine_lot.id"], name=op.f("fk_private_dose_supply_lot_id_medicine_lot")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_private_dose_supply_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_dose_supply")),
        sa.UniqueConstraint("entry_id", name=op.f("uq_private_dose_supply_entry_id")),
        sa.UniqueConstraint(
            "home", "dose_id", "line_no", name=op.f("uq_private_dose_supply_home_dose_id_line_no")
        ),
    )
    op.create_index(op.f("ix_private_dose_supply_lot_id"), "private_dose_supply", ["lot_id"], unique=False)
    op.create_index(
        op.f("ix_private_dose_supply_resident_id"), "private_dose_supply", ["resident_id"], unique=False
    )


def _stock_count_line() -> None:
    op.create_table(
        "stock_count_line",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("count_id", sa.String(length=32), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("lot_id", sa.String(length=32), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("expected", sa.BigInteger(), nullable=False),
        sa.Column("story", sa.Text(), nullable=True),
        sa.Column("entry_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("counted >= 0", name=op.f("ck_stock_count_line_counted")),
        sa.ForeignKeyConstraint(
            ["count_id"], ["stock_count.id"], name=op.f("fk_stock_count_line_count_id_stock_count")
        ),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["stock_entry.id"], name=op.f("fk_stock_count_line_entry_id_stock_entry")
        ),
        sa.ForeignKeyConstraint(
            ["lot_id"], ["medicine_lot.id"], name=op.f("fk_stock_count_line_lot_id_medicine_lot")
        ),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_stock_count_line_medicine_id_medicine")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock_count_line")),
        sa.UniqueConstraint("count_id", "lot_id", name=op.f("uq_stock_count_line_count_id_lot_id")),
    )


def _loss_report() -> None:
    op.create_table(
        "loss_report",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("medicine_id", sa.String(length=32), nullable=False),
        sa.Column("lot_id", sa.String(length=32), nullable=True),
        sa.Column("place_id", sa.String(length=32), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("found_at", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("line_id", sa.String(length=32), nullable=True),
        sa.Column("measure", sa.Text(), nullable=True),
        sa.Column("reported_at", sa.Text(), nullable=True),
        sa.Column("report_number", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("amount > 0", name=op.f("ck_loss_report_amount")),
        sa.ForeignKeyConstraint(
            ["line_id"], ["stock_count_line.id"], name=op.f("fk_loss_report_line_id_stock_count_line")
        ),
        sa.ForeignKeyConstraint(["lot_id"], ["medicine_lot.id"], name=op.f("fk_loss_report_lot_id_medicine_lot")),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["medicine.id"], name=op.f("fk_loss_report_medicine_id_medicine")
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["stock_place.id"], name=op.f("fk_loss_report_place_id_stock_place")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loss_report")),
    )
