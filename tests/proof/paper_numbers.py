"""Several processes issue, strike out and print papers in one book at once: no number missing, none double."""

import random
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Final

from facility_app.app.bootstrap import OpenFacility
from facility_app.db.uow import UnitOfWork
from facility_app.documents.forms.fields import FieldSpec, FieldType
from facility_app.documents.forms.spec import Foot, FormSpec, Head, Kind, Line, LineStyle, Part
from facility_app.documents.forms.wording import parse
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import EnvironmentFault, FacilityError
from facility_app.modules.access.service import ChangeRoles, change_roles
from facility_app.modules.correspondence.domain.incoming import ReceivedFacts
from facility_app.modules.correspondence.domain.outgoing import AddresseeKind
from facility_app.modules.correspondence.service.issuing import IssuePaper, issue_paper
from facility_app.modules.correspondence.service.prints import RecordPrint, record_print
from facility_app.modules.correspondence.service.receiving import RegisterReceived, register_received
from facility_app.modules.correspondence.service.voiding import VoidPaper, void_paper
from tests.proof.counted import Counted, Scale
from tests.proof.judge import fast_scratch
from tests.proof.vault_facility import ADMIN, Place, found_with_pair, say
from tests.proof.vault_verdict import errors_of
from tests.proof.warm import at_once, warm_server

MODULE: Final = "tests.proof.paper_numbers"
TIMEOUT_S: Final = 3_600
PROCESSES: Final = 4
DEEDS: Final = {Scale.SHORT: 20, Scale.LONG: 2_500}
SEED: Final = 20_261_122
FOLD_EVERY: Final = 50
ROLES: Final = (Role.ADMIN.value, Role.HEAD.value, Role.CLERK.value)
"""Whoever founds a facility keeps its accounts only; here they do the paperwork too."""
ISSUES, VOIDS, LEAVES, LETTERS = 50, 15, 5, 10
"""Chances in a hundred; the rest are prints. What leaves is issued and not committed."""


def form(name: str, between: str) -> FormSpec:
    """A form of one line that bears a number."""
    names = ("document_number", "document_symbol", "full_name")
    fields = {one: FieldSpec(one, one, FieldType.TEXT) for one in names}
    number = parse(f"Số: {{document_number}}/{between}{{document_symbol}}", fields)
    body = Part("body", (Line(LineStyle.TEXT, parse("{full_name}", fields)),))
    return FormSpec(
        name, 1, name, "", "", Kind.NOTICE, is_received=False, letters=14, head=Head(number=number),
        parts=(body,), foot=Foot(), fields=fields,
    )  # fmt: skip


FORMS: Final = (form("T-1", "QĐ-"), form("T-2", "TB-"), form("T-3", ""))


class Office:
    """One process at work, by chance that repeats."""

    def __init__(self, opened: OpenFacility, seed: int) -> None:
        """Sit down at the file."""
        self.opened = opened
        self.actor = opened.actor
        self.chance = random.Random(seed)
        self.made: list[str] = []

    def deed(self) -> None:
        """Do one thing, however long the others hold the file: who is told to do it again later does."""
        while not self._tried():
            say("BUSY once")

    def _tried(self) -> bool:
        try:
            self._one()
        except EnvironmentFault as told:
            if told.code != "database_busy":
                raise
            return False
        return True

    def _one(self) -> None:
        """What was promised is printed after its commit."""
        drawn = self.chance.randrange(100)
        if drawn < ISSUES or not self.made:
            self._issue(leave=False)
        elif drawn < ISSUES + VOIDS:
            self._void(self.chance.choice(self.made))
        elif drawn < ISSUES + VOIDS + LEAVES:
            self._issue(leave=True)
        elif drawn < ISSUES + VOIDS + LEAVES + LETTERS:
            self._letter()
        else:
            self._print(self.chance.choice(self.made))

    def _issue(self, *, leave: bool) -> None:
        with self.opened.database.write(self.actor) as uow:
            wanted = IssuePaper(self.chance.choice(FORMS), {"full_name": "Người thử"}, self._day(uow))
            issued = issue_paper(uow, wanted)
            if leave:
                return
            uow.commit()
        self.made.append(issued.paper_id)
        say(f"ISSUE {issued.number}")

    def _void(self, paper_id: str) -> None:
        try:
            with self.opened.database.write(self.actor) as uow:
                void_paper(uow, VoidPaper(paper_id, 1, "để thử"))
                uow.commit()
        except FacilityError as told:
            if told.code not in {"paper_is_void", "record_changed"}:
                raise
            return
        say(f"VOID {paper_id}")

    def _print(self, paper_id: str) -> None:
        with self.opened.database.write(self.actor) as uow:
            printed = record_print(uow, RecordPrint(paper_id))
            uow.commit()
        say(f"PRINT {paper_id}:{printed.nth}")

    def _letter(self) -> None:
        with self.opened.database.write(self.actor) as uow:
            facts = ReceivedFacts(self._day(uow), AddresseeKind.COURT, "Tòa án", "để thử")
            registered = register_received(uow, RegisterReceived(facts))
            uow.commit()
        say(f"LETTER {registered.no}")

    def _day(self, uow: UnitOfWork) -> date:
        return local_date(uow.now)


def work(root: str, deeds: int, seed: int) -> None:
    """Do as many deeds as asked while the others do theirs."""
    with Place(Path(root)).open() as opened:
        office = Office(opened, seed)
        for number in range(deeds):
            office.deed()
            if number % FOLD_EVERY == 0:
                opened.database.tend()


def together(root: str, deeds: int) -> list[int]:
    """Every process at once, each by its own chance; how each ended."""
    return at_once(lambda number: work(root, deeds, SEED + number), PROCESSES)


def holes(opened: OpenFacility) -> tuple[dict[str, int], list[str]]:
    """What the file counts, and where a book has a hole, a double or a number its counter does not know."""
    with opened.database.connection() as connection:

        def read(sql: str) -> list[tuple[object, ...]]:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

        books = read(
            "SELECT s.symbol, s.last_number, count(p.id), count(DISTINCT p.number), min(p.number), max(p.number) "
            "FROM paper_series s JOIN issued_paper p ON p.year = s.year AND p.symbol = s.symbol "
            "WHERE s.book = 'out' GROUP BY s.id"
        )
        letters = read(
            "SELECT 'in', s.last_number, count(p.id), count(DISTINCT p.no), min(p.no), max(p.no) "
            "FROM paper_series s JOIN received_paper p ON p.year = s.year WHERE s.book = 'in' GROUP BY s.id"
        )
        prints = read(
            "SELECT paper_id, count(*), max(nth) FROM paper_print GROUP BY 1 HAVING count(*) <> max(nth)"
        )
        counts = {
            "papers": "SELECT count(*) FROM issued_paper",
            "void": "SELECT count(*) FROM issued_paper WHERE voided_at IS NOT NULL",
            "prints": "SELECT count(*) FROM paper_print",
            "letters": "SELECT count(*) FROM received_paper",
        }
        figures = {name: int(str(read(sql)[0][0])) for name, sql in counts.items()}
    broken = [f"{row}" for row in (*books, *letters) if row[1:] != (row[1], row[1], row[1], 1, row[1])]
    return figures | {"books": len(books) + len(letters)}, broken + [f"prints {row}" for row in prints]


def numbers(scale: Scale) -> Counted:
    """Every number from the first to the last stands in its book once, and was promised to one process only."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="vault-", dir=fast_scratch()) as made:
        place = found_with_pair(Path(made))
        with place.open() as opened, opened.database.write(system_actor("proof")) as uow:
            change_roles(uow, ChangeRoles(ADMIN, ROLES, "để thử"))
            uow.commit()
        ended = warm_server().call(f"{MODULE}:together", str(place.root), DEEDS[scale], timeout_s=TIMEOUT_S)
        said = [line.split(" ", 1) for line in ended.stdout.splitlines()]
        with place.open() as opened:
            figures, broken = holes(opened)
            broken += errors_of(opened)
    failed = sum(map(bool, ended.value)) if ended.done else PROCESSES
    notes = [ended.stderr.strip()] * bool(failed) + broken
    told = {kind: [text for one, text in said if one == kind] for kind in ("ISSUE", "VOID", "PRINT", "LETTER")}
    doubles = sum(len(texts) - len(set(texts)) for texts in told.values())
    due = (len(told["ISSUE"]), len(told["VOID"]), len(told["PRINT"]), len(told["LETTER"]))
    there = (figures["papers"], figures["void"], figures["prints"], figures["letters"])
    counts = {
        "processes": PROCESSES,
        "deeds": PROCESSES * DEEDS[scale],
        **figures,
        "gaps": len(broken),
        "doubles": doubles,
        "told to wait": sum(kind == "BUSY" for kind, _ in said),
        "failed processes": failed,
    }
    ok = due == there and not doubles and not failed and not notes and all(there)
    return Counted("paper-numbers", counts, ok, time.perf_counter() - began, tuple(notes))
