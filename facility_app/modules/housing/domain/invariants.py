"""The question whether the house is as it must be; whoever keeps something about places answers what is not."""

from dataclasses import dataclass, field

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label


@dataclass(frozen=True, slots=True)
class Invariants:
    """Asked by ``house check`` and by the check of the whole file; each slice answers a tuple of ``Broken``."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One thing that cannot be so, or that no longer keeps a rule.

    Attributes:
        code: stable ASCII name.
        text: what is wrong and the way on, with ``{name}`` placeholders; people by their codes.
        params: their values.
        article: the rule's, where it is one of separation.
        is_fault: whether it can never be right, as two in one bed; False for a rule that facts have overtaken
            since, as somebody who turned 18.
    """

    code: str
    text: Label
    params: dict[str, object] = field(default_factory=dict, repr=False)
    article: str = ""
    is_fault: bool = True

    @property
    def message(self) -> str:
        """The sentence in Vietnamese."""
        return UserError(self.code, self.text, fields=None, **self.params).message
