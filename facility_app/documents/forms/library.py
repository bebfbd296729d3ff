"""Reads the forms of a folder: a new form, or a new version of one, is a new file and nothing else."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Self

from facility_app.documents.forms.fields import Column, FieldSpec, FieldType
from facility_app.documents.forms.spec import (
    Foot,
    FormLine,
    FormSpec,
    Head,
    HeadLayout,
    Kind,
    Line,
    LineStyle,
    ListLine,
    Part,
    Signer,
    TableLine,
    Wall,
    line_names,
)
from facility_app.documents.forms.wording import Case, Wording, parse
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label

_ID: Final = re.compile(r"[A-Z][A-Z0-9_]{0,31}-[A-Z0-9]{1,8}", re.ASCII)
SHARED = "fields.toml"
"""Declarations used by several forms."""


@dataclass(frozen=True, slots=True)
class FormLibrary:
    """Every form there is.

    Attributes:
        specs: (id, version) → form.
    """

    specs: Mapping[tuple[str, int], FormSpec]

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read all forms of ``folder``.

        Raises:
            EnvironmentFault: ``form_unreadable`` names the file and what is wrong in it.
        """
        shared = _read(folder / SHARED)
        paths = sorted(path for path in folder.glob("*.toml") if path.name != SHARED)
        specs: dict[tuple[str, int], FormSpec] = {}
        for path in paths:
            spec = _guarded(path, _read(path), shared)
            if (spec.id, spec.version) in specs:
                # Whichever came last would speak for the other in papers issued long ago.
                message = f"{spec.id} ({spec.version}) có hai lần"
                raise _unreadable(path, ValueError(message))
            specs[spec.id, spec.version] = spec
        return cls(specs)

    def get(self, form_id: str, version: int | None = None) -> FormSpec:
        """One form, its newest version unless another is named.

        Raises:
            UserError: ``form_unknown``.
        """
        versions = [known for name, known in self.specs if name == form_id]
        if not versions or (version is not None and version not in versions):
            raise UserError(
                "form_unknown",
                label(
                    "errors",
                    "Không có biểu mẫu {form} (phiên bản {version}). Hãy chọn trong danh sách biểu mẫu, hoặc cài "
                    "đặt lại chương trình nếu biểu mẫu này từng có.",
                ),
                form=form_id,
                version=version if version is not None else "–",
            )
        return self.specs[form_id, version if version is not None else max(versions)]

    def __iter__(self) -> Iterator[FormSpec]:
        """The newest version of each form, by id."""
        for form_id in sorted({name for name, _ in self.specs}):
            yield self.get(form_id)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error


def _guarded(path: Path, data: dict[str, Any], shared: dict[str, Any]) -> FormSpec:
    try:
        return form_of(data, shared)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> EnvironmentFault:
    reason = f"thiếu {error}" if isinstance(error, KeyError) else str(error)
    return EnvironmentFault(
        "form_unreadable",
        label(
            "errors",
            "Không đọc được biểu mẫu {file}: {reason}. Hãy cài đặt lại chương trình, hoặc sửa tệp nếu biểu mẫu "
            "này do cơ sở thêm vào.",
        ),
        file=path.name,
        reason=reason,
    )


def form_of(data: dict[str, Any], shared: dict[str, Any]) -> FormSpec:
    """One form from its data.

    Args:
        data: a form's file, parsed.
        shared: declarations of placeholders, parsed; the form's own win.

    Raises:
        KeyError, TypeError, ValueError: something is missing, of the wrong kind, or asks for an undeclared field.
    """
    own: dict[str, Any] = data.get("fields", {})
    required = set(data.get("required", ()))
    fields = {name: _field(name, {**shared.get(name, {}), **own.get(name, {})}) for name in {**shared, **own}}
    if unknown := required - set(fields):
        message = f"required: {sorted(unknown)}"
        raise ValueError(message)
    parts = tuple(_part(one, fields) for one in data["part"])
    if _ID.fullmatch(data["id"]) is None:
        # It stands in codes, in the register and in names of files.
        message = f"id: {data['id']}"
        raise ValueError(message)
    spec = FormSpec(
        id=data["id"],
        version=int(data["version"]),
        title=data["title"],
        source=data["source"],
        called_by=data.get("called_by", ""),
        kind=Kind(data["kind"]),
        is_received=bool(data.get("received", False)),
        letters=float(data.get("letters", 14)),
        head=_head(data.get("head", {}), fields),
        parts=parts,
        foot=_foot(data.get("foot", {}), fields),
        fields={},
        footnotes=tuple(data.get("footnotes", ())),
        notes=tuple(data.get("notes", ())),
    )
    used = {name for wall in spec.walls for name in spec.names(wall)} | set(own)
    kept = {name: replace(fields[name], is_required=name in required) for name in sorted(used)}
    return replace(spec, fields=kept)


def _field(name: str, data: dict[str, Any]) -> FieldSpec:
    columns = tuple(Column(one[0], one[1], float(one[2])) for one in data.get("columns", ()))
    return FieldSpec(
        name=name,
        label=data["label"],
        type=FieldType(data.get("type", "text")),
        record=data.get("record", ""),
        is_quiet=bool(data.get("quiet", False)),
        choices=data.get("choices"),
        columns=columns,
        lines=int(data.get("lines", 1)),
        dots=int(data.get("dots", 0)),
        whole=data.get("whole", ""),
        gives_way=tuple(data.get("gives_way", ())),
    )


def _part(data: dict[str, Any], fields: Mapping[str, FieldSpec]) -> Part:
    return Part(
        id=data["id"],
        lines=tuple(_line(one, fields) for one in data["lines"]),
        walls=frozenset(map(Wall, data.get("walls", ("open",)))),
        roles=frozenset(data.get("roles", ())),
        is_reconstructed=bool(data.get("reconstructed", False)),
    )


def _line(data: Any, fields: Mapping[str, FieldSpec]) -> FormLine:
    if isinstance(data, list):
        style, text = data
        return Line(LineStyle(style), parse(text, fields))
    is_reconstructed = bool(data.get("reconstructed", False))
    if "table" in data:
        made: FormLine = TableLine(
            data["table"], int(data.get("least", 3)), is_reconstructed, int(data.get("letters", 0))
        )
    elif "list" in data:
        style, text = LineStyle(data.get("style", "text")), parse(data["text"], fields)
        case = next((one for one in parse(data.get("least_in", ""), fields) if isinstance(one, Case)), None)
        made = ListLine(style, data["list"], text, int(data.get("least", 0)), is_reconstructed, case)
    else:
        made = Line(LineStyle(data["style"]), parse(data["text"], fields), is_reconstructed)
    if missing := [name for name in line_names(made) if name not in fields]:
        message = f"no field is declared for {missing}"
        raise ValueError(message)
    return made


def _words(data: dict[str, Any], name: str, fields: Mapping[str, FieldSpec]) -> Wording:
    return parse(data.get(name, ""), fields)


def _head(data: dict[str, Any], fields: Mapping[str, FieldSpec]) -> Head:
    return Head(
        HeadLayout(data.get("layout", "none")),
        _words(data, "parent", fields),
        _words(data, "issuer", fields),
        _words(data, "number", fields),
        _words(data, "place_date", fields),
        bool(data.get("reconstructed", False)),
    )


def _foot(data: dict[str, Any], fields: Mapping[str, FieldSpec]) -> Foot:
    return Foot(
        _words(data, "place_date", fields),
        tuple(_line(["text", one] if isinstance(one, str) else one, fields) for one in data.get("recipients", ())),
        tuple(tuple(_signer(one, fields) for one in row) for row in data.get("signers", ())),
        bool(data.get("reconstructed", False)),
    )


def _signer(data: dict[str, Any], fields: Mapping[str, FieldSpec]) -> Signer | None:
    if not data:
        return None
    return Signer(*(_words(data, name, fields) for name in ("title", "hint", "name")))
