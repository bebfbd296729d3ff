"""Every verb and query of the slice against every role."""

from contextlib import suppress
from datetime import date

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import Look
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.staff import queries, service
from facility_app.modules.staff.domain import AuthorityForm, PostKind, StaffKind
from facility_app.modules.staff.queries import certificates, choices, files, imprint, people, signing
from facility_app.modules.staff.service import (
    AddCertificate,
    EditStaffMember,
    EndAuthority,
    EndEmployment,
    EndPost,
    GivePost,
    GrantAuthority,
    MemberWish,
    VoidCertificate,
    VoidStaffMember,
    authorities,
    owned,
    posts,
)
from facility_app.modules.staff.service import certificates as certificate_verbs
from facility_app.modules.staff.service import people as people_verbs
from tests.helpers.facility import DEVICE, Facility
from tests.helpers.rights import EVERYONE, Call, missteps, public_functions

OFFICE = frozenset({Role.ADMIN, Role.HEAD, Role.CLERK})
FILES = OFFICE | {Role.AUDITOR}
SIGNS = frozenset({Role.HEAD, Role.CLERK})
DAY = date(2026, 1, 5)
ROOMS = (
    *(certificates, choices, files, imprint, people, signing),
    *(authorities, certificate_verbs, owned, people_verbs, posts),
)
WISH = MemberWish("Lê An", StaffKind.POLICE, DAY)
ID: dict[str, str] = {}


def ask_for_a_signature(uow: UnitOfWork) -> None:
    with suppress(UserError):  # nobody here may sign
        queries.get_signature(uow, ID["member"])


CALLS = (
    Call("add_staff_member", OFFICE, lambda uow: service.add_staff_member(uow, WISH)),
    Call(
        "edit_staff_member",
        OFFICE,
        lambda uow: service.edit_staff_member(uow, EditStaffMember(ID["member"], 1, WISH)),
    ),
    Call(
        "end_employment",
        OFFICE,
        lambda uow: service.end_employment(uow, EndEmployment(ID["member"], 1, DAY, "x")),
    ),
    Call(
        "void_staff_member",
        OFFICE,
        lambda uow: service.void_staff_member(uow, VoidStaffMember(ID["member"], 1, "x")),
    ),
    Call("give_post", OFFICE, lambda uow: service.give_post(uow, GivePost(ID["member"], PostKind.DOCTOR, DAY))),
    Call("end_post", OFFICE, lambda uow: service.end_post(uow, EndPost(ID["post"], 1, DAY, "x"))),
    Call(
        "grant_authority",
        SIGNS,
        lambda uow: service.grant_authority(
            uow, GrantAuthority(ID["member"], AuthorityForm.IN_PLACE, "tất cả", DAY)
        ),
    ),
    Call(
        "end_authority",
        SIGNS,
        lambda uow: service.end_authority(uow, EndAuthority(ID["authority"], 1, DAY, "x")),
    ),
    Call(
        "add_certificate",
        OFFICE,
        lambda uow: service.add_certificate(uow, AddCertificate(ID["member"], "other", DAY)),
    ),
    Call(
        "void_certificate",
        OFFICE,
        lambda uow: service.void_certificate(uow, VoidCertificate(ID["certificate"], 1, "x")),
    ),
    Call("list_staff_ids", EVERYONE, lambda uow: queries.list_staff_ids(uow, Look())),
    Call("list_staff_rows", EVERYONE, lambda uow: queries.list_staff_rows(uow, [ID["member"]])),
    Call("get_staff_file", FILES, lambda uow: queries.get_staff_file(uow, ID["member"])),
    Call("list_names_of_accounts", EVERYONE, lambda uow: queries.list_names_of_accounts(uow, ("u" * 32,))),
    Call("find_member_of_account", EVERYONE, lambda uow: queries.find_member_of_account(uow, "u" * 32)),
    Call("get_imprint", EVERYONE, queries.get_imprint),
    Call("list_signatories", EVERYONE, queries.list_signatories),
    Call("get_signature", EVERYONE, ask_for_a_signature),
    Call("state_of_expiry", EVERYONE, lambda uow: queries.state_of_expiry(uow, DAY)),
    Call("offer_entries", EVERYONE, lambda uow: queries.offer_entries(uow, "police_rank", "")),
    Call("find_colleagues", EVERYONE, lambda uow: queries.find_colleagues(uow, "")),
    Call("name_colleagues", EVERYONE, lambda uow: queries.name_colleagues(uow, (ID["member"],))),
    Call("find_entry", EVERYONE, lambda uow: queries.find_entry(uow, "police_rank", "x")),
    Call("list_own_certificates", FILES, lambda uow: queries.list_own_certificates(uow, ID["member"])),
    Call("list_certificate_ids", OFFICE, lambda uow: queries.list_certificate_ids(uow, Look())),
    Call("list_certificate_rows", OFFICE, lambda uow: queries.list_certificate_rows(uow, [ID["certificate"]])),
)


@pytest.fixture(scope="module")
def filled(shared_facility: Facility) -> Facility:
    with shared_facility.database.write(system_actor(DEVICE)) as uow:
        create_facility(uow, CreateFacility("G01", "Cơ sở 1", "01", UnitKind.PUBLIC))
        ID["member"] = service.add_staff_member(uow, WISH)
        ID["post"] = service.give_post(uow, GivePost(ID["member"], PostKind.NURSE, DAY))
        authority = GrantAuthority(ID["member"], AuthorityForm.IN_PLACE, "tất cả", date(2030, 1, 1))
        ID["authority"] = service.grant_authority(uow, authority).authority_id
        ID["certificate"] = service.add_certificate(uow, AddCertificate(ID["member"], "other", DAY))
        uow.commit()
    return shared_facility


def test_the_table_names_every_verb_and_query() -> None:
    assert sorted(call.name for call in CALLS) == sorted(public_functions(*ROOMS))


def test_a_role_may_what_the_table_says_and_no_more(filled: Facility) -> None:
    for role in Role:
        assert missteps(filled.database, filled.actor(role), CALLS) == [], role


def test_nobody_without_a_role_may_anything(filled: Facility) -> None:
    assert missteps(filled.database, filled.actor(), CALLS) == []
