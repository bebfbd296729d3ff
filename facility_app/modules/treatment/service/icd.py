"""Taking the Ministry's table of diagnoses over: all of it or none; what was written by older codes stays."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from facility_app.db.base import Base
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.labels import label
from facility_app.kernel.word_search import searchable
from facility_app.modules.treatment.domain import KEEP_ICD
from facility_app.modules.treatment.queries.icd_file import IcdLine, read_icd_file
from facility_app.modules.treatment.tables import IcdTable, IcdTableCode
from facility_app.sheets.error_book import file_has_faults
from facility_app.sheets.workbook import Book


@dataclass(frozen=True, slots=True)
class ImportIcd:
    """A table to take over.

    Attributes:
        valid_from: its first day; codes of the days before stay those of before.
    """

    book: Book = field(repr=False)
    valid_from: date


@dataclass(frozen=True, slots=True)
class TakenIcd:
    """What came of it: the table's id, how many codes it has, its first day."""

    table_id: str
    codes: int
    valid_from: date


def import_icd(uow: UnitOfWork, command: ImportIcd) -> TakenIcd:
    """Take every code of the file over, or none; from its first day on only its codes are chosen.

    Raises:
        UserError: ``file_has_faults``; ``icd_table_there``: the same codes for the same day; as ``read_icd_file``.
    """
    require(uow, KEEP_ICD)
    found = read_icd_file(uow, command.book)
    if found.marks:
        raise file_has_faults(len(found.marks))
    digest = _digest(found.lines)
    t = IcdTable
    there = sa.select(t.id).where(t.valid_from == command.valid_from, t.content_sha256 == digest)
    if uow.session.scalar(there.limit(1)) is not None:
        raise UserError(
            "icd_table_there",
            label("errors", "Bảng mã bệnh này đã được nhập, có hiệu lực từ {day}. Không cần nhập lại."),
            day=format_date(command.valid_from),
        )
    folds = searchable([f"{one.code} {one.code.replace('.', '')} {one.text} {one.english}" for one in found.lines])
    with uow.act("treatment.import_icd", reason=command.book.name) as act:
        name = command.book.name[:LINE_LIMIT]
        made = uow.add(
            IcdTable(
                valid_from=command.valid_from, file_name=name, content_sha256=digest, code_count=len(found.lines)
            )
        )
        act.about(made)
        uow.session.flush()
        rows = [
            {
                "table_id": made.id,
                "code": one.code,
                "text": one.text,
                "english": one.english,
                "flags": f" {' '.join(sorted(one.flags))} ",
                "folded": folded,
            }
            for one, folded in zip(found.lines, folds, strict=True)
        ]
        uow.session.execute(sa.insert(Base.metadata.tables[IcdTableCode.__tablename__]), rows)
    return TakenIcd(made.id, len(rows), command.valid_from)


def _digest(lines: tuple[IcdLine, ...]) -> str:
    """Of what the table says, whatever file it came in."""
    said = [
        [one.code, one.text, one.english, *sorted(one.flags)] for one in sorted(lines, key=lambda one: one.code)
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
