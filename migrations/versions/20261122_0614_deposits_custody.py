"""Make the tables of deposits: the custody ledger and its months, belongings and their bags, slips of supplies."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _entry()
    _month()
    _act()
    _belonging()
    _move()
    _bag()
    _slip()
    _line()


def _entry() -> None:
    op.create_table(
        "deposit_entry",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("line_no", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("amount_vnd", sa.BigInteger(), nullable=False),
        sa.Column("balance_vnd", sa.BigInteger(), nullable=False),
        sa.Column("counterpart", sa.String(length=200), nullable=True),
        sa.Column("paper_number", sa.String(length=80), nullable=True),
        sa.Column("source", sa.String(length=80), nullable=True),
        sa.Column("informed_on", sa.Date(), nullable=True),
        sa.Column("cancels_id", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("signer", sa.String(length=32), nullable=True),
        sa.Column("witness_name", sa.String(length=200), nullable=True),
        sa.Column("no_signature", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("cancels_id IS NULL OR reason IS NOT NULL", name=op.f("ck_deposit_entry_reason")),
        sa.CheckConstraint("amount_vnd <> 0", name=op.f("ck_deposit_entry_amount")),
        sa.CheckConstraint("balance_vnd >= 0", name=op.f("ck_deposit_entry_balance")),
        sa.ForeignKeyConstraint(
            ["cancels_id"], ["deposit_entry.id"], name=op.f("fk_deposit_entry_cancels_id_deposit_entry")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_deposit_entry_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deposit_entry")),
        sa.UniqueConstraint("cancels_id", name=op.f("uq_deposit_entry_cancels_id")),
        sa.UniqueConstraint(
            "home", "resident_id", "line_no", name=op.f("uq_deposit_entry_home_resident_id_line_no")
        ),
        sa.UniqueConstraint(
            "home", "series", "year", "number", name=op.f("uq_deposit_entry_home_series_year_number")
        ),
        sa.UniqueConstraint("resident_id", "source", name=op.f("uq_deposit_entry_resident_id_source")),
    )
    op.create_index("ix_deposit_entry_happened_on", "deposit_entry", ["happened_on"], unique=False)
    op.create_index(op.f("ix_deposit_entry_resident_id"), "deposit_entry", ["resident_id"], unique=False)


def _month() -> None:
    op.create_table(
        "deposit_month",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("opening_vnd", sa.BigInteger(), nullable=False),
        sa.Column("received_vnd", sa.BigInteger(), nullable=False),
        sa.Column("paid_vnd", sa.BigInteger(), nullable=False),
        sa.Column("closing_vnd", sa.BigInteger(), nullable=False),
        sa.Column("counted_vnd", sa.BigInteger(), nullable=False),
        sa.Column("difference_note", sa.String(length=200), nullable=True),
        sa.Column("entry_count", sa.Integer(), nullable=False),
        sa.Column("people_count", sa.Integer(), nullable=False),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "closing_vnd = opening_vnd + received_vnd - paid_vnd", name=op.f("ck_deposit_month_sum")
        ),
        sa.CheckConstraint(
            "counted_vnd = closing_vnd OR difference_note IS NOT NULL", name=op.f("ck_deposit_month_difference")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deposit_month")),
        sa.UniqueConstraint("home", "first_on", name=op.f("uq_deposit_month_home_first_on")),
    )


def _act() -> None:
    op.create_table(
        "belongings_act",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("counterpart", sa.String(length=200), nullable=True),
        sa.Column("paper_number", sa.String(length=200), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
        sa.Column("signer", sa.String(length=32), nullable=True),
        sa.Column("witness_name", sa.String(length=200), nullable=True),
        sa.Column("no_signature", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_belongings_act_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belongings_act")),
        sa.UniqueConstraint("home", "year", "number", name=op.f("uq_belongings_act_home_year_number")),
    )
    op.create_index(op.f("ix_belongings_act_resident_id"), "belongings_act", ["resident_id"], unique=False)


def _belonging() -> None:
    op.create_table(
        "belonging",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("act_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("description", sa.String(length=200), nullable=True),
        sa.Column("condition", sa.String(length=200), nullable=True),
        sa.Column("location", sa.String(length=200), nullable=True),
        sa.Column("is_forbidden", sa.Boolean(), nullable=False),
        sa.Column("bag_id", sa.String(length=32), nullable=True),
        sa.Column("photo_sha256", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("quantity >= 1", name=op.f("ck_belonging_quantity")),
        sa.ForeignKeyConstraint(
            ["act_id"], ["belongings_act.id"], name=op.f("fk_belonging_act_id_belongings_act")
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_belonging_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belonging")),
        sa.UniqueConstraint("act_id", "place", name=op.f("uq_belonging_act_id_place")),
    )
    op.create_index(op.f("ix_belonging_bag_id"), "belonging", ["bag_id"], unique=False)
    op.create_index(op.f("ix_belonging_resident_id"), "belonging", ["resident_id"], unique=False)


def _move() -> None:
    op.create_table(
        "belonging_move",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("act_id", sa.String(length=32), nullable=False),
        sa.Column("belonging_id", sa.String(length=32), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("condition", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("quantity >= 1", name=op.f("ck_belonging_move_quantity")),
        sa.ForeignKeyConstraint(
            ["act_id"], ["belongings_act.id"], name=op.f("fk_belonging_move_act_id_belongings_act")
        ),
        sa.ForeignKeyConstraint(
            ["belonging_id"], ["belonging.id"], name=op.f("fk_belonging_move_belonging_id_belonging")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_belonging_move_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belonging_move")),
        sa.UniqueConstraint("act_id", "belonging_id", name=op.f("uq_belonging_move_act_id_belonging_id")),
    )
    op.create_index(op.f("ix_belonging_move_belonging_id"), "belonging_move", ["belonging_id"], unique=False)
    op.create_index(op.f("ix_belonging_move_resident_id"), "belonging_move", ["resident_id"], unique=False)


def _bag() -> None:
    op.create_table(
        "sealed_bag",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("act_id", sa.String(length=32), nullable=False),
        sa.Column("root_id", sa.String(length=32), nullable=False),
        sa.Column("seal_no", sa.String(length=40), nullable=False),
        sa.Column("location", sa.String(length=200), nullable=False),
        sa.Column("ended_act_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["act_id"], ["belongings_act.id"], name=op.f("fk_sealed_bag_act_id_belongings_act")
        ),
        sa.ForeignKeyConstraint(
            ["ended_act_id"], ["belongings_act.id"], name=op.f("fk_sealed_bag_ended_act_id_belongings_act")
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_sealed_bag_resident_id_resident")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sealed_bag")),
    )
    op.create_index(op.f("ix_sealed_bag_resident_id"), "sealed_bag", ["resident_id"], unique=False)
    op.create_index("ix_sealed_bag_root_id", "sealed_bag", ["root_id"], unique=False)


def _slip() -> None:
    op.create_table(
        "supply_slip",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("officer_name", sa.String(length=200), nullable=False),
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
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supply_slip")),
        sa.UniqueConstraint("home", "year", "number", name=op.f("uq_supply_slip_home_year_number")),
    )


def _line() -> None:
    op.create_table(
        "supply_line",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("slip_id", sa.String(length=32), nullable=False),
        sa.Column("supply", sa.String(length=32), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("cancels_id", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("(cancels_id IS NULL) = (quantity > 0)", name=op.f("ck_supply_line_cancels")),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_supply_line_quantity")),
        sa.ForeignKeyConstraint(
            ["cancels_id"], ["supply_line.id"], name=op.f("fk_supply_line_cancels_id_supply_line")
        ),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_supply_line_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["slip_id"], ["supply_slip.id"], name=op.f("fk_supply_line_slip_id_supply_slip")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supply_line")),
        sa.UniqueConstraint("cancels_id", name=op.f("uq_supply_line_cancels_id")),
        sa.UniqueConstraint(
            "slip_id", "resident_id", "supply", name=op.f("uq_supply_line_slip_id_resident_id_supply")
        ),
    )
    op.create_index(op.f("ix_supply_line_resident_id"), "supply_line", ["resident_id"], unique=False)
