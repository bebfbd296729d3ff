"""The engines need Linux and a C compiler; where system calls cannot be watched there is nothing to collect."""

import sys

collect_ignore = [] if sys.platform == "linux" else ["test_engine.py", "test_shim.py", "test_vault_proofs.py"]
