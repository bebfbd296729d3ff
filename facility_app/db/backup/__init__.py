"""Backups: one file that anyone may copy and only the facility opens, restored before it is believed.

Rests on R5 of the reliability promises.
"""

from facility_app.db.backup.make import BackupMade as BackupMade
from facility_app.db.backup.make import Source as Source
from facility_app.db.backup.make import make_backup as make_backup
from facility_app.db.backup.manifest import Manifest as Manifest
from facility_app.db.backup.naming import Kept as Kept
from facility_app.db.backup.naming import kept_backups as kept_backups
from facility_app.db.backup.naming import thin as thin
from facility_app.db.backup.naming import to_thin as to_thin
from facility_app.db.backup.restore import NewLife as NewLife
from facility_app.db.backup.restore import Restored as Restored
from facility_app.db.backup.restore import restore_backup as restore_backup
from facility_app.db.backup.staging import sweep as sweep
from facility_app.db.backup.verify import BackupVerified as BackupVerified
from facility_app.db.backup.verify import KeyRing as KeyRing
from facility_app.db.backup.verify import Opener as Opener
from facility_app.db.backup.verify import read_manifest as read_manifest
from facility_app.db.backup.verify import verify_backup as verify_backup
