"""Whether a typed text may be kept: whole characters, one written form, something said, not too much of it."""

from dataclasses import dataclass
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import nfc, require_text, tidy_name


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a text that breaks a rule; ``{limit}`` and ``{length}`` may stand in both sentences.

    Attributes:
        code: stable name of the refusal.
        text: the whole sentence, with the way on.
        in_field: what stands at the field itself; None for the whole sentence.
    """

    code: str
    text: Label
    in_field: Label | None = None


TOO_LONG: Final = Said(
    "text_too_long",
    label("errors", "Quá dài: tối đa {limit} ký tự, đang có {length}. Hãy viết ngắn lại."),
    label("errors", "Quá dài: tối đa {limit} ký tự"),
)


@dataclass(frozen=True, slots=True)
class TextRule:
    """What the text of one field must be.

    Attributes:
        limit: characters at most, counted as kept.
        missing: what is said of an empty one; None where it may be empty.
        too_long: what is said of one over the limit.
        has_lines: whether its lines stay as typed; without it blanks and line ends become single spaces.
    """

    limit: int
    missing: Said | None = None
    too_long: Said = TOO_LONG
    has_lines: bool = False

    def read(self, typed: str | None, field: str) -> tuple[str, UserError | None]:
        """The text as kept, and what is wrong with it: for whoever gathers the faults of a whole form.

        Args:
            typed: as typed; None is empty.
            field: the form's field, for the refusal.
        """
        try:
            require_text(typed or "", field)
        except UserError as broken:
            return "", broken
        text = nfc(typed or "").strip() if self.has_lines else tidy_name(typed or "")
        if not text and self.missing is not None:
            return text, self._refusal(self.missing, field, 0)
        if len(text) > self.limit:
            return text, self._refusal(self.too_long, field, len(text))
        return text, None

    def kept(self, typed: str | None, field: str) -> str:
        """The text as kept; empty where it may be.

        Raises:
            UserError: ``broken_text`` for half characters, and the codes of ``missing`` and ``too_long``.
        """
        text, fault = self.read(typed, field)
        if fault is not None:
            raise fault
        return text

    def kept_or_none(self, typed: str | None, field: str) -> str | None:
        """The text as a column that may be empty keeps it.

        Raises:
            UserError: as ``kept``.
        """
        return self.kept(typed, field) or None

    def _refusal(self, said: Said, field: str, length: int) -> UserError:
        in_field = said.text if said.in_field is None else said.in_field
        return UserError(said.code, said.text, fields={field: in_field}, limit=self.limit, length=length)
