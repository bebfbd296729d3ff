"""What the papers of TT 18/2026/TT-BYT say, before anyone sets them."""
