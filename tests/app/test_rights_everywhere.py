"""Verb × role over every public verb and query of every slice: nobody has to remember to test a right.

A function counts when it is public in ``service``, ``queries`` or ``api`` and takes a unit of work first. Its
first statement must ask for a permission; whoever does not hold it is refused before anything is touched.
"""

import ast
import importlib
import importlib.util
import inspect
import pkgutil
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any
from unittest.mock import patch

import pytest
from typing_extensions import override

from facility_app.app.registry import MODULES
from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.actor import SYSTEM_USER, Actor, Permission, Role
from facility_app.kernel.errors import PermissionDenied
from facility_app.kernel.labels import label
from facility_app.kernel.spec import ModuleSpec

ROOMS = ("service", "queries", "api")
EXCEPTIONS: dict[str, str] = {}
"""``slice.module.function`` → why it need not ask. There is none; a new one needs a reason that stands review."""
NOBODY = frozenset[Role]()


class TouchedError(Exception):
    """The function went on to the file: it was let through."""


class Untouched:
    """A unit of work that has an actor and nothing else; whatever is asked of it says that it was reached."""

    def __init__(self, actor: Actor) -> None:
        """Act as ``actor``."""
        self.actor = actor

    def __getattr__(self, name: str) -> object:
        """Everything beyond the actor is the file."""
        raise TouchedError(name)


class Anything:
    """An argument of which anything may be asked."""

    def __getattr__(self, name: str) -> "Anything":
        """Itself, however deep one asks."""
        return self

    def __call__(self, *_arguments: object) -> "Anything":
        """Itself, whatever is computed."""
        return self


class Always(dict[object, Permission]):
    """A table of rights that answers one right, whatever is looked up."""

    def __init__(self, right: Permission) -> None:
        """Answer ``right``."""
        super().__init__()
        self._right = right

    @override
    def __getitem__(self, _key: object) -> Permission:
        return self._right


@dataclass(frozen=True)
class Demand:
    """What the first statement asks for.

    Attributes:
        permission: the right.
        standing_in: what stands for names of the function's module while it is tried: a table of rights answers
            this right, and what computes its key answers anything.
        asked: parameters the key is computed from.
    """

    permission: Permission
    standing_in: Mapping[str, object] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Public:
    """A public function of a slice.

    Attributes:
        name: ``slice.module.function``.
        function: itself.
        demands: what its first statement asks for; none when it does not begin with ``require(uow, …)``.
    """

    name: str
    function: Callable[..., Any]
    demands: tuple[Demand, ...]


def rooms_of(spec: ModuleSpec) -> Iterator[ModuleType]:
    """The modules of the slice that verbs and queries are offered by, those inside a package too."""
    for room in ROOMS:
        name = f"facility_app.modules.{spec.id}.{room}"
        if importlib.util.find_spec(name) is None:
            continue
        module = importlib.import_module(name)
        yield module
        for inner in pkgutil.walk_packages(getattr(module, "__path__", []), f"{name}."):
            yield importlib.import_module(inner.name)


def takes_a_unit_of_work(function: Callable[..., Any]) -> bool:
    """Whether the first parameter is called ``uow`` or is one."""
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and (first.name == "uow" or first.annotation is UnitOfWork)


def public_of(spec: ModuleSpec) -> dict[str, Public]:
    """Every public function of the slice that takes a unit of work, by name; each once, where it was written."""
    found = {}
    home = f"facility_app.modules.{spec.id}."
    for module in rooms_of(spec):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            written_here = function.__module__.startswith(home)
            if not name.startswith("_") and written_here and takes_a_unit_of_work(function):
                full = f"{function.__module__.removeprefix('facility_app.modules.')}.{function.__name__}"
                found[full] = Public(full, function, demanded(function))
    return found


def demanded(function: Callable[..., Any]) -> tuple[Demand, ...]:
    """What the first statement asks for: ``require(uow, RIGHT)``, or ``require(uow, RIGHTS[…])``."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function))))
    (written,) = tree.body
    assert isinstance(written, ast.FunctionDef | ast.AsyncFunctionDef)
    known = inspect.unwrap(function).__globals__
    body = written.body[1:] if ast.get_docstring(written) is not None else written.body
    match body[:1]:
        case [
            ast.Expr(value=ast.Call(func=ast.Name(id="require"), args=[ast.Name(id="uow"), wanted], keywords=[]))
        ]:
            if known.get("require") is require and written.args.args[0].arg == "uow":
                return tuple(of_argument(wanted, known))
    return ()


def of_argument(wanted: ast.expr, known: Mapping[str, object]) -> Iterator[Demand]:
    """The right written there, or every right of the table it is looked up in."""
    match wanted:
        case ast.Name(id=name):
            right = known.get(name)
            if isinstance(right, Permission):
                yield Demand(right)
        case ast.Subscript(value=ast.Name(id=name), slice=key):
            table = known.get(name)
            assert isinstance(table, Mapping)
            names = frozenset(node.id for node in ast.walk(key) if isinstance(node, ast.Name))
            stand_ins: dict[str, object] = {one: Anything() for one in names if one in known}
            for right in {right.id: right for right in table.values()}.values():
                assert isinstance(right, Permission)
                yield Demand(right, stand_ins | {name: Always(right)}, names - known.keys())


def is_refused(function: Callable[..., Any], actor: Actor, demand: Demand) -> bool:
    """Call it with arguments that mean nothing; whether the right was refused."""
    arguments: list[object] = []
    named: dict[str, object] = {}
    for name, one in list(inspect.signature(function).parameters.items())[1:]:
        value = Anything() if name in demand.asked else object()
        if one.kind is one.KEYWORD_ONLY:
            named[name] = value
        elif one.kind not in {one.VAR_POSITIONAL, one.VAR_KEYWORD}:
            arguments.append(value)
    with patch.dict(inspect.unwrap(function).__globals__, demand.standing_in):
        try:
            function(Untouched(actor), *arguments, **named)
        except PermissionDenied as refusal:
            return refusal.code == "permission_denied"
        except Exception:  # noqa: BLE001 - whatever else it stumbles over, it was let through
            return False
    return False


def faults(one: Public) -> list[str]:
    """Who is treated otherwise than the permission says; empty when nobody is."""
    if not one.demands:
        return ["begins without require(uow, …)"]
    return [f"{demand.permission.id} {fault}" for demand in one.demands for fault in faults_of(one, demand)]


def faults_of(one: Public, demand: Demand) -> Iterator[str]:
    """The same for one demand."""
    allowed = demand.permission.roles
    for role in Role:
        if is_refused(one.function, Actor("u", frozenset({role}), "d"), demand) is (role in allowed):
            yield f"{role}: {'refused' if role in allowed else 'let through'}"
    if not is_refused(one.function, Actor("u", NOBODY, "d"), demand):
        yield "nobody: let through"
    if is_refused(one.function, Actor(SYSTEM_USER, NOBODY, "d"), demand):
        yield "the program itself: refused"


FUNCTIONS = {name: one for spec in MODULES for name, one in public_of(spec).items()}


def test_every_slice_offers_something_and_it_is_found() -> None:
    slices = {name.partition(".")[0] for name in FUNCTIONS}
    # A slice may stand on its rules alone, before it has a table.
    assert slices == {spec.id for spec in MODULES if spec.tables or spec.verbs}
    assert {"access.service.accounts.add_user", "access.queries.audit.list_audit"} <= FUNCTIONS.keys()
    assert set(EXCEPTIONS) <= FUNCTIONS.keys()


@pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() - EXCEPTIONS.keys()))
def test_a_function_refuses_every_role_but_those_of_the_permission_it_asks_for_first(name: str) -> None:
    assert faults(FUNCTIONS[name]) == []


@pytest.mark.parametrize("name", sorted(FUNCTIONS.keys() - EXCEPTIONS.keys()))
def test_the_permission_asked_for_is_one_the_slice_declares(name: str) -> None:
    spec = next(spec for spec in MODULES if spec.id == name.partition(".")[0])
    assert [one.permission.id for one in FUNCTIONS[name].demands if one.permission not in spec.permissions] == []


# The checks above are worth something: each way to break a right is seen.

GUARDS_ONLY = Permission("probe.guard", label("permissions", "Thử"), frozenset({Role.GUARD}))
ADMINS_ONLY = Permission("probe.admin", label("permissions", "Thử khác"), frozenset({Role.ADMIN}))


def keeps_the_rule(uow: UnitOfWork, command: object, *, flag: bool) -> object:
    """Ask first."""
    require(uow, GUARDS_ONLY)
    return uow.session


def forgets(uow: UnitOfWork, command: object) -> object:
    """Ask nobody."""
    return uow.session


def asks_too_late(uow: UnitOfWork, command: object) -> object:
    """Look first."""
    found = uow.session
    require(uow, GUARDS_ONLY)
    return found


def asks_for_another(uow: UnitOfWork, command: object) -> object:
    """Say one thing, demand another."""
    require(uow, GUARDS_ONLY)
    require(uow, ADMINS_ONLY)
    return uow.session


def yields_first(uow: UnitOfWork) -> Iterator[object]:
    """Ask only once somebody iterates."""
    require(uow, GUARDS_ONLY)
    yield uow.session


def asks_of_a_role(uow: UnitOfWork) -> object:
    """Demand what is no permission."""
    require(uow, Role.GUARD)  # type: ignore[arg-type]
    return uow.session


RIGHTS = {"probe.guard": GUARDS_ONLY, "probe.admin": ADMINS_ONLY}


def asks_by_verb(uow: UnitOfWork, verb: str, reason: str | None = None) -> object:
    """Ask for the right of the verb given."""
    require(uow, RIGHTS[verb])
    return uow.session


def key_of(kind: object) -> str:
    """Find the key of a table."""
    return {"a": "probe.guard"}[str(kind)]


def asks_by_kind(uow: UnitOfWork, command: Any) -> object:
    """Ask for the right of what the command is about."""
    require(uow, RIGHTS[key_of(command.facts.kind)])
    return uow.session


def asks_no_table(uow: UnitOfWork, command: Any) -> object:
    """Ask for a right that the caller brings along."""
    require(uow, command.right)
    return uow.session


@pytest.mark.parametrize(
    ("function", "is_kept"),
    [
        (keeps_the_rule, True),
        (asks_by_verb, True),
        (asks_by_kind, True),
        (asks_no_table, False),
        (forgets, False),
        (asks_too_late, False),
        (asks_for_another, False),
        (yields_first, False),
        (asks_of_a_role, False),
    ],
)
def test_a_broken_right_would_be_found(function: Callable[..., Any], is_kept: bool) -> None:
    one = Public(function.__name__, function, demanded(function))
    assert (faults(one) == []) is is_kept
