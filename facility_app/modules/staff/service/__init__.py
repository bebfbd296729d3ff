"""Decisions about the people who work here, their posts, signing authority and certificates."""

from facility_app.modules.staff.service.authorities import (
    EndAuthority,
    GrantAuthority,
    Granted,
    end_authority,
    grant_authority,
)
from facility_app.modules.staff.service.certificates import (
    EXPIRY_TASK,
    AddCertificate,
    VoidCertificate,
    add_certificate,
    void_certificate,
)
from facility_app.modules.staff.service.people import (
    ACCOUNT_TASK,
    EditStaffMember,
    EndEmployment,
    MemberWish,
    VoidStaffMember,
    add_staff_member,
    edit_staff_member,
    end_employment,
    void_staff_member,
)
from facility_app.modules.staff.service.posts import EndPost, GivePost, end_post, give_post

__all__ = [
    "ACCOUNT_TASK",
    "EXPIRY_TASK",
    "AddCertificate",
    "EditStaffMember",
    "EndAuthority",
    "EndEmployment",
    "EndPost",
    "GivePost",
    "GrantAuthority",
    "Granted",
    "MemberWish",
    "VoidCertificate",
    "VoidStaffMember",
    "add_certificate",
    "add_staff_member",
    "edit_staff_member",
    "end_authority",
    "end_employment",
    "end_post",
    "give_post",
    "grant_authority",
    "void_certificate",
    "void_staff_member",
]
