"""What a window is made of, handed to it by whoever opens it."""

from dataclasses import dataclass

from facility_app.kernel.actor import Actor
from facility_app.kernel.labels import Label
from facility_app.kernel.ports import Clock
from facility_app.ui.forms.draft_store import DraftStore
from facility_app.ui.shell.hits import PeopleSource
from facility_app.ui.shell.spec import Memory, PageSpec, VerbSpec
from facility_app.ui.tasks import Runner
from facility_app.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Furnishing:
    """Everything one signed-in person's window works with.

    Attributes:
        runner: asks and decides, for whoever is signed in.
        actor: who is signed in.
        user: their name and role in words, ``name · roles``.
        theme: the look.
        clock: the time.
        pages: every page of the program, in the order of the rail; the window sifts them by role.
        home: id of the first page.
        memory: columns, filters, places.
        drafts: what was being typed.
        people: finds people for the palette; None where the role may not.
        verbs: what can be begun from anywhere; the window sifts them by role.
        facility: whose program it is; ``facility_note``: a quiet line below.
        language: of the screens, ``vi`` or ``en``.
    """

    runner: Runner
    actor: Actor
    user: str
    theme: Theme
    clock: Clock
    pages: tuple[PageSpec, ...]
    home: str
    memory: Memory
    drafts: DraftStore
    people: PeopleSource | None = None
    verbs: tuple[VerbSpec, ...] = ()
    facility: str = ""
    facility_note: str = ""
    language: str = "vi"

    def open_pages(self) -> tuple[PageSpec, ...]:
        """The pages the role may open, section by section, each in its order."""
        seen = [spec for spec in self.pages if spec.is_open_to(self.actor)]
        sections = list(dict.fromkeys(spec.section for spec in seen))
        return tuple(sorted(seen, key=lambda spec: (sections.index(spec.section), spec.order)))

    def daily_sections(self) -> frozenset[Label]:
        """The sections of the rail in which the role spends its day."""
        mine = (spec for spec in self.open_pages() if spec.daily & self.actor.roles)
        return frozenset(spec.section for spec in mine if spec.section is not None)

    def open_verbs(self) -> tuple[VerbSpec, ...]:
        """The verbs the role may use."""
        return tuple(one for one in self.verbs if one.permission is None or self.actor.may(one.permission))
