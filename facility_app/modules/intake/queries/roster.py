"""A roster looked at before anything is written: every row with its faults, who may be known, what would come."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import fold, mask_number
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS
from facility_app.modules.intake.domain.roster import (
    Assumed,
    Guess,
    RosterChoices,
    RowDecision,
    RowState,
    Sameness,
    nothing,
)
from facility_app.modules.intake.domain.roster_fields import RosterField
from facility_app.modules.intake.queries.roster_cells import RowCells
from facility_app.modules.intake.queries.roster_lists import RosterLists
from facility_app.modules.intake.queries.roster_people import PersonReader
from facility_app.modules.intake.queries.roster_sheet import RosterSheet
from facility_app.modules.intake.queries.roster_stays import StayReader
from facility_app.modules.intake.tables import RosterShape
from facility_app.modules.residents.api import (
    EDIT_SUBSTANCES,
    LIKENESS_LABELS,
    Candidate,
    Likeness,
    Newcomer,
    RosterLine,
    birth_text,
    find_similar_many,
)
from facility_app.modules.stays.api import ADMISSION_REASON_LABELS, STAY_TYPE_LABELS, AdmissionReason, ListedStay
from facility_app.sheets.cells import plain_text
from facility_app.sheets.error_book import Mark
from facility_app.sheets.reading.grid import letters
from facility_app.sheets.workbook import Book

_NO_SUBSTANCES: Final = label(
    "intake", "Cột chất ma túy không được nhập: tài khoản này không có quyền ghi. Người có quyền ghi bổ sung sau."
)
_PLACE_LATER: Final = label(
    "intake", "Cột khu, phòng, đội được giữ cùng lần nhập để xếp chỗ sau; nhập danh sách không xếp giường."
)
_MOST_NAMED: Final = 10
_ASKED: Final = label(
    "errors",
    "Có thể là người đã có hồ sơ: {people}. Hãy so hai bên rồi quyết định: cùng một người, người khác, hay bỏ qua "
    "dòng này.",
)
_SAME_NUMBER: Final = label(
    "errors", "Số này trùng với dòng {row} của danh sách. Một số chỉ của một người; hãy sửa."
)
_SAME_PERSON: Final = label(
    "errors",
    "Giống hệt họ tên và ngày sinh ở dòng {row} của danh sách. Hãy bỏ một dòng; nếu là hai người thì quyết định "
    "“người khác”.",
)
_NUMBER_TAKEN: Final = label(
    "errors",
    "Số giấy tờ này là của {code}, nên không thể là người khác. Hãy sửa số, hoặc quyết định cùng một người.",
)
_NOBODY: Final = label("errors", "Quyết định chỉ tới hồ sơ {code}, nhưng dòng này không giống hồ sơ nào có mã đó.")
_INSIDE: Final = label(
    "errors",
    "{code} đang có lần cai nghiện chưa kết thúc; một người chỉ có một lần đang mở. Hãy bỏ qua dòng này, hoặc ghi "
    "kết thúc lần trước rồi nhập lại.",
)
_TWICE_SAME: Final = label("errors", "Dòng {earlier} cũng được quyết định là {code}. Hãy bỏ một dòng.")
_NOTHING_NEW: Final = label("errors", "{code} đã có hồ sơ, dòng này không có quyết định mới; không ghi gì thêm.")
_A_PART: Final = 100


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column of the list as it was understood.

    Attributes:
        letter: its name in the sheet.
        head: as it stands there.
        name: the field it is; empty for one that is not taken.
        is_sure: whether nobody need look at it.
        sample: what a cell of it says.
    """

    letter: str
    head: str
    name: str
    is_sure: bool
    sample: str = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class PreviewRow:
    """One row of the list, as it would be written.

    Attributes:
        row_no: of the sheet, as the sheet counts.
        number: of the paper, masked.
        marks: faults and things to look at, by cell.
        candidates: people kept who may be the same, the likeliest first.
        decision: what was decided about it.
    """

    row_no: int
    name: str
    birth: str
    sex: str
    number: str
    decided: str
    admitted_on: str
    state: RowState
    marks: tuple[Mark, ...]
    candidates: tuple[Candidate, ...] = ()
    decision: RowDecision | None = None
    person: RosterLine | None = None
    stay: ListedStay | None = None
    resident_id: str = ""
    place: str | None = None

    @staticmethod
    def likeness(candidate: Candidate) -> tuple[Label, ...]:
        """Why somebody may be the person of a row, in words."""
        return tuple(LIKENESS_LABELS[reason] for reason in candidate.match.reasons)

    @property
    def has_doubts(self) -> bool:
        """Whether something should be looked at although the row is taken."""
        return any(not mark.is_fault for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a row is not written.

    Attributes:
        row: as the sheet counts.
        column: letter; empty for the row as a whole.
        value: of the cell.
    """

    row: int
    column: str
    value: str = field(repr=False)
    message: str = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Ground:
    """What the cells of a list are read with: the same again reads the same.

    Attributes:
        choices: without who is who, which is decided after reading.
        remembered: what the columns of such files were before.
        may_substances: whether whoever reads may write substances down.
    """

    book: Book
    choices: RosterChoices
    today: date
    remembered: Mapping[str, Mapping[str, str | None]]
    lists: RosterLists
    may_substances: bool

    @classmethod
    def of(cls, uow: UnitOfWork, book: Book, choices: RosterChoices) -> "Ground":
        """As it is now."""
        require(uow, IMPORT_ROSTERS)
        may_substances, today = uow.actor.may(EDIT_SUBSTANCES), local_date(uow.now)
        lists, own = RosterLists.within(uow), replace(choices, decisions={})
        return cls(book, own, today, _remembered(uow), lists, may_substances)

    def is_that_of(self, other: "Ground") -> bool:
        """Whether nothing changed; of one file opened once, for two of one name need not be the same."""
        mine = (self.choices, self.today, self.remembered, self.may_substances, self.lists)
        theirs = (other.choices, other.today, other.remembered, other.may_substances, other.lists)
        return self.book is other.book and mine == theirs


@dataclass(frozen=True, slots=True, repr=False)
class ReadRoster:
    """The cells of a list, read; nobody is compared yet.

    Attributes:
        rows: each for itself, without what was decided about it.
    """

    ground: Ground
    roster: RosterSheet
    columns: tuple[ColumnRow, ...]
    rows: tuple[PreviewRow, ...]
    remarks: tuple[str, ...]
    texts: Mapping[tuple[int, int], str]
    assumed: tuple[Assumed, ...]


@dataclass(frozen=True)
class RosterPreview:
    """A whole list looked at.

    Attributes:
        roster: the sheet with its heads.
        remarks: what was guessed about the file.
        texts: (row, column) → text to stand in the result instead of a number that lost its zeros.
        assumed: what was taken for granted of the people.
        read: its cells as they were read; a later look at the same begins with them.
    """

    roster: RosterSheet
    columns: tuple[ColumnRow, ...]
    rows: tuple[PreviewRow, ...] = field(repr=False)
    remarks: tuple[str, ...]
    texts: Mapping[tuple[int, int], str] = field(repr=False)
    assumed: tuple[Assumed, ...]
    read: ReadRoster = field(repr=False)

    @property
    def accepted(self) -> tuple[PreviewRow, ...]:
        """Rows that would be written."""
        return tuple(row for row in self.rows if row.state.is_accepted)

    def count(self, state: RowState) -> int:
        """How many rows are of a state."""
        return sum(row.state is state for row in self.rows)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Everything to say, cell by cell."""
        return tuple(mark for row in self.rows for mark in row.marks)

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """Every fault of every row that is not written, those still asked about included."""
        return tuple(
            Rejected(
                mark.row + 1,
                "" if mark.column is None else letters(mark.column),
                "" if mark.column is None else plain_text(self.roster.sheet.at(mark.row, mark.column)),
                mark.text,
            )
            for row in self.rows
            if row.state in {RowState.REJECTED, RowState.ASKED}
            for mark in row.marks
            if mark.is_fault
        )


STAY_TYPES: Final[Mapping[str, Label]] = {kind.value: words for kind, words in STAY_TYPE_LABELS.items()}
REASONS: Final[Mapping[str, Label]] = {one.value: words for one, words in ADMISSION_REASON_LABELS.items()}
"""What may be chosen for a whole list, for the screen."""


def preview_roster(
    uow: UnitOfWork,
    book: Book,
    choices: RosterChoices,
    watch: Callable[[int, int], None] = nothing,
    earlier: RosterPreview | None = None,
) -> RosterPreview:
    """Look at a list; nothing is written.

    Args:
        uow: the unit of work.
        book: the opened file.
        choices: what a person chose.
        watch: told how many rows of how many are done; may raise to stop.
        earlier: a look of before; its cells are not read again where nothing they are read with has changed. Who
            is known is always asked anew.

    Raises:
        UserError: ``no_such_sheet``, ``no_heads``, ``no_such_column``, ``no_such_field``.
    """
    require(uow, IMPORT_ROSTERS)
    ground = Ground.of(uow, book, choices)
    is_as_before = earlier is not None and ground.is_that_of(earlier.read.ground)
    read = earlier.read if earlier is not None and is_as_before else _read(ground, watch)
    roster, decided = read.roster, choices.decisions
    asked = [replace(row, decision=decided[row.row_no]) if row.row_no in decided else row for row in read.rows]
    rows = _decided(uow, _told_twice(asked, roster), roster)
    watch(len(rows), len(rows))
    return RosterPreview(roster, read.columns, tuple(rows), read.remarks, read.texts, read.assumed, read)


def _read(ground: Ground, watch: Callable[[int, int], None]) -> ReadRoster:
    """Every row by itself."""
    roster = RosterSheet.found(ground.book, ground.choices, ground.remembered, ground.today)
    reader = _Reader(roster, ground)
    people = roster.people
    rows: list[PreviewRow] = []
    for done, row in enumerate(people):
        if done % _A_PART == 0:
            watch(done, len(people))
        rows.append(reader.row(row))
    remarks = [one.text for one in roster.remarks]
    if RosterField.SUBSTANCE in roster.fields and not ground.may_substances:
        remarks.append(_NO_SUBSTANCES.format())
    if RosterField.PLACE in roster.fields:
        remarks.append(_PLACE_LATER.format())
    assumed = tuple(_assumed(roster, reader))
    columns = _columns(roster)
    return ReadRoster(ground, roster, columns, tuple(rows), tuple(remarks), reader.texts, assumed)


def _assumed(roster: RosterSheet, reader: "_Reader") -> Iterator[Assumed]:
    """What was taken for granted of the people, which somebody should look at before anything is written."""
    if reader.reasons_taken:
        reason = REASONS[AdmissionReason.NOT_REGISTERED.value]
        yield Assumed(Guess.REASON, {"count": reader.reasons_taken, "reason": reason})
    hidden = [row for row in roster.people if row in roster.sheet.hidden_rows]
    for what, rows in ((Guess.ZEROS, reader.zeros_back), (Guess.HIDDEN, hidden)):
        if rows:
            more = "…" if len(rows) > _MOST_NAMED else ""
            named = ", ".join(str(row + 1) for row in rows[:_MOST_NAMED]) + more
            yield Assumed(what, {"count": len(rows), "rows": named})


def _remembered(uow: UnitOfWork) -> dict[str, dict[str, str | None]]:
    found = uow.session.execute(
        sa.select(RosterShape.shape, RosterShape.columns).where(RosterShape.voided_at.is_(None))
    )
    return {shape: json.loads(columns) for shape, columns in found}


@dataclass
class _Reader:
    """Reads the rows of one list.

    Attributes:
        reasons_taken: so many rows do not say why somebody was brought in.
        zeros_back: rows whose numbers got the zeros back that a number cell ate, once for each number.
    """

    roster: RosterSheet
    ground: Ground
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    reasons_taken: int = 0
    zeros_back: list[int] = field(default_factory=list)

    def row(self, row: int) -> PreviewRow:
        """One row, its own cells only."""
        cells = RowCells(self.roster, self.ground.lists, row)
        person = PersonReader(cells, self.ground.may_substances).line()
        stay = StayReader(cells, self.ground.choices.shared).line(None if person is None else person.person)
        self.reasons_taken += cells.is_reason_taken
        self.zeros_back += [row] * cells.zeros_back
        self.texts |= {(row, column): text for column, text in cells.texts.items()}
        state = RowState.REJECTED if cells.has_faults() else RowState.NEW
        place = cells.quiet_text(RosterField.PLACE)[:200] or None
        shown = _shown(cells, person, stay)
        return PreviewRow(row + 1, *shown, state, tuple(cells.marks), (), None, person, stay, "", place)


def _shown(
    cells: RowCells, person: RosterLine | None, stay: ListedStay | None
) -> tuple[str, str, str, str, str, str]:
    """What a list shows of a row: as read, or as it stands there."""
    if person is None:
        name = " ".join(
            text
            for one in (RosterField.NAME, RosterField.FAMILY_NAMES, RosterField.GIVEN_NAME)
            if (text := cells.quiet_text(one))
        )
        birth, sex = plain_text(cells.value(RosterField.BIRTH)), cells.quiet_text(RosterField.SEX)
        number = cells.quiet_text(RosterField.PAPER)
    else:
        facts = person.person
        name, birth = facts.name, birth_text(facts.birth_on, facts.year_of_birth)
        sex, number = facts.sex.value, (person.papers[0].number or "") if person.papers else ""
    if stay is None or stay.decision is None:
        decided = cells.quiet_text(RosterField.DECISION)
    else:
        decided = "/".join(one for one in (stay.decision.number, stay.decision.symbol) if one)
    admitted = plain_text(cells.value(RosterField.ADMITTED) if stay is None else stay.admitted_on)
    return name, birth, sex, mask_number(number) if number else "", decided, admitted


def _told_twice(rows: Sequence[PreviewRow], roster: RosterSheet) -> list[PreviewRow]:
    """Rows that speak of one person twice are refused, the later one naming the earlier."""
    numbers: dict[str, int] = {}
    people: dict[tuple[object, object], int] = {}
    made = []
    for row in rows:
        if row.person is None or _is_skipped(row):
            made.append(row)
            continue
        marks = []
        for paper in row.person.papers:
            earlier = numbers.setdefault(paper.number or "", row.row_no)
            if earlier != row.row_no:
                column = roster.fields.get(RosterField.PAPER, roster.fields.get(RosterField.OLD_PAPER))
                marks.append(Mark(row.row_no - 1, column, _SAME_NUMBER.format(row=earlier)))
        facts = row.person.person
        # Two of one name born in one year may be two; two lines that say the same of everything are one copied.
        who = (row.person, row.stay) if facts.birth_on is None else (fold(facts.name), facts.birth_on)
        earlier = people.setdefault(who, row.row_no)
        is_other = row.decision is not None and row.decision.what is Sameness.OTHER
        if earlier != row.row_no and not marks and not is_other:
            column = roster.fields.get(RosterField.NAME, roster.fields.get(RosterField.GIVEN_NAME))
            marks.append(Mark(row.row_no - 1, column, _SAME_PERSON.format(row=earlier)))
        state = RowState.REJECTED if marks else row.state
        made.append(replace(row, marks=(*row.marks, *marks), state=state))
    return made


def _is_skipped(row: PreviewRow) -> bool:
    return row.decision is not None and row.decision.what is Sameness.SKIP


def _decided(uow: UnitOfWork, rows: Sequence[PreviewRow], roster: RosterSheet) -> list[PreviewRow]:
    """Rows compared with everybody kept, and what was decided about those who look alike."""
    asked = [row for row in rows if row.person is not None and not _is_skipped(row)]
    alike = dict(
        zip([row.row_no for row in asked], find_similar_many(uow, [_newcomer(row) for row in asked]), strict=True)
    )
    taken: dict[str, int] = {}
    made = []
    for row in rows:
        if _is_skipped(row):
            made.append(replace(row, state=RowState.SKIPPED))
        elif alike.get(row.row_no) or row.decision is not None:
            made.append(_settled(row, alike.get(row.row_no, ()), roster, taken))
        else:
            made.append(row)
    return made


def _newcomer(row: PreviewRow) -> Newcomer:
    assert row.person is not None  # noqa: S101 - asked by the caller
    one = row.person
    return Newcomer(one.person, one.aliases, one.papers, one.addresses, one.relatives)


def _settled(
    row: PreviewRow, candidates: tuple[Candidate, ...], roster: RosterSheet, taken: dict[str, int]
) -> PreviewRow:
    """One row that may be about somebody known."""
    row = replace(row, candidates=candidates)
    if row.state is RowState.REJECTED:
        return row
    number = roster.fields.get(RosterField.PAPER, roster.fields.get(RosterField.OLD_PAPER))
    named = roster.fields.get(RosterField.NAME, roster.fields.get(RosterField.GIVEN_NAME))
    if row.decision is None:
        # Codes alone: the sentence also stands in a workbook that leaves this machine.
        people = ", ".join(one.row.code for one in candidates[:3])
        return _refused(row, named, _ASKED, RowState.ASKED, people=people)
    if row.decision.what is Sameness.OTHER:
        same = next((one for one in candidates if Likeness.SAME_NUMBER in one.match.reasons), None)
        return row if same is None else _refused(row, number, _NUMBER_TAKEN, code=same.row.code)
    return _known(row, row.decision.code, named, taken)


def _known(row: PreviewRow, code: str, named: int | None, taken: dict[str, int]) -> PreviewRow:
    """A row decided to be about somebody who has a file."""
    found = next((one.row for one in row.candidates if code in {one.row.code, one.row.resident_id}), None)
    if found is None:
        return _refused(row, named, _NOBODY, code=code)
    earlier = taken.setdefault(found.resident_id, row.row_no)
    if found.stay_id is not None:
        made = _refused(row, named, _INSIDE, code=found.code)
    elif earlier != row.row_no:
        made = _refused(row, named, _TWICE_SAME, earlier=earlier, code=found.code)
    elif row.stay is None:
        said = Mark(row.row_no - 1, named, _NOTHING_NEW.format(code=found.code), is_fault=False)
        made = replace(row, state=RowState.SKIPPED, marks=(*row.marks, said))
    else:
        made = replace(row, state=RowState.KNOWN, resident_id=found.resident_id)
    return made


def _refused(
    row: PreviewRow, column: int | None, text: Label, state: RowState = RowState.REJECTED, **params: object
) -> PreviewRow:
    mark = Mark(row.row_no - 1, column, text.format(**params))
    return replace(row, state=state, marks=(*row.marks, mark))


def _columns(roster: RosterSheet) -> tuple[ColumnRow, ...]:
    unclear = {one.index for one in roster.header.unclear}
    taken = {column: name for name, column in roster.fields.items()}
    made = []
    for one in roster.header.columns:
        name = taken.get(one.index)
        cells = (row[one.index] for row in roster.sheet.rows[roster.header.first_row :])
        sample = next((plain_text(value) for value in cells if value is not None), "")
        made.append(
            ColumnRow(
                one.letter, one.head, "" if name is None else name.value, one.index not in unclear, sample[:60]
            )
        )
    return tuple(made)
