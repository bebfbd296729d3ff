"""Accounts and their roles. No password is kept: it opens a key slot, and that is the check."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, Record, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.actor import Role
from facility_app.kernel.privacy import Privacy


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
