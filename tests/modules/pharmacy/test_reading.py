"""What lists and papers tell: nothing of HIV without a look that is kept, days of here, one statement a list."""

import ast
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import facility_app
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import PermissionDenied
from facility_app.modules.access.domain import GrantKind
from facility_app.modules.access.service import GiveGrant, give_grant
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.papers.payloads import fill_return, fill_year, find_years
from facility_app.modules.pharmacy.queries.finding import Typed
from facility_app.modules.pharmacy.queries.ledger import find_pages, get_page, list_entries
from facility_app.modules.pharmacy.queries.papers import (
    find_losses,
    find_requisitions,
    get_loss,
    get_requisition,
    list_requisitions,
)
from facility_app.modules.pharmacy.queries.returns import find_returns, get_return
from facility_app.modules.pharmacy.queries.shelf import lots_at
from facility_app.modules.pharmacy.queries.slips import find_slips, get_slip
from facility_app.modules.pharmacy.queries.year import list_year
from facility_app.modules.pharmacy.service import catalogue, days, losses, requests, returning
from facility_app.modules.pharmacy.service.looking import OpenReturn, open_private_return
from tests.helpers.windows import counted_statements
from tests.modules.pharmacy.store import FIRST, HEAD, LATER, TODAY, Pharmacy
from tests.modules.pharmacy.test_papers import FORMS, printed
from tests.modules.pharmacy.test_stock import as_another

AUDITOR = (Role.AUDITOR,)
SLICE = Path(facility_app.__file__).parent / "modules" / "pharmacy"


def given_back(pharmacy: Pharmacy, *medicines: tuple[str, str]) -> str:
    """Somebody gives two of each back."""
    items = tuple(
        returning.HandedBack(pharmacy[name], lot, LATER, pharmacy.stock(name, 2), "còn nguyên", "ra cơ sở")
        for name, lot in medicines
    )
    wish = returning.TakeBackMedicines(
        *(pharmacy["duc"], pharmacy["quarantine"], items, "Nguyễn Văn Bình", "001062001234", "phòng y tế"),
        countersign=pharmacy.agreed("pharmacy.take_back_medicines"),
    )
    return pharmacy.write(returning.take_back_medicines, wish)


def test_what_was_given_back_of_a_medicine_that_reveals_hiv_is_a_look_that_is_kept(pharmacy: Pharmacy) -> None:
    alone = given_back(pharmacy, ("tld", "L01"))
    mixed = given_back(pharmacy, ("tld", "L01"), ("methadone", "M01"))
    # Of what is in no book there are minutes, but no paper PL XVIII: a number left out of its list tells nothing.
    ordinary = given_back(pharmacy, ("haloperidol", "H01"))
    assert [one.lot_no for one in pharmacy.read(get_return, ordinary).lines] == ["H01"]
    for by in (HEAD, (Role.PHARMACIST,), (Role.NURSE,)):
        assert [one.lot_no for one in pharmacy.read(get_return, mixed, by=by).lines] == ["M01"]
        # Minutes of nothing else are not there, as any that never were; the list has no line for them.
        nothing = pharmacy.refused(get_return, "0" * 32, by=by)
        told = pharmacy.refused(get_return, alone, by=by)
        assert (told.code, told.message) == (nothing.code, nothing.message.replace("0" * 32, alone))
        assert [one for one, _ in pharmacy.read(find_returns, "", by=by)] == [mixed]
    rows = pharmacy.read(fill_return, FORMS.get("T18-XVIII"), mixed, TODAY).payload["return_rows"]
    assert [(one["no"], "Methadon" in one["medicine"]) for one in rows] == [("1", True)]
    # Nor is it found by the minute: the row of the ledger has none.
    (row, _) = pharmacy.read(list_entries, pharmacy["quarantine"], pharmacy["tld"])
    assert (row.happened_at, row.reason, row.booked_on) == (None, None, TODAY)
    assert all(
        one.happened_at for one in pharmacy.read(list_entries, pharmacy["quarantine"], pharmacy["methadone"])
    )
    assert all(one.happened_at for one in pharmacy.read(list_entries, pharmacy["normal"], pharmacy["tld"]))
    wish = OpenReturn(mixed, "đối chiếu tủ biệt trữ")
    assert pharmacy.refused(open_private_return, OpenReturn(mixed, " "), by=HEAD).code == "reason_missing"
    assert isinstance(pharmacy.refused(open_private_return, wish, by=AUDITOR), PermissionDenied)
    assert pharmacy.refused(open_private_return, wish, by=(Role.NURSE,)).code == "grant_not_held"
    whole = pharmacy.write(open_private_return, wish, by=HEAD)
    assert [one.lot_no for one in whole.lines] == ["L01", "M01"]
    kept = "SELECT count(*) FROM audit_entry WHERE verb = ? AND record_id = ?"
    assert pharmacy.sql(kept, "pharmacy.open_private_return", pharmacy["duc"]) == [(1,)]
    assert pharmacy.sql(kept, "access.use_grant", pharmacy["duc"]) == [(1,)]


def test_a_grant_of_the_closed_list_opens_what_one_person_gave_back(pharmacy: Pharmacy) -> None:
    made = given_back(pharmacy, ("tld", "L01"))
    treating = pharmacy.facility.admin
    as_another(pharmacy)
    span = (TODAY, TODAY + timedelta(days=7))
    grant = GiveGrant(FIRST, GrantKind.HIV_TREATING, pharmacy["duc"], "trực tiếp cấp thuốc", *span)
    pharmacy.write(give_grant, grant, by=HEAD)
    wish = OpenReturn(made, "đối chiếu tủ biệt trữ")
    assert pharmacy.refused(open_private_return, wish).code == "grant_not_held"
    pharmacy.facility.admin = treating
    assert [one.lot_no for one in pharmacy.write(open_private_return, wish).lines] == ["L01"]
    # Who may not see it counts it nowhere.
    assert pharmacy["L01"] in {one.lot_id for one in pharmacy.read(lots_at, pharmacy["cabinet"])}
    assert pharmacy["L01"] not in {one.lot_id for one in pharmacy.read(lots_at, pharmacy["cabinet"], by=AUDITOR)}


def test_days_are_those_of_here_and_words_are_found_without_marks(pharmacy: Pharmacy) -> None:
    # 00:30 of the 24th here is still the 23rd in London.
    pharmacy.facility.file.clock.at += timedelta(hours=15, minutes=30)
    pharmacy.move("M01", 1, "methadone")
    amount = pharmacy.stock("methadone", 1)
    loss = losses.ReportLoss(pharmacy["methadone"], pharmacy["safe"], amount, "rơi vỡ", pharmacy["M01"])
    pharmacy.write(losses.report_loss, loss)
    mixed = given_back(pharmacy, ("methadone", "M01"))
    lines = (requests.Wanted(pharmacy["methadone"], amount),)
    for department in ("Khoa điều trị", "Khoa phục hồi", "Khoa điều trị"):
        wish = requests.AskRequisition(department, pharmacy["safe"], pharmacy["cabinet"], lines)
        pharmacy.write(requests.ask_requisition, wish, by=(Role.DOCTOR,))
    assert pharmacy.read(find_slips, "")[0][1].endswith("24/11/2026")
    assert [name[-10:] for _, name in pharmacy.read(find_losses, "methadon 24/11")] == ["24/11/2026"]
    assert [one for one, _ in pharmacy.read(find_returns, "24/11/2026")] == [mixed]
    assert len(pharmacy.read(find_requisitions, "DIEU TRI khoa")) == 2
    given = pharmacy.agreed("pharmacy.close_day", HEAD)
    pharmacy.write(days.close_day, days.CloseDay(pharmacy["cabinet"], given))
    assert [name for _, name in pharmacy.read(find_pages, "tu truc")] == [
        "24/11/2026 · Methadon 10 mg/ml · Tủ trực khu A"
    ]
    # A slip of what is in no book has no paper, and so no line in the list of papers.
    ((ordinary,),) = pharmacy.sql("SELECT id FROM stock_slip WHERE series = 'X' AND number = 3")
    assert ordinary not in {one for one, _ in pharmacy.read(find_slips, "")}
    with counted_statements() as of_one:
        pharmacy.read(get_requisition, pharmacy.read(list_requisitions)[0].requisition_id)
    with counted_statements() as of_three:
        assert len(pharmacy.read(list_requisitions)) == 3
    assert len(of_three) < len(of_one), "a list is read whole, not record by record"


def test_a_paper_tells_the_class_of_its_own_day(pharmacy: Pharmacy) -> None:
    amount = pharmacy.stock("diazepam", 2)
    loss = losses.ReportLoss(pharmacy["diazepam"], pharmacy["safe"], amount, "rơi", pharmacy["D01"])
    lost = pharmacy.write(losses.report_loss, loss)
    lines = (requests.Wanted(pharmacy["diazepam"], amount),)
    wish = requests.AskRequisition("Khoa điều trị", pharmacy["safe"], pharmacy["cabinet"], lines)
    wanted = pharmacy.write(requests.ask_requisition, wish, by=(Role.DOCTOR,))
    back = given_back(pharmacy, ("diazepam", "D01"))
    given = pharmacy.agreed("pharmacy.close_day", HEAD)
    pages = pharmacy.write(days.close_day, days.CloseDay(pharmacy["safe"], given))
    ((slip,),) = pharmacy.sql("SELECT id FROM stock_slip WHERE series = 'X' AND number = 2")
    free = catalogue.ReclassMedicine(
        pharmacy["diazepam"], DrugClass.ORDINARY, TODAY + timedelta(days=1), "văn bản mới"
    )
    pharmacy.write(catalogue.reclass_medicine, free)
    pharmacy.facility.file.clock.at += timedelta(days=45)
    classes = {pharmacy.read(get_page, one).medicine.drug_class for one in pages}
    assert classes == {DrugClass.NARCOTIC, DrugClass.PSYCHOTROPIC}
    for found in (
        pharmacy.read(get_loss, lost).medicine.drug_class,
        pharmacy.read(get_requisition, wanted).lines[0].medicine.drug_class,
        pharmacy.read(list_requisitions)[0].lines[0].medicine.drug_class,
        pharmacy.read(get_return, back).lines[0].drug_class,
        pharmacy.read(get_slip, slip).lines[0].medicine.drug_class,
    ):
        assert found is DrugClass.PSYCHOTROPIC
    _, text = printed(pharmacy, "T18-XII", wanted)
    assert "Diazepam" in text
    # It stood in the book for a part of the year, so the year tells of it, and the next one no more.
    assert {one.medicine.generic for one in pharmacy.read(list_year, 2026)} == {"Methadon", "Diazepam"}
    assert {one.medicine.generic for one in pharmacy.read(list_year, 2027)} == {"Methadon"}


def test_a_year_may_be_made_from_mid_december_and_sent_when_it_is_over(pharmacy: Pharmacy) -> None:
    pharmacy.facility.file.clock.at += timedelta(days=21)
    form = FORMS.get("T18-IX")
    told = pharmacy.refused(fill_year, form, "2026", TODAY)
    assert (told.code, "15/12/2026" in told.message, "14/01/2027" in told.message) == (
        "report_not_open",
        True,
        True,
    )
    assert "2026" not in {one for one, _ in pharmacy.read(find_years, "")}
    pharmacy.facility.file.clock.at += timedelta(days=1)
    early, _ = printed(pharmacy, "T18-IX", "2026")
    assert early.payload["report_year"] == "2026 (số liệu đến ngày 15/12/2026)"
    assert "2026" in {one for one, _ in pharmacy.read(find_years, "")}
    for year in (2027, 9999):
        assert pharmacy.refused(fill_year, form, str(year), TODAY).code == "year_not_over"
    for year in (2026, 2027, 9999):
        wish = days.SendYearlyReport(year, "02/BC-CSCN")
        assert pharmacy.refused(days.send_yearly_report, wish, by=HEAD).code == "year_not_over"
    pharmacy.facility.file.clock.at += timedelta(days=23)
    late, text = printed(pharmacy, "T18-IX", "2026")
    assert late.payload["report_year"] == "2026"
    assert {one["place"] for one in late.payload["year_rows"]} == {"Công ty Dược Hà Tây"}
    assert "Công ty" in text
    for number in ("02/BC-CSCN", "05/BC-CSCN"):
        pharmacy.write(days.send_yearly_report, days.SendYearlyReport(2026, number), by=HEAD)
    again = days.SendYearlyReport(2026, "05/BC-CSCN")
    assert pharmacy.refused(days.send_yearly_report, again, by=HEAD).code == "report_known"
    ((found, name),) = pharmacy.read(find_years, "da gui 05")
    assert (found, "02/BC-CSCN" in name) == ("2026", True)


def test_a_list_stops_where_enough_was_found() -> None:
    read: list[int] = []

    def rows() -> Iterator[tuple[str, str]]:
        for number in range(1000):
            read.append(number)
            yield str(number), f"Phiếu xuất {number}"

    found = Typed("XUAT phieu").first(rows())
    assert (len(found), len(read)) == (20, 20)
    assert Typed("phiếu nhập").first([("1", "Phiếu xuất")]) == ()


def test_shipped_lists_are_read_in_one_way() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SLICE.rglob("*.py")]
    imported = {
        name.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for name in node.names
    }
    assert "csv" not in imported
