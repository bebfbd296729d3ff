"""Signing for the head (NĐ 30/2020): the forms, whom they are meant for, what stands above the name."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.text_rules import Said, TextRule
from facility_app.modules.staff.domain.people import LINE_LIMIT
from facility_app.modules.staff.domain.posts import PostKind

SCOPE: Final = TextRule(
    LINE_LIMIT,
    Said(
        "field_missing",
        label("errors", "Hãy ghi phạm vi được ký. Ví dụ: giấy xác nhận, thông báo."),
    ),
)


class AuthorityForm(StrEnum):
    """Hình thức ký (NĐ 30/2020)."""

    IN_PLACE = "KT"
    BY_ORDER = "TL"
    BY_MANDATE = "TUQ"


AUTHORITY_LABELS: dict[AuthorityForm, Label] = {
    AuthorityForm.IN_PLACE: label("terms", "Ký thay (KT.)"),
    AuthorityForm.BY_ORDER: label("terms", "Ký thừa lệnh (TL.)"),
    AuthorityForm.BY_MANDATE: label("terms", "Ký thừa ủy quyền (TUQ.)"),
}
_NATURAL_HOLDERS: dict[AuthorityForm, frozenset[PostKind]] = {
    AuthorityForm.IN_PLACE: frozenset({PostKind.DEPUTY_HEAD}),
    AuthorityForm.BY_ORDER: frozenset({PostKind.TEAM_HEAD, PostKind.DEPUTY_TEAM_HEAD}),
    AuthorityForm.BY_MANDATE: frozenset(PostKind) - {PostKind.HEAD},
}


@dataclass(frozen=True, slots=True)
class Signature:
    """How somebody signs on a day; the papers print it as it stands.

    Attributes:
        member_id: who.
        lines: what stands above the name, in capitals: ``KT. TRƯỞNG CƠ SỞ``, ``PHÓ TRƯỞNG CƠ SỞ``.
        rank: printed before the name, empty for none.
        full_name: the name.
        scope: what the authority is for; empty for the head, who signs everything.
        document: number of the document it rests on, empty for the head.
        until: last day of it; None is open.
    """

    member_id: str
    lines: tuple[str, ...]
    rank: str
    full_name: str = field(repr=False)
    scope: str = ""
    document: str = ""
    until: date | None = None


def head_lines(head_title: str, *, is_acting: bool) -> tuple[str, ...]:
    """What stands above the head's name; ``Q.`` for one acting (NĐ 30/2020)."""
    return (f"Q. {head_title}".upper() if is_acting else head_title.upper(),)


def authority_lines(form: AuthorityForm, head_title: str, title: str) -> tuple[str, ...]:
    """What stands above the name of someone who signs for the head."""
    return (f"{form.value}. {head_title}".upper(), title.upper())


def fits_post(form: AuthorityForm, posts: frozenset[PostKind]) -> bool:
    """Whether somebody in these posts is whom the form is meant for; another one is only warned about."""
    return not posts.isdisjoint(_NATURAL_HOLDERS[form])


def authority_papers_missing(form: AuthorityForm, *, has_document: bool, has_end: bool) -> UserError | None:
    """What an authority lacks (NĐ 30/2020 Đ13): TL. and TUQ. a document, TUQ. an end."""
    if form is not AuthorityForm.IN_PLACE and not has_document:
        return UserError(
            "authority_document_missing",
            label(
                "errors",
                "{form} phải dựa trên văn bản (NĐ 30/2020 Đ13). Hãy ghi số và ngày của văn bản giao quyền.",
            ),
            fields={"document_no": label("errors", "Cần số văn bản")},
            form=AUTHORITY_LABELS[form],
        )
    if form is AuthorityForm.BY_MANDATE and not has_end:
        return UserError(
            "authority_end_missing",
            label("errors", "{form} phải có thời hạn (NĐ 30/2020 Đ13). Hãy ghi ngày kết thúc."),
            fields={"to_on": label("errors", "Cần ngày kết thúc")},
            form=AUTHORITY_LABELS[form],
        )
    return None
