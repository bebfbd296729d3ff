"""Accounts and their key slots: after every change each password opens what it should, and no other does."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from facility_app.app import care
from facility_app.app.bootstrap import OpenFacility
from facility_app.app.start import Password
from facility_app.db.keyslots import KeyFile
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.modules.access.service import (
    AddUser,
    ChangeOwnPassword,
    DisableUser,
    ResetPassword,
    add_user,
    change_own_password,
    disable_user,
    reset_password,
)
from tests.proof.judge import Finding, Verdict
from tests.proof.vault_facility import ADMIN, CHEAP, PASSWORD, Place, forget_keyring, opens, promise
from tests.proof.vault_verdict import weigh

REASON: Final = "để thử"
PAPER: Final = "paper"


@dataclass(frozen=True, slots=True)
class Step:
    """One change: ``add``, ``reset``, ``disable``, ``own`` or ``paper`` (a new recovery key)."""

    kind: str
    user: str = ADMIN


STEPS: Final = (
    Step("add", "lan"),
    Step("add", "minh"),
    Step("reset", "lan"),
    Step(PAPER),
    Step("own"),
    Step("disable", "minh"),
    Step("add", "hoa"),
    Step("reset", "hoa"),
    Step(PAPER),
    Step("disable", "lan"),
    Step("own"),
)


def play_doors(root: str, steps: int = len(STEPS)) -> None:
    """Make the changes one after the other; the promise of a new recovery key is the key."""
    forget_keyring()
    place = Place(Path(root))
    with place.open() as opened:
        for number, step in enumerate(STEPS[:steps], 1):
            text = care.new_recovery_key(opened, REASON) if step.kind == PAPER else _change(opened, number, step)
            promise(place, f"{number} {text}")


def _change(opened: OpenFacility, number: int, step: Step) -> str:
    password = password_of(number)
    with opened.database.write(opened.actor) as uow:
        if step.kind == "add":
            add_user(uow, AddUser(step.user, (Role.NURSE.value,), password))
        elif step.kind == "reset":
            reset_password(uow, ResetPassword(step.user, password))
        elif step.kind == "own":
            change_own_password(uow, ChangeOwnPassword(_own_before(number), password))
        else:
            disable_user(uow, DisableUser(step.user, REASON))
        uow.commit()
    return step.user


def _own_before(number: int) -> str:
    """The administrator's own password when step ``number`` begins."""
    changed = [one for one, step in enumerate(STEPS[: number - 1], 1) if step.kind == "own"]
    return password_of(changed[-1]) if changed else PASSWORD


def password_of(number: int) -> str:
    """The password that step ``number`` gives."""
    return f"mật khẩu thứ {number}"


def passwords_after(count: int) -> dict[str, str | None]:
    """User → password once the first ``count`` steps are done; None when the account opens nothing."""
    found: dict[str, str | None] = {ADMIN: PASSWORD} | {step.user: None for step in STEPS if step.user != ADMIN}
    for number, step in enumerate(STEPS[:count], 1):
        if step.kind != PAPER:
            found[step.user] = None if step.kind == "disable" else password_of(number)
    return found


def verify_doors(folder: Path, acked: Sequence[str]) -> Verdict:
    """What was promised opens; of the change under way either side holds; nothing else opens."""
    place = Place(folder)
    done = len(acked)
    before, after = passwords_after(done), passwords_after(done + 1)
    admins = [password for password in (before[ADMIN], after[ADMIN]) if password and opens(place, ADMIN, password)]
    if not admins:
        return Verdict(Finding.LOST, "the administrator's password", 1)
    with place.open(Password(ADMIN, admins[0])) as opened:
        # The start has mended what a cut left between the account and its slot.
        verdict = weigh(opened)
    if verdict.finding is not Finding.WHOLE:
        return verdict
    for user, password in before.items():
        due = {password, after[user]}
        works = {text for text in _passwords_of(user) if opens(place, user, text)}
        if not works and None not in due:
            return Verdict(Finding.LOST, f"the password of {user}", 1)
        if len(works) > 1 or works - due:
            return Verdict(Finding.HALF, f"{user} opens with {sorted(works)}, due {due}")
    return _weigh_papers(place, acked)


def _passwords_of(user: str) -> set[str]:
    return {password for count in range(len(STEPS) + 1) if (password := passwords_after(count)[user])}


def _paper_opens(place: Place, text: str) -> bool:
    try:
        KeyFile(place.folder.keys, CHEAP).unlock_with_recovery(text)
    except UserError:
        return False
    return True


def _weigh_papers(place: Place, acked: Sequence[str]) -> Verdict:
    first = place.paper.read_text(encoding="utf-8")
    papers = [first, *(text.split()[1] for text, step in zip(acked, STEPS, strict=False) if step.kind == PAPER)]
    under_way = len(acked) < len(STEPS) and STEPS[len(acked)].kind == PAPER
    if any(_paper_opens(place, text) for text in papers[:-1]):
        return Verdict(Finding.HALF, "a former recovery key opens")
    if not _paper_opens(place, papers[-1]) and not under_way:
        return Verdict(Finding.LOST, "the recovery key", 1)
    return Verdict()
