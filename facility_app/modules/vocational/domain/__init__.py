"""Rules of learning a trade that would be true on paper."""
