"""The doors to the encrypted file: one per account and device, one for the printed recovery key.

Login needs only this package, so nothing here knows SQLAlchemy.
"""

from facility_app.db.keyslots.failed import FailedTries as FailedTries
from facility_app.db.keyslots.kdf import DEFAULT_KDF as DEFAULT_KDF
from facility_app.db.keyslots.kdf import DEVICE_SECRET_BYTES as DEVICE_SECRET_BYTES
from facility_app.db.keyslots.kdf import DeviceSecret as DeviceSecret
from facility_app.db.keyslots.kdf import KdfParams as KdfParams
from facility_app.db.keyslots.kdf import require_password as require_password
from facility_app.db.keyslots.keyfile import KeyFile as KeyFile
from facility_app.db.keyslots.keyfile import SlotDoor as SlotDoor
from facility_app.db.keyslots.unlocked import Unlocked as Unlocked
