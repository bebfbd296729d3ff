"""Reading the custody ledger, the store, what is owed of supplies, and the months."""
