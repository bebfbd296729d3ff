"""What brings the program onto a machine: hash-locked lists, package names, and slices that are born right."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from facility_app.app.registry import RETIRED_ORDINALS
from installer import dev, system, words
from installer.environment import KINDS, LOCKS, PLATFORMS
from installer.new_slice import ROOMS, complete, next_ordinal, retired_ordinals, write_slice
from tests.house_rules import RULES
from tests.newborn import FULL

ROOT = Path(__file__).resolve().parent.parent
LOCK_FILES = [f"{kind}-{platform}.txt" for kind in KINDS for platform in PLATFORMS]
PINNED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+) \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")

HOUSE = "tests/test_house.py::test_slices_in_the_registry_are_the_folders"
STEPS_AND_RECORDS = "tests/db/test_steps.py::test_steps_and_records_agree"


def pinned(lock: str) -> dict[str, str]:
    """Package → version of a locked list."""
    lines = (LOCKS / lock).read_text(encoding="utf-8").splitlines()
    return {match["name"]: match["version"] for line in lines if (match := PINNED.match(line))}


def required(*extras: str) -> set[str]:
    """Names that ``pyproject.toml`` asks for, as the lists write them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"]]
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return {re.split(r"[<>=~!\[ ]", line, maxsplit=1)[0].lower().replace("_", "-") for line in lines}


def run_python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A tool in a process of its own, in ``folder``."""
    command = [sys.executable, "-X", "utf8", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("lock", LOCK_FILES)
def test_locked_list_holds_names_versions_and_hashes_only(lock: str) -> None:
    lines = (LOCKS / lock).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not PINNED.match(line) and not HASH.match(line)] == []
    assert [after for before, after in pairwise(lines) if PINNED.match(before)] != []


@pytest.mark.parametrize("platform", PLATFORMS)
def test_locked_lists_hold_what_the_project_asks_for(platform: str) -> None:
    runtime, everything = pinned(f"runtime-{platform}.txt"), pinned(f"dev-{platform}.txt")
    assert required("province") <= runtime.keys()
    assert required("province", "dev") <= everything.keys()
    assert runtime.items() <= everything.items()


def test_both_systems_get_the_same_versions() -> None:
    linux, windows = pinned("dev-linux.txt"), pinned("dev-windows.txt")
    assert {name for name in linux.keys() & windows.keys() if linux[name] != windows[name]} == set()
    assert linux.keys() ^ windows.keys() <= {
        "colorama",
        "cryptography",
        "jeepney",
        "pywin32-ctypes",
        "secretstorage",
        "tzdata",
    }


def test_qt_is_the_release_that_keeps_its_references() -> None:
    assert pinned("runtime-linux.txt")["pyside6-essentials"].startswith("6.11.")


def test_only_installed_packages_count() -> None:
    listing = "libgl1 installed\nxvfb config-files\ngcc not-installed\nlibglib2.0-0t64 installed\n"
    assert system.parse_installed(listing) == {"libgl1", "libglib2.0-0t64"}


def test_missing_packages_become_one_line_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system, "missing_packages", list)
    monkeypatch.setattr(system, "is_root", lambda: False)
    assert system.ensure_packages(["xvfb", "gcc"]) is False
    assert (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb gcc"
        in capsys.readouterr().out
    )


def test_checks_run_in_order_and_tests_come_last() -> None:
    assert [name for name, _ in dev.checks([])] == ["format", "lint", "strict types", "import contracts", "tests"]
    assert dev.checks(["tests/kernel", "-x"])[-1][1] == ["-m", "pytest", "tests/kernel", "-x"]


def test_continuous_integration_runs_the_same_command_as_a_person() -> None:
    assert "python3 installer/dev.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_command_is_named_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        dev.main(["--help"])
    shown = capsys.readouterr().out
    assert left.value.code == 0
    assert [name for name in dev.COMMANDS if f"  {name} " not in shown] == []


def test_unknown_command_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as left:
        dev.main(["destroy"])
    assert left.value.code == 2


def test_a_room_brings_the_rooms_it_leans_on() -> None:
    assert complete(["queries"]) == ["domain", "tables", "queries", "module"]
    assert complete(["ui"]) == ["domain", "tables", "queries", "service", "module", "ui"]
    assert complete(["module"]) == ["domain", "module"]
    assert complete(ROOMS) == list(ROOMS)


def registry_with(root: Path, retired: str) -> None:
    (root / "facility_app" / "app").mkdir(parents=True)
    text = f"RETIRED_ORDINALS: dict[str, int] = {retired}\n"
    (root / "facility_app" / "app" / "registry.py").write_text(text, encoding="utf-8")


def test_next_ordinal_was_never_given_not_even_to_a_table_that_is_gone(tmp_path: Path) -> None:
    for name, retired, due in (("new", "{}", 1), ("live", "{}", 12), ("old", "{'gone': 11, 'lost': 14}", 15)):
        root = tmp_path / name
        registry_with(root, retired)
        if name != "new":
            text = "Synced(4, ('stay_id',)); Synced(\n    ordinal=11,\n)"
            (root / "facility_app" / "a.py").write_text(text, encoding="utf-8")
        assert next_ordinal(root) == due


def test_the_registrys_own_list_of_retired_numbers_is_found() -> None:
    assert retired_ordinals(ROOT) == RETIRED_ORDINALS


@pytest.mark.parametrize(
    "arguments",
    [
        ["Housing"],
        ["../evil"],
        ["two words"],
        ["two_words"],
        ["class"],
        ["access"],
        ["pets", "--record", "a-b"],
        ["pets", "--rooms", "domain,cellar"],
        ["pets", "--words", 'thú "nuôi"'],
    ],
    ids=" ".join,
)
def test_what_cannot_be_a_slice_writes_nothing(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "facility_app" / "modules" / "access").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SystemExit) as left:
        write_slice(tmp_path, arguments)
    assert left.value.code == 2
    assert sorted(tmp_path.rglob("*")) == before


NOT_COPIED = shutil.ignore_patterns(
    *(".git", ".venv", "build", "dist", ".hypothesis", ".pytest_cache", ".ruff_cache"),
    *("*-wal", "*-shm", "*-journal", "*.pyc.*"),
)
"""What is compiled, and what mypy and the import linter have read, is copied: it need not be done again."""


def put(file: Path, before: str, *lines: str) -> int:
    """Write ``lines`` in front of the line that begins with ``before``; how many there were."""
    text = file.read_text(encoding="utf-8")
    assert text.count(f"\n{before}") == 1
    file.write_text(text.replace(f"\n{before}", "\n" + "\n".join([*lines, before])), encoding="utf-8")
    return len(lines)


def list_slice(root: Path, noun: str, *, has_pages: bool) -> int:
    """Do by hand what ``new-slice`` leaves to do; how many lines that took."""
    app = root / "facility_app" / "app"
    specs = f"from facility_app.modules.{noun}.module import SPEC as {noun.upper()}"
    count = put(app / "registry.py", "from facility_app.modules.upkeep", specs)
    count += put(app / "registry.py", "    UPKEEP,", f"    {noun.upper()},")
    if has_pages:
        entry = f"from facility_app.modules.{noun}.ui import entry as {noun}"
        count += put(app / "pages.py", "from facility_app.ui.shell.spec", entry)
        text = (app / "pages.py").read_text(encoding="utf-8")
        text, found = re.subn(r"(?m)^(PAGES: .*\(\n)", rf"\1    *{noun}.PAGES,\n", text)
        (app / "pages.py").write_text(text, encoding="utf-8")
        count += found
        assert found == 1
    return count


def lines_of_code(source: str) -> int:
    """Lines that say something to the machine: no blanks, comments, docstrings or imports."""
    silent: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, ast.stmt) and (is_text or isinstance(node, ast.Import | ast.ImportFrom)):
            silent |= {*range(node.lineno, (node.end_lineno or node.lineno) + 1)}
    lines = enumerate(source.splitlines(), 1)
    return sum(1 for n, line in lines if line.strip() and n not in silent and not line.lstrip().startswith("#"))


MOST_LINES = 150
"""What a slice with one table, one list and one form may cost whoever writes it."""
MOST_LINES_OF_A_PAPER = 60
"""What a paper may cost: its form, what fills it, its line in the spec and its tests."""
BORN = {
    FULL: ",".join(ROOMS),
    "meals": "queries",
    "pets": "tables",
    "rules": "module",
}
"""Slices with every room, and with each that leads to another skeleton; in one copy, since each tool is slow."""


def lines_of_paper(root: Path, written: list[str]) -> int:
    """Lines of a skeleton's paper: the form, its builder, the line of the spec, the tests."""
    texts = {
        Path(name).name: (root / name).read_text(encoding="utf-8") for name in written if FULL.upper() in name
    }
    forms = [line for text in texts.values() for line in text.splitlines() if line and not line.startswith("#")]
    papers = [name for name in written if Path(name).stem in {"papers", "test_papers"}]
    spec = (root / f"facility_app/modules/{FULL}/module.py").read_text(encoding="utf-8")
    code = sum(lines_of_code((root / name).read_text(encoding="utf-8")) for name in papers)
    return len(forms) + code + sum("PaperSpec(" in line for line in spec.splitlines())


def rooms_tested(written: list[str]) -> set[str]:
    """Rooms that have a test of their own among the files written."""
    return {Path(name).stem.removeprefix("test_") for name in written if "/test_" in name} - {"rights"}


def write_english(root: Path, written: list[str]) -> None:
    """Put English beside the labels of new files, as somebody does by hand."""
    texts = [(root / name).read_text(encoding="utf-8") for name in written if name.startswith("facility_app/")]
    catalogue = root / words.CATALOGUE.relative_to(ROOT)
    new = {key: "Some English" for text in texts for key in words.labels(text)}
    words.write({**new, **words.read(catalogue)}, catalogue)


def rules_broken(root: Path, written: list[str]) -> list[str]:
    """The house's rules that the files written do not keep."""
    texts = {path: (root / path).read_text(encoding="utf-8") for path in written}
    return [
        f"{path}: {name}"
        for path, text in texts.items()
        for name, rule in RULES.items()
        if rule.rules(path) and rule.broken_by(text)
    ]


def test_new_slices_are_born_right_and_cost_little(tmp_path: Path) -> None:
    root = tmp_path / "copy"
    shutil.copytree(ROOT, root, ignore=NOT_COPIED)
    checked, cost, paper_cost = ["facility_app/app/registry.py", "facility_app/app/pages.py"], {}, 0
    for noun, rooms in BORN.items():
        written = write_slice(root, [noun, "--rooms", rooms, "--words", "đồ lưu niệm"])
        asked = complete(rooms.split(","))
        assert rooms_tested(written) == set(asked)
        cost[noun] = list_slice(root, noun, has_pages="ui" in asked)
        python = [name for name in written if name.endswith(".py")]
        checked += python
        sources = [name for name in python if not name.startswith("tests/") and Path(name).stem != "papers"]
        cost[noun] += sum(lines_of_code((root / name).read_text(encoding="utf-8")) for name in sources)
        if noun == FULL:
            paper_cost = lines_of_paper(root, written)
    assert rules_broken(root, checked) == []
    write_english(root, checked)
    # What the smaller ones have more of than the full one: a spec and rights without verbs.
    smaller = [f"tests/modules/{noun}/test_module.py" for noun in BORN if noun != FULL]
    tests = [f"tests/modules/{FULL}", *smaller, "tests/modules/meals/test_rights.py", HOUSE, STEPS_AND_RECORDS]
    tests += ["tests/app/test_every_module.py", "tests/app/test_every_paper.py", "tests/app/test_every_page.py"]
    for check in (
        ["-m", "ruff", "format", *checked],
        ["-m", "ruff", "check", "--fix", *checked],
        ["-m", "mypy", *checked],
        ["-c", "from importlinter.cli import lint_imports_command as run; run([])"],
        ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.newborn", *tests],
    ):
        done = run_python(root, *check)
        assert done.returncode == 0, done.stdout + done.stderr
    # As if every line of table, list and form had been written by hand, with the one that ORDINALS needs.
    assert cost[FULL] + 1 < MOST_LINES
    assert paper_cost < MOST_LINES_OF_A_PAPER
