"""What these screens must be told, because it belongs to other slices: names of verbs and rights, and people."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label
from facility_app.kernel.spec import ModuleSpec
from facility_app.ui.forms.lookup_fields import Find, Lookup
from facility_app.ui.forms.picker import Choice
from facility_app.ui.i18n import shown, tr


@dataclass(frozen=True, slots=True)
class People:
    """How people are found whom a right or an emergency is about.

    Attributes:
        permission: the right to look them up; whoever lacks it finds nobody.
        lookup: ``(unit of work, typed)`` → choices.
        find: ``(unit of work, id)`` → the choice of that id.
        every: ``(unit of work, ids)`` → the choices of those ids, at once.
    """

    permission: Permission
    lookup: Lookup
    find: Find
    every: Callable[[Any, Sequence[str]], Sequence[Choice]]


@dataclass(frozen=True, slots=True)
class House:
    """The whole house as these screens see it.

    Attributes:
        specs: every slice, for the words of its verbs and rights.
        people: finds residents; None where there are none.
        members: ``(unit of work, accounts)`` → account → who of the staff signs in with it; None where none work.
    """

    specs: Sequence[ModuleSpec] = ()
    people: People | None = None
    members: Callable[[Any, Sequence[str]], Mapping[str, str]] | None = None
    verbs: dict[str, Label] = field(init=False)
    rights: dict[str, Label] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the words once."""
        object.__setattr__(self, "verbs", {verb.id: verb.text for spec in self.specs for verb in spec.verbs})
        object.__setattr__(
            self, "rights", {right.id: right.text for spec in self.specs for right in spec.permissions}
        )

    def verb(self, verb_id: str) -> str:
        """What people call a verb; one that is no more stands as the trail wrote it."""
        return shown(self.verbs.get(verb_id, verb_id))

    def right(self, permission_id: str) -> str:
        """What people call a right."""
        found = self.rights.get(permission_id)
        return permission_id if found is None else tr(found)

    def names(self, uow: Any, resident_ids: Iterable[str | None]) -> dict[str | None, str]:
        """What people are called, by id; nobody, and whom the actor may not know, is not in it."""
        wanted = sorted({one for one in resident_ids if one is not None})
        if self.people is None or not wanted or not uow.actor.may(self.people.permission):
            return {}
        return {choice.id: choice.line() for choice in self.people.every(uow, wanted)}

    def member_names(self, uow: Any, user_ids: Sequence[str]) -> Mapping[str, str]:
        """What whoever signs in with an account is called, by account."""
        return {} if self.members is None else self.members(uow, user_ids)
