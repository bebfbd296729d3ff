"""What these screens cannot know by themselves: the accounts people sign in with."""

from dataclasses import dataclass

from facility_app.kernel.actor import Permission
from facility_app.ui.forms.lookup_fields import Find, Lookup


@dataclass(frozen=True, slots=True)
class Accounts:
    """How an account is found.

    Attributes:
        permission: who may see accounts at all.
        lookup: accounts by what was typed.
        find: the account of an id.
    """

    permission: Permission
    lookup: Lookup
    find: Find
