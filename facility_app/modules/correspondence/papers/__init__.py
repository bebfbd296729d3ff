"""What a paper says, made fast and sealed; the registers as lists."""
