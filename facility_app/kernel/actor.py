"""Who acts, in which role, on which device, and what each permission allows."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from facility_app.kernel.errors import PermissionDenied
from facility_app.kernel.labels import Label, label


class Role(StrEnum):
    """Roles of a facility's staff; one person may hold several (law.md §12, clinical.md §7)."""

    ADMIN = "ADMIN"
    HEAD = "HEAD"
    CLERK = "CLERK"
    INTAKE = "INTAKE"
    GUARD = "GUARD"
    TEAM_OFFICER = "TEAM_OFFICER"
    DOCTOR = "DOCTOR"
    CHIEF_NURSE = "CHIEF_NURSE"
    NURSE = "NURSE"
    PHARMACIST = "PHARMACIST"
    COUNSELLOR = "COUNSELLOR"
    TEACHER = "TEACHER"
    LABOUR = "LABOUR"
    TREASURER = "TREASURER"
    DISCHARGE = "DISCHARGE"
    AUDITOR = "AUDITOR"
    EXCHANGE = "EXCHANGE"


ROLE_LABELS: dict[Role, Label] = {
    Role.ADMIN: label("roles", "Quản trị"),
    Role.HEAD: label("roles", "Người đứng đầu cơ sở"),
    Role.CLERK: label("roles", "Văn thư"),
    Role.INTAKE: label("roles", "Tiếp nhận"),
    Role.GUARD: label("roles", "Bảo vệ"),
    Role.TEAM_OFFICER: label("roles", "Phụ trách tổ"),
    Role.DOCTOR: label("roles", "Bác sĩ"),
    Role.CHIEF_NURSE: label("roles", "Điều dưỡng trưởng"),
    Role.NURSE: label("roles", "Điều dưỡng"),
    Role.PHARMACIST: label("roles", "Dược sĩ"),
    Role.COUNSELLOR: label("roles", "Tư vấn viên"),
    Role.TEACHER: label("roles", "Giáo viên"),
    Role.LABOUR: label("roles", "Lao động trị liệu"),
    Role.TREASURER: label("roles", "Thủ quỹ"),
    Role.DISCHARGE: label("roles", "Hoàn thành – bàn giao"),
    Role.AUDITOR: label("roles", "Kiểm tra"),
    Role.EXCHANGE: label("roles", "Gửi – nhận dữ liệu"),
}


@dataclass(frozen=True, slots=True)
class Permission:
    """The right to one kind of decision or look.

    Attributes:
        id: ``<slice>.<what>``, stable.
        text: what it allows, in Vietnamese.
        roles: the roles that hold it; none for what only the program itself does.
    """

    id: str
    text: Label
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever decides, for the length of one unit of work.

    Attributes:
        user_id: the account's id; for the program itself the word ``system``, for whoever holds the printed
            recovery key the word ``recovery``.
        roles: the roles held.
        device: short name of the machine, printed in the audit trail.
        is_following: whether what is done now follows of itself from what this person decided.
    """

    user_id: str
    roles: frozenset[Role]
    device: str
    is_following: bool = field(default=False, kw_only=True)

    @property
    def is_system(self) -> bool:
        """Whether the program itself acts (start-up, migration, recovery), not a person."""
        return self.user_id == SYSTEM_USER

    @property
    def holds_recovery_key(self) -> bool:
        """Whether the printed recovery key opened the file, and no account is signed in."""
        return self.user_id == RECOVERY_USER

    def may(self, permission: Permission) -> bool:
        """Whether one of the roles holds ``permission``; what the program does of itself needs none."""
        return self.is_system or self.is_following or not self.roles.isdisjoint(permission.roles)

    def following(self) -> "Actor":
        """The same person while the program does what follows of itself from their decision."""
        return replace(self, is_following=True)


SYSTEM_USER = "system"
RECOVERY_USER = "recovery"
"""Who the trail names when the printed recovery key opened the file."""
PROGRAM_ITSELF = label("roles", "chỉ chính chương trình")


def system_actor(device: str) -> Actor:
    """The program acting for itself on ``device``; it has no role, and the audit trail names it."""
    return Actor(SYSTEM_USER, frozenset(), device)


def demand(actor: Actor, permission: Permission) -> None:
    """Refuse unless ``actor`` may.

    Raises:
        PermissionDenied: naming what was wanted and who may do it.
    """
    if not actor.may(permission):
        raise PermissionDenied(
            "permission_denied",
            label("errors", "Tài khoản này không có quyền “{permission}”. Người có quyền: {roles}."),
            permission=permission.text,
            roles=tuple(sorted(ROLE_LABELS[role] for role in permission.roles)) or PROGRAM_ITSELF,
        )
