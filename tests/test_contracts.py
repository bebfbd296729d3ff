"""Every import contract is alive: one injected fault, in a copy of the tree, breaks exactly that contract."""

import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = tuple(
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
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
    """Lines written into a copy of the tree, and the one contract they must break."""

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


def copy_with(target: Path, files: dict[str, str]) -> Path:
    """Copy the program and its contracts to ``target``, then write ``files`` below the package."""
    package = target / "facility_app"
    shutil.copytree(ROOT / "facility_app", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(ROOT / "pyproject.toml", target)
    for name, text in {**LEGAL_SLICES, **files}.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return target


def verdicts(tree: Path) -> dict[str, str]:
    """Contract name → KEPT or BROKEN, by the linter itself in a process of its own."""
    command = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", command],
        cwd=tree,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found = {match["name"]: match["verdict"] for match in VERDICT.finditer(done.stdout)}
    assert set(found) == set(CONTRACTS), done.stdout + done.stderr
    return found


def test_every_contract_has_a_fault() -> None:
    assert {fault.contract for fault in FAULTS.values()} == set(CONTRACTS)


def test_legal_slices_keep_every_contract(tmp_path: Path) -> None:
    assert set(verdicts(copy_with(tmp_path, {})).values()) == {"KEPT"}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_breaks_exactly_its_contract(name: str, tmp_path: Path) -> None:
    fault = FAULTS[name]
    found = verdicts(copy_with(tmp_path, fault.files))
    assert [contract for contract, verdict in found.items() if verdict == "BROKEN"] == [fault.contract]
