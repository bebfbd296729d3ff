"""Every verb and query of the slice against every role; every paper of TT 18/2026 against every role."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

import pytest

from facility_app.app.registry import papers
from facility_app.db.uow import UnitOfWork
from facility_app.documents.forms.spec import Wall
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.errors import ConflictError, EnvironmentFault, PermissionDenied, UserError
from facility_app.kernel.paging import Look
from facility_app.modules.correspondence.api import RecordPrint, get_paper, issue_filled, record_print, take_paper
from facility_app.modules.correspondence.queries.issued import list_issued_ids
from facility_app.modules.correspondence.service.issuing import issue_paper
from facility_app.modules.pharmacy import domain
from facility_app.modules.pharmacy import papers as papers_room
from facility_app.modules.pharmacy import queries as queries_room
from facility_app.modules.pharmacy import service as service_room
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.classes import DrugClass, PlaceKind
from facility_app.modules.pharmacy.papers import payloads, sheets
from facility_app.modules.pharmacy.queries import catalogue as lists
from facility_app.modules.pharmacy.queries import (
    check,
    choices,
    due,
    ledger,
    people,
    reports,
    returns,
    shelf,
    slips,
    stock_list,
    year,
)
from facility_app.modules.pharmacy.queries import counts as counted
from facility_app.modules.pharmacy.queries import papers as asked
from facility_app.modules.pharmacy.queries.paper_readers import READERS
from facility_app.modules.pharmacy.service import (
    cabinets,
    catalogue,
    counts,
    days,
    destroyed,
    destroying,
    doses,
    looking,
    losses,
    requests,
    returning,
    store,
    undoing,
)
from facility_app.modules.pharmacy.service import printing as printed
from facility_app.modules.staff.domain import PostKind, StaffKind
from facility_app.modules.staff.service import GivePost, MemberWish, add_staff_member, give_post
from tests.helpers.rights import NOBODY, Call, missteps, outcome, public_functions
from tests.modules.correspondence.papers import certificate
from tests.modules.pharmacy.store import HEAD, LATER, METHADONE, TODAY, Pharmacy, again
from tests.modules.pharmacy.test_papers import FORMS

ROOMS = tuple(
    import_module(f"{room.__name__}.{one.name}")
    for room in (service_room, queries_room, papers_room)
    for one in iter_modules(room.__path__)
)
"""Every file that acts or reads, one that comes later too."""
NONE: Final = "0" * 32
"""The id of nothing: whoever holds the right is told that it is not there, which comes after the right."""
FORM = FORMS.get("T18-VIII")
TABLET: Final = Quantity(Decimal(1), Unit.TABLET)


def may(name: str) -> frozenset[Role]:
    """The roles that hold a permission."""
    roles: frozenset[Role] = getattr(domain, name).roles
    return roles


def call(right: str, function: Callable[..., Any], *arguments: Any) -> Call:
    """A call that gets past its right for whoever holds it, and then finds nothing to do."""

    def run(uow: UnitOfWork) -> None:
        with suppress(UserError, ConflictError, EnvironmentFault):
            function(uow, *arguments)

    return Call(function.__name__, may(right), run)


VIEW, STORE, TAKEN, SEEN = "VIEW_STOCK", "KEEP_STORE", "READ_TAKEN", "SEE_PRIVATE"
LISTS, SIGN, APPROVE = "KEEP_CATALOGUE", "SIGN_REPORTS", "APPROVE_ISSUE"
METHADONE_AS = (DrugClass.NARCOTIC, date(2017, 1, 1), "TT 18/2026/TT-BYT")
CALLS = (
    call(VIEW, lists.list_medicines),
    call(VIEW, lists.get_medicine, NONE),
    call(VIEW, lists.list_revealing_names),
    call(VIEW, lists.list_classes, NONE),
    call(VIEW, lists.list_places),
    call(VIEW, lists.list_shifts),
    call(VIEW, counted.list_counts),
    call(VIEW, due.list_due),
    call("VERIFY_LEDGER", check.verify_ledger),
    call(VIEW, ledger.list_entries, NONE, NONE),
    call(VIEW, ledger.list_pages),
    call(VIEW, ledger.find_pages, ""),
    call(VIEW, ledger.find_page_of_row, NONE),
    call(VIEW, ledger.list_books),
    call(VIEW, ledger.list_pages_of_book, NONE, NONE),
    call(VIEW, ledger.get_page, NONE),
    call(VIEW, year.list_year, 2026),
    call(VIEW, lists.list_controlled),
    call(VIEW, asked.get_requisition, NONE),
    call(VIEW, asked.list_requisitions),
    call(VIEW, asked.list_losses),
    call(VIEW, asked.list_destructions),
    call(VIEW, asked.find_requisitions, ""),
    call(VIEW, asked.get_loss, NONE),
    call(VIEW, asked.find_losses, ""),
    call(VIEW, asked.get_destruction, NONE),
    call(VIEW, asked.list_count_lines, NONE),
    call(TAKEN, people.find_lots, ""),
    call(TAKEN, people.list_people_of_lot, NONE),
    call(VIEW, people.list_wasted, (NONE,)),
    call("SEE_PRIVATE", people.list_private_wasted, (NONE,)),
    call(TAKEN, people.list_lots_of_person, NONE),
    call(VIEW, reports.list_sent_reports),
    call(VIEW, reports.get_yearly_report, 2026),
    call(TAKEN, returns.get_return, NONE),
    call(TAKEN, returns.find_returns, ""),
    call(TAKEN, returns.list_returns),
    call(VIEW, shelf.lots_at, NONE),
    call(VIEW, shelf.list_balances),
    call(VIEW, shelf.list_expiring),
    call(VIEW, shelf.list_low),
    call(VIEW, stock_list.list_stock),
    call(TAKEN, choices.find_people, ""),
    call(TAKEN, choices.find_person, NONE),
    call(VIEW, sheets.stock_sheet, ()),
    call("COUNT_STOCK", sheets.blind_sheet, NONE),
    call(VIEW, shelf.suggest_lots, NONE, NONE, 1),
    call(VIEW, slips.find_slips, ""),
    call(VIEW, slips.list_slips),
    call(VIEW, slips.get_slip, NONE),
    call(VIEW, payloads.fill_book_page, FORM, NONE, TODAY),
    call(VIEW, payloads.fill_year, FORM, "2026", TODAY),
    call(VIEW, payloads.find_years, ""),
    call(VIEW, payloads.fill_loss, FORM, NONE, TODAY),
    call(VIEW, payloads.fill_requisition, FORM, NONE, TODAY),
    call(VIEW, payloads.fill_slip, FORM, NONE, TODAY),
    call(TAKEN, payloads.fill_return, FORM, NONE, TODAY),
    call("HOLD_CABINET", cabinets.take_over_cabinet, cabinets.TakeOverCabinet(NONE)),
    call(LISTS, catalogue.take_over_list),
    call(LISTS, catalogue.add_medicine, catalogue.AddMedicine(METHADONE, *METHADONE_AS)),
    call(LISTS, catalogue.edit_medicine, catalogue.EditMedicine(NONE, 1, METHADONE)),
    call("APPROVE_MEDICINES", catalogue.approve_medicine, catalogue.ApproveMedicine(NONE, 1)),
    call(LISTS, catalogue.reclass_medicine, catalogue.ReclassMedicine(NONE, *METHADONE_AS)),
    call(LISTS, catalogue.add_place, catalogue.AddPlace("K8", "Kho mới", PlaceKind.NORMAL)),
    call("COUNT_STOCK", counts.record_count, counts.RecordCount(NONE, ())),
    call("SETTLE_COUNTS", counts.settle_line, counts.SettleLine(NONE, "vỡ")),
    call("SIGN_BOOK", days.close_day, days.CloseDay(NONE, None)),
    call(SIGN, days.send_yearly_report, days.SendYearlyReport(2025, "01/BC")),
    call(SIGN, destroyed.send_destruction_report, destroyed.SendDestructionReport(NONE, 1, "02/BC")),
    call(STORE, destroying.ask_destruction, destroying.AskDestruction(NONE, (), "hết hạn", "đốt")),
    call(SIGN, destroying.allow_destruction, destroying.AllowDestruction(NONE, 1, "77/SYT")),
    call(STORE, destroying.withdraw_destruction, destroying.WithdrawDestruction(NONE, 1, "nhầm")),
    call(STORE, destroying.destroy, destroying.Destroy(NONE, 1, (), "03/BB")),
    call("GIVE_DOSES", doses.take_doses, doses.TakeDoses(())),
    call("GIVE_DOSES", doses.take_dose, doses.TakeDose(NONE, NONE, NONE, TABLET, NONE)),
    call("GIVE_DOSES", undoing.return_dose, undoing.ReturnDose(NONE, "không uống")),
    call(SEEN, looking.open_private_people, looking.OpenPeople(NONE, "thu hồi lô")),
    call(SEEN, looking.open_private_lots, looking.OpenLots(NONE, "khám lại")),
    call(SEEN, looking.open_private_return, looking.OpenReturn(NONE, "đối chiếu")),
    call("MAKE_PAPERS", printed.look_at_paper, papers()["T18-VIII"], NONE, FORMS),
    call("MAKE_PAPERS", printed.print_paper, papers()["T18-VIII"], NONE, FORMS),
    call("MAKE_PAPERS", printed.weigh_signed, 9, b"%PDF-1.4"),
    call("MAKE_PAPERS", printed.attach_signed, papers()["T18-VIII"], printed.AttachSigned(NONE, b"%PDF-1.4")),
    call("REPORT_LOSS", losses.report_loss, losses.ReportLoss(NONE, NONE, TABLET, "rơi")),
    call(SIGN, losses.send_loss_report, losses.SendLossReport(NONE, "đã nhắc", "04/BC")),
    call("ASK_MEDICINES", requests.ask_requisition, requests.AskRequisition("Khoa", NONE, NONE, ())),
    call(APPROVE, requests.approve_requisition, requests.DecideRequisition(NONE, 1)),
    call(APPROVE, requests.refuse_requisition, requests.DecideRequisition(NONE, 1, "thừa")),
    call(STORE, requests.issue_requisition, requests.IssueRequisition(NONE, 1, None)),
    call(
        STORE,
        returning.take_back_medicines,
        returning.TakeBackMedicines(NONE, NONE, (), "Bình", "001", "phòng y tế"),
    ),
    call(STORE, store.receive_stock, store.ReceiveStock(NONE, ())),
    call(STORE, store.move_stock, store.MoveStock(NONE, NONE, ())),
    call(STORE, store.write_off, store.WriteOff(NONE, NONE, TABLET, "vỡ")),
    call(STORE, store.correct_entry, store.CorrectEntry(NONE, "nhầm")),
)


@pytest.fixture(scope="module")
def working(pharmacy_pattern: Pharmacy, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pharmacy]:
    """A pharmacy with one record for each paper, and each paper issued by the pharmacist."""
    folder = tmp_path_factory.mktemp("rights") / "pharmacy"
    shutil.copytree(pharmacy_pattern.facility.file.folder, folder)
    for pharmacy in again(pharmacy_pattern, folder):
        with_records(pharmacy)
        for form_id in READERS:
            made = pharmacy.write(issue_filled, papers()[form_id], pharmacy[form_id], FORMS)
            pharmacy.ids[f"paper {form_id}"] = made.paper_id
        pharmacy.ids["paper V-50"] = pharmacy.write(issue_paper, foreign(), by=HEAD).paper_id
        yield pharmacy


def foreign() -> Any:
    """A paper of another slice, of the day the pharmacy has come to."""
    return certificate(issued_on=date(2027, 1, 7), signer_id=None, resident_id=None, about="Đức", addressees=())


def with_records(pharmacy: Pharmacy) -> None:
    """What the papers are made of: a signed page, a slip, a requisition, a loss, a return, a year that is over."""

    def sign(uow: UnitOfWork) -> None:
        head = add_staff_member(uow, MemberWish("Lê Thị Hằng", StaffKind.POLICE, date(2020, 1, 1)))
        give_post(uow, GivePost(head, PostKind.HEAD, date(2020, 1, 1)))

    pharmacy.write(sign, by=(Role.HEAD, Role.ADMIN))
    given = pharmacy.agreed("pharmacy.close_day", HEAD)
    pharmacy.ids["T18-VIII"] = pharmacy.write(days.close_day, days.CloseDay(pharmacy["safe"], given))[0]
    ((pharmacy.ids["T18-XV"],),) = pharmacy.sql("SELECT id FROM stock_slip WHERE series = 'X' AND number = 1")
    amount = pharmacy.stock("methadone", 2)
    wish = requests.AskRequisition(
        "Khoa điều trị", pharmacy["safe"], pharmacy["cabinet"], (requests.Wanted(pharmacy["methadone"], amount),)
    )
    pharmacy.ids["T18-XII"] = pharmacy.write(requests.ask_requisition, wish, by=(Role.DOCTOR,))
    loss = losses.ReportLoss(pharmacy["methadone"], pharmacy["safe"], amount, "rơi vỡ", pharmacy["M01"])
    pharmacy.ids["T18-XI"] = pharmacy.write(losses.report_loss, loss)
    items = (
        returning.HandedBack(pharmacy["methadone"], "M01", LATER, amount, "còn nguyên", "ra cơ sở"),
        returning.HandedBack(pharmacy["tld"], "L01", LATER, pharmacy.stock("tld", 3), "còn nguyên", "ra cơ sở"),
    )
    back = returning.TakeBackMedicines(
        *(pharmacy["duc"], pharmacy["quarantine"], items, "Nguyễn Văn Bình", "001062001234", "phòng y tế"),
        countersign=pharmacy.agreed("pharmacy.take_back_medicines"),
    )
    pharmacy.ids["T18-XVIII"] = pharmacy.write(returning.take_back_medicines, back)
    pharmacy.facility.file.clock.at += timedelta(days=45)
    pharmacy.ids["T18-IX"] = "2026"


def test_the_table_names_every_verb_and_query() -> None:
    assert {one.name for one in CALLS} == public_functions(*ROOMS)


def test_a_role_may_what_the_table_says_and_no_more(working: Pharmacy) -> None:
    for role in Role:
        assert missteps(working.facility.database, working.actor(role), CALLS) == [], role


def test_nobody_without_a_role_may_anything_and_the_program_may_all(working: Pharmacy) -> None:
    database = working.facility.database
    assert missteps(database, working.actor(), CALLS) == []
    assert [one.name for one in CALLS if not outcome(database, system_actor("d"), one).allowed] == []


def test_medicines_are_the_health_staffs_and_the_heads_and_the_auditor_reads_stock_alone() -> None:
    health = {Role.DOCTOR, Role.CHIEF_NURSE, Role.NURSE, Role.PHARMACIST, Role.HEAD}
    roles = frozenset[Role]().union(*(one.roles for one in CALLS))
    assert roles == health | {Role.AUDITOR}
    assert may(SEEN) == may(TAKEN) == health, "the closed list of clinical.md §7.2, and nobody else"
    assert {one.name for one in CALLS if Role.AUDITOR in one.roles} <= {
        one.name for one in CALLS if one.roles in {may(VIEW), may("VERIFY_LEDGER")}
    }


LOOKING: Final = frozenset({Role.HEAD, Role.DOCTOR, Role.CHIEF_NURSE, Role.PHARMACIST})
MAKING: Final = frozenset({Role.HEAD, Role.PHARMACIST})
READING: Final = {form_id: LOOKING | (NOBODY if form_id == "T18-XVIII" else {Role.AUDITOR}) for form_id in READERS}
"""The auditor reads of stock, and not what somebody took (clinical.md §7.3); nurses read no papers."""


@pytest.mark.parametrize("role", Role)
def test_who_reads_prints_and_issues_the_papers_of_the_book(working: Pharmacy, role: Role) -> None:
    with working.facility.database.write(working.actor(role)) as uow:
        read = {one for one in READERS if shown(uow, working[f"paper {one}"])}
        printed = {one for one in READERS if done(record_print, uow, printing(working, one))}
        issued = {one for one in READERS if done(issue_filled, uow, papers()[one], working[one], FORMS)}
    assert read == {one for one in READERS if role in READING[one]}
    assert printed == (set(READERS) if role in LOOKING else set())
    assert issued == (set(READERS) if role in MAKING else set())


def test_the_pharmacist_handles_no_other_paper_and_reads_no_register(working: Pharmacy) -> None:
    with working.facility.database.write(working.actor(Role.PHARMACIST)) as uow:
        other = working["paper V-50"]
        assert not done(get_paper, uow, other)
        assert not done(record_print, uow, RecordPrint(other))
        assert not done(issue_paper, uow, foreign())
        assert not done(take_paper, uow, papers()["V-50"], NONE, FORMS)
        assert not done(list_issued_ids, uow, Look())
        # Of an own paper: what was issued is printed again, and the head signs it.
        taken = take_paper(uow, papers()["T18-IX"], "2026", FORMS)
        assert taken.paper_id == working["paper T18-IX"]
        assert get_paper(uow, working["paper T18-IX"]).signer == "Lê Thị Hằng"
        assert take_paper(uow, papers()["T18-XVIII"], working["T18-XVIII"], FORMS).wall is Wall.MEDICAL


def test_the_pharmacists_right_to_papers_is_for_the_six_forms_of_the_book() -> None:
    assert set(READERS) == {one for one in papers() if one.startswith("T18-")}
    assert {one: papers()[one].permission for one in READERS} == READERS
    assert FORMS.get("T18-XVIII").walls == (Wall.MEDICAL,)


def printing(pharmacy: Pharmacy, form_id: str) -> RecordPrint:
    """One print of the only file a paper has."""
    return RecordPrint(pharmacy[f"paper {form_id}"], is_medical=FORMS.get(form_id).walls == (Wall.MEDICAL,))


def shown(uow: UnitOfWork, paper_id: str) -> bool:
    """Whether a word of the paper is told."""
    try:
        paper = get_paper(uow, paper_id)
    except PermissionDenied:
        return False
    return (paper.open_file or paper.medical_file) is not None


def done(function: Callable[..., Any], *arguments: Any) -> bool:
    """Whether somebody may."""
    try:
        function(*arguments)
    except PermissionDenied:
        return False
    return True
