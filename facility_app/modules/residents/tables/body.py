"""What a person looks like and what is attached to their file; the contents lie sealed beside the database."""

from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import kept
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.privacy import Privacy
from facility_app.modules.residents.domain.body import BodyPart, BodySide, MarkKind, Pose
from facility_app.modules.residents.domain.faults import LINE_LIMIT
from facility_app.modules.residents.domain.files import AttachmentKind
from facility_app.modules.residents.tables.person import OfResident


class Attachment(OfResident):
    """Tài liệu đính kèm.

    Attributes:
        sha256: of the content, in hex; the store of sealed files finds it by that.
        size_bytes: of the content.
        media_type: ``image/jpeg``, ``image/png`` or ``application/pdf``.
        privacy: class of the content, a ``Privacy``; a bundle carries the file where it carries that class.
    """

    __tablename__ = "attachment"

    kind: Mapped[AttachmentKind] = kept(Privacy.ADMIN)
    sha256: Mapped[str] = kept(Privacy.ADMIN, sa.String(64), index=True)
    size_bytes: Mapped[int] = kept(Privacy.ADMIN)
    media_type: Mapped[str] = kept(Privacy.ADMIN, sa.String(40))
    privacy: Mapped[Privacy] = kept(Privacy.ADMIN)
    title: Mapped[str | None] = kept(Privacy.CLINICAL, sa.String(LINE_LIMIT))
    page_count: Mapped[int | None] = kept(Privacy.ADMIN)
    dated_on: Mapped[date | None] = kept(Privacy.IDENTITY)


class ResidentPhoto(OfResident):
    """Ảnh chân dung; the latest from the front stands in the header."""

    __tablename__ = "resident_photo"

    pose: Mapped[Pose] = kept(Privacy.IDENTITY)
    taken_on: Mapped[date] = kept(Privacy.IDENTITY)
    attachment_id: Mapped[str] = kept(Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("attachment.id"))


class BodyMark(OfResident):
    """Đặc điểm nhận dạng trên cơ thể."""

    __tablename__ = "body_mark"

    part: Mapped[BodyPart] = kept(Privacy.IDENTITY)
    kind: Mapped[MarkKind] = kept(Privacy.IDENTITY)
    seen_on: Mapped[date] = kept(Privacy.IDENTITY)
    text: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT))
    side: Mapped[BodySide | None] = kept(Privacy.IDENTITY)
    map_x: Mapped[int | None] = kept(Privacy.IDENTITY)
    map_y: Mapped[int | None] = kept(Privacy.IDENTITY)
    photo_id: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("attachment.id"))
