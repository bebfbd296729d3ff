"""Why a line of a sheet is not written: the rule, its article, and how to put it right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label


@dataclass(frozen=True, slots=True)
class Refusal:
    """One rule that a line breaks.

    Attributes:
        code: stable.
        text: the rule in words, with ``{article}`` and the names in ``params``.
        article: what it rests on.
    """

    code: str
    text: Label
    article: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """What stands in the places of the text."""
        return {**self.params, "article": self.article}

    def error(self) -> UserError:
        """The same as an error, for a verb about one person."""
        return UserError(self.code, self.text, **self.values())
