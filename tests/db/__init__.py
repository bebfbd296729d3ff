"""The encrypted file, its keys, its locks and its disk."""
