"""The page of one person: what stands above its tabs, and the chips this slice knows."""

from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.residents.domain import (
    READ_FILE,
    READ_KEEP_APART,
    REGISTER_RESIDENTS,
    VIEW_RESIDENTS,
    VOID_RESIDENTS,
)
from facility_app.modules.residents.domain.card import RESIDENT_STATUS_LABELS
from facility_app.modules.residents.domain.safety import ALERT_KIND_LABELS, Strength
from facility_app.modules.residents.queries.contents import read_content
from facility_app.modules.residents.queries.entries import find_home, list_alerts, list_keep_apart
from facility_app.modules.residents.queries.people import ResidentRow
from facility_app.modules.residents.queries.person import ResidentHeader, get_header, get_resident
from facility_app.modules.residents.service.people import VoidResident, open_resident, void_resident
from facility_app.modules.residents.ui import words
from facility_app.modules.residents.ui.people_list import ADD, ADD_PAGE, LIST_PAGE
from facility_app.modules.residents.ui.pictures import small_jpeg
from facility_app.ui.dialogs.code import CodeDialog
from facility_app.ui.dialogs.reason import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.record_page import Fact, RecordHead, RecordPage, RecordSpec
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, ChipSource, ChipText, PageContext, PartSpec, Route, StripSpec
from facility_app.ui.tasks import Failure
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
SINCE = label("residents", "từ {day}")
VOID = label("verbs", "Gạch bỏ hồ sơ lập nhầm")
VOID_GO_ON = label("verbs", "Tiếp tục")
VOID_TITLE = label("residents", "Gạch bỏ hồ sơ này?")
VOID_TEXT = label(
    "residents", "Chỉ gạch bỏ hồ sơ lập nhầm. Mã đã cấp không dùng lại; hồ sơ không còn trong danh sách nào."
)
VOIDED = label("residents", "Đã gạch bỏ hồ sơ {code}.")
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
    home = find_home(uow, row.resident_id) if uow.actor.may(READ_FILE) else None
    if home is not None and home.short:
        facts.append(Fact(tr(HOME), home.short))
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
    """Whom the person must not share a room with: how strictly and which code; why stands behind its tab."""
    return tuple(
        ChipText(
            tr(APART if one.strength is Strength.HARD else AVOID, code=one.other_code),
            Tone.DANGER if one.strength is Strength.HARD else Tone.WARNING,
        )
        for one in list_keep_apart(uow, resident_id)
    )


ALERT_CHIPS: Final = ChipSource(VIEW_RESIDENTS, ask_alerts, 10, frozenset({"resident_alert"}))
APART_CHIPS: Final = ChipSource(READ_KEEP_APART, ask_keep_apart, 20, frozenset({"keep_apart"}))


class PersonPage(RecordPage):
    """One person; a file made by mistake is struck out from here."""

    def _on_add_asked(self) -> None:
        self.context.go(Route(ADD_PAGE))

    def _on_void_asked(self) -> None:
        dialog = ReasonDialog(
            self.context.theme, tr(VOID_TITLE), tr(VOID_TEXT), verb=tr(VOID_GO_ON), is_dangerous=True, parent=self
        )
        dialog.given.connect(partial(self._on_reason_given, self.route.record))
        dialog.open()

    def _on_reason_given(self, resident_id: str, reason: str) -> None:
        op = self.context.runner.query(self, partial(_header, resident_id), topic="void")
        op.success(partial(self._on_header_read, resident_id, reason)).failure(self._on_void_refused).run()

    def _on_header_read(self, resident_id: str, reason: str, found: tuple[str, int]) -> None:
        code, version = found
        dialog = CodeDialog(self.context.theme, tr(VOID_TITLE), reason, code=code, verb=tr(VOID), parent=self)
        order = VoidResident(resident_id, version, reason)
        dialog.confirmed.connect(partial(self._on_confirmed, order, code))
        dialog.open()

    def _on_confirmed(self, order: VoidResident, code: str) -> None:
        op = self.context.runner.command(self, partial(_void, order))
        op.success(partial(self._on_voided, code)).failure(self._on_void_refused).run()

    def _on_voided(self, code: str, _answer: object) -> None:
        self.context.say(tr(VOIDED, code=code))
        self.context.go(Route(LIST_PAGE))

    def _on_void_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        # Saving somebody new leads here: the next one is added from here too.
        add = ActionSpec(
            "residents.register_resident",
            ADD,
            self._on_add_asked,
            icon="user-plus",
            shortcut="Ctrl+N",
            permission=REGISTER_RESIDENTS,
            is_in_menu=True,
            is_yielding=True,
        )
        own = ActionSpec(
            "residents.void_resident",
            VOID,
            self._on_void_asked,
            icon="ban",
            permission=VOID_RESIDENTS,
            is_dangerous=True,
            is_in_menu=True,
        )
        shown = super().main_actions()
        return (*shown, add, own) if self.title_text() else shown


def _header(resident_id: str, uow: Any) -> tuple[str, int]:
    found = get_resident(uow, resident_id)
    return found.code, found.version


def _void(order: VoidResident, uow: Any) -> None:
    void_resident(uow, order)


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
        return PersonPage(self._spec, context)
