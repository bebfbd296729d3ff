"""Substances (chất) as medical staff need them: group, diagnosis, tests that see it, the scale that follows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import Evidence, day_of, rows_of_list
from facility_app.kernel.word_search import fits, searchable, words_typed
from facility_app.modules.treatment.domain.words import clinical_label

LIST: Final = "clinical/substances"


class SubstanceKind(StrEnum):
    """Nhóm chất."""

    OPIOID = "opioid"
    STIMULANT = "stimulant"
    ENTACTOGEN = "entactogen"
    DISSOCIATIVE = "dissociative"
    CANNABINOID = "cannabinoid"
    CARRIER = "carrier"
    ANAESTHETIC = "anaesthetic"
    HALLUCINOGEN = "hallucinogen"
    SEDATIVE = "sedative"
    MIXTURE = "mixture"
    INHALANT = "inhalant"
    ALCOHOL = "alcohol"
    NICOTINE = "nicotine"
    UNKNOWN = "unknown"


SUBSTANCE_KIND_LABELS: dict[SubstanceKind, Label] = {
    SubstanceKind.OPIOID: label("terms", "Chất dạng thuốc phiện"),
    SubstanceKind.STIMULANT: label("terms", "Chất kích thích"),
    SubstanceKind.ENTACTOGEN: label("terms", "Chất kích thích gây cảm giác gần gũi"),
    SubstanceKind.DISSOCIATIVE: label("terms", "Chất gây phân ly"),
    SubstanceKind.CANNABINOID: label("terms", "Cần sa và chất tương tự"),
    SubstanceKind.CARRIER: label("terms", "Vật mang, phải ghi chất"),
    SubstanceKind.ANAESTHETIC: label("terms", "Thuốc gây mê"),
    SubstanceKind.HALLUCINOGEN: label("terms", "Chất gây ảo giác"),
    SubstanceKind.SEDATIVE: label("terms", "Chất an thần, gây ngủ"),
    SubstanceKind.MIXTURE: label("terms", "Hỗn hợp nhiều chất"),
    SubstanceKind.INHALANT: label("terms", "Chất hít"),
    SubstanceKind.ALCOHOL: label("terms", "Rượu, bia"),
    SubstanceKind.NICOTINE: label("terms", "Nicotin"),
    SubstanceKind.UNKNOWN: label("terms", "Không rõ"),
}


@dataclass(frozen=True, slots=True)
class Substance:
    """One substance.

    Attributes:
        code: as in the code lists shared by all forms.
        text: its name.
        english: its English.
        also: street names and spellings, for searching only.
        kind: its group.
        lists: lists of the decree it stands on; empty where none was read.
        listed_from: the day it came onto its list, where that is known to be later than the decree.
        icd10: the category of its diagnoses.
        icd10_also: categories other tables use for it.
        icd11: its ICD-11 code.
        assist: its letter in ASSIST.
        panels: rapid tests that see it.
        withdrawal: the instrument that follows its withdrawal; empty for none.
        evidence: how the row is known.
    """

    code: str
    text: Label
    english: str
    also: tuple[str, ...]
    kind: SubstanceKind
    lists: tuple[str, ...]
    listed_from: date | None
    icd10: str
    icd10_also: tuple[str, ...]
    icd11: str
    assist: str
    panels: tuple[str, ...]
    withdrawal: str
    evidence: Evidence
    fold: str = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class SubstanceBook:
    """Every substance, in the order it is shown."""

    substances: Mapping[str, Substance] = field(repr=False)

    def get(self, code: str) -> Substance:
        """The substance of a code.

        Raises:
            UserError: ``substance_unknown``.
        """
        found = self.substances.get(code)
        if found is None:
            raise UserError(
                "substance_unknown",
                label("errors", "Không có chất mang mã “{code}”. Hãy chọn trong danh mục."),
                fields={"substance": label("errors", "Hãy chọn trong danh sách")},
                code=code[:40],
            )
        return found

    def search(self, text: str) -> tuple[Substance, ...]:
        """Substances whose names, street names too, begin with every word typed; all for no text."""
        words = words_typed(text)
        return tuple(one for one in self.substances.values() if fits(one.fold, words))

    def seen_by(self, panel: str) -> tuple[Substance, ...]:
        """What a positive rapid test can mean; it never names one substance."""
        return tuple(one for one in self.substances.values() if panel in one.panels)


def read_substances(text: str) -> SubstanceBook:
    """The shipped ``clinical/substances``.

    Raises:
        ValueError: a code twice, an unknown group.
    """
    rows = list(rows_of_list(text))
    folds = searchable([f"{row['text']} {row['code']} {row['also']} {row['english']}" for row in rows])
    found: dict[str, Substance] = {}
    for row, folded in zip(rows, folds, strict=True):
        if row["code"] in found:
            message = f"{row['code']} stands twice"
            raise ValueError(message)
        found[row["code"]] = _substance(row, folded)
    return SubstanceBook(found)


def _substance(row: Mapping[str, str], folded: str) -> Substance:
    return Substance(
        code=row["code"],
        text=clinical_label(row["text"]),
        english=row["english"],
        also=tuple(filter(None, row["also"].split(";"))),
        kind=SubstanceKind(row["kind"]),
        lists=tuple(row["lists"].split()),
        listed_from=day_of(row["listed_from"]),
        icd10=row["icd10"],
        icd10_also=tuple(row["icd10_also"].split()),
        icd11=row["icd11"],
        assist=row["assist"],
        panels=tuple(row["panels"].split()),
        withdrawal=row["withdrawal"],
        evidence=Evidence(row["evidence"]),
        fold=folded,
    )
