"""The one searchable row per person: the words and numbers they are found by, and where they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import digits_reversed, fold, sort_key, tidy_name
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.papers import Paper, main_paper, normalised_number
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel, AlertWall, wall_of

_NUMBER_ALONE: Final = re.compile(r"[0-9][0-9 .\-]*", re.ASCII)
_CODE: Final = re.compile(r"[0-9]{2}-[0-9]*", re.ASCII)
_LEAST_INITIALS: Final = 2


class ResidentStatus(StrEnum):
    """Tình trạng trên thẻ: the short answer to "where is this person"; the stay knows the long one."""

    NO_STAY = "no_stay"
    PRESENT = "present"
    AWAY = "away"
    ESCAPED = "escaped"
    LEFT = "left"


RESIDENT_STATUS_LABELS: dict[ResidentStatus, Label] = {
    ResidentStatus.NO_STAY: label("terms", "Chưa vào cơ sở"),
    ResidentStatus.PRESENT: label("terms", "Đang ở cơ sở"),
    ResidentStatus.AWAY: label("terms", "Tạm vắng"),
    ResidentStatus.ESCAPED: label("terms", "Bỏ trốn"),
    ResidentStatus.LEFT: label("terms", "Đã ra khỏi cơ sở"),
}


@dataclass(frozen=True, slots=True)
class AlertChip:
    """An alert as a list shows it: no text."""

    kind: AlertKind
    level: AlertLevel


@dataclass(frozen=True, slots=True, repr=False)
class PersonCard:
    """What the card says about the person; the columns of ``resident_card`` with the same names.

    Attributes:
        name_sort: Vietnamese order, given name first.
        words: folded words of every name, the initials, the code, the numbers from their beginning.
        spoken: the names in small letters with their marks, to put ``Đức`` before ``Dục`` when ``đức`` is typed.
        numbers: every number and the code, backwards.
        paper_no: the number lists show masked.
        custody_alerts: open alerts everyone may see, gravest first, as ``level:kind`` between blanks.
        health_alerts: those behind the wall of health.
    """

    code: str
    name: str
    name_sort: bytes
    words: str
    spoken: str
    numbers: str
    sex: Sex
    birth_on: date | None
    birth_year: int
    paper_no: str | None
    custody_alerts: str
    health_alerts: str


def resident_code(year: int, number: int) -> str:
    """The code people say: ``26-0388``, the 388th entered in 2026; a year of more than 9,999 writes them all."""
    return f"{year % 100:02}-{number:04}"


def person_card(
    code: str,
    person: Person,
    aliases: Iterable[str] = (),
    papers: Sequence[Paper] = (),
    alerts: Iterable[Alert] = (),
) -> PersonCard:
    """The card of a person as their live facts are now."""
    names = [person.name, *aliases]
    paper = main_paper(tuple(papers))
    numbers = list(dict.fromkeys(paper.number for paper in papers if paper.number is not None))
    words = [*map(fold, names), *_initials(names), fold(code), *map(fold, numbers)]
    open_alerts = sorted(alerts, key=lambda alert: (list(AlertLevel).index(alert.level), alert.kind))
    return PersonCard(
        code=code,
        name=person.name,
        name_sort=sort_key(person.name),
        words=" ".join(dict.fromkeys(" ".join(words).split())),
        spoken=spoken(" ".join(names)),
        numbers=" ".join(map(digits_reversed, [*numbers, code])),
        sex=person.sex,
        birth_on=person.birth_on,
        birth_year=person.year_of_birth,
        paper_no=None if paper is None else paper.number,
        custody_alerts=_chips(open_alerts, AlertWall.CUSTODY),
        health_alerts=_chips(open_alerts, AlertWall.HEALTH),
    )


def chips_of(written: str) -> tuple[AlertChip, ...]:
    """The alerts a card column holds."""
    parts = (one.split(":") for one in written.split())
    return tuple(AlertChip(AlertKind(kind), AlertLevel(level)) for level, kind in parts)


def chip_mark(kind: AlertKind) -> str:
    """What a card column holds for an open alert of this kind, whatever its level."""
    return f":{kind} "


def spoken(text: str) -> str:
    """Words with their marks, small, between blanks: what an exact hit is looked for in."""
    return f" {tidy_name(text).casefold()} "


def code_beginning(typed: str) -> str | None:
    """The beginning of a code, when that is what was typed: ``26-03``."""
    text = typed.strip()
    return text if _CODE.fullmatch(text) else None


def search_text(typed: str) -> str:
    """What was typed, ready for the index: a number written in groups is one number."""
    text = typed.strip()
    return normalised_number(text) if _NUMBER_ALONE.fullmatch(text) else text


def exact_words(typed: str) -> tuple[str, ...]:
    """The words typed, each as ``spoken`` holds the beginning of one."""
    return tuple(f" {word}" for word in spoken(typed).split())


def _initials(names: Iterable[str]) -> list[str]:
    """``nva`` for Nguyễn Văn A: so ``nv a`` finds him, as people write it on slips."""
    words = (fold(name).split() for name in names)
    return ["".join(word[0] for word in each) for each in words if len(each) >= _LEAST_INITIALS]


def _chips(alerts: Iterable[Alert], wall: AlertWall) -> str:
    found = dict.fromkeys(f"{one.level}:{one.kind}" for one in alerts if wall_of(one.kind) is wall)
    return "".join(f"{chip} " for chip in found)
