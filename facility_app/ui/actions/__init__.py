"""What can be done, as buttons, keys and menus that say why when it cannot."""

from facility_app.ui.actions.action_bar import ActionBar
from facility_app.ui.actions.action_menu import ActionMenu
from facility_app.ui.actions.command import Command, commit_typing
from facility_app.ui.actions.keys import clashes
from facility_app.ui.actions.reasons import missing_right, why_not

__all__ = ["ActionBar", "ActionMenu", "Command", "clashes", "commit_typing", "missing_right", "why_not"]
