"""A verb with its command, as the writer's thread runs it."""

from collections.abc import Callable
from functools import partial
from typing import Any


def bound(verb: Callable[[Any, Any], object], command: object) -> Callable[[Any], object]:
    """The verb with its command, for the writer's thread."""
    return partial(_run, verb, command)


def _run(verb: Callable[[Any, Any], object], command: object, uow: Any) -> object:
    return verb(uow, command)
