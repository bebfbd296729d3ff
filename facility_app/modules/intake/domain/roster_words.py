"""Words of rosters read: terms, decision numbers, legal types, parents; what is not understood is None."""

import re
from dataclasses import dataclass
from typing import Final

from facility_app.kernel.names import fold

_YEARS: Final = re.compile(r"(\d{1,2})\s*(?:nam|n)\b")
_MONTHS: Final = re.compile(r"(\d{1,3})\s*(?:thang|th|t)?\b")
_WORDS: Final = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "sau": 6, "chin": 9, "muoi hai": 12, "muoi lam": 15, "muoi tam": 18,
    "hai muoi bon": 24, "hai tu": 24, "ba muoi sau": 36,
}  # fmt: skip
_YEAR_MONTHS: Final = 12


def months_of(text: str) -> int | None:
    """Months of a term: ``24``, ``24 tháng``, ``2 năm``, ``1 năm 6 tháng``, ``hai năm``; None when unclear."""
    typed = fold(text).replace("(", " ").replace(")", " ").strip(" .")
    for words in sorted(_WORDS, key=len, reverse=True):
        typed = re.sub(rf"\b{words}(?=\s+(?:nam|thang)\b)", str(_WORDS[words]), typed)
    years = _YEARS.search(typed)
    rest = (typed[: years.start()] + " " + typed[years.end() :]).strip(" ,.;") if years else typed
    months = _MONTHS.fullmatch(re.sub(r"^(?:va|,)\s*", "", rest)) if rest else None
    if (rest and months is None) or not (years or months):
        return None
    return int(years[1] if years else 0) * _YEAR_MONTHS + int(months[1] if months else 0)


@dataclass(frozen=True, slots=True)
class DecisionText:
    """What a cell says of a decision.

    Attributes:
        number: số: ``12`` or ``12/2026``.
        symbol: ký hiệu behind it: ``QĐ-TA``.
        day: its date as written there, empty when none stands there.
    """

    number: str
    symbol: str = ""
    day: str = ""


_BEFORE: Final = re.compile(r"^(?:quyết\s*định|qđ|số|sô|:|\.|-|\s)+", re.IGNORECASE)
_DAY: Final = re.compile(
    r"[,;(\s]*(?:ngày|ng\.?)?\s*(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}"
    r"|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4})\s*\)?\s*$",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"(\d{1,6}(?:\s*/\s*(?:19|20)\d{2})?)\s*(?:[/\-]\s*(.*))?$", re.DOTALL)


def decision_of(text: str) -> DecisionText | None:
    """``12/QĐ-TA``, ``Số: 12/2026/QĐ-TA ngày 30/07/2026`` and the like; None where no number stands."""
    day = _DAY.search(text)
    # 12/03/2026 alone is a number only by its look: it is a day.
    if day is not None and not text[: day.start()].strip(" :.,sốSỐ"):
        return None
    bare = _BEFORE.sub("", text if day is None else text[: day.start()]).strip(" ,;.")
    found = _NUMBER.fullmatch(bare)
    if found is None:
        return None
    symbol = (found[2] or "").strip()
    return DecisionText(re.sub(r"\s", "", found[1]), symbol, "" if day is None else day[1])


_TYPES: Final = (
    (("tam quan ly", "quan ly trong thoi gian", "lap ho so", "v 32", "luu tru tam thoi"), "TEMPORARY"),
    (("thay the", "methadon", "methadone"), "SUBSTITUTION"),
    (("tai gia dinh", "giai doan tai co so"), "HOME_PHASES_AT_FACILITY"),
    (("duoi 18", "12 den duoi 18", "chua thanh nien", "minor"), "COMPULSORY_MINOR"),
    (("bat buoc", "bb", "cnbb", "toa an", "compulsory", "compulsory adult"), "COMPULSORY"),
    (("tu nguyen tai co so tu nhan", "tu nhan", "dich vu"), "VOLUNTARY_PRIVATE"),
    (("tu nguyen", "tn", "cntn", "voluntary", "voluntary public"), "VOLUNTARY"),
)
COMPULSORY: Final = "COMPULSORY"
VOLUNTARY: Final = "VOLUNTARY"


def stay_type_of(text: str) -> str | None:
    """Code of the type; ``COMPULSORY`` and ``VOLUNTARY`` where age and the facility's kind say the rest."""
    typed = f" {re.sub(r'[^0-9a-z]+', ' ', fold(text)).strip()} "
    for names, code in _TYPES:
        if any(f" {name} " in typed for name in names):
            return code
    return None


def type_of_authority(authority: str, symbol: str) -> str | None:
    """Who decided tells the kind: only a court sends people in against their will."""
    told, mark = f" {fold(authority)} ", fold(symbol)
    if " toa " in told or "tand" in told or re.search(r"\bta(?:nd)?\b", mark):
        return COMPULSORY
    return None


_NONE: Final = frozenset({"", "0", "00", "khong", "ko", "k", "chua", "khong co", "none", "no", "-", "x"})
_COUNT: Final = re.compile(r"0?(\d{1,2})(?:\s*(?:lan|ta|ts|tien an|tien su))?")


def says_none(text: str) -> bool:
    """Whether a cell says that there is nothing: ``Không``, ``0``."""
    return fold(text).strip(" .") in _NONE


def count_of(text: str) -> int | None:
    """``02``, ``2 lần`` as a number; None for anything else."""
    found = _COUNT.fullmatch(fold(text).strip(" ."))
    return None if found is None else int(found[1])


_TITLES: Final = re.compile(
    r"^(?:con\s+)?(?:ông|bà|cha|bố|mẹ|ba|má|vợ|chồng|họ\s*tên\s*(?:cha|mẹ))\s*[:.]?\s+", re.IGNORECASE
)
_MOTHER: Final = re.compile(r"^(?:con\s+)?(?:bà|mẹ|má)\b", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:[;/\n&+]|,|\bvà\b|\s-\s|(?=\s(?:bà|mẹ)[\s:.]))\s*", re.IGNORECASE)
_BORN: Final = re.compile(r"[\s,(]*(?:sn|sinh(?:\s*năm)?|ns)?\s*[:.]?\s*((?:19|20)\d{2})\s*\)?\s*$", re.IGNORECASE)
_DEAD: Final = re.compile(r"[\s,(]*(?:đã\s*)?(?:chết|mất|đc|đã chết)\s*\)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, repr=False)
class NamedKin:
    """A relative as a cell names one."""

    name: str
    birth_year: int | None = None


def parents_of(text: str) -> tuple[NamedKin | None, NamedKin | None] | None:
    """Father and mother of ``Ông A, bà B``; None when nobody can tell who is who."""
    parts = [part for part in _AND.split(text) if part and part.strip(" .,;:-")]
    if not 1 <= len(parts) <= 2:  # noqa: PLR2004 - father and mother
        return None
    kin = [kin_of(part) for part in parts]
    if len(parts) == 1:
        return (None, kin[0]) if _MOTHER.match(parts[0].strip()) else (kin[0], None)
    if _MOTHER.match(parts[0].strip()):
        kin.reverse()
    return kin[0], kin[1]


def kin_of(text: str) -> NamedKin | None:
    """Name and year of birth of one relative: ``Ông Nguyễn Văn B (1960)``."""
    bare = _DEAD.sub("", text.strip(" .,;:-"))
    born = _BORN.search(bare)
    name = _TITLES.sub("", (bare if born is None else bare[: born.start()]).strip(" .,;:-(")).strip(" .,;:-")
    if not name or says_none(name):
        return None
    return NamedKin(name, None if born is None else int(born[1]))


_OLD_UNITS: Final = re.compile(r"\b(?:huyen|quan|thi xa|thi tran|tx|tt|h\.|q\.)\b|\bh\.|\bq\.")
_KINDS: Final = re.compile(r"^(?:xa|phuong|dac khu|tinh|thanh pho|tp|p|x|t)\b\.?\s*")


def has_old_units(text: str) -> bool:
    """Whether an address names units that are no more since 01/07/2025."""
    return _OLD_UNITS.search(fold(text)) is not None


def unit_key(text: str) -> str:
    """A unit's name without its kind, folded: ``P. Hoàn Kiếm`` and ``Phường Hoàn Kiếm`` are one."""
    return re.sub(r"\s+", " ", _KINDS.sub("", fold(text).strip(" .,-"))).strip(" .,-")


def units_of(text: str) -> tuple[str, ...]:
    """Parts of an address between commas and dashes, from the smallest."""
    return tuple(part.strip() for part in re.split(r"[,;]|\s[-–]\s", text) if part.strip(" .-"))
