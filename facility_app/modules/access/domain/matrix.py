"""Who may do what, as one table: read from the slices' own words, for a screen, a paper and the docs."""

from collections.abc import Iterable
from dataclasses import dataclass

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.labels import Label
from facility_app.kernel.spec import ModuleSpec


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One thing that can be done, or one kind of thing that can be seen.

    Attributes:
        slice_id: the slice.
        id: the verb's id; of what is only seen, the permission's.
        text: what people call it.
        is_verb: whether it is a decision; a query stands by the permission it asks for.
        permission: the right it needs.
    """

    slice_id: str
    id: str
    text: Label
    is_verb: bool
    permission: Permission

    def is_held_by(self, role: Role) -> bool:
        """Whether whoever has ``role`` may."""
        return role in self.permission.roles


@dataclass(frozen=True, slots=True)
class RoleMatrix:
    """The table.

    Attributes:
        roles: its columns.
        rows: its rows, slice by slice, verbs before looks.
    """

    roles: tuple[Role, ...]
    rows: tuple[MatrixRow, ...]

    def row(self, row_id: str) -> MatrixRow:
        """The row of a verb or a permission.

        Raises:
            KeyError: there is none.
        """
        for row in self.rows:
            if row.id == row_id:
                return row
        raise KeyError(row_id)


def role_matrix(specs: Iterable[ModuleSpec]) -> RoleMatrix:
    """Every verb of ``specs``, and every permission that no verb needs: that is what queries ask for."""
    rows: list[MatrixRow] = []
    for spec in specs:
        rows += [MatrixRow(spec.id, verb.id, verb.text, True, verb.permission) for verb in spec.verbs]
        decided = {verb.permission.id for verb in spec.verbs}
        rows += [
            MatrixRow(spec.id, right.id, right.text, False, right)
            for right in spec.permissions
            if right.id not in decided
        ]
    return RoleMatrix(tuple(Role), tuple(rows))
