"""The task: one row per thing to do, kept when done."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.actor import Role
from facility_app.kernel.privacy import Privacy
from facility_app.modules.tasks.domain import TaskState


class Task(Record, Base):
    """Việc phải làm.

    Attributes:
        kind: ``<slice>.<what>``.
        text_context: context the text is translated in.
        text: template of what to do.
        params: JSON of the template's values.
        resident_id: about whom, empty for nobody. Residents stand beside tasks, so no foreign key leads there.
        user_id: one account it is for, empty for the whole role.
        due_at: when it is due.
        is_day_due: whether the day alone is the deadline.
        show_at: from when it stands on the list.
        escalate_at: from when ``escalate_to`` sees it too.
        may_go_to: roles it may be handed over to besides its own and the head's, with blanks between; or NULL.
    """

    __tablename__ = "task"
    __table_args__ = (
        sa.Index(
            "ux_task_subject",
            "kind",
            "subject_table",
            "subject_id",
            "occasion",
            unique=True,
            sqlite_where=sa.text("voided_at IS NULL"),
        ),
        sa.Index("ix_task_status_role_user_id_show_at", "status", "role", "user_id", "show_at"),
        sa.Index("ix_task_status_user_id_show_at", "status", "user_id", "show_at"),
        sa.Index("ix_task_status_escalate_to_escalate_at", "status", "escalate_to", "escalate_at"),
        sa.Index("ix_task_resident_id", "resident_id"),
        sa.Index("ix_task_subject_table_subject_id", "subject_table", "subject_id"),
    )

    kind: Mapped[str] = kept(Privacy.ADMIN, sa.String(80))
    # What there is to do may tell of a person's health.
    text_context: Mapped[str] = kept(Privacy.ADMIN, sa.String(60))
    text: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    params: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    subject_table: Mapped[str] = kept(Privacy.ADMIN, sa.String(80))
    subject_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    occasion: Mapped[str] = kept(Privacy.ADMIN, sa.String(40))
    resident_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    role: Mapped[Role] = kept(Privacy.ADMIN)
    user_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    escalate_to: Mapped[Role] = kept(Privacy.ADMIN)
    due_at: Mapped[datetime] = kept(Privacy.ADMIN)
    is_day_due: Mapped[bool] = kept(Privacy.ADMIN)
    show_at: Mapped[datetime] = kept(Privacy.ADMIN)
    escalate_at: Mapped[datetime] = kept(Privacy.ADMIN)
    status: Mapped[TaskState] = kept(Privacy.ADMIN)
    closed_at: Mapped[datetime | None] = kept(Privacy.ADMIN)
    closed_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    closed_note: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
    may_go_to: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(200))
