"""What happened to a paper, told to slices that follow a case: a notice was received, a decision came in."""

from dataclasses import dataclass
from datetime import date

from facility_app.modules.correspondence.domain.outgoing import AddresseeKind


@dataclass(frozen=True, slots=True)
class PapersOfStay:
    """The question which papers that count speak of a stay; each answer is a tuple of what they are called."""

    stay_id: str


@dataclass(frozen=True, slots=True)
class LeaningPapers:
    """The question which issued papers say nothing true any more once this one is void; answers are their ids."""

    paper_id: str
    stay_id: str | None


@dataclass(frozen=True, slots=True)
class SealedSheet:
    """The question whether a sealed sheet that is no issued paper still says what is so.

    An answer is None for a sheet of another slice, else whether the digest is that of what stands in the file.

    Attributes:
        record_id: the record it was made of.
        number: what it is called; ``made_on`` the day on it.
        digest: SHA-256 of what it lists, in hexadecimal.
    """

    form_id: str
    record_id: str
    number: str
    made_on: date
    digest: str


@dataclass(frozen=True, slots=True)
class PaperWanted:
    """A question before a paper is issued: the slice whose paper it is refuses what its own verb would refuse.

    Attributes:
        subject_table: the record it is made from; None for one written by hand.
    """

    form_id: str
    issued_on: date
    resident_id: str | None
    subject_table: str | None


@dataclass(frozen=True, slots=True)
class PaperReaders:
    """The question which right somebody needs for what papers of a form say, beside that of reading papers.

    The slice whose records the form repeats answers its own permission; None says that it asks for none.
    """

    form_id: str


@dataclass(frozen=True, slots=True)
class PaperKeepers:
    """The question which right is enough to read, issue and print papers of a form, without those of the office.

    The slice whose records the form repeats answers its own permission; None says that only the office may.
    """

    form_id: str


@dataclass(frozen=True, slots=True)
class PaperIssued:
    """A paper got its number and its words.

    Attributes:
        subject_table: the record it was made from; None for one written by hand.
    """

    paper_id: str
    form_id: str
    resident_id: str | None
    stay_id: str | None
    subject_table: str | None


@dataclass(frozen=True, slots=True)
class PaperVoided:
    """An issued paper no longer counts; its number stays."""

    paper_id: str
    form_id: str
    resident_id: str | None
    stay_id: str | None


@dataclass(frozen=True, slots=True)
class PaperDelivered:
    """The days of one addressee's copies were written down or corrected.

    Attributes:
        has_receipt_scan: whether a scanned receipt is linked.
    """

    paper_id: str
    delivery_id: str
    form_id: str
    resident_id: str | None
    stay_id: str | None
    addressee: AddresseeKind
    sent_on: date | None
    received_on: date | None
    has_receipt_scan: bool


@dataclass(frozen=True, slots=True)
class PaperCameIn:
    """A paper from outside was registered, or what the register says of it was corrected."""

    received_id: str
    form_id: str | None
    resident_id: str | None
    stay_id: str | None
    received_on: date
    dated_on: date | None
