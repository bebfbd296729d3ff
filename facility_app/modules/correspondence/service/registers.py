"""Sổ văn bản leaving the program, on paper or as a spreadsheet: the trail says who, when, which and how much."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from facility_app.db.audit import plain_facts
from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.payload import Footer, PlainPaper
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.correspondence.domain import EXPORT_REGISTERS, PRINT_PAPERS
from facility_app.modules.correspondence.domain.numbers import Book
from facility_app.modules.correspondence.papers.registers import issued_register_paper, received_register_paper
from facility_app.modules.correspondence.queries.issued import (
    list_addressee_names,
    list_issued_ids,
    list_issued_rows,
)
from facility_app.modules.correspondence.queries.received import list_received_ids, list_received_rows
from facility_app.modules.staff.api import find_member_of_account

ORDER: Final[Mapping[Book, tuple[Sort, ...]]] = {
    Book.OUT: (Sort("issued_on"), Sort("symbol"), Sort("number")),
    Book.IN: (Sort("received_on"), Sort("no")),
}
"""A register is read from its first number on, whatever the screen is sorted by."""


@dataclass(frozen=True, slots=True)
class ExportRegister:
    """What leaves the file.

    Attributes:
        list_id: which list.
        columns: keys of its columns, as they are written.
        count: how many rows.
    """

    list_id: str
    columns: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class PrintRegister:
    """A register on paper.

    Attributes:
        look: what the list on the screen is limited to.
        filters: the same in words, for under the title.
    """

    book: Book
    look: Look = field(default_factory=Look, repr=False)
    filters: str = ""


def export_register(uow: UnitOfWork, command: ExportRegister) -> int:
    """Let a register leave the file as a spreadsheet. Answers the count."""
    require(uow, EXPORT_REGISTERS)
    facts = {"list": command.list_id, "columns": " ".join(command.columns), "count": str(command.count)}
    with uow.act("correspondence.export_register") as act:
        for fact in plain_facts(facts):
            act.note(fact)
    return command.count


def print_register(uow: UnitOfWork, command: PrintRegister) -> PlainPaper:
    """A register as a paper, as far as the actor may read it; what is about health stands there without words.

    Raises:
        UserError: ``bad_filter``, ``bad_sort``.
    """
    require(uow, PRINT_PAPERS)
    look = replace(command.look, sorts=ORDER[command.book])
    member = find_member_of_account(uow, uow.actor.user_id)
    footer = Footer("–" if member is None else member.full_name, uow.now)
    is_out = command.book is Book.OUT
    ids = list_issued_ids(uow, look) if is_out else list_received_ids(uow, look)
    with uow.act("correspondence.print_register") as act:
        for fact in plain_facts({"list": str(command.book), "count": str(len(ids))}):
            act.note(fact)
    name, words = get_facility(uow).name, command.filters or label("papers", "Tất cả các năm")
    if is_out:
        addressees = list_addressee_names(uow, ids)
        return issued_register_paper(list_issued_rows(uow, ids), footer, name, words, addressees)
    return received_register_paper(list_received_rows(uow, ids), footer, name, words)
