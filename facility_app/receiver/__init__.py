"""The provincial counterpart: verifies, stages and applies bundles, and answers with receipts."""
