"""What speaks against a place: the finding, the hardest of several, and the refusal they make together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rules import Level, Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that this place would break.

    Attributes:
        article: as of the day.
        params: of the rule's text.
        other_id: the resident it is about, besides the one to be placed.
    """

    rule: Rule
    article: str
    params: Mapping[str, str | int] = field(default_factory=dict, repr=False)
    other_id: str = ""

    @property
    def level(self) -> Level:
        """How hard."""
        return self.rule.level

    @property
    def error(self) -> UserError:
        """The sentence with its article, as a refusal that screens and the command line translate."""
        return UserError(
            self.rule.id,
            label("errors", "{finding} Căn cứ: {article}."),
            finding=UserError(self.rule.id, self.rule.text, fields=None, **self.params),
            article=self.article,
        )


HARDNESS: Final = {level: place for place, level in enumerate(Level)}


def hardest(findings: Iterable[Finding]) -> Level | None:
    """The hardest of them; None when nothing speaks against it."""
    return min((one.level for one in findings), key=HARDNESS.__getitem__, default=None)


def _joined(errors: Sequence[UserError]) -> UserError:
    """Several sentences as one, each translated by itself."""
    first, *rest = errors
    if not rest:
        return first
    return UserError(first.code, label("errors", "{first} {rest}"), first=first, rest=_joined(rest))


class PlacementRefusedError(UserError):
    """The place breaks a rule; ``findings`` says which, ``can_override`` whether a second person could agree."""

    def __init__(self, findings: Sequence[Finding], person: str, bed: str) -> None:
        """Name every rule that refuses, with its article."""
        self.findings = tuple(one for one in findings if one.level is not Level.WARN)
        self.can_override = all(one.level is Level.OVERRIDABLE for one in self.findings)
        way = (
            label(
                "errors",
                "Không xếp người {person} vào {bed}. {rules} Muốn vẫn xếp: ghi lý do và nhờ người thứ hai có "
                "quyền xác nhận.",
            )
            if self.can_override
            else label("errors", "Không xếp người {person} vào {bed}. {rules} Hãy chọn giường khác.")
        )
        super().__init__(
            "placement_refused",
            way,
            fields={"bed": label("errors", "Giường này trái quy tắc xếp chỗ ở")},
            person=person,
            bed=bed,
            rules=_joined([one.error for one in self.findings]),
        )
