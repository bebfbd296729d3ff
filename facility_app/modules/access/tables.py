"""Accounts, roles, what was granted or lent. No password is kept: it opens a key slot, and that is the check."""

from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.actor import Role
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.domain import GrantKind


class UserAccount(Record, Base):
    """Tài khoản người dùng: someone who may open the file.

    Attributes:
        name: as typed, NFC.
        name_fold: folded; no two accounts share it, not even with a disabled one.
        is_disabled: whether the account may no longer sign in.
        must_change_password: whether the password was given by someone else and counts once.
    """

    __tablename__ = "user_account"

    name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(60))
    name_fold: Mapped[str] = kept(Privacy.IDENTITY, sa.String(60), unique=True)
    is_disabled: Mapped[bool] = kept(Privacy.ADMIN, default=False)
    must_change_password: Mapped[bool] = kept(Privacy.ADMIN, default=False)


class UserRole(Record, Base):
    """Vai trò của tài khoản; voided when taken away."""

    __tablename__ = "user_role"
    __table_args__ = (
        sa.Index("ux_user_role_live", "user_id", "role", unique=True, sqlite_where=sa.text("voided_at IS NULL")),
    )

    user_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("user_account.id"))
    role: Mapped[Role] = kept(Privacy.ADMIN)


class AccessGrant(Record, Base):
    """Quyền xem có thời hạn: who may see one kind of thing, why, from when to when; voided when revoked.

    Attributes:
        user_id: who may.
        resident_id: about whom; none when about everyone in that person's charge. Residents stand above accounts,
            so no foreign key leads there.
        purpose: why, in the giver's words.
        to_on: last day, counted in.
    """

    __tablename__ = "access_grant"
    __table_args__ = (
        sa.CheckConstraint("from_on <= to_on", name="span"),
        sa.Index("ix_access_grant_user_id_kind", "user_id", "kind"),
    )

    user_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("user_account.id"))
    kind: Mapped[GrantKind] = kept(Privacy.ADMIN)
    resident_id: Mapped[str | None] = kept(Privacy.HIV, sa.String(ID_LENGTH))
    purpose: Mapped[str] = kept(Privacy.HIV, sa.Text)
    from_on: Mapped[date] = kept(Privacy.ADMIN)
    to_on: Mapped[date] = kept(Privacy.ADMIN)


class BreakGlass(Record, Base):
    """Lần mở khẩn cấp: a permission lent for minutes; its id is also the id of its entry in the trail.

    Attributes:
        user_id: who broke the glass.
        permission: id of the permission lent.
        resident_id: about whom; none when about no single person.
        reason: why, in that person's words.
        until_at: when it ends at the latest.
        ended_at: when it was given back, or taken away by the review.
        acknowledged_at: when somebody answerable looked at it; until then it stands red on the list.
        acknowledgement: what they say about it.
    """

    __tablename__ = "break_glass"
    __table_args__ = (sa.Index("ix_break_glass_user_id", "user_id"),)

    user_id: Mapped[str] = kept(Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("user_account.id"))
    permission: Mapped[str] = kept(Privacy.ADMIN, sa.String(80))
    resident_id: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(ID_LENGTH))
    reason: Mapped[str] = kept(Privacy.CLINICAL, sa.Text)
    started_at: Mapped[datetime] = kept(Privacy.ADMIN)
    until_at: Mapped[datetime] = kept(Privacy.ADMIN)
    ended_at: Mapped[datetime | None] = kept(Privacy.ADMIN)
    acknowledged_at: Mapped[datetime | None] = kept(Privacy.ADMIN)
    acknowledged_by: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    acknowledgement: Mapped[str | None] = kept(Privacy.CLINICAL, sa.Text)
