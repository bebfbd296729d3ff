"""A JSON file somebody hands to a verb, read strictly: no key twice, no number that is none, UTF-8."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NoReturn

from facility_app.app.cli.places import require_file
from facility_app.db.durable import as_fault
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import Label, label

NO_FILE: Final = label("errors", "Không có tệp {file}. Hãy kiểm tra tên tệp và thư mục.")
TWICE: Final = label("errors", "Tệp {file}: mục “{key}” ghi hai lần trong cùng một nhóm. Hãy giữ một.")
_LONGEST_SHOWN: Final = 60


class _TwiceError(ValueError):
    """A key stands twice in one object."""


def read_json(file: Path, verb: str, not_json: Label) -> object:
    """What a file says.

    Args:
        file: as named on the command line.
        verb: begins the codes of refusals.
        not_json: what to say of a file that is no JSON: ``{file}`` and ``{line}``.

    Raises:
        UserError: ``<verb>_file_unreadable``, ``<verb>_key_twice``, ``path_is_folder``.
        EnvironmentFault: ``<verb>_file_missing``, or what the disk says.
    """
    missing, unreadable, twice = f"{verb}_file_missing", f"{verb}_file_unreadable", f"{verb}_key_twice"
    require_file(file)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise EnvironmentFault(missing, NO_FILE, file=file) from None
    except OSError as error:
        raise as_fault(error, file.name) from error
    except UnicodeDecodeError:
        raise UserError(unreadable, not_json, file=file.name, line=1) from None
    try:
        found: object = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except _TwiceError as error:
        raise UserError(twice, TWICE, file=file.name, key=str(error)) from None
    except json.JSONDecodeError as error:
        raise UserError(unreadable, not_json, file=file.name, line=error.lineno) from None
    except (ValueError, RecursionError):
        raise UserError(unreadable, not_json, file=file.name, line=1) from None
    return found


def shown(value: object) -> str:
    """A value of the file as a sentence repeats it."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    clean = text.encode(errors="replace").decode().replace("\n", " ")
    return clean if len(clean) <= _LONGEST_SHOWN else f"{clean[:_LONGEST_SHOWN]}…"


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(shown(key))
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
