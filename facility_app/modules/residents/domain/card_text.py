"""The text in the QR code of an identity card, as a reader types it or a person pastes it."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold, require_text, tidy_name
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.faults import EARLIEST
from facility_app.modules.residents.domain.papers import (
    NEW_CARDS_FROM,
    OLD_CARD_DIGITS,
    PERSONAL_DIGITS,
    Paper,
    PaperKind,
)
from facility_app.modules.residents.domain.person import Person

_LEAST_PARTS: Final = 7
_LONGEST: Final = 2000
_DIGITS: Final = re.compile(r"[0-9]*", re.ASCII)
_DAY: Final = re.compile(r"([0-9]{2})/?([0-9]{2})/?([0-9]{4})", re.ASCII)
_YEAR: Final = re.compile(r"[0-9]{4}", re.ASCII)
_SEXES: Final = {"nam": Sex.MALE, "nu": Sex.FEMALE}


@dataclass(frozen=True, slots=True, repr=False)
class CardText:
    """What the code says; of newer cards the parts after the seventh are left alone.

    Attributes:
        number: twelve digits.
        old_number: of the identity card before it, if printed.
        name: family name first.
        birth_on: the day; None where the card knows only the year.
        birth_year: the year.
        sex: as on the card.
        address: nơi thường trú as printed, often in units of before 01/07/2025.
        issued_on: when the card was issued.
    """

    number: str
    old_number: str | None
    name: str
    birth_on: date | None
    birth_year: int
    sex: Sex
    address: str | None
    issued_on: date | None

    @property
    def person(self) -> Person:
        """The person as far as the card tells."""
        return Person(name=self.name, sex=self.sex, birth_on=self.birth_on, birth_year=self.birth_year)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The card, and the older one it names."""
        is_new = self.issued_on is not None and self.issued_on >= NEW_CARDS_FROM
        kind = PaperKind.IDENTITY_CARD if is_new else PaperKind.CITIZEN_CARD
        card = Paper(kind=kind, number=self.number, issued_on=self.issued_on)
        if self.old_number is None:
            return (card,)
        return (card, Paper(kind=PaperKind.OLD_CARD, number=self.old_number))


def read_card(typed: str, today: date) -> CardText:
    """Read ``number|old number|name|birth|sex|address|issued on|…``; what cannot be is not read as if it were.

    Raises:
        UserError: ``bad_card_text``, naming the part that cannot be read or cannot be true; ``broken_text``.
    """
    require_text(typed, "card_text")
    parts = [tidy_name(part) for part in typed[:_LONGEST].split("|")]
    if len(parts) < _LEAST_PARTS:
        raise _unreadable(label("terms", "số phần ngăn bằng dấu | (cần ít nhất 7)"))
    number, old_number, name, birth, sex, address, issued = parts[:_LEAST_PARTS]
    if not _DIGITS.fullmatch(number) or len(number) != PERSONAL_DIGITS:
        raise _unreadable(label("terms", "số căn cước (12 chữ số)"))
    if old_number and (not _DIGITS.fullmatch(old_number) or len(old_number) not in OLD_CARD_DIGITS):
        raise _unreadable(label("terms", "số chứng minh nhân dân cũ (9 chữ số, hoặc 12 với thẻ cấp 2012–2016)"))
    if not name:
        raise _unreadable(label("terms", "họ tên"))
    if fold(sex) not in _SEXES:
        raise _unreadable(label("terms", "giới tính (Nam hoặc Nữ)"))
    birth_on, birth_year = _birth(birth, today)
    return CardText(
        number=number,
        old_number=old_number or None,
        name=name,
        birth_on=birth_on,
        birth_year=birth_year,
        sex=_SEXES[fold(sex)],
        address=address or None,
        issued_on=_issued(issued, birth_on or date(birth_year, 1, 1), today) if issued else None,
    )


def _birth(text: str, today: date) -> tuple[date | None, int]:
    """The day and its year, or None and the year the card knows."""
    if _YEAR.fullmatch(text):
        if not EARLIEST.year <= int(text) <= today.year:
            raise _unreadable(label("terms", "năm sinh (từ 1900 đến năm nay)"))
        return None, int(text)
    day = _day(text, label("terms", "ngày sinh"))
    if not EARLIEST <= day <= today:
        raise _unreadable(label("terms", "ngày sinh (từ 01/01/1900 đến hôm nay)"))
    return day, day.year


def _issued(text: str, born_on: date, today: date) -> date:
    day = _day(text, label("terms", "ngày cấp"))
    if not born_on <= day <= today:
        raise _unreadable(label("terms", "ngày cấp (không trước ngày sinh, không sau hôm nay)"))
    return day


def _day(text: str, part: Label) -> date:
    found = _DAY.fullmatch(text)
    try:
        if found is not None:
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise _unreadable(part)


def _unreadable(part: Label) -> UserError:
    return UserError(
        "bad_card_text",
        label(
            "errors",
            "Không đọc được nội dung mã QR của thẻ: sai ở {part}. Hãy tắt bộ gõ tiếng Việt, quét lại cả dòng, "
            "hoặc nhập tay.",
        ),
        fields={"card_text": label("errors", "Không đọc được mã QR: sai ở {part}")},
        part=part,
    )
