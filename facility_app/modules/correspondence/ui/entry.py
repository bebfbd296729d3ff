"""What this slice offers the window: two registers, the papers in them, writing, checking, a person's tab."""

from functools import partial

from facility_app.kernel.labels import label
from facility_app.modules.correspondence.domain import (
    ISSUE_PAPERS,
    READ_PAPERS,
    REGISTER_RECEIVED,
    VERIFY_PAPERS,
)
from facility_app.modules.correspondence.ui import (
    check_page,
    issue_page,
    issued_list,
    letter_page,
    paper_page,
    places,
    received_list,
    register_page,
)
from facility_app.modules.correspondence.ui.person_tab import PersonPapersPane, count_papers
from facility_app.modules.correspondence.ui.press import Press
from facility_app.ui.shell.spec import PageSpec, PartSpec

SECTION = label("ui", "Văn thư")
TAB = PartSpec(
    "correspondence.of_person",
    label("correspondence", "Văn bản"),
    READ_PAPERS,
    PersonPapersPane,
    75,
    count=count_papers,
    tables=frozenset({"issued_paper", "received_paper"}),
    help="van-ban#van-ban-cua-mot-nguoi",
)
"""The papers about one resident, on their page."""


def pages(press: Press) -> tuple[PageSpec, ...]:
    """The pages."""
    return (
        PageSpec(
            places.ISSUED, issued_list.TITLE, SECTION, "send", READ_PAPERS, partial(issued_list.IssuedPage, press),
            order=10, also=(label("correspondence", "sổ văn bản đi"), label("correspondence", "công văn")),
            help="van-ban#van-ban-di",
        ),
        PageSpec(
            places.RECEIVED, received_list.TITLE, SECTION, "inbox", READ_PAPERS,
            partial(received_list.ReceivedPage, press), order=20,
            also=(label("correspondence", "sổ văn bản đến"), label("correspondence", "công văn")),
            help="van-ban#van-ban-den",
        ),
        PageSpec(
            places.CHECK, check_page.NAME, SECTION, "qrcode", VERIFY_PAPERS,
            partial(check_page.CheckPage, press), order=30, help="van-ban#kiem-tra-ma-qr",
        ),
        PageSpec(
            places.PAPER, paper_page.TITLE, None, "file-text", READ_PAPERS, partial(paper_page.PaperPage, press),
            beneath=places.ISSUED, help="van-ban#in",
        ),
        PageSpec(
            places.ISSUE, issue_page.TITLE, None, "file-plus", ISSUE_PAPERS, partial(issue_page.IssuePage, press),
            beneath=places.ISSUED, also=(label("correspondence", "biểu mẫu"),), help="van-ban#van-ban-di",
        ),
        PageSpec(
            places.LETTER, label("correspondence", "Văn bản đến trong sổ"), None, "mail", READ_PAPERS,
            partial(letter_page.LetterPage, press), beneath=places.RECEIVED, help="van-ban#van-ban-den",
        ),
        PageSpec(
            places.REGISTER, register_page.TITLE, None, "mail-opened", REGISTER_RECEIVED,
            partial(register_page.RegisterPage, press), beneath=places.RECEIVED, help="van-ban#van-ban-den",
        ),
    )  # fmt: skip
