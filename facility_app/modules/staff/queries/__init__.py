"""Who works here, who may sign on a day, whose certificates expire."""

from facility_app.modules.staff.queries.certificates import (
    ANSWERS,
    CertificateRow,
    list_certificate_ids,
    list_certificate_rows,
    list_own_certificates,
    state_of_expiry,
)
from facility_app.modules.staff.queries.choices import find_colleagues, find_entry, name_colleagues, offer_entries
from facility_app.modules.staff.queries.files import AuthorityRow, PostRow, StaffFile, get_staff_file
from facility_app.modules.staff.queries.imprint import Imprint, get_imprint
from facility_app.modules.staff.queries.people import (
    StaffRow,
    find_member_of_account,
    list_names_of_accounts,
    list_staff_ids,
    list_staff_rows,
)
from facility_app.modules.staff.queries.signing import get_signature, list_signatories

__all__ = [
    "ANSWERS",
    "AuthorityRow",
    "CertificateRow",
    "Imprint",
    "PostRow",
    "StaffFile",
    "StaffRow",
    "find_colleagues",
    "find_entry",
    "find_member_of_account",
    "get_imprint",
    "get_signature",
    "get_staff_file",
    "list_certificate_ids",
    "list_certificate_rows",
    "list_names_of_accounts",
    "list_own_certificates",
    "list_signatories",
    "list_staff_ids",
    "list_staff_rows",
    "name_colleagues",
    "offer_entries",
    "state_of_expiry",
]
