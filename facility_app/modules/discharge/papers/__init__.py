"""What the papers of a release say, who gets them, and how the handover packet is put together."""
