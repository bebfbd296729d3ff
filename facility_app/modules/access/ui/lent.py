"""Sitting at the desk with what an emergency lends: told to the workplace, which each decision goes through."""

from typing import Protocol, runtime_checkable

from facility_app.kernel.actor import Actor
from facility_app.modules.access.domain import LentActor
from facility_app.ui.shell.spec import PageContext


@runtime_checkable
class Seat(Protocol):
    """A workplace at which somebody can go on with another right."""

    def lend(self, actor: Actor) -> None:
        """From the next unit of work on, decide with what is lent."""
        ...

    def give_back(self) -> None:
        """From the next unit of work on, decide without it."""
        ...


def go_on_with(context: PageContext, lent: LentActor | None) -> None:
    """Work with what is lent from the next reading and deciding on; with None, without it."""
    workplace: object = context.runner.workplace
    if not isinstance(workplace, Seat):
        return
    if lent is None:
        workplace.give_back()
    else:
        workplace.lend(lent)
