"""What a paper says: filled with what only the office knows, held against its form, parted by wall, sealed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from facility_app.documents.forms.check import require_payload
from facility_app.documents.forms.fields import FieldType, Payload, Value, is_empty
from facility_app.documents.forms.frozen import canonical, digest
from facility_app.documents.forms.own_name import OWN_NAME, rest_of_name
from facility_app.documents.forms.spec import FormSpec, Kind, Wall
from facility_app.documents.forms.wording import Group, Wording
from facility_app.documents.signed_qr import PaperMark, seal
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import FacilityRow
from facility_app.modules.correspondence.domain.numbers import number_text, plain_number
from facility_app.modules.staff.api import Signature

_AUTHORITIES: Final = {"Q.": "q", "KT.": "kt", "TL.": "tl", "TUQ.": "tuq", "TM.": "tm"}
_SIGNER: Final = "signer_"
"""Whoever signs brings these, whatever a draft said of who would."""
STARTED: Final = "minutes_started_at"
_OFFICE: Final = "TRƯỞNG"
"""A form that prints the head's title itself has this word over the place to sign."""


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What only the office knows of a paper when it is issued.

    Attributes:
        number: None for a paper that bears none.
        symbol: ``QĐ-CSCN``; empty without a number.
        type_code: ``QĐ``, as the form prints it before the symbol; may be empty.
        facility: whose paper it is.
        signature: None where nobody of this facility signs.
    """

    issued_on: date
    number: int | None
    symbol: str
    type_code: str
    facility: FacilityRow
    signature: Signature | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """Number and symbol; empty for a paper that bears none."""
        return "" if self.number is None else number_text(self.number, self.symbol)

    def firm(self) -> dict[str, Value]:
        """Placeholders that these facts fill whatever the slice says."""
        found: dict[str, Value] = {"document_date": self.issued_on}
        if self.number is not None:
            found["document_number"] = plain_number(self.number)
            found["document_symbol"] = self.symbol.removeprefix(f"{self.type_code}-")
        return found

    def usual(self, form: FormSpec) -> dict[str, Value]:
        """Placeholders that these facts fill where the slice says nothing."""
        facility = self.facility
        found: dict[str, Value] = {
            "parent_agency_name": facility.parent_name,
            "facility_name": facility.name,
            OWN_NAME: rest_of_name(form, facility.name),
            "facility_phone": facility.phone,
            "place_name": facility.place_name,
        }
        return found if self.signature is None else {**found, **_signed(self.signature, form)}


@dataclass(frozen=True, slots=True)
class Fast:
    """One file of a paper as it is kept.

    Attributes:
        text: canonical.
        sha256: of it.
    """

    text: str = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True)
class FastPaper:
    """A paper's files; None where the form or the payload has none for that wall."""

    open_file: Fast | None
    medical_file: Fast | None


def make_fast(form: FormSpec, payload: Payload, head: PaperHead | None) -> FastPaper:
    """What a paper of this form says, checked, filled with its number and parted by wall.

    Args:
        form: of which version the paper will always be printed.
        payload: what the slice has to say.
        head: number, date, facility and signer; None for a paper from outside, which says these itself.

    Raises:
        UserError: ``form_incomplete``, with a message for each field.
    """
    whole = dict(payload) if head is None else filled(form, payload, head)
    require_payload(form, whole)
    shared = form.names(Wall.OPEN) if Wall.OPEN in form.walls else frozenset()
    own = form.names(Wall.MEDICAL) - shared if Wall.MEDICAL in form.walls else frozenset()
    has_medical = any(not is_empty(whole.get(name)) for name in own)
    return FastPaper(
        _fast(form.only(whole, Wall.OPEN)) if Wall.OPEN in form.walls else None,
        _fast(form.only(whole, Wall.MEDICAL)) if has_medical else None,
    )


def seal_file(fast: Fast | None, mark: Callable[[str], PaperMark], key: bytes) -> str | None:
    """The code one file of a paper carries; ``mark`` makes what it says of a digest."""
    return None if fast is None else seal(mark(fast.sha256), key)


def filled(form: FormSpec, payload: Payload, head: PaperHead) -> dict[str, Value]:
    """What a paper says with what only the office knows in its place; what is missing stays missing."""
    usual = {
        name: value
        for name, value in head.usual(form).items()
        if is_empty(payload.get(name)) or name.startswith(_SIGNER)
    }
    office = {**usual, **head.firm()}
    if form.kind is Kind.MINUTES and STARTED in form.fields and is_empty(payload.get(STARTED)):
        del office["document_date"]  # of a handing over still to come the day is written by hand, as its hour is
    return {
        **payload,
        **{name: _declared(form, name, value) for name, value in office.items() if name in form.fields},
    }


def wall_of(form: FormSpec, wall: Wall | None) -> Wall:
    """The file that is asked for; the first a form has where none is named.

    Raises:
        UserError: ``no_such_file``.
    """
    asked = wall or form.walls[0]
    if asked not in form.walls:
        raise UserError(
            "no_such_file", label("errors", "Văn bản này không có phần cần in. Hãy chọn phần khác của văn bản.")
        )
    return asked


def _declared(form: FormSpec, name: str, value: Value) -> Value:
    """A number as the form wants it; one that counts writes its own leading 0."""
    is_whole = form.fields[name].type in {FieldType.COUNT, FieldType.INT}
    return int(value) if is_whole and isinstance(value, str) and value.isdecimal() else value


def _signed(signature: Signature, form: FormSpec) -> dict[str, Value]:
    first, *own_title = signature.lines or ("",)
    mark, _, rest = first.partition(" ")
    office = rest if mark in _AUTHORITIES else first
    title = own_title if _prints_office(form) else [office, *own_title]
    return {
        "signer_authority": _AUTHORITIES.get(mark),
        "signer_office": office,
        "signer_position": "\n".join(title),
        "signer_rank": signature.rank,
        "signer_name": signature.full_name,
    }


def _prints_office(form: FormSpec) -> bool:
    if "signer_office" in form.fields:
        return True
    titles = (one.title for row in form.foot.rows for one in row if one is not None)
    return any(_OFFICE in text for title in titles for text in _texts(title))


def _texts(wording: Wording) -> Iterator[str]:
    for atom in wording:
        if isinstance(atom, str):
            yield atom
        elif isinstance(atom, Group):
            yield from _texts(atom.atoms)


def _fast(payload: Payload) -> Fast:
    return Fast(canonical(payload).decode(), digest(payload))
