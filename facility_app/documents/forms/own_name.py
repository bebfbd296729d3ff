"""The facility's own name where a form prints its first words itself: no word twice, none lost."""

from collections.abc import Iterator
from typing import Final

from facility_app.documents.forms.spec import FormSpec, Line
from facility_app.documents.forms.wording import Case, Group, Slot, Wording

OWN_NAME: Final = "facility_short_name"
_USUAL: Final = "cơ sở cai nghiện ma túy", "cơ sở cai nghiện", "trường giáo dưỡng"
"""What is left out where the places of a form differ in what they print; the longest first."""


def rest_of_name(form: FormSpec, name: str) -> str:
    """What of the registered name is still to be printed in the places of ``form`` for it.

    Args:
        form: its words before the place end where the name goes on: “Trưởng cơ sở cai nghiện” + “ma túy số 1”.
        name: as it is registered.
    """
    lines = (line.text for part in form.parts for line in part.lines if isinstance(line, Line))
    rests = {min((_rest(words, name) for words in one), key=len) for text in lines for one in _before(text)}
    if len(rests) == 1:
        return rests.pop()
    return next((name[len(head) + 1 :] for head in _USUAL if name.casefold().startswith(f"{head} ")), name)


def _before(text: Wording) -> Iterator[tuple[str, ...]]:
    """The words before each place: of every official alternative where they are one."""
    for place, atom in enumerate(text):
        if isinstance(atom, Slot) and atom.name == OWN_NAME:
            words = text[place - 1] if place else ""
            is_blank = isinstance(words, str) and not words.strip()
            cases = tuple(_words(one.atoms) for one in text[:place] if isinstance(one, Case))
            yield cases if is_blank and cases else (words if isinstance(words, str) else "",)
        elif isinstance(atom, Group | Case):
            yield from _before(atom.atoms)


def _words(text: Wording) -> str:
    return "".join(one for one in text if isinstance(one, str))


def _rest(before: str, name: str) -> str:
    said, own = before.casefold().split(), name.split()
    for count in range(len(own) - 1, 0, -1):
        if said[-count:] == [word.casefold() for word in own[:count]]:
            return " ".join(own[count:])
    return name
