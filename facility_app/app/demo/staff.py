"""Staff of the demo: a head, deputies, medical and teaching people, guards; some certificates about to end."""

from datetime import date, timedelta

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.names import full_name
from facility_app.db.uow import UnitOfWork
from facility_app.modules.staff.domain import PostKind, StaffKind
from facility_app.modules.staff.service import (
    AddCertificate,
    GivePost,
    MemberWish,
    add_certificate,
    add_staff_member,
    give_post,
)

POSTS = {
    PostKind.HEAD: 1, PostKind.DEPUTY_HEAD: 2, PostKind.TEAM_HEAD: 4, PostKind.OFFICER: 6, PostKind.DOCTOR: 2,
    PostKind.NURSE: 5, PostKind.PHARMACIST: 1, PostKind.COUNSELLOR: 2, PostKind.TEACHER: 2, PostKind.GUARD: 6,
    PostKind.CLERK: 1,
}  # fmt: skip
MEDICAL = frozenset({PostKind.DOCTOR, PostKind.NURSE, PostKind.PHARMACIST})
CERTIFICATE = "detox_training"


def write_staff(uow: UnitOfWork, chance: Chance, today: date) -> None:
    """Everyone who works there, with the post they hold."""
    for kind, count in POSTS.items():
        for _ in range(count):
            _write_one(uow, chance, kind, today)


def _write_one(uow: UnitOfWork, chance: Chance, kind: PostKind, today: date) -> None:
    is_female = chance.happens(0.5 if kind in MEDICAL else 0.2)
    joined_on = chance.day(today - timedelta(days=5000), today - timedelta(days=200))
    member_id = add_staff_member(
        uow,
        MemberWish(
            str(full_name(chance, is_female=is_female)),
            StaffKind.CONTRACT if kind in MEDICAL else StaffKind.POLICE,
            joined_on,
            sex="female" if is_female else "male",
        ),
    )
    give_post(uow, GivePost(member_id, kind, joined_on))
    if kind in MEDICAL:
        ends_on = today + timedelta(days=chance.between(-20, 900))
        add_certificate(uow, AddCertificate(member_id, CERTIFICATE, joined_on, ends_on))
