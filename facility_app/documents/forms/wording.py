"""The wording of a form as it is written in the data: official words, {placeholders}, [groups that may vanish]."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from facility_app.documents.forms.fields import FieldSpec, FieldType

FOOTNOTE_MARKS = "¹²³⁴⁵⁶⁷⁸⁹"
DATE_PARTS = ("date", "day", "month", "year", "hour", "minute")
DATED = frozenset({FieldType.DATE, FieldType.BIRTH, FieldType.DATETIME})
ITEM, PLACE = "item", "n"
"""What a line of a list calls its item and the item's number."""

_TOKEN = re.compile(
    r"\{(?P<name>\w+)(?:\|(?P<upper>upper))?\}"
    r"|(?P<open>\[)(?:(?P<asked>\w+)(?P<how>==?)(?P<codes>\w*(?:,\w+)*):|(?P<blank>~))?"
    r"|(?P<close>\])"
)
_MARK = re.compile(rf"\s*[{FOOTNOTE_MARKS}]+")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to fill.

    Attributes:
        name: of the field; ``item`` and ``n`` in a line of a list.
        part: ``day``, ``month``… of a date; the code of a check box; empty: the whole value.
        is_upper: whether it is printed in capitals.
        is_box: whether it is a check box.
    """

    name: str
    part: str = ""
    is_upper: bool = False
    is_box: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Words that stand only when everything asked for in them is given.

    Attributes:
        atoms: the words.
        in_blank: whether they stand, with dots, in a form nothing at all is filled in of too.
    """

    atoms: "Wording"
    in_blank: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One of the official alternatives, or words a filled field takes the place of.

    Attributes:
        name: of the field that decides; it prints nothing itself.
        codes: the choices it stands for; empty: words only for whoever has still to fill the field in.
        atoms: the words.
        when_open: whether it stands while nothing is decided.
    """

    name: str
    codes: frozenset[str]
    atoms: "Wording"
    when_open: bool = True


Atom: TypeAlias = str | Slot | Group | Case
Wording: TypeAlias = tuple[Atom, ...]


def unmarked(text: str) -> str:
    """``text`` without the marks of footnotes, which are never printed."""
    return _MARK.sub("", text)


def parse(text: str, fields: Mapping[str, FieldSpec]) -> Wording:
    """Read one line of wording.

    Raises:
        ValueError: a bracket that is not closed, or a place no field is declared for.
    """
    stack: list[list[Atom]] = [[]]
    opened: list[re.Match[str]] = []
    bare = unmarked(text)
    done = 0
    for found in _TOKEN.finditer(bare):
        if words := bare[done : found.start()]:
            stack[-1].append(words)
        done = found.end()
        if found["open"]:
            stack.append([])
            opened.append(found)
        elif found["close"]:
            if len(stack) == 1:
                message = f"']' without '[' in: {text}"
                raise ValueError(message)
            inner = tuple(stack.pop())
            stack[-1].append(_bracket(opened.pop(), inner, fields))
        else:
            stack[-1].append(_slot(found["name"], fields, is_upper=found["upper"] is not None))
    if bare[done:]:
        stack[-1].append(bare[done:])
    if len(stack) > 1:
        message = f"'[' is not closed in: {text}"
        raise ValueError(message)
    return tuple(stack[0])


def slots(wording: Wording) -> Iterator[Slot]:
    """Every place of a wording, those inside groups too."""
    for atom in wording:
        if isinstance(atom, Slot):
            yield atom
        elif not isinstance(atom, str):
            yield from slots(atom.atoms)


def deciding(wording: Wording) -> Iterator[str]:
    """Names of the fields that decide which words of a wording stand."""
    for atom in wording:
        if isinstance(atom, Case):
            yield atom.name
        if isinstance(atom, Case | Group):
            yield from deciding(atom.atoms)


def _bracket(opened: re.Match[str], inner: Wording, fields: Mapping[str, FieldSpec]) -> Group | Case:
    name = opened["asked"]
    if name is None:
        return Group(inner, in_blank=opened["blank"] is not None)
    codes = frozenset(filter(None, opened["codes"].split(",")))
    unknown = codes - set(fields[name].choices or ()) if name in fields else {name}
    if unknown:
        message = f"no field or choice is declared for [{name}={opened['codes']}:"
        raise ValueError(message)
    return Case(name, codes, inner, when_open=opened["how"] == "=")


def _slot(name: str, fields: Mapping[str, FieldSpec], *, is_upper: bool) -> Slot:
    if name in fields or name in {ITEM, PLACE}:
        return Slot(name, is_upper=is_upper, is_box=name in fields and fields[name].type is FieldType.BOOL)
    owner, _, code = name.partition("__")
    if code and owner in fields and code in (fields[owner].choices or {}):
        return Slot(owner, code, is_box=True)
    owner, _, part = name.rpartition("_")
    if owner in fields and part in DATE_PARTS and fields[owner].type in DATED:
        return Slot(owner, part)
    message = f"no field is declared for {{{name}}}"
    raise ValueError(message)
