"""Opening and changing the key file: what a login, an administrator and a rekey ask of it."""

import contextlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from facility_app.db.driver import DataKey
from facility_app.db.keyslots import failed as tries
from facility_app.db.keyslots import refusals
from facility_app.db.keyslots.document import FILE_SALT_BYTES, DamagedSlot, KeyDocument, Slot, SlotKind
from facility_app.db.keyslots.kdf import (
    DEFAULT_KDF,
    DEVICE_SECRET_BYTES,
    SLOT_SALT_BYTES,
    DeviceSecret,
    KdfParams,
    owner_id,
    recovery_kek,
    require_password,
    user_kek,
)
from facility_app.db.keyslots.recovery import new_recovery_key, recovery_secret
from facility_app.db.keyslots.sealing import (
    ForgedError,
    OpenedSlot,
    Random,
    UserDoor,
    WrongKekError,
    is_signed,
    open_slot,
    recovery_slot,
    seal_to,
    sign,
    unwrap_old,
    user_slot,
    wrap_again,
    wrap_old,
)
from facility_app.db.keyslots.storage import KeyStorage
from facility_app.db.keyslots.unlocked import Unlocked
from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.ports import SecretMode

COUNT_PATIENCE_S: Final = 2.0

KekOf = Callable[[bytes, KdfParams], bytes]
"""The key of a slot with the given salt and work, for whoever stands at the door."""


@dataclass(frozen=True, slots=True)
class SlotDoor:
    """One way in for a user.

    Attributes:
        device: short name of the device secret it needs (``DeviceSecret.id``).
        mode: where that device keeps it.
    """

    device: str
    mode: SecretMode


@dataclass(frozen=True, slots=True)
class KeyFile:
    """``facility.keys`` of one data folder.

    Attributes:
        path: the file.
        params: work of the password hash; a slot made with other work is wrapped anew when it is opened.
        random: source of random bytes.
    """

    path: Path
    params: KdfParams = DEFAULT_KDF
    random: Random = field(default=os.urandom, repr=False)

    def create(self, data_key: DataKey, user_name: str, password: str, device: DeviceSecret) -> str:
        """Make the file with a first user and a recovery key.

        Returns:
            The recovery key as text, kept nowhere: show it once.

        Raises:
            UserError: ``password_weak``.
            EnvironmentFault: ``key_file_exists``, or what the disk says.
        """
        require_password(password, user_name)
        secret, text = new_recovery_key(self.random)
        storage = self._storage
        with storage.locked():
            if self.path.exists():
                raise refusals.key_file_exists(storage.name)
            empty = KeyDocument(self.random(FILE_SALT_BYTES), data_key.salt, older=(), slots=())
            door = UserDoor(owner_id(empty.file_salt, user_name), data_key)
            slots = (
                user_slot(door, password, device, self.params, self.random),
                recovery_slot(data_key, secret, self.params, self.random),
            )
            storage.write(sign(replace(empty, slots=slots), data_key))
        return text

    def unlock(self, user_name: str, password: str, device: DeviceSecret | None) -> Unlocked:
        """Open with a password; unwrapping is the check.

        Args:
            user_name: as typed.
            password: as typed.
            device: of this account of the operating system; None when it has none.

        Raises:
            UserError: ``wrong_password``.
            EnvironmentFault: ``unknown_device``, ``slot_damaged``, ``key_file_damaged``, ``key_file_missing``,
                ``key_file_newer``, ``key_file_tampered``, ``memory_short``.
        """
        document = self._storage.read()
        owner = owner_id(document.file_salt, user_name)
        slot = self._find_slot(document, owner, device)
        secret = bytes(DEVICE_SECRET_BYTES) if device is None else device.secret
        if slot is None:
            # An unknown name costs the same work and is counted like a wrong password.
            user_kek(password, secret, document.file_salt[:SLOT_SALT_BYTES], self.params)
            self._count_failed(tries.UNKNOWN)
            raise refusals.wrong_password()
        try:
            return self._enter(
                document, slot, lambda salt, params: user_kek(password, secret, salt, params), user_name
            )
        except WrongKekError:
            self._count_failed(owner)
            raise refusals.wrong_password() from None

    def unlock_with_recovery(self, text: str) -> Unlocked:
        """Open with the printed recovery key; no device secret is needed.

        Raises:
            UserError: ``recovery_key_mistyped``, ``wrong_recovery_key``.
            EnvironmentFault: as ``unlock``.
        """
        secret = recovery_secret(text)
        document = self._storage.read()
        slot = next((slot for slot in document.slots if isinstance(slot, Slot) and _is_recovery(slot)), None)
        if slot is None:
            raise refusals.slot_damaged(self.path.name)
        try:
            return self._enter(document, slot, lambda salt, params: recovery_kek(secret, salt, params), None)
        except WrongKekError:
            self._count_failed(tries.RECOVERY)
            raise refusals.wrong_recovery_key() from None

    def put_slot(
        self,
        unlocked: Unlocked,
        user_name: str,
        password: str,
        device: DeviceSecret,
        *,
        drop_others: bool = False,
    ) -> None:
        """Give ``user_name`` a slot for this device in place of the former one.

        Args:
            unlocked: the opened file.
            user_name: whose.
            password: the new password.
            device: of this account of the operating system.
            drop_others: remove the user's slots on other devices too; they open with the former password.

        Raises:
            UserError: ``password_weak``.
            EnvironmentFault: ``key_file_changed``, ``key_file_tampered``, or what reading and writing says.
        """
        require_password(password, user_name)

        def edit(document: KeyDocument) -> KeyDocument:
            owner = owner_id(document.file_salt, user_name)
            door = UserDoor(owner, unlocked.current)
            kept = (
                slot
                for slot in document.slots
                if slot.owner != owner or (slot.device != device.id and not drop_others)
            )
            new = user_slot(door, password, device, self.params, self.random)
            return replace(document, slots=(*kept, new))

        self._storage.change(unlocked.current, edit)

    def drop_slots(self, unlocked: Unlocked, user_name: str) -> int:
        """Remove every slot of ``user_name``; how many there were."""
        return self._drop(unlocked, lambda slot, owners: slot.owner in owners, (user_name,))

    def drop_strangers(self, unlocked: Unlocked, user_names: Iterable[str]) -> int:
        """Remove the slots of everyone not named, the recovery key's excepted; how many there were."""
        return self._drop(
            unlocked, lambda slot, owners: slot.owner not in owners and not _is_recovery(slot), user_names
        )

    def strangers(self, user_names: Iterable[str]) -> int:
        """How many slots ``drop_strangers`` would remove now."""
        document = self._storage.read()
        owners = {owner_id(document.file_salt, name) for name in user_names}
        return sum(slot.owner not in owners and not _is_recovery(slot) for slot in document.slots)

    def generation(self) -> int:
        """How often the list of doors was changed, as the file says now."""
        return self._storage.read().generation

    def missing(self, user_names: Iterable[str]) -> list[str]:
        """Those of ``user_names`` who have no sound slot on any device, in the order given."""
        document = self._storage.read()
        owners = {slot.owner for slot in document.slots if isinstance(slot, Slot)}
        return [name for name in user_names if owner_id(document.file_salt, name) not in owners]

    def damaged(self) -> int:
        """How many slots cannot be believed; the recovery key's is one of them when it is gone altogether.

        A start drops a damaged slot that does not say whose it is, and nobody misses the recovery key until it is
        needed.
        """
        slots = self._storage.read().slots
        return sum(isinstance(slot, DamagedSlot) for slot in slots) + (not any(map(_is_recovery, slots)))

    def doors(self, user_name: str) -> tuple[SlotDoor, ...]:
        """The sound slots of ``user_name``, for whoever must find the right device secret before the login."""
        document = self._storage.read()
        owner = owner_id(document.file_salt, user_name)
        return tuple(
            SlotDoor(slot.device, slot.mode)
            for slot in document.slots
            if isinstance(slot, Slot) and slot.owner == owner and slot.mode is not None
        )

    def rekey(self, unlocked: Unlocked, new: DataKey) -> Unlocked:
        """Make ``new`` the data key of every slot; former data keys stay wrapped under it.

        Do it before the database is encrypted anew: until then the database file still names its old key, which
        ``Unlocked.key_for`` finds.

        Raises:
            EnvironmentFault: ``slot_damaged`` when a slot cannot take the new key, or as ``put_slot``.
        """
        old = (unlocked.current, *unlocked.older)
        if new.salt in {data_key.salt for data_key in old}:
            message = "a new data key needs a new salt"
            raise ValueError(message)

        def edit(document: KeyDocument) -> KeyDocument:
            sound = [slot for slot in document.slots if isinstance(slot, Slot)]
            if len(sound) < len(document.slots):
                raise refusals.slot_damaged(self.path.name)
            return replace(
                document,
                current=new.salt,
                older=tuple(wrap_old(data_key, new, self.random) for data_key in old),
                slots=tuple(seal_to(slot, new) for slot in sound),
            )

        self._storage.change(unlocked.current, edit, new_key=new)
        return replace(unlocked, current=new, older=old)

    def new_recovery(self, unlocked: Unlocked, keep: Callable[[str], None] = lambda _text: None) -> str:
        """Make a new recovery key; the former one opens nothing any more.

        Args:
            unlocked: the opened file.
            keep: gets the key as text before the file is changed; when it fails, the former key stays.

        Returns:
            The key as text, kept nowhere: show it once.

        Raises:
            EnvironmentFault: as ``put_slot``; the former key stays.
        """
        secret, text = new_recovery_key(self.random)
        new = recovery_slot(unlocked.current, secret, self.params, self.random)
        keep(text)

        def edit(document: KeyDocument) -> KeyDocument:
            kept = (slot for slot in document.slots if not _is_recovery(slot))
            return replace(document, slots=(*kept, new))

        try:
            self._storage.change(unlocked.current, edit)
        except EnvironmentFault:
            # A fault of the very last step, the sync of the folder, is told when the new file already stands.
            if new not in self._storage.read().slots:
                raise
        return text

    def failed_tries(self, user_names: Iterable[str]) -> tries.FailedTries:
        """The tries that failed since ``clear_failed``, told by name where one of ``user_names`` fits."""
        return tries.failed_tries(self._storage.read(), user_names)

    def clear_failed(self, seen: tries.FailedTries) -> None:
        """Forget the tries in ``seen``, once the audit trail holds them; later ones stay."""
        storage = self._storage
        if seen.total:
            with storage.locked():
                storage.write(tries.cleared(storage.read(), seen.seen))

    @property
    def _storage(self) -> KeyStorage:
        return KeyStorage(self.path)

    def _find_slot(self, document: KeyDocument, owner: str, device: DeviceSecret | None) -> Slot | None:
        """The slot of ``owner`` on ``device``; None when nobody of that name has any."""
        wanted = "" if device is None else device.id
        own = [slot for slot in document.slots if slot.owner == owner]
        for slot in own:
            if isinstance(slot, Slot) and slot.device == wanted:
                return slot
        # Damage may have hit the very words that say whose slot it is or for which device.
        suspects = (slot for slot in document.slots if isinstance(slot, DamagedSlot))
        if any(slot.owner == owner or (wanted and slot.device == wanted) for slot in suspects):
            raise refusals.slot_damaged(self.path.name)
        if own:
            raise refusals.unknown_device()
        return None

    def _enter(self, document: KeyDocument, slot: Slot, kek_of: KekOf, user_name: str | None) -> Unlocked:
        try:
            opened = open_slot(slot, kek_of(slot.salt, slot.kdf))
            current = opened.data_key
            if current.salt != document.current or not is_signed(document, current):
                raise ForgedError
            older = tuple(unwrap_old(old, current) for old in document.older)
        except ForgedError as error:
            raise refusals.key_file_tampered(self.path.name) from error
        if slot.kdf != self.params:
            # Whoever has the right password is let in, even when the disk refuses the better wrapping today.
            with contextlib.suppress(EnvironmentFault):
                self._wrap_anew(opened, kek_of)
        return Unlocked(current, older, user_name, slot.mode, document.generation)

    def _wrap_anew(self, opened: OpenedSlot, kek_of: KekOf) -> None:
        salt = self.random(SLOT_SALT_BYTES)
        blank = replace(opened.slot, kdf=self.params, salt=salt)
        better = wrap_again(blank, opened.private, kek_of(salt, self.params), self.random)

        def edit(document: KeyDocument) -> KeyDocument:
            slots = tuple(better if slot == opened.slot else slot for slot in document.slots)
            return replace(document, slots=slots)

        self._storage.change(opened.data_key, edit)

    def _drop(
        self,
        unlocked: Unlocked,
        goes: Callable[[Slot | DamagedSlot, set[str]], bool],
        user_names: Iterable[str],
    ) -> int:
        names, dropped = tuple(user_names), 0

        def edit(document: KeyDocument) -> KeyDocument:
            nonlocal dropped
            owners = {owner_id(document.file_salt, name) for name in names}
            kept = tuple(slot for slot in document.slots if not goes(slot, owners))
            dropped = len(document.slots) - len(kept)
            return replace(document, slots=kept) if dropped else document

        self._storage.change(unlocked.current, edit)
        return dropped

    def _count_failed(self, who: str) -> None:
        # A refusal stays a refusal when the disk is full or another process keeps the lock.
        storage = self._storage
        with contextlib.suppress(EnvironmentFault), storage.locked(COUNT_PATIENCE_S):
            storage.write(tries.counted(storage.read(), who))


def _is_recovery(slot: Slot | DamagedSlot) -> bool:
    return slot.kind is SlotKind.RECOVERY if isinstance(slot, Slot) else slot.is_recovery
