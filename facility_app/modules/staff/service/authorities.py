"""Decisions about signing for the head: who may, for what, from when to when, by which document."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.labels import Label, label
from facility_app.modules.staff.domain import (
    GRANT_AUTHORITY,
    LINE,
    SCOPE,
    AuthorityForm,
    authority_papers_missing,
    fits_post,
    require_span,
)
from facility_app.modules.staff.service.owned import Owned
from facility_app.modules.staff.tables import StaffAuthority, StaffMember


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
    scope = SCOPE.kept(command.scope, "scope")
    document = LINE.kept_or_none(command.document_no, "document_no")
    require_span(command.from_on, command.to_on, "to_on")
    lacking = authority_papers_missing(
        command.form, has_document=document is not None, has_end=command.to_on is not None
    )
    if lacking is not None:
        raise lacking
    posts = Owned(uow, member.id).posts_on(command.from_on)
    title = LINE.kept(command.title, "title") or (posts[0].title if posts else "")
    with uow.act("staff.grant_authority") as act:
        made = uow.add(
            StaffAuthority(
                member_id=member.id,
                form=command.form,
                title=title,
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
        Owned(uow, found.member_id).end(found, command.to_on, command.reason)
