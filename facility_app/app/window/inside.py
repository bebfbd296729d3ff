"""The program behind the login, under one name. Importing it costs SQLAlchemy, the keyring and every slice.

It is read on another thread as soon as the login was painted; nothing the login needs may import it.
"""

from facility_app.app.crash import log_kept
from facility_app.app.window.door import Door
from facility_app.app.window.first_run import FirstRunDesk
from facility_app.app.window.session import Session
from facility_app.app.window.upgrade_desk import UpgradeDesk
from facility_app.kernel.names import tidy_name

__all__ = ["Door", "FirstRunDesk", "Session", "UpgradeDesk", "log_kept", "tidy_name"]
