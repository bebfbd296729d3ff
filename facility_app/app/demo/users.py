"""One account of each role, to try the program as everyone sees it."""

from dataclasses import dataclass

from facility_app.kernel.actor import Role

PASSWORD = "Du lieu gia dinh 2026"  # noqa: S105 - of a facility that does not exist
NAMES = {
    Role.ADMIN: "quantri", Role.HEAD: "truongcoso", Role.CLERK: "vanthu", Role.INTAKE: "tiepnhan",
    Role.GUARD: "baove", Role.TEAM_OFFICER: "phutrachto", Role.DOCTOR: "bacsi", Role.CHIEF_NURSE: "ddtruong",
    Role.NURSE: "dieuduong", Role.PHARMACIST: "duocsi", Role.COUNSELLOR: "tuvan", Role.TEACHER: "giaovien",
    Role.LABOUR: "laodong", Role.TREASURER: "thuquy", Role.DISCHARGE: "hoanthanh",
    Role.AUDITOR: "kiemtra", Role.EXCHANGE: "guinhan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class User:
    """An account of the fiction."""

    name: str
    role: Role


USERS = tuple(User(name, role) for role, name in NAMES.items())
"""The administrator first: the facility is founded with that account."""
LEAVER = User("canbocu", Role.CLERK)
"""Somebody who does not work there any more; not among those one tries the program with."""
