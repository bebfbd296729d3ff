"""The page of one person who works here: head, states, and a tab for each kind of entry."""

from functools import partial
from typing import Any

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.modules.staff.domain import (
    AUTHORITY_LABELS,
    READ_STAFF_FILE,
    STAFF_KIND_LABELS,
    CertificateState,
)
from facility_app.modules.staff.queries import StaffFile, find_entry, get_staff_file
from facility_app.modules.staff.ui import authorities, certificates, file_pane, posts, words
from facility_app.modules.staff.ui.authorities import authorities_pane
from facility_app.modules.staff.ui.certificates import certificates_pane
from facility_app.modules.staff.ui.fields import RANKS
from facility_app.modules.staff.ui.file_pane import FilePane
from facility_app.modules.staff.ui.house import Accounts
from facility_app.modules.staff.ui.people import POSTS_PART
from facility_app.modules.staff.ui.posts import posts_pane
from facility_app.modules.staff.ui.words import Age
from facility_app.ui.i18n import tr
from facility_app.ui.record_page import Fact, RecordHead, RecordPage, RecordSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ChipText, PageContext, PartSpec
from facility_app.ui.theme import Tone

WORKS, LEFT = label("staff", "Đang làm việc"), label("staff", "Đã thôi việc")
POST = label("staff", "Chức vụ")
SINCE = label("staff", "Làm việc")
SCOPE = label("staff", "Được ký: {scope}")
EXPIRED, EXPIRING = label("staff", "{count} chứng chỉ hết hạn"), label("staff", "{count} chứng chỉ sắp hết hạn")
TABLES = frozenset({"staff_member", "staff_post", "staff_authority", "staff_certificate"})


def head_of(uow: Any, member_id: str) -> RecordHead:
    """Who it is, and what one must know of their papers."""
    file, today = get_staff_file(uow, member_id), local_date(uow.now)
    held = [one for one in file.posts if words.age_of(one.from_on, one.to_on, today) is Age.NOW]
    rank = find_entry(uow, RANKS, file.rank)
    facts = [Fact(tr(POST), one.title, one.team or "") for one in held]
    facts.append(Fact("", tr(STAFF_KIND_LABELS[file.kind]), "" if rank is None else tr(rank.text)))
    facts.append(Fact(tr(SINCE), words.days(file.joined_on, file.left_on)))
    has_left = file.left_on is not None and file.left_on < today
    chips = [ChipText(tr(LEFT if has_left else WORKS), Tone.NEUTRAL if has_left else Tone.OK)]
    if not has_left:
        chips += _signing(file, uow) + _certificates(file)
    return RecordHead(file.full_name, file.staff_no or "", tuple(facts), has_portrait=False, chips=tuple(chips))


def _signing(file: StaffFile, uow: Any) -> list[ChipText]:
    today = local_date(uow.now)
    return [
        ChipText(tr(AUTHORITY_LABELS[one.form]), Tone.INFO, "signature", tr(SCOPE, scope=one.scope))
        for one in file.authorities
        if words.age_of(one.from_on, one.to_on, today) is Age.NOW
    ]


def _certificates(file: StaffFile) -> list[ChipText]:
    chips = []
    for state, text in ((CertificateState.EXPIRED, EXPIRED), (CertificateState.EXPIRING, EXPIRING)):
        found = [one for one in file.certificates if one.state is state]
        if found:
            why = ", ".join(tr(one.kind_text) for one in found)
            chips.append(ChipText(tr(text, count=len(found)), words.CERTIFICATE_TONES[state], why=why))
    return chips


def _count_posts(uow: Any, member_id: str) -> int:
    return len(get_staff_file(uow, member_id).posts)


def _count_authorities(uow: Any, member_id: str) -> int:
    return len(get_staff_file(uow, member_id).authorities)


def _count_certificates(uow: Any, member_id: str) -> int:
    return len(get_staff_file(uow, member_id).certificates)


def parts(accounts: Accounts | None) -> tuple[PartSpec, ...]:
    """The tabs."""
    right = READ_STAFF_FILE
    return (
        PartSpec("staff.file", file_pane.TITLE, right, partial(FilePane, accounts), 10),
        PartSpec(POSTS_PART, posts.TITLE, right, posts_pane, 20, _count_posts, frozenset({"staff_post"})),
        PartSpec(
            "staff.authorities", authorities.TITLE, right, authorities_pane, 30, _count_authorities,
            frozenset({"staff_authority"}),
        ),
        PartSpec(
            "staff.own_certificates", certificates.TITLE, right, certificates_pane, 40, _count_certificates,
            frozenset({"staff_certificate"}),
        ),
    )  # fmt: skip


def person_page(accounts: Accounts | None, context: PageContext) -> Page:
    """A page that shows nobody yet."""
    return RecordPage(RecordSpec(head=head_of, tables=TABLES, parts=parts(accounts)), context)
