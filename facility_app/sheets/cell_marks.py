"""Cells that choose: the sex in a word or by a tick, yes and no."""

from typing import Final

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.sex import Sex
from facility_app.sheets.cells import CellReading, plain_text, read_text
from facility_app.sheets.reading.grid import CellValue, Remark, echo

_NOT_SEX: Final = label("errors", "“{value}” không phải giới tính. Hãy ghi Nam hoặc Nữ.")
_BOTH_SEXES: Final = label("errors", "Cả hai cột Nam và Nữ đều có dấu. Hãy để lại một dấu.")
_NOT_YES_NO: Final = label("errors", "“{value}” không rõ là có hay không. Hãy ghi Có hoặc Không.")


_SEXES: Final = {
    **dict.fromkeys(("nam", "nam gioi", "trai", "con trai", "dan ong", "m", "male"), Sex.MALE),
    **dict.fromkeys(("nu", "nu gioi", "gai", "con gai", "dan ba", "f", "female"), Sex.FEMALE),
}
_YES: Final = frozenset(
    {"co", "x", "v", "✓", "✔", "☑", "☒", "√", "1", "y", "yes", "true", "dung", "roi", "da", "c", "*", "+"}
)
_NO: Final = frozenset({"khong", "ko", "k", "0", "n", "no", "false", "sai", "chua", "☐", "hong", "-", "–", "—"})


def read_sex(value: CellValue) -> CellReading[Sex]:
    """Nam or Nữ, in any spelling that leaves no doubt; 0, 1 and a lone N are refused."""
    text = read_text(value)
    if text.value is None or text.fault is not None:
        return CellReading(fault=text.fault)
    said = _SEXES.get(fold(text.value).rstrip("."))
    if said is None:
        return CellReading(fault=Remark(_NOT_SEX, {"value": echo(text.value)}))
    return CellReading(said)


def read_sex_marks(male: CellValue, female: CellValue) -> CellReading[Sex]:
    """The sex where two columns Nam and Nữ are ticked, or bear the year of birth as old lists have it.

    Args:
        male: of the cell in the column Nam.
        female: of the cell in the column Nữ.
    """
    is_male, is_female = _is_marked(male), _is_marked(female)
    if is_male and is_female:
        return CellReading(fault=Remark(_BOTH_SEXES))
    return CellReading((Sex.MALE if is_male else Sex.FEMALE) if is_male or is_female else None)


def _is_marked(value: CellValue) -> bool:
    if value is None or isinstance(value, bool):
        return value is True
    return fold(plain_text(value)) not in _NO | {""}


def read_yes_no(value: CellValue) -> CellReading[bool]:
    """Có or Không: words, ticks, 1 and 0; an empty cell is neither."""
    if isinstance(value, bool):
        return CellReading(value)
    text = read_text(value)
    if text.value is None or text.fault is not None:
        return CellReading(fault=text.fault)
    said = fold(text.value).rstrip(".")
    if said in _YES or said in _NO:
        return CellReading(said in _YES)
    return CellReading(fault=Remark(_NOT_YES_NO, {"value": echo(text.value)}))
