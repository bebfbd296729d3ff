"""The rest of an opened ampoule, two people who count apart, papers owed and printed by whoever keeps them."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from facility_app.app.registry import papers
from facility_app.db.attachments import AttachmentStore
from facility_app.kernel.actor import Role
from facility_app.modules.correspondence.api import get_paper
from facility_app.modules.pharmacy.domain.amounts import Quantity, Unit
from facility_app.modules.pharmacy.domain.due import DueKind, Urgency
from facility_app.modules.pharmacy.queries.counts import list_counts
from facility_app.modules.pharmacy.queries.due import list_due
from facility_app.modules.pharmacy.queries.ledger import list_books, list_pages_of_book
from facility_app.modules.pharmacy.queries.papers import list_losses
from facility_app.modules.pharmacy.service.counts import Found, RecordCount, record_count
from facility_app.modules.pharmacy.service.days import CloseDay, close_day
from facility_app.modules.pharmacy.service.doses import TakeDoses, take_doses
from facility_app.modules.pharmacy.service.losses import ReportLoss, SendLossReport, report_loss, send_loss_report
from facility_app.modules.pharmacy.service.printing import AttachSigned, attach_signed, look_at_paper, print_paper
from tests.modules.pharmacy.store import HEAD, NURSE, Pharmacy
from tests.modules.pharmacy.test_papers import FORMS

MG = Unit.MG
SCAN = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def test_the_rest_of_an_opened_ampoule_is_destroyed_before_the_witness_of_the_dose(pharmacy: Pharmacy) -> None:
    before = pharmacy.left()["Tủ trực khu A", "M01"]
    opened = replace(pharmacy.dose("methadone", 5), wasted=Quantity(Decimal(5), MG))
    alone = pharmacy.refused(take_doses, TakeDoses((opened,)), by=NURSE)
    assert alone.code == "countersign_missing"
    too_much = replace(opened, wasted=Quantity(Decimal(3000), MG))
    given = pharmacy.agreed("pharmacy.take_dose")
    assert pharmacy.refused(take_doses, TakeDoses((too_much,), given), by=NURSE).code == "stock_too_small"
    (taken,) = pharmacy.take(opened)
    assert [part.amount for part in taken.parts] == [5_000], "the body got five of the ten"
    asked = "SELECT kind, amount, witness_name, reason FROM stock_entry ORDER BY chain_no DESC LIMIT 2"
    (wasted, body) = pharmacy.sql(asked)
    assert (body[0].lower(), body[1], wasted[0].lower(), wasted[1]) == ("given", -5_000, "broken", -5_000)
    assert "hủy tại chỗ" in wasted[3]
    assert wasted[2] == "Người Thứ Hai"
    assert (before, pharmacy.left()["Tủ trực khu A", "M01"]) == ("300 ml", "299 ml")
    assert pharmacy.check().ok


def test_two_people_who_count_apart_must_find_the_same_before_the_book_is_told(pharmacy: Pharmacy) -> None:
    lots = {"M01": ("methadone", 700), "D01": ("diazepam", 60)}

    def found(**other: int) -> tuple[Found, ...]:
        return tuple(
            Found(pharmacy[lot], pharmacy.stock(medicine, other.get(lot, count)))
            for lot, (medicine, count) in lots.items()
        )

    wish = RecordCount(pharmacy["safe"], found(), countersign=pharmacy.agreed("pharmacy.record_count"))
    told = pharmacy.refused(record_count, replace(wish, second_found=found(M01=699)))
    assert (told.code, "M01" in told.message, "D01" in told.message) == ("counts_differ", True, False)
    assert pharmacy.read(list_counts) == ()
    pharmacy.write(record_count, replace(wish, second_found=found()))
    (row,) = pharmacy.read(list_counts)
    assert (row.lots, row.differing, row.is_last, row.witness_name) == (2, 0, True, "Người Thứ Hai")


def test_papers_owed_come_by_themselves_and_go_when_they_are_printed_or_sent(pharmacy: Pharmacy) -> None:
    store = AttachmentStore(
        pharmacy.facility.file.folder / "files",
        pharmacy.facility.database.data_key,
        pharmacy.facility.database.ports.random,
    )
    pharmacy.facility.database.ports = replace(pharmacy.facility.database.ports, files=store)
    kinds = {one.kind for one in pharmacy.read(list_due)}
    assert kinds == {DueKind.SIGN_BOOK, DueKind.SLIP}
    wish = ReportLoss(
        pharmacy["methadone"], pharmacy["safe"], pharmacy.stock("methadone", 2), "rơi vỡ", pharmacy["M01"]
    )
    loss_id = pharmacy.write(report_loss, wish)
    pharmacy.facility.file.clock.at += timedelta(hours=49)
    late = {one.kind: one for one in pharmacy.read(list_due) if one.urgency is Urgency.LATE}
    assert late.keys() == {DueKind.SIGN_BOOK, DueKind.SLIP, DueKind.LOSS}
    assert "Methadon" in late[DueKind.LOSS].about
    pharmacy.write(send_loss_report, SendLossReport(loss_id, "đã nhắc", "04/BC"), by=HEAD)
    (loss,) = pharmacy.read(list_losses)
    assert (loss.report_number, loss.withdrawn) == ("04/BC", None)
    given = pharmacy.agreed("pharmacy.close_day", HEAD)
    day = pharmacy.read(list_books)[0].open_from
    (page, *_) = pharmacy.write(close_day, CloseDay(pharmacy["safe"], given, day))
    assert {one.day_id for one in pharmacy.read(list_pages_of_book, pharmacy["safe"], pharmacy["methadone"])} & {
        page
    }
    owed = {one.record_id for one in pharmacy.read(list_due) if one.kind is DueKind.PRINT_BOOK}
    assert page in owed
    spec = papers()["T18-VIII"]
    assert pharmacy.refused(attach_signed, spec, AttachSigned(page, SCAN)).code == "paper_not_printed"
    draft = pharmacy.write(look_at_paper, spec, page, FORMS)
    assert (draft.paper_id, draft.reprint) == (None, 0), "a look issues nothing"
    first = pharmacy.write(print_paper, spec, page, FORMS)
    again = pharmacy.write(print_paper, spec, page, FORMS)
    assert (first.reprint, again.reprint, first.paper_id == again.paper_id) == (0, 1, True)
    assert page not in {one.record_id for one in pharmacy.read(list_due)}
    pharmacy.write(attach_signed, spec, AttachSigned(page, SCAN, 1))
    assert len(pharmacy.read(get_paper, first.paper_id).scans) == 1, "the pharmacist keeps the signed sheet"
    assert DueKind.SLIP not in {one.kind for one in pharmacy.read(list_due, by=(Role.NURSE,))}
