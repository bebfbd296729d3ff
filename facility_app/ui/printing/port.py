"""The wall to the printers: what can be asked of them, without Qt's printing or a machine that has one."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label

MOST_COPIES = 99


class Duplex(StrEnum):
    """Which sides of a sheet are printed."""

    ONE_SIDE = "one_side"
    LONG_EDGE = "long_edge"
    SHORT_EDGE = "short_edge"


DUPLEX_LABELS: dict[Duplex, Label] = {
    Duplex.ONE_SIDE: label("terms", "Một mặt"),
    Duplex.LONG_EDGE: label("terms", "Hai mặt, lật cạnh dài"),
    Duplex.SHORT_EDGE: label("terms", "Hai mặt, lật cạnh ngắn"),
}


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    """A printer this machine knows.

    Attributes:
        name: what the system calls it; chosen by that.
        is_default: the system would take it.
        duplex: the ways it prints.
    """

    name: str
    is_default: bool = False
    duplex: tuple[Duplex, ...] = (Duplex.ONE_SIDE,)


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """How to print.

    Attributes:
        printer: its name.
        copies: 1 to ``MOST_COPIES``.
        duplex: which sides.
        pages: page numbers from 0, in order; empty prints all.
        title: what the queue of the printer shows; no name of a person.
    """

    printer: str
    copies: int = 1
    duplex: Duplex = Duplex.ONE_SIDE
    pages: tuple[int, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """What was handed to a printer: sides of paper, all copies counted."""

    count: int


class Printer(Protocol):
    """Every printer of the machine."""

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Those known, the default one first; may take a moment, so ask on a working thread."""
        ...

    def print_pdf(self, pdf: bytes, order: PrintOrder, check: Callable[[], None]) -> PrintedPages:
        """Print; on a working thread. ``check`` is called before each page and raises to stop.

        Raises:
            EnvironmentFault: ``printer_gone``, ``print_failed``.
            UserError: ``pdf_unreadable``.
        """
        ...


def pages_of(text: str, total: int) -> tuple[int, ...]:
    """Page numbers from 0 that ``text`` names (``1-3, 5``); empty names all.

    Raises:
        UserError: ``page_range``.
    """
    pages: list[int] = []
    for part in text.replace(";", ",").replace("–", "-").split(","):
        first, dash, last = part.strip().partition("-")
        if not first and not dash:
            continue
        try:
            begin, end = int(first), int(last if dash else first)
        except ValueError:
            raise _bad_range(total) from None
        if not 1 <= begin <= end <= total:
            raise _bad_range(total)
        pages += [page for page in range(begin - 1, end) if page not in pages]
    return tuple(pages) or tuple(range(total))


def _bad_range(total: int) -> UserError:
    return UserError(
        "page_range",
        label("errors", "Trang cần in chưa đúng: tệp có {total} trang. Ví dụ: 1-3, 5. Để trống là in hết."),
        total=total,
    )
