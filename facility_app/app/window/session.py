"""One person at one open file: their runner, their window, the lock; and how another takes over in seconds."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from facility_app.app import outside, pages
from facility_app.app.bootstrap import OpenFacility
from facility_app.app.desk import Desk
from facility_app.app.kit_shop import KIT_PRESS
from facility_app.app.window.begin import verbs_of
from facility_app.app.window.first_paint import FirstPaint
from facility_app.app.window.help import open_help
from facility_app.app.window.kit_watch import KitWatch
from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_date, format_time, local_date
from facility_app.kernel.labels import label
from facility_app.modules.access import queries as access
from facility_app.modules.access.domain import BREAK_GLASS, LentActor, SessionStep
from facility_app.modules.access.queries import SecurityRow
from facility_app.modules.access.service import record_session
from facility_app.modules.access.ui.password import password_dialog
from facility_app.modules.catalogues.queries import FacilityRow, get_facility
from facility_app.modules.exchange.domain import VIEW_EXCHANGE
from facility_app.modules.exchange.queries.standing import StreamStanding, get_standing
from facility_app.modules.exchange.ui.standing_words import PAGE as STANDING
from facility_app.modules.exchange.ui.standing_words import TABLES as STANDING_TABLES
from facility_app.modules.exchange.ui.standing_words import standing_chip
from facility_app.modules.medication.domain import WRITE_KIT
from facility_app.modules.residents.domain import VIEW_RESIDENTS
from facility_app.modules.residents.ui.naming import found_people
from facility_app.modules.upkeep.queries import last_backup_at
from facility_app.ui.forms.draft_store import NOT_KEPT, RunnerDrafts
from facility_app.ui.i18n import tr
from facility_app.ui.lists.memory import NotedMemory
from facility_app.ui.shell.palette import Hit, PeopleSource
from facility_app.ui.shell.presence import Presence
from facility_app.ui.shell.spec import ChipText, Route
from facility_app.ui.shell.window import Furnishing, Shell
from facility_app.ui.tasks import Failure, Runner
from facility_app.ui.theme import Theme, Tone

MS_A_MINUTE = 60_000
FIRST_LOCK_MINUTES = 10
"""Until the facility's own setting was read."""
SETTINGS_TABLE = "setting_value"
PERSON_PAGE = "residents.person"
"""Opened from anywhere, by Ctrl+K."""
MOST_PEOPLE = 20
CHIPS = ("backup", "standing")
OLD_BACKUP = timedelta(hours=24)
NO_BACKUP = label("ui", "chưa sao lưu")
LAST_BACKUP = label("ui", "sao lưu gần nhất {when}")


class Session(QObject):
    """Somebody at work, from the sign-in to the last write.

    Signals:
        ready(Shell): the window is built; the first page follows when it was painted.
        unlock_asked(str): the password typed on the lock.
        switch_asked, language_asked(str): from the top bar.
        ended: the window was closed and everything written.
    """

    ready = Signal(object)
    unlock_asked = Signal(str)
    switch_asked = Signal()
    language_asked = Signal(str)
    ended = Signal()

    def __init__(
        self,
        app: QApplication,
        theme: Theme,
        opened: OpenFacility,
        user_name: str,
        lang: str = "vi",
        parent: QObject | None = None,
    ) -> None:
        """Sit down at ``opened``; ``begin`` builds the window."""
        super().__init__(parent)
        self._app, self._theme, self._lang = app, theme, lang
        self.opened, self.user_name = opened, user_name
        self._desk = Desk(opened.database, opened.actor)
        self.runner = Runner(self._desk, self)
        self._memory = NotedMemory(self.runner, "look", self)
        self._drafts = RunnerDrafts(self.runner, self)
        self._drafts.not_kept.connect(self._on_draft_not_kept)
        self.shell: Shell | None = None
        self._facility = ""
        self._chips: dict[str, ChipText] = {}
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(FIRST_LOCK_MINUTES * MS_A_MINUTE)
        self._idle.timeout.connect(self.lock)
        self._presence: Presence | None = None
        self._kit = KitWatch(self.runner, KIT_PRESS, self)

    @property
    def lock_minutes(self) -> int:
        """An unused screen is locked after so many."""
        return self._idle.interval() // MS_A_MINUTE

    def begin(self) -> None:
        """Read what the user left, then show the window."""
        self._record(SessionStep.SIGN_IN)
        if self.opened.actor.may(BREAK_GLASS):
            # The program may have been closed in the middle of an emergency.
            self.runner.query(self, access.find_lent_actor, topic="lent").success(self._on_lent_read).run()
        self.runner.query(self, get_facility, topic="facility").success(self._on_facility_read).run()
        self._ask_security()
        self._memory.load(self._furnish)

    def lock(self) -> None:
        """Cover the window; what is being typed stays."""
        if self.shell is not None and not self.shell.cover.is_locked:
            self._app.installEventFilter(self)
            self.shell.lock()
            self._record(SessionStep.LOCK)

    def unlocked(self) -> None:
        """The right password was typed."""
        if self.shell is not None:
            self.shell.cover.uncover()
            self._app.removeEventFilter(self)
            self._record(SessionStep.UNLOCK)
            self._idle.start()

    def leave(self) -> None:
        """Somebody else takes over, or the program ends: write what is under way, take the window away."""
        self._rest()
        self._record(SessionStep.SIGN_OUT)
        self.runner.close()
        if self.shell is not None:
            self.shell.ahead.end()
            self.shell.closing.disconnect(self._on_shell_closing)
            self.shell.close_at_once()
            self.shell.deleteLater()
            self.shell = None

    def _furnish(self) -> None:
        actor = self.opened.actor
        made_of = Furnishing(
            self.runner,
            actor,
            f"{self.user_name} · {roles_in_words(actor.roles)}",
            self._theme,
            outside.SystemClock(),
            pages.PAGES,
            pages.HOME,
            self._memory,
            self._drafts,
            self._people(),
            verbs_of(pages.PAGES),
            facility=self._facility,
            language=self._lang,
        )
        shell = self.shell = Shell(made_of)
        shell.lock_asked.connect(self.lock)
        shell.unlock_asked.connect(self.unlock_asked)
        shell.switch_asked.connect(self.switch_asked)
        shell.password_asked.connect(self._on_password_asked)
        shell.language_asked.connect(self.language_asked)
        shell.help_asked.connect(self._on_help_asked)
        shell.closing.connect(self._on_shell_closing)
        self._watch()
        self.runner.changed.connect(self._ask_backup)
        self.runner.changed.connect(self._on_changed)
        self._ask_backup()
        self._ask_standing()
        FirstPaint(shell).painted.connect(self._on_shell_painted)
        self.ready.emit(shell)

    def _on_shell_painted(self) -> None:
        """The window stands there and hears keys; now the first page, in a turn of its own."""
        shell = self.shell
        if shell is None:
            return
        if shell.page is None:
            # Nobody was quicker with Ctrl+K.
            shell.go_home()
        shell.ahead.begin((PERSON_PAGE,))
        if self.opened.actor.may(WRITE_KIT):
            self._kit.begin()

    def speak(self, lang: str) -> None:
        """Build the window anew in another language; what is typed and not saved is asked about first."""
        if self.shell is not None:
            self.shell.navigator.leave_then(partial(self._build_anew, lang))

    def _watch(self) -> None:
        if self._presence is None:
            self._presence = Presence(self._app, self)
            self._presence.felt.connect(self._on_felt)
        self._idle.start()

    def _rest(self) -> None:
        """Nobody is watched any more."""
        self._app.removeEventFilter(self)
        self._idle.stop()
        self._kit.end()
        if self._presence is not None:
            self._presence.felt.disconnect(self._on_felt)
            self._presence.deleteLater()
            self._presence = None

    def _on_felt(self) -> None:
        if self.shell is not None and not self.shell.cover.is_locked:
            self._idle.start()
            self.shell.ahead.wait()

    def _build_anew(self, lang: str) -> None:
        old, self._lang = self.shell, lang
        if old is None:
            return
        old.closing.disconnect(self._on_shell_closing)
        self.runner.changed.disconnect(self._ask_backup)
        self.runner.changed.disconnect(self._on_changed)
        old.ahead.end()
        self._furnish()
        old.close_at_once()
        old.deleteLater()

    def _on_draft_not_kept(self, _failure: Failure) -> None:
        if self.shell is not None:
            self.shell.say(tr(NOT_KEPT), Tone.WARNING)

    def _on_help_asked(self, anchor: str) -> None:
        if self.shell is not None:
            open_help(self.shell, anchor)

    def _on_password_asked(self) -> None:
        if self.shell is not None:
            password_dialog(self.shell.context(), self.shell)

    def _ask_backup(self) -> None:
        self.runner.query(self, last_backup_at, topic="backup").success(self._on_backup_read).run()

    def _ask_standing(self) -> None:
        if self.opened.actor.may(VIEW_EXCHANGE):
            self.runner.query(self, get_standing, topic="standing").success(self._on_standing_read).run()

    def _ask_security(self) -> None:
        self.runner.query(self, access.get_security, topic="lock").success(self._on_security_read).run()

    def _on_changed(self, change: Change, _initiator: object) -> None:
        # A shorter lock counts from now, not from the next sign-in.
        if SETTINGS_TABLE in change.tables:
            self._ask_security()
        if not STANDING_TABLES.isdisjoint(change.tables):
            self._ask_standing()

    def _on_backup_read(self, taken_at: datetime | None) -> None:
        self._chips["backup"] = backup_chip(taken_at, outside.SystemClock().now())
        self._show_chips()

    def _on_standing_read(self, streams: tuple[StreamStanding, ...]) -> None:
        self._chips["standing"] = standing_chip(streams, outside.SystemClock().now())
        self._show_chips()

    def _show_chips(self) -> None:
        """What is known so far, in one order; the province's state leads to its page."""
        if self.shell is None:
            return
        named = [one for one in CHIPS if one in self._chips]
        doors = {named.index("standing"): self._go_to_standing} if "standing" in named else {}
        self.shell.top.show_chips([self._chips[one] for one in named], doors)

    def _go_to_standing(self) -> None:
        if self.shell is not None:
            self.shell.go(Route(STANDING))

    def _people(self) -> PeopleSource | None:
        """Finds residents, where the role may see any."""
        if not self.opened.actor.may(VIEW_RESIDENTS):
            return None
        return self._ask_people

    def _ask_people(self, uow: Any, typed: str) -> list[Hit]:
        return [
            Hit(one.text, one.quiet, "user", partial(self._go_to_person, one.id), record=one.id)
            for one in found_people(uow, typed, MOST_PEOPLE)
        ]

    def _go_to_person(self, resident_id: str) -> None:
        if self.shell is not None:
            self.shell.go(Route(PERSON_PAGE, resident_id))

    def _record(self, step: SessionStep) -> None:
        self.runner.command(self, lambda uow: record_session(uow, step)).run()

    def _on_lent_read(self, lent: LentActor | None) -> None:
        if lent is not None:
            self._desk.lend(lent)

    def _on_facility_read(self, facility: FacilityRow) -> None:
        self._facility = facility.name
        if self.shell is not None:
            self.shell.rail.set_facility(facility.name)

    def _on_security_read(self, security: SecurityRow) -> None:
        self._idle.setInterval(security.lock_minutes * MS_A_MINUTE)

    def _on_shell_closing(self) -> None:
        self._rest()
        self._record(SessionStep.SIGN_OUT)
        self.runner.close()
        self.shell = None
        self.ended.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Only while the screen is locked: for every event of the program this would be dear.
        shell = self.shell
        if shell is not None and event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            shell.cover.hold_back(watched)
        return False


def backup_chip(taken_at: datetime | None, now: datetime) -> ChipText:
    """How safe the data is: the last backup, red when it is older than a day."""
    if taken_at is None:
        return ChipText(tr(NO_BACKUP), Tone.DANGER, "database")
    is_today = local_date(taken_at) == local_date(now)
    when = format_time(taken_at) if is_today else format_date(local_date(taken_at))
    tone = Tone.OK if now - taken_at < OLD_BACKUP else Tone.DANGER
    return ChipText(tr(LAST_BACKUP, when=when), tone, "database")


def roles_in_words(roles: frozenset[Role]) -> str:
    """What someone is here, in words."""
    return ", ".join(tr(ROLE_LABELS[role]) for role in sorted(roles))
