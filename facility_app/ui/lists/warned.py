"""A decision that was carried out with something to be thought about: the page says both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject

from facility_app.kernel.labels import Label
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

AnswerT = TypeVar("AnswerT")


class Thought(Protocol):
    """What is to be thought about; ``params`` fill the places of ``text``."""

    @property
    def text(self) -> Label:
        """The sentence."""

    @property
    def params(self) -> Mapping[str, object]:
        """What stands in its places."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A decision that was carried out, and what is to be thought about nevertheless.

    Attributes:
        answer: what the verb answers.
    """

    answer: Any
    warning: Thought

    @property
    def words(self) -> str:
        """The warning in the language of the screens."""
        return tr(self.warning.text, **self.warning.params)


def warned(answer: AnswerT, warning: Thought | None) -> AnswerT | Warned:
    """What a verb answers, with the warning if there is one."""
    return answer if warning is None else Warned(answer, warning)


def answered(context: PageContext, answer: object) -> Any:
    """What the verb itself answered; a warning that came with it is said."""
    if not isinstance(answer, Warned):
        return answer
    context.say(answer.words, Tone.WARNING)
    return answer.answer


def say_afterwards(context: PageContext, owner: QObject, ask: Callable[[Any], Thought | None]) -> None:
    """Read what is to be thought about once a decision stands, and say it: saving does not wait for it.

    Args:
        context: of the page.
        owner: whose question it is.
        ask: ``ask(uow)``, on a reading thread.
    """
    op = context.runner.query(owner, ask, topic="thought")
    op.success(partial(_say, context)).failure(partial(_say_failure, context)).run()


def _say(context: PageContext, thought: Thought | None) -> None:
    if thought is not None:
        context.say(Warned(None, thought).words, Tone.WARNING)


def _say_failure(context: PageContext, failure: Failure) -> None:
    context.say(failure.words, Tone.WARNING)
