"""The certificate itself: for many the first they ever had."""

from datetime import date
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.diploma import Diploma
from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.vocational.domain.results import GRADE_LABELS
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.queries.certificates import CertificateRow, get_certificate
from facility_app.modules.vocational.queries.courses import list_modules
from facility_app.modules.vocational.queries.hours import get_minutes_sat

PADDED: Final = 3
"""January and February have a 0 before them, as in every paper of the State."""
MOST_LETTERS: Final = 130
"""Of the line of modules: two lines of the certificate."""


def certificate_paper(uow: UnitOfWork, certificate_id: str, print_no: int) -> Diploma:
    """A certificate as it was given; ``print_no`` from 1, and said from the second on.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_VOCATIONAL)
    row, facility = get_certificate(uow, certificate_id), get_facility(uow)
    days = label("papers", "{first} đến {last}").format(
        first=format_date(row.first_on), last=format_date(row.last_on)
    )
    lines = (
        (label("papers", "Đã học xong nghề"), row.trade),
        (label("papers", "Thời gian học: từ ngày"), days),
        *_hours(uow, row),
        (label("papers", "Xếp loại:"), GRADE_LABELS[row.grade]),
    )
    return Diploma(
        title=row.title.upper(),
        parent="" if row.issuer else (facility.parent_name or "").upper(),
        issuer=(row.issuer or facility.name).upper(),
        given_to=label("papers", "cấp cho ông (bà)"),
        name=row.name,
        below_name=label("papers", "Ngày sinh: {birth}").format(birth=row.birth),
        lines=lines,
        place_date=_place_date(facility.place_name or "", row.issued_on),
        signer_title=label("papers", "NGƯỜI KÝ CẤP") if row.issuer else facility.head_title.upper(),
        signer=row.signed_by,
        numbers=(
            (label("papers", "Số vào sổ cấp"), row.number),
            (label("papers", "Số phôi"), row.serial or ""),
        ),
        reprint=label("papers", "In lại lần {count}").format(count=print_no - 1) if print_no > 1 else "",
    )


def _hours(uow: UnitOfWork, row: CertificateRow) -> tuple[tuple[str, str], ...]:
    """The hours of the programme and what of them was sat through, altogether and module by module.

    A course whose sheets are kept elsewhere says its programme alone; lessons of no module are in the
    sum only. Modules too many for the two lines there is room for stand by their numbers.
    """
    everybody, modules = get_minutes_sat(uow, row.course_id), list_modules(uow, row.course_id)
    sat = everybody.get(row.resident_id, {})
    of = label("papers", "{hours} giờ").format(hours=row.hours)
    if everybody:
        of = label("papers", "{sat}/{hours} giờ (đã học/chương trình)").format(
            sat=hours_text(sum(sat.values())), hours=row.hours
        )
    is_told = bool(sat) and "" not in sat
    hours = [
        f"{hours_text(sat.get(one.module_id, 0))}/{one.facts.hours}" if is_told else str(one.facts.hours)
        for one in modules
    ]
    parts = "; ".join(f"{one.facts.name} {text}" for one, text in zip(modules, hours, strict=True))
    if len(parts) > MOST_LETTERS:
        parts = "; ".join(f"{place}) {text}" for place, text in enumerate(hours, 1))
    made = [(label("papers", "Số giờ học:"), of)]
    if parts:
        made.append((label("papers", "Trong đó (giờ):"), parts))
    return tuple(made)


def _place_date(place: str, day: date) -> str:
    said = label("papers", "ngày {day} tháng {month} năm {year}").format(
        day=f"{day.day:02}", month=f"{day.month:02}" if day.month < PADDED else day.month, year=day.year
    )
    return f"{place}, {said}" if place else said[0].upper() + said[1:]
