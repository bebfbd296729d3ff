"""Every import contract is alive: one injected fault, in the house's graph, breaks exactly that contract."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import grimp
import pytest
from importlinter.application.app_config import settings
from importlinter.application.ports.building import GraphBuilder
from importlinter.application.use_cases import lint_imports
from importlinter.configuration import configure
from typing_extensions import override

ROOT = Path(__file__).resolve().parent.parent
CONFIGURATION = ROOT / "pyproject.toml"
CONTRACTS = tuple(
    contract["name"]
    for contract in tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
)
VERDICT = re.compile(r"^(?P<name>.+?) (?P<verdict>KEPT|BROKEN)\b", re.MULTILINE)

# Two slices that use every room as they may; the faults below are single lines on top of them.
LEGAL_SLICES = {
    "modules/alpha/__init__.py": "",
    "modules/alpha/domain.py": "import facility_app.kernel.errors\n",
    "modules/alpha/tables.py": "import sqlalchemy\nimport facility_app.modules.alpha.domain\n",
    "modules/alpha/queries.py": "import facility_app.modules.alpha.tables\nimport facility_app.modules.beta.api\n",
    "modules/alpha/papers.py": "import facility_app.modules.beta.api\n",
    "modules/alpha/service.py": "import facility_app.modules.alpha.tables\nimport facility_app.modules.beta.api\n",
    "modules/alpha/module.py": "import facility_app.modules.alpha.service\n",
    "modules/alpha/ui/__init__.py": "",
    "modules/alpha/ui/entry.py": "import PySide6\nimport facility_app.modules.alpha.service\n",
    "modules/beta/__init__.py": "",
    "modules/beta/api.py": "import facility_app.modules.beta.service\n",
    "modules/beta/queries.py": "",
    "modules/beta/service.py": "",
    "modules/beta/module.py": "import facility_app.modules.beta.service\n",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Lines written into a copy of the house, and the one contract they must break."""

    contract: str
    files: dict[str, str]


FAULTS = {
    "print house and spreadsheets know each other": Fault(
        "rings", {"sheets/fault.py": "import facility_app.documents\n"}
    ),
    "a ring nobody planned": Fault("rings", {"stray/__init__.py": ""}),
    "the database imports what stands on it": Fault("rings", {"db/fault.py": "import facility_app.sync\n"}),
    "a read calls a verb": Fault(
        "rooms inside a slice", {"modules/alpha/queries.py": "import facility_app.modules.alpha.service\n"}
    ),
    "a room nobody planned": Fault("rooms inside a slice", {"modules/alpha/stray.py": ""}),
    "Qt in the bundles": Fault(
        "Qt only in ui, slice ui, receiver ui and app's window", {"sync/fault.py": "import PySide6.QtCore\n"}
    ),
    "Qt reached through another room": Fault(
        "Qt only in ui, slice ui, receiver ui and app's window",
        {"sync/fault.py": "import facility_app.sync.fault_too\n", "sync/fault_too.py": "import PySide6\n"},
    ),
    "a driver in the bundles": Fault("no ring but db knows a driver", {"sync/fault.py": "import sqlcipher3\n"}),
    "the stock driver in a slice": Fault(
        "no ring but db knows a driver", {"modules/beta/queries.py": "import sqlite3\n"}
    ),
    "the kit opens the database": Fault(
        "screens never see the database", {"ui/fault.py": "import facility_app.db.base\n"}
    ),
    "a screen imports the records": Fault(
        "screens never see the database",
        {"modules/alpha/ui/fault.py": "import facility_app.modules.alpha.tables\n"},
    ),
    "a rule asks the keyring": Fault(
        "domain is pure; the print house has no database", {"modules/alpha/domain.py": "import keyring\n"}
    ),
    "the print house reads records": Fault(
        "domain is pure; the print house has no database", {"documents/fault.py": "import facility_app.db.base\n"}
    ),
    "a slice reads another's queries": Fault(
        "a slice meets another only at its api",
        {"modules/alpha/queries.py": "import facility_app.modules.beta.queries\n"},
    ),
    "a screen asks another slice's api": Fault(
        "a slice meets another only at its api",
        {"modules/alpha/ui/fault.py": "import facility_app.modules.beta.api\n"},
    ),
    "two slices ask each other": Fault(
        "no cycles between slices",
        {"modules/beta/queries.py": "import facility_app.modules.alpha.api\n", "modules/alpha/api.py": ""},
    ),
}


class Ready(GraphBuilder):
    """Hands the linter a graph that is there already: a house of a thousand files is read once for all faults."""

    def __init__(self, graph: grimp.ImportGraph) -> None:
        self._graph = graph

    @override
    def build(
        self,
        root_package_names: list[str],
        cache_dir: str | None,
        include_external_packages: bool = False,
        exclude_type_checking_imports: bool = False,
    ) -> grimp.ImportGraph:
        assert root_package_names == ["facility_app"]
        assert include_external_packages
        # A name that only the type checker reads ties two rooms together as well.
        assert not exclude_type_checking_imports
        return self._graph


@pytest.fixture(scope="module")
def house() -> grimp.ImportGraph:
    """Who imports whom in the program."""
    return grimp.build_graph("facility_app", include_external_packages=True, cache_dir=None)


@pytest.fixture
def linter() -> Iterator[None]:
    """The linter as its command line sets it up, and again when a test gave it a graph."""
    configure()
    yield
    configure()


def imports_of(source: str) -> list[str]:
    """What the one-line imports of an injected file name."""
    return [alias.name for node in ast.parse(source).body if isinstance(node, ast.Import) for alias in node.names]


def with_files(house: grimp.ImportGraph, files: dict[str, str]) -> grimp.ImportGraph:
    """A copy of the house as if the legal slices, and ``files`` over them, stood below the package."""
    graph = deepcopy(house)
    texts = {
        "facility_app." + name.removesuffix(".py").removesuffix("/__init__").replace("/", "."): text
        for name, text in {**LEGAL_SLICES, **files}.items()
    }
    assert graph.modules.isdisjoint(texts)
    for module in texts:
        graph.add_module(module)
    for module, text in texts.items():
        assert text.count("import ") == len(imports_of(text))
        for name in imports_of(text):
            outside = name.partition(".")[0]
            if outside != "facility_app" and outside not in graph.modules:
                graph.add_module(outside, is_squashed=True)
            imported = name if outside == "facility_app" else outside
            assert imported in graph.modules
            graph.add_import(importer=module, imported=imported, line_number=1, line_contents=f"import {name}")
    return graph


def verdicts(graph: grimp.ImportGraph, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Contract name → KEPT or BROKEN, as the linter itself says of a graph."""
    settings.configure(GRAPH_BUILDER=Ready(graph))
    kept = lint_imports(config_filename=str(CONFIGURATION), cache_dir=None)
    said = capsys.readouterr().out
    found = {match["name"]: match["verdict"] for match in VERDICT.finditer(said)}
    assert set(found) == set(CONTRACTS), said
    assert kept is ("BROKEN" not in found.values())
    return found


def test_every_contract_has_a_fault() -> None:
    assert {fault.contract for fault in FAULTS.values()} == set(CONTRACTS)


@pytest.mark.usefixtures("linter")
def test_legal_slices_keep_every_contract(house: grimp.ImportGraph, capsys: pytest.CaptureFixture[str]) -> None:
    assert set(verdicts(with_files(house, {}), capsys).values()) == {"KEPT"}


@pytest.mark.usefixtures("linter")
@pytest.mark.parametrize("name", FAULTS)
def test_fault_breaks_exactly_its_contract(
    name: str, house: grimp.ImportGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = FAULTS[name]
    found = verdicts(with_files(house, fault.files), capsys)
    assert [contract for contract, verdict in found.items() if verdict == "BROKEN"] == [fault.contract]


def test_a_fault_in_a_real_file_is_found_by_the_linter_as_it_is_called(tmp_path: Path) -> None:
    """From the file to the verdict, as ``lint-imports`` goes: here nothing is handed over in memory."""
    house = tmp_path / "facility_app"
    shutil.copytree(ROOT / "facility_app", house, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CONFIGURATION, tmp_path)
    fault = "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    import facility_app.db.base\n"
    (house / "ui" / "fault.py").write_text(fault, encoding="utf-8")
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    found = {match["name"]: match["verdict"] for match in VERDICT.finditer(done.stdout)}
    broken = [name for name, verdict in found.items() if verdict == "BROKEN"]
    assert (done.returncode, broken) == (1, ["screens never see the database"]), done.stdout + done.stderr
    assert "facility_app.ui.fault -> facility_app.db.base" in done.stdout
