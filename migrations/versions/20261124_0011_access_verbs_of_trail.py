"""Find sign-ins without reading the whole trail: with every dose in it, it has millions of lines."""

from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_audit_entry_verb_seq"), "audit_entry", ["verb", "seq"], unique=False)
