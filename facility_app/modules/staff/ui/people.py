"""The list of people who work here, each with the certificate that runs out first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.modules.staff.domain import EDIT_STAFF, STAFF_KIND_LABELS, CertificateState
from facility_app.modules.staff.queries import (
    StaffRow,
    find_entry,
    list_staff_ids,
    list_staff_rows,
    state_of_expiry,
)
from facility_app.modules.staff.ui import words
from facility_app.modules.staff.ui.fields import RANKS
from facility_app.modules.staff.ui.house import Accounts
from facility_app.modules.staff.ui.member_form import ADD, ask_new_member
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.record_page.page import TAB
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.theme import Tone

LIST_PAGE, PERSON_PAGE, CERTIFICATES_PAGE = "staff.people", "staff.person", "staff.certificates"
POSTS_PART = "staff.posts"
TITLE = label("staff", "Cán bộ")
CERTIFICATES = label("verbs", "Xem chứng chỉ")
STATE = label("staff", "Tình trạng")
KIND = label("staff", "Đối tượng")
WORKING, LEFT, EVERYBODY = (
    label("staff", "Đang làm việc"),
    label("staff", "Đã thôi việc"),
    label("staff", "Tất cả mọi người"),
)
NAME = label("staff", "Họ và tên")
HINT = label("staff", "Enter mở hồ sơ · Ctrl+N thêm cán bộ")


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person, with words and states of the day it was read.

    Attributes:
        row: as the query has it.
        rank: the rank in words.
        expiry: where the first certificate to end stands; None without one.
        today: the day it was read.
    """

    row: StaffRow
    rank: str
    expiry: CertificateState | None
    today: date


def _rows(uow: Any, wanted: Sequence[str]) -> tuple[PersonRow, ...]:
    return tuple(_person(uow, row) for row in list_staff_rows(uow, wanted))


def _person(uow: Any, row: StaffRow) -> PersonRow:
    rank = find_entry(uow, RANKS, row.rank)
    expiry = None if row.next_expiry is None or row.left_on is not None else state_of_expiry(uow, row.next_expiry)
    return PersonRow(row, "" if rank is None else tr(rank.text), expiry, local_date(uow.now))


def _row_id(person: PersonRow) -> str:
    return person.row.member_id


def _name(person: PersonRow) -> str:
    return person.row.full_name


def _number(person: PersonRow) -> str:
    return person.row.staff_no or ""


def _title(person: PersonRow) -> str:
    return person.row.title or ""


def _team(person: PersonRow) -> str:
    return person.row.team or ""


def _rank(person: PersonRow) -> str:
    return person.rank


def _kind(person: PersonRow) -> str:
    return tr(STAFF_KIND_LABELS[person.row.kind])


def _since(person: PersonRow) -> str:
    return words.days(person.row.joined_on, person.row.left_on)


def _since_value(person: PersonRow) -> date:
    return person.row.joined_on


def _expiry(person: PersonRow) -> str:
    if person.expiry is None:
        return ""
    return words.certificate_text(person.expiry, person.row.next_expiry, person.today)


def _expiry_tone(person: PersonRow) -> Tone | None:
    return None if person.expiry is None else words.CERTIFICATE_TONES[person.expiry]


def _expiry_value(person: PersonRow) -> date | None:
    return person.row.next_expiry


PEOPLE: ListSpec[PersonRow] = ListSpec(
    id=LIST_PAGE,
    title=TITLE,
    columns=(
        ColumnSpec("name", NAME, _name, sort="name", width=196, is_strong=True, note=_number),
        ColumnSpec("title", label("staff", "Chức vụ"), _title, width=166, note=_team),
        ColumnSpec("team", label("staff", "Tổ"), _team, width=120, is_hidden=True),
        ColumnSpec("rank", label("staff", "Cấp bậc"), _rank, width=88),
        ColumnSpec("joined", label("staff", "Làm việc"), _since, _since_value, "joined", 214),
        ColumnSpec(
            "expiry", label("staff", "Chứng chỉ"), _expiry, _expiry_value, "expiry", 164, tone=_expiry_tone
        ),
        ColumnSpec("kind", KIND, _kind, width=210),
    ),
    ids=list_staff_ids,
    rows=_rows,
    row_id=_row_id,
    filters=(
        FilterSpec(
            "state",
            STATE,
            (FilterOption("working", WORKING), FilterOption("left", LEFT), FilterOption("all", EVERYBODY)),
        ),
        FilterSpec("kind", KIND, tuple(FilterOption(kind, text) for kind, text in STAFF_KIND_LABELS.items())),
    ),
    search=label("staff", "Tìm theo tên, số hiệu, không cần dấu…"),
    empty=label("staff", "Chưa ghi cán bộ nào. Giấy tờ cần người ký, nên hãy ghi người đứng đầu trước."),
    none_found=label("staff", "Không có cán bộ nào khớp. Hãy thử ít chữ hơn."),
    default_sort=(Sort("name"),),
    tables=frozenset({"staff_member", "staff_post", "staff_certificate"}),
)


class PeoplePage(ListPage):
    """Everybody; Enter opens one, Ctrl+N takes somebody on."""

    def __init__(self, accounts: Accounts | None, context: PageContext) -> None:
        """Make the page."""
        self._accounts = accounts
        super().__init__(
            context,
            PEOPLE,
            opens=PERSON_PAGE,
            actions=(
                ActionSpec("staff.add", ADD, self.add, "user-plus", "Ctrl+N", EDIT_STAFF),
                ActionSpec(
                    "staff.certificates", CERTIFICATES, self.show_certificates, "certificate", "", EDIT_STAFF
                ),
            ),
        )

    def add(self) -> None:
        """Ask for somebody new, then open their file."""
        dialog = ask_new_member(self.context, self._accounts, self)
        dialog.saved.connect(self._on_added)

    def show_certificates(self) -> None:
        """Everybody's certificates, those that run out first."""
        self.context.go(Route(CERTIFICATES_PAGE))

    def _on_added(self, member_id: str) -> None:
        # Nobody signs anything before their post is written down; the tab shown last belongs to somebody else.
        self.context.go(Route(PERSON_PAGE, member_id, {TAB: POSTS_PART}))

    @override
    def hint_text(self) -> str:
        return tr(HINT)
