"""What these screens cannot know by themselves: who a person is, what an account is called, where a task leads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facility_app.kernel.labels import Label
from facility_app.modules.tasks.queries import TaskRow
from facility_app.ui.shell.spec import Route


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a list names them.

    Attributes:
        name: the full name.
        code: the number said beside it.
    """

    name: str = field(repr=False)
    code: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something the facility lacks, which is nobody's task and yet must be seen to.

    Attributes:
        id: stable name.
        text: what is missing and what comes of it; ``params`` its values.
        cure: on the button.
        route: where it is cured; None where ``help`` says how.
        help: where the guide tells how.
    """

    id: str
    text: Label
    cure: Label
    params: Mapping[str, object] = field(default_factory=dict)
    route: Route | None = None
    help: str = ""


def _nothing(_uow: Any) -> tuple[Lack, ...]:
    return ()


def _nobody(_uow: Any, _ids: Sequence[str]) -> Mapping[str, Named]:
    return {}


@dataclass(frozen=True, slots=True)
class House:
    """The house as these screens see it; who wires the pages tells it.

    Attributes:
        people: residents by id, those the actor may see: ``people(uow, ids)``.
        accounts: who signs in with an account, by its id; those nobody can name are left out.
        doors: table of a task's subject → the page that shows it.
        person_page: the page of a resident, for tasks whose subject has no page; empty for none.
        lacks: what the facility still lacks, as far as the actor may see to it: ``lacks(uow)``.
    """

    people: Callable[[Any, Sequence[str]], Mapping[str, Named]] = _nobody
    accounts: Callable[[Any, Sequence[str]], Mapping[str, Named]] = _nobody
    doors: Mapping[str, str] = field(default_factory=dict)
    person_page: str = ""
    lacks: Callable[[Any], tuple[Lack, ...]] = _nothing

    def door(self, task: TaskRow) -> Route | None:
        """Where the subject of ``task`` is shown, or None when no page shows it."""
        page = self.doors.get(task.subject_table, "")
        if page:
            return Route(page, task.subject_id)
        return Route(self.person_page, task.resident_id) if self.person_page and task.resident_id else None
