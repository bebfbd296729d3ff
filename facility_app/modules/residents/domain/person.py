"""Who somebody is (V-17 part I): the facts of one person that are no list of their own."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from facility_app.kernel.dates import format_date
from facility_app.kernel.labels import label
from facility_app.kernel.names import wrong_letter
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.faults import EARLIEST, Faults

_HEIGHT_CM: Final = (50, 250)
_WEIGHT_KG: Final = (10, 300)


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """Nhân thân: what a form asks once about one person; None is "not known".

    Attributes:
        name: family name first, as on the papers.
        sex: as on the papers.
        birth_on: the day of birth when it is known.
        birth_year: always; of ``birth_on`` when that is known.
        body_sex: the sex of the body where it is not that of the papers; decides the area (L25 Đ46.2h).
        nationality: code of the list ``nationality``; likewise the other codes of V-17.
        diplomas: văn bằng, chứng chỉ.
        skill: trình độ chuyên môn cao nhất.
        height_cm: for the search form V-43.
        weight_kg: likewise, as of the intake.
        note: anything else.
    """

    name: str
    sex: Sex
    birth_on: date | None = None
    birth_year: int | None = None
    body_sex: Sex | None = None
    nationality: str | None = None
    ethnicity: str | None = None
    religion: str | None = None
    policy_group: str | None = None
    education_level: str | None = None
    diplomas: str | None = None
    occupation: str | None = None
    skill: str | None = None
    employment: str | None = None
    marital_status: str | None = None
    height_cm: int | None = None
    weight_kg: int | None = None
    note: str | None = None

    @property
    def year_of_birth(self) -> int:
        """The year, also of facts not yet checked; 0 while nothing is typed."""
        return (self.birth_year or 0) if self.birth_on is None else self.birth_on.year


CODE_FIELDS: Final = (
    "nationality", "ethnicity", "religion", "policy_group", "education_level", "employment", "marital_status",
)  # fmt: skip
"""Fields of ``Person`` that hold a code of the catalogue's list of the same name."""


def checked_person(typed: Person, today: date) -> Person:
    """The facts as kept: NFC, single blanks, the year of birth filled in.

    Raises:
        UserError: ``bad_name``, ``birth_missing``, ``birth_years_differ``, ``day_out_of_range`` and what the
            fields' texts break; ``bad_fields`` for several.
    """
    faults = Faults()
    kept = replace(
        typed,
        name=checked_name(faults, "name", typed.name),
        birth_year=_birth_year(faults, typed, today),
        body_sex=None if typed.body_sex == typed.sex else typed.body_sex,
        nationality=faults.code("nationality", typed.nationality),
        ethnicity=faults.code("ethnicity", typed.ethnicity),
        religion=faults.code("religion", typed.religion),
        policy_group=faults.code("policy_group", typed.policy_group),
        education_level=faults.code("education_level", typed.education_level),
        employment=faults.code("employment", typed.employment),
        marital_status=faults.code("marital_status", typed.marital_status),
        diplomas=faults.line("diplomas", typed.diplomas),
        occupation=faults.line("occupation", typed.occupation),
        skill=faults.line("skill", typed.skill),
        height_cm=faults.amount("height_cm", typed.height_cm, *_HEIGHT_CM),
        weight_kg=faults.amount("weight_kg", typed.weight_kg, *_WEIGHT_KG),
        note=faults.note("note", typed.note),
    )
    faults.refuse()
    return kept


def checked_name(faults: Faults, field: str, typed: str) -> str:
    """A person's name as kept; one without a letter, with a digit or a sign no name is written with is a fault."""
    missing = label("errors", "Họ tên còn trống. Hãy ghi họ tên như trên giấy tờ.")
    name = faults.line(field, typed, needed=missing) or ""
    if name and (wrong_letter(name) is not None or not any(char.isalpha() for char in name)):
        faults.add("bad_name", field, label("errors", "Họ tên chỉ gồm chữ. Hãy xem lại, có thể đã nhập nhầm ô."))
    return name


def birth_text(birth_on: date | None, birth_year: int) -> str:
    """The birth as lists show it: the day, or the year alone."""
    return f"{birth_year:04}" if birth_on is None else format_date(birth_on)


def age_on(day: date, birth_on: date | None, birth_year: int) -> int:
    """Full years lived on ``day``; where only the year is known, as if born on its last day."""
    if birth_on is None:
        return max(day.year - birth_year - ((day.month, day.day) < (12, 31)), 0)
    return day.year - birth_on.year - ((day.month, day.day) < (birth_on.month, birth_on.day))


def _birth_year(faults: Faults, typed: Person, today: date) -> int | None:
    if typed.birth_on is not None:
        faults.past_day("birth_on", typed.birth_on, today)
        if typed.birth_year not in {None, typed.birth_on.year}:
            faults.add(
                "birth_years_differ",
                "birth_year",
                label("errors", "Năm sinh khác với năm của ngày sinh. Hãy sửa một trong hai."),
            )
        return typed.birth_on.year
    if typed.birth_year is None:
        faults.add(
            "birth_missing",
            "birth_on",
            label("errors", "Cần ngày sinh, hoặc ít nhất năm sinh. Không có giấy tờ thì ghi năm người đó khai."),
        )
    elif not EARLIEST.year <= typed.birth_year <= today.year:
        faults.add(
            "day_out_of_range", "birth_year", label("errors", "Năm sinh phải từ 1900 đến năm nay, đủ bốn chữ số.")
        )
    return typed.birth_year
