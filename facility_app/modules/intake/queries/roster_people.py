"""What a row says of the person, as the residents' file keeps it; checked by the residents' own rules."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, TypeVar

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.roster_fields import RosterField
from facility_app.modules.intake.domain.roster_words import (
    NamedKin,
    count_of,
    has_old_units,
    says_none,
    units_of,
)
from facility_app.modules.intake.queries.roster_cells import RowCells
from facility_app.modules.residents.api import (
    NEW_CARDS_FROM,
    PAPER_DOUBT_LABELS,
    Address,
    AddressKind,
    Alias,
    LegalRecord,
    LegalRecordKind,
    Paper,
    PaperKind,
    Person,
    Relation,
    Relative,
    RosterLine,
    SubstanceUse,
    checked_address,
    checked_alias,
    checked_legal_record,
    checked_paper,
    checked_person,
    checked_relative,
    paper_doubts,
)
from facility_app.sheets.cells import plain_text
from facility_app.sheets.reading.grid import Remark

FactsT = TypeVar("FactsT")

_PERSON: Final[Mapping[str, RosterField]] = {
    "name": RosterField.NAME, "birth_on": RosterField.BIRTH, "birth_year": RosterField.BIRTH,
    "occupation": RosterField.OCCUPATION, "note": RosterField.NOTE,
}  # fmt: skip
_PAPER: Final[Mapping[str, RosterField]] = {
    "number": RosterField.PAPER, "issued_on": RosterField.PAPER_ON, "issued_by": RosterField.PAPER_BY,
}  # fmt: skip
_HOME: Final = dict.fromkeys(("detail", "place_text", "commune_code"), RosterField.HOME)
_GRADE_FROM_DATE: Final = label("errors", "Bảng tính đã đổi ô trình độ thành ngày; đã hiểu là lớp {grade}/12.")
_GRADE: Final = label("errors", "“{value}”: đã hiểu là {level}.")
_COUNT: Final = label("intake", "{count} tiền án, tiền sự theo danh sách, chưa rõ tội danh")
_MONTHS_OF_YEAR: Final = 12
_PERSONAL, _OLD = 12, 9


@dataclass
class PersonReader:
    """Reads one row's person.

    Attributes:
        may_substances: whether the actor may write substances down.
    """

    cells: RowCells
    may_substances: bool
    today: date = field(init=False)

    def __post_init__(self) -> None:
        """Take the day of the list."""
        self.today = self.cells.roster.today

    def line(self) -> RosterLine | None:
        """The person with everything the row says; None for a row that has faults."""
        cells = self.cells
        papers = self._papers()
        number = papers[0].number if papers else None
        name, birth, sex = cells.full_name(), cells.birth(), cells.sex(number)
        self._need(name, RosterField.NAME, RosterField.GIVEN_NAME)
        self._need(birth, RosterField.BIRTH, RosterField.MALE, RosterField.FEMALE)
        self._need(sex, RosterField.SEX, RosterField.MALE, RosterField.FEMALE)
        ethnicity, religion = cells.code(RosterField.ETHNICITY), cells.code(RosterField.RELIGION)
        education, marital = self._education(), cells.code(RosterField.MARITAL)
        occupation = cells.text(RosterField.OCCUPATION)
        aliases = self._kept(self._aliases(), checked_alias, {"name": RosterField.OTHER_NAME})
        addresses = self._addresses()
        relatives = self._relatives()
        substances, records = self._substances(), self._records()
        if cells.has_faults() or name is None or sex is None or birth is None:
            return None
        person = Person(
            name,
            sex,
            birth.on,
            birth.year,
            ethnicity=ethnicity,
            religion=religion,
            education_level=education,
            marital_status=marital,
            occupation=occupation,
            note=self._note(),
        )
        made = self._checked(person, checked_person, _PERSON)
        if made is None or cells.has_faults():
            return None
        self._doubt_papers(made, papers)
        return RosterLine(
            made,
            tuple(aliases),
            tuple(papers),
            tuple(addresses),
            tuple(relatives),
            tuple(substances),
            records=tuple(records),
        )

    def _need(self, value: object, name: RosterField, *places: RosterField) -> None:
        """Note a missing value, unless its cell has a fault of its own."""
        columns = {self.cells.roster.fields.get(one) for one in (name, *places)} - {None}
        said = any(mark.is_fault and mark.column in columns for mark in self.cells.marks)
        if value is None and not said:
            self.cells.miss(name)

    def _papers(self) -> list[Paper]:
        cells, made = self.cells, []
        issued_on = cells.day(RosterField.PAPER_ON)
        issued_by = cells.text(RosterField.PAPER_BY)
        number = cells.number(RosterField.PAPER, (_PERSONAL, _OLD))
        old = cells.number(RosterField.OLD_PAPER, (_OLD, _PERSONAL))
        if number is not None:
            made.append(Paper(_kind(number, issued_on), number, issued_on, issued_by))
        if old is not None and old != number:
            dates = (None, None) if made else (issued_on, issued_by)
            made.append(Paper(_kind(old, dates[0]), old, *dates))
        return self._kept(made, checked_paper, _PAPER)

    def _doubt_papers(self, person: Person, papers: list[Paper]) -> None:
        for paper in papers:
            for doubt in paper_doubts(paper, person.sex, person.year_of_birth, self.today):
                self.cells.say(RosterField.PAPER, Remark(PAPER_DOUBT_LABELS[doubt]), is_fault=False)

    def _education(self) -> str | None:
        cells, value = self.cells, self.cells.value(RosterField.EDUCATION)
        if isinstance(value, date):
            # 9/12 typed as a grade: Excel made 9 December or 12 September of it.
            grade = value.day if value.month == _MONTHS_OF_YEAR else value.month
            is_grade = _MONTHS_OF_YEAR in {value.day, value.month}
            said = Remark(_GRADE_FROM_DATE, {"grade": grade})
            if is_grade:
                cells.say(RosterField.EDUCATION, said, is_fault=False)
                return _level(grade)
        grade_text = plain_text(value).casefold().replace("lớp", "").strip(" .")
        whole = grade_text.partition("/")[0].strip()
        if whole.isascii() and whole.isdigit() and int(whole) <= _MONTHS_OF_YEAR:
            return _level(int(whole))
        return cells.code(RosterField.EDUCATION)

    def _aliases(self) -> list[Alias]:
        text = self.cells.text(RosterField.OTHER_NAME)
        return [] if text is None or says_none(text) else [Alias(text)]

    def _addresses(self) -> list[Address]:
        made = []
        whole = self.cells.text(RosterField.HOME)
        parts = {
            one: self.cells.text(one)
            for one in (RosterField.HOME_DETAIL, RosterField.COMMUNE, RosterField.DISTRICT, RosterField.PROVINCE)
        }
        if any(parts.values()):
            made.append(self._home_of_parts(parts, whole))
        elif whole is not None:
            made.append(self._address(AddressKind.PERMANENT, whole))
        for name, kind in ((RosterField.CURRENT, AddressKind.CURRENT), (RosterField.NATIVE, AddressKind.NATIVE)):
            text = self.cells.text(name)
            if text is not None and not says_none(text):
                made.append(self._address(kind, text))
        return self._kept(made, checked_address, _HOME)

    def _home_of_parts(self, parts: Mapping[RosterField, str | None], whole: str | None) -> Address:
        detail = ", ".join(one for one in (parts[RosterField.HOME_DETAIL], whole) if one) or None
        commune, province = parts[RosterField.COMMUNE], parts[RosterField.PROVINCE]
        district = parts[RosterField.DISTRICT]
        found = None
        if commune and province and not district:
            found = self.cells.lists.commune(commune, province)
        if found is not None:
            return Address(AddressKind.PERMANENT, detail, found.code, found.path)
        units = ", ".join(one for one in (commune, district, province) if one) or None
        return Address(AddressKind.PERMANENT, detail, None, units)

    def _address(self, kind: AddressKind, text: str) -> Address:
        """An address in one cell; its commune is found only where the units are surely those of today."""
        units = units_of(text)
        if len(units) > 1 and not has_old_units(text):
            found = self.cells.lists.commune(units[-2], units[-1])
            if found is not None:
                return Address(kind, ", ".join(units[:-2]) or None, found.code, found.path)
        return Address(kind, None, None, text)

    def _relatives(self) -> list[Relative]:
        cells = self.cells
        father, mother = cells.parents()
        spouse, contact = cells.kin(RosterField.SPOUSE), cells.kin(RosterField.CONTACT)
        phone = cells.phone()
        made: list[Relative] = []
        told: tuple[tuple[Relation, NamedKin | None], ...] = (
            (Relation.FATHER, father),
            (Relation.MOTHER, mother),
            (Relation.SPOUSE, spouse),
        )
        for relation, kin in told:
            if kin is not None:
                is_contact = contact is not None and contact.name == kin.name
                made.append(_relative(relation, kin, phone if is_contact else None, is_contact=is_contact))
        if contact is not None and not any(one.name == contact.name for one in made):
            made.append(_relative(Relation.OTHER, contact, phone, is_contact=True))
        elif phone is not None and contact is None:
            if made:
                made[0] = _relative(
                    made[0].relation, NamedKin(made[0].name, made[0].birth_year), phone, is_contact=True
                )
            else:
                cells.keep(RosterField.PHONE, phone)
        places = {
            Relation.FATHER: RosterField.FATHER if cells.has(RosterField.FATHER) else RosterField.PARENTS,
            Relation.MOTHER: RosterField.MOTHER if cells.has(RosterField.MOTHER) else RosterField.PARENTS,
            Relation.SPOUSE: RosterField.SPOUSE,
            Relation.OTHER: RosterField.CONTACT,
        }
        kept = []
        for one in made:
            kept += self._kept([one], checked_relative, {"name": places[one.relation], "phone": RosterField.PHONE})
        return kept

    def _substances(self) -> list[SubstanceUse]:
        if not self.may_substances or not self.cells.has(RosterField.SUBSTANCE):
            return []
        text = self.cells.text(RosterField.SUBSTANCE)
        if text is None or says_none(text):
            return []
        made: list[SubstanceUse] = []
        for part in _parts(text):
            code = self.cells.lists.code(RosterField.SUBSTANCE, part)
            made.append(SubstanceUse(code or "unknown", other_text=None if code else part[:200], is_main=not made))
        return made

    def _records(self) -> list[LegalRecord]:
        made = []
        for name, is_sanction in ((RosterField.CONVICTIONS, False), (RosterField.SANCTIONS, True)):
            text = self.cells.text(name)
            if text is None or says_none(text):
                continue
            count = count_of(text)
            offence = text if count is None else _COUNT.format(count=count)
            one = LegalRecord(_record_kind(text, is_sanction=is_sanction), offence)
            made += self._kept([one], checked_legal_record, {"offence": name})
        return made

    def _note(self) -> str | None:
        """The note, and what had no place of its own."""
        note = self.cells.text(RosterField.NOTE)
        return "\n".join([*([note] if note else []), *self.cells.noted]) or None

    def _kept(
        self, made: list[FactsT], check: Callable[[FactsT, date], FactsT], places: Mapping[str, RosterField]
    ) -> list[FactsT]:
        found = [self._checked(one, check, places) for one in made]
        return [one for one in found if one is not None]

    def _checked(
        self, one: FactsT, check: Callable[[FactsT, date], FactsT], places: Mapping[str, RosterField]
    ) -> FactsT | None:
        try:
            return check(one, self.today)
        except UserError as error:
            self.cells.refuse(error, places)
            return None


def _kind(number: str, issued_on: date | None) -> PaperKind:
    if len(number) == _OLD:
        return PaperKind.OLD_CARD
    is_new = issued_on is not None and issued_on >= NEW_CARDS_FROM
    return PaperKind.IDENTITY_CARD if is_new else PaperKind.CITIZEN_CARD


def _level(grade: int) -> str:
    """The level of a grade of school."""
    if grade == 0:
        return "none"
    if grade <= 5:  # noqa: PLR2004 - tiểu học
        return "primary"
    return "lower_secondary" if grade <= 9 else "upper_secondary"  # noqa: PLR2004 - trung học cơ sở


def _relative(relation: Relation, kin: NamedKin, phone: str | None, *, is_contact: bool) -> Relative:
    # Somebody who is to be told is one who can be reached.
    return Relative(relation, kin.name, kin.birth_year, phone=phone, is_contact=is_contact and phone is not None)


def _record_kind(text: str, *, is_sanction: bool) -> LegalRecordKind:
    is_drugs = "ma túy" in text.casefold() or "ma tuý" in text.casefold()
    if is_sanction:
        return LegalRecordKind.DRUG_SANCTION if is_drugs else LegalRecordKind.OTHER_SANCTION
    return LegalRecordKind.DRUG_CONVICTION if is_drugs else LegalRecordKind.OTHER_CONVICTION


def _parts(text: str) -> list[str]:
    parts = text.replace("+", ",").replace(";", ",").replace("/", ",").replace("\n", ",").split(",")
    return [part.strip() for part in parts if part.strip()]
