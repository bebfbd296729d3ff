"""``python -m benchmarks.weighing FOLDER SPOOL``: memory of a process that exports all; the key on stdin."""

import sys
from contextlib import closing
from pathlib import Path

from facility_app import RELEASED_ON
from facility_app.app import post_room, registry
from facility_app.db.driver import SALT_BYTES, DataKey
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.exchange.service.exporting import BeginExport, begin_export
from facility_app.sync.export import write_parts
from tests.helpers.probe import VaultFile

SENDER = Actor("guinhan", frozenset({Role.EXCHANGE}), "may-truc-1")


def main(folder: str, spool: str) -> None:
    """Export and say the most this process ever took, in MB."""
    whole = bytes.fromhex(sys.stdin.read())
    file = VaultFile(Path(folder), DataKey(whole[:-SALT_BYTES], whole[-SALT_BYTES:]))
    command = BeginExport(post_room.APP, RELEASED_ON, registry.table_specs(), "P2@province", is_full=True)
    with closing(file.database()) as database, database.read(SENDER) as uow:
        write_parts(uow.session.connection(), begin_export(uow, command), Path(spool))
    # Not getrusage: what the parent once took counts there, across the start of another program.
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    print(next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1024)


if __name__ == "__main__":
    main(*sys.argv[1:])
