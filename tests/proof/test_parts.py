"""Damages differ and repeat; result sections are replaced, not piled up."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.processes import ROOT, environment
from tests.proof.counted import Counted, Scale
from tests.proof.flips import damages
from tests.proof.results import machine_line, record_section


def test_each_damage_differs_from_the_file_and_the_seed_repeats_them(tmp_path: Path) -> None:
    whole = bytes(range(256)) * 40
    path = tmp_path / "backup"
    path.write_bytes(whole)
    made = list(damages(path, 500, seed=1))
    assert len(made) == 500
    assert all(damaged != whole for _, damaged in made)
    assert len({damaged for _, damaged in made}) > 450
    assert made == list(damages(path, 500, seed=1))
    assert made != list(damages(path, 500, seed=2))


def test_a_file_of_zeros_is_still_damaged(tmp_path: Path) -> None:
    path = tmp_path / "zeros"
    path.write_bytes(bytes(700))
    assert all(damaged != bytes(700) for _, damaged in damages(path, 50, seed=1))


def test_an_empty_file_cannot_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    with pytest.raises(ValueError, match="empty is empty"):
        next(damages(path, 1, seed=1))


def test_a_section_is_replaced_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "docs" / "RESULTS.md"
    record_section(path, "one", "first")
    record_section(path, "two", r"with \1 backslash")
    record_section(path, "one", "second")
    text = path.read_text()
    assert text.startswith("# ")
    assert "first" not in text
    assert text.count("<!-- proof:one -->") == 1
    assert text.index("second") < text.index(r"with \1 backslash")


def test_a_result_names_its_figures_and_the_machine() -> None:
    counted = Counted("cut", {"states": 5, "lost": 0}, ok=True, seconds=1.25)
    assert counted.line() == "holds  cut: states 5, lost 0 (1.2 s)"
    text = counted.markdown(Scale.LONG, machine_line("3.53.4"))
    assert "| yes | 5 | 0 | 1.2 |" in text
    assert "SQLite 3.53.4" in text


ELSEWHERE = """
import importlib, os, pkgutil, signal
for name in ("fork", "killpg", "setpgid", "WEXITSTATUS"):
    delattr(os, name)
for name in ("alarm", "SIGKILL", "SIGALRM"):
    delattr(signal, name)
for room in ("tests.proof", "tests.helpers"):
    for one in pkgutil.iter_modules(importlib.import_module(room).__path__, f"{room}."):
        if not one.name.endswith("__main__"):
            importlib.import_module(one.name)
            print(one.name)
"""


def test_what_tests_stand_on_can_be_read_where_nothing_forks() -> None:
    """As on Windows: only whoever calls such a helper needs a fork."""
    read = subprocess.run(
        [sys.executable, "-c", ELSEWHERE], cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    assert read.returncode == 0, read.stderr
    assert {"tests.proof.warm", "tests.proof.forkserver", "tests.helpers.warm"} <= set(read.stdout.split())
