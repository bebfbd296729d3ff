"""The written pages are true: the schema page is the schema, README's commands are the program's."""

import re
from pathlib import Path

import pytest

from facility_app.app.cli.verbs import VERBS
from installer.schema_page import FOLDER, PAGE, page, published

ROOT = Path(__file__).resolve().parents[1]


def test_schema_page_is_what_the_records_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it again: python -m installer.schema_page"


def test_published_schemas_and_allow_lists_are_what_the_records_say() -> None:
    there = {one.name: one.read_text(encoding="utf-8") for one in FOLDER.iterdir()}
    assert there == published(), "write them again: python -m installer.schema_page"


@pytest.mark.parametrize("written", ["README.md", "docs/user/bat-dau.md"])
def test_every_verb_a_page_names_exists(written: str) -> None:
    named = set(re.findall(r"python main\.py (?!-)(\w+)", (ROOT / written).read_text(encoding="utf-8")))
    assert named
    assert named <= set(VERBS)


def test_every_verb_stands_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [verb for verb in VERBS if verb not in text] == []
