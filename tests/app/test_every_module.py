"""What every slice owes the house; a new slice is tested by being in the registry."""

import ast
import importlib
import importlib.util
import inspect
import pkgutil
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import facility_app
from facility_app.app.registry import MODULES, table_specs
from facility_app.db.base import Base
from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import Label
from facility_app.kernel.spec import ModuleSpec

ROOT = Path(facility_app.__file__).parent
ROOMS = ("service", "queries", "papers", "api")
ID = re.compile(r"[a-z]+(\.[a-z][a-z_]*)+")
ANOTHERS_NAME = {"audit.erase_value"}
"""Verbs the trail itself knows by name, so they cannot carry their slice's."""


def each(specs: tuple[ModuleSpec, ...] = MODULES) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("spec", specs, ids=lambda spec: spec.id)


def twice(names: list[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def rooms(spec: ModuleSpec) -> list[Path]:
    """Files of the slice that act or read, packages of a room included."""
    folder = ROOT / "modules" / spec.id
    return [
        path for path in folder.rglob("*.py") if any(path.stem == room or room in path.parts for room in ROOMS)
    ]


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Calls and names of a file, read once for all rules."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return tuple(node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.Name))


def names_used(spec: ModuleSpec) -> set[str]:
    """Names of permissions that services and queries of the slice speak of."""
    return {node.id for path in rooms(spec) for node in nodes(path) if isinstance(node, ast.Name)}


def rights_of(spec: ModuleSpec) -> list[Permission]:
    """Permissions a service asks for by the verb's name."""
    name = f"facility_app.modules.{spec.id}.service"
    if importlib.util.find_spec(name) is None:
        return []
    service = importlib.import_module(name)
    return list(getattr(service, "RIGHTS", {}).values())


def rights_in_tables(spec: ModuleSpec, used: set[str]) -> list[Permission]:
    """Permissions in the tables of the domain that services and queries of the slice look rights up in."""
    domain = importlib.import_module(f"facility_app.modules.{spec.id}.domain")
    tables = [table for name, table in vars(domain).items() if name in used and isinstance(table, dict)]
    return [right for table in tables for right in table.values() if isinstance(right, Permission)]


def permissions_of(spec: ModuleSpec) -> dict[str, Permission]:
    domain = importlib.import_module(f"facility_app.modules.{spec.id}.domain")
    return {name: value for name, value in vars(domain).items() if isinstance(value, Permission)}


def verbs_written(spec: ModuleSpec) -> set[str]:
    """Literal verbs of ``uow.act`` and keys of ``RIGHTS`` in the slice."""
    found = set()
    for path in rooms(spec):
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "act":
                found |= {verb.value for verb in node.args[:1] if isinstance(verb, ast.Constant)}
    return {str(verb) for verb in found}


def test_nothing_is_named_twice_in_the_whole_program() -> None:
    assert twice([spec.id for spec in MODULES]) == []
    assert twice([verb.id for spec in MODULES for verb in spec.verbs]) == []
    assert twice([permission.id for spec in MODULES for permission in spec.permissions]) == []
    assert twice([setting.key for spec in MODULES for setting in spec.settings]) == []
    assert twice([spec.name for spec in table_specs()]) == []


@each()
def test_names_begin_with_the_slice(spec: ModuleSpec) -> None:
    named = [verb.id for verb in spec.verbs if verb.id not in ANOTHERS_NAME]
    named += [permission.id for permission in spec.permissions]
    named += [setting.key for setting in spec.settings]
    assert [name for name in named if not ID.fullmatch(name) or name.split(".")[0] != spec.id] == []


@each()
def test_whatever_a_person_reads_is_a_label(spec: ModuleSpec) -> None:
    texts = [verb.text for verb in spec.verbs]
    texts += [permission.text for permission in spec.permissions]
    texts += [setting.text for setting in spec.settings]
    assert [text for text in texts if type(text) is not Label or not text.strip()] == []
    assert {verb.text.context for verb in spec.verbs} <= {"verbs"}
    assert {permission.text.context for permission in spec.permissions} <= {"permissions"}


@each()
def test_the_spec_names_every_permission_of_its_domain(spec: ModuleSpec) -> None:
    assert sorted(one.id for one in spec.permissions) == sorted(one.id for one in permissions_of(spec).values())


@each()
def test_every_verb_needs_a_permission_of_its_own_slice(spec: ModuleSpec) -> None:
    assert [verb.id for verb in spec.verbs if verb.permission not in spec.permissions] == []


@each()
def test_every_permission_is_asked_for(spec: ModuleSpec) -> None:
    used = names_used(spec)
    looked_up = [*rights_of(spec), *rights_in_tables(spec, used)]
    assert [name for name, one in permissions_of(spec).items() if name not in used and one not in looked_up] == []


@each()
def test_every_permission_is_held_by_known_roles(spec: ModuleSpec) -> None:
    assert all(permission.roles <= frozenset(Role) for permission in spec.permissions)


@each()
def test_every_verb_written_is_a_verb_told(spec: ModuleSpec) -> None:
    assert verbs_written(spec) <= {verb.id for verb in spec.verbs}


@each()
def test_the_slices_tables_are_those_of_its_room(spec: ModuleSpec) -> None:
    names = {one.name for one in spec.tables}
    mapped = {
        str(mapper.local_table)
        for mapper in Base.registry.mappers
        if mapper.class_.__module__.startswith(f"facility_app.modules.{spec.id}.")
    }
    assert mapped == names


@each()
def test_handlers_and_answers_take_a_unit_of_work_and_what_they_hear(spec: ModuleSpec) -> None:
    functions = [one for offered in (spec.handlers, spec.answers) for many in offered.values() for one in many]
    assert [one for one in functions if len(inspect.signature(one).parameters) != 2] == []
    assert all(isinstance(kind, type) for offered in (spec.handlers, spec.answers) for kind in offered)


@each()
def test_the_slice_says_what_it_is(spec: ModuleSpec) -> None:
    package = importlib.import_module(f"facility_app.modules.{spec.id}")
    assert package.__doc__
    assert len(package.__doc__.split()) > 8
    for room in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        assert importlib.import_module(room.name).__doc__, room.name


def test_a_faulty_slice_would_be_found() -> None:
    """The checks above are worth something: verbs and permissions of access are really seen."""
    access = next(spec for spec in MODULES if spec.id == "access")
    assert {"access.add_user", "access.disable_user"} <= verbs_written(access)
    assert {"MANAGE_USERS", "READ_AUDIT"} <= names_used(access)
    assert "MANAGE_USERS" in permissions_of(access)
