"""The tree keeps the house's rules, and each rule finds what it forbids."""

import ast
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from facility_app.app.registry import MODULES
from facility_app.ui.shell.keys import KEYS
from installer.draw_house import draw, drawn_in
from tests.house_rules import RULES, is_vague_name, nodes

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = frozenset({"__pycache__", "build", "dist", "scratch"})
TEXT_SUFFIXES = frozenset(
    {"", ".c", ".csv", ".h", ".ini", ".json", ".mako", ".md", ".ps1", ".py", ".pyi", ".qss", ".sh", ".spec"}
    | {".svg", ".toml", ".ts", ".txt", ".yaml", ".yml"}
)

# For each rule: what breaks it, and the nearest thing that does not.
SAMPLES = {
    "one driver, imported in one place": (
        ["import sqlcipher3.dbapi2 as dbapi", "def f():\n    from sqlcipher3 import dbapi2"],
        ["import facility_app.db.driver"],
    ),
    "no second SQLite library": (
        ["import sqlite3", "from sqlite3 import dbapi2", "importlib.import_module('sqlite3')"],
        ["subprocess.run(['sqlite3', path])"],
    ),
    "no relative imports": (["from . import x", "from ..db import y"], ["from facility_app.db import y"]),
    "imports stand at the top": (
        ["def f():\n    import json", "class A:\n    def f(self):\n        from json import loads"],
        ["import json\n\ndef f(): ..."],
    ),
    "source text is NFC": ([unicodedata.normalize("NFD", "x = 'Nguyễn'")], ["x = 'Nguyễn'"]),
    "labels are literals": (
        [
            "label('errors', text)",
            "label(context, 'Sai')",
            "label('errors', f'{a}')",
            "label('errors', 'a' + b)",
            "label('errors', text='Sai')",
            "label('errors', 'e\\u0302')",
        ],
        [
            "label('errors', 'Sai' ' mật khẩu')",
            "label('errors', '{name}').format(name=name)",
            "key.label(f'_k{n}')",
        ],
    ),
    "words are translated before they are filled in": (
        ["self.tr(f'Còn {n} ngày')", "translate('x', 'Còn %d' % n)", "self.tr('Còn {}'.format(n))"],
        [
            "self.tr('Còn {n} ngày').format(n=n)",
            "translate(text.context, text)",
            "s.translate(str.maketrans(a, b))",
        ],
    ),
    "queries and verbs begin with require": (
        [
            "def list_users(uow):\n    return 1",
            "def f(uow):\n    '''Doc.'''\n    x = 1\n    require(uow, P)",
            "def f(uow):\n    require(other, P)",
            "def f(command, uow):\n    require(uow, P)",
            "def f(uow): ...",
            "def f(uow: UnitOfWork) -> int:\n    return 1",
            "def f(rows: list[Row], session: sa.orm.Session) -> int:\n    return 1",
            "def f(rows: list[Row], *, uow: UnitOfWork | None = None) -> int:\n    return 1",
            "def f(rows: list[Row], other):\n    return 1",
            "def f(uow: 'UnitOfWork') -> int:\n    return 1",
            "def f() -> int:\n    return 1",
        ],
        [
            "def f(uow):\n    '''Doc.'''\n    require(uow, P)\n    return 1",
            "def _f(x):\n    return x",
            "def f(rows: list[Row]) -> int: ...",
        ],
    ),
    "rights are lifted in one place": (
        ["with uow.following():\n    pass", "self._uow.following()", "replace(actor, is_following=True)"],
        ["actor.is_following", "following = preview_month(uow)"],
    ),
    "nobody pumps events": (["app.processEvents()", "QApplication.processEvents()"], ["app.exec()"]),
    "only the opener commits": (
        ["uow.commit()", "self._session.commit()"],
        ["uow.flush()", "commit = 1", "QGuiApplication.inputMethod().commit()"],
    ),
    "states change in services": (
        [
            "row.status = State.DONE",
            "row.status: State = x",
            "setattr(row, 'status', x)",
            "update(t).values(status=1)",
        ],
        ["status: Mapped[State]", "status = row.status", "row.status == State.DONE"],
    ),
    "the date stands before the time": (
        ['AT = label("x", "{time} ngày {day}")', 'f"{at:%H:%M %d/%m/%Y}"', 'f"{at:%H:%M} {at:%d/%m}"'],
        ['label("x", "{day} {time}")', 'f"{at:%d/%m %H:%M}"', 'label("x", "{time} {seen}")'],
    ),
    "dialect SQL lives in db": (
        [
            "q('PRAGMA user_version')",
            "q(f'SELECT 1 FROM {t} WHERE x MATCH ?')",
            "q('select strftime(1)')",
            "q('SELECT name FROM sqlite_master')",
            "q('INSERT OR IGNORE INTO t')",
        ],
        ["'''Sets every PRAGMA.'''", "q('SELECT 1')", "x = 1  # PRAGMA"],
    ),
    "time comes from the clock": (
        ["datetime.now(UTC)", "datetime.datetime.now()", "date.today()", "time.time()"],
        ["clock.now()", "time.monotonic()"],
    ),
    "a slice's __init__ is a docstring": (["'''Doc.'''\nimport x", "X = 1"], ["'''Doc.'''", ""]),
    "no test is skipped": (
        [
            "@pytest.mark.skip\ndef test_x(): ...",
            "@pytest.mark.skipif(a)\ndef test_x(): ...",
            "pytest.skip('x')",
            "@pytest.mark.xfail\ndef test_x(): ...",
            "x = pytest.importorskip('x')",
        ],
        ["@pytest.mark.parametrize('a', [1])\ndef test_x(a): ...", "rows.skip()"],
    ),
    "no test sleeps": (
        ["time.sleep(1)", "from time import sleep\nsleep(1)", "qtbot.wait(5)", "QTest.qWait(5)"],
        ["a.join()"],
    ),
    "every test asserts": (
        ["def test_x():\n    f()", "class TestX:\n    def test_x(self):\n        f()"],
        [
            "def test_x():\n    assert f()",
            "def test_x():\n    with pytest.raises(E):\n        f()",
            "def f(): ...",
        ],
    ),
    "no machine's path, no registry's host": (
        ["x = '/wor" + "k/main'", "see ../share" + "d/x.md", "https://pypi.or" + "g/simple", "C:\\User" + "s\\an"],
        ["a workplace", "shared words"],
    ),
}


def source_files() -> dict[str, Path]:
    """Every text file of the project by its path from the root; hidden folders but CI's are left out."""
    found = {}
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS and (name == ".ci" or name[0] != ".")]
        paths = (Path(folder, name) for name in names)
        found.update({path.relative_to(ROOT).as_posix(): path for path in paths if path.suffix in TEXT_SUFFIXES})
    return found


FILES = source_files()


def in_fresh_interpreter(program: str) -> str:
    """What a new interpreter prints; its errors fail the test."""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_tree_keeps_every_rule_and_the_picture_of_the_house_is_up_to_date() -> None:
    # File by file, all rules and the picture: each file is read once, and no tree outlives its file.
    broken: list[tuple[str, str, list[int]]] = []
    imports: dict[Path, list[ast.AST]] = {}
    for path, file in FILES.items():
        source = file.read_text(encoding="utf-8")
        ruled = (name for name, rule in RULES.items() if rule.rules(path))
        broken += [(name, path, lines) for name in ruled if (lines := RULES[name].broken_by(source))]
        if path.startswith("facility_app/") and file.suffix == ".py":
            imports[file] = [*nodes(source, ast.Import), *nodes(source, ast.ImportFrom)]
    assert not broken
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert drawn_in(page) == draw(ROOT, imports.__getitem__), "draw it again: python3 installer/draw_house.py"


@pytest.mark.parametrize("name", RULES)
def test_rule_finds_what_it_forbids_and_nothing_else(name: str) -> None:
    broken, kept = SAMPLES[name]
    assert [text for text in broken if not RULES[name].broken_by(text)] == []
    assert [text for text in kept if RULES[name].broken_by(text)] == []


@pytest.mark.parametrize(
    ("path", "name", "ruled"),
    [
        ("facility_app/modules/access/service.py", "queries and verbs begin with require", True),
        ("facility_app/modules/access/service_users.py", "queries and verbs begin with require", True),
        ("facility_app/modules/access/queries/users.py", "queries and verbs begin with require", True),
        ("facility_app/modules/access/tables.py", "queries and verbs begin with require", False),
        ("facility_app/db/uow.py", "only the opener commits", False),
        ("facility_app/modules/access/service/accounts.py", "only the opener commits", True),
        ("facility_app/db/driver.py", "one driver, imported in one place", False),
        ("facility_app/db/uow.py", "one driver, imported in one place", True),
    ],
)
def test_rule_rules_the_files_it_is_for(path: str, name: str, ruled: bool) -> None:
    assert RULES[name].rules(path) is ruled


def test_project_holds_the_files_the_rules_are_about() -> None:
    assert {"main.py", ".ci/run", "pyproject.toml", "facility_app/db/driver.py", "tests/test_house.py"} <= set(
        FILES
    )
    ruled = {name: [path for path in FILES if rule.rules(path)] for name, rule in RULES.items()}
    assert [name for name, paths in ruled.items() if not paths] == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [path for path in FILES if is_vague_name(path)] == []


def test_vague_names_are_found() -> None:
    names = ["facility_app/utils.py", "facility_app/ui/date_utils.py", "tests/common.py", "installer/manager.py"]
    assert all(map(is_vague_name, names))
    assert not any(map(is_vague_name, ["tests/helpers/fakes.py", "facility_app/db/commons.py"]))


def test_slices_in_the_registry_are_the_folders() -> None:
    folders = {path.parent.name for path in (ROOT / "facility_app" / "modules").glob("*/__init__.py")}
    assert {spec.id for spec in MODULES} == folders
    assert len(MODULES) == len(folders)


def test_key_slots_load_without_sqlalchemy_and_the_registry_without_qt_or_working_out_the_records() -> None:
    # A third of a second, at the start of every program: an alias made while a module loads asks for it.
    program = (
        "import sys, facility_app.db.keyslots; print('sqlalchemy' in sys.modules, 'alembic' in sys.modules); "
        "sys.modules['PySide6'] = None; import facility_app.app.registry as r; "
        "from facility_app.db.base import Base; "
        "print(len(r.MODULES), any(one.configured for one in Base.registry.mappers))"
    )
    assert in_fresh_interpreter(program).splitlines() == ["False False", f"{len(MODULES)} False"]


def test_no_slice_takes_a_key_the_window_keeps_for_itself() -> None:
    # Two that want the same key get none of it: the key does nothing, and nobody is told.
    kept = frozenset(KEYS.values())
    taken = [
        f"{path}:{one.lineno}: {one.value}"
        for path, file in FILES.items()
        if path.startswith("facility_app/modules/") and path.endswith(".py")
        for one in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(one, ast.Constant) and one.value in kept
    ]
    assert taken == []
