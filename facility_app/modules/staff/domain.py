"""Posts, signing authority and certificates: what they are called, who may sign how, what is well formed."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import require_text, tidy_name

VIEW_STAFF = Permission("staff.view", label("permissions", "Xem danh sách cán bộ"), frozenset(Role))
READ_STAFF_FILE = Permission(
    "staff.read_file",
    label("permissions", "Xem hồ sơ cán bộ (ngày sinh, số định danh, điện thoại)"),
    frozenset({Role.ADMIN, Role.HEAD, Role.CLERK, Role.AUDITOR}),
)
EDIT_STAFF = Permission(
    "staff.edit",
    label("permissions", "Sửa hồ sơ cán bộ, chức vụ, chứng chỉ"),
    frozenset({Role.ADMIN, Role.HEAD, Role.CLERK}),
)
GRANT_AUTHORITY = Permission(
    "staff.grant_authority",
    label("permissions", "Ghi và chấm dứt quyền ký thay, thừa lệnh, thừa ủy quyền"),
    frozenset({Role.HEAD, Role.CLERK}),
)

LINE_LIMIT: Final = 200
CODE_LIMIT: Final = 40
EARLIEST: Final = date(1900, 1, 1)
_PERSONAL_NO: Final = re.compile(r"[0-9]{12}|[0-9]{9}", re.ASCII)


class StaffKind(StrEnum):
    """Đối tượng cán bộ, nhân viên."""

    POLICE = "police"
    CONTRACT = "contract"
    SECONDED = "seconded"


STAFF_KIND_LABELS: dict[StaffKind, Label] = {
    StaffKind.POLICE: label("terms", "Sĩ quan, hạ sĩ quan Công an"),
    StaffKind.CONTRACT: label("terms", "Lao động hợp đồng"),
    StaffKind.SECONDED: label("terms", "Cộng tác viên, biệt phái"),
}


class PostKind(StrEnum):
    """Chức vụ, vị trí việc làm."""

    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    TEAM_HEAD = "team_head"
    DEPUTY_TEAM_HEAD = "deputy_team_head"
    OFFICER = "officer"
    DOCTOR = "doctor"
    NURSE = "nurse"
    PHARMACIST = "pharmacist"
    COUNSELLOR = "counsellor"
    TEACHER = "teacher"
    GUARD = "guard"
    CLERK = "clerk"
    ACCOUNTANT = "accountant"
    TREASURER = "treasurer"
    OTHER = "other"


POST_KIND_LABELS: dict[PostKind, Label] = {
    PostKind.HEAD: label("posts", "Người đứng đầu cơ sở"),
    PostKind.DEPUTY_HEAD: label("posts", "Cấp phó của người đứng đầu"),
    PostKind.TEAM_HEAD: label("posts", "Tổ trưởng"),
    PostKind.DEPUTY_TEAM_HEAD: label("posts", "Tổ phó"),
    PostKind.OFFICER: label("posts", "Cán bộ quản lý"),
    PostKind.DOCTOR: label("posts", "Bác sĩ"),
    PostKind.NURSE: label("posts", "Điều dưỡng"),
    PostKind.PHARMACIST: label("posts", "Dược sĩ"),
    PostKind.COUNSELLOR: label("posts", "Tư vấn viên"),
    PostKind.TEACHER: label("posts", "Giáo viên"),
    PostKind.GUARD: label("posts", "Cán bộ bảo vệ"),
    PostKind.CLERK: label("posts", "Văn thư"),
    PostKind.ACCOUNTANT: label("posts", "Kế toán"),
    PostKind.TREASURER: label("posts", "Thủ quỹ"),
    PostKind.OTHER: label("posts", "Vị trí khác"),
}


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


def usual_title(kind: PostKind, head_title: str) -> str:
    """What a post is called when nothing else was typed; head and deputy are called after the unit's kind."""
    if kind is PostKind.HEAD:
        return head_title
    if kind is PostKind.DEPUTY_HEAD:
        return f"Phó {head_title[:1].lower()}{head_title[1:]}"
    return str(POST_KIND_LABELS[kind])


def fits_post(form: AuthorityForm, posts: frozenset[PostKind]) -> bool:
    """Whether somebody in these posts is whom the form is meant for; another one is only warned about."""
    return not posts.isdisjoint(_NATURAL_HOLDERS[form])


class CertificateState(StrEnum):
    """Tình trạng chứng chỉ."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    ENDLESS = "endless"


CERTIFICATE_STATE_LABELS: dict[CertificateState, Label] = {
    CertificateState.VALID: label("terms", "Còn hạn"),
    CertificateState.EXPIRING: label("terms", "Sắp hết hạn"),
    CertificateState.EXPIRED: label("terms", "Hết hạn"),
    CertificateState.ENDLESS: label("terms", "Không thời hạn"),
}


def certificate_state(expires_on: date | None, today: date, notice_from: date) -> CertificateState:
    """Where a certificate stands.

    Args:
        expires_on: its last day; None for one without end.
        today: the day it is.
        notice_from: certificates that end on or before this day are soon over.
    """
    if expires_on is None:
        return CertificateState.ENDLESS
    if expires_on < today:
        return CertificateState.EXPIRED
    return CertificateState.EXPIRING if expires_on <= notice_from else CertificateState.VALID


def line(typed: str | None, field_name: str, missing: Label | None = None, limit: int = LINE_LIMIT) -> str | None:
    """One line of text as kept, None when empty.

    Args:
        typed: as typed.
        field_name: the form's field, for the message.
        missing: what to say of an empty one; None where it may be empty.
        limit: characters at most.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``broken_text``.
    """
    require_text(typed or "", field_name)
    text = tidy_name(typed or "")
    if not text and missing is not None:
        raise UserError("field_missing", missing, fields={field_name: missing})
    if len(text) > limit:
        raise UserError(
            "text_too_long",
            label("errors", "Quá dài: tối đa {limit} ký tự, đang có {length}. Hãy viết ngắn lại."),
            fields={field_name: label("errors", "Quá dài: tối đa {limit} ký tự")},
            limit=limit,
            length=len(text),
        )
    return text or None


def personal_no(typed: str | None) -> str | None:
    """The personal number as kept: 12 digits, or the old card's 9.

    Raises:
        UserError: ``bad_personal_no``; the number itself is not repeated.
    """
    require_text(typed or "", "personal_no")
    digits = re.sub(r"[\s.\-]", "", typed or "")
    if digits and _PERSONAL_NO.fullmatch(digits) is None:
        raise UserError(
            "bad_personal_no",
            label(
                "errors",
                "Số định danh cần 12 chữ số (chứng minh nhân dân cũ: 9 chữ số), đang có {length}. Hãy xem lại "
                "trên thẻ.",
            ),
            fields={"personal_no": label("errors", "Cần 12 hoặc 9 chữ số")},
            length=len(digits),
        )
    return digits or None


def require_span(first: date, last: date | None, field_name: str) -> None:
    """Refuse a span that ends before it begins.

    Raises:
        UserError: ``bad_span``.
    """
    if last is not None and last < first:
        raise UserError(
            "bad_span",
            label("errors", "Ngày kết thúc {last} đứng trước ngày bắt đầu {first}. Hãy sửa một trong hai."),
            fields={field_name: label("errors", "Đứng trước ngày bắt đầu")},
            first=format_date(first),
            last=format_date(last),
        )


def require_birth(born_on: date | None, today: date) -> None:
    """Refuse a birth in the future or before 1900.

    Raises:
        UserError: ``bad_birth_date``.
    """
    if born_on is not None and not EARLIEST <= born_on <= today:
        raise UserError(
            "bad_birth_date",
            label("errors", "Ngày sinh {day} không thể đúng: phải từ 01/01/1900 đến hôm nay. Hãy xem lại."),
            fields={"born_on": label("errors", "Ngày sinh không thể đúng")},
            day=format_date(born_on),
        )


def head_post_taken(name: str, first: date) -> UserError:
    """The refusal of a second head on the same days."""
    return UserError(
        "head_post_taken",
        label(
            "errors",
            "{name} đang giữ chức người đứng đầu từ {first}. Hãy ghi ngày kết thúc chức vụ đó trước, hoặc chọn "
            "“quyền” nếu là người tạm phụ trách.",
        ),
        fields={"kind": label("errors", "Đã có người đứng đầu trong thời gian này")},
        name=name,
        first=format_date(first),
    )


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
