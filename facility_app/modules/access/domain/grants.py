"""Rights that a person gets for a purpose and for some days: who may hold which, and for how long."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.text_rules import Said, TextRule
from facility_app.modules.access.domain.rights import HEALTH

EXPLANATION = TextRule(
    2000,
    Said(
        "words_missing",
        label("errors", "Hãy ghi rõ; nội dung được lưu trong nhật ký."),
        label("errors", "Cần ghi rõ"),
    ),
    Said(
        "words_too_long",
        label("errors", "Nội dung dài {length} ký tự; tối đa {limit} ký tự."),
        label("errors", "Quá dài"),
    ),
    has_lines=True,
)
"""A purpose, a reason, a note: something is said, and not too much."""


class GrantKind(StrEnum):
    """Quyền được biết tình trạng HIV: what of the closed list of Luật HIV Đ30.2 is given to single persons."""

    HIV_TREATING = "hiv_treating"
    HIV_COUNSELLOR = "hiv_counsellor"
    HIV_LEGAL = "hiv_legal"


GRANT_KIND_LABELS: dict[GrantKind, Label] = {
    GrantKind.HIV_TREATING: label("terms", "HIV: trực tiếp điều trị, chăm sóc"),
    GrantKind.HIV_COUNSELLOR: label("terms", "HIV: tư vấn viên được phân công"),
    GrantKind.HIV_LEGAL: label("terms", "HIV: theo yêu cầu của cơ quan tiến hành tố tụng"),
}


@dataclass(frozen=True, slots=True)
class GrantRule:
    """What holds for one kind of grant.

    Attributes:
        holders: roles of the closed list; nobody else can be given it, not even in an emergency.
        by_office: roles that need no grant; each look of theirs is still written down.
        lent_to: roles that may break the glass instead, when they are not on the care team.
    """

    holders: frozenset[Role]
    by_office: frozenset[Role]
    lent_to: frozenset[Role]


GRANT_RULES: dict[GrantKind, GrantRule] = {
    GrantKind.HIV_TREATING: GrantRule(HEALTH, frozenset({Role.HEAD}), HEALTH),
    GrantKind.HIV_COUNSELLOR: GrantRule(HEALTH | {Role.COUNSELLOR}, frozenset({Role.HEAD}), frozenset()),
    GrantKind.HIV_LEGAL: GrantRule(frozenset({Role.DOCTOR, Role.HEAD}), frozenset(), frozenset()),
}
"""clinical.md §7.2 and §7.3."""


class GrantState(StrEnum):
    """How a grant stands on a day."""

    COMING = "coming"
    RUNNING = "running"
    OVER = "over"
    REVOKED = "revoked"


GRANT_STATE_LABELS: dict[GrantState, Label] = {
    GrantState.COMING: label("terms", "Chưa đến ngày"),
    GrantState.RUNNING: label("terms", "Đang có hiệu lực"),
    GrantState.OVER: label("terms", "Hết hạn"),
    GrantState.REVOKED: label("terms", "Đã thu hồi"),
}


def grant_state(from_on: date, to_on: date, on: date, *, is_revoked: bool) -> GrantState:
    """How a grant from ``from_on`` to the end of ``to_on`` stands on the day ``on``."""
    if is_revoked:
        return GrantState.REVOKED
    if on < from_on:
        return GrantState.COMING
    return GrantState.OVER if on > to_on else GrantState.RUNNING


def require_span(from_on: date, to_on: date, today: date, longest_days: int) -> None:
    """Refuse days nobody may be given.

    Args:
        from_on: first day.
        to_on: last day, counted in.
        today: the day of the decision; what was seen before it stays unseen.
        longest_days: at most so many days.

    Raises:
        UserError: ``grant_ends_first``, ``grant_backdated``, ``grant_too_long``.
    """
    if to_on < from_on:
        raise UserError(
            "grant_ends_first",
            label("errors", "Quyền không thể hết hạn ({to_on}) trước ngày bắt đầu ({from_on})."),
            fields={"to_on": label("errors", "Trước ngày bắt đầu")},
            from_on=format_date(from_on),
            to_on=format_date(to_on),
        )
    if from_on < today:
        raise UserError(
            "grant_backdated",
            label("errors", "Quyền không cấp lùi ngày được ({from_on}). Ngày sớm nhất là hôm nay, {today}."),
            fields={"from_on": label("errors", "Trước ngày hôm nay")},
            from_on=format_date(from_on),
            today=format_date(today),
        )
    if (to_on - from_on).days >= longest_days:
        raise UserError(
            "grant_too_long",
            label("errors", "Một lần cấp quyền dài nhất {longest} ngày; khi hết hạn hãy xét và cấp lại."),
            fields={"to_on": label("errors", "Quá dài")},
            longest=longest_days,
        )


def require_holder(kind: GrantKind, name: str, roles: frozenset[Role]) -> None:
    """Refuse somebody whom the law does not let know.

    Raises:
        UserError: ``grant_not_for_role``, naming the roles that may hold it.
    """
    holders = GRANT_RULES[kind].holders
    if holders.isdisjoint(roles):
        raise UserError(
            "grant_not_for_role",
            label(
                "errors",
                "Không cấp được quyền “{kind}” cho {name}: chỉ cấp cho {roles} (Luật phòng, chống HIV/AIDS, "
                "khoản 2 Điều 30).",
            ),
            fields={"name": label("errors", "Người này không thuộc diện được biết")},
            kind=GRANT_KIND_LABELS[kind],
            name=name,
            roles=tuple(sorted(ROLE_LABELS[role] for role in holders)),
        )


def grant_not_held(kind: GrantKind) -> UserError:
    """The refusal for whoever may hold a grant of the kind and has none today."""
    return UserError(
        "grant_not_held",
        label(
            "errors",
            "Bạn chưa được cấp quyền “{kind}” cho người này, hoặc quyền đã hết hạn. Hãy đề nghị bác sĩ hoặc người "
            "đứng đầu cơ sở cấp quyền.",
        ),
        kind=GRANT_KIND_LABELS[kind],
    )
