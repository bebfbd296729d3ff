"""How any fact is kept: the only ring that knows a database driver."""
