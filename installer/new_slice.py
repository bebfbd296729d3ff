"""Writes a slice's skeleton, its tests and its migration step from the templates in ``installer/slice``."""

import argparse
import ast
import keyword
import re
import time
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).resolve().parent / "slice"
# Room → the rooms its template leans on. A slice always has rules: whatever it offers needs a permission.
ROOMS: dict[str, tuple[str, ...]] = {
    "domain": (),
    "tables": ("domain",),
    "queries": ("tables",),
    "papers": ("queries",),
    "service": ("queries",),
    "api": ("service",),
    "module": ("domain",),
    "ui": ("service",),
}
USUAL_ROOMS = "ui"
SLICE_NAME = re.compile(r"[a-z]+")
RECORD_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
NO_LABEL = re.compile(r'["\\{}$]')
ORDINAL = re.compile(r"\bSynced\(\s*(?:ordinal=)?(\d+)")
REVISION = re.compile(r'^revision = "(\d+)"$', re.MULTILINE)
# "[tables] …", "[queries without service] …", "[service with papers] …": a line for slices that have such rooms.
ONLY_WITH = re.compile(
    rf"\[(?P<room>{'|'.join(ROOMS)})(?: with (?P<also>\w+))?(?: without (?P<others>\w+(?: \w+)*))?\] ?"
)


def complete(rooms: Iterable[str]) -> list[str]:
    """The rooms asked for and those they lean on, in the order of the house; ``module`` always."""
    wanted, waiting = set[str](), ["module", *rooms]
    while waiting:
        room = waiting.pop()
        wanted.add(room)
        waiting += ROOMS[room]
    return [room for room in ROOMS if room in wanted]


def retired_ordinals(root: Path) -> dict[str, int]:
    """``RETIRED_ORDINALS`` of the registry, read without running it."""
    registry = root / "facility_app" / "app" / "registry.py"
    for node in ast.parse(registry.read_text(encoding="utf-8")).body:
        match node:
            case ast.AnnAssign(target=ast.Name(id="RETIRED_ORDINALS"), value=ast.Dict() as value):
                found: dict[str, int] = ast.literal_eval(value)
                return found
    message = "facility_app/app/registry.py has no RETIRED_ORDINALS"
    raise ValueError(message)


def next_ordinal(root: Path) -> int:
    """The first number no synced table has or ever had; numbers are given once."""
    sources = (file.read_text(encoding="utf-8") for file in (root / "facility_app").rglob("*.py"))
    live = (int(number) for source in sources if "Synced(" in source for number in ORDINAL.findall(source))
    return max((*live, *retired_ordinals(root).values()), default=0) + 1


def last_revision(root: Path) -> int:
    """The newest migration step; the steps are one line, numbered."""
    steps = (file.read_text(encoding="utf-8") for file in (root / "migrations" / "versions").glob("*.py"))
    return max(int(number) for step in steps for number in REVISION.findall(step))


def words_of(root: Path, noun: str, record: str, vietnamese: str) -> dict[str, str]:
    """What the templates are filled in with."""
    last = last_revision(root)
    return {
        "noun": noun,
        "NOUN": noun.upper(),
        "record": record,
        "Record": "".join(part.capitalize() for part in record.split("_")),
        "words": vietnamese,
        "Words": vietnamese[:1].upper() + vietnamese[1:],
        "WORDS": vietnamese.upper(),
        "form": f"{noun.upper()}-01",
        "ordinal": str(next_ordinal(root)),
        "down_revision": f"{last:04}",
        "revision": f"{last + 1:04}",
    }


def slice_files(noun: str, record: str, rooms: list[str]) -> dict[str, str]:
    """Path from the root → template."""
    package, tests = f"facility_app/modules/{noun}", f"tests/modules/{noun}"
    files = {f"{package}/__init__.py": "__init__.py.txt", f"{tests}/__init__.py": "tests/__init__.py.txt"}
    for room in rooms:
        files[f"{tests}/test_{room}.py"] = f"tests/test_{room}.py.txt"
        if room != "ui":
            files[f"{package}/{room}.py"] = f"{room}.py.txt"
    if "papers" in rooms:
        files[f"resources/forms/{noun.upper()}-01.toml"] = "form.toml.txt"
    if "queries" in rooms:
        files[f"{tests}/test_rights.py"] = "tests/test_rights.py.txt"
    if "ui" in rooms:
        files[f"{package}/ui/__init__.py"] = "ui/__init__.py.txt"
        files[f"{package}/ui/entry.py"] = "ui/entry.py.txt"
        files[f"{package}/ui/{record}_list.py"] = "ui/record_list.py.txt"
    if "tables" in rooms:
        made = time.strftime("%Y%m%d_%H%M", time.gmtime())
        files[f"migrations/versions/{made}_{noun}_{record}.py"] = "step.py.txt"
    return files


def fill(template: str, rooms: list[str], words: dict[str, str]) -> str:
    """The template without the lines of rooms the slice lacks, its words filled in."""
    kept = []
    for line in template.splitlines(keepends=True):
        only = ONLY_WITH.match(line)
        if only is None:
            kept.append(line)
        elif {only["room"], only["also"] or only["room"]} <= {*rooms} and {*rooms}.isdisjoint(
            _words(only["others"])
        ):
            kept.append(line[only.end() :])
    return Template("".join(kept)).substitute(words)


def _words(text: str | None) -> list[str]:
    return (text or "").split()


def write_slice(root: Path, arguments: list[str]) -> list[str]:
    """Write the slice below ``root`` and print what is left to do by hand; answers the files' paths."""
    parser = argparse.ArgumentParser(prog="dev.py new-slice", description="Write the skeleton of a slice.")
    parser.add_argument("noun", help="the slice's one word, as in law.md's glossary, e.g. housing")
    parser.add_argument(
        "--rooms",
        default=USUAL_ROOMS,
        help=f"of {','.join(ROOMS)}, each with those it leans on (default {USUAL_ROOMS})",
    )
    parser.add_argument("--record", help="the record's name (default: the noun without its s)")
    parser.add_argument("--words", help="the noun in Vietnamese, for labels (default: the noun)")
    asked = parser.parse_args(arguments)
    noun, rooms = asked.noun, asked.rooms.split(",")
    record, words = asked.record or noun.removesuffix("s"), unicodedata.normalize("NFC", asked.words or noun)
    if not SLICE_NAME.fullmatch(noun) or keyword.iskeyword(noun):
        parser.error("a noun is one word of lower-case ASCII letters, as a module name")
    if not RECORD_NAME.fullmatch(record):
        parser.error("a record is lower-case ASCII words with single underscores, as a table name")
    if NO_LABEL.search(words) or not words.isprintable():
        parser.error('words stand in labels: no ", \\, {, } or $')
    if unknown := [room for room in rooms if room not in ROOMS]:
        parser.error(f"no such room: {', '.join(unknown)}")
    if (root / "facility_app" / "modules" / noun).exists():
        parser.error(f"facility_app/modules/{noun} is there already; nothing was written")
    return _write(root, complete(rooms), words_of(root, noun, record, words))


def _write(root: Path, rooms: list[str], words: dict[str, str]) -> list[str]:
    files = slice_files(words["noun"], words["record"], rooms)
    for path, template in files.items():
        text = fill((TEMPLATES / template).read_text(encoding="utf-8"), rooms, words)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)
    print("\nNow by hand (docs/adding-a-slice.md says why):")
    print("  " + "\n  ".join(fill((TEMPLATES / "left_to_do.txt").read_text("utf-8"), rooms, words).splitlines()))
    return [*files]
