"""Who receives, and its keys, in one small file under a password (goi-v1 §6.1)."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from facility_app.db.driver import KEY_BYTES, SALT_BYTES, DataKey
from facility_app.db.durable import as_fault, write_whole
from facility_app.db.keyslots.kdf import SLOT_SALT_BYTES, KdfParams, recovery_kek
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import nfc
from facility_app.receiver.place import Place
from facility_app.sync import sealing, signing
from facility_app.sync.fields import FACILITY
from facility_app.sync.trust import fingerprint

FORMAT: Final = 1
_MOST_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Identity:
    """A receiver.

    Attributes:
        code: as trust lists name it.
        secret: signs receipts.
        identity, recipient: opens bundles; what others encrypt to.
        data_key: of the encrypted file, where no server is used.
        url: of the server; None for the encrypted file.
        landing: where accepted lines land in clear, a place a person named; None for nowhere.
    """

    code: str
    secret: bytes = field(repr=False)
    identity: str = field(repr=False)
    recipient: str
    data_key: DataKey
    url: str | None = field(default=None, repr=False)
    landing: str | None = None

    @property
    def public(self) -> bytes:
        """The key receipts are verified with."""
        return signing.public_of(self.secret)

    @property
    def fingerprint(self) -> str:
        """What two people compare on paper."""
        return fingerprint(self.public, self.recipient)


def found(
    place: Place,
    code: str,
    url: str | None,
    landing: str | None,
    password: str,
    params: KdfParams,
    random: Callable[[int], bytes],
) -> Identity:
    """Make the keys of a new receiver.

    Raises:
        UserError: ``bad_receiver_code``; ``receiver_there``: the folder is one already.
        EnvironmentFault: what the disk says.
    """
    if FACILITY.fullmatch(code) is None:
        raise UserError(
            "bad_receiver_code",
            label("receiver", "Mã nơi nhận gồm các nhóm chữ hoa và số nối bằng dấu chấm, ví dụ 28.PROV (--code)."),
        )
    if place.keys.exists():
        raise UserError("receiver_there", label("receiver", "Thư mục này đã là nơi nhận; không lập lại."))
    identity, recipient = sealing.new_identity()
    data_key = DataKey(random(KEY_BYTES), random(SALT_BYTES))
    made = Identity(code, random(KEY_BYTES), identity, recipient, data_key, url, landing)
    said = {
        "code": made.code,
        "secret": made.secret.hex(),
        "identity": made.identity,
        "recipient": made.recipient,
        "data_key": made.data_key.key.hex(),
        "data_salt": made.data_key.salt.hex(),
        "url": made.url,
        "landing": made.landing,
    }
    salt = random(SLOT_SALT_BYTES)
    box = SecretBox(_kek(password, salt, params))
    sealed = box.encrypt(json.dumps(said).encode(), random(SecretBox.NONCE_SIZE))
    kdf = {"memory_kib": params.memory_kib, "passes": params.passes, "lanes": params.lanes}
    document = {"format": FORMAT, "kdf": kdf, "salt": salt.hex(), "box": bytes(sealed).hex()}
    write_whole(place.keys, json.dumps(document).encode())
    return made


def unlock(place: Place, password: str) -> Identity:
    """The keys of a receiver.

    Raises:
        EnvironmentFault: ``no_receiver``: the folder is none; ``keys_damaged``; what the disk says.
        UserError: ``wrong_password``.
    """
    try:
        with place.keys.open("rb") as source:
            document = json.loads(source.read(_MOST_BYTES))
        params = KdfParams(**document["kdf"])
        salt, box = bytes.fromhex(document["salt"]), bytes.fromhex(document["box"])
    except FileNotFoundError:
        raise EnvironmentFault(
            "no_receiver",
            label("receiver", "Thư mục {folder} chưa phải nơi nhận. Hãy lập trước (lệnh receiver init)."),
            folder=place.root.name,
        ) from None
    except OSError as error:
        raise as_fault(error, place.keys.name) from error
    except (ValueError, KeyError, TypeError):
        raise _damaged() from None
    if document["format"] != FORMAT or not params.is_sane:
        raise _damaged()
    try:
        said = json.loads(SecretBox(_kek(password, salt, params)).decrypt(box))
    except (CryptoError, ValueError, TypeError):
        raise UserError("wrong_password", label("receiver", "Mật khẩu nơi nhận không đúng.")) from None
    return _read(said)


def _read(said: Any) -> Identity:
    key = DataKey(bytes.fromhex(said["data_key"]), bytes.fromhex(said["data_salt"]))
    secret = bytes.fromhex(said["secret"])
    return Identity(said["code"], secret, said["identity"], said["recipient"], key, said["url"], said["landing"])


def _kek(password: str, salt: bytes, params: KdfParams) -> bytes:
    return recovery_kek(nfc(password).encode("utf-8", "surrogatepass"), salt, params)


def _damaged() -> EnvironmentFault:
    return EnvironmentFault(
        "keys_damaged",
        label("receiver", "Tệp khóa receiver.keys bị hỏng. Hãy đặt lại bản sao của tệp; dữ liệu vẫn nguyên."),
    )
