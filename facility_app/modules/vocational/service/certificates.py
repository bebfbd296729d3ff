"""Certificates are given under the next number, taken back by a counter-row, printed, reprinted with a reason."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.typed_times import hours_text
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.vocational.domain.results import BOOK_LABELS, BOOKS, Book, Grade, certificate_no
from facility_app.modules.vocational.domain.rights import ISSUE_CERTIFICATES
from facility_app.modules.vocational.queries.judging import judge
from facility_app.modules.vocational.queries.results import ResultRow, list_results
from facility_app.modules.vocational.tables import Certificate, CertificatePrint, Course, PartnerSchool

REGISTER_ARTICLE: Final = "NĐ 163/2026 Đ116.2"
"""Trades are taught by the law on vocational education, which the decree refers to; that the numbers of the
register run one after another, each once, is the program's own convention."""


@dataclass(frozen=True, slots=True)
class GiveCertificate:
    """A certificate for one person of a course.

    Attributes:
        number: as the clerk wrote it on paper; None takes the next one.
        serial: printed on the blank, when it has one.
        signed_by: who signs it.
        board_reason: why the board gives it below a pass mark that is no rule, or to whoever sat through fewer
            hours than the programme has: its minutes, their day.
    """

    course_id: str
    resident_id: str
    grade: Grade
    issued_on: date
    signed_by: str
    number: int | None = None
    serial: str | None = None
    board_reason: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class TakeBackCertificate:
    """A certificate was given by mistake, or its blank was spoilt: its number is never given again."""

    certificate_id: str
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PrintCertificate:
    """A certificate is printed; from the second time on ``reason`` says why."""

    certificate_id: str
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Given:
    """A certificate as written; ``number`` as printed."""

    certificate_id: str
    number: str


def give_certificate(uow: UnitOfWork, command: GiveCertificate) -> Given:
    """Write a certificate into the register under the next number of its book and year.

    Raises:
        UserError: ``not_passed``, ``below_mark``, ``hours_short`` without the board's reason, ``has_certificate``,
            ``number_taken``, ``number_ahead``, ``serial_taken``, ``day_out_of_range``,
            ``before_course_ended``, ``field_missing``, ``not_found``.
    """
    require(uow, ISSUE_CERTIFICATES)
    course = uow.get(Course, command.course_id)
    faults = Faults()
    faults.past_day("issued_on", command.issued_on, local_date(uow.now))
    signed_by = faults.line(
        "signed_by", command.signed_by, needed=label("errors", "Cần họ tên người ký chứng chỉ.")
    )
    serial = faults.line("serial", command.serial)
    faults.refuse()
    board_reason = _require_passed(uow, course, command)
    book, year = BOOKS[course.kind], command.issued_on.year
    number = _next_number(uow, book, year)
    _require_number(uow, command.number, number, book, year)
    _require_serial(uow, serial)
    school = None if course.school_id is None else uow.get(PartnerSchool, course.school_id)
    with uow.act("vocational.give_certificate", reason=board_reason) as act:
        made = uow.add(
            Certificate(
                resident_id=command.resident_id,
                course_id=course.id,
                book=book,
                year=year,
                number=number,
                serial=serial,
                issued_on=command.issued_on,
                grade=command.grade,
                trade=course.name,
                hours=course.hours,
                first_on=course.first_on,
                last_on=course.ended_on or course.last_on,
                signed_by=signed_by or "",
                issuer=None if school is None else school.name,
            )
        )
        act.about(made)
        uow.session.flush()
    return Given(made.id, certificate_no(book, year, number))


def take_back_certificate(uow: UnitOfWork, command: TakeBackCertificate) -> str:
    """Take a certificate back by a counter-row; both stay to be read, the number is never given again.

    Raises:
        UserError: ``certificate_taken_back``, ``not_found``, ``reason_missing``.
    """
    require(uow, ISSUE_CERTIFICATES)
    require_reason(command.reason)
    faults = Faults()
    reason = faults.line("reason", command.reason)
    faults.refuse()
    found = _live(uow, command.certificate_id)
    with uow.act("vocational.take_back_certificate", reason=command.reason) as act:
        columns = ("resident_id", "course_id", "book", "year", "grade", "trade", "hours", "first_on", "last_on")
        made = uow.add(
            Certificate(
                **{name: getattr(found, name) for name in columns},
                issued_on=local_date(uow.now),
                signed_by=found.signed_by,
                issuer=found.issuer,
                cancels_id=found.id,
                reason=reason,
            )
        )
        act.about(made)
        uow.session.flush()
    return made.id


def print_certificate(uow: UnitOfWork, command: PrintCertificate) -> int:
    """Write down that a certificate is printed; answers which print it is, from 1.

    Raises:
        UserError: ``certificate_taken_back``, ``reprint_reason``, ``not_found``.
    """
    require(uow, ISSUE_CERTIFICATES)
    found = _live(uow, command.certificate_id)
    asked = sa.select(sa.func.max(CertificatePrint.print_no)).where(CertificatePrint.certificate_id == found.id)
    print_no = int(uow.session.scalar(asked) or 0) + 1
    faults = Faults()
    reason = faults.line("reason", command.reason)
    if print_no > 1 and reason is None:
        faults.add(
            "reprint_reason", "reason", label("errors", "In lại chứng chỉ cần lý do: hỏng, mất, sai bản in …")
        )
    faults.refuse()
    with uow.act("vocational.print_certificate", reason=reason) as act:
        made = uow.add(
            CertificatePrint(
                resident_id=found.resident_id, certificate_id=found.id, print_no=print_no, reason=reason
            )
        )
        act.about(made)
        uow.session.flush()
    return print_no


def _require_passed(uow: UnitOfWork, course: Course, command: GiveCertificate) -> str | None:
    """Refuse whoever may not have one; answers the board's reason where it is needed."""
    row = next((one for one in list_results(uow, course.id) if one.resident_id == command.resident_id), None)
    if row is None or not (row.has_passed or row.may_board_decide):
        raise UserError(
            "not_passed",
            label(
                "errors", "Chưa đủ điểm đạt để cấp chứng chỉ. Hãy nhập điểm các mô đun, điểm thi của người này."
            ),
        )
    if row.certificate_id:
        raise UserError(
            "has_certificate",
            label(
                "errors",
                "Người này đã có chứng chỉ số {number} của khóa. Muốn cấp lại, hãy hủy chứng chỉ đó trước.",
            ),
            number=row.certificate,
        )
    if command.issued_on < course.first_on:
        raise UserError(
            "before_course_ended",
            label("errors", "Ngày cấp đứng trước ngày khai giảng của khóa. Hãy sửa ngày cấp."),
            fields={"issued_on": label("errors", "Trước ngày khai giảng")},
        )
    return None if row.has_passed and not row.is_short else _board_reason(uow, course, row, command.board_reason)


def _board_reason(uow: UnitOfWork, course: Course, row: ResultRow, typed: str | None) -> str:
    """Why a certificate is given below a mark that no rule sets, or for fewer hours than the programme has."""
    faults = Faults()
    reason = faults.line("board_reason", typed)
    faults.refuse()
    if reason is None and row.has_passed:
        raise UserError(
            "hours_short",
            label(
                "errors",
                "Mới học {sat}/{hours} giờ của khóa theo phiếu điểm danh. Hãy ghi đủ phiếu điểm danh; hội đồng "
                "vẫn công nhận thì ghi căn cứ: số, ngày biên bản.",
            ),
            fields={"board_reason": label("errors", "Thiếu giờ học: cần căn cứ của hội đồng")},
            sat=hours_text(row.sat_minutes),
            hours=row.hours,
        )
    if reason is None:
        mark = judge(uow, [course.id])[course.id].mark
        raise UserError(
            "below_mark",
            label(
                "errors",
                "Điểm dưới mức đạt {mark} ({article}). Hội đồng vẫn công nhận thì ghi căn cứ: số, ngày biên bản.",
            ),
            fields={"board_reason": label("errors", "Dưới mức đạt: cần căn cứ của hội đồng")},
            mark=mark.score,
            article=mark.article,
        )
    return reason


def _next_number(uow: UnitOfWork, book: Book, year: int) -> int:
    asked = sa.select(sa.func.max(Certificate.number)).where(Certificate.book == book, Certificate.year == year)
    return int(uow.session.scalar(asked) or 0) + 1


def _require_number(uow: UnitOfWork, wanted: int | None, number: int, book: Book, year: int) -> None:
    """Refuse a number that is taken, or that would leave a gap, and say which one is next."""
    if wanted is None or wanted == number:
        return
    nearest = certificate_no(book, year, number)
    if wanted > number:
        raise UserError(
            "number_ahead",
            label(
                "errors",
                "Số {wanted} bỏ cách số: số trong sổ {book} năm {year} cấp liền nhau ({article}). Hãy ghi "
                "{nearest}, hoặc để trống ô này.",
            ),
            fields={"number": label("errors", "Bỏ cách số")},
            wanted=wanted,
            article=REGISTER_ARTICLE,
            book=BOOK_LABELS[book],
            year=year,
            nearest=nearest,
        )
    asked = sa.select(Certificate).where(
        Certificate.book == book, Certificate.year == year, Certificate.number == wanted
    )
    holder = uow.session.scalars(asked).first()
    code = "" if holder is None else _code_of(uow, holder.resident_id)
    raise UserError(
        "number_taken",
        label(
            "errors",
            "Số {taken} đã cấp cho {code}: mỗi số trong sổ chỉ cấp một lần, kể cả khi đã hủy ({article}). Hãy ghi "
            "{nearest}, hoặc để trống ô này.",
        ),
        fields={"number": label("errors", "Số đã cấp")},
        taken=certificate_no(book, year, wanted),
        article=REGISTER_ARTICLE,
        code=code,
        nearest=nearest,
    )


def _require_serial(uow: UnitOfWork, serial: str | None) -> None:
    if serial is None:
        return
    holder = uow.session.scalars(sa.select(Certificate).where(Certificate.serial == serial)).first()
    if holder is not None:
        raise UserError(
            "serial_taken",
            label("errors", "Phôi số {serial} đã dùng cho {code}. Hãy xem lại số in trên phôi."),
            fields={"serial": label("errors", "Phôi đã dùng")},
            serial=serial,
            code=_code_of(uow, holder.resident_id),
        )


def _code_of(uow: UnitOfWork, resident_id: str) -> str:
    return next((row.code for row in list_resident_rows(uow, (resident_id,))), "")


def _live(uow: UnitOfWork, certificate_id: str) -> Certificate:
    found = uow.get(Certificate, certificate_id)
    asked = sa.select(Certificate.id).where(Certificate.cancels_id == found.id)
    if found.number is None or uow.session.scalar(asked) is not None:
        raise UserError(
            "certificate_taken_back",
            label("errors", "Chứng chỉ này đã hủy; số của nó không dùng lại. Hãy mở lại sổ cấp chứng chỉ."),
        )
    return found
