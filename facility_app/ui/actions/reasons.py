"""Why something cannot be done: a right one has not, or what the page itself knows."""

from facility_app.kernel.actor import ROLE_LABELS, Actor, Permission
from facility_app.kernel.errors import listed
from facility_app.kernel.labels import Label, label
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec

NO_RIGHT = label("ui", "Cần quyền “{permission}”. Người có quyền: {roles}.")
NOBODY = label("ui", "chỉ chính chương trình")


def why_not(spec: ActionSpec, actor: Actor) -> str | None:
    """The sentence that answers "Vì sao không được?", or None when it can be done."""
    missing = missing_right(spec.permission, actor)
    if missing is not None:
        return missing
    reason = spec.why_not()
    return tr(reason) if isinstance(reason, Label) else reason or None


def missing_right(wanted: Permission | None, actor: Actor) -> str | None:
    """The sentence that names the right ``actor`` lacks and who has it; None when it is not lacking."""
    if wanted is None or actor.may(wanted):
        return None
    roles = tuple(sorted(tr(ROLE_LABELS[role]) for role in wanted.roles)) or (tr(NOBODY),)
    return tr(NO_RIGHT, permission=wanted.text, roles=listed(roles))
