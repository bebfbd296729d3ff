"""Why something cannot be done: a right one has not, or what the page itself knows."""

from facility_app.kernel.actor import ROLE_LABELS, Actor
from facility_app.kernel.errors import listed
from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec


def why_not(spec: ActionSpec, actor: Actor) -> str | None:
    """The sentence that answers "Vì sao không được?", or None when it can be done."""
    wanted = spec.permission
    if wanted is not None and not actor.may(wanted):
        roles = tuple(sorted(tr(ROLE_LABELS[role]) for role in wanted.roles))
        return tr(
            label("ui", "Cần quyền “{permission}”. Người có quyền: {roles}."),
            permission=tr(wanted.text),
            roles=listed(roles),
        )
    return spec.why_not()
