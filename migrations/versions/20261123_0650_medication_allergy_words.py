"""Allow the words of a struck allergy to go: those that reveal HIV go behind the wall when the file is opened.

No column changes; the triggers that keep the rows are made anew after every step.
"""

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing of the structure."""
