"""What these screens must be told: the forms of papers, and what asks for a scan."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facility_app.kernel.labels import Label


@dataclass(frozen=True, slots=True)
class Press:
    """The print house and the scanner as these screens see them.

    Attributes:
        forms: every form; slow the first time, asked on the writer's thread.
        taker: makes what asks for a file: ``taker(context, check, over)``.
        scan_kinds: what files may be chosen.
        person_page: the page of a person; ``paper_page`` of an issued paper; ``plan_tab`` where V-18 is.
    """

    forms: Callable[[], Any]
    taker: Callable[..., Any]
    scan_kinds: Label
    person_page: str = "residents.person"
    paper_page: str = "correspondence.paper"
    supply_page: str = "deposits.supplies"
