"""Writes the skeleton of a slice and of its tests from the templates in ``installer/slice``."""

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).resolve().parent / "slice"
# Room → the rooms its template leans on.
ROOMS: dict[str, tuple[str, ...]] = {
    "domain": (),
    "tables": ("domain",),
    "queries": ("tables",),
    "papers": (),
    "service": ("tables",),
    "api": ("queries",),
    "module": (),
    "ui": (),
}
USUAL_ROOMS = "domain,tables,queries,service,module"
SLICE_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
ORDINAL = re.compile(r"\bSynced\((?:ordinal=)?(\d+)")


def complete(rooms: Iterable[str]) -> list[str]:
    """The rooms asked for and those they lean on, in the order of the house; ``module`` always."""
    wanted, waiting = {"module"}, [*rooms]
    while waiting:
        room = waiting.pop()
        wanted.add(room)
        waiting += ROOMS[room]
    return [room for room in ROOMS if room in wanted]


def next_ordinal(root: Path) -> int:
    """The first number no synced table has; numbers are given once."""
    sources = (file.read_text(encoding="utf-8") for file in (root / "facility_app").rglob("*.py"))
    return max((int(number) for source in sources for number in ORDINAL.findall(source)), default=0) + 1


def words_of(root: Path, noun: str, record: str, vietnamese: str) -> dict[str, str]:
    """What the templates are filled in with."""
    return {
        "noun": noun,
        "NOUN": noun.upper(),
        "record": record,
        "Record": "".join(part.capitalize() for part in record.split("_")),
        "words": vietnamese,
        "ordinal": str(next_ordinal(root)),
    }


def slice_files(noun: str, rooms: list[str]) -> dict[str, str]:
    """Path from the root → template."""
    package, tests = f"facility_app/modules/{noun}", f"tests/modules/{noun}"
    files = {f"{package}/__init__.py": "__init__.py.txt", f"{tests}/__init__.py": "tests/__init__.py.txt"}
    for room in rooms:
        place = "ui/__init__.py" if room == "ui" else f"{room}.py"
        files[f"{package}/{place}"] = f"{room}.py.txt"
        if (TEMPLATES / "tests" / f"test_{room}.py.txt").exists():
            files[f"{tests}/test_{room}.py"] = f"tests/test_{room}.py.txt"
    if "tables" not in rooms:
        files[f"{package}/module.py"] = "module_without_tables.py.txt"
    return files


def write_slice(root: Path, arguments: list[str]) -> list[str]:
    """Write the slice below ``root`` and print what is left to do by hand; answers the files' paths."""
    parser = argparse.ArgumentParser(prog="dev.py new-slice", description="Write the skeleton of a slice.")
    parser.add_argument("noun", help="the slice's one word, as in law.md's glossary, e.g. housing")
    parser.add_argument("--rooms", default=USUAL_ROOMS, help=f"of {','.join(ROOMS)} (default {USUAL_ROOMS})")
    parser.add_argument("--record", help="the record's name (default: the noun without its s)")
    parser.add_argument("--words", help="the noun in Vietnamese, for labels (default: the noun)")
    asked = parser.parse_args(arguments)
    noun, rooms = asked.noun, asked.rooms.split(",")
    record = asked.record or noun.removesuffix("s")
    if not SLICE_NAME.fullmatch(noun) or not SLICE_NAME.fullmatch(record):
        parser.error("a noun is lower-case ASCII letters, digits and single underscores, as a module name")
    if unknown := [room for room in rooms if room not in ROOMS]:
        parser.error(f"no such room: {', '.join(unknown)}")
    files = slice_files(noun, complete(rooms))
    if (root / "facility_app" / "modules" / noun).exists():
        parser.error(f"facility_app/modules/{noun} is there already; nothing was written")
    if not (root / "tests" / "modules" / "__init__.py").exists():
        files["tests/modules/__init__.py"] = "tests/modules.py.txt"
    words = words_of(root, noun, record, asked.words or noun)
    for path, template in files.items():
        text = Template((TEMPLATES / template).read_text(encoding="utf-8")).substitute(words)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        print(path)
    print("\nNow, in facility_app/app/registry.py:")
    print(f"  from facility_app.modules.{noun}.module import SPEC as {noun.upper()}")
    print(f"  … and one line in MODULES, in the order of the house: {noun.upper()},")
    print("then a migration for its tables: docs/adding-a-slice.md")
    return list(files)
