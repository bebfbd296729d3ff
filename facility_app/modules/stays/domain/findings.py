"""What a rule of the stay has to say without refusing: a sentence, the article it rests on, the place it means."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from facility_app.kernel.errors import UserError, listed
from facility_app.kernel.labels import Label, label


@dataclass(frozen=True, slots=True)
class Finding:
    """A warning; whoever goes on all the same says why.

    Attributes:
        code: stable ASCII name.
        text: the Vietnamese sentence with ``{name}`` placeholders.
        params: their values, labels among them; dates already written as people read them.
        article: what the rule rests on.
        event_no: number of the event it is about, counted from 1; 0 for the whole case.
    """

    code: str
    text: Label
    params: dict[str, object] = field(default_factory=dict)
    article: str = ""
    event_no: int = 0

    @property
    def message(self) -> str:
        """The sentence in Vietnamese, filled in."""
        return self.text.format(**{name: listed(value) for name, value in self.params.items()})


def reason_needed(code: str, found: Sequence[Finding], *more: str) -> UserError:
    """The refusal of what may be gone over with a reason, when none was given.

    Args:
        code: the refusal's name.
        found: what is to be answered, each told with its article.
        more: other sentences of the same weight.
    """
    text = label("errors", "Cần ghi lý do: {findings}")
    told = (*(f"{one.message} ({one.article})" for one in found), *more)
    return UserError(code, text, fields={"reason": text}, findings=listed(told))
