"""Diagnoses (ICD-10): which code holds on which day and for whom, as a main one or not; searched without marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, Self

from facility_app.kernel.errors import UserError
from facility_app.kernel.hiv import CODES, names_disease
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.kernel.shipped import Evidence, Span, rows_of_list, span_of
from facility_app.kernel.word_search import fits, searchable, words_typed
from facility_app.modules.treatment.domain.words import clinical_label

LIST: Final = "clinical/icd10"
_LONGEST_SHOWN: Final = 20


class IcdFlag(StrEnum):
    """Cờ của mã, cột 24 đến 29 trong bảng của Bộ Y tế."""

    NOT_MAIN = "not_main"
    DISCOURAGED = "discouraged"
    UNUSABLE = "unusable"
    DEATH_ONLY = "death_only"
    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class IcdCode:
    """One code in one version of the table.

    Attributes:
        code: with its dot.
        text: Vietnamese name.
        english: English name.
        flags: what it may not be used for.
        span: encounters that end in it take this version.
        evidence: how the name is known.
    """

    code: str
    text: Label
    english: str
    flags: frozenset[IcdFlag]
    span: Span
    evidence: Evidence
    fold: str = field(repr=False, compare=False)

    @property
    def plain(self) -> str:
        """Without the dot, as column 19 of the table writes it."""
        return self.code.replace(".", "")

    @property
    def is_private(self) -> bool:
        """Whether it reveals an HIV status by its code, or by a name the closed list of codes does not know."""
        return tells_hiv(self.code) or names_disease(self.fold)


@dataclass(frozen=True, slots=True)
class IcdBook:
    """The codes of one table, in force or not.

    Attributes:
        codes: code → its versions.
    """

    codes: Mapping[str, tuple[IcdCode, ...]] = field(repr=False)

    @classmethod
    def of(cls, rows: Iterable[IcdCode]) -> Self:
        """A book of these rows.

        Raises:
            ValueError: one code in two versions that hold on one day.
        """
        return cls(_by_code(rows))

    def find(self, code: str, on: date) -> IcdCode | None:
        """The version that holds on the day an encounter ends, else the newest: old records keep their names."""
        versions = self.codes.get(written(code), ())
        holding = [one for one in versions if one.span.holds(on)]
        return (holding or versions or (None,))[-1]

    def search(self, text: str, on: date, sex: Sex | None = None) -> tuple[IcdCode, ...]:
        """Codes that may be chosen and whose code or words begin with every word typed."""
        words = words_typed(text)
        offered = (one for versions in self.codes.values() for one in versions if one.span.holds(on))
        return tuple(one for one in offered if _is_offered(one, sex) and fits(one.fold, words))

    def checked(self, code: str, on: date, *, sex: Sex | None = None, is_main: bool = False) -> IcdCode:
        """The code chosen.

        Args:
            code: with or without its dot.
            on: the day the encounter ends, or today.
            sex: of the person.
            is_main: whether it is the main diagnosis.

        Raises:
            UserError: ``icd_unknown``, ``icd_not_valid``, ``icd_unusable``, ``icd_not_main``, ``icd_sex``,
                ``icd_death_only``.
        """
        found = self.find(code, on)
        if found is None:
            raise _refused("icd_unknown", UNKNOWN, code)
        if not found.span.holds(on):
            raise _refused("icd_not_valid", NOT_VALID, code)
        if IcdFlag.UNUSABLE in found.flags:
            raise _refused("icd_unusable", UNUSABLE, code)
        if IcdFlag.DEATH_ONLY in found.flags:
            raise _refused("icd_death_only", DEATH_ONLY, code)
        if is_main and IcdFlag.NOT_MAIN in found.flags:
            raise _refused("icd_not_main", NOT_MAIN, code)
        if not _fits_sex(found, sex):
            only = Sex.FEMALE if IcdFlag.FEMALE in found.flags else Sex.MALE
            raise _refused("icd_sex", WRONG_SEX, code, sex=SEX_LABELS[only])
        return found


UNKNOWN: Final = label("errors", "Không có mã bệnh “{code}” trong danh mục đang dùng. Hãy tìm theo tên bệnh.")
NOT_VALID: Final = label(
    "errors", "Mã bệnh {code} không còn, hoặc chưa có, hiệu lực vào ngày này. Hãy chọn mã đang có hiệu lực."
)
UNUSABLE: Final = label("errors", "Mã bệnh {code} phải ghi chi tiết hơn. Hãy chọn một mã bắt đầu bằng {code}.")
DEATH_ONLY: Final = label("errors", "Mã bệnh {code} chỉ ghi cho nguyên nhân tử vong. Hãy chọn mã khác.")
NOT_MAIN: Final = label("errors", "Mã bệnh {code} không được là bệnh chính. Hãy ghi là bệnh kèm theo.")
WRONG_SEX: Final = label("errors", "Mã bệnh {code} chỉ ghi cho giới tính {sex}. Hãy xem lại mã hoặc giới tính.")


def written(code: str) -> str:
    """A code as the table writes it: capitals, the dot after the third sign."""
    plain = "".join(code.split()).upper().replace(".", "")
    return f"{plain[:3]}.{plain[3:]}" if len(plain) > 3 else plain  # noqa: PLR2004 - the category


def tells_hiv(code: str) -> bool:
    """Whether a code reveals an HIV status: only the closed list of the HIV law may see it."""
    return written(code).startswith(CODES)


def is_psychiatric(code: str) -> bool:
    """Whether a code makes the record a psychiatric one, kept for 20 years: F1x.5 and F20 onwards."""
    found = written(code)
    if not found.startswith("F") or not found[1:3].isdecimal():
        return False
    return int(found[1:3]) >= 20 or (found[1] == "1" and found[3:5] == ".5")  # noqa: PLR2004 - F20


def read_icd_book(text: str) -> IcdBook:
    """The shipped ``clinical/icd10``.

    Raises:
        ValueError: an unknown flag, or a code twice.
    """
    rows = list(rows_of_list(text))
    folds = searchable(
        [f"{row['code']} {row['code'].replace('.', '')} {row['text']} {row['also']}" for row in rows]
    )
    return IcdBook.of(_code(row, folded) for row, folded in zip(rows, folds, strict=True))


def _code(row: Mapping[str, str], folded: str) -> IcdCode:
    return IcdCode(
        code=row["code"],
        text=clinical_label(row["text"]),
        english=row["english"],
        flags=frozenset(map(IcdFlag, row["flags"].split())),
        span=span_of(row),
        evidence=Evidence(row["evidence"]),
        fold=folded,
    )


def _by_code(rows: Iterable[IcdCode]) -> dict[str, tuple[IcdCode, ...]]:
    found: dict[str, tuple[IcdCode, ...]] = {}
    for row in rows:
        found[row.code] = (*found.get(row.code, ()), row)
    for code, versions in found.items():
        ordered = sorted(versions, key=lambda one: one.span.first or date.min)
        if any(_overlap(ordered, place) for place in range(1, len(ordered))):
            message = f"{code} holds twice on one day"
            raise ValueError(message)
        found[code] = tuple(ordered)
    return found


def _overlap(versions: Sequence[IcdCode], place: int) -> bool:
    last = versions[place - 1].span.last
    return last is None or last >= (versions[place].span.first or date.min)


def _is_offered(one: IcdCode, sex: Sex | None) -> bool:
    return not one.flags & {IcdFlag.UNUSABLE, IcdFlag.DEATH_ONLY} and _fits_sex(one, sex)


def _fits_sex(one: IcdCode, sex: Sex | None) -> bool:
    if IcdFlag.FEMALE in one.flags:
        return sex is not Sex.MALE
    return IcdFlag.MALE not in one.flags or sex is not Sex.FEMALE


def _refused(code: str, template: Label, typed: str, **params: object) -> UserError:
    fields = {"code": label("errors", "Hãy chọn trong danh sách")}
    return UserError(code, template, fields=fields, code=written(typed)[:_LONGEST_SHOWN], **params)
