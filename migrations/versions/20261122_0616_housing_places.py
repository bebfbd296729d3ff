"""Make the tables of the house: places, closures, capacity, who sleeps where, needs, teams, rolls."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _housing_zone()
    _housing_building()
    _housing_room()
    _housing_bed()
    _place_closure()
    _capacity_change()
    _bed_placement()
    _housing_need()
    _team()
    _team_member()
    _roll_call()
    _roll_tick()


def _housing_zone() -> None:
    op.create_table(
        "housing_zone",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("sex", sa.String(length=32), nullable=True),
        sa.Column("parent_id", sa.String(length=32), nullable=True),
        sa.Column("order_no", sa.Integer(), nullable=False),
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
            ["parent_id"], ["housing_zone.id"], name=op.f("fk_housing_zone_parent_id_housing_zone")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing_zone")),
    )
    op.create_index(op.f("ix_housing_zone_parent_id"), "housing_zone", ["parent_id"], unique=False)
    op.create_index(
        "ux_housing_zone_code",
        "housing_zone",
        ["home", "code"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )


def _housing_building() -> None:
    op.create_table(
        "housing_building",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("zone_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("order_no", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["zone_id"], ["housing_zone.id"], name=op.f("fk_housing_building_zone_id_housing_zone")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing_building")),
    )
    op.create_index(op.f("ix_housing_building_zone_id"), "housing_building", ["zone_id"], unique=False)
    op.create_index(
        "ux_housing_building_code",
        "housing_building",
        ["zone_id", "code"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )


def _housing_room() -> None:
    op.create_table(
        "housing_room",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("building_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sex", sa.String(length=32), nullable=True),
        sa.Column("purpose", sa.String(length=32), nullable=False),
        sa.Column("area_cm2", sa.Integer(), nullable=True),
        sa.Column("certified", sa.Integer(), nullable=False),
        sa.Column("working", sa.Integer(), nullable=False),
        sa.Column("order_no", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("0 <= working AND working <= certified", name=op.f("ck_housing_room_capacity")),
        sa.ForeignKeyConstraint(
            ["building_id"], ["housing_building.id"], name=op.f("fk_housing_room_building_id_housing_building")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing_room")),
    )
    op.create_index(op.f("ix_housing_room_building_id"), "housing_room", ["building_id"], unique=False)
    op.create_index(
        "ux_housing_room_code",
        "housing_room",
        ["building_id", "code"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )


def _housing_bed() -> None:
    op.create_table(
        "housing_bed",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("room_id", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("label", sa.String(length=80), nullable=False),
        sa.Column("order_no", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["room_id"], ["housing_room.id"], name=op.f("fk_housing_bed_room_id_housing_room")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing_bed")),
    )
    op.create_index(op.f("ix_housing_bed_room_id"), "housing_bed", ["room_id"], unique=False)
    op.create_index(
        "ux_housing_bed_code",
        "housing_bed",
        ["room_id", "code"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
    op.create_index(
        "ux_housing_bed_label",
        "housing_bed",
        ["home", "label"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )


def _place_closure() -> None:
    op.create_table(
        "place_closure",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("room_id", sa.String(length=32), nullable=False),
        sa.Column("bed_id", sa.String(length=32), nullable=True),
        sa.Column("from_at", sa.Text(), nullable=False),
        sa.Column("to_at", sa.Text(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("agreed_by", sa.String(length=32), nullable=False),
        sa.Column("reopened_with", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["bed_id"], ["housing_bed.id"], name=op.f("fk_place_closure_bed_id_housing_bed")),
        sa.ForeignKeyConstraint(
            ["room_id"], ["housing_room.id"], name=op.f("fk_place_closure_room_id_housing_room")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place_closure")),
    )
    op.create_index(op.f("ix_place_closure_bed_id"), "place_closure", ["bed_id"], unique=False)
    op.create_index(op.f("ix_place_closure_room_id"), "place_closure", ["room_id"], unique=False)


def _capacity_change() -> None:
    op.create_table(
        "capacity_change",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("room_id", sa.String(length=32), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("certified_before", sa.Integer(), nullable=False),
        sa.Column("certified_after", sa.Integer(), nullable=False),
        sa.Column("working_before", sa.Integer(), nullable=False),
        sa.Column("working_after", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("agreed_by", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["room_id"], ["housing_room.id"], name=op.f("fk_capacity_change_room_id_housing_room")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_capacity_change")),
    )
    op.create_index(op.f("ix_capacity_change_room_id"), "capacity_change", ["room_id"], unique=False)


def _bed_placement() -> None:
    op.create_table(
        "bed_placement",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("stay_id", sa.String(length=32), nullable=False),
        sa.Column("bed_id", sa.String(length=32), nullable=False),
        sa.Column("from_at", sa.Text(), nullable=False),
        sa.Column("to_at", sa.Text(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("end_reason", sa.String(length=200), nullable=True),
        sa.Column("overridden", sa.String(length=200), nullable=True),
        sa.Column("agreed_by", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.CheckConstraint("to_at IS NULL OR to_at >= from_at", name=op.f("ck_bed_placement_span")),
        sa.ForeignKeyConstraint(["bed_id"], ["housing_bed.id"], name=op.f("fk_bed_placement_bed_id_housing_bed")),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_bed_placement_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_bed_placement_stay_id_stay")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bed_placement")),
    )
    op.create_index("ix_bed_placement_bed_id_from_at", "bed_placement", ["bed_id", "from_at"], unique=False)
    op.create_index("ix_bed_placement_from_to", "bed_placement", ["from_at", "to_at"], unique=False)
    op.create_index(
        "ix_bed_placement_now",
        "bed_placement",
        ["bed_id"],
        unique=False,
        sqlite_where=sa.text("to_at IS NULL AND voided_at IS NULL"),
    )
    op.create_index(
        "ix_bed_placement_resident_id_from_at", "bed_placement", ["resident_id", "from_at"], unique=False
    )
    op.create_index(op.f("ix_bed_placement_stay_id"), "bed_placement", ["stay_id"], unique=False)


def _housing_need() -> None:
    op.create_table(
        "housing_need",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("cohort", sa.String(length=8), nullable=True),
        sa.Column("body_sex", sa.String(length=32), nullable=True),
        sa.Column("from_at", sa.Text(), nullable=False),
        sa.Column("until_at", sa.Text(), nullable=True),
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
            ["resident_id"], ["resident.id"], name=op.f("fk_housing_need_resident_id_resident")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_housing_need")),
    )
    op.create_index(op.f("ix_housing_need_resident_id"), "housing_need", ["resident_id"], unique=False)
    op.create_index(
        "ux_housing_need_live",
        "housing_need",
        ["resident_id", "kind"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL AND voided_at IS NULL"),
    )


def _team() -> None:
    op.create_table(
        "team",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=False),
        sa.Column("zone_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["officer_id"], ["staff_member.id"], name=op.f("fk_team_officer_id_staff_member")),
        sa.ForeignKeyConstraint(["zone_id"], ["housing_zone.id"], name=op.f("fk_team_zone_id_housing_zone")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )
    op.create_index(op.f("ix_team_officer_id"), "team", ["officer_id"], unique=False)
    op.create_index(
        "ux_team_code", "team", ["home", "code"], unique=True, sqlite_where=sa.text("voided_at IS NULL")
    )


def _team_member() -> None:
    op.create_table(
        "team_member",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("team_id", sa.String(length=32), nullable=False),
        sa.Column("from_at", sa.Text(), nullable=False),
        sa.Column("to_at", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["resident.id"], name=op.f("fk_team_member_resident_id_resident")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_member_team_id_team")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_member")),
    )
    op.create_index("ix_team_member_resident_id_from_at", "team_member", ["resident_id", "from_at"], unique=False)
    op.create_index(op.f("ix_team_member_team_id"), "team_member", ["team_id"], unique=False)


def _roll_call() -> None:
    op.create_table(
        "roll_call",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("scope", sa.String(length=32), nullable=False),
        sa.Column("zone_id", sa.String(length=32), nullable=True),
        sa.Column("team_id", sa.String(length=32), nullable=True),
        sa.Column("held_at", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=True),
        sa.Column("closed_by", sa.String(length=32), nullable=True),
        sa.Column("note", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_roll_call_team_id_team")),
        sa.ForeignKeyConstraint(["zone_id"], ["housing_zone.id"], name=op.f("fk_roll_call_zone_id_housing_zone")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_call")),
    )
    op.create_index(op.f("ix_roll_call_held_at"), "roll_call", ["held_at"], unique=False)


def _roll_tick() -> None:
    op.create_table(
        "roll_tick",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
        sa.Column("resident_id", sa.String(length=32), nullable=False),
        sa.Column("roll_call_id", sa.String(length=32), nullable=False),
        sa.Column("bed_id", sa.String(length=32), nullable=True),
        sa.Column("expected", sa.String(length=32), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=True),
        sa.Column("is_different", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("explained_at", sa.Text(), nullable=True),
        sa.Column("explained_by", sa.String(length=32), nullable=True),
        sa.Column("explanation", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["bed_id"], ["housing_bed.id"], name=op.f("fk_roll_tick_bed_id_housing_bed")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_roll_tick_resident_id_resident")),
        sa.ForeignKeyConstraint(
            ["roll_call_id"], ["roll_call.id"], name=op.f("fk_roll_tick_roll_call_id_roll_call")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_tick")),
    )
    op.create_index(
        "ix_roll_tick_open",
        "roll_tick",
        ["roll_call_id"],
        unique=False,
        sqlite_where=sa.text("is_different = 1 AND explained_at IS NULL AND voided_at IS NULL"),
    )
    op.create_index(op.f("ix_roll_tick_resident_id"), "roll_tick", ["resident_id"], unique=False)
    op.create_index(
        "ux_roll_tick_one",
        "roll_tick",
        ["roll_call_id", "resident_id"],
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
    )
