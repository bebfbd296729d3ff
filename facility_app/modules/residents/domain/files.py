"""What may be attached to a person's file, and behind which wall it lies."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.privacy import Privacy
from facility_app.modules.residents.domain.faults import Faults

PICTURES: Final = frozenset({"image/jpeg", "image/png"})


class AttachmentKind(StrEnum):
    """Loại tài liệu đính kèm."""

    PHOTO = "photo"
    IDENTITY_SCAN = "identity_scan"
    DECISION = "decision"
    FAMILY_PAPER = "family_paper"
    MEDICAL = "medical"
    OTHER = "other"


ATTACHMENT_KIND_LABELS: dict[AttachmentKind, Label] = {
    AttachmentKind.PHOTO: label("terms", "Ảnh người"),
    AttachmentKind.IDENTITY_SCAN: label("terms", "Bản chụp giấy tờ tùy thân"),
    AttachmentKind.DECISION: label("terms", "Quyết định, văn bản"),
    AttachmentKind.FAMILY_PAPER: label("terms", "Giấy tờ gia đình"),
    AttachmentKind.MEDICAL: label("terms", "Tài liệu y tế"),
    AttachmentKind.OTHER: label("terms", "Tài liệu khác"),
}


DOCUMENT_KIND_LABELS: Final = {
    kind: text for kind, text in ATTACHMENT_KIND_LABELS.items() if kind is not AttachmentKind.PHOTO
}
"""What may be attached as a document; a photo is taken in with its pose and day."""


@dataclass(frozen=True, slots=True, repr=False)
class Attachment:
    """Tài liệu đính kèm.

    Attributes:
        title: what it is, in a person's words.
        page_count: sheets scanned, where somebody counted them.
        dated_on: date of the paper itself.
    """

    kind: AttachmentKind
    title: str | None = None
    page_count: int | None = None
    dated_on: date | None = None


def privacy_of(kind: AttachmentKind) -> Privacy:
    """The class of the file's content, which decides the bundles it travels in and who may open it."""
    return Privacy.CLINICAL if kind is AttachmentKind.MEDICAL else Privacy.IDENTITY


def checked_attachment(typed: Attachment, today: date) -> Attachment:
    """What is said about the file, as kept.

    Raises:
        UserError: ``text_too_long``, ``day_out_of_range``, ``number_out_of_range``, ``bad_fields``.
    """
    faults = Faults()
    kept = replace(
        typed,
        title=faults.line("title", typed.title),
        page_count=faults.amount("page_count", typed.page_count, 1, 10_000),
        dated_on=faults.past_day("dated_on", typed.dated_on, today),
    )
    faults.refuse()
    return kept


def require_picture(media_type: str) -> None:
    """Refuse a photo that is none.

    Raises:
        UserError: ``not_a_picture``.
    """
    if media_type not in PICTURES:
        raise UserError(
            "not_a_picture", label("errors", "Ảnh phải là tệp JPEG hoặc PNG. Tệp PDF thì đính kèm ở mục tài liệu.")
        )


def require_document(kind: AttachmentKind) -> None:
    """Refuse to treat a photo as a document: it is kept with its pose and day.

    Raises:
        UserError: ``photo_goes_elsewhere``.
    """
    if kind is AttachmentKind.PHOTO:
        raise UserError(
            "photo_goes_elsewhere",
            label("errors", "Ảnh người không phải tài liệu đính kèm. Hãy thêm ảnh ở thẻ Ảnh & nhận dạng."),
            fields={"kind": label("errors", "Hãy chọn loại tài liệu khác")},
        )
