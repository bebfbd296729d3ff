"""Vietnamese words shown to people, marked so that they can be extracted and translated without Qt."""

from collections.abc import Mapping
from string import Formatter
from typing import Any, Self

from typing_extensions import override


class Label(str):
    """A Vietnamese text with the context it is translated in.

    It is a plain ``str`` everywhere else: papers print it as it is, screens and ``--lang en`` look up
    (context, text) in the English catalogue.
    """

    __slots__ = ("context",)
    context: str

    def __new__(cls, context: str, text: str) -> Self:
        """Make a label; ``context`` groups texts in the catalogue, ``text`` is the Vietnamese source."""
        made = super().__new__(cls, text)
        made.context = context
        return made

    @override
    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """What a copy is made from."""
        return type(self), (self.context, str(self))


def label(context: str, text: str) -> Label:
    """Mark ``text`` for extraction under ``context`` and return it.

    Both arguments must be literals: the extractor reads the source, it does not run it.
    """
    return Label(context, text)


class _Counting(Formatter):
    """Fills ``{count:person|people}`` with the first word for one, with the second for any other number."""

    @override
    def format_field(self, value: Any, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else many


def filled(words: str, params: Mapping[str, object]) -> str:
    """``words`` with their placeholders filled.

    Vietnamese has one form for any number. Another language writes a noun that follows the number ``{count}`` as
    ``{count:person|people}``: the number itself is not said by it.
    """
    return _Counting().vformat(words, (), params) if "|" in words else words.format(**params)
