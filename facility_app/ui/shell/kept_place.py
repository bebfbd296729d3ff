"""Where somebody was on a page that is unmade meanwhile, so that it opens where they left it."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QTableView

from facility_app.ui.shell.page import Page


@runtime_checkable
class Placed(Protocol):
    """A list that knows where one is in it."""

    def place(self) -> object:
        """Where one is."""
        ...

    def come_to(self, place: object) -> None:
        """Be there again, as soon as there are rows."""
        ...


@dataclass(frozen=True)
class KeptPlace:
    """Ids and places alone: nothing of what the page showed.

    Attributes:
        record: the record it stood on.
        own: what the page told itself.
        lists: where one was in each of its lists, by name.
    """

    record: str
    own: object
    lists: dict[str, object]


def place_on(page: Page) -> KeptPlace:
    """Where one is on ``page``."""
    lists = {name: one.place() for name, one in _lists_of(page)}
    return KeptPlace(page.route.record, page.left_at(), lists)


def put_back(page: Page, kept: KeptPlace) -> None:
    """Bring ``page``, just opened, there; another record than the one left is seen from its beginning."""
    if page.route.record != kept.record:
        return
    if kept.own is not None:
        page.come_back(kept.own)
    for name, one in _lists_of(page):
        if name in kept.lists:
            one.come_to(kept.lists[name])


def _lists_of(page: Page) -> list[tuple[str, Placed]]:
    return [(one.objectName(), one) for one in page.findChildren(QTableView) if isinstance(one, Placed)]
