"""Words every slice shares, in pure Python: no database, no Qt, no files, no clock."""
