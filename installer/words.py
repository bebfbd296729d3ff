"""Brings ``resources/i18n/facility_en.ts`` in step with the labels of the source; existing English is kept.

Standard library only. The catalogue is in Qt's own format: screens load it compiled, the command line as it is.
"""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "resources" / "i18n" / "facility_en.ts"
SOURCES = ROOT / "facility_app"


def labels(source: str) -> Iterator[tuple[str, str]]:
    """(context, text) of every ``label("context", "text")`` in a source text."""
    if "label" not in source:
        return
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Name(id="label"), args=[ast.Constant(value=str(context)), ast.Constant(value=str(text))]
            ):
                yield context, text


@cache
def labels_in(path: Path) -> tuple[tuple[str, str], ...]:
    """(context, text) of every label of a source file, which is read once a process."""
    return tuple(labels(path.read_text(encoding="utf-8")))


def all_labels(folder: Path = SOURCES) -> dict[tuple[str, str], str]:
    """Every label of the program with the file it stands in first."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(folder.rglob("*.py")):
        for key in labels_in(path):
            found.setdefault(key, path.relative_to(folder.parent).as_posix())
    return found


def read(path: Path = CATALOGUE) -> dict[tuple[str, str], str]:
    """(context, text) → English; empty when there is none yet."""
    if not path.exists():
        return {}
    root = ET.parse(path).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in root.iter("context")
        for message in context.iter("message")
    }


def write(english: dict[tuple[str, str], str], path: Path = CATALOGUE) -> None:
    """Write the catalogue, ordered by context and text; what has no English yet is marked unfinished."""
    root = ET.Element("TS", version="2.1", language="en", sourcelanguage="vi")
    for name in sorted({context for context, _ in english}):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for (_, source), text in sorted(item for item in english.items() if item[0][0] == name):
            message = ET.SubElement(context, "message")
            ET.SubElement(message, "source").text = source
            translation = ET.SubElement(message, "translation", {} if text else {"type": "unfinished"})
            translation.text = text
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def main() -> int:
    """Refresh the catalogue and say what still lacks English."""
    known = read()
    write({key: known.get(key, "") for key in all_labels()})
    missing = [key for key in all_labels() if not known.get(key)]
    for context, text in missing:
        print(f"{context}: {text}")
    print(f"{len(all_labels())} labels, {len(missing)} without English")
    return 0


if __name__ == "__main__":
    sys.exit(main())
