"""Decisions about the people who work here, their posts, signing authority and certificates."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold, sort_key
from facility_app.modules.catalogues.api import CodeList, check_code, get_facility, parameter
from facility_app.modules.staff.domain import (
    CODE_LIMIT,
    EDIT_STAFF,
    GRANT_AUTHORITY,
    AuthorityForm,
    PostKind,
    StaffKind,
    authority_papers_missing,
    fits_post,
    head_post_taken,
    line,
    personal_no,
    require_birth,
    require_span,
    usual_title,
)
from facility_app.modules.staff.tables import StaffAuthority, StaffCertificate, StaffMember, StaffPost
from facility_app.modules.tasks.api import RaiseTask, SettleTasks, raise_task, settle_tasks

OwnedT = TypeVar("OwnedT", StaffPost, StaffAuthority, StaffCertificate)

EXPIRY_TASK = "staff.certificate_expires"
ACCOUNT_TASK = "staff.close_account"


@dataclass(frozen=True, slots=True)
class MemberWish:
    """What is kept about a person, as typed.

    Attributes:
        sex: code of list ``sex``.
        rank: code of list ``police_rank``.
        user_id: account that signs in as this person.
    """

    full_name: str = field(repr=False)
    kind: StaffKind
    joined_on: date
    staff_no: str | None = None
    sex: str | None = None
    born_on: date | None = field(default=None, repr=False)
    personal_no: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    rank: str | None = None
    user_id: str | None = None


def add_staff_member(uow: UnitOfWork, wish: MemberWish) -> str:
    """Take a person on.

    Returns:
        The person's id.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``bad_personal_no``, ``bad_birth_date``, ``unknown_code``,
            ``staff_no_taken``, ``account_taken``.
    """
    require(uow, EDIT_STAFF)
    content = _content(uow, wish, "")
    with uow.act("staff.add") as act:
        made = uow.add(StaffMember(**content))
        act.about(made)
    return made.id


@dataclass(frozen=True, slots=True)
class EditStaffMember:
    """The person as they shall stand."""

    member_id: str
    version: int
    wish: MemberWish


def edit_staff_member(uow: UnitOfWork, command: EditStaffMember) -> None:
    """Correct what is kept about a person; rank and number too.

    Raises:
        UserError: as ``add_staff_member``; ``not_found``, ``bad_span``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_STAFF)
    found = uow.get(StaffMember, command.member_id, version=command.version)
    content = _content(uow, command.wish, found.id)
    require_span(command.wish.joined_on, found.left_on, "joined_on")
    with uow.act("staff.edit") as act:
        act.about(found)
        for name, value in content.items():
            setattr(found, name, value)


@dataclass(frozen=True, slots=True)
class EndEmployment:
    """A person's last day."""

    member_id: str
    version: int
    left_on: date
    reason: str = field(repr=False)


def end_employment(uow: UnitOfWork, command: EndEmployment) -> None:
    """Note a person's last day: posts and authorities end with it, reminders go, the account is to be closed.

    Raises:
        UserError: ``not_found``, ``reason_missing``, ``bad_span``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_STAFF)
    require_reason(command.reason)
    found = uow.get(StaffMember, command.member_id, version=command.version)
    require_span(found.joined_on, command.left_on, "left_on")
    with uow.act("staff.end_employment", reason=command.reason) as act:
        act.about(found)
        found.left_on = command.left_on
        _end_posts(uow, found.id, command.left_on, command.reason)
        _end_authorities(uow, found.id, command.left_on, command.reason)
        for certificate in _of_member(uow, StaffCertificate, found.id):
            settle_tasks(uow, SettleTasks("staff_certificate", certificate.id, is_done=False))
        if found.user_id:
            raise_task(
                uow,
                RaiseTask(
                    ACCOUNT_TASK,
                    label("staff", "Khóa tài khoản của cán bộ đã thôi việc"),
                    "staff_member",
                    found.id,
                    due=command.left_on,
                    role=Role.ADMIN,
                    show_on=local_date(uow.now),
                ),
            )


@dataclass(frozen=True, slots=True)
class VoidStaffMember:
    """A person entered by mistake."""

    member_id: str
    version: int
    reason: str = field(repr=False)


def void_staff_member(uow: UnitOfWork, command: VoidStaffMember) -> None:
    """Strike out a person entered by mistake, with posts, authorities and certificates.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_STAFF)
    found = uow.get(StaffMember, command.member_id, version=command.version)
    with uow.act("staff.void", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
        owned: tuple[StaffPost | StaffAuthority | StaffCertificate, ...] = (
            *_of_member(uow, StaffPost, found.id),
            *_of_member(uow, StaffAuthority, found.id),
            *_of_member(uow, StaffCertificate, found.id),
        )
        for record in owned:
            uow.void(record, command.reason)
            settle_tasks(uow, SettleTasks(record.__tablename__, record.id, is_done=False))


@dataclass(frozen=True, slots=True)
class GivePost:
    """A post from a day on.

    Attributes:
        title: as papers print it; empty for the usual one of the post and the unit's kind.
        is_acting: quyền, phụ trách.
        ends_others: whether the person's other open posts end the day before.
    """

    member_id: str
    kind: PostKind
    from_on: date
    title: str = ""
    team: str | None = None
    to_on: date | None = None
    is_acting: bool = False
    document_no: str | None = None
    document_on: date | None = None
    ends_others: bool = False


def give_post(uow: UnitOfWork, command: GivePost) -> str:
    """Put a person into a post; one head at a time, one more may be acting.

    Returns:
        The post's id.

    Raises:
        UserError: ``not_found``, ``bad_span``, ``text_too_long``, ``head_post_taken``.
    """
    require(uow, EDIT_STAFF)
    member = uow.get(StaffMember, command.member_id)
    require_span(member.joined_on, command.from_on, "from_on")
    require_span(command.from_on, command.to_on, "to_on")
    if command.kind is PostKind.HEAD and not command.is_acting:
        _require_no_head(uow, command)
    title = line(command.title, "title") or usual_title(command.kind, str(get_facility(uow).head_title))
    with uow.act("staff.give_post") as act:
        if command.ends_others:
            _end_posts(uow, member.id, command.from_on - timedelta(days=1), title)
        made = uow.add(
            StaffPost(
                member_id=member.id,
                kind=command.kind,
                title=title,
                team=line(command.team, "team"),
                is_acting=command.is_acting,
                from_on=command.from_on,
                to_on=command.to_on,
                document_no=line(command.document_no, "document_no"),
                document_on=command.document_on,
            )
        )
        act.about(made)
    return made.id


@dataclass(frozen=True, slots=True)
class EndPost:
    """A post's last day."""

    post_id: str
    version: int
    to_on: date
    reason: str = field(repr=False)


def end_post(uow: UnitOfWork, command: EndPost) -> None:
    """Note a post's last day.

    Raises:
        UserError: ``not_found``, ``reason_missing``, ``bad_span``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_STAFF)
    require_reason(command.reason)
    found = uow.get(StaffPost, command.post_id, version=command.version)
    require_span(found.from_on, command.to_on, "to_on")
    with uow.act("staff.end_post", reason=command.reason) as act:
        act.about(found)
        found.to_on = command.to_on


@dataclass(frozen=True, slots=True)
class GrantAuthority:
    """The right to sign for the head.

    Attributes:
        scope: which papers.
        title: the signer's own title; empty for that of the post held.
    """

    member_id: str
    form: AuthorityForm
    scope: str
    from_on: date
    to_on: date | None = None
    title: str = ""
    document_no: str | None = None
    document_on: date | None = None


@dataclass(frozen=True, slots=True)
class Granted:
    """The authority given; ``warnings`` are to be shown, not obeyed."""

    authority_id: str
    warnings: tuple[Label, ...] = ()


def grant_authority(uow: UnitOfWork, command: GrantAuthority) -> Granted:
    """Note that somebody may sign for the head, for what, from when to when and by which document.

    Raises:
        UserError: ``not_found``, ``field_missing``, ``bad_span``, ``authority_document_missing``,
            ``authority_end_missing``.
    """
    require(uow, GRANT_AUTHORITY)
    member = uow.get(StaffMember, command.member_id)
    scope = line(
        command.scope, "scope", label("errors", "Hãy ghi phạm vi được ký. Ví dụ: giấy xác nhận, thông báo.")
    )
    document = line(command.document_no, "document_no")
    require_span(command.from_on, command.to_on, "to_on")
    lacking = authority_papers_missing(
        command.form, has_document=document is not None, has_end=command.to_on is not None
    )
    if lacking is not None:
        raise lacking
    posts = _posts_on(uow, member.id, command.from_on)
    title = line(command.title, "title") or (posts[0].title if posts else None)
    with uow.act("staff.grant_authority") as act:
        made = uow.add(
            StaffAuthority(
                member_id=member.id,
                form=command.form,
                title=title or "",
                scope=scope,
                from_on=command.from_on,
                to_on=command.to_on,
                document_no=document,
                document_on=command.document_on,
            )
        )
        act.about(made)
    if fits_post(command.form, frozenset(post.kind for post in posts)):
        return Granted(made.id)
    return Granted(
        made.id,
        (label("staff", "Chức vụ hiện tại của người này không phải chức vụ thường ký theo hình thức đã chọn."),),
    )


@dataclass(frozen=True, slots=True)
class EndAuthority:
    """The last day of an authority."""

    authority_id: str
    version: int
    to_on: date
    reason: str = field(repr=False)


def end_authority(uow: UnitOfWork, command: EndAuthority) -> None:
    """End an authority early, or strike out one that never began.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, GRANT_AUTHORITY)
    require_reason(command.reason)
    found = uow.get(StaffAuthority, command.authority_id, version=command.version)
    with uow.act("staff.end_authority", reason=command.reason) as act:
        act.about(found)
        _end_authority(uow, found, command.to_on, command.reason)


@dataclass(frozen=True, slots=True)
class AddCertificate:
    """A certificate of a person.

    Attributes:
        kind: code of list ``certificate_kind``.
        renews_id: the certificate it takes the place of; that one's reminder is done.
    """

    member_id: str
    kind: str
    issued_on: date
    expires_on: date | None = None
    number: str | None = None
    issuer: str | None = None
    renews_id: str = ""


def add_certificate(uow: UnitOfWork, command: AddCertificate) -> str:
    """Note a certificate; one that ends is put on the clerk's list in time.

    Returns:
        The certificate's id.

    Raises:
        UserError: ``not_found``, ``unknown_code``, ``bad_span``, ``text_too_long``.
    """
    require(uow, EDIT_STAFF)
    member = uow.get(StaffMember, command.member_id)
    kind = check_code(uow, CodeList.CERTIFICATE_KIND, command.kind, "kind")
    require_span(command.issued_on, command.expires_on, "expires_on")
    with uow.act("staff.add_certificate") as act:
        made = uow.add(
            StaffCertificate(
                member_id=member.id,
                kind=kind.code,
                number=line(command.number, "number"),
                issuer=line(command.issuer, "issuer"),
                issued_on=command.issued_on,
                expires_on=command.expires_on,
            )
        )
        act.about(made)
        if command.renews_id:
            settle_tasks(uow, SettleTasks("staff_certificate", command.renews_id, EXPIRY_TASK))
        if command.expires_on is not None and member.left_on is None:
            _remind(uow, made.id, command.expires_on, str(kind.text))
    return made.id


@dataclass(frozen=True, slots=True)
class VoidCertificate:
    """A certificate entered by mistake."""

    certificate_id: str
    version: int
    reason: str = field(repr=False)


def void_certificate(uow: UnitOfWork, command: VoidCertificate) -> None:
    """Strike out a certificate and its reminder.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_STAFF)
    found = uow.get(StaffCertificate, command.certificate_id, version=command.version)
    with uow.act("staff.void_certificate", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
        settle_tasks(uow, SettleTasks("staff_certificate", found.id, is_done=False))


def _content(uow: UnitOfWork, wish: MemberWish, member_id: str) -> dict[str, object]:
    """What is kept of a wish; refuses what is not well formed or another's."""
    name = line(wish.full_name, "full_name", label("errors", "Hãy ghi họ và tên."))
    number = line(wish.staff_no, "staff_no", limit=CODE_LIMIT)
    require_birth(wish.born_on, local_date(uow.now))
    _require_free(uow, StaffMember.staff_no, number, member_id, "staff_no")
    _require_free(uow, StaffMember.user_id, wish.user_id or None, member_id, "user_id")
    return {
        "full_name": name,
        "name_fold": fold(f"{name} {number or ''}"),
        "name_sort": sort_key(name or ""),
        "staff_no": number,
        "kind": wish.kind,
        "sex": check_code(uow, CodeList.SEX, wish.sex, "sex").code if wish.sex else None,
        "born_on": wish.born_on,
        "personal_no": personal_no(wish.personal_no),
        "phone": line(wish.phone, "phone", limit=CODE_LIMIT),
        "rank": check_code(uow, CodeList.POLICE_RANK, wish.rank, "rank").code if wish.rank else None,
        "user_id": wish.user_id or None,
        "joined_on": wish.joined_on,
    }


def _require_free(
    uow: UnitOfWork, column: sa.orm.InstrumentedAttribute[str | None], value: str | None, own_id: str, name: str
) -> None:
    if value is None:
        return
    asked = sa.select(StaffMember.full_name).where(column == value, StaffMember.id != own_id)
    taken = uow.session.scalar(asked.where(StaffMember.voided_at.is_(None)))
    if taken is not None:
        code = "staff_no_taken" if name == "staff_no" else "account_taken"
        raise UserError(
            code,
            label(
                "errors", "Đã gán cho {name}. Hãy xem lại số hiệu hoặc tài khoản; mỗi người một số, một tài khoản."
            ),
            fields={name: label("errors", "Đã gán cho {name}")},
            name=taken,
        )


def _of_member(uow: UnitOfWork, kind: type[OwnedT], member_id: str) -> list[OwnedT]:
    asked = sa.select(kind).where(kind.member_id == member_id, kind.voided_at.is_(None)).order_by(kind.id)
    return list(uow.session.scalars(asked))


def _posts_on(uow: UnitOfWork, member_id: str, day: date) -> list[StaffPost]:
    asked = sa.select(StaffPost).where(
        StaffPost.member_id == member_id,
        StaffPost.voided_at.is_(None),
        StaffPost.from_on <= day,
        StaffPost.to_on.is_(None) | (StaffPost.to_on >= day),
    )
    order = list(PostKind)
    return sorted(uow.session.scalars(asked), key=lambda post: (order.index(post.kind), post.id))


def _require_no_head(uow: UnitOfWork, command: GivePost) -> None:
    asked = (
        sa.select(StaffMember.full_name, StaffPost.from_on)
        .join(StaffMember, StaffMember.id == StaffPost.member_id)
        .where(StaffPost.kind == PostKind.HEAD, StaffPost.is_acting.is_(False), StaffPost.voided_at.is_(None))
        .where(StaffPost.to_on.is_(None) | (StaffPost.to_on >= command.from_on))
    )
    if command.to_on is not None:
        asked = asked.where(StaffPost.from_on <= command.to_on)
    taken = uow.session.execute(asked.order_by(StaffPost.from_on)).first()
    if taken is not None:
        raise head_post_taken(taken.full_name, taken.from_on)


def _end_posts(uow: UnitOfWork, member_id: str, last: date, reason: str) -> None:
    asked = sa.select(StaffPost).where(StaffPost.member_id == member_id, StaffPost.voided_at.is_(None))
    for post in uow.session.scalars(asked.where(StaffPost.to_on.is_(None) | (StaffPost.to_on > last))):
        if post.from_on > last:
            uow.void(post, reason)
        else:
            post.to_on = last


def _end_authorities(uow: UnitOfWork, member_id: str, last: date, reason: str) -> None:
    asked = sa.select(StaffAuthority).where(
        StaffAuthority.member_id == member_id,
        StaffAuthority.voided_at.is_(None),
        StaffAuthority.to_on.is_(None) | (StaffAuthority.to_on > last),
    )
    for authority in uow.session.scalars(asked):
        _end_authority(uow, authority, last, reason)


def _end_authority(uow: UnitOfWork, authority: StaffAuthority, last: date, reason: str) -> None:
    if authority.from_on > last:
        uow.void(authority, reason)
    else:
        authority.to_on = last


def _remind(uow: UnitOfWork, certificate_id: str, expires_on: date, kind_text: str) -> None:
    notice = timedelta(days=parameter(uow, "certificate_notice_days").whole)
    raise_task(
        uow,
        RaiseTask(
            EXPIRY_TASK,
            label("staff", "Gia hạn chứng chỉ của cán bộ: {kind}"),
            "staff_certificate",
            certificate_id,
            due=expires_on,
            role=Role.CLERK,
            params={"kind": kind_text},
            show_on=expires_on - notice,
        ),
    )
