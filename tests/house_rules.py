"""The house's rules that no linter knows, as functions on source text: each answers the lines that break it."""

import ast
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar, cast

Lines: TypeAlias = list[int]
Node = TypeVar("Node", bound=ast.AST)

DIALECT = re.compile(
    r"\bPRAGMA\b|\bsqlite_(?:master|schema)\b|\bMATCH\b|\bGLOB\b|\bINSERT OR\b|\bAUTOINCREMENT\b"
    r"|\b(?:strftime|julianday|json_extract)\(|\browid\b"
)
# Written in pieces, so that this file does not find itself.
FOREIGN = re.compile(
    "|".join(
        (
            r"/wor[k]/",
            r"/roo[t]/",
            r"/hom[e]/[a-z]",
            r"[A-Z]:\\User[s]\\",
            r"pypi\.or[g]",
            r"pythonhoste[d]",
            r"deb\.debian\.or[g]",
            r"registry\.npmj[s]",
            r"\.\./share[d]",
        )
    )
)
TIME_FIRST = re.compile(r"\{time\}[^{}\"]{0,8}\{(?:day|date|on)\}|%H:%M[^%T]{0,6}%d")
VAGUE_NAMES = frozenset({"utils", "helpers", "common", "manager"})
DRIVERS = frozenset({"sqlcipher3", "psycopg", "pysqlcipher3", "apsw"})
CLOCK_READS = frozenset(
    {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}
)


@lru_cache(maxsize=2)
def parse(source: str) -> ast.Module:
    """The tree of a source text, read once for all rules that are asked about it in a row."""
    return ast.parse(source)


# Fields that hold names, marks and numbers: half of all nodes are the contexts and operators in them.
NO_RULE_READS = frozenset(
    {"arg", "asname", "attr", "conversion", "ctx", "id", "is_async", "kind", "level", "module", "name", "op"}
    | {"ops", "rest", "simple", "tag", "type_comment"}
)
KINDS = (kind for kind in vars(ast).values() if isinstance(kind, type) and issubclass(kind, ast.AST))
FIELDS = {
    kind: tuple(name for name in kind._fields if name not in NO_RULE_READS and kind is not ast.Constant)
    for kind in KINDS
}


@lru_cache(maxsize=2)
def nodes_by_kind(source: str) -> dict[type[ast.AST], list[ast.AST]]:
    """The nodes of a source text by their kind, walked once for all rules that are asked about it in a row."""
    found: dict[type[ast.AST], list[ast.AST]] = {}
    waiting: list[Any] = [parse(source)]
    for node in waiting:
        if not isinstance(node, ast.AST):
            continue  # a name in a list of names
        found.setdefault(node.__class__, []).append(node)
        for name in FIELDS[node.__class__]:
            inner = getattr(node, name, None)
            if inner.__class__ is list:
                waiting += inner
            elif inner is not None:
                waiting.append(inner)
    return found


def nodes(source: str, kind: type[Node]) -> list[Node]:
    """Every node of a kind in a source text."""
    return cast("list[Node]", nodes_by_kind(source).get(kind, []))


@lru_cache(maxsize=2)
def calls_by_name(source: str) -> dict[str, list[ast.Call]]:
    """The calls of a source text by the last name of what is called."""
    found: dict[str, list[ast.Call]] = {}
    for call in nodes(source, ast.Call):
        found.setdefault(called(call), []).append(call)
    return found


def imports(source: str) -> Iterator[tuple[int, str]]:
    """Line and module of every import, also those made by a call with a literal name."""
    for plain in nodes(source, ast.Import):
        yield from ((plain.lineno, alias.name) for alias in plain.names)
    yield from ((node.lineno, node.module or "") for node in nodes(source, ast.ImportFrom))
    for call in calls(source, "import_module", "__import__"):
        yield from ((call.lineno, text) for text in literals(call.args[:1]))


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else "?"


def dotted(node: ast.expr) -> str:
    """``a.b.c`` as text; what is not a name stands as ``?``."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def literals(nodes: list[ast.expr]) -> list[str]:
    """The string literals among ``nodes``."""
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def calls(source: str, *names: str) -> Iterator[ast.Call]:
    """Every call whose last name is one of ``names``."""
    found = calls_by_name(source)
    return (call for name in names for call in found.get(name, ()))


def functions(source: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function, at any depth."""
    yield from nodes(source, ast.FunctionDef)
    yield from nodes(source, ast.AsyncFunctionDef)


def without_docstring(body: list[ast.stmt]) -> list[ast.stmt]:
    """A body without its docstring."""
    first = body[0] if body else None
    has_docstring = isinstance(first, ast.Expr) and bool(literals([first.value]))
    return body[1:] if has_docstring else body


def imports_driver(source: str) -> Lines:
    """A database driver is imported."""
    return [line for line, module in imports(source) if module.split(".")[0] in DRIVERS]


def imports_stock_sqlite(source: str) -> Lines:
    """The interpreter's own SQLite, a second library on the file."""
    return [line for line, module in imports(source) if module.split(".")[0] in {"sqlite3", "_sqlite3"}]


def imports_relatively(source: str) -> Lines:
    """A relative import."""
    return [node.lineno for node in nodes(source, ast.ImportFrom) if node.level]


def imports_inside_function(source: str) -> Lines:
    """An import inside a function hides who depends on whom."""
    indented = (node.col_offset for node in [*nodes(source, ast.Import), *nodes(source, ast.ImportFrom)])
    if not any(indented):
        return []
    inner = (node for function in functions(source) for node in ast.walk(function))
    return sorted({node.lineno for node in inner if isinstance(node, ast.Import | ast.ImportFrom)})


def is_not_nfc(source: str) -> Lines:
    """Look-ups of words are byte-exact: text not in NFC is never found."""
    if unicodedata.is_normalized("NFC", source):
        return []
    rows = enumerate(source.splitlines(), 1)
    return [number for number, line in rows if not unicodedata.is_normalized("NFC", line)]


def label_is_not_literal(source: str) -> Lines:
    """The extractor reads ``label("context", "text")`` from the source; it runs nothing."""
    found = []
    for call in calls(source, "label"):
        if isinstance(call.func, ast.Attribute):
            continue  # SQLAlchemy's column.label(…)
        texts = literals(call.args)
        well_formed = len(call.args) == len(texts) == 2 and not call.keywords
        if not well_formed or not all(unicodedata.is_normalized("NFC", text) for text in texts):
            found.append(call.lineno)
    return found


def translates_formatted_text(source: str) -> Lines:
    """An f-string (or ``%``, ``+``, ``format``) inside ``tr`` is extracted as written and never matches."""
    made = (ast.JoinedStr, ast.BinOp, ast.Call)
    # One argument only: str.translate(table), or SQLAlchemy's column.label(name).
    both = (call for call in calls(source, "label", "translate") if len(call.args) > 1 and literals(call.args[:1]))
    found = [*both, *calls(source, "tr")]
    return [
        call.lineno
        for call in found
        if any(isinstance(argument, made) and not is_label(argument) for argument in call.args)
    ]


def is_label(node: ast.expr) -> bool:
    """``label(…)`` written where it is shown; that its texts are literals is a rule of its own."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "label"


def forgets_require(source: str) -> Lines:
    """A public query or verb that does not begin with ``require(uow, …)``.

    A function whose every parameter is typed and none of a type that reads the file, works on what others read.
    """
    return [
        node.lineno
        for node in parse(source).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not begins_with_require(node)
        and can_read(node)
    ]


READERS = frozenset({"UnitOfWork", "Session", "Connection", "Engine", "Any", "object"})


def can_read(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a parameter may be something that reads the file: of such a type, or of none that is said."""
    arguments = function.args
    given = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    stars = [one for one in (arguments.vararg, arguments.kwarg) if one is not None]
    typed = [one.annotation for one in (*given, *stars)]
    if not typed or None in typed:
        return True
    named = {
        node.id if isinstance(node, ast.Name) else node.attr
        for annotation in typed
        if annotation is not None
        for node in ast.walk(annotation)
        if isinstance(node, ast.Name | ast.Attribute)
    }
    quoted = any(
        isinstance(node, ast.Constant) and isinstance(node.value, str)
        for annotation in typed
        if annotation is not None
        for node in ast.walk(annotation)
    )
    return quoted or bool(named & READERS)


def begins_with_require(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether the first statement after the docstring asks for a permission of the caller's unit of work."""
    body = without_docstring(function.body)
    call = body[0].value if body and isinstance(body[0], ast.Expr) else None
    if not isinstance(call, ast.Call) or called(call) != "require" or not call.args:
        return False
    first_parameter = (*function.args.posonlyargs, *function.args.args)[:1]
    return dotted(call.args[0]) == "uow" and [argument.arg for argument in first_parameter] == ["uow"]


def follows(source: str) -> Lines:
    """``uow.following()`` lifts every right while it lasts: one place needs it, and none may come to use it."""
    lifted = (word.lineno for word in nodes(source, ast.keyword) if word.arg == "is_following")
    return [*(call.lineno for call in calls(source, "following")), *lifted]


def pumps_events(source: str) -> Lines:
    """Long work goes through the Runner, also when the application hides behind a variable."""
    return [node.lineno for node in nodes(source, ast.Attribute) if node.attr == "processEvents"]


def commits(source: str) -> Lines:
    """Only whoever opened the unit of work commits it; what an input method composes is another thing."""
    made = (call.func for call in calls(source, "commit") if isinstance(call.func, ast.Attribute))
    return [func.lineno for func in made if not is_input_method(func.value)]


def is_input_method(node: ast.expr) -> bool:
    """``….inputMethod()``: its ``commit`` puts a composed word into its field."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "inputMethod"


def assigns_status(source: str) -> Lines:
    """A state changes through the service's state machine only."""
    assigned = [(node.lineno, node.targets) for node in nodes(source, ast.Assign)]
    assigned += [(node.lineno, [node.target]) for node in nodes(source, ast.AugAssign)]
    assigned += [(node.lineno, [node.target]) for node in nodes(source, ast.AnnAssign)]
    found = [
        line
        for line, targets in assigned
        if any(isinstance(target, ast.Attribute) and target.attr == "status" for target in targets)
    ]
    by_call = [call.lineno for call in calls(source, "setattr") if "status" in literals(call.args[1:2])]
    in_bulk = [
        call.lineno for call in calls(source, "values") if any(key.arg == "status" for key in call.keywords)
    ]
    return [*found, *by_call, *in_bulk]


def speaks_dialect(source: str) -> Lines:
    """SQL that one engine alone understands, in a string that is no docstring."""
    texts = [node for node in nodes(source, ast.Constant) if isinstance(node.value, str)]
    found = [node for node in texts if DIALECT.search(str(node.value))]
    return [node.lineno for node in found if node not in docstrings(source)] if found else []


def docstrings(source: str) -> list[ast.expr]:
    """Every docstring, and every other string that stands alone."""
    holders = [parse(source), *nodes(source, ast.ClassDef), *functions(source)]
    return [statement.value for one in holders for statement in one.body if isinstance(statement, ast.Expr)]


def reads_clock(source: str) -> Lines:
    """The time comes from the Clock port."""
    found = calls(source, *{name.partition(".")[2] for name in CLOCK_READS})
    return [call.lineno for call in found if ".".join(dotted(call.func).split(".")[-2:]) in CLOCK_READS]


def says_more_than_docstring(source: str) -> Lines:
    """A slice's ``__init__`` tells what the noun is and does nothing."""
    return [node.lineno for node in without_docstring(parse(source).body)]


def skips_a_test(source: str) -> Lines:
    """A test that may not run proves nothing."""
    names = {"skip", "skipif", "skipUnless", "skipIf", "xfail", "importorskip", "SkipTest"}
    return [
        node.lineno
        for node in nodes(source, ast.Attribute)
        if node.attr in names and dotted(node).split(".")[0] in {"pytest", "unittest"}
    ]


def sleeps(source: str) -> Lines:
    """A test that waits for time instead of for what it wants to see."""
    by_name = [call.lineno for call in calls(source, "sleep", "qWait", "qSleep")]
    return by_name + [call.lineno for call in calls(source, "wait") if dotted(call.func) == "qtbot.wait"]


def asserts_nothing(source: str) -> Lines:
    """A test without an assertion."""
    return [
        function.lineno
        for function in functions(source)
        if function.name.startswith("test_") and not any(map(is_assertion, ast.walk(function)))
    ]


def is_assertion(node: ast.AST) -> bool:
    """Whether the node can fail a test by itself."""
    if isinstance(node, ast.Call):
        name = called(node)
        return name in {"raises", "warns", "waitUntil", "waitSignal"} or name.startswith(("assert_", "check_"))
    return isinstance(node, ast.Assert)


def says_time_before_date(source: str) -> Lines:
    """A moment whose time stands before its date: everywhere else the date comes first."""
    return [number for number, line in enumerate(source.splitlines(), 1) if TIME_FIRST.search(line)]


def names_a_foreign_place(source: str) -> Lines:
    """A path of one machine or the host of a package registry."""
    if not FOREIGN.search(source):
        return []
    return [number for number, line in enumerate(source.splitlines(), 1) if FOREIGN.search(line)]


def is_vague_name(path: str) -> bool:
    """A file whose name says nothing about what lives in it."""
    stem, _, suffix = path.rpartition("/")[2].partition(".")
    return suffix == "py" and not VAGUE_NAMES.isdisjoint(stem.split("_"))


@dataclass(frozen=True, slots=True)
class Rule:
    """A checker and the files it rules.

    Attributes:
        broken_by: lines of a source text that break the rule.
        under: path patterns it rules (regular expressions, from the project's root).
        but_not: path patterns it leaves out, because they are the rule's own place.
    """

    broken_by: Callable[[str], Lines]
    under: str
    but_not: str = "(?!)"

    def rules(self, path: str) -> bool:
        """Whether the file at ``path`` must keep the rule."""
        return re.match(self.under, path) is not None and re.match(self.but_not, path) is None


PROGRAM = r"facility_app/.*\.py$"
PYTHON = r".*\.py$"
TESTS = r"tests/.*\.py$"
RULES = {
    "one driver, imported in one place": Rule(imports_driver, PYTHON, r"facility_app/db/driver\.py$"),
    "no second SQLite library": Rule(imports_stock_sqlite, PYTHON),
    "no relative imports": Rule(imports_relatively, PYTHON),
    "imports stand at the top": Rule(imports_inside_function, PROGRAM, r"facility_app/app/(cli/|start\.py)"),
    "source text is NFC": Rule(is_not_nfc, ".*"),
    "the date stands before the time": Rule(says_time_before_date, PROGRAM),
    "labels are literals": Rule(label_is_not_literal, PROGRAM),
    "words are translated before they are filled in": Rule(translates_formatted_text, PROGRAM),
    "queries and verbs begin with require": Rule(
        forgets_require, r"facility_app/modules/\w+/(service|queries)(\w*\.py|/.*\.py)$"
    ),
    "rights are lifted in one place": Rule(
        follows, PROGRAM, r"facility_app/(kernel/actor|db/uow|modules/catalogues/service/parameters)\.py$"
    ),
    "nobody pumps events": Rule(pumps_events, PYTHON),
    "only the opener commits": Rule(commits, PROGRAM, r"facility_app/(app|db|ui/tasks)/"),
    "states change in services": Rule(assigns_status, PROGRAM, r"facility_app/modules/\w+/service"),
    "dialect SQL lives in db": Rule(speaks_dialect, PROGRAM, r"facility_app/db/"),
    "time comes from the clock": Rule(reads_clock, PROGRAM, r"facility_app/app/"),
    "a slice's __init__ is a docstring": Rule(says_more_than_docstring, r"facility_app/modules/\w+/__init__\.py$"),
    "no test is skipped": Rule(skips_a_test, TESTS),
    "no test sleeps": Rule(sleeps, TESTS),
    "every test asserts": Rule(asserts_nothing, TESTS),
    "no machine's path, no registry's host": Rule(names_a_foreign_place, ".*", r"tests/house_rules\.py$"),
}
