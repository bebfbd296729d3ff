"""PL VIII, IX, XI, XII, XV and XVIII of TT 18/2026/TT-BYT, filled from the records.

They are papers of controlled medicines: whatever is no such medicine is left out, so that no line of them ever
tells of HIV; a class is that of the paper's own day. How much of a narcotic is said in digits and in words.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Cell
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.dates import format_date, format_moment, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.spec import Filling
from facility_app.modules.catalogues.api import UnitKind, get_facility
from facility_app.modules.pharmacy.domain import READ_TAKEN, VIEW_STOCK
from facility_app.modules.pharmacy.domain.amounts import UNIT_LABELS
from facility_app.modules.pharmacy.domain.classes import CLASS_LABELS, DrugClass
from facility_app.modules.pharmacy.domain.ledger import ENTRY_KIND_LABELS
from facility_app.modules.pharmacy.domain.reports import require_report_open, require_year_over
from facility_app.modules.pharmacy.queries.catalogue import MedicineRow
from facility_app.modules.pharmacy.queries.finding import Typed
from facility_app.modules.pharmacy.queries.ledger import EntryRow, get_page
from facility_app.modules.pharmacy.queries.papers import get_loss, get_requisition
from facility_app.modules.pharmacy.queries.reports import get_yearly_report, list_sent_reports
from facility_app.modules.pharmacy.queries.returns import get_return
from facility_app.modules.pharmacy.queries.slips import get_slip
from facility_app.modules.pharmacy.queries.year import YearRow, list_year

_HASH_SHOWN: Final = 16
_YEARS: Final = 3
_YEAR_DIGITS: Final = 4
_FIRST_YEAR: Final = 2000


def fill_book_page(uow: UnitOfWork, _form: FormSpec, day_id: str, _on: date) -> Filling:
    """PL VIII: one signed page, its columns as the annex numbers them.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    page = get_page(uow, day_id)
    medicine, measure = page.medicine, page.medicine.measure
    payload: dict[str, object] = {
        "book_class": label("papers", "Thuốc {name}").format(name=str(CLASS_LABELS[_class(medicine)]).lower()),
        "book_medicine": medicine.name,
        "book_registration": medicine.registration_no,
        "book_unit": str(UNIT_LABELS[measure.stock_unit]),
        "book_place": page.row.place,
        "book_no": medicine.book_no,
        "book_day": page.row.booked_on,
        "book_opening": measure.stock_number(page.opening),
        "book_received": measure.stock_number(page.received),
        "book_issued": measure.stock_number(page.issued),
        "book_closing": measure.stock_number(page.closing),
        "book_closing_words": measure.words(page.closing),
        "book_chain": f"{page.chain_no}/{page.chain_hash[:_HASH_SHOWN]}",
        "book_manager": page.row.manager_name,
        "book_head": page.row.head_name,
        "book_rows": tuple(_book_row(medicine, one) for one in page.entries),
    }
    return Filling(payload, about=f"{medicine.name}, {format_date(page.row.booked_on)}")


def fill_year(uow: UnitOfWork, _form: FormSpec, year: str, _on: date) -> Filling:
    """PL IX: what moved in a year; the record's id is the year itself.

    Raises:
        UserError: ``not_found``; ``report_not_open``, ``year_not_over``. Before the year is over the paper names
            the day of its figures.
    """
    require(uow, VIEW_STOCK)
    if not year.isdecimal() or len(year) != _YEAR_DIGITS or int(year) < _FIRST_YEAR:
        raise UserError(
            "not_found",
            label("errors", "Không tìm thấy bản ghi {id}. Có thể danh sách đã cũ; hãy mở lại danh sách."),
            id=year[:8],
        )
    today = local_date(uow.now)
    if int(year) > today.year:
        require_year_over(int(year), today)
    require_report_open(get_yearly_report(uow, int(year)), today)
    rows = tuple(_year_row(place, row) for place, row in enumerate(list_year(uow, int(year)), 1))
    said = label("papers", "{year} (số liệu đến ngày {day})").format(year=year, day=format_date(today))
    shown = said if int(year) == today.year else year
    payload = {"report_year": shown, "report_to": _authority(uow), "year_rows": rows}
    return Filling(payload, about=label("papers", "Năm {year}").format(year=year))


def find_years(uow: UnitOfWork, text: str) -> tuple[tuple[str, str], ...]:
    """The years a report can be made of, the last one first, and under which number it went out."""
    require(uow, VIEW_STOCK)
    today = local_date(uow.now)
    last = today.year if get_yearly_report(uow, today.year).first_day <= today else today.year - 1
    sent: dict[int, list[str]] = {}
    for one in list_sent_reports(uow):
        sent.setdefault(one.year, []).append(one.number)
    return Typed(text).first(
        (str(year), _year_name(year, sent.get(year, ()))) for year in range(last, last - _YEARS, -1)
    )


def fill_loss(uow: UnitOfWork, _form: FormSpec, loss_id: str, _on: date) -> Filling:
    """PL XI: one loss.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    loss = get_loss(uow, loss_id)
    medicine = loss.medicine
    what = (medicine.name, medicine.form, medicine.pack, medicine.registration_no)
    row: dict[str, Cell] = {
        "no": "1",
        "medicine": ", ".join(filter(None, what)),
        "unit": str(UNIT_LABELS[medicine.measure.stock_unit]),
        "amount": _amount(medicine, loss.amount),
        "cause": loss.cause,
        "measure": loss.measure,
        "note": label("papers", "Lô {lot}").format(lot=loss.lot_no) if loss.lot_no else "",
    }
    payload = {
        "report_to": _authority(uow),
        "loss_place": loss.place,
        "loss_found_at": loss.found_at,
        "loss_rows": (row,),
    }
    return Filling(payload, about=medicine.name)


def fill_requisition(uow: UnitOfWork, _form: FormSpec, requisition_id: str, _on: date) -> Filling:
    """PL XII: one requisition with its four places to sign.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    asked = get_requisition(uow, requisition_id)
    lines = [one for one in asked.lines if one.medicine.drug_class.is_in_book]
    rows: tuple[dict[str, Cell], ...] = tuple(
        {
            "no": str(place),
            "medicine": one.medicine.brand or one.medicine.generic,
            "strength": f"{one.medicine.generic} – {one.medicine.strength}",
            "unit": str(UNIT_LABELS[one.medicine.measure.stock_unit]),
            "asked": _amount(one.medicine, one.asked),
            "issued": "" if one.issued is None else _amount(one.medicine, one.issued),
            "note": one.note,
        }
        for place, one in enumerate(lines, 1)
    )
    payload = {
        "requisition_number": asked.number,
        "department": asked.department,
        "requisition_day": asked.asked_on,
        "requisition_from": asked.from_place,
        "requisition_to": asked.to_place,
        "asking_head": asked.asked_name,
        "issuing_head": asked.approved_name,
        "issuer_name": asked.issued_name,
        "receiver_name": asked.received_name,
        "requisition_rows": rows,
    }
    return Filling(payload, about=f"{asked.number}, {asked.department}")


def fill_slip(uow: UnitOfWork, _form: FormSpec, slip_id: str, _on: date) -> Filling:
    """PL XV: one slip of what went out.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_STOCK)
    slip = get_slip(uow, slip_id)
    lines = [one for one in slip.lines if one.medicine.drug_class.is_in_book]
    rows: tuple[dict[str, Cell], ...] = tuple(
        {
            "no": str(place),
            "medicine": one.medicine.name,
            "unit": str(UNIT_LABELS[one.medicine.measure.stock_unit]),
            "amount": _amount(one.medicine, one.amount),
            "lot": _lot(one.lot_no, one.expires_on),
            "maker": one.maker,
            "note": "",
        }
        for place, one in enumerate(lines, 1)
    )
    payload = {
        "slip_number": slip.number,
        "slip_day": local_date(slip.happened_at),
        "slip_from": slip.from_place,
        "slip_to": slip.to_place or slip.counterpart,
        "outside_receiver": slip.counterpart if slip.counterpart_paper else None,
        "outside_paper": slip.counterpart_paper,
        "deliverer_name": slip.officer_name,
        "slip_receiver": slip.witness_name,
        "slip_rows": rows,
    }
    return Filling(payload, about=slip.number)


def fill_return(uow: UnitOfWork, _form: FormSpec, return_id: str, _on: date) -> Filling:
    """PL XVIII: what a person or their family gave back; the register does not say whose it was.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_TAKEN)
    given = get_return(uow, return_id)
    lines = [one for one in given.lines if one.drug_class.is_in_book]
    rows: tuple[dict[str, Cell], ...] = tuple(
        {
            "no": str(place),
            "medicine": one.name,
            "unit": str(UNIT_LABELS[one.measure.stock_unit]),
            "amount": f"{one.measure.stock_number(one.amount)} ({one.measure.words(one.amount)})",
            "expires": format_date(one.expires_on),
            "look": one.look,
            "reason": one.reason,
        }
        for place, one in enumerate(lines, 1)
    )
    role = (
        label("papers", "người đại diện của người bệnh")
        if given.is_representative
        else label("papers", "người bệnh")
    )
    payload = {
        "returned_at": given.returned_at,
        "returned_where": given.happened_where,
        "giver_name": given.giver_name,
        "giver_paper": given.giver_paper,
        "giver_role": str(role),
        "return_receiver": given.receiver_name,
        "return_rows": rows,
    }
    return Filling(payload, about=given.number)


def _year_name(year: int, numbers: Sequence[str]) -> str:
    if not numbers:
        return label("papers", "Năm {year}").format(year=year)
    return label("papers", "Năm {year} – đã gửi số {number}").format(year=year, number=", ".join(numbers))


def _book_row(medicine: MedicineRow, one: EntryRow) -> dict[str, Cell]:
    amount = medicine.measure.stock_number(abs(one.amount))
    said: Iterable[str | None] = (
        str(ENTRY_KIND_LABELS[one.kind]),
        one.reason,
        _late(one),
    )
    return {
        "day": format_date(one.booked_on),
        "place": one.other,
        "paper": one.number,
        "received": amount if one.amount > 0 else "",
        "issued": amount if one.amount < 0 else "",
        "left": medicine.measure.stock_number(one.book_after),
        "lot": _lot(one.lot_no, one.expires_on),
        "note": "; ".join(filter(None, said)),
    }


def _late(one: EntryRow) -> str:
    """When it was done, on the page of another day."""
    if one.happened_at is None or local_date(one.happened_at) == one.booked_on:
        return ""
    return format_moment(one.happened_at)


def _year_row(place: int, row: YearRow) -> dict[str, Cell]:
    medicine, number = row.medicine, row.medicine.measure.stock_number
    lost = [
        (label("papers", "vỡ, hỏng {amount}"), row.broken),
        (label("papers", "hết hạn {amount}"), row.expired),
        (label("papers", "thiếu {amount}"), row.missing),
    ]
    why = ", ".join(text.format(amount=number(amount)) for text, amount in lost if amount)
    return {
        "no": str(place),
        "name": ", ".join(filter(None, (medicine.brand or medicine.generic, medicine.form, medicine.pack))),
        "strength": f"{medicine.generic} {medicine.strength}",
        "substance": medicine.generic,
        "registration": medicine.registration_no,
        "unit": str(UNIT_LABELS[medicine.measure.stock_unit]),
        "opening": number(row.opening),
        "received": number(row.received),
        "total": number(row.total),
        "place": "; ".join(row.sources),
        "issued": number(row.issued),
        "lost": f"{number(row.lost)} ({why})" if why else number(row.lost),
        "closing": number(row.closing),
    }


def _amount(medicine: MedicineRow, amount: int) -> str:
    """Digits; of what is managed as narcotic the words besides (TT 26/2025)."""
    number = medicine.measure.stock_number(amount)
    return f"{number} ({medicine.measure.words(amount)})" if _class(medicine) is DrugClass.NARCOTIC else number


def _class(medicine: MedicineRow) -> DrugClass:
    """The class its book is kept by: substitution medicines are managed as narcotic (NĐ 141/2024 Đ54.2)."""
    return DrugClass.NARCOTIC if medicine.is_substitute else medicine.drug_class


def _lot(lot_no: str, expires_on: date) -> str:
    return f"{lot_no}, {format_date(expires_on)}"


def _authority(uow: UnitOfWork) -> str:
    """Whom a facility reports to (Đ7.1): its own police health department, or the province's health authority."""
    kind = get_facility(uow).unit_kind
    if kind is UnitKind.PRIVATE:
        return label("papers", "Sở Y tế")
    return label("papers", "Cục Y tế – Bộ Công an")
