"""What is true of people who work here on paper: posts, signing, certificates, what is well formed; the rights."""

from facility_app.modules.staff.domain.authorities import (
    AUTHORITY_LABELS,
    SCOPE,
    AuthorityForm,
    Signature,
    authority_lines,
    authority_papers_missing,
    fits_post,
    head_lines,
)
from facility_app.modules.staff.domain.certificates import (
    CERTIFICATE_STATE_LABELS,
    CertificateState,
    certificate_state,
)
from facility_app.modules.staff.domain.people import (
    CODE_LIMIT,
    FULL_NAME,
    LINE,
    LINE_LIMIT,
    NUMBER,
    STAFF_KIND_LABELS,
    StaffKind,
    full_name,
    personal_no,
    require_birth,
    require_span,
)
from facility_app.modules.staff.domain.posts import POST_KIND_LABELS, PostKind, head_post_taken, usual_title
from facility_app.modules.staff.domain.rights import EDIT_STAFF, GRANT_AUTHORITY, READ_STAFF_FILE, VIEW_STAFF

__all__ = [
    "AUTHORITY_LABELS",
    "CERTIFICATE_STATE_LABELS",
    "CODE_LIMIT",
    "EDIT_STAFF",
    "FULL_NAME",
    "GRANT_AUTHORITY",
    "LINE",
    "LINE_LIMIT",
    "NUMBER",
    "POST_KIND_LABELS",
    "READ_STAFF_FILE",
    "SCOPE",
    "STAFF_KIND_LABELS",
    "VIEW_STAFF",
    "AuthorityForm",
    "CertificateState",
    "PostKind",
    "Signature",
    "StaffKind",
    "authority_lines",
    "authority_papers_missing",
    "certificate_state",
    "fits_post",
    "full_name",
    "head_lines",
    "head_post_taken",
    "personal_no",
    "require_birth",
    "require_span",
    "usual_title",
]
