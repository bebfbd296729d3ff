"""Staff of the demo: a head, deputies, medical and teaching people, guards; one certificate ends, one leaves."""

from datetime import date, timedelta
from itertools import zip_longest

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.names import full_name
from facility_app.app.demo.users import LEAVER, NAMES
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.kernel.sex import Sex
from facility_app.modules.access.queries import find_account
from facility_app.modules.staff.domain import PostKind, StaffKind
from facility_app.modules.staff.queries import list_staff_rows
from facility_app.modules.staff.service import (
    AddCertificate,
    EndEmployment,
    GivePost,
    MemberWish,
    add_certificate,
    add_staff_member,
    end_employment,
    give_post,
)

POSTS = {
    PostKind.HEAD: 1, PostKind.DEPUTY_HEAD: 2, PostKind.TEAM_HEAD: 4, PostKind.OFFICER: 6, PostKind.DOCTOR: 2,
    PostKind.NURSE: 5, PostKind.PHARMACIST: 1, PostKind.COUNSELLOR: 2, PostKind.TEACHER: 2, PostKind.GUARD: 6,
    PostKind.CLERK: 1,
}  # fmt: skip
ACCOUNTS = {
    PostKind.HEAD: (Role.HEAD,), PostKind.TEAM_HEAD: (Role.TEAM_OFFICER,), PostKind.DOCTOR: (Role.DOCTOR,),
    PostKind.NURSE: (Role.CHIEF_NURSE, Role.NURSE), PostKind.PHARMACIST: (Role.PHARMACIST,),
    PostKind.COUNSELLOR: (Role.COUNSELLOR,), PostKind.TEACHER: (Role.TEACHER,), PostKind.GUARD: (Role.GUARD,),
    PostKind.CLERK: (Role.CLERK,),
}  # fmt: skip
"""Whose accounts the first people of a post sign in with: what they write bears their names."""
MEDICAL = frozenset({PostKind.DOCTOR, PostKind.NURSE, PostKind.PHARMACIST})
CERTIFICATE = "detox_training"
ENDS_SOON = timedelta(days=12)
LEFT_BEFORE = timedelta(days=2)
WHY_LEFT = label("staff", "Chuyển công tác")


def write_staff(uow: UnitOfWork, chance: Chance, today: date) -> None:
    """Everyone who works there, with the post they hold; and somebody who left, whose account is still open."""
    members = [
        _write_one(uow, chance, kind, today, role)
        for kind, count in POSTS.items()
        for _, role in zip_longest(range(count), ACCOUNTS.get(kind, ()))
    ]
    medical = [member_id for kind, member_id in members if kind in MEDICAL]
    for place, member_id in enumerate(medical):
        ends_on = today + (timedelta(days=chance.between(-20, 900)) if place else ENDS_SOON)
        add_certificate(
            uow, AddCertificate(member_id, CERTIFICATE, today - timedelta(days=chance.between(200, 900)), ends_on)
        )
    _write_leaver(uow, chance, today)


def _write_one(
    uow: UnitOfWork, chance: Chance, kind: PostKind, today: date, role: Role | None
) -> tuple[PostKind, str]:
    is_female = chance.happens(0.5 if kind in MEDICAL else 0.2)
    joined_on = chance.day(today - timedelta(days=5000), today - timedelta(days=200))
    account = None if role is None else find_account(uow, NAMES[role])
    member_id = add_staff_member(
        uow,
        MemberWish(
            str(full_name(chance, is_female=is_female)),
            StaffKind.CONTRACT if kind in MEDICAL else StaffKind.POLICE,
            joined_on,
            sex=Sex.FEMALE if is_female else Sex.MALE,
            user_id=account.user_id if account is not None else None,
        ),
    )
    give_post(uow, GivePost(member_id, kind, joined_on))
    return kind, member_id


def _write_leaver(uow: UnitOfWork, chance: Chance, today: date) -> None:
    """The staff slice itself asks the administrator to close the account."""
    account = find_account(uow, LEAVER.name)
    wish = MemberWish(
        str(full_name(chance, is_female=True)),
        StaffKind.CONTRACT,
        today - timedelta(days=900),
        sex=Sex.FEMALE,
        user_id=account.user_id if account is not None else None,
    )
    left_on = today - LEFT_BEFORE
    for row in list_staff_rows(uow, [add_staff_member(uow, wish)]):
        end_employment(uow, EndEmployment(row.member_id, row.version, left_on, WHY_LEFT))
