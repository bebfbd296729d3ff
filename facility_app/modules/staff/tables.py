"""Records of the staff slice."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import Base, SyncedRecord, kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.privacy import Privacy, SearchRole
from facility_app.modules.staff.domain import AuthorityForm, PostKind, StaffKind


class StaffMember(SyncedRecord, Base):
    """Cán bộ, nhân viên.

    Attributes:
        name_fold: name and number folded, for search.
        name_sort: key of the Vietnamese order.
        staff_no: number of the service, if there is one.
        sex: value of ``Sex``.
        user_id: account that signs in as this person; accounts stay here, so no foreign key travels.
        left_on: last day of work; none while working here.
    """

    __tablename__ = "staff_member"
    __table_args__ = (
        sa.CheckConstraint("left_on IS NULL OR joined_on <= left_on", name="span"),
        sa.Index("ix_staff_member_name_sort", "name_sort"),
        sa.Index(
            "ux_staff_member_staff_no_live",
            "staff_no",
            unique=True,
            sqlite_where=sa.text("staff_no IS NOT NULL AND voided_at IS NULL"),
        ),
        sa.Index(
            "ux_staff_member_user_id_live",
            "user_id",
            unique=True,
            sqlite_where=sa.text("user_id IS NOT NULL AND voided_at IS NULL"),
        ),
    )

    full_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(200))
    name_fold: Mapped[str] = kept(Privacy.IDENTITY, sa.String(260), search=SearchRole.TEXT)
    name_sort: Mapped[bytes] = kept(Privacy.IDENTITY, sa.LargeBinary)
    staff_no: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(40))
    kind: Mapped[StaffKind] = kept(Privacy.ADMIN)
    sex: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(20))
    born_on: Mapped[date | None] = kept(Privacy.IDENTITY)
    personal_no: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(12))
    phone: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(40))
    rank: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(40))
    user_id: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(ID_LENGTH))
    joined_on: Mapped[date] = kept(Privacy.ADMIN)
    left_on: Mapped[date | None] = kept(Privacy.ADMIN)


class StaffPost(SyncedRecord, Base):
    """Chức vụ: somebody's post from a day to a day, with the document that gave it.

    Attributes:
        title: what it is called on papers.
        team: Tổ, if it is in one.
        is_acting: quyền, phụ trách: the post without the appointment.
    """

    __tablename__ = "staff_post"
    __table_args__ = (sa.CheckConstraint("to_on IS NULL OR from_on <= to_on", name="span"),)

    member_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"), index=True
    )
    kind: Mapped[PostKind] = kept(Privacy.ADMIN)
    title: Mapped[str] = kept(Privacy.ADMIN, sa.String(200))
    team: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(200))
    is_acting: Mapped[bool] = kept(Privacy.ADMIN)
    from_on: Mapped[date] = kept(Privacy.ADMIN)
    to_on: Mapped[date | None] = kept(Privacy.ADMIN)
    document_no: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(200))
    document_on: Mapped[date | None] = kept(Privacy.ADMIN)


class StaffAuthority(SyncedRecord, Base):
    """Quyền ký thay, thừa lệnh, thừa ủy quyền: for what, from when to when, by which document."""

    __tablename__ = "staff_authority"
    __table_args__ = (sa.CheckConstraint("to_on IS NULL OR from_on <= to_on", name="span"),)

    member_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"), index=True
    )
    form: Mapped[AuthorityForm] = kept(Privacy.ADMIN)
    title: Mapped[str] = kept(Privacy.ADMIN, sa.String(200))
    scope: Mapped[str] = kept(Privacy.ADMIN, sa.String(200))
    from_on: Mapped[date] = kept(Privacy.ADMIN)
    to_on: Mapped[date | None] = kept(Privacy.ADMIN)
    document_no: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(200))
    document_on: Mapped[date | None] = kept(Privacy.ADMIN)


class StaffCertificate(SyncedRecord, Base):
    """Chứng chỉ, giấy phép hành nghề; ``expires_on`` is its last day, none for one without end."""

    __tablename__ = "staff_certificate"
    __table_args__ = (
        sa.CheckConstraint("expires_on IS NULL OR issued_on <= expires_on", name="span"),
        sa.Index("ix_staff_certificate_expires_on", "expires_on"),
    )

    member_id: Mapped[str] = kept(
        Privacy.ADMIN, sa.String(ID_LENGTH), sa.ForeignKey("staff_member.id"), index=True
    )
    kind: Mapped[str] = kept(Privacy.ADMIN, sa.String(40))
    number: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(200))
    issuer: Mapped[str | None] = kept(Privacy.ADMIN, sa.String(200))
    issued_on: Mapped[date] = kept(Privacy.ADMIN)
    expires_on: Mapped[date | None] = kept(Privacy.ADMIN)
