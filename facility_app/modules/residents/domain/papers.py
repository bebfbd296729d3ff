"""Identity papers (law.md §12.4): their numbers as kept, and what a number says that the file does not."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.faults import Faults

PERSONAL_DIGITS: Final = 12
OLD_DIGITS: Final = 9
OLD_CARD_DIGITS: Final = frozenset({OLD_DIGITS, PERSONAL_DIGITS})
"""Some provinces gave identity cards with twelve digits from 2012 to 2016."""
NEW_CARDS_FROM: Final = date(2024, 7, 1)
"""From this day cards are "căn cước" (Law on identity 26/2023/QH15); before it, "căn cước công dân"."""

_NUMBER_LIMIT: Final = 40
_SEPARATORS: Final = str.maketrans("", "", " .-\u00a0\u2007\u202f\t\r\n")
_LATIN_DIGITS: Final = re.compile(r"[0-9]+", re.ASCII)
_FOREIGN_PASSPORT: Final = re.compile(r"[A-Z0-9]{5,20}", re.ASCII)
_OUR_PASSPORT: Final = re.compile(r"[A-Z][0-9]{7,8}", re.ASCII)

PROVINCE_PREFIXES: Final = frozenset(
    f"0{two:02}"
    for two in (
        *(1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38),
        *(40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79),
        *(80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96),
    )
)
"""The 63 provinces of before 01/07/2025: numbers given then do not change."""


class PaperKind(StrEnum):
    """Loại giấy tờ; forms print "Số CC/CCCD/CMND/HC"."""

    IDENTITY_CARD = "cc"
    CITIZEN_CARD = "cccd"
    OLD_CARD = "cmnd"
    PASSPORT = "passport"
    BIRTH_CERTIFICATE = "birth_certificate"
    VNEID = "vneid"
    NONE = "none"


PAPER_KIND_LABELS: dict[PaperKind, Label] = {
    PaperKind.IDENTITY_CARD: label("terms", "Căn cước"),
    PaperKind.CITIZEN_CARD: label("terms", "Căn cước công dân"),
    PaperKind.OLD_CARD: label("terms", "Chứng minh nhân dân"),
    PaperKind.PASSPORT: label("terms", "Hộ chiếu"),
    PaperKind.BIRTH_CERTIFICATE: label("terms", "Giấy khai sinh"),
    PaperKind.VNEID: label("terms", "Tài khoản VNeID"),
    PaperKind.NONE: label("terms", "Không có giấy tờ"),
}
PERSONAL_NUMBER_KINDS: Final = frozenset({PaperKind.IDENTITY_CARD, PaperKind.CITIZEN_CARD, PaperKind.VNEID})
"""Papers that bear the twelve-digit personal number."""


class PaperDoubt(StrEnum):
    """What a person should look at again; none of it keeps a paper from being saved."""

    SEX_DIFFERS = "sex_differs"
    BIRTH_YEAR_DIFFERS = "birth_year_differs"
    CENTURY_DIFFERS = "century_differs"
    UNKNOWN_PREFIX = "unknown_prefix"
    EXPIRED = "expired"
    UNUSUAL_PASSPORT = "unusual_passport"


PAPER_DOUBT_LABELS: dict[PaperDoubt, Label] = {
    PaperDoubt.SEX_DIFFERS: label(
        "terms", "Chữ số thứ tư của số định danh chỉ giới tính khác với hồ sơ. Hãy đối chiếu lại thẻ."
    ),
    PaperDoubt.BIRTH_YEAR_DIFFERS: label(
        "terms", "Hai chữ số năm sinh trong số định danh khác với năm sinh trong hồ sơ. Hãy đối chiếu lại thẻ."
    ),
    PaperDoubt.CENTURY_DIFFERS: label(
        "terms", "Chữ số thế kỷ trong số định danh khác với năm sinh trong hồ sơ. Hãy đối chiếu lại thẻ."
    ),
    PaperDoubt.UNKNOWN_PREFIX: label(
        "terms", "Ba chữ số đầu không phải mã tỉnh nào trong 63 tỉnh cũ. Đúng với người sinh ở nước ngoài."
    ),
    PaperDoubt.EXPIRED: label("terms", "Giấy tờ này đã hết hạn."),
    PaperDoubt.UNUSUAL_PASSPORT: label(
        "terms", "Hộ chiếu Việt Nam gồm một chữ và 7–8 chữ số. Đúng nếu là hộ chiếu nước khác."
    ),
}


@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """Giấy tờ tùy thân.

    Attributes:
        kind: which; NONE is itself an entry, with the reason.
        number: normalised: digits alone, or capitals and digits.
        issued_on: when.
        issued_by: where, as printed.
        expires_on: when it ends, if it does.
        none_reason: why there is no paper.
        shared_reason: why two people bear this number; whoever may approve that writes it.
    """

    kind: PaperKind
    number: str | None = None
    issued_on: date | None = None
    issued_by: str | None = None
    expires_on: date | None = None
    none_reason: str | None = None
    shared_reason: str | None = None


def normalised_number(typed: str) -> str:
    """A number without the blanks, dots and dashes people write in it, in capitals."""
    return typed.translate(_SEPARATORS).upper()


def checked_paper(typed: Paper, today: date) -> Paper:
    """The paper as kept.

    Raises:
        UserError: ``number_missing``, ``bad_personal_number``, ``bad_old_number``, ``bad_passport_number``,
            ``reason_missing``, ``day_out_of_range``, ``span_reversed``, ``bad_fields``.
    """
    faults = Faults()
    has_paper = typed.kind is not PaperKind.NONE
    kept = replace(
        typed,
        number=_number(faults, typed) if has_paper else None,
        issued_on=faults.past_day("issued_on", typed.issued_on, today) if has_paper else None,
        issued_by=faults.line("issued_by", typed.issued_by) if has_paper else None,
        expires_on=typed.expires_on if has_paper else None,
        none_reason=None if has_paper else faults.line("none_reason", typed.none_reason, needed=_NO_REASON),
        shared_reason=faults.line("shared_reason", typed.shared_reason),
    )
    faults.span("expires_on", kept.issued_on, kept.expires_on)
    faults.refuse()
    return kept


def paper_doubts(paper: Paper, sex: Sex, birth_year: int, today: date) -> tuple[PaperDoubt, ...]:
    """Where a kept paper disagrees with the person, or looks odd."""
    doubts = []
    if paper.number is not None and paper.kind in PERSONAL_NUMBER_KINDS:
        doubts += _number_doubts(paper.number, sex, birth_year)
    if paper.kind is PaperKind.PASSPORT and not _OUR_PASSPORT.fullmatch(paper.number or ""):
        doubts.append(PaperDoubt.UNUSUAL_PASSPORT)
    if paper.expires_on is not None and paper.expires_on < today:
        doubts.append(PaperDoubt.EXPIRED)
    return tuple(doubts)


def sex_of_number(number: str) -> Sex:
    """The sex a personal number was given for: its fourth digit, even is male (NĐ 137/2015 Đ13)."""
    return Sex.FEMALE if int(number[3]) % 2 else Sex.MALE


def birth_year_of_number(number: str) -> int:
    """The year of birth a personal number was given for: century in its fourth digit, then two digits."""
    return 1900 + 100 * (int(number[3]) // 2) + int(number[4:6])


def main_paper(papers: tuple[Paper, ...]) -> Paper | None:
    """The paper that stands for the person on lists and forms: the newest kind, of that the latest."""
    order = list(PaperKind)
    with_number = [paper for paper in papers if paper.number is not None]
    return min(
        with_number,
        key=lambda paper: (order.index(paper.kind), -(paper.issued_on or date.min).toordinal()),
        default=None,
    )


_NO_REASON: Final = label("errors", "Hãy ghi vì sao không có giấy tờ (mất, chưa được cấp, gia đình đang giữ…).")


def _number_doubts(number: str, sex: Sex, birth_year: int) -> list[PaperDoubt]:
    doubts, told = [], birth_year_of_number(number)
    if number[:3] not in PROVINCE_PREFIXES:
        doubts.append(PaperDoubt.UNKNOWN_PREFIX)
    if sex_of_number(number) is not sex:
        doubts.append(PaperDoubt.SEX_DIFFERS)
    if told % 100 != birth_year % 100:
        doubts.append(PaperDoubt.BIRTH_YEAR_DIFFERS)
    elif told != birth_year:
        doubts.append(PaperDoubt.CENTURY_DIFFERS)
    return doubts


def _number(faults: Faults, typed: Paper) -> str | None:
    needed = label("errors", "Số giấy tờ còn trống. Không có giấy tờ thì chọn “Không có giấy tờ” và ghi lý do.")
    line = faults.line("number", typed.number, needed=needed)
    number = normalised_number(line or "")
    if not number:
        return None
    if typed.kind in PERSONAL_NUMBER_KINDS:
        _check_personal(faults, number)
    elif typed.kind is PaperKind.OLD_CARD:
        _check_old(faults, number)
    elif typed.kind is PaperKind.PASSPORT and not _FOREIGN_PASSPORT.fullmatch(number):
        faults.add(
            "bad_passport_number",
            "number",
            label("errors", "Số hộ chiếu chỉ gồm chữ A–Z và chữ số, từ 5 đến 20 ký tự. Ví dụ: C1234567."),
        )
    elif len(number) > _NUMBER_LIMIT:
        faults.add("bad_paper_number", "number", label("errors", "Số giấy tờ dài quá 40 ký tự. Hãy kiểm tra lại."))
    return number


def _check_personal(faults: Faults, number: str) -> None:
    if not _LATIN_DIGITS.fullmatch(number):
        faults.add(
            "bad_personal_number",
            "number",
            label("errors", "Số căn cước chỉ gồm chữ số. Hãy xóa chữ và dấu lạ trong ô số."),
        )
    elif len(number) == OLD_DIGITS:
        faults.add(
            "bad_personal_number",
            "number",
            label(
                "errors",
                "Số căn cước cần đúng 12 chữ số (Luật Căn cước, Điều 12), ô này có 9. Nếu là chứng minh nhân dân "
                "9 số, hãy đổi loại giấy tờ.",
            ),
        )
    elif len(number) != PERSONAL_DIGITS:
        faults.add(
            "bad_personal_number",
            "number",
            label(
                "errors",
                "Số căn cước cần đúng 12 chữ số (Luật Căn cước, Điều 12), ô này có {digits}. Hãy đọc lại số trên "
                "thẻ.",
            ),
            digits=len(number),
        )


def _check_old(faults: Faults, number: str) -> None:
    if not _LATIN_DIGITS.fullmatch(number) or len(number) not in OLD_CARD_DIGITS:
        faults.add(
            "bad_old_number",
            "number",
            label(
                "errors",
                "Số chứng minh nhân dân có 9 chữ số (hoặc 12 với thẻ cấp 2012–2016), ô này có {characters} ký tự. "
                "Hãy đọc lại số trên giấy.",
            ),
            characters=len(number),
        )
