"""A roster taken over as a whole, and taken back as a whole."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

import sqlalchemy as sa

from facility_app.db.base import Base
from facility_app.db.built_on import live_belongings
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS, UNDO_IMPORTS
from facility_app.modules.intake.domain.roster import RosterChoices, RowState, nothing
from facility_app.modules.intake.queries.imports import (
    COUNTED,
    OTHER_WORDS,
    TABLE_WORDS,
    belongings_of,
    built_on,
)
from facility_app.modules.intake.queries.roster import PreviewRow, Rejected, RosterPreview, preview_roster
from facility_app.modules.intake.queries.stored import find_import, people_of
from facility_app.modules.intake.tables import NAME_LIMIT, RosterImport, RosterPerson, RosterShape
from facility_app.modules.residents.api import (
    TakeBackRoster,
    TakeOverRoster,
    take_back_roster,
    take_over_roster,
)
from facility_app.modules.stays.api import OpenListedStays, TakeBackStays, open_listed_stays, take_back_stays
from facility_app.sheets.workbook import Book

T = TypeVar("T")

_A_PART: Final = 250
UNDO_REASON: Final = label("intake", "Hoàn tác lần nhập danh sách {file}")


@dataclass(frozen=True, slots=True)
class ImportRoster:
    """A list to take over.

    Attributes:
        book: the opened file.
        choices: columns, shared values, who is who.
        watch: told how many steps of how many are done; may raise to stop, then nothing is written.
        earlier: the look somebody had at it; what it read is not read again where nothing has changed.
    """

    book: Book = field(repr=False)
    choices: RosterChoices = field(default=RosterChoices(), repr=False)
    watch: Callable[[int, int], None] = field(default=nothing, repr=False)
    earlier: RosterPreview | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a list.

    Attributes:
        rows: rows of people in it.
        accepted: rows written; ``created`` new people and ``matched`` known ones.
        stays: stays opened.
        undo_id: takes the whole import back; None when nothing was written.
    """

    rows: int
    accepted: int
    created: int
    matched: int
    stays: int
    rejected: tuple[Rejected, ...]
    undo_id: str | None
    preview: RosterPreview = field(repr=False)


@dataclass(frozen=True, slots=True)
class UndoImport:
    """An import to take back."""

    import_id: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back.

    Attributes:
        people: new people struck out.
        stays: stays struck out.
    """

    people: int
    stays: int


def import_roster(uow: UnitOfWork, command: ImportRoster) -> Imported:
    """Write every accepted row, or nothing; rows with faults and undecided ones are listed and left out.

    Raises:
        UserError: as ``preview_roster``; whatever a verb of residents or stays refuses: then nothing is written.
    """
    require(uow, IMPORT_ROSTERS)
    preview = preview_roster(uow, command.book, command.choices, command.watch, command.earlier)
    accepted = preview.accepted
    if not accepted:
        return Imported(len(preview.rows), 0, 0, 0, 0, preview.rejected, None, preview)
    with uow.act("intake.import_roster", reason=command.book.name) as act:
        people = _written(uow, accepted, command)
        run = uow.add(
            RosterImport(
                file_name=command.book.name[:NAME_LIMIT],
                sheet=preview.roster.sheet.name[:NAME_LIMIT],
                rows=len(preview.rows),
                created=sum(row.state is RowState.NEW for row in accepted),
                matched=sum(row.state is RowState.KNOWN for row in accepted),
                rejected=len(preview.rows) - len(accepted) - preview.count(RowState.SKIPPED),
                stays=sum(stay_id is not None for _, _, stay_id in people),
            )
        )
        act.about(run)
        _remember(uow, preview)
        uow.session.flush()
        _note_people(uow, run.id, people)
    command.watch(len(accepted), len(accepted))
    return Imported(
        run.rows, len(accepted), run.created, run.matched, run.stays, preview.rejected, run.id, preview
    )


def undo_import(uow: UnitOfWork, command: UndoImport) -> Undone:
    """Strike out everything one import wrote, while nothing was built on it.

    Raises:
        UserError: ``no_such_import``; ``import_undone``; ``import_built_on``, naming who and what.
    """
    require(uow, UNDO_IMPORTS)
    run = find_import(uow, command.import_id)
    if run.undone_at is not None:
        raise UserError(
            "import_undone",
            label("errors", "Lần nhập {file} đã được hoàn tác trước đó; không còn gì để hoàn tác."),
            file=run.file_name,
        )
    _require_nothing_built(uow, run)
    people = people_of(uow, run.id)
    new = tuple(one.resident_id for one in people if one.is_new)
    stays = tuple(one.stay_id for one in people if one.stay_id is not None)
    reason = UNDO_REASON.format(file=run.file_name)
    with uow.act("intake.undo_import", reason=run.file_name) as act:
        act.about(run)
        if stays:
            take_back_stays(uow, TakeBackStays(stays, reason))
        if new:
            take_back_roster(uow, TakeBackRoster(new, reason))
        run.undone_at = uow.now
        uow.session.flush()
        _require_nothing_left(uow, run, new, stays)
    return Undone(len(new), len(stays))


def _written(
    uow: UnitOfWork, rows: Sequence[PreviewRow], command: ImportRoster
) -> list[tuple[PreviewRow, str, str | None]]:
    """Each row with the person and the stay it became."""
    who: dict[int, str] = {row.row_no: row.resident_id for row in rows if row.state is RowState.KNOWN}
    source, done = command.book.name, 0
    for part in _parts([row for row in rows if row.state is RowState.NEW]):
        command.watch(done, 2 * len(rows))
        lines = tuple(row.person for row in part if row.person is not None)
        ids = take_over_roster(uow, TakeOverRoster(lines, source))
        who |= {row.row_no: one for row, one in zip(part, ids, strict=True)}
        done += len(part)
    opened: dict[int, str] = {}
    for part in _parts([row for row in rows if row.stay is not None]):
        command.watch(done, 2 * len(rows))
        stays = tuple(replace(row.stay, resident_id=who[row.row_no]) for row in part if row.stay is not None)
        saved = open_listed_stays(uow, OpenListedStays(stays, source, local_date(uow.now)))
        opened |= {row.row_no: one.stay_id for row, one in zip(part, saved, strict=True)}
        done += len(part)
    return [(row, who[row.row_no], opened.get(row.row_no)) for row in rows]


def _parts(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    return (rows[start : start + _A_PART] for start in range(0, len(rows), _A_PART))


def _note_people(uow: UnitOfWork, import_id: str, people: Sequence[tuple[PreviewRow, str, str | None]]) -> None:
    """Who came with the run, and what leads to them now."""
    now = belongings_of(uow, [(who, stay_id, row.state is RowState.NEW) for row, who, stay_id in people])
    values = [
        {
            "id": uow.new_id(),
            "import_id": import_id,
            "row_no": row.row_no,
            "resident_id": who,
            "stay_id": stay_id,
            "is_new": row.state is RowState.NEW,
            "place_text": row.place,
            "belongings": text,
        }
        for (row, who, stay_id), text in zip(people, now, strict=True)
    ]
    uow.session.execute(sa.insert(Base.metadata.tables[RosterPerson.__tablename__]), values)


def _remember(uow: UnitOfWork, preview: RosterPreview) -> None:
    """What the columns of such files are, so that nobody is asked again."""
    header = preview.roster.header
    columns = json.dumps({one.key: one.field for one in header.columns if one.key}, sort_keys=True)
    wanted = sa.select(RosterShape).where(RosterShape.shape == header.shape)
    found = uow.session.scalars(wanted).one_or_none()
    if found is None:
        uow.add(RosterShape(shape=header.shape, columns=columns))
    elif found.columns != columns:
        found.columns = columns


def _require_nothing_built(uow: UnitOfWork, run: RosterImport) -> None:
    found = built_on(uow, run.id)
    if found:
        raise UserError(
            "import_built_on",
            label(
                "errors",
                "Không hoàn tác được lần nhập {file}: sau đó đã có người ghi thêm hoặc sửa: {what}. Hãy gạch bỏ "
                "những mục đó trước, hoặc sửa từng hồ sơ.",
            ),
            file=run.file_name,
            what=tuple(f"{one.code} ({', '.join(one.what)})" for one in found),
        )


def _require_nothing_left(uow: UnitOfWork, run: RosterImport, new: Sequence[str], stays: Sequence[str]) -> None:
    """Nothing alive may lead to what was struck out: what another slice wrote along would hang in the air."""
    left = live_belongings(uow.session, "resident", new) | live_belongings(uow.session, "stay", stays)
    left -= COUNTED
    if left:
        raise UserError(
            "import_built_on",
            label(
                "errors",
                "Không hoàn tác được lần nhập {file}: còn {what} của những người trong danh sách.",
            ),
            file=run.file_name,
            what=tuple(sorted({TABLE_WORDS.get(one, OTHER_WORDS) for one in left})),
        )
