"""The pages of all slices, in the order of the rail: an explicit list, as the registry's."""

from collections.abc import Mapping, Sequence
from typing import Any

from facility_app.app import print_shop
from facility_app.app.absence_shop import ABSENCE_PRESS
from facility_app.app.intake_shop import INTAKE_PRESS
from facility_app.app.kit_shop import KIT_PRESS
from facility_app.app.lacking import lacking
from facility_app.app.pharmacy_shop import PHARMACY_PRESS
from facility_app.app.post_shop import POST
from facility_app.app.registry import MODULES, papers, table_owners
from facility_app.app.release_shop import RELEASE_PRESS, plain
from facility_app.app.scan_desk import CASSETTES, DESK
from facility_app.kernel.actor import Role
from facility_app.kernel.paging import Look
from facility_app.modules.absences.ui import entry as absences
from facility_app.modules.access.domain import MANAGE_USERS
from facility_app.modules.access.queries import list_user_ids, list_user_rows
from facility_app.modules.access.service import AskCountersign, countersign
from facility_app.modules.access.ui import entry as access
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.house import People as KnownPeople
from facility_app.modules.calendar.ui import entry as calendar
from facility_app.modules.catalogues.ui import entry as catalogues
from facility_app.modules.correspondence.ui import entry as correspondence
from facility_app.modules.correspondence.ui.press import People as PaperPeople
from facility_app.modules.correspondence.ui.press import Press
from facility_app.modules.deposits.ui import entry as deposits
from facility_app.modules.discharge.ui import entry as discharge
from facility_app.modules.education.ui import entry as education
from facility_app.modules.exchange.ui import entry as exchange
from facility_app.modules.housing.ui import entry as housing
from facility_app.modules.housing.ui.press import Press as HousePress
from facility_app.modules.intake.ui import entry as intake
from facility_app.modules.labour.ui import entry as labour
from facility_app.modules.medication.ui import entry as medication
from facility_app.modules.pharmacy.ui import entry as pharmacy
from facility_app.modules.residents.domain import VIEW_RESIDENTS
from facility_app.modules.residents.ui import entry as residents
from facility_app.modules.residents.ui.naming import found_people, named_people, named_person
from facility_app.modules.staff.queries import list_names_of_accounts
from facility_app.modules.staff.ui import entry as staff
from facility_app.modules.staff.ui.house import Accounts
from facility_app.modules.stays.ui import entry as stays
from facility_app.modules.tasks.ui import entry as tasks
from facility_app.modules.tasks.ui.house import House as TaskHouse
from facility_app.modules.tasks.ui.house import Named
from facility_app.modules.treatment.ui import entry as treatment
from facility_app.modules.vocational.ui import entry as vocational
from facility_app.ui.forms.picker import Choice
from facility_app.ui.printing import QtPrinter
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import ChipSource, PageSpec, PartSpec, StripSpec

PLAIN_PRESS = PlainPress(plain, QtPrinter())

PARTS: dict[str, tuple[PartSpec, ...]] = {
    residents.RESIDENT: (
        *residents.PARTS[residents.RESIDENT],
        *stays.parts(DESK, print_shop.forms),
        *absences.parts(ABSENCE_PRESS),
        *housing.parts(),
        *treatment.parts(PLAIN_PRESS),
        *medication.parts(PLAIN_PRESS),
        *education.parts(PLAIN_PRESS),
        *labour.parts(),
        *vocational.parts(),
        *deposits.parts(PLAIN_PRESS),
        *intake.parts(INTAKE_PRESS),
        *discharge.parts(RELEASE_PRESS),
        correspondence.TAB,
    )
}
"""Kind of record → the tabs that slices add to its page."""

CHIPS: dict[str, tuple[ChipSource, ...]] = {
    residents.RESIDENT: (
        *residents.CHIPS[residents.RESIDENT],
        *stays.CHIPS[stays.RESIDENT],
        *absences.CHIPS[absences.RESIDENT],
    )
}
"""Kind of record → the chips that slices add to its header."""

STRIPS: dict[str, tuple[StripSpec, ...]] = {residents.RESIDENT: (*stays.STRIPS[stays.RESIDENT],)}
"""Kind of record → the pictures that slices add under its facts."""


def _names(uow: Any, resident_ids: Sequence[str]) -> Mapping[str, Named]:
    """Residents for a slice that may not know them; nobody for an actor who may not see any."""
    if not uow.actor.may(VIEW_RESIDENTS):
        return {}
    return {one.id: Named(one.text, one.quiet) for one in named_people(uow, resident_ids)}


def _account_names(uow: Any, user_ids: Sequence[str]) -> Mapping[str, Named]:
    """Accounts by the name of whoever works here under them."""
    return {one: Named(name) for one, name in list_names_of_accounts(uow, user_ids).items()}


def _accounts_like(uow: Any, typed: str) -> Sequence[Choice]:
    """Accounts found for the form of a person who works here."""
    return [Choice(row.user_id, row.name) for row in list_user_rows(uow, list_user_ids(uow, Look(typed)))]


def _agreement(uow: Any, verb: str, roles: frozenset[Role], name: str, password: str) -> Any:
    """What a second person gives for one verb of a slice that may not know accounts."""
    return countersign(uow, AskCountersign(verb, roles, name, password))


def _account(uow: Any, user_id: str) -> Choice | None:
    """The account of a stored id."""
    rows = list_user_rows(uow, [user_id])
    return Choice(rows[0].user_id, rows[0].name) if rows else None


ACCOUNTS = Accounts(MANAGE_USERS, _accounts_like, _account)
TASK_HOUSE = TaskHouse(
    people=_names,
    accounts=_account_names,
    doors={
        "resident": "residents.person",
        "intake_case": "intake.case",
        "staff_member": "staff.person",
        "staff_certificate": "staff.certificates",
        "blackout_kit": "medication.kit",
        "stock_entry": "pharmacy.book",
    },
    person_page="residents.person",
    lacks=lacking,
)
HOUSE = House(
    MODULES, KnownPeople(VIEW_RESIDENTS, found_people, named_person, named_people), list_names_of_accounts
)
PRESS = Press(
    print_shop.forms,
    print_shop.pdf,
    print_shop.word,
    QtPrinter(),
    DESK,
    _agreement,
    PaperPeople(VIEW_RESIDENTS, found_people, named_person, "residents.person"),
    papers(),
    plain=plain,
)

HOUSE_PRESS = HousePress(plain, QtPrinter(), _agreement)

PAGES: tuple[PageSpec, ...] = (
    *tasks.pages(TASK_HOUSE),
    *residents.pages(PARTS[residents.RESIDENT], CHIPS[residents.RESIDENT], STRIPS[residents.RESIDENT]),
    *stays.PAGES,
    # Here for their sections: the working day stands above papers, and those above what is set up once.
    *education.pages(PLAIN_PRESS),
    *labour.pages(PLAIN_PRESS),
    *vocational.pages(PLAIN_PRESS),
    *correspondence.pages(PRESS),
    *housing.pages(HOUSE_PRESS),
    *absences.pages(ABSENCE_PRESS),
    *treatment.pages(PLAIN_PRESS, CASSETTES),
    *medication.pages(PLAIN_PRESS, KIT_PRESS),
    *deposits.pages(PLAIN_PRESS),
    *calendar.pages(PLAIN_PRESS),
    *intake.pages(INTAKE_PRESS),
    *discharge.pages(RELEASE_PRESS),
    *pharmacy.pages(PHARMACY_PRESS),
    *access.pages(HOUSE),
    *catalogues.PAGES,
    *exchange.pages(PLAIN_PRESS, POST, table_owners()),
    *staff.pages(ACCOUNTS),
)

HOME = "tasks.today"
"""What everyone sees first."""
