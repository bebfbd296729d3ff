"""What is asked of the pharmacy; frozen rows, never records."""
