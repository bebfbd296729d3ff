"""The code on a paper: whether this facility, or one whose public key is known here, issued it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.signed_qr import PaperMark, verify
from facility_app.kernel.labels import Label
from facility_app.modules.correspondence.domain import KEEP_KEYS, VERIFY_PAPERS
from facility_app.modules.correspondence.domain.events import SealedSheet
from facility_app.modules.correspondence.domain.marks import MARK_VERDICT_LABELS, MarkVerdict
from facility_app.modules.correspondence.domain.numbers import number_text
from facility_app.modules.correspondence.tables.books import SigningKey
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper

_DASH: Final = "-"


@dataclass(frozen=True, slots=True)
class MarkFound:
    """What a code says and what the file says of it; no person is named.

    Attributes:
        verdict: the answer.
        facility_code: whose paper it is.
        form_id: which form.
        number: number and symbol; empty for a paper that bears none.
        issued_on: the day on the paper.
        paper_id: the paper, where this file has it.
        voided_on: the instant it was struck out.
        replaced_by: number of the paper that stands for it, where one does.
        initials: of whoever it is about, so that a code on somebody else's paper is seen through.
    """

    verdict: MarkVerdict
    facility_code: str
    form_id: str
    number: str
    issued_on: date
    paper_id: str | None = None
    voided_on: datetime | None = None
    replaced_by: str = ""
    initials: str = field(default="", repr=False)

    @property
    def text(self) -> Label:
        """The verdict in words."""
        return MARK_VERDICT_LABELS[self.verdict]


@dataclass(frozen=True, slots=True)
class PaperDigest:
    """What identifies one issued paper; ``sha256`` of what it says."""

    form_id: str
    number: str
    sha256: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A key codes are checked with.

    Attributes:
        is_own: whether it is a pair of this facility.
        retired_at: since when it seals nothing any more.
    """

    key_id: str
    facility_code: str
    facility_name: str | None
    public_key: bytes
    is_own: bool
    retired_at: datetime | None


def verify_mark(uow: UnitOfWork, text: str) -> MarkFound:
    """Read the code of a paper and tell what this facility knows of it.

    Raises:
        UserError: ``paper_code_malformed``, ``paper_code_unknown_facility``, ``paper_code_forged``.
    """
    require(uow, VERIFY_PAPERS)
    mark = verify(text, _public_keys(uow))
    says = (mark.facility_code, mark.form_id, mark.number, mark.issued_on)
    if mark.facility_code != uow.home:
        return MarkFound(MarkVerdict.ANOTHER_FACILITY, *says)
    paper = uow.session.get(IssuedPaper, mark.paper_id.replace(_DASH, ""))
    if paper is None:
        return MarkFound(_of_sheet(uow, mark), *says)
    if not _agree(mark, paper):
        return MarkFound(MarkVerdict.ALTERED, *says, paper_id=paper.id)
    if paper.voided_at is None:
        return MarkFound(MarkVerdict.GENUINE, *says, paper_id=paper.id, initials=_initials(paper))
    struck = (paper.id, paper.voided_at, _replacement(uow, paper.id), _initials(paper))
    return MarkFound(MarkVerdict.VOID, *says, *struck)


def list_digests(uow: UnitOfWork, paper_ids: Sequence[str]) -> dict[str, PaperDigest]:
    """What the open files of papers that count are sealed on, by the papers' ids; no content is read."""
    require(uow, VERIFY_PAPERS)
    i = IssuedPaper
    asked = sa.select(i.id, i.form_id, i.number, i.symbol, i.payload_sha256).where(
        i.id.in_(paper_ids), i.voided_at.is_(None), i.payload_sha256.is_not(None)
    )
    return {
        one: PaperDigest(form_id, "" if number is None else number_text(number, symbol or ""), sha256 or "")
        for one, form_id, number, symbol, sha256 in uow.session.execute(asked)
    }


def list_keys(uow: UnitOfWork) -> tuple[KeyRow, ...]:
    """Every key codes are checked with, this facility's first."""
    require(uow, KEEP_KEYS)
    k = SigningKey
    own = k.private_key.is_not(None)
    columns = (k.id, k.facility_code, k.facility_name, k.public_key, own, k.retired_at)
    asked = sa.select(*columns).where(k.voided_at.is_(None)).order_by(own.desc(), k.facility_code, k.created_at)
    return tuple(KeyRow(*row) for row in uow.session.execute(asked))


def _public_keys(uow: UnitOfWork) -> Mapping[str, list[bytes]]:
    k = SigningKey
    known: dict[str, list[bytes]] = {}
    for code, key in uow.session.execute(sa.select(k.facility_code, k.public_key).where(k.voided_at.is_(None))):
        known.setdefault(code, []).append(key)
    return known


def _of_sheet(uow: UnitOfWork, mark: PaperMark) -> MarkVerdict:
    """A sheet another slice sealed, else one nobody here knows."""
    record_id = mark.paper_id.replace(_DASH, "")
    sheet = SealedSheet(mark.form_id, record_id, mark.number, mark.issued_on, mark.digest)
    answers = [one for one in uow.ask(sheet) if one is not None]
    if not answers:
        return MarkVerdict.NOT_IN_FILE
    return MarkVerdict.GENUINE if all(answers) else MarkVerdict.OUTDATED


def _initials(paper: IssuedPaper) -> str:
    """``N.V.Đ.`` of the person the register names; nothing for a paper about nobody."""
    if paper.resident_id is None or not paper.about:
        return ""
    name = paper.about.partition(" (")[0]
    return "".join(f"{word[0].upper()}." for word in name.split())


def _agree(mark: PaperMark, paper: IssuedPaper) -> bool:
    number = "" if paper.number is None else number_text(paper.number, paper.symbol or "")
    same = (mark.form_id, mark.number, mark.issued_on) == (paper.form_id, number, paper.issued_on)
    return same and mark.digest in {paper.payload_sha256, paper.medical_sha256}


def _replacement(uow: UnitOfWork, paper_id: str) -> str:
    i = IssuedPaper
    asked = (
        sa.select(i.number, i.symbol).where(i.replaces_id == paper_id, i.voided_at.is_(None)).order_by(i.id.desc())
    )
    found = uow.session.execute(asked.limit(1)).one_or_none()
    return "" if found is None or found.number is None else number_text(found.number, found.symbol)
