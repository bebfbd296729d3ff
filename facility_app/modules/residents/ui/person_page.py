"""The page of one person: what stands above its tabs, and the chips this slice knows."""

from typing import Any, Final

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import READ_FILE, READ_KEEP_APART, VIEW_RESIDENTS
from facility_app.modules.residents.domain.card import RESIDENT_STATUS_LABELS
from facility_app.modules.residents.domain.family import AddressKind
from facility_app.modules.residents.domain.person import SEX_LABELS
from facility_app.modules.residents.domain.safety import ALERT_KIND_LABELS, Strength
from facility_app.modules.residents.queries.contents import read_content
from facility_app.modules.residents.queries.entries import list_addresses, list_alerts, list_keep_apart
from facility_app.modules.residents.queries.people import ResidentRow
from facility_app.modules.residents.queries.person import ResidentHeader, get_header
from facility_app.modules.residents.service.people import open_resident
from facility_app.modules.residents.ui import words
from facility_app.modules.residents.ui.pictures import small_jpeg
from facility_app.ui.i18n import tr
from facility_app.ui.record_page import Fact, RecordHead, RecordPage, RecordSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ChipSource, ChipText, PageContext, PartSpec, StripSpec
from facility_app.ui.theme import Tone

HEAD_TABLES: Final = frozenset(
    {
        *("resident", "resident_card", "resident_photo", "attachment", "resident_address", "resident_paper"),
        "resident_alias",
    }
)
PAPER = label("residents", "Số giấy tờ")
HOME = label("residents", "Thường trú")
LIVES = label("residents", "Chỗ ở")
ENDS = label("residents", "Dự kiến hoàn thành")
APART = label("residents", "Không xếp chung với {code}")
AVOID = label("residents", "Nên tránh xếp chung với {code}")
APART_WHY = label("residents", "{name}: {reason}")
SINCE = label("residents", "từ {day}")
SEX_AGE = label("residents", "{sex} ·")


def head_of(uow: Any, resident_id: str) -> RecordHead:
    """The header; a photo that cannot be read leaves the initials."""
    found = get_header(uow, resident_id)
    row = found.row
    return RecordHead(
        row.name,
        row.code,
        tuple(_facts(uow, row)),
        photo=_photo(uow, found),
        chips=(ChipText(tr(RESIDENT_STATUS_LABELS[row.status]), words.status_tone(row.status)),),
    )


def _photo(uow: Any, found: ResidentHeader) -> bytes | None:
    if found.photo is None:
        return None
    try:
        return small_jpeg(read_content(uow, found.photo))
    except FacilityError:
        return None


def _facts(uow: Any, row: ResidentRow) -> list[Fact]:
    sex = tr(SEX_AGE, sex=tr(SEX_LABELS[row.sex]))
    facts = [Fact(sex, tr(words.YEARS_OLD, age=row.age), f"({row.birth})")]
    if row.paper:
        facts.append(Fact(tr(PAPER), row.paper))
    if uow.actor.may(READ_FILE):
        homes = [one.facts for one in list_addresses(uow, row.resident_id)]
        home = next((one for one in homes if one.kind is AddressKind.PERMANENT and one.until_on is None), None)
        if home is not None and (home.place_text or home.detail):
            facts.append(Fact(tr(HOME), home.place_text or home.detail or ""))
    if row.place:
        facts.append(Fact(tr(LIVES), row.place))
    if row.expected_end_on is not None:
        facts.append(Fact(tr(ENDS), words.day(row.expected_end_on)))
    return facts


def ask_alerts(uow: Any, resident_id: str) -> tuple[ChipText, ...]:
    """Open alerts the actor may see, the gravest first; what to do is the chip's sentence."""
    levels = list(words.LEVEL_TONES)
    open_ones = sorted(list_alerts(uow, resident_id), key=lambda one: levels.index(one.entry.facts.level))
    return tuple(
        ChipText(
            tr(ALERT_KIND_LABELS[facts.kind]),
            words.LEVEL_TONES[facts.level],
            why=words.joined(facts.text, tr(SINCE, day=words.day(facts.from_on))),
        )
        for facts in (one.entry.facts for one in open_ones)
    )


def ask_keep_apart(uow: Any, resident_id: str) -> tuple[ChipText, ...]:
    """Whom the person must not share a room with."""
    return tuple(
        ChipText(
            tr(APART if one.strength is Strength.HARD else AVOID, code=one.other_code),
            Tone.DANGER if one.strength is Strength.HARD else Tone.WARNING,
            why=tr(APART_WHY, name=one.other_name, reason=one.reason),
        )
        for one in list_keep_apart(uow, resident_id)
    )


ALERT_CHIPS: Final = ChipSource(VIEW_RESIDENTS, ask_alerts, 10, frozenset({"resident_alert"}))
APART_CHIPS: Final = ChipSource(READ_KEEP_APART, ask_keep_apart, 20, frozenset({"keep_apart"}))


class PersonPages:
    """What makes the page of a person, out of the parts of all slices."""

    def __init__(
        self, parts: tuple[PartSpec, ...], chips: tuple[ChipSource, ...], strips: tuple[StripSpec, ...] = ()
    ) -> None:
        """Take the parts."""
        self._spec = RecordSpec(
            head=head_of, tables=HEAD_TABLES, parts=parts, chips=chips, strips=strips, look=open_resident
        )

    def make(self, context: PageContext) -> Page:
        """A page that shows nobody yet."""
        return RecordPage(self._spec, context)
