"""docs/goi-v1.md and docs/verify_goi.py tell the format as it is: code that is not ours reads our bundles."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from facility_app.sync.header import Kind
from facility_app.sync.outcomes import Outcome
from tests.helpers.bundles import PUBLIC, Ends, bundle_of, header_of

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "docs" / "verify_goi.py"
PAGE = ROOT / "docs" / "goi-v1.md"
LONGEST = 150


def verdict(tmp_path: Path, data: bytes, key: bytes = PUBLIC) -> tuple[int, str]:
    path = tmp_path / "x.goi"
    path.write_bytes(data)
    # Alone and away from the project: what it would take from the program is not there.
    run = subprocess.run(
        [sys.executable, "-I", str(SCRIPT), str(path), key.hex()],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


def test_the_script_shares_no_code_with_the_program() -> None:
    text = SCRIPT.read_text(encoding="utf-8")
    named = {
        alias.name if isinstance(node, ast.Import) else str(node.module)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert {name.split(".")[0] for name in named} - set(sys.stdlib_module_names) == {"cryptography"}
    assert len(text.splitlines()) <= LONGEST


def test_a_good_bundle_holds_for_the_script_too(tmp_path: Path) -> None:
    code, said = verdict(tmp_path, bundle_of(Ends()))
    assert (code, header_of(Ends()).bundle_id in said) == (0, True), said


@pytest.mark.parametrize("how", ["cut", "longer", "header", "payload", "padding", "signature", "key"])
def test_a_twisted_bundle_does_not(tmp_path: Path, how: str) -> None:
    whole = bundle_of(Ends())
    twisted = {
        "cut": whole[:-1],
        "longer": whole + b"\0",
        "header": whole.replace(b'"seq":1', b'"seq":2'),
        "payload": whole.replace(b"age-encryption.org/v1", b"age-encryption.org/v2"),
        "padding": whole.replace(b"1\n\0", b"1\n\1", 1),
        "signature": whole.replace(b"==\n", b"==\0", 1),
        "key": whole,
    }[how]
    code, said = verdict(tmp_path, twisted, bytes(32) if how == "key" else PUBLIC)
    assert (code, "NOT A GOOD BUNDLE" in said, "Traceback" in said) == (1, True, False), said


def test_the_page_names_every_code_and_kind() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [one for one in (*Outcome, *Kind) if f"`{one}`" not in text] == []


def test_page_and_script_are_found_from_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"(docs/{one.name})" in text and one.is_file() for one in (PAGE, SCRIPT))
