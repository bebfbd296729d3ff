"""What these screens must be told, because it belongs to other slices: names of verbs and rights, and people."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label
from facility_app.kernel.spec import ModuleSpec
from facility_app.ui.forms.lookup_fields import Find, Lookup
from facility_app.ui.i18n import shown, tr


@dataclass(frozen=True, slots=True)
class People:
    """How people are found whom a right or an emergency is about.

    Attributes:
        permission: the right to look them up; whoever lacks it finds nobody.
        lookup: ``(unit of work, typed)`` → choices.
        find: ``(unit of work, id)`` → the choice of that id.
    """

    permission: Permission
    lookup: Lookup
    find: Find

    def name(self, uow: Any, resident_id: str | None) -> str:
        """What the person is called; empty for nobody, and where the actor may not know."""
        if resident_id is None or not uow.actor.may(self.permission):
            return ""
        found = self.find(uow, resident_id)
        return "" if found is None else found.line()


@dataclass(frozen=True, slots=True)
class House:
    """The whole house as these screens see it.

    Attributes:
        specs: every slice, for the words of its verbs and rights.
        people: finds residents; None where there are none.
    """

    specs: Sequence[ModuleSpec] = ()
    people: People | None = None
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

    def person(self, uow: Any, resident_id: str | None) -> str:
        """What the person is called, where it can be known."""
        return "" if self.people is None else self.people.name(uow, resident_id)
