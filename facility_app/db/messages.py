"""How slices meet without knowing each other: who hears an event, who answers a question."""

from collections.abc import Callable, Iterable
from typing import Any

from facility_app.kernel.spec import ModuleSpec


class Messages:
    """The tables of handlers, answers and settings, in registry order."""

    def __init__(self, modules: Iterable[ModuleSpec] = ()) -> None:
        """Gather what every module offers."""
        self._handlers: dict[type, list[Callable[[Any, Any], None]]] = {}
        self._answers: dict[type, list[Callable[[Any, Any], Any]]] = {}
        self._settings: set[str] = set()
        for module in modules:
            self._settings.update(setting.key for setting in module.settings)
            for event, handlers in module.handlers.items():
                self._handlers.setdefault(event, []).extend(handlers)
            for question, answers in module.answers.items():
                self._answers.setdefault(question, []).extend(answers)

    def handlers(self, event: object) -> tuple[Callable[[Any, Any], None], ...]:
        """Functions to call for ``event``, in registry order."""
        return tuple(self._handlers.get(type(event), ()))

    def declares(self, key: str) -> bool:
        """Whether a slice declared the setting ``key``."""
        return key in self._settings

    def answers(self, question: object) -> tuple[Callable[[Any, Any], Any], ...]:
        """Functions that answer ``question``, in registry order."""
        return tuple(self._answers.get(type(question), ()))
