"""What can go wrong in a way a person can mend, as values: a code, a Vietnamese template, its parameters."""

from collections.abc import Mapping

from typing_extensions import override

from facility_app.kernel.labels import Label


class FacilityError(Exception):
    """A refusal or a fault with words for the user.

    Attributes:
        code: stable ASCII name for programs and support.
        template: the Vietnamese sentence with ``{name}`` placeholders; translated before it is filled in.
        params: values of the placeholders, a tuple where the sentence lists several; never secrets.
        fields: field name → the template of its own message, filled from the same ``params``, for forms.
    """

    def __init__(
        self, code: str, template: Label, /, *, fields: Mapping[str, Label] | None = None, **params: object
    ) -> None:
        """Keep the parts apart so that screens and the command line can translate the sentence."""
        super().__init__(code)
        self.code = code
        self.template = template
        self.params = params
        self.fields: dict[str, Label] = dict(fields or {})

    @property
    def message(self) -> str:
        """The sentence in Vietnamese, filled in."""
        return self.template.format(**{name: listed(value) for name, value in self.params.items()})

    @override
    def __str__(self) -> str:
        """Code and Vietnamese sentence."""
        return f"{self.code}: {self.message}"


def listed(value: object) -> object:
    """A value as a sentence shows it: several are joined by commas, a refusal by its own sentence."""
    if isinstance(value, FacilityError):
        return value.message
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value


class UserError(FacilityError):
    """What was asked breaks a rule or is not well formed; the message says how to put it right."""


class ConflictError(FacilityError):
    """Someone else changed the same record first; nothing was written."""


class PermissionDenied(FacilityError):  # noqa: N818 - "denied" is the refusal's own word
    """The actor's roles do not allow the verb."""


class EnvironmentFault(FacilityError):  # noqa: N818 - a fault of the machine, not of the program
    """Disk, key, keyring, file, version or lock: what the machine must first be rid of."""
