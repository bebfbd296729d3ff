"""Who teaches and employs beside the facility: partner schools, employers and the places they offer."""

from dataclasses import dataclass, field, replace
from datetime import date

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """Cơ sở giáo dục nghề nghiệp phối hợp (NĐ 163/2026 Đ116.2).

    Attributes:
        licence: number of its registration to teach trades.
        agreement: number and day of the contract with the facility.
    """

    name: str
    licence: str | None = None
    agreement: str | None = None
    address: str | None = None
    contact: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class EmployerFacts:
    """Doanh nghiệp, hộ kinh doanh, hợp tác xã."""

    name: str
    trade: str | None = None
    address: str | None = None
    contact: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)
    note: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class VacancyFacts:
    """Chỗ làm việc đang tuyển; ``open_to`` the last day, None: until it is filled."""

    employer_id: str
    job: str
    seats: int
    open_from: date
    open_to: date | None = None
    wage: str | None = None
    wants: str | None = None


def checked_school(typed: SchoolFacts, _today: date) -> SchoolFacts:
    """A school as kept, or what is wrong with it.

    Raises:
        UserError: ``field_missing``, ``text_too_long``; of several ``bad_fields``.
    """
    faults = Faults()
    name = faults.line("name", typed.name, needed=label("errors", "Cần tên cơ sở giáo dục nghề nghiệp."))
    lines = ("licence", "agreement", "address", "contact", "phone")
    kept = {one: faults.line(one, getattr(typed, one)) for one in lines}
    faults.refuse()
    return SchoolFacts(name or "", **kept)


def checked_employer(typed: EmployerFacts, _today: date) -> EmployerFacts:
    """An employer as kept, or what is wrong with it.

    Raises:
        UserError: ``field_missing``, ``text_too_long``; of several ``bad_fields``.
    """
    faults = Faults()
    name = faults.line("name", typed.name, needed=label("errors", "Cần tên người sử dụng lao động."))
    kept = {one: faults.line(one, getattr(typed, one)) for one in ("trade", "address", "contact", "phone")}
    note = faults.note("note", typed.note)
    faults.refuse()
    return EmployerFacts(name or "", **kept, note=note)


def checked_vacancy(typed: VacancyFacts, _today: date) -> VacancyFacts:
    """A vacancy as kept, or what is wrong with it.

    Raises:
        UserError: ``field_missing``, ``number_out_of_range``, ``span_reversed``; of several ``bad_fields``.
    """
    faults = Faults()
    job = faults.line("job", typed.job, needed=label("errors", "Cần tên công việc tuyển."))
    faults.amount("seats", typed.seats, 1, 1_000)
    faults.span("open_to", typed.open_from, typed.open_to)
    wage, wants = faults.line("wage", typed.wage), faults.line("wants", typed.wants)
    faults.refuse()
    return replace(typed, job=job or "", wage=wage, wants=wants)
