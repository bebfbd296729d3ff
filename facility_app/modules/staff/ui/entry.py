"""What the slice of staff offers the window: the people, the page of one, and certificates."""

from functools import partial

from facility_app.kernel.labels import label
from facility_app.modules.staff.domain import EDIT_STAFF, READ_STAFF_FILE, VIEW_STAFF
from facility_app.modules.staff.ui import certificates, people
from facility_app.modules.staff.ui.certificates import CertificatesPage
from facility_app.modules.staff.ui.house import Accounts
from facility_app.modules.staff.ui.people import CERTIFICATES_PAGE, LIST_PAGE, PERSON_PAGE, PeoplePage
from facility_app.modules.staff.ui.person import person_page
from facility_app.modules.staff.ui.words import SECTION
from facility_app.ui.shell.spec import PageSpec


def pages(accounts: Accounts | None = None) -> tuple[PageSpec, ...]:
    """The pages; ``accounts`` lets those who may name the account of a person."""
    return (
        PageSpec(
            LIST_PAGE, people.TITLE, SECTION, "users-group", VIEW_STAFF, partial(PeoplePage, accounts), 4,
            help="can-bo#danh-sach-can-bo", also=(label("staff", "nhân viên, người ký, quyền ký thay"),),
        ),
        PageSpec(
            PERSON_PAGE, label("staff", "Hồ sơ cán bộ"), None, "user-circle", READ_STAFF_FILE,
            partial(person_page, accounts), beneath=LIST_PAGE, help="can-bo#ho-so-can-bo",
        ),
        PageSpec(
            CERTIFICATES_PAGE, certificates.EVERY.title, None, "certificate", EDIT_STAFF, CertificatesPage,
            beneath=LIST_PAGE, help="can-bo#chung-chi", also=(label("staff", "chứng chỉ hết hạn"),),
        ),
    )  # fmt: skip


PAGES = pages()
