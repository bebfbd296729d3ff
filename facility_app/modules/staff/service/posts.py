"""Decisions about posts: who holds which, from when to when, by which document."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.staff.domain import (
    EDIT_STAFF,
    LINE,
    PostKind,
    head_post_taken,
    require_span,
    usual_title,
)
from facility_app.modules.staff.service.owned import Owned
from facility_app.modules.staff.tables import StaffMember, StaffPost


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
    title = LINE.kept(command.title, "title") or usual_title(command.kind, str(get_facility(uow).head_title))
    with uow.act("staff.give_post") as act:
        if command.ends_others:
            Owned(uow, member.id).end_posts(command.from_on - timedelta(days=1), title)
        made = uow.add(
            StaffPost(
                member_id=member.id,
                kind=command.kind,
                title=title,
                team=LINE.kept_or_none(command.team, "team"),
                is_acting=command.is_acting,
                from_on=command.from_on,
                to_on=command.to_on,
                document_no=LINE.kept_or_none(command.document_no, "document_no"),
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
