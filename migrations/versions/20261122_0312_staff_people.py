"""Make the tables of the people who work here: posts, signing authority, certificates."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff_member",
        *_head(),
        sa.Column("full_name", sa.String(length=200), nullable=False),
        sa.Column("name_fold", sa.String(length=260), nullable=False),
        sa.Column("name_sort", sa.LargeBinary(), nullable=False),
        sa.Column("staff_no", sa.String(length=40), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("sex", sa.String(length=20), nullable=True),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("personal_no", sa.String(length=12), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("rank", sa.String(length=40), nullable=True),
        sa.Column("user_id", sa.String(length=32), nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        *_stamps(),
        sa.CheckConstraint("left_on IS NULL OR joined_on <= left_on", name=op.f("ck_staff_member_span")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_member")),
    )
    op.create_index("ix_staff_member_name_sort", "staff_member", ["name_sort"])
    for column in ("staff_no", "user_id"):
        op.create_index(
            f"ux_staff_member_{column}_live",
            "staff_member",
            [column],
            unique=True,
            sqlite_where=sa.text(f"{column} IS NOT NULL AND voided_at IS NULL"),
        )
    _of_member(
        "staff_post",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("team", sa.String(length=200), nullable=True),
        sa.Column("is_acting", sa.Boolean(), nullable=False),
        *_span_and_document(),
    )
    _of_member(
        "staff_authority",
        sa.Column("form", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("scope", sa.String(length=200), nullable=False),
        *_span_and_document(),
    )
    _of_member(
        "staff_certificate",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("number", sa.String(length=200), nullable=True),
        sa.Column("issuer", sa.String(length=200), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=True),
        span=("issued_on", "expires_on"),
    )
    op.create_index("ix_staff_certificate_expires_on", "staff_certificate", ["expires_on"])


def _of_member(table: str, *columns: sa.Column[object], span: tuple[str, str] = ("from_on", "to_on")) -> None:
    first, last = span
    op.create_table(
        table,
        *_head(),
        sa.Column("member_id", sa.String(length=32), nullable=False),
        *columns,
        *_stamps(),
        sa.CheckConstraint(f"{last} IS NULL OR {first} <= {last}", name=op.f(f"ck_{table}_span")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["staff_member.id"], name=op.f(f"fk_{table}_member_id_staff_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(f"ix_{table}_member_id", table, ["member_id"])


def _head() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("home", sa.String(length=35), nullable=False),
    ]


def _span_and_document() -> list[sa.Column[object]]:
    return [
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.Column("document_no", sa.String(length=200), nullable=True),
        sa.Column("document_on", sa.Date(), nullable=True),
    ]


def _stamps() -> list[sa.Column[object]]:
    return [
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=32), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.Column("updated_by", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("voided_at", sa.Text(), nullable=True),
        sa.Column("voided_by", sa.String(length=32), nullable=True),
        sa.Column("void_reason", sa.Text(), nullable=True),
    ]
